import type { GeoJSONSource, Marker } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { colourOf, type MapData, type MapWords, openMap, readMapData } from '#ui/map.ts'

type Words = MapWords & { open: string; label: string; hint: string; many: string; corner: string; undo: string; here: string; again: string; count: string; failed: string }
type Corner = [number, number]

/**
 * Drawing borders on a map: a tap adds a corner, a corner is dragged or moved by arrow keys and removed by Delete. Writes
 * the corners into the form's own field, a line for each, which says the same without a map and can be written by hand.
 */
export default function AreaDrawing({ source, field, words }: { source: string; field: string; words: Words }) {
  const ground = useRef<HTMLDivElement>(null)
  const act = useRef<{ add(corner?: Corner): void; undo(): void; clear(): void } | null>(null)
  const [live, setLive] = useState(false)
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')

  useEffect(() => { setLive(true) }, [])
  useEffect(() => {
    if (!open || !ground.current) return
    const text = document.getElementById(field) as HTMLTextAreaElement
    let close = () => {}
    let gone = false
    void (async () => {
      try {
        const data = await readMapData<MapData>(source)
        let corners = cornersOf(text.value)
        const whole = corners === null
        corners ??= []
        const { maplibre, map, calm } = await openMap(ground.current!, data, words)
        close = () => map.remove()
        if (gone) return close()
        const [line, fill] = [colourOf(ground.current!, '--lingonberry'), colourOf(ground.current!, '--lake')]
        await new Promise<void>((ready) => { if (map.isStyleLoaded()) ready(); else map.once('load', () => ready()) })
        map.addSource('drawn', { type: 'geojson', data: drawn(corners) })
        map.addLayer({ id: 'drawn-fill', type: 'fill', source: 'drawn', filter: ['==', '$type', 'Polygon'], paint: { 'fill-color': fill, 'fill-opacity': 0.2 } })
        map.addLayer({ id: 'drawn-line', type: 'line', source: 'drawn', paint: { 'line-color': line, 'line-width': 3 } })
        let markers: Marker[] = []
        const write = () => {
          text.value = corners!.map(([longitude, latitude]) => `${latitude.toFixed(6)} ${longitude.toFixed(6)}`).join('\n')
          text.dispatchEvent(new Event('input', { bubbles: true }))
        }
        const redraw = (focus?: number) => {
          void (map.getSource('drawn') as GeoJSONSource).setData(drawn(corners!))
          for (const marker of markers) marker.remove()
          markers = corners!.map((corner, i) => {
            const element = document.createElement('button')
            element.type = 'button'
            element.className = 'map-corner'
            element.setAttribute('aria-label', words.corner.replace('#', String(i + 1)))
            const marker = new maplibre.Marker({ element, draggable: true }).setLngLat(corner).addTo(map)
            const move = ({ lng, lat }: { lng: number; lat: number }) => { corners![i] = [lng, lat]; marker.setLngLat([lng, lat]); void (map.getSource('drawn') as GeoJSONSource).setData(drawn(corners!)); write() }
            marker.on('drag', () => move(marker.getLngLat()))
            element.addEventListener('click', (event) => event.stopPropagation())
            element.addEventListener('keydown', (event) => {
              const step = ({ ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] } as Record<string, [number, number]>)[event.key]
              if (event.key === 'Delete' || event.key === 'Backspace') { event.preventDefault(); corners!.splice(i, 1); write(); redraw(Math.max(0, i - 1)) }
              if (!step) return
              event.preventDefault(); event.stopPropagation()
              const at = map.project(marker.getLngLat())
              move(map.unproject([at.x + step[0], at.y + step[1]]))
            })
            return marker
          })
          setSaid(words.count.replace('#', String(corners!.length)))
          if (focus !== undefined) markers[focus]?.getElement().focus()
        }
        act.current = {
          add: (corner) => { const { lng, lat } = map.getCenter(); corners!.push(corner ?? [lng, lat]); write(); redraw(corner ? undefined : corners!.length - 1) },
          undo: () => { corners!.pop(); write(); redraw() }, clear: () => { corners = []; write(); redraw() },
        }
        map.on('click', (event) => { if (!(event.originalEvent.target as HTMLElement).classList.contains('map-corner')) act.current?.add([event.lngLat.lng, event.lngLat.lat]) })
        redraw()
        setSaid(whole ? words.many : words.hint)
        if (corners.length > 2) map.fitBounds(boundsOf(corners), { padding: 48, animate: false })
        else if (calm) map.stop()
      } catch { setSaid(words.failed); setOpen(false) }
    })()
    return () => { gone = true; act.current = null; close() }
  }, [open])

  return (
    <div className="stack tight">
      {live && (
        <div className="actions">
          {!open && <button type="button" className="btn small" onClick={() => setOpen(true)}>{words.open}</button>}
          {open && <><button type="button" className="btn small" onClick={() => act.current?.add()}>{words.here}</button><button type="button" className="btn small" onClick={() => act.current?.undo()}>{words.undo}</button><button type="button" className="btn small quiet" onClick={() => act.current?.clear()}>{words.again}</button></>}
        </div>
      )}
      <p role="status" className="hint">{said}</p>
      {open && <div ref={ground} className="map tall" role="application" aria-label={words.label} />}
    </div>
  )
}

/** The corners that the field says, when it is one part by lines; null for what only the text can hold: many parts, holes. */
function cornersOf(text: string): Corner[] | null {
  const trimmed = text.trim()
  if (!trimmed) return []
  if (trimmed.startsWith('{') || /\n\s*\n/.test(trimmed)) return null
  const corners = trimmed.split('\n').map((line): Corner => { const [latitude, longitude] = line.trim().split(/[;\s]+/).map((part) => Number(part.replace(/,$/, '').replace(',', '.'))); return [longitude!, latitude!] })
  return corners.every((corner) => corner.every(Number.isFinite)) ? corners : null
}
function drawn(corners: Corner[]): GeoJSON.FeatureCollection {
  const ring = corners.length > 1 ? [...corners, corners[0]!] : corners
  const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry })
  return { type: 'FeatureCollection', features: [...(corners.length > 2 ? [feature({ type: 'Polygon', coordinates: [ring] })] : []), ...(corners.length > 1 ? [feature({ type: 'LineString', coordinates: ring })] : [])] }
}
function boundsOf(corners: Corner[]): [Corner, Corner] {
  const longitudes = corners.map(([longitude]) => longitude), latitudes = corners.map(([, latitude]) => latitude)
  return [[Math.min(...longitudes), Math.min(...latitudes)], [Math.max(...longitudes), Math.max(...latitudes)]]
}
