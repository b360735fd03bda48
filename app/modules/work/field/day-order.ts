import type { Point } from '#core/geo/geo.ts'
import { isPoint } from '#core/geo/geo.ts'
import type { FieldOrder, FieldSort } from './data.ts'
import { routeThrough } from './route.ts'

const closed = (its: FieldOrder) => its.state === 'done' || its.state === 'cannot' || its.state === 'merged'
export const pointOf = (its: Pick<FieldOrder, 'longitude' | 'latitude'>): Point | null => {
  const point = { longitude: its.longitude ?? 999, latitude: its.latitude ?? 999 }
  return isPoint(point) ? point : null
}

/** A day's work as its crew wants it: their own order, the most urgent first, or by route from a point. What is closed on this phone comes last. */
export function inOrder(orders: FieldOrder[], sort: FieldSort, from: Point | null): FieldOrder[] {
  const open = orders.filter((each) => !closed(each))
  const rest = orders.filter(closed)
  if (sort === 'mine') return [...open.toSorted((a, b) => a.position - b.position), ...rest]
  if (sort === 'priority' || !from) return [...open.toSorted((a, b) => b.priority - a.priority || (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9')), ...rest]
  const placed = open.flatMap((each) => { const point = pointOf(each); return point ? [{ ...point, its: each }] : [] })
  return [...routeThrough(from, placed).map((each) => each.its), ...open.filter((each) => !pointOf(each)), ...rest]
}

/** The ids with one of them moved by a step up (-1) or down (1), or to a place. At an end nothing changes. */
export function moved(ids: string[], id: string, to: { by: -1 | 1 } | { at: number }): string[] {
  const from = ids.indexOf(id)
  const at = 'by' in to ? from + to.by : to.at
  if (from < 0 || at < 0 || at >= ids.length) return ids
  const left = ids.filter((each) => each !== id)
  return [...left.slice(0, at), id, ...left.slice(at)]
}
