import type { Map as MapView, Marker } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { type MapData, type MapWords, openMap, readMapData } from '#ui/map.ts'

type Point = { id: string; title: string; stage: string; longitude: number; latitude: number }
type Words = MapWords & { label: string; failed: string; many: string; chosen: string }

/** Points nearer to each other than this on the screen are one: a touch target and a little air. */
const apart = 48

/**
 * Ideas on a map. Those that lie close together are one round with their number; pressing it goes nearer or, where going
 * nearer does not part them, lists them under the map with links. The list of the page says the same without a map.
 */
export default function IdeaMap({ source, points: address, base, words }: { source: string; points: string; base: string; words: Words }) {
  const ground = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Point[]>([])
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let close = () => {}
    let gone = false
    void (async () => {
      try {
        const [data, { points }] = await Promise.all([readMapData<MapData>(source), readMapData<{ points: Point[] }>(address)])
        const { maplibre, map, calm } = await openMap(ground.current!, data, words)
        close = () => map.remove()
        if (gone) return close()
        const fit = (its: Point[], most: number) => map.fitBounds(boundsOf(its), { padding: 48, maxZoom: most, animate: !calm })
        if (points.length > 0) map.fitBounds(boundsOf(points), { padding: 48, maxZoom: 14, animate: false })
        let shown: Marker[] = []
        const draw = () => {
          for (const marker of shown) marker.remove()
          shown = grouped(map, points).map((group) => {
            const element = document.createElement('button')
            element.type = 'button'
            element.className = group.length > 1 ? 'map-dot many' : `map-dot is-${group[0]!.stage}`
            element.textContent = group.length > 1 ? String(group.length) : ''
            element.setAttribute('aria-label', group.length > 1 ? words.many.replace('#', String(group.length)) : group[0]!.title)
            element.addEventListener('click', (event) => {
              event.stopPropagation()
              const bounds = boundsOf(group)
              const parts = Math.max(bounds[1][0] - bounds[0][0], bounds[1][1] - bounds[0][1]) > 0.0004
              if (group.length > 1 && parts && map.getZoom() < 16.5) { map.getCanvas().focus(); fit(group, 17) } // the round goes away; the keyboard stays on the map
              else setChosen(group.slice(0, 50))
            })
            return new maplibre.Marker({ element }).setLngLat(centreOf(group)).addTo(map)
          })
        }
        map.on('moveend', draw)
        draw()
      } catch { setFailed(true) }
    })()
    return () => { gone = true; close() }
  }, [source, address])

  return (
    <div className="stack tight">
      {failed ? <p className="hint" role="status">{words.failed}</p> : <div ref={ground} className="map tall" role="region" aria-label={words.label} />}
      <div aria-live="polite">
        {chosen.length > 0 && <section className="card ask stack tight" aria-label={words.chosen}><ul className="rows">{chosen.map((point) => <li key={point.id}><div className="t"><a href={`${base}/ideas/${point.id}`}>{point.title}</a></div></li>)}</ul></section>}
      </div>
    </div>
  )
}

/** Points in view, gathered until no two groups' middles are nearer than a finger. */
function grouped(map: MapView, points: Point[]): Point[][] {
  const around = map.getBounds()
  let groups: { x: number; y: number; its: Point[] }[] = []
  for (const point of points) if (around.contains([point.longitude, point.latitude])) groups.push({ ...map.project([point.longitude, point.latitude]), its: [point] })
  for (let before = -1; before !== groups.length;) {
    before = groups.length
    const met: typeof groups = []
    for (const group of groups) {
      const near = met.find((other) => Math.hypot(other.x - group.x, other.y - group.y) < apart)
      if (!near) { met.push(group); continue }
      const all = near.its.length + group.its.length
      near.x = (near.x * near.its.length + group.x * group.its.length) / all
      near.y = (near.y * near.its.length + group.y * group.its.length) / all
      near.its.push(...group.its)
    }
    groups = met
  }
  return groups.map((group) => group.its)
}
const centreOf = (its: Point[]): [number, number] => [its.reduce((sum, each) => sum + each.longitude, 0) / its.length, its.reduce((sum, each) => sum + each.latitude, 0) / its.length]
function boundsOf(its: Point[]): [[number, number], [number, number]] {
  const lon = its.map((each) => each.longitude), lat = its.map((each) => each.latitude)
  return [[Math.min(...lon), Math.min(...lat)], [Math.max(...lon), Math.max(...lat)]]
}
