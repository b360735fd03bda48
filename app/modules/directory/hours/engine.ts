import type { Translated } from '#core/text/language.ts'
import { addDays, dayAt, daysBetween, momentOf, weekdayOf } from './days.ts'
import type { HoursState, Period, Span } from './periods.ts'
import { ruleHolds } from './rules.ts'

/** Other hours over many places, as it concerns one of them: because it is chosen itself, by its kind, by its unit, or with all. */
export type SharedException = { id: string; name: Translated; from: string; until: string; state: HoursState; spans: Span[]; by: 'place' | 'kind' | 'unit' | 'all' }
/** A time of a day as it is in force. `from` and `until` are moments; `endKnown` false: nobody has said when it ends, and `until` is the day's end. */
export type DaySpan = Omit<Span, 'weekdays'> & { day: string; from: Date; until: Date; endKnown: boolean }
/** A day's times and why they are those: nothing is said of it, ordinary hours, a season, the place's own exception, a shared one. */
export type DayHours = { day: string; spans: DaySpan[]; why: 'nothing' | 'ordinary' | 'season' | 'own' | 'shared'; name: Translated | null }
/** A time in one state, with what is before and after cut off. */
export type Stretch = { from: Date; until: Date; state: HoursState; endKnown: boolean; note: Translated | null }

const openStates: ReadonlySet<HoursState> = new Set(['open', 'self_service', 'with_key', 'with_reservation', 'open_and_reservable', 'with_key_and_reservation', 'enter_only', 'weather_permitting', 'by_appointment'])
/** Can someone get in and use it, in whatever way? What somebody else has reserved and what has no hours is not open. */
export const isOpenState = (state: HoursState): boolean => openStates.has(state)

/** So many days at most is an exception of the place itself, such as a summer fête; a longer override is a season. */
const exceptionDays = 14
/** Is any period in force on a day? Of such a day what is not said to be open is closed. */
export const isInForce = (periods: Period[], day: string): boolean => periods.some((each) => covers(each, day))
const covers = (its: { from: string | null; until: string | null }, day: string) => (!its.from || its.from <= day) && (!its.until || its.until >= day)
/** How particular a period is: the shorter the more; of open-ended ones the later begun. Two of the same dates hold together. */
const rank = ({ from, until }: Pick<Period, 'from' | 'until'>): [number, number] => (from && until ? [0, daysBetween(from, until)] : from ? [1, -Date.parse(from)] : until ? [2, Date.parse(until)] : [3, 0])
const closer = (a: Period, b: Period): number => { const [x, y] = [rank(a), rank(b)]; return x[0] - y[0] || x[1] - y[1] }

/** Midnight to midnight in one state. */
const wholeDay = (day: string, state: HoursState): DaySpan => ({ day, start: null, end: null, nextDay: false, fullDay: true, state, note: null, from: momentOf(day, null), until: momentOf(addDays(day, 1), null), endKnown: true })
function spanOn(day: string, span: Span, ofPeriod: HoursState): DaySpan {
  const state = span.state === 'undefined' ? ofPeriod : span.state
  if (span.fullDay) return { ...wholeDay(day, state), note: span.note }
  const { start, end, nextDay, note } = span
  return { day, start, end, nextDay, fullDay: false, state, note, from: momentOf(day, start), until: end === null ? momentOf(addDays(day, 1), null) : momentOf(nextDay ? addDays(day, 1) : day, end), endKnown: end !== null || start === null }
}
/** What a period says of a day; nothing when no group of it is in force, and then another period may speak. */
function saysOf(period: Period, day: string): DaySpan[] {
  if (period.groups.length === 0) return period.state === 'undefined' ? [] : [wholeDay(day, period.state)]
  const weekday = weekdayOf(day)
  return period.groups.filter((group) => group.rules.every((rule) => ruleHolds(rule, period, day)))
    .flatMap((group) => group.spans.filter((span) => !span.weekdays?.length || span.weekdays.includes(weekday)).map((span) => spanOn(day, span, period.state)))
    .filter((span) => span.until > span.from)
}
/** The most particular periods that say something of a day, and what they say together. */
function closest(periods: Period[], day: string): { periods: Period[]; spans: DaySpan[] } | null {
  const said = periods.filter((each) => covers(each, day)).map((period) => ({ period, spans: saysOf(period, day) })).filter((each) => each.spans.length > 0).sort((a, b) => closer(a.period, b.period))
  if (said.length === 0) return null
  const same = said.filter((each) => closer(each.period, said[0]!.period) === 0)
  return { periods: same.map((each) => each.period), spans: same.flatMap((each) => each.spans) }
}
const byTime = (a: DaySpan, b: DaySpan) => a.from.getTime() - b.from.getTime() || a.until.getTime() - b.until.getTime()
/** An exception that the place made of itself: a few days, or closed altogether for however long. */
const isOwn = (period: Period) => period.override && ((period.from && period.until && daysBetween(period.from, period.until) < exceptionDays) || (period.groups.length === 0 && !isOpenState(period.state)))

