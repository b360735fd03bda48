import type { Problems } from '#core/errors/errors.ts'
import { problemsOf } from '#core/http/page.ts'
import { languages } from '#core/text/language.ts'
import { isOpenState } from './engine.ts'
import { period as periodShape } from './period-shape.ts'
import { type Group, type HoursState, hoursStates, type Period, type Rule, type Span } from './periods.ts'

/** What a form of hours has in its fields, by name: as a browser sends it, or as a period is put into one. */
export type Values = Record<string, string>
/** Which form: the ordinary week, a season with its dates, or an exception of some days; `full` has every rule. */
export type FormKind = 'week' | 'season' | 'exception'
export const kindOf = (period: Period): FormKind => (period.override ? 'exception' : period.from || period.until ? 'season' : 'week')

export const weekdays = [1, 2, 3, 4, 5, 6, 7]
/** Rows of times that a day has in the simple form. */
export const dayRows = 2
const field = (row: string, name: string) => `${row}.${name}`

/** A time as people write it: 8, 8.30, 08:30, 24; null when empty, undefined when it is none. */
export function readTime(text: string | undefined): string | null | undefined {
  const its = (text ?? '').trim()
  if (its === '') return null
  const found = /^(\d{1,2})(?:[.:]?([0-5]\d))?$/.exec(its)
  if (!found || Number(found[1]) > 24 || (Number(found[1]) === 24 && Number(found[2] ?? 0) > 0)) return undefined
  return `${String(Number(found[1]) % 24).padStart(2, '0')}:${found[2] ?? '00'}`
}

type Read = Omit<Span, 'weekdays' | 'note'>
/** A row of a form as a time: null when nothing is written into it. What ends before it begins ends on the next day. */
function readRow(values: Values, row: string, problems: Problems): Read | null {
  const given = values[field(row, 'state')] ?? 'open'
  const [start, end] = [readTime(values[field(row, 'start')]), readTime(values[field(row, 'end')])]
  if (start === undefined) problems[field(row, 'start')] = 'badTime'
  if (end === undefined) problems[field(row, 'end')] = 'badTime'
  if (start === undefined || end === undefined) return null
  const always = given === 'always'
  const state = always ? 'open' : hoursStates.find((each) => each === given)
  if (!state) { problems[field(row, 'state')] = 'invalid'; return null }
  const whole = { start: null, end: null, nextDay: false, state }
  if (always || (start === '00:00' && end === '00:00')) return { ...whole, fullDay: true }
  if (start === null && end === null) return state === 'open' || state === 'undefined' ? null : { ...whole, fullDay: !isOpenState(state) && state !== 'no_opening_hours' }
  return { start, end, nextDay: start !== null && end !== null && end <= start, fullDay: false, state }
}
function writeRow(values: Values, row: string, span: Span, ofPeriod: HoursState) {
  const state = span.state === 'undefined' ? ofPeriod : span.state
  const always = span.fullDay && state === 'open', whole = span.fullDay && isOpenState(state) && state !== 'open'
  values[field(row, 'state')] = always ? 'always' : state
  values[field(row, 'start')] = whole ? '00:00' : span.start ?? ''
  values[field(row, 'end')] = whole ? '00:00' : span.end ?? ''
}

const onDay = (period: Period, day: number) => period.groups.flatMap((group) => group.spans).filter((span) => !span.weekdays || span.weekdays.includes(day))
/** Can the simple form show all of a period: no rules, no notes, at most two times a day? */
export const isSimple = (period: Period): boolean => period.groups.every((group) => group.rules.length === 0 && group.spans.every((span) => !span.note)) && weekdays.every((day) => onDay(period, day).length <= dayRows)
  && (!period.override || period.groups.flatMap((group) => group.spans).every((span) => !span.weekdays))

/** A period in the fields of its form. */
export function valuesOf(period: Period, full: boolean): Values {
  const values: Values = { from: period.from ?? '', until: period.until ?? '', whole: period.groups.length === 0 ? period.state : '' }
  for (const language of languages) values[`name.${language}`] = period.name?.[language] ?? ''
  if (full) {
    values.override = period.override ? 'on' : ''
    values.state = period.state
    for (const [g, group] of period.groups.entries()) {
      for (const [s, span] of group.spans.entries()) {
        const row = `g${g}.s${s}`
        writeRow(values, row, { ...span, state: span.state }, span.state === 'undefined' ? 'undefined' : span.state)
        for (const day of span.weekdays ?? []) values[field(row, `d${day}`)] = 'on'
        for (const language of languages) values[field(row, `note.${language}`)] = span.note?.[language] ?? ''
      }
      for (const [r, rule] of group.rules.entries()) Object.assign(values, Object.fromEntries(Object.entries(ruleValues(rule)).map(([name, value]) => [`g${g}.r${r}.${name}`, value])))
    }
  } else if (period.override) for (const [r, span] of period.groups.flatMap((group) => group.spans).entries()) writeRow(values, `x.${r}`, span, period.state)
  else for (const day of weekdays) for (const [r, span] of onDay(period, day).entries()) writeRow(values, `d${day}.${r}`, span, period.state)
  return values
}
const ruleValues = (rule: Rule): Values => ({ how: rule.modifier ?? (rule.ordinal !== null ? 'every' : rule.start !== null ? 'nth' : 'all'), subject: rule.subject, context: rule.context, start: rule.start === null ? '' : String(rule.start), step: rule.ordinal === null ? '' : String(rule.ordinal) })

