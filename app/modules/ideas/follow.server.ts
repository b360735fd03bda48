import type { Ctx } from '#core/context/context.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { followSubject, unfollowSubject } from '#core/trail/follow.server.ts'
import { can } from './permissions.ts'
import { publicIdea, visibleIdea } from './public-idea.server.ts'

/** I hear when the idea moves, in my usual rhythm. A second time changes nothing. Throws NotFound, SignInNeeded. */
export async function followIdea(ctx: Ctx, ideaId: string) {
  const idea = await publicIdea(ctx, ideaId)
  await followSubject(ctx, allow(ctx, can.follow, idea), ideaId, 'chosen')
}
/** I hear no more. */
export async function unfollowIdea(ctx: Ctx, ideaId: string) {
  const idea = await visibleIdea(ctx, ideaId)
  await unfollowSubject(ctx, allow(ctx, can.follow, idea), ideaId)
}
