import { useCallback, useEffect, useRef, useState } from 'react'
import type { FieldView } from './field-names.ts'
import { type Net, type Outbox, sendWaiting, type Waiting } from './outbox.ts'

const waits = [3000, 10_000, 30_000, 60_000, 180_000, 300_000]

type Its<A, T> = {
  base: string
  /** whose phone it is now; what others did waits for them */ person(): string | undefined
  /** before anything goes: shows what was kept. True when the server has said it just now. */ begin(): Promise<boolean>
  /** asks the server for the view's data anew, so that what was sent is seen there before it leaves the queue's sight */ refresh(): Promise<Net>
  /** the server took one, and answered */ taken(act: A, answer: T): void
}

/**
 * What a field view does with its queue: keeps what was done, sends it when it can (at once, when the network returns, when the
 * view is seen, with growing waits, and by the browser itself where it does), and says how that goes.
 */
export function useOutbox<A extends Waiting, T>(box: Outbox<A>, its: Its<A, T>) {
  const [ready, setReady] = useState(false)
  const [acts, setActs] = useState<A[]>([])
  const [net, setNet] = useState<Net>('ok')
  const [sending, setSending] = useState(false)
  const [notKept, setNotKept] = useState(false)
  const now = useRef({ its, busy: false, again: false, attempt: 0, timer: 0, heldUntil: 0 }).current
  now.its = its

  /** Sends what waits, then reads the view's data anew. */
  const sync = useCallback(async () => {
    if (now.busy) { now.again = true; return }
    clearTimeout(now.timer)
    const left = now.heldUntil - performance.now()
    if (left > 0) { now.timer = window.setTimeout(() => void sync(), left); return }
    now.busy = true
    const { base, person: whose, refresh, taken } = now.its
    const person = whose()
    const waiting = (await box.all()).filter((each) => each.person === person && !each.problem).length
    setSending(waiting > 0 && navigator.onLine)
    const sent = person ? await sendWaiting<A, T>(box, base, person, taken) : 'ok'
    const how = sent === 'ok' ? await refresh() : sent
    setActs(await box.all())
    setSending(false)
    setNet(how)
    now.busy = false
    if (now.again) { now.again = false; void sync(); return }
    if (how === 'offline') now.timer = window.setTimeout(() => void sync(), waits[Math.min(now.attempt++, waits.length - 1)]! * (0.7 + Math.random() * 0.6))
    else now.attempt = 0
  }, [])

  useEffect(() => {
    let gone = false
    void (async () => {
      const fresh = await now.its.begin()
      if (gone) return
      const kept = await box.all()
      setActs(kept)
      setReady(true)
      void navigator.storage?.persist?.().catch(() => {})
      // What waits goes; when the server has just been heard and nothing waits, nothing is asked again.
      if (!fresh || kept.length > 0) void sync()
      tellWorker(now.its.base, box.view)
    })()
    const wake = () => {
      if (document.hidden) now.heldUntil = 0 // into the pocket with it: then it was meant
      now.attempt = 0
      void sync()
    }
    const back = (event: PageTransitionEvent) => { if (event.persisted) wake() }
    const lost = () => setNet('offline')
    // What others did meanwhile comes to a phone that lies open.
    const often = setInterval(() => { if (!document.hidden) wake() }, 120_000)
    addEventListener('online', wake)
    addEventListener('offline', lost)
    addEventListener('pageshow', back)
    document.addEventListener('visibilitychange', wake)
    if (!navigator.onLine) lost()
    return () => { gone = true; clearTimeout(now.timer); clearInterval(often); removeEventListener('online', wake); removeEventListener('offline', lost); removeEventListener('pageshow', back); document.removeEventListener('visibilitychange', wake) }
  }, [])

  /** Keeps what was done on the phone, and sends it when it can; `hold`: so many milliseconds it may be taken back before it goes. False when there was no room to keep it. */
  const add = useCallback(async (make: () => A | Promise<A>, hold = 0): Promise<boolean> => {
    try { await box.add(await make()) } catch { setNotKept(true); return false }
    setNotKept(false)
    if (hold > 0) now.heldUntil = performance.now() + hold
    setActs(await box.all())
    void sync()
    void askForSync(box.view)
    return true
  }, [])
  const again = useCallback(async ({ problem: _problem, ...act }: A) => { await box.put(act as A); setActs(await box.all()); void sync() }, [])
  const drop = useCallback(async (act: A) => { await box.drop(act); setActs(await box.all()) }, [])
  return { ready, acts, net, sending, notKept, add, again, drop, sync }
}

/** Where there is one, the browser sends the queue when the network returns, even when the view is closed. */
async function askForSync({ sync }: FieldView) {
  try { await (await navigator.serviceWorker.ready as ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }).sync?.register(sync) } catch { /* then it goes when the view is opened */ }
}

/** Tells the service worker which files the view is made of, so that it opens without a network. */
function tellWorker(base: string, { path }: FieldView) {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker.ready.then((registration) => {
    const files = performance.getEntriesByType('resource').map((each) => new URL(each.name)).filter((url) => url.origin === location.origin && /^\/(assets|theme)\/|^\/icon/.test(url.pathname)).map((url) => url.pathname)
    registration.active?.postMessage({ field: { base, path, files: [...new Set(files)] } })
  })
}
