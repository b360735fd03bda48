import { askJson, type Manners, pagesOf, RegisterError } from '#core/ports/register.server.ts'
import type { Translated } from '#core/text/language.ts'
import { kindOfLipas } from '../../place-kinds.ts'
import type { Brought, Facts, Refused } from '../brought.ts'
import { equipmentOfLipas } from './lipas-equipment.ts'
import { phoneOf } from './ptv.ts'
import { line, list, type Loose, number, object, prose, text } from './read-loosely.ts'

/** Of which municipalities, by their numbers, and of which types, by theirs (all when none are said). */
export type LipasWanted = { url: string; municipality: string; types: number[] }

/**
 * LIPAS API v2 (University of Jyväskylä, CC BY 4.0): pages of a hundred sports places that are in use, or out of it for a
 * while. A place is its point; a route begins where its first line does; an area is found in its middle. Throws RegisterError.
 */
export async function* fromLipas(its: LipasWanted, manners: Manners = {}): AsyncGenerator<(Brought | Refused)[]> {
  const root = its.url.replace(/\/+$/, '')
  const query = { 'page-size': '100', statuses: 'active,out-of-service-temporarily', 'city-codes': its.municipality.split(/[\s,;]+/).filter(Boolean).map(Number).join(','), ...(its.types.length > 0 ? { 'type-codes': its.types.join(',') } : {}) }
  const walk = pagesOf<Loose>(async (page) => {
    const read = object(await askJson(`${root}/sports-sites?${new URLSearchParams({ page: String(page), ...query })}`, manners))
    if (!Array.isArray(read.items)) throw new RegisterError('notThat')
    return { items: list(read.items), pages: number(object(read.pagination)['total-pages']) ?? 1 }
  }, (item) => text(item['lipas-id']))
  for await (const items of walk) yield items.filter(inUse).map(broughtSite)
}

const inUse = (item: Loose) => ['', 'active', 'out-of-service-temporarily'].includes(text(item.status))

function broughtSite(item: Loose): Brought | Refused {
  const key = text(item['lipas-id'])
  const localized = object(item['name-localized'])
  const name = line(languagesOf(text(item.name) || text(item['marketing-name']), localized.se ?? localized.sv, localized.en), 200)
  if (!key || !name) return { refused: name ? 'noKey' : 'noName', key, name: key }
  const location = object(item.location), properties = object(item.properties)
  const point = pointOf(list(object(location.geometries).features))
  const url = text(item.www)
  const facts: Facts = {
    kind: kindOfLipas(number(object(item.type)['type-code']) ?? 0), name, description: prose(languagesOf(text(item.comment)), 5000), street: line(languagesOf(text(location.address)), 200), postalCode: text(location['postal-code']), city: text(location['postal-office']).slice(0, 100),
    phone: phoneOf('', text(item['phone-number']).split(/[,;/]| tai /)[0]), email: text(item.email), url: url && !/^https?:\/\//i.test(url) ? `https://${url}` : url, longitude: point?.longitude ?? null, latitude: point?.latitude ?? null,
    ...(properties['free-use?'] === true ? { priceKind: 'free' } : {}), equipment: equipmentOfLipas(properties),
  }
  return { what: 'place', key, name: name.fi ?? Object.values(name)[0]!, facts, ...(point ? {} : { left: ['point'] }) }
}
const languagesOf = (fi: unknown, sv?: unknown, en?: unknown): Translated => Object.fromEntries([['fi', text(fi)], ['sv', text(sv)], ['en', text(en)]].filter(([, its]) => its))

/** One point for a geometry of GeoJSON: the point, the beginning of a route, the middle of an area. Null when it is not on the earth. */
export function pointOf(features: Loose[]): { longitude: number; latitude: number } | null {
  const geometry = object(features.map((each) => (each.type === 'Feature' ? each.geometry : each)).find((each) => object(each).coordinates !== undefined))
  const all = pairs(geometry.coordinates)
  if (all.length === 0) return null
  const wests = all.map(([x]) => x), souths = all.map(([, y]) => y)
  const middle = (its: number[]) => (its.reduce((a, b) => Math.min(a, b), Infinity) + its.reduce((a, b) => Math.max(a, b), -Infinity)) / 2
  const [longitude, latitude] = /Polygon/.test(text(geometry.type)) ? [middle(wests), middle(souths)] : all[0]!
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && (longitude !== 0 || latitude !== 0) ? { longitude: Math.round(longitude * 1e6) / 1e6, latitude: Math.round(latitude * 1e6) / 1e6 } : null
}
/** Every pair of coordinates of a geometry, however deep; a height is left out. */
function pairs(value: unknown, deep = 0): [number, number][] {
  if (!Array.isArray(value) || deep > 5) return []
  if (typeof value[0] === 'number') return Number.isFinite(value[0]) && typeof value[1] === 'number' && Number.isFinite(value[1]) ? [[value[0], value[1]]] : []
  return value.flatMap((each: unknown) => pairs(each, deep + 1))
}
