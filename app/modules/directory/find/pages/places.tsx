import type { Ctx } from '#core/context/context.server.ts'
import { Island } from '#core/http/island.server.tsx'
import { page } from '#core/http/page.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { areasOf, unitsOf } from '#core/trail/facets.server.ts'
import { Icon } from '#ui/icons.tsx'
import { Empty, LinkButton, PageHead } from '#ui/layout.tsx'
import { NearMe } from '#ui/near-me.tsx'
import PlaceMap from '../../islands/place-map.tsx'
import { can } from '../../permissions.ts'
import { placeKinds } from '../../place-kinds.ts'
import { placeCards } from '../cards.server.ts'
import { type PlaceFilters, placesAddress, readPlaceFilters, type Some } from '../filters.ts'
import { nearOf, placesListed, weighed } from '../listed.server.ts'
import { listed } from '../map-points.server.ts'
import { PlaceNarrowing } from '../narrowing.tsx'
import { PlaceRows } from '../place-rows.tsx'
import { kindsPresent, providersOf } from '../providers.server.ts'
import { findWords } from '../texts/index.ts'

/** What the list of places reads. About ten queries, with what is right now. */
async function showPlaces(ctx: Ctx, query: URLSearchParams) {
  allowAnyone(ctx, can.read)
  const filters = readPlaceFilters(query)
  const [near, kinds, areas, providers, units] = await Promise.all([nearOf(ctx, filters), kindsPresent(ctx), areasOf(ctx), providersOf(ctx), filters.unit ? unitsOf(ctx) : []])
  const { ids, next, facts } = await placesListed(ctx, filters, near)
  const t = findWords(ctx.language)
  const chosen = ([
    ['kind', filters.kind && placeKinds.get(filters.kind)?.name[ctx.language]], ['group', filters.group && t.groups[filters.group]], ['open', filters.open && t.list.open], ['good', filters.good && t.services.good], ['accessible', filters.accessible && t.list.accessible], ['free', filters.free && t.list.free],
    ['audience', filters.audience && t.audiences[filters.audience]], ['area', filters.area && (areas.find((each) => each.key === filters.area)?.name ?? filters.area)], ['unit', filters.unit && (units.find((each) => each.id === filters.unit)?.name ?? filters.unit)],
    ['provider', filters.provider && (filters.provider === 'own' ? t.list.own : providers.find((each) => each.id === filters.provider)?.name ?? filters.provider)], ['where', filters.where],
  ] as [keyof PlaceFilters, string | false | undefined][]).flatMap(([by, name]) => (name ? [{ by, name }] : []))
  return { filters, near, kinds, areas, providers, cards: await placeCards(ctx, ids, near, facts), next, chosen, asMap: query.get('view') === 'map' }
}

