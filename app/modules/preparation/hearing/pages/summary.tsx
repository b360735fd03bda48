import type { Ctx } from '#core/context/context.server.ts'
import { fields, page } from '#core/http/page.ts'
import { isProblems } from '#core/errors/errors.ts'
import { day } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { answeredShare } from '#modules/discussion/server'
import { ActionForm, Button, ErrorSummary, TextArea } from '#ui/form.tsx'
import { LinkButton, PageHead } from '#ui/layout.tsx'
import { managedMatter } from '../../matter.server.ts'
import { seenSummary, summaryInput, writeSummary } from '../close.server.ts'
import { lastEnded } from '../ends.ts'
import { hearingWords } from '../texts/index.ts'

async function showSummary(ctx: Ctx, id: string) {
  const { matter } = await managedMatter(ctx, id, {})
  const { its } = matter
  return { id, title: inLanguage(matter.subject.title, ctx.language), text: its.summary, published: its.summaryAt !== null, seen: seenSummary(its), dueAt: its.summaryDueAt, ended: its.state === 'published' && lastEnded(matter.phases, ctx.now) !== undefined, share: await answeredShare(ctx, id) }
}

export default page('/matters/:matterId/manage/summary', {
  read: (ctx, { matterId }) => showSummary(ctx, matterId),
  forms: { write: fields(summaryInput, async (ctx, { matterId }, input) => { const done = await writeSummary(ctx, matterId, input); return isProblems(done) ? done : { to: `/matters/${matterId}#summary` } }) },
  head: ({ title }, { language }) => ({ title: `${hearingWords(language).summarise.title}: ${title}`, place: 'desk', hidden: true }),
  view(its, view) {
    const all = hearingWords(view.language), t = all.summarise
    const { failed, language } = view
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href(`/matters/${its.id}/manage`), name: its.title }]}><p className="lead">{its.ended ? t.lead : t.notYet}</p></PageHead>
        {its.ended && its.dueAt && <p>{t.due(day(its.dueAt, language, view.now))}</p>}
        {its.share.total > 0 && <div className="stack tight"><p>{t.hint(its.share.answered, its.share.total)}</p><p className="actions"><LinkButton to={view.href(`/matters/${its.id}/manage/comments`)} icon="answered">{t.toComments}</LinkButton></p></div>}
        {failed?.problems.text === 'writtenMeanwhile' && <blockquote className="passage prose">{its.text}</blockquote>}
        {its.ended && (
          <ActionForm does="write">
            <ErrorSummary failed={failed} does="write" labels={{ text: t.text }} words={all.problems} language={language} />
            <input type="hidden" name="seen" value={its.seen} />
            <TextArea does="write" name="text" label={t.text} rows={10} max={10_000} value={its.text} failed={failed} words={all.problems} language={language} />
            <p className="actions"><Button kind="main" icon="sent">{its.published ? t.keep : t.publish}</Button></p>
          </ActionForm>
        )}
      </div>
    )
  },
})
