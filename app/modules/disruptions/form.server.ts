import { z } from 'zod'
import { cut } from '#core/text/cut.ts'
import { atWallClock, isDay } from '#core/time/local.ts'
import { kindOf, severityOf } from './make.server.ts'
import type { Where } from './where.server.ts'

/** What the address of the form says of where; what is not understood is empty. */
export function whereOf(query: URLSearchParams | FormData): Where {
  const all = (name: string) => query.getAll(name).filter((each): each is string => typeof each === 'string' && each !== '').slice(0, 60)
  const one = (name: string, most: number) => { const its = query.get(name); return typeof its === 'string' ? cut(its, most) : '' }
  const width = Number(one('width', 6))
  return { whole: one('whole', 3) === 'on', areas: all('area'), streets: all('street'), places: all('place'), shape: one('shape', 20_001).trim(), drawn: one('drawn', 10) === 'line' ? 'line' : 'polygon', width: width >= 1 && width <= 2000 ? width : 30, name: one('name', 120) }
}
/** The same as pairs, for hidden fields. */
export const whereFields = (its: Where): [string, string][] => [
  ...(its.whole ? [['whole', 'on'] as [string, string]] : []), ...its.areas.map((each): [string, string] => ['area', each]), ...its.streets.map((each): [string, string] => ['street', each]), ...its.places.map((each): [string, string] => ['place', each]),
  ...(its.shape ? [['shape', its.shape] as [string, string], ['drawn', its.drawn] as [string, string], ['width', String(its.width)] as [string, string]] : []), ...(its.name ? [['name', its.name] as [string, string]] : []),
]

const time = z.string().trim().max(8).default('').refine((text) => text === '' || /^([01]?\d|2[0-3])[:.][0-5]\d$/.test(text), 'badTime').transform((text) => text.replace('.', ':').padStart(text ? 5 : 0, '0'))
const day = z.string().trim().max(10).default('').refine((text) => text === '' || isDay(text), 'badDay')
const blank = (most: number) => z.string().trim().max(most).default('')
/** When it ends: so many hours from its start, at a moment, or not known. */
export const endForm = z.object({ ends: z.string('required').regex(/^(\d{1,3}|unknown|at|kept)$/, 'required'), endDay: day, endTime: time, nextDay: day, nextTime: time })
export const newForm = endForm.extend({
  kind: kindOf, severity: severityOf.optional(), unitId: z.string('required').min(1).max(40), title: blank(140), text: blank(2000), instead: blank(600), insteadName: blank(120), startDay: day, startTime: time, workId: z.string().max(40).optional().transform((its) => its || undefined), clientId: z.string().max(60).optional().transform((its) => its || undefined),
})

/** A day and a time of Finland's clock as a moment: a day alone is its end, a time alone is today's. Null when neither was said. */
const momentOf = (its: { day: string; time: string }, today: string, alone: string): Date | null => (!its.day && !its.time ? null : atWallClock(its.day || today, `${its.time || alone}:00`))

/** The start that a form says; undefined: now. */
export const startOf = (its: z.infer<typeof newForm>, today: string): Date | undefined => momentOf({ day: its.startDay, time: its.startTime }, today, '00:00') ?? undefined
/** The end and the next word that a form says. `kept`: undefined, as they were. Problems by field. */
export function endOfForm(its: z.infer<typeof endForm>, from: Date, today: string): { endsAt?: Date | null; nextWordAt?: Date | null } | { problems: Record<string, string> } {
  if (its.ends === 'kept') return {}
  if (its.ends === 'unknown') return { endsAt: null, nextWordAt: momentOf({ day: its.nextDay, time: its.nextTime }, today, '12:00') }
  if (its.ends === 'at') { const endsAt = momentOf({ day: its.endDay, time: its.endTime }, today, '23:59'); return endsAt ? { endsAt } : { problems: { endsAt: 'required' } } }
  const hours = Number(its.ends)
  return hours > 0 ? { endsAt: new Date(from.getTime() + hours * 3_600_000) } : { problems: { ends: 'required' } }
}

const fieldOf: Record<string, string> = { startsAt: 'startDay', nextWordAt: 'nextDay', shape: 'where' }
/** What the operations found wrong, by the names of the form's own fields. */
export const onFields = (found: Record<string, string>, ends: string): Record<string, string> => Object.fromEntries(Object.entries(found).map(([name, code]) => [name === 'endsAt' ? (ends === 'at' ? 'endDay' : 'ends') : fieldOf[name] ?? name, code]))
