import type { PointerEvent } from 'react'
import { moved } from '../day-order.ts'

/**
 * The handle by which a row is dragged to its place, with a finger, a glove or a mouse. The rows stay where they are while it
 * is dragged; the line shows where it would go. Who has no pointer has the buttons beside.
 */
export function Drag({ id, ids, arrange }: { id: string; ids: string[]; arrange: (ids: string[], moved?: string) => void }) {
  const rowsOf = (handle: Element) => [...handle.closest('ol')!.querySelectorAll<HTMLElement>(':scope > li')]
  const placeAt = (rows: HTMLElement[], y: number) => { const at = rows.findIndex((row) => { const { top, height } = row.getBoundingClientRect(); return y < top + height / 2 }); return at < 0 ? rows.length : at }
  const unmark = (rows: HTMLElement[]) => { for (const row of rows) row.classList.remove('drop-before', 'drop-after', 'dragged') }
  function down(event: PointerEvent<HTMLButtonElement>) {
    if (event.button !== 0) return
    event.preventDefault()
    const handle = event.currentTarget
    const rows = rowsOf(handle)
    handle.setPointerCapture(event.pointerId)
    handle.closest('li')!.classList.add('dragged')
    const move = (its: globalThis.PointerEvent) => {
      const place = placeAt(rows, its.clientY)
      for (const [i, row] of rows.entries()) { row.classList.toggle('drop-before', i === place); row.classList.toggle('drop-after', place === rows.length && i === rows.length - 1) }
      if (its.clientY < 80) scrollBy(0, -12)
      else if (its.clientY > innerHeight - 140) scrollBy(0, 12)
    }
    const end = (its: globalThis.PointerEvent) => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', end)
      handle.removeEventListener('pointercancel', end)
      unmark(rows)
      if (its.type === 'pointercancel') return
      const place = placeAt(rows, its.clientY), from = ids.indexOf(id)
      const at = Math.min(ids.length - 1, place > from ? place - 1 : place)
      if (at !== from) arrange(moved(ids, id, { at }), id)
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', end)
    handle.addEventListener('pointercancel', end)
  }
  return <button type="button" className="handle" aria-hidden="true" tabIndex={-1} onPointerDown={down}><i /></button>
}
