import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addLocalMonths, wallClock } from '#core/time/local.ts'
import { answerDue, fullness, reminderAt, thresholdsOf } from './thresholds.ts'

const figure = fc.integer({ min: 1, max: 9_999_999 })

describe('thresholds', () => {
  test('are the smallest whole numbers that are at least two per cent of residents and four of those aged 15 or over', () => {
    fc.assert(fc.property(figure, figure, (residents, aged15plus) => {
      const { two, four } = thresholdsOf({ residents, aged15plus })
      // in whole hundredths, where nothing is rounded
      expect(two * 100).toBeGreaterThanOrEqual(residents * 2)
      expect((two - 1) * 100).toBeLessThan(residents * 2)
      expect(four * 100).toBeGreaterThanOrEqual(aged15plus * 4)
      expect((four - 1) * 100).toBeLessThan(aged15plus * 4)
    }), { numRuns: 2000 })
  })
  test('are whole where the part is whole, and one more just over it', () => {
    expect(thresholdsOf({ residents: 33_500, aged15plus: 27_000 })).toEqual({ two: 670, four: 1080 })
    expect(thresholdsOf({ residents: 33_501, aged15plus: 27_001 })).toEqual({ two: 671, four: 1081 })
    expect(thresholdsOf({ residents: 1, aged15plus: 1 })).toEqual({ two: 1, four: 1 })
  })
  test('a bar is full exactly when the threshold is reached', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }), (count, threshold) => { expect(fullness(count, threshold) === 100).toBe(count >= threshold) }))
  })
})

describe('six months from becoming pending', () => {
  const due = (at: string) => wallClock(answerDue(new Date(at)))
  test('end on the day of the same number, at its end', () => { expect(due('2026-01-15T10:00:00Z')).toEqual({ day: '2026-07-15', time: '23:59:59' }) })
  test('end on the last day of a month that lacks the day', () => {
    expect(due('2026-08-31T10:00:00Z').day).toBe('2027-02-28')
    expect(due('2027-08-31T10:00:00Z').day).toBe('2028-02-29')
    expect(due('2026-08-29T10:00:00Z').day).toBe('2027-02-28')
    expect(due('2026-12-31T10:00:00Z').day).toBe('2027-06-30')
    expect(due('2026-02-28T10:00:00Z').day).toBe('2026-08-28')
  })
  test('clock changes give and take no hour, and the day is Finland’s', () => {
    expect(answerDue(new Date('2026-01-15T10:00:00Z')).toISOString()).toBe('2026-07-15T20:59:59.000Z') // sent in winter, due in summer
    expect(answerDue(new Date('2026-07-15T10:00:00Z')).toISOString()).toBe('2027-01-15T21:59:59.000Z')
    expect(due('2026-03-31T21:30:00Z').day).toBe('2026-10-01') // half past midnight of the first of April in Finland
  })
  test('any day: six months later on the calendar, never in the month after', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (at) => {
      const [from, to] = [wallClock(at).day, wallClock(answerDue(at)).day].map((each) => each.split('-').map(Number) as [number, number, number]) as [[number, number, number], [number, number, number]]
      expect(to[0] * 12 + to[1] - (from[0] * 12 + from[1])).toBe(6)
      expect(to[2] === from[2] || (to[2] < from[2] && to[2] === new Date(Date.UTC(to[0], to[1], 0)).getUTCDate())).toBe(true)
    }))
  })
  test('reminders come at six months and then every three, counted from the sending and not from each other', () => {
    const sent = new Date('2026-08-31T10:00:00Z')
    expect([0, 1, 2].map((round) => wallClock(reminderAt(sent, round)).day)).toEqual(['2027-02-28', '2027-05-31', '2027-08-31'])
  })
  test('months go back too', () => { expect(wallClock(addLocalMonths(new Date('2026-03-31T10:00:00Z'), -1)).day).toBe('2026-02-28') })
})
