import { fields, page, type View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { endOf } from '#core/time/local.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, Select, TextField } from '#ui/form.tsx'
import { Card, Empty, Fact, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { idField, type Key, keyInput, keysOf, makeKey, newKey, partnersOf, revokeKey } from '../keys.server.ts'
import { type Scope, scopes } from '../schema.server.ts'
import { open311Words } from '../texts/index.ts'

/** Keys with which programs write over Open311. A new one is shown for ten minutes. */
export default page('/admin/open311', {
  read: async (ctx, _params, query) => ({ keys: await keysOf(ctx), partners: await partnersOf(ctx), made: query.has('made') ? await newKey(ctx, query.get('made')) : null }),
  forms: {
    make: fields(keyInput, async (ctx, _params, input) => {
      const made = await makeKey(ctx, input)
      return 'problems' in made ? made : { to: `/admin/open311?made=${made.id}` }
    }),
    revoke: fields(idField, async (ctx, _params, { id }) => { await revokeKey(ctx, id); return { to: '/admin/open311?revoked=1' } }),
  },
  head: (_data, { language }) => ({ title: open311Words(language).keys.title, place: 'desk', hidden: true }),
  view: ({ keys, partners, made }, view) => {
    const t = open311Words(view.language).keys
    return (
      <div className="stack">
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: t.admin }]}><p className="lead">{t.lead}</p></PageHead>
        {view.query.has('revoked') && !view.failed && <Said>{t.revoked}</Said>}
        {made && <><Said>{t.made}</Said><p className="card scroller" aria-label={t.newKey}><code>{made}</code></p></>}
        <Section title={t.yours} id="keys">
          {keys.length === 0 ? <Empty icon="key">{t.none}</Empty> : <ul className="card rows">{keys.map((each) => <KeyRow key={each.id} its={each} view={view} />)}</ul>}
        </Section>
        <MakeForm partners={partners} view={view} />
        <p className="actions"><LinkButton to={view.href('/open311')} kind="quiet" icon="linked">{t.docs}</LinkButton></p>
      </div>
    )
  },
})

function KeyRow({ its, view }: { its: Key; view: View }) {
  const { language, now } = view
  const t = open311Words(language).keys
  return (
    <li><div className="t"><b>{its.name}</b>
      <p>{its.scopes.map((scope) => t.scopes[scope]).join(' · ')}</p>
      <p className="meta">
        <Fact icon="calendar">{t.madeAt} {day(its.createdAt, language, now)}</Fact>
        <Fact icon="clock">{its.lastUsedAt ? `${t.used} ${day(its.lastUsedAt, language, now)}` : t.neverUsed}</Fact>
        <Fact icon="list">{t.hourly(its.perHour)}</Fact>
        {its.endsOn && <Fact icon={its.ended ? 'no' : 'calendar'}>{its.ended ? t.ended : t.ends} {day(endOf(its.endsOn), language, now)}</Fact>}
        {its.partner && <Fact icon="organisation">{its.partner}</Fact>}
      </p>
      <ActionForm does="revoke" className="inline" label={`${t.revoke}: ${its.name}`}><input type="hidden" name="id" value={its.id} /><Button kind="danger" small icon="remove">{t.revoke}</Button></ActionForm>
    </div></li>
  )
}

function MakeForm({ partners, view }: { partners: { id: string; name: string }[]; view: View }) {
  const { language, failed } = view
  const t = open311Words(language).keys
  const words = { chooseScope: t.chooseScope, past: t.past, nameTaken: t.nameTaken }
  const field = { does: 'make', failed, words, language }
  const mine = failed?.form === 'make' ? failed : undefined
  const chosen = mine ? [mine.values['scopes[]'] ?? mine.values.scopes ?? ''].flatMap((each) => each.split('\n')) : ['send']
  const labels = { name: t.name, scopes: t.scopesLabel, perHour: t.perHour, partnerId: t.partner, endsOn: t.endsOn }
  const problem = mine?.problems.scopes
  return (
    <Card label={t.make}>
      <h2>{t.make}</h2>
      <ErrorSummary failed={failed} does="make" labels={labels} words={words} language={language} />
      <ActionForm does="make">
        <TextField {...field} name="name" label={t.name} hint={t.nameHint} max={80} />
        <fieldset className={problem ? 'field wrong' : 'field'} id="make-scopes" aria-describedby={problem ? 'make-scopes-problem' : undefined}>
          <legend>{t.scopesLabel}</legend>
          {problem && <p className="problem" id="make-scopes-problem">{t.chooseScope}</p>}
          {scopes.map((scope: Scope) => <Checkbox key={scope} name="scopes[]" value={scope} label={t.scopes[scope]} checked={chosen.includes(scope)} />)}
        </fieldset>
        {partners.length > 0 && <Select {...field} name="partnerId" label={t.partner} hint={t.partnerHint} empty={t.anyPartner} options={partners.map((each) => ({ value: each.id, label: each.name }))} />}
        <div className="pairs">
          <TextField {...field} name="perHour" label={t.perHour} hint={t.perHourHint} inputMode="numeric" value="600" max={6} />
          <TextField {...field} name="endsOn" type="date" label={t.endsOn} hint={t.endsOnHint} optional />
        </div>
        <p className="actions"><Button kind="main" icon="key">{t.make}</Button></p>
      </ActionForm>
    </Card>
  )
}
