import type { Ctx } from '#core/context/context.server.ts'
import { page, resource, type View } from '#core/http/page.ts'
import { streamed } from '#core/http/streamed.server.ts'
import { withQuery } from '#core/http/urls.ts'
import { fewest } from '#core/text/few.ts'
import { day, number } from '#core/text/format.ts'
import { Because } from '#modules/discussion/ui'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, PageHead, Prose, Section } from '#ui/layout.tsx'
import { asCsv, asJson } from '../data.server.ts'
import { type Report, reportOf } from '../gather.server.ts'
import { fileOf } from '../made.server.ts'
import { factsOf, paperOf, whoRows } from '../paper.server.ts'
import { reportWords } from '../texts/index.ts'

/** Who spoke, what was said and what was done with it. */
export default page('/matters/:matterId/report', {
  read: (ctx, { matterId }) => reportOf(ctx, matterId),
  head: ({ title, open }, { language }) => ({ title: `${reportWords(language).title}: ${title}`, place: 'participate', hidden: !open }),
  view(its, view) {
    const t = reportWords(view.language)
    const file = (name: string) => view.href(`/matters/${its.matterId}/report.${name}`)
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href(`/matters/${its.matterId}`), name: its.title }]} />
        {!its.open && <Card tone="ask"><p className="iconed"><Icon name="hidden" /> <span>{t.onlyOfficials}</span></p></Card>}
        <div className="stack tight">
          <p className="actions"><LinkButton kind="main" to={file('pdf')} icon="download">{t.files.pdf}</LinkButton><LinkButton to={file('docx')} icon="download">{t.files.docx}</LinkButton></p>
          <p className="meta"><span>{t.files.data}</span><a href={file('csv')} download>CSV</a><a href={file('json')}>JSON</a></p>
        </div>
        <dl className="card facts">{factsOf(view, its).filter(([, value]) => value !== its.url).map(([name, value]) => <div key={name} className="fact"><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        <Section title={t.summary} id="summary">{its.summary ? <Prose text={its.summary.text} /> : <p>{its.summaryDueAt ? t.summaryDue(day(its.summaryDueAt, view.language, view.now)) : t.summaryLater}</p>}</Section>
        <Numbers its={its} view={view} />
        <Done its={its} view={view} />
        <Section title={t.said} id="said">
          <ul className="card rows">{its.sections.map((each) => (
            <li key={each.id ?? 'general'}><div className="t">{each.id && !each.removed ? <a href={`${view.href(withQuery(`/matters/${its.matterId}`, { part: each.id }))}#part-${each.id}`}>{each.title}</a> : <a href={`${view.href(`/matters/${its.matterId}`)}#discussion`}>{each.id ? `${each.title} (${t.removed})` : t.general}</a>}</div><span className="meta">{t.inComments(each.comments)}</span></li>
          ))}</ul>
          <p className="hint">{t.inFiles}</p>
        </Section>
      </div>
    )
  },
})

function Numbers({ its, view }: { its: Report; view: View }) {
  const t = reportWords(view.language)
  const say = (count: number | null) => (count === null ? t.fewer(fewest) : number(count, view.language))
  return (
    <Section title={t.who} id="who">
      <table><caption className="visually-hidden">{t.whoCaption}</caption><thead><tr><th scope="col">{t.group}</th><th scope="col" className="n">{t.count}</th></tr></thead>
        <tbody>{whoRows(its, t).map(([name, count]) => <tr key={name}><th scope="row">{name}</th><td className="n">{say(count)}</td></tr>)}</tbody></table>
      <table><caption className="visually-hidden">{t.stanceCaption}</caption><thead><tr><th scope="col">{t.stance}</th><th scope="col" className="n">{t.comments}</th></tr></thead>
        <tbody>{(['for', 'against', 'neutral'] as const).map((name) => <tr key={name}><th scope="row">{t.stances[name]}</th><td className="n">{its.stances[name] ?? t.untold}</td></tr>)}</tbody></table>
      <p className="hint">{t.small(fewest)}</p>
    </Section>
  )
}

function Done({ its, view }: { its: Report; view: View }) {
  const t = reportWords(view.language)
  return (
    <Section title={t.done} id="done">
      <table><caption className="visually-hidden">{t.outcomeCaption}</caption><thead><tr><th scope="col">{t.outcome}</th><th scope="col" className="n">{t.comments}</th></tr></thead>
        <tbody>{(['used', 'partly', 'not'] as const).map((name) => <tr key={name}><th scope="row">{t.outcomes[name]}</th><td className="n">{its.outcomes[name]}</td></tr>)}<tr><th scope="row">{t.waiting}</th><td className="n">{its.waiting}</td></tr></tbody></table>
      {its.groups.length > 0 && (
        <ul className="card rows">{its.groups.map((group) => (
          <li key={group.id}><div className="t">{group.theme && <b>{group.theme}</b>}<Because outcome={group.outcome} why={group.why} to={view.href(`/outcomes/${group.id}`)} view={view} /><small>{t.inComments(group.count)}</small></div></li>
        ))}</ul>
      )}
    </Section>
  )
}

const types = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const
/** Before the hearing has ended the report is its officials' own, and is kept nowhere on the way. */
const headersOf = (report: Report, type: string, extension: string, show: boolean) => ({
  'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache', ...(report.open ? {} : { 'x-robots-tag': 'noindex' }),
  'content-disposition': `${show ? 'inline' : 'attachment'}; filename="report.${extension}"; filename*=UTF-8''${encodeURIComponent(`${report.title.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').trim().slice(0, 80)}.${extension}`)}`,
})
async function paper(ctx: Ctx, matterId: string, kind: keyof typeof types) {
  const report = await reportOf(ctx, matterId)
  const bytes = await fileOf(kind, await paperOf(ctx, report))
  return new Response(new Uint8Array(bytes), { headers: { ...headersOf(report, types[kind], kind, kind === 'pdf'), 'content-length': String(bytes.length) } })
}
export const reportPdf = resource('/matters/:matterId/report.pdf', { get: (ctx, { matterId }) => paper(ctx, matterId, 'pdf') })
export const reportDocx = resource('/matters/:matterId/report.docx', { get: (ctx, { matterId }) => paper(ctx, matterId, 'docx') })
export const reportCsv = resource('/matters/:matterId/report.csv', { get: async (ctx, { matterId }) => { const report = await reportOf(ctx, matterId); return new Response(streamed(asCsv(ctx, report)), { headers: headersOf(report, 'text/csv; charset=utf-8', 'csv', false) }) } })
export const reportJson = resource('/matters/:matterId/report.json', { get: async (ctx, { matterId }) => { const report = await reportOf(ctx, matterId); return new Response(streamed(asJson(ctx, report)), { headers: headersOf(report, 'application/json; charset=utf-8', 'json', true) }) } })
