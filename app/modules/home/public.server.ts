import type { Route } from '#core/http/page.ts'
import { community } from './pages/coming.tsx'
import comingToMe from './pages/coming-to-me.tsx'
import home from './pages/home.tsx'
import { manifest, offline } from './pages/offline.tsx'
import participate from './pages/participate.tsx'
import say from './pages/say.tsx'

/** The four places and the chooser. */
export const homeRoutes: Route[] = [home, comingToMe, community, participate, say, offline, manifest]
