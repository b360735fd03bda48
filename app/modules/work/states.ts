import type { Stage } from '#core/trail/stages.ts'
import type { ReportState } from '#modules/feedback/ui'

export const orderStates = ['new', 'planned', 'underWay', 'done', 'cannot', 'merged'] as const
export type OrderState = (typeof orderStates)[number]

/** The rule of a work order's life, one row a state: its stage, what its reports become with it, and where it may go. */
export const orderRules: Record<OrderState, { stage: Stage; open: boolean; report: ReportState | null; to: readonly OrderState[] }> = {
  new: { stage: 'idea', open: true, report: null, to: ['planned', 'underWay', 'done', 'cannot', 'merged'] },
  planned: { stage: 'developing', open: true, report: 'planned', to: ['new', 'underWay', 'done', 'cannot', 'merged'] },
  underWay: { stage: 'experiment', open: true, report: 'underWay', to: ['planned', 'done', 'cannot', 'merged'] },
  done: { stage: 'service', open: false, report: 'done', to: ['underWay'] },
  cannot: { stage: 'ended', open: false, report: 'cannot', to: ['planned', 'underWay'] },
  merged: { stage: 'ended', open: false, report: null, to: [] },
}
