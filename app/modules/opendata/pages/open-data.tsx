import { page } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { Card, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { licence } from '../export.server.ts'
import { sets } from '../sets.server.ts'
import { openDataWords } from '../texts/index.ts'

/** What open data there is, under which licence, and what each column means. */
export default page('/open-data', {
  read: async (ctx) => ({ municipality: inLanguage(ctx.municipality.name, ctx.language), address: ctx.address('/open-data') }),
  head: ({ municipality, address }, { language }) => {
    const t = openDataWords(language)
    const dataset = (name: keyof typeof sets) => ({
      '@type': 'Dataset', name: `${t.sets[name]}, ${municipality}`, description: t.about[name], license: licence, isAccessibleForFree: true, inLanguage: language, creator: { '@type': 'GovernmentOrganization', name: municipality }, url: address,
      variableMeasured: sets[name].columns.map((column) => ({ '@type': 'PropertyValue', name: column, description: t.description[column] })),
      distribution: (['csv', 'json'] as const).map((form) => ({ '@type': 'DataDownload', encodingFormat: form === 'csv' ? 'text/csv' : 'application/json', contentUrl: `${address}/${name}.${form}` })),
    })
    return { title: t.openData, description: t.lead, feed: '/ideas.atom', data: { '@type': 'DataCatalog', name: `${t.openData}, ${municipality}`, description: t.lead, url: address, license: licence, dataset: Object.values(sets).map((set) => dataset(set.name)) } }
  },
  view: ({ municipality }, view) => {
    const t = openDataWords(view.language)
    const file = (name: string) => view.href(`/open-data/${name}`)
    return (
      <div className="stack">
        <PageHead title={t.openData}><p className="lead">{t.lead}</p></PageHead>
        <p>{t.privacy}</p>
        {Object.values(sets).map(({ name, columns }) => (
          <Section key={name} title={t.sets[name]} id={name}>
            <p>{t.about[name]}</p>
            <p className="actions">
              <LinkButton to={file(`${name}.csv`)} icon="download">CSV</LinkButton>
              <LinkButton to={file(`${name}.json`)} icon="download">JSON</LinkButton>
              <LinkButton to={file(`${name}.csv?separator=%3B`)} icon="download">{t.forExcel}</LinkButton>
            </p>
            <details className="fold"><summary>{t.columns} ({columns.length})</summary>
              <div className="scroller"><table aria-label={`${t.sets[name]}: ${t.columns}`}>
                <thead><tr><th scope="col">{t.column}</th><th scope="col">{t.meaning}</th></tr></thead>
                <tbody>{columns.map((column) => <tr key={column}><td><code>{column}</code></td><td>{t.description[column]}</td></tr>)}</tbody>
              </table></div>
            </details>
          </Section>
        ))}
        <Section title={t.feed} id="feed"><p>{t.feedText}</p><p className="actions"><LinkButton to={view.href('/ideas.atom')} icon="feed">{t.feedLink}</LinkButton></p></Section>
        <Section title={t.api} id="api"><p>{t.apiText}</p><p className="actions"><LinkButton to={view.href('/api')} icon="linked">{t.apiLink}</LinkButton></p></Section>
        <Section title={t.open311} id="open311"><p>{t.open311Text}</p><p className="actions"><LinkButton to={view.href('/open311')} icon="linked">{t.open311Link}</LinkButton></p></Section>
        <Card label={t.licence}><h2>{t.licence}</h2><p>{t.licenceText(municipality)}</p><p><a className="touch" href={licence} rel="license">{t.licenceLink}</a></p></Card>
      </div>
    )
  },
})
