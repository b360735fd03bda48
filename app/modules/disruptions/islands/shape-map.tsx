import { useEffect, useRef, useState } from 'react'
import { colourOf, type MapData, type MapWords, openMap, readMapData } from '#ui/map.ts'

type Part = { kind: 'polygon' | 'line' | 'point'; corners: [number, number][]; metres: number }
type Shape = { id: string; title: string; kind: string; path?: string; parts: Part[] }
type Words = MapWords & { label: string; failed: string; chosen: string }

/** Disruptions as their shapes, each with a mark that the keyboard reaches and that says which it is. The page's list says the same. */
export default function ShapeMap({ source, shapes, base, words }: { source: string; shapes: Shape[]; base: string; words: Words }) {
  const ground = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Shape | null>(null)
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
        const all = shapes.flatMap((shape) => shape.parts.flatMap((part) => part.corners))
        if (all.length) map.fitBounds(boundsOf(all), { padding: 48, maxZoom: 15, animate: false })
        for (const shape of shapes) {
          const corners = shape.parts.flatMap((part) => part.corners)
          if (!corners.length) continue
          const [[west, south], [east, north]] = boundsOf(corners)
          const element = document.createElement('button')
          element.type = 'button'
          element.className = 'map-dot is-developing'
          element.setAttribute('aria-label', shape.title)
          element.addEventListener('click', (event) => { event.stopPropagation(); setChosen(shape); map.fitBounds([[west, south], [east, north]], { padding: 64, maxZoom: 16, animate: !calm }) })
          new maplibre.Marker({ element }).setLngLat([(west + east) / 2, (south + north) / 2]).addTo(map)
        }
      } catch { setFailed(true) }
    })()
    return () => { gone = true; close() }
  }, [source])

  return (
    <div className="stack tight">
      {failed ? <p className="hint" role="status">{words.failed}</p> : <div ref={ground} className="map" role="region" aria-label={words.label} />}
      <p role="status" className="hint">{chosen && (chosen.path ? <a href={`${base}${chosen.path}`}>{chosen.title}</a> : chosen.title)}</p>
    </div>
  )
}
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