/** A form's fields as a period; problems by the names of its fields. */
export function periodOf(values: Values, kind: FormKind, full: boolean): { period: Period } | { problems: Problems } {
  const problems: Problems = {}
  const state = hoursStates.find((each) => each === (values.whole || (full ? values.state : ''))) ?? 'undefined'
  if (values.whole && state === 'undefined') problems.whole = 'invalid'
  const groups = values.whole ? [] : full ? fullGroups(values, problems) : kind === 'exception' ? exceptionGroups(values, problems) : weekGroups(values, problems)
  if (values.whole && Object.entries(values).some(([name, value]) => /\.(start|end)$/.test(name) && value)) problems.whole = 'wholeAndTimes'
  if (!values.whole && groups.length === 0 && Object.keys(problems).length === 0) problems[full ? 'g0.s0.start' : kind === 'exception' ? 'x.0.start' : 'd1.0.start'] = 'noTimes'
  if (kind === 'exception' && !values.from) problems.from = 'required'
  if (kind === 'season' && !values.from && !values.until) problems.from = 'required'
  const override = full ? values.override === 'on' : kind === 'exception'
  const dated = kind === 'week' && !full ? { from: null, until: null } : { from: values.from || null, until: values.until || (kind === 'exception' && !full ? values.from || null : null) }
  const read = periodShape.safeParse({ name: Object.fromEntries(languages.map((language) => [language, values[`name.${language}`] ?? ''])), ...dated, override, state, groups })
  if (!read.success) for (const [name, code] of Object.entries(problemsOf(read.error))) problems[nameOf(name, full)] ??= code
  return Object.keys(problems).length > 0 || !read.success ? { problems } : { period: read.data }
}
/** A place in a period as the name of a field: groups.0.spans.1.end → g0.s1.end. */
const nameOf = (path: string, full: boolean) => (full ? path.replace(/^groups\.(\d+)\.spans\.(\d+)/, 'g$1.s$2').replace(/^groups\.(\d+)\.rules\.(\d+)\.\w+/, 'g$1.r$2.how') : path.startsWith('groups') ? 'from' : path)

function weekGroups(values: Values, problems: Problems): Group[] {
  const spans = new Map<string, Span>()
  let some = false
  for (const day of weekdays) {
    const rows = Array.from({ length: dayRows }, (_, r) => readRow(values, `d${day}.${r}`, problems)).filter((row) => row !== null)
    some ||= rows.length > 0
    for (const row of rows.length > 0 ? rows : [{ start: null, end: null, nextDay: false, fullDay: true, state: 'closed' as const }]) {
      const key = JSON.stringify(row), known = spans.get(key)
      if (known) known.weekdays = [...known.weekdays!, day]
      else spans.set(key, { ...row, weekdays: [day], note: null })
    }
  }
  return some ? [{ spans: [...spans.values()].map((span) => ({ ...span, weekdays: new Set(span.weekdays).size === 7 ? null : span.weekdays })), rules: [] }] : []
}
function exceptionGroups(values: Values, problems: Problems): Group[] {
  const spans = Array.from({ length: dayRows }, (_, r) => readRow(values, `x.${r}`, problems)).filter((row) => row !== null).map((row): Span => ({ ...row, weekdays: null, note: null }))
  return spans.length > 0 ? [{ spans, rules: [] }] : []
}

export const mostGroups = 12, mostSpans = 30, mostRules = 4
const among = (values: Values, prefix: string, most: number) => Array.from({ length: most }, (_, i) => `${prefix}${i}`).filter((row) => Object.entries(values).some(([name, value]) => name.startsWith(`${row}.`) && value !== ''))
function fullGroups(values: Values, problems: Problems): Group[] {
  return among(values, 'g', mostGroups).flatMap((group): Group[] => {
    const spans = among(values, `${group}.s`, mostSpans).flatMap((row): Span[] => {
      const days = weekdays.filter((day) => values[field(row, `d${day}`)])
      const its = readRow(values, row, problems)
      if (!its) return []
      return [{ ...its, weekdays: days.length > 0 ? days : null, note: Object.fromEntries(languages.flatMap((language) => (values[field(row, `note.${language}`)] ? [[language, values[field(row, `note.${language}`)]!]] : []))) }]
    })
    const rules = among(values, `${group}.r`, mostRules).flatMap((row): Rule[] => {
      const how = values[field(row, 'how')]
      if (!how) return []
      const number = (name: string): number | null => { const text = (values[field(row, name)] ?? '').trim(); if (text === '') return null; if (!/^-?\d{1,3}$/.test(text)) { problems[field(row, name)] = 'badNumber'; return null } return Number(text) }
      const start = how === 'nth' || how === 'every' ? number('start') ?? (how === 'every' ? 1 : null) : null
      const step = how === 'every' ? number('step') : null
      if (how === 'nth' && start === null) problems[field(row, 'start')] ??= 'badNumber'
      if (how === 'every' && step === null) problems[field(row, 'step')] ??= 'badNumber'
      return [{ context: values[field(row, 'context')] as Rule['context'], subject: values[field(row, 'subject')] as Rule['subject'], start, ordinal: step, modifier: how === 'even' || how === 'odd' ? how : null }]
    })
    return spans.length > 0 ? [{ spans, rules }] : []
  })
}
/** Monday's times on the other working days too. */
export function mondayToFriday(values: Values): Values {
  const its = { ...values }
  for (const day of [2, 3, 4, 5]) for (let r = 0; r < dayRows; r++) for (const name of ['start', 'end', 'state']) its[`d${day}.${r}.${name}`] = values[`d1.${r}.${name}`] ?? ''
  return its
}
