import type { Route } from '#core/http/page.ts'
import conflicts from './pages/conflicts.tsx'
import run from './pages/run.tsx'
import source from './pages/source.tsx'
import sources from './pages/sources.tsx'

export const importsRoutes: Route[] = [sources, conflicts, run, source]
