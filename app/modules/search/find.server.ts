import type { Ctx } from '#core/context/context.server.ts'
import { beginningsOf } from '#core/text/roots.ts'
import { areasOf, placesOf, topicsOf } from '#core/trail/facets.server.ts'
import { kindName, kinds, subjectPath } from '#core/trail/kind.ts'
import type { Line } from '#core/trail/list.server.ts'
import { searchSubjects } from '#core/trail/search.server.ts'

/** A result as the page shows it: a line, its kind in words and its address. */
export type Result = Line & { kindName: string; path: string }
/** A way straight there: a topic, an area, the area of a place, or all of a kind. */
export type Shortcut = { kind: 'topic' | 'area' | 'place' | 'list'; name: string; path: string }

const areaPath = (key: string) => `/areas/${encodeURIComponent(key)}`

/** One box over everything: results and the shortcuts that the words name. Five queries. An empty text gives the topics to browse. */
export async function find(ctx: Ctx, query: URLSearchParams) {
  const text = (query.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, 200)
  const from = Number.parseInt(query.get('from') ?? '') || 0
  const topics = await topicsOf(ctx)
  if (!text) return { text, from: 0, results: [] as Result[], next: null, shortcuts: [] as Shortcut[], kind: null, topics: topics.map(({ id, name }) => ({ name, path: `/topics/${id}` })) }
  const { lines, next, asked } = await searchSubjects(ctx, text, { from })
  const [places, areas] = [await placesOf(ctx), await areasOf(ctx)]
  const beginnings = asked.words.flatMap((word) => [word, ...beginningsOf(word, ctx.language)])
  const named = (name: string) => name.toLocaleLowerCase('fi').split(/[^\p{L}\p{N}]+/u).some((part) => part.length > 2 && beginnings.some((each) => part.startsWith(each)))
  const list = asked.kind ? kinds().get(asked.kind)?.list : undefined
  const shortcuts: Shortcut[] = from > 0 ? [] : [
    ...(list ? [{ kind: 'list' as const, name: list.name[ctx.language], path: list.path }] : []),
    ...topics.filter((topic) => named(topic.name) || topic.hints.some((hint) => asked.words.some((word) => hint.length > 3 && word.startsWith(hint)))).slice(0, 3).map((topic) => ({ kind: 'topic' as const, name: topic.name, path: `/topics/${topic.id}` })),
    ...areas.filter((area) => named(area.name)).slice(0, 3).map((area) => ({ kind: 'area' as const, name: area.name, path: areaPath(area.key) })),
    ...places.filter((place) => named(place.name)).slice(0, 3).map((place) => ({ kind: 'place' as const, name: place.name, path: areaPath(place.area) })),
  ]
  return {
    text, from, next, shortcuts, kind: asked.kind && asked.words.length ? kindName(asked.kind, ctx.language) : null, topics: [],
    results: lines.map((line): Result => ({ ...line, kindName: kindName(line.kind, ctx.language), path: subjectPath(line.kind, line.id) })),
  }
}
