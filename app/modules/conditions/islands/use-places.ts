import { useCallback, useRef, useState } from 'react'
import { fieldViews } from '../../../client/field-names.ts'
import { keepData, keptData } from '../../../client/kept-data.ts'
import { type Net, newClientId, outbox } from '../../../client/outbox.ts'
import { useOutbox } from '../../../client/use-outbox.ts'
import type { FieldPlace, Newer, PlacesData } from '../field/data.ts'
import { lastAt } from '../field/when.ts'
import type { PlaceAct } from '../field/with-acts.ts'

/** So long a tap stays on the phone before it goes, to be taken back: people who wait for it hear at once. */
const held = 6000
const box = outbox<PlaceAct>(fieldViews.places)
type Answer = { outcome: 'taken' | 'older'; placeId: string; newer: Newer | null }
/** What came too late to stand. */
export type Late = { act: PlaceAct; newer: Newer | null }

/** What the field view of places holds on the phone and does with it. `panel`: it stands on the page of one place, and keeps nothing of the rest. */
export function usePlaces(base: string, first: PlacesData | null, { panel, open }: { panel: boolean; open: string | null }) {
  const [data, setData] = useState(first)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [late, setLate] = useState<Late[]>([])
  const its = useRef({ data, savedAt: 0 }).current
  its.data = data

  const show = useCallback((fresh: PlacesData, heardAt = Date.now()) => {
    its.data = fresh
    its.savedAt = heardAt
    setData(fresh)
    setSavedAt(heardAt)
  }, [])
  const heard = useCallback((fresh: PlacesData) => {
    show(fresh)
    if (!panel) void keepData(fieldViews.places, fresh, base)
  }, [base, panel])
  const refresh = useCallback(async (): Promise<Net> => {
    try {
      const answer = await fetch(`${base}/field/places/data${open ? `?${panel ? 'only' : 'also'}=${open}` : ''}`, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(30_000), redirect: 'error' })
      if (answer.status === 401) return 'signIn'
      if (!answer.ok) return 'offline'
      heard(await answer.json() as PlacesData)
      return 'ok'
    } catch { return 'offline' }
  }, [base, open, panel, heard])

  /** The house's clock, as far as the phone can tell: what the house said, and how long ago it said it. */
  const houseNow = useCallback((at = Date.now()) => new Date((its.data ? Date.parse(its.data.asOf) : at) + (its.savedAt ? at - its.savedAt : 0)), [])
  const { add: keep, ...queue } = useOutbox<PlaceAct, Answer>(box, {
    base, person: () => its.data?.person.id, refresh,
    begin: async () => {
      if (first) { heard(first); return true }
      const kept = await keptData<PlacesData>(fieldViews.places)
      if (kept) show(kept.data, kept.savedAt)
      return false
    },
    taken: (act, { outcome, newer }) => { if (outcome === 'older') setLate((before) => [...before, { act, newer }]) },
  })

  /** Keeps one tap on the phone, at the moment it is of. False when there was no room to keep it. */
  const add = useCallback((place: FieldPlace, form: FormData): Promise<boolean> => {
    const person = its.data?.person.id, clock = String(form.get('clock') ?? '')
    const fields: Record<string, string> = {}
    for (const [name, value] of form) if (typeof value === 'string' && value && !['_do', 'clock', 'asOf', 'back', 'placeId'].includes(name)) fields[name] = value
    const ago = clock ? houseNow().getTime() - lastAt(clock, houseNow()).getTime() : 0
    const act: PlaceAct = { clientId: newClientId(), person: person ?? '', base, placeId: place.id, name: place.name, kind: place.kind, fields, at: new Date(Date.now() - ago).toISOString() }
    return person ? keep(() => act, held) : Promise.resolve(false)
  }, [base, keep])
  return { ...queue, data, savedAt, late, houseNow, add, seenLate: () => setLate([]) }
}
