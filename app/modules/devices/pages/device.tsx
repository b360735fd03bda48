import type { Ctx } from '#core/context/context.server.ts'
import { fields, page, type View } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { PageHead, Said, Section } from '#ui/layout.tsx'
import { changeDevice, deviceFacts, endDevice, givePlace, rotateKey, takePlace } from '../keep-device.server.ts'
import { showDevice } from '../list.server.ts'
import { deviceWords } from '../texts/index.ts'
import { DeviceState, kindIcon } from './devices.tsx'

type P = { deviceId: string }
const at = (id: string, more: string) => ({ to: `/admin/devices/${id}${more}` })
const placeOf = (form: FormData) => String(form.get('placeId') ?? '')

/** One device: its key while it is new, its places, what it may tell and how it sends, when it was heard. */
export default page('/admin/devices/:deviceId', {
  read: (ctx: Ctx, { deviceId }: P, query: URLSearchParams) => showDevice(ctx, deviceId, query.get('find') ?? ''),
  forms: {
    change: fields(deviceFacts, async (ctx, { deviceId }: P, input) => { await changeDevice(ctx, deviceId, input); return at(deviceId, '?saved=1') }),
    give: async (ctx, { deviceId }, form) => { await givePlace(ctx, deviceId, placeOf(form)); return at(deviceId, '?saved=1#places') },
    take: async (ctx, { deviceId }, form) => { await takePlace(ctx, deviceId, placeOf(form)); return at(deviceId, '?saved=1#places') },
    rotate: async (ctx, { deviceId }) => { await rotateKey(ctx, deviceId); return at(deviceId, '') },
    end: async (ctx, { deviceId }) => { await endDevice(ctx, deviceId); return { to: '/admin/devices' } },
  },
  head: ({ its }) => ({ title: its.name, place: 'desk', hidden: true }),
  view: (data, view) => <Device data={data} view={view} />,
})

function Device({ data: { its, unit, silent, key, find, places, found, posts }, view }: { data: Awaited<ReturnType<typeof showDevice>>; view: View<'change' | 'give' | 'take' | 'rotate' | 'end'> }) {
  const { language, failed, now } = view
  const t = deviceWords(language), field = { does: 'change', failed, language, words: t.problems }
  const choices = posts.flatMap((each) => each.choices), may = failed?.form === 'change' ? (failed.values['may[]'] ?? '').split('\n') : its.may
  return (
    <div className="stack wide">
      <PageHead title={its.name} crumbs={[{ to: view.href('/admin/devices'), name: t.title }]}>
        <p className="meta">{its.endedAt ? <span className="stage is-quiet"><Icon name="no" />{t.ended}</span> : <DeviceState its={{ silent, heardAt: its.heardAt }} view={view} />}<span><Icon name={kindIcon[its.kind]} /> {t.kinds[its.kind]}</span><span>{unit}</span><span>{its.heardAt ? t.heard(dayAndTime(its.heardAt, language, now)) : t.neverHeard}</span></p>
      </PageHead>
      {view.query.has('saved') && !failed && <Said>{t.saved}</Said>}
      {key && <div className="stack"><Said>{t.made}</Said><p className="card scroller" tabIndex={0} role="region" aria-label={t.key}><code>{key}</code></p></div>}
      {its.refusedAt && <Section title={t.refusedTitle} id="refused"><p className="card"><time dateTime={its.refusedAt.toISOString()}>{dayAndTime(its.refusedAt, language, now)}</time>: <code>{its.refusedWhy}</code></p></Section>}
      <Section title={t.places} id="places">
        {places.length === 0 ? <p className="hint">{t.noPlaces}</p> : <ul className="card rows">{places.map((each) => <li key={each.id}><div className="t"><a href={view.href(`/places/${each.id}`)}>{each.name}</a>{each.area && <p className="meta">{each.area}</p>}<p className="hint">{t.idOf}: <code>{each.id}</code></p></div>{!its.endedAt && <ActionForm does="take" label={t.takeOf(each.name)}><input type="hidden" name="placeId" value={each.id} /><Button small kind="quiet" icon="close">{t.take}</Button></ActionForm>}</li>)}</ul>}
        {!its.endedAt && <form method="get" action={`${view.href(`/admin/devices/${its.id}`)}#places`} role="search" className="field"><label htmlFor="find">{t.find}</label><span className="hint" id="find-hint">{t.findHint}</span><span className="searchbox"><input id="find" name="find" type="search" maxLength={80} defaultValue={find} aria-describedby="find-hint" /><Button icon="search">{t.search}</Button></span></form>}
        {find !== '' && (found.length === 0 ? <p role="status">{t.notFound}</p> : <ul className="card rows">{found.map((each) => <li key={each.id}><div className="t"><b>{each.name}</b>{each.area && <p className="meta">{each.area}</p>}</div><ActionForm does="give" label={t.giveOf(each.name)}><input type="hidden" name="placeId" value={each.id} /><Button small icon="plus">{t.give}</Button></ActionForm></li>)}</ul>)}
      </Section>
      {!its.endedAt && (
        <Section title={t.what} id="what">
          <ErrorSummary failed={failed} does="change" labels={t.labels} words={t.problems} language={language} />
          <ActionForm does="change">
            <TextField {...field} name="name" label={t.labels.name} value={its.name} max={80} />
            <TextField {...field} name="expectedMinutes" label={t.labels.expectedMinutes} hint={t.expectedHint} value={its.expectedMinutes === null ? '' : String(its.expectedMinutes)} inputMode="numeric" max={5} optional />
            {choices.length > 1 && <details className="fold" open={may.some(Boolean)}><summary>{t.labels.may}</summary><fieldset className="stack tight"><legend className="visually-hidden">{t.labels.may}</legend><p className="hint">{t.mayHint}</p>{choices.map((each) => <Checkbox key={each.key} name="may[]" value={each.key} label={each.name} checked={may.includes(each.key)} id={`may-${each.key}`} />)}</fieldset></details>}
            <p className="actions"><Button kind="main">{t.save}</Button></p>
          </ActionForm>
        </Section>
      )}
      {posts.map((each) => (
        <Section key={each.path} title={`${t.posts}: ${each.name}`} id="posts">
          <div className="card scroller" tabIndex={0} role="region" aria-label={t.posts}><pre><code>{`POST ${each.path}\nAuthorization: Bearer nousu_d_…\nContent-Type: application/json\n\n${each.example}`}</code></pre></div>
        </Section>
      ))}
      {!its.endedAt && (
        <Section title={t.keyTitle} id="key">
          <ActionForm does="rotate"><p className="hint">{t.rotateHint}</p><p className="actions"><Button icon="key">{t.rotate}</Button></p></ActionForm>
          <ActionForm does="end"><p className="hint">{t.endHint}</p><p className="actions"><Button kind="danger" icon="remove">{t.end}</Button></p></ActionForm>
        </Section>
      )}
    </div>
  )
}
