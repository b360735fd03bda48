import { inLanguage, type Language } from '#core/text/language.ts'
import { addDays, dayAt, daysFrom, mondayOf, weekdayOf } from './days.ts'
import { dayOf, isInForce, type SharedException } from './engine.ts'
import { shortDate, timesOf } from './open-words.ts'
import type { Period } from './periods.ts'
import { hoursWords } from './texts/index.ts'

type Given = { periods: Period[]; exceptions: SharedException[] }

/** A week's hours, a row a day, today's marked; a day that differs says why. `from`: any day of the week, by default today. `days`: how many from that very day, instead of its week. */
export function WeekHours({ hours, view, from, days, caption }: { hours: Given; view: { language: Language; now: Date }; from?: string; days?: number; caption?: string }) {
  const { language, now } = view
  const t = hoursWords(language), today = dayAt(now)
  const first = days ? from ?? today : mondayOf(from ?? today), last = addDays(first, (days ?? 7) - 1)
  const said = daysFrom(first, last).map((day) => dayOf(hours.periods, hours.exceptions, day))
  if (said.every((its) => its.spans.length === 0 && !isInForce(hours.periods, its.day))) return <div className="stack tight">{caption && <b>{caption}</b>}<p className="hint">{t.noneSaid}</p></div>
  return (
    <table className="weekhours">
      {caption && <caption>{caption}</caption>}
      <thead className="visually-hidden"><tr><th scope="col">{t.dayColumn}</th><th scope="col">{t.timeColumn}</th></tr></thead>
      <tbody>
        {said.map((its) => {
          const { day } = its
          return (
            <tr key={day} aria-current={day === today ? 'date' : undefined}>
              <th scope="row"><span>{t.short[weekdayOf(day) - 1]}</span> <time dateTime={day}>{shortDate(day, language)}</time></th>
              <td>
                {its.spans.length === 0 ? (isInForce(hours.periods, day) ? t.state.closed : t.unknown) : its.spans.map((span, i) => <span key={i} className="span">{timesOf(span, language)}{span.note && <small> {inLanguage(span.note, language)}</small>}</span>)}
                {(its.why === 'own' || its.why === 'shared') && <small className="why">{inLanguage(its.name, language) || t.exceptional}</small>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
