import { page } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { LinkButton, PageHead, Prose } from '#ui/layout.tsx'
import { historyOf } from '../edit.server.ts'
import { ideaWords } from '../texts/index.ts'

export default page('/ideas/:ideaId/history', {
  read: (ctx, { ideaId }) => historyOf(ctx, ideaId),
  head: (its, { language }) => ({ title: `${ideaWords(language).wordings.title}: ${its.title}`, place: 'participate', hidden: true }),
  view(its, view) {
    const t = ideaWords(view.language)
    return (
      <>
        <PageHead title={t.wordings.title} crumbs={[{ to: view.href('/ideas'), name: t.ideas }, { to: view.href(`/ideas/${its.id}`), name: its.title }]} />
        <ol className="card rows">
          {its.wordings.map((each) => (
            <li key={each.number}><div className="t">
              <small>{each.until ? t.wordings.until(dayAndTime(each.until, view.language, view.now)) : its.withdrawn ? t.wordings.last : t.wordings.now}</small>
              <b>{each.title}</b><Prose text={each.text} />
            </div></li>
          ))}
        </ol>
        <p><LinkButton to={view.href(`/ideas/${its.id}`)} icon="idea">{t.wordings.back}</LinkButton></p>
      </>
    )
  },
})
