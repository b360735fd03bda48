import { useEffect, useRef, useState } from 'react'
import { type MapData, type MapWords, openMap, readMapData } from '#ui/map.ts'

/** Where a matter is, on a map. Its name stands on the page, so without script nothing is missing. */
export default function PlaceMap({ source, longitude, latitude, words }: { source: string; longitude: number; latitude: number; words: MapWords & { label: string } }) {
  const ground = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState(false)
  useEffect(() => { setShown(true) }, [])
  useEffect(() => {
    if (!shown || !ground.current) return
    let close = () => {}
    let gone = false
    void (async () => {
      try {
        const data = await readMapData<MapData>(source)
        const { maplibre, map } = await openMap(ground.current!, data, words, { centre: [longitude, latitude], zoom: 13 })
        close = () => map.remove()
        if (gone) return close()
        const element = document.createElement('div')
        element.className = 'map-pin'
        new maplibre.Marker({ element, anchor: 'bottom' }).setLngLat([longitude, latitude]).addTo(map)
      } catch { setShown(false) }
    })()
    return () => { gone = true; close() }
  }, [shown, source, longitude, latitude])
  return shown ? <div ref={ground} className="map" role="region" aria-label={words.label} /> : null
}
