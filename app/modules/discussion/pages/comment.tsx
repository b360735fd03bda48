import { dayAndTime } from '#core/text/format.ts'
import { page } from '#core/http/page.ts'
import { LinkButton, PageHead, Prose } from '#ui/layout.tsx'
import { discussionWords } from '../texts/index.ts'
import { wordingsOf } from '../wordings.server.ts'

export default page('/comments/:commentId', {
  read: (ctx, { commentId }) => wordingsOf(ctx, commentId),
  head: ({ subject }, { language }) => ({ title: `${discussionWords(language).history}: ${subject.title}`, place: 'participate', hidden: true }),
  view({ comment, versions, subject }, view) {
    const t = discussionWords(view.language)
    return (
      <>
        <PageHead title={t.history} crumbs={[{ to: view.href(subject.path), name: subject.title }]}><p className="meta">{comment.author || t.someone}</p></PageHead>
        <ol className="card rows">
          <li><div className="t"><b>{t.now}</b><Prose text={comment.text!} /></div></li>
          {versions.map((each) => <li key={each.number}><div className="t"><b>{t.until(dayAndTime(each.until, view.language, view.now))}</b><Prose text={each.text} /></div></li>)}
        </ol>
        <p><LinkButton to={view.href(`${subject.path}?thread=${comment.id}#comment-${comment.id}`)} icon="comment">{t.back}</LinkButton></p>
      </>
    )
  },
})
