import { ago, day } from '#core/text/format.ts'
import type { View } from '#core/http/page.ts'
import type { Line } from '#core/trail/list.server.ts'
import { Fact } from '#ui/layout.tsx'
import { LateMark, StageMark } from '#ui/stage.tsx'
import { ideaWords } from './texts/index.ts'

/** Ideas as rows of a card: stage, title, beginning of the text, facts. */
export function IdeaRows({ lines, view }: { lines: Line[]; view: View }) {
  const t = ideaWords(view.language)
  return (
    <ul className="card rows">
      {lines.map((line) => (
        <li key={line.id}><article className="t">
          <a className="title" lang={line.lang} href={view.href(`/ideas/${line.id}`)}>{line.title}</a>
          <p className="meta"><StageMark stage={line.stage} language={view.language} />{line.late && <LateMark language={view.language} />}
            <span>{t.supports(line.supports)}{line.comments > 0 && ` · ${t.comments(line.comments)}`}</span></p>
          {line.summary && <p className="summary-text" lang={line.lang}>{line.summary}</p>}
          <p className="meta small">{line.place && <Fact icon="place">{line.place}</Fact>}<Fact icon="calendar">{ago(line.createdAt, view.language, view.now)}</Fact>{line.dueAt && !line.late && line.unit && <Fact icon="clock">{t.due(line.unit, day(line.dueAt, view.language, view.now))}</Fact>}</p>
        </article></li>
      ))}
    </ul>
  )
}
