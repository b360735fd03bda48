import type { Route } from '#core/http/page.ts'
import { placesFieldRoutes } from './field/routes.ts'
import './holding.server.ts'
import './now.server.ts'
import './panel.server.tsx'
import { conditionsFeed } from './pages/feed.ts'
import history from './pages/history.tsx'
import { takeObservations } from './pages/take.ts'

/** What the rest of the house may use of conditions. */
export const conditionRoutes: Route[] = [...placesFieldRoutes, history, conditionsFeed, takeObservations]
export { forgetConditions } from './holding.server.ts'
export { keepPastConditions, type NewMaintenance, type NewObservation } from './keep.server.ts'
export { maintained, observe } from './observe.server.ts'
export { conditionsOf, maintainedOf } from './read.server.ts'
export { keepSeason, sayNotice, seasonForm } from './say.server.ts'
export { isSeasonal, maintenanceOf, propertiesOf, vocabulary } from './vocabulary.ts'
export { conditionColumns, observationColumns, openConditions, openObservations } from './open.server.ts'
