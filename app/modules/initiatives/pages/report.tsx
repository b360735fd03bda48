import { page, type View } from '#core/http/page.ts'
import { day, number } from '#core/text/format.ts'
import { Fact, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { LateMark } from '#ui/stage.tsx'
import { type ReportLine, stateOf, summary, yearlyReport } from '../deciding/report.server.ts'
import { initiativeWords } from '../texts/index.ts'

/** The council's yearly report, for anyone to read and to save. */
export default page('/initiatives/report/:year', {
  read: (ctx, { year }) => yearlyReport(ctx, year),
  head: ({ year }, { language }) => ({ title: initiativeWords(language).report.title(year), description: initiativeWords(language).report.law, place: 'participate' }),
  view(its, view) {
    const words = initiativeWords(view.language)
    const t = words.report
    const to = (what: string) => view.href(`/initiatives/report/${its.year}/${what}`)
    return (
      <div className="stack wide">
        <PageHead title={t.title(its.year)} crumbs={[{ to: view.href('/initiatives'), name: words.initiatives }]}><p className="lead">{t.law}</p></PageHead>
        <nav className="filters" aria-label={t.years}>{its.years.map((year) => <a key={year} className="chip" href={view.href(`/initiatives/report/${year}`)} aria-current={year === its.year ? 'true' : undefined}>{year}</a>)}</nav>
        <dl className="facts">{summary(view, its).map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`} className="n">{value}</dd>])}</dl>
        <div className="actions" role="group" aria-label={t.save}><LinkButton kind="main" icon="download" to={to('pdf')}>{t.pdf}</LinkButton><LinkButton icon="download" to={to('docx')}>{t.docx}</LinkButton><LinkButton icon="download" to={to('csv')}>{t.csv}</LinkButton></div>
        <Part title={t.ofCouncil} id="council" lines={its.council} view={view} />
        <Part title={t.others} id="others" lines={its.others} view={view} />
      </div>
    )
  },
})

function Part({ title, id, lines, view }: { title: string; id: string; lines: ReportLine[]; view: View }) {
  const t = initiativeWords(view.language).report
  return (
    <Section title={title} id={id}>
      {lines.length === 0 ? <p>{t.none}</p> : (
        <ul className="card rows">{lines.map((each) => (
          <li key={each.id}><div className="t">
            <a className="title" href={view.href(`/initiatives/${each.id}`)}>{each.title}</a>
            <p className="meta">{each.late && <LateMark language={view.language} />}<span>{stateOf(view, each)}</span></p>
            <p className="meta small"><Fact icon="calendar">{t.pendingSince} {day(each.sentAt, view.language, view.now)}</Fact><Fact icon="people">{t.signers} {number(each.signers, view.language)}</Fact>{each.caseNumber && <Fact icon="text">{each.caseNumber}</Fact>}</p>
            {each.measures && <p>{t.measures}: {each.measures}</p>}
          </div></li>
        ))}</ul>
      )}
    </Section>
  )
}
