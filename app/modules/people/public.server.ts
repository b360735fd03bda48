import type { Route } from '#core/http/page.ts'
import accept from './pages/accept.tsx'
import me from './pages/me.tsx'
import meData, { myDataJson } from './pages/me-data.tsx'
import meEmail from './pages/me-email.tsx'
import meOrganisations from './pages/me-organisations.tsx'
import meSignIn from './pages/me-sign-in.tsx'
import personas from './pages/personas.tsx'
import signInLink from './pages/sign-in-link.tsx'
import signIn from './pages/sign-in.tsx'
import signOut from './pages/sign-out.tsx'
import './holding.server.ts'

/** What the rest of the house may use of people. */
export const peopleRoutes: Route[] = [signIn, signInLink, signOut, me, meEmail, meSignIn, meOrganisations, accept, meData, myDataJson]
/** Addresses that exist only in the demonstration. */
export const peopleDemonstrationRoutes: Route[] = [personas]
