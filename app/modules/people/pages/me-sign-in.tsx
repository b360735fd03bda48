import { z } from 'zod'
import { ago, day } from '#core/text/format.ts'
import type { Ctx } from '#core/context/context.server.ts'
import { fields, page } from '#core/http/page.ts'
import { carryCookies } from '#core/identity/cookies.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Empty, PageHead, Said, Section } from '#ui/layout.tsx'
import { deviceName } from '../device.ts'
import { can } from '../permissions.ts'
import { peopleWords } from '../texts/index.ts'
import { baseOf, errorOf } from './sign-in.tsx'

/** How I get in: sessions, passkeys, identification. Never more than the asker's own. */
async function showWays(ctx: Ctx) {
  const me = allow(ctx, can.seeMine)
  const signIn = signInOf(ctx)
  const [facts, sessions, passkeys] = await Promise.all([signIn.factsOf(me.id), signIn.sessionsOf(me.id), signIn.passkeysOf(me.id)])
  return { assurance: facts?.assurance ?? null, offers: signIn.offers, passkeys, sessions: sessions.map(({ userAgent, ...rest }) => ({ ...rest, device: deviceName(userAgent), here: rest.id === me.sessionId })) }
}
const which = z.object({ id: z.uuid() })

export default page('/me/sign-in', {
  read: showWays,
  forms: {
    end: fields(which, async (ctx, _params, { id }) => { await signInOf(ctx).endSession(allow(ctx, can.changeMine).id, { id }); return { to: '/me/sign-in?done=ended' } }),
    endOthers: async (ctx) => {
      const me = allow(ctx, can.changeMine)
      if (me.sessionId) await signInOf(ctx).endSession(me.id, { but: me.sessionId })
      return { to: '/me/sign-in?done=ended' }
    },
    removePasskey: fields(which, async (ctx, _params, { id }) => { await signInOf(ctx).removePasskey(allow(ctx, can.changeMine).id, id); return { to: '/me/sign-in?done=removed' } }),
    identify: async (ctx, _params, _form, more) => {
      allow(ctx, can.changeMine)
      const here = `${baseOf(more, '/me/sign-in')}/me/sign-in`
      const asked = await signInOf(ctx).identify(more.request.headers, { to: here, back: here, link: true, language: ctx.language })
      if (!asked) return { to: '/me/sign-in?error=away' }
      carryCookies(asked.cookies, more.headers)
      return { to: asked.url }
    },
  },
  head: (_data, { language }) => ({ title: peopleWords(language).ways.title, hidden: true, place: 'me' }),
  view: ({ assurance, offers, sessions, passkeys }, view) => {
    const t = peopleWords(view.language).ways, s = peopleWords(view.language).signIn
    const done = view.query.get('done'), error = view.query.get('error')
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/me'), name: peopleWords(view.language).me.title }]} />
        {done && <Said>{done === 'removed' ? t.removed : t.ended}</Said>}
        {error && <Said tone="late">{s.errors[errorOf(error)]}</Said>}
        <Section title={t.passkeys} id="passkeys">
          <p>{t.passkeysHint}</p>
          {passkeys.length === 0 ? <Empty icon="key">{t.noPasskeys}</Empty> : (
            <ul className="card rows">
              {passkeys.map((its) => (
                <li key={its.id}><div className="t"><b>{its.name || t.aPasskey}</b>{its.createdAt && <small>{t.added(day(its.createdAt, view.language, view.now))}</small>}</div>
                  <ActionForm does="removePasskey" className="inline" label={`${t.remove}: ${its.name || t.aPasskey}`}><Button name="id" value={its.id} icon="remove" small>{t.remove}</Button></ActionForm></li>
              ))}
            </ul>
          )}
          <div className="stack tight" hidden data-passkey="add" data-failed={s.passkeyProblems.failed} data-cancelled={s.passkeyProblems.cancelled} data-stale={s.passkeyProblems.stale}>
            <div className="actions"><button type="button" className="btn main"><Icon name="key" />{t.add}</button></div><p className="problem" role="alert" hidden />
          </div>
          <p className="hint" data-passkey-missing>{t.needsScript}</p>
        </Section>
        {offers.identification && (
          <Section title={t.identification} id="identification">
            <p>{assurance ? t.identifiedAs[assurance] : t.notIdentified}</p>
            <ActionForm does="identify" plain className="stack tight"><div className="actions"><Button icon="shield">{assurance ? t.again : t.identify}</Button></div><p className="hint">{offers.identification === 'standIn' ? s.practice : t.kept}</p></ActionForm>
          </Section>
        )}
        <Section title={t.sessions} id="sessions">
          <ul className="card rows">
            {sessions.map((its) => (
              <li key={its.id}><div className="t"><b>{its.device ?? t.unknown}</b><small>{its.here ? t.here : t.used(ago(its.usedAt, view.language, view.now))} · {t.since(day(its.createdAt, view.language, view.now))}</small></div>
                {!its.here && <ActionForm does="end" className="inline" label={`${t.end}: ${its.device ?? t.unknown}`}><Button name="id" value={its.id} small>{t.end}</Button></ActionForm>}</li>
            ))}
          </ul>
          {sessions.length > 1 && <ActionForm does="endOthers" className="actions"><Button icon="out">{t.endOthers}</Button></ActionForm>}
        </Section>
      </div>
    )
  },
})
