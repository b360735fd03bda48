import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'

type Box = { x: number; y: number; width: number; height: number }
type Words = { draw: string; keys: string; addBox: string; box: string; remove: string; undo: string; grid: string; row: string; column: string; squares: string; at: string; from: string; wide: string; high: string }
type Props = { source: string; description: string; width: number; height: number; columns: number; rows: number; words: Words }

/** Smaller than this was a tap, not a box; in thousandths of the picture, as all numbers here. */
const smallest = 12
const step = 20
const within = (n: number, least: number, most: number) => Math.round(Math.min(most, Math.max(least, n)))

/**
 * Black boxes over a picture: drawn with a finger or a mouse, or added, moved and sized with keys. Before script it is a
 * grid of squares to choose, which stays within reach. Sends `boxes` as JSON, or `square`s.
 */
export default function CoverBoxes({ source, description, width, height, columns, rows, words }: Props) {
  const [live, setLive] = useState(false)
  const [boxes, setBoxes] = useState<Box[]>([])
  const [drawn, setDrawn] = useState<Box | null>(null)
  const [said, setSaid] = useState('')
  const start = useRef<{ x: number; y: number } | null>(null)
  const newest = useRef<SVGRectElement | null>(null)
  const focusNext = useRef(false)
  useEffect(() => { setLive(true) }, [])
  useEffect(() => { if (focusNext.current) { focusNext.current = false; newest.current?.focus() } }, [boxes.length])

  const place = (event: PointerEvent<SVGSVGElement>) => {
    const { left, top, width: wide, height: high } = event.currentTarget.getBoundingClientRect()
    return { x: within((event.clientX - left) * 1000 / wide, 0, 1000), y: within((event.clientY - top) * 1000 / high, 0, 1000) }
  }
  const boxTo = (to: { x: number; y: number }): Box => {
    const from = start.current!
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) }
  }
  const down = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = place(event)
  }
  const move = (event: PointerEvent<SVGSVGElement>) => { if (start.current) setDrawn(boxTo(place(event))) }
  const up = (event: PointerEvent<SVGSVGElement>) => {
    if (!start.current) return
    const box = boxTo(place(event))
    start.current = null
    setDrawn(null)
    if (box.width >= smallest && box.height >= smallest) setBoxes((all) => [...all, box])
  }
  const name = (box: Box, n: number) => `${words.box} ${n + 1}: ${words.at} ${Math.round(box.x / 10)} %, ${words.from} ${Math.round(box.y / 10)} %, ${words.wide} ${Math.round(box.width / 10)} %, ${words.high} ${Math.round(box.height / 10)} %`
  const change = (n: number, its: Partial<Box>) => setBoxes((all) => all.map((box, i) => (i === n ? { ...box, ...its } : box)))
  const drop = (n: number) => { setBoxes((all) => all.filter((_, i) => i !== n)); setSaid(`${words.remove} ${n + 1}`) }
  const key = (event: KeyboardEvent, n: number) => {
    const box = boxes[n]!
    const way = ({ ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] } as Record<string, [number, number]>)[event.key]
    if (event.key === 'Delete' || event.key === 'Backspace') { event.preventDefault(); drop(n); return }
    if (!way) return
    event.preventDefault()
    const next = event.shiftKey
      ? { width: within(box.width + way[0], step, 1000 - box.x), height: within(box.height + way[1], step, 1000 - box.y) }
      : { x: within(box.x + way[0], 0, 1000 - box.width), y: within(box.y + way[1], 0, 1000 - box.height) }
    change(n, next)
    setSaid(name({ ...box, ...next }, n))
  }
  const add = () => { focusNext.current = true; setBoxes((all) => [...all, { x: 400, y: 400, width: 200, height: 200 }]); setSaid(words.keys) }

  const picture = <img src={source} alt={description} width={width} height={height} loading="lazy" draggable={false} />
  const squares = (
    <fieldset className="squares"><legend className="visually-hidden">{words.squares}</legend>
      {Array.from({ length: columns * rows }, (_, n) => <label key={n}><input type="checkbox" name="square" value={n} /><span className="visually-hidden">{`${words.row} ${Math.floor(n / columns) + 1}, ${words.column} ${n % columns + 1}`}</span></label>)}
    </fieldset>
  )
  if (!live) return <div className="cover">{picture}{squares}</div>
  return (
    <div className="stack tight">
      <p className="hint">{words.draw}</p>
      <div className="cover drawing">
        {picture}
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" role="group" aria-label={words.squares} onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={() => { start.current = null; setDrawn(null) }}>
          {boxes.map((box, n) => <rect key={n} ref={n === boxes.length - 1 ? newest : undefined} {...box} tabIndex={0} role="button" aria-label={name(box, n)} onKeyDown={(event) => key(event, n)} />)}
          {drawn && <rect {...drawn} className="now" />}
        </svg>
      </div>
      <input type="hidden" name="boxes" value={JSON.stringify(boxes)} />
      <div className="actions">
        <button type="button" className="btn small" onClick={add}>{words.addBox}</button>
        {boxes.length > 0 && <button type="button" className="btn small quiet" onClick={() => drop(boxes.length - 1)}>{words.undo}</button>}
      </div>
      <p role="status" className="hint">{said}</p>
      <details className="fold"><summary>{words.grid}</summary><div className="cover">{picture}{squares}</div></details>
    </div>
  )
}
