import { inLanguage, type Language } from '#core/text/language.ts'
import { knownAt } from '../known.ts'
import { careSaid, conditionSaid, valueSaid, whenSaid } from '../say.ts'
import { maintenanceOf, propertiesOf, propertyOf } from '../vocabulary.ts'
import type { FieldPlace, Newer } from './data.ts'
import { read, type Tap, written } from './tap.ts'
import type { Texts } from './texts/fi.ts'

type In = { words: Texts; language: Language; now: Date }
/** As the beginning of a line or a button. */
export const cap = (text: string) => text.charAt(0).toLocaleUpperCase('fi') + text.slice(1)

export type Line = { key: string; icon: string; words: string; when: string; known: boolean }
/** What is known of a place by now, each with its time; of the primary property also that it is not known any more. */
export function linesOf(its: FieldPlace, { language, now, words: t }: In): Line[] {
  return propertiesOf(its.kind).flatMap((property): Line[] => {
    const seen = its.seen.find((each) => each.property === property.key), line = { key: property.key, icon: property.icon }
    if (!seen) return property.primary ? [{ ...line, words: `${property.name[language]}: ${t.unknown}`, when: '', known: false }] : []
    const was = { value: seen.value, number: seen.number }, observedAt = new Date(seen.at), known = knownAt(its.kind, property.key, { ...was, observedAt }, now)
    if (!known.known && !property.primary) return []
    return [{ ...line, words: conditionSaid(its.kind, { ...known, property: property.key, observedAt, since: new Date(seen.since), was }, language, now), when: known.known ? whenSaid(observedAt, language, now) : '', known: known.known }]
  })
}
/** When each kind of care was last taken, the latest first. */
export const caresOf = (its: FieldPlace, { language, now }: In): { key: string; words: string }[] =>
  its.cared.toSorted((a, b) => b.at.localeCompare(a.at)).map(({ what, at }) => ({ key: what, words: careSaid(its.kind, { what, at: new Date(at) }, language, now) }))

/** What a tap said, in words: "Jää: hyvä", "Jäädytetty". */
function tapSaid(kind: string, tap: Tap | null, { number, text }: { number?: string | undefined; text?: string | undefined }, { words: t, language }: Pick<In, 'words' | 'language'>): string {
  switch (tap?.what) {
    case 'saw': case 'measured': {
      const property = propertyOf(kind, tap.property), measured = Number((number ?? '').replace(',', '.').replace('−', '-'))
      return property ? `${property.name[language]}: ${tap.what === 'saw' ? valueSaid(property, tap.value, null, language) ?? '' : number && Number.isFinite(measured) ? valueSaid(property, null, measured, language) : number ?? ''}` : ''
    }
    case 'did': return inLanguage(maintenanceOf(kind).find((each) => each.key === tap.care)?.name, language)
    case 'season': return tap.on ? t.begin : t.end
    case 'words': return `${t.free}: ${text ?? ''}`
    case 'wordsEnd': return t.wordsEnd
    default: return ''
  }
}
/** The same of the fields of an act that waits. */
export const actSaid = (kind: string, fields: Record<string, string>, at: Pick<In, 'words' | 'language'>) => tapSaid(kind, read(fields.say ?? ''), fields, at)
/** "Jää: kohtalainen klo 18.40" */
export const newerSaid = (kind: string, its: Newer, at: In) => `${tapSaid(kind, its.say, { number: its.number === null ? undefined : String(its.number) }, at)} ${whenSaid(new Date(its.at), at.language, at.now)}`

/** The taps that one makes most: what is done there, and the first words of what a list shows. The rest are in the fold. */
export function tapsOf(kind: string): { cares: string[]; often: Tap[]; rest: { property: string; taps: Tap[] }[] } {
  const properties = propertiesOf(kind), primary = properties.find((each) => each.primary)
  const of = (key: string): Tap[] => Object.keys(propertyOf(kind, key)!.values).map((value) => ({ what: 'saw', property: key, value }))
  const often = primary ? of(primary.key).slice(0, 4) : [], seen = new Set(often.map(written))
  return {
    cares: maintenanceOf(kind).map((each) => each.key), often,
    rest: properties.map(({ key }) => ({ property: key, taps: of(key).filter((tap) => !seen.has(written(tap))) })).filter(({ property, taps }) => taps.length > 0 || propertyOf(kind, property)!.measure),
  }
}

/** Why something was not taken. What the vocabulary no longer has is told alike, whichever part it is. */
export const problemSaid = (code: string, { problems }: Texts): string => problems[/^unknown|^no(tANumber|Season)$/.test(code) ? 'invalid' : code] ?? problems.other!
