import { describe, expect, test } from 'vitest'
import { type Facts, judge, silenceLimit } from './faults.ts'

const now = Date.parse('2026-11-23T13:00:00Z'), minute = 60_000, hour = 60 * minute
/** A gate that does well in the afternoon of an open day. */
const well: Facts = {
  way: 'gates', capacity: 200, driftPercent: 15, usualGapMinutes: 10, now, dayBegan: now - 11 * hour, inside: 60, entered: 300, clipped: 2, countedAt: now - 4 * minute, openedAt: now - 9 * hour, hoursKnown: true, closedAt: null,
  recent: { counts: 40, still: 3, firstAt: now - 110 * minute }, usual: 70, before: { inside: 3, entered: 500, judged: false, began: now - 35 * hour }, open: null,
}
const verdict = (change: Partial<Facts>) => { const its = judge({ ...well, ...change }); return its === null ? null : 'ends' in its ? 'ends' : its.opens.what }

describe('a counter is not believed when', () => {
  test.each<[string, Partial<Facts>, string | null]>([
    ['nothing is wrong', {}, null],
    ['silent no longer than it is used to', { countedAt: now - 29 * minute }, null],
    ['silent for longer than three of its usual silences', { countedAt: now - 31 * minute }, 'silent'],
    ['one that is used to long silences is silent', { countedAt: now - 50 * minute, usualGapMinutes: 20 }, null],
    ['silent since before it opened, and it opened just now', { countedAt: now - 10 * hour, openedAt: now - 20 * minute }, null],
    ['nobody is expected: it is closed', { countedAt: now - 3 * hour, openedAt: null, inside: 0, closedAt: now - 3 * hour }, null],
    ['hours are not known and it has not counted today', { hoursKnown: false, openedAt: null, countedAt: now - 20 * hour }, null],
    ['hours are not known and it has fallen silent today', { hoursKnown: false, openedAt: null, countedAt: now - 2 * hour }, 'silent'],
    ['more is inside than fits by a fifth', { inside: 241 }, 'above'],
    ['a little more is inside than fits', { inside: 239 }, null],
    ['many have left without coming', { clipped: 46 }, 'negative'],
    ['some have left without coming', { clipped: 45 }, null],
    ['few have come and a few more have left', { entered: 5, clipped: 9 }, null],
    ['an hour after closing people are inside', { openedAt: null, closedAt: now - hour, countedAt: now - hour, inside: 46 }, 'drift'],
    ['half an hour after closing people are inside', { openedAt: null, closedAt: now - hour / 2, inside: 46 }, null],
    ['it closed for a siesta and is open again', { closedAt: now - 2 * hour, inside: 80 }, null],
    ['without hours, the day before ended with people inside', { hoursKnown: false, openedAt: null, before: { ...well.before!, inside: 90 } }, 'drift'],
    ['the day before has been judged already', { hoursKnown: false, openedAt: null, before: { ...well.before!, inside: 90, judged: true } }, null],
    ['tickets: drift is not for them', { way: 'tickets', openedAt: null, closedAt: now - 2 * hour, inside: 90 }, null],
    ['its counts change nothing for long', { recent: { counts: 8, still: 8, firstAt: now - 100 * minute } }, 'stuck'],
    ['its counts change nothing, at an hour when nobody is there', { inside: 0, usual: 1, recent: { counts: 8, still: 8, firstAt: now - 100 * minute } }, null],
    ['one of its counts changed something', { recent: { counts: 9, still: 8, firstAt: now - 100 * minute } }, null],
  ])('%s', (_when, change, said) => { expect(verdict(change)).toBe(said) })
})

describe('a counter is believed again when', () => {
  const silent = { what: 'silent' as const, since: now - 3 * hour, firstAfter: now - 5 * minute, absoluteAfter: false }
  test.each<[string, Partial<Facts>, string | null]>([
    ['it is still silent', { open: { ...silent, firstAfter: null }, countedAt: silent.since }, null],
    ['it speaks, but nobody knows who came meanwhile', { open: silent }, null],
    ['what it counted meanwhile came late', { open: { ...silent, firstAfter: silent.since + 3 * minute } }, 'ends'],
    ['it says how many are inside', { open: { ...silent, absoluteAfter: true } }, 'ends'],
    ['a new day has begun', { open: { ...silent, since: now - 20 * hour } }, 'ends'],
    ['tickets of the silence have run out', { way: 'tickets', open: { ...silent, since: now - 6 * hour, firstAfter: now - 3 * hour } }, 'ends'],
    ['no more is inside than fits', { open: { what: 'above', since: now - hour, firstAfter: now, absoluteAfter: false }, inside: 200 }, 'ends'],
    ['still a few too many', { open: { what: 'above', since: now - hour, firstAfter: now, absoluteAfter: false }, inside: 210 }, null],
    ['its counts change again', { open: { what: 'stuck', since: now - hour, firstAfter: now, absoluteAfter: false }, recent: { counts: 20, still: 10, firstAt: now - hour } }, 'ends'],
    ['the same day goes on', { open: { what: 'negative', since: well.dayBegan, firstAfter: now, absoluteAfter: false } }, null],
    ['the next day is good', { open: { what: 'negative', since: well.dayBegan - 24 * hour, firstAfter: now, absoluteAfter: false } }, 'ends'],
    ['the next day is like the last', { open: { what: 'negative', since: well.dayBegan - 24 * hour, firstAfter: now, absoluteAfter: false }, clipped: 80 }, null],
    ['drift: the next day is not over yet', { open: { what: 'drift', since: well.dayBegan - 24 * hour, firstAfter: now, absoluteAfter: false } }, null],
    ['drift: the next day ended with nobody inside', { open: { what: 'drift', since: well.dayBegan - 24 * hour, firstAfter: now, absoluteAfter: false }, openedAt: null, closedAt: now - 2 * hour, inside: 2, countedAt: now - 2 * hour }, 'ends'],
    ['one fault ends while another has begun', { open: { what: 'above', since: now - hour, firstAfter: now, absoluteAfter: false }, clipped: 90 }, null],
  ])('%s', (_when, change, said) => { expect(verdict(change)).toBe(said) })
})

test.each([['gates', null, 90], ['manual', null, 120], ['gates', 2, 30], ['gates', 40, 120], ['manual', 5, 60], ['gates', 900, 600]] as const)('%s that is used to %s minutes may be silent for %i', (way, usual, minutes) => {
  expect(silenceLimit(way, usual)).toBe(minutes)
})
