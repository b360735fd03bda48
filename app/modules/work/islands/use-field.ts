import { useCallback, useRef, useState } from 'react'
import { fieldViews } from '../../../client/field-names.ts'
import { keepData } from '../../../client/kept-data.ts'
import { type Net, newClientId } from '../../../client/outbox.ts'
import { useOutbox } from '../../../client/use-outbox.ts'
import type { FieldData, FieldOrder } from '../field/data.ts'
import type { Told } from '../field/told.ts'
import { closing } from '../field/shown/waiting.tsx'
import type { WaitingAct } from '../field/with-acts.ts'
import { keepPictures, keptDay, workBox } from './kept-day.ts'
import { smallPhoto } from './small-photo.ts'

/** So long a closing stays on the phone before it goes, to be taken back: everyone who reported hears of it at once. */
const held = 6000
type Answer = { outcome: string; orderId: string; told: Told[] }

/** What the field view holds on the phone and does with it: the day, the queue, and the going between them and the server. */
export function useField(base: string, first: FieldData | null, also: string | null) {
  const [data, setData] = useState(first)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [news, setNews] = useState<{ orderId: string; told: Told[] }[]>([])
  const its = useRef({ also, data })
  its.current = { also, data }

  const show = useCallback((fresh: FieldData) => {
    setData(fresh)
    its.current.data = fresh
    setSavedAt(Date.now())
    void keepData(fieldViews.work, fresh, base).then(() => keepPictures(fresh, base))
  }, [base])

  const fetchDay = useCallback(async (): Promise<Net> => {
    try {
      const answer = await fetch(`${base}/work/field/data${its.current.also ? `?also=${its.current.also}` : ''}`, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(30_000), redirect: 'error' })
      if (answer.status === 401) return 'signIn'
      if (answer.ok) { show(await answer.json() as FieldData); return 'ok' }
      if (its.current.also && answer.status < 500) { its.current.also = null; return await fetchDay() } // gone or another unit's now: the day goes on without it
      return 'offline'
    } catch { return 'offline' }
  }, [base, show])

  const { add: keep, ...box } = useOutbox<WaitingAct, Answer>(workBox, {
    base, person: () => its.current.data?.person.id, refresh: fetchDay,
    begin: async () => {
      if (first) { show(first); return true }
      const kept = await keptDay()
      if (kept) { setData(kept.data); its.current.data = kept.data; setSavedAt(kept.savedAt) }
      return false
    },
    taken: (_act, { outcome, orderId, told }) => { if (outcome === 'taken' && told.length > 0) setNews((before) => [...before, { orderId, told }]) },
  })

  /** Keeps what was done on the phone, and sends it when it can. False when there was no room to keep it. */
  const add = useCallback(async (what: string, order: Pick<FieldOrder, 'id' | 'version' | 'seal'>, form: FormData): Promise<boolean> => {
    const day = its.current.data
    if (!day) return false
    const at = new Date().toISOString()
    const file = form.get('photo')
    const fields: Record<string, string> = {}
    for (const [name, value] of form) if (typeof value === 'string' && !['_do', 'version', 'asOf', 'seal'].includes(name)) fields[name] = value
    return keep(async () => {
      const photo = file instanceof File && file.size > 0 ? await smallPhoto(file) : null
      return { clientId: newClientId(), person: day.person.id, orderId: order.id, version: order.version, asOf: day.asOf, seal: order.seal, base, what, fields, photo, at }
    }, closing.has(what) ? held : 0)
  }, [keep])

  return { ...box, data, savedAt, news, add, clearNews: () => setNews([]) }
}
