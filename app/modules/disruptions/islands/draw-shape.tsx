import type { GeoJSONSource, Marker } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { colourOf, type MapData, type MapWords, openMap, readMapData } from '#ui/map.ts'

type Words = MapWords & { open: string; label: string; hint: string; corner: string; undo: string; here: string; again: string; count: string; failed: string }
type Corner = [number, number]

/**
 * Drawing where: a tap adds a corner, and by keyboard the map is moved under its middle and a button puts one there; a corner is
 * dragged, moved by arrow keys and removed by Delete. Whether it is an area or a line is the form's own choice. Writes the
 * corners into the form's own field, which says the same without a map and can be written by hand.
 */
export default function DrawShape({ source, field, words }: { source: string; field: string; words: Words }) {
  const ground = useRef<HTMLDivElement>(null)
  const act = useRef<{ add(): void; undo(): void; clear(): void } | null>(null)
  const [live, setLive] = useState(false)
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')

  useEffect(() => { setLive(true) }, [])
  useEffect(() => {
    if (!open || !ground.current) return
    const text = document.getElementById(field) as HTMLTextAreaElement
    const form = text.form!
    const asLine = () => new FormData(form).get('drawn') === 'line'
    let close = () => {}
    let gone = false
    void (async () => {
      try {
        const data = await readMapData<MapData>(source)
        const corners = cornersOf(text.value)
        const { maplibre, map } = await openMap(ground.current!, data, words)
        close = () => map.remove()
        if (gone) return close()
        const red = colourOf(ground.current!, '--lingonberry')
        await new Promise<void>((ready) => { if (map.isStyleLoaded()) ready(); else map.once('load', () => ready()) })
        map.addSource('drawn', { type: 'geojson', data: drawn(corners, asLine()) })
        map.addLayer({ id: 'drawn-fill', type: 'fill', source: 'drawn', filter: ['==', '$type', 'Polygon'], paint: { 'fill-color': red, 'fill-opacity': 0.2 } })
        map.addLayer({ id: 'drawn-line', type: 'line', source: 'drawn', paint: { 'line-color': red, 'line-width': 3 } })
        let markers: Marker[] = []
        const write = () => {
          text.value = corners.map(([longitude, latitude]) => `${latitude.toFixed(5)} ${longitude.toFixed(5)}`).join('\n')
          text.dispatchEvent(new Event('input', { bubbles: true }))
        }
        const paint = () => { void (map.getSource('drawn') as GeoJSONSource).setData(drawn(corners, asLine())) }
        const redraw = (focus?: number) => {
          paint()
          for (const marker of markers) marker.remove()
          markers = corners.map((corner, i) => {
            const element = document.createElement('button')
            element.type = 'button'
            element.className = 'map-corner'
            element.setAttribute('aria-label', words.corner.replace('#', String(i + 1)))
            const marker = new maplibre.Marker({ element, draggable: true }).setLngLat(corner).addTo(map)
            const move = ({ lng, lat }: { lng: number; lat: number }) => { corners[i] = [lng, lat]; marker.setLngLat([lng, lat]); paint(); write() }
            marker.on('drag', () => move(marker.getLngLat()))
            element.addEventListener('click', (event) => event.stopPropagation())
            element.addEventListener('keydown', (event) => {
              const step = ({ ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] } as Record<string, [number, number]>)[event.key]
              if (event.key === 'Delete' || event.key === 'Backspace') { event.preventDefault(); corners.splice(i, 1); write(); redraw(Math.max(0, i - 1)) }
              if (!step) return
              event.preventDefault(); event.stopPropagation()
              const at = map.project(marker.getLngLat())
              move(map.unproject([at.x + step[0], at.y + step[1]]))
            })
            return marker
          })
          setSaid(corners.length ? words.count.replace('#', String(corners.length)) : words.hint)
          if (focus !== undefined) markers[focus]?.getElement().focus()
        }
        act.current = {
          add: () => { const { lng, lat } = map.getCenter(); corners.push([lng, lat]); write(); redraw(corners.length - 1) },
          undo: () => { corners.pop(); write(); redraw() }, clear: () => { corners.length = 0; write(); redraw() },
        }
        map.on('click', (event) => { if ((event.originalEvent.target as HTMLElement).classList.contains('map-corner')) return; corners.push([event.lngLat.lng, event.lngLat.lat]); write(); redraw() })
        form.addEventListener('change', paint)
        const remove = close
        close = () => { form.removeEventListener('change', paint); remove() }
        redraw()
        if (corners.length > 1) map.fitBounds(corners.reduce((box, corner) => box.extend(corner), new maplibre.LngLatBounds(corners[0]!, corners[0]!)), { padding: 48, maxZoom: 16, animate: false })
      } catch { setSaid(words.failed); setOpen(false) }
    })()
    return () => { gone = true; act.current = null; close() }
  }, [open])

  return (
    <div className="stack tight">
      {live && (
        <div className="actions">
          {!open && <button type="button" className="btn" onClick={() => setOpen(true)}>{words.open}</button>}
          {open && <><button type="button" className="btn small" onClick={() => act.current?.add()}>{words.here}</button><button type="button" className="btn small" onClick={() => act.current?.undo()}>{words.undo}</button><button type="button" className="btn small quiet" onClick={() => act.current?.clear()}>{words.again}</button></>}
        </div>
      )}
      <p role="status" className="hint">{said}</p>
      {open && <div ref={ground} className="map" role="application" aria-label={words.label} />}
    </div>
  )
}

function cornersOf(text: string): Corner[] {
  const corners = text.split('\n').map((line) => line.trim()).filter(Boolean).map((line): Corner => { const [latitude, longitude] = line.split(/\s+/).map(Number); return [longitude!, latitude!] })
  return corners.every((corner) => corner.every(Number.isFinite)) ? corners : []
}
function drawn(corners: Corner[], asLine: boolean): GeoJSON.FeatureCollection {
  const ring = corners.length > 2 && !asLine ? [...corners, corners[0]!] : corners
  const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry })
  return { type: 'FeatureCollection', features: [...(corners.length > 2 && !asLine ? [feature({ type: 'Polygon', coordinates: [ring] })] : []), ...(corners.length > 1 ? [feature({ type: 'LineString', coordinates: ring })] : [])] }
}
