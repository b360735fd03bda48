import { page } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { saidBy } from '#core/text/said.ts'
import { Empty, Fact, LinkButton, PageHead, Prose, Said } from '#ui/layout.tsx'
import { readInvitations } from '../answer.server.ts'
import { jointWords } from '../texts/index.ts'

/** What other municipalities have asked this one to. */
export default page('/joint', {
  read: (ctx) => readInvitations(ctx),
  head: (_its, { language }) => ({ title: jointWords(language).invitations, place: 'desk', hidden: true }),
  view(its, view) {
    const t = jointWords(view.language)
    const done = saidBy(t.done, view.query.get('done'))
    return (
      <>
        {done && <Said>{done}</Said>}
        <PageHead title={t.invitations} crumbs={[{ to: view.href('/matters'), name: t.matters }]}><p className="lead">{t.lead}</p></PageHead>
        {its.length === 0 ? <Empty icon="inbox" action={<LinkButton to={view.href('/matters')}>{t.matters}</LinkButton>}>{t.empty}</Empty> : its.map((each) => (
          <section key={each.jointId} className="card stack tight" aria-label={each.title}>
            <p className="meta"><Fact icon="place">{t.asks(each.from)}</Fact><Fact icon="calendar"><time dateTime={each.at.toISOString()}>{day(each.at, view.language, view.now)}</time></Fact></p>
            <h2>{each.title}</h2>
            {each.message && <Prose text={each.message} />}
            <p className="actions"><LinkButton kind="main" to={view.href(`/joint/${each.jointId}`)} icon="next">{t.open}</LinkButton></p>
          </section>
        ))}
      </>
    )
  },
})
