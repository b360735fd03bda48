import { page, type View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { number } from '#core/text/format.ts'
import { AskCards } from '#modules/satisfaction/ui'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Fact, PageHead, Prose, Section } from '#ui/layout.tsx'
import { Linked } from '#ui/linked.tsx'
import { Share } from '#ui/share.tsx'
import { Trail } from '#ui/trail.tsx'
import { OpenNow, saysOpen } from '../../hours/open-now.tsx'
import { WeekHours } from '../../hours/week-hours.tsx'
import { placeKinds } from '../../place-kinds.ts'
import { NowFacts } from '../../now-facts.tsx'
import { WishForm } from '../../wishes/wish-form.tsx'
import { Corrections, FactRow, Gone, Keeping, langOf, Mail, Phone, Photos, placeKeeping, priceOf, States, Web } from '../entry-parts.tsx'
import { type PlacePage, placePage } from '../page-data.server.ts'
import { placeData } from '../schema-org.ts'
import { entriesWords } from '../texts/index.ts'

export default page('/places/:placeId', {
  read: (ctx, { placeId }) => placePage(ctx, placeId),
  head(its, view) {
    if (its.hidden) return { title: entriesWords(view.language).goneTitle, place: 'services', hidden: true }
    const { place } = its
    const image = place.pictures[0] && view.href(place.pictures[0].large)
    return { title: place.name, description: place.summary || `${place.kindName}, ${place.street || place.areaName || ''}`, place: 'services', live: place.id, wide: true, hidden: place.visibility !== 'public', ...(image ? { image } : {}), ...(place.visibility === 'public' ? { data: placeData(its, view) } : {}) }
  },
  view: (its, view) => (its.hidden ? <Gone its={its} others={{ path: '/places', name: entriesWords(view.language).places }} view={view} /> : <Place its={its} view={view} />),
})

type Its = { its: PlacePage; view: View }

function Place({ its, view }: Its) {
  const t = entriesWords(view.language)
  const { place, facts, hours } = its
  return (
    <>
      <PageHead title={place.name} lang={place.lang} crumbs={[{ to: view.href('/services'), name: t.services }, { to: view.href(withQuery('/places', { kind: place.kind })), name: place.kindName }]}>
        {(place.areaName || place.provider) && (
          <p className="meta">
            {place.area && place.areaName && <Fact icon="place"><a href={view.href(`/areas/${encodeURIComponent(place.area)}`)}>{place.areaName}</a></Fact>}
            {place.provider && <Fact icon="organisation"><a href={view.href(`/providers/${place.provider.id}`)}>{place.provider.name}</a></Fact>}
          </p>
        )}
      </PageHead>
      <div className="beside trailing">
        <div className="stack">
          <States its={place} why={its.hiddenWhy} others={withQuery('/places', { kind: place.kind })} view={view} />
          <section className="card stack glance" aria-label={t.facts.title}>
            {!place.gone && hours && saysOpen(hours, facts, view.now) && <OpenNow hours={hours} view={view} />}
            <NowFacts facts={facts} view={view} />
            <dl className="facts">
              <FactRow name={t.facts.address}><Address its={its} view={view} /></FactRow>
              <FactRow name={t.facts.access}><span className="iconed"><Icon name="accessible" /><span>{t.accessible[place.accessible]}{place.access.length > 0 && <> · <a className="touch" href="#access">{t.facts.accessMore}</a></>}</span></span></FactRow>
              <FactRow name={t.facts.price}>{priceOf(place, view)}</FactRow>
              <FactRow name={t.facts.phone}>{place.phone && <Phone number={place.phone} />}</FactRow>
              <FactRow name={t.facts.email}>{place.email && <Mail address={place.email} />}</FactRow>
              <FactRow name={t.facts.web}>{place.webAddress && <Web address={place.webAddress} />}</FactRow>
              <FactRow name={t.facts.forWhom}>{place.audiences.map((each) => t.audiences[each]).join(', ')}</FactRow>
              <FactRow name={t.facts.partOf}>{place.partOf && <a href={view.href(`/places/${place.partOf.id}`)}>{place.partOf.name}</a>}</FactRow>
              <FactRow name={t.facts.keptBy}>{place.unit && <a href={view.href(`/units/${place.unit.id}`)}>{place.unit.name}</a>}</FactRow>
            </dl>
          </section>
          {place.may.keep && <Keeping to={placeKeeping(place.id, t.keep, { ask: place.provider === null })} view={view} />}
        </div>
        <div className="stack wide">
          {its.panels.map((panel) => <div key={panel.name}>{panel.draw(view)}</div>)}
          {hours && !place.gone && <Section id="hours" title={t.keep.hours} more={<a href={view.href(`/places/${place.id}/hours`)}>{t.facts.allHours}</a>}><div className="card"><WeekHours hours={hours} view={view} days={7} /></div></Section>}
          {(place.description || place.pictures.length > 0) && <section className="stack" aria-label={t.about}>{place.description && <Prose text={place.description} lang={langOf(place.facts.description, view)} />}<Photos pictures={place.pictures} view={view} /></section>}
          <Inside its={its} view={view} />
          {its.wishes && <Section id="follow" title={t.follow}><div className="card stack"><WishForm its={its.wishes} view={view} /></div></Section>}
          <AskCards asked={its.asked} view={view} />
          <Linked links={its.links} view={view} />
          {its.trail.length > 0 && <Trail items={its.trail} owed={{ owner: null, dueAt: null, late: false, answered: true }} stage={place.stage} language={view.language} now={view.now} />}
          <Corrections its={place} point={pointOf(place)} contact={place.email || place.phone} view={view} />
          <div className="actions"><Share title={place.name} url={place.url} language={view.language} /></div>
        </div>
      </div>
    </>
  )
}

