import type { View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { ActionForm, Button, Checkbox, Choice, ErrorSummary, TextArea } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { LinkButton, Section } from '#ui/layout.tsx'
import { Comment } from './comment-view.tsx'
import type { Talk } from './embed.server.ts'
import { discussionWords } from './texts/index.ts'
import { Voice } from './voice.tsx'

/** The discussion of a subject, with its forms; embedded by a page that spreads `discussionForms` among its own. */
export function Discussion({ its, view }: { its: Talk; view: View }) {
  const t = discussionWords(view.language)
  const here = (query: Record<string, string | undefined>) => `${withQuery(view.href(view.path), query)}#discussion`
  const order = its.order === 'oldest' ? 'oldest' : undefined
  const others = its.order === 'oldest' ? 'newest' : 'oldest'
  return (
    <Section id="discussion" title={its.count ? `${t.title} · ${its.count}` : t.title}
      more={!its.thread && its.count > 1 && <a href={here({ order: others === 'oldest' ? 'oldest' : undefined })}>{others === 'oldest' ? t.showOldest : t.showNewest}</a>}>
      {its.thread ? <p className="meta"><span>{t.thisThread}</span> <a href={here({})}>{t.wholeDiscussion}</a></p> : <Write its={its} view={view} />}
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

function Write({ its, view }: { its: Talk; view: View }) {
  const t = discussionWords(view.language)
  if (!its.open) return its.comments.length > 0 ? <p className="lead">{t.closed}</p> : null
  if (!view.me) {
    return (
      <div className="invite"><p>{its.count ? t.signInFirst : t.emptyOpen}</p>
        <LinkButton to={view.href(withQuery('/sign-in', { to: view.path }))} icon="comment">{t.signIn}</LinkButton></div>
    )
  }
  const failed = view.failed?.form === 'comment' && !view.failed.values.parentId ? view.failed : undefined
  const sent = failed?.values
  const { language } = view
  return (
    <details className="fold write" open={failed !== undefined}>
      <summary><Icon name="comment" />{t.write}</summary>
      <ActionForm does="comment" label={t.write}>
        <input type="hidden" name="sendKey" value={sent?.sendKey ?? its.sendKey} />
        {its.count === 0 && <p className="hint">{t.emptyOpen}</p>}
        <ErrorSummary failed={failed} does="comment" labels={{ text: t.text }} language={language} />
        <TextArea does="comment" name="text" label={t.text} rows={4} max={3000} failed={failed} language={language} />
        <Choice does="comment" name="stance" label={t.stance} row value="neutral" failed={failed} language={language} options={[
          { value: 'for', label: t.stances.for, icon: 'support' }, { value: 'against', label: t.stances.against, icon: 'against' }, { value: 'neutral', label: t.stances.neutral, icon: 'neutral' },
        ]} />
        <Voice its={its} view={view} does="comment" />
        <Checkbox name="follow" checked={sent ? sent.follow === 'on' : true} label={t.follow} />
        <p className="actions"><Button kind="main" icon="sent">{t.send}</Button></p>
      </ActionForm>
    </details>
  )
}
