import { askJson, type Manners, pagesOf, RegisterError } from '#core/ports/register.server.ts'
import { isLanguage, type Translated } from '#core/text/language.ts'
import type { Brought, Facts, Refused } from '../brought.ts'
import { byLanguage, line, list, localized, type Loose, number, object, text, texts } from './read-loosely.ts'
import { broughtChannel, broughtService, phoneOf, pointIn, type PtvAddress, type PtvChannel, type PtvPhone, type PtvService, townOf } from './ptv.ts'
import { hoursOfV11 } from './ptv-hours.ts'

/** Whose services are brought: an organisation's, else those of a municipality's area by its number (three digits). */
export type PtvWanted = { url: string; organisation: string; municipality: string; apiKey: string }

/**
 * Palvelutietovaranto, Open API v11: pages of a hundred whole records (`pageNumber`, `pageCount`, `itemList`), names and
 * descriptions as [{ language, value, type }], coordinates as texts of ETRS-TM35FIN. Throws RegisterError.
 */
export async function* fromPtv11(its: PtvWanted, manners: Manners = {}): AsyncGenerator<(Brought | Refused)[]> {
  for await (const items of pages(its, 'Service', manners)) yield items.filter(published).map((item) => broughtService(serviceOf(item)))
  for await (const items of pages(its, 'ServiceChannel', manners)) yield items.filter(published).flatMap((item) => broughtChannel(channelOf(item)))
}

const published = (item: Loose) => text(item.publishingStatus) === '' || item.publishingStatus === 'Published'
function pages(its: PtvWanted, what: 'Service' | 'ServiceChannel', manners: Manners) {
  const root = its.url.replace(/\/+$/, '')
  return pagesOf<Loose>(async (page) => {
    const read = object(await askJson(its.organisation ? `${root}/${what}/list/organization?organizationId=${encodeURIComponent(its.organisation)}&page=${page}` : `${root}/${what}/list/area/Municipality/code/${encodeURIComponent(its.municipality)}?page=${page}`, manners))
    if (!Array.isArray(read.itemList)) throw new RegisterError('notThat')
    return { items: list(read.itemList), pages: number(read.pageCount) ?? 1 }
  }, (item) => text(item.id))
}

function serviceOf(item: Loose): PtvService {
  const said = (type: string) => localized(item.serviceDescriptions, type)
  return {
    id: text(item.id), names: namesOf(item.serviceNames, []), summaries: said('Summary'), descriptions: said('Description'), instructions: said('UserInstruction'), terms: localized(item.requirements), prices: said('ChargeTypeAdditionalInfo'),
    charge: ({ FreeOfCharge: 'free', Free: 'free', Chargeable: 'paid', Charged: 'paid' } as const)[text(item.serviceChargeType)] ?? 'unknown',
    targets: list(item.targetGroups).map((each) => localized(each.name).fi ?? ''), classes: list(item.serviceClasses).map((each) => text(each.code)).filter(Boolean),
  }
}

/** The name that an entry shows in each language: the alternative one where it says so. */
function namesOf(names: unknown, shown: Loose[]): Translated {
  const other = localized(names, 'AlternativeName')
  const asked = Object.fromEntries(shown.filter((each) => each.type === 'AlternativeName' && isLanguage(each.language)).flatMap((each) => { const its = other[each.language as 'fi']; return its ? [[each.language, its]] : [] }))
  return { ...localized(names, 'Name'), ...asked }
}

const types: Record<string, PtvChannel['type']> = { ServiceLocation: 'location', Phone: 'phone', EChannel: 'eservice', WebPage: 'webpage', PrintableForm: 'form' }

function channelOf(item: Loose): PtvChannel {
  const type = types[text(item.serviceChannelType)] ?? 'other'
  const at = list(item.addresses).find((each) => each.type === 'Location' || each.type === 'Visiting') ?? list(item.addresses)[0]
  const urls = [...list(item.webPages), ...list(item.channelUrls)]
  return {
    id: text(item.id), type, names: namesOf(item.serviceChannelNames, list(item.displayNameType)), summaries: localized(item.serviceChannelDescriptions, 'Summary'), descriptions: localized(item.serviceChannelDescriptions, 'Description'),
    phone: phoneFrom(list(item.phoneNumbers)), email: mailFrom(item.emails) || mailFrom(item.supportEmails), urls: Object.fromEntries(urls.filter((each) => isLanguage(each.language)).map((each) => [each.language, text(each.url) || text(each.value)]).reverse()),
    address: at ? addressFrom(at) : null, periods: hoursOfV11(item.serviceHours), serviceIds: list(item.services).map((each) => text(object(each.service).id)).filter(Boolean),
    ...(type === 'location' ? accessOf(at) : {}),
  }
}
const mailFrom = (value: unknown) => { const said = localized(value); return said.fi ?? said.sv ?? said.en ?? texts(value)[0] ?? '' }
function phoneFrom(all: Loose[]): PtvPhone | null {
  const phones = all.filter((each) => (text(each.type) || 'Phone') === 'Phone')
  const its = phones.find((each) => each.language === 'fi') ?? phones[0]
  const number = its && phoneOf(its.isFinnishServiceNumber === true ? '' : its.prefixNumber, its.number)
  return number ? { number, charge: Object.fromEntries(phones.filter((each) => isLanguage(each.language) && text(each.chargeDescription)).map((each) => [each.language, text(each.chargeDescription)]).reverse()) } : null
}
function addressFrom(at: Loose): PtvAddress {
  const street = object(at.streetAddress), other = object(at.otherAddress)
  const its = Object.keys(street).length ? street : other
  const door = text(street.streetNumber)
  const city = localized(its.postOffice)
  return {
    street: Object.fromEntries(Object.entries(localized(street.street)).map(([language, name]) => [language, door ? `${name} ${door}` : name])), postalCode: text(its.postalCode), city: townOf(city.fi ?? city.sv ?? ''),
    more: localized(its.additionalInformation), east: number(its.longitude), north: number(its.latitude),
  }
}
/** Ways in and their sentences, which v11 carries along from the accessibility register. */
function accessOf(at: Loose | undefined): { entrances: Facts[]; accessSentences: Facts[] } {
  const entrances = list(at?.entrances)
  let main = false
  return {
    entrances: entrances.slice(0, 30).flatMap((each, i) => {
      const name = line(localized(each.name), 200) ?? (entrances.length === 1 ? { fi: 'Sisäänkäynti', sv: 'Ingång', en: 'Entrance' } : { fi: `Sisäänkäynti ${i + 1}`, sv: `Ingång ${i + 1}`, en: `Entrance ${i + 1}` })
      const point = pointIn(number(object(each.coordinates).longitude), number(object(each.coordinates).latitude))
      const its = each.isMainEntrance === true && !main
      main ||= its
      return [{ name, main: its, longitude: point?.longitude ?? null, latitude: point?.latitude ?? null }]
    }),
    accessSentences: entrances.flatMap((each) => list(each.accessibilitySentences)).flatMap((group) => {
      const heading = line(localized(group.sentenceGroup), 100)
      return heading ? list(group.sentences).flatMap((each) => { const sentence = line(localized(each.sentence ?? each.sentenceValue ?? each.value), 1000) ?? line(byLanguage(each), 1000); return sentence ? [{ heading, sentence }] : [] }) : []
    }).slice(0, 300),
  }
}
