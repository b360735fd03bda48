import { metresBetween, type MultiPolygon, type Point } from '#core/geo/geo.ts'
import { cut } from '#core/text/cut.ts'

/** A polygon with its properties, as a file has it. */
export type Feature = { shape: MultiPolygon; properties: Map<string, string>; vertices: number }
export type Unread = { problem: ShapeProblem; /** the number of the feature, from one */ feature?: number }
export type ShapeProblem = 'notJson' | 'notGeoJson' | 'noPolygons' | 'badRing' | 'notClosed' | 'notDegrees' | 'otherSystem' | 'farAway' | 'tooDetailed' | 'tooMany' | 'badLine' | 'tooFew'

export const mostBytes = 5_000_000
/** More vertices than this make maps heavy and tell nothing: borders are to be simplified before they are brought. */
export const mostVertices = 20_000
const mostFeatures = 500
/** A border this far from the municipality's centre is a mistake, in metres. */
const farthest = 150_000
type Position = [number, number]
type Ring = Position[]

class Wrong extends Error { readonly problem: ShapeProblem; constructor(problem: ShapeProblem) { super(problem); this.problem = problem } }

/**
 * Reads GeoJSON (RFC 7946): a FeatureCollection, a Feature or a geometry; polygons and multipolygons in degrees (WGS 84).
 * Points and lines are left out and counted. Rings have four positions or more and are closed; a ring that crosses itself
 * is taken, and what is inside is told by the even-odd rule. Heights are dropped, degrees kept to six decimals (10 cm).
 */
export function readGeoJson(text: string, centre: Point): { features: Feature[]; skipped: number } | Unread {
  let root: unknown
  try { root = JSON.parse(text.replace(/^\uFEFF/, '')) } catch { return { problem: 'notJson' } }
  if (!isObject(root) || typeof root.type !== 'string') return { problem: 'notGeoJson' }
  if (otherSystem(root.crs)) return { problem: 'otherSystem' }
  const all: unknown[] = root.type === 'FeatureCollection' ? (Array.isArray(root.features) ? root.features : []) : [root]
  if (all.length > mostFeatures) return { problem: 'tooMany' }
  const features: Feature[] = []
  let skipped = 0, vertices = 0
  for (const [i, each] of all.entries()) {
    try {
      if (!isObject(each)) throw new Wrong('notGeoJson')
      const polygons = polygonsOf(each.type === 'Feature' ? each.geometry : each, centre, 0)
      if (polygons.length === 0) { skipped++; continue }
      const its = polygons.flat().reduce((sum, ring) => sum + ring.length, 0)
      if ((vertices += its) > mostVertices) return { problem: 'tooDetailed' }
      features.push({ shape: { type: 'MultiPolygon', coordinates: polygons }, properties: propertiesOf(each.properties), vertices: its })
    } catch (cause) {
      if (cause instanceof Wrong) return { problem: cause.problem, ...(all.length > 1 ? { feature: i + 1 } : {}) }
      throw cause
    }
  }
  return features.length ? { features, skipped } : { problem: 'noPolygons' }
}

/**
 * Borders as someone writes or draws them: GeoJSON, or a point on each line, latitude first ("61,55 23,60"), an empty line
 * between separate parts. Empty text means no borders.
 */
export function readBorders(text: string, centre: Point): { shape: MultiPolygon | null } | Unread {
  const trimmed = text.trim()
  if (!trimmed) return { shape: null }
  if (trimmed.startsWith('{')) {
    const read = readGeoJson(trimmed, centre)
    return 'problem' in read ? read : { shape: { type: 'MultiPolygon', coordinates: read.features.flatMap((each) => each.shape.coordinates) } }
  }
  try {
    const rings = trimmed.split(/\r?\n\s*\r?\n/).map((part) => {
      const ring = part.split(/\r?\n/).map((line): Position => {
        const [, latitude, longitude] = /^\s*(-?\d{1,3}(?:[.,]\d+)?)°?\s*[,;\s]\s*(-?\d{1,3}(?:[.,]\d+)?)°?\s*$/.exec(line) ?? []
        if (!latitude || !longitude) throw new Wrong('badLine')
        return [Number(longitude.replace(',', '.')), Number(latitude.replace(',', '.'))]
      })
      if (ring.length < 3) throw new Wrong('tooFew')
      const [first, last] = [ring[0]!, ring.at(-1)!]
      return ringOf(first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first], centre)
    })
    if (rings.flat().length > mostVertices) return { problem: 'tooDetailed' }
    return { shape: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) } }
  } catch (cause) { if (cause instanceof Wrong) return { problem: cause.problem }; throw cause }
}

