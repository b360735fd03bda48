import { Invalid } from '#core/errors/errors.ts'
import { onPlane } from './mercator.ts'

/** Degrees, in the order of GeoJSON's bbox. One that crosses the 180th meridian has its west east of its east. */
export type Box = { west: number; south: number; east: number; north: number }

/** A map with more marks than this tells nothing, and is slow on a phone. */
export const mostMarks = 500
/** From the widest level to the deepest; up to `counted` every second one is used, so that what lies together stays together. */
const widest = 10, counted = 18, deepest = 22

/** A box from "west,south,east,north". Throws Invalid('badBox') for what is none. */
export function readBox(text: string | null): Box {
  const parts = (text ?? '').split(',')
  const [west, south, east, north] = parts.map((part) => (/^-?\d{1,4}(\.\d+)?(e-\d+)?$/.test(part.trim()) ? Number(part) : Number.NaN)) as [number, number, number, number]
  if (parts.length !== 4 || [west, south, east, north].some((each) => !Number.isFinite(each)) || south > north || Math.abs(south) > 90 || Math.abs(north) > 90) throw new Invalid('badBox')
  // A map that was turned around the globe says degrees beyond 180.
  const round = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180
  return east - west >= 360 ? { west: -180, south, east: 180, north } : { west: round(west), south, east: round(east) || (east > west ? 180 : 0), north }
}

type Edges = { x0: number; y0: number; x1: number; y1: number }

/** How finely the plane is cut at a zoom of the map, so that a square is 64–128 points on the screen and the box has at most 500 of them. */
export function levelOf(zoom: number, { x0, x1, y0, y1 }: Edges): number {
  let level = Math.max(widest, Math.min(deepest, Math.round(Number.isFinite(zoom) ? zoom : 0) + 3))
  const squares = () => (Math.floor(x1 * 2 ** level) - Math.floor(x0 * 2 ** level) + 1) * (Math.floor(y1 * 2 ** level) - Math.floor(y0 * 2 ** level) + 1)
  if (level < counted && level % 2) level--
  while (level > widest && squares() > mostMarks) level -= level > counted ? 1 : 2
  return level
}

/** A box as edges on the plane; two where it crosses the 180th meridian. */
export function edgesOf(box: Box): Edges[] {
  const boxes = box.west > box.east ? [{ ...box, east: 180 }, { ...box, west: -180 }] : [box]
  return boxes.map((each) => {
    const [nw, se] = [onPlane({ longitude: each.west, latitude: each.north }), onPlane({ longitude: each.east, latitude: each.south })]
    return { x0: nw.x, y0: nw.y, x1: Math.min(se.x, 1 - 1e-9), y1: Math.min(se.y, 1 - 1e-9) }
  })
}
