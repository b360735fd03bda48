import type { Route } from '#core/http/page.ts'
import exceptions from './pages/exceptions.tsx'
import hours from './pages/hours.tsx'
import keep from './pages/keep.tsx'
import period from './pages/period.tsx'

export const hoursRoutes: Route[] = [hours, keep, period, exceptions]
