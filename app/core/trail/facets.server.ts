import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { lately } from '#core/db/lately.server.ts'
import { once } from '#core/db/open.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import type { MultiPolygon } from '#core/geo/geo.ts'
import { area, place, topic } from './schema.server.ts'

export type Choice = { id: string; name: string }

const m = sql.placeholder('m')
const topics = once((db) => db.select().from(topic).where(eq(topic.municipalityId, m)).orderBy(asc(topic.key)).prepare('trail_topics'))
const units = once((db) => db.select().from(unit).where(eq(unit.municipalityId, m)).prepare('trail_units'))
const places = once((db) => db.select().from(place).where(eq(place.municipalityId, m)).prepare('trail_places'))
const areas = once((db) => db.select({ key: area.key, name: area.name }).from(area).where(eq(area.municipalityId, m)).prepare('trail_areas'))
const shapes = once((db) => db.select({ key: area.key, name: area.name, shape: area.shape }).from(area).where(and(eq(area.municipalityId, m), isNotNull(area.shape))).prepare('trail_shapes'))

export type Topic = Choice & { unitId: string; hints: string[]; key: string; /** the topic that it is a part of */ parentId: string | null }

/** The municipality's topics in the reader's language, each followed by its sub-topics. Those merged into others are not among them. */
export async function topicsOf(ctx: Ctx): Promise<Topic[]> {
  const all = (await everyTopic(ctx)).filter((row) => !row.mergedInto)
    .map((row) => ({ id: row.id, key: row.key, name: inLanguage(row.name, ctx.language), unitId: row.unitId, hints: row.hints, parentId: row.parentId })).sort(byName(ctx))
  return all.filter((each) => !each.parentId).flatMap((each) => [each, ...all.filter((one) => one.parentId === each.id)])
}
const everyTopic = (ctx: Ctx) => lately(ctx, 'topics', () => topics(ctx.db).execute({ m: ctx.scope.municipalityId }))

/** The topic that an id means now (one that was merged means the one it went to) with its sub-topics: what a list of it holds. */
export async function topicFamily(ctx: Ctx, id: string): Promise<string[]> {
  const all = await everyTopic(ctx)
  const its = all.find((row) => row.id === id)?.mergedInto ?? id
  return [its, ...all.filter((row) => row.parentId === its && !row.mergedInto).map((row) => row.id)]
}
export async function unitsOf(ctx: Ctx): Promise<(Choice & { key: string })[]> {
  const rows = await lately(ctx, 'units', () => units(ctx.db).execute({ m: ctx.scope.municipalityId }))
  return rows.map((row) => ({ id: row.id, key: row.key, name: inLanguage(row.name, ctx.language) })).sort(byName(ctx))
}
/** The known places; their areas are what lists are narrowed by. */
export async function placesOf(ctx: Ctx): Promise<(Choice & { area: string; longitude: number; latitude: number })[]> {
  const rows = await lately(ctx, 'places', () => places(ctx.db).execute({ m: ctx.scope.municipalityId }))
  return rows.map((row) => ({ id: row.id, name: inLanguage(row.name, ctx.language), area: row.area, longitude: row.longitude, latitude: row.latitude })).sort(byName(ctx))
}
/** The parts of the municipality, in the reader's language. Subjects name theirs by its key. */
export async function areasOf(ctx: Ctx): Promise<{ key: string; name: string }[]> {
  const rows = await lately(ctx, 'areas', () => areas(ctx.db).execute({ m: ctx.scope.municipalityId }))
  return rows.map((row) => ({ key: row.key, name: inLanguage(row.name, ctx.language) })).sort(byName(ctx))
}
/** What the reader calls an area; its key when nobody has named it. */
export async function areaName(ctx: Ctx, key: string | null): Promise<string | null> {
  return key && ((await areasOf(ctx)).find((each) => each.key === key)?.name ?? key)
}
/** The areas that have borders, for maps. */
export async function shapesOf(ctx: Ctx): Promise<{ key: string; name: string; shape: MultiPolygon }[]> {
  const rows = await lately(ctx, 'shapes', () => shapes(ctx.db).execute({ m: ctx.scope.municipalityId }))
  return rows.map((row) => ({ key: row.key, name: inLanguage(row.name, ctx.language), shape: row.shape! }))
}
const byName = (ctx: Ctx) => (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, ctx.language)
