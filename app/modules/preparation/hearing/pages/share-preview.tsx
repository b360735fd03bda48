import type { Ctx } from '#core/context/context.server.ts'
import { page } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { managedMatter } from '../../matter.server.ts'
import { previewPathOf, renewPreview } from '../preview.server.ts'
import { hearingWords } from '../texts/index.ts'

async function showShare(ctx: Ctx, id: string) {
  const { matter } = await managedMatter(ctx, id, {})
  const path = previewPathOf(ctx, matter)
  return { id, title: inLanguage(matter.subject.title, ctx.language), path, address: ctx.address(path) }
}

export default page('/matters/:matterId/manage/preview', {
  read: (ctx, { matterId }) => showShare(ctx, matterId),
  forms: { renew: async (ctx, { matterId }) => { await renewPreview(ctx, matterId); return { to: `/matters/${matterId}/manage/preview?done=1` } } },
  head: ({ title }, { language }) => ({ title: `${hearingWords(language).preview.share}: ${title}`, place: 'desk', hidden: true }),
  view(its, view) {
    const t = hearingWords(view.language).preview
    return (
      <div className="stack wide">
        <PageHead title={t.share} crumbs={[{ to: view.href(`/matters/${its.id}/manage`), name: its.title }]}><p className="lead">{t.hint}</p></PageHead>
        {view.query.has('done') && <Said>{t.renewed}</Said>}
        <div className="field"><label htmlFor="preview-link">{t.link}</label><input id="preview-link" readOnly defaultValue={its.address} /></div>
        <p className="actions"><LinkButton to={view.href(its.path)} icon="arrow">{t.see}</LinkButton></p>
        <ActionForm does="renew"><p className="hint">{t.renewHint}</p><p className="actions"><Button kind="danger" icon="restored">{t.renew}</Button></p></ActionForm>
      </div>
    )
  },
})
