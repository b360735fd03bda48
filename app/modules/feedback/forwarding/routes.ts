import type { Route } from '#core/http/page.ts'
import forward from './pages/forward.tsx'
import partner from './pages/partner.tsx'
import { newPartner, onePartner, partners } from './pages/partners.tsx'
import './panel.tsx'

export const forwardingRoutes: Route[] = [partners, newPartner, onePartner, partner, forward]
