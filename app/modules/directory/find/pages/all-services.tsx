import type { Ctx } from '#core/context/context.server.ts'
import { page } from '#core/http/page.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { withQuery } from '#core/http/urls.ts'
import { Checkbox } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Empty, LinkButton, PageHead } from '#ui/layout.tsx'
import { audiences, channelKinds } from '../../facts.ts'
import { can } from '../../permissions.ts'
import { serviceCards } from '../cards.server.ts'
import { readServiceFilters, type ServiceFilters, servicesAddress, type Some } from '../filters.ts'
import { servicesListed } from '../listed.server.ts'
import { Pick } from '../narrowing.tsx'
import { ServiceRows } from '../place-rows.tsx'
import { providersOf } from '../providers.server.ts'
import { findWords } from '../texts/index.ts'

async function showServices(ctx: Ctx, query: URLSearchParams) {
  allowAnyone(ctx, can.read)
  const filters = readServiceFilters(query)
  const [units, providers, { ids, next }] = await Promise.all([unitsOf(ctx), providersOf(ctx), servicesListed(ctx, filters)])
  const t = findWords(ctx.language)
  const chosen = ([
    ['audience', filters.audience && t.audiences[filters.audience]], ['free', filters.free && t.list.free], ['channel', filters.channel && t.channels[filters.channel]], ['unit', filters.unit && (units.find((each) => each.id === filters.unit)?.name ?? filters.unit)],
    ['provider', filters.provider && (filters.provider === 'own' ? t.list.own : providers.find((each) => each.id === filters.provider)?.name ?? filters.provider)],
  ] as [keyof ServiceFilters, string | false | undefined][]).flatMap(([by, name]) => (name ? [{ by, name }] : []))
  return { filters, units, providers, cards: await serviceCards(ctx, ids), next, chosen }
}

/** Every public service by its name, narrowed by who it is for, who answers, how it is used and what it costs. */
export default page('/services/all', {
  read: (ctx, _params, query) => showServices(ctx, query),
  head: ({ chosen }, { language, query }) => ({ title: [findWords(language).all.title, ...chosen.map((each) => each.name)].join(' · '), description: findWords(language).all.lead, place: 'services', feed: withQuery('/services/all.atom', {}), hidden: query.has('after') }),
  view({ filters, units, providers, cards, next, chosen }, view) {
    const t = findWords(view.language), a = t.all, l = t.list
    const to = (its: Some<ServiceFilters>) => view.href(servicesAddress({ ...its, after: undefined }))
    return (
      <>
        <PageHead title={a.title} crumbs={[{ to: view.href('/services'), name: t.services.title }]}><p className="lead">{a.lead}</p></PageHead>
        <div className="stack">
          <nav className="filters slide" aria-label={l.audience}>{audiences.map((each) => <a key={each} className="chip" href={to({ ...filters, audience: filters.audience === each ? undefined : each })} aria-current={filters.audience === each ? 'true' : undefined}>{t.audiences[each]}</a>)}</nav>
          {chosen.length > 0 && <ul className="filters" aria-label={l.chosen}>{chosen.map((each) => <li key={each.by}><a className="chip on" href={to({ ...filters, [each.by]: undefined })} aria-label={l.without(each.name)}>{each.name} <Icon name="close" /></a></li>)}</ul>}
          <details className="fold narrow">
            <summary><Icon name="filter" />{a.filter}</summary>
            <form method="get" action={view.href('/services/all')} className="stack">
              {filters.audience && <input type="hidden" name="audience" value={filters.audience} />}
              <div className="pairs">
                <Pick name="channel" label={a.channel} value={filters.channel ?? ''} options={[{ value: '', label: a.anyChannel }, ...channelKinds.map((each) => ({ value: each, label: t.channels[each] }))]} />
                <Pick name="unit" label={a.unit} value={filters.unit ?? ''} options={[{ value: '', label: a.anyUnit }, ...units.map((each) => ({ value: each.id, label: each.name }))]} />
                {providers.length > 0 && <Pick name="provider" label={l.who} value={filters.provider ?? ''} options={[{ value: '', label: l.anyProvider }, { value: 'own', label: l.own }, ...providers.map((each) => ({ value: each.id, label: each.name }))]} />}
              </div>
              <Checkbox id="f-free" name="free" value="1" checked={filters.free === true} label={l.free} />
              <p className="actions"><button type="submit" className="btn main">{l.show}</button>{chosen.length > 0 && <a className="btn quiet" href={view.href('/services/all')}>{l.clear}</a>}</p>
            </form>
          </details>
          {cards.length > 0 ? <ServiceRows cards={cards} view={view} /> : <Empty icon="list" action={<p className="actions">{(chosen.length > 0 || filters.after) && <LinkButton to={view.href('/services/all')}>{l.clear}</LinkButton>}<LinkButton icon="need" to={view.href('/ideas/new?kind=need')}>{t.services.wish}</LinkButton></p>}>{chosen.length > 0 ? a.empty : a.none}</Empty>}
          <nav className="pager" aria-label={l.paging}>
            {next && <LinkButton to={view.href(servicesAddress({ ...filters, after: next }))}>{l.more}</LinkButton>}
            {filters.after && <LinkButton kind="quiet" to={to(filters)}>{l.toStart}</LinkButton>}
          </nav>
          <p className="meta"><a href={view.href('/services/all.atom')}>{a.feed}</a></p>
        </div>
      </>
    )
  },
})
