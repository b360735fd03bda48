import { expect, test } from 'vitest'
import { type Known, sayOpen } from './open-words.ts'

const minute = 60_000, at = Date.parse('2026-11-22T10:00:00Z'), hour = 60 * minute
const known: Known = { at, until: at + 48 * hour, pieces: [[at, 'Avoinna klo 20 asti', true, at + 8 * hour, null], [at + 8 * hour, 'Suljettu, avautuu huomenna klo 8', false, null, at + 20 * hour]], closesIn: 'sulkeutuu # kuluttua', opensIn: '# kuluttua', minute: '1 minuutin', minutes: '# minuutin', old: 'Aukiolo on voinut muuttua.' }
const say = (after: number, sure = true) => sayOpen(known, at + after, sure)

test('minutes are counted only in the last hour, up to the last one', () => {
  expect(say(0)).toEqual({ words: 'Avoinna klo 20 asti', old: '', tone: null })
  expect(say(7 * hour + 20 * minute).words).toBe('Avoinna klo 20 asti, sulkeutuu 40 minuutin kuluttua')
  expect(say(8 * hour - 30_000).words).toBe('Avoinna klo 20 asti, sulkeutuu 1 minuutin kuluttua')
  expect(say(8 * hour)).toMatchObject({ words: 'Suljettu, avautuu huomenna klo 8', tone: 'off' })
  expect(say(19.5 * hour).words).toBe('Suljettu, avautuu huomenna klo 8, 30 minuutin kuluttua')
})
test('a page of more than an hour says that it is old, and one that the server told nothing for says nothing else', () => {
  expect(say(59 * minute).old).toBe('')
  expect(say(61 * minute).old).toBe('Aukiolo on voinut muuttua.')
  expect(say(48 * hour)).toEqual({ words: '', old: 'Aukiolo on voinut muuttua.', tone: 'unknown' })
})
test('by a clock that nobody vouches for no minutes are counted, and a page from the future is not believed', () => {
  expect(say(7.5 * hour, false)).toEqual({ words: 'Avoinna klo 20 asti', old: 'Aukiolo on voinut muuttua.', tone: null })
  expect(say(-3 * minute)).toEqual({ words: '', old: 'Aukiolo on voinut muuttua.', tone: 'unknown' })
  expect(say(-minute).words).toBe('Avoinna klo 20 asti')
})
