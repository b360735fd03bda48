import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, Invalid, type Mended, problems } from '#core/errors/errors.ts'
import type { StoredPicture } from '#core/files/pictures.server.ts'
import { addLocalDays, endOf, isDay, wallClock } from '#core/time/local.ts'
import { dueAfter, isLate } from '#core/trail/due.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject, type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { categoryOf } from '../categories/categories.server.ts'
import { reportAnswered } from '../events.server.ts'
import { moveReports } from '../move.server.ts'
import { meToo, report, staffNote } from '../schema.server.ts'
import { raisedPriority, reportStates, stateRules } from '../states.ts'
import { handled, isStale, mustBeLive, rowOf } from './who.server.ts'

/** The furthest day that is promised, in days. */
const furthest = 730
const day = z.string().trim().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'badDay').default('')
const sentence = z.string().trim().max(1000, 'tooLong').default('')
/** what was seen when the form was drawn */
const seen = z.string().max(200).optional()
export const answering = z.object({ sentence: sentence.refine((said) => said !== '', 'required'), day, seen })
export const moving = z.object({ to: z.enum(reportStates, 'chooseState'), sentence, day, seen })
type Proof = { pictures?: (StoredPicture & { description: string })[] }

/** Somebody acted meanwhile: the form comes back as it was, beside what happened. */
const changed = (): Mended => problems({ seen: 'changedMeanwhile' })

/** The unit says a word; the report stays as it is. A day may be promised with it; one that has gone by is promised anew. Throws as handled, Conflict('reportClosed'). */
export async function answerReport(ctx: Ctx, id: string, input: z.input<typeof answering>): Promise<Mended | void> {
  const said = answering.parse(input)
  const { its, row } = await handled(ctx, id, { lock: true })
  mustBeLive(its)
  if (isStale({ ...its, ...row }, said.seen)) return changed()
  const until = untilOf(ctx, said.day)
  if (until === 'badDay') return problems({ day: 'badDay' })
  await answerOne(ctx, its, row.categoryId, stateRules[row.state].open, said.sentence, until)
}
/** Answers one report; `open`: it still waits, so it has a day. */
export async function answerOne(ctx: Ctx, its: Subject, categoryId: string, open: boolean, said: string, until: Date | null) {
  const dueAt = !open ? null : until ?? (isLate(its, ctx.now) ? dueAfter(ctx, (await categoryOf(ctx, categoryId)).promisedDays) : its.dueAt)
  await changeSubject(ctx, its.id, { answeredAt: its.answeredAt ?? ctx.now, dueAt })
  await record(ctx, reportAnswered, { subjectId: its.id, sentence: said, ...ofUnit(its) })
}

/**
 * Moves a report without a work order: planned for a day, under way, done with a sentence or a picture, not done for a
 * reason, somebody else's, or back among what waits. Throws as handled, Conflict('reportClosed').
 */
export async function moveReport(ctx: Ctx, id: string, input: z.input<typeof moving> & Proof): Promise<Mended | void> {
  const move = moving.parse(input)
  const { its, row } = await handled(ctx, id, { lock: true })
  mustBeLive(its)
  if (isStale({ ...its, ...row }, move.seen) || !stateRules[row.state].to.includes(move.to)) return changed()
  if (move.to === 'merged') throw new Invalid()
  const until = untilOf(ctx, move.day)
  if (until === 'badDay') return problems({ day: 'badDay' })
  const lacks = lacking(move.to, move.sentence, until, !!input.pictures?.length)
  if (lacks) return problems(lacks)
  const dueAt = !stateRules[move.to].open ? null : until ?? (move.to === 'received' ? dueAfter(ctx, (await categoryOf(ctx, row.categoryId)).promisedDays) : undefined)
  await moveReports(ctx, [id], { to: move.to, ...(move.sentence ? { sentence: move.sentence } : {}), ...ofUnit(its), ...(dueAt === undefined ? {} : { dueAt }), ...(input.pictures?.length ? { pictures: input.pictures } : {}) })
}
/** What a move still needs, by field. */
export function lacking(to: (typeof reportStates)[number], said: string, until: Date | null, pictured: boolean): Record<string, string> | null {
  if (to === 'planned' && !until) return { day: 'dayNeeded' }
  if (to === 'cannot' && !said) return { sentence: 'reasonNeeded' }
  if (to === 'elsewhere' && !said) return { sentence: 'whoseNeeded' }
  if (to === 'done' && !said && !pictured) return { sentence: 'proofNeeded' }
  return null
}
/** The end of a day that somebody wrote: today or later, and not further than two years. */
export function untilOf(ctx: Pick<Ctx, 'now'>, said: string): Date | null | 'badDay' {
  if (!said) return null
  return isDay(said) && said >= wallClock(ctx.now).day && said <= wallClock(addLocalDays(ctx.now, furthest)).day ? endOf(said) : 'badDay'
}
export const ofUnit = (its: Subject) => (its.ownerUnitId ? { unitId: its.ownerUnitId } : {})

