import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Invalid } from '#core/errors/errors.ts'
import { topic } from '#core/trail/schema.server.ts'

/** A topic of this municipality. Throws Invalid('topicUnknown'): the form offers only its own. */
export async function topicById(ctx: Ctx, id: string): Promise<{ id: string; unitId: string }> {
  const [found] = await ctx.db.select({ id: topic.id, unitId: topic.unitId }).from(topic).where(and(eq(topic.municipalityId, ctx.scope.municipalityId), eq(topic.id, id)))
  if (!found) throw new Invalid('topicUnknown')
  return found
}
