import { z } from 'zod'

// What programs read of services, places and what they are like right now, and what devices post (api/operations.server.ts).

const moment = z.iso.datetime()
const id = z.uuid()
const maybe = z.string().nullable()
const degrees = z.number().nullable()
const price = { priceKind: z.enum(['free', 'paid', 'varies', 'unknown']), price: maybe, audiences: z.array(z.string()) }
const accessible = z.enum(['yes', 'partly', 'no', 'unknown'])
const named = z.object({ id, name: z.string() })
/** A register that it was brought from, and its licence. */
const Source = z.object({ name: z.string(), licence: z.string().nullable() })
const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.url().nullable() })

/** One thing that is known of a place now; `tone` unknown: it was known once and is not any more. */
const NowFact = z.object({ key: z.string(), words: z.string(), tone: z.enum(['good', 'fair', 'poor', 'off', 'unknown']), at: moment.nullable(), until: moment.nullable(), data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) })
const PlaceLine = z.object({
  id, url: z.url(), name: z.string(), placeKind: z.string(), placeKindName: z.string(), address: z.string(), area: maybe, priceKind: price.priceKind, accessible, provider: maybe, metres: z.number().nullable(), now: z.array(NowFact),
})
export const PlacePage = page(PlaceLine)
const Entrance = z.object({ name: z.string(), main: z.boolean(), longitude: degrees, latitude: degrees, accessible })
export const Place = z.object({
  id, url: z.url(), name: z.string(), placeKind: z.string(), placeKindName: z.string(), description: z.string(), street: z.string(), postalCode: z.string(), city: z.string(), arrival: z.string(), area: maybe, areaName: maybe, longitude: degrees, latitude: degrees,
  phone: z.string(), email: z.string(), webAddress: z.string(), ...price, accessible, entrances: z.array(Entrance), access: z.array(z.object({ heading: z.string(), sentences: z.array(z.string()) })), equipment: z.array(z.object({ name: z.string(), count: z.int().nullable() })),
  rooms: z.array(z.object({ id, name: z.string(), description: z.string(), capacity: z.int().nullable(), size: z.int().nullable() })), services: z.array(named), partOf: named.nullable(), parts: z.array(named), unit: maybe, provider: maybe, stage: z.string(), changed: moment, sources: z.array(Source), now: z.array(NowFact),
})
const ServiceLine = z.object({ id, url: z.url(), name: z.string(), summary: z.string(), priceKind: price.priceKind, unit: maybe, provider: maybe, channels: z.array(z.string()) })
export const ServicePage = page(ServiceLine)
const Channel = z.object({ id, kind: z.enum(['web', 'form', 'phone', 'place', 'desk', 'chat', 'email']), name: z.string(), description: z.string(), url: z.string(), phone: z.string(), email: z.string(), charge: z.string(), place: z.object({ id, name: z.string() }).nullable() })
export const Service = z.object({
  id, url: z.url(), name: z.string(), summary: z.string(), description: z.string(), forWhom: z.string(), how: z.string(), promise: z.string(), ...price, classes: z.array(z.string()), channels: z.array(Channel), unit: maybe, provider: maybe, stage: z.string(), changed: moment, sources: z.array(Source),
})
const inAll = z.object({ fi: maybe, sv: maybe, en: maybe })
const span = z.looseObject({ description: inAll, start_time: maybe, end_time: maybe, end_time_on_next_day: z.boolean(), full_day: z.boolean(), resource_state: z.string() })
/** Hours in the shape of hauki: its periods, and the times of each day with the exceptions in them. */
export const Hours = z.object({
  date_periods: z.array(z.looseObject({ name: inAll, start_date: z.iso.date().nullable(), end_date: z.iso.date().nullable(), resource_state: z.string(), override: z.boolean(), time_span_groups: z.array(z.looseObject({ time_spans: z.array(span.extend({ weekdays: z.array(z.int()).nullable() })), rules: z.array(z.looseObject({})) })) })),
  opening_hours: z.array(z.object({ date: z.iso.date(), name: inAll, times: z.array(span) })),
})
export const Conditions = z.object({
  conditions: z.array(z.object({ property: z.string(), primary: z.boolean(), known: z.boolean(), value: maybe, number: z.number().nullable(), quality: z.enum(['good', 'satisfactory', 'unusable', 'warning', 'unknown']), observed: moment, expires: moment.nullable(), since: moment, source: z.enum(['worker', 'sensor', 'access']) })),
  maintained: z.array(z.object({ what: z.string(), at: moment, source: z.enum(['worker', 'sensor', 'access']) })),
})
export const DisruptionList = z.looseObject({
  licence: z.string(), dictionary: z.record(z.string(), z.string()), disruptions: z.array(z.looseObject({ id, kind: z.string(), severity: z.string(), state: z.enum(['coming', 'on', 'over']), title: z.string(), text: z.string(), startsAt: moment, endsAt: moment.nullable(), endedAt: moment.nullable(), wholeMunicipality: z.boolean(), areas: z.array(z.string()), url: z.url() })),
})

const clientId = z.string().min(1).max(100)
/** Of a device: a property's word or number, or null when it is not known any more; that the place was taken care of; or both. */
export const NewObservations = z.object({ observations: z.array(z.strictObject({ placeId: id.optional(), placeKey: z.string().optional(), property: z.string().optional(), value: z.union([z.string(), z.number(), z.null()]).optional(), maintained: z.string().optional(), observedAt: z.iso.datetime({ offset: true }).optional(), clientId })).min(1).max(500) })
export const KeptObservations = z.object({ kept: z.int(), known: z.int() })
/** Of a gate or a ticket system: so many came and left, or so many are inside. */
export const NewCounts = z.array(z.object({ counter: id, clientId, at: z.iso.datetime({ offset: true }), entered: z.int().optional(), left: z.int().optional(), inside: z.int().optional() })).min(1).max(500)
export const TakenCounts = z.object({ taken: z.int(), known: z.int(), refused: z.array(z.object({ clientId, reason: z.string() })) })

const yes = z.enum(['true'], 'invalid').optional()
const after = z.string().max(300, 'tooLong').optional()
const limit = z.preprocess(Number, z.literal([10, 20, 50, 100], 'invalid')).optional()
export const placeQuery = z.strictObject({
  kind: z.string().max(40, 'tooLong').optional(), group: z.enum(['sports', 'nature', 'children', 'culture', 'care', 'everyday'], 'invalid').optional(), open: yes, accessible: yes, free: yes, good: yes,
  audience: z.enum(['children', 'families', 'youth', 'adults', 'older', 'disabled', 'newcomers', 'companies', 'associations'], 'invalid').optional(), area: z.string().max(100, 'tooLong').optional(), unit: z.uuid('invalid').optional(), provider: z.union([z.literal('own'), z.uuid()], 'invalid').optional(),
  /** longitude and latitude with a comma between: the nearest first */ near: z.string().regex(/^-?\d{1,3}(\.\d{1,10})?,-?\d{1,2}(\.\d{1,10})?$/, 'invalid').optional(), sort: z.enum(['name', 'nearest', 'condition'], 'invalid').optional(), after, limit,
}, 'unknownField')
export const serviceQuery = z.strictObject({ audience: placeQuery.shape.audience, free: yes, unit: placeQuery.shape.unit, provider: placeQuery.shape.provider, channel: z.enum(['web', 'form', 'phone', 'place', 'desk', 'chat', 'email'], 'invalid').optional(), after, limit }, 'unknownField')
export const hoursQuery = z.strictObject({ start: z.iso.date('invalid').optional(), end: z.iso.date('invalid').optional() }, 'unknownField')
