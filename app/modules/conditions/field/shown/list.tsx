import { fill } from '#core/text/fill.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { Icon } from '#ui/icons.tsx'
import type { FieldPlace } from '../data.ts'
import { PlaceRow } from './row.tsx'
import type { PlacesSight } from './sight.ts'

const atOnce = 12

/** The one that was asked for first; then one's own; then the nearest, or by name where the phone has not said where it is. */
export function inOrder(places: FieldPlace[], { open, here, own }: Pick<PlacesSight, 'open' | 'here' | 'own'>): FieldPlace[] {
  const far = (its: FieldPlace) => (here && its.longitude !== null && its.latitude !== null ? metresBetween(here, { longitude: its.longitude, latitude: its.latitude }) : Infinity)
  const mine = (its: FieldPlace) => { const at = own?.ids.indexOf(its.id) ?? -1; return at === -1 ? Infinity : here ? 0 : at }
  const less = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1)
  return places.toSorted((a, b) => Number(b.id === open) - Number(a.id === open) || less(mine(a), mine(b)) || less(far(a), far(b)) || a.name.localeCompare(b.name, 'fi'))
}

/** The places in one's care, each with its buttons; a few at once, with what finds the rest. */
export function PlaceList({ sight, shown, find, narrow }: { sight: PlacesSight; /** how many have been asked for */ shown: number; /** only with script */ find?: { text: string; set: (text: string) => void } | undefined; narrow: (its: { kind?: string | null; shown?: number }) => { href: string; onClick?: (event: React.MouseEvent) => void } }) {
  const { words: t, data, kind } = sight
  const kinds = [...new Map(data.places.map((each) => [each.kind, each.kindName]))]
  const wanted = find?.text.trim().toLocaleLowerCase('fi') ?? ''
  const all = inOrder(data.places.filter((each) => (!kind || each.kind === kind) && (!wanted || `${each.name} ${each.where}`.toLocaleLowerCase('fi').includes(wanted))), sight)
  const first = all.slice(0, Math.max(atOnce, shown))
  return (
    <div className="outdoors stack">
      <header className="stack tight"><h1 tabIndex={-1}>{t.title}</h1><p className="meta"><span>{data.places.length === 1 ? t.leadOne : fill(t.lead, { n: data.places.length })}</span>{sight.here && <span>{t.nearest}</span>}</p></header>
      {data.others && <div className="said quiet"><Icon name="person" /><div><p>{fill(t.others, { name: data.others.name })}</p><p><a href={`${sight.base}/places/${data.others.id}`}>{t.toPlace}</a></p></div></div>}
      {sight.locate && !sight.here && data.places.length > 1 && <p className="actions"><button type="button" className="btn" onClick={sight.locate}><Icon name="nearMe" />{t.near}</button></p>}
      {find && data.places.length > atOnce && <div className="field"><label htmlFor="find-place">{t.find}</label><input id="find-place" type="search" autoComplete="off" value={find.text} onChange={(event) => find.set(event.currentTarget.value)} /></div>}
      {kinds.length > 1 && <nav className="filters slide" aria-label={t.kinds}>
        <a className="chip" {...narrow({ kind: null })} aria-current={kind === null ? 'page' : undefined}>{t.all}</a>
        {kinds.map(([key, name]) => <a key={key} className="chip" {...narrow({ kind: key })} aria-current={kind === key ? 'page' : undefined}>{name}</a>)}
      </nav>}
      {data.places.length === 0 ? <div className="empty"><Icon name="place" /><p>{t.empty}</p></div> : all.length === 0 ? <p>{t.none}</p> : <ol className="stack" aria-label={t.list}>{first.map((each) => <li key={each.id}><PlaceRow sight={sight} its={each} /></li>)}</ol>}
      {all.length > first.length && <p className="actions"><a className="btn" {...narrow({ shown: first.length + atOnce })}>{t.more}</a></p>}
    </div>
  )
}
