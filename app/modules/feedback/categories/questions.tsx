import type { View } from '#core/http/page.ts'
import { Choice, type FailedForm, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { uiWords } from '#ui/texts/index.ts'
import type { Asked, Category } from './categories.server.ts'
import { categoryWords } from './texts/index.ts'

type Its = { view: Pick<View, 'language'>; does: string; failed: FailedForm; /** what was answered before, by the field's name */ values?: Record<string, string> }

/** The extra questions of a category, in its order. `readAnswers` (answers.server.ts) reads what they send. */
export function Questions({ category, ...its }: Its & { category: Pick<Category, 'questions'> }) {
  return <>{category.questions.map((question) => <Question key={question.key} question={question} {...its} />)}</>
}

function Question({ question, view, does, failed, values }: Its & { question: Asked }) {
  const t = categoryWords(view.language)
  const name = `q_${question.key}`
  const field = { does, name, label: question.label, failed, language: view.language, optional: !question.required, words: t.problems, ...(question.hint ? { hint: question.hint } : {}), ...(values?.[name] === undefined ? {} : { value: values[name] }) }
  switch (question.type) {
    case 'text': return <TextArea {...field} rows={2} max={2000} />
    case 'number': return <TextField {...field} inputMode="decimal" max={20} />
    case 'choice': return <Choice {...field} options={question.options?.map((each) => ({ value: each.key, label: each.name })) ?? []} />
    case 'many': return <Many {...field} options={question.options ?? []} />
    case 'date': return <div className="pairs"><TextField {...field} type="date" /><TextField does={does} name={`${name}_at`} label={t.time} hint={t.timeHint} failed={failed} language={view.language} optional max={5} value={values?.[`${name}_at`]} /></div>
  }
}

/** Any number of a few. */
function Many({ does, name, label, hint, failed, value, optional, words, language, options }: Parameters<typeof TextField>[0] & { options: { key: string; name: string }[] }) {
  const t = uiWords(language)
  const mine = failed?.form === does ? failed : undefined
  const problem = mine?.problems[name]
  const chosen = (mine?.values[`${name}[]`] ?? mine?.values[name] ?? value ?? '').split('\n')
  const id = `${does}-${name}`
  return (
    <fieldset className={problem ? 'field wrong' : 'field'} id={id} aria-describedby={[hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined}>
      <legend>{label}{optional && <small> ({t.optional})</small>}</legend>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {problem && <p className="problem" id={`${id}-problem`}><Icon name="no" /> {words?.[problem] ?? t.problems[problem] ?? t.problems.invalid}</p>}
      <div className="choices">{options.map((each) => <label key={each.key} className="choice"><input type="checkbox" name={`${name}[]`} value={each.key} defaultChecked={chosen.includes(each.key)} /><span>{each.name}</span></label>)}</div>
    </fieldset>
  )
}
