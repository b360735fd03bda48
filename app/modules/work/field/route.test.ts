import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lengthOf, routeThrough, windTo } from './route.ts'

const depot = { longitude: 23.5961, latitude: 61.5563 }
const point = fc.record({ longitude: fc.double({ min: 23.3, max: 23.9, noNaN: true }), latitude: fc.double({ min: 61.4, max: 61.8, noNaN: true }) })

test('a route goes once through every point, and is no longer than always taking the nearest, nor than any order at all by chance', () => {
  fc.assert(fc.property(fc.array(point, { maxLength: 14 }), fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (points, chance) => {
    const way = routeThrough(depot, points)
    expect(way).toHaveLength(points.length)
    expect(new Set(way)).toEqual(new Set(points))
    const dice = chance[Symbol.iterator]()
    const shuffled = points.map((each) => [dice.next().value as number, each] as const).toSorted((a, b) => a[0] - b[0]).map(([, each]) => each)
    // Nearest-first has no promise against chance on a few odd points; on average it wins by far, and 2-opt leaves no crossing. Here: never a third longer.
    expect(lengthOf(depot, way)).toBeLessThanOrEqual(lengthOf(depot, shuffled) * 4 / 3 + 1)
  }), { numRuns: 300 })
})

test('it beats a random order on a real day by a third, and its parts cannot be turned round for less', () => {
  let seed = 7
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
  let won = 0
  for (let day = 0; day < 40; day++) {
    const points = Array.from({ length: 12 }, () => ({ longitude: 23.4 + random() * 0.4, latitude: 61.5 + random() * 0.15 }))
    const way = routeThrough(depot, points)
    won += lengthOf(depot, points) / lengthOf(depot, way)
    for (let i = 0; i < way.length; i++) for (let j = i + 1; j < way.length; j++) {
      const turned = [...way.slice(0, i), ...way.slice(i, j + 1).reverse(), ...way.slice(j + 1)]
      expect(lengthOf(depot, way)).toBeLessThanOrEqual(lengthOf(depot, turned) + 0.02)
    }
  }
  expect(won / 40).toBeGreaterThan(1.5)
})

test('points on a line are taken along the line; the same place many times does not go on for ever; nothing is a way of nothing', () => {
  const line = [5, 1, 4, 2, 3].map((n) => ({ n, longitude: 23.5961 + n / 100, latitude: 61.5563 }))
  expect(routeThrough(depot, line).map((each) => each.n)).toEqual([1, 2, 3, 4, 5])
  expect(routeThrough(depot, Array.from({ length: 100 }, () => ({ ...depot })))).toHaveLength(100)
  expect(routeThrough(depot, [])).toEqual([])
})

test.each([[0, 0, 0.01], [1, 0.021, 0.01], [2, 0.02, 0], [4, 0, -0.01], [6, -0.02, 0], [7, -0.021, 0.01]])('the wind %i', (wind, east, north) => {
  expect(windTo(depot, { longitude: depot.longitude + east, latitude: depot.latitude + north })).toBe(wind)
})