/**
 * A day's hours: the place's own exception, else what is shared (the place chosen > its kind or unit > all; then the
 * shorter, then the later made, as they come), else its season (a longer override), else the shortest ordinary period.
 */
export function dayOf(periods: Period[], exceptions: SharedException[], day: string): DayHours {
  const own = closest(periods.filter(isOwn), day)
  if (own) return { day, spans: own.spans.sort(byTime), why: 'own', name: named(own.periods) }
  const season = closest(periods.filter((each) => each.override && !isOwn(each)), day)
  const base = season ?? closest(periods.filter((each) => !each.override), day)
  const shared = strongest(exceptions, day)
  const changed = shared && apply(shared, base?.spans ?? [], day)
  if (changed) return { day, spans: changed.sort(byTime), why: 'shared', name: shared.name }
  if (!base) return { day, spans: [], why: 'nothing', name: null }
  return { day, spans: base.spans.sort(byTime), why: season || base.periods.some((each) => each.from || each.until) ? 'season' : 'ordinary', name: named(base.periods) }
}
const named = (periods: Period[]) => periods.find((each) => each.name)?.name ?? null
const weight = { place: 0, kind: 1, unit: 1, all: 2 }
function strongest(exceptions: SharedException[], day: string): SharedException | null {
  return exceptions.filter((each) => covers(each, day)).sort((a, b) => weight[a.by] - weight[b.by] || daysBetween(a.from, a.until) - daysBetween(b.from, b.until))[0] ?? null
}
/**
 * A day as a shared exception makes it, or null when it leaves the day as it is: what has no hours has no exceptions of them
 * either, and one for everybody never opens what would be closed. A time without its start or its end cuts the day's own hours.
 */
function apply(its: SharedException, base: DaySpan[], day: string): DaySpan[] | null {
  if (its.by !== 'place' && base.every((span) => span.state === 'no_opening_hours')) return null
  const wouldOpen = base.some((span) => isOpenState(span.state))
  if (its.spans.length === 0) return its.by === 'all' && isOpenState(its.state) && !wouldOpen ? null : [wholeDay(day, its.state)]
  const cut = its.spans.find((span) => !span.fullDay && (span.start === null) !== (span.end === null))
  if (!cut) return its.by === 'all' && !wouldOpen ? null : its.spans.map((span) => spanOn(day, span, its.state)).filter((span) => span.until > span.from)
  if (!wouldOpen) return null
  const kept = base.flatMap((span) => clipped(span, cut, day))
  return kept.length > 0 ? kept : [wholeDay(day, 'closed')]
}
function clipped(span: DaySpan, cut: Span, day: string): DaySpan[] {
  if (!isOpenState(span.state)) return [span]
  if (cut.start !== null) { const from = momentOf(day, cut.start); return from >= span.until ? [] : from <= span.from ? [span] : [{ ...span, start: cut.start, fullDay: false, from, endKnown: span.endKnown || span.fullDay }] }
  const until = momentOf(cut.nextDay ? addDays(day, 1) : day, cut.end)
  return until <= span.from ? [] : until >= span.until ? [span] : [{ ...span, end: cut.end, nextDay: cut.nextDay, fullDay: false, until, endKnown: true }]
}

/** The times of a day, in their order; those past midnight belong to the day on which they begin. */
export const spansOn = (periods: Period[], exceptions: SharedException[], day: string): DaySpan[] => dayOf(periods, exceptions, day).spans

/**
 * The days from – until as one line of times, each in one state: of two at the same time the shorter is meant (a break in a
 * day), and what began yesterday and is open goes on until its end.
 */
