import { and, asc, eq, gt, gte, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { area, isPublic, subject } from '#core/trail/schema.server.ts'
import { category, isOpenReport, report, sender } from '../schema.server.ts'
import { stateRules } from '../states.ts'
import type { Filters } from './filters.ts'
import { narrowing } from './list.server.ts'

/** The columns of the open data of reports, in order; the texts say what each means (texts, `fields`). */
export const reportColumns = ['id', 'url', 'language', 'title', 'text', 'category', 'categoryName', 'state', 'open', 'sent', 'changed', 'closed', 'due', 'unit', 'place', 'address', 'area', 'areaName', 'longitude', 'latitude', 'meToos', 'pictures', 'author', 'mergedInto'] as const
export type OpenReport = Record<(typeof reportColumns)[number], string | number | boolean | null> & { id: string }

const main = alias(subject, 'main')

/**
 * Public reports in the order of their ids, after one: the next page of an export. Nothing private, hidden, waiting or
 * taken back; a name only where its owner chose to show it; a picture's address where it is shown on the page.
 */
export async function openReports(ctx: Ctx, options: { after?: string | undefined; limit: number; filters?: Filters }): Promise<OpenReport[]> {
  const its = options.filters && narrowing(ctx, options.filters)
  const only: (SQL | undefined)[] = its ? [
    its.categories ? eq(report.categoryId, its.categories[0]!) : undefined, its.area ? eq(subject.area, its.area) : undefined, its.since ? gte(report.sentAt, its.since) : undefined, its.until ? lt(report.sentAt, its.until) : undefined,
    its.open === null ? undefined : its.open ? isOpenReport : sql`${report.closedAt} is not null`, its.words ? sql`${subject.search} @@ ${its.words}::tsquery` : undefined,
  ] : []
  const rows = await ctx.db.select({
    id: report.id, language: subject.language, title: subject.title, text: report.text, key: category.key, category: category.name, state: report.state, sent: report.sentAt, changed: report.stateSince, closed: report.closedAt, due: subject.dueAt, unit: unit.name,
    place: subject.placeName, address: report.address, area: subject.area, areaName: area.name, longitude: subject.longitude, latitude: subject.latitude, meToos: subject.supports, mergedInto: main.id,
    author: sql<string | null>`case when ${sender.shown} then ${sender.name} end`,
    pictures: sql<string[] | null>`(select array_agg(f.id::text order by f.id) from files.picture f where f.municipality_id = ${report.municipalityId} and f.subject_id = ${report.id} and not f.hidden)`,
  }).from(report)
    .innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id)))
    .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
    .leftJoin(sender, and(eq(sender.municipalityId, report.municipalityId), eq(sender.reportId, report.id)))
    .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))
    .leftJoin(area, and(eq(area.municipalityId, subject.municipalityId), eq(area.key, subject.area)))
    .leftJoin(main, and(eq(main.municipalityId, report.municipalityId), eq(main.id, report.mergedInto), eq(main.visibility, 'public')))
    .where(and(eq(report.municipalityId, ctx.scope.municipalityId), isPublic, isId(options.after) ? gt(report.id, options.after) : undefined, ...only))
    .orderBy(asc(report.id)).limit(options.limit)
  return rows.map((row) => ({
    id: row.id, url: ctx.address(subjectPath('report', row.id)), language: row.language, title: row.title[row.language] ?? inLanguage(row.title, ctx.language), text: row.text, category: row.key, categoryName: inLanguage(row.category ?? {}, ctx.language),
    state: row.state, open: stateRules[row.state].open, sent: row.sent.toISOString(), changed: row.changed.toISOString(), closed: row.closed?.toISOString() ?? null, due: row.due?.toISOString() ?? null, unit: row.unit && inLanguage(row.unit, ctx.language),
    place: row.place, address: row.address, area: row.area, areaName: row.areaName ? inLanguage(row.areaName, ctx.language) : row.area, longitude: row.longitude, latitude: row.latitude, meToos: row.meToos,
    pictures: row.pictures?.map((id) => ctx.address(`/pictures/${id}.webp`)).join(' ') ?? null, author: row.author, mergedInto: row.mergedInto,
  }))
}
