import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { type Box, edgesOf, levelOf, mostMarks, readBox } from '#core/geo/map-box.ts'
import { onGlobe } from '#core/geo/mercator.ts'
import { resource } from '#core/http/page.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { can } from '../permissions.ts'
import { placeKinds } from '../place-kinds.ts'
import { type NowFact, rightNow } from '../right-now.ts'
import { place } from '../schema.server.ts'
import { type PlaceFilters, readPlaceFilters } from './filters.ts'
import { narrowing } from './listed.server.ts'

/** A place on the map: its tone is that of what it is like right now, told in `now`. */
export type MapPlace = { id: string; title: string; kind: string; now: string; tone: NowFact['tone'] | null }
/** Places that lie together; `places` names them where there is one, or where going nearer would not part them. */
export type Heap = { longitude: number; latitude: number; count: number; places: MapPlace[] }

/** Names that are told with one answer, at most. */
const mostNames = 200
/** So few places in sight are all named (directory.on_map). */
export const listed = 60

const p = sql.placeholder
const onMap = once((db) => db.select({ count: sql<number>`h.count`, x: sql<number>`h.x`, y: sql<number>`h.y`, ids: sql<string[] | null>`h.ids` })
  .from(sql`directory.on_map(${p('x0')}::float8, ${p('y0')}::float8, ${p('x1')}::float8, ${p('y1')}::float8, ${p('level')}::int, ${p('kinds')}::text[], ${p('openAt')}::timestamptz, ${p('states')}::text[], ${p('accessible')}::boolean, ${p('free')}::boolean, ${p('audience')}::text, ${p('audienceKinds')}::text[], ${p('area')}::text, ${p('unit')}::uuid, ${p('provider')}::uuid, ${p('municipal')}::boolean) h`).prepare('directory_on_map'))

/** Public places in a box, gathered for a zoom of the map. Two queries, and what is right now. */
export async function placesOnMap(ctx: Ctx, box: Box, zoom: number, filters: PlaceFilters): Promise<Heap[]> {
  allowAnyone(ctx, can.read)
  const rows = (await Promise.all(edgesOf(box).map((edges) => onMap(ctx.db).execute({ ...edges, level: levelOf(zoom, edges), ...narrowing(ctx, filters) })))).flat().sort((a, b) => b.count - a.count).slice(0, mostMarks)
  const ids = rows.toSorted((a, b) => a.count - b.count).flatMap((row) => row.ids ?? []).slice(0, mostNames)
  const [names, facts] = await Promise.all([
    ids.length ? ctx.db.select({ id: place.id, name: place.name, kind: place.kind }).from(place).where(and(eq(place.municipalityId, ctx.scope.municipalityId), inArray(place.id, ids))) : [], rightNow(ctx, ids),
  ])
  const byId = new Map(names.map((row): [string, MapPlace] => {
    const its = facts.get(row.id) ?? [], main = its.find((fact) => fact.primary) ?? its[0]
    return [row.id, { id: row.id, title: inLanguage(row.name, ctx.language), kind: placeKinds.get(row.kind)?.name[ctx.language] ?? '', now: its.slice(0, 3).map((fact) => fact.words).join(' · '), tone: main?.tone ?? null }]
  }))
  return rows.map((row) => ({ ...onGlobe(row), count: row.count, places: (row.ids ?? []).flatMap((id) => byId.get(id) ?? []).sort((a, b) => a.title.localeCompare(b.title, ctx.language)) }))
}

/** `/places/map-points?bbox=west,south,east,north&zoom=…` and the filters of the list: GeoJSON, at most 500 features. */
export const placePointsResource = resource('/places/map-points', {
  get: async (ctx, _params, request) => {
    const query = new URL(request.url).searchParams
    const heaps = await placesOnMap(ctx, readBox(query.get('bbox')), Number(query.get('zoom') ?? 'x'), readPlaceFilters(query))
    return Response.json({ type: 'FeatureCollection', features: heaps.map(({ longitude, latitude, count, places }) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [round(longitude), round(latitude)] }, properties: { count, places } })) },
      { headers: { 'content-type': 'application/geo+json', 'cache-control': 'private, max-age=15', 'x-robots-tag': 'noindex' } })
  },
})
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** Adds up what each connection has counted for the map's wide views; by the clock. */
export async function foldPlaceHeaps(ctx: Ctx) {
  await ctx.db.execute(sql`select directory.fold_heaps(${ctx.scope.municipalityId})`)
}
