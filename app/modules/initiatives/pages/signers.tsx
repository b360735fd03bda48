import { page } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { day, number } from '#core/text/format.ts'
import { LinkButton, PageHead } from '#ui/layout.tsx'
import { showSigners } from '../show.server.ts'
import { initiativeWords } from '../texts/index.ts'

export default page('/initiatives/:initiativeId/signers', {
  read: (ctx, { initiativeId }, query) => showSigners(ctx, initiativeId, query),
  head: ({ title }, { language }) => ({ title: `${initiativeWords(language).signers.title}: ${title}`, place: 'participate', hidden: true }),
  view(its, view) {
    const words = initiativeWords(view.language)
    return (
      <>
        <PageHead title={words.signers.title} crumbs={[{ to: view.href('/initiatives'), name: words.initiatives }, { to: view.href(`/initiatives/${its.id}`), name: its.title }]}><p className="lead">{words.signers.shownOf(number(its.shown, view.language), number(its.signers, view.language))}</p></PageHead>
        {its.names.length === 0 ? <p>{words.signers.none}</p> : <ul className="card rows">{its.names.map((each) => <li key={each.id}><div className="t"><b>{each.name}</b><small>{words.membershipNames[each.membership]} · {each.at && day(each.at, view.language, view.now)}</small></div></li>)}</ul>}
        {its.next && <p className="pager"><LinkButton to={view.href(withQuery(`/initiatives/${its.id}/signers`, { after: its.next }))}>{words.more}</LinkButton></p>}
      </>
    )
  },
})
