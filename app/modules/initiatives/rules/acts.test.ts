import { describe, expect, test } from 'vitest'
import { type Act, acts, allowedActs, fixes, kinds, type Standing, states } from './acts.ts'

/**
 * The truth table of the state's service a second time, as its rows are written (reference/participation.md 3.6), so that the
 * table in code is compared with words and not with itself.
 */
const rows: [Act[], string, (s: Standing) => boolean][] = [
  [['edit', 'attach', 'film', 'askReview'], 'edit, attachments, video, send-to-review: state=DRAFT', (s) => s.state === 'draft'],
  [['accept'], 'may accept: state=REVIEW or fix=REVIEW', (s) => s.state === 'review' || s.fix === 'review'],
  [['contact'], 'update contact texts: state≠DRAFT and not sent', (s) => s.state !== 'draft' && !s.sent],
  [['publish'], 'publish: ACCEPTED and fix=OK', (s) => s.state === 'accepted' && s.fix === 'ok'],
  [['send'], 'send to municipality: (ACCEPTED and kind without strong identity, or PUBLISHED) and not sent and fix=OK', (s) => ((s.state === 'accepted' && s.kind === 'ordinary') || s.state === 'published') && !s.sent && s.fix === 'ok'],
  [['join'], 'join: PUBLISHED and not sent and collective and fix=OK', (s) => s.state === 'published' && !s.sent && s.collective && s.fix === 'ok'],
  [['invite'], 'invite co-authors: not sent, fix=OK, ACCEPTED or PUBLISHED', (s) => !s.sent && s.fix === 'ok' && (s.state === 'accepted' || s.state === 'published')],
  [['returnForFixing'], 'may return for fixing: PUBLISHED or ACCEPTED, not sent, fix=OK', (s) => (s.state === 'published' || s.state === 'accepted') && !s.sent && s.fix === 'ok'],
  [['askFixReview'], 'send fix to review: fix=FIX', (s) => s.fix === 'fix'],
  [['follow'], 'follow: PUBLISHED and no decision yet', (s) => s.state === 'published' && !s.decided],
]
const yesNo = [true, false]
const every: Standing[] = states.flatMap((state) => fixes.flatMap((fix) => yesNo.flatMap((sent) => yesNo.flatMap((collective) => kinds.flatMap((kind) => yesNo.map((decided): Standing => ({ state, fix, sent, collective, kind, decided })))))))

test('every combination is asked: 4 states, 3 fixes, sent, collective, 2 kinds, decided', () => {
  expect(new Set(every.map((each) => JSON.stringify(each))).size).toBe(4 * 3 * 2 * 2 * 2 * 2)
})
test('every act of the table in code is a row of the reference, and the other way round', () => {
  expect(rows.flatMap(([names]) => names).sort()).toEqual(Object.keys(acts).sort())
})
describe.each(rows)('%s', (names, words, says) => {
  test(words, () => {
    for (const name of names) for (const standing of every) expect(allowedActs(standing).has(name), `${name} when ${JSON.stringify(standing)}`).toBe(says(standing))
    const allowed = every.filter(says).length
    expect(allowed).toBeGreaterThan(0)
    expect(allowed).toBeLessThan(every.length)
  })
})
test('after sending the registry records and decides, until it has decided', () => {
  for (const standing of every) for (const act of ['register', 'decide'] as const) expect(allowedActs(standing).has(act)).toBe(standing.sent && !standing.decided)
})
