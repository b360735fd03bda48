import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { record } from '#core/trail/record.server.ts'
import { ideaSupported } from './events.server.ts'
import { can } from './permissions.ts'
import { publicIdea } from './public-idea.server.ts'
import { support } from './schema.server.ts'

/** Adds my support and follows the idea; a second time changes nothing. Throws NotFound, Conflict('ideaClosed'), Forbidden. */
export async function supportIdea(ctx: Ctx, ideaId: string) {
  const idea = await publicIdea(ctx, ideaId)
  const me = allow(ctx, can.support, idea)
  if (!isOpen(idea.stage)) throw new Conflict('ideaClosed')
  const added = await ctx.db.insert(support).values({ ...ctx.scope, ideaId, personId: me.id, at: ctx.now }).onConflictDoNothing().returning()
  if (added.length === 0) return
  await record(ctx, ideaSupported, { subjectId: ideaId })
  await followSubject(ctx, me, ideaId, 'supporter')
}

/** Takes my support back; a second time changes nothing. */
export async function withdrawSupport(ctx: Ctx, ideaId: string) {
  const idea = await publicIdea(ctx, ideaId)
  const me = allow(ctx, can.support, idea)
  await ctx.db.delete(support).where(and(eq(support.municipalityId, ctx.scope.municipalityId), eq(support.ideaId, ideaId), eq(support.personId, me.id)))
}
