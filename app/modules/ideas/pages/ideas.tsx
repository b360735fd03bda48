import { page } from '#core/http/page.ts'
import { readFilters } from '#core/trail/list.server.ts'
import { Empty, LinkButton, PageHead } from '#ui/layout.tsx'
import { IdeaRows } from '../idea-rows.tsx'
import { addressOf } from '../list-address.ts'
import { Narrowing } from '../list-narrowing.tsx'
import { listIdeas } from '../list.server.ts'
import { MapOfIdeas } from '../proposing/map-of-ideas.tsx'
import { ideaWords } from '../texts/index.ts'

export default page('/ideas', {
  read: (ctx, _params, query) => listIdeas(ctx, readFilters(query), query.get('view') === 'map'),
  head: ({ filters, chosen }, { language, query }) => ({
    title: [ideaWords(language).ideas, ...chosen.map((each) => each.name)].join(' · '), description: ideaWords(language).lead,
    place: 'participate', feed: addressOf('/ideas.atom', filters), hidden: query.has('after'),
  }),
  view({ lines, next, filters, facets, chosen, asMap }, view) {
    const t = ideaWords(view.language)
    const narrowed = chosen.length > 0
    return (
      <>
        <PageHead title={t.ideas}>
          <p className="lead">{t.lead}</p>
          <p className="actions"><LinkButton kind="main" icon="plus" to={view.href('/ideas/new')}>{t.send}</LinkButton></p>
        </PageHead>
        <div className="stack">
          <Narrowing filters={filters} facets={facets} chosen={chosen} asMap={asMap} view={view} />
          {asMap && <MapOfIdeas filters={filters} view={view} />}
          {lines.length > 0 && <IdeaRows lines={lines} view={view} />}
          {lines.length === 0 && (
            <Empty icon="idea" action={narrowed ? <LinkButton to={view.href(addressOf('/ideas', { sort: filters.sort }))}>{t.clear}</LinkButton> : <LinkButton icon="plus" to={view.href('/ideas/new')}>{t.send}</LinkButton>}>
              {filters.after ? t.emptyAfter : filters.late && chosen.length === 1 ? t.emptyLate : narrowed || filters.sort === 'unanswered' ? t.emptyFiltered : t.emptyAll}
            </Empty>
          )}
          <nav className="pager" aria-label={t.paging}>
            {next && <LinkButton to={view.href(addressOf('/ideas', { ...filters, after: next }, asMap ? { view: 'map' } : {}))}>{t.more}</LinkButton>}
            {filters.after && <LinkButton kind="quiet" to={view.href(addressOf('/ideas', { ...filters, after: undefined }, asMap ? { view: 'map' } : {}))}>{t.toStart}</LinkButton>}
          </nav>
          <p className="meta"><a href={view.href(addressOf('/ideas.atom', filters))}>{t.feed}</a></p>
        </div>
      </>
    )
  },
})
