import type { Route } from '#core/http/page.ts'

export const handlingRoutes: Route[] = []
