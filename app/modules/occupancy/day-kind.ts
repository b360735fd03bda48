import { holidaysOf } from '#modules/directory/server'
import { wallClock } from '#core/time/local.ts'

/** The kind of a public holiday, and of the two eves when everything is closed as on one: they are compared with each other, not with weekdays. */
export const holiday = 8
const closedEves = new Set(['midsummerEve', 'christmasEve'])
const known = new Map<string, Set<string>>()
function holidays(year: string): Set<string> {
  let its = known.get(year)
  if (!its) known.set(year, its = new Set(holidaysOf(Number(year)).filter((each) => !each.eve || closedEves.has(each.key)).map((each) => each.day)))
  return its
}
/** What a day is compared with: 1 Monday … 7 Sunday, 8 a public holiday. */
export const kindOfDay = (day: string): number => (holidays(day.slice(0, 4)).has(day) ? holiday : (new Date(day).getUTCDay() + 6) % 7 + 1)
/** The day, its kind and the quarter (0 … 95) of a moment by Finland's clock. */
export function slotAt(at: Date): { day: string; kind: number; slot: number; hour: number } {
  const { day, time } = wallClock(at)
  const hour = Number(time.slice(0, 2))
  return { day, kind: kindOfDay(day), slot: hour * 4 + Math.floor(Number(time.slice(3, 5)) / 15), hour }
}
/** The day so many days later. */
export const later = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
