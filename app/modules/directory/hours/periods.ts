import type { Translated } from '#core/text/language.ts'

// Opening hours as hauki has them (City of Helsinki, github.com/City-of-Helsinki/hauki): periods, in them groups of time
// spans, and rules that say on which days a group is in force. Days are 2026-11-22, times 18:30, weekdays 1 Monday … 7 Sunday.

/** hauki's sixteen states of something with hours. */
export const hoursStates = ['open', 'closed', 'undefined', 'self_service', 'with_key', 'with_reservation', 'open_and_reservable', 'with_key_and_reservation', 'enter_only', 'exit_only', 'weather_permitting', 'not_in_use', 'maintenance', 'reserved', 'by_appointment', 'no_opening_hours'] as const
export type HoursState = (typeof hoursStates)[number]

/** Hours of some weekdays (null: every day of its period). `nextDay`: it ends on the day after. `end` null: nobody has said when it ends. */
export type Span = { weekdays: number[] | null; start: string | null; end: string | null; nextDay: boolean; fullDay: boolean; state: HoursState; note: Translated | null }
/** On which days of a context a group is in force: the 2nd Saturday of a month, even weeks of a year. All rules of a group must hold. */
export type Rule = { context: 'period' | 'year' | 'month'; subject: 'day' | 'week' | 'month' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'; start: number | null; ordinal: number | null; modifier: 'even' | 'odd' | null }
export type Group = { spans: Span[]; rules: Rule[] }
/** Days from – until, both included, null: open-ended. An override is stronger than what it is on; of two the shorter. Without spans the whole time is in `state`. */
export type Period = { name: Translated | null; from: string | null; until: string | null; override: boolean; state: HoursState; groups: Group[] }
