import type { Ctx } from '#core/context/context.server.ts'
import { withQuery } from '#core/http/urls.ts'
import { cut } from '#core/text/cut.ts'
import { beginningsOf } from '#core/text/roots.ts'
import { areasOf, placesOf, topicsOf } from '#core/trail/facets.server.ts'
import { kindName, kinds, subjectPath } from '#core/trail/kind.ts'
import type { Line } from '#core/trail/list.server.ts'
import { searchedInVain } from '#core/trail/searched.server.ts'
import { searchSubjects } from '#core/trail/search.server.ts'
import { fitting, kindsNamed, nearOf, phoneToAsk, type PlaceCard, placeCards, placesAddress, readPlaceFilters, serviceCards } from '#modules/directory/server'
import { weights } from './weights.ts'

/** A result as the page shows it: a line, its kind in words and its address, and of a place what it is like right now. */
export type Result = Line & { kindName: string; path: string; metres: number | null; /** of a place: what it is and what it is like right now */ card: PlaceCard | null; /** of a service: who offers it, the municipality's unit or a provider */ offeredBy: { name: string; provider: boolean } | null }
/** A way straight there: a kind of places, a topic, an area, the area of a place, or all of a kind. */
export type Shortcut = { kind: 'places' | 'topic' | 'area' | 'place' | 'list'; name: string; path: string }
/** What a search is narrowed by; each combination has an address. */
export type Narrowed = { kind?: string; open: boolean; free: boolean; near?: string; where?: string }

const areaPath = (key: string) => `/areas/${encodeURIComponent(key)}`

/** What is chosen and nothing else, as an address says it. */
export const searchAddress = (text: string, its: { [K in keyof Narrowed]?: Narrowed[K] | undefined }, more: Record<string, string | number> = {}): string =>
  withQuery('/search', { q: text, kind: its.kind, open: its.open ? '1' : undefined, free: its.free ? '1' : undefined, where: its.where, near: its.near, ...more })

/** One box over everything: results and the shortcuts that the words name. About ten queries with what is right now. An empty text gives the topics to browse. */
export async function find(ctx: Ctx, query: URLSearchParams) {
  const text = cut((query.get('q') ?? '').replace(/\s+/g, ' ').trim(), 200)
  const from = Number.parseInt(query.get('from') ?? '') || 0
  const place = readPlaceFilters(query)
  const said = query.get('kind') ?? '', kind = kinds().has(said) && kinds().get(said)!.list ? said : undefined
  const narrowed: Narrowed = { open: place.open === true, free: place.free === true, ...(kind ? { kind } : {}), ...(place.near ? { near: `${place.near.longitude},${place.near.latitude}` } : {}), ...(place.where ? { where: place.where } : {}) }
  const all = [...kinds()].filter(([, its]) => its.list).map(([key, its]) => ({ kind: key, name: its.list!.feed[ctx.language] })).sort((a, b) => (weights[b.kind] ?? 0) - (weights[a.kind] ?? 0))
  const topics = await topicsOf(ctx)
  const empty = { text, from: 0, narrowed, kinds: all, near: null, results: [] as Result[], next: null, shortcuts: [] as Shortcut[], also: [] as string[], kind: null, phone: null, topics: [] as { name: string; path: string }[] }
  if (!text) return { ...empty, topics: topics.map(({ id, name }) => ({ name, path: `/topics/${id}` })) }
  const near = await nearOf(ctx, place)
  const nowOnly = narrowed.open ? ['place'] : narrowed.free ? ['place', 'service'] : null
  const { lines, next, asked, also } = await searchSubjects(ctx, text, {
    from, weights, ...(kind ? { kinds: [kind] } : nowOnly ? { kinds: nowOnly } : {}), ...(near ? { near } : {}), ...(nowOnly ? { only: (ids: string[]) => fitting(ctx, ids, narrowed) } : {}),
  })
  const none = lines.length === 0 && from === 0
  if (none && !kind && !nowOnly) await searchedInVain(ctx, asked.words)
  const idsOf = (of: string) => lines.filter((line) => line.kind === of).map((line) => line.id)
  const [places, areas, cards, services, phone] = await Promise.all([placesOf(ctx), areasOf(ctx), placeCards(ctx, idsOf('place'), near), serviceCards(ctx, idsOf('service')), none ? phoneToAsk(ctx) : null])
  const beginnings = asked.words.flatMap((word) => [word, ...beginningsOf(word, ctx.language)])
  const named = (name: string) => name.toLocaleLowerCase('fi').split(/[^\p{L}\p{N}]+/u).some((part) => part.length > 2 && beginnings.some((each) => part.startsWith(each)))
  const list = asked.kind ? kinds().get(asked.kind)?.list : undefined
  const shortcuts: Shortcut[] = from > 0 ? [] : [
    ...kindsNamed([...asked.words, ...also.flatMap((each) => each.split(' '))], ctx.language).map((each) => ({ kind: 'places' as const, name: each.name, path: placesAddress({ kind: each.kind, near: place.near, where: place.where, ...(narrowed.open ? { open: true } : {}) }) })),
    ...(list ? [{ kind: 'list' as const, name: list.name[ctx.language], path: list.path }] : []),
    ...topics.filter((topic) => named(topic.name) || topic.hints.some((hint) => asked.words.some((word) => hint.length > 3 && word.startsWith(hint)))).slice(0, 3).map((topic) => ({ kind: 'topic' as const, name: topic.name, path: `/topics/${topic.id}` })),
    ...areas.filter((area) => named(area.name)).slice(0, 3).map((area) => ({ kind: 'area' as const, name: area.name, path: areaPath(area.key) })),
    ...places.filter((its) => named(its.name)).slice(0, 3).map((its) => ({ kind: 'place' as const, name: its.name, path: areaPath(its.area) })),
  ]
  return {
    ...empty, from, next, shortcuts, also, near, phone, kind: !kind && asked.kind && asked.words.length ? kindName(asked.kind, ctx.language) : null,
    results: lines.map((line): Result => ({ ...line, summary: [...cards, ...services].find((card) => card.id === line.id)?.summary ?? line.summary, kindName: kindName(line.kind, ctx.language), path: subjectPath(line.kind, line.id), card: cards.find((card) => card.id === line.id) ?? null, offeredBy: offers(services.find((card) => card.id === line.id)) })),
  }
}
const offers = (its: { unit: string | null; provider: string | null } | undefined): Result['offeredBy'] => { const name = its?.provider ?? its?.unit; return name ? { name, provider: its!.provider !== null } : null }
