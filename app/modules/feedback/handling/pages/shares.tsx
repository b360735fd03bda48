import { page } from '#core/http/page.ts'
import { Empty, PageHead } from '#ui/layout.tsx'
import { fixedShares } from '../fixed.server.ts'
import { handlingWords } from '../texts/index.ts'

export default page('/feedback/inbox/fixed', {
  read: (ctx) => fixedShares(ctx),
  head: (_rows, { language }) => ({ title: handlingWords(language).fixed.shares, place: 'desk', hidden: true }),
  view(rows, view) {
    const words = handlingWords(view.language), t = words.fixed
    return (
      <>
        <PageHead title={t.shares} crumbs={[{ to: view.href('/feedback/inbox'), name: words.inbox.title }]}><p className="lead">{t.sharesLead}</p></PageHead>
        {rows.length === 0 ? <Empty icon="done">{t.none}</Empty> : (
          <div className="scroller" tabIndex={0} role="region" aria-label={t.shares}><table>
            <caption className="visually-hidden">{t.shares}</caption>
            <thead><tr><th scope="col">{t.category}</th><th scope="col" className="n">{t.share} %</th><th scope="col" className="n">{t.yes}</th><th scope="col" className="n">{t.no}</th><th scope="col" className="n">{t.dontKnow}</th></tr></thead>
            <tbody>{rows.map((row) => <tr key={row.categoryId}><td>{row.name}</td><td className="n"><b>{row.share === null ? '–' : t.percent(row.share)}</b></td><td className="n">{row.yes}</td><td className="n">{row.no}</td><td className="n">{row.dontKnow}</td></tr>)}</tbody>
          </table></div>
        )}
      </>
    )
  },
})
