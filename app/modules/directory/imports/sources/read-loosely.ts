import { isLanguage, languages, type Translated } from '#core/text/language.ts'
import { oneLine, paragraphs } from '../plain-text.ts'

// Registers give null for a missing list, a number for a text, another shape for an old record. What is asked for is either
// of its kind or not there; nothing that a register writes can throw here.
export type Loose = Record<string, unknown>
export const object = (value: unknown): Loose => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value as Loose : {})
export const list = (value: unknown): Loose[] => (Array.isArray(value) ? value.map(object) : [])
/** What no database can hold is left out, so that one odd record does not stop a whole register. */
const whole = (its: string) => its.toWellFormed().replaceAll('\0', '').trim()
export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string').map(whole) : [])
export const text = (value: unknown): string => (typeof value === 'string' ? whole(value) : typeof value === 'number' && Number.isFinite(value) ? String(value) : '')
export const number = (value: unknown): number | null => { const its = typeof value === 'number' ? value : typeof value === 'string' && /^\s*-?\d+([.,]\d+)?\s*$/.test(value) ? Number(value.trim().replace(',', '.')) : NaN; return Number.isFinite(its) ? its : null }

const cut = (its: Translated, most: number, flat: boolean): Translated | null => {
  const said = Object.entries(its).map(([language, its]) => [language, flat ? oneLine(its, most) : paragraphs(its, most)]).filter(([, its]) => its)
  return said.length > 0 ? Object.fromEntries(said) : null
}
/** A text in languages as plain paragraphs, of at most `most` characters; null when there is none. */
export const prose = (its: Translated, most: number): Translated | null => cut(its, most, false)
/** The same on one line. */
export const line = (its: Translated, most: number): Translated | null => cut(its, most, true)

/** `{ fi, sv, en }` of an object by language; other languages (the Sámi ones of PTV) have no place here. */
export const byLanguage = (value: unknown, of: (its: unknown) => string = text): Translated => Object.fromEntries(languages.flatMap((language) => { const said = of(object(value)[language]); return said ? [[language, said]] : [] }))
/** `[{ language, value, type }]` of PTV v11, those of a type when it is said; the first of each language. */
export function localized(value: unknown, type?: string): Translated {
  const said: Translated = {}
  for (const each of list(value)) {
    const language = each.language
    if (!isLanguage(language) || (type && each.type !== type) || said[language]) continue
    const its = text(each.value)
    if (its) said[language] = its
  }
  return said
}
/** A day out of a day or a moment without its zone, such as 2026-06-01T00:00:00. */
export const dayOf = (value: unknown): string | null => /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(text(value))?.[0] ?? null
/** 08:00 out of 08:00, 08:00:00 and 8:00; 24:00 is midnight. */
export function timeOf(value: unknown): string | null {
  const found = /^(\d{1,2})[:.](\d{2})/.exec(text(value))
  if (!found || Number(found[1]) > 24 || Number(found[2]) > 59) return null
  return `${String(Number(found[1]) % 24).padStart(2, '0')}:${found[2]}`
}
