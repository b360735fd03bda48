import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wallClock } from '#core/time/local.ts'
import { addDays, dayAt, daysFrom, isoWeek, momentOf, weekdayOf } from './days.ts'
import { dayOf, isOpenState, openAt, type SharedException, spansOn, stretches } from './engine.ts'
import { easterOf, holidaysOf } from './finnish-holidays.ts'
import { period as periodShape } from './period-shape.ts'
import { hoursStates, type Period } from './periods.ts'

const at = (text: string) => momentOf(text.slice(0, 10), text.slice(11))
type Given = { name?: object; from?: string; until?: string; override?: boolean; state?: string; spans?: object[]; rules?: object[]; groups?: object[] }
/** A period as a person would think of it: its times in one group. */
const period = ({ spans, rules, ...its }: Given): Period => periodShape.parse({ ...its, groups: its.groups ?? (spans ? [{ spans, rules: rules ?? [] }] : []) })
const time = (weekdays: number[] | null, start: string | null, end: string | null, more: object = {}) => ({ weekdays, start, end, state: 'open', ...more })
const exception = (its: Partial<SharedException>): SharedException => ({ id: 'x', name: { fi: 'Poikkeus' }, from: '2026-12-24', until: '2026-12-24', state: 'closed', spans: [], by: 'all', ...its })
const said = (periods: Period[], exceptions: SharedException[], day: string) => spansOn(periods, exceptions, day).map((span) => `${span.fullDay ? 'all' : `${span.start ?? ''}-${span.end ?? ''}${span.nextDay ? '+' : ''}`} ${span.state}`)
const library = period({ spans: [time([1, 2, 3, 4, 5], '08:00', '20:00'), time([6], '10:00', '16:00'), time([7], null, null, { fullDay: true, state: 'closed' })] })

describe('a week', () => {
  test('each day has its own times, and a closed day says so', () => {
    expect(said([library], [], '2026-11-23')).toEqual(['08:00-20:00 open'])
    expect(said([library], [], '2026-11-28')).toEqual(['10:00-16:00 open'])
    expect(said([library], [], '2026-11-29')).toEqual(['all closed'])
  })
  test('open, then closed, then when it opens: over a Sunday too', () => {
    expect(openAt([library], [], at('2026-11-23 19:20'))).toMatchObject({ state: 'open', open: true, since: at('2026-11-23 08:00'), until: at('2026-11-23 20:00'), last: at('2026-11-23 20:00'), next: at('2026-11-24 08:00') })
    expect(openAt([library], [], at('2026-11-23 20:00'))).toMatchObject({ state: 'closed', open: false, since: at('2026-11-23 20:00'), next: at('2026-11-24 08:00'), until: at('2026-11-24 08:00') })
    expect(openAt([library], [], at('2026-11-28 16:30'))).toMatchObject({ open: false, next: at('2026-11-30 08:00') })
  })
  test('staffed hours and then self-service: open goes on without a break', () => {
    const leija = period({ spans: [time(null, '10:00', '18:00'), time(null, '07:00', '10:00', { state: 'self_service' }), time(null, '18:00', '22:00', { state: 'self_service' })] })
    expect(openAt([leija], [], at('2026-11-23 17:00'))).toMatchObject({ state: 'open', until: at('2026-11-23 18:00'), after: 'self_service', last: at('2026-11-23 22:00') })
    expect(openAt([leija], [], at('2026-11-23 08:00'))).toMatchObject({ state: 'self_service', until: at('2026-11-23 10:00'), after: 'open', last: at('2026-11-23 22:00') })
  })
  test('a break in a longer time is a break: the shorter of two at the same time is meant', () => {
    const hall = period({ spans: [time(null, '08:00', '20:00'), time(null, '12:00', '13:00', { state: 'maintenance' })] })
    expect(openAt([hall], [], at('2026-11-23 12:30'))).toMatchObject({ state: 'maintenance', open: false, next: at('2026-11-23 13:00') })
    expect(openAt([hall], [], at('2026-11-23 11:00'))).toMatchObject({ state: 'open', until: at('2026-11-23 12:00') })
  })
  test('no hours at all: nobody knows; hours elsewhere in the year: nobody knows today', () => {
    expect(openAt([], [], at('2026-11-23 12:00'))).toMatchObject({ state: 'undefined', open: false, next: null })
    expect(openAt([period({ from: '2027-06-01', until: '2027-08-15', spans: [time(null, '10:00', '20:00')] })], [], at('2026-11-23 12:00'))).toMatchObject({ state: 'undefined', open: false, next: at('2027-06-01 10:00') })
  })
  test('around the clock never closes, and one whose end nobody has said is told so', () => {
    expect(openAt([period({ state: 'self_service' })], [], at('2026-11-23 12:00'))).toMatchObject({ state: 'self_service', until: null, last: null, endKnown: true })
    const evening = period({ spans: [time(null, '18:00', null)] })
    expect(openAt([evening], [], at('2026-11-23 19:00'))).toMatchObject({ open: true, until: null, endKnown: false, next: at('2026-11-24 18:00') })
    expect(openAt([evening], [], at('2026-11-23 17:00'))).toMatchObject({ open: false, next: at('2026-11-23 18:00') })
  })
  test.each(hoursStates)('%s is open or it is not, as it stands', (state) => {
    expect(openAt([period({ state, spans: [time(null, '08:00', '16:00', { state })] })], [], at('2026-11-23 12:00')).open).toBe(isOpenState(state))
  })
})

