import type { Route } from '#core/http/page.ts'
import captions from './pages/captions.tsx'
import add from './pages/new.tsx'
import video from './pages/video.tsx'
import { videoFiles } from './file-resource.server.ts'
import { upload, uploads } from './tus.server.ts'
import './hide.server.ts'
import './holding.server.ts'

/** What the rest of the house may use of videos. */
export const videoRoutes: Route[] = [add, video, captions, videoFiles, uploads, upload]
export { eraseUnfinishedVideos } from './begin.server.ts'
export { remindOfCaptions } from './captions-due.server.ts'
export { videosOf } from './show.server.ts'
export { workOnVideos } from './work.server.ts'
