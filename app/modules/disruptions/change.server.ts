import { and, eq, sql } from 'drizzle-orm'
import { type Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { dayAndTime } from '#core/text/format.ts'
import { languages } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject, type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { begun, ended, prolonged, reopened, updated } from './events.server.ts'
import type { Severity } from './kinds.ts'
import { timesWrong } from './make.server.ts'
import { can } from './permissions.ts'
import { disruption, message } from './schema.server.ts'

type Seen = { /** the version that the form showed */ version?: number | undefined }
type Row = typeof disruption.$inferSelect
export type Change = { sentence?: string | undefined; /** undefined: as it was; null: until further notice */ endsAt?: Date | null | undefined; nextWordAt?: Date | null | undefined; severity?: Severity | undefined; instead?: string | undefined }

/** The row, held until the transaction ends, so that of two who change it one waits and then sees what the other did. */
async function hold(ctx: Ctx, id: string, { version }: Seen): Promise<{ its: Subject; row: Row }> {
  const its = await subjectOf(ctx, id, { kind: 'disruption', lock: true })
  allow(ctx, can.keep, its)
  const [row] = await ctx.db.select().from(disruption).where(and(eq(disruption.municipalityId, ctx.scope.municipalityId), eq(disruption.id, id))).for('update')
  if (!row) throw new NotFound()
  if (version !== undefined && version !== row.version) throw new Conflict('changedMeanwhile')
  return { its, row }
}

/** One more change: kept, counted, and said to other programs as the next message. */
async function keep(ctx: Ctx, id: string, changes: Partial<Omit<Row, 'municipalityId' | 'id'>>, says: 'Update' | 'Cancel') {
  await ctx.db.update(disruption).set({ ...changes, changedAt: ctx.now, version: sql`${disruption.version} + 1` }).where(and(eq(disruption.municipalityId, ctx.scope.municipalityId), eq(disruption.id, id)))
  await ctx.db.execute(sql`insert into ${message} (municipality_id, disruption_id, number, type, sent_at)
    select ${ctx.scope.municipalityId}::int, ${id}::uuid, max(number) + 1, ${says}, ${ctx.now}::timestamptz from ${message} where municipality_id = ${ctx.scope.municipalityId} and disruption_id = ${id}`)
}

/**
 * What is known now: a sentence, another end (or none), how bad it is, what to do meanwhile. Those it concerns hear it.
 * Problems: endsAt endsBeforeStart | past, nextWordAt past, sentence required when nothing else is said. Conflict('hasEnded',
 * 'changedMeanwhile').
 */
export async function updateDisruption(ctx: Ctx, id: string, its: Change, seen: Seen = {}): Promise<{ id: string } | Mended> {
  const { its: subject, row } = await hold(ctx, id, seen)
  if (row.endedAt) throw new Conflict('hasEnded')
  const sentence = its.sentence?.trim()
  const endsAt = its.endsAt === undefined ? row.endsAt : its.endsAt
  const moved = endsAt?.getTime() !== row.endsAt?.getTime()
  // A word that was promised and not yet due stays promised until another is.
  const nextWordAt = endsAt ? null : its.nextWordAt === undefined ? row.nextWordAt && row.nextWordAt > ctx.now ? row.nextWordAt : null : its.nextWordAt
  const another = its.severity !== undefined && its.severity !== row.severity, instead = its.instead?.trim()
  if (!sentence && !moved && !another && (instead === undefined || instead === row.instead) && nextWordAt?.getTime() === row.nextWordAt?.getTime()) return problems({ sentence: 'required' })
  const wrong = timesWrong(ctx.now, row.startsAt, moved ? endsAt : null, its.nextWordAt ? nextWordAt : null)
  if (wrong) return problems(wrong)
  await keep(ctx, id, { endsAt, nextWordAt, ...(another ? { severity: its.severity! } : {}), ...(instead === undefined ? {} : { instead }) }, 'Update')
  await changeSubject(ctx, id, {})
  await record(ctx, moved ? prolonged : updated, { subjectId: id, ...unitOf(subject), ...(sentence ? { sentence } : {}), ...(moved && endsAt ? { data: saidIn(endsAt, ctx.now) } : {}) })
  return { id }
}

/** It is over, or called off before it began. Conflict('hasEnded', 'changedMeanwhile'). */
export async function endDisruption(ctx: Ctx, id: string, its: { sentence?: string | undefined } = {}, seen: Seen = {}): Promise<void> {
  const { its: subject, row } = await hold(ctx, id, seen)
  if (row.endedAt) throw new Conflict('hasEnded')
  await over(ctx, subject, row, 'hand', its.sentence?.trim())
}

async function over(ctx: Ctx, subject: Pick<Subject, 'id' | 'ownerUnitId'>, row: Pick<Row, 'startsAt' | 'begunAt'>, by: 'hand' | 'clock', sentence?: string) {
  await keep(ctx, subject.id, { endedAt: ctx.now, endedBy: by, nextWordAt: null }, 'Cancel')
  await changeSubject(ctx, subject.id, { stage: 'ended', comesAt: null })
  await record(ctx, ended, { subjectId: subject.id, stage: 'ended', ...unitOf(subject), ...(sentence ? { sentence } : {}), ...(row.startsAt > ctx.now ? { data: { how: 'called off' } } : {}) })
}

/** What was over is not, after all. Problems as updateDisruption; Conflict('isOpen', 'changedMeanwhile'). */
export async function reopenDisruption(ctx: Ctx, id: string, its: { sentence?: string | undefined; endsAt?: Date | null | undefined; nextWordAt?: Date | null | undefined }, seen: Seen = {}): Promise<{ id: string } | Mended> {
  const { its: subject, row } = await hold(ctx, id, seen)
  if (!row.endedAt) throw new Conflict('isOpen')
  const endsAt = its.endsAt ?? null, nextWordAt = endsAt ? null : its.nextWordAt ?? null
  const wrong = timesWrong(ctx.now, row.startsAt, endsAt, nextWordAt)
  if (wrong) return problems(wrong)
  const begins = row.startsAt <= ctx.now
  await keep(ctx, id, { endedAt: null, endedBy: null, endsAt, nextWordAt, begunAt: begins ? row.begunAt ?? row.startsAt : null }, 'Update')
  await changeSubject(ctx, id, { stage: begins ? 'developing' : 'idea', comesAt: begins ? null : row.startsAt })
  await record(ctx, reopened, { subjectId: id, stage: begins ? 'developing' : 'idea', ...unitOf(subject), ...(its.sentence?.trim() ? { sentence: its.sentence.trim() } : {}) })
  return { id }
}

/**
 * By the clock, every minute: what was told beforehand begins, what had an end is over. A row that an official is changing
 * just now is left for the next minute: what they say is stronger. Returns how many moved.
 */
export async function keepTime(ctx: Ctx): Promise<{ begun: number; ended: number }> {
  const m = ctx.scope.municipalityId
  const due = await ctx.db.select().from(disruption).where(and(eq(disruption.municipalityId, m), sql`${disruption.endedAt} is null and (${disruption.endsAt} <= ${ctx.now} or (${disruption.begunAt} is null and ${disruption.startsAt} <= ${ctx.now}))`)).orderBy(disruption.startsAt).limit(200).for('update', { skipLocked: true })
  const moved = { begun: 0, ended: 0 }
  for (const row of due) {
    const subject = await subjectOf(ctx, row.id, { lock: true })
    if (!row.begunAt) {
      await ctx.db.update(disruption).set({ begunAt: row.startsAt }).where(and(eq(disruption.municipalityId, m), eq(disruption.id, row.id)))
      await changeSubject(ctx, row.id, { stage: 'developing', comesAt: null })
      await record(ctx, begun, { subjectId: row.id, stage: 'developing', ...unitOf(subject) })
      moved.begun++
    }
    if (row.endsAt && row.endsAt <= ctx.now) { await over(ctx, subject, row, 'clock'); moved.ended++ }
  }
  return moved
}

const unitOf = (its: Pick<Subject, 'ownerUnitId'>) => (its.ownerUnitId ? { unitId: its.ownerUnitId } : {})
const saidIn = (at: Date, now: Date) => Object.fromEntries(languages.map((each) => [each, dayAndTime(at, each, now)]))
