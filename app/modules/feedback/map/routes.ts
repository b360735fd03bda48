import type { Route } from '#core/http/page.ts'
import { csvExport, geoJsonExport } from './export.server.ts'
import { knownResource } from './known-resource.server.tsx'
import { mapPointsResource } from './map-points.server.ts'
import addresses from './pages/addresses.tsx'
import data from './pages/data.tsx'
import meToo from './pages/me-too.tsx'
import reports from './pages/reports.tsx'
import { whereResource } from './where.server.ts'

export const mapRoutes: Route[] = [reports, mapPointsResource, knownResource, whereResource, meToo, data, csvExport, geoJsonExport, addresses]
