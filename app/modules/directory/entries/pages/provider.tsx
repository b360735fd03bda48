import { z } from 'zod'
import { fields, page, problemsOf, type View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { ActionForm, Button, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Card, Empty, Fact, LinkButton, PageHead, Prose, Section } from '#ui/layout.tsx'
import { Trail } from '#ui/trail.tsx'
import { FactRow, FollowAndShare, Mail, Phone, Web } from '../entry-parts.tsx'
import { followEntry, unfollowEntry } from '../follow.server.ts'
import { changeProvider, decideProvider, decision, endProvider, providerForm } from '../provider.server.ts'
import { nested } from '../read-form.ts'
import { providerData } from '../schema-org.ts'
import { type ShownProvider, showProvider } from '../show-provider.server.ts'
import { entriesWords } from '../texts/index.ts'
import { labelsFor, OtherLanguages, Word } from '../word-fields.tsx'

type P = { providerId: string }
const ending = z.object({ reason: z.string().trim().max(500, 'tooLong').default('') })

/** A provider: what it is, what it keeps here; for officials the decision, for itself the ways to add and change. */
export default page('/providers/:providerId', {
  read: async (ctx, { providerId }) => ({ its: await showProvider(ctx, providerId), own: ctx.municipality.languages }),
  forms: {
    decide: fields(decision, async (ctx, { providerId }: P, its) => { await decideProvider(ctx, providerId, its) }),
    end: fields(ending, (ctx, { providerId }: P, { reason }) => endProvider(ctx, providerId, reason)),
    change: async (ctx, { providerId }, form) => {
      const its = providerForm.safeParse(nested(form))
      if (!its.success) return { problems: problemsOf(its.error) }
      await changeProvider(ctx, providerId, its.data)
    },
    follow: (ctx, { providerId }) => followEntry(ctx, 'provider', providerId),
    unfollow: (ctx, { providerId }) => unfollowEntry(ctx, providerId),
  },
  head: ({ its }) => ({ title: its.name, description: its.offers.slice(0, 180), place: 'services', live: its.id, wide: true, hidden: its.visibility !== 'public', ...(its.visibility === 'public' ? { data: providerData(its) } : {}) }),
  view: ({ its, own }, view) => <Provider its={its} own={own} view={view} />,
})

type Its = { its: ShownProvider; view: View }

function Provider({ its, own, view }: Its & { own: View['language'][] }) {
  const all = entriesWords(view.language), t = all.provider
  return (
    <>
      <PageHead title={its.name} crumbs={[{ to: view.href('/services'), name: all.services }, { to: view.href('/providers'), name: t.title }]}>
        <p className="meta"><Fact icon="organisation">{t.kinds[its.kind]}</Fact>{its.businessId && <span>{t.businessId} {its.businessId}</span>}</p>
      </PageHead>
      <div className="beside trailing">
        <div className="stack">
          <Standing its={its} view={view} />
          <Decide its={its} view={view} />
          {(its.phone || its.email || its.webAddress || its.visibility === 'public') && <section className="card stack glance" aria-label={all.facts.title}>
            <dl className="facts">
              <FactRow name={all.facts.phone}>{its.phone && <Phone number={its.phone} />}</FactRow>
              <FactRow name={all.facts.email}>{its.email && <Mail address={its.email} />}</FactRow>
              <FactRow name={all.facts.web}>{its.webAddress && <Web address={its.webAddress} />}</FactRow>
            </dl>
            {its.visibility === 'public' && <FollowAndShare its={its} view={view} />}
          </section>}
          {its.mine && its.state === 'approved' && <nav className="card ask stack tight" aria-label={all.keep.nav}><b>{all.keep.nav}</b><div className="actions"><LinkButton to={view.href('/places/new')} icon="place">{t.addPlace}</LinkButton><LinkButton to={view.href('/services/new')} icon="plus">{t.addService}</LinkButton></div></nav>}
        </div>
        <div className="stack wide">
          <Section id="offers" title={t.offers}><Prose text={its.offers} lang={its.lang} /></Section>
          <Entries its={its} view={view} />
          {its.mine && ['asked', 'approved'].includes(its.state) && <Change its={its} own={own} view={view} />}
          {its.trail.length > 0 && <Trail items={its.trail} owed={{ owner: its.unit, dueAt: its.dueAt, late: its.late, answered: false }} stage={its.stage} language={view.language} now={view.now} />}
          {its.may.end && <End its={its} view={view} />}
        </div>
      </div>
    </>
  )
}

function Standing({ its, view }: Its) {
  const t = entriesWords(view.language).provider
  if (its.state === 'approved') return null
  return (
    <Card tone={its.state === 'asked' ? 'ask' : 'late'}>
      <p className="iconed"><Icon name={its.state === 'asked' ? 'clock' : 'no'} /> <b>{its.state === 'asked' && !its.mine ? t.askedBy : t.states[its.state]}</b></p>
      {its.reason && <p>{its.reason}</p>}
      {its.state === 'asked' && its.dueAt && !its.mine && <p>{its.late ? t.lateBy(day(its.dueAt, view.language, view.now)) : t.decideBy(day(its.dueAt, view.language, view.now))}</p>}
      {its.mine && its.state !== 'asked' && <p><LinkButton to={view.href('/providers/new')}>{t.askAgain}</LinkButton></p>}
    </Card>
  )
}

/** One tap lets it in; a no says why. */
function Decide({ its, view }: Its) {
  const all = entriesWords(view.language), t = all.provider
  if (!its.may.decide) return null
  return (
    <section className="card stack" aria-label={t.waiting}>
      <ActionForm does="decide"><input type="hidden" name="decision" value="approved" /><p className="actions"><Button kind="main" icon="check">{t.approve}</Button></p></ActionForm>
      <details className="fold" open={view.failed?.form === 'decide'}><summary>{t.refuse}</summary>
        <ActionForm does="decide"><input type="hidden" name="decision" value="refused" /><ErrorSummary failed={view.failed} does="decide" labels={all.keep.labels} language={view.language} />
          <TextArea does="decide" name="reason" label={all.keep.labels.reason!} hint={t.reasonHint} rows={3} max={1000} failed={view.failed} language={view.language} />
          <p className="actions"><Button icon="sent">{t.refuseButton}</Button></p></ActionForm></details>
    </section>
  )
}

function Entries({ its, view }: Its) {
  const all = entriesWords(view.language), t = all.provider
  const mark = (each: { visibility: string; stage: string }) => (each.stage === 'ended' ? t.ended : each.visibility === 'waiting' ? t.draft : each.visibility === 'hidden' ? t.hidden : null)
  if (its.places.length + its.services.length === 0) return its.state === 'approved' ? <Empty icon="place">{t.nothingYet}</Empty> : null
  return (
    <>
      {its.services.length > 0 && <Section id="services" title={all.services}><ul className="card rows">{its.services.map((each) => <li key={each.id}><div className="t"><a href={view.href(`/services/${each.id}`)}>{each.name}</a>{each.summary && <small>{each.summary}</small>}{mark(each) && <p className="meta"><span className="stage is-quiet">{mark(each)}</span></p>}</div></li>)}</ul></Section>}
      {its.places.length > 0 && <Section id="places" title={all.places}><ul className="card rows">{its.places.map((each) => <li key={each.id}><Icon name={each.icon as IconName} /><div className="t"><a href={view.href(`/places/${each.id}`)}>{each.name}</a>{mark(each) && <p className="meta"><span className="stage is-quiet">{mark(each)}</span></p>}</div></li>)}</ul></Section>}
    </>
  )
}

/** What a provider says of itself, in a form; also what asking begins with. */
export function ProviderFields({ facts, own, does, view }: { facts?: ShownProvider['facts']; own: View['language'][]; does: string; view: View }) {
  const t = entriesWords(view.language).keep
  const offers = { name: 'offers', max: 2000, rows: 4, hint: true, optional: false, value: facts?.offers }
  const common = { does, failed: view.failed, language: view.language, words: t.problems, optional: true }
  return (
    <>
      <Word field={offers} language="fi" does={does} view={view} />
      <div className="pairs"><TextField {...common} name="phone" label={t.labels.phone!} value={facts?.phone} max={40} autoComplete="tel" /><TextField {...common} name="email" type="email" label={t.labels.email!} value={facts?.email} max={200} autoComplete="email" /></div>
      <TextField {...common} name="url" type="url" label={t.labels.url!} value={facts?.url} max={500} inputMode="url" autoComplete="url" />
      <OtherLanguages fields={[offers]} does={does} view={view} own={own} />
    </>
  )
}

function Change({ its, own, view }: Its & { own: View['language'][] }) {
  const all = entriesWords(view.language)
  return (
    <details className="fold" open={view.failed?.form === 'change'}><summary><Icon name="edited" /> {all.provider.editSelf}</summary>
      <ActionForm does="change"><ErrorSummary failed={view.failed} does="change" labels={labelsFor(view)} words={all.keep.problems} language={view.language} />
        <ProviderFields facts={its.facts} own={own} does="change" view={view} /><p className="actions"><Button kind="main" icon="check">{all.keep.save}</Button></p></ActionForm></details>
  )
}

function End({ its, view }: Its) {
  const all = entriesWords(view.language), t = all.provider
  return (
    <details className="fold" open={view.failed?.form === 'end'}><summary>{t.end}</summary>
      <ActionForm does="end" label={its.name}><p className="hint">{t.endLead}</p><TextArea does="end" name="reason" label={all.keep.labels.why!} hint={all.keep.hints.why!} rows={2} max={500} optional failed={view.failed} language={view.language} />
        <p className="actions"><Button kind="danger" icon="close">{t.end}</Button></p></ActionForm></details>
  )
}
