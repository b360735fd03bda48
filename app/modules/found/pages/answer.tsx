import { addressOf } from '#core/http/asker-address.server.ts'
import { type Done, page, type View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { ActionForm, Button, Choice, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Card, LinkButton, PageHead } from '#ui/layout.tsx'
import { answerQuestion, type Question, showQuestion } from '../consent.server.ts'
import { foundWords } from '../texts/index.ts'

export default page('/found/answer/:token', {
  read: (ctx, { token }) => showQuestion(ctx, token),
  forms: {
    answer: async (ctx, { token }, form, { request }): Promise<Done> => {
      const done = await answerQuestion(ctx, token, Object.fromEntries([...form].filter(([name, value]) => typeof value === 'string' && !name.startsWith('_'))), addressOf(request))
      return 'problems' in done ? done : undefined
    },
  },
  head: (_question, { language }) => ({ title: foundWords(language).answer.title, hidden: true }),
  view: (question, view) => {
    const t = foundWords(view.language).answer
    const back = <p className="actions"><LinkButton to={view.href(`/feedback/own/${question.token}`)} icon="next">{t.back}</LinkButton></p>
    if (question.state !== 'asked') {
      return (
        <>
          <PageHead title={t.title} />
          <Card tone={question.state === 'waits' ? 'ask' : 'done'} label={t.title}>
            <p className="lead">{t.done[question.state]}</p>
            {question.idea && (question.idea.public ? <p className="actions"><LinkButton kind="main" icon="idea" to={view.href(question.idea.path)}>{t.see}</LinkButton></p> : <p>{t.hidden}</p>)}
          </Card>
          {back}
        </>
      )
    }
    return (
      <>
        <PageHead title={t.title}><p className="lead">{t.lead(question.unit)}</p><p className="hint">{t.until(day(question.until, view.language, view.now))}</p></PageHead>
        <AnswerForm question={question} view={view} />
        {back}
      </>
    )
  },
})

function AnswerForm({ question, view }: { question: Question; view: View }) {
  const words = foundWords(view.language), t = words.answer
  const common = { does: 'answer', failed: view.failed, language: view.language, words: words.problems }
  return (
    <>
      <ErrorSummary failed={view.failed} does="answer" labels={{ answer: t.choice, title: t.ideaTitle, text: t.ideaText, name: t.name, email: t.email }} words={words.problems} language={view.language} />
      <ActionForm does="answer" label={t.title}>
        <TextField {...common} name="title" label={t.ideaTitle} value={question.title} max={150} />
        <TextArea {...common} name="text" label={t.ideaText} hint={t.textHint} value={question.text} rows={7} max={5000} />
        <Choice {...common} name="answer" label={t.choice} options={[
          { value: 'named', label: t.named, hint: view.me ? t.asMe(view.me.as?.name ?? view.me.name) : t.namedHint, icon: 'person' },
          { value: 'nameless', label: t.nameless, hint: t.namelessHint(question.unit), icon: 'hidden' },
          { value: 'no', label: t.no, hint: t.noHint, icon: 'no' },
        ]} />
        {!view.me && (
          <fieldset className="field"><legend>{t.who}</legend><p className="hint">{t.whoHint}</p>
            <div className="stack">
              <TextField {...common} name="name" label={t.name} optional max={80} autoComplete="name" />
              <TextField {...common} name="email" type="email" label={t.email} optional max={254} autoComplete="email" />
            </div>
          </fieldset>
        )}
        <div className="actions"><Button kind="main" icon="sent">{t.send}</Button></div>
      </ActionForm>
    </>
  )
}
