import { expect, test } from 'vitest'
import type { MultiPolygon } from '#core/geo/geo.ts'
import { drawnAll, drawnArea } from './drawing.ts'

const box = (west: number, south: number, east: number, north: number): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]] })
const areas = [{ key: 'own', name: 'Oma', shape: box(23.5, 61.5, 23.6, 61.55) }, { key: 'next', name: 'Naapuri', shape: box(23.6, 61.5, 23.7, 61.55) }, { key: 'far', name: 'Kaukana', shape: box(24.5, 62, 24.6, 62.1) }]

test('an area fills its map, north is up, and only neighbours in view are there', () => {
  const its = drawnArea('own', areas, [{ name: 'Laituri', longitude: 23.55, latitude: 61.54 }, { name: 'Muualla', longitude: 24, latitude: 61.5 }], [{ longitude: 23.51, latitude: 61.51 }])!
  expect(its.others.map((each) => each.key)).toEqual(['next'])
  expect(its.places.map((each) => each.name)).toEqual(['Laituri'])
  const corners = [...its.own.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
  for (const [x, y] of corners) { expect(x).toBeGreaterThanOrEqual(0); expect(x).toBeLessThanOrEqual(its.width); expect(y).toBeGreaterThanOrEqual(0); expect(y).toBeLessThanOrEqual(its.height) }
  expect(its.places[0]!.y).toBeLessThan(its.points[0]!.y)
  const [wide, high] = [Math.max(...corners.map(([x]) => x)) - Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([, y]) => y)) - Math.min(...corners.map(([, y]) => y))]
  expect(wide / high).toBeCloseTo((0.1 * Math.cos((61.525 * Math.PI) / 180)) / 0.05, 1) // true to scale
})
test('one without borders has no map, a municipality without any neither', () => {
  expect(drawnArea('other', areas, [], [])).toBeNull()
  expect(drawnAll([])).toBeNull()
  expect(drawnAll(areas)!.others).toHaveLength(3)
})
test('twenty thousand corners make a small picture', () => {
  const ring = Array.from({ length: 20_000 }, (_, i): [number, number] => [23.6 + Math.cos((i * Math.PI) / 10_000) / 20, 61.55 + Math.sin((i * Math.PI) / 10_000) / 40])
  const its = drawnArea('own', [{ key: 'own', name: 'Pyöreä', shape: { type: 'MultiPolygon', coordinates: [[[...ring, ring[0]!]]] } }], [], [])!
  expect(its.own.length).toBeLessThan(30_000)
})
