import type { View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { wallClock } from '#core/time/local.ts'
import { Icon } from '#ui/icons.tsx'
import { Fact } from '#ui/layout.tsx'
import { whenOf } from './agenda.tsx'
import type { MeetingLine } from './list.server.ts'
import type { MeetingState } from './meeting.server.ts'
import { meetingWords } from './texts/index.ts'

const look = { coming: 'is-decision', held: 'is-quiet', cancelled: 'is-late' } as const
const icon = { coming: 'calendar', held: 'done', cancelled: 'no' } as const
/** Where a meeting stands, in its colour, with its icon and its word. */
export function StateMark({ state, view }: { state: MeetingState; view: View }) {
  return <span className={`stage ${look[state]}`}><Icon name={icon[state]} />{meetingWords(view.language).state[state]}</span>
}
export const DraftMark = ({ view }: { view: View }) => <span className="stage is-quiet"><Icon name="hidden" />{meetingWords(view.language).draft}</span>

/** A day as a leaf of a calendar: its number large, weekday and month small. */
function Leaf({ at, view }: { at: Date; view: View }) {
  const [year, month, date] = wallClock(at).day.split('-') as [string, string, string]
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat({ fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[view.language], { timeZone: 'UTC', ...options }).format(new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))))
  return <span className="leaf" aria-hidden="true"><small>{format({ weekday: 'short' })}</small><b>{Number(date)}</b><small>{format({ month: 'short' }).replace(/\.$/, '').replace(/kuuta$/, '')}</small></span>
}

/** Meetings as rows under each other, each with its day. */
export function MeetingRows({ lines, view }: { lines: MeetingLine[]; view: View }) {
  const t = meetingWords(view.language)
  return (
    <ul className="card rows">
      {lines.map((line) => (
        <li key={line.id}>
          <Leaf at={line.startsAt} view={view} />
          <div className="t">
            <a className="go" href={view.href(`/meetings/${line.id}`)}><span className="visually-hidden">{day(line.startsAt, view.language, view.now)}: </span>{line.body}</a>
            <p className="meta small">
              <Fact icon="clock"><time dateTime={line.startsAt.toISOString()}>{whenOf(line, view)}</time></Fact>
              {line.place && <Fact icon="place">{line.place}</Fact>}
              <Fact icon="list">{line.items > 0 ? t.items(line.items) : t.noItems}</Fact>
            </p>
            {(line.state === 'cancelled' || !line.published) && <p className="meta">{line.state === 'cancelled' && <StateMark state="cancelled" view={view} />}{!line.published && <DraftMark view={view} />}</p>}
          </div>
          <Icon name="next" />
        </li>
      ))}
    </ul>
  )
}
