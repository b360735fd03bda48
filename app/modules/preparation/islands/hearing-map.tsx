import { useEffect, useRef, useState } from 'react'
import { colourOf, type MapData, type MapWords, openMap, readMapData } from '#ui/map.ts'

type Position = [number, number]

/** Areas, routes and points of a matter or of its document, drawn on the map. It is said in words on the page, so without script nothing is missing. */
export default function HearingMap({ source, geometries, box, pins, words }: { source: string; /** GeoJSON geometries */ geometries: string; /** west, south, east, north */ box: number[]; /** places that lead somewhere */ pins: { longitude: number; latitude: number; to: string; label: string }[]; words: MapWords & { label: string } }) {
  const ground = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState(false)
  useEffect(() => { setShown(true) }, [])
  useEffect(() => {
    if (!shown || !ground.current) return
    let close = () => {}
    let gone = false
    void (async () => {
      try {
        const container = ground.current!
        const data = await readMapData<MapData>(source)
        const [west, south, east, north] = box as [number, number, number, number]
        const { maplibre, map } = await openMap(container, data, words, { centre: [(west + east) / 2, (south + north) / 2], zoom: 13 })
        close = () => map.remove()
        if (gone) return close()
        const all = JSON.parse(geometries) as { type: string; coordinates: unknown }[]
        const colour = colourOf(container, '--lake')
        map.on('load', () => {
          map.addSource('section', { type: 'geojson', data: { type: 'FeatureCollection', features: all.map((geometry) => ({ type: 'Feature', properties: {}, geometry })) } as never })
          map.addLayer({ id: 'section-fill', type: 'fill', source: 'section', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour, 'fill-opacity': 0.18 } })
          map.addLayer({ id: 'section-line', type: 'line', source: 'section', filter: ['!=', ['geometry-type'], 'Point'], paint: { 'line-color': colour, 'line-width': 3 } })
        })
        for (const point of all.flatMap((each) => (each.type === 'Point' ? [each.coordinates as Position] : each.type === 'MultiPoint' ? (each.coordinates as Position[]) : []))) {
          const element = document.createElement('div')
          element.className = 'map-pin'
          new maplibre.Marker({ element, anchor: 'bottom' }).setLngLat(point).addTo(map)
        }
        for (const pin of pins) {
          const element = document.createElement('a')
          element.className = 'map-dot'
          element.href = pin.to
          element.setAttribute('aria-label', pin.label)
          new maplibre.Marker({ element }).setLngLat([pin.longitude, pin.latitude]).addTo(map)
        }
        if (east - west > 0.0005 || north - south > 0.0005) map.fitBounds([[west, south], [east, north]], { padding: 32, animate: false })
      } catch { setShown(false) }
    })()
    return () => { gone = true; close() }
  }, [shown, source, geometries])
  return shown ? <div ref={ground} className="map" role="region" aria-label={words.label} /> : null
}
