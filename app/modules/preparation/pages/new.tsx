import { page } from '#core/http/page.ts'
import { Icon } from '#ui/icons.tsx'
import { Card, PageHead } from '#ui/layout.tsx'
import { MatterForm } from '../matter-form.tsx'
import { sendNew, showNew } from '../new.server.ts'
import { matterWords } from '../texts/index.ts'

export default page('/matters/new', {
  read: (ctx, _params, query) => showNew(ctx, query),
  forms: { send: (ctx, _params, form) => sendNew(ctx, form) },
  head: (_its, { language }) => ({ title: matterWords(language).form.title, place: 'participate', hidden: true }),
  view(its, view) {
    const t = matterWords(view.language).form
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: view.href('/matters'), name: matterWords(view.language).matters }]}><p className="lead">{t.lead}</p></PageHead>
        {its.idea && <Card tone="ask"><p><Icon name="idea" /> {t.fromIdea} <a href={view.href(`/ideas/${its.idea.id}`)}>{its.idea.title}</a></p></Card>}
        <MatterForm its={its} view={view} />
      </>
    )
  },
})
