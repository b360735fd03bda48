import type { Route } from '#core/http/page.ts'
import ideas from './pages/ideas.tsx'

/** What the rest of the house may use of ideas. */
export const ideaRoutes: Route[] = [ideas]
