import type { Route } from '#core/http/page.ts'
import { ideaRoutes } from '#modules/ideas/server'

/** Every address of a municipality, module by module, in the order of the site map. */
export const routes: Route[] = [
  ...ideaRoutes,
]
