import { useEffect, useRef, useState } from 'react'
import { Icon, type IconName } from '#ui/icons.tsx'
import { useShelf } from '../../../client/use-shelf.ts'

type Words = { prompt: string; thanks: string; next: string; skip: string; waits: string; ended: string; more: string; moreHint: string; send: string }
type Kept = { id: string; value: number; words: string; at: string }
/** Seconds that the thanks, and the room for a free word, stay for one who has walked away. */
const stays = { thanks: 4, words: 30 }

/**
 * Five faces for a lobby. An answer is first kept on the tablet and then sent, so that nothing is lost when the network is;
 * each has an id, so that what is sent twice is one. Without script the same faces are the buttons of a form.
 */
export default function Kiosk({ to, id, faces, words }: { to: string; /** of an answer without script */ id: string; faces: string[]; words: Words }) {
  const [given, setGiven] = useState<Kept | null>(null)
  const [thanked, setThanked] = useState(false)
  const text = useRef<HTMLTextAreaElement>(null)
  // Faces and words, nothing of anybody.
  const { all: waiting, ended, put } = useShelf<Kept>(`nousu-kiosk ${to}`, {
    keyOf: (its) => `${its.id} ${its.words}`, batch: 100, most: 5000, every: 30,
    send: async (answers) => {
      const answer = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ answers }) })
      return answer.status === 404 ? 'ended' : answer.ok ? 'taken' : 'later'
    },
  })
  useEffect(() => {
    // The page and what it is made of stay on the tablet, so that it opens without a network too.
    void navigator.serviceWorker?.ready.then((its) => its.active?.postMessage({ kiosk: { path: location.pathname, files: [...performance.getEntriesByType('resource')].map((each) => new URL(each.name)).filter((url) => url.origin === location.origin).map((url) => url.pathname) } }))
  }, [to])
  useEffect(() => {
    if (!given && !thanked) return
    const timer = setTimeout(() => { setGiven(null); setThanked(false) }, (given ? stays.words : stays.thanks) * 1000)
    return () => clearTimeout(timer)
  }, [given, thanked])

  const keep = (its: Kept) => put((all) => [...all.filter((each) => each.id !== its.id), its])
  const tap = (value: number) => { const its = { id: crypto.randomUUID(), value, words: '', at: new Date().toISOString() }; keep(its); setGiven(its) }
  const done = (said: string) => { if (said.trim()) keep({ ...given!, words: said.trim().slice(0, 1000) }); setGiven(null); setThanked(true) }

  if (ended) return <p role="alert">{words.ended}</p>
  return (
    <div className="stack">
      {!given && !thanked && (
        <form method="post" onSubmit={(event) => { event.preventDefault(); const { value } = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement; tap(Number(value)) }} aria-label={words.prompt}>
          <input type="hidden" name="_do" value="face" /><input type="hidden" name="id" value={id} />
          <div className="faces">{faces.map((name, at) => <button key={name} type="submit" className={`face f${at + 1}`} name="value" value={at + 1}><Icon name={`face${at + 1}` as IconName} /><span>{name}</span></button>)}</div>
        </form>
      )}
      <div aria-live="polite">{(given || thanked) && <p className="thanks"><Icon name="done" /> {words.thanks}</p>}</div>
      {given && (
        <div className="field"><label htmlFor="kiosk-words">{words.more}</label><p className="hint" id="kiosk-hint">{words.moreHint}</p>
          <textarea id="kiosk-words" ref={text} rows={3} maxLength={1000} aria-describedby="kiosk-hint" />
          <p className="actions"><button type="button" className="btn main" onClick={() => done(text.current?.value ?? '')}>{words.send}</button><button type="button" className="btn quiet" onClick={() => done('')}>{words.skip}</button></p></div>
      )}
      {waiting.length > 0 && <p className="hint" role="status">{words.waits.replace('#', String(waiting.length))}</p>}
    </div>
  )
}
