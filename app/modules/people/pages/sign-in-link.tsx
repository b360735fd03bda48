import { z } from 'zod'
import { fields, page } from '#core/http/page.ts'
import { carryCookies } from '#core/identity/cookies.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { ActionForm, Button, ErrorSummary, TextField } from '#ui/form.tsx'
import { LinkButton, PageHead } from '#ui/layout.tsx'
import { nameField } from '../profile.server.ts'
import { peopleWords } from '../texts/index.ts'
import { safeTo } from '../to.ts'

/** The mailed link. Opening it changes nothing, so that a mail program that looks at links beforehand does not use it up: a tap does. */
export default page('/sign-in/link/:token', {
  read: async (ctx, { token }, query) => ({ link: await signInOf(ctx).lookAtLink(token), to: safeTo(query.get('to')) }),
  forms: {
    enter: fields(z.object({ name: z.string().optional(), to: z.string().optional().transform(safeTo) }), async (ctx, { token }: { token: string }, input, more) => {
      const signIn = signInOf(ctx)
      const link = await signIn.lookAtLink(token)
      if (!link) return undefined // the page says that the link is used
      const name = nameField.safeParse(input.name ?? '')
      if (!link.known && !name.success) return { problems: { name: input.name?.trim() ? 'invalid' : 'required' } }
      const cookies = await signIn.enterByLink(token, name.data ?? '', more.request.headers)
      if (!cookies) return undefined
      carryCookies(cookies, more.headers)
      return { to: input.to }
    }),
  },
  head: ({ link }, { language }) => ({ title: link ? peopleWords(language).link.title : peopleWords(language).link.used, hidden: true, place: 'me' }),
  view: ({ link, to }, view) => {
    const t = peopleWords(view.language).link
    if (!link) return <div className="stack"><PageHead title={t.used} /><p className="lead">{t.usedText}</p><p className="actions"><LinkButton to={view.href('/sign-in')} kind="main">{t.new}</LinkButton></p></div>
    return (
      <div className="stack">
        <PageHead title={t.title}><p className="lead">{t.as} <b>{link.email}</b>.</p></PageHead>
        <ActionForm does="enter" plain>
          <ErrorSummary failed={view.failed} does="enter" labels={{ name: t.name }} language={view.language} />
          <input type="hidden" name="to" value={to} />
          {!link.known && <><p>{t.newHere}</p><TextField does="enter" name="name" label={t.name} hint={t.nameHint} autoComplete="name" max={80} failed={view.failed} language={view.language} /></>}
          <div className="actions"><Button kind="main">{t.enter}</Button></div>
        </ActionForm>
      </div>
    )
  },
})
