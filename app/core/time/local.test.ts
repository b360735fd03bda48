import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addLocalDays, atWallClock, wallClock } from './local.ts'

test('across the spring change fourteen days are fourteen days on the calendar', () => {
  const due = addLocalDays(new Date('2026-03-20T10:00:00Z'), 14, { endOfDay: true })
  expect(wallClock(due)).toEqual({ day: '2026-04-03', time: '23:59:59' })
  expect(due.toISOString()).toBe('2026-04-03T20:59:59.000Z')
})
test('across the autumn change too', () => {
  expect(wallClock(addLocalDays(new Date('2026-10-20T10:00:00Z'), 14, { endOfDay: true }))).toEqual({ day: '2026-11-03', time: '23:59:59' })
})
test('a time that the spring change skips is an hour later', () => {
  expect(wallClock(atWallClock('2026-03-29', '03:30:00')).time).toMatch(/^0[24]:30/)
})
test('any moment, any number of days: the same time of day, so many dates later', () => {
  fc.assert(fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), fc.integer({ min: 0, max: 400 }), (from, days) => {
    const later = addLocalDays(from, days, { endOfDay: true })
    const a = Date.parse(`${wallClock(from).day}T00:00:00Z`), b = Date.parse(`${wallClock(later).day}T00:00:00Z`)
    expect((b - a) / 86_400_000).toBe(days)
    expect(wallClock(later).time).toBe('23:59:59')
  }))
})

test('the wall clock is what the calendar says, at any moment and around every change of clocks', () => {
  const said = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short', timeStyle: 'medium' })
  const same = (at: Date) => { const { day, time } = wallClock(at); expect(`${day} ${time}`).toBe(said.format(at)) }
  fc.assert(fc.property(fc.date({ min: new Date('1910-01-01'), max: new Date('2250-01-01'), noInvalidDate: true }), same))
  const offsetAt = (at: number) => { const { day, time } = wallClock(new Date(at)); return Date.parse(`${day}T${time}Z`) - at }
  const hours = 3_600_000, until = Date.UTC(2045, 0, 1)
  for (let at = Date.UTC(1915, 0, 1); at < until; at += 6 * hours) {
    if (offsetAt(at) !== offsetAt(at - 6 * hours)) for (let moment = at - 6 * hours; moment <= at; moment += hours / 12) { same(new Date(moment)); same(new Date(moment - 1000)) }
  }
  expect(() => wallClock(new Date(NaN))).toThrow(RangeError)
})
