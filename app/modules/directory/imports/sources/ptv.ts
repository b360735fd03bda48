import { pointToTm35, tm35ToPoint } from '#core/geo/tm35fin.ts'
import { isLanguage, languages, type Translated } from '#core/text/language.ts'
import { audiences, type Audience, type ChannelKind } from '../../facts.ts'
import type { Period } from '../../hours/periods.ts'
import type { Brought, Facts, Refused } from '../brought.ts'
import { kindByName } from './kind-by-name.ts'
import { line, number, prose, text } from './read-loosely.ts'

/** A service of Suomi.fi's Palvelutietovaranto, in whichever version it was told. */
export type PtvService = { id: string; names: Translated; summaries: Translated; descriptions: Translated; instructions: Translated; terms: Translated; charge: 'free' | 'paid' | 'unknown'; prices: Translated; targets: string[]; classes: string[] }
export type PtvPhone = { number: string; charge: Translated }
export type PtvAddress = { street: Translated; postalCode: string; city?: string; more: Translated; east: number | null; north: number | null }
/** A way to use services; a `location` is a place too. */
export type PtvChannel = {
  id: string; type: 'location' | 'phone' | 'eservice' | 'webpage' | 'form' | 'other'; names: Translated; summaries: Translated; descriptions: Translated
  phone: PtvPhone | null; email: string; urls: Translated; address: PtvAddress | null; periods: Period[]; serviceIds: string[]
  /** told by v11 alone; undefined: this version does not speak of it */ entrances?: Facts[]; accessSentences?: Facts[]
}

/** Which of our audiences a target group of PTV is, by its Finnish name: its codes have changed, its words have not. */
const meant: [RegExp, Audience[]][] = [[/lapsiperhe/i, ['families', 'children']], [/\blapset\b/i, ['children']], [/nuor/i, ['youth']], [/ikäihm|vanhu|iäkkä|senior/i, ['older']], [/vammais/i, ['disabled']], [/maahanmuut/i, ['newcomers']], [/yrity|elinkeino/i, ['companies']], [/yhteisöt|järjestö|yhdisty/i, ['associations']]]
const audiencesOf = (targets: string[]): Audience[] => { const found = new Set(targets.flatMap((target) => meant.filter(([words]) => words.test(target)).flatMap(([, its]) => its))); return audiences.filter((each) => found.has(each)) }

/** ETRS-TM35FIN metres as a point, when it lies in Finland: zeros, swapped pairs and degrees in the wrong field are no place. */
export function pointIn(east: number | null, north: number | null): { longitude: number; latitude: number } | null {
  if (east === null || north === null || east < 43_000 || east > 765_000 || north < 6_500_000 || north > 7_800_000) return null
  const point = tm35ToPoint({ north, east })
  return Number.isFinite(point.latitude) && Math.abs(pointToTm35(point).north - north) < 1 ? { longitude: Math.round(point.longitude * 1e6) / 1e6, latitude: Math.round(point.latitude * 1e6) / 1e6 } : null
}
/** "+358" and "401234567" together; a national service number stays as it is. */
export function phoneOf(prefix: unknown, rest: unknown): string {
  const digits = text(rest).replace(/[^\d+]/g, '')
  const code = text(prefix).replace(/[^\d+]/g, '')
  return !digits ? '' : code && !digits.startsWith('+') ? `${code}${digits.replace(/^0/, '')}` : digits
}
export const firstUrl = (urls: Translated): string => languages.map((language) => urls[language]).find((url) => url && /^https?:\/\//i.test(url)) ?? ''
const first = (its: Translated) => languages.map((language) => its[language]).find(Boolean) ?? ''

export function broughtService(its: PtvService): Brought | Refused {
  const key = its.id.toLowerCase()
  const name = line(its.names, 200)
  if (!key || !name) return { refused: name ? 'noKey' : 'noName', key, name: first(its.names) || key }
  return { what: 'service', key, name: first(name), facts: {
    name, summary: line(its.summaries, 300), description: prose(its.descriptions, 5000), how: prose(its.instructions, 3000), forWhom: prose(its.terms, 2000), priceKind: its.charge, price: prose(its.prices, 500),
    audiences: audiencesOf(its.targets), classes: [...new Set(its.classes)].sort().slice(0, 30),
  } }
}

const kinds: Record<'phone' | 'eservice' | 'webpage' | 'form', ChannelKind> = { phone: 'phone', eservice: 'form', webpage: 'web', form: 'form' }

/** A channel as what is kept of it here: its place, if it is one; the way that it is; its hours. */
export function broughtChannel(its: PtvChannel): (Brought | Refused)[] {
  const key = its.id.toLowerCase()
  const name = line(its.names, 200)
  if (!key || !name) return [{ refused: name ? 'noKey' : 'noName', key, name: first(its.names) || key }]
  const serviceKeys = [...new Set(its.serviceIds.map((id) => id.toLowerCase()))].sort()
  const words = { name, description: prose(Object.keys(its.descriptions).length ? its.descriptions : its.summaries, 2000) }
  if (its.type === 'other') return [{ refused: 'channelKind', key, name: first(name) }]
  if (its.type !== 'location') {
    const kind = kinds[its.type]
    const url = firstUrl(its.urls), phone = its.phone?.number ?? ''
    if (kind === 'phone' ? !phone : !url) return [{ refused: kind === 'phone' ? 'noPhone' : 'noUrl', key, name: first(name) }]
    return [{ what: 'channel', key, name: first(name), facts: { kind, ...words, url, phone, email: its.email, placeKey: null, charge: line(its.phone?.charge ?? {}, 300), serviceKeys } }, ...hoursOf(key, 'channel', first(name), its.periods)]
  }
  const { address } = its
  const point = address && pointIn(address.east, address.north)
  const place: Facts = {
    name, kind: kindByName(first(name)), description: prose(Object.keys(its.descriptions).length ? its.descriptions : its.summaries, 5000), phone: its.phone?.number ?? '', email: its.email, url: firstUrl(its.urls),
    street: address ? line(address.street, 200) : null, postalCode: address?.postalCode ?? '', arrival: address ? prose(address.more, 1000) : null, longitude: point?.longitude ?? null, latitude: point?.latitude ?? null,
    ...(address?.city !== undefined ? { city: address.city } : {}), ...(its.entrances ? { entrances: its.entrances } : {}), ...(its.accessSentences ? { accessSentences: its.accessSentences } : {}),
  }
  const given = address && (number(address.east) !== null || number(address.north) !== null)
  return [
    { what: 'place', key, name: first(name), facts: place, ...(given && !point ? { left: ['point'] } : {}) },
    { what: 'channel', key, name: first(name), facts: { kind: 'place', name, description: null, url: '', phone: '', email: '', placeKey: key, charge: null, serviceKeys } },
    ...hoursOf(key, 'place', first(name), its.periods),
  ]
}
const hoursOf = (key: string, of: 'place' | 'channel', name: string, periods: Period[]): Brought[] => (periods.length > 0 ? [{ what: 'hours', key, name, facts: { of, ownerKey: key, periods } }] : [])

/** "YLÖJÄRVI" is Ylöjärvi, "YLÖJÄRVI AS" too is only written so by the post. */
export const townOf = (said: string): string => said.toLocaleLowerCase('fi').replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fi')).slice(0, 100)
/** The languages that are ours, out of values by language. */
export const ours = (said: Record<string, string>): Translated => Object.fromEntries(Object.entries(said).filter(([language, its]) => isLanguage(language) && its))
