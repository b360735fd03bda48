import type { Route } from '#core/http/page.ts'
import { decisionFileResource } from './deciding/files.server.ts'
import { reportCsv, reportDocx, reportPdf } from './deciding/report.server.ts'
import { populationPage, registryPage } from './pages/admin.tsx'
import authors from './pages/authors.tsx'
import check from './pages/check.tsx'
import confirm from './pages/confirm.tsx'
import edit from './pages/edit.tsx'
import { linkPage, updatePage } from './pages/elsewhere.tsx'
import how from './pages/how.tsx'
import initiative from './pages/initiative.tsx'
import initiatives from './pages/initiatives.tsx'
import join from './pages/join.tsx'
import newInitiative from './pages/new.tsx'
import publish from './pages/publish.tsx'
import report from './pages/report.tsx'
import send, { registryPaper } from './pages/send.tsx'
import sign from './pages/sign.tsx'
import signers from './pages/signers.tsx'
import './hide.server.ts'
import './holding.server.ts'

/** What the rest of the house may use of initiatives. */
export const initiativeRoutes: Route[] = [
  initiatives, newInitiative, how, linkPage, report, reportPdf, reportDocx, reportCsv, confirm, join, decisionFileResource,
  initiative, edit, publish, sign, signers, authors, send, registryPaper, check, updatePage, populationPage, registryPage,
]
export { forgetUnconfirmedSignatures } from './signing/by-mail.server.ts'
export { remindOfInitiatives } from './deciding/remind.server.ts'
