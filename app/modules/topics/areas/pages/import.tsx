import { fields, page, type View } from '#core/http/page.ts'
import { inLanguage, languages } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Card, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { geoJson, UploadField } from '#ui/upload-field.tsx'
import { AreaMap } from '../area-map.tsx'
import { drawnAll } from '../drawing.ts'
import { type Import, previewImport, runForm, runImport, takeFile } from '../import.server.ts'
import { areaWords } from '../texts/index.ts'

/** Borders from a GeoJSON file: send it, say which field is the name, see what would happen, accept. */
export default page('/admin/areas/import', {
  read: (ctx, _params, query) => previewImport(ctx, query),
  forms: {
    upload: (ctx, _params, form) => takeFile(ctx, form),
    run: fields(runForm, (ctx, _params, input, { request }) => runImport(ctx, new URL(request.url).searchParams, input)),
  },
  head: (_data, { language }) => ({ title: areaWords(language).importing, place: 'desk', hidden: true }),
  view: (its, view) => {
    const t = areaWords(view.language)
    return (
      <div className="stack wide">
        <PageHead title={t.importing} crumbs={[{ to: view.href('/admin'), name: t.admin }, { to: view.href('/admin/areas'), name: t.title }]}><p className="lead">{t.importLead}</p></PageHead>
        {its.step === 'start' ? <Start gone={its.gone} view={view} /> : <See its={its} view={view} />}
      </div>
    )
  },
})

function Start({ gone, view }: { gone: boolean; view: View }) {
  const { language, failed } = view
  const t = areaWords(language)
  const problem = failed?.form === 'upload' ? failed.problems.file : undefined
  return (
    <>
      {gone && <Said tone="late">{t.problems.gone}</Said>}
      <ErrorSummary failed={failed} does="upload" labels={t.labels} words={t.problems} language={language} />
      <ActionForm does="upload" upload>
        <UploadField label={t.labels.file!} hint={t.fileHint} accept={geoJson} problem={problem && <>{t.problems[problem]} {failed?.values.feature && t.atFeature(failed.values.feature)} {t.nothingKept}</>} />
        <p className="actions"><Button kind="main" icon="imported">{t.send}</Button></p>
      </ActionForm>
    </>
  )
}

function See({ its, view }: { its: Extract<Import, { step: 'see' }>; view: View }) {
  const { language } = view
  const t = areaWords(language)
  const map = drawnAll(its.coming.map(({ key, name, shape }) => ({ key: key ?? name.fi!, name: inLanguage(name, language), shape })))
  const changes = its.coming.filter((each) => !each.same).length
  return (
    <>
      <ErrorSummary failed={view.failed} does="run" labels={t.labels} words={t.problems} language={language} />
      <form method="get" className="stack">
        <input type="hidden" name="file" value={its.file} />
        <div className="pairs">
          {languages.map((each) => (
            <div className="field" key={each}><label htmlFor={`name-${each}`}>{t.nameIn[each]}</label>
              <select id={`name-${each}`} name={each} defaultValue={its.chosen[each] ?? ''}><option value="">{t.notThere}</option>{its.properties.map((name) => <option key={name} value={name}>{name}{its.samples[name] && ` · ${its.samples[name]}`}</option>)}</select></div>
          ))}
        </div>
        <p className="actions"><Button icon="restored">{t.refresh}</Button><LinkButton kind="quiet" to={view.href('/admin/areas/import')}>{t.again}</LinkButton></p>
      </form>
      {map && <AreaMap its={map} label={t.mapOfAll} />}
      {its.coming.length > 0 && (
        <Section id="coming" title={t.title}>
          <div className="scroller"><table aria-label={t.title}>
            <thead><tr><th scope="col">{t.area}</th><th scope="col">{t.what}</th><th scope="col" className="n">{t.corners}</th></tr></thead>
            <tbody>{its.coming.map((each) => <tr key={each.key ?? each.name.fi}><td>{inLanguage(each.name, language)}</td><td>{each.same ? t.becomes.same : each.key ? t.becomes.changed : t.becomes.fresh}</td><td className="n">{each.vertices}</td></tr>)}</tbody>
          </table></div>
        </Section>
      )}
      <Card tone="ask" label={t.importing}>
        <ul className="bullets">{its.nameless > 0 && <li>{t.nameless(its.nameless)}</li>}{its.skipped > 0 && <li>{t.skipped(its.skipped)}</li>}<li>{t.moves(its.moves.subjects, its.moves.places)}</li></ul>
        <div className="actions">
          {changes > 0 && <ActionForm does="run" className="inline"><input type="hidden" name="coming" value={its.coming.length} /><Button kind="main" icon="imported">{t.run(its.coming.length)}</Button></ActionForm>}
          <LinkButton to={view.href('/admin/areas')}>{t.cancel}</LinkButton>
        </div>
      </Card>
    </>
  )
}
