import type { Translated } from '#core/text/language.ts'

/**
 * When a place is open, as it is said: `'1-5 9-20, 6 10-15'` (weekdays from Monday, hours or 6:15). `self`: with a card at
 * other times; `state`: what all the hours are; `season`: the days of the year between which; `summer`: the hours of
 * June–August; `oddSaturday`: every second week.
 */
export type ToldHours = { week: string; self?: string; state?: 'with_key' | 'with_reservation' | 'by_appointment'; season?: [from: string, until: string]; summer?: string; closedSummer?: true; oddSaturday?: string }
type Entry = { key: string; name: Translated; topic?: string; /** the municipality's own */ unit?: string; /** an organisation's */ provider?: string; price?: 'free' | 'paid' | 'varies'; fee?: Translated; audiences?: string[]; /** the idea that it began from */ grewFrom?: string }
export type ToldPlace = Entry & {
  kind: string; at: [longitude: number, latitude: number]; description?: Translated; arrival?: Translated; street?: string; postalCode?: string; city?: string; phone?: string; accessible?: 'yes' | 'partly' | 'no'; partOf?: string
  hours?: ToldHours; /** heading and sentence */ access?: [string, string][]; equipment?: [name: string, count: number][]; /** name, people, square metres */ rooms?: [string, number, number][]
}
export type ToldChannel = { kind: 'web' | 'form' | 'phone' | 'desk' | 'chat' | 'email' | 'place'; name: Translated; url?: string; phone?: string; email?: string; /** a place's key */ place?: string; hours?: ToldHours }
export type ToldService = Entry & { summary: Translated; description?: Translated; forWhom?: Translated; how?: Translated; promise?: Translated; /** keys of places */ places?: string[]; channels?: ToldChannel[] }
export type ToldProvider = { organisation: string; offers: Translated; state: 'asked' | 'approved'; email?: string; url?: string; decidedBy?: string; at: string }
/** A municipality's services and places, as they are told. */
export type ToldDirectory = { places: ToldPlace[]; services: ToldService[]; providers: ToldProvider[] }
