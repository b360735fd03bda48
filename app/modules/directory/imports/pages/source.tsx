import { type Done, fields, page, type View } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { UploadField } from '#ui/upload-field.tsx'
import { placeKinds } from '../../place-kinds.ts'
import { RunLine, SourceFields } from '../parts.tsx'
import { kindFacts } from '../settings.ts'
import { askRun, bringFile, changeSource, endSource, mapColumns, showSource, sourceForm, type SourcePage } from '../sources.server.ts'
import { columns } from '../sources/table.ts'
import { importWords } from '../texts/index.ts'
import { detailWords } from '../words.tsx'

const here = (id: string, said?: string) => ({ to: `/admin/imports/${id}${said ? `?${said}=1` : ''}` })

/** One source: bringing from it now, its file and columns, its runs, its settings. */
export default page('/admin/imports/:sourceId', {
  read: (ctx, { sourceId }) => showSource(ctx, sourceId),
  forms: {
    start: async (ctx, { sourceId }) => ({ to: `/admin/imports/runs/${(await askRun(ctx, sourceId)).id}` }),
    dry: async (ctx, { sourceId }) => ({ to: `/admin/imports/runs/${(await askRun(ctx, sourceId, { dry: true })).id}` }),
    file: async (ctx, { sourceId }, form): Promise<Done> => (await bringFile(ctx, sourceId, form)) ?? here(sourceId, 'file'),
    columns: async (ctx, { sourceId }, form) => { await mapColumns(ctx, sourceId, Object.fromEntries(columns.flatMap((name) => { const said = form.get(`c-${name}`); return typeof said === 'string' ? [[name, said]] : [] }))); return here(sourceId, 'saved') },
    settings: fields(sourceForm, async (ctx, { sourceId }, input) => (await changeSource(ctx, sourceId!, input)) ?? here(sourceId!, 'saved')),
    end: async (ctx, { sourceId }) => { await endSource(ctx, sourceId); return { to: '/admin/imports' } },
  },
  head: ({ source }) => ({ title: source.name, place: 'desk', hidden: true, wide: true }),
  view: (its, view) => {
    const { source, settings, runs, units } = its
    const { language, failed } = view
    const t = importWords(language)
    const last = runs[0]
    const going = last?.state === 'asked' || last?.state === 'running'
    const ready = source.url !== '' || its.hasFile
    return (
      <div className="stack wide">
        <PageHead title={source.name} crumbs={[{ to: view.href('/admin'), name: t.adminTitle }, { to: view.href('/admin/imports'), name: t.title }]}>
          <p className="meta"><span>{t.kinds[source.kind]}</span><span>{inLanguage(source.unit, language)}</span><span>{source.nightly && source.nextAt ? t.next(dayAndTime(source.nextAt, language, view.now)) : t.byHand}</span></p>
        </PageHead>
        {view.query.has('saved') && !failed && <Said>{t.saved}</Said>}
        {view.query.has('file') && !failed && <Said>{t.file.has}</Said>}
        {source.endedAt === null && (
          <>
            {kindFacts[source.kind].file && <File its={its} view={view} />}
            {going ? <p className="actions"><LinkButton kind="main" to={view.href(`/admin/imports/runs/${last.id}`)}>{t.refresh}</LinkButton></p>
              : ready && <div className="stack tight"><div className="actions"><ActionForm does="dry"><Button {...(last ? {} : { kind: 'main' as const })} icon="list">{t.dry}</Button></ActionForm><ActionForm does="start"><Button {...(last ? { kind: 'main' as const } : {})} icon="restored">{t.start}</Button></ActionForm></div><p className="hint">{t.dryHint}</p></div>}
          </>
        )}
        <Section id="runs" title={t.runs}>
          {runs.length === 0 ? <p className="hint">{t.noRuns}</p> : <ul className="card rows">{runs.map((run) => <li key={run.id}><div className="t"><a href={view.href(`/admin/imports/runs/${run.id}`)}>{dayAndTime(run.startedAt, language, view.now)}</a><RunLine run={run} view={view} /></div></li>)}</ul>}
        </Section>
        {source.endedAt === null && (
          <details className="fold" open={failed?.form === 'settings'}><summary>{t.settings}</summary>
            <ErrorSummary failed={failed} does="settings" labels={t.labels} words={t.problems} language={language} />
            <ActionForm does="settings"><SourceFields does="settings" source={source} settings={settings} units={units} view={view} /><p className="actions"><Button kind="main" icon="check">{t.save}</Button></p></ActionForm>
            <p className="hint">{t.endHint}</p>
            <ActionForm does="end"><p className="actions"><Button kind="danger" icon="remove">{t.end}</Button></p></ActionForm>
          </details>
        )}
      </div>
    )
  },
})

function File({ its: { source, table }, view }: { its: SourcePage; view: View }) {
  const t = importWords(view.language)
  return (
    <Section id="file" title={t.file.title}>
      <ErrorSummary failed={view.failed} does="file" labels={t.labels} words={t.problems} language={view.language} />
      <ActionForm does="file" upload label={t.file.send}><UploadField label={t.labels.file!} hint={source.kind === 'hauki' ? t.file.hintHauki : t.file.hint} accept={source.kind === 'csv' ? '.csv,.txt,text/csv' : '.json,.geojson,application/json,application/geo+json'} /><p className="actions"><Button icon="imported">{t.file.send}</Button></p></ActionForm>
      {table?.problem && <Said tone="late">{t.file.bad}</Said>}
      {table && !table.problem && (
        <>
          <h3>{t.file.columns}</h3>
          <p className="hint">{t.file.columnsLead(table.rows)}</p>
          <ActionForm does="columns" label={t.file.columns}>
            <div className="pairs">{columns.map((name) => (
              <div className="field" key={name}><label htmlFor={`c-${name}`}>{t.columns[name]}</label>
                <select id={`c-${name}`} name={`c-${name}`} defaultValue={table.mapping[name] ?? ''}><option value="">{t.file.noColumn}</option>{table.headers.map((header) => <option key={header} value={header}>{header}</option>)}</select></div>
            ))}</div>
            <p className="actions"><Button icon="check">{t.file.kept}</Button></p>
          </ActionForm>
          <h3>{t.file.first}</h3>
          <div className="scroller" role="region" aria-label={t.file.first} tabIndex={0}><table>
            <thead><tr><th scope="col">{t.file.place}</th><th scope="col">{t.columns.kind}</th><th scope="col">{t.columns.street}</th><th scope="col">{t.file.point}</th></tr></thead>
            <tbody>{table.first.map((row, i) => <tr key={i}><td>{row.name}</td>{row.refused ? <td colSpan={3} className="problem">{detailWords('refused', row.refused, view.language)}</td> : <><td>{placeKinds.get(row.kind)?.name[view.language]}</td><td>{row.street}</td><td>{row.point}</td></>}</tr>)}</tbody>
          </table></div>
        </>
      )}
    </Section>
  )
}
