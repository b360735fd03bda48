import type { Route } from '#core/http/page.ts'

export const hoursRoutes: Route[] = []
