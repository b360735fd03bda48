import type { Point } from './geo.ts'

/** A point of ETRS-TM35FIN (EPSG:3067), the plane of Finnish maps and registers: metres to the north and to the east. */
export type OnTm35 = { north: number; east: number }

// The ellipsoid GRS80 and the projection's own numbers (JHS 197): central meridian 27°, scale 0.9996, false easting 500 km.
const a = 6_378_137, f = 1 / 298.257222101, k0 = 0.9996, e0 = 500_000, meridian = (27 * Math.PI) / 180
const n = f / (2 - f), e = Math.sqrt(f * (2 - f))
const radius = (a / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64)
const toPlane = [n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4, (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4, (61 / 240) * n ** 3 - (103 / 140) * n ** 4, (49561 / 161280) * n ** 4]
const toGlobe = [n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - n ** 4 / 360, n ** 2 / 48 + n ** 3 / 15 - (437 / 1440) * n ** 4, (17 / 480) * n ** 3 - (37 / 840) * n ** 4, (4397 / 161280) * n ** 4]

/** Krüger's series of the transverse Mercator projection, to the fourth power of n: a tenth of a millimetre within Finland. ETRS89 is taken for WGS 84, which is half a metre off at most. */
export function tm35ToPoint({ north, east }: OnTm35): Point {
  const xi = north / (radius * k0), eta = (east - e0) / (radius * k0)
  let x = xi, y = eta
  toGlobe.forEach((h, i) => { const m = 2 * (i + 1); x -= h * Math.sin(m * xi) * Math.cosh(m * eta); y -= h * Math.cos(m * xi) * Math.sinh(m * eta) })
  const beta = Math.asin(Math.sin(x) / Math.cosh(y)), q = Math.asinh(Math.tan(beta))
  let u = q
  for (let i = 0; i < 8; i++) u = q + e * Math.atanh(e * Math.tanh(u))
  return { longitude: ((meridian + Math.asin(Math.tanh(y) / Math.cos(beta))) * 180) / Math.PI, latitude: (Math.atan(Math.sinh(u)) * 180) / Math.PI }
}

/** The other way. */
export function pointToTm35({ longitude, latitude }: Point): OnTm35 {
  const phi = (latitude * Math.PI) / 180, lambda = (longitude * Math.PI) / 180 - meridian
  const q = Math.asinh(Math.tan(phi)) - e * Math.atanh(e * Math.sin(phi)), beta = Math.atan(Math.sinh(q))
  const eta = Math.atanh(Math.cos(beta) * Math.sin(lambda)), xi = Math.asin(Math.sin(beta) * Math.cosh(eta))
  let x = xi, y = eta
  toPlane.forEach((h, i) => { const m = 2 * (i + 1); x += h * Math.sin(m * xi) * Math.cosh(m * eta); y += h * Math.cos(m * xi) * Math.sinh(m * eta) })
  return { north: radius * x * k0, east: radius * y * k0 + e0 }
}
