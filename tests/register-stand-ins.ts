import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { pointToTm35 } from '#core/geo/tm35fin.ts'

// Local servers that speak as the real registers do: Suomi.fi's Palvelutietovaranto in both its versions out of one content,
// LIPAS v2 and hauki, with their paging, their shapes and their bad days.

type Words = Record<string, string>
export type StandService = { id: string; name: Words; summary?: Words; description?: Words; instructions?: Words; terms?: Words; charge?: 'free' | 'paid'; price?: Words; targets?: string[]; classes?: string[]; status?: string }
export type StandHours = { days: number[]; from: string; to: string }
export type StandChannel = {
  id: string; type: 'location' | 'phone' | 'eservice' | 'webpage' | 'form' | 'odd'; name: Words; description?: Words; phone?: string; email?: string; url?: string; services?: string[]; status?: string
  street?: Words; door?: string; postalCode?: string; office?: string; longitude?: number; latitude?: number; /** instead of what the point says */ coordinates?: [string, string]
  hours?: StandHours[]; overMidnight?: { day: number; from: string; until: number; to: string }[]; closed?: { from: string; until?: string; why: Words }[]
  entrance?: { name: Words; sentences: { group: Words; sentence: Words }[] }
}
export type StandSite = { 'lipas-id': number; name: string; status?: string; 'type-code': number; geometry: unknown; properties?: Record<string, unknown>; [more: string]: unknown }
export type StandResource = { id: number; name: Words; origins: [string, string][]; periods: Record<string, unknown>[] }
export type Register = { organisation: string; municipality: string; services: StandService[]; channels: StandChannel[]; sites: StandSite[]; resources: StandResource[] }

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const targetNames: Record<string, string> = { KR1: 'Kansalaiset', 'KR1.1': 'Ikäihmiset', 'KR1.2': 'Lapset ja lapsiperheet', 'KR1.3': 'Nuoret', KR2: 'Yritykset ja yhteisöt' }
const v11 = (its: Words | undefined, type?: string) => Object.entries(its ?? {}).map(([language, value]) => ({ language, value, ...(type ? { type } : {}) }))
const metres = (its: StandChannel) => (its.longitude === undefined ? null : pointToTm35({ longitude: its.longitude, latitude: its.latitude! }))

