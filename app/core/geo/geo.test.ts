import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAddresses } from './address-file.ts'
import { metresBetween } from './geo.ts'
import { lengthOnPlane, onGlobe, onPlane } from './mercator.ts'
import { pointToTm35, tm35ToPoint } from './tm35fin.ts'

const finland = fc.record({ longitude: fc.double({ min: 19, max: 32, noNaN: true }), latitude: fc.double({ min: 59.4, max: 70.2, noNaN: true }) })

test('ETRS-TM35FIN: the example of recommendation JHS 154 in both directions', () => {
  const point = tm35ToPoint({ north: 6_715_706.37708, east: 106_256.35961 })
  expect(point.latitude).toBeCloseTo(60.3851068722, 8)
  expect(point.longitude).toBeCloseTo(19.84813676944, 8)
  const plane = pointToTm35({ latitude: 60.3851068722, longitude: 19.84813676944 })
  expect(plane.north).toBeCloseTo(6_715_706.37708, 3)
  expect(plane.east).toBeCloseTo(106_256.35961, 3)
})
test('on the central meridian east is 500 km, and there and back is the same place', () => {
  expect(pointToTm35({ longitude: 27, latitude: 65 }).east).toBeCloseTo(500_000, 6)
  fc.assert(fc.property(finland, (point) => { expect(metresBetween(point, tm35ToPoint(pointToTm35(point)))).toBeLessThan(0.001) }))
})
test('the plane of maps and the globe are the same place, and its lengths are metres', () => {
  fc.assert(fc.property(finland, (point) => {
    expect(metresBetween(point, onGlobe(onPlane(point)))).toBeLessThan(0.001)
    const other = { longitude: point.longitude + 0.004, latitude: point.latitude + 0.001 }
    const [a, b] = [onPlane(point), onPlane(other)]
    expect(Math.hypot(a.x - b.x, a.y - b.y) / lengthOnPlane(metresBetween(point, other), point.latitude)).toBeCloseTo(1, 2)
  }))
  expect(onPlane({ longitude: -180, latitude: 90 })).toEqual({ x: 0, y: expect.closeTo(0, 4) as number })
})

const csv = (lines: string[]) => lines.join('\r\n')
test('an address file: own names, degrees, tidy numbers', () => {
  const read = readAddresses(csv(['street_fi,street_sv,number,postal_code,lat,lon', 'Kuruntie,Kuruvägen,12a,33470,61.55,23.59', 'Kuruntie,Kuruvägen,12 - 14,33470,61.55,23.59', 'Kuruntie,,,33470,61.55,23.59']), null)
  expect(read).toMatchObject({ left: 1, wrong: [], missing: [] })
  expect(read.doors.map((door) => [door.fi, door.sv, door.number, door.first])).toEqual([['Kuruntie', 'Kuruvägen', '12 A', 12], ['Kuruntie', 'Kuruvägen', '12–14', 12]])
})
test('an address file: the register\'s headless rows, metres, other municipalities left out', () => {
  const row = (code: string, north: string, east: string) => `103456789X;${code};06;1;${north};${east};1;Kuruntie;;7;33470;001;Kirkonkylä;;980-1-1-1;2026-05-14`
  const read = readAddresses(csv([row('980', '6828000', '318000'), row('837', '6828000', '318000')]), '980')
  expect(read.doors).toHaveLength(1)
  expect(read.left).toBe(1)
  expect(read.doors[0]).toMatchObject({ fi: 'Kuruntie', sv: null, number: '7', latitude: expect.closeTo(61.54, 1) as number, longitude: expect.closeTo(23.58, 1) as number })
})
test('an address file: what is wrong is told by its line', () => {
  expect(readAddresses('a,b\n1,2', null).missing).toEqual(['street_fi', 'number', 'north', 'east'])
  expect(readAddresses('', null).missing).toHaveLength(4)
  expect(readAddresses(csv(['katu;numero;N;E', ';1;6828000;318000', 'Elotie;2;x;318000', 'Elotie;3;318000;6828000']), null).wrong).toEqual([{ line: 2, why: 'noStreet' }, { line: 3, why: 'noPoint' }, { line: 4, why: 'farAway' }])
})
