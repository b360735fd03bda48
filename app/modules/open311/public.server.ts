import type { Route } from '#core/http/page.ts'
import keys from './pages/keys.tsx'
import docs from './pages/open311.tsx'
import { open311Calls } from './routes.server.ts'
import './panel.server.tsx'

/** What the rest of the house may use of Open311. */
export const open311Routes: Route[] = [docs, keys, ...open311Calls]
export { forgetWithReports } from './forget.server.ts'
export { noteChanges } from './discovery.server.ts'
export { fetchAwaited } from './media.server.ts'
