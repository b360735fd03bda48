import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { fields, page } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Empty, PageHead, Section } from '#ui/layout.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { switchOff } from '../keep-camera.server.ts'
import { listCameras, placesFound } from '../show.server.ts'
import { cameraWords } from '../texts/index.ts'

async function read(ctx: Ctx, _params: object, query: URLSearchParams) {
  const asked = (query.get('q') ?? '').trim().slice(0, 60)
  return { cameras: await listCameras(ctx), asked, places: asked ? await placesFound(ctx, asked) : [] }
}

/** Every camera with how it does, each switched off in one tap, and the way to a new one. */
export default page('/admin/cameras', {
  read,
  forms: { off: fields(z.object({ camera: z.string('required') }), (ctx, _params: object, { camera }) => switchOff(ctx, camera)) },
  head: (_data, { language }) => ({ title: cameraWords(language).admin.title, hidden: true, place: 'desk' }),
  view({ cameras, asked, places }, view) {
    const t = cameraWords(view.language).admin
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: uiWords(view.language).places.admin }]}><p className="lead">{t.lead}</p></PageHead>
        {cameras.length === 0 ? <Empty icon="cctv">{t.none}</Empty> : (
          <ul className="card rows">
            {cameras.map((each) => (
              <li key={each.id}><div className="t">
                {each.mayKeep ? <a href={view.href(`/admin/cameras/${each.id}`)}>{each.place}: {each.name}</a> : <b>{each.place}: {each.name}</b>}
                <p className="meta">{each.brokenSince && each.on ? <span className="problem"><Icon name="no" /> {t.broken}{each.trouble && `. ${t.troubles[each.trouble]}`}</span> : <span><Icon name={each.on ? 'done' : 'hidden'} /> {each.on ? t.on : t.off}</span>}{each.takenAt && <span>{t.last(dayAndTime(each.takenAt, view.language, view.now))}</span>}</p>
                {each.on && each.mayKeep && <ActionForm does="off" label={`${each.place}: ${each.name}`}><input type="hidden" name="camera" value={each.id} /><p className="actions"><Button small icon="hidden">{t.switchOff}</Button></p></ActionForm>}
              </div></li>
            ))}
          </ul>
        )}
        <Section id="new" title={t.make}>
          <form method="get" action={view.href('/admin/cameras')} className="stack">
            <div className="field"><label htmlFor="q">{t.find}</label><p className="hint" id="q-hint">{t.findHint}</p><input id="q" name="q" type="search" defaultValue={asked} aria-describedby="q-hint" maxLength={60} /></div>
            <p className="actions"><Button icon="search">{t.search}</Button></p>
          </form>
          {asked && (places.length === 0 ? <p role="status">{t.noneFound}</p> : <ul className="card rows" aria-live="polite">{places.map((each) => <li key={each.id}><div className="t"><a href={view.href(`/admin/cameras/new?place=${each.id}`)}>{each.name}</a></div></li>)}</ul>)}
        </Section>
      </div>
    )
  },
})
