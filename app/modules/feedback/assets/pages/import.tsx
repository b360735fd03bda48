import { fields, page, type View } from '#core/http/page.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Card, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { geoJson, UploadField } from '#ui/upload-field.tsx'
import { type Import, previewImport, runForm, runImport, takeFile } from '../import.server.ts'
import { kindNames } from '../kinds.ts'
import { assetWords } from '../texts/index.ts'

/** Things from a GeoJSON file: send it, say what they are and which field is their number, see what would happen, accept. */
export default page('/admin/assets/import', {
  read: (ctx, _params, query) => previewImport(ctx, query),
  forms: {
    upload: (ctx, _params, form) => takeFile(ctx, form),
    run: fields(runForm, (ctx, _params, input, { request }) => runImport(ctx, new URL(request.url).searchParams, input)),
  },
  head: (_data, { language }) => ({ title: assetWords(language).importing, place: 'desk', hidden: true }),
  view: (its, view) => {
    const t = assetWords(view.language)
    return (
      <div className="stack wide">
        <PageHead title={t.importing} crumbs={[{ to: view.href('/admin'), name: t.admin }, { to: view.href('/admin/assets'), name: t.title }]}><p className="lead">{t.importLead}</p></PageHead>
        {its.step === 'start' ? <Start gone={its.gone} view={view} /> : <See its={its} view={view} />}
      </div>
    )
  },
})

function Start({ gone, view }: { gone: boolean; view: View }) {
  const { language, failed } = view
  const t = assetWords(language)
  const problem = failed?.form === 'upload' ? failed.problems.file : undefined
  return (
    <>
      {gone && <Said tone="late">{t.problems.noFile}</Said>}
      <ErrorSummary failed={failed} does="upload" labels={t.labels} words={t.problems} language={language} />
      <ActionForm does="upload" upload>
        <UploadField label={t.labels.file!} hint={t.fileHint} accept={geoJson} problem={problem && <>{t.problems[problem]} {failed?.values.feature && t.atFeature(failed.values.feature)} {t.nothingKept}</>} />
        <p className="actions"><Button kind="main" icon="imported">{t.send}</Button></p>
      </ActionForm>
    </>
  )
}

/** So many are named; the rest are counted. */
const shown = 8

function See({ its, view }: { its: Extract<Import, { step: 'see' }>; view: View }) {
  const { language } = view
  const t = assetWords(language)
  const { chosen } = its
  const broken = its.keyless.length > 0 || its.twice.length > 0
  const changes = its.added.length + its.changed.length + its.gone.length
  const here = its.same + its.changed.length + its.gone.length
  const own = chosen.kind && !its.kinds.includes(chosen.kind) ? chosen.kind : ''
  const some = (keys: string[]) => `${keys.slice(0, shown).join(', ')}${keys.length > shown ? ` ${t.andMore(keys.length - shown)}` : ''}`
  const where = (features: number[]) => some(features.map(String))
  return (
    <>
      <ErrorSummary failed={view.failed} does="run" labels={t.labels} words={t.problems} language={language} />
      <form method="get" className="stack">
        <input type="hidden" name="file" value={its.file} />
        <div className="pairs">
          <div className="field"><label htmlFor="kind">{t.whatKind}</label><select id="kind" name="kind" defaultValue={own ? '' : chosen.kind}><option value="">{t.chooseKind}</option>{its.kinds.map((kind) => <option key={kind} value={kind}>{kindNames(kind, language)}</option>)}</select></div>
          <div className="field"><label htmlFor="newKind">{t.ownKind}</label><p className="hint" id="newKind-hint">{t.ownKindHint}</p><input id="newKind" name="newKind" maxLength={40} defaultValue={own} aria-describedby="newKind-hint" /></div>
        </div>
        <Property name="key" label={t.keyIn} hint={t.keyHint} its={its} value={chosen.key} />
        <Property name="name" label={t.nameIn} its={its} value={chosen.name} none={t.notThere} />
        <p className="actions"><Button icon="restored">{t.refresh}</Button><LinkButton kind="quiet" to={view.href('/admin/assets/import')}>{t.again}</LinkButton></p>
      </form>
      <Section title={t.would} id="would">
        {broken && (
          <Card tone="late" label={t.problems.badKeys!}>
            <ul className="bullets">{its.keyless.length > 0 && <li>{t.keyless(its.keyless.length, where(its.keyless))}</li>}{its.twice.slice(0, shown).map((each) => <li key={each.key}>{t.twice(each.key, where(each.features))}</li>)}{its.twice.length > shown && <li>{t.andMore(its.twice.length - shown)}</li>}</ul>
            <p>{t.cannotRun}</p>
          </Card>
        )}
        {!broken && !chosen.kind && <Said tone="late">{t.problems.noKind}</Said>}
        {!broken && chosen.kind && (
          <Card tone="ask" label={t.would}>
            <ul className="bullets">
              <li>{t.added(its.added.length)}{its.added.length > 0 && <> <small>{t.examples} {some(its.added.map((each) => each.key))}</small></>}</li>
              <li>{t.changed(its.changed.length)}{its.changed.length > 0 && <> <small>{some(its.changed.map((each) => each.key))}</small></>}</li>
              <li>{t.gone(its.gone.length)}{its.gone.length > 0 && <> <small>{some(its.gone)}. {t.goneText}</small></>}</li>
              <li>{t.same(its.same)}</li>
            </ul>
            {its.gone.length * 2 > here && its.gone.length > 0 && <p><b>{t.manyGone}</b></p>}
            <div className="actions">
              {changes > 0 ? (
                <ActionForm does="run" className="inline">
                  {(['added', 'changed', 'gone'] as const).map((name) => <input key={name} type="hidden" name={name} value={its[name].length} />)}<input type="hidden" name="total" value={its.total} />
                  <Button kind="main" icon="imported">{its.added.length + its.changed.length > 0 ? t.run(its.added.length + its.changed.length) : t.runGone}</Button>
                </ActionForm>
              ) : <p>{t.nothingNew}</p>}
              <LinkButton to={view.href('/admin/assets')}>{t.cancel}</LinkButton>
            </div>
          </Card>
        )}
      </Section>
    </>
  )
}

function Property({ name, label, hint, its, value, none }: { name: string; label: string; hint?: string; its: Extract<Import, { step: 'see' }>; value: string; none?: string }) {
  return (
    <div className="field"><label htmlFor={name}>{label}</label>{hint && <p className="hint" id={`${name}-hint`}>{hint}</p>}
      <select id={name} name={name} defaultValue={value} aria-describedby={hint ? `${name}-hint` : undefined}>{none !== undefined && <option value="">{none}</option>}{its.properties.map((each) => <option key={each} value={each}>{each}{its.samples[each] && ` · ${its.samples[each]}`}</option>)}</select>
    </div>
  )
}
