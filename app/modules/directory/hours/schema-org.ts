import { addDays, dayAt, daysFrom, weekdayOf } from './days.ts'
import { dayOf, isInForce, isOpenState, type SharedException } from './engine.ts'
import type { Period } from './periods.ts'

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * Opening hours for search engines (schema.org/OpeningHoursSpecification), day by day from a moment on, so that seasons,
 * rules and exceptions are in it: a day with no time in it is closed (00:00–00:00), a whole day is 00:00–23:59, what closes
 * before it opens closes on the next day. Of a day of which nothing is known nothing is said.
 */
export function openingHoursData(hours: { periods: Period[]; exceptions: SharedException[] }, from: Date, days: number): Record<string, string>[] {
  const first = dayAt(from)
  return daysFrom(first, addDays(first, days - 1)).flatMap((day) => {
    const its = dayOf(hours.periods, hours.exceptions, day)
    const known = its.spans.filter((span) => span.state !== 'undefined' && span.state !== 'no_opening_hours')
    if (known.length === 0 && (its.spans.length > 0 || !isInForce(hours.periods, day))) return []
    const on = { '@type': 'OpeningHoursSpecification', dayOfWeek: `https://schema.org/${dayNames[weekdayOf(day) - 1]}`, validFrom: day, validThrough: day }
    const open = known.filter((span) => isOpenState(span.state))
    if (open.length === 0) return [{ ...on, opens: '00:00', closes: '00:00' }]
    return open.map((span) => ({ ...on, opens: span.start ?? '00:00', ...(span.fullDay || !span.start && !span.end ? { closes: '23:59' } : span.end ? { closes: span.end } : {}) }))
  })
}
