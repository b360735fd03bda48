import { z } from 'zod'
import { cut } from '#core/text/cut.ts'
import type { Translated } from '#core/text/language.ts'
import { languages } from '#core/text/language.ts'
import { daysFrom } from './days.ts'
import { dayOf, type SharedException } from './engine.ts'
import { periodList } from './period-shape.ts'
import { hoursStates, type Period, type Rule } from './periods.ts'

// The JSON of hauki (City of Helsinki, github.com/City-of-Helsinki/hauki, /v1/date_period/ and /v1/opening_hours/), both ways.

const subjects = { day: 'day', week: 'week', month: 'month', mon: 'monday', tue: 'tuesday', wed: 'wednesday', thu: 'thursday', fri: 'friday', sat: 'saturday', sun: 'sunday' } as const
const shortOf = Object.fromEntries(Object.entries(subjects).map(([short, long]) => [long, short])) as Record<Rule['subject'], keyof typeof subjects>

const words = z.union([z.string(), z.object({ fi: z.string().nullish(), sv: z.string().nullish(), en: z.string().nullish() })]).nullish()
  .transform((its): Translated => (typeof its === 'string' ? { fi: its } : Object.fromEntries(languages.flatMap((language) => (its?.[language]?.trim() ? [[language, its[language].trim()]] : [])))))
const atMost = (its: Translated, most: number): Translated | null => { const said = Object.entries(its).map(([language, text]) => [language, cut(text.toWellFormed().replaceAll('\0', ''), most)]).filter(([, text]) => text); return said.length > 0 ? Object.fromEntries(said) : null }
const either = (first: Translated, second: Translated, most: number) => atMost({ ...second, ...first }, most)
const time = z.string().regex(/^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/).nullish().transform((its) => its?.slice(0, 5) ?? null)
const maybe = <S extends z.ZodType>(its: S) => its.nullish().transform((value) => value ?? null)
const state = z.enum(hoursStates).nullish().transform((its) => its ?? 'undefined')

const timeSpan = z.object({
  name: words, description: words, start_time: time, end_time: time, end_time_on_next_day: z.boolean().nullish(), full_day: z.boolean().nullish().transform((its) => its ?? false),
  weekdays: maybe(z.array(z.int().min(1).max(7))), resource_state: state, is_removed: z.boolean().nullish(),
}).transform((its) => ({
  // hauki itself, when it is not told: an end that is not after its start is on the next day
  weekdays: its.weekdays, start: its.start_time, end: its.end_time, nextDay: its.end_time_on_next_day ?? (its.start_time !== null && its.end_time !== null && its.end_time <= its.start_time), fullDay: its.full_day, state: its.resource_state,
  note: either(its.description, its.name, 300), removed: its.is_removed ?? false,
}))
const rule = z.object({ context: z.enum(['period', 'year', 'month']), subject: z.enum(Object.keys(subjects) as [keyof typeof subjects]), start: maybe(z.int()), frequency_ordinal: maybe(z.int()), frequency_modifier: maybe(z.enum(['even', 'odd'])), is_removed: z.boolean().nullish() })
  .transform((its) => ({ context: its.context, subject: subjects[its.subject], start: its.start, ordinal: its.frequency_ordinal || null, modifier: its.frequency_modifier, removed: its.is_removed ?? false }))
const datePeriod = z.object({
  name: words, description: words, start_date: maybe(z.string()), end_date: maybe(z.string()), resource_state: state, override: z.boolean().nullish().transform((its) => its ?? false), is_public: z.boolean().nullish(), is_removed: z.boolean().nullish(),
  time_span_groups: z.array(z.object({ time_spans: z.array(timeSpan).nullish(), rules: z.array(rule).nullish(), is_removed: z.boolean().nullish() })).nullish(),
})

/**
 * Periods out of hauki's JSON: a list of date periods, a page of them (`results`), or a resource with its `date_periods`.
 * Removed and hidden ones are left out, and so are rules that say nothing there (over a period with no first day).
 * Throws ZodError, whose issues say where.
 */
export function periodsFromHauki(json: unknown): Period[] {
  const its = json as { results?: unknown; date_periods?: unknown } | null
  const given = Array.isArray(json) ? json : its?.results ?? its?.date_periods ?? json
  const read = z.array(datePeriod).parse(given).filter((each) => each.is_public !== false && !each.is_removed)
  return periodList.parse(read.map((each) => ({
    name: either(each.name, each.description, 200), from: each.start_date, until: each.end_date, override: each.override, state: each.resource_state,
    groups: (each.time_span_groups ?? []).filter((group) => !group.is_removed).map((group) => ({
      spans: (group.time_spans ?? []).filter((span) => !span.removed), rules: (group.rules ?? []).filter((one) => !one.removed && (one.context !== 'period' || each.start_date)),
    })),
  })))
}

/** Hours in hauki's shape: the periods, and reckoned for each day from – until; exceptions over many places are in the days. Times are hauki's, with seconds. */
export function haukiOf(hours: { periods: Period[]; exceptions: SharedException[] }, from: string, until: string) {
  let next = 0
  const inAll = (text: Translated | null) => Object.fromEntries(languages.map((language) => [language, text?.[language] ?? null])) as Record<(typeof languages)[number], string | null>
  const clock = (its: string | null) => (its === null ? null : `${its}:00`)
  return {
    date_periods: hours.periods.map((period, i) => ({
      id: i + 1, name: inAll(period.name), start_date: period.from, end_date: period.until, resource_state: period.state, override: period.override,
      time_span_groups: period.groups.map((group) => ({
        id: ++next, period: i + 1,
        time_spans: group.spans.map((span) => ({ description: inAll(span.note), start_time: clock(span.start), end_time: clock(span.end), end_time_on_next_day: span.nextDay, full_day: span.fullDay, weekdays: span.weekdays, resource_state: span.state })),
        rules: group.rules.map((one) => ({ context: one.context, subject: shortOf[one.subject], start: one.start, frequency_ordinal: one.ordinal, frequency_modifier: one.modifier })),
      })),
    })),
    opening_hours: daysFrom(from, until).map((day) => dayOf(hours.periods, hours.exceptions, day)).filter((its) => its.spans.length > 0).map((its) => ({
      date: its.day, name: inAll(its.name),
      times: its.spans.map((span) => ({ description: inAll(span.note), start_time: clock(span.start), end_time: clock(span.end), end_time_on_next_day: span.nextDay, full_day: span.fullDay, resource_state: span.state })),
    })),
  }
}