function service11(its: StandService, all: Register) {
  return {
    id: its.id, sourceId: null, type: 'Service', subType: null, fundingType: 'PubliclyFunded', serviceNames: v11(its.name, 'Name'), serviceChargeType: its.charge ? { free: 'FreeOfCharge', paid: 'Chargeable' }[its.charge] : null, areaType: 'LimitedType', areas: [{ type: 'Municipality', code: null, name: null, municipalities: [{ code: all.municipality, name: [{ value: 'Ylöjärvi', language: 'fi' }] }] }],
    serviceDescriptions: [...v11(its.summary, 'Summary'), ...v11(its.description, 'Description'), ...v11(its.instructions, 'UserInstruction'), ...v11(its.price, 'ChargeTypeAdditionalInfo')], languages: ['fi'], requirements: v11(its.terms), keywords: [], legislation: [],
    serviceClasses: (its.classes ?? []).map((code) => ({ name: [{ value: code, language: 'fi' }], code, uri: `http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/${code}` })), targetGroups: (its.targets ?? []).map((code) => ({ name: [{ value: targetNames[code] ?? code, language: 'fi' }], code, parentId: null })),
    ontologyTerms: [], lifeEvents: [], industrialClasses: [], serviceChannels: all.channels.filter((each) => each.services?.includes(its.id)).map((each) => ({ serviceChannel: { id: each.id, name: each.name.fi ?? '' }, serviceChargeType: null, description: [], serviceHours: [], contactDetails: null })),
    organizations: [{ roleType: 'Responsible', organization: { id: all.organisation, name: 'Ylöjärvi' } }], publishingStatus: its.status ?? 'Published', modified: '2026-11-01T09:00:00.123',
  }
}
function channel11(its: StandChannel) {
  const at = metres(its), type = { location: 'ServiceLocation', phone: 'Phone', eservice: 'EChannel', webpage: 'WebPage', form: 'PrintableForm', odd: 'Pigeon' }[its.type]
  const [north, east] = its.coordinates ?? (at ? [at.north.toFixed(3), at.east.toFixed(3)] : [null, null])
  return {
    id: its.id, sourceId: null, serviceChannelType: type, organizationId: 'x', serviceChannelNames: v11(its.name, 'Name'), displayNameType: [{ type: 'Name', language: 'fi' }], serviceChannelDescriptions: [...v11(its.description, 'Summary'), ...v11(its.description, 'Description')], areaType: 'LimitedType', areas: [], languages: ['fi'],
    phoneNumbers: its.phone ? [{ type: 'Phone', additionalInformation: '', serviceChargeType: 'Chargeable', chargeDescription: null, prefixNumber: '+358', isFinnishServiceNumber: false, number: its.phone, language: 'fi' }] : [], emails: its.email ? [{ value: its.email, language: 'fi' }] : [],
    webPages: its.url && its.type !== 'form' ? [{ url: its.url, value: 'Verkkosivu', language: 'fi' }] : [], ...(its.type === 'form' ? { channelUrls: its.url ? [{ language: 'fi', value: its.url, type: 'PDF' }] : [], formIdentifier: [] } : {}),
    addresses: its.type === 'location' ? [{ type: 'Location', subType: 'Single', postOfficeBoxAddress: null, otherAddress: null, locationAbroad: null, country: 'FI', streetAddress: { street: v11(its.street), streetNumber: its.door ?? '', postalCode: its.postalCode ?? '', postOffice: its.office ? [{ value: its.office, language: 'fi' }] : [], municipality: { code: '980', name: [] }, additionalInformation: [], latitude: north, longitude: east, coordinateState: 'Ok' },
      entrances: its.entrance ? [{ name: v11(its.entrance.name), isMainEntrance: true, coordinates: at ? { latitude: at.north.toFixed(1), longitude: at.east.toFixed(1) } : null, accessibilitySentences: its.entrance.sentences.map((each) => ({ sentenceGroup: v11(each.group), sentences: [{ sentence: v11(each.sentence) }] })), contactInfo: null }] : [] }] : [],
    serviceHours: [
      ...(its.hours ? [{ serviceHourType: 'DaysOfTheWeek', validFrom: null, validTo: null, isClosed: false, validForNow: true, isAlwaysOpen: false, isReservation: false, additionalInformation: [], openingHour: its.hours.flatMap((line) => line.days.map((day) => ({ dayFrom: dayNames[day - 1], dayTo: '', from: `${line.from}:00`, to: `${line.to}:00` }))) }] : []),
      ...(its.overMidnight ?? []).map((each) => ({ serviceHourType: 'OverMidnight', validFrom: null, validTo: null, isClosed: false, validForNow: true, isAlwaysOpen: false, isReservation: false, additionalInformation: [], openingHour: [{ dayFrom: dayNames[each.day - 1], dayTo: dayNames[each.until - 1], from: `${each.from}:00`, to: `${each.to}:00` }] })),
      ...(its.closed ?? []).map((each) => ({ serviceHourType: 'Exceptional', validFrom: `${each.from}T00:00:00`, validTo: each.until ? `${each.until}T00:00:00` : null, isClosed: true, validForNow: false, isAlwaysOpen: false, isReservation: false, additionalInformation: v11(each.why), openingHour: [] })),
    ],
    services: (its.services ?? []).map((id) => ({ service: { id, name: '' }, serviceChargeType: null, description: [], extraTypes: [], serviceHours: [], contactDetails: null, digitalAuthorizations: [], modified: '2026-11-01T09:00:00' })), publishingStatus: its.status ?? 'Published', modified: '2026-11-01T09:00:00.1', responsibleSoteOrganization: null,
  }
}
const versions = (its: Words, make: (language: string) => object) => Object.fromEntries(Object.keys(its).map((language) => [language, { name: its[language], ...make(language) }]))
const service12 = (its: StandService, all: Register) => ({
  migratedAt: null, contentId: its.id, organizationContentId: all.organisation, generalDescriptionContentId: null, targetGroups: its.targets ?? [], industrialClasses: [], lifeEvents: [], ontologyTerms: [], serviceClasses: its.classes ?? [], producers: { selfProducedProducers: { organizations: [all.organisation] }, procuredProducers: { organizations: [], other: [] }, otherProducers: { organizations: [], other: [] } }, otherResponsibleOrganizations: [],
  chargeType: its.charge ? { free: 'Free', paid: 'Charged' }[its.charge] : null, fundingType: 'PubliclyFunded', serviceLanguages: ['fi'], area: { areaType: 'LimitedArea', municipalities: [all.municipality], regions: [], wellbeingServicesCounties: [] }, publishedAt: '2026-11-01T09:00:00.123Z', serviceType: 'Service',
  languageVersions: versions(its.name, (language) => ({ alternativeName: null, summary: its.summary?.[language] ?? null, description: its.description?.[language] ?? null, userInstructions: its.instructions?.[language] ?? null, conditions: its.terms?.[language] ?? null, legislationLinks: [], freelyAssignedKeywords: [], voucher: { voucherType: 'NotUsed' }, chargeTypeAdditionalInformation: its.price?.[language] ?? null })),
})
function channel12(its: StandChannel, all: Register) {
  const at = metres(its), type = { location: 'ServiceLocation', phone: 'TelephoneService', eservice: 'EService', webpage: 'WebPage', form: 'PrintableForm', odd: 'Pigeon' }[its.type]
  const phones = its.phone ? [{ type: 'InternationalPhone', dialCode: '+358', number: its.phone, additionalInformation: null, chargeDescription: null, chargeType: 'Charged' }] : [], emails = its.email ? [{ email: its.email }] : []
  const hour = (from: string, to: string) => ({ start: from, end: to, openingStatus: 'Open', repetition: 'Weekly', additionalInformation: {} })
  return {
    migratedAt: null, contentId: its.id, organizationContentId: all.organisation, allowedConnectionType: 'OwnOrganizations', serviceLanguages: ['fi'], area: { areaType: 'LimitedArea', municipalities: [all.municipality], regions: [], wellbeingServicesCounties: [] }, publishedAt: '2026-11-01T09:00:00.123Z', serviceChannelType: type,
    languageVersions: versions(its.name, (language) => {
      const first = language === Object.keys(its.name)[0]
      const words = { summary: its.description?.[language] ?? null, description: its.description?.[language] ?? null }
      if (its.type === 'location') return { ...words, alternativeName: null, isAlternativeNamePrimary: false, contactEmails: first ? emails : [], contactFaxNumbers: [], contactWebPages: first && its.url ? [{ name: 'Verkkosivu', url: its.url }] : [], contactPhoneNumbers: first ? phones : [] }
      if (its.type === 'phone') return { ...words, webAddress: { url: null, name: null }, supportEmails: first ? emails : [], phoneNumbers: first ? phones : [] }
      if (its.type === 'form') return { ...words, attachmentLinks: [], supportEmails: first ? emails : [], supportPhoneNumbers: [], formIdentifier: null, formFiles: first && its.url ? [{ name: 'Lomake', url: its.url, type: 'pdf' }] : [] }
      return { ...words, accessibilityClassificationLevel: 'Unknown', webAddress: { url: first ? its.url ?? null : null, name: null }, attachmentLinks: [], supportEmails: first ? emails : [], supportPhoneNumbers: first ? phones : [] }
    }),
    ...(its.type === 'location' ? { location: { foreignAddresses: [], otherAddresses: [], streetAddresses: [{ addressSource: { source: 'Posti' }, streetName: its.street ?? {}, addressDetail: its.door ?? '', postalCode: its.postalCode ?? '', additionalInformation: {}, accessibilityRegisterServicePointId: null, coordinates: at ? [{ system: 'EPSG:3067', source: 'NLS', easting: at.east, northing: at.north }] : its.coordinates ? [{ system: 'EPSG:3067', source: 'NLS', easting: Number(its.coordinates[1]), northing: Number(its.coordinates[0]) }] : [] }] }, contactAddresses: { foreignAddresses: [], postOfficeBoxAddresses: [], streetAddresses: [] } } : {}),
    ...(its.type === 'webpage' || its.type === 'form' ? {} : { serviceHours: { holidayServiceHours: null, hours: [
      ...(its.hours ? [{ type: 'WeeklyUntilFurtherNoticeServiceHour', heading: {}, additionalInformation: {}, weeklyHours: Object.fromEntries(dayNames.map((name, i) => [name.toLowerCase(), { hours: its.hours!.filter((line) => line.days.includes(i + 1)).map((line) => hour(line.from, line.to)) }])) }] : []),
      ...(its.overMidnight ?? []).map((each) => ({ type: 'ContinuousWeekdaysUntilFurtherNoticeServiceHour', openingStatus: 'Open', heading: {}, additionalInformation: {}, fromDay: dayNames[each.day - 1], toDay: dayNames[each.until - 1], fromTime: each.from, toTime: each.to })),
      ...(its.closed ?? []).map((each) => ({ type: 'ExceptionalDateRangeServiceHour', heading: each.why, additionalInformation: {}, fromDate: each.from, toDate: each.until ?? each.from, weeklyHours: {} })),
    ] } }),
  }
}
const site = ({ 'type-code': code, geometry, properties, ...its }: StandSite, all: Register) => ({ status: 'active', 'event-date': '2026-10-01T08:00:00.000Z', admin: 'city-sports', owner: 'city', ...its, type: { 'type-code': code }, properties: properties ?? {}, location: { city: { 'city-code': Number(all.municipality) }, address: its.address ?? 'Kuruntie 1', 'postal-code': '33470', 'postal-office': 'Ylöjärvi', geometries: { type: 'FeatureCollection', features: [{ type: 'Feature', geometry }] } } })

