import { isId } from '#core/context/ids.server.ts'
import { type Point, pointOf } from '#core/geo/geo.ts'
import { withQuery } from '#core/http/urls.ts'
import { type Audience, audiences, type ChannelKind, channelKinds } from '../facts.ts'
import { type PlaceKind, placeKinds } from '../place-kinds.ts'

export type Group = PlaceKind['group']
export const groups: Group[] = ['sports', 'nature', 'children', 'culture', 'care', 'everyday']
export const kindsOf = (group: Group): string[] => [...placeKinds].filter(([, its]) => its.group === group).map(([kind]) => kind)
export const sorts = ['name', 'nearest', 'condition'] as const
export type Sort = (typeof sorts)[number]

/** What lists of places and services are narrowed by; each combination has an address. */
type Common = { audience?: Audience; free?: boolean; unit?: string; /** a provider's id, or the municipality's own */ provider?: string; after?: string }
export type PlaceFilters = Common & {
  kind?: string; group?: Group; open?: boolean; accessible?: boolean; /** what is in good condition now */ good?: boolean; area?: string
  sort: Sort; /** a point within about 100 m of who asks; it is in the address alone */ near?: Point; /** what was written as the place that is near */ where?: string
}
export type ServiceFilters = Common & { channel?: ChannelKind }

const reader = (query: URLSearchParams) => {
  const get = (name: string, most = 100) => query.get(name)?.trim().slice(0, most) || undefined
  const is = (name: string) => get(name) === '1'
  return { get, is, common: (): Common => {
    const audience = audiences.find((each) => each === get('audience')), unit = get('unit'), provider = get('provider'), after = get('after', 300)
    return { ...(audience ? { audience } : {}), ...(is('free') ? { free: true } : {}), ...(isId(unit) ? { unit } : {}), ...(provider === 'own' || isId(provider) ? { provider } : {}), ...(after ? { after } : {}) }
  } }
}

/** Filters from an address; what is not understood is left out. */
export function readPlaceFilters(query: URLSearchParams): PlaceFilters {
  const { get, is, common } = reader(query)
  // One choice of a form says both: a kind, or "group:sports".
  const said = get('kind'), kind = said?.startsWith('group:') ? undefined : said
  const group = groups.find((each) => each === (said?.startsWith('group:') ? said.slice(6) : get('group'))), near = coarse(pointOf(get('near'))), where = get('where', 120), area = get('area')
  const known = kind !== undefined && placeKinds.has(kind)
  return {
    ...common(), sort: sorts.find((each) => each === get('sort')) ?? usualSort({ near, where }), ...(known ? { kind } : group ? { group } : {}), ...(is('open') ? { open: true } : {}), ...(is('accessible') ? { accessible: true } : {}), ...(is('good') ? { good: true } : {}),
    ...(area ? { area } : {}), ...(near ? { near } : {}), ...(where ? { where } : {}),
  }
}
export function readServiceFilters(query: URLSearchParams): ServiceFilters {
  const { get, common } = reader(query)
  const channel = channelKinds.find((each) => each === get('channel'))
  return { ...common(), ...(channel ? { channel } : {}) }
}

/** Where somebody is, as exactly as a list needs it and no more: to about a hundred metres, whatever was sent. */
export const coarse = (point: Point | undefined): Point | undefined => point && { longitude: Math.round(point.longitude * 1000) / 1000, latitude: Math.round(point.latitude * 1000) / 1000 }
export const writePoint = (point: Point): string => `${point.longitude.toFixed(3)},${point.latitude.toFixed(3)}`

/** Filters of which some may be taken away. */
export type Some<T> = { [K in keyof T]?: T[K] | undefined }
/** Who says where wants what is near. */
const usualSort = (its: Some<PlaceFilters>): Sort => (its.near || its.where ? 'nearest' : 'name')
const flag = (its: boolean | undefined) => (its ? '1' : undefined)
const commonQuery = (its: Some<Common>) => ({ audience: its.audience, free: flag(its.free), provider: its.provider, unit: its.unit })

/** What is chosen and nothing else, always in the same order, so that one list has one address. */
export const placeQuery = (its: Some<PlaceFilters>): Record<string, string | undefined> => ({
  sort: its.sort === usualSort(its) ? undefined : its.sort, kind: its.kind, group: its.group, open: flag(its.open), good: flag(its.good), accessible: flag(its.accessible), ...commonQuery(its), area: its.area, where: its.where, near: its.near && writePoint(its.near), after: its.after,
})
export const placesAddress = (its: Some<PlaceFilters>, more: Record<string, string | undefined> = {}, path = '/places'): string => withQuery(path, { ...placeQuery(its), ...more })
export const servicesAddress = (its: Some<ServiceFilters>): string => withQuery('/services/all', { channel: its.channel, ...commonQuery(its), after: its.after })
