import type { Language } from '#core/text/language.ts'
import { wallClock, zone } from '#core/time/local.ts'

const locale = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const
const said = (at: Date, language: Language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale[language], { timeZone: zone, ...options }).format(at).replace(/\.$/, '')

/** A day as a leaf of a calendar: its number large, weekday and month small. Silent for screen readers: the row beside it says its day. */
export function Leaf({ at, language }: { at: Date; language: Language }) {
  return <span className="leaf" aria-hidden="true"><small>{said(at, language, { weekday: 'short' })}</small><b>{Number(wallClock(at).day.slice(8))}</b><small>{said(at, language, { month: 'short' })}</small></span>
}
