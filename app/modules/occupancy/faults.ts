import type { FaultKind, Way } from './bands.ts'

/** What a counter is judged by, all of one moment. Moments are milliseconds. */
export type Facts = {
  way: Way; capacity: number; driftPercent: number; usualGapMinutes: number | null; now: number
  /** of the present counting day */ dayBegan: number; inside: number; entered: number; clipped: number
  /** the newest count's own time */ countedAt: number | null
  /** open since; null: closed, or its hours are not known */ openedAt: number | null; hoursKnown: boolean
  /** when it last closed during this counting day */ closedAt: number | null
  /** what came in the last two hours: how many counts, how many of them changed nothing, and the first of them */ recent: { counts: number; still: number; firstAt: number | null }
  /** how many are usually inside now; null: not known yet */ usual: number | null
  /** the counting day before, and whether it has been judged already */ before: { inside: number; entered: number; judged: boolean; began: number } | null
  /** the fault that is open, with what came after it began: the first count, and whether one was absolute */ open: { what: FaultKind; since: number; firstAfter: number | null; absoluteAfter: boolean } | null
}
/** A fault as it is judged: since when nothing is known, and the numbers that show it. */
export type Judged = { what: FaultKind; since: number; shown: Record<string, number> }

const minute = 60_000
/** More than the capacity by this much is not people. */
const over = 1.2
/** A day of fewer entries tells nothing of how a counter does. */
const enough = 20
/** A hall empties in an hour after it closes. */
const emptying = 60 * minute
/** Counts that change nothing, for so long and so many, where people should be. */
const still = { counts: 8, minutes: 90 }

/**
 * How long a counter may say nothing while its place is open, in minutes: three times its own usual longest silence, and at
 * least half an hour. One whose ways are not known yet gets an hour and a half, a person at the door two.
 */
export const silenceLimit = (way: Way, usualGapMinutes: number | null): number => (usualGapMinutes === null ? (way === 'manual' ? 120 : 90) : Math.min(600, Math.max(way === 'manual' ? 60 : 30, usualGapMinutes * 3)))

const tooMany = (percent: number, of: number) => Math.max(10, Math.round((of * percent) / 100))

/** What is wrong with a counter now by its numbers alone; null: nothing is. */
function wrongWith(its: Facts): Judged | null {
  if (its.inside > its.capacity * over) return { what: 'above', since: its.now, shown: { inside: its.inside, capacity: its.capacity } }
  if (its.clipped > tooMany(its.driftPercent, its.entered)) return { what: 'negative', since: its.dayBegan, shown: { clipped: its.clipped, entered: its.entered } }
  const drift = driftOf(its)
  if (drift) return drift
  const { counts, still: same, firstAt } = its.recent
  if (counts >= still.counts && same === counts && firstAt !== null && its.now - firstAt >= still.minutes * minute && (its.inside > 0 || (its.usual ?? 0) >= 5) && (its.openedAt !== null || !its.hoursKnown)) return { what: 'stuck', since: firstAt, shown: { counts, minutes: Math.round((its.now - firstAt) / minute) } }
  return silence(its)
}
/** Are too many still inside when the day is over? Nobody sleeps in a swimming hall. Tickets run out by themselves. */
function driftOf(its: Facts): Judged | null {
  if (its.way === 'tickets') return null
  if (its.closedAt !== null && its.openedAt === null && its.now - its.closedAt >= emptying && its.entered >= enough && its.inside > tooMany(its.driftPercent, its.entered)) return { what: 'drift', since: its.dayBegan, shown: { inside: its.inside, entered: its.entered } }
  const ended = its.before
  if (!its.hoursKnown && ended && !ended.judged && ended.entered >= enough && ended.inside > tooMany(its.driftPercent, ended.entered)) return { what: 'drift', since: ended.began, shown: { inside: ended.inside, entered: ended.entered } }
  return null
}
function silence(its: Facts): Judged | null {
  if (its.hoursKnown ? its.openedAt === null : its.countedAt === null || its.countedAt < its.dayBegan) return null
  const heard = Math.max(its.countedAt ?? 0, its.openedAt ?? 0)
  const minutes = (its.now - heard) / minute
  return heard > 0 && minutes > silenceLimit(its.way, its.usualGapMinutes) ? { what: 'silent', since: heard, shown: { minutes: Math.round(minutes) } } : null
}

/** Does a counter behave again after the fault that is open? */
function behaves(its: Facts, open: NonNullable<Facts['open']>): boolean {
  const wrong = wrongWith(its)
  if (wrong && wrong.what !== open.what) return false
  const laterDay = its.dayBegan > open.since
  if (open.what === 'silent') {
    if (silence(its) || open.firstAfter === null) return false
    // What was missed came late, or a count that needs nothing before it, or the night made all begin anew, or the tickets of then have run out.
    return open.firstAfter - open.since <= silenceLimit(its.way, its.usualGapMinutes) * minute || open.absoluteAfter || laterDay || (its.way === 'tickets' && its.now - open.firstAfter >= 3 * 3_600_000)
  }
  if (open.what === 'stuck') return its.recent.counts >= 3 && its.recent.still < its.recent.counts - 1
  if (open.what === 'above') return its.inside <= its.capacity
  const goodDay = its.entered >= enough && its.clipped <= tooMany(its.driftPercent, its.entered) / 2
  if (open.what === 'negative') return laterDay && goodDay
  const overNow = its.closedAt !== null && its.openedAt === null && its.now - its.closedAt >= emptying
  return laterDay && goodDay && (overNow ? its.inside <= tooMany(its.driftPercent, its.entered) : !its.hoursKnown && !!its.before && its.before.began > open.since && its.before.entered >= enough && its.before.inside <= tooMany(its.driftPercent, its.before.entered))
}

/** What a counter's state becomes: a fault that opens, the open one that ends, or nothing. */
export function judge(its: Facts): { opens: Judged } | { ends: true } | null {
  if (its.open) return behaves(its, its.open) ? { ends: true } : null
  const wrong = wrongWith(its)
  return wrong ? { opens: wrong } : null
}
