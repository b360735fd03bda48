import type { Route } from '#core/http/page.ts'
import search from './pages/search.tsx'

/** What the rest of the house may use of search: its page. What finds is core/trail/search.server.ts. */
export const searchRoutes: Route[] = [search]
