import type { Ctx } from '#core/context/context.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { lookAt } from '#modules/moderation/server'
import { ideaSent } from '../events.server.ts'
import { keepIdea } from './keep-idea.server.ts'
import { type Proposal, proposal } from './propose.server.ts'

/**
 * Publishes an idea in a unit's name: the unit found it in what somebody said, who let it be told without a name or said
 * nothing. It has no author; the unit stands on its trail, and owns it when no topic is suggested. Checks nothing of who
 * asks: the caller has. Throws Invalid('farAway'); the shape is checked by `proposal`.
 */
export async function proposeFor(ctx: Ctx, input: Proposal, unitId: string): Promise<{ id: string; visibility: 'public' | 'hidden' }> {
  const its = proposal.parse(input)
  const id = await keepIdea(ctx, { ...its, pictures: [], sendKey: null, author: { personId: null, organisationId: null }, unitId })
  await record(ctx, ideaSent, { subjectId: id, stage: 'idea', unitId })
  if (await lookAt(ctx, { subjectId: id, text: `${its.title}\n${its.text}` }) === 'fine') return { id, visibility: 'public' }
  await changeSubject(ctx, id, { visibility: 'hidden' })
  return { id, visibility: 'hidden' }
}
