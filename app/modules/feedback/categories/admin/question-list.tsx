import type { View } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, Checkbox, Choice, ErrorSummary, TextArea } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import type { Question } from '../../schema.server.ts'
import { labelsIn } from './labels.ts'
import { Three } from './fields.tsx'
import { optionLines, questionTypes } from './questions.server.ts'
import { keepWords } from './texts/index.ts'

/** The extra questions of a category: each unfolds into its form, moves up and down, and can be removed; a new one comes last. */
export function QuestionList({ questions, seal, view }: { questions: Question[]; seal: string; view: View }) {
  const { language, failed } = view
  const t = keepWords(language)
  const hidden = <input type="hidden" name="seal" value={seal} />
  return (
    <>
      {questions.length === 0 && <p>{t.noQuestions}</p>}
      {(['removeQuestion', 'stepQuestion'] as const).map((does) => <ErrorSummary key={does} failed={failed} does={does} labels={labelsIn(language)} words={t.problems} language={language} />)}
      {questions.map((each, i) => {
        // several forms of one kind stand on the page: what failed is shown in the one that was sent
        const mine = failed?.form === 'changeQuestion' && failed.values.key === each.key ? { ...failed, form: `question-${each.key}` } : undefined
        const label = inLanguage(each.label, language)
        return (
          <details className="fold" key={each.key} open={!!mine}><summary>{label}<small>{t.types[each.type]}</small></summary>
            <ErrorSummary failed={mine} does={`question-${each.key}`} labels={labelsIn(language)} words={t.problems} language={language} />
            <ActionForm does="changeQuestion" label={t.change(label)}>{hidden}<input type="hidden" name="key" value={each.key} />
              <p className="hint">{t.questionType(t.types[each.type])}</p>
              <Fields does={`question-${each.key}`} view={view} failed={mine} its={each} options={each.type === 'choice' || each.type === 'many'} />
              <p className="actions"><Button kind="main">{t.save}</Button></p>
            </ActionForm>
            <div className="actions">
              {(['up', 'down'] as const).map((way) => (way === 'up' ? i === 0 : i === questions.length - 1) ? null : (
                <ActionForm key={way} does="stepQuestion" className="inline">{hidden}<input type="hidden" name="key" value={each.key} /><input type="hidden" name="way" value={way} /><button type="submit" className="btn quiet"><Icon name={way} /><span className="visually-hidden">{t[way](label)}</span></button></ActionForm>
              ))}
              <ActionForm does="removeQuestion" className="inline" label={t.removeOf(label)}>{hidden}<input type="hidden" name="key" value={each.key} /><Button small kind="danger" icon="remove">{t.remove}</Button></ActionForm>
            </div>
          </details>
        )
      })}
      <details className="fold" open={failed?.form === 'addQuestion'}><summary>{t.addQuestion}</summary>
        <ErrorSummary failed={failed} does="addQuestion" labels={labelsIn(language)} words={t.problems} language={language} />
        <ActionForm does="addQuestion" label={t.addQuestion}>{hidden}
          <Choice does="addQuestion" name="type" label={t.labels.type!} failed={failed} value="text" language={language} row words={t.problems} options={questionTypes.map((type) => ({ value: type, label: t.types[type] }))} />
          <Fields does="addQuestion" view={view} failed={failed} options />
          <p className="actions"><Button kind="main" icon="plus">{t.addQuestion}</Button></p>
        </ActionForm>
      </details>
    </>
  )
}

function Fields({ does, view, failed, its, options }: { does: string; view: View; failed: View['failed']; its?: Question; options: boolean }) {
  const t = keepWords(view.language)
  const mine = failed?.form === does ? failed : undefined
  const common = { does, view, failed }
  return (
    <>
      <Three {...common} name="label" value={its?.label} max={150} />
      <Three {...common} name="hint" value={its?.hint} max={200} optional />
      {options && <TextArea does={does} name="options" label={t.labels.options!} hint={t.hints.options} failed={failed} language={view.language} words={t.problems} value={optionLines(its?.options)} rows={4} optional={!its} />}
      <Checkbox name="required" label={t.must} checked={mine ? mine.values.required === 'on' : its?.required ?? false} />
    </>
  )
}
