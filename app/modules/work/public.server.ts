import type { Route } from '#core/http/page.ts'
import { fieldRoutes } from './field/routes.ts'
import './kind.server.ts'

/** What the rest of the house may use of work orders. */
export const workRoutes: Route[] = [...fieldRoutes]
export { moveOrder, type OrderMove } from './move.server.ts'
export { orderReport } from './schema.server.ts'
