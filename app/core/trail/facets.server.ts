import { asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { place, topic } from './schema.server.ts'

export type Choice = { id: string; name: string }

const m = sql.placeholder('m')
const topics = once((db) => db.select().from(topic).where(eq(topic.municipalityId, m)).orderBy(asc(topic.key)).prepare('trail_topics'))
const units = once((db) => db.select().from(unit).where(eq(unit.municipalityId, m)).prepare('trail_units'))
const places = once((db) => db.select().from(place).where(eq(place.municipalityId, m)).prepare('trail_places'))
const areas = once((db) => db.selectDistinct({ area: place.area }).from(place).where(eq(place.municipalityId, m)).prepare('trail_areas'))

/**
 * Topics, units and places change a few times a year and stand on every list: what reading connections have read of them
 * is kept for five seconds. A command, in its transaction, always reads them anew.
 */
const kept = new WeakMap<object, Map<string, { at: number; rows: Promise<unknown[]> }>>()
function lately<T>(ctx: Ctx, name: string, read: () => Promise<T[]>): Promise<T[]> {
  const mine = kept.get(ctx.db) ?? new Map<string, { at: number; rows: Promise<unknown[]> }>()
  if (mine.size === 0) kept.set(ctx.db, mine)
  const found = mine.get(name)
  if (found && Date.now() - found.at < 5000) return found.rows as Promise<T[]>
  const rows = read()
  mine.set(name, { at: Date.now(), rows })
  rows.catch(() => mine.delete(name))
  return rows
}
/** The municipality's topics in the reader's language. */
export async function topicsOf(ctx: Ctx): Promise<(Choice & { unitId: string; hints: string[]; key: string })[]> {
  const rows = await lately(ctx, 'topics', () => topics(ctx.db).execute({ m: ctx.scope.municipalityId }))
  return rows.map((row) => ({ id: row.id, key: row.key, name: inLanguage(row.name, ctx.language), unitId: row.unitId, hints: row.hints })).sort(byName(ctx))
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
/** The parts of the municipality that its places lie in. */
export async function areasOf(ctx: Ctx): Promise<string[]> {
  return (await lately(ctx, 'areas', () => areas(ctx.db).execute({ m: ctx.scope.municipalityId }))).map((row) => row.area).sort((a, b) => a.localeCompare(b, ctx.language))
}
const byName = (ctx: Ctx) => (a: Choice, b: Choice) => a.name.localeCompare(b.name, ctx.language)
