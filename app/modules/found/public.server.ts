import type { Route } from '#core/http/page.ts'
import answer from './pages/answer.tsx'
import list from './pages/found.tsx'
import learned from './pages/learned.tsx'
import report from './pages/report.tsx'
import './holding.server.ts'
import './panel.tsx'

/** What the rest of the house may use of ideas found in feedback. */
export const foundRoutes: Route[] = [list, learned, report, answer]
export { bindIdeas } from './born.server.ts'
export { forgetWithReports } from './forget.server.ts'
export { relearn } from './learned.server.ts'
export { askModel } from './model.server.ts'
export { keepReading, readReports, readUnread } from './read-report.server.ts'
export { sendWeekly } from './weekly.server.ts'
