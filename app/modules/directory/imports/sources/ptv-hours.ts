import type { Translated } from '#core/text/language.ts'
import { daysFrom, weekdayOf } from '../../hours/days.ts'
import { holidaysOf } from '../../hours/finnish-holidays.ts'
import { periodList } from '../../hours/period-shape.ts'
import type { HoursState, Period, Rule, Span } from '../../hours/periods.ts'
import { byLanguage, dayOf, line, list, localized, type Loose, number, object, text, timeOf } from './read-loosely.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const weekday = (name: unknown): number | null => { const at = weekdays.findIndex((each) => each.toLowerCase() === text(name).toLowerCase()); return at < 0 ? null : at + 1 }
const everyDay = (state: HoursState, note: Translated | null = null): Span => ({ weekdays: null, start: null, end: null, nextDay: false, fullDay: true, state, note })

/** A time from an hour to another of some days; one that does not end after it began ends on the next day, midnight too. */
function timed(days: number[] | null, from: unknown, to: unknown, state: HoursState, note: Translated | null = null): Span[] {
  const [start, end] = [timeOf(from), timeOf(to)]
  if (start === null || end === null) return []
  if (start === end && start === '00:00') return [{ ...everyDay(state, note), weekdays: days }]
  return [{ weekdays: days, start, end, nextDay: end <= start, fullDay: false, state, note }]
}
/** A time that goes on over several days, such as Friday 18 to Monday 6: its first day, its whole days and its last. */
function over(fromDay: number, from: unknown, toDay: number, to: unknown, state: HoursState): Span[] {
  const [start, end] = [timeOf(from), timeOf(to)]
  if (start === null || end === null) return []
  const days = (toDay - fromDay + 7) % 7
  if (days === 0) return timed([fromDay], from, to, state)
  if (days === 1 && end <= start) return [{ weekdays: [fromDay], start, end, nextDay: true, fullDay: false, state, note: null }]
  const whole = Array.from({ length: days - 1 }, (_, i) => ((fromDay + i) % 7) + 1)
  return [{ weekdays: [fromDay], start, end: '00:00', nextDay: true, fullDay: false, state, note: null }, ...(whole.length > 0 ? [{ ...everyDay(state), weekdays: whole.sort() }] : []), ...(end === '00:00' ? [] : timed([toDay], '00:00', to, state))]
}
/** Days of the same time as one line of hours, as people read them. */
function together(spans: Span[]): Span[] {
  const lines = new Map<string, Span>()
  for (const span of spans) {
    const key = JSON.stringify({ ...span, weekdays: span.weekdays === null })
    const before = lines.get(key)
    if (before?.weekdays && span.weekdays) before.weekdays = [...new Set([...before.weekdays, ...span.weekdays])].sort()
    else if (!before) lines.set(key, { ...span, weekdays: span.weekdays && [...span.weekdays].sort() })
  }
  return [...lines.values()].sort((a, b) => (a.weekdays?.[0] ?? 0) - (b.weekdays?.[0] ?? 0) || (a.start ?? '').localeCompare(b.start ?? ''))
}
const made = (its: Omit<Period, 'groups'>, groups: { spans: Span[]; rules?: Rule[] }[]): Period => ({ ...its, groups: groups.filter((each) => each.spans.length > 0).map((each) => ({ spans: together(each.spans), rules: each.rules ?? [] })) })
/** What does not fit our shape (a first day after the last) is left out, and the rest stays. */
const fitting = (periods: Period[]): Period[] => periods.flatMap((each) => { const read = periodList.safeParse([each]); return read.success ? read.data : [] }).sort((a, b) => Number(a.override) - Number(b.override) || (a.from ?? '').localeCompare(b.from ?? ''))

