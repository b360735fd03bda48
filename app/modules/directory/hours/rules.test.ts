import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysFrom, isoWeek, lastOfMonth, weekdayOf } from './days.ts'
import type { Rule } from './periods.ts'
import { ruleHolds } from './rules.ts'

const rule = (context: Rule['context'], subject: Rule['subject'], its: Partial<Pick<Rule, 'start' | 'ordinal' | 'modifier'>> = {}): Rule => ({ context, subject, start: null, ordinal: null, modifier: null, ...its })
const year = { from: '2026-01-01', until: '2026-12-31' }, endless = { from: null, until: null }
/** The days of some days on which a rule is true. */
const on = (its: Rule, from: string, until: string, period: { from: string | null; until: string | null } = year) => daysFrom(from, until).filter((day) => ruleHolds(its, period, day)).map((day) => day.slice(5))

describe('the nth of a month', () => {
  test.each<[string, Rule, string[]]>([
    ['2nd Saturday', rule('month', 'saturday', { start: 2 }), ['11-14']], ['last Friday', rule('month', 'friday', { start: -1 }), ['11-27']], ['5th Sunday', rule('month', 'sunday', { start: 5 }), ['11-29']], ['5th Friday, which there is not', rule('month', 'friday', { start: 5 }), []],
    ['the 15th', rule('month', 'day', { start: 15 }), ['11-15']], ['the last day', rule('month', 'day', { start: -1 }), ['11-30']], ['every second Monday from the first', rule('month', 'monday', { start: 1, ordinal: 2 }), ['11-02', '11-16', '11-30']],
    ['every tenth day from the fifth', rule('month', 'day', { start: 5, ordinal: 10 }), ['11-05', '11-15', '11-25']], ['the two last days', rule('month', 'day', { start: -2, ordinal: 1 }), ['11-29', '11-30']],
    ['every Tuesday', rule('month', 'tuesday'), ['11-03', '11-10', '11-17', '11-24']], ['even days', rule('month', 'thursday', { modifier: 'even' }), ['11-12', '11-26']],
  ])('%s', (_, its, days) => { expect(on(its, '2026-11-01', '2026-11-30')).toEqual(days); expect(on(its, '2026-11-01', '2026-11-30', endless)).toEqual(days) })
  test('the first week of a month is its first days from Monday on, and those before it in the same week', () => {
    expect(on(rule('month', 'week', { start: 1 }), '2026-12-01', '2026-12-15')).toEqual(['12-01', '12-02', '12-03', '12-04', '12-05', '12-06'])
    expect(on(rule('month', 'week', { start: 1 }), '2026-11-28', '2026-12-01')).toEqual(['11-30', '12-01'])
    expect(on(rule('month', 'week', { start: -1 }), '2026-11-20', '2026-11-30')).toEqual(['11-30'])
  })
})

describe('weeks', () => {
  test('odd and even are of the ISO week, over a year of 53 weeks too: two odd ones follow', () => {
    const odd = on(rule('year', 'week', { modifier: 'odd' }), '2026-12-21', '2027-01-17', endless)
    expect(odd).toEqual([...daysFrom('2026-12-28', '2027-01-10')].map((day) => day.slice(5)))
    expect(on(rule('year', 'week', { modifier: 'even' }), '2026-12-14', '2026-12-27', endless)).toEqual(daysFrom('2026-12-21', '2026-12-27').map((day) => day.slice(5)))
  })
  test('a week of the year by its number, the last of a year, and the days before week 1', () => {
    expect(on(rule('year', 'week', { start: 10 }), '2026-02-23', '2026-03-15')[0]).toBe('03-02')
    expect(on(rule('year', 'week', { start: -1 }), '2026-12-20', '2027-01-04', endless)[0]).toBe('12-28')
    expect(on(rule('year', 'week', { start: 0 }), '2026-12-30', '2027-01-05', endless)).toEqual(['01-01', '01-02', '01-03'])
    expect(on(rule('year', 'week', { start: 2, ordinal: 4 }), '2026-01-01', '2026-02-28').filter((day) => weekdayOf(`2026-${day}`) === 1)).toEqual(['01-05', '02-02'])
  })
  test('every second week from a period’s first is not the even weeks', () => {
    const course = { from: '2026-09-09', until: '2026-10-31' }
    expect(on(rule('period', 'week', { start: 1, ordinal: 2 }), '2026-09-09', '2026-10-11', course)).toEqual([...daysFrom('2026-09-09', '2026-09-13'), ...daysFrom('2026-09-21', '2026-09-27'), ...daysFrom('2026-10-05', '2026-10-11')].map((day) => day.slice(5)))
    expect(on(rule('period', 'week', { start: -1 }), '2026-10-19', '2026-10-31', course)[0]).toBe('10-26')
  })
})

