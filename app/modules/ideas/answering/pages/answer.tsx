import { page, readFields } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { LinkButton, Said, Section } from '#ui/layout.tsx'
import { answerForm } from '../answer-rules.server.ts'
import { answerIdea, removeDraft, saveDraft } from '../answer.server.ts'
import { keepingWords } from '../kept.server.ts'
import { AnswerCard, AnswerFields, fieldNames, OutcomeMark, SheetHead } from '../parts.tsx'
import { answerSheet } from '../sheet.server.ts'
import { answeringWords } from '../texts/index.ts'

export default page('/ideas/:ideaId/answer', {
  read: (ctx, { ideaId }) => answerSheet(ctx, ideaId),
  forms: {
    answer: async (ctx, { ideaId }, form) => {
      const read = readFields(answerForm, form)
      if ('problems' in read) return read
      return form.get('as') === 'publish'
        ? keepingWords('reason', () => answerIdea(ctx, ideaId, read.input), { to: `/ideas/${ideaId}` })
        : keepingWords('reason', () => saveDraft(ctx, ideaId, read.input), { to: `/ideas/${ideaId}/answer?saved=1` })
    },
    removeDraft: (ctx, { ideaId }) => keepingWords('reason', () => removeDraft(ctx, ideaId), { to: `/ideas/${ideaId}/answer` }),
  },
  head: (sheet, { language }) => ({ title: `${answeringWords(language).answer.title}: ${sheet.title}`, place: 'desk', hidden: true }),
  view: (sheet, view) => {
    const t = answeringWords(view.language)
    const { draft } = sheet
    return (
      <>
        {view.query.get('saved') && !view.failed && draft && <Said>{t.answer.saved}</Said>}
        <SheetHead title={t.answer.title} sheet={sheet} view={view} here="answer" />
        {sheet.stage === 'experiment' && <p className="hint">{t.answer.experimentRuns}</p>}
        {sheet.answers.length > 0 && <Section title={t.answer.earlier} id="earlier">{sheet.answers.map((each) => <AnswerCard key={each.id} answer={each} view={view} />)}</Section>}
        {draft && view.failed && (
          <article className="card stack tight"><p className="meta"><OutcomeMark outcome={draft.outcome} language={view.language} />{t.answer.draftBy(draft.by, dayAndTime(draft.draftedAt, view.language, view.now))}</p><p>{draft.reason}</p></article>
        )}
        {!sheet.unit
          ? <div className="stack tight"><p>{t.answer.noUnit}</p><p className="actions"><LinkButton to={view.href(`/ideas/${sheet.id}/route`)} kind="main" icon="routed">{t.answer.route}</LinkButton></p></div>
          : (!sheet.closed || view.failed) && (
            <section className="stack" aria-label={t.answer.title}>
              {draft && !view.failed && <p className="meta"><b>{t.answer.draftBy(draft.by, dayAndTime(draft.draftedAt, view.language, view.now))}</b></p>}
              <ErrorSummary failed={view.failed} does="answer" labels={fieldNames(view.language)} words={t.problems} language={view.language} />
              <ActionForm does="answer" className="stack answering" label={t.answer.title}>
                <input type="hidden" name="seen" value={sheet.seen} />
                <AnswerFields does="answer" view={view} its={draft} />
                <p className="hint">{t.answer.draftHint}</p>
                <div className="actions">
                  <Button name="as" value="draft" icon="edited">{t.answer.saveDraft}</Button>
                  <Button name="as" value="publish" kind="main" icon="sent">{t.answer.publish}</Button>
                </div>
              </ActionForm>
              {draft && <ActionForm does="removeDraft" className="inline"><Button kind="quiet" icon="remove">{t.answer.removeDraft}</Button></ActionForm>}
            </section>
          )}
      </>
    )
  },
})
