import type { Route } from '#core/http/page.ts'
import { apiRoutes } from './api/routes.server.ts'
import { openDataFile } from './export.server.ts'
import { listFeed, servicesFeed, topicFeed } from './feed.server.ts'
import api from './pages/api.tsx'
import keys from './pages/keys.tsx'
import openData from './pages/open-data.tsx'
import { sitemapIndex, sitemapPart } from './sitemap.server.ts'
import './holding.server.ts'

/** What the rest of the house may use of open data. */
export const openDataRoutes: Route[] = [openData, openDataFile, listFeed, servicesFeed, topicFeed, sitemapIndex, sitemapPart, api, ...apiRoutes, keys]
export { holderOf } from './keys.server.ts'
export { robots } from './sitemap.server.ts'
