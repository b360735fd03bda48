import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import { Island } from '#core/http/island.server.tsx'
import { afterWaiting, type Done, type FormHandler, page, type View } from '#core/http/page.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { LinkButton, PageHead } from '#ui/layout.tsx'
import CoverBoxes from '../../islands/cover-boxes.tsx'
import { can } from '../../permissions.ts'
import { boxesOf, coverReportPicture, grid, paintReportPicture, pictureToCover } from '../cover.server.ts'
import { senderPath } from '../sender-forms.server.ts'
import { handlingWords } from '../texts/index.ts'
import type { SenderKey } from '../who.server.ts'

/** Where it goes back to: who handles it to the handling, its sender to their own page. */
async function backOf(ctx: Ctx, key: SenderKey): Promise<string> {
  return 'id' in key && !may(ctx, can.asSender, await subjectOf(ctx, key.id, { kind: 'report' })) ? `/feedback/${key.id}/handle` : senderPath(key)
}
async function readCover(ctx: Ctx, key: SenderKey, pictureId: string) {
  const { title, picture } = await pictureToCover(ctx, key, pictureId)
  return { title: inLanguage(title, ctx.language), picture, back: await backOf(ctx, key) }
}
type ToCover = Awaited<ReturnType<typeof readCover>>
/** Somebody covered it a moment ago: what is there now is seen where it came from. */
const unlessChanged = async <T,>(does: Promise<T>): Promise<T | 'changed'> => {
  try { return await does } catch (cause) {
    if (cause instanceof Conflict || (cause instanceof NotFound && cause.code === 'pictureChanged')) return 'changed'
    throw cause
  }
}
/** The form of either address: painted first, with nothing held, and then shown. */
const covering = <P extends string>(of: (params: Parameters<FormHandler<P>>[1]) => { key: SenderKey; picture: string }): FormHandler<P> => afterWaiting(
  async (ctx, params, form) => {
    const boxes = boxesOf(form), { key, picture } = of(params)
    return boxes.length === 0 ? null : unlessChanged(paintReportPicture(ctx, key, picture, boxes))
  },
  async (ctx, params, painted): Promise<Done> => {
    if (painted === null) return { problems: { boxes: 'nothingCovered' } }
    const { key, picture } = of(params), back = await backOf(ctx, key)
    return painted === 'changed' || await unlessChanged(coverReportPicture(ctx, key, picture, painted)) === 'changed' ? { to: back } : { to: `${back}?said=covered` }
  },
)
const head = (its: ToCover, { language }: View) => ({ title: `${handlingWords(language).cover.title}: ${its.title}`, hidden: true, place: 'participate' as const })

function Cover({ its, view }: { its: ToCover; view: View }) {
  const words = handlingWords(view.language), t = words.cover
  const { title: _title, lead: _lead, save: _save, back: _back, ...said } = t
  return (
    <>
      <meta name="referrer" content="same-origin" />
      <PageHead title={t.title} crumbs={[{ to: view.href(its.back), name: its.title }]}><p className="lead">{t.lead}</p></PageHead>
      <ActionForm does="cover" className="stack">
        <ErrorSummary failed={view.failed} does="cover" labels={words.labels} words={words.problems} language={view.language} />
        <div id="cover-boxes"><Island of={CoverBoxes} props={{ source: view.href(its.picture.large), description: its.picture.description || words.photo(1), width: its.picture.width, height: its.picture.height, ...grid, words: said }} /></div>
        <p className="actions"><Button kind="main" icon="hidden">{t.save}</Button><LinkButton kind="quiet" to={view.href(its.back)}>{t.back}</LinkButton></p>
      </ActionForm>
    </>
  )
}

/** Black boxes over a photo: by the sender's own link, and by the report's id for its signed-in sender and those who handle it. */
export const ownCover = page('/feedback/own/:token/cover/:picture', {
  read: (ctx, { token, picture }) => readCover(ctx, { token }, picture),
  forms: { cover: covering(({ token, picture }) => ({ key: { token }, picture })) },
  head, view: (its, view) => <Cover its={its} view={view} />,
})
export const coverPage = page('/feedback/:id/cover/:picture', {
  read: (ctx, { id, picture }) => readCover(ctx, { id }, picture),
  forms: { cover: covering(({ id, picture }) => ({ key: { id }, picture })) },
  head, view: (its, view) => <Cover its={its} view={view} />,
})
