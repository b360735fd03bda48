import { addDays, daysBetween, isoWeek, lastOfMonth, mondayOf, weekdayOf } from './days.ts'
import type { Period, Rule } from './periods.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Where a day stands among its fellows: the `index`th (from 0) of `count` (null: nobody knows how many there will be). */
type Standing = { index: number; count: number | null }

/**
 * Is a rule true on a day? The meaning of rules is hauki's: `start` is the how-manieth of its context (−1 the last),
 * `ordinal` 2 every second from there on, `modifier` odd or even by ISO week, month or day of month.
 * A rule over a period with no first day holds always, as there: nothing can be counted.
 */
export function ruleHolds(rule: Rule, period: Pick<Period, 'from' | 'until'>, day: string): boolean {
  const weekday = weekdays.indexOf(rule.subject) + 1
  if (weekday > 0 && weekdayOf(day) !== weekday) return false
  if (rule.start === null && rule.ordinal === null && rule.modifier === null) return true
  if (rule.context === 'period' && !period.from) return true
  if (rule.modifier) return (numberIn(rule, day) % 2 === 0) === (rule.modifier === 'even')
  // A week may belong to two months or two years: it is enough that the rule is true in one of them.
  return standings(rule, period, day, weekday).some((its) => matches(rule, its))
}

const numberIn = (rule: Rule, day: string): number => (rule.subject === 'week' ? isoWeek(day).week : rule.subject === 'month' ? Number(day.slice(5, 7)) : Number(day.slice(8, 10)))

function matches({ start, ordinal }: Rule, { index, count }: Standing): boolean {
  const its = start ?? 1
  if (its < 0 && count === null) return false
  const from = its < 0 ? count! + its : its - 1
  if (ordinal === null) return index === from
  const first = its < 0 ? Math.max(from, 0) : from // of fewer than are counted back, all from the first
  return index >= first && (index - first) % ordinal === 0
}

function standings({ context, subject }: Rule, period: Pick<Period, 'from' | 'until'>, day: string, weekday: number): Standing[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  if (context === 'year' && subject === 'week') {
    const { year: its, week } = isoWeek(day)
    // The first days of January before week 1 are week 0 of their year, the last of the one before.
    return [{ index: week - 1, count: isoWeek(`${its}-12-28`).week }, ...(its < year ? [{ index: -1, count: null }] : [])]
  }
  if (context === 'year' && subject === 'month') return [{ index: month - 1, count: 12 }]
  if (context === 'month' && subject === 'week') {
    const monday = mondayOf(day)
    return [...new Set([monday.slice(0, 7), addDays(monday, 6).slice(0, 7)])].map((its) => weeksAmong(`${its}-01`, lastOfMonth(`${its}-01`), day))
  }
  const [from, until] = context === 'period' ? [period.from!, period.until] : context === 'year' ? [`${day.slice(0, 4)}-01-01`, `${day.slice(0, 4)}-12-31`] : [`${day.slice(0, 7)}-01`, lastOfMonth(day)]
  if (subject === 'week') return [weeksAmong(from, until, day)]
  if (subject === 'month') { const of = (its: string) => Number(its.slice(0, 4)) * 12 + Number(its.slice(5, 7)); return [{ index: of(day) - of(from), count: until ? of(until) - of(from) + 1 : null }] }
  if (weekday === 0) return [{ index: daysBetween(from, day), count: until ? daysBetween(from, until) + 1 : null }]
  const first = addDays(from, (weekday - weekdayOf(from) + 7) % 7)
  return [{ index: daysBetween(first, day) / 7, count: until ? Math.floor(daysBetween(first, until) / 7) + 1 : null }]
}
const weeksAmong = (from: string, until: string | null, day: string): Standing => ({ index: daysBetween(mondayOf(from), mondayOf(day)) / 7, count: until ? daysBetween(mondayOf(from), mondayOf(until)) / 7 + 1 : null })
