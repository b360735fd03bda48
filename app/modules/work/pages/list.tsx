import { page, type View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { atWallClock } from '#core/time/local.ts'
import { Icon } from '#ui/icons.tsx'
import { Empty, Fact, LinkButton, PageHead } from '#ui/layout.tsx'
import { LateMark, StageMark } from '#ui/stage.tsx'
import { fieldWords } from '../field/texts/index.ts'
import { listPath, shows } from '../list-address.ts'
import { listOrders, type OrderLine } from '../list.server.ts'
import { workWords } from '../texts/index.ts'

type Data = Awaited<ReturnType<typeof listOrders>>

/** The work of an official's units: what is late, what is urgent, who does it. */
export default page('/work', {
  read: (ctx, _params, query) => listOrders(ctx, query),
  head: (_data, { language }) => ({ title: workWords(language).works, place: 'desk', wide: true, hidden: true }),
  view: (data, view) => {
    const words = workWords(view.language)
    const t = words.list
    const { address, counts, rows } = data
    const narrowed = address.show !== 'open' || address.crew || address.area || address.priority !== null || address.q
    return (
      <>
        <PageHead title={words.works} crumbs={[{ to: view.href('/desk'), name: words.desk }]}>
          <p className="lead">{t.lead}</p>
          <p className="actions"><LinkButton kind="main" icon="plus" to={view.href('/work/new')}>{words.newOrder}</LinkButton><LinkButton icon="danger" to={view.href('/work/announce')}>{words.announce}</LinkButton><LinkButton icon="work" to={view.href('/work/field')}>{fieldWords(view.language).title}</LinkButton><LinkButton icon="people" to={view.href('/work/crews')}>{words.crewsTitle}</LinkButton></p>
        </PageHead>
        {data.units.length === 0 ? <Empty icon="inbox">{t.noUnits}</Empty> : (
          <div className="stack wide">
            <nav className="filters slide" aria-label={t.filters}>
              {shows.map((show) => <a key={show} className="chip" href={view.href(listPath({ ...address, show, page: 1 }))} aria-current={address.show === show ? 'page' : undefined}>{t.show[show]}{counts && show !== 'closed' && ` · ${counts[show]}`}</a>)}
            </nav>
            <Narrow data={data} view={view} />
            {rows.length === 0
              ? <Empty icon={narrowed ? 'filter' : 'inbox'} action={narrowed ? <LinkButton to={view.href(listPath({ unit: address.unit }))}>{t.all}</LinkButton> : <LinkButton to={view.href('/feedback')}>{words.face.crumb}</LinkButton>}>{narrowed ? t.emptyHere : t.empty}</Empty>
              : <ul className="card rows">{rows.map((each) => <Row key={each.id} its={each} view={view} />)}</ul>}
            {(address.page > 1 || data.more) && (
              <nav className="pager" aria-label={t.pages}>
                {address.page > 1 ? <LinkButton to={view.href(listPath({ ...address, page: address.page - 1 }))}>{t.previous}</LinkButton> : <span />}
                <span className="meta">{t.page(address.page)}</span>
                {data.more ? <LinkButton icon="next" to={view.href(listPath({ ...address, page: address.page + 1 }))}>{t.next}</LinkButton> : <span />}
              </nav>
            )}
          </div>
        )}
      </>
    )
  },
})

function Row({ its, view }: { its: OrderLine; view: View }) {
  const words = workWords(view.language)
  const t = words.list
  return (
    <li>
      <div className="t">
        <small>{[its.reference, its.unit].filter(Boolean).join(' · ')}</small>
        <a className="title" href={view.href(`/work/${its.id}`)}>{its.title}</a>
        <p className="meta">
          <StageMark stage={its.stage} sign={its.sign} language={view.language} />{its.late && <LateMark language={view.language} />}
          {its.priority > 1 && <span className="stage is-late"><Icon name="danger" />{words.priority[its.priority]}</span>}
          {its.private && <span className="stage is-quiet"><Icon name="hidden" />{words.private}</span>}
        </p>
        <p className="meta">
          {its.reports > 0 && <Fact icon="comment">{t.reports(its.reports)}</Fact>}
          {its.placeName && <Fact icon="place">{its.placeName}</Fact>}
          {its.crew && <Fact icon="people">{its.crew}</Fact>}
          {its.closedAt ? <Fact icon="done">{t.closed(day(its.closedAt, view.language, view.now))}</Fact>
            : <>{its.plannedFor && <Fact icon="calendar">{t.planned(day(atWallClock(its.plannedFor, '12:00:00'), view.language, view.now))}</Fact>}{its.dueAt && <Fact icon="clock">{t.due(day(its.dueAt, view.language, view.now))}</Fact>}</>}
        </p>
      </div>
    </li>
  )
}

function Narrow({ data: { address, units, crews, areas }, view }: { data: Data; view: View }) {
  const words = workWords(view.language)
  const t = words.list
  return (
    <details className="fold sieve" open={!!(address.q || address.crew || address.area || address.priority !== null)}><summary><Icon name="filter" />{t.narrow}</summary>
    <form method="get" action={view.href('/work')} className="narrow" role="search" aria-label={t.narrow}>
      {address.show !== 'open' && <input type="hidden" name="show" value={address.show} />}
      <label className="grow"><span>{t.search}</span><input type="search" name="q" defaultValue={address.q} maxLength={100} /></label>
      {units.length > 1 && <label><span>{t.unit}</span><select name="unit" defaultValue={address.unit ?? ''}><option value="">{t.allUnits}</option>{units.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}</select></label>}
      {crews.length > 0 && <label><span>{t.crew}</span><select name="crew" defaultValue={address.crew ?? ''}><option value="">{t.allCrews}</option>{crews.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}<option value="none">{t.noCrew}</option></select></label>}
      {areas.length > 0 && <label><span>{t.area}</span><select name="area" defaultValue={address.area ?? ''}><option value="">{t.allAreas}</option>{areas.map((each) => <option key={each.key} value={each.key}>{each.name}</option>)}</select></label>}
      <label><span>{t.urgency}</span><select name="priority" defaultValue={address.priority ?? ''}><option value="">{t.anyUrgency}</option>{words.priority.map((label, value) => <option key={label} value={value}>{label}</option>)}</select></label>
      <button type="submit" className="btn"><Icon name="filter" />{t.apply}</button>
    </form></details>
  )
}
