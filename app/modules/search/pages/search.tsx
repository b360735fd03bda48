import { page, type View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { ago } from '#core/text/format.ts'
import { stageSign } from '#core/trail/kind.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Empty, Fact, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { LateMark, StageMark } from '#ui/stage.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { find, type Result, type Shortcut } from '../find.server.ts'
import { searchWords } from '../texts/index.ts'

const icons: Record<Shortcut['kind'], IconName> = { topic: 'filter', area: 'map', place: 'place', list: 'list' }

export default page('/search', {
  read: (ctx, _params, query) => find(ctx, query),
  head: ({ text }, { language }) => ({ title: text ? searchWords(language).of(text) : searchWords(language).title, hidden: true }),
  view({ text, results, next, from, shortcuts, kind, topics }, view) {
    const t = searchWords(view.language)
    return (
      <>
        <PageHead title={t.title} />
        <form method="get" action={view.href('/search')} role="search" className="stack tight">
          <label htmlFor="q">{t.label}</label>
          <div className="searchbox"><input id="q" type="search" name="q" defaultValue={text} maxLength={200} aria-describedby="q-hint" autoComplete="off" enterKeyHint="search" {...(text ? {} : { autoFocus: true })} /><button type="submit" className="btn main"><Icon name="search" />{t.go}</button></div>
          <p className="hint" id="q-hint">{t.hint}</p>
        </form>
        {!text && (
          <Section id="browse" title={t.browse} >
            <p className="lead">{t.start}</p>
            <ul className="filters">{topics.map((each) => <li key={each.path}><a className="chip" href={view.href(each.path)}>{each.name}</a></li>)}</ul>
          </Section>
        )}
        {shortcuts.length > 0 && (
          <Section id="shortcuts" title={t.shortcuts}>
            <ul className="filters">{shortcuts.map((each) => <li key={each.kind + each.name}><a className="chip" href={view.href(each.path)}><Icon name={icons[each.kind]} /><span className="visually-hidden">{t[each.kind]}: </span>{each.name}</a></li>)}</ul>
          </Section>
        )}
        {results.length > 0 && (
          <Section id="results" title={t.results} more={kind && <span className="meta">{t.onlyKind(kind)}</span>}>
            <ol className="card rows">{results.map((each) => <Row key={each.id} its={each} view={view} />)}</ol>
          </Section>
        )}
        {text && results.length === 0 && <Empty icon="search" action={<LinkButton icon="plus" to={view.href('/ideas/new')}>{t.noneAction}</LinkButton>}>{t.none(text)}</Empty>}
        {(next || from > 0) && (
          <nav className="pager" aria-label={t.paging}>
            {next && <LinkButton to={view.href(withQuery('/search', { q: text, from: next }))}>{t.more}</LinkButton>}
            {from > 0 && <LinkButton kind="quiet" to={view.href(withQuery('/search', { q: text }))}>{t.toStart}</LinkButton>}
          </nav>
        )}
      </>
    )
  },
})

function Row({ its, view }: { its: Result; view: View }) {
  return (
    <li><article className="t">
      <a className="title" lang={its.lang} href={view.href(its.path)}>{its.title}</a>
      <p className="summary-text" lang={its.lang}>{its.summary}</p>
      <p className="meta small">{its.kindName !== uiWords(view.language).stage[its.stage] && <span>{its.kindName}</span>}<StageMark stage={its.stage} language={view.language} sign={stageSign(its.kind, its.stage, view.language)} />{its.late && <LateMark language={view.language} />}{its.place && <Fact icon="place">{its.place}</Fact>}<Fact icon="calendar">{ago(its.createdAt, view.language, view.now)}</Fact></p>
    </article></li>
  )
}
