import { and, count, desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Moved, NotFound } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage, otherLanguage, type Language } from '#core/text/language.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { categoriesOf } from '../categories/categories.server.ts'
import { can } from '../permissions.ts'
import { asset, category, report } from '../schema.server.ts'
import type { ReportState } from '../states.ts'
import { type Asset, assetOf } from './near.server.ts'

export type History = { id: string; title: string; lang: Language | undefined; category: string; state: ReportState; sentAt: Date; closedAt: Date | null; /** what was said when it was closed */ sentence: string | null }

/** A thing with what has been reported of it and what was done, the latest first: public reports alone, at most fifty. `others` is how many more there are. */
export async function showAsset(ctx: Ctx, id: string): Promise<{ its: Asset; history: History[]; others: number }> {
  const its = await assetOf(ctx, id)
  const ofIt = and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.assetId, its.id), isPublic)
  const joined = and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id))
  const [rows, [all]] = await Promise.all([
    ctx.db.select({
      id: report.id, title: subject.title, category: category.name, state: report.state, sentAt: report.sentAt, closedAt: report.closedAt,
      sentence: sql<string | null>`(select e.sentence from trail.event e where e.municipality_id = ${report.municipalityId} and e.subject_id = ${report.id} and e.kind in ('feedback.done', 'feedback.cannot') order by e.at desc limit 1)`,
    }).from(report).innerJoin(subject, joined).innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
      .where(ofIt).orderBy(desc(report.sentAt), desc(report.id)).limit(most),
    ctx.db.select({ n: count() }).from(report).innerJoin(subject, joined).where(ofIt),
  ])
  return {
    its, others: Math.max(0, (all?.n ?? 0) - rows.length),
    history: rows.map((row) => ({ ...row, title: inLanguage(row.title, ctx.language), lang: otherLanguage(row.title, ctx.language), category: inLanguage(row.category, ctx.language), sentence: row.closedAt ? row.sentence : null })),
  }
}
const most = 50

/** Where a fault of a thing is told: the form of a report with its place and, where one category is of its kind, that category. */
export async function reportPath(ctx: Ctx, its: Asset): Promise<string> {
  const fitting = (await categoriesOf(ctx)).filter((each) => each.assetKind === its.kind)
  return withQuery('/feedback/new', { ...(fitting.length === 1 ? { category: fitting[0]!.id } : {}), asset: its.id })
}

/** The short address of a thing, for a code on it: leads to its page. */
export const shortAddress = resource('/feedback/assets/:kind/:key', {
  get: async (ctx, { kind, key }) => {
    allowAnyone(ctx, can.send)
    const [its] = await ctx.db.select({ id: asset.id }).from(asset).where(and(eq(asset.municipalityId, ctx.scope.municipalityId), eq(asset.kind, kind), eq(asset.key, key)))
    if (!its) throw new NotFound()
    throw new Moved(`/feedback/assets/${its.id}`)
  },
})