/** Every public place, as a list and on a map, and what each is like right now. */
export default page('/places', {
  read: (ctx, _params, query) => showPlaces(ctx, query),
  head: ({ filters, chosen }, { language, query }) => {
    const named = chosen.filter((each) => each.by !== 'where').map((each) => each.name).join(', ')
    return { title: named ? findWords(language).list.titleOf(named) : findWords(language).list.title, description: findWords(language).list.lead, place: 'services', feed: placesAddress({ ...filters, near: undefined, where: undefined, after: undefined }, {}, '/places.atom'), hidden: query.has('after') || query.has('near') || query.has('where') }
  },
  view({ filters, near, kinds, areas, providers, cards, next, chosen, asMap }, view) {
    const t = findWords(view.language), l = t.list, m = t.map
    const map = asMap ? { view: 'map' } : {}
    const to = (its: Some<PlaceFilters>) => view.href(placesAddress({ ...its, after: undefined }, map))
    const without = (by: keyof PlaceFilters) => to({ ...filters, [by]: undefined, ...(by === 'where' && filters.sort === 'nearest' ? { sort: undefined } : {}) })
    const near_ = { ...filters, near: undefined, where: undefined, sort: filters.sort === 'condition' ? filters.sort : undefined }
    const listedAsChosen = chosen.filter((each) => !['open', 'good', 'free', 'accessible'].includes(each.by)) // those are pressed down above
    const unknownPlace = filters.where && !near
    const nothing = filters.after && !filters.good ? l.emptyAfter : filters.good ? l.emptyGood : filters.open ? l.emptyNow : chosen.length > 0 ? l.empty : l.none
    return (
      <>
        <PageHead title={l.title} crumbs={[{ to: view.href('/services'), name: t.services.title }]}><p className="lead">{l.lead}</p></PageHead>
        <div className="stack">
          <nav className="filters slide" aria-label={l.doors}>
            <NearMe address={view.href(placesAddress({ ...near_, after: undefined }, map))} current={filters.near !== undefined} fallback={to({ ...near_, sort: 'nearest' })} words={{ name: l.nearMe, locating: l.locating, denied: l.denied }} />
            <a className="chip" href={to({ ...filters, open: filters.open ? undefined : true })} aria-current={filters.open ? 'true' : undefined}><Icon name="open" />{l.openNow}</a>
            <a className="chip" href={to({ ...filters, good: filters.good ? undefined : true })} aria-current={filters.good ? 'true' : undefined}><Icon name="done" />{l.good}</a>
            <a className="chip" href={to({ ...filters, free: filters.free ? undefined : true })} aria-current={filters.free ? 'true' : undefined}><Icon name="ticket" />{l.free}</a>
            <a className="chip" href={to({ ...filters, accessible: filters.accessible ? undefined : true })} aria-current={filters.accessible ? 'true' : undefined}><Icon name="accessible" />{l.accessible}</a>
          </nav>
          {listedAsChosen.length > 0 && <ul className="filters" aria-label={l.chosen}>{listedAsChosen.map((each) => <li key={each.by}><a className="chip on" href={without(each.by)} aria-label={l.without(each.name)}>{each.name} <Icon name="close" /></a></li>)}</ul>}
          <PlaceNarrowing filters={filters} kinds={kinds} areas={areas} providers={providers} asMap={asMap} narrowed={chosen.length > 0} view={view} />
          {filters.sort === 'condition' ? <p className="hint">{l.weighed(weighed, near !== null)}</p> : near && <p className="hint">{near.name ? l.nearestTo(near.name) : l.nearestToYou}</p>}
          {unknownPlace && <p className="hint" role="status"><Icon name="no" /> {l.unknownPlace(filters.where!)}</p>}
          {filters.sort === 'nearest' && !near && (
            <form method="get" action={view.href('/places')} className="where">
              {Object.entries({ kind: filters.kind, group: filters.group, open: filters.open && '1', good: filters.good && '1', accessible: filters.accessible && '1', free: filters.free && '1', audience: filters.audience, area: filters.area, provider: filters.provider, ...map }).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
              {!unknownPlace && <p className="hint" role="status">{l.sayWhere}</p>}
              <label htmlFor="near-where"><b>{l.where}</b></label><span className="search-line"><input id="near-where" name="where" defaultValue={filters.where ?? ''} maxLength={120} autoComplete="street-address" /><button type="submit" className="btn">{l.show}</button></span>
            </form>
          )}
          {asMap && <>
            <p className="hint">{m.listBelow}</p>
            <Island of={PlaceMap} props={{ source: view.href('/map-data'), points: view.href(placesAddress({ ...filters, near: undefined, where: undefined, after: undefined, sort: 'name' }, {}, '/places/map-points')), near: near ? [near.longitude, near.latitude] : null, base: view.base, listed, words: m }} />
          </>}
          {cards.length > 0 ? <PlaceRows cards={cards} view={view} /> : (
            <Empty icon="place" action={<p className="actions">{(chosen.length > 0 || filters.after) && <LinkButton to={view.href('/places')}>{l.clear}</LinkButton>}<LinkButton icon="idea" to={view.href('/ideas/new')}>{l.idea}</LinkButton><LinkButton kind="quiet" icon="comment" to={view.href('/feedback/new')}>{l.ask}</LinkButton></p>}>{nothing}</Empty>
          )}
          <nav className="pager" aria-label={l.paging}>
            {next && <LinkButton to={view.href(placesAddress({ ...filters, after: next }, map))}>{filters.good ? l.further : l.more}</LinkButton>}
            {filters.after && <LinkButton kind="quiet" to={to(filters)}>{l.toStart}</LinkButton>}
          </nav>
          <p className="meta"><a href={view.href(placesAddress({ ...filters, near: undefined, where: undefined, after: undefined, sort: 'name' }, {}, '/places.atom'))}>{l.feed}</a></p>
        </div>
      </>
    )
  },
})
