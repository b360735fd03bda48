import type { Route } from '#core/http/page.ts'
import { assetsRoutes } from './assets/routes.ts'
import { categoriesRoutes } from './categories/routes.ts'
import { forwardingRoutes } from './forwarding/routes.ts'
import { handlingRoutes } from './handling/routes.ts'
import { mapRoutes } from './map/routes.ts'
import { sendingRoutes } from './sending/routes.ts'
import './kind.server.ts'

/** What the rest of the house may use of map feedback. The page of a report, whose address takes any word, comes last. */
export const feedbackRoutes: Route[] = [...sendingRoutes, ...categoriesRoutes, ...assetsRoutes, ...forwardingRoutes, ...mapRoutes, ...handlingRoutes]
export { keepReport, type Kept, type NewReport } from './keep-report.server.ts'
export { type Move, moveReports } from './move.server.ts'
export { ownReport, ownToken, visibleReport } from './own.server.ts'
export { type Panel, reportPanel } from './panels.ts'
export { category, report } from './schema.server.ts'
