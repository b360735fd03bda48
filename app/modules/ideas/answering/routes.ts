import type { Route } from '#core/http/page.ts'
import { answerMany, publishMany } from './pages/answer-many.tsx'
import answer from './pages/answer.tsx'
import move from './pages/move.tsx'
import route from './pages/route.tsx'

/** The officials' pages of ideas. */
export const answeringRoutes: Route[] = [answer, answerMany, publishMany, move, route]
