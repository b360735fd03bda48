import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { answerLines, readAnswers } from './answers.server.ts'
import type { Asked } from './categories.server.ts'
import { Questions } from './questions.tsx'

const options = [{ key: 'road', name: 'Ajoradalla' }, { key: 'path', name: 'Pyörätiellä' }]
const all: Asked[] = [
  { key: 'words', type: 'text', label: 'Kuvaile', required: true }, { key: 'deep', type: 'number', label: 'Syvyys', required: false },
  { key: 'where', type: 'choice', label: 'Missä', required: false, options }, { key: 'what', type: 'many', label: 'Mitä', required: false, options }, { key: 'since', type: 'date', label: 'Milloin', required: false },
]
const form = (...pairs: [string, string][]) => { const made = new FormData(); for (const [name, value] of pairs) made.append(name, value); return made }
const answered = (...pairs: [string, string][]) => readAnswers({ questions: all }, form(['q_words', 'x'], ...pairs))
const problem = (...pairs: [string, string][]) => { const read = answered(...pairs); return 'problems' in read ? read.problems : null }

test('every kind of answer is read, and what was not asked is left out', () => {
  expect(readAnswers({ questions: all }, form(['q_words', ' Syvä \n'], ['q_deep', '12,5'], ['q_where', 'road'], ['q_what[]', 'path'], ['q_what[]', 'road'], ['q_since', '2026-11-22'], ['q_since_at', '9.05'], ['q_other', 'x'], ['q___proto__', 'x'])))
    .toEqual({ answers: { words: 'Syvä', deep: '12.5', where: 'road', what: ['road', 'path'], since: '2026-11-22T09:05' } })
  expect(answered()).toEqual({ answers: { words: 'x' } })
  expect(readAnswers({ questions: [] }, form(['q_words', 'x']))).toEqual({ answers: {} })
})
test('what must be answered is asked for; spaces are no answer', () => {
  expect(readAnswers({ questions: all }, form())).toEqual({ problems: { q_words: 'required' } })
  expect(readAnswers({ questions: all }, form(['q_words', '  \n ']))).toEqual({ problems: { q_words: 'required' } })
})
test.each([['1 200', '1200'], ['-3', '-3'], ['−3', '-3'], ['0.5', '0.5']])('the number %s', (said, kept) => { expect(answered(['q_deep', said])).toEqual({ answers: { words: 'x', deep: kept } }) })
test.each(['abc', '1e9', '1,2,3', 'Infinity', '12345678901234', '0x10'])('no number: %s', (said) => { expect(problem(['q_deep', said])).toEqual({ q_deep: 'badNumber' }) })
test.each([['22.11.2026', '2026-11-22'], ['1.2.2024', '2024-02-01'], ['29.2.2024', '2024-02-29'], ['2026-11-22T07:30', '2026-11-22T07:30'], ['2026-11-22 07:30:00', '2026-11-22T07:30']])('the day %s', (said, kept) => { expect(answered(['q_since', said])).toEqual({ answers: { words: 'x', since: kept } }) })
test.each(['29.2.2026', '2026-02-30', '2026-13-01', 'huomenna', '0001-01-01', '22.11.26', '99999-01-01'])('no day: %s', (said) => { expect(problem(['q_since', said])).toEqual({ q_since: 'badDay' }) })
test.each(['25.00', '9', '12:60', 'x'])('no time: %s', (said) => { expect(problem(['q_since', '2026-11-22'], ['q_since_at', said])).toEqual({ q_since: 'badTime' }) })
test('a choice is one of those that are offered; a text has an end', () => {
  expect(problem(['q_where', 'moon'])).toEqual({ q_where: 'badChoice' })
  expect(problem(['q_where', 'road'], ['q_where', 'path'])).toEqual({ q_where: 'badChoice' })
  expect(problem(['q_what[]', 'road'], ['q_what[]', 'moon'])).toEqual({ q_what: 'badChoice' })
  expect(readAnswers({ questions: all }, form(['q_words', 'x'.repeat(2001)]))).toEqual({ problems: { q_words: 'tooLong' } })
})
test('answers are shown by their names, in the order of the questions; what is no longer asked is not', () => {
  expect(answerLines({ questions: all }, { since: '2026-11-22T09:05', what: ['road', 'path'], where: 'gone', deep: '1200.5', old: 'x' }, 'fi'))
    .toEqual([{ label: 'Syvyys', value: '1\u00a0200,5' }, { label: 'Missä', value: 'gone' }, { label: 'Mitä', value: 'Ajoradalla, Pyörätiellä' }, { label: 'Milloin', value: '22.11.2026 9.05' }])
  expect(answerLines({ questions: all }, { since: '2026-11-22T09:05' }, 'en')[0]!.value).toBe('22 Nov 2026 9:05')
})
test('what was answered wrong stands in its field again, many choices ticked', () => {
  const drawn = renderToStaticMarkup(<Questions category={{ questions: all }} view={{ language: 'fi' }} does="send" failed={{ form: 'send', problems: { q_deep: 'badNumber' }, values: { q_words: 'Syvä <kuoppa>', q_deep: 'paljon', 'q_what[]': 'road\npath', q_where: 'path' } }} />)
  expect(drawn).toContain('Syvä &lt;kuoppa&gt;')
  expect(drawn).toMatch(/id="send-q_deep"[^>]*aria-invalid="true"[^>]*value="paljon"/)
  expect(drawn.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2)
  expect(drawn).toMatch(/type="radio"[^>]*value="path"[^>]*checked|type="radio"[^>]*checked[^>]*value="path"/)
})
