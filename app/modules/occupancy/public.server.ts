import type { Route } from '#core/http/page.ts'
import { countsResource } from './pages/counts-api.ts'
import counter from './pages/counter.tsx'
import counters from './pages/counters.tsx'
import crowd from './pages/crowd.tsx'
import hand, { handTakes } from './pages/hand.tsx'
import newCounter from './pages/new-counter.tsx'
import './now-source.server.ts'
import './panel.server.tsx'

/** What the rest of the house may use of how full places are. */
export const occupancyRoutes: Route[] = [crowd, hand, handTakes, counters, newCounter, counter, countsResource]
export { countUsual, keepCounters } from './by-clock.server.ts'
export { type Crowd, crowdOf } from './crowd.server.ts'
export { type UsualDay, usualDays } from './curve.server.ts'
export { counterForm, makeCounter } from './keep-counter.server.ts'
export { keepPastLevels } from './keep-history.server.ts'
export { type Count, countShape, countsShape, passages } from './passages.server.ts'
export { counter } from './schema.server.ts'
