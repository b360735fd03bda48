import { page, type View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { ago, day, number } from '#core/text/format.ts'
import { Icon } from '#ui/icons.tsx'
import { Card, Empty, Fact, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { LateMark } from '#ui/stage.tsx'
import { type InitiativeLine, listInitiatives, standings } from '../list.server.ts'
import { Bar, StateMark } from '../parts.tsx'
import { initiativeWords } from '../texts/index.ts'

export default page('/initiatives', {
  read: (ctx, _params, query) => listInitiatives(ctx, query),
  head: ({ standing }, { language, query }) => {
    const t = initiativeWords(language)
    return { title: standing ? `${t.initiatives} · ${t.standings[standing]}` : t.initiatives, description: t.lead, place: 'participate', feed: '/initiatives.atom', hidden: query.has('after') }
  },
  view(its, view) {
    const t = initiativeWords(view.language)
    const to = (state: string | null, supported = its.supported) => view.href(withQuery('/initiatives', { state, sort: supported ? 'supported' : null }))
    return (
      <>
        <PageHead title={t.initiatives}>
          <p className="lead">{t.lead}</p>
          <p className="actions"><LinkButton kind="main" icon="sign" to={view.href('/initiatives/new')}>{t.start}</LinkButton><LinkButton kind="quiet" to={view.href('/initiatives/how')}>{t.how}</LinkButton></p>
        </PageHead>
        {its.toCheck.length > 0 && <Waiting title={t.toCheck} rows={its.toCheck} path="/check" view={view} />}
        {its.mine.length > 0 && <Waiting title={t.mineWaits} rows={its.mine} path="" view={view} />}
        <div className="stack">
          <nav className="filters slide" aria-label={t.standingLabel}>
            <a className="chip" href={to(null)} aria-current={its.standing === null ? 'true' : undefined}>{t.standings.all}</a>
            {standings.map((each) => <a key={each} className="chip" href={to(each)} aria-current={its.standing === each ? 'true' : undefined}>{t.standings[each]}</a>)}
          </nav>
          {its.rows.length > 1 && <p className="meta"><span>{t.sortLabel}:</span> {its.supported ? <a href={to(its.standing, false)}>{t.newest}</a> : <b>{t.newest}</b>} {its.supported ? <b>{t.supported}</b> : <a href={to(its.standing, true)}>{t.supported}</a>}</p>}
          {its.rows.length > 0 ? <ul className="card rows">{its.rows.map((row) => <li key={row.id}><Line row={row} view={view} /></li>)}</ul>
            : <Empty icon="sign" action={its.standing ? <LinkButton to={to(null)}>{t.standings.all}</LinkButton> : <LinkButton icon="sign" to={view.href('/initiatives/new')}>{t.start}</LinkButton>}>{its.standing ? t.emptyNarrowed : t.emptyAll}</Empty>}
          {(its.next || its.after) && (
            <nav className="pager" aria-label={t.paging}>
              {its.next && <LinkButton to={view.href(withQuery('/initiatives', { state: its.standing, sort: its.supported ? 'supported' : null, after: its.next }))}>{t.more}</LinkButton>}
              {its.after && <LinkButton kind="quiet" to={to(its.standing)}>{t.toStart}</LinkButton>}
            </nav>
          )}
          <p className="meta"><a href={view.href(`/initiatives/report/${its.year}`)}>{t.yearly(its.year)}</a><a href={view.href('/initiatives.atom')}>{t.feed}</a>
            {its.officer && <a href={view.href('/initiatives/link')}>{t.link}</a>}{its.admin && <a href={view.href('/admin/initiatives')}>{t.setUp}</a>}</p>
        </div>
      </>
    )
  },
})

function Line({ row, view }: { row: InitiativeLine; view: View }) {
  const { language, now } = view
  const t = initiativeWords(language)
  const state = row.stage === 'ended' ? 'decided' : row.stage === 'decision' ? 'pending' : 'collecting'
  return (
    <article className="t">
      <a className="title" lang={row.lang} href={view.href(`/initiatives/${row.id}`)}>{row.title}</a>
      <p className="meta"><StateMark state={state} view={view} />{row.late && <LateMark language={language} />}{row.elsewhere && <StateMark state="elsewhere" view={view} />}{row.referendum && <span className="stage is-quiet"><Icon name="people" />{t.kindNames.referendum}</span>}</p>
      {row.summary && <p className="summary-text" lang={row.lang}>{row.summary}</p>}
      {row.collective && !row.elsewhere && row.threshold !== null && state !== 'decided' && <Bar count={row.residents} threshold={row.threshold} words={(row.referendum ? t.progress.four : t.progress.two)(number(row.residents, language), number(row.threshold, language))} />}
      <p className="meta small">{(row.elsewhere || (row.collective && (state === 'decided' || row.threshold === null))) && <Fact icon="people">{t.names(number(row.signers, language))}</Fact>}{!row.collective && <Fact icon="person">{t.byOne}</Fact>}
        <Fact icon="calendar">{ago(row.createdAt, language, now)}</Fact>{row.outcome && <Fact icon="decision">{t.outcomes[row.outcome]}</Fact>}{row.dueAt && !row.late && <Fact icon="clock">{t.check.dueBy(day(row.dueAt, language, now))}</Fact>}</p>
    </article>
  )
}

function Waiting({ title, rows, path, view }: { title: string; rows: { id: string; title: string; state: 'draft' | 'review' | 'accepted' | 'published'; fix: 'ok' | 'fix' | 'review' }[]; path: string; view: View }) {
  return (
    <Section title={title} id={path ? 'to-check' : 'mine'}>
      <Card><ul className="rows">{rows.map((row) => <li key={row.id}><div className="t"><a href={view.href(`/initiatives/${row.id}${path}`)}>{row.title}</a><p className="meta"><StateMark state={row.fix === 'ok' && row.state !== 'published' ? row.state : row.fix === 'review' ? 'review' : 'fix'} view={view} /></p></div></li>)}</ul></Card>
    </Section>
  )
}
