import type { Point } from './geo.ts'

/**
 * The plane that web maps are drawn on (spherical Mercator, EPSG:3857), its whole width 1 and its origin in the north-west.
 * Within a municipality it is the same scale in every direction, so that what is nearest here is nearest on the ground.
 */
export type OnPlane = { x: number; y: number }

/** As far from the equator as the plane reaches. */
const farthestLatitude = 85.0511
const clamp = (value: number, most: number) => Math.max(-most, Math.min(most, value))

export function onPlane({ longitude, latitude }: Point): OnPlane {
  const sin = Math.sin((clamp(latitude, farthestLatitude) * Math.PI) / 180)
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) }
}
export const onGlobe = ({ x, y }: OnPlane): Point => ({ longitude: (x - 0.5) * 360, latitude: 90 - (360 * Math.atan(Math.exp((y - 0.5) * 2 * Math.PI))) / Math.PI })

/** So many metres on the ground at a latitude, as a length on the plane. */
export const lengthOnPlane = (metres: number, latitude: number): number => metres / (40_030_230 * Math.cos((clamp(latitude, farthestLatitude) * Math.PI) / 180))
