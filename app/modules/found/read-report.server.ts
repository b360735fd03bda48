import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Ctx, House } from '#core/context/context.server.ts'
import type { Reaction } from '#core/trail/deliver.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { report } from '#modules/feedback/server'
import { learnedOf } from './learned.server.ts'
import { reading } from './schema.server.ts'
import { score } from './score.ts'
import { threshold } from './signals.ts'

/** Keeps what the house reads in a report, once; the second time nothing changes. */
export async function keepReading(ctx: Ctx, reportId: string, text: string, more: { /** a language model is asked too */ model?: boolean; at?: Date } = {}) {
  const read = score(text, await learnedOf(ctx))
  await ctx.db.insert(reading).values({
    ...ctx.scope, reportId, score: read.score, kind: read.kind, likely: read.kind !== null && read.score >= threshold, sentence: read.sentence, hits: read.hits, readAt: more.at ?? ctx.now,
    ...(more.model ? { model: 'asked' as const, modelAfter: ctx.now } : {}),
  }).onConflictDoNothing()
}

/** Reads each report after it is sent. Where the house has a language model, it is asked too: of public reports, of private ones only when the house says so, of hidden ones never. */
export const readReports = (house: Pick<House, 'model' | 'modelReadsPrivate'>): Reaction => ({
  name: 'found in feedback', on: ['feedback.sent'],
  async does(ctx, { subjectId }) {
    const [row] = await ctx.db.select({ text: report.text, visibility: subject.visibility }).from(report)
      .innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id))).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, subjectId)))
    if (!row || row.visibility === 'withdrawn') return
    await keepReading(ctx, subjectId, row.text, { model: house.model !== undefined && (row.visibility === 'public' || (row.visibility === 'private' && house.modelReadsPrivate === true)) })
  },
})

/** How far back reports that came quietly are read, and how many at a time. */
const days = 400, inRound = 3000
/**
 * Reads what came without being told of: imports, the demonstration, what was there before there was a reader. They count as
 * read when they were sent, so that nobody gets a letter of old ones. Returns how many were read.
 */
export async function readUnread(ctx: Ctx): Promise<number> {
  const rows = await ctx.db.select({ id: report.id, text: report.text, at: report.sentAt }).from(report)
    .innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id), inArray(subject.visibility, ['public', 'private'])))
    .leftJoin(reading, and(eq(reading.municipalityId, report.municipalityId), eq(reading.reportId, report.id)))
    .where(and(eq(report.municipalityId, ctx.scope.municipalityId), isNull(reading.reportId), gt(report.sentAt, new Date(ctx.now.getTime() - days * 86_400_000)))).orderBy(desc(report.sentAt)).limit(inRound)
  for (const { id, text, at } of rows) await keepReading(ctx, id, text, { at })
  return rows.length
}
