import { expect, test } from 'vitest'
import { ZodError } from 'zod'
import { haukiOf, periodsFromHauki } from './hauki.ts'
import { openingHoursData } from './schema-org.ts'
import { spansOn } from './engine.ts'
import { momentOf } from './days.ts'

// Written by us in the shape of hauki's /v1/date_period/, with what it has and we do not.
const span = (its: object) => ({ id: 1, group: 1, name: { fi: null, sv: null, en: null }, description: { fi: '', sv: null, en: null }, start_time: '10:00:00', end_time: '20:00:00', end_time_on_next_day: false, full_day: false, weekdays: [1, 2, 3, 4, 5], resource_state: 'open', created: '2026-01-01T00:00:00+02:00', ...its })
const rule = (its: object) => ({ id: 1, group: 1, name: null, context: 'month', subject: 'sat', start: 2, frequency_ordinal: null, frequency_modifier: null, ...its })
const period = (its: object) => ({ id: 1, resource: 1, name: { fi: 'Talvi', sv: null, en: null }, description: { fi: null, sv: null, en: null }, start_date: '2026-09-01', end_date: '2027-05-31', resource_state: 'undefined', override: false, order: null, is_public: true, origins: [], time_span_groups: [{ id: 1, period: 1, time_spans: [span({})], rules: [] }], ...its })

test('date periods are read with their groups, rules and states', () => {
  const read = periodsFromHauki([
    period({ time_span_groups: [{ id: 1, time_spans: [span({}), span({ start_time: '08:00:00', end_time: '10:00:00', resource_state: 'self_service', description: { fi: 'Kirjastokortilla', sv: 'Med kort', en: null } })], rules: [] }, { id: 2, time_spans: [span({ weekdays: [6], start_time: '18:00:00', end_time: '02:00:00', end_time_on_next_day: true })], rules: [rule({})] }] }),
    period({ name: { fi: 'Jouluaatto' }, start_date: '2026-12-24', end_date: '2026-12-24', override: true, resource_state: 'closed', time_span_groups: [] }),
  ])
  expect(read[0]).toMatchObject({ name: { fi: 'Talvi' }, from: '2026-09-01', until: '2027-05-31', override: false, groups: [{ spans: [{ start: '10:00', end: '20:00', weekdays: [1, 2, 3, 4, 5] }, { state: 'self_service', note: { fi: 'Kirjastokortilla', sv: 'Med kort' } }] }, { rules: [{ context: 'month', subject: 'saturday', start: 2 }] }] })
  expect(spansOn(read, [], '2026-12-12').map((each) => [each.start, each.end, each.nextDay])).toEqual([['18:00', '02:00', true]])
  expect(spansOn(read, [], '2026-12-24').map((each) => each.state)).toEqual(['closed'])
})
test('a page of results, a resource, hidden and removed ones, an end on the next day that is not told', () => {
  expect(periodsFromHauki({ count: 1, results: [period({})] })).toHaveLength(1)
  expect(periodsFromHauki({ id: 1, date_periods: [period({}), period({ is_public: false }), period({ is_removed: true })] })).toHaveLength(1)
  const night = span({ start_time: '20:00:00', end_time: '02:00:00' }) as Record<string, unknown>
  delete night['end_time_on_next_day']
  expect(periodsFromHauki([period({ time_span_groups: [{ time_spans: [night], rules: [rule({ context: 'period', subject: 'week', start: 1, frequency_ordinal: 2 })] }] })])[0]!.groups[0]).toMatchObject({ spans: [{ nextDay: true }], rules: [{ ordinal: 2 }] })
  expect(periodsFromHauki([period({ start_date: null, time_span_groups: [{ time_spans: [span({})], rules: [rule({ context: 'period', subject: 'week', start: null, frequency_modifier: 'even' })] }] })])[0]!.groups[0]!.rules).toEqual([])
})
test.each<[string, unknown]>([['no list', 'hello'], ['nothing', null], ['a state that there is not', [period({ resource_state: 'sleeping' })]], ['a day that there is not', [period({ start_date: '2026-02-30' })]], ['a time that there is not', [period({ time_span_groups: [{ time_spans: [span({ start_time: '25:00:00' })] }] })]], ['an end before its beginning', [period({ end_date: '2026-01-01' })]], ['a weekday that there is not', [period({ time_span_groups: [{ time_spans: [span({ weekdays: [8] })] }] })]]])('%s is refused, with where', (_, json) => expect(() => periodsFromHauki(json)).toThrow(ZodError))

test('hours go out in the same shape and come back the same', () => {
  const periods = periodsFromHauki([period({ time_span_groups: [{ time_spans: [span({}), span({ weekdays: [7], full_day: true, start_time: null, end_time: null, resource_state: 'closed' })], rules: [rule({ subject: 'week', context: 'year', start: null, frequency_modifier: 'odd' })] }] })])
  const out = haukiOf({ periods, exceptions: [] }, '2026-11-23', '2026-12-06')
  expect(periodsFromHauki(out)).toEqual(periods)
  expect(out.date_periods[0]!.time_span_groups[0]!.rules).toEqual([{ context: 'year', subject: 'week', start: null, frequency_ordinal: null, frequency_modifier: 'odd' }])
  // 2026-11-23 is in week 48, the next in 49
  expect(out.opening_hours.map((day) => day.date)).toEqual(['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-06'])
  expect(out.opening_hours[0]!.times).toEqual([{ description: { fi: null, sv: null, en: null }, start_time: '10:00:00', end_time: '20:00:00', end_time_on_next_day: false, full_day: false, resource_state: 'open' }])
})
test('search engines get each day as it will be: open, closed, around the clock, past midnight', () => {
  const periods = periodsFromHauki([period({ time_span_groups: [{ time_spans: [span({ weekdays: [1] }), span({ weekdays: [2], resource_state: 'closed', full_day: true }), span({ weekdays: [3], full_day: true, start_time: null, end_time: null }), span({ weekdays: [4], start_time: '18:00:00', end_time: '02:00:00', end_time_on_next_day: true })] }] })])
  const day = (dayOfWeek: string, on: string, opens: string, closes: string) => ({ '@type': 'OpeningHoursSpecification', dayOfWeek: `https://schema.org/${dayOfWeek}`, validFrom: on, validThrough: on, opens, closes })
  expect(openingHoursData({ periods, exceptions: [] }, momentOf('2026-11-23', '12:00'), 5)).toEqual([day('Monday', '2026-11-23', '10:00', '20:00'), day('Tuesday', '2026-11-24', '00:00', '00:00'), day('Wednesday', '2026-11-25', '00:00', '23:59'), day('Thursday', '2026-11-26', '18:00', '02:00'), day('Friday', '2026-11-27', '00:00', '00:00')])
  expect(openingHoursData({ periods, exceptions: [] }, momentOf('2028-11-23', '12:00'), 5)).toEqual([])
})
