import { inLanguage, type Language, type Translated } from '#core/text/language.ts'
import { dayAt, addDays, daysFrom } from '../hours/days.ts'
import { spansOn } from '../hours/engine.ts'
import type { Period } from '../hours/periods.ts'
import { WeekHours } from '../hours/week-hours.tsx'
import { placeKinds } from '../place-kinds.ts'
import { same } from './brought.ts'
import type { OpenConflict } from './conflicts.server.ts'
import { importWords } from './texts/index.ts'

/** "Kuvaus (ruotsiksi)": what a field is called. */
export function fieldName(field: string, language: Language): string {
  const t = importWords(language)
  const [name, its] = field.split('.') as [string, Language | undefined]
  return `${t.fields[name] ?? name}${its ? ` ${t.inLanguage[its]}` : ''}`
}

/** The line of a report in words: which fields, or why not. */
export function detailWords(what: string, detail: string, language: Language): string {
  const t = importWords(language)
  if (what === 'refused') return t.refused[detail] ?? t.wrongField(t.fields[detail] ?? detail)
  const parts = detail.split(' ').filter(Boolean)
  const left = parts.filter((part) => part.startsWith('-')).map((part) => t.refused[part.slice(1)] ?? t.fields[part.slice(1)] ?? part.slice(1))
  const changed = parts.filter((part) => !part.startsWith('-')).map((part) => fieldName(part, language))
  return [changed.join(', '), left.length > 0 ? t.leftOut(left.join(', ')) : ''].filter(Boolean).join('. ')
}

/** A value of a field as people read it, on either side of a question. */
export function Value({ of, value, other, view }: { of: Pick<OpenConflict, 'field' | 'names'>; value: unknown; other: unknown; view: { language: Language; now: Date } }) {
  const t = importWords(view.language)
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return <p className="hint">{t.conflicts.empty}</p>
  if (of.field === 'periods') return <WeekHours hours={{ periods: value as Period[], exceptions: [] }} view={view} from={differsFrom(value as Period[], (other ?? []) as Period[], view.now)} days={7} />
  if (of.field === 'point') { const { latitude, longitude } = value as { latitude: number; longitude: number }; return <p>{latitude}, {longitude}</p> }
  if (of.field === 'kind' && typeof value === 'string') return <p>{placeKinds.get(value)?.name[view.language] ?? value}</p>
  if (Array.isArray(value)) return <ul className="bullets">{value.map((each: unknown, i) => <li key={i}>{typeof each === 'string' ? of.names[each] ?? each : piece(each as Record<string, unknown>, view.language)}</li>)}</ul>
  const text = String(value)
  return <p className="written">{of.names[text] ?? t.values[text] ?? text}</p>
}
const piece = (its: Record<string, unknown>, language: Language): string => [inLanguage((its.heading ?? its.name) as Translated | null, language), inLanguage((its.sentence ?? null) as Translated | null, language)].filter(Boolean).join(': ') + (typeof its.count === 'number' ? ` × ${its.count}` : '')
/** The first coming day on which two sets of hours are not alike: that week is worth showing. */
function differsFrom(a: Period[], b: Period[], now: Date): string {
  const today = dayAt(now)
  return daysFrom(today, addDays(today, 370)).find((day) => !same(spansOn(a, [], day), spansOn(b, [], day))) ?? today
}
