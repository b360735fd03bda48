import type { Route } from '#core/http/page.ts'
import admin from './pages/admin.tsx'
import municipalities from './pages/municipalities.tsx'
import people from './pages/people.tsx'
import units from './pages/units.tsx'

/** What the rest of the house may use of setting up a municipality. */
export const setupRoutes: Route[] = [admin, units, people, municipalities]
export { setupCode } from './code.server.ts'
export { firstRun } from './first-run-page.server.tsx'
export { foundMunicipality } from './found.server.ts'
export { hintsOf, nameOf } from './founding-input.ts'
export { nameForm, newKey } from './units.server.ts'
