import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { placesOf, shapesOf } from '#core/trail/facets.server.ts'

/** What is drawn on the map with a section: GeoJSON (RFC 7946), geometries only. What its features carried besides is left behind. */
export type Shape = { type: 'GeometryCollection'; geometries: Geometry[] }
type Geometry = { type: 'Point' | 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon'; coordinates: unknown }

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number()).transform(([longitude, latitude]) => [longitude, latitude] as [number, number])
const line = z.array(position).min(2)
const ring = z.array(position).min(4)
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }), z.object({ type: z.literal('MultiPoint'), coordinates: z.array(position).min(1) }),
  z.object({ type: z.literal('LineString'), coordinates: line }), z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }), z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
])
const many = z.object({ type: z.literal('GeometryCollection'), geometries: z.array(geometry).min(1) })
const feature = z.object({ type: z.literal('Feature'), geometry: z.union([geometry, many]) })
const anything = z.union([geometry, many, feature, z.object({ type: z.literal('FeatureCollection'), features: z.array(feature).min(1).max(500) })])

const positionsMost = 10_000
/** A drawing further than this from the municipality's middle is of somewhere else. */
const farAway = 100_000

/** What to draw: the pasted GeoJSON, a known area's borders, or a known place of that name. Null for nothing; `notGeoJson`, `tooLong`, `farAway`. */
export async function shapeOf(ctx: Ctx, its: { map: string; area: string; mapName: string }): Promise<Shape | null | 'notGeoJson' | 'tooLong' | 'farAway'> {
  if (its.map.trim()) return readShape(ctx, its.map)
  if (its.area) {
    const known = (await shapesOf(ctx)).find((each) => each.key === its.area)
    return known ? { type: 'GeometryCollection', geometries: [known.shape] } : 'notGeoJson'
  }
  const place = its.mapName ? (await placesOf(ctx)).find((each) => each.name.toLowerCase() === its.mapName.toLowerCase()) : undefined
  return place ? { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [place.longitude, place.latitude] }] } : null
}

function readShape(ctx: Ctx, text: string): Shape | 'notGeoJson' | 'tooLong' | 'farAway' {
  let given: unknown
  try { given = JSON.parse(text) } catch { return 'notGeoJson' }
  const read = anything.safeParse(given)
  if (!read.success) return 'notGeoJson'
  const geometries = geometriesOf(read.data)
  const points = geometries.flatMap((each) => positionsOf(each.coordinates))
  if (points.length > positionsMost) return 'tooLong'
  const { longitude, latitude } = ctx.municipality
  if (points.some((each) => metresBetween({ longitude, latitude }, { longitude: each[0], latitude: each[1] }) > farAway)) return 'farAway'
  return { type: 'GeometryCollection', geometries }
}

function geometriesOf(its: z.output<typeof anything>): Geometry[] {
  if (its.type === 'FeatureCollection') return its.features.flatMap(geometriesOf)
  if (its.type === 'Feature') return geometriesOf(its.geometry)
  return its.type === 'GeometryCollection' ? its.geometries : [its]
}

/** All positions of a geometry, however deep they lie. */
export function positionsOf(coordinates: unknown): [number, number][] {
  if (!Array.isArray(coordinates)) return []
  return typeof coordinates[0] === 'number' ? [coordinates as [number, number]] : coordinates.flatMap(positionsOf)
}
