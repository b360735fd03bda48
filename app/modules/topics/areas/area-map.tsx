import type { Drawn } from './drawing.ts'

type Name = { text: string; x: number; y: number; kind: 'place' | 'other' }

/** Where an area lies: its borders among its neighbours', its places by name, a dot for each thing that is going on there. */
export function AreaMap({ its, label }: { its: Drawn; label: string }) {
  const names = apart([
    ...its.places.map(({ name, x, y }): Name => ({ text: name, x, y: y - 14, kind: 'place' })),
    ...its.others.filter((each) => each.room > each.name.length * 8).map(({ name, x, y }): Name => ({ text: name, x, y, kind: 'other' })),
  ], its.width)
  return (
    <svg className="areamap" viewBox={`0 0 ${its.width} ${its.height}`} role="img" aria-label={label}>
      {its.others.map((each) => <path key={each.key} className="other" fillRule="evenodd" d={each.path} />)}
      {its.own && <path className="own" fillRule="evenodd" d={its.own} />}
      {its.places.map((each) => <circle key={each.name} className="place" cx={each.x} cy={each.y} r={4} />)}
      {its.points.map((each, i) => <circle key={i} className="point" cx={each.x} cy={each.y} r={8} />)}
      {names.map((each) => <text key={each.text} className={each.kind} x={each.x} y={each.y} textAnchor="middle">{each.text}</text>)}
    </svg>
  )
}

/** Names that would lie on an earlier one or reach over the edge are not written; measured as a phone shows them. */
function apart(names: Name[], width: number): Name[] {
  const half = (name: Name) => name.text.length * 6.8
  const written: Name[] = []
  for (const each of names) {
    if (each.y < 24 || each.x - half(each) < 0 || each.x + half(each) > width) continue
    if (written.every((other) => Math.abs(other.y - each.y) > 30 || Math.abs(other.x - each.x) > half(other) + half(each))) written.push(each)
  }
  return written
}
