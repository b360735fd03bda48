import type { Route } from '#core/http/page.ts'

export const importsRoutes: Route[] = []
