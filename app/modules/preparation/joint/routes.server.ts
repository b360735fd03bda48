import type { Route } from '#core/http/page.ts'
import invitation from './pages/invitation.tsx'
import invitations from './pages/invitations.tsx'
import neighbours from './pages/neighbours.tsx'
import './talk.server.ts'

/** The pages of preparing together. */
export const jointRoutes: Route[] = [invitations, invitation, neighbours]
