import type { View } from '#core/http/page.ts'
import { day, dayAndTime } from '#core/text/format.ts'
import { isEndOfDay } from '#core/time/local.ts'
import { comingName, subjectPath } from '#core/trail/kind.ts'
import { Icon } from '#ui/icons.tsx'
import { Leaf } from '#ui/leaf.tsx'
import type { Coming } from './coming.server.ts'
import { homeWords } from './texts/index.ts'

/** The end of a day is that day; any other moment has its time. */
const when = (at: Date, view: View) => (isEndOfDay(at) ? day : dayAndTime)(at, view.language, view.now)

/** What is coming as rows: the day, the thing, what happens then and why it touches the reader. */
export function ComingRows({ lines, view }: { lines: Coming[]; view: View }) {
  const t = homeWords(view.language)
  return (
    <ul className="card rows">
      {lines.map((each) => (
        <li key={each.id}>
          <Leaf at={each.comesAt} language={view.language} />
          <div className="t">
            <a className="go" lang={each.lang} href={view.href(subjectPath(each.kind, each.id))}>{each.title}</a>
            <small>{comingName(each.kind, view.language)} <time dateTime={each.comesAt.toISOString()}>{when(each.comesAt, view)}</time></small>
            {each.why && <small>{t.why[each.why.by](each.why.name ?? '')}</small>}
          </div><Icon name="next" />
        </li>
      ))}
    </ul>
  )
}
