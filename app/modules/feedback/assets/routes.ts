import type { Route } from '#core/http/page.ts'
import { nearAssets } from './near.server.ts'
import asset from './pages/asset.tsx'
import assets from './pages/assets.tsx'
import importing from './pages/import.tsx'
import { shortAddress } from './show.server.ts'

export const assetsRoutes: Route[] = [assets, importing, nearAssets, asset, shortAddress]
