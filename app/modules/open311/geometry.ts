import { z } from 'zod'

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const line = z.array(position).min(2).max(2000)
const ring = z.array(position).min(4).max(2000)

/** GeoJSON (RFC 7946) that a report may have for its place: a point, a line, an area, or several of them. */
const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(position).min(1).max(500) }),
  z.object({ type: z.literal('LineString'), coordinates: line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1).max(50) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1).max(50) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1).max(50)).min(1).max(50) }),
])
export type Geometry = z.infer<typeof geometrySchema>

/** The geometry of a text: itself, or of a Feature around it. Null when it is not one. */
export function readGeometry(text: string): Geometry | null {
  if (text.length > 100_000) return null
  let said: unknown
  try { said = JSON.parse(text) } catch { return null }
  const inner = typeof said === 'object' && said !== null && 'geometry' in said ? said.geometry : said
  const read = geometrySchema.safeParse(inner)
  return read.success ? read.data : null
}

/** The middle of a geometry's corners: where a map puts its pin. A closed ring's last corner is its first and counts once. */
export function middleOf(its: Geometry): { longitude: number; latitude: number } {
  const rings = its.type === 'Polygon' || its.type === 'MultiPolygon'
  const corners: [number, number][] = []
  const walk = (part: unknown) => {
    if (!Array.isArray(part)) return
    if (typeof part[0] === 'number') corners.push(part as [number, number])
    else if (rings && Array.isArray(part[0]) && typeof part[0][0] === 'number') for (const each of part.slice(0, -1)) walk(each)
    else for (const each of part) walk(each)
  }
  walk(its.coordinates)
  const mean = (axis: 0 | 1) => corners.reduce((sum, each) => sum + each[axis], 0) / corners.length
  return { longitude: mean(0), latitude: mean(1) }
}
