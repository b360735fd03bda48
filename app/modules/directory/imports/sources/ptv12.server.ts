import { askJson, type Manners, pagesOf, RegisterError } from '#core/ports/register.server.ts'
import { type Language, languages, type Translated } from '#core/text/language.ts'
import type { Brought, Refused } from '../brought.ts'
import { broughtChannel, broughtService, firstUrl, phoneOf, type PtvAddress, type PtvChannel, type PtvPhone, type PtvService } from './ptv.ts'
import type { PtvWanted } from './ptv11.server.ts'
import { hoursOfV12 } from './ptv-hours.ts'
import { byLanguage, list, type Loose, number, object, text, texts } from './read-loosely.ts'

/** A filter of v12 takes so many ids at a time. */
const mostIds = 20

/**
 * Palvelutietovaranto, API v12 (OpenAPI 3.1, beta): an `x-api-key` on every question; pages of a hundred (`page`, `totalPages`,
 * `items`); words in `languageVersions`; which channel serves which service as connections of their own, many to many; what a
 * channel is said by `serviceChannelType`, which is read before anything else of it. Throws RegisterError.
 */
export async function* fromPtv12(its: PtvWanted, today: string, manners: Manners = {}): AsyncGenerator<(Brought | Refused)[]> {
  const ask = { ...manners, headers: { 'x-api-key': its.apiKey } }
  const root = its.url.replace(/\/+$/, '')
  const of = its.organisation ? { organizationContentIds: its.organisation } : { areaType: 'LimitedArea', municipalities: its.municipality.padStart(3, '0'), municipalitiesMatch: 'any' }
  const walk = (path: string, query: [string, string][], keyOf: (item: Loose) => string) => pagesOf<Loose>(async (page) => {
    const read = object(await askJson(`${root}/${path}?${new URLSearchParams([['page', String(page)], ['pageSize', '100'], ...query])}`, ask))
    if (!Array.isArray(read.items)) throw new RegisterError('notThat')
    return { items: list(read.items), pages: number(read.totalPages) ?? 1 }
  }, keyOf)
  const idOf = (item: Loose) => text(item.contentId)

  const groups = new Map<string, string>()
  for await (const items of walk('target-groups', [], (item) => text(item.code))) for (const item of items) groups.set(text(item.code), byLanguage(item.name).fi ?? '')
  const ids: string[] = []
  for await (const items of walk('service/search', Object.entries(of), idOf)) {
    ids.push(...items.map(idOf).filter(Boolean))
    yield items.map((item) => broughtService(serviceOf(item, groups)))
  }
  const services = new Map<string, string[]>()
  for (let i = 0; i < ids.length; i += mostIds) {
    const those: [string, string][] = ids.slice(i, i + mostIds).map((id) => ['serviceContentIds', id])
    for await (const items of walk('connection/search', those, (item) => `${text(item.serviceContentId)} ${text(item.channelContentId)}`)) {
      for (const item of items) services.set(text(item.channelContentId), [...(services.get(text(item.channelContentId)) ?? []), text(item.serviceContentId)])
    }
  }
  for await (const items of walk('service-channel/search', Object.entries(of), idOf)) yield items.flatMap((item) => broughtChannel(channelOf(item, services.get(idOf(item)) ?? [], today)))
}

/** A field of every language version. */
const of = (item: Loose, field: string): Translated => byLanguage(item.languageVersions, (its) => text(object(its)[field]))
/** The name that is shown: the alternative where it is said to be the primary one. */
const namesOf = (item: Loose): Translated => byLanguage(item.languageVersions, (its) => { const version = object(its); return (version.isAlternativeNamePrimary === true && text(version.alternativeName)) || text(version.name) })

function serviceOf(item: Loose, groups: ReadonlyMap<string, string>): PtvService {
  return {
    id: text(item.contentId), names: namesOf(item), summaries: of(item, 'summary'), descriptions: of(item, 'description'), instructions: of(item, 'userInstructions'), terms: of(item, 'conditions'), prices: of(item, 'chargeTypeAdditionalInformation'),
    charge: ({ Free: 'free', Charged: 'paid' } as const)[text(item.chargeType)] ?? 'unknown', targets: texts(item.targetGroups).map((code) => groups.get(code) ?? ''), classes: texts(item.serviceClasses),
  }
}

const types: Record<string, PtvChannel['type']> = { ServiceLocation: 'location', TelephoneService: 'phone', EService: 'eservice', WebPage: 'webpage', PrintableForm: 'form' }

function channelOf(item: Loose, serviceIds: string[], today: string): PtvChannel {
  const type = types[text(item.serviceChannelType)] ?? 'other'
  const versions = languages.map((language) => [language, object(object(item.languageVersions)[language])] as const)
  const every = <T>(field: string, read: (its: Loose) => T) => versions.flatMap(([language, version]) => list(version[field]).map((its) => [language, read(its), its] as const))
  const urls: Translated = type === 'form' ? firstOf(every('formFiles', (its) => text(its.url))) : type === 'location' ? firstOf(every('contactWebPages', (its) => text(its.url))) : byLanguage(item.languageVersions, (its) => text(object(object(its).webAddress).url))
  return {
    id: text(item.contentId), type, names: namesOf(item), summaries: of(item, 'summary'), descriptions: of(item, 'description'), urls: firstUrl(urls) ? urls : {},
    phone: phoneFrom(every(type === 'phone' ? 'phoneNumbers' : type === 'location' ? 'contactPhoneNumbers' : 'supportPhoneNumbers', (its) => its)), email: every(type === 'location' ? 'contactEmails' : 'supportEmails', (its) => text(its.email)).map(([, email]) => email).find(Boolean) ?? '',
    address: type === 'location' ? addressFrom(object(item.location)) : null, periods: hoursOfV12(item.serviceHours, today), serviceIds,
  }
}
const firstOf = (all: (readonly [Language, string, Loose])[]): Translated => Object.fromEntries(all.filter(([, its]) => its).map(([language, its]) => [language, its]).reverse())
function phoneFrom(all: (readonly [Language, Loose, Loose])[]): PtvPhone | null {
  const phones = all.filter(([, its]) => its.type === 'DomesticPhone' || its.type === 'InternationalPhone')
  const its = phones[0]?.[1]
  const number = its && phoneOf(its.dialCode, its.number)
  return number ? { number, charge: Object.fromEntries(phones.filter(([, each]) => text(each.chargeDescription)).map(([language, each]) => [language, text(each.chargeDescription)]).reverse()) } : null
}
function addressFrom(location: Loose): PtvAddress | null {
  const street = list(location.streetAddresses)[0], other = list(location.otherAddresses)[0]
  const its = street ?? other
  if (!its) return null
  const points = list(its.coordinates).filter((each) => each.system === 'EPSG:3067')
  // what the owner has put by hand is nearer to the door than what the address register reckons
  const point = points.find((each) => each.source === 'AccessibilityRegister') ?? points.find((each) => each.source === 'User') ?? points[0]
  const door = text(its.addressDetail)
  return { street: Object.fromEntries(Object.entries(byLanguage(its.streetName)).map(([language, name]) => [language, door ? `${name} ${door}` : name])), postalCode: text(its.postalCode), more: byLanguage(its.additionalInformation), east: number(point?.easting), north: number(point?.northing) }
}
