import { page } from '#core/http/page.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import { LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { showLife } from '../life.server.ts'
import { findWords } from '../texts/index.ts'

/** A moment of life: what to do and in which order, each step with the service, place or page that does it. */
export default page('/life/:key', {
  read: (ctx, { key }) => showLife(ctx, key),
  head: ({ its }) => ({ title: its.name, description: its.lead, place: 'services', hidden: !its.shown }),
  view({ its, steps, others, keeps }, view) {
    const t = findWords(view.language).life
    const label = { service: t.toService, place: t.toPlace, page: t.toPage, outside: t.toPage }
    return (
      <>
        <PageHead title={its.name} lang={its.lang} crumbs={[{ to: view.href('/services'), name: findWords(view.language).services.title }]}>
          <p className="lead" lang={its.lang}>{its.lead}</p>
          {!its.shown && <p className="hint"><Icon name="hidden" /> {t.hidden}</p>}
        </PageHead>
        <ol className="trail life" aria-label={t.steps}>
          {steps.map((step, i) => (
            <li key={step.id}><span className="node is-idea" aria-hidden="true">{i + 1}</span>
              <div className="stack tight" lang={step.lang}>
                <h2>{step.name}</h2>
                <p className="prose">{step.text}</p>
                {step.to && <div className="actions"><a className="btn small" href={step.to.kind === 'outside' ? step.to.path : view.href(step.to.path)} {...(step.to.kind === 'outside' ? { rel: 'noopener' } : {})}><Icon name={step.to.kind === 'place' ? 'place' : step.to.kind === 'outside' ? 'linked' : 'arrow'} />{step.to.name ?? (step.to.kind === 'page' && step.to.path.startsWith('/places?') ? t.toPlaces : step.to.kind === 'outside' ? `${t.toPage}: ${new URL(step.to.path).hostname.replace(/^www\./, '')}` : label[step.to.kind])}<span className="visually-hidden"> ({step.name})</span></a></div>}
              </div>
            </li>
          ))}
        </ol>
        <Section id="ask" title={t.asking}>
          <p className="hint">{t.askingHint}</p>
          <p className="actions"><LinkButton icon="comment" to={view.href(`/feedback/new?text=${encodeURIComponent(`${its.name}: `)}`)}>{t.ask}</LinkButton><LinkButton icon="need" to={view.href('/ideas/new?kind=need')}>{t.wish}</LinkButton>{keeps && <LinkButton kind="quiet" icon="edited" to={view.href(`/admin/life/${its.id}`)}>{t.edit}</LinkButton>}</p>
        </Section>
        {others.length > 0 && <Section id="others" title={t.others}><ul className="filters">{others.map((each) => <li key={each.id}><a className="chip" lang={each.lang} href={view.href(`/life/${each.key}`)}><Icon name={each.icon as IconName} />{each.name}</a></li>)}</ul></Section>}
      </>
    )
  },
})
