import type { Ctx } from '#core/context/context.server.ts'
import { fields, page } from '#core/http/page.ts'
import { PageHead } from '#ui/layout.tsx'
import { CameraForm } from '../camera-form.tsx'
import { cameraForm, makeCamera } from '../keep-camera.server.ts'
import { placeForCamera } from '../show.server.ts'
import { cameraWords } from '../texts/index.ts'

const read = (ctx: Ctx, _params: object, query: URLSearchParams) => placeForCamera(ctx, query.get('place') ?? '')

/** A new camera of a place, which the address names; it begins switched off. */
export default page('/admin/cameras/new', {
  read,
  forms: {
    make: fields(cameraForm, async (ctx, _params: object, its, { request }) => {
      const made = await makeCamera(ctx, new URL(request.url).searchParams.get('place') ?? '', its)
      return 'problems' in made ? made : { to: `/admin/cameras/${made.id}?saved` }
    }),
  },
  head: ({ name }, { language }) => ({ title: cameraWords(language).admin.newFor(name), hidden: true, place: 'desk' }),
  view({ name, devices }, view) {
    const t = cameraWords(view.language).admin
    return <div className="stack wide"><PageHead title={t.newFor(name)} crumbs={[{ to: view.href('/admin/cameras'), name: t.title }]}><p className="lead">{t.lead}</p></PageHead><CameraForm does="make" its={{ nameFi: name.slice(0, 80) }} devices={devices} view={view} /></div>
  },
})