/** PTV v11's service hours (DaysOfTheWeek, Exceptional, OverMidnight; Standard, Exception, Special of older ones) as periods. */
export function hoursOfV11(value: unknown): Period[] {
  return fitting([...list(value)].sort((a, b) => (number(a.orderNumber) ?? 0) - (number(b.orderNumber) ?? 0)).flatMap((its): Period[] => {
    const type = text(its.serviceHourType)
    const name = line(localized(its.additionalInformation), 200)
    const state: HoursState = its.isReservation === true ? 'by_appointment' : 'open'
    const times = list(its.openingHour)
    if (type === 'Exceptional' || type === 'Exception') {
      const from = dayOf(its.validFrom)
      if (!from) return []
      const until = dayOf(its.validTo) ?? from
      const head = { name, from, until, override: true }
      if (its.isClosed === true || (times.length === 0 && its.isAlwaysOpen !== true)) return [{ ...head, state: 'closed', groups: [] }]
      const spans = times.flatMap((time) => { const day = weekday(time.dayFrom); return timed(day ? [day] : null, time.from, time.to, state) })
      return [made({ ...head, state }, [{ spans: its.isAlwaysOpen === true || spans.length === 0 ? [everyDay(state)] : spans }])]
    }
    const always = its.validForNow === true || its.validForNow === undefined
    const head = { name, from: always ? null : dayOf(its.validFrom), until: always ? null : dayOf(its.validTo), override: false }
    if (its.isClosed === true) return [{ ...head, state: 'closed', groups: [] }]
    if (its.isAlwaysOpen === true) return [made({ ...head, state }, [{ spans: [everyDay(state)] }])]
    const spans = times.flatMap((time) => {
      const [first, last] = [weekday(time.dayFrom), weekday(time.dayTo)]
      if (!first) return []
      return last && (type === 'OverMidnight' || type === 'Special') ? over(first, time.from, last, time.to, state) : timed(last ? inRow(first, last) : [first], time.from, time.to, state)
    })
    return spans.length > 0 ? [made({ ...head, state }, [{ spans }])] : name ? [{ ...head, state: its.isReservation === true ? 'by_appointment' : 'undefined', groups: [] }] : []
  }))
}
const inRow = (first: number, last: number) => Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => ((first - 1 + i) % 7) + 1)

const states: Record<string, HoursState> = { Open: 'open', Closed: 'closed', OpenOnReservation: 'by_appointment' }
const holidayKeys: Record<string, string> = {
  NewYearEve: 'newYearEve', NewYearDay: 'newYear', Epiphany: 'epiphany', MaundyThursday: 'maundyThursday', GoodFriday: 'goodFriday', EasterSunday: 'easter', EasterMonday: 'easterMonday', MayDayEve: 'mayDayEve', MayDay: 'mayDay',
  AscensionDay: 'ascension', WhitSunday: 'pentecost', MidsummerEve: 'midsummerEve', MidsummerDay: 'midsummer', AllSaintsDay: 'allSaints', IndependenceDay: 'independence', ChristmasEve: 'christmasEve', ChristmasDay: 'christmas', SecondDayOfChristmas: 'boxingDay',
}
/** Odd and even weeks are rules; every week is none. */
const repeated: Record<string, Rule[]> = { OddWeeks: [{ context: 'year', subject: 'week', start: null, ordinal: null, modifier: 'odd' }], EvenWeeks: [{ context: 'year', subject: 'week', start: null, ordinal: null, modifier: 'even' }] }

function week(value: unknown): { spans: Span[]; rules?: Rule[] }[] {
  const groups = new Map<string, Span[]>()
  for (const [i, name] of weekdays.entries()) {
    for (const time of list(object(object(value)[name.toLowerCase()]).hours)) {
      const key = repeated[text(time.repetition)] ? text(time.repetition) : ''
      const state = states[text(time.openingStatus)] ?? 'open'
      const its = state === 'closed' ? [{ ...everyDay('closed'), weekdays: [i + 1] }] : timed([i + 1], time.start, time.end, state, line(byLanguage(time.additionalInformation), 300))
      groups.set(key, [...(groups.get(key) ?? []), ...its])
    }
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([key, spans]) => ({ spans, rules: repeated[key] ?? [] }))
}

