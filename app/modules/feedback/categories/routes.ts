import type { Route } from '#core/http/page.ts'
import list from './admin/pages/list.tsx'
import making from './admin/pages/new.tsx'
import one from './admin/pages/one.tsx'

export const categoriesRoutes: Route[] = [list, making, one]
