import type { View } from '#core/http/page.ts'
import { type Language, languages, type Translated } from '#core/text/language.ts'
import { TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { entriesWords } from './texts/index.ts'

/** A text that is written in up to three languages. `rows`: of a text of several lines. */
export type WordField = { name: string; max: number; rows?: number; hint?: boolean; optional?: boolean; value: Translated | null | undefined }
type Its = { does: string; view: View }

/** Labels of a form's fields for its summary of mistakes, those in a language named with it. `rows`: the lists in it. */
export function labelsFor(view: View, rows: Record<string, number> = {}): Record<string, string> {
  const { labels, inLanguage } = entriesWords(view.language).keep
  const all = Object.entries(labels).flatMap(([name, label]) => [[name, label], ...languages.map((language) => [`${name}.${language}`, `${label} ${inLanguage[language]}`])]) as [string, string][]
  return Object.fromEntries([...all, ...Object.entries(rows).flatMap(([list, count]) => Array.from({ length: count }, (_, at) => all.map(([name, label]) => [`${list}.${at}.${name}`, `${at + 1}: ${label}`])).flat())])
}

/** One text in one language. */
export function Word({ field, language, under = '', does, view }: Its & { field: WordField; language: Language; /** of a row: `rooms.0.` */ under?: string }) {
  const { labels, hints, problems, inLanguage } = entriesWords(view.language).keep
  const base = field.name.split('.').at(-1)!
  const props = {
    does, name: `${under}${field.name}.${language}`, label: language === 'fi' ? labels[base]! : `${labels[base]} ${inLanguage[language]}`, failed: view.failed, language: view.language, value: field.value?.[language], max: field.max, words: problems,
    optional: field.optional !== false || language !== 'fi', ...(field.hint && language === 'fi' ? { hint: hints[base]! } : {}),
  }
  return field.rows ? <TextArea {...props} rows={field.rows} /> : <TextField {...props} autoComplete="off" />
}

/** The same texts in the other languages of the municipality, each folded, with how many are written. A fold with a mistake in it is open. */
export function OtherLanguages({ fields, under = '', does, view, own }: Its & { fields: WordField[]; under?: string; /** the municipality's languages */ own: Language[] }) {
  const t = entriesWords(view.language).keep
  const failed = view.failed?.form === does ? view.failed : undefined
  return (['sv', 'en'] as const).filter((language) => own.includes(language) || fields.some((each) => each.value?.[language])).map((language) => (
    <details key={language} className="fold" open={fields.some((each) => failed?.problems[`${under}${each.name}.${language}`])}>
      <summary><Icon name="language" /> {t.languages[language]} <small>{fields.filter((each) => failed ? failed.values[`${under}${each.name}.${language}`] : each.value?.[language]).length}/{fields.length}</small></summary>
      <div className="stack">{fields.map((field) => <Word key={field.name} field={field} language={language} under={under} does={does} view={view} />)}</div>
    </details>
  ))
}

/** What was read before it was changed: the version that the form is of, and, when someone else was first, what is saved otherwise now. */
export function Version({ version, now, does, view }: Its & { version: number; /** the form's fields as they are saved */ now: Record<string, string> }) {
  const t = entriesWords(view.language).keep
  const failed = view.failed?.form === does && view.failed.problems.version ? view.failed : undefined
  const labels = labelsFor(view)
  const differs = failed ? Object.entries(now).filter(([name, saved]) => (failed.values[name] ?? '').trim().replace(/\r\n/g, '\n') !== saved.trim()) : []
  return (
    <>
      <input type="hidden" name="version" value={version} id={`${does}-version`} />
      {differs.length > 0 && (
        <section className="card ask stack tight" aria-label={t.meanwhile}><b>{t.meanwhile}</b>
          <dl className="facts">{differs.map(([name, saved]) => <div className="fact" key={name}><dt>{labels[name] ?? name}</dt><dd>{saved || t.nothing}</dd></div>)}</dl></section>
      )}
    </>
  )
}

/** Translated texts as a form's fields, for `Version`. */
export const asFields = (texts: Record<string, Translated | null>): Record<string, string> => Object.fromEntries(Object.entries(texts).flatMap(([name, its]) => languages.map((language) => [`${name}.${language}`, its?.[language] ?? ''])))
