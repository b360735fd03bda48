import './kind.server.ts'

/** What the rest of the house may use of meetings. */
export { agendaOf } from './show.server.ts'
export { caseKeeper } from './cases.ts'
export { caseNumberOf } from './case-number.ts'
export { linkCaseToItems } from './link-matter.server.ts'
export { fetchFeeds } from './feeds/round.server.ts'