/** PTV v12's service hours as periods: weekly, continuous, exceptional, and those of public holidays, reckoned for this year and the next. */
export function hoursOfV12(value: unknown, today: string): Period[] {
  const its = object(value)
  const ordinary = list(its.hours).flatMap((each): Period[] => {
    const type = text(each.type)
    const name = line({ ...byLanguage(each.additionalInformation), ...byLanguage(each.heading) }, 200)
    const [from, until] = [dayOf(each.fromDate), dayOf(each.toDate)]
    const state = states[text(each.openingStatus)] ?? 'open'
    switch (type) {
      case 'WeeklyUntilFurtherNoticeServiceHour': return [made({ name, from: null, until: null, override: false, state: 'open' }, week(each.weeklyHours))]
      case 'WeeklyDateRangeServiceHour': return [made({ name, from, until, override: false, state: 'open' }, week(each.weeklyHours))]
      case 'ContinuousAlwaysValidServiceHour': return [made({ name, from: null, until: null, override: false, state }, [{ spans: [everyDay(state)] }])]
      case 'ContinuousWeekdaysUntilFurtherNoticeServiceHour': { const [a, b] = [weekday(each.fromDay), weekday(each.toDay)]; return a && b ? [made({ name, from: null, until: null, override: false, state }, [{ spans: over(a, each.fromTime, b, each.toTime, state) }])] : [] }
      case 'ContinuousDateRangeServiceHour': return from && until ? [made({ name, from, until, override: false, state }, [{ spans: continuous(from, each.fromTime, until, each.toTime, state) }])] : []
      case 'ExceptionalDateRangeServiceHour': { const groups = week(each.weeklyHours); return from ? [groups.length > 0 ? made({ name, from, until: until ?? from, override: true, state: 'open' }, groups) : { name, from, until: until ?? from, override: true, state: 'closed', groups: [] }] : [] }
      default: return []
    }
  })
  return fitting([...ordinary.filter((each) => each.groups.length > 0 || each.override), ...holidays(object(its.holidayServiceHours), today)])
}
/** From a moment of one day to a moment of another. */
function continuous(from: string, fromTime: unknown, until: string, toTime: unknown, state: HoursState): Span[] {
  const [start, end] = [timeOf(fromTime) ?? '00:00', timeOf(toTime) ?? '00:00']
  return start === '00:00' && (end === '00:00' || end === '23:59') || daysFrom(from, until).length > 7 ? [everyDay(state)] : over(weekdayOf(from), start, weekdayOf(until), end, state)
}
function holidays(its: Loose, today: string): Period[] {
  const this_ = Number(today.slice(0, 4))
  const repetition = object(its.repetition)
  const years = repetition.type === 'RepetitionInSelectedYears' ? (Array.isArray(repetition.years) ? repetition.years.map(Number).filter((year) => year >= this_ && year <= this_ + 2) : []) : [this_, this_ + 1]
  const days = new Map(years.flatMap((year) => holidaysOf(year).map((day) => [`${year} ${day.key}`, day] as const)))
  return list(its.holidays).flatMap((each) => years.flatMap((year): Period[] => {
    const day = days.get(`${year} ${holidayKeys[text(each.holidayName)] ?? ''}`)
    if (!day) return []
    const times = list(each.hours)
    const closed = times.every((time) => time.openingStatus === 'Closed')
    const head = { name: day.name, from: day.day, until: day.day, override: true }
    return [closed ? { ...head, state: 'closed', groups: [] } : made({ ...head, state: 'open' }, [{ spans: times.flatMap((time) => timed(null, time.start, time.end, states[text(time.openingStatus)] ?? 'open', line(byLanguage(time.additionalInformation), 300))) }])]
  }))
}
