import { addressColumns } from '#core/geo/address-file.ts'
import { page } from '#core/http/page.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Card, PageHead, Said, Section } from '#ui/layout.tsx'
import { UploadField } from '#ui/upload-field.tsx'
import { importAddresses, showAddresses } from '../addresses.server.ts'
import { mapWords } from '../texts/index.ts'

/** Where an admin brings in the municipality's addresses, by which reports are located. */
export default page('/admin/addresses', {
  read: async (ctx, _params, query) => { const number = (name: string) => { const read = Number(query.get(name)); return Number.isSafeInteger(read) && read >= 0 ? read : 0 }; return { ...await showAddresses(ctx), done: query.has('doors') ? { streets: number('streets'), doors: number('doors'), left: number('left') } : null } },
  forms: { upload: (ctx, _params, form) => importAddresses(ctx, form) },
  head: (_data, { language }) => ({ title: mapWords(language).addresses.title, place: 'desk', hidden: true }),
  view({ streets, doors, done }, view) {
    const t = mapWords(view.language).addresses
    const failed = view.failed?.form === 'upload' ? view.failed : undefined
    const lines = (failed?.values.lines ?? '').split('\n').filter(Boolean).map((line) => line.split(' '))
    return (
      <div className="stack">
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: t.admin }]}><p className="lead">{t.lead}</p></PageHead>
        {done && <Said>{t.done(done.streets, done.doors)}{done.left > 0 && ` ${t.left(done.left)}`}</Said>}
        <p>{doors > 0 ? t.now(streets, doors) : t.none}</p>
        <Card>
          <ActionForm does="upload" upload>
            <ErrorSummary failed={view.failed} does="upload" labels={{ file: t.file }} words={{ ...t.problems, missingColumns: t.missing(failed?.values.missing ?? ''), wrongLines: t.wrong(Number(failed?.values.wrong ?? 0)) }} language={view.language} />
            {lines.length > 0 && <ul className="bullets">{lines.map(([line, why]) => <li key={line}>{t.line(line!, t.why[why!] ?? '')}</li>)}</ul>}
            <UploadField label={t.file} hint={t.fileHint} accept=".csv,.txt,.opt,text/csv" />
            <p>{t.replaces}</p>
            <Button kind="main" icon="imported">{t.bring}</Button>
          </ActionForm>
        </Card>
        <Section id="columns" title={t.columns}><p>{t.columnsText}</p>
          <div className="scroller" tabIndex={0} role="region" aria-label={`${t.what}, ${t.names}`}><table aria-label={t.columns}><thead><tr><th scope="col">{t.what}</th><th scope="col">{t.names}</th></tr></thead>
            <tbody>{(Object.keys(addressColumns) as (keyof typeof addressColumns)[]).map((column) => <tr key={column}><td>{t.column[column]}</td><td>{addressColumns[column].map((name) => <code key={name}>{name} </code>)}</td></tr>)}</tbody></table></div>
        </Section>
      </div>
    )
  },
})
