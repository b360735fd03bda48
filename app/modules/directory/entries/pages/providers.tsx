import type { Ctx } from '#core/context/context.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { page, problemsOf } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { day } from '#core/text/format.ts'
import { topicsOf } from '#core/trail/facets.server.ts'
import { ActionForm, Button, ErrorSummary, Select } from '#ui/form.tsx'
import { Card, Empty, Fact, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { LateMark } from '#ui/stage.tsx'
import { can } from '../../permissions.ts'
import { askForm, askToProvide, decideProvider } from '../provider.server.ts'
import { nested } from '../read-form.ts'
import { listProviders } from '../show-provider.server.ts'
import { entriesWords } from '../texts/index.ts'
import { labelsFor } from '../word-fields.tsx'
import { ProviderFields } from './provider.tsx'

/** Who else offers services here; for officials who waits to be let in, for an organisation the way in. */
export const providers = page('/providers', {
  read: (ctx) => listProviders(ctx),
  forms: { approve: async (ctx, _params, form) => { await decideProvider(ctx, String(form.get('provider') ?? ''), { decision: 'approved' }) } },
  head: (_its, { language }) => ({ title: entriesWords(language).provider.title, description: entriesWords(language).provider.lead, place: 'services' }),
  view(its, view) {
    const all = entriesWords(view.language), t = all.provider
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/services'), name: all.services }]}><p className="lead">{t.lead}</p></PageHead>
        {its.asked.length > 0 && (
          <Section id="waiting" title={t.waiting}>
            <ul className="card rows">
              {its.asked.map((each) => (
                <li key={each.id}><div className="t"><a className="title" href={view.href(`/providers/${each.id}`)}>{each.name}</a><p className="summary-text">{each.offers}</p>
                  <p className="meta">{each.late && <LateMark language={view.language} />}{each.unit && <Fact icon="official">{each.unit}</Fact>}<Fact icon="calendar">{t.askedOn(day(each.askedAt, view.language, view.now))}</Fact>{each.dueAt && <Fact icon="clock">{t.decideBy(day(each.dueAt, view.language, view.now))}</Fact>}</p>
                  <div className="actions"><ActionForm does="approve" label={each.name}><input type="hidden" name="provider" value={each.id} /><Button kind="main" small icon="check">{t.approve}</Button></ActionForm><a className="btn small" href={view.href(`/providers/${each.id}`)}>{t.refuse}</a></div></div></li>
              ))}
            </ul>
          </Section>
        )}
        {its.approved.length === 0 ? <Empty icon="organisation">{t.none}</Empty> : <ul className="card rows">{its.approved.map((each) => <li key={each.id}><div className="t"><a className="title" href={view.href(`/providers/${each.id}`)}>{each.name}</a><p className="summary-text">{each.offers}</p></div></li>)}</ul>}
        {(its.own || !its.decides) && <Card tone="ask"><b>{t.becomes}</b>
          {its.own?.provider ? <p><LinkButton to={view.href(`/providers/${its.own.provider.id}`)}>{t.ownPage}</LinkButton></p> : its.own ? <><p>{t.askLead(its.own.name)}</p><p><LinkButton kind="main" to={view.href('/providers/new')}>{t.ask}</LinkButton></p></> : <><p>{t.actAs}</p><p><LinkButton to={view.href('/me/organisations')}>{t.actAsLink}</LinkButton></p></>}</Card>}
      </div>
    )
  },
})

/** An organisation asks to keep its own services and places here: one short form. */
export const newProvider = page('/providers/new', {
  read: async (ctx: Ctx) => ({ as: allow(ctx, can.askToProvide).as ?? null, topics: await topicsOf(ctx), own: ctx.municipality.languages }),
  forms: {
    ask: async (ctx, _params, form) => {
      allow(ctx, can.askToProvide)
      const its = askForm.safeParse(nested(form))
      if (!its.success) return { problems: problemsOf(its.error) }
      const done = await askToProvide(ctx, its.data)
      return isProblems(done) ? done : { to: `/providers/${done.id}` }
    },
  },
  head: (_data, { language }) => ({ title: entriesWords(language).provider.ask, place: 'services', hidden: true }),
  view({ as, topics, own }, view) {
    const all = entriesWords(view.language), t = all.provider
    const crumbs = [{ to: view.href('/providers'), name: t.title }]
    if (!as) return <><PageHead title={t.ask} crumbs={crumbs} /><Empty icon="organisation" action={<LinkButton kind="main" to={view.href('/me/organisations')}>{t.actAsLink}</LinkButton>}>{t.actAs}</Empty></>
    return (
      <div className="stack wide">
        <PageHead title={t.ask} crumbs={crumbs}><p className="lead">{t.askLead(as.name)}</p></PageHead>
        <ActionForm does="ask">
          <ErrorSummary failed={view.failed} does="ask" labels={labelsFor(view)} words={all.keep.problems} language={view.language} />
          <ProviderFields own={own} does="ask" view={view} />
          <Select does="ask" name="topicId" label={all.keep.labels.topicId!} hint={all.keep.hints.topic!} failed={view.failed} language={view.language} optional empty="–" options={topics.map((each) => ({ value: each.id, label: each.name }))} />
          <p className="actions"><Button kind="main" icon="sent">{t.send}</Button></p>
        </ActionForm>
      </div>
    )
  },
})
