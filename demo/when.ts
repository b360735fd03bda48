import { addLocalDays, atWallClock, wallClock } from '#core/time/local.ts'
import type { When } from './told.ts'

/** The moment of a told time. Throws on a time that is not written as `told.ts` says. */
export function momentOf(when: When, now: Date): Date {
  const [, day, hours, minutes] = /^(\d{4}-\d\d-\d\d|-\d+) (\d{1,2})\.(\d\d)$/.exec(when) ?? []
  if (!day) throw new Error(`"${when}" is no time: write '2016-09-05 9.15' or '-12 9.15'`)
  const date = day.startsWith('-') ? wallClock(addLocalDays(now, Number(day))).day : day
  const at = atWallClock(date, `${hours!.padStart(2, '0')}:${minutes}:00`)
  return at < now ? at : new Date(now.getTime() - 60_000)
}

/** A calendar day: given as `'2017-03-05'`, or `'+6'` for six days from the telling. */
export const dayOf = (day: string, now: Date): string => (/^[+-]\d+$/.test(day) ? wallClock(addLocalDays(now, Number(day))).day : day)
