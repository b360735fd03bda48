import { useEffect, useState } from 'react'

const most = 1000

/**
 * Comfort for a document that is read: select a passage, and a button takes it to the comment's form of its section. Without
 * script a sentence is picked from a list in the same form. A wording is begun from the text that it would replace.
 */
export default function HearingSelect({ words }: { words: { comment: string } }) {
  const [passage, setPassage] = useState<{ id: string; text: string } | null>(null)
  useEffect(() => {
    const look = () => {
      const selection = getSelection()
      const text = selection?.toString().replace(/\s+/g, ' ').trim() ?? ''
      const element = (node: Node | null | undefined) => (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-section]')
      const from = element(selection?.anchorNode), to = element(selection?.focusNode)
      setPassage(from && from === to && text.length > 2 && text.length <= most ? { id: from.dataset.section!, text } : null)
    }
    const begin = (event: Event) => {
      const field = event.target instanceof HTMLDetailsElement && event.target.open ? event.target.querySelector<HTMLTextAreaElement>('textarea[name=proposed]') : null
      if (!field || field.value || field.closest('details') !== event.target) return
      const form = field.closest('form')
      const id = form?.dataset.part
      const whole = [...document.querySelectorAll<HTMLElement>(`[data-section="${id}"] p`)].map((each) => each.textContent).join('\n\n')
      field.value = form?.querySelector<HTMLSelectElement>('select[name=quote]')?.value || (whole.length <= 3000 ? whole : '')
    }
    look() // what was selected before the script came
    document.addEventListener('selectionchange', look)
    document.addEventListener('toggle', begin, true)
    return () => { document.removeEventListener('selectionchange', look); document.removeEventListener('toggle', begin, true) }
  }, [])
  if (!passage) return null
  const comment = () => {
    const write = document.getElementById(`write-${passage.id}`)
    const choice = write?.querySelector<HTMLSelectElement>('select[name=quote]')
    if (!(write instanceof HTMLDetailsElement) || !choice) { document.getElementById(`part-${passage.id}`)?.scrollIntoView(); return }
    write.open = true
    if (![...choice.options].some((each) => each.value === passage.text)) choice.add(new Option(passage.text.length > 90 ? `${passage.text.slice(0, 88)} …` : passage.text, passage.text))
    choice.value = passage.text
    choice.dispatchEvent(new Event('input', { bubbles: true }))
    getSelection()?.removeAllRanges()
    write.scrollIntoView({ block: 'start' })
    write.querySelector<HTMLTextAreaElement>('textarea[name=text]')?.focus({ preventScroll: true })
  }
  // The press must not take the selection away before it is read.
  return <button type="button" className="btn main" onPointerDown={(event) => event.preventDefault()} onClick={comment}>{words.comment}</button>
}
