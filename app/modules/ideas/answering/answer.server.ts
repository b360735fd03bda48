import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, Forbidden, type Mended, NotFound, type Problems } from '#core/errors/errors.ts'
import type { Person } from '#core/identity/actor.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject, type Subject, summaryOf } from '#core/trail/subject.server.ts'
import { can } from '../permissions.ts'
import { answer, type Outcome } from '../schema.server.ts'
import { type AnswerForm, answerForm, type AnswerInput, mistakesOfAnswer, mistakesOfDraft } from './answer-rules.server.ts'
import { draftsOf, seenOf } from './answers.server.ts'
import { ideaAnswered } from './events.server.ts'
import { type Held, holdIdea, nextStepDays, saidAlready } from './for-officials.server.ts'
import { mayReturnAfter, stageAfterAnswer } from './moves.ts'

/** An idea of many, and what its answers were when the official chose it. */
export type Chosen = { ideaId: string; seen: string }

/**
 * Keeps an answer as the idea's one draft, which colleagues read and edit. `seen` is what its writer started from.
 * Throws NotFound, Forbidden, Conflict (see `holdIdea`, `asSeen`).
 */
export async function saveDraft(ctx: Ctx, ideaId: string, input: AnswerInput): Promise<Mended | { saved: true }> {
  const { idea, me } = await holdIdea(ctx, ideaId, can.answer)
  const its = answerForm.parse(input)
  const mistakes = mistakesOfDraft(its)
  if (mistakes) return { problems: mistakes }
  await asSeen(ctx, ideaId, its.seen)
  await writeDraft(ctx, me, idea, its)
  return { saved: true }
}

/** Throws the draft away; nothing published is touched. Doing it twice changes nothing. */
export async function removeDraft(ctx: Ctx, ideaId: string) {
  await holdIdea(ctx, ideaId, can.answer)
  await ctx.db.delete(answer).where(and(eq(answer.municipalityId, ctx.scope.municipalityId), eq(answer.ideaId, ideaId), isNull(answer.publishedAt)))
}

/**
 * Publishes an answer: the idea's stage, due date and trail follow from its outcome, and its followers hear.
 * Of two officials who publish at once the second gets Conflict('answeredMeanwhile'); the same form sent twice is one answer.
 */
export async function answerIdea(ctx: Ctx, ideaId: string, input: AnswerInput): Promise<Mended | { answered: number }> {
  const { idea, me } = await holdIdea(ctx, ideaId, can.answer)
  const its = answerForm.parse(input)
  const mistakes = mistakesOfAnswer(its, idea.stage)
  if (mistakes) return { problems: mistakes }
  if (await saidAlready(ctx, me, ideaId, ideaAnswered, sentenceOf(its))) return { answered: 1 }
  await asSeen(ctx, ideaId, its.seen)
  const answerId = await writeDraft(ctx, me, idea, its)
  await publish(ctx, idea, answerId, { ...its, outcome: its.outcome! })
  return { answered: 1 }
}

/**
 * The same answer to several ideas: all of them, or none. What is in the way of one is returned as `idea.<id>`.
 * Each idea has an answer, an event and a due date of its own, so that the followers of each hear.
 */
export async function answerIdeas(ctx: Ctx, chosen: Chosen[], input: Omit<AnswerInput, 'seen'>): Promise<Mended | { answered: number }> {
  const its = answerForm.parse(input)
  const { held, problems, done } = await holdAll(ctx, chosen, sentenceOf(its))
  Object.assign(problems, mistakesOfAnswer(its, 'idea'))
  for (const { idea } of held) { const mistakes = mistakesOfAnswer(its, idea.stage); if (mistakes?.outcome === 'experimentRunning') problems[`idea.${idea.id}`] = 'experimentRunning' }
  if (Object.keys(problems).length) return { problems }
  for (const { idea, me } of held) await publish(ctx, idea, await writeDraft(ctx, me, idea, its), { ...its, outcome: its.outcome! })
  return { answered: held.length + done }
}

/** Publishes the drafts of several ideas as they were seen: all of them, or none. */
export async function publishDrafts(ctx: Ctx, chosen: Chosen[]): Promise<Mended | { published: number }> {
  const { held, problems } = await holdAll(ctx, chosen)
  const drafts = new Map((held.length ? await draftsOf(ctx, held.map(({ idea }) => idea.id)) : []).map((draft) => [draft.ideaId, draft]))
  for (const { idea } of held) {
    const draft = drafts.get(idea.id)
    const mistakes = draft && mistakesOfAnswer({ outcome: draft.outcome, reason: draft.reason, url: draft.url ?? '', whose: draft.whose ?? '', seen: '' }, idea.stage)
    if (!draft) problems[`idea.${idea.id}`] = 'noDraft'
    else if (mistakes) problems[`idea.${idea.id}`] = Object.values(mistakes)[0]!
  }
  if (Object.keys(problems).length) return { problems }
  for (const { idea } of held) { const draft = drafts.get(idea.id)!; await publish(ctx, idea, draft.id, { ...draft, url: draft.url ?? '', whose: draft.whose ?? '' }) }
  return { published: held.length }
}