describe('past midnight', () => {
  const hall = period({ spans: [time([5, 6], '18:00', '02:00', { nextDay: true })] })
  test('the small hours belong to the evening before', () => {
    expect(said([hall], [], '2026-11-28')).toEqual(['18:00-02:00+ open'])
    expect(openAt([hall], [], at('2026-11-29 01:30'))).toMatchObject({ open: true, since: at('2026-11-28 18:00'), until: at('2026-11-29 02:00') })
    expect(openAt([hall], [], at('2026-11-29 02:00'))).toMatchObject({ open: false })
    expect(openAt([hall], [], at('2026-11-27 01:30'))).toMatchObject({ open: false })
  })
  test('a closed day does not cut the night that began before it', () => {
    const closed = exception({ from: '2026-11-29', until: '2026-11-29' })
    const own = period({ from: '2026-11-29', until: '2026-11-29', override: true, state: 'closed' })
    for (const its of [openAt([hall], [closed], at('2026-11-29 01:30')), openAt([hall, own], [], at('2026-11-29 01:30'))]) expect(its).toMatchObject({ open: true, until: at('2026-11-29 02:00') })
  })
  test('the night that the clocks go forward is an hour shorter, the one that they go back an hour longer', () => {
    const night = period({ spans: [time([6], '22:00', '04:00', { nextDay: true })] })
    const length = (day: string) => { const [its] = spansOn([night], [], day); return (its!.until.getTime() - its!.from.getTime()) / 3_600_000 }
    expect([length('2026-03-21'), length('2026-03-28'), length('2026-10-24')]).toEqual([6, 5, 7])
    const day = period({ spans: [time(null, null, null, { fullDay: true })] })
    expect([day].map((its) => ['2026-03-29', '2026-10-25', '2026-11-22'].map((which) => { const [span] = spansOn([its], [], which); return (span!.until.getTime() - span!.from.getTime()) / 3_600_000 }))).toEqual([[23, 25, 24]])
    expect(wallClock(spansOn([night], [], '2026-03-28')[0]!.until).time).toBe('04:00:00')
    // 03:30 is not there in the spring: an hour later; in the autumn it is there twice: the later
    expect(momentOf('2026-03-29', '03:30').toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(momentOf('2026-10-25', '03:30').toISOString()).toBe('2026-10-25T01:30:00.000Z')
  })
})

describe('which is the stronger', () => {
  const day = '2026-12-24'
  const winter = period({ from: '2026-11-01', until: '2027-03-31', spans: [time(null, '09:00', '18:00')] })
  const season = period({ from: '2026-12-01', until: '2027-01-31', override: true, spans: [time(null, '11:00', '15:00')] })
  const own = period({ from: day, until: day, override: true, spans: [time(null, '10:00', '12:00')] })
  test('own exception > shared > season > the shorter ordinary > the longer', () => {
    expect(said([library, winter, season, own], [exception({})], day)).toEqual(['10:00-12:00 open'])
    expect(said([library, winter, season], [exception({})], day)).toEqual(['all closed'])
    expect(said([library, winter, season], [], day)).toEqual(['11:00-15:00 open'])
    expect(said([library, winter], [], day)).toEqual(['09:00-18:00 open'])
    expect(said([library], [], day)).toEqual(['08:00-20:00 open'])
    expect(dayOf([library, winter, season, own], [], day).why).toBe('own')
    expect(dayOf([library], [exception({ name: { fi: 'Jouluaatto' } })], day)).toMatchObject({ why: 'shared', name: { fi: 'Jouluaatto' } })
  })
  test('of shared ones the one of the place, then of its kind or unit, then of all; then the shorter', () => {
    const long = exception({ until: '2026-12-26', by: 'unit', state: 'self_service' }), short = exception({ by: 'kind', state: 'maintenance' }), all = exception({}), chosen = exception({ by: 'place', state: 'by_appointment' })
    expect(said([library], [all, long, short, chosen], day)).toEqual(['all by_appointment'])
    expect(said([library], [all, long, short], day)).toEqual(['all maintenance'])
    expect(said([library], [all, long], day)).toEqual(['all self_service'])
  })
  test('a place that is closed altogether stays closed, and one for all opens nobody who would be closed', () => {
    const shut = period({ from: '2026-10-01', until: '2027-05-31', override: true, state: 'not_in_use' })
    const open = exception({ spans: [{ weekdays: null, start: '10:00', end: '14:00', nextDay: false, fullDay: false, state: 'open', note: null }] })
    expect(said([library, shut], [open], day)).toEqual(['all not_in_use'])
    const sunday = { ...open, from: '2026-12-27', until: '2026-12-27' }
    expect(said([library], [sunday], '2026-12-27')).toEqual(['all closed'])
    expect(said([library], [{ ...sunday, by: 'kind' }], '2026-12-27')).toEqual(['10:00-14:00 open'])
  })
  test('what has no hours is not closed on a holiday, unless it is chosen itself', () => {
    const park = period({ state: 'no_opening_hours' })
    expect(said([park], [exception({})], day)).toEqual(['all no_opening_hours'])
    expect(said([], [exception({ by: 'unit' })], day)).toEqual([])
    expect(said([park], [exception({ by: 'place' })], day)).toEqual(['all closed'])
  })
  test('"closes by 15" cuts what there is: times in part, later ones whole; a closed day stays closed', () => {
    const by15 = exception({ spans: [{ weekdays: null, start: null, end: '15:00', nextDay: false, fullDay: false, state: 'open', note: null }] })
    expect(said([library], [by15], day)).toEqual(['08:00-15:00 open'])
    expect(said([period({ spans: [time(null, '16:00', '20:00')] })], [by15], day)).toEqual(['all closed'])
    expect(said([library], [{ ...by15, from: '2026-12-27', until: '2026-12-27' }], '2026-12-27')).toEqual(['all closed'])
    expect(said([period({ state: 'self_service' })], [by15], day)).toEqual(['-15:00 self_service'])
  })
  test('a period that says nothing of a day lets another speak', () => {
    const saturdays = period({ from: '2026-06-01', until: '2026-08-31', override: true, spans: [time([6], '12:00', '14:00')] })
    expect(said([library, saturdays], [], '2026-06-06')).toEqual(['12:00-14:00 open'])
    expect(said([library, saturdays], [], '2026-06-05')).toEqual(['08:00-20:00 open'])
  })
  test('of two that never end the later begun is meant; two of the same dates hold together', () => {
    const now = period({ from: '2026-01-01', spans: [time(null, '08:00', '16:00')] }), later = period({ from: '2026-09-01', spans: [time(null, '09:00', '15:00')] }), also = period({ from: '2026-09-01', spans: [time(null, '15:00', '21:00', { state: 'with_key' })] })
    expect(said([now, later], [], '2026-08-31')).toEqual(['08:00-16:00 open'])
    expect(said([now, later, also], [], '2026-09-01')).toEqual(['09:00-15:00 open', '15:00-21:00 with_key'])
  })
})

test('Easter is when it has been and will be, and the movable days go with it', () => {
  expect([1961, 2000, 2008, 2019, 2024, 2025, 2026, 2027, 2038, 2049].map(easterOf)).toEqual(['1961-04-02', '2000-04-23', '2008-03-23', '2019-04-21', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25', '2049-04-18'])
  const of = (year: number) => Object.fromEntries(holidaysOf(year).map((its) => [its.key, its.day]))
  expect(of(2026)).toMatchObject({ goodFriday: '2026-04-03', ascension: '2026-05-14', pentecost: '2026-05-24', midsummerEve: '2026-06-19', midsummer: '2026-06-20', allSaints: '2026-10-31', epiphany: '2026-01-06' })
  expect(of(2027)).toMatchObject({ maundyThursday: '2027-03-25', midsummer: '2027-06-26', allSaints: '2027-11-06' })
})
test('every year has its days in order: Easter a Sunday, midsummer a Saturday of 20–26 June', () => {
  fc.assert(fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
    const days = holidaysOf(year), of = (key: string) => days.find((its) => its.key === key)!.day
    expect(days.map((its) => its.day)).toEqual(days.map((its) => its.day).toSorted())
    expect([weekdayOf(of('easter')), weekdayOf(of('ascension')), weekdayOf(of('midsummer')), weekdayOf(of('allSaints'))]).toEqual([7, 4, 6, 6])
    expect(of('easter') >= `${year}-03-22` && of('easter') <= `${year}-04-25` && of('midsummer') >= `${year}-06-20` && of('midsummer') <= `${year}-06-26`).toBe(true)
  }))
})

const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45')).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
const anySpan = fc.record({ weekdays: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }))), start: fc.option(clock, { freq: 8 }), end: fc.option(clock, { freq: 8 }), fullDay: fc.boolean().map((its) => its), state: fc.constantFrom(...hoursStates) })
  .map((its) => ({ ...its, nextDay: its.start !== null && its.end !== null && its.end <= its.start, note: null }))
