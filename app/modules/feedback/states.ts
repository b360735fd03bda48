import type { Stage } from '#core/trail/stages.ts'

/** Where a report stands, as its sender sees it. `elsewhere`: someone else's to mend, forwarded; `merged`: the same as an earlier one. */
export const reportStates = ['received', 'planned', 'underWay', 'elsewhere', 'done', 'cannot', 'merged'] as const
export type ReportState = (typeof reportStates)[number]
export const isReportState = (value: unknown): value is ReportState => reportStates.includes(value as ReportState)

/**
 * The rule of a report's life, one row a state: its stage for lists of all kinds, whether it still waits for someone
 * (`open`: Open311's word too), and where it may go. A closed one may always come back: "closed but not fixed" is a state
 * of the world, not a mistake of the sender's.
 */
export const stateRules: Record<ReportState, { stage: Stage; open: boolean; to: readonly ReportState[] }> = {
  received: { stage: 'idea', open: true, to: ['planned', 'underWay', 'elsewhere', 'done', 'cannot', 'merged'] },
  planned: { stage: 'developing', open: true, to: ['received', 'underWay', 'elsewhere', 'done', 'cannot', 'merged'] },
  underWay: { stage: 'experiment', open: true, to: ['received', 'planned', 'elsewhere', 'done', 'cannot', 'merged'] },
  elsewhere: { stage: 'decision', open: true, to: ['received', 'planned', 'underWay', 'done', 'cannot', 'merged'] },
  done: { stage: 'service', open: false, to: ['received'] },
  cannot: { stage: 'ended', open: false, to: ['received'] },
  merged: { stage: 'ended', open: false, to: ['received'] },
}
export const openStates = reportStates.filter((each) => stateRules[each].open)

/** How urgent, from the least: the numbers are the order. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof priorities)[number]

/** People who say "me too" raise a report's priority: this many of them, by so many steps over its category's. */
export const raises: { people: number; steps: number }[] = [{ people: 3, steps: 1 }, { people: 10, steps: 2 }]
/** The priority of a report, from its category's (0–3) and how many have met the same thing. */
export const raisedPriority = (base: number, people: number): number => Math.min(3, base + (raises.findLast((each) => people >= each.people)?.steps ?? 0))
