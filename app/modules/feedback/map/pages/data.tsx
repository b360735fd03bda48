import { page } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { stageSign } from '#core/trail/kind.ts'
import { LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { categoryRows } from '../../categories/categories.server.ts'
import { reportStates, stateRules } from '../../states.ts'
import { licence } from '../export.server.ts'
import { reportColumns } from '../open-reports.server.ts'
import { mapWords } from '../texts/index.ts'

/** The data dictionary of reports: what each field means, its type and its words, under which licence, and where the files are. */
export default page('/feedback/data', {
  read: async (ctx) => ({ municipality: inLanguage(ctx.municipality.name, ctx.language), address: ctx.address('/feedback'), categories: (await categoryRows(ctx)).filter((each) => !each.private).map((each) => ({ key: each.key, name: inLanguage(each.name ?? {}, ctx.language) })) }),
  head: ({ municipality, address }, { language }) => {
    const t = mapWords(language).data
    return { title: t.title, description: t.lead, feed: '/feedback.atom', data: {
      '@type': 'Dataset', name: `${t.title}, ${municipality}`, description: t.lead, license: licence, isAccessibleForFree: true, inLanguage: language, creator: { '@type': 'GovernmentOrganization', name: municipality }, url: `${address}/data`,
      variableMeasured: reportColumns.map((column) => ({ '@type': 'PropertyValue', name: column, description: t.fields[column] })),
      distribution: [{ '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${address}/reports.csv` }, { '@type': 'DataDownload', encodingFormat: 'application/geo+json', contentUrl: `${address}/reports.geojson` }, { '@type': 'DataDownload', encodingFormat: 'application/atom+xml', contentUrl: `${address}.atom` }],
    } }
  },
  view: ({ municipality, categories }, view) => {
    const t = mapWords(view.language).data
    const table = (label: string, head: string[], rows: string[][]) => (
      <div className="scroller" tabIndex={0} role="group" aria-label={label}><table aria-label={label}><thead><tr>{head.map((each) => <th key={each} scope="col">{each}</th>)}</tr></thead>
        <tbody>{rows.map((row) => <tr key={row[0]}>{row.map((cell, i) => <td key={i}>{i === 0 ? <code>{cell}</code> : cell}</td>)}</tr>)}</tbody></table></div>
    )
    return (
      <div className="stack">
        <PageHead title={t.title} crumbs={[{ to: view.href('/feedback'), name: mapWords(view.language).list.title }, { to: view.href('/open-data'), name: t.openData }]}><p className="lead">{t.lead}</p></PageHead>
        <p className="actions">
          <LinkButton icon="download" to={view.href('/feedback/reports.csv')}>CSV</LinkButton><LinkButton icon="download" to={view.href('/feedback/reports.csv?separator=%3B')}>{t.forExcel}</LinkButton>
          <LinkButton icon="download" to={view.href('/feedback/reports.geojson')}>GeoJSON</LinkButton><LinkButton icon="feed" to={view.href('/feedback.atom')}>Atom</LinkButton>
        </p>
        <p>{t.leftOut}</p>
        <Section id="fields" title={t.fieldsTitle}>{table(t.fieldsTitle, [t.field, t.type, t.meaning], reportColumns.map((column) => [column, t.types[column], t.fields[column]]))}</Section>
        <Section id="states" title={t.statesTitle}>{table(t.statesTitle, [t.value, t.meaning, t.isOpen], reportStates.map((state) => [state, state === 'merged' ? t.merged : state === 'cannot' ? t.cannot : stageSign('report', stateRules[state].stage, view.language)?.name ?? state, stateRules[state].open ? t.yes : t.no]))}</Section>
        {categories.length > 0 && <Section id="categories" title={t.categoriesTitle}>{table(t.categoriesTitle, [t.value, t.meaning], categories.map((each) => [each.key, each.name]))}</Section>}
        <Section id="use" title={t.useTitle}><ul className="bullets">{t.use.map((line) => <li key={line}>{line}</li>)}</ul></Section>
        <Section id="licence" title={t.licenceTitle}><p>{t.licence(municipality)}</p><p><a className="touch" href={licence} rel="license">{t.licenceLink}</a></p></Section>
      </div>
    )
  },
})