const anyDay = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2025-12-01', n))
const anyPeriod = fc.record({ a: fc.option(anyDay), b: fc.option(anyDay), override: fc.boolean(), state: fc.constantFrom(...hoursStates), spans: fc.array(anySpan, { maxLength: 4 }) })
  .map(({ a, b, override, state, spans }) => periodShape.parse({ from: a && b && b < a ? b : a, until: a && b && b < a ? a : b, override, state, groups: spans.length > 0 ? [{ spans, rules: [] }] : [] }))
const anyException = fc.record({ from: anyDay, by: fc.constantFrom('place' as const, 'kind' as const, 'unit' as const, 'all' as const), state: fc.constantFrom(...hoursStates), spans: fc.array(anySpan, { maxLength: 2 }) })
  .map(({ from, by, state, spans }) => exception({ from, until: addDays(from, 2), by, state, spans: spans.map((span) => ({ ...span, weekdays: null })) }))
const anyMoment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') }).map((n) => new Date(n - (n % 60_000)))

describe('whatever the hours are', () => {
  test('the line of times has order, no overlaps and no empty times, and is the same however it is cut', () => {
    fc.assert(fc.property(fc.array(anyPeriod, { maxLength: 4 }), fc.array(anyException, { maxLength: 2 }), anyDay, (periods, exceptions, day) => {
      const line = stretches(periods, exceptions, day, addDays(day, 6))
      for (const [i, its] of line.entries()) { expect(its.until > its.from).toBe(true); if (i > 0) expect(its.from >= line[i - 1]!.until).toBe(true) }
      const stateAt = (all: typeof line, moment: Date) => all.find((its) => its.from <= moment && moment < its.until)?.state
      for (const each of daysFrom(day, addDays(day, 6))) { const one = stretches(periods, exceptions, each, each), noon = momentOf(each, '12:07'); expect(stateAt(one, noon)).toBe(stateAt(line, noon)) }
    }), { numRuns: 300 })
  })
  test('what is said of a moment is so until it says: open is open all the time to its end, and closed until the next opening', () => {
    fc.assert(fc.property(fc.array(anyPeriod, { maxLength: 3 }), fc.array(anyException, { maxLength: 2 }), anyMoment, fc.double({ min: 0, max: 1, noNaN: true }), (periods, exceptions, moment, part) => {
      const its = openAt(periods, exceptions, moment)
      expect(its.open).toBe(isOpenState(its.state))
      if (its.since) expect(its.since <= moment).toBe(true)
      if (its.next) { expect(its.next > moment).toBe(true); expect(openAt(periods, exceptions, its.next).open).toBe(true); expect(openAt(periods, exceptions, new Date(its.next.getTime() - 1)).open).toBe(false) }
      if (its.until) {
        expect(its.until > moment).toBe(true)
        const between = new Date(moment.getTime() + Math.floor((its.until.getTime() - 1 - moment.getTime()) * part))
        expect(openAt(periods, exceptions, between).open).toBe(its.open)
        if (its.open) expect(openAt(periods, exceptions, between).state).toBe(its.state)
      }
      if (its.open && its.last) expect(openAt(periods, exceptions, its.last).open).toBe(false)
    }), { numRuns: 400 })
  })
  test('a moment is of the day on which its time began, or of the day itself', () => {
    fc.assert(fc.property(fc.array(anyPeriod, { maxLength: 3 }), anyMoment, (periods, moment) => {
      const its = openAt(periods, [], moment), day = dayAt(moment)
      if (its.open) expect([...spansOn(periods, [], day), ...spansOn(periods, [], addDays(day, -1))].some((span) => span.from <= moment && moment < span.until && span.state === its.state)).toBe(true)
    }), { numRuns: 300 })
  })
  test('ISO weeks and weekdays are those of the calendar', () => {
    fc.assert(fc.property(anyDay, (day) => { expect(weekdayOf(day)).toBe(new Date(day).getUTCDay() || 7); const { week } = isoWeek(day); expect(week >= 1 && week <= 53).toBe(true); expect(isoWeek(addDays(day, 7 - weekdayOf(day))).week).toBe(week) }))
    expect([isoWeek('2027-01-01'), isoWeek('2026-12-28'), isoWeek('2025-12-29'), isoWeek('2024-12-30')]).toEqual([{ year: 2026, week: 53 }, { year: 2026, week: 53 }, { year: 2026, week: 1 }, { year: 2025, week: 1 }])
  })
})
