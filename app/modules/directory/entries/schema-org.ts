import type { View } from '#core/http/page.ts'
import { openingHoursData } from '../hours/schema-org.ts'
import type { PlacePage, ServicePage } from './page-data.server.ts'
import type { ShownProvider } from './show-provider.server.ts'

/** The schema.org type of each kind of place; others are a CivicStructure, which has opening hours too. */
const types: Record<string, string> = {
  library: 'Library', swimmingHall: 'PublicSwimmingPool', sportsHall: 'SportsActivityLocation', gym: 'ExerciseGym', iceHall: 'SportsActivityLocation', rink: 'SportsActivityLocation', skiTrack: 'SportsActivityLocation', sportsField: 'SportsActivityLocation', outdoorGym: 'SportsActivityLocation',
  beach: 'Beach', winterSwimming: 'Beach', playground: 'Playground', park: 'Park', dogPark: 'Park', dayCare: 'ChildCare', school: 'School', museum: 'Museum', healthStation: 'MedicalClinic', recycling: 'RecyclingCenter', servicePoint: 'GovernmentOffice', culture: 'EventVenue',
}
const audienceTypes: Record<string, string> = { companies: 'BusinessAudience' }
/** So many days of opening hours go into the page. */
const daysAhead = 14

/** Only what is known: an empty text says nothing to a search engine. */
const known = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)))
const free = (kind: string) => (kind === 'free' ? true : kind === 'paid' ? false : null)

/** A place as schema.org has it: which kind, where, when it is open, whether a wheelchair gets in. */
export function placeData({ place, hours }: PlacePage, view: View): Record<string, unknown> {
  return known({
    '@type': types[place.kind] ?? 'CivicStructure', '@id': place.url, url: place.url, name: place.name, description: place.description, telephone: place.phone, email: place.email, sameAs: place.webAddress,
    address: place.street || place.city ? known({ '@type': 'PostalAddress', streetAddress: place.street, postalCode: place.postalCode, addressLocality: place.city, addressCountry: 'FI' }) : null,
    geo: place.latitude === null ? null : { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude },
    image: place.pictures.map((each) => new URL(view.href(each.large), place.url).href), isAccessibleForFree: free(place.priceKind), publicAccess: true,
    amenityFeature: [...(place.accessible === 'unknown' ? [] : [{ '@type': 'LocationFeatureSpecification', name: 'wheelchairAccessible', value: place.accessible === 'yes' ? true : place.accessible === 'no' ? false : 'partial' }]), ...place.equipment.map((each) => known({ '@type': 'LocationFeatureSpecification', name: each.name, value: each.count ?? true }))],
    openingHoursSpecification: hours ? openingHoursData(hours, view.now, daysAhead) : [], containedInPlace: place.partOf ? { '@type': 'Place', name: place.partOf.name, url: place.url.replace(place.id, place.partOf.id) } : null,
  })
}

/** A service as schema.org has it: the municipality's own is a GovernmentService. */
export function serviceData({ service, hours }: ServicePage, view: View): Record<string, unknown> {
  return known({
    '@type': service.provider ? 'Service' : 'GovernmentService', '@id': service.url, url: service.url, name: service.name, description: service.summary || service.description,
    provider: service.provider ? { '@type': 'Organization', name: service.provider.name } : service.unit ? { '@type': 'GovernmentOrganization', name: service.unit.name } : null,
    audience: service.audiences.map((each) => ({ '@type': audienceTypes[each] ?? 'PeopleAudience', audienceType: each })),
    offers: service.priceKind === 'free' ? { '@type': 'Offer', price: 0, priceCurrency: 'EUR' } : service.price ? { '@type': 'Offer', description: service.price } : null,
    availableChannel: service.channels.map((each) => known({
      '@type': 'ServiceChannel', name: each.name, serviceUrl: each.url, servicePhone: each.phone ? { '@type': 'ContactPoint', telephone: each.phone, ...(hours.has(each.id) ? { hoursAvailable: openingHoursData(hours.get(each.id)!, view.now, daysAhead) } : {}) } : null,
      serviceLocation: each.place ? known({ '@type': 'Place', name: each.place.name, url: service.url.replace(/\/services\/.*$/, `/places/${each.place.id}`), address: each.place.street }) : null,
    })),
  })
}

/** A provider as schema.org has it. */
export function providerData(its: ShownProvider): Record<string, unknown> {
  return known({ '@type': its.kind === 'association' ? 'NGO' : 'Organization', '@id': its.url, url: its.url, name: its.name, description: its.offers, telephone: its.phone, email: its.email, sameAs: its.webAddress, taxID: its.businessId })
}
