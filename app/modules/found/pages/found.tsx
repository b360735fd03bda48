import { type Done, page, type View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { Icon } from '#ui/icons.tsx'
import { Empty, Fact, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { type FoundAddress, foundPath, foundScores, foundStates, readAddress } from '../address.ts'
import { judgeMany } from '../decide.server.ts'
import { Hits, sureness } from '../hits.tsx'
import { type FoundLine, type FoundList, listFound } from '../list.server.ts'
import { foundWords } from '../texts/index.ts'

const many = (how: 'ask' | 'reject') => async (ctx: Parameters<typeof judgeMany>[0], _params: object, form: FormData, { request }: { request: Request }): Promise<Done> => {
  const ids = form.getAll('ids').filter((each) => typeof each === 'string').slice(0, 100)
  if (ids.length === 0) return { problems: { ids: 'noneChosen' } }
  const { done, left } = await judgeMany(ctx, ids, how)
  const to = foundPath(readAddress(new URL(request.url).searchParams))
  return { to: `${to}${to.includes('?') ? '&' : '?'}done=${how === 'ask' ? 'asked' : 'rejected'}&n=${done}&left=${left}` }
}

export default page('/found', {
  read: (ctx, _params, query) => listFound(ctx, query),
  forms: { ask: many('ask'), reject: many('reject') },
  head: (_list, { language }) => ({ title: foundWords(language).title, place: 'desk', hidden: true }),
  view: (list, view) => {
    const t = foundWords(view.language)
    const done = view.query.get('done'), n = Number(view.query.get('n')) || 0, left = Number(view.query.get('left')) || 0
    return (
      <>
        {(done === 'asked' || done === 'rejected') && !view.failed && (n > 0 || left > 0) && <Said tone={n > 0 ? 'done' : 'late'}><p>{n > 0 && t.done[done](n)} {left > 0 && t.leftOut(left)}</p></Said>}
        <PageHead title={t.title}><p className="lead">{t.lead}</p>{view.me?.admin && <p className="actions"><LinkButton kind="quiet" icon="settings" to={view.href('/found/learned')}>{t.toLearned}</LinkButton></p>}</PageHead>
        <div className="stack tight">
          <nav className="filters slide" aria-label={t.state}>
            {foundStates.map((state) => <a key={state} className="chip" href={view.href(foundPath({ ...list.address, state, page: 1 }))} aria-current={list.address.state === state ? 'page' : undefined}>{t.states[state]}</a>)}
          </nav>
          <Narrow list={list} view={view} />
        </div>
        {list.lines.length > 0 ? <Lines list={list} view={view} /> : <Nothing address={list.address} view={view} />}
      </>
    )
  },
})

function Narrow({ list: { address, topics, areas }, view }: { list: FoundList; view: View }) {
  const t = foundWords(view.language)
  return (
    <details className="fold sieve" open={!!(address.kind || address.topic || address.area)}><summary><Icon name="filter" />{t.filters}</summary>
    <form method="get" action={view.href('/found')} className="narrow" role="search" aria-label={t.filters}>
      {address.state !== 'new' && <input type="hidden" name="state" value={address.state} />}
      <label><span>{t.score}</span><select name="score" defaultValue={address.score}>{foundScores.map((each) => <option key={each} value={each}>{t.scores[each]}</option>)}</select></label>
      <label><span>{t.kindLabel}</span><select name="kind" defaultValue={address.kind ?? ''}><option value="">{t.any}</option>{(['idea', 'need'] as const).map((each) => <option key={each} value={each}>{t.kind[each]}</option>)}</select></label>
      {topics.length > 1 && <label><span>{t.topic}</span><select name="topic" defaultValue={address.topic ?? ''}><option value="">{t.any}</option>{topics.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}</select></label>}
      {areas.length > 1 && <label><span>{t.area}</span><select name="area" defaultValue={address.area ?? ''}><option value="">{t.any}</option>{areas.map((each) => <option key={each.key} value={each.key}>{each.name}</option>)}</select></label>}
      <button type="submit" className="btn"><Icon name="filter" />{t.apply}</button>
    </form></details>
  )
}

function Lines({ list, view }: { list: FoundList; view: View }) {
  const t = foundWords(view.language)
  const path = foundPath(list.address), failed = view.failed && (view.failed.form === 'ask' || view.failed.form === 'reject')
  const all = view.query.get('pick') === 'all', choosable = list.lines.some((each) => each.state === 'new')
  return (
    <form method="post" className="stack desk" id="found" aria-label={t.title} data-turbo="true">
      {failed && <p className="problem" role="alert"><Icon name="no" /> {t.noneChosen}</p>}
      {choosable && <p className="sectionhead"><span /><a href={view.href(all ? path : `${path}${path.includes('?') ? '&' : '?'}pick=all#found`)}>{all ? t.pickNone : t.pickAll}</a></p>}
      <ul className="rows">{list.lines.map((line) => <Line key={line.id} line={line} checked={all} view={view} />)}</ul>
      {choosable && (
        <div className="actions" role="group" aria-label={t.bulk}>
          <button type="submit" className="btn main" name="_do" value="ask"><Icon name="idea" />{t.bulkAsk}</button>
          <button type="submit" className="btn" name="_do" value="reject"><Icon name="no" />{t.bulkReject}</button>
        </div>
      )}
      <nav className="pager" aria-label={t.pageNumber(list.address.page)}>
        {list.address.page > 1 ? <a className="btn" rel="prev" href={view.href(foundPath({ ...list.address, page: list.address.page - 1 }))}>{t.previous}</a> : <span />}
        {list.more ? <a className="btn" rel="next" href={view.href(foundPath({ ...list.address, page: list.address.page + 1 }))}>{t.next}</a> : <span />}
      </nav>
    </form>
  )
}

function Line({ line, checked, view }: { line: FoundLine; checked: boolean; view: View }) {
  const t = foundWords(view.language)
  const facts = [line.category, line.area, day(line.at, view.language, view.now), line.isPrivate ? t.privateOne : null].filter(Boolean).join(' · ')
  return (
    <li>
      {line.state === 'new' && <label className="tick"><input type="checkbox" name="ids" value={line.id} defaultChecked={checked} /><span className="visually-hidden">{t.pick(line.sentence)}</span></label>}
      <div className="t">
        <a href={view.href(`/found/report/${line.id}`)}>{line.sentence || line.category}</a>
        <p className="meta"><Fact icon={line.kind === 'need' ? 'need' : 'idea'}>{sureness(line.score, view.language)}{line.kind ? ` · ${t.kind[line.kind]}` : ''}{line.state !== 'new' && ` · ${t.standing[line.state]}`}</Fact></p>
        <p className="meta">{facts}</p>
        {line.ideaPath ? <a href={view.href(line.ideaPath)}>{t.toIdea}</a> : <details className="views"><summary aria-label={`${t.why}: ${line.sentence}`}><Icon name="list" />{t.why}</summary><Hits hits={line.hits} language={view.language} /></details>}
      </div>
    </li>
  )
}

function Nothing({ address, view }: { address: FoundAddress; view: View }) {
  const t = foundWords(view.language)
  const plain = address.state === 'new' && address.score === 'likely' && !address.kind && !address.topic && !address.area && address.page === 1
  return plain ? <Empty icon="idea" action={<LinkButton to={view.href('/desk')}>{t.toDesk}</LinkButton>}>{t.empty}</Empty> : <Empty icon="filter" action={<LinkButton to={view.href('/found')}>{t.showAll}</LinkButton>}>{t.emptyOther}</Empty>
}
