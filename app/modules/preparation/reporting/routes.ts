import type { Route } from '#core/http/page.ts'
import report, { reportCsv, reportDocx, reportJson, reportPdf } from './pages/report.tsx'

export const reportRoutes: Route[] = [report, reportPdf, reportDocx, reportCsv, reportJson]
