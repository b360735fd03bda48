import { expect, test } from 'vitest'
import { asLearned, fewestJudged, fewestReports, type Judged, learn } from './learn.ts'
import { score } from './score.ts'
import { threshold } from './signals.ts'

const many = (count: number, text: (n: number) => string, yes: boolean): Judged[] => Array.from({ length: count }, (_none, n) => ({ text: text(n), yes }))
/** In this town "kylätalo" is a matter of its own: whoever writes of it means an idea; "hanhi" never does. */
const judged = [...many(12, (n) => `Kylätalo numero ${n} kaipaa elämää ja väkeä.`, true), ...many(12, (n) => `Hanhet voisivat mennä pois rannasta ${n}.`, false)]

test('too few judgements teach nothing', () => {
  expect(learn(judged.slice(0, fewestJudged - 1))).toEqual([])
  expect(learn(judged.slice(0, fewestJudged)).length).toBeGreaterThan(0)
})
test('the same judgements teach the same, and scores move the way that people say', () => {
  const weights = learn(judged)
  expect(learn(judged)).toEqual(weights)
  const learned = asLearned(weights)
  const goose = 'Hanhet voisivat mennä toiselle rannalle.'
  expect(score(goose).score).toBeGreaterThanOrEqual(threshold)
  expect(score(goose, learned).score).toBeLessThan(threshold)
  expect(score('Kylätalo on hiljaa.', learned).score).toBeGreaterThan(score('Kylätalo on hiljaa.').score)
})
test('a learned word is told among the reasons', () => {
  const read = score('Kylätalo on hiljaa.', asLearned(learn(judged)))
  expect(read.hits.some((hit) => hit.name.startsWith('word:kylätal') && hit.weight > 0)).toBe(true)
})
test('rejecting what was confirmed undoes what it taught', () => {
  const other = judged.map((each, n) => (n < 12 ? { ...each, yes: false } : each))
  const of = (its: Judged[]) => learn(its).find((each) => each.feature.startsWith('word:kylätal'))!.weight
  expect(of(judged)).toBeGreaterThan(0)
  expect(of(other)).toBeLessThan(0)
})
test('no weight grows over its bound, however often the same is said', () => {
  for (const { weight } of learn(many(2000, () => 'Hanhet voisivat mennä pois.', false))) expect(Math.abs(weight)).toBeLessThanOrEqual(2)
})
test('a word met in fewer than five reports is not kept: it could be somebody\'s name', () => {
  const named = [...many(fewestReports - 1, () => 'Virtasen Eskolle voisi tehdä penkin.', true), ...many(30, (n) => `Rantaan ${n} voisi tehdä laiturin.`, true)]
  expect(learn(named).map((each) => each.feature).filter((each) => /virtas|esko/i.test(each))).toEqual([])
  expect(learn(named.concat(many(1, () => 'Virtasen Eskolle voisi tehdä penkin.', true))).some((each) => /virtas/.test(each.feature))).toBe(true)
})
test('what agrees with the scorer already is hardly moved', () => {
  const weights = learn([...many(30, (n) => `Ehdotan, että rantaan ${n} tehdään laituri.`, true), ...many(30, (n) => `Lamppu ${n} on rikki, korjatkaa.`, false)])
  for (const { weight } of weights) expect(Math.abs(weight)).toBeLessThan(0.6)
})
