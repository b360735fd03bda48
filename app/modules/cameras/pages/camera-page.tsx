import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { page, resource } from '#core/http/page.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { Empty, LinkButton, PageHead } from '#ui/layout.tsx'
import { keyOfCamera } from '../keep-picture.server.ts'
import { CameraPicture } from '../parts.tsx'
import { can } from '../permissions.ts'
import { camerasOf, pictureNow } from '../show.server.ts'
import { cameraWords } from '../texts/index.ts'

async function read(ctx: Ctx, { placeId }: { placeId: string }) {
  const place = await subjectOf(ctx, placeId, { kind: 'place' })
  if (place.visibility !== 'public') throw new NotFound()
  return { id: place.id, name: inLanguage(place.title, ctx.language), cameras: await camerasOf(ctx, place.id), mayKeep: may(ctx, can.keep, place) }
}

/** The cameras of a place, each with its newest picture, its time, why it is there and who answers for it. */
export default page('/places/:placeId/camera', {
  read,
  head: ({ name }, { language }) => ({ title: cameraWords(language).pageTitle(name), description: cameraWords(language).lead, place: 'services', hidden: true }),
  view({ id, name, cameras, mayKeep }, view) {
    const t = cameraWords(view.language)
    return (
      <div className="stack wide">
        <PageHead title={t.pageTitle(name)} crumbs={[{ to: view.href(`/places/${id}`), name }]}>{cameras.length > 0 && <p className="lead">{t.lead}</p>}</PageHead>
        {cameras.length === 0 && <Empty icon="cctv" action={<LinkButton to={view.href(`/places/${id}`)}>{t.place}</LinkButton>}>{t.none}</Empty>}
        {cameras.map((its) => <div key={its.id} className="card"><CameraPicture its={its} view={view} mayKeep={mayKeep} alone /></div>)}
        {cameras.length > 0 && <p className="hint">{t.onlyNewest}</p>}
      </div>
    )
  },
})

/** A camera's newest picture; browsers keep it for half a minute at most, and not longer than it may be shown. */
export const cameraPicture = resource('/cameras/:file', {
  get: async (ctx, { file }) => {
    const [, id] = /^([0-9a-f-]{36})\.webp$/.exec(file) ?? []
    const { its, seconds } = await pictureNow(ctx, id ?? '')
    const bytes = await ctx.storage.get(keyOfCamera(its))
    if (!bytes) throw new NotFound()
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/webp', 'content-length': String(bytes.length), 'cache-control': `public, max-age=${seconds}`, 'x-content-type-options': 'nosniff', 'x-robots-tag': 'noindex', 'content-disposition': 'inline' } })
  },
})
