import { atWallClock, isDay, wallClock } from '#core/time/local.ts'

/** A moment as the W3C's note on dates has it, by Finland's clock and with its distance from UTC: 2026-11-22T11:00:00+02:00. */
export function w3c(at: Date): string {
  const { day, time } = wallClock(at)
  const minutes = Math.round((Date.parse(`${day}T${time}Z`) - Math.floor(at.getTime() / 1000) * 1000) / 60_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${day}T${time}${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
}

const form = /^(\d{4}-\d{2}-\d{2})(?:[Tt](\d{2}:\d{2})(?::(\d{2}(?:\.\d{1,9})?))?(?:([Zz])|([+-]\d{2}:?\d{2})))?$/

/**
 * A moment that a program gave: date and time with a zone (Z or +02:00), or a day alone, which begins (`end`: ends) in
 * Finland. A plus sign that an address has turned into a space is taken for what it was. Null when it is none of these.
 */
export function readMoment(said: string, end = false): Date | null {
  const [, date, time, seconds, z, offset] = form.exec(said.trim().replace(/ (?=\d{2}:?\d{2}$)/, '+')) ?? []
  if (!date || !isDay(date)) return null
  if (!time) return end ? new Date(atWallClock(date, '23:59:59').getTime() + 999) : atWallClock(date, '00:00:00')
  const away = z ? 'Z' : offset!.includes(':') ? offset : `${offset!.slice(0, 3)}:${offset!.slice(3)}`
  const at = new Date(`${date}T${time}:${seconds ?? '00'}${away}`)
  return Number.isNaN(at.getTime()) ? null : at
}
