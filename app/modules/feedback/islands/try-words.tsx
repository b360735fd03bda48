import { useEffect, useRef, useState } from 'react'
import { rankCategories, type Ranked, type Sought } from '../categories/rank.ts'

type Words = { label: string; hint: string; send: string; sure: string; nothing: string; because: string }

/**
 * Which category do these words suggest? Answered by the server when the form is sent; here while it is written, and with the
 * keywords that are being written for the category `editing` in the form field called `keywords`.
 */
export default function TryWords({ categories, names, editing, said, words }: { categories: Sought[]; /** in the reader's language, by id */ names: Record<string, string>; editing: string; said: string; words: Words }) {
  const asked = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(said)
  const [own, setOwn] = useState<string[] | null>(null)
  useEffect(() => { const typed = asked.current?.value; if (typed) setText(typed) }, []) // what was written before the script came
  useEffect(() => {
    const field = editing ? document.querySelector<HTMLTextAreaElement>('textarea[name=keywords]') : null
    if (!field) return
    const read = () => setOwn(field.value.split(/[\r\n,]+/).map((each) => each.trim().toLowerCase()).filter(Boolean))
    field.addEventListener('input', read)
    return () => field.removeEventListener('input', read)
  }, [])
  const ranked: Ranked[] = text.trim() ? rankCategories(text, categories.map((each) => (own && each.id === editing ? { ...each, keywords: own } : each))).slice(0, 3) : []
  return (
    <form method="get" className="stack" onSubmit={(event) => event.preventDefault()}>
      <div className="field"><label htmlFor="try">{words.label}</label><p className="hint" id="try-hint">{words.hint}</p><textarea ref={asked} id="try" name="try" rows={2} maxLength={2000} value={text} aria-describedby="try-hint" onChange={(event) => setText(event.target.value)} /></div>
      <noscript><p className="actions"><button type="submit" className="btn">{words.send}</button></p></noscript>
      <ol className="rows" aria-live="polite">
        {ranked.map((each) => <li key={each.id}><div className="t"><b>{names[each.id]}{each.sure && ` · ${words.sure}`}</b><small>{words.because.replace('#', each.words.slice(0, 6).join(', '))}</small></div></li>)}
        {text.trim() && ranked.length === 0 && <li><div className="t"><small>{words.nothing}</small></div></li>}
      </ol>
    </form>
  )
}
