import bboxOf from '@turf/bbox'
import booleanPointInPolygon from '@turf/boolean-point-in-polygon'
import { and, asc, eq, gt, gte, isNotNull, lte, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { area, place, subject } from '#core/trail/schema.server.ts'
import { metresBetween, type MultiPolygon, type Point } from './geo.ts'

/** An area with borders, and what a point is measured against where no borders hold it. */
export type Bordered = { key: string; shape: MultiPolygon }
export type Known = { area: string; longitude: number; latitude: number }

/** A known place this near names the area of a point that no borders hold, in metres. */
const near = 15_000

/** Borders as the columns of an area: the shape and the box around it; none of them without a shape. */
export function bordersOf(shape: MultiPolygon | null) {
  if (!shape) return { shape: null, west: null, south: null, east: null, north: null }
  const [west, south, east, north] = bboxOf(shape)
  return { shape, west, south, east, north }
}

/** The first of these areas whose borders hold the point; holes are not in it, a point on the border is. */
export const holderOf = (point: Point, among: Bordered[]): string | null => among.find((each) => booleanPointInPolygon([point.longitude, point.latitude], each.shape))?.key ?? null

/** The area of the nearest known place, within 15 km. */
export function nearestArea(point: Point, places: Known[]): string | null {
  let best: { area: string; metres: number } | null = null
  for (const each of places) { const metres = metresBetween(point, each); if (metres < (best?.metres ?? near)) best = { area: each.area, metres } }
  return best?.area ?? null
}

/** Areas whose box holds the point, the smallest first, so that of two that lie on each other the inner one wins. */
export async function boxedAround(ctx: Ctx, { longitude, latitude }: Point): Promise<Bordered[]> {
  // Borders do not change between this look and the commit that it leads to: who changes them waits for it, and the other way round.
  await ctx.db.execute(sql`select pg_advisory_xact_lock_shared(${bordersLock(ctx)})`)
  const rows = await ctx.db.select({ key: area.key, shape: area.shape }).from(area)
    .where(and(eq(area.municipalityId, ctx.scope.municipalityId), lte(area.west, longitude), gte(area.east, longitude), lte(area.south, latitude), gte(area.north, latitude))).orderBy(size, asc(area.key))
  return rows.map((row) => ({ key: row.key, shape: row.shape! }))
}
const size = sql`(${area.east} - ${area.west}) * (${area.north} - ${area.south})`
const bordersLock = (ctx: Ctx) => sql`hashtextextended(${`${ctx.scope.municipalityId} areas`}, 0)`

/** Every area with borders, in the order in which a point looks for its own. */
export async function bordered(ctx: Ctx): Promise<Bordered[]> {
  const rows = await ctx.db.select({ key: area.key, shape: area.shape }).from(area).where(and(eq(area.municipalityId, ctx.scope.municipalityId), isNotNull(area.shape))).orderBy(size, asc(area.key))
  return rows.map((row) => ({ key: row.key, shape: row.shape! }))
}

const inBatch = 2000

/**
 * What borders change: every place and every subject with a point gets the area that holds it. One that no borders hold
 * keeps an area that has none; out of an area whose borders do not hold it, it goes to that of the nearest place. Read and written by batches of 2 000, whatever is there. `dry` only
 * counts, for showing before it is done. Call it under `oneAtATime(ctx, 'areas')`, after the borders are kept.
 */
export async function settleAreas(ctx: Ctx, options: { dry?: boolean; /** borders to come, the smallest first */ with?: Bordered[] } = {}): Promise<{ subjects: number; places: number }> {
  const m = ctx.scope.municipalityId
  const borders = (options.with ?? await bordered(ctx)).map((each) => ({ ...each, box: bboxOf(each.shape) }))
  const keys = new Set(borders.map((each) => each.key))
  const holder = (point: Point) => holderOf(point, borders.filter(({ box: [west, south, east, north] }) => point.longitude >= west && point.longitude <= east && point.latitude >= south && point.latitude <= north))
  const places = (await ctx.db.select({ id: place.id, area: place.area, longitude: place.longitude, latitude: place.latitude }).from(place).where(eq(place.municipalityId, m))).map((row) => ({ ...row, now: holder(row) ?? row.area }))
  const moved = { subjects: 0, places: 0 }
  const movedPlaces = places.filter((each) => each.now !== each.area)
  moved.places = movedPlaces.length
  if (!options.dry && movedPlaces.length) await ctx.db.execute(sql`update ${place} set area = v.now from jsonb_to_recordset(${JSON.stringify(movedPlaces.map(({ id, now }) => ({ id, now })))}::jsonb) as v(id uuid, now text) where ${place}.municipality_id = ${m} and ${place}.id = v.id`)
  const known = places.map((each) => ({ area: each.now, longitude: each.longitude, latitude: each.latitude }))
  for (let after: string | undefined, more = true; more;) {
    const rows = await ctx.db.select({ id: subject.id, area: subject.area, longitude: subject.longitude, latitude: subject.latitude }).from(subject)
      .where(and(eq(subject.municipalityId, m), isNotNull(subject.longitude), after ? gt(subject.id, after) : undefined)).orderBy(asc(subject.id)).limit(inBatch)
    const changed = rows.flatMap((row) => {
      const point = { longitude: row.longitude!, latitude: row.latitude! }
      const now = holder(point) ?? (row.area !== null && !keys.has(row.area) ? row.area : nearestArea(point, known) ?? row.area)
      return now === row.area ? [] : [{ id: row.id, now }]
    })
    moved.subjects += changed.length
    if (!options.dry && changed.length) await ctx.db.execute(sql`update ${subject} set area = v.now from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as v(id uuid, now text) where ${subject}.municipality_id = ${m} and ${subject}.id = v.id`)
    after = rows.at(-1)?.id
    more = rows.length === inBatch
  }
  return moved
}

/** Gives a row to areas that are named for the first time, as in an import; those that are there stay as they are. */
export async function keepAreas(ctx: Ctx, keys: string[]) {
  if (keys.length) await ctx.db.insert(area).values([...new Set(keys)].map((key) => ({ ...ctx.scope, key, name: { [ctx.language]: key } }))).onConflictDoNothing()
}
