import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { followSubject, unfollowSubject } from '#core/trail/follow.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { elsewhereOf } from './linking/elsewhere.server.ts'
import { initiativeOf, mustAllow } from './open.server.ts'
import { can } from './permissions.ts'

/** I hear what becomes of it, while there is something to hear. Throws NotFound, SignInNeeded, Conflict('notNow') after the decision. */
export async function followInitiative(ctx: Ctx, id: string) {
  const subject = await subjectOf(ctx, id, { kind: 'initiative' })
  if (subject.visibility !== 'public') throw new NotFound()
  const me = allow(ctx, can.follow, subject)
  if (!(await elsewhereOf(ctx, id))) mustAllow(await initiativeOf(ctx, id), 'follow')
  await followSubject(ctx, me, id, 'chosen')
}
/** I hear no more. */
export async function unfollowInitiative(ctx: Ctx, id: string) {
  await unfollowSubject(ctx, allow(ctx, can.follow, await subjectOf(ctx, id, { kind: 'initiative' })), id)
}
