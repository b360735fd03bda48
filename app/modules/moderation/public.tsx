import { day } from '#core/text/format.ts'
import type { View } from '#core/http/page.ts'
import { Icon } from '#ui/icons.tsx'
import { moderationWords } from './texts/index.ts'
import type { WhyHidden } from './why-hidden.server.ts'

/** Says in the place of a hidden thing that it was hidden and why; its author gets the way to appeal. */
export function HiddenNote({ why, of, mine, view }: { why: WhyHidden; of: 'text' | 'comment'; mine: boolean; view: View }) {
  const t = moderationWords(view.language)
  return (
    <div className="card stack tight" role="note">
      <p><Icon name="hidden" /> <b>{t.hidden[of]}</b></p>
      <p>{t.reasons[why.reason]}. {why.explanation}</p>
      <p className="meta"><time dateTime={why.at.toISOString()}>{day(why.at, view.language, view.now)}</time>{mine && <a href={view.href(`/appeal/${why.decisionId}`)}>{t.hidden.appeal}</a>}</p>
    </div>
  )
}

/** The way to report a subject, or a comment of it. */
export function ReportLink({ subjectId, commentId, view }: { subjectId: string; commentId?: string | null; view: View }) {
  return <a href={view.href(`/report?subject=${subjectId}${commentId ? `&comment=${commentId}` : ''}`)} rel="nofollow"><Icon name="report" /> {moderationWords(view.language).hidden.reportLink}</a>
}
