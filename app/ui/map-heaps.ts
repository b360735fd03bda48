import type { Map as MapView } from 'maplibre-gl'

/** Things that lie together on a map; a mark of its own when it is one. */
export type Heap<T> = { longitude: number; latitude: number; count: number; of: T[] }

/** Marks nearer to each other than this on the screen are one: a touch target and a little air. */
const apart = 46

/** Neighbouring squares' marks can lie on each other where things gather at an edge: those become one. From west to east, so that the keyboard goes over the map as the eye does. */
export function gathered<T>(map: MapView, heaps: Heap<T>[]): Heap<T>[] {
  let groups = heaps.map((heap) => ({ ...map.project([heap.longitude, heap.latitude]), heap }))
  for (let before = -1; before !== groups.length;) {
    before = groups.length
    const met: typeof groups = []
    for (const group of groups) {
      const near = met.find((other) => Math.hypot(other.x - group.x, other.y - group.y) < apart)
      if (!near) { met.push(group); continue }
      const count = near.heap.count + group.heap.count
      const between = (a: number, b: number) => (a * near.heap.count + b * group.heap.count) / count
      near.heap = { longitude: between(near.heap.longitude, group.heap.longitude), latitude: between(near.heap.latitude, group.heap.latitude), count, of: [...near.heap.of, ...group.heap.of] }
      ;({ x: near.x, y: near.y } = map.project([near.heap.longitude, near.heap.latitude]))
    }
    groups = met
  }
  return groups.map((group) => group.heap).sort((a, b) => a.longitude - b.longitude)
}

/** How many there are, as short as a mark is small. */
const shortCount = (count: number) => (count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`)

/** A mark as a button: a number for several, else the thing's own look and name. */
export function markOf<T>(heap: Heap<T>, its: { look(one: T | undefined): string; name(one: T | undefined): string; many: string }): HTMLButtonElement {
  const only = heap.count === 1 ? heap.of[0] : undefined
  const element = document.createElement('button')
  element.type = 'button'
  element.className = heap.count > 1 ? `map-dot many${heap.count >= 100 ? ' very' : ''}` : `map-dot ${its.look(only)}`
  element.textContent = heap.count > 1 ? shortCount(heap.count) : ''
  element.setAttribute('aria-label', heap.count > 1 ? its.many.replace('#', String(heap.count)) : its.name(only))
  return element
}

/** What is in sight now, as an address says it. */
export function boxOf(map: MapView): string {
  const bounds = map.getBounds()
  return `bbox=${[bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((each) => each.toFixed(6)).join(',')}&zoom=${map.getZoom().toFixed(1)}`
}
