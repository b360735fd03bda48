import { day } from '#core/text/format.ts'
import { page, type View } from '#core/http/page.ts'
import { Fact, LinkButton, PageHead, Prose, Section } from '#ui/layout.tsx'
import { OutcomeMark } from '../comment-parts.tsx'
import { showWord } from '../outcomes/word.server.ts'
import { discussionWords } from '../texts/index.ts'

/** What became of what I said: where a notice leads. Public, as the comments are. */
export default page('/outcomes/:outcomeId', {
  read: (ctx, { outcomeId }) => showWord(ctx, outcomeId),
  head: ({ subject }, { language }) => ({ title: `${discussionWords(language).outcomes.title}: ${subject.title}`, place: 'participate', hidden: true }),
  view({ word, comments, count, subject }, view) {
    const t = discussionWords(view.language)
    const mine = comments.filter((each) => each.mine), others = comments.filter((each) => !each.mine)
    return (
      <div className="stack wide">
        <PageHead title={t.outcomes.because[word.outcome](word.why)} crumbs={[{ to: view.href(subject.path), name: subject.title }]}>
          <p className="meta"><OutcomeMark outcome={word.outcome} view={view} />{word.theme && <Fact icon="list">{word.theme}</Fact>}{word.unit && <Fact icon="official">{t.outcomes.by(word.unit)}</Fact>}<Fact icon="calendar">{day(word.at, view.language, view.now)}</Fact></p>
        </PageHead>
        {mine.length > 0 && <Section title={t.outcomes.yours} id="mine"><Comments comments={mine} view={view} /></Section>}
        {others.length > 0 && <Section title={mine.length ? t.outcomes.others : t.outcomes.inGroup(count)} id="comments"><Comments comments={others} view={view} />{count > comments.length && <p className="hint">{t.outcomes.firstShown(comments.length)}</p>}</Section>}
        <p><LinkButton to={view.href(subject.path)}>{subject.title}</LinkButton></p>
      </div>
    )
  },
})

function Comments({ comments, view }: { comments: Awaited<ReturnType<typeof showWord>>['comments']; view: View }) {
  const t = discussionWords(view.language)
  return (
    <ul className="card rows">
      {comments.map((each) => <li key={each.id}><div className="t"><Prose text={each.text} />{!each.current && <p className="hint">{t.outcomes.replaced}</p>}<a href={view.href(each.path)}>{t.hear.toComment}</a></div></li>)}
    </ul>
  )
}
