import { useEffect, useRef, useState } from 'react'
import { readMapData } from '#ui/map.ts'
import { WhereMap } from '../map/where-map.tsx'

type Point = { longitude: number; latitude: number }
type Found = Point & { name: string; detail: string; kind: 'place' | 'address' | 'street' }
type Words = {
  suggestions: string; count: string; one: string; none: string; chosen: string; locate: string; locating: string; youAreAt: string; accuracy: string; denied: string
  openMap: string; closeMap: string; clear: string; far: string; failed: string; map: { ground: string; zoomIn: string; zoomOut: string; label: string; pin: string; hint: string; failed: string }
}

/**
 * Comfort for the where of a form that works without it: suggestions while writing (a combobox by the ARIA pattern), one's own
 * position, the list of places nearest first, and a pin on a map. All of them write the form's own hidden fields, and each
 * says in words where the point lies.
 */
export default function WherePicker({ id, map, where, words }: { id: string; map: string; where: string; words: Words }) {
  const root = useRef<HTMLDivElement>(null)
  const [live, setLive] = useState(false)
  const [open, setOpen] = useState(false)
  const [point, setPoint] = useState<Point | null>(null)
  const [said, setSaid] = useState('')
  const [found, setFound] = useState<Found[]>([])
  const [active, setActive] = useState(-1)
  const asked = useRef(0)
  const element = <T extends Element>(name: string) => root.current?.closest('form')?.elements.namedItem(name) as unknown as T | null
  const written = () => root.current?.closest('form')?.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`) ?? null

  /** Writes the point and its names, and tells who listens to the form. */
  const keep = (next: Point | null, names: { place?: string; address?: string } = {}) => {
    const values = { place: names.place ?? '', address: names.address ?? '', longitude: next?.longitude.toFixed(6) ?? '', latitude: next?.latitude.toFixed(6) ?? '' }
    for (const [name, value] of Object.entries(values)) { const field = element<HTMLInputElement>(name); if (field) field.value = value }
    element<HTMLInputElement>('longitude')?.dispatchEvent(new Event('input', { bubbles: true }))
    setPoint(next)
  }
  /** A point by its place on the ground: what is there is asked of the house and said. */
  const put = async (next: Point, lead = words.chosen, end = '') => {
    keep(next)
    const mine = ++asked.current
    try {
      const its = await readMapData<{ words: string; address: string | null; far: boolean }>(`${where}?longitude=${next.longitude.toFixed(6)}&latitude=${next.latitude.toFixed(6)}`)
      if (mine !== asked.current) return
      if (its.far) { keep(null); setSaid(words.far); return }
      keep(next, its.address ? { address: its.address } : {})
      const field = written()
      if (field) field.value = its.address ?? ''
      setSaid(`${lead.replace('#', its.words)}${end}`)
    } catch { if (mine === asked.current) setSaid(words.failed) }
  }
  const choose = (hit: Found) => {
    asked.current++
    const field = written()
    if (field) field.value = hit.name
    keep(hit, hit.kind === 'place' ? { place: hit.name } : { address: hit.name })
    setFound([]); setActive(-1)
    setSaid(words.chosen.replace('#', [hit.name, hit.detail].filter(Boolean).join(', ')))
  }

  useEffect(() => {
    const [longitude, latitude] = [Number.parseFloat(element<HTMLInputElement>('longitude')?.value ?? ''), Number.parseFloat(element<HTMLInputElement>('latitude')?.value ?? '')]
    if (Number.isFinite(longitude) && Number.isFinite(latitude)) setPoint({ longitude, latitude })
    setLive(true)
    const near = element<HTMLSelectElement>('near')
    const pick = () => { const option = near?.selectedOptions[0]; if (option?.value) choose({ name: option.text, detail: '', kind: 'place', longitude: Number(option.dataset.longitude), latitude: Number(option.dataset.latitude) }) }
    near?.addEventListener('change', pick)
    return () => near?.removeEventListener('change', pick)
  }, [])

  // The nearest known places come first in their list as soon as a position is known.
  useEffect(() => {
    const near = element<HTMLSelectElement>('near')
    if (!point || !near) return
    const far = (option: HTMLOptionElement) => Math.hypot((Number(option.dataset.longitude) - point.longitude) * Math.cos((point.latitude * Math.PI) / 180), Number(option.dataset.latitude) - point.latitude)
    near.append(...[...near.options].filter((option) => option.value).sort((a, b) => far(a) - far(b)))
  }, [point])

  // The field is the server's; here it learns to be a combobox.
  useEffect(() => {
    const field = written()
    if (!field) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = () => {
      clearTimeout(timer)
      keep(null)
      const q = field.value.trim()
      if (q.length < 2) { setFound([]); setSaid(''); return }
      timer = setTimeout(async () => {
        const mine = ++asked.current
        try {
          const its = await readMapData<{ found: Found[] }>(`${where}?q=${encodeURIComponent(q)}`)
          if (mine !== asked.current || document.activeElement !== field) return
          setFound(its.found); setActive(-1)
          setSaid(its.found.length === 0 ? words.none : its.found.length === 1 ? words.one : words.count.replace('#', String(its.found.length)))
        } catch { setFound([]) }
      }, 180)
    }
    field.addEventListener('input', ask)
    return () => { clearTimeout(timer); field.removeEventListener('input', ask) }
  }, [id, where])
  useEffect(() => {
    const field = written()
    if (!field) return
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': `${id}-found`, 'aria-expanded': String(found.length > 0) })) field.setAttribute(name, value)
    if (active >= 0) field.setAttribute('aria-activedescendant', `${id}-found-${active}`)
    else field.removeAttribute('aria-activedescendant')
    const keys = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.isComposing) {
        // Enter in this field never sends the whole form: it takes what is suggested.
        event.preventDefault()
        const hit = found[Math.max(active, 0)]
        if (hit) choose(hit)
        return
      }
      if (found.length === 0) return
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); setActive((now) => (event.key === 'ArrowDown' ? (now + 1) % found.length : (now <= 0 ? found.length : now) - 1)) }
      if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); setFound([]); setActive(-1) }
      if (event.key === 'Tab') setFound([])
    }
    const leave = () => setTimeout(() => { if (!root.current?.contains(document.activeElement)) { setFound([]); setActive(-1) } }, 150)
    field.addEventListener('keydown', keys)
    field.addEventListener('blur', leave)
    return () => { field.removeEventListener('keydown', keys); field.removeEventListener('blur', leave) }
  }, [found, active, id])

  const locate = () => {
    setSaid(words.locating)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => void put({ longitude: coords.longitude, latitude: coords.latitude }, words.youAreAt, ` ${words.accuracy.replace('#', String(Math.max(1, Math.round(coords.accuracy))))}`),
      () => setSaid(words.denied), { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 })
  }
  return (
    <div ref={root} className="stack tight where-live">
      <ul id={`${id}-found`} role="listbox" aria-label={words.suggestions} className="suggestions" hidden={found.length === 0}>
        {found.map((hit, i) => (
          <li key={`${hit.kind} ${hit.name} ${hit.detail}`} id={`${id}-found-${i}`} role="option" aria-selected={i === active} onPointerDown={(event) => event.preventDefault()} onClick={() => choose(hit)}>
            <b>{hit.name}</b>{hit.detail && <small>{hit.detail}</small>}
          </li>
        ))}
      </ul>
      <p role="status" className={point ? 'hint where-said chosen' : 'hint where-said'}>{said}</p>
      {live && (
        <div className="actions">
          {'geolocation' in navigator && <button type="button" className="btn small" onClick={locate}><svg aria-hidden="true"><use href="/icons.svg#place" /></svg>{words.locate}</button>}
          <button type="button" className="btn small" aria-expanded={open} onClick={() => { setOpen(!open); if (!open) setSaid(words.map.hint) }}><svg aria-hidden="true"><use href="/icons.svg#map" /></svg>{open ? words.closeMap : words.openMap}</button>
          {point && <button type="button" className="btn small quiet" onClick={() => { const field = written(); if (field) field.value = ''; asked.current++; keep(null); setSaid('') }}>{words.clear}</button>}
        </div>
      )}
      {open && <WhereMap source={map} point={point} put={(next) => void put(next)} failed={() => { setOpen(false); setSaid(words.map.failed) }} words={words.map} />}
    </div>
  )
}
