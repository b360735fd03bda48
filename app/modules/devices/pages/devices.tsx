import { isProblems } from '#core/errors/errors.ts'
import { fields, page, type View } from '#core/http/page.ts'
import { ago } from '#core/text/format.ts'
import { ActionForm, Button, Choice, ErrorSummary, Select, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Empty, PageHead, Said, Section } from '#ui/layout.tsx'
import { deviceForm, makeDevice } from '../keep-device.server.ts'
import { type Listed, listDevices } from '../list.server.ts'
import { deviceKinds } from '../posts.ts'
import { deviceWords } from '../texts/index.ts'

export const kindIcon = { sensor: 'thermometer', gate: 'ticket', access: 'key', camera: 'cctv' } as const

/** A device's state: silent, working, or not yet heard. */
export function DeviceState({ its, view }: { its: Pick<Listed, 'silent' | 'heardAt'>; view: View }) {
  const t = deviceWords(view.language)
  return its.silent ? <span className="stage is-late"><Icon name="danger" />{t.silent}</span> : its.heardAt ? <span className="stage is-service"><Icon name="done" />{t.working}</span> : <span className="stage is-quiet"><Icon name="waiting" />{t.waiting}</span>
}

/** The devices that tell of places, the silent first, and a new one. */
export default page('/admin/devices', {
  read: (ctx) => listDevices(ctx),
  forms: { make: fields(deviceForm, async (ctx, _params, input) => { const made = await makeDevice(ctx, input); return isProblems(made) ? made : { to: `/admin/devices/${made.id}` } }) },
  head: (_data, { language }) => ({ title: deviceWords(language).title, place: 'desk', hidden: true, wide: true }),
  view: ({ devices, units }, view) => {
    const { language, failed, now } = view
    const t = deviceWords(language), silent = devices.filter((each) => each.silent).length
    const field = { does: 'make', failed, language, words: t.problems }
    return (
      <div className="stack">
        <PageHead title={t.title} crumbs={[{ to: view.href('/desk'), name: t.desk }]}><p className="lead">{t.lead}</p></PageHead>
        {silent > 0 && <Said tone="late">{t.silentCount(silent)} {t.silentHint}</Said>}
        {devices.length === 0 ? <Empty icon="sensor"><b>{t.none}</b> {units.length > 0 && t.noneHint}</Empty> : (
          <ul className="card rows">
            {devices.map((each) => (
              <li key={each.id}><Icon name={kindIcon[each.kind]} /><div className="t">
                {each.mine ? <a href={view.href(`/admin/devices/${each.id}`)}>{each.name}</a> : <b>{each.name}</b>}
                <p className="meta"><DeviceState its={each} view={view} /><span>{each.heardAt ? t.heard(ago(each.heardAt, language, now)) : t.neverHeard}</span>{each.refusedAt && (!each.heardAt || now.getTime() - each.refusedAt.getTime() < 86_400_000) && <span>{t.refused(ago(each.refusedAt, language, now))}</span>}</p>
                <p className="meta"><span>{t.kinds[each.kind]}</span><span>{each.unit}</span><span>{t.placesOf}: {each.places}</span></p>
              </div></li>
            ))}
          </ul>
        )}
        {units.length > 0 && (
          <Section title={t.add} id="add">
            <div className="card stack">
              <ErrorSummary failed={failed} does="make" labels={t.labels} words={t.problems} language={language} />
              <ActionForm does="make">
                <TextField {...field} name="name" label={t.labels.name} hint={t.nameHint} max={80} />
                <Choice {...field} name="kind" label={t.labels.kind} options={deviceKinds.map((kind) => ({ value: kind, label: t.kinds[kind], icon: kindIcon[kind] }))} />
                <Select {...field} name="unitId" label={t.labels.unitId} options={units.map((each) => ({ value: each.id, label: each.name }))} {...(units.length > 1 ? { empty: '' } : {})} />
                <TextField {...field} name="expectedMinutes" label={t.labels.expectedMinutes} hint={t.expectedHint} inputMode="numeric" max={5} optional />
                <p className="actions"><Button kind="main" icon="plus">{t.add}</Button></p>
              </ActionForm>
            </div>
          </Section>
        )}
      </div>
    )
  },
})
