import { and, eq, exists, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended, problems } from '#core/errors/errors.ts'
import { addLocalDays, zone } from '#core/time/local.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject, summaryOf } from '#core/trail/subject.server.ts'
import { keepComing } from '#modules/meetings/server'
import { dueOn } from '../clock.server.ts'
import { managedMatter, type Matter, matterOf, thisMatter } from '../matter.server.ts'
import { byUnit } from '../phases.server.ts'
import { matter, phase } from '../schema.server.ts'
import { endedAt, lastEnded, summedUp } from './ends.ts'
import { hearingEnded, summaryEdited, summaryPublished } from './events.server.ts'

/** Is the summary of a hearing owed? A second hearing asks for a new one. */
function owedSince({ its, phases }: Pick<Matter, 'its' | 'phases'>, now: Date): Date | null {
  const last = lastEnded(phases, now)
  if (!last || its.state !== 'published') return null
  return summedUp(last, its.summaryAt) ? null : endedAt(last, now)
}

/**
 * Sets the clock of a hearing that has ended: its summary is due as many calendar days after the end as an idea's reply
 * (rules.replyDays), and what the matter owes next is that, unless something earlier is owed. Followers hear of the end
 * once. Safe to do again: it changes nothing that is as it should be. Returns whether something was set.
 */
export async function closeHearing(ctx: Ctx, id: string): Promise<boolean> {
  const found = await matterOf(ctx, id, { lock: true })
  const at = owedSince(found, ctx.now)
  if (!at || found.subject.visibility === 'withdrawn') return false
  const known = found.its.summaryDueAt && found.its.summaryDueAt > at ? found.its.summaryDueAt : null
  const dueAt = known ?? addLocalDays(at, ctx.municipality.rules.replyDays, { endOfDay: true })
  if (!known) {
    await ctx.db.update(matter).set({ summaryDueAt: dueAt }).where(thisMatter(ctx, id))
    await record(ctx, hearingEnded, { subjectId: id, data: { dueAt: dueAt.toISOString() }, ...byUnit(found) })
  }
  const { dueAt: now } = found.subject
  // The open hearing's own last day is behind; what another phase owes earlier stays first.
  const first = found.open?.hearing === 'yes' || !now || now > dueAt ? dueAt : now
  if (first.getTime() !== now?.getTime()) await changeSubject(ctx, id, { dueAt: first, ...(known ? { movedAt: found.subject.movedAt } : {}) })
  await keepComing(ctx, id)
  return !known
}

/** Looks for hearings that have ended and owe a summary; for the worker, as often as it likes. Returns how many were closed. */
export async function closeHearings(ctx: Ctx): Promise<number> {
  // Of hearings whose summary is there, only those that went on after it are looked at: the rest are over for good, and get more every year.
  const rows = await ctx.db.select({ id: matter.id }).from(matter).where(and(eq(matter.municipalityId, ctx.scope.municipalityId), eq(matter.state, 'published'),
    exists(ctx.db.select({ one: sql`1` }).from(phase).where(and(eq(phase.municipalityId, matter.municipalityId), eq(phase.matterId, matter.id), eq(phase.hearing, 'yes'), sql`${phase.state} <> 'ahead'`,
      sql`(${matter.summaryAt} is null or ${phase.endsOn} is null or ${phase.endsOn} >= (${matter.summaryAt} at time zone ${zone})::date)`)))))
  let closed = 0
  for (const { id } of rows) if (await closeHearing(ctx, id)) closed++
  return closed
}

export const summaryInput = z.object({
  text: z.string().transform((text) => text.replace(/\r\n?/g, '\n').trim()).pipe(z.string().min(1, 'required').min(30, 'summaryShort').max(10_000, 'tooLong').refine((text) => !text.includes('\0'), 'invalid')),
  /** the summary that its writer saw, by its moment */ seen: z.string().max(40).default(''),
})
/** The name of the summary that stands, for a form to say what its writer saw. */
export const seenSummary = (its: { summaryAt: Date | null; summary: string }): string => (its.summaryAt ? `${its.summaryAt.getTime()}.${its.summary.length}` : '')

/**
 * Publishes what was heard and what follows, on the trail for everyone. It pays the duty: what is owed after it is the next
 * step. Changing it later is on the trail too. Returns `writtenMeanwhile` when a colleague wrote it first.
 * Throws NotFound, Forbidden, Conflict('hearingGoesOn') before the hearing has ended.
 */
export async function writeSummary(ctx: Ctx, id: string, input: z.input<typeof summaryInput>): Promise<Mended | void> {
  const { matter: found } = await managedMatter(ctx, id)
  const { text, seen } = summaryInput.parse(input)
  const last = lastEnded(found.phases, ctx.now)
  if (!last || found.its.state !== 'published') throw new Conflict('hearingGoesOn')
  if (found.its.summary === text && !owedSince(found, ctx.now)) return
  if (seen !== seenSummary(found.its)) return problems({ text: 'writtenMeanwhile' })
  const owed = owedSince(found, ctx.now) !== null
  await ctx.db.update(matter).set({ summary: text, summaryAt: ctx.now, summaryDueAt: null }).where(thisMatter(ctx, id))
  await record(ctx, owed ? summaryPublished : summaryEdited, { subjectId: id, sentence: summaryOf(text, 400), ...byUnit(found) })
  if (!owed) return
  const { open } = found
  const dueAt = !open ? null : open.hearing === 'yes' ? dueAfter(ctx, ctx.municipality.rules.nextStepDays ?? 30) : dueOn(open.endsOn)
  await changeSubject(ctx, id, { dueAt, answeredAt: found.subject.answeredAt ?? ctx.now })
}
