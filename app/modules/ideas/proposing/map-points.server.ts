import { and, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { resource } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { topicFamily } from '#core/trail/facets.server.ts'
import { type Filters, readFilters } from '#core/trail/list.server.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'

/** More points than this tell nothing on a phone's map; the newest are shown. */
const most = 1000

/** The public ideas of a list that have a place, newest first, at most a thousand. Narrowed as the list is. */
async function pointsOf(ctx: Ctx, filters: Filters) {
  const rows = await ctx.db.select({ id: subject.id, title: subject.title, stage: subject.stage, longitude: subject.longitude, latitude: subject.latitude }).from(subject).where(and(
    eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.kind, 'idea'), isPublic, isNotNull(subject.longitude),
    filters.stage ? eq(subject.stage, filters.stage) : undefined, filters.topic ? inArray(subject.topicId, await topicFamily(ctx, filters.topic)) : undefined,
    filters.area ? eq(subject.area, filters.area) : undefined, filters.unit ? eq(subject.ownerUnitId, filters.unit) : undefined,
    filters.late ? lt(subject.dueAt, ctx.now) : undefined, filters.sort === 'unanswered' ? and(isNull(subject.answeredAt), isNotNull(subject.dueAt)) : undefined,
  )).orderBy(desc(subject.createdAt), desc(subject.id)).limit(most)
  return rows.map((row) => ({ id: row.id, title: inLanguage(row.title, ctx.language), stage: row.stage, longitude: row.longitude!, latitude: row.latitude! }))
}

/** The same for the map in the browser. */
export const mapPoints = resource('/ideas/map-points', {
  get: async (ctx, _params, request) => Response.json({ points: await pointsOf(ctx, readFilters(new URL(request.url).searchParams)) }, { headers: { 'cache-control': 'private, max-age=30' } }),
})
