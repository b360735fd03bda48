import type { Route } from '#core/http/page.ts'
import comments from './pages/comments.tsx'
import document from './pages/document.tsx'
import preview, { previewPicture } from './pages/preview.tsx'
import sharePreview from './pages/share-preview.tsx'
import summary from './pages/summary.tsx'

export const hearingRoutes: Route[] = [preview, previewPicture, document, comments, summary, sharePreview]
