import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended, type Problems } from '#core/errors/errors.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { record } from '#core/trail/record.server.ts'
import { event } from '#core/trail/schema.server.ts'
import { type Stage, stages } from '#core/trail/stages.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { can } from '../permissions.ts'
import { experimentLearned, ideaMoved } from './events.server.ts'
import { dueAfterExperiment, endExperiment, mistakesOfQuestions, startExperiment } from './experiment.server.ts'
import { holdIdea, nextStepDays, saidAlready } from './for-officials.server.ts'
import { movesFrom } from './moves.ts'

const words = (max: number) => z.string().trim().max(max, 'tooLong').default('')
/** A move as its form sends it. Which of the questions must be answered depends on where from and where to. */
export const moveForm = z.object({
  to: z.enum(stages, 'chooseStage').optional(),
  /** the stage that its sender saw */ from: z.enum(stages).optional(),
  sentence: words(1000), mayReturn: z.literal('on').optional(),
  toLearn: words(1000), seenFrom: words(1000), endsOn: words(10), learned: words(4000),
})
export type MoveInput = z.input<typeof moveForm>

/**
 * Moves an idea to another stage with a public sentence that its followers hear. Into an experiment its three questions
 * are answered, out of it what was learned. A move is the owner's word: it counts as the first reply, and it gives the next
 * due date (idea: the reply time; experiment: the reply time after its end; otherwise `nextStepDays`; service and ended: none).
 * Throws NotFound, Forbidden, Conflict('stageChanged' and those of `holdIdea`).
 */
export async function moveIdea(ctx: Ctx, ideaId: string, input: MoveInput): Promise<Mended | { stage: Stage }> {
  const { idea, me } = await holdIdea(ctx, ideaId, can.move)
  const its = moveForm.parse(input)
  if (its.from && its.from !== idea.stage && its.to === idea.stage && await saidAlready(ctx, me, ideaId, ideaMoved, its.sentence)) return { stage: idea.stage }
  if (its.from && its.from !== idea.stage) throw new Conflict('stageChanged')
  if (!idea.ownerUnitId) throw new Conflict('noOwnerUnit')
  const { to } = its
  const found: Problems = {}
  if (!to) found.to = 'chooseStage'
  else if (!movesFrom(idea.stage, { mayReturn: idea.stage === 'ended' && await mayReturn(ctx, ideaId) }).includes(to)) found.to = 'notAllowed'
  if (!its.sentence) found.sentence = 'required'
  else if (its.sentence.length < 10) found.sentence = 'sentenceShort'
  if (to === 'experiment') Object.assign(found, mistakesOfQuestions(its, ctx.now))
  if (idea.stage === 'experiment' && its.learned.length < 10) found.learned = 'learnedNeeded'
  if (!to || Object.keys(found).length) return { problems: found }

  const unitId = idea.ownerUnitId
  if (idea.stage === 'experiment') {
    await endExperiment(ctx, ideaId, its.learned)
    // a moment before the move, so that the trail tells them in the order they happened
    await record(ctx, experimentLearned, { subjectId: ideaId, unitId, stage: 'experiment', sentence: its.learned, at: new Date(ctx.now.getTime() - 1) })
  }
  const questions = { toLearn: its.toLearn, seenFrom: its.seenFrom, endsOn: its.endsOn }
  if (to === 'experiment') await startExperiment(ctx, ideaId, questions)
  await changeSubject(ctx, ideaId, { stage: to, answeredAt: idea.answeredAt ?? ctx.now, dueAt: dueFor(ctx, to, its.endsOn) })
  await record(ctx, ideaMoved, {
    subjectId: ideaId, stage: to, unitId, sentence: its.sentence,
    data: { from: idea.stage, to, mayReturn: to === 'ended' && its.mayReturn === 'on', ...(to === 'experiment' ? questions : {}) },
  })
  return { stage: to }
}

function dueFor(ctx: Ctx, to: Stage, endsOn: string): Date | null {
  if (to === 'service' || to === 'ended') return null
  if (to === 'experiment') return dueAfterExperiment(ctx, endsOn)
  return dueAfter(ctx, to === 'idea' ? ctx.municipality.rules.replyDays : nextStepDays(ctx))
}

/** Did the idea's ending say that it may come back? The newest event that ended it knows. */
export async function mayReturn(ctx: Ctx, ideaId: string): Promise<boolean> {
  const [ending] = await ctx.db.select({ data: event.data }).from(event)
    .where(and(eq(event.municipalityId, ctx.scope.municipalityId), eq(event.subjectId, ideaId), eq(event.onTrail, true), eq(event.stage, 'ended')))
    .orderBy(desc(event.at), desc(event.id)).limit(1)
  return ending?.data.mayReturn === true
}