export type Trouble = { status?: number; headers?: Record<string, string>; body?: string }
/** The registers of one organisation at their addresses. `register` is what they have; change it between runs. `trouble` may answer in their stead, and is told how many times that address has been asked. */
export async function registerStandIns(register: Register, pageSize = 100) {
  const its = { register, pageSize, trouble: (_path: string, _times: number): Trouble | undefined => undefined, asked: [] as string[], waits: [] as number[], url: '', key: 'oikea-avain' }
  const pageOf = <T>(all: T[], page: number) => all.slice((page - 1) * its.pageSize, page * its.pageSize)
  const pages = (n: number) => Math.max(1, Math.ceil(n / its.pageSize))
  const answer = (url: URL, request: IncomingMessage): { status?: number; json: unknown } => {
    const { register: r } = its
    const page = Number(url.searchParams.get('page') ?? '1')
    const path = url.pathname
    if (path.startsWith('/api/v11/')) {
      const channels = path.startsWith('/api/v11/ServiceChannel/list/'), services = path.startsWith('/api/v11/Service/list/')
      if (!channels && !services) return { status: 404, json: {} }
      if (path.endsWith('/organization') && url.searchParams.get('organizationId') !== r.organisation) return { json: { pageNumber: page, pageSize: its.pageSize, pageCount: 0, itemList: [] } }
      const all: unknown[] = channels ? r.channels.map(channel11) : r.services.map((each) => service11(each, r))
      return { json: { pageNumber: page, pageSize: its.pageSize, pageCount: pages(all.length), itemList: pageOf(all, page) } }
    }
    if (path.startsWith('/api/v12/')) {
      if (request.headers['x-api-key'] !== its.key) return { status: 401, json: { title: 'Unauthorized', status: 401, type: 'about:blank', detail: '', requestId: '1', instance: path } }
      const size = Number(url.searchParams.get('pageSize') ?? '100')
      if (!url.searchParams.has('page') || size > 100 || url.searchParams.getAll('serviceContentIds').length > 20) return { status: 400, json: { title: 'Bad Request', status: 400, errors: [] } }
      const organisation = url.searchParams.get('organizationContentIds')
      const mine = <T>(all: T[]) => (organisation && organisation !== r.organisation ? [] : all)
      const wanted = url.searchParams.getAll('serviceContentIds')
      const all: unknown[] | null = path === '/api/v12/service/search' ? mine(r.services.filter((each) => !each.status).map((each) => service12(each, r))) : path === '/api/v12/service-channel/search' ? mine(r.channels.filter((each) => !each.status).map((each) => channel12(each, r)))
        : path === '/api/v12/connection/search' ? r.channels.flatMap((each) => (each.services ?? []).filter((id) => wanted.includes(id)).map((id) => ({ serviceContentId: id, channelContentId: each.id, chargeType: null, publishedAt: '2026-11-01T09:00:00Z', languageVersions: { fi: { description: null } } })))
        : path === '/api/v12/target-groups' ? Object.entries(targetNames).map(([code, fi]) => ({ code, uri: `http://uri.suomi.fi/codelist/ptv/targetgroups/code/${code}`, isValid: true, name: { fi } })) : null
      return all ? { json: { page, pageSize: its.pageSize, totalItems: all.length, totalPages: pages(all.length), items: pageOf(all, page) } } : { status: 404, json: { title: 'Not Found', status: 404, reason: 'Unknown' } }
    }
    if (path === '/v2/sports-sites') {
      const wanted = (url.searchParams.get('statuses') ?? '').split(','), codes = (url.searchParams.get('type-codes') ?? '').split(',').filter(Boolean).map(Number)
      const all = (url.searchParams.get('city-codes') ?? '').split(',').includes(String(Number(r.municipality))) ? r.sites.filter((each) => wanted.includes(each.status ?? 'active') && (codes.length === 0 || codes.includes(each['type-code']))).map((each) => site(each, r)) : []
      return { json: { items: pageOf(all, page), pagination: { 'current-page': page, 'page-size': its.pageSize, 'total-items': all.length, 'total-pages': Math.ceil(all.length / its.pageSize) } } }
    }
    if (path === '/v1/resource/') {
      const next = page < pages(r.resources.length) ? `${its.url}/v1/resource/?page=${page + 1}` : null
      return { json: { count: r.resources.length, next, previous: null, results: pageOf(r.resources, page).map(({ periods: _periods, origins, name, ...each }) => ({ ...each, name: { sv: null, en: null, ...name }, resource_type: 'unit', timezone: 'Europe/Helsinki', origins: origins.map(([id, origin]) => ({ data_source: { id, name: { fi: id } }, origin_id: origin })) })) } }
    }
    if (path === '/v1/date_period/') {
      const wanted = (url.searchParams.get('resource') ?? '').split(',').map(Number)
      return wanted.length === 0 ? { status: 400, json: {} } : { json: r.resources.filter((each) => wanted.includes(each.id)).flatMap((each) => each.periods.map((period, i) => ({ id: each.id * 100 + i, resource: each.id, ...period }))) }
    }
    return { status: 404, json: {} }
  }
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url!, its.url)
    its.asked.push(request.url!)
    const trouble = its.trouble(request.url!, its.asked.filter((each) => each === request.url).length)
    const { status = 200, json } = trouble ? { status: trouble.status ?? 200, json: null } : answer(url, request)
    response.writeHead(status, { 'content-type': 'application/json', ...trouble?.headers })
    response.end(trouble ? trouble.body ?? '' : JSON.stringify(json))
  })
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening) })
  its.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  afterAll(() => new Promise<void>((closed) => { server.closeAllConnections(); server.close(() => closed()) }))
  return Object.assign(its, { manners: { allows: (url: URL) => url.origin === its.url, wait: async (milliseconds: number) => { its.waits.push(milliseconds) } } })
}
