import { useEffect, useRef, useState } from 'react'
import { type MapData, type MapWords, openMap, readMapData } from '#ui/map.ts'

type Point = { longitude: number; latitude: number }
type Words = MapWords & { choose: string; locate: string; locating: string; located: string; denied: string; clear: string; label: string; pin: string; hint: string; failed: string }

/**
 * Comfort for the place of a form that works without it: "use my location", and a pin on a map that is moved by tapping,
 * dragging or arrow keys. Writes into the form's own hidden fields `longitude` and `latitude`.
 */
export default function PlacePicker({ source, words }: { source: string; words: Words }) {
  const root = useRef<HTMLDivElement>(null)
  const ground = useRef<HTMLDivElement>(null)
  const show = useRef<((point: Point | null) => void) | null>(null)
  const [live, setLive] = useState(false)
  const [open, setOpen] = useState(false)
  const [point, setPoint] = useState<Point | null>(null)
  const [said, setSaid] = useState('')
  const field = (name: string) => root.current?.closest('form')?.elements.namedItem(name) as HTMLInputElement | null

  const keep = (next: Point | null) => {
    for (const name of ['longitude', 'latitude'] as const) {
      const input = field(name)
      if (input) { input.value = next ? next[name].toFixed(6) : ''; input.dispatchEvent(new Event('input', { bubbles: true })) }
    }
    setPoint(next)
    show.current?.(next)
  }
  useEffect(() => {
    const [longitude, latitude] = [field('longitude')?.value, field('latitude')?.value].map((text) => Number.parseFloat(text ?? ''))
    if (Number.isFinite(longitude) && Number.isFinite(latitude)) setPoint({ longitude: longitude!, latitude: latitude! })
    setLive(true)
  }, [])

  useEffect(() => {
    if (!open || !ground.current) return
    let close = () => {}
    let gone = false
    void (async () => {
      try {
        const data = await readMapData<MapData>(source)
        const name = field('place')?.value.trim().toLowerCase()
        const known = data.places.find((place) => place.name.toLowerCase() === name)
        const start = point ?? known
        const { maplibre, map } = await openMap(ground.current!, data, words, start ? { centre: [start.longitude, start.latitude], zoom: 14 } : {})
        close = () => map.remove()
        if (gone) return close()
        const element = document.createElement('button')
        element.type = 'button'
        element.className = 'map-pin'
        element.setAttribute('aria-label', words.pin)
        const pin = new maplibre.Marker({ element, draggable: true, anchor: 'bottom' })
        show.current = (its) => { element.classList.toggle('loose', !its); if (!its) return; pin.setLngLat([its.longitude, its.latitude]).addTo(map); if (!map.getBounds().contains([its.longitude, its.latitude])) map.jumpTo({ center: [its.longitude, its.latitude], zoom: 14 }) }
        const put = ({ lng, lat }: { lng: number; lat: number }) => { keep({ longitude: lng, latitude: lat }); setSaid(words.located) }
        map.on('click', (event) => { if (event.originalEvent.target !== element) put(event.lngLat) })
        pin.on('dragend', () => put(pin.getLngLat()))
        element.addEventListener('keydown', (event) => {
          const step = ({ ArrowLeft: [-12, 0], ArrowRight: [12, 0], ArrowUp: [0, -12], ArrowDown: [0, 12] } as Record<string, [number, number]>)[event.key]
          if (!step) return
          event.preventDefault(); event.stopPropagation()
          const at = map.project(pin.getLngLat())
          put(map.unproject([at.x + step[0], at.y + step[1]]))
        })
        // The pin is there from the start, so that it can be reached and moved by keys alone; hollow until it is put somewhere.
        pin.setLngLat(start ? [start.longitude, start.latitude] : map.getCenter()).addTo(map)
        element.classList.toggle('loose', !point)
      } catch { setSaid(words.failed); setOpen(false) }
    })()
    return () => { gone = true; show.current = null; close() }
  }, [open])

  const locate = () => {
    setSaid(words.locating)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => { keep({ longitude: coords.longitude, latitude: coords.latitude }); setSaid(words.located) },
      () => setSaid(words.denied), { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 })
  }
  return (
    <div ref={root} className="stack tight">
      {live && (
        <div className="actions">
          {'geolocation' in navigator && <button type="button" className="btn small" onClick={locate}>{words.locate}</button>}
          {!open && <button type="button" className="btn small" onClick={() => { setSaid(words.hint); setOpen(true) }}>{words.choose}</button>}
          {point && <button type="button" className="btn small quiet" onClick={() => { keep(null); setSaid('') }}>{words.clear}</button>}
        </div>
      )}
      <p role="status" className="hint">{said}</p>
      {open && <div ref={ground} className="map" role="application" aria-label={words.label} />}
    </div>
  )
}