describe('a period', () => {
  const course = { from: '2026-09-09', until: '2026-12-20' }
  test.each<[string, Rule, string[]]>([
    ['its third Wednesday', rule('period', 'wednesday', { start: 3 }), ['09-23']], ['its last Sunday', rule('period', 'sunday', { start: -1 }), ['12-20']], ['its second day', rule('period', 'day', { start: 2 }), ['09-10']], ['its last day', rule('period', 'day', { start: -1 }), ['12-20']],
    ['every 40th day', rule('period', 'day', { start: 1, ordinal: 40 }), ['09-09', '10-19', '11-28']],
  ])('%s', (_, its, days) => expect(on(its, course.from, course.until, course)).toEqual(days))
  test('its second month, and every second month of a year', () => {
    expect(on(rule('period', 'month', { start: 2 }), '2026-09-29', '2026-10-02', course)).toEqual(['10-01', '10-02'])
    expect([...new Set(on(rule('year', 'month', { start: 2, ordinal: 2 }), '2026-01-01', '2026-12-31').map((day) => day.slice(0, 2)))]).toEqual(['02', '04', '06', '08', '10', '12'])
    expect([...new Set(on(rule('year', 'month', { modifier: 'odd' }), '2026-01-01', '2026-06-30').map((day) => day.slice(0, 2)))]).toEqual(['01', '03', '05'])
  })
  test('the last of one that never ends never comes, and a rule over one with no first day holds always', () => {
    expect(on(rule('period', 'day', { start: -1 }), '2026-09-09', '2026-12-31', { from: '2026-09-09', until: null })).toEqual([])
    expect(on(rule('period', 'week', { modifier: 'even' }), '2026-09-07', '2026-09-20', endless)).toHaveLength(14)
  })
})

describe('whatever the rule is', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2022-01-01', n))
  test('odd and even share the days between them', () => {
    fc.assert(fc.property(day, fc.constantFrom('week' as const, 'month' as const, 'day' as const), (its, subject) => { expect(ruleHolds(rule('year', subject, { modifier: 'even' }), endless, its)).not.toBe(ruleHolds(rule('year', subject, { modifier: 'odd' }), endless, its)) }))
  })
  test('one weekday of a month is the nth of exactly one n, from the beginning and from the end', () => {
    fc.assert(fc.property(day, (its) => {
      const subject = (['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const)[weekdayOf(its) - 1]!
      for (const sign of [1, -1]) expect([1, 2, 3, 4, 5].filter((n) => ruleHolds(rule('month', subject, { start: sign * n }), endless, its))).toHaveLength(1)
    }))
  })
  test('every first of a context and on is all of it; the day number is the rule’s', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 31 }), (its, n) => {
      expect(ruleHolds(rule('month', 'day', { start: 1, ordinal: 1 }), endless, its)).toBe(true)
      expect(ruleHolds(rule('month', 'day', { start: n }), endless, its)).toBe(Number(its.slice(8)) === n)
      expect(ruleHolds(rule('month', 'day', { start: -n }), endless, its)).toBe(Number(lastOfMonth(its).slice(8)) - Number(its.slice(8)) + 1 === n)
      expect(ruleHolds(rule('year', 'week', { start: isoWeek(its).week }), endless, its)).toBe(true)
    }))
  })
})
