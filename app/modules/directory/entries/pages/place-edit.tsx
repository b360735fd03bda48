import type { Ctx } from '#core/context/context.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { page } from '#core/http/page.ts'
import { topicsOf } from '#core/trail/facets.server.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Card, LinkButton } from '#ui/layout.tsx'
import { openConflicts } from '../../imports/conflicts.server.ts'
import { changePlace } from '../change.server.ts'
import { EditPage, savedAt } from '../edit-page.tsx'
import { placeKeeping } from '../entry-parts.tsx'
import { FirstButton, PlaceFields, placeNow } from '../fields.tsx'
import { keptPlace, mendable, readPlace, versionOf } from '../place-form.server.ts'
import { entriesWords } from '../texts/index.ts'
import { labelsFor, Version } from '../word-fields.tsx'

const read = async (ctx: Ctx, id: string) => ({ place: await keptPlace(ctx, id), conflicts: (await openConflicts(ctx, id)).length, topics: await topicsOf(ctx), own: ctx.municipality.languages })

/** The facts of a place. */
export default page('/places/:placeId/edit', {
  read: (ctx, { placeId }) => read(ctx, placeId),
  forms: {
    save: async (ctx, { placeId }, form) => {
      const read = await readPlace(ctx, form, (await keptPlace(ctx, placeId)).facts)
      if (isProblems(read)) return read
      const done = await mendable(() => changePlace(ctx, placeId, read.facts, { version: versionOf(form), topicId: read.topicId }))
      return isProblems(done) ? done : savedAt(`/places/${placeId}/edit`, done)
    },
  },
  head: ({ place }, { language }) => ({ title: entriesWords(language).keep.editOf(place.name), place: 'services', hidden: true }),
  view({ place, conflicts, topics, own }, view) {
    const t = entriesWords(view.language).keep
    return (
      <EditPage title={t.facts} entry={{ name: place.name, path: `/places/${place.id}` }} pages={placeKeeping(place.id, t, { ask: false })} here={`/places/${place.id}/edit`} view={view}>
        {conflicts > 0 && <Card tone="ask"><p>{t.conflicts}</p><p><LinkButton to={view.href('/admin/imports/conflicts')} icon="imported">{t.settle(conflicts)}</LinkButton></p></Card>}
        <ActionForm does="save">
          <FirstButton />
          <ErrorSummary failed={view.failed} does="save" labels={labelsFor(view)} words={t.problems} language={view.language} />
          <Version version={place.version} now={placeNow(place)} does="save" view={view} />
          <PlaceFields facts={place.facts} topics={topics} topicId={place.topicId} own={own} does="save" view={view} />
          <p className="actions"><Button kind="main" icon="check">{t.save}</Button></p>
        </ActionForm>
      </EditPage>
    )
  },
})
