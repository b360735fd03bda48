import { wallClock, zone } from '#core/time/local.ts'
import type { Language } from './language.ts'

const locale = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const
const made = new Map<string, Intl.DateTimeFormat>()
const format = (language: Language, options: Intl.DateTimeFormatOptions) => {
  const key = language + JSON.stringify(options)
  return made.get(key) ?? made.set(key, new Intl.DateTimeFormat(locale[language], { timeZone: zone, ...options })).get(key)!
}

/** "ke 18.5.", with the year when it is not this one: "18.5.2016". */
export function day(at: Date, language: Language, now: Date): string {
  const sameYear = wallClock(at).day.slice(0, 4) === wallClock(now).day.slice(0, 4)
  if (language === 'en') return format('en', sameYear ? { weekday: 'short', day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' }).format(at)
  const date = format('fi', sameYear ? { day: 'numeric', month: 'numeric' } : { day: 'numeric', month: 'numeric', year: 'numeric' }).format(at)
  return sameYear ? `${format(language, { weekday: 'short' }).format(at).replace(/\.$/, '')} ${date}${date.endsWith('.') ? '' : '.'}` : date
}
/** A day that ends a sentence, whose full stop is then the day's too: "viimeistään ke 18.5." */
export const withoutStop = (day: string) => `${day}`.replace(/\.$/, '')
/** "18.05", "klo 18.05", "kl. 18.05", "18:05" */
export function clock(at: Date, language: Language): string {
  const [hour, minute] = wallClock(at).time.split(':')
  return language === 'en' ? `${hour}:${minute}` : `${language === 'fi' ? 'klo' : 'kl.'} ${Number(hour)}.${minute}`
}
export const dayAndTime = (at: Date, language: Language, now: Date) => `${day(at, language, now)} ${clock(at, language)}`

/** "350 m", "1,2 km" */
export function distance(metres: number, language: Language): string {
  if (metres < 950) return `${Math.max(10, Math.round(metres / 10) * 10)} m`
  return `${number(metres / 1000, language, metres < 9500 ? 1 : 0)} km`
}
const numbers = new Map<string, Intl.NumberFormat>()
/** "1 234,5": with at most so many decimals. What says it is made once for each way. */
export function number(value: number, language: Language, decimals = 3): string {
  const key = language + decimals
  return (numbers.get(key) ?? numbers.set(key, new Intl.NumberFormat(locale[language], { maximumFractionDigits: decimals })).get(key)!).format(value)
}

/** How long ago, in the largest whole unit: "2 pv sitten". */
export function ago(at: Date, language: Language, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - at.getTime()) / 60_000))
  const said = { fi: { now: 'juuri nyt', m: 'min sitten', h: 't sitten', d: 'pv sitten' }, sv: { now: 'nyss', m: 'min sedan', h: 'h sedan', d: 'd sedan' }, en: { now: 'just now', m: 'min ago', h: 'h ago', d: 'd ago' } }[language]
  if (minutes < 2) return said.now
  if (minutes < 60) return `${minutes} ${said.m}`
  if (minutes < 24 * 60) return `${Math.round(minutes / 60)} ${said.h}`
  return minutes < 14 * 24 * 60 ? `${Math.round(minutes / 1440)} ${said.d}` : day(at, language, now)
}
