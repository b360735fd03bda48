import booleanPointInPolygon from '@turf/boolean-point-in-polygon'
import { metresBetween, type MultiPolygon, type Point } from '#core/geo/geo.ts'

/** [longitude, latitude] as GeoJSON (RFC 7946) has them. */
export type Corner = [number, number]
export type PartKind = 'polygon' | 'line' | 'point'
/** A piece of where a disruption is; `metres` is how far outside it still concerns (of a line: half its width). */
export type Part = { kind: PartKind; corners: Corner[]; metres: number }
/** Of what is drawn: more is a mistake or somebody's GIS file, not a sketch of a street. */
export const mostCorners = 200
/** A drawn corner this far from the municipality's centre is a mistake, in metres. */
const farthest = 60_000

export type ShapeProblem = 'unreadable' | 'tooFewCorners' | 'tooManyCorners' | 'crossesItself' | 'farAway'

/** The corners of a field: "61.55 23.59" a line, latitude first, as maps and people say it; a decimal comma is read too. Null when it says something else. */
export function readCorners(text: string): Corner[] | null {
  const lines = text.split(/\n|;/).map((line) => line.trim()).filter(Boolean)
  const corners = lines.map((line): Corner => {
    const parts = line.split(/\s+|,\s+/).filter(Boolean)
    const [latitude, longitude] = (parts.length === 1 ? line.split(',') : parts).map((each) => Number(each.replace(/,$/, '').replace(',', '.')))
    return [longitude ?? Number.NaN, latitude ?? Number.NaN]
  })
  return corners.every(([longitude, latitude]) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) ? corners : null
}
export const writeCorners = (corners: Corner[]): string => corners.map(([longitude, latitude]) => `${latitude.toFixed(5)} ${longitude.toFixed(5)}`).join('\n')

/**
 * What somebody drew as a part: corners twice in a row are one, a ring is closed here. A polygon whose sides cross is
 * refused: what it means cannot be known.
 */
export function drawnPart(text: string, as: 'polygon' | 'line', metres: number, centre: Point): Part | ShapeProblem {
  if (text.length > 20_000) return 'tooManyCorners'
  const read = readCorners(text)
  if (!read) return 'unreadable'
  const corners = read.filter((corner, i) => i === 0 || !same(corner, read[i - 1]!))
  if (as === 'polygon' && corners.length > 1 && same(corners[0]!, corners.at(-1)!)) corners.pop()
  if (corners.length > mostCorners) return 'tooManyCorners'
  if (corners.length < (as === 'polygon' ? 3 : 2)) return 'tooFewCorners'
  if (corners.some((corner) => metresBetween(pointOf(corner), centre) > farthest)) return 'farAway'
  if (as === 'line') return { kind: 'line', corners, metres }
  const ring = [...corners, corners[0]!]
  return crossesItself(ring) ? 'crossesItself' : { kind: 'polygon', corners: ring, metres }
}

export const pointOf = ([longitude, latitude]: Corner): Point => ({ longitude, latitude })
const same = (a: Corner, b: Corner) => a[0] === b[0] && a[1] === b[1]

/** Do two sides that are not neighbours meet, or has it no inside at all? */
function crossesItself(ring: Corner[]): boolean {
  const sides = ring.slice(0, -1).map((corner, i) => [corner, ring[i + 1]!] as const)
  const area = sides.reduce((sum, [a, b]) => sum + (a[0] - ring[0]![0]) * (b[1] - ring[0]![1]) - (b[0] - ring[0]![0]) * (a[1] - ring[0]![1]), 0)
  if (Math.abs(area) < 1e-12) return true
  return sides.some((one, i) => sides.some((other, j) => j > i + 1 && !(i === 0 && j === sides.length - 1) && meet(one[0], one[1], other[0], other[1])))
}
const turn = (a: Corner, b: Corner, c: Corner) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
const between = (a: Corner, b: Corner, c: Corner) => c[0] >= Math.min(a[0], b[0]) && c[0] <= Math.max(a[0], b[0]) && c[1] >= Math.min(a[1], b[1]) && c[1] <= Math.max(a[1], b[1])
function meet(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  return (abc !== abd && cda !== cdb) || (abc === 0 && between(a, b, c)) || (abd === 0 && between(a, b, d)) || (cda === 0 && between(c, d, a)) || (cdb === 0 && between(c, d, b))
}

/** Metres east and north of an origin: near enough a plane within a municipality. The same as in `disruptions.far`. */
const onGround = ([longitude, latitude]: Corner, from: Point): Corner => [(longitude - from.longitude) * 111_320 * Math.cos((from.latitude * Math.PI) / 180), (latitude - from.latitude) * 110_574]
const offGround = ([x, y]: Corner, from: Point): Corner => [from.longitude + x / (111_320 * Math.cos((from.latitude * Math.PI) / 180)), from.latitude + y / 110_574]

