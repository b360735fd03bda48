import type { Route } from '#core/http/page.ts'
import data from './data.server.ts'
import places, { placesShell } from './pages/places.tsx'
import poster from './poster.server.ts'
import sync from './sync-resource.server.ts'
import './panel.server.tsx'

export const placesFieldRoutes: Route[] = [places, placesShell, data, sync, poster]
