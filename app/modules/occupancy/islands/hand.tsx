import { useEffect, useRef, useState } from 'react'

type Words = { inside: string; in: string; out: string; empty: string; waits: string; kept: string; ended: string }
type What = 'in' | 'out' | 'empty'
type Tap = { clientId: string; what: What; at: string }
const shelf = (to: string) => `nousu-counter ${to}`

/** Taps that wait for a network, on the phone itself: a kind and a moment, nothing of anybody. */
const read = (to: string): Tap[] => { try { return JSON.parse(localStorage.getItem(shelf(to)) ?? '[]') as Tap[] } catch { return [] } }
const write = (to: string, all: Tap[]) => { try { localStorage.setItem(shelf(to), JSON.stringify(all.slice(-2000))) } catch { /* no room: it is still sent from memory */ } }
const after = (inside: number, taps: Tap[]) => taps.reduce((count, { what }) => (what === 'empty' ? 0 : Math.max(0, count + (what === 'in' ? 1 : -1))), inside)

/**
 * Two large buttons for who counts at the door. A tap is seen at once, kept on the phone and sent; each has an id of its own, so
 * that what is sent twice is one. Without script the same buttons are the buttons of forms.
 */
export default function Hand({ to, inside, ids, words }: { to: string; inside: number; /** of taps without script */ ids: { in: string; out: string; empty: string }; words: Words }) {
  const [known, setKnown] = useState(inside)
  const [taps, setTaps] = useState<Tap[]>([])
  const [ended, setEnded] = useState(false)
  const busy = useRef(false)

  const send = async () => {
    if (busy.current) return
    busy.current = true
    try {
      for (let all = read(to); all.length > 0; all = read(to)) {
        const some = all.slice(0, 200)
        const answer = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(some), redirect: 'manual' })
        if ([401, 403, 404].includes(answer.status)) { setEnded(true); break }
        if (!answer.ok) break
        const its = await answer.json() as { inside: number }
        const gone = new Set(some.map((each) => each.clientId))
        const left = read(to).filter((each) => !gone.has(each.clientId))
        write(to, left)
        setKnown(its.inside)
        setTaps(left)
      }
    } catch { /* no network: they wait */ } finally { busy.current = false }
  }
  useEffect(() => {
    setTaps(read(to))
    const again = () => { void send() }
    again()
    const timer = setInterval(again, 20_000)
    addEventListener('online', again)
    return () => { clearInterval(timer); removeEventListener('online', again) }
  }, [to])

  const tap = (what: What) => {
    const all = [...read(to), { clientId: crypto.randomUUID(), what, at: new Date().toISOString() }]
    write(to, all)
    setTaps(all)
    void send()
  }
  const button = (what: What, word: string, className: string, sign: string) => (
    <form method="post" onSubmit={(event) => { event.preventDefault(); tap(what) }}>
      <input type="hidden" name="_do" value="tap" /><input type="hidden" name="what" value={what} /><input type="hidden" name="clientId" value={ids[what]} />
      <button type="submit" className={className}>{sign && <b aria-hidden="true">{sign}</b>}<span>{word}</span></button>
    </form>
  )
  return (
    <div className="stack">
      <p className="hand-count" role="status"><small>{words.inside}</small> <b>{after(known, taps)}</b></p>
      <div className="hand">{button('out', words.out, 'btn', '−')}{button('in', words.in, 'btn main', '+')}</div>
      {button('empty', words.empty, 'btn', '')}
      <p className="hint" role="status">{taps.length > 0 ? words.waits.replace('#', String(taps.length)) : words.kept}</p>
      {ended && <p role="alert">{words.ended}</p>}
    </div>
  )
}
