import type { Language } from '#core/text/language.ts'
import { clock, day } from '#core/text/format.ts'
import { Icon } from '#ui/icons.tsx'
import { openAt, type SharedException } from './engine.ts'
import { knownUntil, openWords, piecesOf } from './open-words.ts'
import type { Period } from './periods.ts'
import { hoursWords } from './texts/index.ts'

type Given = { periods: Period[]; exceptions: SharedException[] }

/** Are the open words worth saying beside what else is known: not of what is shut, nor that nobody knows the hours of what is out of use anyhow. */
export function saysOpen(hours: Given, facts: { tone: string; shut?: true }[], now: Date): boolean {
  if (facts.some((fact) => fact.shut)) return false
  return !facts.some((fact) => fact.tone === 'off') || openWords(openAt(hours.periods, hours.exceptions, now), now, 'fi').tone !== 'unknown'
}

/**
 * Whether something is open now, in words that do not lie when the page grows old. The server says what stays true ("Avoinna
 * klo 20 asti") and of when it is; app/client/open-now.ts says it anew as time goes, with "closes in 40 min", by the server's
 * clock and not by the phone's. `days`: how far ahead it can go on without the server; a list needs less.
 */
export function OpenNow({ hours, view, days = 3 }: { hours: Given; view: { language: Language; now: Date }; days?: number }) {
  const { language, now } = view
  const t = hoursWords(language)
  const its = openWords(openAt(hours.periods, hours.exceptions, now), now, language)
  const asOf = `${day(now, language, now)} ${clock(now, language)}`
  const known = { at: now.getTime(), until: knownUntil(now, days), pieces: piecesOf(hours, now, language, days).map((each) => [each.from, each.words, each.open, each.closes, each.opens]), closesIn: t.closesIn('#'), opensIn: t.opensIn('#'), minute: t.minute, minutes: t.minutes, old: t.old.replace('#', asOf) }
  return (
    <open-now className={`opennow ${its.tone}`} data-known={JSON.stringify(known)}>
      <Icon name={its.icon} /> <span data-words="">{its.words}</span> <small data-old="" hidden></small>
      <noscript><small>({t.asOf(asOf)})</small></noscript>
    </open-now>
  )
}
