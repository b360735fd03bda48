import { useEffect, useRef, useState } from 'react'

type Words = { none: string; few: string; many: string; asking: string; failed: string; publish: string }

/**
 * How many people the matter being written would reach, as its form says now, and the button that sends it out at once:
 * offered only when the number has been seen. Without script the number is on the next page.
 */
export default function Reach({ source, words }: { source: string; words: Words }) {
  const root = useRef<HTMLDivElement>(null)
  const [reach, setReach] = useState<number | null | 'asking' | 'failed' | 'none'>('none')
  useEffect(() => {
    const form = root.current?.closest('form')
    if (!form) return
    let asked = 0
    let waiting: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const mine = ++asked
      setReach('asking')
      const data = new FormData(form)
      const query = new URLSearchParams(['topicId', 'area', 'professionals', 'unitId', 'ideaId'].flatMap((name) => { const value = data.get(name); return typeof value === 'string' && value ? [[name, value]] : [] }))
      try {
        const answer = await fetch(`${source}?${query}`, { headers: { accept: 'application/json' } })
        if (!answer.ok) throw new Error(String(answer.status))
        const { reach: count } = await answer.json() as { reach: number | null }
        if (mine === asked) setReach(count)
      } catch { if (mine === asked) setReach('failed') }
    }
    const changed = (event: Event) => {
      if (!['topicId', 'area', 'professionals', 'unitId'].includes((event.target as HTMLInputElement).name)) return
      clearTimeout(waiting)
      waiting = setTimeout(ask, 150)
    }
    form.addEventListener('change', changed)
    void ask()
    return () => { clearTimeout(waiting); form.removeEventListener('change', changed) }
  }, [source])
  const said = reach === 'none' ? words.none : reach === 'asking' ? words.asking : reach === 'failed' ? words.failed : reach === null ? words.few : words.many.replace('#', String(reach))
  return (
    <div ref={root} className="stack tight">
      <p className="reach" role="status">{said}</p>
      {(reach === null || typeof reach === 'number') && <p className="actions"><button type="submit" className="btn" name="next" value="publish">{words.publish}</button></p>}
    </div>
  )
}
