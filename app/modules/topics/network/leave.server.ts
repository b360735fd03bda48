import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { idOfLink } from '#core/context/link-token.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { networkPurpose } from '#core/notices/stop.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { professional, topic } from '#core/trail/schema.server.ts'

/** Which membership a link of a letter ends (`leaveToken`): signed by the house, so that no sign-in is needed. */
function membership(ctx: Ctx, token: string) {
  const id = idOfLink(ctx, networkPurpose, token)
  if (!id) throw new NotFound()
  return and(eq(professional.municipalityId, ctx.scope.municipalityId), eq(professional.id, id))
}
/** What the page of the link shows: the network's topic, null when it has been left. Throws NotFound for a link that the house has not signed. */
export async function showLeave(ctx: Ctx, token: string): Promise<{ topic: { id: string; name: string } | null }> {
  const [row] = await ctx.db.select({ id: topic.id, name: topic.name }).from(professional).innerJoin(topic, and(eq(topic.municipalityId, professional.municipalityId), eq(topic.id, professional.topicId))).where(membership(ctx, token))
  return { topic: row ? { id: row.id, name: inLanguage(row.name, ctx.language) } : null }
}
/** Leaves the network, at once and without sign-in (RFC 8058); a second time changes nothing. */
export async function leaveByLink(ctx: Ctx, token: string) {
  await ctx.db.delete(professional).where(membership(ctx, token))
}
