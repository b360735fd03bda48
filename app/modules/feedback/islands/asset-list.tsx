import { useEffect, useRef, useState } from 'react'
import { type MapData, type MapWords, openMap, readMapData } from '#ui/map.ts'

type Near = { id: string; key: string; name: string; longitude: number; latitude: number; metres: number }
type Words = MapWords & { none: string; found: string; map: string; label: string; failed: string }

/**
 * The things near a report's place, to pick one of. The server draws them of the place it knows; here they follow the form's
 * `longitude` and `latitude` while it is being written, and can be shown and picked on a map.
 */
export default function AssetList({ source, ground, kind, near, chosen, words }: { source: string; ground: string; kind: string; near: Near[]; chosen: string; words: Words }) {
  const root = useRef<HTMLDivElement>(null), canvas = useRef<HTMLDivElement>(null)
  const [all, setAll] = useState(near)
  const [picked, setPicked] = useState(chosen)
  const [live, setLive] = useState(false), [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')

  useEffect(() => {
    const form = root.current?.closest('form')
    if (!form) return
    setLive(true)
    let last = '', timer = 0
    const value = (name: string) => { const its = form.elements.namedItem(name); return its instanceof HTMLInputElement ? its.value.trim().replace(',', '.') : '' }
    const look = async () => {
      const [longitude, latitude] = [value('longitude'), value('latitude')]
      const asked = `${source}?${new URLSearchParams({ kind, longitude, latitude })}`
      if (!longitude || !latitude || asked === last) return
      last = asked
      try {
        const { assets } = await readMapData<{ assets: Near[] }>(asked)
        if (asked !== last) return
        setAll(assets)
        setSaid(words.found.replace('#', String(assets.length)))
      } catch { last = '' }
    }
    const soon = () => { clearTimeout(timer); timer = window.setTimeout(() => { void look() }, 300) }
    form.addEventListener('input', soon)
    form.addEventListener('change', soon)
    if (near.length === 0) soon()
    return () => { clearTimeout(timer); form.removeEventListener('input', soon); form.removeEventListener('change', soon) }
  }, [])

  // a form is drawn hidden where nothing is near; what comes near shows it
  useEffect(() => { const field = root.current?.closest('fieldset'); if (field) field.hidden = all.length === 0 }, [all])

  useEffect(() => {
    if (!open || !canvas.current || all.length === 0) return
    let close = () => {}, gone = false
    void (async () => {
      try {
        const { maplibre, map } = await openMap(canvas.current!, await readMapData<MapData>(ground), words, { centre: [all[0]!.longitude, all[0]!.latitude], zoom: 17 })
        close = () => map.remove()
        if (gone) return close()
        for (const each of all) {
          const element = document.createElement('button')
          element.type = 'button'
          element.className = 'btn small map-asset'
          element.textContent = each.key
          element.setAttribute('aria-pressed', String(each.id === picked))
          element.addEventListener('click', (event) => { event.stopPropagation(); setPicked(each.id); for (const other of canvas.current?.querySelectorAll('.map-asset') ?? []) other.setAttribute('aria-pressed', String(other === element)) })
          new maplibre.Marker({ element, anchor: 'bottom' }).setLngLat([each.longitude, each.latitude]).addTo(map)
        }
      } catch { setSaid(words.failed); setOpen(false) }
    })()
    return () => { gone = true; close() }
  }, [open, all])

  const far = (metres: number) => `${Math.max(10, Math.round(metres / 10) * 10)} m`
  const choice = (id: string, label: string, small?: string) => (
    <label key={id} className="choice"><input type="radio" name="assetId" value={id} checked={picked === id} onChange={() => setPicked(id)} /><span>{label}{small && <small>{small}</small>}</span></label>
  )
  return (
    <div ref={root} className="stack tight">
      <div className="choices">
        {all.map((each) => choice(each.id, each.name ? `${each.key} · ${each.name}` : each.key, far(each.metres)))}
        {choice('', words.none)}
      </div>
      {live && all.length > 0 && !open && <p className="actions"><button type="button" className="btn small" onClick={() => setOpen(true)}>{words.map}</button></p>}
      {open && <div ref={canvas} className="map" role="application" aria-label={words.label} />}
      <p className="hint" role="status">{said}</p>
    </div>
  )
}
