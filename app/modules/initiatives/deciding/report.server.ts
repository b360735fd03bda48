import { and, asc, eq, gte, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { Block, Paper } from '#core/documents/paper.ts'
import { docxOf } from '#core/documents/docx.server.ts'
import { pdfOf } from '#core/documents/pdf.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { csvLine, utf8Mark } from '#core/text/csv.ts'
import { day, number } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { atWallClock, wallClock } from '#core/time/local.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { initiative, type Outcome } from '../schema.server.ts'
import { initiativeWords } from '../texts/index.ts'

export type ReportLine = { id: string; title: string; sentAt: Date; dueAt: Date | null; decidedAt: Date | null; outcome: Outcome | null; signers: number; residents: number; two: boolean; referendum: boolean; measures: string; caseNumber: string | null; late: boolean; ofCouncil: boolean }
export type Report = { year: number; years: number[]; council: ReportLine[]; others: ReportLine[]; at: Date }

/**
 * The council's yearly report of initiatives (410/2015, 23 §: at least once a year, those of its competence and the measures
 * taken): all that were pending at some time of the year, by the calendar of Finland, as they stand now. Everything in it is
 * public already; no names. Throws NotFound for a year that has not come.
 */
export async function yearlyReport(ctx: Ctx, year: string): Promise<Report> {
  const now = Number(wallClock(ctx.now).day.slice(0, 4))
  if (!/^\d{4}$/.test(year) || Number(year) > now || Number(year) < 2017) throw new NotFound()
  const from = atWallClock(`${year}-01-01`, '00:00:00'), until = atWallClock(`${Number(year) + 1}-01-01`, '00:00:00')
  const rows = await ctx.db.select({
    id: subject.id, title: subject.title, dueAt: subject.dueAt, sentAt: initiative.sentAt, decidedAt: initiative.decidedAt, outcome: initiative.outcome, signers: initiative.signers, residents: initiative.residents,
    crossed: initiative.crossed2At, kind: initiative.kind, measures: initiative.measures, caseNumber: initiative.caseNumber, ofCouncil: initiative.ofCouncil,
  }).from(initiative).innerJoin(subject, and(eq(subject.municipalityId, initiative.municipalityId), eq(subject.id, initiative.id), isPublic))
    .where(and(eq(initiative.municipalityId, ctx.scope.municipalityId), isNotNull(initiative.sentAt), lt(initiative.sentAt, until), or(isNull(initiative.decidedAt), gte(initiative.decidedAt, from)))).orderBy(asc(initiative.sentAt), asc(initiative.id))
  const lines = rows.map(({ title, crossed, kind, sentAt, ...row }): ReportLine => ({ ...row, sentAt: sentAt!, title: inLanguage(title, ctx.language), two: crossed !== null, referendum: kind === 'referendum', late: row.dueAt !== null && row.dueAt < ctx.now }))
  return { year: Number(year), years: Array.from({ length: Math.min(5, now - 2016) }, (_, i) => now - i), council: lines.filter((each) => each.ofCouncil), others: lines.filter((each) => !each.ofCouncil), at: ctx.now }
}

/** In words: where an initiative stands and what was done. */
export function stateOf(ctx: Pick<Ctx, 'language'>, its: ReportLine): string {
  const t = initiativeWords(ctx.language)
  if (its.outcome && its.decidedAt) return `${t.outcomes[its.outcome]} (${day(its.decidedAt, ctx.language, new Date(0))})`
  return its.late && its.dueAt ? t.report.late(day(its.dueAt, ctx.language, new Date(0))) : t.report.pending
}

function paperOf(ctx: Ctx, its: Report): Paper {
  const t = initiativeWords(ctx.language).report
  const place = inLanguage(ctx.municipality.name, ctx.language)
  const date = (at: Date) => day(at, ctx.language, new Date(0))
  const part = (heading: string, lines: ReportLine[]): Block[] => [
    { kind: 'heading', level: 1, text: heading },
    ...(lines.length === 0 ? [{ kind: 'text' as const, text: t.none }] : [{ kind: 'table' as const, caption: heading, head: [t.initiative, t.pendingSince, t.signers, t.state, t.measures], rows: lines.map((each) => [each.title + (each.caseNumber ? ` (${each.caseNumber})` : ''), date(each.sentAt), number(each.signers, ctx.language), stateOf(ctx, each), each.measures || '–']) }]),
  ]
  return { title: t.title(its.year), language: ctx.language, author: place, subject: place, date: its.at, blocks: [{ kind: 'text', text: t.law }, { kind: 'facts', rows: summary(ctx, its) }, ...part(t.ofCouncil, its.council), ...part(t.others, its.others)] }
}
/** The report's figures, each with its name. */
export function summary(ctx: Pick<Ctx, 'language'>, its: Report): [string, string][] {
  const t = initiativeWords(ctx.language).report
  const all = [...its.council, ...its.others]
  const say = (count: number) => number(count, ctx.language)
  return [[t.all, say(all.length)], [t.ofWhichCouncil, say(its.council.length)], [t.decided, say(all.filter((each) => each.decidedAt).length)], [t.lateOnes, say(all.filter((each) => each.late).length)], [t.names, say(all.reduce((sum, each) => sum + each.signers, 0))]]
}

const saved = (type: string, name: string) => ({ 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store' })
export const reportPdf = resource('/initiatives/report/:year/pdf', { get: async (ctx, { year }) => new Response((await pdfOf(paperOf(ctx, await yearlyReport(ctx, year)))) as BodyInit, { headers: saved('application/pdf', `aloitteet-${year}.pdf`) }) })
export const reportDocx = resource('/initiatives/report/:year/docx', { get: async (ctx, { year }) => new Response((await docxOf(paperOf(ctx, await yearlyReport(ctx, year)))) as BodyInit, { headers: saved('application/vnd.openxmlformats-officedocument.wordprocessingml.document', `aloitteet-${year}.docx`) }) })
export const reportCsv = resource('/initiatives/report/:year/csv', {
  get: async (ctx, { year }) => {
    const its = await yearlyReport(ctx, year)
    const lines = [...its.council, ...its.others].map((each) => csvLine([each.id, each.title, each.ofCouncil ? 'council' : 'other', each.caseNumber, wallClock(each.sentAt).day, each.dueAt && wallClock(each.dueAt).day, each.decidedAt && wallClock(each.decidedAt).day, each.outcome, each.late, each.signers, each.residents, each.two, each.referendum, each.measures]))
    return new Response(utf8Mark + csvLine(['id', 'title', 'competence', 'caseNumber', 'pendingSince', 'due', 'decided', 'outcome', 'late', 'signers', 'residents', 'twoPercentReached', 'referendum', 'measures']) + lines.join(''), { headers: saved('text/csv; charset=utf-8', `aloitteet-${year}.csv`) })
  },
})
