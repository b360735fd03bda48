import type { ReactNode } from 'react'
import type { Ctx } from '#core/context/context.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { page, type View } from '#core/http/page.ts'
import { topicsOf } from '#core/trail/facets.server.ts'
import { ActionForm, Button, ErrorSummary, Select } from '#ui/form.tsx'
import { PageHead } from '#ui/layout.tsx'
import { FirstButton, PlaceFields, ServiceFields } from '../fields.tsx'
import { makePlace, type Maker, makerOf, makeService } from '../make.server.ts'
import { mendable, readPlace, readService } from '../place-form.server.ts'
import { entriesWords } from '../texts/index.ts'
import { labelsFor } from '../word-fields.tsx'

const read = async (ctx: Ctx) => ({ maker: await makerOf(ctx), topics: await topicsOf(ctx), own: ctx.municipality.languages })
const making = (form: FormData, topicId: string | null) => ({ unitId: String(form.get('unitId') ?? ''), topicId, draft: form.get('draft') !== null })

/** A new place of one's unit, or of the provider that one acts as. */
export const newPlace = page('/places/new', {
  read,
  forms: {
    make: async (ctx, _params, form) => {
      await makerOf(ctx)
      const read = await readPlace(ctx, form)
      if (isProblems(read)) return read
      const done = await mendable(() => makePlace(ctx, read.facts, making(form, read.topicId)))
      return isProblems(done) ? done : { to: `/places/${done.id}` }
    },
  },
  head: (_data, { language }) => ({ title: entriesWords(language).keep.newPlace, place: 'services', hidden: true }),
  view: ({ maker, topics, own }, view) => (
    <New title={entriesWords(view.language).keep.newPlace} crumb={{ to: '/places', name: entriesWords(view.language).places }} maker={maker} view={view}><PlaceFields topics={topics} own={own} does="make" view={view} /></New>
  ),
})

/** A new service of one's unit, or of the provider that one acts as. Then the ways to use it. */
export const newService = page('/services/new', {
  read,
  forms: {
    make: async (ctx, _params, form) => {
      await makerOf(ctx)
      const read = readService(form)
      if (isProblems(read)) return read
      const done = await makeService(ctx, read.facts, making(form, read.topicId))
      return isProblems(done) ? done : { to: `/services/${done.id}/edit/channels` }
    },
  },
  head: (_data, { language }) => ({ title: entriesWords(language).keep.newService, place: 'services', hidden: true }),
  view: ({ maker, topics, own }, view) => (
    <New title={entriesWords(view.language).keep.newService} crumb={{ to: '/services/all', name: entriesWords(view.language).services }} maker={maker} view={view}><ServiceFields topics={topics} own={own} does="make" view={view} /></New>
  ),
})

function New({ title, crumb, maker, children, view }: { title: string; crumb: { to: string; name: string }; maker: Maker; children: ReactNode; view: View }) {
  const t = entriesWords(view.language).keep
  return (
    <div className="stack wide">
      <PageHead title={title} crumbs={[{ to: view.href(crumb.to), name: crumb.name }]}>{'as' in maker && <p className="lead">{t.asProvider(maker.as.name)}</p>}</PageHead>
      <ActionForm does="make">
        <FirstButton />
        <ErrorSummary failed={view.failed} does="make" labels={labelsFor(view)} words={t.problems} language={view.language} />
        {'units' in maker && (maker.units.length === 1 ? <input type="hidden" name="unitId" value={maker.units[0]!.id} /> : <Select does="make" name="unitId" label={t.labels.unitId!} failed={view.failed} language={view.language} empty="–" options={maker.units.map((each) => ({ value: each.id, label: each.name }))} />)}
        {children}
        <p className="actions"><Button kind="main" icon="check">{t.publish}</Button><Button name="draft" value="1">{t.saveDraft}</Button></p>
      </ActionForm>
    </div>
  )
}
