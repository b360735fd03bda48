import { addLocalDays, atWallClock, endOf, wallClock } from '#core/time/local.ts'
import type { Until } from './tap.ts'

const hour = 3_600_000

/** The latest moment by `now` when clocks in Finland showed this ("18:10"): today's, or yesterday's when today's is yet to come. */
export function lastAt(clock: string, now: Date): Date {
  const { day } = wallClock(now)
  const today = atWallClock(day, `${clock}:00`)
  // In the night when clocks go back an hour comes twice: the one that has been is meant.
  const found = [new Date(today.getTime() + hour), today, new Date(today.getTime() - hour)].find((each) => each <= now && wallClock(each).day === day && wallClock(each).time.startsWith(clock))
  return found ?? atWallClock(wallClock(addLocalDays(now, -1)).day, `${clock}:00`)
}

/** Times to choose from, "18:10" and so on back: every ten minutes for two hours, then every half an hour for ten. */
export function earlier(now: Date): string[] {
  const last = Math.floor(now.getTime() / 600_000) * 600_000
  const near = Array.from({ length: 12 }, (_, i) => last - i * 600_000).filter((at) => now.getTime() - at >= 60_000)
  const half = Math.floor((last - 2 * hour) / (hour / 2)) * (hour / 2)
  const far = Array.from({ length: 20 }, (_, i) => half - i * (hour / 2))
  return [...new Set([...near, ...far].map((at) => wallClock(new Date(at)).time.slice(0, 5)))]
}

/** Until when a free word is true: this day's end, or that of the day three or seven days on. */
export const untilOf = (until: Until, from: Date): Date => endOf(wallClock(until === 'today' ? from : addLocalDays(from, until === 'days' ? 3 : 7)).day)
