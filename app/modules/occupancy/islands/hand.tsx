import { useState } from 'react'
import { useShelf } from '../../../client/use-shelf.ts'

type Words = { inside: string; in: string; out: string; empty: string; waits: string; kept: string; ended: string }
type What = 'in' | 'out' | 'empty'
type Tap = { clientId: string; what: What; at: string }
const after = (inside: number, taps: Tap[]) => taps.reduce((count, { what }) => (what === 'empty' ? 0 : Math.max(0, count + (what === 'in' ? 1 : -1))), inside)

/**
 * Two large buttons for who counts at the door. A tap is seen at once, kept on the phone and sent; each has an id of its own, so
 * that what is sent twice is one. Without script the same buttons are the buttons of forms.
 */
export default function Hand({ to, inside, ids, words }: { to: string; inside: number; /** of taps without script */ ids: { in: string; out: string; empty: string }; words: Words }) {
  const [known, setKnown] = useState(inside)
  // A kind and a moment, nothing of anybody.
  const { all: taps, ended, put } = useShelf<Tap>(`nousu-counter ${to}`, {
    keyOf: (its) => its.clientId, batch: 200, most: 2000, every: 20,
    send: async (some) => {
      const answer = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(some), redirect: 'manual' })
      if ([401, 403, 404].includes(answer.status)) return 'ended'
      if (!answer.ok) return 'later'
      setKnown((await answer.json() as { inside: number }).inside)
      return 'taken'
    },
  })
  const tap = (what: What) => put((all) => [...all, { clientId: crypto.randomUUID(), what, at: new Date().toISOString() }])
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
