import type { ReactNode } from 'react'
import type { Ctx } from '#core/context/context.server.ts'
import { Invalid, type Problems } from '#core/errors/errors.ts'
import { page, problemsOf, type View } from '#core/http/page.ts'
import { ActionForm, Button, ErrorSummary, TextField } from '#ui/form.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Empty, Section } from '#ui/layout.tsx'
import { type ChannelKind, channelFacts, channelKinds } from '../../facts.ts'
import { addChannel, dropChannel, findEntries, moveChannel } from '../channels.server.ts'
import { EditPage, savedAt } from '../edit-page.tsx'
import { serviceKeeping } from '../entry-parts.tsx'
import { keptService } from '../place-form.server.ts'
import { nested } from '../read-form.ts'
import { showPlace } from '../show-place.server.ts'
import { entriesWords } from '../texts/index.ts'
import { labelsFor, OtherLanguages, Word } from '../word-fields.tsx'

const icons: Record<ChannelKind, IconName> = { web: 'arrow', form: 'edited', phone: 'phone', place: 'place', desk: 'desk', chat: 'comment', email: 'mail' }
const isKind = (text: string | null): text is ChannelKind => channelKinds.includes(text as ChannelKind)
const at = (serviceId: string, more = '') => `/services/${serviceId}/edit/channels${more}`
const idIn = (form: FormData) => { const its = form.get('channel'); if (typeof its !== 'string') throw new Invalid('channel'); return its }

async function read(ctx: Ctx, serviceId: string, query: URLSearchParams) {
  const service = await keptService(ctx, serviceId)
  const edited = service.facts.channels.find((each) => each.id === query.get('channel')) ?? null
  const kind = edited?.kind ?? (isKind(query.get('add')) ? query.get('add') as ChannelKind : null)
  return { service, own: ctx.municipality.languages, edited, kind, placeName: service.channels.find((each) => each.id === edited?.id)?.place?.name ?? '' }
}

/** The place that a form means: one that was picked, else the one that its words find. Several come back to be picked from. */
async function placeIn(ctx: Ctx, form: FormData): Promise<{ id: string | null } | { problems: Problems; values?: Record<string, string> }> {
  const picked = form.get('placeId'), written = String(form.get('placeName') ?? '').trim(), was = String(form.get('placeWas') ?? '')
  if (typeof picked === 'string' && picked) return { id: picked }
  if (!written) return { id: null }
  if (was && written === String(form.get('placeWasName') ?? '')) return { id: was }
  const found = await findEntries(ctx, 'place', written)
  const exact = found.filter((each) => each.name.toLocaleLowerCase() === written.toLocaleLowerCase())
  const only = exact.length === 1 ? exact[0] : found.length === 1 ? found[0] : undefined
  if (only) return { id: only.id }
  return { problems: { placeId: found.length ? 'choose' : 'notFound' }, values: { places: found.map((each) => `${each.id}|${each.name}|${each.detail}`).join('\n') } }
}

/** The ways to use a service, in the order in which they are shown. */
export default page('/services/:serviceId/edit/channels', {
  read: (ctx, { serviceId }, query) => read(ctx, serviceId, query),
  forms: {
    save: async (ctx, { serviceId }, form) => {
      await keptService(ctx, serviceId)
      const place = await placeIn(ctx, form)
      if ('problems' in place) return place
      const said = nested(form)
      // A place is called what it is called: only another name is written.
      if (place.id && said.kind === 'place' && !Object.values(said.name ?? {}).some((text) => String(text).trim())) said.name = (await showPlace(ctx, place.id)).facts.name
      const its = channelFacts.safeParse({ ...said, placeId: place.id })
      if (!its.success) return { problems: problemsOf(its.error) }
      return savedAt(at(serviceId), await addChannel(ctx, serviceId, its.data, String(form.get('channel') ?? '') || undefined))
    },
    drop: async (ctx, { serviceId }, form) => { await dropChannel(ctx, serviceId, idIn(form)); return { to: at(serviceId) } },
    up: async (ctx, { serviceId }, form) => { await moveChannel(ctx, serviceId, idIn(form), -1); return { to: at(serviceId) } },
    down: async (ctx, { serviceId }, form) => { await moveChannel(ctx, serviceId, idIn(form), 1); return { to: at(serviceId) } },
  },
  head: ({ service }, { language }) => ({ title: `${entriesWords(language).keep.channels}: ${service.name}`, place: 'services', hidden: true }),
  view: (data, view) => <Channels {...data} view={view} />,
})

type Its = Awaited<ReturnType<typeof read>> & { view: View }

