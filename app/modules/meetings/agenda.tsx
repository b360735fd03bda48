import type { View } from '#core/http/page.ts'
import { day, dayAndTime } from '#core/text/format.ts'
import { Icon } from '#ui/icons.tsx'
import { Section } from '#ui/layout.tsx'
import type { AgendaEntry } from './show.server.ts'
import { meetingWords } from './texts/index.ts'

/** A meeting's day and time, or its day alone when no more is known. */
export const whenOf = (its: { startsAt: Date; dayOnly: boolean }, view: Pick<View, 'language' | 'now'>): string => (its.dayOnly ? day : dayAndTime)(its.startsAt, view.language, view.now)

/** The meetings that a matter is or was taken up in, each a link to its item; nothing when there are none. */
export function Agenda({ its, view }: { its: AgendaEntry[]; view: View }) {
  if (its.length === 0) return null
  const t = meetingWords(view.language)
  return (
    <Section id="agenda" title={t.matterAgenda}>
      <ul className="card rows">
        {its.map((each) => {
          const when = day(each.startsAt, view.language, view.now)
          const said = each.gone ? t.wasTakenOff(each.body, when) : each.state === 'cancelled' ? t.wasCancelled(each.body, when) : each.state === 'coming' && !each.decided ? t.onAgenda(each.body, when) : t.wasOnAgenda(each.body, when)
          return (
            <li key={each.itemId}><div className="t">
              <a className="go" href={view.href(`/meetings/items/${each.itemId}`)}>{said}{each.sign && ` ${t.paragraph(each.sign)}`}</a>
              {each.decided && <p className="brief"><Icon name="decision" /> {each.decision || t.readDecision}</p>}
            </div><Icon name="next" /></li>
          )
        })}
      </ul>
    </Section>
  )
}
