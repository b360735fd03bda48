import { isId } from '#core/context/ids.server.ts'
import { withQuery } from '#core/http/urls.ts'
import { type Point, pointOf } from '#core/geo/geo.ts'
import { isDay } from '#core/time/local.ts'

export const sorts = ['newest', 'meToo', 'nearest', 'fixed'] as const
export type Sort = (typeof sorts)[number]
export const states = ['open', 'closed', 'all'] as const
export const spans = [7, 30, 365] as const

/** What a list of public reports is narrowed by; each combination has an address. Days are local dates, `to` the last one that belongs. */
export type Filters = {
  category?: string; state: (typeof states)[number]; area?: string; days?: (typeof spans)[number]; from?: string; to?: string; words?: string
  sort: Sort; /** a point, as "longitude,latitude" */ near?: Point; /** what was written as the place that is near */ where?: string; after?: string
}

/** Filters from an address; what is not understood is left out. `state` is open unless said otherwise, in feeds and files all. */
export function readFilters(query: URLSearchParams, state: Filters['state'] = 'open'): Filters {
  const get = (name: string, most = 100) => query.get(name)?.trim().slice(0, most) || undefined
  const category = get('category'), area = get('area'), days = Number(get('days')), from = date(get('from')), to = date(get('to')), words = get('q', 200), where = get('where', 120), after = get('after')
  const near = pointOf(get('near'))
  const said = states.find((each) => each === get('state')) ?? state
  const sort = sorts.find((each) => each === get('sort')) ?? usualSort({ near, where })
  return {
    state: sort === 'fixed' ? 'closed' : said, sort, ...(isId(category) ? { category } : {}), ...(area ? { area } : {}), ...(spans.find((each) => each === days) ? { days: days as Filters['days'] & number } : {}),
    ...(from ? { from } : {}), ...(to ? { to } : {}), ...(words ? { words } : {}), ...(near ? { near } : {}), ...(where ? { where } : {}), ...(after ? { after } : {}),
  }
}
const date = (text: string | undefined): string | undefined => (text && isDay(text) ? text : undefined)
/** Filters of which some may be taken away. */
type Some = { [K in keyof Filters]?: Filters[K] | undefined }
/** Who says where wants what is near. */
const usualSort = (its: Some): Sort => (its.near || its.where ? 'nearest' : 'newest')

/** What is chosen and nothing else, always in the same order, so that one list has one address. */
export const queryOf = (its: Some, usual: Filters['state'] = 'open'): Record<string, string | undefined> => ({
  sort: its.sort === usualSort(its) ? undefined : its.sort, state: its.state === usual || its.sort === 'fixed' ? undefined : its.state, category: its.category, area: its.area, days: its.days ? String(its.days) : undefined, from: its.from, to: its.to,
  q: its.words, where: its.where, near: its.near && `${its.near.longitude.toFixed(5)},${its.near.latitude.toFixed(5)}`, after: its.after,
})
export const addressOf = (path: string, its: Some, more: Record<string, string | undefined> = {}): string => withQuery(path, { ...queryOf(its), ...more })
