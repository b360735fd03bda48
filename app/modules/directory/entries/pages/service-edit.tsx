import type { Ctx } from '#core/context/context.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { page } from '#core/http/page.ts'
import { topicsOf } from '#core/trail/facets.server.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Card, LinkButton } from '#ui/layout.tsx'
import { openConflicts } from '../../imports/conflicts.server.ts'
import { changeService } from '../change.server.ts'
import { EditPage, savedAt } from '../edit-page.tsx'
import { serviceKeeping } from '../entry-parts.tsx'
import { ServiceFields, serviceNow } from '../fields.tsx'
import { keptService, mendable, readService, versionOf } from '../place-form.server.ts'
import { entriesWords } from '../texts/index.ts'
import { labelsFor, Version } from '../word-fields.tsx'

const read = async (ctx: Ctx, id: string) => ({ service: await keptService(ctx, id), conflicts: (await openConflicts(ctx, id)).length, topics: await topicsOf(ctx), own: ctx.municipality.languages })

/** The facts of a service. */
export default page('/services/:serviceId/edit', {
  read: (ctx, { serviceId }) => read(ctx, serviceId),
  forms: {
    save: async (ctx, { serviceId }, form) => {
      const read = readService(form, (await keptService(ctx, serviceId)).facts)
      if (isProblems(read)) return read
      const done = await mendable(() => changeService(ctx, serviceId, read.facts, { version: versionOf(form), topicId: read.topicId }))
      return isProblems(done) ? done : savedAt(`/services/${serviceId}/edit`, done)
    },
  },
  head: ({ service }, { language }) => ({ title: entriesWords(language).keep.editOf(service.name), place: 'services', hidden: true }),
  view({ service, conflicts, topics, own }, view) {
    const t = entriesWords(view.language).keep
    return (
      <EditPage title={t.facts} entry={{ name: service.name, path: `/services/${service.id}` }} pages={serviceKeeping(service.id, t, { ask: false })} here={`/services/${service.id}/edit`} view={view}>
        {conflicts > 0 && <Card tone="ask"><p>{t.conflicts}</p><p><LinkButton to={view.href('/admin/imports/conflicts')} icon="imported">{t.settle(conflicts)}</LinkButton></p></Card>}
        <ActionForm does="save">
          <ErrorSummary failed={view.failed} does="save" labels={labelsFor(view)} words={t.problems} language={view.language} />
          <Version version={service.version} now={serviceNow(service)} does="save" view={view} />
          <ServiceFields facts={service.facts} topics={topics} topicId={service.topicId} own={own} does="save" view={view} />
          <p className="actions"><Button kind="main" icon="check">{t.save}</Button></p>
        </ActionForm>
      </EditPage>
    )
  },
})
