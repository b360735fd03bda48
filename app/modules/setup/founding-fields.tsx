import { type Language, languages } from '#core/text/language.ts'
import { Checkbox, type FailedForm, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { setupWords } from './texts/index.ts'

/** The fields of a new municipality, the same on the first run and when one is added later. */
export function FoundingFields({ does, failed, language }: { does: string; failed: FailedForm; language: Language }) {
  const t = setupWords(language)
  const its = { does, failed, language, words: t.problems }
  const mine = failed?.form === does ? failed : undefined
  const chosen = mine ? (mine.values.languages ?? '').split('\n') : languages
  const problem = mine?.problems.languages
  return (
    <>
      <TextField {...its} name="nameFi" label={t.labels.nameFi!} max={60} />
      <div className="pairs"><TextField {...its} name="nameSv" label={t.labels.nameSv!} optional max={60} /><TextField {...its} name="nameEn" label={t.labels.nameEn!} optional max={60} /></div>
      <fieldset className={problem ? 'field wrong' : 'field'} id={`${does}-languages`}>
        <legend>{t.labels.languages}</legend>
        {problem && <p className="problem"><Icon name="no" /> {t.problems.noLanguage}</p>}
        <div className="choices row">{languages.map((each) => <Checkbox key={each} name="languages" value={each} label={{ fi: 'Suomi', sv: 'Svenska', en: 'English' }[each]} checked={chosen.includes(each)} />)}</div>
      </fieldset>
      <TextArea {...its} name="units" label={t.labels.units!} hint={t.hints.units!} rows={6} />
      <TextArea {...its} name="topics" label={t.labels.topics!} hint={t.hints.topics!} rows={6} optional />
      <div className="pairs"><TextField {...its} name="latitude" label={t.labels.latitude!} hint={t.hints.latitude!} inputMode="numeric" optional /><TextField {...its} name="longitude" label={t.labels.longitude!} hint={t.hints.longitude!} inputMode="numeric" optional /></div>
      <TextField {...its} name="code" label={t.labels.code!} hint={t.hints.code!} inputMode="numeric" optional max={3} />
    </>
  )
}