function Channels(its: Its) {
  const { service, edited, kind, view } = its
  const all = entriesWords(view.language), t = all.keep
  return (
    <EditPage title={t.channels} entry={{ name: service.name, path: `/services/${service.id}` }} pages={serviceKeeping(service.id, t, { ask: false })} here={at(service.id)} view={view}>
      {kind ? <Form {...its} kind={kind} /> : service.channels.length === 0 ? <Empty icon="phone">{t.noChannels}</Empty> : (
        <ul className="card rows">
          {service.channels.map((each, i) => (
            <li key={each.id}><Icon name={icons[each.kind]} /><div className="t"><small>{all.channelKinds[each.kind]}</small><b>{each.name}</b>
              <div className="actions">
                <a className="btn small" href={view.href(at(service.id, `?channel=${each.id}#channel`))}><Icon name="edited" />{t.editChannel}</a>
                {each.kind !== 'place' && <a className="btn small" href={view.href(`/hours/${each.id}`)}><Icon name="clock" />{t.channelHours}</a>}
                {i > 0 && <Act does="up" id={each.id}><Button small icon="up">{t.up}</Button></Act>}{i < service.channels.length - 1 && <Act does="down" id={each.id}><Button small icon="down">{t.down}</Button></Act>}
                <Act does="drop" id={each.id}><Button small kind="quiet" icon="remove">{t.remove}</Button></Act>
              </div></div></li>
          ))}
        </ul>
      )}
      {!edited && <Section id="add" title={t.addChannel}><ul className="filters">{channelKinds.map((each) => <li key={each}><a className="chip" href={view.href(at(service.id, `?add=${each}#channel`))} aria-current={each === kind ? 'true' : undefined}><Icon name={icons[each]} />{all.channelKinds[each]}</a></li>)}</ul></Section>}
    </EditPage>
  )
}
const Act = ({ does, id, children }: { does: string; id: string; children: ReactNode }) => <ActionForm does={does}><input type="hidden" name="channel" value={id} />{children}</ActionForm>

/** One way: only the fields that its kind has. */
function Form({ service, own, edited, kind, placeName, view }: Its & { kind: ChannelKind }) {
  const all = entriesWords(view.language), t = all.keep
  const common = { does: 'save', failed: view.failed, language: view.language, words: t.problems }
  const name = { name: 'name', max: 200, optional: kind === 'place', value: edited?.name }, description = { name: 'description', max: 2000, rows: 3, value: edited?.description }, charge = { name: 'charge', max: 300, value: edited?.charge }
  const has = { url: ['web', 'form', 'chat'].includes(kind), phone: kind === 'phone' || kind === 'desk', email: kind === 'email' || kind === 'desk', place: kind === 'place' || kind === 'desk' }
  const hits = (view.failed?.values.places ?? '').split('\n').filter(Boolean).map((line) => line.split('|'))
  const words = [name, description, ...(has.phone ? [charge] : [])]
  return (
    <Section id="channel" title={all.channelKinds[kind]}>
      <ActionForm does="save" to={`${view.href(at(service.id))}?${edited ? `channel=${edited.id}` : `add=${kind}`}`}>
        <ErrorSummary failed={view.failed} does="save" labels={labelsFor(view)} words={t.problems} language={view.language} />
        <input type="hidden" name="kind" value={kind} />{edited && <input type="hidden" name="channel" value={edited.id} />}
        <Word field={name} language="fi" does="save" view={view} />
        {has.url && <TextField {...common} name="url" type="url" label={t.labels.url!} value={edited?.url} max={500} inputMode="url" autoComplete="off" />}
        {has.phone && <TextField {...common} name="phone" label={t.labels.phone!} value={edited?.phone} max={40} optional={kind !== 'phone'} autoComplete="off" />}
        {has.email && <TextField {...common} name="email" type="email" label={t.labels.email!} value={edited?.email} max={200} optional={kind !== 'email'} autoComplete="off" />}
        {has.place && (
          <><TextField {...common} failed={view.failed && { ...view.failed, problems: { ...view.failed.problems, ...(view.failed.problems.placeId ? { placeName: view.failed.problems.placeId } : {}) } }} name="placeName" label={t.labels.placeId!} hint={t.hints.channelPlace!} value={placeName} max={120} optional={kind !== 'place'} autoComplete="off" />
            {edited?.placeId && <><input type="hidden" name="placeWas" value={edited.placeId} /><input type="hidden" name="placeWasName" value={placeName} /></>}
            {hits.length > 0 && <fieldset className="choices" id="save-placeId"><legend className="visually-hidden">{t.choose}</legend>{hits.map(([id, title, detail]) => <label key={id} className="choice"><input type="radio" name="placeId" value={id} /><span>{title}{detail && <small>{detail}</small>}</span></label>)}</fieldset>}</>
        )}
        <Word field={description} language="fi" does="save" view={view} />{has.phone && <Word field={charge} language="fi" does="save" view={view} />}
        <OtherLanguages fields={words} does="save" view={view} own={own} />
        <p className="actions"><Button kind="main" icon="check">{t.save}</Button><a className="btn quiet" href={view.href(at(service.id))}>{t.channels}</a></p>
      </ActionForm>
    </Section>
  )
}
