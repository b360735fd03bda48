/** A point on the globe (WGS 84 degrees). */
export type Point = { longitude: number; latitude: number }

/** GeoJSON (RFC 7946): polygons of rings of [longitude, latitude], the first ring of each its outer border. */
export type MultiPolygon = { type: 'MultiPolygon'; coordinates: [number, number][][][] }

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two points along the globe (haversine); the same as `trail.metres` in the database. */
export function metresBetween(a: Point, b: Point): number {
  const lat = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
  const lon = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return 12_742_000 * Math.asin(Math.sqrt(Math.min(1, lat + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * lon)))
}

/** Are both numbers degrees? */
export const isPoint = (its: Partial<Point>): its is Point => Math.abs(its.longitude ?? 999) <= 180 && Math.abs(its.latitude ?? 999) <= 90

/** A point from "longitude,latitude", as addresses of pages say it; undefined for what is none. */
export function pointOf(text: string | undefined): Point | undefined {
  const [, longitude, latitude] = /^(-?\d{1,3}(?:\.\d{1,15})?),(-?\d{1,2}(?:\.\d{1,15})?)$/.exec(text ?? '') ?? []
  const point = { longitude: Number(longitude ?? 'x'), latitude: Number(latitude ?? 'x') }
  return isPoint(point) ? point : undefined
}
