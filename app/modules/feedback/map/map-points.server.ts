import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { type Box, edgesOf, levelOf, mostMarks, readBox } from '#core/geo/map-box.ts'
import { onGlobe } from '#core/geo/mercator.ts'
import { resource } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import type { Stage } from '#core/trail/stages.ts'
import { type Filters, readFilters } from './filters.ts'
import { narrowing } from './list.server.ts'

export type MapReport = { id: string; title: string; stage: Stage }
/** Reports that lie together; `reports` names them where there is one, or where going nearer would not part them. */
export type Heap = { longitude: number; latitude: number; count: number; reports: MapReport[] }

/** Titles that are told with one answer, at most. */
const mostTitles = 300

const p = sql.placeholder
const onMap = once((db) => db.select({ count: sql<number>`h.count`, x: sql<number>`h.x`, y: sql<number>`h.y`, ids: sql<string[] | null>`h.ids` })
  .from(sql`feedback.on_map(${p('x0')}::float8, ${p('y0')}::float8, ${p('x1')}::float8, ${p('y1')}::float8, ${p('level')}::int, ${p('categories')}::uuid[], ${p('open')}::boolean, ${p('area')}::text, ${p('since')}::timestamptz, ${p('until')}::timestamptz, ${p('words')}::tsquery) h`).prepare('feedback_on_map'))

/** Public reports in a box, gathered for a zoom of the map. Two queries. */
export async function reportsOnMap(ctx: Ctx, box: Box, zoom: number, filters: Filters): Promise<Heap[]> {
  const rows = (await Promise.all(edgesOf(box).map((edges) => onMap(ctx.db).execute({ ...edges, level: levelOf(zoom, edges), ...narrowing(ctx, filters) })))).flat().sort((a, b) => b.count - a.count).slice(0, mostMarks)
  const ids = rows.flatMap((row) => row.ids ?? []).slice(0, mostTitles)
  const titles = ids.length ? await ctx.db.select({ id: subject.id, title: subject.title, stage: subject.stage }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), isPublic, inArray(subject.id, ids))) : []
  const byId = new Map(titles.map((row) => [row.id, { id: row.id, title: inLanguage(row.title, ctx.language), stage: row.stage }]))
  return rows.map((row) => ({ ...onGlobe(row), count: row.count, reports: (row.ids ?? []).flatMap((id) => byId.get(id) ?? []) }))
}

/** `/feedback/map-points?bbox=west,south,east,north&zoom=…` and the filters of the list: GeoJSON, at most 500 features. */
export const mapPointsResource = resource('/feedback/map-points', {
  get: async (ctx, _params, request) => {
    const query = new URL(request.url).searchParams
    const heaps = await reportsOnMap(ctx, readBox(query.get('bbox')), Number(query.get('zoom') ?? 'x'), readFilters(query))
    return Response.json({ type: 'FeatureCollection', features: heaps.map(({ longitude, latitude, count, reports }) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [round(longitude), round(latitude)] }, properties: { count, reports } })) },
      { headers: { 'content-type': 'application/geo+json', 'cache-control': 'private, max-age=15', 'x-robots-tag': 'noindex' } })
  },
})
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
