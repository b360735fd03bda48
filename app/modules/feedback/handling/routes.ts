import type { Route } from '#core/http/page.ts'
import { coverPage, ownCover } from './pages/cover.tsx'
import { fixedPage, ownFixed } from './pages/fixed.tsx'
import handle from './pages/handle.tsx'
import inbox from './pages/inbox.tsx'
import own from './pages/own.tsx'
import report from './pages/report.tsx'
import shares from './pages/shares.tsx'
import templates from './pages/templates.tsx'
import './visibility.server.ts'

export const handlingRoutes: Route[] = [inbox, shares, templates, own, ownFixed, ownCover, handle, fixedPage, coverPage, report]
