/** What pages of other modules may use of feedback. */
export { openStates, priorities, type Priority, type ReportState, reportStates, stateRules } from './states.ts'
export { WhereField } from './map/where-field.tsx'
