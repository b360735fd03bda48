import { movedTo, reportAnswered, reportPassed, reportSent } from '#modules/feedback/server'
import { type ReportState, reportStates } from '#modules/feedback/ui'

/** The state that an event brought a report to, by the event's kind. */
export const stateOfKind: Record<string, ReportState> = Object.fromEntries(reportStates.map((state) => [movedTo[state].kind, state]))
export const moveKinds = Object.keys(stateOfKind)
/** What officials have said or done that programs are told of. */
export const toldKinds = [...moveKinds, reportAnswered.kind, reportPassed.kind]
/** What the log of a request is made of. */
export const loggedKinds = [reportSent.kind, ...toldKinds]
export { reportPassed, reportSent }
