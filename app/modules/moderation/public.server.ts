import type { Route } from '#core/http/page.ts'
import appeal from './pages/appeal.tsx'
import moderation from './pages/moderation.tsx'
import report from './pages/report.tsx'
import statistics, { statisticsCsv } from './pages/statistics.tsx'
import thing from './pages/thing.tsx'
import './holding.server.ts'

/** What the rest of the house may use of moderation. */
export { hideThing } from './decide.server.ts'
export { findingIn, lookAt } from './look-at.server.ts'
export { mayWrite } from './may-write.server.ts'
export { reportThing } from './report.server.ts'
export { whyHidden } from './why-hidden.server.ts'
export const moderationRoutes: Route[] = [report, moderation, statistics, statisticsCsv, thing, appeal]
