import { isProblems } from '#core/errors/errors.ts'
import { page } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, Select, TextField } from '#ui/form.tsx'
import { Section } from '#ui/layout.tsx'
import { accessibles } from '../../facts.ts'
import { accessSentenceFacts, entranceFacts, placeDetails } from '../../details.ts'
import { changeDetails } from '../change.server.ts'
import { EditPage, savedAt } from '../edit-page.tsx'
import { placeKeeping } from '../entry-parts.tsx'
import { keptPlace, mendable, versionOf } from '../place-form.server.ts'
import { numberOf, rowsOf } from '../read-form.ts'
import { Rows } from '../rows.tsx'
import { entriesWords } from '../texts/index.ts'
import { labelsFor, OtherLanguages, Version, Word } from '../word-fields.tsx'

/** How one gets into a place: its entrances, and sentences under headings. */
export default page('/places/:placeId/edit/access', {
  read: async (ctx, { placeId }) => ({ place: await keptPlace(ctx, placeId), own: ctx.municipality.languages }),
  forms: {
    save: async (ctx, { placeId }, form) => {
      await keptPlace(ctx, placeId)
      const entrances = rowsOf(form, 'entrances', entranceFacts, (row) => ({ ...row, id: row.id || null, main: row.main !== undefined, longitude: numberOf(row.longitude), latitude: numberOf(row.latitude) }))
      const sentences = rowsOf(form, 'accessSentences', accessSentenceFacts, (row) => row)
      const wrong = { ...entrances.problems, ...sentences.problems, ...(entrances.rows.filter((each) => each.main).length > 1 ? { form: 'oneMain' } : {}) }
      if (Object.keys(wrong).length) return { problems: wrong }
      const done = await mendable(() => changeDetails(ctx, placeId, placeDetails.parse({ entrances: entrances.rows, accessSentences: sentences.rows }), versionOf(form)))
      return isProblems(done) ? done : savedAt(`/places/${placeId}/edit/access`, done)
    },
  },
  head: ({ place }, { language }) => ({ title: `${entriesWords(language).keep.access}: ${place.name}`, place: 'services', hidden: true }),
  view({ place, own }, view) {
    const all = entriesWords(view.language), t = all.keep
    const common = { does: 'save', failed: view.failed, language: view.language, words: t.problems }
    const { entrances, accessSentences } = place.facts
    return (
      <EditPage title={t.access} entry={{ name: place.name, path: `/places/${place.id}` }} pages={placeKeeping(place.id, t, { ask: false })} here={`/places/${place.id}/edit/access`} view={view}>
        <ActionForm does="save">
          <ErrorSummary failed={view.failed} does="save" labels={labelsFor(view, { entrances: entrances.length + 3, accessSentences: accessSentences.length + 3 })} words={t.problems} language={view.language} />
          <Version version={place.version} now={{}} does="save" view={view} />
          <Section id="sentences" title={t.access}>
            <Rows list="accessSentences" rows={accessSentences.map((each) => ({ ...each, id: undefined }))} name={(row) => `${inLanguage(row.heading, view.language)}: ${inLanguage(row.sentence, view.language)}`} add={t.addSentence} does="save" view={view}>
              {(under, row) => {
                const heading = { name: 'heading', max: 100, hint: true, value: row?.heading }, sentence = { name: 'sentence', max: 1000, rows: 2, hint: true, value: row?.sentence }
                return <><Word field={heading} language="fi" under={under} does="save" view={view} /><Word field={sentence} language="fi" under={under} does="save" view={view} /><OtherLanguages fields={[heading, sentence]} under={under} does="save" view={view} own={own} /></>
              }}
            </Rows>
          </Section>
          <Section id="entrances" title={all.entrances}>
            <Rows list="entrances" rows={entrances} name={(row) => inLanguage(row.name, view.language)} add={t.addEntrance} does="save" view={view}>
              {(under, row) => {
                const name = { name: 'name', max: 200, value: row?.name }
                const degrees = (which: 'latitude' | 'longitude') => <TextField {...common} name={`${under}${which}`} label={t[which]} value={row?.[which] === null || row?.[which] === undefined ? '' : String(row[which])} optional inputMode="decimal" max={20} autoComplete="off" />
                return (
                  <><Word field={name} language="fi" under={under} does="save" view={view} />
                    <Select {...common} name={`${under}accessible`} label={t.labels.accessible!} value={row?.accessible ?? 'unknown'} options={accessibles.map((value) => ({ value, label: all.accessible[value] }))} />
                    <Checkbox name={`${under}main`} label={t.labels.main!} checked={view.failed ? view.failed.values[`${under}main`] !== undefined : row?.main ?? false} />
                    <div className="pairs">{degrees('latitude')}{degrees('longitude')}</div>
                    <OtherLanguages fields={[name]} under={under} does="save" view={view} own={own} /></>
                )
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
