import { z } from 'zod'
import { type Done, fields, page, type View } from '#core/http/page.ts'
import { queueSorts } from '#core/trail/queue.server.ts'
import { saidBy } from '#core/text/said.ts'
import { assignIdeas, removeView, saveView } from '#modules/ideas/server'
import { ActionForm, Button, ErrorSummary, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Empty, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { deskPath, queryOf, readAddress, shows } from '../address.server.ts'
import { type Desk, readDesk } from '../desk.server.ts'
import { QueueTable } from '../queue-table.tsx'
import { deskWords } from '../texts/index.ts'

const here = (request: Request) => readAddress(new URL(request.url).searchParams)

export default page('/desk', {
  read: (ctx, _params, query) => readDesk(ctx, query),
  forms: {
    assign: async (ctx, _params, form, { request }): Promise<Done> => {
      const ids = form.getAll('ids').filter((each) => typeof each === 'string')
      const personId = String(form.get('personId') ?? '')
      const done = ids.length === 0 ? { problems: { ideas: 'noneChosen' } } : personId === '' ? { problems: { personId: 'choosePerson' } } : await assignIdeas(ctx, ids, personId === 'nobody' ? null : personId)
      if ('problems' in done) return { problems: done.problems.personId === 'notInUnit' ? { [`idea.${ids[0]}`]: 'notInUnit' } : done.problems, values: { ids: ids.join(' ') } }
      const to = deskPath(here(request))
      return { to: `${to}${to.includes('?') ? '&' : '?'}done=assigned&n=${done.assigned}` }
    },
    saveView: fields(z.object({ name: z.string().default('') }), async (ctx, _params, { name }, { request }): Promise<Done> => {
      const address = here(request)
      const done = await saveView(ctx, { name, query: queryOf({ ...address, page: 1 }) })
      return 'problems' in done ? done : { to: deskPath(address) }
    }),
    removeView: fields(z.object({ name: z.string() }), (ctx, _params, { name }) => removeView(ctx, name)),
  },
  head: (desk, { language }) => ({ title: desk.unitName ? deskWords(language).titleOf(desk.unitName) : deskWords(language).title, place: 'desk', wide: true, hidden: true }),
  view: (desk, view) => {
    const t = deskWords(view.language)
    const said = saidBy(t.done, view.query.get('done'))
    const count = Number(view.query.get('n')) || 1
    const narrowed = desk.address.show !== 'all' || desk.address.q !== ''
    return (
      <>
        {said && !view.failed && <Said>{said(count)}</Said>}
        <PageHead title={desk.unitName ? t.titleOf(desk.unitName) : t.title} />
        <nav aria-label={t.ways}><ul className="filters">
          <li><a className="chip" href={view.href('/matters/new')}><Icon name="plus" />{t.newMatter}</a></li>
          <li><a className="chip" href={view.href('/feedback/inbox')}><Icon name="inbox" />{desk.everyday.open > 0 ? t.reportsWaiting(desk.everyday.open, desk.everyday.late) : t.reports}</a></li>
          <li><a className="chip" href={view.href('/work')}><Icon name="work" />{t.work}</a></li>
          <li><a className="chip" href={view.href('/found')}><Icon name="idea" />{t.foundIdeas}</a></li>
          <li><a className="chip" href={view.href('/work/field')}><Icon name="work" />{t.fieldDay}</a></li>
          <li><a className="chip" href={view.href('/field/places')}><Icon name="rink" />{t.fieldPlaces}</a></li>
          <li><a className="chip" href={view.href('/disruptions/new')}><Icon name="disruption" />{t.tellDisruption}</a></li>
          <li><a className="chip" href={view.href('/admin/exceptions')}><Icon name="calendar" />{t.exceptions}</a></li>
        </ul></nav>
        {desk.leads && desk.counts.late > 0 && desk.address.show !== 'late' && (
          <Card tone="late" label={t.lateHere(desk.counts.late)}><p><b>{t.lateHere(desk.counts.late)}</b><br />{t.lateHint}</p><p className="actions"><LinkButton to={view.href(deskPath({ ...desk.address, show: 'late', page: 1 }))} icon="clock">{t.showLate}</LinkButton></p></Card>
        )}
        {desk.invitations > 0 && <Card tone="ask" label={t.invited(desk.invitations)}><p><b>{t.invited(desk.invitations)}</b></p><p className="actions"><LinkButton to={view.href('/joint')} icon="next">{t.showInvitations}</LinkButton></p></Card>}
        <div className="stack tight">
          <nav className="filters slide" aria-label={t.filters}>
            {shows.filter((show) => show !== 'unrouted' || desk.counts.unrouted > 0).map((show) => (
              <a key={show} className="chip" href={view.href(deskPath({ ...desk.address, show, page: 1 }))} aria-current={desk.address.show === show ? 'page' : undefined}>{t.show[show]} · {desk.counts[show]}</a>
            ))}
          </nav>
          <Narrow desk={desk} view={view} />
          <Views desk={desk} view={view} />
        </div>
        {desk.rows.length > 0
          ? <section className="stack" aria-label={t.title}><QueueTable desk={desk} view={view} /><Pages desk={desk} view={view} /></section>
          : narrowed
            ? <Empty icon="filter" action={<LinkButton to={view.href(deskPath({ unit: desk.address.unit }))}>{t.showAll}</LinkButton>}>{t.empty.other}</Empty>
            : <Empty icon="inbox" action={<LinkButton to={view.href('/ideas')}>{t.toIdeas}</LinkButton>}>{desk.units.length ? t.empty.all : t.empty.noUnits}</Empty>}
      </>
    )
  },
})

function Narrow({ desk, view }: { desk: Desk; view: View }) {
  const t = deskWords(view.language)
  const { address } = desk
  return (
    <form method="get" action={view.href('/desk')} className="narrow" role="search" aria-label={t.narrow}>
      {address.show !== 'all' && <input type="hidden" name="show" value={address.show} />}
      <label className="grow"><span>{t.search}</span><input type="search" name="q" defaultValue={address.q} maxLength={100} /></label>
      {desk.units.length > 1 && <label><span>{t.unit}</span><select name="unit" defaultValue={address.unit ?? ''}><option value="">{t.allUnits}</option>{desk.units.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}</select></label>}
      <label><span>{t.order}</span><select name="sort" defaultValue={address.sort}>{queueSorts.map((sort) => <option key={sort} value={sort}>{t.sort[sort]}</option>)}</select></label>
      <button type="submit" className="btn"><Icon name="filter" />{t.apply}</button>
    </form>
  )
}

function Views({ desk, view }: { desk: Desk; view: View }) {
  const t = deskWords(view.language)
  const now = queryOf({ ...desk.address, page: 1 })
  const failed = view.failed?.form === 'saveView'
  return (
    <>
      {desk.views.length > 0 && (
        <nav className="filters" aria-label={t.views}>
          <span className="hint">{t.views}</span>
          {desk.views.map((each) => <a key={each.name} className="chip" href={view.href(each.query ? `/desk?${each.query}` : '/desk')} aria-current={each.query === now ? 'page' : undefined}>{each.name}</a>)}
        </nav>
      )}
      <details className="views" open={failed}>
        <summary><Icon name="plus" /> {t.saveView}</summary>
        <div className="stack">
          <ErrorSummary failed={view.failed} does="saveView" words={t.problems} labels={{ name: t.viewName }} language={view.language} />
          <ActionForm does="saveView" label={t.saveView}>
            <TextField does="saveView" name="name" label={t.viewName} hint={t.viewHint} max={40} failed={view.failed} words={t.problems} language={view.language} />
            <div className="actions"><Button icon="check">{t.save}</Button></div>
          </ActionForm>
          {desk.views.length > 0 && (
            <ul className="rows">{desk.views.map((each) => (
              <li key={each.name}><span className="grow">{each.name}</span>
                <form method="post" className="inline" aria-label={t.removeOf(each.name)}><input type="hidden" name="_do" value="removeView" /><input type="hidden" name="name" value={each.name} /><button type="submit" className="btn small" aria-label={t.removeOf(each.name)}><Icon name="remove" />{t.remove}</button></form></li>
            ))}</ul>
          )}
        </div>
      </details>
    </>
  )
}

function Pages({ desk, view }: { desk: Desk; view: View }) {
  if (desk.pages < 2) return null
  const t = deskWords(view.language)
  const to = (number: number) => view.href(deskPath({ ...desk.address, page: number }))
  return (
    <nav className="pager" aria-label={t.page(desk.page, desk.pages)}>
      {desk.page > 1 ? <a className="btn" href={to(desk.page - 1)} rel="prev">{t.previous}</a> : <span />}
      <span className="meta">{t.page(desk.page, desk.pages)}</span>
      {desk.page < desk.pages ? <a className="btn" href={to(desk.page + 1)} rel="next">{t.next}</a> : <span />}
    </nav>
  )
}
