import type { Route } from '#core/http/page.ts'
import { fieldRoutes } from './field/routes.ts'
import './kind.server.ts'
import { announce, changeAnnounced } from './pages/announce.tsx'
import announced from './pages/announced.tsx'
import arrange from './pages/arrange.tsx'
import crews from './pages/crews.tsx'
import list from './pages/list.tsx'
import makeNew from './pages/new.tsx'
import order from './pages/order.tsx'
import './panel.server.tsx'
import { workSheetPdf } from './sheet.server.ts'

/** What the rest of the house may use of work orders. The page of an order, whose address takes any word, comes last. */
export const workRoutes: Route[] = [...fieldRoutes, list, makeNew, crews, announce, announced, changeAnnounced, arrange, workSheetPdf, order]
export { keepCrew } from './crews.server.ts'
export { keepPastOrders } from './keep-history.server.ts'
export { moveOrder, type OrderMove } from './move.server.ts'
export { orderReport } from './schema.server.ts'
