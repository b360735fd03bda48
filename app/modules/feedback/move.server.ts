import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, Invalid } from '#core/errors/errors.ts'
import { sharePictures, type StoredPicture } from '#core/files/pictures.server.ts'
import { addLocalDays } from '#core/time/local.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { movedTo } from './events.server.ts'
import { fixed, report } from './schema.server.ts'
import { type ReportState, stateRules } from './states.ts'

export type Move = {
  to: ReportState
  /** said to the sender, in plain words; required when it cannot be done, and when it is done unless there is a picture */ sentence?: string
  /** in whose name it is said; the asker's own when left out */ unitId?: string
  /** the day it is promised by now; left out: as it was. A closed report owes nothing. */ dueAt?: Date | null
  /** what it looks like now */ pictures?: (Pick<StoredPicture, 'id' | 'width' | 'height' | 'bytes'> & { description: string })[]
  /** of `merged`: the report that this is the same as */ into?: string
  data?: Record<string, unknown>
}

/**
 * The one place where reports change state. Each goes on its own trail with one event, so that every sender of every report
 * hears at once; those already there stay quiet. Done asks the sender "was it fixed?". Callers have checked who may.
 * Returns the ids that moved. Throws Conflict('stateChanged') when one may not go there from where it is, Invalid('reasonNeeded' | 'proofNeeded').
 */
export async function moveReports(ctx: Ctx, ids: string[], move: Move): Promise<string[]> {
  const { to } = move
  if (to === 'cannot' && !move.sentence?.trim()) throw new Invalid('reasonNeeded')
  if (to === 'done' && !move.sentence?.trim() && !move.pictures?.length) throw new Invalid('proofNeeded')
  if (ids.length === 0) return []
  const here = eq(report.municipalityId, ctx.scope.municipalityId)
  const rows = await ctx.db.select({ id: report.id, state: report.state, handledAt: report.handledAt, answeredAt: subject.answeredAt, visibility: subject.visibility }).from(report)
    .innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id)))
    .where(and(here, inArray(report.id, ids))).orderBy(asc(report.id)).for('update')
  const moving = rows.filter((row) => row.state !== to && row.visibility !== 'withdrawn')
  if (moving.some((row) => !stateRules[row.state].to.includes(to))) throw new Conflict('stateChanged')
  const closed = !stateRules[to].open
  for (const row of moving) {
    await ctx.db.update(report).set({ state: to, stateSince: ctx.now, handledAt: row.handledAt ?? (to === 'received' ? null : ctx.now), closedAt: closed ? ctx.now : null, mergedInto: to === 'merged' ? move.into ?? null : null })
      .where(and(here, eq(report.id, row.id)))
    await changeSubject(ctx, row.id, { stage: stateRules[to].stage, answeredAt: row.answeredAt ?? ctx.now, ...(closed ? { dueAt: null } : move.dueAt !== undefined ? { dueAt: move.dueAt } : {}) })
    await record(ctx, movedTo[to], { subjectId: row.id, stage: stateRules[to].stage, data: move.data ?? {}, ...(move.sentence?.trim() ? { sentence: move.sentence.trim() } : {}), ...(move.unitId ? { unitId: move.unitId } : {}) })
    if (to === 'done') await askWhetherFixed(ctx, row.id)
    if (to === 'merged' && move.into) await joinInto(ctx, row.id, move.into)
  }
  const moved = moving.map((row) => row.id)
  if (move.pictures?.length) await sharePictures(ctx, moved, move.pictures, 'after')
  return moved
}

/** The two questions of this time it was done: at once, and after four weeks. */
async function askWhetherFixed(ctx: Ctx, reportId: string) {
  const [last] = await ctx.db.select({ time: sql<number>`coalesce(max(${fixed.time}), 0)::int` }).from(fixed).where(and(eq(fixed.municipalityId, ctx.scope.municipalityId), eq(fixed.reportId, reportId)))
  const time = last!.time + 1
  await ctx.db.insert(fixed).values([{ ...ctx.scope, reportId, time, round: 1 as const, askedAt: ctx.now }, { ...ctx.scope, reportId, time, round: 2 as const, askedAt: addLocalDays(ctx.now, 28) }])
}

/** A report of the same thing: linked, and its followers follow the earlier one from now on, as they followed this. */
async function joinInto(ctx: Ctx, fromId: string, toId: string) {
  await linkSubjects(ctx, fromId, 'mergedInto', toId)
  const { rows } = await ctx.db.execute<{ person_id: string | null; email: string | null; device_id: string | null; by_mail: boolean; language: 'fi' | 'sv' | 'en'; rhythm: 'atOnce' | 'daily' | 'weekly' | 'inApp'; confirmed_at: Date | null }>(
    sql`select person_id, email, device_id, by_mail, language, rhythm, confirmed_at from trail.follow where municipality_id = ${ctx.scope.municipalityId} and subject_id = ${fromId}::uuid`)
  for (const row of rows) {
    if (row.person_id) await followSubject({ ...ctx, language: row.language }, { id: row.person_id }, toId, 'chosen', row.rhythm)
    else await ctx.db.execute(sql`insert into trail.follow (municipality_id, id, subject_id, email, device_id, by_mail, language, rhythm, why, confirmed_at, created_at)
      values (${ctx.scope.municipalityId}, ${ctx.newId()}, ${toId}, ${row.email}, ${row.device_id}, ${row.by_mail}, ${row.language}, ${row.rhythm}, 'chosen', ${row.confirmed_at}, ${ctx.now}) on conflict do nothing`)
  }
}
