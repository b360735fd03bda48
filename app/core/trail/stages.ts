/**
 * Where on the loop a thing stands. Every followable thing uses these seven, whatever its module calls them inside:
 * `waiting` is not public yet, `ended` carries its reason in the trail.
 */
export const stages = ['waiting', 'idea', 'developing', 'experiment', 'decision', 'service', 'ended'] as const
export type Stage = (typeof stages)[number]

/** Stages whose subject is still under way: it has an owner and may have a due date. */
export const openStages = ['idea', 'developing', 'experiment', 'decision'] as const satisfies readonly Stage[]
export const publicStages = ['idea', 'developing', 'experiment', 'decision', 'service', 'ended'] as const satisfies readonly Stage[]
export const isStage = (value: unknown): value is Stage => stages.includes(value as Stage)
