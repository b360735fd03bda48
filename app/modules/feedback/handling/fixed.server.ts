import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { attachPictures, type StoredPicture } from '#core/files/pictures.server.ts'
import { leadsOf, officialsOf } from '#core/identity/officials.server.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { record } from '#core/trail/record.server.ts'
import { follow } from '#core/trail/schema.server.ts'
import type { Subject } from '#core/trail/subject.server.ts'
import { saidFixed, stillNotFixed } from '../events.server.ts'
import { moveReports } from '../move.server.ts'
import { can } from '../permissions.ts'
import { category, fixed, report } from '../schema.server.ts'
import { asSender, mustBeLive, nameless, rowOf, type SenderKey } from './who.server.ts'

export const fixedAnswers = ['yes', 'no', 'dontKnow'] as const
export const fixedAnswer = z.object({ answer: z.enum(fixedAnswers, 'chooseAnswer'), words: z.string().trim().max(2000, 'tooLong').default('') })
export type FixedAnswer = (typeof fixedAnswers)[number]

/** The question of the latest time it was done: which round waits for an answer now, and what was answered last. Null when nothing was asked. */
export async function questionOf(ctx: Ctx, reportId: string): Promise<{ time: number; waits: 1 | 2 | null; last: FixedAnswer | null } | null> {
  const rows = await ctx.db.select().from(fixed).where(and(eq(fixed.municipalityId, ctx.scope.municipalityId), eq(fixed.reportId, reportId), lte(fixed.askedAt, ctx.now),
    eq(fixed.time, sql`(select max(f.time) from feedback.fixed f where f.municipality_id = ${ctx.scope.municipalityId} and f.report_id = ${reportId})`))).orderBy(desc(fixed.round))
  const newest = rows[0]
  if (!newest) return null
  return { time: newest.time, waits: newest.answeredAt ? null : newest.round, last: rows.find((row) => row.answer)?.answer ?? null }
}

/**
 * The sender says whether it was fixed. "No" opens the report again, one step more urgent, with a new day promised, and the
 * unit hears. An answer may be thought over until it is no: then a new round begins when it is done again.
 * Throws NotFound, SignInNeeded, Forbidden, Conflict('notAsked').
 */
export async function answerFixed(ctx: Ctx, key: SenderKey, input: z.input<typeof fixedAnswer> & { pictures?: (StoredPicture & { description: string })[] }): Promise<{ reopened: boolean }> {
  const { answer, words } = fixedAnswer.parse(input)
  const its = await asSender(ctx, key, { lock: true })
  mustBeLive(its)
  const asked = await questionOf(ctx, its.id)
  const row = await rowOf(ctx, its.id)
  if (!asked || row.state !== 'done') throw new Conflict('notAsked')
  const round = asked.waits ?? (await latestRound(ctx, its.id, asked.time))
  if (!asked.waits && asked.last === answer && !words) return { reopened: false }
  await ctx.db.update(fixed).set({ answer, words, answeredAt: ctx.now })
    .where(and(eq(fixed.municipalityId, ctx.scope.municipalityId), eq(fixed.reportId, its.id), eq(fixed.time, asked.time), eq(fixed.round, round)))
  if (input.pictures?.length) await attachPictures(nameless(ctx), its.id, input.pictures)
  await record(nameless(ctx), saidFixed, { subjectId: its.id, data: { answer, round } })
  if (answer !== 'no') return { reopened: false }
  // Asked no more of this time: the second question was of what turned out not to be done.
  await ctx.db.delete(fixed).where(and(eq(fixed.municipalityId, ctx.scope.municipalityId), eq(fixed.reportId, its.id), eq(fixed.time, asked.time), isNull(fixed.answeredAt)))
  await reopen(nameless(ctx), its, row)
  return { reopened: true }
}
async function latestRound(ctx: Ctx, reportId: string, time: number): Promise<1 | 2> {
  const [row] = await ctx.db.select({ round: fixed.round }).from(fixed)
    .where(and(eq(fixed.municipalityId, ctx.scope.municipalityId), eq(fixed.reportId, reportId), eq(fixed.time, time), lte(fixed.askedAt, ctx.now))).orderBy(desc(fixed.round)).limit(1)
  return row!.round
}

/** Closed but not fixed: back among what waits, one step more urgent, promised anew, and told to who leads the unit and who follows it. */
export async function reopen(ctx: Ctx, its: Subject, row: typeof report.$inferSelect) {
  const [sort] = await ctx.db.select({ promisedDays: category.promisedDays }).from(category).where(and(eq(category.municipalityId, ctx.scope.municipalityId), eq(category.id, row.categoryId)))
  await moveReports(ctx, [its.id], { to: 'received', dueAt: dueAfter(ctx, sort!.promisedDays) })
  await ctx.db.update(report).set({ priority: Math.min(3, row.priority + 1) }).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, its.id)))
  const eventId = await record(ctx, stillNotFixed, { subjectId: its.id })
  await noticeToMany(ctx, await unitHears(ctx, its), { subjectId: its.id, eventId, kind: stillNotFixed.kind, data: { to: `/feedback/${its.id}/handle` } })
}

/** Who hears for a unit: whose the report is, who leads, else all of them; of a public one also who follows the unit. */
async function unitHears(ctx: Ctx, its: Subject): Promise<string[]> {
  if (!its.ownerUnitId) return []
  const people = leadsOf(await officialsOf(ctx, [its.ownerUnitId]))
  const followers = its.visibility === 'public'
    ? await ctx.db.select({ id: follow.personId }).from(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.unitId, its.ownerUnitId), sql`${follow.personId} is not null`)) : []
  return [...new Set([...people.map((each) => each.id), ...(its.ownerPersonId ? [its.ownerPersonId] : []), ...followers.map((each) => each.id!)])]
}

/** Of a category, by its latest answers: how many said yes, no and don't know, and the share of yes among those who knew, in whole per cents. */
export type FixedShare = { categoryId: string; name: string; yes: number; no: number; dontKnow: number; share: number | null }

/** What senders have answered in the last year, by category, the lowest share of yes first; for officials. */
export async function fixedShares(ctx: Ctx): Promise<FixedShare[]> {
  allow(ctx, can.pass)
  const times = (answer: FixedAnswer) => sql<number>`count(*) filter (where ${fixed.answer} = ${answer})::int`
  const rows = await ctx.db.select({ categoryId: category.id, name: category.name, yes: times('yes'), no: times('no'), dontKnow: times('dontKnow') }).from(fixed)
    .innerJoin(report, and(eq(report.municipalityId, fixed.municipalityId), eq(report.id, fixed.reportId)))
    .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
    .where(and(eq(fixed.municipalityId, ctx.scope.municipalityId), sql`${fixed.answeredAt} > ${new Date(ctx.now.getTime() - 365 * 86_400_000)}`)).groupBy(category.id, category.name)
  return rows.map((row) => ({ ...row, name: inLanguage(row.name, ctx.language), share: row.yes + row.no ? Math.round(100 * row.yes / (row.yes + row.no)) : null })).sort((a, b) => (a.share ?? 101) - (b.share ?? 101) || a.name.localeCompare(b.name))
}
