import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { findPlaces } from '#core/geo/find.server.ts'
import type { Point } from '#core/geo/geo.ts'
import { onPlane } from '#core/geo/mercator.ts'
import { beginningsOf, rootOf } from '#core/text/roots.ts'
import type { Language } from '#core/text/language.ts'
import { atWallClock, wallClock } from '#core/time/local.ts'
import { understand } from '#core/trail/search.server.ts'
import type { Filters, Sort } from './filters.ts'
import { cardsOf, type ReportCard } from './report-cards.server.ts'

const p = sql.placeholder
const listed = once((db) => db.select({ id: sql<string>`l.id`, at: sql<string | null>`to_json(l.at) #>> '{}'`, number: sql<number | null>`l.number` })
  .from(sql`feedback.listed(${p('sort')}::text, ${p('categories')}::uuid[], ${p('open')}::boolean, ${p('area')}::text, ${p('since')}::timestamptz, ${p('until')}::timestamptz, ${p('words')}::tsquery, ${p('x')}::float8, ${p('y')}::float8, ${p('afterAt')}::timestamptz, ${p('afterNumber')}::float8, ${p('afterId')}::uuid, ${p('most')}::int) l`).prepare('feedback_listed'))

/** Filters as the database's functions take them. */
export function narrowing(ctx: Ctx, filters: Filters) {
  const today = wallClock(ctx.now).day
  const midnight = (day: string, more = 0) => atWallClock(new Date(Date.parse(`${day}T00:00:00Z`) + more * 86_400_000).toISOString().slice(0, 10), '00:00:00')
  return {
    categories: filters.category ? [filters.category] : null, open: filters.state === 'all' ? null : filters.state === 'open', area: filters.area ?? null,
    since: filters.from ? midnight(filters.from) : filters.days ? midnight(today, 1 - filters.days) : null, until: filters.to ? midnight(filters.to, 1) : null, words: filters.words ? wordsQuery(ctx, filters.words) : null,
  }
}
/** All of the words in any of their forms; of what has no words nothing is found. */
function wordsQuery(ctx: Ctx, text: string): string {
  const spoken = [...new Set<Language>([ctx.language, ...ctx.municipality.languages])]
  const { words } = understand(text)
  if (words.length === 0) return `'·'` // a word that no text has
  // A root of four letters is enough here, where one list is narrowed: "kuopat" are found under "kuop".
  const forms = (word: string) => spoken.flatMap((language) => [...beginningsOf(word, language), rootOf(word, language)]).filter((each) => each.length >= 4)
  return words.map((word) => `(${[...new Set([word, ...forms(word)])].map((each) => `${each}:*`).join('|')})`).join(' & ')
}

/** Where "near" is: the point that was given, else the place or address that was written. Null when nobody knows it. */
export async function nearOf(ctx: Ctx, filters: Filters): Promise<(Point & { name: string | null }) | null> {
  if (filters.near) return { ...filters.near, name: null }
  if (!filters.where) return null
  const [found] = await findPlaces(ctx, filters.where)
  return found ? { longitude: found.longitude, latitude: found.latitude, name: [found.name, found.detail].filter(Boolean).join(', ') } : null
}

/** A page of public reports: twenty, and the cursor of the page after it. Three queries. */
export async function listReports(ctx: Ctx, filters: Filters, near: Point | null, limit = 20): Promise<{ cards: ReportCard[]; next: string | null }> {
  const sort = filters.sort === 'nearest' && !near ? 'newest' : filters.sort
  const cursor = readCursor(filters.after, sort)
  const rows = await listed(ctx.db).execute({
    sort, ...narrowing(ctx, filters), x: near ? onPlane(near).x : null, y: near ? onPlane(near).y : null, most: limit + 1,
    afterId: cursor?.id ?? null, afterAt: cursor && (sort === 'newest' || sort === 'fixed') ? cursor.value : null, afterNumber: cursor && (sort === 'meToo' || sort === 'nearest') ? Number(cursor.value) : null,
  })
  const shown = rows.slice(0, limit), last = shown.at(-1)
  return { cards: await cardsOf(ctx, shown.map((row) => row.id)), next: rows.length > limit && last ? `${last.at ?? last.number}~${last.id}` : null }
}
/** Where a page goes on, when it is of this order: what comes from an address must not reach the database as another type. */
function readCursor(after: string | undefined, sort: Sort): { value: string; id: string } | null {
  const [value, id] = after?.split('~') ?? []
  const fits = sort === 'meToo' ? /^\d{1,9}$/ : sort === 'nearest' ? /^\d(\.\d{1,40})?(e-\d{1,3})?$/ : /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d:\d\d$/
  return value && isId(id) && fits.test(value) && (sort === 'meToo' || sort === 'nearest' || !Number.isNaN(Date.parse(value))) ? { value, id } : null
}
