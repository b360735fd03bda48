import { distance } from '#core/text/format.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { fill } from '#core/text/fill.ts'
import { Icon } from '#ui/icons.tsx'
import { type FieldOrder, fieldSorts } from '../data.ts'
import { inOrder, moved, pointOf } from '../day-order.ts'
import { lengthOf, windTo } from '../route.ts'
import { Conflicts } from './conflicts.tsx'
import { Drag } from './drag.tsx'
import type { FieldSight } from './sight.ts'
import { StateMark } from './state-mark.tsx'

/** The day's work of a crew: what, where, how far, by when; in their own order, by urgency or by route. */
export function DayList({ sight }: { sight: FieldSight }) {
  const { words: t, data, base, sort, from, language } = sight
  const orders = inOrder(data.orders, sort, from?.point ?? null)
  const ids = orders.map((each) => each.id)
  const points = orders.flatMap((each) => pointOf(each) ?? [])
  const shown = (path: string) => ({ href: `${base}${path}`, ...(sight.go ? { onClick: (event: React.MouseEvent) => { event.preventDefault(); sight.go!(path) } } : {}) })
  return (
    <div className="outdoors stack">
      <header className="stack tight"><h1 tabIndex={-1}>{t.title}</h1><p className="meta"><span>{orders.length === 1 ? t.leadOne : fill(t.lead, { n: orders.length })}</span></p></header>
      <Conflicts sight={sight} />
      <nav className="filters slide" aria-label={t.sort.label}>
        {fieldSorts.map((each) => <a key={each} className="chip" {...shown(`/work/field${each === 'mine' ? '' : `?sort=${each}`}`)} aria-current={sort === each ? 'page' : undefined}>{t.sort[each]}</a>)}
      </nav>
      {sort === 'route' && from && orders.length > 0 && (
        <div className="card stack tight">
          <p>{t.route.from[from.why]} {points.length > 1 && <b>{fill(t.route.total, { metres: distance(lengthOf(from.point, points), language) })}</b>}</p>
          <p className="hint">{t.route.asCrowFlies}</p>
          {sight.arrange && <p className="actions">
            <button type="button" className="btn" onClick={() => sight.arrange!(ids)}><Icon name="check" />{t.route.adopt}</button>
            {from.why !== 'here' && sight.locate && <button type="button" className="btn" onClick={sight.locate}><Icon name="place" />{t.route.here}</button>}
            {from.why === 'here' && sight.keepDepot && <button type="button" className="btn quiet" onClick={sight.keepDepot}>{t.route.keep}</button>}
          </p>}
        </div>
      )}
      {sort !== 'route' && sight.locate && !sight.here && orders.length > 0 && <p className="actions"><button type="button" className="btn" onClick={sight.locate}><Icon name="place" />{t.route.here}</button></p>}
      {orders.length === 0 ? <div className="empty"><Icon name="done" /><p>{t.none}</p></div> : (
        <form method="post" action={`${base}/work/field`} onSubmit={sight.arrange && ((event) => {
          event.preventDefault()
          const [way, id] = ((event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null)?.value.split(' ') ?? []
          if (id) sight.arrange!(moved(ids, id, { by: way === 'up' ? -1 : 1 }), id)
        })}>
          <input type="hidden" name="_do" value="arrange" /><input type="hidden" name="ids" value={ids.join(' ')} />
          <ol className="day" aria-label={t.orders}>
            {orders.map((each, i) => <Row key={each.id} sight={sight} its={each} ids={ids} first={i === 0} last={i === orders.length - 1} link={shown(`/work/field/${each.id}`)} />)}
          </ol>
        </form>
      )}
    </div>
  )
}

function Row({ sight, its, ids, first, last, link }: { sight: FieldSight; its: FieldOrder; ids: string[]; first: boolean; last: boolean; link: { href: string } }) {
  const { words: t, here, language, sort } = sight
  const point = pointOf(its)
  const metres = here && point ? metresBetween(here, point) : null
  const open = its.state === 'new' || its.state === 'planned' || its.state === 'underWay'
  return (
    <li className={open ? its.priority === 3 ? 'urgent' : undefined : 'closed'} data-order={its.id}>
      {sort === 'mine' && sight.arrange && open && <Drag id={its.id} ids={ids} arrange={sight.arrange} />}
      <div className="t">
        <a className="go" {...link}>{its.title}</a>
        <p className="site"><Icon name="place" /> {its.where ?? t.noPlace}{metres !== null && point && here && <> · <b>{metres < 25 ? t.here : `${distance(metres, language)} ${t.winds[windTo(here, point)]}`}</b></>}</p>
        <p className="meta">
          <StateMark its={its} t={t} />
          {open && t.priority[its.priority] && <span className={its.priority === 3 ? 'stage is-late' : 'stage is-developing'}><Icon name="danger" />{t.priority[its.priority]}</span>}
          {its.due && open && <span className={its.late ? 'late' : undefined}><Icon name="clock" /> {fill(its.late ? t.late : t.due, { day: its.due })}</span>}
          {its.reports.length > 0 && <span><Icon name="comment" /> {its.reports.length === 1 ? t.report : fill(t.reports, { n: its.reports.length })}</span>}
        </p>
      </div>
      {sort === 'mine' && open && (
        <div className="steps-of">
          <button type="submit" name="move" value={`up ${its.id}`} disabled={first} aria-label={fill(t.up, { title: its.title })}><Icon name="up" /></button>
          <button type="submit" name="move" value={`down ${its.id}`} disabled={last} aria-label={fill(t.down, { title: its.title })}><Icon name="down" /></button>
        </div>
      )}
    </li>
  )
}
