import type { Route } from '#core/http/page.ts'
import write from './pages/new.tsx'
import thanks from './pages/thanks.tsx'
import { suggestResource } from './suggest.server.tsx'

export const sendingRoutes: Route[] = [write, suggestResource, thanks]
