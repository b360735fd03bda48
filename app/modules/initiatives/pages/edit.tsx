import { NotFound } from '#core/errors/errors.ts'
import { fields, page } from '#core/http/page.ts'
import { ActionForm, Button, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Card, PageHead, Prose } from '#ui/layout.tsx'
import { askFixReview } from '../checking/check.server.ts'
import { toManage } from '../show.server.ts'
import { initiativeWords } from '../texts/index.ts'
import { changeContact, contactForm, editInitiative, removeDraft, wording, writing } from '../write.server.ts'
import { WriteForm } from '../write-form.tsx'

type At = { initiativeId: string }
/** The author's page of words: a draft's, those handed back to be mended, and how the registry reaches the author. */
export default page('/initiatives/:initiativeId/edit', {
  async read(ctx, { initiativeId }) {
    const its = await toManage(ctx, initiativeId)
    if (!['edit', 'askFixReview', 'contact'].some((act) => its.acts.includes(act as never))) throw new NotFound()
    return { ...its, referendum: ctx.municipality.code !== null }
  },
  forms: {
    write: fields(writing, async (ctx, { initiativeId }: At, input) => (await editInitiative(ctx, initiativeId, input)) ?? { to: `/initiatives/${initiativeId}` }),
    fix: fields(wording, async (ctx, { initiativeId }: At, input) => { await askFixReview(ctx, initiativeId, input); return { to: `/initiatives/${initiativeId}` } }),
    contact: fields(contactForm, async (ctx, { initiativeId }: At, input) => { await changeContact(ctx, initiativeId, input); return { to: `/initiatives/${initiativeId}` } }),
    remove: async (ctx, { initiativeId }) => { await removeDraft(ctx, initiativeId); return { to: '/initiatives' } },
  },
  head: ({ acts }, { language }) => ({ title: initiativeWords(language)[acts.includes('edit') ? 'write' : acts.includes('askFixReview') ? 'fix' : 'contact'].title, place: 'participate', hidden: true }),
  view({ id, title, row, acts, referendum }, view) {
    const words = initiativeWords(view.language)
    const { failed, language } = view
    const crumbs = [{ to: view.href('/initiatives'), name: words.initiatives }, { to: view.href(`/initiatives/${id}`), name: title }]
    const why = row.returnedWhy && <Card tone="ask"><b>{words.manage.returned}</b><Prose text={row.returnedWhy} /></Card>
    if (acts.includes('edit')) return (
      <>
        <PageHead title={words.write.editTitle} crumbs={crumbs} />{why}
        <WriteForm its={{ title, text: row.text, way: row.kind === 'referendum' ? 'referendum' : row.collective ? 'together' : 'alone', membership: row.authorMembership, shown: row.authorShown ? 'yes' : 'no', contact: row.contact, referendum, saved: true }} view={view} />
        <ActionForm does="remove" className="stack tight part"><p className="hint">{words.write.removeText}</p><p className="actions"><Button kind="danger" icon="remove">{words.manage.remove}</Button></p></ActionForm>
      </>
    )
    return (
      <>
        <PageHead title={acts.includes('askFixReview') ? words.fix.title : words.contact.title} crumbs={crumbs} />{why}
        {acts.includes('askFixReview') && (
          <ActionForm does="fix">
            <ErrorSummary failed={failed} does="fix" labels={{ title: words.write.name, text: words.write.text }} language={language} />
            <TextField does="fix" name="title" label={words.write.name} value={row.fixTitle ?? title} max={150} failed={failed} language={language} />
            <TextArea does="fix" name="text" label={words.write.text} value={row.fixText ?? row.text} rows={10} max={10_000} failed={failed} language={language} />
            <p className="actions"><Button kind="main" icon="sent">{words.fix.send}</Button></p><p className="hint">{words.fix.text}</p>
          </ActionForm>
        )}
        {acts.includes('contact') && (
          <ActionForm does="contact">
            <TextArea does="contact" name="contact" label={words.write.contact} hint={words.write.contactHint} value={row.contact} rows={3} max={500} optional failed={failed} language={language} />
            <p className="actions"><Button icon="done">{words.contact.save}</Button></p>
          </ActionForm>
        )}
      </>
    )
  },
})
