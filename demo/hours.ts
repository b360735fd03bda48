import type { HoursState, Period, Span } from '#modules/directory/server'
import type { ToldHours } from './directory.ts'

/** Hours as they are told (directory.ts) as periods. */
export function periodsOf(its: ToldHours, now: Date): Period[] {
  const of = (text: string, state: HoursState): Span[] => text.split(',').map((part) => {
    const [, first, last, start, end] = /^\s*(\d)(?:-(\d))? ([\d:]+)-([\d:]+)$/.exec(part)!
    const weekdays = Array.from({ length: Number(last ?? first) - Number(first) + 1 }, (_, i) => Number(first) + i)
    const [from, until] = [time(start!), time(end!)]
    return { weekdays, start: from, end: until === '24:00' ? '00:00' : until, nextDay: until === '24:00' || until < from, fullDay: from === '00:00' && until === '24:00', state, note: null }
  })
  const state = its.state ?? 'open'
  const spans = [...of(its.week, state), ...(its.self ? of(its.self, 'self_service') : [])]
  const ordinary: Period = { name: null, from: null, until: null, override: false, state: 'undefined', groups: [{ spans, rules: [] }, ...(its.oddSaturday ? [{ spans: of(`6 ${its.oddSaturday}`, state), rules: [{ context: 'year' as const, subject: 'week' as const, start: null, ordinal: null, modifier: 'odd' as const }] }] : [])] }
  const between = (from: string, until: string): Pick<Period, 'from' | 'until'> => ({ from, until })
  // a season is told for this year and the next, as those who keep hours do
  const years = [now.getUTCFullYear(), now.getUTCFullYear() + 1]
  // outside the season it is closed: the shorter period is the stronger
  if (its.season) return [{ ...ordinary, state: 'closed', groups: [] }, ...years.map((year) => ({ ...ordinary, ...between(`${year}-${its.season![0]}`, `${year}-${its.season![1]}`) }))]
  return [
    ordinary,
    ...(its.summer ? years.map((year): Period => ({ name: { fi: 'Kesäajat', sv: 'Sommartider', en: 'Summer hours' }, ...between(`${year}-06-01`, `${year}-08-31`), override: false, state: 'undefined', groups: [{ spans: of(its.summer!, state), rules: [] }] })) : []),
    ...(its.closedSummer ? years.map((year): Period => ({ name: { fi: 'Kesähuolto', sv: 'Sommarservice', en: 'Summer maintenance' }, ...between(`${year}-06-15`, `${year}-08-05`), override: true, state: 'closed', groups: [] })) : []),
  ]
}
const time = (text: string) => (text.includes(':') ? text.padStart(5, '0') : `${text.padStart(2, '0')}:00`)
