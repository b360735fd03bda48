import type { Route } from '#core/http/page.ts'
import desk from './pages/desk.tsx'

/** What the rest of the house may use of the desk. */
export const deskRoutes: Route[] = [desk]
