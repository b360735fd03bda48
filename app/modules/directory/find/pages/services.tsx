import { Fragment } from 'react'
import type { Ctx } from '#core/context/context.server.ts'
import { page } from '#core/http/page.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import { LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { NearMe } from '#ui/near-me.tsx'
import { audiences } from '../../facts.ts'
import { can } from '../../permissions.ts'
import { placeKinds } from '../../place-kinds.ts'
import { groups, placesAddress, servicesAddress } from '../filters.ts'
import { situationsOf } from '../life.server.ts'
import { kindsPresent } from '../providers.server.ts'
import { servicesPanels } from '../services-panel.ts'
import { findWords } from '../texts/index.ts'

async function showServicesTab(ctx: Ctx) {
  allowAnyone(ctx, can.read)
  const [kinds, life, units, panels] = await Promise.all([kindsPresent(ctx), situationsOf(ctx), unitsOf(ctx), servicesPanels(ctx)])
  return { kinds, life, units, panels }
}

/** Palvelut: one box over everything, what is open near, kinds of places, moments of life, and what people wished for. */
export default page('/services', {
  read: (ctx) => showServicesTab(ctx),
  head: (_data, { language }) => ({ title: findWords(language).services.title, description: findWords(language).services.lead, place: 'services' }),
  view({ kinds, life, units, panels }, view) {
    const t = findWords(view.language), s = t.services
    const places = (its: Parameters<typeof placesAddress>[0], more: Record<string, string> = {}) => view.href(placesAddress(its, more))
    return (
      <>
        <PageHead title={s.title}><p className="lead">{s.lead}</p></PageHead>
        <form method="get" action={view.href('/search')} role="search" className="stack tight">
          <label htmlFor="q"><b>{s.search}</b></label>
          <div className="searchbox"><input id="q" type="search" name="q" maxLength={200} aria-describedby="q-hint" autoComplete="off" enterKeyHint="search" /><button type="submit" className="btn main"><Icon name="search" />{s.go}</button></div>
          <p className="hint" id="q-hint">{s.searchHint}</p>
        </form>
        {kinds.length > 0 && <nav className="filters" aria-label={s.quick}>
          <NearMe address={places({ open: true })} current={false} fallback={places({ open: true, sort: 'nearest' })} words={{ name: s.openNear, locating: t.list.locating, denied: t.list.denied }} />
          <a className="chip" href={places({ good: true })}><Icon name="done" />{s.good}</a>
          <a className="chip" href={places({}, { view: 'map' })}><Icon name="map" />{s.onMap}</a>
          <a className="chip" href={places({ audience: 'children' })}><Icon name="play" />{s.forChildren}</a>
          <a className="chip" href={places({ free: true })}><Icon name="ticket" />{s.free}</a>
          <a className="chip" href={places({ accessible: true })}><Icon name="accessible" />{s.accessible}</a>
        </nav>}
        {panels.map(({ name, draw }) => <Fragment key={name}>{draw(view)}</Fragment>)}
        <Section id="places" title={s.places} more={kinds.length > 0 && <a href={view.href('/places')}>{s.allPlaces}</a>}>
          {kinds.length === 0 ? <p className="hint">{s.noPlaces}</p> : (
            <div className="card kinds">
              {groups.filter((group) => kinds.some((kind) => placeKinds.get(kind)!.group === group)).map((group) => (
                <section key={group} aria-labelledby={`g-${group}`}>
                  <h3 id={`g-${group}`}><a className="touch" href={places({ group })}>{t.groups[group]}</a></h3>
                  <ul className="filters">{kinds.filter((kind) => placeKinds.get(kind)!.group === group).map((kind) => <li key={kind}><a className="chip" href={places({ kind })}><Icon name={placeKinds.get(kind)!.icon as IconName} />{placeKinds.get(kind)!.name[view.language]}</a></li>)}</ul>
                </section>
              ))}
            </div>
          )}
        </Section>
        {life.length > 0 && (
          <Section id="life" title={s.life}>
            <p className="hint">{s.lifeLead}</p>
            <div className="tiles">{life.map((each) => <a className="tile" key={each.id} href={view.href(`/life/${each.key}`)}><Icon name={each.icon as IconName} /><b lang={each.lang}>{each.name}</b></a>)}</div>
          </Section>
        )}
        <Section id="all" title={s.servicesTitle} more={<a href={view.href('/services/all')}>{s.all}</a>}>
          <nav className="filters" aria-label={s.forWhom}>{audiences.map((audience) => <a key={audience} className="chip" href={view.href(servicesAddress({ audience }))}>{t.audiences[audience]}</a>)}</nav>
          {units.length > 0 && <details className="fold"><summary><Icon name="official" />{s.units}</summary><ul className="rows">{units.map((unit) => <li key={unit.id}><div className="t"><a href={view.href(servicesAddress({ unit: unit.id }))}>{unit.name}</a></div></li>)}</ul></details>}
          <ul className="doors"><li><a className="card" href={view.href('/providers')}><span className="node is-idea"><Icon name="organisation" /></span><span className="t"><b>{s.providers}</b><small>{s.providersHint}</small></span><Icon name="next" /></a></li></ul>
        </Section>
        <Section id="wishes" title={s.wishes}>
          <ul className="doors">
            <li><a className="card" href={view.href('/ideas/new?kind=need')}><span className="node is-idea"><Icon name="need" /></span><span className="t"><b>{s.wish}</b><small>{s.wishHint}</small></span><Icon name="next" /></a></li>
            <li><a className="card" href={view.href('/ideas?stage=service')}><span className="node is-service"><Icon name="done" /></span><span className="t"><b>{s.came}</b><small>{s.cameHint}</small></span><Icon name="next" /></a></li>
          </ul>
        </Section>
        {view.me?.admin && <p className="actions"><LinkButton kind="quiet" icon="settings" to={view.href('/admin/life')}>{t.keep.title}</LinkButton><LinkButton kind="quiet" icon="search" to={view.href('/admin/synonyms')}>{t.synonyms.title}</LinkButton></p>}
      </>
    )
  },
})
