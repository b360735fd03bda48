import type { Ctx } from '#core/context/context.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { areaName } from '#core/trail/facets.server.ts'
import type { ListOfKind } from '#core/trail/kind.ts'
import { lineOf, selectLines } from '#core/trail/list.server.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { and, eq, inArray } from 'drizzle-orm'
import { category } from '../schema.server.ts'
import { queryOf, readFilters } from './filters.ts'
import { listReports, nearOf } from './list.server.ts'

/** The list of reports for its feed (`/feedback.atom?area=&category=`), with every filter of the page; all states unless said otherwise. */
export async function feedLines(ctx: Ctx, query: URLSearchParams): Promise<ListOfKind> {
  const filters = readFilters(query, 'all')
  const { cards, next } = await listReports(ctx, filters, await nearOf(ctx, filters))
  const rows = cards.length ? await selectLines(ctx.db).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), isPublic, inArray(subject.id, cards.map((card) => card.id)))) : []
  const byId = new Map(rows.map((row) => [row.id, lineOf(ctx, row)]))
  const [its] = filters.category ? await ctx.db.select({ name: category.name }).from(category).where(and(eq(category.municipalityId, ctx.scope.municipalityId), eq(category.id, filters.category))) : []
  const { after: _after, ...said } = queryOf(filters, 'all')
  return {
    lines: cards.flatMap((card) => { const line = byId.get(card.id); return line ? [{ ...line, topic: card.category }] : [] }), next,
    query: Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    named: [...(its ? [inLanguage(its.name ?? {}, ctx.language)] : []), ...(filters.area ? [await areaName(ctx, filters.area) ?? filters.area] : [])],
  }
}
