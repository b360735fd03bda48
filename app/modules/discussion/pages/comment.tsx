import { day, dayAndTime } from '#core/text/format.ts'
import { page } from '#core/http/page.ts'
import { LinkButton, PageHead, Prose, Section } from '#ui/layout.tsx'
import { discussionWords } from '../texts/index.ts'
import { wordingsOf } from '../wordings.server.ts'

export default page('/comments/:commentId', {
  read: (ctx, { commentId }) => wordingsOf(ctx, commentId),
  head: ({ subject }, { language }) => ({ title: `${discussionWords(language).history}: ${subject.title}`, place: 'participate', hidden: true }),
  view({ comment, versions, words, subject }, view) {
    const t = discussionWords(view.language)
    return (
      <>
        <PageHead title={t.history} crumbs={[{ to: view.href(subject.path), name: subject.title }]}><p className="meta">{comment.author || (comment.guest ? t.guest : t.someone)}</p></PageHead>
        <ol className="card rows">
          <li><div className="t"><b>{t.now}</b><Prose text={comment.text || comment.proposed || ''} /></div></li>
          {versions.map((each) => <li key={each.number}><div className="t"><b>{t.until(dayAndTime(each.until, view.language, view.now))}</b><Prose text={each.text} /></div></li>)}
        </ol>
        {words.length > 0 && (
          <Section title={t.outcomes.title} id="outcomes">
            <ol className="card rows">
              {words.map((word, i) => (
                <li key={word.id}><div className="t"><a href={view.href(`/outcomes/${word.id}`)}>{t.outcomes.because[word.outcome](word.why)}</a>
                  <small>{i > 0 && <>{t.outcomes.history} · </>}{word.unit && <>{t.outcomes.by(word.unit)} · </>}{day(word.at, view.language, view.now)}</small></div></li>
              ))}
            </ol>
          </Section>
        )}
        <p><LinkButton to={view.href(`${subject.path}?thread=${comment.id}#comment-${comment.id}`)} icon="comment">{t.back}</LinkButton></p>
      </>
    )
  },
})
