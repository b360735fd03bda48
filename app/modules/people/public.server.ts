import type { Route } from '#core/http/page.ts'
import me from './pages/me.tsx'
import meEmail from './pages/me-email.tsx'
import meSignIn from './pages/me-sign-in.tsx'
import personas from './pages/personas.tsx'
import signInLink from './pages/sign-in-link.tsx'
import signIn from './pages/sign-in.tsx'
import signOut from './pages/sign-out.tsx'

/** What the rest of the house may use of people. */
export const peopleRoutes: Route[] = [signIn, signInLink, signOut, me, meEmail, meSignIn]
/** Addresses that exist only in the demonstration. */
export const peopleDemonstrationRoutes: Route[] = [personas]
