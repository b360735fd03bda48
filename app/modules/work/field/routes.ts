import type { Route } from '#core/http/page.ts'
import data from './data.server.ts'
import day, { fieldShell } from './pages/day.tsx'
import order from './pages/order.tsx'
import sync from './sync-resource.server.ts'

export const fieldRoutes: Route[] = [day, fieldShell, data, sync, order]
