import type { View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Prose } from '#ui/layout.tsx'
import { diffOf } from './diff.ts'
import type { Talk } from './embed.server.ts'
import type { Said } from './list.server.ts'
import type { Outcome } from './outcomes/word.server.ts'
import { discussionWords } from './texts/index.ts'

type Its = { comment: Said; talk: Talk; view: View }

/** What a comment is about: its part, the passage, the place. */
export function About({ comment, talk, view }: Its) {
  const t = discussionWords(view.language).part
  const part = talk.about[comment.id]
  const { mark } = comment
  return (
    <>
      {part && talk.part !== comment.part && <p className="meta small"><span><Icon name="text" /> {t.about}: {part.removed ? <>{part.title}. {t.removed}</> : <a href={view.href(`${withQuery(view.path, { part: comment.part })}#part-${comment.part}`)}>{part.title}</a>}</span></p>}
      {comment.quote && !comment.proposed && <blockquote className="passage"><Prose text={comment.quote} />{part?.changed && <p className="hint">{t.changed}</p>}</blockquote>}
      {mark && <p className="meta small"><span><Icon name="place" /> {mark.place ?? `${t.marked}: ${mark.latitude!.toFixed(4)}, ${mark.longitude!.toFixed(4)}`}</span></p>}
      {comment.proposed && <Proposal before={comment.quote ?? ''} after={comment.proposed} changed={part?.changed ?? false} view={view} />}
    </>
  )
}

/** A proposed wording over the one it replaces, what goes and what comes said in words too. */
export function Proposal({ before, after, changed, view }: { before: string; after: string; changed: boolean; view: Pick<View, 'language'> }) {
  const t = discussionWords(view.language).part
  return (
    <div className="proposal" role="group" aria-label={t.proposal}>
      <p className="hint">{t.proposal}</p>
      <p className="diff">{diffOf(before, after).map((piece, i) => piece.kind === 'gone' ? <del key={i}><span className="visually-hidden">[{t.gone}: </span>{piece.text}<span className="visually-hidden">]</span></del>
        : piece.kind === 'new' ? <ins key={i}><span className="visually-hidden">[{t.fresh}: </span>{piece.text}<span className="visually-hidden">]</span></ins> : <span key={i}>{piece.text}</span>)}</p>
      {changed && <p className="hint">{t.changed}</p>}
    </div>
  )
}

const marks: Record<Outcome, { icon: IconName; look: string }> = { used: { icon: 'done', look: 'is-service' }, partly: { icon: 'check', look: 'is-developing' }, not: { icon: 'no', look: 'is-quiet' } }
/** The outcome as a mark with its word. */
export const OutcomeMark = ({ outcome, view }: { outcome: Outcome; view: Pick<View, 'language'> }) =>
  <span className={`stage ${marks[outcome].look}`}><Icon name={marks[outcome].icon} />{discussionWords(view.language).outcomes.names[outcome]}</span>

/** What became of a comment, in the words of the official. `to` leads to the words' own page. */
export function Because({ outcome, why, to, view }: { outcome: Outcome; why: string; to?: string | undefined; view: Pick<View, 'language'> }) {
  const said = discussionWords(view.language).outcomes.because[outcome](why)
  return <p className={`became ${marks[outcome].look}`}><Icon name={marks[outcome].icon} />{to ? <a href={to}>{said}</a> : <span>{said}</span>}</p>
}