/** Holds every chosen idea, always in the same order so that two officials never wait for each other in a ring. */
async function holdAll(ctx: Ctx, chosen: Chosen[], sentence?: string): Promise<{ held: Held[]; problems: Problems; /** said by this official a moment ago */ done: number }> {
  const each = [...new Map(chosen.map((one) => [one.ideaId, one])).values()].sort((a, b) => (a.ideaId < b.ideaId ? -1 : 1))
  if (each.length === 0) return { held: [], problems: { ideas: 'noneChosen' }, done: 0 }
  if (each.length > 100) return { held: [], problems: { ideas: 'tooMany' }, done: 0 }
  const held: Held[] = []
  const problems: Problems = {}
  let done = 0
  for (const one of each) {
    try {
      const its = await holdIdea(ctx, one.ideaId, can.answer)
      if (sentence !== undefined && await saidAlready(ctx, its.me, one.ideaId, ideaAnswered, sentence)) { done++; continue }
      held.push(its)
      await asSeen(ctx, one.ideaId, one.seen)
    } catch (cause) {
      if (each.length === 1 && cause instanceof Forbidden) throw cause
      if (!(cause instanceof Conflict || cause instanceof Forbidden || cause instanceof NotFound)) throw cause
      problems[`idea.${one.ideaId}`] = cause instanceof Conflict ? cause.code : 'notYours'
    }
  }
  return { held, problems, done }
}

/** Throws Conflict('answeredMeanwhile' | 'draftChanged') when the answers are no longer what the official saw. */
async function asSeen(ctx: Ctx, ideaId: string, seen: string) {
  const [published = '', draft = ''] = seen.split('~')
  const [publishedNow = '', draftNow = ''] = (await seenOf(ctx, [ideaId])).get(ideaId)!.split('~')
  if (published !== publishedNow) throw new Conflict('answeredMeanwhile')
  if (draft !== draftNow) throw new Conflict('draftChanged')
}

/** Writes the one draft of an idea, new or changed. Returns its id. Throws Conflict('noOwnerUnit'). */
async function writeDraft(ctx: Ctx, me: Person, idea: Subject, its: AnswerForm): Promise<string> {
  if (!idea.ownerUnitId) throw new Conflict('noOwnerUnit')
  const values = { outcome: its.outcome!, reason: its.reason, url: its.url || null, whose: its.whose || null, unitId: idea.ownerUnitId, authorPersonId: me.id, draftedAt: ctx.now }
  const [changed] = await ctx.db.update(answer).set(values)
    .where(and(eq(answer.municipalityId, ctx.scope.municipalityId), eq(answer.ideaId, idea.id), isNull(answer.publishedAt))).returning({ id: answer.id })
  if (changed) return changed.id
  const id = ctx.newId()
  await ctx.db.insert(answer).values({ ...ctx.scope, id, ideaId: idea.id, ...values })
  return id
}

/** The answer's beginning, for the trail. */
const sentenceOf = (its: { reason: string }) => summaryOf(its.reason, 400)

async function publish(ctx: Ctx, idea: Subject, answerId: string, its: { outcome: Outcome; reason: string; url: string; whose: string }) {
  const stage = stageAfterAnswer(its.outcome, idea.stage)
  // An experiment keeps the due date that its own end gave it.
  const dueAt = !isOpen(stage) ? null : stage === 'experiment' ? idea.dueAt : dueAfter(ctx, nextStepDays(ctx))
  const unitId = idea.ownerUnitId!
  await ctx.db.update(answer).set({ publishedAt: ctx.now, unitId }).where(and(eq(answer.municipalityId, ctx.scope.municipalityId), eq(answer.id, answerId)))
  await changeSubject(ctx, idea.id, { stage, dueAt, answeredAt: idea.answeredAt ?? ctx.now })
  await record(ctx, ideaAnswered, {
    subjectId: idea.id, stage, unitId, sentence: sentenceOf(its),
    data: { outcome: its.outcome, answerId, mayReturn: mayReturnAfter(its.outcome), ...(its.url ? { url: its.url } : {}), ...(its.whose ? { whose: its.whose } : {}) },
  })
}
