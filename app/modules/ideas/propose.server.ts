import { eq, and } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { topic } from '#core/trail/schema.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { ideaSent } from './events.server.ts'
import { can } from './permissions.ts'
import { idea } from './schema.server.ts'

/** What an idea needs: a title and a few sentences. Everything else is optional. */
export const proposal = z.object({
  title: z.string().trim().min(1, 'required').min(5, 'tooShort').max(150, 'tooLong'),
  text: z.string().trim().min(1, 'required').min(10, 'tooShort').max(5000, 'tooLong'),
  kind: z.enum(['idea', 'need']).default('idea'),
  topicId: z.uuid().optional(),
  /** made by the form, so that sending twice is one idea */ sendKey: z.string().max(60).optional(),
})
export type Proposal = z.input<typeof proposal>

/** Sends an idea by someone signed in: it is public at once, has an owner by its topic and a due date for the first reply. */
export async function proposeIdea(ctx: Ctx, input: Proposal): Promise<{ id: string }> {
  const me = allowAnyone(ctx, can.propose)
  const its = proposal.parse(input)
  const id = ctx.newId()
  const [about] = its.topicId ? await ctx.db.select().from(topic).where(and(eq(topic.municipalityId, ctx.scope.municipalityId), eq(topic.id, its.topicId))) : []
  await keepSubject(ctx, {
    id, kind: 'idea', language: ctx.language, title: { [ctx.language]: its.title }, text: its.text, stage: 'idea', visibility: 'public',
    authorPersonId: me.kind === 'person' ? me.id : null, authorOrganisationId: me.kind === 'person' ? me.as?.id ?? null : null,
    ownerUnitId: about?.unitId ?? null, topicId: about?.id ?? null, dueAt: dueAfter(ctx, ctx.municipality.rules.replyDays),
  })
  await ctx.db.insert(idea).values({ ...ctx.scope, id, kind: its.kind, text: its.text, sendKey: its.sendKey ?? null })
  await record(ctx, ideaSent, { subjectId: id, stage: 'idea' })
  if (me.kind === 'person') await followSubject(ctx, me, id, 'author')
  return { id }
}
