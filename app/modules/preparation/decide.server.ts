import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended, problems } from '#core/errors/errors.ts'
import { record } from '#core/trail/record.server.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { changeSubject, summaryOf } from '#core/trail/subject.server.ts'
import { keepComing } from '#modules/meetings/server'
import { matterClosed, matterDecided, matterWithdrawn } from './events.server.ts'
import { longText, maybeUrl, sentence } from './input.ts'
import { keepSearch } from './keep-search.server.ts'
import { managedMatter, thisMatter } from './matter.server.ts'
import { byUnit } from './phases.server.ts'
import { saidAlready } from './said-already.server.ts'
import { matter } from './schema.server.ts'

export const deciding = z.object({ decision: longText(4000), decisionUrl: maybeUrl })

/**
 * Tells what was decided, in plain words and with where the decision itself is. Said again it is mended in place: the
 * trail and the followers hear of it once. Throws NotFound, Forbidden, Conflict('matterNotPublished').
 */
export async function decideMatter(ctx: Ctx, id: string, input: z.input<typeof deciding>): Promise<Mended | undefined> {
  const { matter: found } = await managedMatter(ctx, id)
  const its = deciding.parse(input)
  if (found.its.state !== 'published') throw new Conflict('matterNotPublished')
  if (its.decision.length < 10) return problems({ decision: its.decision ? 'tooShort' : 'required' })
  const first = found.its.decidedAt === null
  await ctx.db.update(matter).set({ decision: its.decision, decisionUrl: its.decisionUrl ?? '', ...(first ? { decidedAt: ctx.now } : {}) }).where(thisMatter(ctx, id))
  await keepSearch(ctx, id)
  if (!first) return
  const stage = isOpen(found.subject.stage) ? 'decision' as const : found.subject.stage
  await changeSubject(ctx, id, { stage })
  await record(ctx, matterDecided, { subjectId: id, stage, sentence: summaryOf(its.decision, 300), ...byUnit(found), data: { url: its.decisionUrl ?? '' } })
}

export const closing = z.object({ outcome: z.enum(['service', 'ended'], 'chooseOutcome'), sentence })

/**
 * A matter is ready: it became a service, or it ended and its sentence says why. Nothing is owed any more and nobody
 * speaks in it; its page stays. Throws NotFound, Forbidden, Conflict('matterNotPublished' | 'matterClosed').
 */
export async function closeMatter(ctx: Ctx, id: string, input: z.input<typeof closing>) {
  const { matter: found, me } = await managedMatter(ctx, id)
  const its = closing.parse(input)
  if (found.its.state !== 'published') throw new Conflict('matterNotPublished')
  if (!isOpen(found.subject.stage)) {
    if (await saidAlready(ctx, me, id, matterClosed, its.sentence)) return
    throw new Conflict('matterClosed')
  }
  await changeSubject(ctx, id, { stage: its.outcome, dueAt: null })
  await keepComing(ctx, id)
  await record(ctx, matterClosed, { subjectId: id, stage: its.outcome, sentence: its.sentence, ...byUnit(found), data: { outcome: its.outcome } })
}

export const withdrawing = z.object({ sentence })

/**
 * Takes a published matter back with a public sentence: it leaves the lists and owes nothing, and its page keeps its trail.
 * Throws NotFound, Forbidden, Conflict('matterNotPublished' | 'matterWithdrawn').
 */
export async function withdrawMatter(ctx: Ctx, id: string, input: z.input<typeof withdrawing>) {
  const { matter: found } = await managedMatter(ctx, id)
  const its = withdrawing.parse(input)
  if (found.its.state !== 'published') throw new Conflict('matterNotPublished')
  await changeSubject(ctx, id, { visibility: 'withdrawn', stage: 'ended', dueAt: null })
  await keepComing(ctx, id)
  await record(ctx, matterWithdrawn, { subjectId: id, stage: 'ended', sentence: its.sentence, ...byUnit(found) })
}
