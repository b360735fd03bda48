import { and, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { areaName } from '#core/trail/facets.server.ts'
import type { ListOfKind } from '#core/trail/kind.ts'
import { lineOf, selectLines } from '#core/trail/list.server.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { placeKinds } from '../place-kinds.ts'
import { placeCards, serviceCards } from './cards.server.ts'
import { placeQuery, readPlaceFilters, readServiceFilters, servicesAddress } from './filters.ts'
import { nearOf, placesListed, servicesListed } from './listed.server.ts'
import { findWords } from './texts/index.ts'

/** Lines of these in their order. One query. */
async function linesOf(ctx: Ctx, ids: string[]) {
  const rows = ids.length ? await selectLines(ctx.db).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), isPublic, inArray(subject.id, ids))) : []
  const byId = new Map(rows.map((row) => [row.id, lineOf(ctx, row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
const said = (query: Record<string, string | undefined>) => Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => entry[0] !== 'after' && entry[1] !== undefined))

/** The list of places for its feed (`/places.atom?kind=rink`), with every filter of the page; each line begins with what the place is like right now. */
export async function placeFeed(ctx: Ctx, query: URLSearchParams): Promise<ListOfKind> {
  const filters = readPlaceFilters(query)
  const { ids, next, facts } = await placesListed(ctx, filters, await nearOf(ctx, filters))
  const [lines, cards] = [await linesOf(ctx, ids), await placeCards(ctx, ids, null, facts)]
  const t = findWords(ctx.language)
  return {
    lines: lines.map((line) => { const card = cards.find((each) => each.id === line.id); return { ...line, summary: [...(card?.facts ?? []).map((fact) => fact.words), card?.summary].filter(Boolean).join('. ') } }), next, query: said(placeQuery(filters)),
    named: [...(filters.kind ? [placeKinds.get(filters.kind)!.name[ctx.language]] : []), ...(filters.group ? [t.groups[filters.group]] : []), ...(filters.area ? [await areaName(ctx, filters.area) ?? filters.area] : [])],
  }
}
/** The list of services for its feed (`/services/all.atom?audience=children`). */
export async function serviceFeed(ctx: Ctx, query: URLSearchParams): Promise<ListOfKind> {
  const filters = readServiceFilters(query)
  const { ids, next } = await servicesListed(ctx, filters)
  const cards = await serviceCards(ctx, ids)
  return { lines: (await linesOf(ctx, ids)).map((line) => ({ ...line, summary: cards.find((card) => card.id === line.id)?.summary ?? '' })), next, query: said(Object.fromEntries(new URL(servicesAddress(filters), 'http://here').searchParams)), named: filters.audience ? [findWords(ctx.language).audiences[filters.audience]] : [] }
}
