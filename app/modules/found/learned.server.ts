import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { lately } from '#core/db/lately.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { subject } from '#core/trail/schema.server.ts'
import { report } from '#modules/feedback/server'
import { asLearned, fewestJudged, learn, type Weight } from './learn.ts'
import { can } from './permissions.ts'
import { learned, reading } from './schema.server.ts'
import type { Learned } from './score.ts'

/** The newest judgements are learned from, so that a night's work does not grow for ever. */
const mostJudged = 5000

/**
 * Counts what a municipality's confirmations have taught anew, from nothing but the confirmations: an undone or changed
 * judgement leaves no trace. For a job of every night. What was taken back or hidden since teaches nothing.
 */
export async function relearn(ctx: Ctx): Promise<number> {
  const rows = await ctx.db.select({ text: report.text, state: reading.state }).from(reading)
    .innerJoin(report, and(eq(report.municipalityId, reading.municipalityId), eq(report.id, reading.reportId)))
    .innerJoin(subject, and(eq(subject.municipalityId, reading.municipalityId), eq(subject.id, reading.reportId), inArray(subject.visibility, ['public', 'private'])))
    .where(and(eq(reading.municipalityId, ctx.scope.municipalityId), ne(reading.state, 'new'), ne(report.text, ''))).orderBy(sql`${reading.decidedAt} desc`, asc(reading.reportId)).limit(mostJudged)
  const weights = learn(rows.reverse().map((row) => ({ text: row.text, yes: row.state === 'confirmed' })))
  await ctx.db.delete(learned).where(eq(learned.municipalityId, ctx.scope.municipalityId))
  if (weights.length) await ctx.db.insert(learned).values(weights.map((each) => ({ ...ctx.scope, ...each })))
  return weights.length
}

const rowsOf = (ctx: Ctx) => ctx.db.select({ feature: learned.feature, weight: learned.weight, seen: learned.seen }).from(learned).where(eq(learned.municipalityId, ctx.scope.municipalityId))
/** What the scorer takes along. */
export const learnedOf = async (ctx: Ctx): Promise<Learned> => asLearned(await lately(ctx, 'found learned', () => rowsOf(ctx)))

export type WhatIsLearned = { weights: Weight[]; confirmed: number; rejected: number; /** how many judgements are still needed before any count */ lacking: number }
/** What has been learned, the heaviest first, for admins. Throws SignInNeeded, Forbidden. */
export async function showLearned(ctx: Ctx): Promise<WhatIsLearned> {
  allow(ctx, can.seeLearned)
  const [counts] = await ctx.db.select({ confirmed: sql<number>`count(*) filter (where ${reading.state} = 'confirmed')::int`, rejected: sql<number>`count(*) filter (where ${reading.state} = 'rejected')::int` })
    .from(reading).where(and(eq(reading.municipalityId, ctx.scope.municipalityId), ne(reading.state, 'new')))
  const weights = (await rowsOf(ctx)).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.feature.localeCompare(b.feature))
  return { weights, ...counts!, lacking: Math.max(0, fewestJudged - counts!.confirmed - counts!.rejected) }
}
