import { page } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { actingCookie } from '#core/identity/acting.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { LinkButton, PageHead } from '#ui/layout.tsx'
import { peopleWords } from '../texts/index.ts'
import { safeTo } from '../to.ts'

export default page('/sign-out', {
  read: async () => ({}),
  forms: {
    out: async (ctx, _params, _form, more) => {
      const signIn = signInOf(ctx)
      if (ctx.actor.kind === 'person' && ctx.actor.sessionId) await signIn.endSession(ctx.actor.id, { id: ctx.actor.sessionId })
      more.headers.append('set-cookie', signIn.forget())
      more.headers.append('set-cookie', actingCookie(ctx, '', null, signIn.secure))
      // who means to come back as someone else is led there by the sign-in
      const to = new URL(more.request.url).searchParams.get('to')
      return { to: to ? withQuery('/sign-in', { to: safeTo(to) }) : '/' }
    },
  },
  head: (_data, { language }) => ({ title: peopleWords(language).signOut.title, hidden: true, place: 'me' }),
  view: (_data, view) => {
    const t = peopleWords(view.language).signOut
    return (
      <div className="stack">
        <PageHead title={t.title}><p className="lead">{t.text}</p></PageHead>
        <ActionForm does="out" plain className="actions"><Button kind="main" icon="out">{t.out}</Button><LinkButton to={view.href('/me')}>{t.stay}</LinkButton></ActionForm>
      </div>
    )
  },
})
