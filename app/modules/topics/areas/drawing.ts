import booleanPointInPolygon from '@turf/boolean-point-in-polygon'
import type { MultiPolygon, Point } from '#core/geo/geo.ts'

type Shaped = { key: string; name: string; shape: MultiPolygon }
/** A small map in numbers, ready to be drawn as SVG: one unit is about a point of a phone's screen. */
export type Drawn = { width: number; height: number; own: string; others: { key: string; name: string; path: string; x: number; y: number; /** how wide it is where it is seen */ room: number }[]; places: { name: string; x: number; y: number }[]; points: { x: number; y: number }[] }

const width = 640
/** The map is never flatter nor taller than this. */
const heights = [300, 520] as const
/** Vertices nearer to each other than this on the map are one. */
const finest = 0.8

/** An area among its neighbours, its places named and dots where things are; null when nobody has drawn its borders. */
export function drawnArea(key: string, shapes: Shaped[], places: (Point & { name: string })[], points: Point[]): Drawn | null {
  const its = shapes.find((each) => each.key === key)
  return its ? draw(its.shape, its.shape, shapes.filter((each) => each.key !== key), places, points) : null
}
/** All areas of a municipality; null when none has borders. */
export const drawnAll = (shapes: Shaped[]): Drawn | null => (shapes.length ? draw({ type: 'MultiPolygon', coordinates: shapes.flatMap((each) => each.shape.coordinates) }, null, shapes, [], []) : null)

function draw(around: MultiPolygon, own: MultiPolygon | null, others: Shaped[], places: (Point & { name: string })[], points: Point[]): Drawn {
  const [west, south, east, north] = boxOf(around)
  const squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180)) // a degree of longitude is shorter here than one of latitude
  const air = Math.max((east - west) * squeeze, north - south) * 0.12
  const [wide, high] = [(east - west) * squeeze + 2 * air, north - south + 2 * air]
  const height = Math.round(Math.min(heights[1], Math.max(heights[0], (width * high) / wide)))
  const scale = Math.min(width / wide, height / high)
  const [left, top] = [(width - wide * scale) / 2 + air * scale, (height - high * scale) / 2 + air * scale]
  const at = ([longitude, latitude]: readonly [number, number]): [number, number] => [round(left + (longitude - west) * squeeze * scale), round(top + (north - latitude) * scale)]
  const inView = ([x, y]: [number, number]) => x > 0 && x < width && y > 0 && y < height
  const placed = <T extends Point>(list: T[]) => list.map((each) => [each, at([each.longitude, each.latitude])] as const).filter(([, point]) => inView(point))
  return {
    width, height, own: own ? pathOf(own, at) : '',
    others: others.flatMap((each) => {
      const [w, s, e, n] = boxOf(each.shape)
      const [[x1, y1], [x2, y2]] = [at([w, n]), at([e, s])]
      if (x2 < 0 || x1 > width || y2 < 0 || y1 > height) return []
      const box = [Math.max(x1, 0), Math.max(y1, 0), Math.min(x2, width), Math.min(y2, height)] as const
      const back = ([x, y]: readonly [number, number]): [number, number] => [west + (x - left) / (squeeze * scale), north - (y - top) / scale]
      const middle = middleOf(box, (point) => booleanPointInPolygon(back(point), each.shape) && !(own && booleanPointInPolygon(back(point), own)))
      return [{ key: each.key, name: each.name, path: pathOf(each.shape, at), x: round(middle?.[0] ?? 0), y: round(middle?.[1] ?? 0), room: middle ? round(box[2] - box[0]) : 0 }]
    }).sort((a, b) => b.room - a.room),
    places: placed(places).map(([{ name }, [x, y]]) => ({ name, x, y })), points: placed(points).map(([, [x, y]]) => ({ x, y })),
  }
}

/** The point nearest to the middle of what is seen of a shape that lies in it: where its name is written; null when its box alone is seen. */
function middleOf([x1, y1, x2, y2]: readonly [number, number, number, number], isInside: (point: [number, number]) => boolean): [number, number] | null {
  const steps = [0, 1, -1, 2, -2, 3, -3].map((n) => n / 8)
  const points = steps.flatMap((dx) => steps.map((dy) => ({ away: Math.hypot(dx, dy), at: [(x1 + x2) / 2 + dx * (x2 - x1), (y1 + y2) / 2 + dy * (y2 - y1)] as [number, number] }))).sort((a, b) => a.away - b.away)
  return points.find(({ at }) => isInside(at))?.at ?? null
}

/** Every polygon of a shape as one SVG path; holes are parted by the even-odd rule. */
function pathOf(shape: MultiPolygon, at: (point: readonly [number, number]) => [number, number]): string {
  return shape.coordinates.flat().map((ring) => {
    const kept: [number, number][] = []
    for (const point of ring) { const [x, y] = at(point), last = kept.at(-1); if (!last || Math.hypot(x - last[0], y - last[1]) >= finest) kept.push([x, y]) }
    return kept.length < 3 ? '' : `M${kept.map(([x, y]) => `${x} ${y}`).join('L')}Z`
  }).join('')
}
function boxOf(shape: MultiPolygon): [number, number, number, number] {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [longitude, latitude] of shape.coordinates.flat(2)) { west = Math.min(west, longitude); east = Math.max(east, longitude); south = Math.min(south, latitude); north = Math.max(north, latitude) }
  return [west, south, east, north]
}
const round = (value: number) => Math.round(value * 10) / 10
