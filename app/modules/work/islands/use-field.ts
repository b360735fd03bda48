import { useCallback, useEffect, useRef, useState } from 'react'
import type { FieldData, FieldOrder } from '../field/data.ts'
import type { Told } from '../field/told.ts'
import { closing } from '../field/shown/waiting.tsx'
import type { WaitingAct } from '../field/with-acts.ts'
import { addAct, dropAct, keepDay, keepPictures, keptActs, keptDay, putAct } from './kept-day.ts'
import { sendActs, type Sent } from './send-acts.ts'
import { smallPhoto } from './small-photo.ts'

const waits = [3000, 10_000, 30_000, 60_000, 180_000, 300_000]
/** So long a closing stays on the phone before it goes, to be taken back: everyone who reported hears of it at once. */
const held = 6000
const uuid = () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, '0')).join('')

/** What the field view holds on the phone and does with it: the day, the queue, and the going between them and the server. */
export function useField(base: string, first: FieldData | null, also: string | null) {
  const [data, setData] = useState(first)
  const [ready, setReady] = useState(false)
  const [acts, setActs] = useState<WaitingAct[]>([])
  const [net, setNet] = useState<Sent['net']>('ok')
  const [sending, setSending] = useState(false)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [news, setNews] = useState<{ orderId: string; told: Told[] }[]>([])
  const [notKept, setNotKept] = useState(false)
  const its = useRef({ also, data, busy: false, again: false, attempt: 0, timer: 0, heldUntil: 0 })
  its.current.also = also
  its.current.data = data

  const show = useCallback((fresh: FieldData) => {
    setData(fresh)
    setSavedAt(Date.now())
    void keepDay(fresh, base).then(() => keepPictures(fresh, base))
  }, [base])

  const fetchDay = useCallback(async (): Promise<Sent['net']> => {
    try {
      const answer = await fetch(`${base}/work/field/data${its.current.also ? `?also=${its.current.also}` : ''}`, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(30_000), redirect: 'error' })
      if (answer.status === 401) return 'signIn'
      if (answer.ok) { show(await answer.json() as FieldData); return 'ok' }
      if (its.current.also && answer.status < 500) { its.current.also = null; return await fetchDay() } // gone or another unit's now: the day goes on without it
      return 'offline'
    } catch { return 'offline' }
  }, [base, show])

  /** Sends what waits, then reads the day anew, so that what was sent is seen to be there before it leaves the queue's sight. */
  const sync = useCallback(async () => {
    const now = its.current
    if (now.busy) { now.again = true; return }
    clearTimeout(now.timer)
    const left = now.heldUntil - performance.now()
    if (left > 0) { now.timer = window.setTimeout(() => void sync(), left); return }
    now.busy = true
    const person = now.data?.person.id
    const waiting = (await keptActs()).filter((each) => each.person === person && !each.problem).length
    setSending(waiting > 0 && navigator.onLine)
    const sent: Sent = person ? await sendActs(base, person) : { net: 'ok', news: [], taken: 0 }
    if (sent.news.length > 0) setNews((before) => [...before, ...sent.news])
    const net = sent.net === 'ok' ? await fetchDay() : sent.net
    setActs(await keptActs())
    setSending(false)
    setNet(net)
    now.busy = false
    if (now.again) { now.again = false; void sync(); return }
    if (net === 'offline') now.timer = window.setTimeout(() => void sync(), waits[Math.min(now.attempt++, waits.length - 1)]! * (0.7 + Math.random() * 0.6))
    else now.attempt = 0
  }, [base, fetchDay])

  useEffect(() => {
    let gone = false
    void (async () => {
      const kept = first ? null : await keptDay()
      if (gone) return
      if (kept) { setData(kept.data); its.current.data = kept.data; setSavedAt(kept.savedAt) }
      if (first) show(first)
      setActs(await keptActs())
      setReady(true)
      void navigator.storage?.persist?.().catch(() => {})
      // The server has said the day just now; what waits goes, and without anything waiting nothing is asked again.
      if (!first || (await keptActs()).length > 0) void sync()
      tellWorker(base)
    })()
    const wake = () => {
      if (document.hidden) its.current.heldUntil = 0 // into the pocket with it: then it was meant
      its.current.attempt = 0
      void sync()
    }
    const back = (event: PageTransitionEvent) => { if (event.persisted) wake() }
    const lost = () => setNet('offline')
    // Work that was planned meanwhile comes to a phone that lies open.
    const often = setInterval(() => { if (!document.hidden) wake() }, 120_000)
    addEventListener('online', wake)
    addEventListener('offline', lost)
    addEventListener('pageshow', back)
    document.addEventListener('visibilitychange', wake)
    if (!navigator.onLine) lost()
    return () => { gone = true; clearTimeout(its.current.timer); clearInterval(often); removeEventListener('online', wake); removeEventListener('offline', lost); removeEventListener('pageshow', back); document.removeEventListener('visibilitychange', wake) }
  }, [])

  /** Keeps what was done on the phone, and sends it when it can. False when there was no room to keep it. */
  const add = useCallback(async (what: string, order: Pick<FieldOrder, 'id' | 'version' | 'seal'>, form: FormData): Promise<boolean> => {
    const day = its.current.data
    if (!day) return false
    const at = new Date().toISOString()
    const file = form.get('photo')
    const fields: Record<string, string> = {}
    for (const [name, value] of form) if (typeof value === 'string' && !['_do', 'version', 'asOf', 'seal'].includes(name)) fields[name] = value
    try {
      const photo = file instanceof File && file.size > 0 ? await smallPhoto(file) : null
      await addAct({ clientId: uuid(), person: day.person.id, orderId: order.id, version: order.version, asOf: day.asOf, seal: order.seal, base, what, fields, photo, at })
    } catch { setNotKept(true); return false }
    setNotKept(false)
    if (closing.has(what)) its.current.heldUntil = performance.now() + held
    setActs(await keptActs())
    void sync()
    void askForSync()
    return true
  }, [sync])

  const again = useCallback(async ({ problem: _problem, ...act }: WaitingAct) => { await putAct(act); void sync() }, [sync])
  const drop = useCallback(async (act: WaitingAct) => { await dropAct(act); setActs(await keptActs()) }, [])
  return { data, ready, acts, net, sending, savedAt, news, notKept, add, again, drop, sync, clearNews: () => setNews([]) }
}

/** Where there is one, the browser sends the queue when the network returns, even when the view is closed. */
async function askForSync() {
  try { await (await navigator.serviceWorker.ready as ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }).sync?.register('nousu-field') } catch { /* then it goes when the view is opened */ }
}

/** Tells the service worker which files the view is made of, so that it opens without a network. */
function tellWorker(base: string) {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker.ready.then((registration) => {
    const files = performance.getEntriesByType('resource').map((each) => new URL(each.name)).filter((url) => url.origin === location.origin && /^\/(assets|theme)\/|^\/icon/.test(url.pathname)).map((url) => url.pathname)
    registration.active?.postMessage({ field: { base, files: [...new Set(files)] } })
  })
}

