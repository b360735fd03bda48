import type { Route } from '#core/http/page.ts'
import { entriesRoutes } from './entries/routes.ts'
import { findRoutes } from './find/routes.ts'
import { hoursRoutes } from './hours/routes.ts'
import { importsRoutes } from './imports/routes.ts'
import { wishesRoutes } from './wishes/routes.ts'
import './kind.server.ts'

/** What the rest of the house may use of services and places. The pages of a place and a service, whose addresses take any word, come last. */
export const directoryRoutes: Route[] = [...findRoutes, ...hoursRoutes, ...importsRoutes, ...wishesRoutes, ...entriesRoutes]
export { keepPlace } from './keep-place.server.ts'
export { keepService } from './keep-service.server.ts'
export { type PlaceFacts, placeFacts, type ServiceFacts, serviceFacts } from './facts.ts'
export { type PlaceKind, placeKinds } from './place-kinds.ts'
export { type NowFact, nowSource, type PanelPlace, placePanel, rightNow } from './right-now.ts'
export { place, service } from './schema.server.ts'
export { wishKind } from './wishes/registry.ts'
export { comesTrue } from './wishes/comes-true.server.ts'
