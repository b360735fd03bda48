import { inLanguage, type Language } from '#core/text/language.ts'
import { dateWords, timesOf } from './open-words.ts'
import type { Period, Rule } from './periods.ts'
import { hoursWords } from './texts/index.ts'

/** Weekdays in words: "ma–pe", "ma, ke", "joka päivä". */
function weekdayWords(days: number[] | null, language: Language): string {
  const t = hoursWords(language)
  if (!days || days.length === 0 || days.length === 7) return t.period.everyDay
  const runs: number[][] = []
  for (const day of days.toSorted()) { const run = runs.at(-1); if (run && run.at(-1) === day - 1) run.push(day); else runs.push([day]) }
  return runs.map((run) => (run.length > 2 ? `${t.short[run[0]! - 1]}–${t.short[run.at(-1)! - 1]}` : run.map((day) => t.short[day - 1]).join(', '))).join(', ')
}
function ruleWords(rule: Rule, language: Language): string {
  const t = hoursWords(language).period
  const many = t.many[rule.subject], one = t.subjects[rule.subject]
  if (rule.modifier) return rule.modifier === 'even' ? t.even(many) : t.odd(many)
  if (rule.start === null && rule.ordinal === null) return many
  const first = t.nth(t.contexts[rule.context], rule.start ?? 1, one)
  return rule.ordinal === null ? first : t.every(rule.ordinal, one, first)
}
/** The dates of a period: "1.6.–15.8.", "1.6. alkaen"; nothing when it always holds. */
export function periodDays(period: Pick<Period, 'from' | 'until'>, language: Language, today: string): string {
  const t = hoursWords(language).period
  const say = (day: string) => dateWords(day, language, today)
  if (period.from && period.until) return period.from === period.until ? say(period.from) : `${say(period.from)} – ${say(period.until)}`
  return period.from ? t.from(say(period.from)) : period.until ? t.until(say(period.until)) : ''
}
/** What a period says, a line for each time: "ma–pe 8–20", "la 10–16 (kuukauden 2. lauantai)". */
export function periodLines(period: Period, language: Language): string[] {
  if (period.groups.length === 0) return [hoursWords(language).state[period.state]]
  return period.groups.flatMap((group) => group.spans.map((span) => {
    const when = period.override && !span.weekdays ? '' : `${weekdayWords(span.weekdays, language)} `
    const rules = group.rules.length > 0 ? ` (${group.rules.map((rule) => ruleWords(rule, language)).join(', ')})` : ''
    const times = timesOf({ ...span, state: span.state === 'undefined' ? period.state : span.state }, language)
    return `${when}${when ? times.charAt(0).toLowerCase() + times.slice(1) : times}${rules}${span.note ? `: ${inLanguage(span.note, language)}` : ''}`
  }))
}
