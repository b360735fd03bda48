import { useEffect, useRef, useState } from 'react'

type Words = { hear: string; fromHere: string; toHere: string }

/** Beside the player of the caption page: hears from a line's beginning, and takes the player's time into the line that was last touched. */
export default function CaptionTools({ words }: { words: Words }) {
  const root = useRef<HTMLDivElement>(null)
  const line = useRef<HTMLElement | null>(null)
  const [live, setLive] = useState(false)
  useEffect(() => {
    setLive(true)
    const touched = (event: Event) => { const its = (event.target as Element).closest<HTMLElement>('[data-line]'); if (its) line.current = its }
    document.addEventListener('focusin', touched)
    return () => document.removeEventListener('focusin', touched)
  }, [])
  const video = () => root.current?.closest('.captioning')?.querySelector('video') ?? null
  const chosen = () => (line.current?.isConnected ? line.current : root.current?.closest('.captioning')?.querySelector<HTMLElement>('[data-line]') ?? null)
  const written = (seconds: number) => { const tenths = Math.round(seconds * 10); return `${Math.floor(tenths / 600)}:${String(Math.floor(tenths / 10) % 60).padStart(2, '0')}.${tenths % 10}` }
  const hear = () => {
    const [, minutes, seconds] = /^(?:(\d+):)?(\d+(?:[.,]\d+)?)$/.exec(chosen()?.querySelector<HTMLInputElement>('[data-start]')?.value.trim() ?? '') ?? []
    const its = video()
    if (!its) return
    its.currentTime = Number(minutes ?? 0) * 60 + Number((seconds ?? '0').replace(',', '.'))
    void its.play()
  }
  const take = (which: 'start' | 'end') => { const field = chosen()?.querySelector<HTMLInputElement>(`[data-${which}]`), its = video(); if (field && its) { field.value = written(its.currentTime); field.focus() } }
  return (
    <div ref={root} className="actions tools-row">
      {live && <><button type="button" className="btn small" onClick={hear}>{words.hear}</button><button type="button" className="btn small" onClick={() => take('start')}>{words.fromHere}</button><button type="button" className="btn small" onClick={() => take('end')}>{words.toHere}</button></>}
    </div>
  )
}
