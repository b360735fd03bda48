import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import type { Problems } from '#core/errors/errors.ts'
import { addLocalDays, atWallClock, isDay, wallClock } from '#core/time/local.ts'
import { subject } from '#core/trail/schema.server.ts'
import { experiment } from '../schema.server.ts'

/** What an experiment says of itself: before it, and after it what was learned. */
export type Experiment = { round: number; toLearn: string; seenFrom: string; endsOn: string; startedAt: Date; learned: string | null; endedAt: Date | null }
export type Questions = { toLearn: string; seenFrom: string; endsOn: string }

/** What keeps an experiment from starting: its three questions, and an end that is still to come. */
export function mistakesOfQuestions(its: Questions, now: Date): Problems {
  const found: Problems = {}
  if (its.toLearn.length < 10) found.toLearn = 'learnNeeded'
  if (its.seenFrom.length < 10) found.seenFrom = 'seenNeeded'
  if (!isDay(its.endsOn)) found.endsOn = 'endNeeded'
  else if (its.endsOn <= wallClock(now).day) found.endsOn = 'endPast'
  else if (its.endsOn > wallClock(addLocalDays(now, 731)).day) found.endsOn = 'endFar'
  return found
}

/** When the owner of an experiment owes what was learned: the reply time after its last day. */
export const dueAfterExperiment = (ctx: Pick<Ctx, 'municipality'>, endsOn: string): Date =>
  addLocalDays(atWallClock(endsOn, '12:00:00'), ctx.municipality.rules.replyDays, { endOfDay: true })

/** Starts the next round. The database lets one run at a time. */
export async function startExperiment(ctx: Ctx, ideaId: string, its: Questions) {
  await ctx.db.insert(experiment).values({ ...ctx.scope, ideaId, ...its, startedAt: ctx.now,
    round: sql`coalesce((select max(round) from ideas.experiment where municipality_id = ${ctx.scope.municipalityId} and idea_id = ${ideaId}), 0) + 1` })
}
/** Ends the running round with what was learned. */
export async function endExperiment(ctx: Ctx, ideaId: string, learned: string) {
  await ctx.db.update(experiment).set({ learned, endedAt: ctx.now })
    .where(and(eq(experiment.municipalityId, ctx.scope.municipalityId), eq(experiment.ideaId, ideaId), isNull(experiment.endedAt)))
}

const rounds = once((db) => db.select({ round: experiment.round, toLearn: experiment.toLearn, seenFrom: experiment.seenFrom, endsOn: experiment.endsOn, startedAt: experiment.startedAt, learned: experiment.learned, endedAt: experiment.endedAt }).from(experiment)
  .where(and(eq(experiment.municipalityId, sql.placeholder('m')), eq(experiment.ideaId, sql.placeholder('idea')))).orderBy(desc(experiment.round)).prepare('ideas_experiments'))

/** An idea's experiments, newest first; a running one has no `endedAt`. */
export async function experimentsOf(ctx: Ctx, ideaId: string): Promise<Experiment[]> {
  return rounds(ctx.db).execute({ m: ctx.scope.municipalityId, idea: ideaId })
}

/** The running experiments of these units' ideas whose last day is at most `days` away, soonest first. */
export async function experimentsEnding(ctx: Ctx, unitIds: string[], days: number): Promise<{ ideaId: string; endsOn: string }[]> {
  if (unitIds.length === 0) return []
  return ctx.db.select({ ideaId: experiment.ideaId, endsOn: experiment.endsOn }).from(experiment)
    .innerJoin(subject, and(eq(subject.municipalityId, experiment.municipalityId), eq(subject.id, experiment.ideaId)))
    .where(and(eq(experiment.municipalityId, ctx.scope.municipalityId), isNull(experiment.endedAt), lte(experiment.endsOn, wallClock(addLocalDays(ctx.now, days)).day), inArray(subject.ownerUnitId, unitIds)))
    .orderBy(asc(experiment.endsOn)).limit(500)
}
