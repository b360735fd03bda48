import { z } from 'zod'
import { emailField } from '#core/http/form-fields.ts'
import { ago, day, dayAndTime } from '#core/text/format.ts'
import { Forbidden } from '#core/errors/errors.ts'
import { addressOf } from '#core/http/asker-address.server.ts'
import { fields, page, type View } from '#core/http/page.ts'
import { actingCookie } from '#core/identity/acting.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { ActionForm, Button, Checkbox, Choice, ErrorSummary, TextField } from '#ui/form.tsx'
import { Card, Empty, Fact, PageHead, Said, Section } from '#ui/layout.tsx'
import { createOrganisation, newOrganisation, type ShownOrganisation, showOrganisations, stopRepresenting } from '../organisations.server.ts'
import { can } from '../permissions.ts'
import { inviteRepresentative } from '../representation.server.ts'
import { peopleWords } from '../texts/index.ts'

const which = z.object({ organisation: z.uuid() })

export default page('/me/organisations', {
  read: async (ctx) => ({ organisations: await showOrganisations(ctx) }),
  forms: {
    act: fields(which, async (ctx, _params, { organisation }, more) => {
      const me = allow(ctx, can.actAs, { authorOrganisationId: organisation })
      if (!me.sessionId) throw new Forbidden()
      more.headers.append('set-cookie', actingCookie(ctx, me.sessionId, organisation, signInOf(ctx).secure))
      return { to: '/me/organisations' }
    }),
    stop: async (ctx, _params, _form, more) => {
      allow(ctx, can.seeMine)
      more.headers.append('set-cookie', actingCookie(ctx, '', null, signInOf(ctx).secure))
      return { to: '/me/organisations' }
    },
    invite: fields(z.object({ organisation: z.uuid(), email: emailField, handOver: z.literal('on').optional() }), async (ctx, _params, { organisation, email, handOver }, more) =>
      await inviteRepresentative(ctx, { organisationId: organisation, email, handOver: handOver === 'on' }, addressOf(more.request)) ?? { to: '/me/organisations?done=invited' }),
    leave: fields(which, async (ctx, _params, { organisation }) => await stopRepresenting(ctx, organisation) ?? { to: '/me/organisations?done=left' }),
    create: fields(newOrganisation, async (ctx, _params, input) => {
      const made = await createOrganisation(ctx, input)
      return 'problems' in made ? made : { to: '/me/organisations?done=made' }
    }),
  },
  head: (_data, { language }) => ({ title: peopleWords(language).organisations.title, hidden: true, place: 'me' }),
  view: ({ organisations }, view) => {
    const words = peopleWords(view.language), t = words.organisations
    const done = view.query.get('done')
    const field = { does: 'create', failed: view.failed, language: view.language, words: t.problems }
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/me'), name: words.me.title }]}><p className="lead">{t.lead}</p></PageHead>
        {done && <Said>{done === 'invited' ? t.invited : done === 'left' ? t.left : t.made}</Said>}
        {organisations.length === 0 && <Empty icon="organisation">{t.none}</Empty>}
        {organisations.map((its) => <Organisation key={its.id} its={its} view={view} />)}
        <Section title={t.create} id="create">
          <p>{t.unchecked}</p>
          <ActionForm does="create">
            <ErrorSummary failed={view.failed} does="create" labels={{ kind: t.what, name: t.name, businessId: t.businessId }} words={t.problems} language={view.language} />
            <Choice {...field} name="kind" label={t.what} row options={[{ value: 'association', label: t.kind.association }, { value: 'company', label: t.kind.company }]} />
            <TextField {...field} name="name" label={t.name} autoComplete="organization" max={120} />
            <TextField {...field} name="businessId" label={t.businessId} hint={t.businessIdHint} max={12} optional />
            <div className="actions"><Button>{t.make}</Button></div>
          </ActionForm>
        </Section>
      </div>
    )
  },
})

function Organisation({ its, view }: { its: ShownOrganisation; view: View }) {
  const t = peopleWords(view.language).organisations
  // the forms of every organisation have the same names: only the one that was sent shows its problems
  const failed = view.failed?.values.organisation === its.id ? view.failed : undefined
  const alone = its.people.filter((each) => !each.until).length === 1
  const id = <input type="hidden" name="organisation" value={its.id} />
  return (
    <Card label={its.name}>
      <header className="stack tight"><h2>{its.name}</h2><p className="meta"><Fact icon="organisation">{t.kind[its.kind]}</Fact>{its.businessId && <span>{its.businessId}</span>}</p></header>
      {its.acting
        ? <div className="stack tight"><p><b>{t.acting}.</b></p><ActionForm does="stop" plain className="actions"><Button kind="main">{t.stop}</Button></ActionForm></div>
        : <ActionForm does="act" plain className="actions">{id}<Button kind="main">{t.actAs(its.name)}</Button></ActionForm>}
      <h3>{t.people}</h3>
      <ul className="rows">
        {its.people.map((each) => (
          <li key={each.id}><div className="t"><b>{each.name}{each.mine && ` (${t.you})`}</b>
            <small>{t.since(day(each.since, view.language, view.now))}{each.handedBy && ` · ${t.handedBy(each.handedBy)}`}{each.until && ` · ${t.until(day(each.until, view.language, view.now))}`}</small></div></li>
        ))}
      </ul>
      <details className="unfold"><summary>{t.log}</summary>
        {its.log.length === 0 ? <p>{t.noLog}</p> : <ul className="rows">{its.log.map((done) => <li key={done.id}><div className="t"><a href={view.href(done.path)}>{done.title}</a><small>{done.what} · {done.who} · <time dateTime={done.at.toISOString()} title={dayAndTime(done.at, view.language, view.now)}>{ago(done.at, view.language, view.now)}</time></small></div></li>)}</ul>}
      </details>
      <details className="unfold" open={failed?.form === 'invite'}><summary>{t.invite}</summary>
        <ActionForm does="invite">
          {id}
          <TextField does={`invite-${its.id}`} name="email" type="email" label={t.email} hint={t.emailHint} failed={failed && { ...failed, form: `${failed.form}-${its.id}` }} words={t.problems} language={view.language} />
          <Checkbox name="handOver" label={t.handOver} checked={failed?.values.handOver === 'on'} />
          <div className="actions"><Button icon="mail">{t.sendInvite}</Button></div>
        </ActionForm>
      </details>
      <details className="unfold" open={failed?.form === 'leave'}><summary>{t.leave}</summary>
        <div className="stack tight"><p>{failed?.form === 'leave' || alone ? t.problems.lastOne : t.leaveText}</p>
          {!alone && <ActionForm does="leave" className="actions">{id}<Button kind="danger">{t.leave}</Button></ActionForm>}</div>
      </details>
    </Card>
  )
}
