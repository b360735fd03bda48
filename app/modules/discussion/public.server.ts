import type { Ctx } from '#core/context/context.server.ts'
import type { Route } from '#core/http/page.ts'
import { forgetGuests } from './guests.server.ts'
import comment from './pages/comment.tsx'
import hear, { stopHearNow } from './pages/hear.tsx'
import outcome from './pages/outcome.tsx'
import { forgetWritten } from './written.server.ts'
import './hide.server.ts'
import './holding.server.ts'

/** What the rest of the house may use of discussions. */
export const discussionRoutes: Route[] = [comment, hear, stopHearNow, outcome]
export { addComment } from './comment.server.ts'
export { discussionForms, readDiscussion, type Talk } from './embed.server.ts'
export { joinedTalk } from './joined.server.ts'
export { listComments, repliesShown, type Said } from './list.server.ts'
export { openComments } from './open-comments.server.ts'
export { commentsFrom, importComments, type ImportedComment } from './import.server.ts'
export { outcomeForms } from './outcomes/forms.server.ts'
export { answeredShare, markOutcome } from './outcomes/mark.server.ts'
export { type Group, groupsOf, readWork } from './outcomes/work.server.ts'
export { marksOf, type Part, parts, partsOf, saidOf, sentencesOf } from './parts.server.ts'
export { commentsToReport, type Reported, spokenOf } from './report.server.ts'
export { type Doing, speaking, type Speaking, speakingOf, standingOf } from './speaking.server.ts'

/** Guests' addresses that nobody confirmed, and what was written before a sign-in that never came, are forgotten; for the worker. */
export async function forgetUnsaid(ctx: Ctx) {
  await forgetGuests(ctx)
  await forgetWritten(ctx)
}
