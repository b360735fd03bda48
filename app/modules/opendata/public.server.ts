import type { Route } from '#core/http/page.ts'
import { openDataFile } from './export.server.ts'
import { ideasFeed } from './feed.server.ts'
import keys from './pages/keys.tsx'
import openData from './pages/open-data.tsx'
import { sitemapIndex, sitemapPart } from './sitemap.server.ts'

/** What the rest of the house may use of open data. */
export const openDataRoutes: Route[] = [openData, keys, openDataFile, ideasFeed, sitemapIndex, sitemapPart]
export { holderOf } from './keys.server.ts'
export { robots } from './sitemap.server.ts'
