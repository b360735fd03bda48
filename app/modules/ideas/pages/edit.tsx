import { fields, page } from '#core/http/page.ts'
import { ActionForm, Button, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { LinkButton, PageHead } from '#ui/layout.tsx'
import { editableIdea, editIdea, wording } from '../edit.server.ts'
import { ideaWords } from '../texts/index.ts'
import { withdrawal, withdrawIdea } from '../withdraw.server.ts'

export default page('/ideas/:ideaId/edit', {
  read: async (ctx, { ideaId }) => {
    const { title, text, subject } = await editableIdea(ctx, ideaId)
    return { id: ideaId, title, text, mayWithdraw: subject.visibility === 'public' }
  },
  forms: {
    save: fields(wording, async (ctx, { ideaId }: { ideaId: string }, input) => { await editIdea(ctx, ideaId, input); return { to: `/ideas/${ideaId}` } }),
    withdraw: fields(withdrawal, async (ctx, { ideaId }: { ideaId: string }, input) => { await withdrawIdea(ctx, ideaId, input); return { to: `/ideas/${ideaId}` } }),
  },
  head: (_idea, { language }) => ({ title: ideaWords(language).editing.title, place: 'participate', hidden: true }),
  view(idea, view) {
    const t = ideaWords(view.language).editing
    const { failed, language } = view
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: view.href('/ideas'), name: ideaWords(language).ideas }, { to: view.href(`/ideas/${idea.id}`), name: idea.title }]}><p className="lead">{t.hint}</p></PageHead>
        <ActionForm does="save" label={t.title}>
          <ErrorSummary failed={failed} does="save" labels={{ title: t.ideaTitle, text: t.ideaText }} language={language} />
          <TextField does="save" name="title" label={t.ideaTitle} value={idea.title} max={150} failed={failed} language={language} />
          <TextArea does="save" name="text" label={t.ideaText} value={idea.text} rows={10} max={5000} failed={failed} language={language} />
          <p className="actions"><Button kind="main">{t.save}</Button><LinkButton kind="quiet" to={view.href(`/ideas/${idea.id}`)}>{t.cancel}</LinkButton></p>
        </ActionForm>
        {idea.mayWithdraw && (
          <details className="fold" open={failed?.form === 'withdraw'}>
            <summary>{t.withdraw}</summary>
            <ActionForm does="withdraw" label={t.withdraw}>
              <p>{t.withdrawText}</p>
              <ErrorSummary failed={failed} does="withdraw" labels={{ why: t.why }} language={language} />
              <TextField does="withdraw" name="why" label={t.why} hint={t.whyHint} optional max={500} failed={failed} language={language} />
              <p className="actions"><Button kind="danger" icon="remove">{t.withdrawNow}</Button></p>
            </ActionForm>
          </details>
        )}
      </>
    )
  },
})
