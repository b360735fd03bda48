import { NotFound } from '#core/errors/errors.ts'
import { fields, page } from '#core/http/page.ts'
import { z } from 'zod'
import { ActionForm, Button, ErrorSummary, TextField } from '#ui/form.tsx'
import { Empty, PageHead, Said } from '#ui/layout.tsx'
import { coAuthorsOf, invitation, inviteCoAuthor, removeCoAuthor } from '../authors.server.ts'
import { toManage } from '../show.server.ts'
import { initiativeWords } from '../texts/index.ts'

type At = { initiativeId: string }
export default page('/initiatives/:initiativeId/authors', {
  async read(ctx, { initiativeId }) {
    const its = await toManage(ctx, initiativeId)
    if (!its.acts.includes('invite')) throw new NotFound()
    return { ...its, others: await coAuthorsOf(ctx, initiativeId) }
  },
  forms: {
    invite: fields(invitation, async (ctx, { initiativeId }: At, input) => (await inviteCoAuthor(ctx, initiativeId, input)) ?? { to: `/initiatives/${initiativeId}/authors?invited=1` }),
    remove: fields(z.object({ id: z.uuid() }), async (ctx, { initiativeId }: At, { id }) => { await removeCoAuthor(ctx, initiativeId, id) }),
  },
  head: (_its, { language }) => ({ title: initiativeWords(language).authors.title, place: 'participate', hidden: true }),
  view(its, view) {
    const words = initiativeWords(view.language)
    const t = words.authors
    const common = { does: 'invite', failed: view.failed, language: view.language, words: words.problems }
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: view.href('/initiatives'), name: words.initiatives }, { to: view.href(`/initiatives/${its.id}`), name: its.title }]}><p className="lead">{t.lead}</p></PageHead>
        {view.query.has('invited') && !view.failed && <Said>{t.invitedDone}</Said>}
        {its.others.length === 0 ? <Empty icon="people">{t.none}</Empty> : (
          <ul className="card rows">{its.others.map((each) => (
            <li key={each.id}><div className="t"><b>{each.name}</b><small>{each.acceptedAt ? t.accepted : `${t.waits} · ${each.email}`}</small></div>
              <ActionForm does="remove" className="inline" label={`${t.remove}: ${each.name}`}><Button name="id" value={each.id} icon="remove" small>{t.remove}</Button></ActionForm></li>
          ))}</ul>
        )}
        <ActionForm does="invite">
          <ErrorSummary failed={view.failed} does="invite" labels={{ name: t.name, email: t.email }} words={words.problems} language={view.language} />
          <TextField {...common} name="name" label={t.name} max={80} autoComplete="off" />
          <TextField {...common} name="email" type="email" label={t.email} hint={t.emailHint} max={254} autoComplete="off" />
          <p className="actions"><Button kind="main" icon="sent">{t.send}</Button></p>
        </ActionForm>
      </>
    )
  },
})
