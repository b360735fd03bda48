import type { Marker } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { colourOf, type MapData, type MapWords, openMap, readMapData } from '#ui/map.ts'

type Part = { kind: 'polygon' | 'line' | 'point'; corners: [number, number][]; metres: number }
type Shape = { id: string; title: string; path?: string; parts: Part[] }
type Words = MapWords & { label: string; failed: string; many: string }

/** Marks nearer to each other than this on the screen are one: a touch target and a little air. */
const apart = 46

/** Disruptions as their shapes, each with a mark that the keyboard reaches and that says which it is. The page's list says the same. */
export default function ShapeMap({ source, shapes, base, words }: { source: string; shapes: Shape[]; base: string; words: Words }) {
  const ground = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Shape[]>([])
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let close = () => {}
    let gone = false
    void (async () => {
      try {
        const data = await readMapData<MapData>(source)
        const { maplibre, map, calm } = await openMap(ground.current!, data, words)
        close = () => map.remove()
        if (gone) return close()
        const red = colourOf(ground.current!, '--lingonberry')
        await new Promise<void>((ready) => { if (map.isStyleLoaded()) ready(); else map.once('load', () => ready()) })
        map.addSource('shapes', { type: 'geojson', data: { type: 'FeatureCollection', features: shapes.flatMap((shape) => shape.parts.map((part): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry: geometryOf(part) }))) } })
        map.addLayer({ id: 'shapes-fill', type: 'fill', source: 'shapes', filter: ['==', '$type', 'Polygon'], paint: { 'fill-color': red, 'fill-opacity': 0.22 } })
        map.addLayer({ id: 'shapes-line', type: 'line', source: 'shapes', paint: { 'line-color': red, 'line-width': 3 } })
        const marked = shapes.flatMap((shape) => { const corners = shape.parts.flatMap((part) => part.corners); return corners.length ? [{ shape, bounds: boundsOf(corners) }] : [] })
        // The island may have come before its place had its size.
        map.resize()
        if (marked.length) map.fitBounds(boundsOf(marked.flatMap((each) => each.bounds)), { padding: 48, maxZoom: 15, animate: false })
        let shown: Marker[] = []
        const draw = () => {
          const groups: { x: number; y: number; its: typeof marked }[] = []
          for (const each of marked) {
            const { x, y } = map.project(middleOf(each.bounds))
            const met = groups.find((other) => Math.hypot(other.x - x, other.y - y) < apart)
            if (met) met.its.push(each); else groups.push({ x, y, its: [each] })
          }
          const focused = shown.some((marker) => marker.getElement() === document.activeElement)
          for (const marker of shown) marker.remove()
          if (focused) map.getCanvas().focus()
          shown = groups.map(({ its }) => {
            const element = document.createElement('button')
            element.type = 'button'
            element.className = its.length > 1 ? 'map-dot many' : 'map-dot is-developing'
            element.textContent = its.length > 1 ? String(its.length) : ''
            element.setAttribute('aria-label', its.length > 1 ? words.many.replace('#', String(its.length)) : its[0]!.shape.title)
            element.addEventListener('click', (event) => { event.stopPropagation(); setChosen(its.map((each) => each.shape)); map.fitBounds(boundsOf(its.flatMap((each) => each.bounds)), { padding: 64, maxZoom: 16, animate: !calm }) })
            return new maplibre.Marker({ element }).setLngLat(middleOf(its[0]!.bounds)).addTo(map)
          })
        }
        map.on('moveend', draw)
        draw()
      } catch { setFailed(true) }
    })()
    return () => { gone = true; close() }
  }, [source])

  return (
    <div className="stack tight">
      {failed ? <p className="hint" role="status">{words.failed}</p> : <div ref={ground} className="map" role="region" aria-label={words.label} />}
      <div role="status">{chosen.map((its) => <p key={its.id}>{its.path ? <a className="touch" href={`${base}${its.path}`}>{its.title}</a> : its.title}</p>)}</div>
    </div>
  )
}
const middleOf = ([[west, south], [east, north]]: [[number, number], [number, number]]): [number, number] => [(west + east) / 2, (south + north) / 2]
/** A point is drawn as the round that it concerns. */
function geometryOf({ kind, corners, metres }: Part): GeoJSON.Geometry {
  if (kind === 'polygon') return { type: 'Polygon', coordinates: [corners] }
  if (kind === 'line') return { type: 'LineString', coordinates: corners }
  const [longitude, latitude] = corners[0]!
  const up = Math.max(metres, 20) / 110_574, aside = Math.max(metres, 20) / (111_320 * Math.cos((latitude * Math.PI) / 180))
  return { type: 'Polygon', coordinates: [Array.from({ length: 33 }, (_, i) => [longitude + aside * Math.cos((i * Math.PI) / 16), latitude + up * Math.sin((i * Math.PI) / 16)])] }
}
function boundsOf(corners: [number, number][]): [[number, number], [number, number]] {
  const longitudes = corners.map(([longitude]) => longitude), latitudes = corners.map(([, latitude]) => latitude)
  return [[Math.min(...longitudes), Math.min(...latitudes)], [Math.max(...longitudes), Math.max(...latitudes)]]
}
