import { uuidAt } from '#core/context/ids.server.ts'
import type { Municipality } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { defaultRules } from '#core/identity/rules.ts'
import { municipality, type MunicipalityRules, unit } from '#core/identity/schema.server.ts'
import type { Language, Translated } from '#core/text/language.ts'
import { bordersOf } from '#core/geo/areas.server.ts'
import type { MultiPolygon } from '#core/geo/geo.ts'
import { area, place, topic } from '#core/trail/schema.server.ts'

/** A municipality as it starts: what it is called, where it lies, who answers there and for what. */
export type Founding = {
  /** the last part of its address where it is not the installation's first */ slug: string
  name: Translated
  /** the municipality's number in Statistics Finland's classification, such as 980 */ code?: string | null
  languages: Language[]
  longitude: number; latitude: number
  /** the hue of its main colour, 0-359 */ hue?: number
  /** lives at the installation's bare address */ primary?: boolean
  hosts?: string[]
  rules?: Partial<MunicipalityRules>
  units: { key: string; name: Translated }[]
  topics: { key: string; name: Translated; /** who answers for it */ unitKey: string; /** word beginnings that suggest it */ hints?: string[]; /** the key of the topic that it is a part of */ parentKey?: string }[]
  /** parts of the municipality; those that only places name are made of the names */ areas?: { key: string; name: Translated; shape?: MultiPolygon }[]
  places?: { name: Translated; area: string; longitude: number; latitude: number }[]
}
/** What was made, with the ids by key. */
export type Founded = { municipality: Municipality; units: Record<string, string>; topics: Record<string, string> }

/**
 * Makes a municipality with its units, topics and places, all or nothing. `db` is the installation's owner connection
 * (or a transaction on it): a municipality cannot be made from inside another.
 * Throws a database error with code 23505 when the slug is taken, and an Error when a topic's unit is not among the units.
 */
export function foundMunicipality(db: Db, its: Founding, now = new Date()): Promise<Founded> {
  return db.transaction(async (tx) => {
    const [made] = await tx.insert(municipality).values({
      slug: its.slug, name: its.name, code: its.code ?? null, languages: its.languages, hosts: its.hosts ?? [],
      longitude: its.longitude, latitude: its.latitude, hue: its.hue ?? 238, primary: its.primary ?? false,
      rules: { ...defaultRules, ...its.rules }, createdAt: now,
    }).returning()
    const here = { municipalityId: made!.id }
    const units = Object.fromEntries(its.units.map(({ key }) => [key, uuidAt(now)]))
    const topics = Object.fromEntries(its.topics.map(({ key }) => [key, uuidAt(now)]))
    const unitOf = (key: string) => { const found = units[key]; if (!found) throw new Error(`there is no unit "${key}"`); return found }
    if (its.units.length) await tx.insert(unit).values(its.units.map(({ key, name }) => ({ ...here, id: units[key]!, key, name })))
    if (its.topics.length) await tx.insert(topic).values(its.topics.map(({ key, name, unitKey, hints, parentKey }) => ({ ...here, id: topics[key]!, key, name, unitId: unitOf(unitKey), hints: hints ?? [], parentId: parentKey ? topics[parentKey]! : null })))
    const named = new Set(its.areas?.map((each) => each.key))
    const areas = [...its.areas ?? [], ...[...new Set(its.places?.map((each) => each.area))].filter((key) => !named.has(key)).map((key) => ({ key, name: { fi: key } }))]
    if (areas.length) await tx.insert(area).values(areas.map(({ key, name, ...more }) => ({ ...here, key, name, ...bordersOf('shape' in more ? more.shape ?? null : null) })))
    if (its.places?.length) await tx.insert(place).values(its.places.map((each) => ({ ...here, id: uuidAt(now), ...each })))
    return { municipality: made!, units, topics }
  })
}