const pointOf = (place: PlacePage['place']) => (place.longitude === null || place.latitude === null ? null : { longitude: place.longitude, latitude: place.latitude })

function Address({ its: { place }, view }: Its) {
  const t = entriesWords(view.language)
  const point = pointOf(place)
  const town = [place.postalCode, place.city].filter(Boolean).join(' ')
  if (!place.street && !town && !point) return place.areaName
  return (
    <>
      {(place.street || town) && <div>{place.street}{place.street && town && ', '}{town}</div>}
      {point && <a className="touch" href={`https://www.openstreetmap.org/?mlat=${point.latitude}&mlon=${point.longitude}#map=17/${point.latitude}/${point.longitude}`} rel="noreferrer">{t.facts.map}</a>}
    </>
  )
}

/** What is in the place and how one gets in: only what there is. */
function Inside({ its: { place, roomHours }, view }: Its) {
  const t = entriesWords(view.language)
  const count = (value: number) => number(value, view.language)
  return (
    <>
      {place.arrival && <Section id="arrival" title={t.arrival}><Prose text={place.arrival} lang={langOf(place.facts.arrival, view)} /></Section>}
      {(place.access.length > 0 || place.entrances.length > 0) && (
        <Section id="access" title={t.facts.access}>
          {place.access.map((each) => <div key={each.heading} className="stack tight" lang={each.lang}><h3>{each.heading}</h3><ul className="bullets">{each.sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul></div>)}
          {place.entrances.length > 0 && (
            <div className="stack tight"><h3>{t.entrances}</h3>
              <ul className="card rows">{place.entrances.map((each) => <li key={each.id}><div className="t"><b>{each.name}</b><p className="meta">{each.main && <Fact icon="signpost">{t.mainEntrance}</Fact>}{each.accessible !== 'unknown' && <Fact icon="accessible">{t.accessible[each.accessible]}</Fact>}</p></div></li>)}</ul></div>
          )}
        </Section>
      )}
      {place.services.length > 0 && <Section id="services" title={t.servicesHere}><ul className="card rows">{place.services.map((each) => <li key={each.id}><div className="t"><a href={view.href(`/services/${each.id}`)}>{each.name}</a>{each.summary && <small>{each.summary}</small>}</div></li>)}</ul></Section>}
      {place.rooms.length > 0 && (
        <Section id="rooms" title={t.rooms}>
          <ul className="card rows">
            {place.rooms.map((each) => {
              const hours = roomHours.get(each.id)
              return <li key={each.id}><div className="t"><b>{each.name}</b>{each.description && <p>{each.description}</p>}{hours && <OpenNow hours={hours} view={view} />}{(each.capacity || each.size) && <p className="meta">{each.capacity && <Fact icon="people">{t.people(count(each.capacity))}</Fact>}{each.size && <span>{count(each.size)} m²</span>}</p>}</div></li>
            })}
          </ul>
        </Section>
      )}
      {place.equipment.length > 0 && <Section id="equipment" title={t.equipment}><ul className="bullets">{place.equipment.map((each) => <li key={each.id}>{each.name}{each.count ? `, ${t.pieces(count(each.count))}` : ''}</li>)}</ul></Section>}
      {place.parts.length > 0 && <Section id="parts" title={t.parts}><ul className="card rows">{place.parts.map((each) => <li key={each.id}><Icon name={partIcon(each.kind)} /><div className="t"><a href={view.href(`/places/${each.id}`)}>{each.name}</a></div></li>)}</ul></Section>}
    </>
  )
}
const partIcon = (kind: string): IconName => (placeKinds.get(kind)?.icon ?? 'place') as IconName
