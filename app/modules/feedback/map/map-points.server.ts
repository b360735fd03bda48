import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { Invalid } from '#core/errors/errors.ts'
import { onGlobe, onPlane } from '#core/geo/mercator.ts'
import { resource } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import type { Stage } from '#core/trail/stages.ts'
import { type Filters, readFilters } from './filters.ts'
import { narrowing } from './list.server.ts'

/** Degrees, in the order of GeoJSON's bbox. One that crosses the 180th meridian has its west east of its east. */
export type Box = { west: number; south: number; east: number; north: number }
export type MapReport = { id: string; title: string; stage: Stage }
/** Reports that lie together; `reports` names them where there is one, or where going nearer would not part them. */
export type Heap = { longitude: number; latitude: number; count: number; reports: MapReport[] }

/** A map with more marks than this tells nothing, and is slow on a phone. */
const most = 500
/** The levels that are counted already (feedback.heap); further in every level is counted from the reports themselves. */
const widest = 10, counted = 18, deepest = 22
/** Titles that are told with one answer, at most. */
const mostTitles = 300

const p = sql.placeholder
const onMap = once((db) => db.select({ count: sql<number>`h.count`, x: sql<number>`h.x`, y: sql<number>`h.y`, ids: sql<string[] | null>`h.ids` })
  .from(sql`feedback.on_map(${p('x0')}::float8, ${p('y0')}::float8, ${p('x1')}::float8, ${p('y1')}::float8, ${p('level')}::int, ${p('categories')}::uuid[], ${p('open')}::boolean, ${p('area')}::text, ${p('since')}::timestamptz, ${p('until')}::timestamptz, ${p('words')}::tsquery) h`).prepare('feedback_on_map'))

/** A box from "west,south,east,north". Throws Invalid('badBox') for what is none. */
export function readBox(text: string | null): Box {
  const parts = (text ?? '').split(',')
  const [west, south, east, north] = parts.map((part) => (/^-?\d{1,4}(\.\d+)?(e-\d+)?$/.test(part.trim()) ? Number(part) : Number.NaN)) as [number, number, number, number]
  if (parts.length !== 4 || [west, south, east, north].some((each) => !Number.isFinite(each)) || south > north || Math.abs(south) > 90 || Math.abs(north) > 90) throw new Invalid('badBox')
  // A map that was turned around the globe says degrees beyond 180.
  const round = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180
  return east - west >= 360 ? { west: -180, south, east: 180, north } : { west: round(west), south, east: round(east) || (east > west ? 180 : 0), north }
}

/** How finely the plane is cut at a zoom of the map, so that a square is 64–128 points on the screen and the box has at most 500 of them. */
export function levelOf(zoom: number, { x0, x1, y0, y1 }: { x0: number; x1: number; y0: number; y1: number }): number {
  let level = Math.max(widest, Math.min(deepest, Math.round(Number.isFinite(zoom) ? zoom : 0) + 3))
  const squares = () => (Math.floor(x1 * 2 ** level) - Math.floor(x0 * 2 ** level) + 1) * (Math.floor(y1 * 2 ** level) - Math.floor(y0 * 2 ** level) + 1)
  if (level < counted && level % 2) level--
  while (level > widest && squares() > most) level -= level > counted ? 1 : 2
  return level
}

/** Public reports in a box, gathered for a zoom of the map. Two queries. */
export async function reportsOnMap(ctx: Ctx, box: Box, zoom: number, filters: Filters): Promise<Heap[]> {
  const boxes = box.west > box.east ? [{ ...box, east: 180 }, { ...box, west: -180 }] : [box]
  const rows = (await Promise.all(boxes.map((each) => {
    const [nw, se] = [onPlane({ longitude: each.west, latitude: each.north }), onPlane({ longitude: each.east, latitude: each.south })]
    const edges = { x0: nw.x, y0: nw.y, x1: Math.min(se.x, 1 - 1e-9), y1: Math.min(se.y, 1 - 1e-9) }
    return onMap(ctx.db).execute({ ...edges, level: levelOf(zoom, edges), ...narrowing(ctx, filters) })
  }))).flat().sort((a, b) => b.count - a.count).slice(0, most)
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
