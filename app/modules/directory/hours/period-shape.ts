import { z } from 'zod'
import { isDay } from '#core/time/local.ts'
import type { Translated } from '#core/text/language.ts'
import { hoursStates, type Period } from './periods.ts'

const words = (most: number) => z.object({ fi: z.string().max(most, 'tooLong'), sv: z.string().max(most, 'tooLong'), en: z.string().max(most, 'tooLong') }).partial().nullish()
  .transform((its): Translated | null => { const said = Object.entries(its ?? {}).map(([language, text]) => [language, text?.trim()]).filter(([, text]) => text); return said.length > 0 ? Object.fromEntries(said) : null })
/** A calendar day, or none. */
export const maybeDay = z.string().refine(isDay, 'badDay').nullish().transform((its) => its ?? null)
/** A time of day, 00:00 – 23:59. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'badTime')
const maybeTime = timeOfDay.nullish().transform((its) => its ?? null)

/** A time of some weekdays. It must have length: an end before its start is on the next day, and says so. */
export const span = z.object({
  weekdays: z.array(z.int().min(1).max(7)).max(7).nullish().transform((its) => (its && its.length > 0 ? [...new Set(its)].sort() : null)),
  start: maybeTime, end: maybeTime, nextDay: z.boolean().default(false), fullDay: z.boolean().default(false), state: z.enum(hoursStates).default('undefined'), note: words(300),
}).refine((its) => its.fullDay || its.nextDay || its.start === null || its.end === null || its.end > its.start, { path: ['end'], message: 'endBeforeStart' })
  .transform((its) => (its.fullDay ? { ...its, start: null, end: null, nextDay: false } : its.end === null ? { ...its, nextDay: false } : its))
const rule = z.object({
  context: z.enum(['period', 'year', 'month']), subject: z.enum(['day', 'week', 'month', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
  start: z.int().min(-366).max(366).nullish().transform((its) => its ?? null), ordinal: z.int().min(1).max(366).nullish().transform((its) => its ?? null), modifier: z.enum(['even', 'odd']).nullish().transform((its) => its ?? null),
}).superRefine((its, at) => {
  const wrong = (path: string) => at.addIssue({ code: 'custom', path: [path], message: 'badRule' })
  if (its.context === 'month' && its.subject === 'month') wrong('subject')
  if (its.modifier && (its.ordinal !== null || its.start !== null)) wrong('modifier')
  if (its.start === 0 && !(its.subject === 'week' && its.context === 'year')) wrong('start')
})
/** A period as it is kept. The limits are wide of what any place has; a rule over a period needs its first day (hauki). */
export const period = z.object({
  name: words(200), from: maybeDay, until: maybeDay, override: z.boolean().default(false), state: z.enum(hoursStates).default('undefined'),
  groups: z.array(z.object({ spans: z.array(span).max(60), rules: z.array(rule).max(8).default([]) })).max(20).default([]),
}).superRefine((its, at) => {
  if (its.from && its.until && its.until < its.from) at.addIssue({ code: 'custom', path: ['until'], message: 'untilBeforeFrom' })
  if (!its.from && its.groups.some((group) => group.rules.some((each) => each.context === 'period'))) at.addIssue({ code: 'custom', path: ['from'], message: 'ruleNeedsFrom' })
}).transform((its): Period => ({ ...its, groups: its.groups.filter((group) => group.spans.length > 0) }))
export const periodList = z.array(period).max(200)
