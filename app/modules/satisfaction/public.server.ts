import type { Route } from '#core/http/page.ts'
import ask from './pages/ask.tsx'
import asks from './pages/asks.tsx'
import keep from './pages/keep.tsx'
import kiosk, { kioskTakes } from './pages/kiosk.tsx'
import make from './pages/new.tsx'
import { poster } from './pages/poster.tsx'

/** What the rest of the house may use of short questions. */
export const satisfactionRoutes: Route[] = [asks, make, kiosk, kioskTakes, ask, keep, poster]
export { keepPastAnswers } from './keep-history.server.ts'
export { forgetVisits } from './answer.server.ts'
export { keepQuestion, type Listed, listQuestions, questionForm } from './questions.server.ts'
