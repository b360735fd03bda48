import type { Route } from '#core/http/page.ts'
import ideas from './pages/ideas.tsx'

/** What the rest of the house may use of ideas. */
export const ideaRoutes: Route[] = [ideas]
export { supportIdea, withdrawSupport } from './support.server.ts'
export { type Proposal, proposal, proposeIdea } from './proposing/propose.server.ts'
export { eraseUnconfirmed } from './proposing/guest.server.ts'
export { type OpenIdea, openIdeas } from './importing/export.server.ts'
