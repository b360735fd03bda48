import type { Language } from '#core/text/language.ts'
import type { FailedForm } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { dayRows, type Values } from './period-form.ts'
import { hoursStates } from './periods.ts'
import { hoursWords } from './texts/index.ts'

export type RowsProps = { values: Values; failed: FailedForm; language: Language }

/** A time: from, to and how; its fields are `row.start`, `row.end` and `row.state`. */
export function TimeRow({ row, values, failed, language, own }: RowsProps & { row: string; /** may it have no state of its own? */ own?: boolean }) {
  const words = hoursWords(language), t = words.keep
  const problem = (name: string) => { const code = failed?.problems[`${row}.${name}`]; return code ? words.problems[code] ?? words.problems.badTime : undefined }
  const time = (name: 'start' | 'end', label: string) => {
    const wrong = problem(name), id = `save-${row}.${name}`
    return <span className={wrong ? 'field wrong' : 'field'}><label htmlFor={id}>{label}</label><input id={id} name={`${row}.${name}`} type="time" defaultValue={values[`${row}.${name}`] ?? ''} {...(wrong ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {})} />{wrong && <span className="problem" id={`${id}-problem`}><Icon name="no" /> {wrong}</span>}</span>
  }
  return (
    <div className="timerow">
      {time('start', t.start)}{time('end', t.end)}
      <span className="field"><label htmlFor={`save-${row}.state`}>{t.how}</label>
        <select id={`save-${row}.state`} name={`${row}.state`} defaultValue={values[`${row}.state`] || (own ? 'undefined' : 'open')}>
          <option value="open">{words.state.open}</option><option value="always">{t.always}</option>
          {hoursStates.filter((each) => each !== 'open' && (each !== 'undefined' || own)).map((each) => <option key={each} value={each}>{each === 'undefined' ? t.asPeriod : words.state[each]}</option>)}
        </select></span>
    </div>
  )
}

/** The times of a day: one to begin with, the second unfolds. */
export function DayRows({ prefix, legend, ...rows }: RowsProps & { prefix: string; legend: string }) {
  const t = hoursWords(rows.language).keep
  const more = Array.from({ length: dayRows - 1 }, (_, i) => `${prefix}.${i + 1}`)
  const written = (row: string) => !!(rows.values[`${row}.start`] || rows.values[`${row}.end`] || !['open', '', undefined].includes(rows.values[`${row}.state`])) || Object.keys(rows.failed?.problems ?? {}).some((name) => name.startsWith(`${row}.`))
  return (
    <fieldset className="dayrows"><legend>{legend.charAt(0).toUpperCase() + legend.slice(1)}</legend>
      <TimeRow {...rows} row={`${prefix}.0`} />
      <details className="unfold" open={more.some(written)}><summary>{t.secondTime}</summary>{more.map((row) => <TimeRow key={row} {...rows} row={row} />)}</details>
    </fieldset>
  )
}

/** The same all the time, such as closed for a season; by default no. */
export function WholeState({ values, failed, language }: RowsProps) {
  const words = hoursWords(language), t = words.keep, wrong = failed?.problems.whole
  return (
    <div className={wrong ? 'field wrong' : 'field'}><label htmlFor="save-whole">{t.whole}</label>
      {wrong && <p className="problem" id="save-whole-problem"><Icon name="no" /> {words.problems[wrong]}</p>}
      <select id="save-whole" name="whole" defaultValue={values.whole ?? ''} {...(wrong ? { 'aria-invalid': true, 'aria-describedby': 'save-whole-problem' } : {})}><option value="">{t.byTimes}</option>{hoursStates.filter((each) => each !== 'undefined').map((each) => <option key={each} value={each}>{words.state[each]}</option>)}</select></div>
  )
}
