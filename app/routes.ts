import type { Route } from '#core/http/page.ts'
import { ideaRoutes } from '#modules/ideas/server'
import { moderationRoutes } from '#modules/moderation/server'
import { openDataRoutes } from '#modules/opendata/server'

/** Every address of a municipality, module by module, in the order of the site map. */
export const routes: Route[] = [
  ...ideaRoutes,
  ...moderationRoutes,
  ...openDataRoutes,
]