export function stretches(periods: Period[], exceptions: SharedException[], from: string, until: string): Stretch[] {
  const all: DaySpan[] = []
  for (let day = addDays(from, -1); day <= until; day = addDays(day, 1)) all.push(...spansOn(periods, exceptions, day))
  const edges = [...new Set(all.flatMap((span) => [span.from.getTime(), span.until.getTime()]))].sort((a, b) => a - b)
  const line: (Stretch & { of: DaySpan })[] = []
  const first = momentOf(from, null).getTime(), last = momentOf(addDays(until, 1), null).getTime()
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i]!, edges[i + 1]!]
    if (end <= first || start >= last) continue
    const its = all.filter((span) => span.from.getTime() <= start && span.until.getTime() >= end).sort(meant)[0]
    if (!its) continue
    const before = line.at(-1)
    if (before && before.until.getTime() === start && before.state === its.state) { before.until = new Date(end); before.of = its; before.endKnown = its.endKnown; before.note ??= its.note }
    else line.push({ from: new Date(start), until: new Date(end), state: its.state, endKnown: its.endKnown, note: its.note, of: its })
  }
  // an end that is not known is one only where nothing else has cut the time short
  return line.map(({ of, ...its }) => ({ ...its, endKnown: its.endKnown || its.until.getTime() !== of.until.getTime() }))
}
const meant = (a: DaySpan, b: DaySpan): number => {
  if (a.day !== b.day) { const [earlier, sign] = a.day < b.day ? [a, -1] : [b, 1]; if (isOpenState(earlier.state)) return sign }
  return (a.until.getTime() - a.from.getTime()) - (b.until.getTime() - b.from.getTime())
}

/** How it is at a moment. */
export type OpenAt = {
  state: HoursState; open: boolean
  /** from when it is so; null: longer than was looked back */ since: Date | null
  /** until when; null: for weeks, or nobody has said */ until: Date | null
  /** until when it is open in one way or another without a break, and how it is after `until`; only of what is open */ last: Date | null; after: HoursState | null
  /** when it opens the next time; null: not within a year and more, or not known */ next: Date | null
  /** false: it is open and nobody has said until when */ endKnown: boolean
  note: Translated | null
}
const lookAhead = 400
const weeks = 15

/** Is it open at a moment, since when, until when, and when is the next time? What is said of neither way is closed where hours are in force that day, else `undefined`. */
export function openAt(periods: Period[], exceptions: SharedException[], at: Date): OpenAt {
  const today = dayAt(at)
  const near = stretches(periods, exceptions, addDays(today, -1), addDays(today, 1))
  const now = near.find((each) => each.from <= at && at < each.until)
  if (!now || !isOpenState(now.state)) {
    const known = now?.state ?? (isInForce(periods, today) || dayOf(periods, exceptions, today).spans.length > 0 ? 'closed' as const : 'undefined' as const)
    const before = near.filter((each) => each.until <= at).at(-1)
    const next = nextOpening(periods, exceptions, at)
    const after = near.find((each) => each.from > at)
    const ends = now ? now.until : after?.from ?? next
    return { state: known, open: false, since: now?.from ?? before?.until ?? null, until: next && (!ends || next < ends) ? next : ends, last: null, after: null, next, endKnown: true, note: now?.note ?? null }
  }
  const soon = runFrom(near, at)
  const far = soon.end.until >= momentOf(addDays(today, 2), null)
  const { its, end, after } = far ? runFrom(stretches(periods, exceptions, addDays(today, -1), addDays(today, weeks)), at) : soon
  const horizon = momentOf(addDays(today, weeks + 1), null)
  const endless = (each: Stretch) => each.until >= horizon || !each.endKnown
  return {
    state: its.state, open: true, since: its.from, until: endless(its) ? null : its.until, last: endless(end) ? null : end.until, after,
    next: end.until >= horizon ? null : nextOpening(periods, exceptions, end.until), endKnown: its.endKnown, note: its.note,
  }
}
/** The time that is now, the last of those that go on from it without a break, and how the next is. */
function runFrom(line: Stretch[], at: Date): { its: Stretch; end: Stretch; after: HoursState | null } {
  const here = line.findIndex((each) => each.from <= at && at < each.until)
  let i = here
  while (line[i + 1]?.from.getTime() === line[i]!.until.getTime() && isOpenState(line[i + 1]!.state)) i++
  return { its: line[here]!, end: line[i]!, after: i === here ? null : line[here + 1]!.state }
}
function nextOpening(periods: Period[], exceptions: SharedException[], after: Date): Date | null {
  const today = dayAt(after)
  for (let from = 0; from < lookAhead; from += 8) {
    const found = stretches(periods, exceptions, addDays(today, from), addDays(today, from + 7)).find((each) => isOpenState(each.state) && each.from >= after)
    if (found) return found.from
  }
  return null
}
