import { atWallClock, wallClock } from '#core/time/local.ts'

// Days are texts (2026-11-22) and reckoned as whole numbers; only a moment knows of summer time.

const dayMs = 86_400_000
// A page reckons the same few hundred days again and again: each is read and written once.
const numbers = new Map<string, number>(), texts = new Map<number, string>()
function numberOf(day: string): number {
  let its = numbers.get(day)
  if (its === undefined) {
    its = Date.parse(day) / dayMs
    if (numbers.size > 5000) numbers.clear()
    numbers.set(day, its)
  }
  return its
}
function textOf(number: number): string {
  let its = texts.get(number)
  if (its === undefined) {
    its = new Date(number * dayMs).toISOString().slice(0, 10)
    if (texts.size > 5000) texts.clear()
    texts.set(number, its)
  }
  return its
}
/** The day so many days later. */
export const addDays = (day: string, days: number): string => textOf(numberOf(day) + days)
/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from)
/** 1 Monday … 7 Sunday (ISO 8601). */
export const weekdayOf = (day: string): number => ((numberOf(day) + 3) % 7 + 7) % 7 + 1
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day))
/** The ISO week of a day: week 1 is the one with the year's first Thursday. */
export function isoWeek(day: string): { year: number; week: number } {
  const thursday = addDays(mondayOf(day), 3)
  const year = Number(thursday.slice(0, 4))
  return { year, week: Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 }
}
/** The days from one to another, both included. */
export function daysFrom(from: string, until: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, until) + 1) }, (_, i) => addDays(from, i))
}
export const lastOfMonth = (day: string): string => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10)
/** The calendar day in Finland. */
export const dayAt = (at: Date): string => wallClock(at).day

const midnights = new Map<string, number>()
const midnight = (day: string): number => {
  if (midnights.size > 2000) midnights.clear()
  const known = midnights.get(day)
  if (known !== undefined) return known
  const its = atWallClock(day, '00:00:00').getTime()
  midnights.set(day, its)
  return its
}
/**
 * The moment of a time of a day in Finland; without a time its midnight. A time that the spring change skips is the one an
 * hour later, of two in the autumn it is the later.
 */
export function momentOf(day: string, time: string | null): Date {
  const start = midnight(day)
  if (time === null) return new Date(start)
  if (midnight(addDays(day, 1)) - start !== dayMs) return atWallClock(day, `${time}:00`)
  return new Date(start + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000)
}
