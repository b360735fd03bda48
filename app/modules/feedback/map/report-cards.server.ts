import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { picture } from '#core/files/schema.server.ts'
import { inLanguage, type Language, otherLanguage } from '#core/text/language.ts'
import { areasOf } from '#core/trail/facets.server.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import type { Stage } from '#core/trail/stages.ts'
import { category, report } from '../schema.server.ts'
import type { ReportState } from '../states.ts'

/** A public report as lists and the map show it. Nothing of who sent it. */
export type ReportCard = {
  id: string; title: string; text: string; lang: Language | undefined; state: ReportState; stage: Stage; category: string; icon: string; place: string | null; area: string | null
  at: Date; closedAt: Date | null; dueAt: Date | null; meToos: number; longitude: number | null; latitude: number | null; picture: { small: string; description: string } | null
}

const shown = once((db) => db.select({
  id: report.id, title: subject.title, text: report.text, language: subject.language, state: report.state, stage: subject.stage, category: category.name, icon: category.icon, address: report.address, placeName: subject.placeName, area: subject.area,
  at: report.sentAt, closedAt: report.closedAt, dueAt: subject.dueAt, meToos: subject.supports, longitude: subject.longitude, latitude: subject.latitude,
}).from(report)
  .innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id)))
  .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
  .where(and(eq(report.municipalityId, sql.placeholder('m')), isPublic, sql`${report.id} = any(${sql.placeholder('ids')}::uuid[])`)).prepare('feedback_cards'))

/** The public ones of these reports, in their order. Two queries. */
export async function cardsOf(ctx: Ctx, ids: string[]): Promise<ReportCard[]> {
  if (ids.length === 0) return []
  const rows = await shown(ctx.db).execute({ m: ctx.scope.municipalityId, ids })
  const pictures = await ctx.db.selectDistinctOn([picture.subjectId], { id: picture.id, subjectId: picture.subjectId, description: picture.description }).from(picture)
    .where(and(eq(picture.municipalityId, ctx.scope.municipalityId), inArray(picture.subjectId, ids), eq(picture.hidden, false), inArray(picture.role, ['', 'before']))).orderBy(picture.subjectId, asc(picture.id))
  const areas = await areasOf(ctx)
  const byId = new Map(rows.map((row): [string, ReportCard] => {
    const its = pictures.find((each) => each.subjectId === row.id)
    return [row.id, {
      id: row.id, title: inLanguage(row.title, ctx.language), text: row.text, lang: otherLanguage(row.title, ctx.language), state: row.state, stage: row.stage, category: inLanguage(row.category ?? {}, ctx.language), icon: row.icon,
      place: row.address ?? row.placeName, area: row.area && (areas.find((each) => each.key === row.area)?.name ?? row.area), at: row.at, closedAt: row.closedAt, dueAt: row.dueAt, meToos: row.meToos, longitude: row.longitude, latitude: row.latitude,
      picture: its ? { small: `/pictures/${its.id}-small.webp`, description: its.description } : null,
    }]
  }))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
