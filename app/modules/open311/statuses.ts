import type { ReportState } from '#modules/feedback/ui'

/** What a request update's status may be (FixMyStreet's extension), and what it means here. */
export const statuses = ['OPEN', 'CLOSED', 'FIXED', 'IN_PROGRESS', 'ACTION_SCHEDULED', 'INVESTIGATING', 'DUPLICATE', 'NOT_COUNCILS_RESPONSIBILITY', 'NO_FURTHER_ACTION', 'INTERNAL_REFERRAL', 'FOR_TRIAGE', 'CANCELLED', 'REOPEN'] as const
export type Status = (typeof statuses)[number]
export const isStatus = (text: string): text is Status => statuses.includes(text as Status)

/**
 * Where a status from those who do the work takes a report. `open`: it stays where it is, and comes back when it was closed.
 * Who says that it is not theirs gives it back to the municipality, which decides; nobody outside closes it for that.
 */
export const meaning: Record<Status, ReportState | 'open'> = {
  OPEN: 'open', REOPEN: 'received', FOR_TRIAGE: 'received', INVESTIGATING: 'open', INTERNAL_REFERRAL: 'open', NOT_COUNCILS_RESPONSIBILITY: 'received',
  ACTION_SCHEDULED: 'planned', IN_PROGRESS: 'underWay', FIXED: 'done', CLOSED: 'done', DUPLICATE: 'cannot', NO_FURTHER_ACTION: 'cannot', CANCELLED: 'cannot',
}
/** What a report's state is called in updates. What was forwarded is still open, so it is not called somebody else's. */
export const statusOf: Record<ReportState, Status> = { received: 'OPEN', planned: 'ACTION_SCHEDULED', underWay: 'IN_PROGRESS', elsewhere: 'INVESTIGATING', done: 'FIXED', cannot: 'NO_FURTHER_ACTION', merged: 'DUPLICATE' }
/** The same in CitySDK's words. */
export const detailed: Record<ReportState, string> = { received: 'RECEIVED', planned: 'IN_PROCESS', underWay: 'IN_PROCESS', elsewhere: 'IN_PROCESS', done: 'PROCESSED', cannot: 'REJECTED', merged: 'REJECTED' }
/** The same in the words of the six cities' log. */
export const logged: Record<ReportState, 'allocated' | 'handling' | 'done'> = { received: 'allocated', planned: 'handling', underWay: 'handling', elsewhere: 'allocated', done: 'done', cannot: 'done', merged: 'done' }
