import type { Language } from '#core/text/language.ts'
import { wallClock } from '#core/time/local.ts'
import { addDays, dayAt, daysBetween, momentOf, weekdayOf } from './days.ts'
import { type DaySpan, type OpenAt, openAt, type SharedException, stretches } from './engine.ts'
import type { Period } from './periods.ts'
import { hoursWords } from './texts/index.ts'

type Given = { periods: Period[]; exceptions: SharedException[] }
/** What is said at a moment, in words that stay true until it changes: "Avoinna klo 20 asti", never "closes in 40 min". */
export type OpenWords = { words: string; tone: 'good' | 'off' | 'unknown'; icon: 'open' | 'closed' }

/** "20", "20.30", "20:30" */
function timeWords(at: Date, language: Language): string {
  const [hour, minute] = wallClock(at).time.split(':')
  return hoursWords(language).hour(Number(hour), minute!)
}
/** The day of a moment as said from another: nothing for today, else "huomenna", "maanantaina", "ma 1.6." */
function dayWords(day: string, today: string, language: Language): string {
  const t = hoursWords(language), away = daysBetween(today, day)
  if (away === 0) return ''
  if (away === 1) return t.tomorrow
  return away > 1 && away < 7 ? t.onDay[weekdayOf(day) - 1]! : dateWords(day, language, today)
}
/** "1.6.", "1 Jun" */
export function shortDate(day: string, language: Language): string {
  const [, month, date] = day.split('-').map(Number) as [number, number, number]
  return language === 'en' ? `${date} ${new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(Date.parse(day))}` : `${date}.${month}.`
}
/** "ma 1.6.", of another year "1.6.2027" */
export function dateWords(day: string, language: Language, today: string): string {
  const year = day.slice(0, 4), its = shortDate(day, language)
  if (today.startsWith(year)) return `${hoursWords(language).short[weekdayOf(day) - 1]} ${its}`
  return language === 'en' ? `${its} ${year}` : `${its}${year}`
}

/** An hour of the early morning is still said to be of the evening before it: "klo 2 asti yöllä". */
function until(at: Date, now: Date, language: Language): string {
  const t = hoursWords(language), today = dayAt(now), day = dayAt(at)
  const midnight = at.getTime() === momentOf(day, null).getTime()
  const last = midnight ? addDays(day, -1) : day, time = midnight ? t.midnight : timeWords(at, language)
  if (last === today) return t.untilTime(time)
  if (!midnight && day === addDays(today, 1) && at.getTime() <= momentOf(day, '06:00').getTime()) return `${t.untilTime(time)} ${t.inNight}`
  const away = daysBetween(today, last)
  return t.untilDay(away === 1 ? 0 : away < 7 ? weekdayOf(last) : dateWords(last, language, today), time)
}
const opening = (at: Date, now: Date, language: Language): string => { const t = hoursWords(language); return `${dayWords(dayAt(at), dayAt(now), language)} ${t.atTime(timeWords(at, language))}`.trim() }

/** One sentence of how it is. */
export function openWords(its: OpenAt, now: Date, language: Language): OpenWords {
  const t = hoursWords(language)
  const open = t.now[its.state]
  if (!its.open) {
    if (its.state === 'undefined' || its.state === 'no_opening_hours') return { words: open, tone: 'unknown', icon: 'closed' }
    return { words: its.next ? `${open}, ${t.opens(opening(its.next, now, language))}` : open, tone: 'off', icon: 'closed' }
  }
  if (!its.until) return { words: its.endKnown ? `${open} ${its.state === 'open' || its.state === 'self_service' ? t.always : ''}`.trim() : `${open}, ${t.endUnknown}`, tone: 'good', icon: 'open' }
  const after = its.after && its.after !== its.state ? `, ${t.goesOn(t.after[its.after])}${its.last && its.last > its.until ? ` ${until(its.last, now, language)}` : ''}` : ''
  return { words: `${open} ${until(its.until, now, language)}${after}`, tone: 'good', icon: 'open' }
}

/** What is to be said from a moment on, until the next piece begins; `closes` and `opens`: the moment that "in 40 min" is counted to. Milliseconds. */
export type Piece = { from: number; words: string; open: boolean; closes: number | null; opens: number | null }
/** Everything that is to be said from now until the end of a day so many days ahead, so that a page that has been open for long says what is so then. */
export function piecesOf(given: Given, now: Date, language: Language, days: number): Piece[] {
  const today = dayAt(now)
  const line = stretches(given.periods, given.exceptions, today, addDays(today, days))
  const edges = [...line.flatMap((each) => [each.from, each.until]), ...Array.from({ length: days }, (_, i) => momentOf(addDays(today, i + 1), null))]
    .map((each) => each.getTime()).filter((at) => at > now.getTime() && at < momentOf(addDays(today, days + 1), null).getTime())
  const pieces: Piece[] = []
  for (const from of [now.getTime(), ...new Set(edges.sort((a, b) => a - b))]) {
    const at = new Date(from), its = openAt(given.periods, given.exceptions, at)
    const piece = { from, words: openWords(its, at, language).words, open: its.open, closes: its.open && its.last ? its.last.getTime() : null, opens: its.open ? null : its.next?.getTime() ?? null }
    const before = pieces.at(-1)
    if (before?.words !== piece.words || before.closes !== piece.closes || before.opens !== piece.opens) pieces.push(piece)
  }
  return pieces
}
/** Until when `piecesOf` knows. */
export const knownUntil = (now: Date, days: number): number => momentOf(addDays(dayAt(now), days + 1), null).getTime()

/** A time of a day in words: "8–20", "20–22 omatoimisesti", "suljettu", "ympäri vuorokauden". */
export function timesOf(span: Pick<DaySpan, 'start' | 'end' | 'fullDay' | 'state'>, language: Language): string {
  const t = hoursWords(language), how = t.state[span.state]
  const clock = (time: string) => t.hour(Number(time.slice(0, 2)), time.slice(3))
  if (span.fullDay) return span.state === 'open' || span.state === 'self_service' ? `${how} ${t.always}` : how
  const range = span.start && span.end ? `${clock(span.start)}–${clock(span.end)}` : span.start ? t.from(clock(span.start)) : span.end ? t.untilTime(clock(span.end)) : ''
  return !range ? how : span.state === 'open' ? range : `${range} ${how.toLowerCase()}`
}
