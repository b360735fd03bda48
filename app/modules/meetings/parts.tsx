import type { View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { Icon } from '#ui/icons.tsx'
import { Fact } from '#ui/layout.tsx'
import { Leaf } from '#ui/leaf.tsx'
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

/** Meetings as rows under each other, each with its day. */
export function MeetingRows({ lines, view }: { lines: MeetingLine[]; view: View }) {
  const t = meetingWords(view.language)
  return (
    <ul className="card rows">
      {lines.map((line) => (
        <li key={line.id}>
          <Leaf at={line.startsAt} language={view.language} />
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
