import { metresBetween, type Point } from '#core/geo/geo.ts'

/** How long a way is, in metres as the crow flies: from the start through the points in this order. It does not come back. */
export function lengthOf(start: Point, way: readonly Point[]): number {
  return way.reduce((sum, each, i) => sum + metresBetween(i ? way[i - 1]! : start, each), 0)
}

/**
 * The points in an order that makes a short way from the start, in metres as the crow flies: always the nearest next, then
 * pieces turned round while that makes it shorter (2-opt). Not the shortest there is, but never one that crosses itself for
 * nothing. Takes a hundred points in some milliseconds; stops after forty rounds whatever happens.
 */
export function routeThrough<P extends Point>(start: Point, points: readonly P[]): P[] {
  const left = [...points]
  const way: P[] = []
  for (let at: Point = start; left.length > 0; at = way.at(-1)!) {
    let nearest = 0, metres = Infinity
    left.forEach((each, i) => { const its = metresBetween(at, each); if (its < metres) { nearest = i; metres = its } })
    way.push(...left.splice(nearest, 1))
  }
  const before = (i: number): Point => (i === 0 ? start : way[i - 1]!)
  for (let round = 0, better = true; better && round < 40; round++) {
    better = false
    for (let i = 0; i < way.length - 1; i++) for (let j = i + 1; j < way.length; j++) {
      const next = way[j + 1]
      const now = metresBetween(before(i), way[i]!) + (next ? metresBetween(way[j]!, next) : 0)
      const turned = metresBetween(before(i), way[j]!) + (next ? metresBetween(way[i]!, next) : 0)
      if (turned < now - 0.01) { way.splice(i, j - i + 1, ...way.slice(i, j + 1).reverse()); better = true }
    }
  }
  return way
}

/** Which of the eight winds a point lies in: 0 north, 1 north-east … 7 north-west. */
export function windTo(from: Point, to: Point): number {
  const east = (to.longitude - from.longitude) * Math.cos((from.latitude * Math.PI) / 180), north = to.latitude - from.latitude
  return (Math.round((Math.atan2(east, north) * 4) / Math.PI) + 8) % 8
}
