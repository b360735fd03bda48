import fc from 'fast-check'
import { expect, test } from 'vitest'
import { againstUsual, bandOf, knownOf, shareOf, stepOf } from './bands.ts'
import { usualDay } from './curve.server.ts'
import { kindOfDay, slotAt } from './day-kind.ts'

test.each([[29, 'quiet'], [30, 'normal'], [59, 'normal'], [60, 'busy'], [89, 'busy'], [90, 'full'], [130, 'full']] as const)('%i of a hundred is %s', (inside, band) => {
  expect(bandOf({ capacity: 100, quietTo: 30, normalTo: 60, busyTo: 90 }, inside)).toBe(band)
})
test('a share never tells of fewer than five people, whatever the capacity', () => {
  fc.assert(fc.property(fc.integer({ min: 10, max: 20_000 }), fc.integer({ min: 0, max: 25_000 }), (capacity, inside) => {
    const share = shareOf(capacity, inside), step = stepOf(capacity)
    expect((step * capacity) / 100).toBeGreaterThanOrEqual(5)
    if (inside < 5) expect(share).toBe(0)
    // Five people at least look the same: nobody can tell one from four others.
    const alike = Array.from({ length: 12 }, (_, i) => Math.max(0, inside - 6 + i)).filter((each) => shareOf(capacity, each) === share)
    expect(alike.length).toBeGreaterThanOrEqual(5)
    expect(share).toBeLessThanOrEqual(100)
  }))
})
test('a band and a share together tell of no fewer than five people, however small the place and whatever its edges', () => {
  const edges = fc.integer({ min: 10, max: 2000 }).chain((capacity) => fc.tuple(fc.constant(capacity), fc.uniqueArray(fc.integer({ min: Math.ceil(500 / capacity), max: 100 }), { minLength: 3, maxLength: 3 }).map((all) => all.sort((a, b) => a - b))))
  fc.assert(fc.property(edges, ([capacity, [quietTo, normalTo, busyTo]]) => {
    const its = { capacity, quietTo: quietTo!, normalTo: normalTo!, busyTo: busyTo! }
    const told = Map.groupBy(Array.from({ length: capacity + 6 }, (_, inside) => inside), (inside) => `${bandOf(its, inside)} ${shareOf(capacity, inside)} ${againstUsual(capacity, knownOf(capacity, inside), { low: capacity / 3, high: capacity / 2 })}`)
    for (const [said, alike] of told) expect(alike.length, `${JSON.stringify(its)} ${said}`).toBeGreaterThanOrEqual(5)
    for (let inside = 0; inside < 5; inside++) expect(bandOf(its, inside)).toBe('quiet')
  }))
})
test.each([[5, 'less'], [11, 'same'], [30, 'same'], [40, 'same'], [46, 'more']] as const)('%i against quartiles of 16 and 40 is %s; a few people are no difference', (inside, said) => {
  expect(againstUsual(100, inside, { low: 16, high: 40 })).toBe(said)
})
test('the quietest hour is looked for between the edges of the day, which are always quiet', () => {
  const hour = (at: number, middle: number) => ({ hour: at, middle, high: middle + 3, capacity: 100, quiet_to: 30, normal_to: 60, busy_to: 90 })
  const its = usualDay(1, [hour(4, 0), hour(6, 3), hour(7, 40), hour(8, 35), hour(14, 12), hour(18, 80), hour(20, 4), hour(22, 2)])
  expect(its.hours.map((each) => each.hour)).toEqual([6, 7, 8, 14, 18, 20])
  expect([its.quietest, its.busiest]).toEqual([14, 18])
  expect(its.hours.find((each) => each.hour === 18)).toEqual({ hour: 18, band: 'busy', share: 80 })
  expect(usualDay(7, [hour(10, 0)]).hours).toEqual([])
})
test('public holidays and closed eves are a kind of their own; other eves are the weekdays that they are', () => {
  expect(['2026-12-06', '2026-12-24', '2026-06-19', '2027-03-26', '2026-11-23', '2026-11-22', '2027-01-05'].map(kindOfDay)).toEqual([8, 8, 8, 8, 1, 7, 2])
  expect(slotAt(new Date('2026-11-22T09:20:00Z'))).toEqual({ day: '2026-11-22', kind: 7, slot: 45, hour: 11 })
  expect(slotAt(new Date('2026-07-06T21:50:00Z'))).toMatchObject({ day: '2026-07-07', slot: 3 })
})
