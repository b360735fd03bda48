import { page, type View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { summaryOf } from '#core/trail/subject.server.ts'
import { ActionForm, Button, Choice, ErrorSummary } from '#ui/form.tsx'
import { Card, Fact, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { UploadField } from '#ui/upload-field.tsx'
import { StageMark } from '#ui/stage.tsx'
import { fieldsOf, neededOf } from '../columns.ts'
import { type Outcome, type Preview, previewImport } from '../preview.server.ts'
import { importWords } from '../texts/index.ts'
import { runImport, uploadFile } from '../upload.server.ts'

/** Bringing ideas and comments from an earlier service: send a file, see what its rows mean, accept. */
export default page('/ideas/import', {
  read: (ctx, _params, query) => previewImport(ctx, query),
  forms: {
    upload: (ctx, _params, form) => uploadFile(ctx, form),
    run: (ctx, _params, form, { request }) => runImport(ctx, new URL(request.url).searchParams, form),
  },
  head: (_data, { language }) => ({ title: importWords(language).title, place: 'participate', hidden: true, wide: true }),
  view: (its, view) => {
    const t = importWords(view.language)
    return (
      <div className="stack">
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: t.admin }]}><p className="lead">{t.lead}</p></PageHead>
        {its.step === 'start' ? <Start its={its} view={view} /> : <Map its={its} view={view} />}
      </div>
    )
  },
})

function Start({ its, view }: { its: Extract<Preview, { step: 'start' }>; view: View }) {
  const { language, failed } = view
  const t = importWords(language)
  const words = { ...t.problems, ...t.unread }
  const row = Number(failed?.values.row)
  const problem = failed?.form === 'upload' ? failed.problems.file : undefined
  return (
    <>
      {its.gone && <Said tone="late">{t.gone}</Said>}
      {its.done && <Said>{t.done(its.done.imported, its.done.already, its.done.left)} <a href={view.href('/ideas')}>{t.toIdeas}</a></Said>}
      <ErrorSummary failed={failed} does="upload" labels={{ file: t.file }} words={words} language={language} />
      <ActionForm does="upload" upload>
        <UploadField label={t.file} hint={t.fileHint} accept=".csv,text/csv" problem={problem && <>{words[problem]} {row > 0 && t.atRow(row)} {t.nothingKept}</>} />
        <Choice does="upload" name="what" label={t.what} failed={failed} value="ideas" row language={language} options={[{ value: 'ideas', label: t.whatIdeas, icon: 'idea' }, { value: 'comments', label: t.whatComments, icon: 'comment' }]} />
        <p className="actions"><Button kind="main" icon="imported">{t.upload}</Button></p>
      </ActionForm>
      <details className="fold"><summary>{t.simple}</summary>
        <p>{t.simpleText}</p>
        {(['ideas', 'comments'] as const).map((what) => <p key={what}><b>{what === 'ideas' ? t.whatIdeas : t.whatComments}:</b> {fieldsOf(what).filter((field) => field !== 'about').map((field, i) => <span key={field}>{i > 0 && ', '}<code>{field}</code> ({t.fields[field]})</span>)}</p>)}
      </details>
    </>
  )
}

