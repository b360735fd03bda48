import { createHash } from 'node:crypto'
import { languages, type Translated } from '#core/text/language.ts'

/** What a source has: services, ways to use them, places, and opening hours of places and ways. In this order they are written. */
export const brings = ['place', 'service', 'channel', 'hours'] as const
export type What = (typeof brings)[number]

/** Values of one thing at its source. A field that is not there is one that the source does not speak of; null says that it is empty. */
export type Facts = Record<string, unknown>
/** One thing as its source has it. `key` is the source's own, the same from night to night; references are keys of the same source. */
export type Brought = { what: What; key: string; name: string; facts: Facts; /** what of it was left out, as codes of the report: `point`, `url` … */ left?: string[] }
/** A record that cannot be taken: why, as a code of the report. */
export type Refused = { refused: string; key: string; name: string }
export const isRefused = (its: Brought | Refused): its is Refused => 'refused' in its

/** The fields in each language, which are compared language by language: a Swedish text that was written here stays when only the Finnish one changes there. */
const translated: Record<What, string[]> = {
  place: ['name', 'description', 'street', 'arrival', 'price'], service: ['name', 'summary', 'description', 'forWhom', 'how', 'promise', 'price'],
  channel: ['name', 'description', 'charge'], hours: ['note'],
}
const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || value === 'unknown' || (Array.isArray(value) && value.length === 0) || (typeof value === 'object' && Object.keys(value).length === 0)

/** Facts as fields that are compared one by one: `description` is `description.fi`, `.sv`, `.en`; a point is one field. What is empty is null, in whatever way it was. */
export function fieldsOf(what: What, facts: Facts): Facts {
  const fields: Facts = {}
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined) continue
    if (translated[what].includes(name)) for (const language of languages) fields[`${name}.${language}`] = (value as Translated | null)?.[language]?.trim() || null
    else if (name === 'longitude' || name === 'latitude') continue
    else fields[name] = isEmpty(value) ? null : value
  }
  if ('longitude' in facts) fields.point = facts.longitude == null || facts.latitude == null ? null : { longitude: rounded(facts.longitude), latitude: rounded(facts.latitude) }
  return fields
}
/** A decimetre, so that one way of reckoning a point is not another point. */
const rounded = (degrees: unknown) => Math.round(Number(degrees) * 1e6) / 1e6

/** The other way: fields put onto what there is. What is null is taken away, so that the schema's own default holds. */
export function factsWith(facts: Facts, fields: Facts): Facts {
  const made: Facts = { ...facts }
  for (const [field, value] of Object.entries(fields)) {
    if (field === 'point') { made.longitude = (value as { longitude: number } | null)?.longitude ?? null; made.latitude = (value as { latitude: number } | null)?.latitude ?? null; continue }
    const [name, language] = field.split('.') as [string, string | undefined]
    if (!language) { if (value === null) delete made[name]; else made[name] = value; continue }
    const words = { ...(made[name] as Record<string, string> | null) }
    if (value === null) delete words[language]; else words[language] = value as string
    made[name] = Object.keys(words).length ? words : null
  }
  return made
}

/** The same text for the same value, in whatever order its parts were written. */
export const stable = (value: unknown): string => JSON.stringify(value, (_, each: unknown) => (each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).filter(([, its]) => its !== null && its !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))) : each)) ?? 'null'
export const same = (a: unknown, b: unknown): boolean => stable(a ?? null) === stable(b ?? null)
/** What tells at a glance that nothing has changed at the source. */
export const hashOf = (fields: Facts): string => createHash('sha256').update(stable(fields)).digest('base64url').slice(0, 27)
