import type { Route } from '#core/http/page.ts'
import { pictureResource } from '#core/files/picture-resource.server.ts'
import { mapData } from '#core/geo/map-data.server.ts'
import { alikeResource } from './alike.server.tsx'
import { mapPoints } from './map-points.server.ts'
import confirm from './pages/confirm.tsx'
import write from './pages/new.tsx'

/** Addresses of writing and sending; before `/ideas/:ideaId`, which would take their words for ids. */
export const proposingRoutes: Route[] = [write, alikeResource, mapPoints, confirm, pictureResource, mapData]
