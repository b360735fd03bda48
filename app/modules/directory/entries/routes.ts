import type { Route } from '#core/http/page.ts'

export const entriesRoutes: Route[] = []
