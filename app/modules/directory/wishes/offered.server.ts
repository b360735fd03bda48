import { and, eq, exists, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { inLanguage } from '#core/text/language.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { rightNow } from '../right-now.ts'
import { hours, place } from '../schema.server.ts'
import { myWishes } from './keep.server.ts'
import { wishKinds } from './registry.ts'

/** What may be wished of a place and what I have wished. */
export type Wishes = { placeId: string; following: boolean; offered: { key: string; name: string; chosen: boolean }[] }

/** The wishes of a place for its page: its kind, whether it has hours and what is known of it now are given. One query. */
export async function wishesAt(ctx: Ctx, its: { id: string; kind: string; hasHours: boolean; facts: string[] }): Promise<Wishes> {
  const mine = await myWishes(ctx, its.id)
  return { placeId: its.id, following: mine.following, offered: wishKinds().filter((each) => each.fits(its)).map((each) => ({ key: each.key, name: each.name[ctx.language], chosen: mine.chosen.includes(each.key) })) }
}

/** The same for a page of its own, with the place's name. Throws NotFound. */
export async function showWishes(ctx: Ctx, placeId: string): Promise<Wishes & { name: string }> {
  const its = await subjectOf(ctx, placeId, { kind: 'place' })
  if (its.visibility !== 'public') throw new NotFound()
  const [row] = await ctx.db.select({ kind: place.kind, hasHours: exists(ctx.db.select({ one: sql`1` }).from(hours).where(and(eq(hours.municipalityId, ctx.scope.municipalityId), eq(hours.ownerId, placeId)))) }).from(place).where(and(eq(place.municipalityId, ctx.scope.municipalityId), eq(place.id, placeId)))
  const facts = (await rightNow(ctx, [placeId])).get(placeId) ?? []
  return { ...await wishesAt(ctx, { id: placeId, kind: row!.kind, hasHours: row!.hasHours === true, facts: facts.map((each) => each.key) }), name: inLanguage(its.title, ctx.language) }
}
