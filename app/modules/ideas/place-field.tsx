import { Island } from '#core/http/island.server.tsx'
import type { View } from '#core/http/page.ts'
import { TextField } from '#ui/form.tsx'
import PlacePicker from './islands/place-picker.tsx'
import { proposingWords } from './proposing/texts/index.ts'

type Its = {
  does: string; view: View; label: string; hint: string; /** names of known places to choose from */ places: string[]; words?: Record<string, string>; optional?: boolean
  /** what it is now */ place?: string; longitude?: number | null; latitude?: number | null
}

/**
 * Where something is: a place by name, and with script one's own position or a pin on the map. Sends `place`, `longitude`
 * and `latitude`, as `locate` (core/geo) takes them. One in a form.
 */
export function PlaceField({ does, view, label, hint, places, words, optional, place, longitude, latitude }: Its) {
  const t = proposingWords(view.language).map
  const failed = view.failed?.form === does ? view.failed : undefined
  const degrees = (name: 'longitude' | 'latitude', now: number | null | undefined) => <input type="hidden" name={name} defaultValue={failed?.values[name] ?? now ?? ''} />
  return (
    <>
      <TextField does={does} name="place" label={label} hint={hint} failed={view.failed} language={view.language} value={place} words={words ?? {}} {...(optional ? { optional } : {})} list={`${does}-places`} max={120} autoComplete="off" />
      <datalist id={`${does}-places`}>{places.map((name) => <option key={name} value={name} />)}</datalist>
      {degrees('longitude', longitude)}{degrees('latitude', latitude)}
      <Island of={PlacePicker} props={{ source: view.href('/map-data'), words: { ground: t.ground, zoomIn: t.zoomIn, zoomOut: t.zoomOut, choose: t.choose, locate: t.locate, locating: t.locating, located: t.located, denied: t.denied, clear: t.clear, label: t.label, pin: t.pin, hint: t.hint, failed: t.failed } }} />
    </>
  )
}
