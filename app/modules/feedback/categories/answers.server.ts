import type { Problems } from '#core/errors/errors.ts'
import { day, number } from '#core/text/format.ts'
import type { Language } from '#core/text/language.ts'
import { atWallClock, isDay, wallClock } from '#core/time/local.ts'
import type { Answers } from '../schema.server.ts'
import type { Asked, Category } from './categories.server.ts'

const longest = 2000

/**
 * The answers to a category's extra questions out of a form: `q_<key>`, of many choices `q_<key>[]` (or `q_<key>` repeated),
 * of a day also `q_<key>_at`, its time. What was not asked is left out; a question that was left alone has no answer. What
 * does not fit comes back by field: `required`, `tooLong`, `badNumber`, `badDay`, `badTime`, `badChoice`.
 * Kept are texts: a number with a point, a choice by its key, a day as `2026-11-22` or, with its time, `2026-11-22T09:30` (Finnish clock).
 */
export function readAnswers(category: Pick<Category, 'questions'>, form: FormData): { answers: Answers } | { problems: Problems } {
  const answers: Answers = {}, problems: Problems = {}
  for (const question of category.questions) {
    const name = `q_${question.key}`
    const said = [...new Set([...form.getAll(name), ...form.getAll(`${name}[]`)].flatMap((each) => (typeof each === 'string' && each.trim() ? [each.trim()] : [])))]
    const at = form.get(`${name}_at`)
    const read = readOne(question, said, typeof at === 'string' ? at.trim() : '')
    if ('problem' in read) problems[name] = read.problem
    else if (read.answer !== undefined) answers[question.key] = read.answer
  }
  return Object.keys(problems).length ? { problems } : { answers }
}

type Read = { answer: string | string[] | undefined } | { problem: string }
function readOne(question: Asked, said: string[], time: string): Read {
  const [one] = said
  if (one === undefined) return question.required ? { problem: 'required' } : { answer: undefined }
  const known = (key: string) => question.options?.some((each) => each.key === key) ?? false
  switch (question.type) {
    case 'text': return one.length > longest ? { problem: 'tooLong' } : { answer: one }
    case 'number': {
      const plain = one.replace(/[\s\u00a0]/g, '').replace(',', '.').replace('−', '-')
      return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? { answer: plain } : { problem: 'badNumber' }
    }
    case 'choice': return said.length === 1 && known(one) ? { answer: one } : { problem: 'badChoice' }
    case 'many': return said.every(known) ? { answer: question.options!.map((each) => each.key).filter((key) => said.includes(key)) } : { problem: 'badChoice' }
    case 'date': return readDay(one, time)
  }
}

/** A day as a browser sends it, as people write it (22.11.2026), or with its time after a T or a space. */
function readDay(said: string, time: string): Read {
  const [date = '', inside = ''] = said.split(/[T ]/, 2)
  const finnish = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(date)
  const written = finnish ? `${finnish[3]}-${finnish[2]!.padStart(2, '0')}-${finnish[1]!.padStart(2, '0')}` : date
  if (!isDay(written)) return { problem: 'badDay' }
  const clock = (inside || time).replace('.', ':')
  if (!clock) return { answer: written }
  return /^([01]?\d|2[0-3]):[0-5]\d(:\d\d)?$/.test(clock) ? { answer: `${written}T${clock.split(':').slice(0, 2).map((part) => part.padStart(2, '0')).join(':')}` } : { problem: 'badTime' }
}

/** Answers as lines to show, in the order of the questions: choices by their names, numbers and days as they are written. Those of questions that are no longer asked are left out. */
export function answerLines(category: Pick<Category, 'questions'>, answers: Answers, language: Language): { label: string; value: string }[] {
  return category.questions.flatMap((question) => {
    const said = answers[question.key]
    if (said === undefined || said.length === 0) return []
    const named = (key: string) => question.options?.find((each) => each.key === key)?.name ?? key
    const value = Array.isArray(said) ? said.map(named).join(', ') : question.type === 'choice' ? named(said) : question.type === 'number' ? number(Number(said), language) : question.type === 'date' ? dayOf(said, language) : said
    return [{ label: question.label, value }]
  })
}
function dayOf(said: string, language: Language): string {
  const [date = '', time] = said.split('T')
  const at = atWallClock(date, `${time ?? '12:00'}:00`)
  if (Number.isNaN(at.getTime())) return said
  // always with its year: an answer is read for years
  const written = day(at, language, new Date(0))
  return time ? `${written} ${wallClock(at).time.slice(0, 5).replace(/^0/, '').replace(':', language === 'en' ? ':' : '.')}` : written
}
