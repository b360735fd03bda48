import { isProblems } from '#core/errors/errors.ts'
import { page } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary, TextField } from '#ui/form.tsx'
import { Section } from '#ui/layout.tsx'
import { equipmentFacts, placeDetails, roomFacts } from '../../details.ts'
import { changeDetails } from '../change.server.ts'
import { EditPage, savedAt } from '../edit-page.tsx'
import { placeKeeping } from '../entry-parts.tsx'
import { keptPlace, mendable, versionOf } from '../place-form.server.ts'
import { numberOf, rowsOf } from '../read-form.ts'
import { Rows } from '../rows.tsx'
import { entriesWords } from '../texts/index.ts'
import { labelsFor, OtherLanguages, Version, Word } from '../word-fields.tsx'

/** What is in a place: its rooms, and what it has for its users. */
export default page('/places/:placeId/edit/inside', {
  read: async (ctx, { placeId }) => ({ place: await keptPlace(ctx, placeId), own: ctx.municipality.languages }),
  forms: {
    save: async (ctx, { placeId }, form) => {
      await keptPlace(ctx, placeId)
      const rooms = rowsOf(form, 'rooms', roomFacts, (row) => ({ ...row, id: row.id || null, description: row.description ?? null, capacity: numberOf(row.capacity), size: numberOf(row.size) }))
      const equipment = rowsOf(form, 'equipment', equipmentFacts, (row) => ({ ...row, id: row.id || null, count: numberOf(row.count) }))
      const wrong = { ...rooms.problems, ...equipment.problems }
      if (Object.keys(wrong).length) return { problems: wrong }
      const done = await mendable(() => changeDetails(ctx, placeId, placeDetails.parse({ rooms: rooms.rows, equipment: equipment.rows }), versionOf(form)))
      return isProblems(done) ? done : savedAt(`/places/${placeId}/edit/inside`, done)
    },
  },
  head: ({ place }, { language }) => ({ title: `${entriesWords(language).keep.inside}: ${place.name}`, place: 'services', hidden: true }),
  view({ place, own }, view) {
    const all = entriesWords(view.language), t = all.keep
    const { rooms, equipment } = place.facts
    const whole = (under: string, name: string, value: number | null | undefined) => <TextField does="save" failed={view.failed} language={view.language} name={`${under}${name}`} label={t.labels[name]!} value={value ? String(value) : ''} optional inputMode="numeric" max={10} autoComplete="off" />
    return (
      <EditPage title={t.inside} entry={{ name: place.name, path: `/places/${place.id}` }} pages={placeKeeping(place.id, t, { ask: false })} here={`/places/${place.id}/edit/inside`} view={view}>
        <ActionForm does="save">
          <ErrorSummary failed={view.failed} does="save" labels={labelsFor(view, { rooms: rooms.length + 3, equipment: equipment.length + 3 })} words={t.problems} language={view.language} />
          <Version version={place.version} now={{}} does="save" view={view} />
          <Section id="rooms" title={all.rooms}>
            <Rows list="rooms" rows={rooms} name={(row) => inLanguage(row.name, view.language)} add={t.addRoom} does="save" view={view}>
              {(under, row) => {
                const name = { name: 'name', max: 200, value: row?.name }, description = { name: 'description', max: 2000, rows: 3, value: row?.description }
                return (
                  <><Word field={name} language="fi" under={under} does="save" view={view} /><Word field={description} language="fi" under={under} does="save" view={view} />
                    <div className="pairs">{whole(under, 'capacity', row?.capacity)}{whole(under, 'size', row?.size)}</div>
                    <OtherLanguages fields={[name, description]} under={under} does="save" view={view} own={own} />
                    {row && <p><a className="touch" href={view.href(`/hours/${row.id}`)}>{t.roomHours}</a></p>}</>
                )
              }}
            </Rows>
          </Section>
          <Section id="equipment" title={all.equipment}>
            <Rows list="equipment" rows={equipment} name={(row) => inLanguage(row.name, view.language)} add={t.addEquipment} does="save" view={view}>
              {(under, row) => {
                const name = { name: 'name', max: 200, value: row?.name }
                return <><Word field={name} language="fi" under={under} does="save" view={view} />{whole(under, 'count', row?.count)}<OtherLanguages fields={[name]} under={under} does="save" view={view} own={own} /></>
              }}
            </Rows>
          </Section>
          <p className="hint">{t.moreRows}</p>
          <p className="actions"><Button kind="main" icon="check">{t.save}</Button></p>
        </ActionForm>
      </EditPage>
    )
  },
})
