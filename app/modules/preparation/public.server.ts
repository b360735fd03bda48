import type { Route } from '#core/http/page.ts'
import { jointRoutes } from './joint/routes.server.ts'
import { materialFile } from './materials.server.ts'
import './holding.server.ts'
import './kind.server.ts'

/** What the rest of the house may use of matters. */
export const preparationRoutes: Route[] = [...jointRoutes, materialFile]
export { invitationsOf } from './joint/answer.server.ts'
export { passOnJoint, tellOfInvitations } from './joint/pass-on.server.ts'
export { publishDue, publishMatter, scheduleMatter } from './publish.server.ts'
export { putMatter } from './put.server.ts'
