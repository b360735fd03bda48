import type { Route } from '#core/http/page.ts'
import merge from './pages/merge.tsx'
import merged from './pages/merged.tsx'
import split from './pages/split.tsx'

/** Merging and dividing: the officials' pages, and the supporters' question. */
export const mergingRoutes: Route[] = [merge, split, merged]
