import { z } from 'zod'
import { addressOf } from '#core/http/asker-address.server.ts'
import { emailField } from '#core/http/form-fields.ts'
import { fields, page, type FormContext } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { carryCookies } from '#core/identity/cookies.server.ts'
import { linkMinutes } from '#core/identity/auth.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { ActionForm, Button, ErrorSummary, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { sendSignInLink } from '../send-link.server.ts'
import { peopleWords } from '../texts/index.ts'
import { safeTo } from '../to.ts'

const to = z.string().optional().transform(safeTo)
/** The page's address up to its path within the municipality: `/fi`, `/nokia/fi`. */
export const baseOf = ({ request }: FormContext, path: string) => new URL(request.url).pathname.slice(0, -path.length)

// What better-auth and the issuer call it when an identification does not succeed.
export const errorOf = (code: string) => ({ away: 'away', access_denied: 'cancelled', account_already_linked_to_different_user: 'taken', state_mismatch: 'old', state_not_found: 'old' })[code] ?? 'failed'

export default page('/sign-in', {
  read: async (ctx, _params, query) => ({ offers: signInOf(ctx).offers, mailbox: ctx.mailbox !== undefined, to: safeTo(query.get('to')), sent: query.has('sent'), error: query.get('error') }),
  forms: {
    mail: fields(z.object({ email: emailField, to }), async (ctx, _params, input, more) =>
      await sendSignInLink(ctx, input, addressOf(more.request)) ?? { to: withQuery('/sign-in', { sent: 1, to: input.to === '/' ? null : input.to }) }),
    identify: fields(z.object({ to }), async (ctx, _params, input, more) => {
      const base = baseOf(more, '/sign-in')
      const asked = await signInOf(ctx).identify(more.request.headers, { to: base + (input.to === '/' ? '' : input.to), back: `${base}/sign-in`, link: false, language: ctx.language })
      if (!asked) return { to: '/sign-in?error=away' }
      carryCookies(asked.cookies, more.headers)
      return { to: asked.url }
    }),
  },
  head: (_data, { language }) => ({ title: peopleWords(language).signIn.title, hidden: true, place: 'me' }),
  view: ({ offers, mailbox, to, sent, error }, view) => {
    const t = peopleWords(view.language).signIn
    const back = <input type="hidden" name="to" value={to} />
    if (view.me) return <><PageHead title={t.title} /><Card><p>{t.already(view.me.name)}</p><p className="actions"><LinkButton to={view.href(to)} kind="main">{t.goOn}</LinkButton><LinkButton to={view.href('/sign-out')} icon="out">{peopleWords(view.language).signOut.out}</LinkButton></p></Card></>
    if (sent) return (
      <div className="stack">
        <PageHead title={t.sent}><p className="lead" role="status">{t.sentText(linkMinutes)}</p></PageHead>
        <p>{t.sentHint}</p>
        <p className="actions">{mailbox && <LinkButton to={view.href('/mailbox')} kind="main" icon="mail">{t.mailbox}</LinkButton>}<LinkButton to={view.href(withQuery('/sign-in', { to: to === '/' ? null : to }))}>{t.again}</LinkButton></p>
      </div>
    )
    return (
      <div className="stack wide">
        <PageHead title={t.title}><p className="lead">{t.lead}</p></PageHead>
        {view.query.has('left') && <Said>{peopleWords(view.language).data.gone}</Said>}
        {error && <Said tone="late">{t.errors[errorOf(error)]}</Said>}
        <ActionForm does="mail" plain>
          <ErrorSummary failed={view.failed} does="mail" labels={{ email: t.email }} language={view.language} />
          {back}
          <TextField does="mail" name="email" type="email" label={t.email} autoComplete="email" failed={view.failed} language={view.language} />
          <div className="actions"><Button kind="main" icon="mail">{t.send}</Button></div>
        </ActionForm>
        <section className="stack part" aria-labelledby="other-ways">
          <h2 id="other-ways">{t.or}</h2>
          <div className="stack tight" hidden data-passkey="sign-in" data-to={view.href(to)} data-failed={t.passkeyProblems.failed} data-cancelled={t.passkeyProblems.cancelled}>
            <div className="actions"><button type="button" className="btn" aria-describedby="passkey-hint"><Icon name="key" />{t.passkey}</button></div>
            <p className="hint" id="passkey-hint">{t.passkeyHint}</p><p className="problem" role="alert" hidden />
          </div>
          {offers.identification && (
            <ActionForm does="identify" plain className="stack tight">
              {back}
              <div className="actions"><Button icon="shield">{t.identify}</Button></div>
              <p className="hint">{offers.identification === 'standIn' ? t.practice : t.identifyHint}</p>
            </ActionForm>
          )}
          {offers.personas && <p className="actions"><LinkButton to={view.href(withQuery('/personas', { to: to === '/' ? null : to }))} icon="people">{t.personas}</LinkButton></p>}
        </section>
      </div>
    )
  },
})
