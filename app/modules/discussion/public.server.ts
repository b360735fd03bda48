import type { Route } from '#core/http/page.ts'
import comment from './pages/comment.tsx'
import './hide.server.ts'
import './holding.server.ts'

/** What the rest of the house may use of discussions. */
export const discussionRoutes: Route[] = [comment]
export { addComment } from './comment.server.ts'
export { discussionForms, readDiscussion } from './embed.server.ts'
export { listComments } from './list.server.ts'
export { openComments } from './open-comments.server.ts'
export { commentsFrom, importComments, type ImportedComment } from './import.server.ts'
export { answeredShare, markOutcome } from './outcomes/mark.server.ts'
export { type Part, parts, partsOf, sentencesOf } from './parts.server.ts'
export { type Doing, speaking, type Speaking, speakingOf } from './speaking.server.ts'
