import { metresBetween, type Point } from '#core/geo/geo.ts'
import { cut } from '#core/text/cut.ts'

/** A thing with its properties, as a file has it. */
export type PointRead = Point & { /** its place in the file, from one */ feature: number; properties: Map<string, string> }
export type PointProblem = 'notJson' | 'notGeoJson' | 'noPoints' | 'notPoint' | 'notDegrees' | 'otherSystem' | 'farAway' | 'tooMany'
export type Unread = { problem: PointProblem; /** the number of the feature, from one */ feature?: number }

export const mostBytes = 20_000_000
/** A town of a hundred thousand has some twenty thousand lamps. */
export const mostFeatures = 50_000
/** A thing this far from the municipality's centre is a mistake, in metres. */
const farthest = 150_000

/**
 * Reads a GeoJSON FeatureCollection of points (RFC 7946) in degrees (WGS 84). One feature that is something else refuses the
 * whole file, with its number: a register that is half brought in tells of things that are gone. Heights are dropped, degrees
 * kept to six decimals (10 cm).
 */
export function readPoints(text: string, centre: Point): { points: PointRead[] } | Unread {
  let root: unknown
  try { root = JSON.parse(text.replace(/^\uFEFF/, '')) } catch { return { problem: 'notJson' } }
  if (!isObject(root) || root.type !== 'FeatureCollection' || !Array.isArray(root.features)) return { problem: 'notGeoJson' }
  if (otherSystem(root.crs)) return { problem: 'otherSystem' }
  if (root.features.length > mostFeatures) return { problem: 'tooMany' }
  if (root.features.length === 0) return { problem: 'noPoints' }
  const points: PointRead[] = []
  for (const [i, each] of (root.features as unknown[]).entries()) {
    const its = pointOf(each, centre)
    if (typeof its === 'string') return { problem: its, feature: i + 1 }
    points.push({ ...its, feature: i + 1, properties: propertiesOf((each as Record<string, unknown>).properties) })
  }
  return { points }
}

function pointOf(feature: unknown, centre: Point): Point | PointProblem {
  if (!isObject(feature) || feature.type !== 'Feature') return 'notGeoJson'
  const { geometry } = feature
  if (!isObject(geometry) || geometry.type !== 'Point' || !Array.isArray(geometry.coordinates)) return 'notPoint'
  const [longitude, latitude] = geometry.coordinates as unknown[]
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return 'notPoint'
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return 'notDegrees'
  const point = { longitude: rounded(longitude), latitude: rounded(latitude) }
  return metresBetween(point, centre) > farthest ? 'farAway' : point
}
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** Texts, numbers and yes or no of a feature by their names. */
function propertiesOf(its: unknown): Map<string, string> {
  return new Map(isObject(its) ? Object.entries(its).filter(([name, value]) => name.length <= 60 && ['string', 'number', 'boolean'].includes(typeof value)).slice(0, 30)
    .map(([name, value]) => [clean(name, 60), clean(String(value), 200)]) : [])
}
const clean = (text: string, most: number) => cut(text.toWellFormed().replaceAll('\0', '').replace(/\s+/g, ' ').trim(), most)

/** An older file may say its coordinate system; only degrees by WGS 84 are GeoJSON today. */
function otherSystem(crs: unknown): boolean {
  if (!isObject(crs)) return false
  const name = isObject(crs.properties) ? String(crs.properties.name ?? '') : ''
  return !/CRS:?84|EPSG:+4326$/i.test(name)
}
const isObject = (its: unknown): its is Record<string, unknown> => typeof its === 'object' && its !== null && !Array.isArray(its)
