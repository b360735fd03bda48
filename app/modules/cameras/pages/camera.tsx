import { z } from 'zod'
import { fields, page, type View } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { wallClock } from '#core/time/local.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { PageHead, Said, Section } from '#ui/layout.tsx'
import { CameraForm } from '../camera-form.tsx'
import { cameraForm, changeCamera, endCamera, missingOf, switchOff, switchOn } from '../keep-camera.server.ts'
import { showCamera } from '../show.server.ts'
import { cameraWords } from '../texts/index.ts'

type P = { cameraId: string }
const changeForm = z.intersection(cameraForm, z.object({ version: z.coerce.number().int().catch(0) }))

/** A camera for who keeps it: how it does, on and off, its settings and its checklist. */
export default page('/admin/cameras/:cameraId', {
  read: async (ctx, { cameraId }, query) => ({ ...await showCamera(ctx, cameraId), saved: query.has('saved'), address: ctx.address(`/api/v1/cameras/${cameraId}`).replace(/\/(fi|sv|en)\/api\//, '/api/'), today: wallClock(ctx.now).day }),
  forms: {
    change: fields(changeForm, async (ctx, { cameraId }: P, { version, ...its }) => (await changeCamera(ctx, cameraId, its, version)) ?? { to: `/admin/cameras/${cameraId}?saved` }),
    on: (ctx, { cameraId }) => switchOn(ctx, cameraId),
    off: (ctx, { cameraId }) => switchOff(ctx, cameraId),
    end: async (ctx, { cameraId }) => { await endCamera(ctx, cameraId); return { to: '/admin/cameras' } },
  },
  head: ({ placeName }, { language }) => ({ title: `${cameraWords(language).admin.title}: ${placeName}`, hidden: true, place: 'desk' }),
  view: (data, view) => <One data={data} view={view} />,
})

function One({ data: { its, state, placeName, devices, saved, address, today }, view }: { data: Awaited<ReturnType<typeof showCamera>> & { saved: boolean; address: string; today: string }; view: View<'change' | 'on' | 'off' | 'end'> }) {
  const { language, now, failed } = view
  const t = cameraWords(language).admin
  const missing = Object.keys(missingOf(its, today))
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  return (
    <div className="stack wide">
      <PageHead title={inLanguage(its.name, language)} crumbs={[{ to: view.href('/admin/cameras'), name: t.title }]}><p className="meta"><a href={view.href(`/places/${its.placeId}`)}>{placeName}</a></p></PageHead>
      {saved && !failed && <Said>{t.saved}</Said>}
      <Section id="state" title={t.state}>
        <div className="card stack">
          <p className="iconed"><Icon name={its.on ? 'done' : 'hidden'} />{its.on ? t.on : t.off}</p>
          {its.on && its.trouble && <p className="problem"><Icon name="no" /> {its.brokenSince ? `${t.broken}. ` : ''}{t.troubles[its.trouble]}</p>}
          {its.on && state === 'shown' && <figure className="place-camera stack tight"><img src={view.href(`/cameras/${its.id}.webp?at=${its.takenAt!.getTime()}`)} alt={inLanguage(its.shows, language)} width={its.shownWidth!} height={its.shownHeight!} /><figcaption className="meta"><span>{t.newest}</span><span>{t.last(dayAndTime(its.takenAt!, language, now))}</span></figcaption></figure>}
          {!its.on && missing.length > 0 && <div className="stack tight"><p>{t.missing}</p><ul className="bullets">{missing.map((name) => <li key={name}>{t.labels[name]}</li>)}</ul></div>}
          <ErrorSummary failed={failed} does="on" labels={t.labels} words={t.problems} language={language} />
          <ActionForm does={its.on ? 'off' : 'on'} className="stack tight"><p className="actions"><Button kind={its.on ? 'danger' : 'main'} icon={its.on ? 'hidden' : 'video'}>{its.on ? t.switchOff : t.switchOn}</Button></p>{its.on && <p className="hint">{t.offHint}</p>}</ActionForm>
        </div>
      </Section>
      {its.way === 'posted' && <Section id="api" title={t.api}><p><code>PUT {address}</code></p><p><a className="touch" href={view.href('/admin/devices')}>{t.addDevice}</a></p></Section>}
      <details className="fold" open={failed?.form === 'change' || missing.length > 0}><summary>{t.settings}</summary>
        <p className="hint">{t.changedHint}</p>
        <CameraForm does="change" devices={devices} view={view} its={{
          nameFi: text(its.name.fi), nameSv: text(its.name.sv), nameEn: text(its.name.en), showsFi: text(its.shows.fi), showsSv: text(its.shows.sv), showsEn: text(its.shows.en), way: its.way, url: its.url, deviceId: text(its.deviceId), everyMinutes: text(its.everyMinutes), oldAfterMinutes: text(its.oldAfterMinutes),
          nearest: text(its.nearest), fieldOfView: text(its.fieldOfView), width: text(its.width), blur: text(its.blur), squares: text(its.squares), offFrom: text(its.offFrom), offUntil: text(its.offUntil), signOn: text(its.signOn), purposeFi: text(its.purpose?.fi), purposeSv: text(its.purpose?.sv), purposeEn: text(its.purpose?.en), controller: its.controller, privacyUrl: its.privacyUrl, version: text(its.version),
        }} />
        <ActionForm does="end" className="stack tight"><p className="hint">{t.endHint}</p><p className="actions"><Button kind="danger" icon="close">{t.end}</Button></p></ActionForm>
      </details>
    </div>
  )
}