/**
 * Makes reports one with another that is of the same thing: their senders follow that from now on, hear so, and count as
 * people who have met it. Throws as handled for each, NotFound for another that the asker may not see, Conflict('cannotMerge').
 */
export async function mergeReports(ctx: Ctx, ids: string[], into: string, said = ''): Promise<{ merged: number }> {
  const all = [...new Set([...ids, into])].sort()
  for (const id of all) await subjectOf(ctx, id, { lock: true, kind: 'report' }) // in one order, so that two who merge crosswise do not wait for each other
  const main = await subjectOf(ctx, into)
  const row = await rowOf(ctx, into)
  const moving = [...new Set(ids)].filter((id) => id !== into)
  if (main.visibility !== 'public') await handled(ctx, into)
  if (row.state === 'merged' || moving.length === 0 || (main.visibility !== 'public' && main.visibility !== 'private')) throw new Conflict('cannotMerge')
  for (const id of moving) {
    const { its, row: mine } = await handled(ctx, id)
    mustBeLive(its)
    if (!stateRules[mine.state].to.includes('merged')) throw new Conflict('cannotMerge')
    // What nobody but its sender and the unit may see is not made known by leading to it.
    if (main.visibility === 'private' && its.visibility === 'public') throw new Conflict('cannotMerge')
    await moveReports(ctx, [id], { to: 'merged', into, ...(said ? { sentence: said } : {}), ...ofUnit(its) })
    await countIn(ctx, its, into)
  }
  const base = (await categoryOf(ctx, row.categoryId)).priority
  await ctx.db.update(report).set({ priority: sql`greatest(${report.priority}, ${raisedPriority(base, (await subjectOf(ctx, into)).supports)}::int)` }).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, into)))
  return { merged: moving.length }
}
/** Who sent it, and who had met it, have met what it was merged into. */
async function countIn(ctx: Ctx, its: Subject, into: string) {
  const m = ctx.scope.municipalityId
  await ctx.db.execute(sql`insert into feedback.me_too (municipality_id, report_id, who, at) select ${m}::int, ${into}::uuid, who, at from feedback.me_too where municipality_id = ${m} and report_id = ${its.id}::uuid on conflict do nothing`)
  await ctx.db.insert(meToo).values({ ...ctx.scope, reportId: into, who: its.authorPersonId ?? `sender of ${its.id}`, at: ctx.now }).onConflictDoNothing()
}

/** How urgent it is, 0 low … 3 urgent. Throws as handled, Conflict('reportClosed'). */
export async function setPriority(ctx: Ctx, id: string, priority: number) {
  const { its } = await handled(ctx, id, { lock: true })
  mustBeLive(its)
  await ctx.db.update(report).set({ priority }).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, id)))
}

/** A note for those who handle it. Throws as handled. */
export async function addNote(ctx: Ctx, id: string, text: string) {
  await handled(ctx, id)
  await ctx.db.insert(staffNote).values({ ...ctx.scope, id: ctx.newId(), reportId: id, text, by: ctx.actor.kind === 'person' ? ctx.actor.id : null, at: ctx.now })
}

/** The report that is said by its reference on the phone, or by its id; null when there is none. */
export async function reportByReference(ctx: Ctx, said: string): Promise<string | null> {
  const reference = said.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const [row] = await ctx.db.select({ id: report.id }).from(report).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.reference, `${reference.slice(0, 4)}-${reference.slice(4)}`)))
  return row?.id ?? null
}
