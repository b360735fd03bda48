import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { followSubject, unfollowSubject } from '#core/trail/follow.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { can } from './permissions.ts'

/** I hear when the item moves or is decided. A second time changes nothing. */
export async function followItem(ctx: Ctx, id: string) {
  const its = await subjectOf(ctx, id, { kind: 'agendaItem' })
  if (its.visibility !== 'public') throw new NotFound()
  await followSubject(ctx, allow(ctx, can.follow), id, 'chosen')
}
/** I hear no more. */
export async function unfollowItem(ctx: Ctx, id: string) {
  await subjectOf(ctx, id, { kind: 'agendaItem' })
  await unfollowSubject(ctx, allow(ctx, can.follow), id)
}
