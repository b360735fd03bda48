import type { Marker } from 'maplibre-gl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type MapData, type MapWords, openMap, readMapData } from './map.ts'
import { boxOf, gathered, type Heap, markOf } from './map-heaps.ts'

export type HeapWords = MapWords & { label: string; failed: string; many: string; one: string; inView: string; noneInView: string }
type Feature<P> = { geometry: { coordinates: [number, number] }; properties: P & { count: number } }

/**
 * Things on a map, gathered by the house for each view, so that a phone gets a few hundred marks however many there are. Pressing a
 * round goes nearer, or tells `list` what was chosen; `list` draws what stands under the map: what was chosen, and what is in view.
 * @param of the things that a feature of the answer names
 */
export function HeapMap<T, P extends object>({ source, points, near, words, of, look, name, list }: {
  source: string; points: string; near: [number, number] | null; words: HeapWords
  of(properties: P): T[]; look(one: T | undefined): string; name(one: T | undefined): string; list(chosen: T[], inView: T[], count: number): ReactNode
}) {
  const ground = useRef<HTMLDivElement>(null)
  const under = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<T[]>([])
  const [heaps, setHeaps] = useState<Heap<T>[]>([])
  const [said, setSaid] = useState('')
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let close = () => {}
    let gone = false
    void (async () => {
      try {
        const data = await readMapData<MapData>(source)
        const { maplibre, map, calm } = await openMap(ground.current!, data, words, near ? { centre: near, zoom: 15 } : { zoom: 11.5 })
        close = () => map.remove()
        if (gone) return close()
        let shown: Marker[] = []
        let asked = 0
        const draw = async () => {
          const mine = ++asked
          let answer: { features: Feature<P>[] }
          try { answer = await readMapData<{ features: Feature<P>[] }>(`${points}${points.includes('?') ? '&' : '?'}${boxOf(map)}`) } catch { if (mine === asked) setSaid(words.failed); return }
          if (gone || mine !== asked) return
          const focused = shown.some((marker) => marker.getElement() === document.activeElement)
          for (const marker of shown) marker.remove()
          const found = gathered<T>(map, answer.features.map(({ geometry, properties }) => ({ longitude: geometry.coordinates[0], latitude: geometry.coordinates[1], count: properties.count, of: of(properties) })))
          shown = found.map((heap) => {
            const element = markOf(heap, { look, name, many: words.many })
            element.addEventListener('click', (event) => {
              event.stopPropagation()
              if (heap.of.length > 0 && (heap.count === 1 || map.getZoom() >= 17)) { setChosen(heap.of); requestAnimationFrame(() => under.current?.querySelector('a')?.focus({ preventScroll: true })) }
              else { map.getCanvas().focus(); map.easeTo({ center: [heap.longitude, heap.latitude], zoom: Math.min(18, map.getZoom() + 2), animate: !calm }) }
            })
            return new maplibre.Marker({ element }).setLngLat([heap.longitude, heap.latitude]).addTo(map)
          })
          if (focused) map.getCanvas().focus() // the round that was pressed is gone; the keyboard stays on the map
          const count = found.reduce((sum, heap) => sum + heap.count, 0)
          setHeaps(found)
          setSaid(count ? words.inView.replace('#', String(count)) : words.noneInView)
        }
        map.on('moveend', () => void draw())
        map.once('load', () => void draw())
      } catch { setFailed(true) }
    })()
    return () => { gone = true; close() }
  }, [source, points])

  return (
    <div className="stack tight">
      {failed ? <p className="hint" role="status">{words.failed}</p> : <div ref={ground} className="map tall" role="region" aria-label={words.label} />}
      <p className="hint" role="status">{failed ? '' : said}</p>
      <div ref={under} className="stack tight">{list(chosen, heaps.flatMap((heap) => heap.of), heaps.reduce((sum, heap) => sum + heap.count, 0))}</div>
    </div>
  )
}
