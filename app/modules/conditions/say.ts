import { clock, day, number as numberIn } from '#core/text/format.ts'
import type { Language } from '#core/text/language.ts'
import { wallClock } from '#core/time/local.ts'
import { bandOf, type Known, knownAt } from './known.ts'
import { conditionWords } from './texts/index.ts'
import { maintenanceOf, type Property, propertyOf } from './vocabulary.ts'

/** "klo 18.20" today, "pe 20.11. klo 18.20" within a week, "20.11." before that. */
export function whenSaid(at: Date, language: Language, now: Date): string {
  if (wallClock(at).day === wallClock(now).day) return clock(at, language)
  return Math.abs(now.getTime() - at.getTime()) < 7 * 86_400_000 ? `${day(at, language, now)} ${clock(at, language)}` : day(at, language, now)
}
/** "18,5 °C" */
export const numberSaid = (its: Property, number: number, language: Language): string =>
  `${numberIn(number, language, its.measure?.decimals ?? 1)}${its.measure?.unit ? ` ${its.measure.unit}` : ''}`

/** A value alone: "hyvä", "18,5 °C, viileää"; null for none. */
export function valueSaid(its: Property, value: string | null, number: number | null, language: Language): string | null {
  if (number !== null) { const band = its.measure?.unit ? bandOf(its, number) : undefined; return `${numberSaid(its, number, language)}${band ? `, ${band.name[language]}` : ''}` }
  return value !== null && Object.hasOwn(its.values, value) ? its.values[value]!.name[language] : null
}

type Read = Pick<Known, 'known' | 'value' | 'number'> & { property: string; observedAt: Date; since: Date; was: { value: string | null; number: number | null } }
/** A condition as a sentence of a list: "Jää: hyvä", "Jää: suljettu la 14.11. alkaen", "Jää: ei tiedossa (viimeksi pe 20.11.)". */
export function conditionSaid(kind: string, its: Read, language: Language, now: Date): string {
  const t = conditionWords(language), property = propertyOf(kind, its.property)!
  const name = property.name[language]
  if (!its.known) return `${name}: ${t.unknown}${its.was.value === null && its.was.number === null ? '' : ` (${t.lastSaid(wallClock(its.observedAt).day === wallClock(now).day ? clock(its.observedAt, language) : day(its.observedAt, language, now))})`}`
  const said = valueSaid(property, its.value, its.number, language)!
  return `${name}: ${its.value !== null && property.values[its.value]?.since ? t.sinceDay(said, day(its.since, language, now)) : said}`
}
/** "Jäädytetty klo 18.20" */
export const careSaid = (kind: string, its: { what: string; at: Date }, language: Language, now: Date): string => `${maintenanceOf(kind).find((each) => each.key === its.what)?.name[language] ?? its.what} ${whenSaid(its.at, language, now)}`

/** The name of an observation in a history: what it meant at the moment it was made. */
export const observedSaid = (kind: string, its: { property: string; value: string | null; number: number | null; observedAt: Date }, language: Language): string => {
  const property = propertyOf(kind, its.property)!, known = knownAt(kind, its.property, its, its.observedAt)
  return known.known ? valueSaid(property, its.value, its.number, language)! : conditionWords(language).unknown
}
