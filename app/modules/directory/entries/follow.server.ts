import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { followSubject, unfollowSubject } from '#core/trail/follow.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { can } from '../permissions.ts'

/** I hear of a service or a provider. Throws SignInNeeded, NotFound. A place is followed with wishes (wishes/). */
export async function followEntry(ctx: Ctx, kind: 'service' | 'provider', id: string) {
  const me = allow(ctx, can.follow)
  if ((await subjectOf(ctx, id, { kind })).visibility !== 'public') throw new NotFound()
  await followSubject(ctx, me, id, 'chosen')
}
/** I hear of it no more; doing it twice changes nothing. Throws SignInNeeded, NotFound. */
export async function unfollowEntry(ctx: Ctx, id: string) {
  const me = allow(ctx, can.follow)
  if (!isId(id)) throw new NotFound()
  await unfollowSubject(ctx, me, id)
}
