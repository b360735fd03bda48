import type { Map as MapView, Marker } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { type MapData, type MapWords, openMap, readMapData } from '#ui/map.ts'

type Report = { id: string; title: string; stage: string }
type Heap = { longitude: number; latitude: number; count: number; reports: Report[] }
type Answer = { features: { geometry: { coordinates: [number, number] }; properties: { count: number; reports: Report[] } }[] }
type Words = MapWords & { label: string; failed: string; many: string; one: string; chosen: string; inView: string; noneInView: string }

/** Marks nearer to each other than this on the screen are one: a touch target and a little air. */
const apart = 46

/**
 * Reports on a map, gathered by the house for each view, so that a phone gets a few hundred marks however many reports
 * there are. Pressing a round goes nearer or lists what is in it under the map. The list of the page says the same without a map.
 */
export default function ReportMap({ source, points, near, base, words }: { source: string; points: string; near: [number, number] | null; base: string; words: Words }) {
  const ground = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Report[]>([])
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
          const bounds = map.getBounds()
          const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((each) => each.toFixed(6)).join(',')
          let answer: Answer
          try { answer = await readMapData<Answer>(`${points}${points.includes('?') ? '&' : '?'}bbox=${box}&zoom=${map.getZoom().toFixed(1)}`) } catch { if (mine === asked) setSaid(words.failed); return }
          if (gone || mine !== asked) return
          const focused = shown.some((marker) => marker.getElement() === document.activeElement)
          for (const marker of shown) marker.remove()
          const heaps = gathered(map, answer.features.map(({ geometry, properties }) => ({ longitude: geometry.coordinates[0], latitude: geometry.coordinates[1], ...properties })))
          // From west to east, so that the keyboard goes over the map as the eye does.
          shown = heaps.sort((a, b) => a.longitude - b.longitude).map((heap) => {
            const element = document.createElement('button')
            element.type = 'button'
            const only = heap.count === 1 ? heap.reports[0] : undefined
            element.className = heap.count > 1 ? `map-dot many${heap.count >= 100 ? ' very' : ''}` : `map-dot is-${only?.stage ?? 'idea'}`
            element.textContent = heap.count > 1 ? short(heap.count) : ''
            element.setAttribute('aria-label', heap.count > 1 ? words.many.replace('#', String(heap.count)) : only?.title ?? words.one)
            element.addEventListener('click', (event) => {
              event.stopPropagation()
              if (heap.reports.length > 0 && (heap.count === 1 || map.getZoom() >= 17)) { setChosen(heap.reports); requestAnimationFrame(() => list.current?.querySelector('a')?.focus({ preventScroll: true })) }
              else { map.getCanvas().focus(); map.easeTo({ center: [heap.longitude, heap.latitude], zoom: Math.min(18, map.getZoom() + 2), animate: !calm }) }
            })
            return new maplibre.Marker({ element }).setLngLat([heap.longitude, heap.latitude]).addTo(map)
          })
          if (focused) map.getCanvas().focus() // the round that was pressed is gone; the keyboard stays on the map
          const count = heaps.reduce((sum, heap) => sum + heap.count, 0)
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
      <div ref={list}>
        {chosen.length > 0 && <section className="card ask stack tight" aria-label={words.chosen}><ul className="rows">{chosen.map((report) => <li key={report.id}><div className="t"><a href={`${base}/feedback/${report.id}`}>{report.title}</a></div></li>)}</ul></section>}
      </div>
    </div>
  )
}

const short = (count: number) => (count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`)

/** Neighbouring squares' marks can lie on each other where reports gather at an edge: those become one. */
function gathered(map: MapView, heaps: Heap[]): Heap[] {
  let groups = heaps.map((heap) => ({ ...map.project([heap.longitude, heap.latitude]), heap }))
  for (let before = -1; before !== groups.length;) {
    before = groups.length
    const met: typeof groups = []
    for (const group of groups) {
      const near = met.find((other) => Math.hypot(other.x - group.x, other.y - group.y) < apart)
      if (!near) { met.push(group); continue }
      const count = near.heap.count + group.heap.count
      const between = (a: number, b: number) => (a * near.heap.count + b * group.heap.count) / count
      near.heap = { longitude: between(near.heap.longitude, group.heap.longitude), latitude: between(near.heap.latitude, group.heap.latitude), count, reports: [...near.heap.reports, ...group.heap.reports] }
      ;({ x: near.x, y: near.y } = map.project([near.heap.longitude, near.heap.latitude]))
    }
    groups = met
  }
  return groups.map((group) => group.heap)
}
