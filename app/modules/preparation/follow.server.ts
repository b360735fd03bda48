import type { Ctx } from '#core/context/context.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { followSubject, unfollowSubject } from '#core/trail/follow.server.ts'
import { publicMatter, visibleMatter } from './matter.server.ts'
import { can } from './permissions.ts'

/** I hear when the matter moves, in my usual rhythm. A second time changes nothing. Throws NotFound, SignInNeeded. */
export async function followMatter(ctx: Ctx, id: string) {
  const { subject } = await publicMatter(ctx, id)
  await followSubject(ctx, allow(ctx, can.follow, subject), id, 'chosen')
}
/** I hear no more. */
export async function unfollowMatter(ctx: Ctx, id: string) {
  const { subject } = await visibleMatter(ctx, id)
  await unfollowSubject(ctx, allow(ctx, can.follow, subject), id)
}
