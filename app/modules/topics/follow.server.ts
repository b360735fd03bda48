import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { type FollowTarget, followTarget, type Near, unfollowTarget } from '#core/trail/follow.server.ts'
import { rhythms } from '#core/trail/schema.server.ts'
import { can } from './permissions.ts'

export const rhythmForm = z.object({ rhythm: z.enum(rhythms, 'required').optional() })
type Target = Exclude<FollowTarget, { near: Near }>

/** I hear of what happens around a topic, an area or a unit, in the rhythm given or in my usual one. Throws NotFound, SignInNeeded. */
export async function followAround(ctx: Ctx, target: Target, { rhythm }: z.infer<typeof rhythmForm>) {
  await followTarget(ctx, allow(ctx, can.follow), target, { rhythm })
}
/** I hear no more; a second time changes nothing. */
export async function unfollowAround(ctx: Ctx, target: Target) {
  await unfollowTarget(ctx, allow(ctx, can.follow), target)
}
