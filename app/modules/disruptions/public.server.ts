import type { Route } from '#core/http/page.ts'
import './kind.server.ts'
import './known.server.tsx'
import { openDisruptionRoutes } from './open.server.ts'
import list from './pages/list.tsx'
import makeNew from './pages/new.tsx'
import one from './pages/one.tsx'

/** What the rest of the house may use of disruptions. The page of one, whose address takes any word, comes last. */
export const disruptionRoutes: Route[] = [list, makeNew, ...openDisruptionRoutes, one]
export { currentDisruptions, type Disruption, disruptionsFor, disruptionSource, stateAt } from './current.server.ts'
export { disruptionsOfMine } from './mine.server.ts'
export { type DisruptionKind, disruptionKinds } from './kinds.ts'
export { endDisruption, keepTime, reopenDisruption, updateDisruption } from './change.server.ts'
export { makeDisruption } from './make.server.ts'
export { type Where } from './where.server.ts'
export { tellOfDisruptions } from './tell.server.ts'
