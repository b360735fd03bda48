import { and, eq, isNull, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound } from '#core/errors/errors.ts'
import { emailField } from '#core/http/form-fields.ts'
import { allow, allowAnyone } from '#core/permissions/permissions.ts'
import { followSubject, unfollowSubject } from '#core/trail/follow.server.ts'
import { follow } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { askToFollow } from '#modules/notices/server'
import { can } from '../permissions.ts'
import { wish } from '../schema.server.ts'
import { wishKinds } from './registry.ts'

const chosen = z.union([z.string(), z.array(z.string())]).optional().transform((its) => [...new Set([its ?? []].flat())].filter((key) => wishKinds().some((each) => each.key === key)))
export const wishForm = z.object({ when: chosen })
export const guestWishForm = z.object({ email: emailField, when: chosen })

/** I follow a place and want to hear at once of these, and of no other: what is not chosen ends. Throws SignInNeeded, NotFound. */
export async function keepWishes(ctx: Ctx, placeId: string, keys: string[]) {
  const me = allow(ctx, can.follow)
  await visible(ctx, placeId)
  await oneAtATime(ctx, `wishes of ${me.id}`)
  await followSubject(ctx, me, placeId, 'chosen')
  const [mine] = await ctx.db.select({ id: follow.id }).from(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.subjectId, placeId), eq(follow.personId, me.id)))
  await replace(ctx, mine!.id, placeId, keys)
}

/** I follow the place no more; my wishes of it end with that. Throws NotFound for what is no place's id. */
export async function endWishes(ctx: Ctx, placeId: string) {
  if (!isId(placeId)) throw new NotFound()
  await unfollowSubject(ctx, allow(ctx, can.follow), placeId)
}

/**
 * Someone without an account wants to hear by e-mail: the address's owner confirms first. Of an address that follows already
 * nothing changes, as anyone may write it here. Problems: email tooOften. @param from the asker's network address
 */
export async function wishByMail(ctx: Ctx, placeId: string, { email, when }: z.infer<typeof guestWishForm>, from: string): Promise<Mended | void> {
  allowAnyone(ctx, can.read)
  await visible(ctx, placeId)
  const problems = await askToFollow(ctx, { subjectId: placeId }, { email, rhythm: 'weekly' }, from)
  if (problems) return problems
  const [asked] = await ctx.db.select({ id: follow.id }).from(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.subjectId, placeId), eq(follow.email, email), isNull(follow.confirmedAt)))
  if (asked) await replace(ctx, asked.id, placeId, when)
}

async function replace(ctx: Ctx, followId: string, placeId: string, keys: string[]) {
  const its = and(eq(wish.municipalityId, ctx.scope.municipalityId), eq(wish.followId, followId))
  await ctx.db.delete(wish).where(keys.length ? and(its, notInArray(wish.what, keys)) : its)
  if (keys.length) await ctx.db.insert(wish).values(keys.map((what) => ({ ...ctx.scope, id: ctx.newId(), followId, placeId, what, createdAt: ctx.now }))).onConflictDoNothing()
}
async function visible(ctx: Ctx, placeId: string) {
  if ((await subjectOf(ctx, placeId, { kind: 'place' })).visibility !== 'public') throw new NotFound()
}

/** How a person follows a place and which wishes are theirs. One query. */
export async function myWishes(ctx: Ctx, placeId: string): Promise<{ following: boolean; chosen: string[] }> {
  if (ctx.actor.kind !== 'person') return { following: false, chosen: [] }
  const rows = await ctx.db.select({ id: follow.id, what: wish.what }).from(follow).leftJoin(wish, and(eq(wish.municipalityId, follow.municipalityId), eq(wish.followId, follow.id)))
    .where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.subjectId, placeId), eq(follow.personId, ctx.actor.id)))
  return { following: rows.length > 0, chosen: rows.flatMap((row) => row.what ?? []) }
}
