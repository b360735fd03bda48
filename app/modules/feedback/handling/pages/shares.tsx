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
          <div className="desk"><table role="table">
            <caption className="visually-hidden">{t.shares}</caption>
            <thead><tr role="row"><th scope="col" role="columnheader">{t.category}</th><th scope="col" role="columnheader" className="n">{t.yes}</th><th scope="col" role="columnheader" className="n">{t.no}</th><th scope="col" role="columnheader" className="n">{t.dontKnow}</th><th scope="col" role="columnheader" className="n">{t.share} %</th></tr></thead>
            <tbody>{rows.map((row) => <tr role="row" key={row.categoryId}><td role="cell" className="what"><b>{row.name}</b></td><td role="cell" data-label={t.yes} className="n">{row.yes}</td><td role="cell" data-label={t.no} className="n">{row.no}</td><td role="cell" data-label={t.dontKnow} className="n">{row.dontKnow}</td><td role="cell" data-label={`${t.share} %`} className="n">{row.share === null ? '–' : t.percent(row.share)}</td></tr>)}</tbody>
          </table></div>
        )}
      </>
    )
  },
})
