import type { View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { LinkButton, Said, Section } from '#ui/layout.tsx'
import { Comment } from './comment-view.tsx'
import type { Talk } from './embed.server.ts'
import { discussionWords } from './texts/index.ts'
import { type Picker, Write } from './write.tsx'

/** The discussion of a subject, with its forms; embedded by a page that spreads `discussionForms` among its own. */
export function Discussion({ its, view, picker }: { its: Talk; view: View; /** where a place is marked, where places are marked */ picker?: Picker | undefined }) {
  const t = discussionWords(view.language)
  const here = (query: Record<string, string | undefined>) => `${withQuery(view.href(view.path), query)}#discussion`
  const order = its.order === 'oldest' ? 'oldest' : undefined
  const others = its.order === 'oldest' ? 'newest' : 'oldest'
  return (
    <Section id="discussion" title={its.count ? `${t.title} · ${its.count}` : t.title}
      more={!its.thread && its.count > 1 && <a href={here({ order: others === 'oldest' ? 'oldest' : undefined })}>{others === 'oldest' ? t.showOldest : t.showNewest}</a>}>
      {its.thread ? <p className="meta"><span>{t.thisThread}</span> <a href={here({})}>{t.wholeDiscussion}</a></p> : <>{!view.query.has('part') && <Thanks view={view} />}<Write its={its} view={view} picker={picker} /></>}
      {its.comments.length > 0
        ? <div className="comments">{its.comments.map((comment) => <Comment key={comment.id} comment={comment} talk={its} view={view} />)}</div>
        : !its.open && <p className="lead">{t.emptyClosed}</p>}
      {(its.next || its.paged) && (
        <nav className="pager" aria-label={t.title}>
          {its.next && <LinkButton to={here(its.thread ? { thread: its.thread, from: its.next } : { order, from: its.next })}>{its.thread ? t.allReplies : t.more}</LinkButton>}
          {its.paged && <LinkButton kind="quiet" to={here(its.thread ? { thread: its.thread } : { order })}>{t.toNewest}</LinkButton>}
        </nav>
      )}
    </Section>
  )
}

/** Said to a guest after sending; what others see is on the page. */
function Thanks({ view }: { view: View }) {
  const said = view.query.get('said')?.split('.')[0] ?? ''
  const words = discussionWords(view.language).sent
  return Object.hasOwn(words, said) ? <div id="said"><Said>{words[said as keyof typeof words]}</Said></div> : null
}

/** What is said of one part, under it: its own page of comments, and where the rest are. */
export function PartTalk({ its, view, part }: { its: Talk; view: View; part: string }) {
  const t = discussionWords(view.language)
  const here = (query: Record<string, string | undefined>) => `${withQuery(view.href(view.path), { part, ...query })}#part-${part}`
  return (
    <div className="stack">
      <Thanks view={view} />
      {its.comments.length > 0 ? <div className="comments">{its.comments.map((comment) => <Comment key={comment.id} comment={comment} talk={its} view={view} />)}</div> : <p className="hint">{t.part.none}</p>}
      {(its.next || its.paged) && (
        <nav className="pager" aria-label={t.title}>
          {its.next && <LinkButton to={here({ partFrom: its.next })}>{t.more}</LinkButton>}
          {its.paged && <LinkButton kind="quiet" to={here({})}>{t.toNewest}</LinkButton>}
        </nav>
      )}
    </div>
  )
}
