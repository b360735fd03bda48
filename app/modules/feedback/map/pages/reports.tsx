import { Island } from '#core/http/island.server.tsx'
import { page } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { areasOf } from '#core/trail/facets.server.ts'
import { Empty, LinkButton, PageHead } from '#ui/layout.tsx'
import { NearMe } from '#ui/near-me.tsx'
import { Icon } from '#ui/icons.tsx'
import { categoriesOf } from '../../categories/categories.server.ts'
import ReportMap from '../../islands/report-map.tsx'
import { addressOf, readFilters } from '../filters.ts'
import { listReports, nearOf } from '../list.server.ts'
import { Narrowing } from '../narrowing.tsx'
import { ReportRows } from '../report-rows.tsx'
import { mapWords } from '../texts/index.ts'

/** Every public report, as a list and on a map: what is open, what was just fixed, what is near. */
export default page('/feedback', {
  read: async (ctx, _params, query) => {
    const filters = readFilters(query)
    const near = await nearOf(ctx, filters)
    const [categories, areas] = [await categoriesOf(ctx), await areasOf(ctx)]
    const { cards, next } = await listReports(ctx, filters, near)
    const t = mapWords(ctx.language).list
    const chosen: { by: 'category' | 'area' | 'words' | 'days' | 'from' | 'to' | 'where' | 'state'; name: string | undefined }[] = [
      { by: 'category' as const, name: filters.category && (categories.find((each) => each.id === filters.category)?.name ?? t.otherCategory) }, { by: 'area' as const, name: filters.area && (areas.find((each) => each.key === filters.area)?.name ?? filters.area) },
      { by: 'words' as const, name: filters.words && `”${filters.words}”` }, { by: 'days' as const, name: filters.days && t.span[filters.days] }, { by: 'from' as const, name: filters.from && `${t.from}: ${filters.from}` }, { by: 'to' as const, name: filters.to && `${t.to}: ${filters.to}` },
      { by: 'where' as const, name: filters.where }, { by: 'state' as const, name: filters.sort === 'fixed' || filters.state === 'open' ? undefined : t.states[filters.state] },
    ].filter((each) => each.name)
    return { filters, near, categories: categories.filter((each) => !each.private), areas, cards, next, chosen, asMap: query.get('view') === 'map' }
  },
  head: ({ filters, chosen }, { language, query }) => ({ title: [mapWords(language).list.title, ...chosen.filter((each) => each.by === 'category' || each.by === 'area' || each.by === 'words').map((each) => each.name)].join(' · '), description: mapWords(language).list.lead, place: 'participate', feed: addressOf('/feedback.atom', { category: filters.category, area: filters.area, words: filters.words }), hidden: query.has('after') || query.has('near') || query.has('where') }),
  view({ filters, near, categories, areas, cards, next, chosen, asMap }, view) {
    const t = mapWords(view.language).list
    const m = mapWords(view.language).map
    const map = asMap ? { view: 'map' } : {}
    const to = (its: Parameters<typeof addressOf>[1], more: Record<string, string> = map) => view.href(addressOf('/feedback', its, more))
    const unknownPlace = filters.where && !near
    const narrowed = chosen.length > 0
    return (
      <>
        <PageHead title={t.title}>
          <p className="lead">{t.lead}</p>
          <p className="actions"><LinkButton kind="main" icon="plus" to={view.href('/feedback/new')}>{t.report}</LinkButton></p>
        </PageHead>
        <div className="stack">
          <nav className="filters slide" aria-label={t.doors}>
            <a className="chip" href={to({ state: 'open' })} aria-current={filters.sort === 'newest' && filters.state === 'open' ? 'true' : undefined}>{t.openNow}</a>
            <NearMe address={view.href(withQuery('/feedback', { sort: 'nearest' }))} current={filters.sort === 'nearest'} fallback={to({ state: 'open', sort: 'nearest', where: filters.where, near: filters.near })} words={{ name: t.nearMe, locating: t.locating, denied: t.denied }} />
            <a className="chip" href={to({ sort: 'fixed', state: 'closed' })} aria-current={filters.sort === 'fixed' ? 'true' : undefined}>{t.justFixed}</a>
            <a className="chip" href={to({ sort: 'meToo', state: 'open' })} aria-current={filters.sort === 'meToo' ? 'true' : undefined}>{t.manyMet}</a>
          </nav>
          {narrowed && (
            <ul className="filters" aria-label={t.chosen}>
              {chosen.map((each) => <li key={each.by}><a className="chip on" href={to({ ...filters, after: undefined, sort: each.by === 'where' && filters.sort === 'nearest' ? 'newest' : filters.sort, [each.by]: undefined })} aria-label={t.without(each.name ?? '')}>{each.name} <Icon name="close" /></a></li>)}
            </ul>
          )}
          <Narrowing filters={filters} categories={categories} areas={areas} asMap={asMap} narrowed={narrowed} view={view} />
          {near && <p className="hint">{near.name ? t.nearestTo(near.name) : t.nearestToYou}</p>}
          {unknownPlace && <p className="hint" role="status"><Icon name="no" /> {t.unknownPlace(filters.where!)}</p>}
          {filters.sort === 'nearest' && !near && !unknownPlace && <p className="hint" role="status">{t.sayWhere}</p>}
          {filters.sort === 'nearest' && !near && (
            <form method="get" action={view.href('/feedback')} className="where">
              <input type="hidden" name="sort" value="nearest" />{asMap && <input type="hidden" name="view" value="map" />}
              <label htmlFor="near-where"><b>{t.where}</b></label><span className="search-line"><input id="near-where" name="where" defaultValue={filters.where ?? ''} maxLength={120} autoComplete="street-address" /><button type="submit" className="btn">{t.filterNow}</button></span>
            </form>
          )}
          {asMap && <>
            <p className="hint">{m.listBelow}</p>
            <Island of={ReportMap} props={{ source: view.href('/map-data'), points: view.href(addressOf('/feedback/map-points', { ...filters, sort: 'newest', state: filters.state, near: undefined, where: undefined, after: undefined })), near: near ? [near.longitude, near.latitude] : null, base: view.base, words: { ground: m.ground, zoomIn: m.zoomIn, zoomOut: m.zoomOut, label: m.label, failed: m.failed, many: m.many, one: m.one, chosen: m.chosen, inView: m.inView, noneInView: m.noneInView } }} />
          </>}
          {cards.length > 0 ? <ReportRows cards={cards} near={near} view={view} /> : (
            <Empty icon={filters.state === 'open' ? 'done' : 'inbox'} action={narrowed || filters.after ? <LinkButton to={view.href('/feedback')}>{t.clear}</LinkButton> : <LinkButton icon="plus" to={view.href('/feedback/new')}>{t.report}</LinkButton>}>{filters.after ? t.emptyAfter : narrowed ? t.emptyNarrowed : filters.state === 'open' ? t.emptyOpen : t.emptyAll}</Empty>
          )}
          <nav className="pager" aria-label={t.paging}>
            {next && <LinkButton to={to({ ...filters, after: next })}>{t.more}</LinkButton>}
            {filters.after && <LinkButton kind="quiet" to={to({ ...filters, after: undefined })}>{t.toStart}</LinkButton>}
          </nav>
          <p className="meta"><a href={view.href(addressOf('/feedback.atom', { category: filters.category, area: filters.area, words: filters.words }))}>{t.feed}</a><a href={view.href('/disruptions')}>{t.worksNow}</a><a href={view.href('/feedback/data')}>{t.data}</a></p>
        </div>
      </>
    )
  },
})