/** Borders as text that can be read back and edited: points by lines when there are only outer borders, else GeoJSON. */
export function bordersText(shape: MultiPolygon | null): string {
  if (!shape) return ''
  return shape.coordinates.every((polygon) => polygon.length === 1)
    ? shape.coordinates.map(([ring]) => ring!.slice(0, -1).map(([longitude, latitude]) => `${latitude} ${longitude}`).join('\n')).join('\n\n')
    : JSON.stringify(shape)
}

function polygonsOf(geometry: unknown, centre: Point, depth: number): Ring[][] {
  if (geometry === null) return []
  if (!isObject(geometry)) throw new Wrong('notGeoJson')
  const { type, coordinates } = geometry
  if (type === 'Polygon') return [polygonOf(coordinates, centre)]
  if (type === 'MultiPolygon') { if (!Array.isArray(coordinates)) throw new Wrong('badRing'); return coordinates.map((each) => polygonOf(each, centre)) }
  if (type === 'GeometryCollection' && depth < 2 && Array.isArray(geometry.geometries)) return geometry.geometries.flatMap((each) => polygonsOf(each, centre, depth + 1))
  if (typeof type !== 'string') throw new Wrong('notGeoJson')
  return []
}
function polygonOf(rings: unknown, centre: Point): Ring[] {
  if (!Array.isArray(rings) || rings.length === 0) throw new Wrong('badRing')
  return rings.map((ring) => ringOf(ring, centre))
}
function ringOf(ring: unknown, centre: Point): Ring {
  if (!Array.isArray(ring) || ring.length < 4) throw new Wrong('badRing')
  if (ring.length > mostVertices) throw new Wrong('tooDetailed')
  const kept: Ring = []
  for (const position of ring) {
    const [longitude, latitude] = Array.isArray(position) ? position as unknown[] : []
    if (typeof longitude !== 'number' || typeof latitude !== 'number') throw new Wrong('badRing')
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) throw new Wrong('notDegrees')
    if (metresBetween({ longitude, latitude }, centre) > farthest) throw new Wrong('farAway')
    const point: Position = [rounded(longitude), rounded(latitude)], last = kept.at(-1)
    if (!last || last[0] !== point[0] || last[1] !== point[1]) kept.push(point)
  }
  const [first, last] = [kept[0]!, kept.at(-1)!]
  if (first[0] !== last[0] || first[1] !== last[1]) throw new Wrong('notClosed')
  if (kept.length < 4) throw new Wrong('badRing') // so small that its points are one
  return kept
}
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** Texts and numbers of a feature by their names: one of them is the area's name. */
function propertiesOf(its: unknown): Map<string, string> {
  return new Map(isObject(its) ? Object.entries(its).filter(([name, value]) => name.length <= 60 && (typeof value === 'string' || typeof value === 'number')).slice(0, 50)
    .map(([name, value]) => [name, cut(String(value).toWellFormed().replace(/\s+/g, ' ').replaceAll('\0', '').trim(), 100)]) : [])
}
/** An older file may say its coordinate system; only degrees by WGS 84 are GeoJSON today. */
function otherSystem(crs: unknown): boolean {
  if (!isObject(crs)) return false
  const name = isObject(crs.properties) ? String(crs.properties.name ?? '') : ''
  return !/CRS:?84|EPSG:+4326$/i.test(name)
}
const isObject = (its: unknown): its is Record<string, unknown> => typeof its === 'object' && its !== null && !Array.isArray(its)
