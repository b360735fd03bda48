import { expect, test } from 'vitest'
import { concerns, drawnPart, farFrom, outlines, readCorners, rightHanded, touches, writeCorners } from './shape.ts'

const centre = { longitude: 23.5961, latitude: 61.5563 }
const square = '61.55 23.58\n61.55 23.60\n61.56 23.60\n61.56 23.58'
const drawn = (text: string, as: 'polygon' | 'line' = 'polygon', metres = 30) => drawnPart(text, as, metres, centre)

test('corners are read as people write them, and written back the same', () => {
  expect(readCorners('61.55 23.58\n61,56 23,60')).toEqual([[23.58, 61.55], [23.6, 61.56]])
  expect(readCorners('61.55, 23.58; 61.56, 23.60')).toEqual([[23.58, 61.55], [23.6, 61.56]])
  expect(writeCorners(readCorners(square)!)).toBe('61.55000 23.58000\n61.55000 23.60000\n61.56000 23.60000\n61.56000 23.58000')
  for (const wrong of ['61.55', 'Soppeenmäki', '361 23.5', '61.55 23.58\n<script>', 'NaN NaN']) expect(readCorners(wrong), wrong).toBeNull()
})

test('what cannot be meant is refused, each with its own word; a ring that was left open is closed, corners twice are one', () => {
  expect(drawn(square)).toMatchObject({ kind: 'polygon', metres: 30, corners: { length: 5 } })
  expect(drawn(`${square}\n61.55 23.58`)).toEqual(drawn(square))
  expect(drawn('61.55 23.58\n61.55 23.58\n61.55 23.60\n61.56 23.60')).toMatchObject({ corners: { length: 4 } })
  expect(drawn('61.55 23.58\n61.56 23.60\n61.55 23.60\n61.56 23.58')).toBe('crossesItself')
  expect(drawn('61.55 23.58\n61.55 23.59\n61.55 23.60')).toBe('crossesItself') // no inside
  expect(drawn('61.55 23.58\n61.55 23.60')).toBe('tooFewCorners')
  expect(drawn('61.55 23.58', 'line')).toBe('tooFewCorners')
  expect(drawn('60.17 24.94\n60.17 24.95\n60.18 24.95')).toBe('farAway')
  expect(drawn(Array.from({ length: 201 }, (_, i) => `61.55 ${23 + i / 1000}`).join('\n'), 'line')).toBe('tooManyCorners')
  expect(drawn('61 23\n'.repeat(5000))).toBe('tooManyCorners')
  expect(drawn('hanat kiinni')).toBe('unreadable')
})

test('inside, within the buffer and outside; near the middle is not enough', () => {
  const its = drawn(square) as Exclude<ReturnType<typeof drawn>, string>
  expect(farFrom({ longitude: 23.59, latitude: 61.555 }, its)).toBe(0)
  const justOutside = { longitude: 23.59, latitude: 61.56 + 20 / 110_574 }, further = { longitude: 23.59, latitude: 61.56 + 40 / 110_574 }
  expect(farFrom(justOutside, its)).toBeCloseTo(20, 0)
  expect([concerns(justOutside, [its]), concerns(further, [its])]).toEqual([true, false])
  // an L: its middle is outside of it
  const bend = drawn('61.55 23.58\n61.55 23.62\n61.552 23.62\n61.552 23.584\n61.57 23.584\n61.57 23.58', 'polygon', 0) as Exclude<ReturnType<typeof drawn>, string>
  expect([concerns({ longitude: 23.60, latitude: 61.56 }, [bend]), concerns({ longitude: 23.615, latitude: 61.551 }, [bend])]).toEqual([false, true])
  const road = drawn('61.55 23.58\n61.55 23.60\n61.56 23.60', 'line', 50) as Exclude<ReturnType<typeof drawn>, string>
  expect(concerns({ longitude: 23.59, latitude: 61.55 + 45 / 110_574 }, [road])).toBe(true)
  expect(concerns({ longitude: 23.59, latitude: 61.55 + 55 / 110_574 }, [road])).toBe(false)
})

test('a line is told to programs that know only polygons as closed capsules around its legs, and rings go counterclockwise', () => {
  const road = drawn('61.55 23.58\n61.55 23.60\n61.56 23.60', 'line', 50) as Exclude<ReturnType<typeof drawn>, string>
  const { polygons } = outlines(road)
  expect(polygons).toHaveLength(2)
  for (const ring of polygons) { expect(ring.length).toBeGreaterThanOrEqual(4); expect(ring[0]).toEqual(ring.at(-1)); for (const corner of ring) expect(farFrom({ longitude: corner[0], latitude: corner[1] }, road)).toBeLessThanOrEqual(51) }
  const clockwise: [number, number][] = [[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]
  expect(rightHanded(clockwise)).toEqual(clockwise.toReversed())
  expect(rightHanded(clockwise.toReversed())).toEqual(clockwise.toReversed())
})

test('a shape touches an area when either lies in the other, or their sides meet', () => {
  const its = drawn(square) as Exclude<ReturnType<typeof drawn>, string>
  const box = (west: number, south: number, east: number, north: number) => ({ type: 'MultiPolygon' as const, coordinates: [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]] as [number, number][][][] })
  expect(touches(its, box(23.5, 61.5, 23.7, 61.6))).toBe(true)
  expect(touches(its, box(23.585, 61.552, 23.59, 61.555))).toBe(true)
  expect(touches(its, box(23.57, 61.553, 23.65, 61.555))).toBe(true) // a cross: no corner of either in the other
  expect(touches(its, box(23.61, 61.55, 23.65, 61.56))).toBe(false)
})
