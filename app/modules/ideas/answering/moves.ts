import type { Stage } from '#core/trail/stages.ts'
import type { Outcome } from '../schema.server.ts'

/**
 * Where an idea may go from each stage by an official's word. What has ended may come back only when its ending said so.
 * `waiting` is not an official's: the sender confirms it.
 */
export const moves: Record<Stage, readonly Stage[]> = {
  waiting: [],
  idea: ['developing', 'experiment', 'decision', 'service', 'ended'],
  developing: ['experiment', 'decision', 'service', 'ended'],
  experiment: ['developing', 'decision', 'service', 'ended'],
  decision: ['developing', 'experiment', 'service', 'ended'],
  service: ['developing', 'ended'],
  ended: ['idea', 'developing'],
}

/** The stages open to an idea now. */
export function movesFrom(stage: Stage, its: { mayReturn: boolean }): readonly Stage[] {
  return stage === 'ended' && !its.mayReturn ? [] : moves[stage]
}

/**
 * Where an answer takes an idea. Forward starts the development of what has not started; the others end it.
 * A wish that already is a service stays one when the answer only shows where it is.
 */
export function stageAfterAnswer(outcome: Outcome, stage: Stage): Stage {
  if (outcome === 'forward') return stage === 'idea' || stage === 'ended' ? 'developing' : stage
  return outcome === 'exists' && stage === 'service' ? 'service' : 'ended'
}

/** Outcomes whose idea may come back without a new answer. */
export const mayReturnAfter = (outcome: Outcome): boolean => outcome === 'notNow'
