import { useEffect, useRef } from 'react'
import { type MapData, openMap, readMapData } from '#ui/map.ts'

type Point = { longitude: number; latitude: number }

/**
 * A pin on a map, put by tapping, dragging or arrow keys; plus and minus come nearer and go further. What it says in words
 * is its user's: `put` is told of each place where the pin stops.
 */
export function WhereMap({ source, point, put, failed, words }: { source: string; point: Point | null; put(point: Point): void; failed(): void; words: { ground: string; zoomIn: string; zoomOut: string; label: string; pin: string } }) {
  const ground = useRef<HTMLDivElement>(null)
  const show = useRef<((point: Point | null) => void) | null>(null)
  const told = useRef(put)
  told.current = put

  useEffect(() => {
    let close = () => {}
    let gone = false
    void (async () => {
      try {
        const data = await readMapData<MapData>(source)
        const { maplibre, map } = await openMap(ground.current!, data, words, point ? { centre: [point.longitude, point.latitude], zoom: 15 } : { zoom: 12 })
        close = () => map.remove()
        if (gone) return close()
        const element = document.createElement('button')
        element.type = 'button'
        element.className = 'map-pin'
        element.setAttribute('aria-label', words.pin)
        const pin = new maplibre.Marker({ element, draggable: true, anchor: 'bottom' })
        show.current = (its) => {
          element.classList.toggle('loose', !its)
          if (!its) return
          pin.setLngLat([its.longitude, its.latitude]).addTo(map)
          if (!map.getBounds().contains([its.longitude, its.latitude])) map.jumpTo({ center: [its.longitude, its.latitude], zoom: Math.max(15, map.getZoom()) })
        }
        const tell = ({ lng, lat }: { lng: number; lat: number }) => told.current({ longitude: lng, latitude: lat })
        map.on('click', (event) => { if (event.originalEvent.target !== element) tell(event.lngLat) })
        pin.on('dragend', () => tell(pin.getLngLat()))
        // Held arrow keys move the pin many times a second; where it stopped is told once.
        let rest: ReturnType<typeof setTimeout> | undefined
        element.addEventListener('keydown', (event) => {
          if (event.key === '+' || event.key === '-') { event.preventDefault(); map.easeTo({ zoom: map.getZoom() + (event.key === '+' ? 1 : -1), around: pin.getLngLat(), animate: false }); return }
          const far = event.shiftKey ? 48 : 12
          const step = ({ ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] } as Record<string, [number, number]>)[event.key]
          if (!step) return
          event.preventDefault(); event.stopPropagation()
          const at = map.project(pin.getLngLat())
          pin.setLngLat(map.unproject([at.x + step[0], at.y + step[1]]))
          element.classList.remove('loose')
          if (!map.getBounds().contains(pin.getLngLat())) map.panTo(pin.getLngLat(), { animate: false })
          clearTimeout(rest)
          rest = setTimeout(() => tell(pin.getLngLat()), 350)
        })
        // The pin is there from the start, so that it can be reached and moved by keys alone; hollow until it is put somewhere.
        pin.setLngLat(point ? [point.longitude, point.latitude] : map.getCenter()).addTo(map)
        element.classList.toggle('loose', !point)
      } catch { failed() }
    })()
    return () => { gone = true; show.current = null; close() }
  }, [source])
  useEffect(() => { show.current?.(point) }, [point])

  return <div ref={ground} className="map" role="application" aria-label={words.label} />
}
