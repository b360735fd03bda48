import { eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { place } from '#core/trail/schema.server.ts'
import { boxedAround, holderOf, nearestArea } from './areas.server.ts'
import { metresBetween } from './geo.ts'

/** What a person said of a place: a name, a point, both or neither. */
export type Said = { name?: string | undefined; longitude?: number | undefined; latitude?: number | undefined }
/** As columns of a subject. */
export type Located = { placeName: string | null; area: string | null; longitude: number | null; latitude: number | null }

/** A point this far from the municipality's centre is a mistake, not a place. In metres. */
export const farthest = 150_000
/** A known place this near names the point, in metres. */
const here = 1_000

/**
 * The place that was meant. A known place is found by its name in any language, also inflected ("Keijärvellä"); a point
 * gets the area whose borders hold it, else that of the nearest known place. An unknown name is kept as it was written. 'farAway': not in this municipality.
 */
export async function locate(ctx: Ctx, said: Said): Promise<Located | 'farAway'> {
  const name = said.name?.trim() || null
  const point = said.longitude === undefined || said.latitude === undefined ? null : { longitude: said.longitude, latitude: said.latitude }
  if (!name && !point) return { placeName: null, area: null, longitude: null, latitude: null }
  if (point && metresBetween(point, ctx.municipality) > farthest) return 'farAway'
  const known = await ctx.db.select().from(place).where(eq(place.municipalityId, ctx.scope.municipalityId))
  const names = known.flatMap((each) => Object.values(each.name ?? {}).map((its) => ({ its, place: each })))
  const named = name ? names.find((each) => fold(each.its) === fold(name)) ?? onlyOne(names.filter((each) => inflected(name, each.its))) : undefined
  if (!point) return named ? { placeName: name, area: named.place.area, longitude: named.place.longitude, latitude: named.place.latitude } : { placeName: name, area: null, longitude: null, latitude: null }
  const nearest = known.map((each) => ({ each, metres: metresBetween(point, each) })).sort((a, b) => a.metres - b.metres)[0]
  return {
    ...point, area: holderOf(point, await boxedAround(ctx, point)) ?? nearestArea(point, known) ?? named?.place.area ?? null,
    placeName: name ?? (nearest && nearest.metres < here ? nearest.each.name?.[ctx.language] ?? nearest.each.name?.fi ?? null : null),
  }
}

const fold = (text: string) => text.trim().toLocaleLowerCase('fi')
/** Is the one an ending or two away from the other? The last letter of a stem may change: Mäntylä, Mäntylän; Takamaa, Takamaalla. */
function inflected(written: string, name: string): boolean {
  const stem = fold(name).slice(0, -1)
  const given = fold(written)
  return stem.length >= 4 && given.startsWith(stem) && !given.includes(' ', stem.length) && given.length <= stem.length + 5
}
const onlyOne = <T extends { place: { id: string } }>(found: T[]): T | undefined => (new Set(found.map((each) => each.place.id)).size === 1 ? found[0] : undefined)
