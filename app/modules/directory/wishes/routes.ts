import type { Route } from '#core/http/page.ts'
import follow from './pages/follow.tsx'

export const wishesRoutes: Route[] = [follow]
