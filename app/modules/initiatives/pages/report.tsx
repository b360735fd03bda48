import { page, type View } from '#core/http/page.ts'
import { day, number } from '#core/text/format.ts'
import { LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { type Report, type ReportLine, stateOf, summary, yearlyReport } from '../deciding/report.server.ts'
import { initiativeWords } from '../texts/index.ts'

/** The council's yearly report, for anyone to read and to save. */
export default page('/initiatives/report/:year', {
  read: (ctx, { year }) => yearlyReport(ctx, year),
  head: ({ year }, { language }) => ({ title: initiativeWords(language).report.title(year), description: initiativeWords(language).report.law, place: 'participate', wide: true }),
  view(its, view) {
    const words = initiativeWords(view.language)
    const t = words.report
    const to = (what: string) => view.href(`/initiatives/report/${its.year}/${what}`)
    return (
      <div className="stack wide">
        <PageHead title={t.title(its.year)} crumbs={[{ to: view.href('/initiatives'), name: words.initiatives }]}><p className="lead">{t.law}</p></PageHead>
        <nav className="filters" aria-label={t.years}>{its.years.map((year) => <a key={year} className="chip" href={view.href(`/initiatives/report/${year}`)} aria-current={year === its.year ? 'true' : undefined}>{year}</a>)}</nav>
        <dl className="facts">{summary(view, its).map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}</dl>
        <div className="actions" role="group" aria-label={t.save}><LinkButton kind="main" icon="download" to={to('pdf')}>{t.pdf}</LinkButton><LinkButton icon="download" to={to('docx')}>{t.docx}</LinkButton><LinkButton icon="download" to={to('csv')}>{t.csv}</LinkButton></div>
        <Part title={t.ofCouncil} id="council" lines={its.council} its={its} view={view} />
        <Part title={t.others} id="others" lines={its.others} its={its} view={view} />
      </div>
    )
  },
})

function Part({ title, id, lines, view }: { title: string; id: string; lines: ReportLine[]; its: Report; view: View }) {
  const t = initiativeWords(view.language).report
  return (
    <Section title={title} id={id}>
      {lines.length === 0 ? <p>{t.none}</p> : (
        <div className="scroller" tabIndex={0} role="region" aria-label={title}><table>
          <thead><tr><th scope="col">{t.initiative}</th><th scope="col">{t.pendingSince}</th><th scope="col" className="n">{t.signers}</th><th scope="col">{t.state}</th><th scope="col">{t.measures}</th></tr></thead>
          <tbody>{lines.map((each) => (
            <tr key={each.id}><td><a className="touch" href={view.href(`/initiatives/${each.id}`)}>{each.title}</a>{each.caseNumber && <small>{each.caseNumber}</small>}</td><td>{day(each.sentAt, view.language, view.now)}</td><td className="n">{number(each.signers, view.language)}</td><td>{stateOf(view, each)}</td><td>{each.measures || '–'}</td></tr>
          ))}</tbody>
        </table></div>
      )}
    </Section>
  )
}
