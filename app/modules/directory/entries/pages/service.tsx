import { page, type View } from '#core/http/page.ts'
import { AskCards } from '#modules/satisfaction/ui'
import { Icon, type IconName } from '#ui/icons.tsx'
import { PageHead, Prose, Section } from '#ui/layout.tsx'
import { Linked } from '#ui/linked.tsx'
import { Trail } from '#ui/trail.tsx'
import { OpenNow } from '../../hours/open-now.tsx'
import { NowFacts } from '../../now-facts.tsx'
import { Corrections, FactRow, FollowAndShare, Gone, Keeping, langOf, Mail, Phone, Photos, priceOf, serviceKeeping, States } from '../entry-parts.tsx'
import { followEntry, unfollowEntry } from '../follow.server.ts'
import { type ServicePage, servicePage } from '../page-data.server.ts'
import { serviceData } from '../schema-org.ts'
import { entriesWords } from '../texts/index.ts'

export default page('/services/:serviceId', {
  read: (ctx, { serviceId }) => servicePage(ctx, serviceId),
  forms: { follow: (ctx, { serviceId }) => followEntry(ctx, 'service', serviceId), unfollow: (ctx, { serviceId }) => unfollowEntry(ctx, serviceId) },
  head(its, view) {
    if (its.hidden) return { title: entriesWords(view.language).goneTitle, place: 'services', hidden: true }
    const { service } = its
    const image = service.pictures[0] && view.href(service.pictures[0].large)
    return { title: service.name, description: service.summary || service.description.slice(0, 180), place: 'services', live: service.id, wide: true, hidden: service.visibility !== 'public', ...(image ? { image } : {}), ...(service.visibility === 'public' ? { data: serviceData(its, view) } : {}) }
  },
  view: (its, view) => (its.hidden ? <Gone its={its} others={{ path: '/services/all', name: entriesWords(view.language).services }} view={view} /> : <Service its={its} view={view} />),
})

type Its = { its: ServicePage; view: View }

function Service({ its, view }: Its) {
  const t = entriesWords(view.language)
  const { service } = its
  const contact = service.channels.find((each) => each.email)?.email || service.channels.find((each) => each.phone)?.phone || ''
  const part = (id: string, title: string, which: 'forWhom' | 'how' | 'promise') => service[which] && <Section id={id} title={title}><Prose text={service[which]} lang={langOf(service.facts[which], view)} /></Section>
  return (
    <>
      <PageHead title={service.name} lang={service.lang} crumbs={[{ to: view.href('/services'), name: t.services }]}>{service.summary && <p className="lead" lang={langOf(service.facts.summary, view)}>{service.summary}</p>}</PageHead>
      <div className="beside trailing">
        <div className="stack">
          <States its={service} why={its.hiddenWhy} others="/services/all" view={view} />
          <section className="card stack glance" aria-label={t.facts.title}>
            <dl className="facts">
              <FactRow name={t.facts.price}>{priceOf(service, view)}</FactRow>
              <FactRow name={t.facts.forWhom}>{service.audiences.map((each) => t.audiences[each]).join(', ')}</FactRow>
              <FactRow name={t.facts.answers}>{service.provider ? <a href={view.href(`/providers/${service.provider.id}`)}>{service.provider.name}</a> : service.unit && <a href={view.href(`/units/${service.unit.id}`)}>{service.unit.name}</a>}</FactRow>
            </dl>
            {service.visibility === 'public' && <FollowAndShare its={service} view={view} />}
          </section>
          {service.may.keep && <Keeping to={serviceKeeping(service.id, t.keep, { ask: service.provider === null })} view={view} />}
        </div>
        <div className="stack wide">
          {!service.gone && <Ways its={its} view={view} />}
          {part('for-whom', t.facts.forWhom, 'forWhom')}
          {part('how', t.how, 'how')}
          {part('promise', t.promise, 'promise')}
          {(service.description || service.pictures.length > 0) && <Section id="about" title={t.description}>{service.description && <Prose text={service.description} lang={langOf(service.facts.description, view)} />}<Photos pictures={service.pictures} view={view} /></Section>}
          <AskCards asked={its.asked} view={view} />
          <Linked links={its.links} view={view} />
          {its.trail.length > 0 && <Trail items={its.trail} owed={{ owner: null, dueAt: null, late: false, answered: true }} stage={service.stage} language={view.language} now={view.now} />}
          <Corrections its={service} contact={contact} view={view} />
          {its.origin?.(view)}
        </div>
      </div>
    </>
  )
}

const icons: Record<string, IconName> = { web: 'arrow', form: 'edited', phone: 'phone', place: 'place', desk: 'desk', chat: 'comment', email: 'mail' }

/** Every way to use the service, each with its one way in, and whether it is open now. */
function Ways({ its: { service, hours, now }, view }: Its) {
  const t = entriesWords(view.language)
  return (
    <Section id="ways" title={t.ways}>
      {service.channels.length === 0 ? <p className="hint">{t.noWays}</p> : (
        <ul className="card rows">
          {service.channels.map((each) => {
            const open = hours.get(each.id) ?? (each.place ? hours.get(each.place.id) : undefined)
            return (
              <li key={each.id}><Icon name={each.place ? each.place.icon as IconName : icons[each.kind] ?? 'arrow'} /><div className="t">
                <small>{t.channelKinds[each.kind]}</small>
                {each.url ? <a href={each.url} rel="noopener nofollow">{each.name}</a> : each.place ? <a href={view.href(`/places/${each.place.id}`)}>{each.place.name}</a> : <b>{each.name}</b>}
                {each.phone && <Phone number={each.phone} />}{each.email && <Mail address={each.email} />}
                {each.charge && <small>{t.charge}: {each.charge}</small>}
                {each.place && each.place.street && <small>{[each.place.street, each.place.city].filter(Boolean).join(', ')}</small>}
                {open && !(each.place && now.get(each.place.id)?.some((fact) => fact.shut)) && <OpenNow hours={open} view={view} />}
                {each.place && <NowFacts facts={(now.get(each.place.id) ?? []).filter((fact) => fact.primary)} view={view} />}
                {each.description && <p>{each.description}</p>}
              </div></li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
