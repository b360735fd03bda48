import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject, subjectOf } from '#core/trail/subject.server.ts'
import { ideaWithdrawn } from './events.server.ts'
import { can } from './permissions.ts'

export const withdrawal = z.object({ why: z.string().trim().max(500, 'tooLong').default('') })

/**
 * I take my idea back: it leaves the lists and owes nobody an answer, its page says so, its words stay in the history and
 * everyone who follows it (supporters do) is told. Doing it twice changes nothing. Throws NotFound, Forbidden, Conflict('ideaClosed').
 */
export async function withdrawIdea(ctx: Ctx, ideaId: string, input: z.input<typeof withdrawal> = {}) {
  const idea = await subjectOf(ctx, ideaId, { lock: true, kind: 'idea' })
  allow(ctx, can.withdraw, idea)
  const { why } = withdrawal.parse(input)
  if (idea.visibility === 'withdrawn') return
  // Words that a moderator has hidden must not come back through the history of a withdrawn idea.
  if (idea.visibility !== 'public' || !isOpen(idea.stage)) throw new Conflict('ideaClosed')
  await changeSubject(ctx, ideaId, { visibility: 'withdrawn', stage: 'ended', dueAt: null })
  await record(ctx, ideaWithdrawn, { subjectId: ideaId, stage: 'ended', ...(why ? { sentence: why } : {}) })
}
