import type { Route } from '#core/http/page.ts'
import { placePointsResource } from './map-points.server.ts'
import allServices from './pages/all-services.tsx'
import lifeEdit from './pages/life-edit.tsx'
import life from './pages/life.tsx'
import lives from './pages/lives.tsx'
import places from './pages/places.tsx'
import services from './pages/services.tsx'
import synonyms from './pages/synonyms.tsx'

export const findRoutes: Route[] = [services, allServices, places, placePointsResource, life, lives, lifeEdit, synonyms]