/** How far a point is from a part without its buffer, in metres; 0 inside a polygon. */
export function farFrom(point: Point, { kind, corners }: Pick<Part, 'kind' | 'corners'>): number {
  if (kind === 'polygon' && booleanPointInPolygon([point.longitude, point.latitude], { type: 'Polygon', coordinates: [corners] })) return 0
  const flat = corners.map((corner) => onGround(corner, point))
  return flat.length === 1 ? Math.hypot(...flat[0]!) : Math.min(...flat.slice(1).map((b, i) => fromOrigin(flat[i]!, b)))
}
function fromOrigin(a: Corner, b: Corner): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const long = dx * dx + dy * dy
  const t = long === 0 ? 0 : Math.max(0, Math.min(1, -(a[0] * dx + a[1] * dy) / long))
  return Math.hypot(a[0] + t * dx, a[1] + t * dy)
}
/** Does it concern a point: within one of its parts, or within the part's buffer? */
export const concerns = (point: Point, parts: Part[]): boolean => parts.some((part) => farFrom(point, part) <= part.metres)

/** The box around a part with its buffer. */
export function boxOf({ corners, metres }: Part): { west: number; south: number; east: number; north: number } {
  const longitudes = corners.map(([longitude]) => longitude), latitudes = corners.map(([, latitude]) => latitude)
  const up = metres / 110_574, aside = metres / (111_320 * Math.cos((Math.max(...latitudes.map(Math.abs)) * Math.PI) / 180))
  return { west: Math.min(...longitudes) - aside, south: Math.min(...latitudes) - up, east: Math.max(...longitudes) + aside, north: Math.max(...latitudes) + up }
}
/** The middle of the box around all parts: where its one mark stands in lists of every kind. */
export function middleOf(parts: Part[]): Point | null {
  if (parts.length === 0) return null
  const boxes = parts.map((each) => boxOf({ ...each, metres: 0 }))
  return { longitude: (Math.min(...boxes.map((each) => each.west)) + Math.max(...boxes.map((each) => each.east))) / 2, latitude: (Math.min(...boxes.map((each) => each.south)) + Math.max(...boxes.map((each) => each.north))) / 2 }
}

/** Do a part and borders have anything in common? Corners of either in the other, or sides that meet. */
export function touches(part: Part, { coordinates }: MultiPolygon): boolean {
  const shape = { type: 'MultiPolygon' as const, coordinates }
  if (part.corners.some((corner) => booleanPointInPolygon(corner, shape))) return true
  const rings = coordinates.map(([outer]) => outer!)
  if (part.kind === 'polygon' && rings.some((ring) => booleanPointInPolygon(ring[0]!, { type: 'Polygon', coordinates: [part.corners] }))) return true
  return rings.some((ring) => ring.slice(1).some((b, i) => part.corners.slice(1).some((d, j) => meet(ring[i]!, b, part.corners[j]!, d))))
}

/** As rings for programs that know only polygons and circles (CAP): a line becomes a capsule around each of its legs. */
export function outlines({ kind, corners, metres }: Part): { polygons: Corner[][]; circles: { at: Corner; metres: number }[] } {
  if (kind === 'polygon') return { polygons: [corners], circles: [] }
  if (kind === 'point') return { polygons: [], circles: corners.map((at) => ({ at, metres })) }
  const wide = Math.max(metres, 5)
  return { circles: [], polygons: corners.slice(1).map((to, i) => {
    const from = corners[i]!, origin = pointOf(from), [x, y] = onGround(to, origin), way = Math.atan2(y, x)
    const arc = (at: Corner, begin: number) => [0, 1, 2, 3, 4].map((step): Corner => [at[0] + wide * Math.cos(begin + (step * Math.PI) / 4), at[1] + wide * Math.sin(begin + (step * Math.PI) / 4)])
    const ring = [...arc([x, y], way - Math.PI / 2), ...arc([0, 0], way + Math.PI / 2)].map((corner) => offGround(corner, origin))
    return [...ring, ring[0]!]
  }) }
}
/** GeoJSON of the parts as they were given; a point's surroundings and a line's width are properties of its feature. */
export function geometryOf(parts: Part[]): { type: 'GeometryCollection'; geometries: unknown[] } | Record<string, unknown> | null {
  const each = parts.map(({ kind, corners }) => (kind === 'polygon' ? { type: 'Polygon', coordinates: [rightHanded(corners)] } : kind === 'line' ? { type: 'LineString', coordinates: corners } : { type: 'Point', coordinates: corners[0] }))
  return each.length === 0 ? null : each.length === 1 ? each[0]! : { type: 'GeometryCollection', geometries: each }
}
/** The outer ring of a polygon goes counterclockwise (RFC 7946, 3.1.6). */
export const rightHanded = (ring: Corner[]): Corner[] => (ring.slice(1).reduce((sum, b, i) => sum + (b[0] - ring[i]![0]) * (b[1] + ring[i]![1]), 0) > 0 ? ring.toReversed() : ring)
