import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { fields, page, type View } from '#core/http/page.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { ActionForm, Button, ErrorSummary, Select, TextArea } from '#ui/form.tsx'
import { Section } from '#ui/layout.tsx'
import { EditPage } from '../edit-page.tsx'
import { placeKeeping, serviceKeeping, States } from '../entry-parts.tsx'
import { keptPlace, keptService } from '../place-form.server.ts'
import { endEntry, type EntryKind, handEntry, publishEntry, returnEntry } from '../state.server.ts'
import { entriesWords } from '../texts/index.ts'
import { labelsFor } from '../word-fields.tsx'

const handing = z.object({ unitId: z.uuid('required') })
const ending = z.object({ why: z.string().trim().max(500, 'tooLong').default('') })

/** Where an entry stands: published, ended, taken back, handed to another unit. */
const statePage = <P extends '/places/:id/edit/state' | '/services/:id/edit/state'>(path: P, kind: EntryKind) => {
  const base = kind === 'place' ? '/places' : '/services'
  const there = { publish: publishEntry, back: returnEntry }
  const idOf = (params: object) => (params as { id: string }).id
  return page(path, {
    read: async (ctx: Ctx, params) => ({ its: kind === 'place' ? await keptPlace(ctx, idOf(params)) : await keptService(ctx, idOf(params)), units: await unitsOf(ctx) }),
    forms: {
      publish: async (ctx, params) => { await there.publish(ctx, kind, idOf(params)); return { to: `${base}/${idOf(params)}` } },
      back: async (ctx, params) => { await there.back(ctx, kind, idOf(params)); return { to: `${base}/${idOf(params)}` } },
      end: fields(ending, async (ctx, params: object, { why }) => { await endEntry(ctx, kind, idOf(params), why); return { to: `${base}/${idOf(params)}` } }),
      hand: fields(handing, async (ctx, params: object, { unitId }) => await handEntry(ctx, kind, idOf(params), unitId) ?? { to: `${base}/${idOf(params)}` }),
    },
    head: ({ its }, { language }) => ({ title: `${entriesWords(language).keep.state}: ${its.name}`, place: 'services', hidden: true }),
    view: ({ its, units }, view) => <Standing its={its} units={units} kind={kind} base={base} view={view as View} />,
  })
}
export const placeState = statePage('/places/:id/edit/state', 'place')
export const serviceState = statePage('/services/:id/edit/state', 'service')

function Standing({ its, units, kind, base, view }: { its: Awaited<ReturnType<typeof keptPlace>> | Awaited<ReturnType<typeof keptService>>; units: { id: string; name: string }[]; kind: EntryKind; base: string; view: View }) {
  const t = entriesWords(view.language).keep
  const pages = kind === 'place' ? placeKeeping(its.id, t, { ask: false }) : serviceKeeping(its.id, t, { ask: false })
  const ended = its.stage === 'ended' || its.gone === 'vanished'
  return (
    <EditPage title={t.state} entry={{ name: its.name, path: `${base}/${its.id}` }} pages={pages} here={`${base}/${its.id}/edit/state`} view={view}>
      <States its={its} why={null} others={base} view={view} />
      {its.visibility === 'waiting' && !ended && <Section title={t.publish} id="publish"><p className="hint">{t.publishLead}</p><ActionForm does="publish"><p className="actions"><Button kind="main" icon="check">{t.publish}</Button></p></ActionForm></Section>}
      {ended && <Section title={t.back} id="back"><p className="hint">{t.backLead}</p><ActionForm does="back"><p className="actions"><Button kind="main" icon="restored">{t.back}</Button></p></ActionForm></Section>}
      {!its.provider && !ended && (
        <Section title={t.hand} id="hand"><p className="hint">{t.handLead}</p>
          <ActionForm does="hand"><ErrorSummary failed={view.failed} does="hand" labels={labelsFor(view)} language={view.language} />
            <Select does="hand" name="unitId" label={t.labels.unitId!} failed={view.failed} language={view.language} empty="–" options={units.filter((each) => each.id !== its.unit?.id).map((each) => ({ value: each.id, label: each.name }))} />
            <p className="actions"><Button icon="routed">{t.handButton}</Button></p></ActionForm></Section>
      )}
      {!ended && (
        <Section title={t.end} id="end"><p className="hint">{t.endLead}</p>
          <ActionForm does="end"><ErrorSummary failed={view.failed} does="end" labels={labelsFor(view)} language={view.language} />
            <TextArea does="end" name="why" label={t.labels.why!} hint={t.hints.why!} rows={2} max={500} optional failed={view.failed} language={view.language} />
            <p className="actions"><Button kind="danger" icon="close">{t.endButton}</Button></p></ActionForm></Section>
      )}
    </EditPage>
  )
}
