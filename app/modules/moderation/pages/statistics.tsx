import { page, resource, type View } from '#core/http/page.ts'
import { fewest } from '#core/text/few.ts'
import { day, number } from '#core/text/format.ts'
import { Card, Empty, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { acts } from '../schema.server.ts'
import { moderationCsv, moderationStatistics, type Month, type Statistics } from '../statistics.server.ts'
import { moderationWords } from '../texts/index.ts'

export default page('/moderation/statistics', {
  read: (ctx) => moderationStatistics(ctx),
  head: (_data, { language }) => ({ title: moderationWords(language).statistics.title, description: moderationWords(language).statistics.lead, wide: true }),
  view: (its, view) => {
    const t = moderationWords(view.language).statistics
    return (
      <>
        <PageHead title={t.title}><p className="lead">{t.lead}</p></PageHead>
        {its.months.length === 0 ? <Empty icon="shield">{t.empty}</Empty> : (
          <>
            <Card label={t.median}><dl className="stack tight"><div><dt><b>{t.median}</b></dt><dd>{medianWords(its.medianHours, view)}</dd></div>
              <div><dt><b>{t.appeals}</b></dt><dd>{t.appealsMade(its.appeals.made)}{its.appeals.restored !== null && `. ${t.appealsEnds(its.appeals.restored, its.appeals.upheld, its.appeals.open)}`}</dd></div></dl></Card>
            <Months months={its.months} view={view} />
            <Reasons months={its.months} view={view} />
            <p className="meta">{t.small(fewest)} {t.since(day(its.since, view.language, view.now))}</p>
          </>
        )}
        <div className="actions"><LinkButton to={view.href('/moderation/statistics.csv')} icon="download">{t.csv}</LinkButton></div>
      </>
    )
  },
})

/** The same figures for a spreadsheet. */
export const statisticsCsv = resource('/moderation/statistics.csv', {
  get: async (ctx) => new Response(await moderationCsv(ctx), { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="moderation.csv"' } }),
})

function medianWords(hours: Statistics['medianHours'], view: View) {
  const t = moderationWords(view.language).statistics
  if (hours === null) return t.medianNone
  if (hours < 1) return t.minutes
  return hours < 48 ? t.hours(number(Math.ceil(hours), view.language)) : t.days(number(Math.ceil(hours / 24), view.language))
}

function Months({ months, view }: { months: Month[]; view: View }) {
  const words = moderationWords(view.language)
  const t = words.statistics
  return (
    <div className="scroller" tabIndex={0} role="region" aria-label={t.title}>
      <table>
        <thead><tr><th scope="col">{t.month}</th><th scope="col">{t.reports}</th><th scope="col">{t.decisions}</th>{acts.map((act) => <th key={act} scope="col">{words.acts[act]}</th>)}</tr></thead>
        <tbody>{months.map((its) => (
          <tr key={its.month}><th scope="row">{monthName(its.month, view)}</th><td>{its.reports}</td><td>{its.decisions}</td>
            {its.acts ? acts.map((act) => <td key={act}>{its.acts!.find((each) => each.act === act)?.count ?? 0}</td>) : <td colSpan={acts.length}>{t.tooFew}</td>}</tr>
        ))}</tbody>
      </table>
    </div>
  )
}

function Reasons({ months, view }: { months: Month[]; view: View }) {
  const words = moderationWords(view.language)
  const t = words.statistics
  const open = months.filter((its) => its.reasons !== null)
  if (open.length === 0) return null
  return (
    <Section title={t.byReason} id="reasons">
      <div className="scroller" tabIndex={0} role="region" aria-label={t.byReason}>
        <table>
          <thead><tr><th scope="col">{t.month}</th><th scope="col">{t.reasonHead}</th><th scope="col">{t.decisions}</th>{acts.map((act) => <th key={act} scope="col">{words.acts[act]}</th>)}</tr></thead>
          <tbody>{open.flatMap((its) => its.reasons!.map((row) => (
            <tr key={`${its.month} ${row.reason}`}><th scope="row">{monthName(its.month, view)}</th><td>{words.reasons[row.reason]}</td><td>{row.count}</td>
              {row.acts ? acts.map((act) => <td key={act}>{row.acts!.find((each) => each.act === act)?.count ?? 0}</td>) : <td colSpan={acts.length}>{t.tooFew}</td>}</tr>
          )))}</tbody>
        </table>
      </div>
    </Section>
  )
}

/** "5/2026" as people write months in Finland, "2026-05" in English. */
function monthName(month: string, view: View): string {
  const [year, its] = month.split('-').map(Number) as [number, number]
  return view.language === 'en' ? `${year}-${String(its).padStart(2, '0')}` : `${its}/${year}`
}
