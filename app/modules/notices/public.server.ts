import type { Route } from '#core/http/page.ts'
import confirm from './pages/confirm.tsx'
import './holding.server.ts'
import delivery from './pages/delivery.tsx'
import { followPages } from './pages/follow.tsx'
import follows from './pages/follows.tsx'
import live from './pages/live.server.tsx'
import mailbox from './pages/mailbox.tsx'
import notices from './pages/notices.tsx'
import push from './pages/push.server.ts'
import { stopNow, stopPage } from './pages/stop.tsx'

/** What the rest of the house may use of notices. */
export const noticeRoutes: Route[] = [notices, follows, ...followPages, push, delivery, confirm, stopPage, stopNow, mailbox, live]
export { askToFollow, forgetUnconfirmed } from './follow-by-mail.server.ts'
export { myNotices, type NoticeGroup } from './my-notices.server.ts'