function Map({ its, view }: { its: Extract<Preview, { step: 'map' }>; view: View }) {
  const { language, failed } = view
  const t = importWords(language)
  const { checked } = its
  return (
    <>
      <ErrorSummary failed={failed} does="run" labels={{ form: '' }} words={t.problems} language={language} />
      {checked && (
        <p className="meta" role="status"><Fact icon="done">{t.ready(checked.good)}</Fact>{checked.already > 0 && <Fact icon="check">{t.already(checked.already)}</Fact>}{checked.bad > 0 && <Fact icon="no">{t.bad(checked.bad)}</Fact>}</p>
      )}
      <Section title={t.columns} id="columns">
        {its.missing.length > 0 && <Said tone="late">{t.missing(its.missing.map((field) => t.fields[field]).join(', '))}</Said>}
        <form className="stack" method="get" aria-label={t.columns}>
          <input type="hidden" name="what" value={its.what} /><input type="hidden" name="file" value={its.file} /><input type="hidden" name="mapped" value="1" />
          <div className="field"><label htmlFor="source">{t.source}</label><p className="hint" id="source-hint">{t.sourceHint}</p><input id="source" name="source" defaultValue={its.source} maxLength={60} aria-describedby="source-hint" /></div>
          <details className="fold" open={its.missing.length > 0}><summary>{t.columnsText}</summary>
            <div className="pairs">
              {fieldsOf(its.what).map((field) => (
                <div className="field" key={field}><label htmlFor={`c-${field}`}>{t.fields[field]}{neededOf(its.what).includes(field) && ' *'}</label>
                  <select id={`c-${field}`} name={`c-${field}`} defaultValue={its.mapping[field] === undefined ? '' : String(its.mapping[field])}>
                    <option value="">{t.notUsed}</option>
                    {its.headers.map((header, i) => <option key={i} value={i}>{header || i + 1}{its.samples[i] && ` · ${its.samples[i]}`}</option>)}
                  </select></div>
              ))}
            </div>
          </details>
          <p className="actions"><Button icon="restored">{t.refresh}</Button><LinkButton to={view.href('/ideas/import')} kind="quiet">{t.again}</LinkButton></p>
        </form>
      </Section>
      {checked && checked.first.length > 0 && <Section title={t.preview} id="preview"><FirstRows its={its} rows={checked.first} view={view} /></Section>}
      {checked && checked.bad > 0 && <BadRows checked={checked} view={view} />}
      {checked && (
        <Card tone="ask" label={t.title}>
          {checked.good === 0 ? <p>{checked.already > 0 && checked.bad === 0 ? t.nothing : t.badText}</p> : <p>{its.what === 'ideas' ? t.open : t.openComments}</p>}
          <div className="actions">
            {checked.good > 0 && <ActionForm does="run" className="inline"><input type="hidden" name="good" value={checked.good} /><Button kind="main" icon="imported">{checked.bad > 0 ? t.runGood(checked.good) : t.run(checked.good)}</Button></ActionForm>}
            <LinkButton to={view.href('/ideas/import')}>{t.dontRun}</LinkButton>
          </div>
        </Card>
      )}
    </>
  )
}

function FirstRows({ its, rows, view }: { its: Extract<Preview, { step: 'map' }>; rows: Outcome['first']; view: View }) {
  const t = importWords(view.language)
  const shown = fieldsOf(its.what).filter((field) => its.mapping[field] !== undefined && ['title', 'text', 'date', 'author', 'stage', 'place', 'stance'].includes(field))
  const cell = (row: Outcome['first'][number], field: string) =>
    field === 'title' && 'title' in row ? row.title : field === 'text' ? summaryOf(row.text, 90) : field === 'date' ? day(row.at, view.language, view.now)
    : field === 'author' ? ('author' in row ? row.author : row.authorName) : field === 'stage' && 'stage' in row ? <StageMark stage={row.stage} language={view.language} />
    : field === 'place' && 'placeName' in row ? row.placeName : field === 'stance' && 'stance' in row ? row.stance : null
  return (
    <div className="scroller"><table aria-label={t.preview}>
      <thead><tr><th scope="col" className="n">{t.row}</th>{shown.map((field) => <th scope="col" key={field}>{t.fields[field]}</th>)}</tr></thead>
      <tbody>{rows.map((row) => <tr key={row.row}><td className="n">{row.row}</td>{shown.map((field) => <td key={field}>{cell(row, field)}</td>)}</tr>)}</tbody>
    </table></div>
  )
}

function BadRows({ checked, view }: { checked: Outcome; view: View }) {
  const t = importWords(view.language)
  return (
    <Section title={t.badRows} id="bad">
      <p>{t.badText} {checked.bad > checked.badRows.length && t.badMore(checked.badRows.length)}</p>
      <div className="scroller"><table aria-label={t.badRows}>
        <thead><tr><th scope="col" className="n">{t.row}</th><th scope="col">{t.where}</th><th scope="col">{t.why}</th></tr></thead>
        <tbody>{checked.badRows.map((bad) => <tr key={bad.row}><td className="n">{bad.row}</td><td>{t.fields[bad.field] ?? ''}</td><td>{t.reasons[bad.reason] ?? bad.reason}</td></tr>)}</tbody>
      </table></div>
    </Section>
  )
}
