import { page } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { LinkButton, PageHead, Prose } from '#ui/layout.tsx'
import { historyOf } from '../edit.server.ts'
import { matterWords } from '../texts/index.ts'

export default page('/matters/:matterId/history', {
  read: (ctx, { matterId }) => historyOf(ctx, matterId),
  head: ({ title }, { language }) => ({ title: `${matterWords(language).wordings.title}: ${title}`, place: 'participate', hidden: true }),
  view(its, view) {
    const t = matterWords(view.language).wordings
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: view.href('/matters'), name: matterWords(view.language).matters }, { to: view.href(`/matters/${its.id}`), name: its.title }]} />
        {its.wordings.map((each) => (
          <article key={each.number} className="card stack tight" lang={its.language === view.language ? undefined : its.language}>
            <p className="meta">{each.until ? t.until(dayAndTime(each.until, view.language, view.now)) : t.now}</p>
            <h2>{each.title}</h2><Prose text={each.thought} />
          </article>
        ))}
        <p><LinkButton to={view.href(`/matters/${its.id}`)}>{t.back}</LinkButton></p>
      </>
    )
  },
})
