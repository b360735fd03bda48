/** Everything that a person calls a day happens in this zone. */
export const zone = 'Europe/Helsinki'

const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })

/** Within these years the offset from UTC changes only at full hours of UTC, so that what one moment of an hour has, all of it has. */
const fullHours = { from: Date.UTC(1922), until: Date.UTC(2200) }
const hour = 3_600_000, mostHours = 20_000
const offsets = new Map<number, number>()

/** The wall clock in Finland: `{ day: '2026-11-22', time: '08:00:00' }`. The calendar is asked once for each hour: it takes long, and a week's pages and counts ask thousands of times. */
export function wallClock(at: Date): { day: string; time: string } {
  const ms = at.getTime()
  if (!(ms >= fullHours.from && ms < fullHours.until)) return asked(at)
  const begins = Math.floor(ms / hour) * hour
  let offset = offsets.get(begins)
  if (offset === undefined) {
    const { day, time } = asked(new Date(begins))
    if (offsets.size >= mostHours) offsets.clear()
    offsets.set(begins, offset = Date.parse(`${day}T${time}Z`) - begins)
  }
  const local = new Date(ms + offset).toISOString()
  return { day: local.slice(0, 10), time: local.slice(11, 19) }
}
function asked(at: Date): { day: string; time: string } {
  const p = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  return { day: `${p.year}-${p.month}-${p.day}`, time: `${p.hour}:${p.minute}:${p.second}` }
}

/** The moment of a wall-clock time in Finland. A time that the spring change skips is the one an hour later. */
export function atWallClock(day: string, time: string): Date {
  const wanted = Date.parse(`${day}T${time}Z`)
  let guess = wanted
  for (let i = 0; i < 2; i++) {
    const seen = wallClock(new Date(guess))
    guess += wanted - Date.parse(`${seen.day}T${seen.time}Z`)
  }
  return new Date(guess)
}

/** Is this text a day that there is, such as 2026-02-28, of 1900–2199: what a form or an address says is asked before a calendar or the database is. */
export const isDay = (text: string): boolean => /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

const lastSecond = '23:59:59'
/** The last second of a calendar day in Finland. */
export const endOf = (day: string): Date => atWallClock(day, lastSecond)
/** Is it the last second of its day: a day that was promised, not a time? */
export const isEndOfDay = (at: Date): boolean => wallClock(at).time === lastSecond

/** The same time of day (or the day's last second) a number of calendar days later. */
export function addLocalDays(from: Date, days: number, options: { endOfDay?: boolean } = {}): Date {
  const { day, time } = wallClock(from)
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const later = new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
  return atWallClock(later, options.endOfDay ? lastSecond : time)
}

/**
 * The same time of day (or the day's last second) a number of calendar months later; where that month lacks the day, on its
 * last one.
 */
export function addLocalMonths(from: Date, months: number, options: { endOfDay?: boolean } = {}): Date {
  const { day, time } = wallClock(from)
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const later = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
  return atWallClock(later, options.endOfDay ? lastSecond : time)
}
