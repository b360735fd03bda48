import type { View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { ago, dayAndTime } from '#core/text/format.ts'
import { ActionForm, Button, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Prose } from '#ui/layout.tsx'
import { About, Because } from './comment-parts.tsx'
import type { Talk } from './embed.server.ts'
import type { Said, Stance } from './list.server.ts'
import { discussionWords } from './texts/index.ts'
import { Voice } from './voice.tsx'

const stanceIcon: Record<Stance, IconName> = { for: 'support', against: 'against', neutral: 'neutral' }

/** One comment with its replies and what the reader may do to it. */
export function Comment({ comment, talk, view, reply }: { comment: Said; talk: Talk; view: View; reply?: boolean }) {
  const t = discussionWords(view.language)
  const name = comment.author || (comment.guest ? t.guest : t.someone)
  const shown = comment.text !== null
  const { elsewhere } = comment
  const thread = (id: string) => elsewhere ? `${withQuery(elsewhere.to, { thread: id })}#comment-${id}` : view.href(`${withQuery(view.path, { thread: id })}#comment-${id}`)
  return (
    <article className={['comment', reply && 'reply', comment.unit && 'official'].filter(Boolean).join(' ')} id={`comment-${comment.id}`} aria-label={shown ? name : undefined}>
      {shown && (
        <p className="who">
          <b>{name}</b>
          {talk.joined && !reply && <span className="stance is-quiet"><Icon name="place" />{elsewhere?.municipality ?? talk.municipality}</span>}
          {comment.unit && <span className="stage is-idea"><Icon name="official" />{comment.unit}</span>}
          {comment.organisation && <span className="stance is-quiet"><Icon name="organisation" />{t.organisation}</span>}
          {comment.guest && comment.author && <span className="stance is-quiet">{t.guest}</span>}
          {comment.starter && <span className="stance is-idea"><Icon name="edited" />{t.starter}</span>}
          {(!reply || comment.stance !== 'neutral') && !comment.unit && <span className={`stance is-${comment.stance === 'for' ? 'service' : 'quiet'}`}><Icon name={stanceIcon[comment.stance]} />{t.stances[comment.stance]}</span>}
          <a className="when" href={thread(comment.id)}><time dateTime={comment.at.toISOString()} title={dayAndTime(comment.at, view.language, view.now)}>{ago(comment.at, view.language, view.now)}</time></a>
          {comment.edited && (elsewhere ? <span className="when">{t.edited}</span> : <a className="when" href={view.href(`/comments/${comment.id}`)}>{t.edited}</a>)}
        </p>
      )}
      <State comment={comment} talk={talk} view={view} />
      {shown && <About comment={comment} talk={talk} view={view} />}
      {comment.text && <Prose text={comment.text} />}
      {comment.outcome && <Because outcome={comment.outcome.outcome} why={comment.outcome.why} to={comment.elsewhere ? undefined : view.href(`/outcomes/${comment.outcome.id}`)} view={view} />}
      {shown && elsewhere && !reply && <p className="reply"><a href={thread(comment.id)}>{t.answerThere(elsewhere.municipality)}</a></p>}
      {shown && !elsewhere && <Tools comment={comment} talk={talk} view={view} reply={reply ?? false} name={name} />}
      {comment.children.length > 0 && <div className="replies">{comment.children.map((child) => <Comment key={child.id} comment={child} talk={talk} view={view} reply />)}</div>}
      {comment.moreReplies && !talk.thread && <p className="reply"><a href={thread(comment.id)}>{t.moreReplies(comment.replies)}</a></p>}
    </article>
  )
}

function State({ comment, talk, view }: { comment: Said; talk: Talk; view: View }) {
  const t = discussionWords(view.language)
  if (comment.state === 'shown') return null
  if (comment.state === 'removed') return <p className="gone"><Icon name="remove" /><span>{t.removed}</span></p>
  if (comment.state === 'waits') return <p className="gone"><Icon name="clock" /><span>{t.waits}</span></p>
  const why = talk.why[comment.id]
  return (
    <p className="gone"><Icon name="hidden" /><span>{comment.text === null ? t.hidden : t.hiddenYours}{why && ` ${t.why}: ${why.explanation}`}
      {why && comment.mine ? <> <a href={view.href(`/appeal/${why.decisionId}`)}>{t.appeal}</a></> : <> <a href={view.href('/moderation/statistics')}>{t.rules}</a></>}</span></p>
  )
}

function Tools({ comment, talk, view, reply, name }: { comment: Said; talk: Talk; view: View; reply: boolean; name: string }) {
  const t = discussionWords(view.language)
  const { language } = view
  const mayReply = !reply && talk.open && talk.speaks.does.includes('comment') && talk.standing === 'may' && comment.state === 'shown'
  const replyForm = `reply-${comment.id}`
  const failed = view.failed
  const failedReply = failed?.form === 'comment' && failed.values.parentId === comment.id ? { ...failed, form: replyForm } : undefined
  const editForm = `edit-${comment.id}`
  const failedEdit = failed?.form === 'editComment' && failed.values.commentId === comment.id ? { ...failed, form: editForm } : undefined
  return (
    <div className="tools">
      {mayReply && (
        <details open={failedReply !== undefined}>
          <summary aria-label={t.replyTo(name)}><Icon name="comment" />{t.reply}</summary>
          <ActionForm does="comment">
            <input type="hidden" name="parentId" value={comment.id} /><input type="hidden" name="sendKey" value={failedReply?.values.sendKey ?? `${talk.sendKey}.${comment.id.slice(-12)}`} /><input type="hidden" name="follow" value="on" />
            <ErrorSummary failed={failedReply} does={replyForm} labels={{ text: t.replyText, name: t.guests.name }} words={t.problems} language={language} />
            <TextArea does={replyForm} name="text" label={t.replyText} rows={3} max={3000} failed={failedReply} language={language} />
            {!view.me && <TextField does={replyForm} name="name" label={t.guests.name} hint={t.guests.nameHint} optional autoComplete="name" max={80} failed={failedReply} language={language} />}
            <Voice its={talk} view={view} does={replyForm} />
            <p className="actions"><Button kind="main" icon="sent">{t.sendReply}</Button></p>
          </ActionForm>
        </details>
      )}
      {comment.mine && talk.open && (
        <details open={failedEdit !== undefined}>
          <summary><Icon name="edited" />{t.edit}</summary>
          <ActionForm does="editComment">
            <input type="hidden" name="commentId" value={comment.id} />
            <ErrorSummary failed={failedEdit} does={editForm} labels={{ text: t.editText }} language={language} />
            <TextArea does={editForm} name="text" label={t.editText} hint={t.editHint} rows={4} max={3000} value={comment.text ?? ''} failed={failedEdit} language={language} />
            <p className="actions"><Button kind="main">{t.save}</Button></p>
          </ActionForm>
        </details>
      )}
      {comment.mine && (
        <details>
          <summary><Icon name="remove" />{t.remove}</summary>
          <ActionForm does="removeComment">
            <input type="hidden" name="commentId" value={comment.id} />
            <p>{t.removeSure}</p>
            <p className="actions"><Button kind="danger" icon="remove">{t.removeNow}</Button></p>
          </ActionForm>
        </details>
      )}
      {!comment.mine && comment.state === 'shown' && <a href={view.href(`/report?${new URLSearchParams({ subject: talk.subjectId, comment: comment.id })}`)} aria-label={t.reportOf(name)}><Icon name="report" />{t.report}</a>}
    </div>
  )
}
