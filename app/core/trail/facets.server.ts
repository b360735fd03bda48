import { asc, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { place, topic } from './schema.server.ts'

export type Choice = { id: string; name: string }

/** The municipality's topics in the reader's language. */
export async function topicsOf(ctx: Ctx): Promise<(Choice & { unitId: string; hints: string[]; key: string })[]> {
  const rows = await ctx.db.select().from(topic).where(eq(topic.municipalityId, ctx.scope.municipalityId)).orderBy(asc(topic.key))
  return rows.map((row) => ({ id: row.id, key: row.key, name: inLanguage(row.name, ctx.language), unitId: row.unitId, hints: row.hints })).sort(byName(ctx))
}
export async function unitsOf(ctx: Ctx): Promise<(Choice & { key: string })[]> {
  const rows = await ctx.db.select().from(unit).where(eq(unit.municipalityId, ctx.scope.municipalityId))
  return rows.map((row) => ({ id: row.id, key: row.key, name: inLanguage(row.name, ctx.language) })).sort(byName(ctx))
}
/** The known places; their areas are what lists are narrowed by. */
export async function placesOf(ctx: Ctx): Promise<(Choice & { area: string; longitude: number; latitude: number })[]> {
  const rows = await ctx.db.select().from(place).where(eq(place.municipalityId, ctx.scope.municipalityId))
  return rows.map((row) => ({ id: row.id, name: inLanguage(row.name, ctx.language), area: row.area, longitude: row.longitude, latitude: row.latitude })).sort(byName(ctx))
}
const byName = (ctx: Ctx) => (a: Choice, b: Choice) => a.name.localeCompare(b.name, ctx.language)
