import { z } from 'zod'
import type { Translated } from '#core/text/language.ts'
import { placeKinds } from './place-kinds.ts'

/** What people ask of a price before anything else. */
export const priceKinds = ['free', 'paid', 'varies', 'unknown'] as const
export type PriceKind = (typeof priceKinds)[number]
/** May someone in a wheelchair get in and use it? */
export const accessibles = ['yes', 'partly', 'no', 'unknown'] as const
export type Accessible = (typeof accessibles)[number]
export const audiences = ['children', 'families', 'youth', 'adults', 'older', 'disabled', 'newcomers', 'companies', 'associations'] as const
export type Audience = (typeof audiences)[number]
export const channelKinds = ['web', 'form', 'phone', 'place', 'desk', 'chat', 'email'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** A text in one to three languages, none of them empty. `most` in characters; what does not fit is said of its own language. */
const words = (most: number) => z.object({ fi: z.string(), sv: z.string(), en: z.string() }).partial().transform((its): Translated => Object.fromEntries(Object.entries(its).map(([language, text]) => [language, text!.trim()]).filter(([, text]) => text)))
  .superRefine((its, at) => { for (const [language, text] of Object.entries(its)) if (text!.length > most) at.addIssue({ code: 'custom', path: [language], message: 'tooLong' }) })
export const named = (most: number) => words(most).refine((its) => Object.keys(its).length > 0, { message: 'required', path: ['fi'] })
export const maybe = (most: number) => words(most).nullish().transform((its): Translated | null => (its && Object.keys(its).length > 0 ? its : null))
const line = (most: number) => z.string().trim().max(most, 'tooLong').default('')
/** An address on the web that leads somewhere outside. */
export const webAddress = line(500).refine((text) => text === '' || text.length > 500 || (/^https?:\/\/[^\s/?#]+\.[^\s]+$/i.test(text) && URL.canParse(text)), 'badUrl')
export const phoneNumber = line(40).refine((text) => text === '' || /^\+?[\d\s()-]{3,}$/.test(text), 'badPhone')
export const mailAddress = line(200).refine((text) => text === '' || text.length > 200 || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), 'badEmail')
export const degrees = (most: number) => z.number().min(-most, 'invalid').max(most, 'invalid').nullish().transform((its) => its ?? null)
const price = { priceKind: z.enum(priceKinds).default('unknown'), price: maybe(500), audiences: z.array(z.enum(audiences)).max(audiences.length).default([]) }

/** Everything about a place that its keeper writes or its source says, each a field that a person may edit. */
export const placeFacts = z.object({
  kind: z.string().refine((kind) => placeKinds.has(kind), 'invalid'), name: named(200), description: maybe(5000), street: maybe(200), postalCode: line(10), city: line(100), arrival: maybe(1000),
  longitude: degrees(180), latitude: degrees(90), phone: phoneNumber, email: mailAddress, url: webAddress, ...price, accessible: z.enum(accessibles).default('unknown'),
}).refine((its) => (its.longitude === null) === (its.latitude === null), 'placeNeeded')
export type PlaceFacts = z.output<typeof placeFacts>
/** Everything about a service that its keeper writes or its source says. */
export const serviceFacts = z.object({
  name: named(200), summary: maybe(300), description: maybe(5000), forWhom: maybe(2000), how: maybe(3000), promise: maybe(1000), ...price, classes: z.array(z.string().max(60)).max(30).default([]),
})
export type ServiceFacts = z.output<typeof serviceFacts>
/** A way to use a service. */
export const channelFacts = z.object({
  kind: z.enum(channelKinds), name: named(200), description: maybe(2000), url: webAddress, phone: phoneNumber, email: mailAddress, placeId: z.string().nullish().transform((its) => its || null), charge: maybe(300),
}).superRefine((its, at) => {
  const needed = { web: 'url', form: 'url', chat: 'url', phone: 'phone', email: 'email', place: 'placeId', desk: null }[its.kind] as 'url' | 'phone' | 'email' | 'placeId' | null
  if (needed && !its[needed]) at.addIssue({ code: 'custom', path: [needed], message: 'required' })
})
export type ChannelFacts = z.output<typeof channelFacts>
