import { languages } from '#core/text/language.ts'
import { mostGroups, mostRules, mostSpans, weekdays } from './period-form.ts'
import { hoursStates } from './periods.ts'
import { hoursWords } from './texts/index.ts'
import { type RowsProps, TimeRow } from './time-rows.tsx'

/** How many rows with a prefix have something in them, and some empty ones after them. */
const rowsOf = (values: RowsProps['values'], prefix: string, empty: number, most: number) => {
  const used = Math.max(-1, ...Object.entries(values).flatMap(([name, value]) => { const found = value === '' || !name.startsWith(prefix) || /\.(state|subject|context)$/.test(name) ? null : /^(\d+)\./.exec(name.slice(prefix.length)); return found ? [Number(found[1])] : [] }))
  return Array.from({ length: Math.min(used + 1 + empty, most) }, (_, i) => `${prefix}${i}`)
}

/** Everything that hours can say: groups of times with their weekdays and notes, and the rules of when a group is in force. */
export function FullRows(rows: RowsProps) {
  const { values, language } = rows
  const words = hoursWords(language), t = words.keep
  return (
    <>
      <label className="choice plain"><input type="checkbox" name="override" defaultChecked={values.override === 'on'} /><span>{t.override}</span></label>
      <div className="field"><label htmlFor="save-state">{t.otherwise}</label><select id="save-state" name="state" defaultValue={values.state || 'open'}>{hoursStates.map((each) => <option key={each} value={each}>{words.state[each]}</option>)}</select></div>
      {rowsOf(values, 'g', 1, mostGroups).map((group, g) => (
        <fieldset key={group} className="dayrows"><legend>{t.group(g + 1)}</legend>
          <p className="hint">{t.groupHint}</p>
          {rowsOf(values, `${group}.s`, 2, mostSpans).map((row, s) => (
            <fieldset key={row} className="dayrows"><legend>{t.day} {s + 1}</legend>
              <fieldset className="daypicks"><legend>{t.days}</legend><p className="hint">{t.daysHint}</p><span className="choices row">{weekdays.map((day) => <label key={day} className="choice plain"><input type="checkbox" name={`${row}.d${day}`} defaultChecked={values[`${row}.d${day}`] === 'on'} /><span>{words.short[day - 1]}</span></label>)}</span></fieldset>
              <TimeRow {...rows} row={row} own />
              <details className="unfold" open={languages.some((each) => values[`${row}.note.${each}`])}><summary>{t.rowNote}</summary>
                {languages.map((each) => <div key={each} className="field"><label htmlFor={`save-${row}.note.${each}`}>{t.rowNote} {t.nameIn[each]}</label><input id={`save-${row}.note.${each}`} name={`${row}.note.${each}`} maxLength={300} defaultValue={values[`${row}.note.${each}`] ?? ''} /></div>)}</details>
            </fieldset>
          ))}
          {rowsOf(values, `${group}.r`, 1, mostRules).map((row, r) => <RuleRow key={row} {...rows} row={row} legend={`${t.rule} ${r + 1}`} />)}
        </fieldset>
      ))}
      <p className="hint">{t.more}</p>
    </>
  )
}

function RuleRow({ row, legend, values, failed, language }: RowsProps & { row: string; legend: string }) {
  const words = hoursWords(language), t = words.keep
  const select = (name: string, label: string, options: [string, string][]) => <span className="field"><label htmlFor={`save-${row}.${name}`}>{label}</label><select id={`save-${row}.${name}`} name={`${row}.${name}`} defaultValue={values[`${row}.${name}`] ?? ''}>{options.map(([value, text]) => <option key={value} value={value}>{text}</option>)}</select></span>
  const number = (name: string, label: string) => {
    const code = failed?.problems[`${row}.${name}`]
    return <span className={code ? 'field wrong' : 'field'}><label htmlFor={`save-${row}.${name}`}>{label}</label><input id={`save-${row}.${name}`} name={`${row}.${name}`} inputMode="numeric" size={4} maxLength={4} defaultValue={values[`${row}.${name}`] ?? ''} {...(code ? { 'aria-invalid': true } : {})} />{code && <span className="problem">{words.problems[code]}</span>}</span>
  }
  const wrong = failed?.problems[`${row}.how`]
  return (
    <fieldset className="rulerow"><legend>{legend}</legend>
      {wrong && <p className="problem">{words.problems[wrong] ?? words.problems.badRule}</p>}
      {select('how', t.rule, Object.entries(t.ruleHow))}{number('step', t.ruleStep)}{number('start', t.ruleStart)}
      {select('subject', t.ruleSubject, Object.entries(words.period.subjects))}{select('context', t.ruleContext, Object.entries(words.period.contexts))}
    </fieldset>
  )
}
