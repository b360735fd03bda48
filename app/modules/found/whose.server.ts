import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { topicsOf } from '#core/trail/facets.server.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { category, report } from '#modules/feedback/server'
import { can } from './permissions.ts'
import { consent, reading } from './schema.server.ts'

type Whose = Pick<Subject, 'visibility' | 'ownerUnitId' | 'topicId'>
/** The unit that answers for what is asked in a report: its topic's when it is public, else the one that handles it. */
export async function unitOf(ctx: Ctx, its: Whose): Promise<string | null> {
  const topic = its.visibility === 'public' && its.topicId ? (await topicsOf(ctx)).find((each) => each.id === its.topicId) : undefined
  return topic?.unitId ?? its.ownerUnitId
}
/** May the asker say of this report whether it is an idea? */
export async function mayJudge(ctx: Ctx, its: Whose): Promise<boolean> {
  return may(ctx, can.judge, its) || (its.visibility === 'public' && may(ctx, can.judge, { ownerUnitId: await unitOf(ctx, its) }))
}

export type FoundRow = { its: Subject; text: string; reference: string; category: typeof category.$inferSelect['name']; reading: typeof reading.$inferSelect | null; consent: typeof consent.$inferSelect | null }
/** A report with what was read in it and asked of its sender. Throws NotFound. */
export async function rowOf(ctx: Ctx, reportId: string, options: { lock?: boolean } = {}): Promise<FoundRow> {
  const its = await subjectOf(ctx, reportId, { ...options, kind: 'report' })
  const [row] = await ctx.db.select({ text: report.text, reference: report.reference, category: category.name, reading, consent }).from(report)
    .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
    .leftJoin(reading, and(eq(reading.municipalityId, report.municipalityId), eq(reading.reportId, report.id)))
    .leftJoin(consent, and(eq(consent.municipalityId, report.municipalityId), eq(consent.reportId, report.id)))
    .where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, reportId)))
  if (!row) throw new NotFound()
  return { its, ...row }
}

/** The same for who judges it. Throws NotFound, SignInNeeded, Forbidden. */
export async function judged(ctx: Ctx, reportId: string, options: { lock?: boolean } = {}): Promise<FoundRow> {
  allow(ctx, can.read)
  const found = await rowOf(ctx, reportId, options)
  if (!(await mayJudge(ctx, found.its))) {
    if (found.its.visibility !== 'public') throw new NotFound() // that there is a private report is told to nobody else
    allow(ctx, can.judge, found.its)
  }
  return found
}

/** What was taken back or hidden does not become anything. Throws Conflict('reportClosed'). */
export function mustBeLive(its: Pick<Subject, 'visibility'>) {
  if (its.visibility !== 'public' && its.visibility !== 'private') throw new Conflict('reportClosed')
}
