import { useCallback, useEffect, useRef, useState } from 'react'

type Its<T> = {
  /** by what one thing is told from another, and from itself when it has changed since */ keyOf: (its: T) => string
  /** so many in a request, and so many kept: then the oldest go */ batch: number; most: number
  /** seconds between tries */ every: number
  /** sends some of them. `ended`: nobody takes them here any more; `later`: they wait. Throws without a network. */ send: (some: T[]) => Promise<'taken' | 'ended' | 'later'>
}

/**
 * Small things that wait on a device for a network and are nobody's: a tap, a face. Kept as plain text in their order, sent many
 * at once; each has an id of its own, so that what is sent twice is one. What is a person's waits in an outbox (outbox.ts).
 */
export function useShelf<T>(name: string, its: Its<T>) {
  const [all, setAll] = useState<T[]>([])
  const [ended, setEnded] = useState(false)
  const now = useRef({ its, busy: false, /** where nothing can be kept: as long as the page is open */ here: null as T[] | null }).current
  now.its = its

  const read = (): T[] => { if (now.here) return now.here; try { return JSON.parse(localStorage.getItem(name) ?? '[]') as T[] } catch { return [] } }
  const write = (left: T[]) => {
    const kept = left.slice(-now.its.most)
    try { localStorage.setItem(name, JSON.stringify(kept)); now.here = null } catch { now.here = kept }
  }
  const send = useCallback(async () => {
    if (now.busy) return
    now.busy = true
    try {
      for (let left = read(); left.length > 0; left = read()) {
        const some = left.slice(0, now.its.batch), how = await now.its.send(some)
        if (how === 'ended') setEnded(true)
        if (how !== 'taken') break
        const gone = new Set(some.map(now.its.keyOf))
        write(read().filter((each) => !gone.has(now.its.keyOf(each))))
        setAll(read())
      }
    } catch { /* no network: they wait */ } finally { now.busy = false; setAll(read()) }
  }, [name])
  useEffect(() => {
    const again = () => { void send() }
    setAll(read())
    again()
    const timer = setInterval(again, now.its.every * 1000)
    addEventListener('online', again)
    return () => { clearInterval(timer); removeEventListener('online', again) }
  }, [send])

  /** Changes what is kept, and sends it. */
  const put = useCallback((change: (before: T[]) => T[]) => { write(change(read())); setAll(read()); void send() }, [send])
  return { all, ended, put }
}
