import type { Route } from '#core/http/page.ts'
import adminMerge from './administering/pages/merge.tsx'
import adminTopics from './administering/pages/topics.tsx'
import adminAreas from './areas/pages/areas.tsx'
import adminImport from './areas/pages/import.tsx'
import adminArea from './areas/pages/one.tsx'
import { leaveNow, leavePage } from './network/pages/leave.tsx'
import network from './network/pages/network.tsx'
import area from './pages/area.tsx'
import places from './pages/places.tsx'
import topic from './pages/topic.tsx'
import topics from './pages/topics.tsx'
import unit from './pages/unit.tsx'
import './holding.server.ts'

/** What the rest of the house may use of topics, areas and networks. */
export { joinNetwork } from './network/join.server.ts'
export const topicRoutes: Route[] = [topics, topic, area, unit, places, adminTopics, adminMerge, adminAreas, adminImport, adminArea, network, leavePage, leaveNow]
