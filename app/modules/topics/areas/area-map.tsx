import type { Drawn } from './drawing.ts'

/** Where an area lies: its borders among its neighbours', its places by name, a dot for each thing that is going on there. */
export function AreaMap({ its, label }: { its: Drawn; label: string }) {
  return (
    <svg className="areamap" viewBox={`0 0 ${its.width} ${its.height}`} role="img" aria-label={label}>
      {its.others.map((each) => <path key={each.key} className="other" fillRule="evenodd" d={each.path} />)}
      {its.own && <path className="own" fillRule="evenodd" d={its.own} />}
      {apart(its.others).map((each) => <text key={each.key} className="other" x={each.x} y={each.y} textAnchor="middle">{each.name}</text>)}
      {its.places.map((each) => <circle key={each.name} className="place" cx={each.x} cy={each.y} r={4} />)}
      {apart(its.places).map((each) => <text key={each.name} className="place" x={each.x} y={each.y - 10} textAnchor="middle">{each.name}</text>)}
      {its.points.map((each, i) => <circle key={i} className="point" cx={each.x} cy={each.y} r={7} />)}
    </svg>
  )
}

/** Names that would lie on an earlier one are not written. */
function apart<T extends { x: number; y: number; name: string }>(places: T[]): T[] {
  const written: T[] = []
  for (const each of places) if (written.every((other) => Math.abs(other.y - each.y) > 22 || Math.abs(other.x - each.x) > (other.name.length + each.name.length) * 5)) written.push(each)
  return written
}
