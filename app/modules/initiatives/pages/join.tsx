import { z } from 'zod'
import { fields, page } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { ActionForm, Button, Checkbox } from '#ui/form.tsx'
import { Card, LinkButton, PageHead, Prose } from '#ui/layout.tsx'
import { acceptInvitation, showInvitation } from '../authors.server.ts'
import { initiativeWords } from '../texts/index.ts'

/** The link of someone invited to answer for an initiative. */
export default page('/initiatives/join/:token', {
  read: (ctx, { token }) => showInvitation(ctx, token),
  forms: { join: fields(z.object({ shown: z.string().optional() }), async (ctx, { token }: { token: string }, { shown }) => ({ to: `/initiatives/${(await acceptInvitation(ctx, token, { shown: shown ? 'yes' : 'no' })).initiativeId}` })) },
  head: (_its, { language }) => ({ title: initiativeWords(language).authors.joinTitle, place: 'participate', hidden: true }),
  view(its, view) {
    const words = initiativeWords(view.language)
    const t = words.authors
    return (
      <>
        <PageHead title={t.joinTitle}><p className="lead">{its.accepted ? t.already : its.open ? t.joinLead(its.name) : t.closed}</p></PageHead>
        <Card><h2>{its.title}</h2><Prose text={its.text} /></Card>
        {its.accepted || !its.open ? <p className="actions"><LinkButton to={view.href(`/initiatives/${its.initiativeId}`)}>{words.back}</LinkButton></p>
          : view.me ? <ActionForm does="join" plain><Checkbox name="shown" label={t.shown} checked /><p className="actions"><Button kind="main" icon="done">{t.join}</Button></p></ActionForm>
            : <p className="actions"><LinkButton kind="main" to={view.href(withQuery('/sign-in', { to: view.path }))}>{t.signIn}</LinkButton></p>}
      </>
    )
  },
})
