import type { Ctx } from '#core/context/context.server.ts'
import { page } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { outcomeForms, readWork } from '#modules/discussion/server'
import { OutcomeWork } from '#modules/discussion/ui'
import { PageHead } from '#ui/layout.tsx'
import { managedMatter } from '../../matter.server.ts'
import { hearingWords } from '../texts/index.ts'

async function showComments(ctx: Ctx, id: string, query: URLSearchParams) {
  const { matter } = await managedMatter(ctx, id, {})
  return { id, title: inLanguage(matter.subject.title, ctx.language), work: await readWork(ctx, matter.subject, query) }
}

export default page('/matters/:matterId/manage/comments', {
  read: (ctx, { matterId }, query) => showComments(ctx, matterId, query),
  forms: outcomeForms<'/matters/:matterId/manage/comments'>(({ matterId }) => matterId),
  head: ({ title }, { language }) => ({ title: `${hearingWords(language).manage.comments}: ${title}`, place: 'desk', hidden: true }),
  view: ({ id, title, work }, view) => (
    <div className="stack wide">
      <PageHead title={hearingWords(view.language).manage.comments} crumbs={[{ to: view.href(`/matters/${id}/manage`), name: title }]} />
      <OutcomeWork its={work} view={view} />
    </div>
  ),
})
