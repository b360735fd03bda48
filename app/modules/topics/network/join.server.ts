import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { professional, topic } from '#core/trail/schema.server.ts'
import { findingIn, mayWrite } from '#modules/moderation/server'
import { can } from '../permissions.ts'

const words = (most: number) => z.string().trim().max(most, 'tooLong').refine((text) => !text.includes('\0'), 'invalid').default('')
/** What is asked of who offers skills: what they know, what they would do with it, and whether the topic's page may show them. */
export const joinForm = z.object({ skill: words(80).pipe(z.string().min(2, 'required')), offer: words(300), shown: z.string().optional().transform((value) => value !== undefined) })
export type Joining = z.input<typeof joinForm>

/**
 * I offer my skills to a topic's network, or say it anew. What would stop for a moderator's look is not taken to be
 * shown: nothing here waits. What a moderator has taken from view stays so. Returns what is to be mended (`notShown`,
 * `tooOften`); throws NotFound for a topic that is not there or has been merged.
 */
export async function joinNetwork(ctx: Ctx, topicId: string, input: Joining): Promise<Mended | void> {
  const me = allow(ctx, can.join)
  const its = joinForm.parse(input)
  const [found] = isId(topicId) ? await ctx.db.select({ id: topic.id, mergedInto: topic.mergedInto }).from(topic).where(and(eq(topic.municipalityId, ctx.scope.municipalityId), eq(topic.id, topicId))).for('share') : []
  if (!found || found.mergedInto) throw new NotFound()
  if (its.shown && findingIn(ctx, `${its.skill}\n${its.offer}`)) return problems({ offer: 'notShown' })
  if (!(await mayWrite(ctx))) return problems({ form: 'tooOften' })
  await ctx.db.insert(professional).values({ ...ctx.scope, id: ctx.newId(), topicId, personId: me.id, since: ctx.now, ...its })
    .onConflictDoUpdate({ target: [professional.municipalityId, professional.topicId, professional.personId], set: its })
}

/** I leave a topic's network; twice changes nothing. */
export async function leaveNetwork(ctx: Ctx, topicId: string) {
  const me = allow(ctx, can.follow)
  if (!isId(topicId)) throw new NotFound()
  await ctx.db.delete(professional).where(and(eq(professional.municipalityId, ctx.scope.municipalityId), eq(professional.topicId, topicId), eq(professional.personId, me.id)))
}

/** Takes a professional's words from the topic's page for good; they stay in the network, and officials can still ask them. */
export async function hideProfessional(ctx: Ctx, topicId: string, id: string) {
  allow(ctx, can.hideProfessional)
  if (!isId(id) || !isId(topicId)) throw new NotFound()
  await ctx.db.update(professional).set({ hiddenAt: ctx.now }).where(and(eq(professional.municipalityId, ctx.scope.municipalityId), eq(professional.topicId, topicId), eq(professional.id, id)))
}
