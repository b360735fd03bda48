import { createHash } from 'node:crypto'
import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { type Database, once } from '#core/db/open.server.ts'
import type { Language } from '#core/text/language.ts'
import { accountsOf, type Accounts } from './accounts.server.ts'
import { actsAs } from './acting.server.ts'
import { type Auth, type AuthLog, cookiePrefix, discover, identificationId, type Issuer, makeAuth, within } from './auth.server.ts'
import { signedCookieOf } from './cookies.server.ts'
import { type Identified, issuerAndSubject, reachable } from './identification.server.ts'
import { account, credential, session, verification } from './schema.server.ts'
import type { SignedIn } from './who.server.ts'

/** Signing in, as pages and the HTTP server know it. Everything that better-auth does is behind this. */
export type SignIn = Accounts & {
  /** who a request's cookies say is asking; one query */ whoIs(headers: Headers): Promise<SignedIn | null>
  /** the addresses under /api/auth that browsers and issuers call themselves */ handle(request: Request): Promise<Response>
  offers: { personas: boolean; identification: 'real' | 'standIn' | null }
  secure: boolean
  /** A single-use token for a sign-in link to an address; null when too many were asked for, by the address or from the network address. */
  newLink(email: string, from: string): Promise<string | null>
  /** May one more mail go to an address that someone typed? Counts it when so. */ mayMail(email: string, from: string): Promise<boolean>
  /** What a link's token is for, without using it. Null when it was used, has expired or never was. */
  lookAtLink(token: string): Promise<{ email: string; known: boolean } | null>
  /** Uses a link's token: cookies of a new session, or null. `name` names an account that is new. */
  enterByLink(token: string, name: string, headers: Headers): Promise<Headers | null>
  /** Cookies of a new session of someone of the demonstration; null for anyone else. */
  enterAsPersona(accountId: string, headers: Headers): Promise<Headers | null>
  /** Where to send the browser to be identified, and the cookies that bring it back; null when the issuer does not answer. `link` adds the identification to the signed-in account. */
  identify(headers: Headers, its: { to: string; back: string; link: boolean; language: Language }): Promise<{ url: string; cookies: Headers } | null>
  /** the cookie that forgets the session */ forget(): string
}

/** Signing in, in a house that has it. A test's house may be without. */
export function signInOf(ctx: { signIn?: SignIn }): SignIn {
  if (!ctx.signIn) throw new Error('this house has no sign-in')
  return ctx.signIn
}

export type SignInOptions = {
  database: Database; secret: string; baseUrl: string; clock(): Date
  sign(purpose: string, text: string): string; verify(purpose: string, text: string, signature: string): boolean
  /** host names of municipalities that have their own */ hosts(): Promise<string[]>
  /** read when first needed: the stand-in's address is known only once the server listens */ issuer(): Issuer | null
  offers: SignIn['offers']
  log: AuthLog
}

const limits = { window: 15 * 60_000, byEmail: 5, byAddress: 60 }
// What a browser or an issuer calls itself; everything else goes through our own pages.
const open = /^\/api\/auth\/(passkey\/(generate-register-options|verify-registration|generate-authenticate-options|verify-authentication)|callback\/identification)$/

const signedIn = once((db) => db.select({
  sessionId: session.id, usedAt: session.updatedAt, accountId: account.id, name: account.name, email: account.email, assurance: account.assurance, installationAdmin: account.installationAdmin, persona: account.persona,
}).from(session).innerJoin(account, eq(account.id, session.userId))
  .where(and(eq(session.token, sql.placeholder('token')), gt(session.expiresAt, sql.placeholder('now')))).prepare('identity_signed_in'))

export function openSignIn(its: SignInOptions): SignIn {
  const db = its.database.owner
  const secure = its.baseUrl.startsWith('https:')
  const cookie = `${secure ? '__Secure-' : ''}${cookiePrefix}.session_token`
  const made = new Map<string, Auth>()

  /** Our origin that a request came to: that of a municipality with a host of its own, else the installation's. */
  async function originOf(headers: Headers): Promise<string> {
    const base = new URL(its.baseUrl)
    const host = headers.get('host')?.toLowerCase()
    return host && host !== base.host && (await its.hosts()).includes(host) ? `${base.protocol}//${host}` : base.origin
  }
  async function authOf(headers: Headers): Promise<Auth> {
    const origin = await originOf(headers)
    let auth = made.get(origin)
    if (!auth) made.set(origin, (auth = makeAuth({ database: its.database, secret: its.secret, origin, log: its.log })))
    return auth
  }
  /** As `authOf`, with the issuer; made only while the issuer answers, and kept then. */
  async function identifierOf(headers: Headers): Promise<Auth | null> {
    const origin = await originOf(headers)
    const known = made.get(`identify ${origin}`)
    if (known) return known
    const issuer = its.issuer()
    if (!issuer) return null
    try {
      const { issuer: name } = await discover(issuer)
      if (name !== issuer.issuer) throw new Error(`the issuer calls itself ${name}, not ${issuer.issuer}`)
    } catch (cause) { its.log('error', `identification: ${cause instanceof Error ? cause.message : String(cause)}`); return null }
    const auth = makeAuth({ database: its.database, secret: its.secret, origin, log: its.log, issuer })
    made.set(`identify ${origin}`, auth)
    return auth
  }

  async function allowed(kind: string, who: string, most: number): Promise<boolean> {
    const now = its.clock()
    const identifier = `limit:${its.sign(`sign-in ${kind}`, who)}`
    return db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${identifier}, 0))`)
      await tx.delete(verification).where(and(eq(verification.identifier, identifier), lte(verification.expiresAt, now)))
      const [count] = await tx.select({ of: sql<number>`count(*)::int` }).from(verification).where(eq(verification.identifier, identifier))
      if (count!.of >= most) return false
      await tx.insert(verification).values({ identifier, value: '', expiresAt: new Date(now.getTime() + limits.window) })
      return true
    })
  }
  const mayMail = async (email: string, from: string) => await allowed('from', from, limits.byAddress) && await allowed('to', email, limits.byEmail)
  const cookiesOf = (response: Response) => new Headers(response.headers.getSetCookie().map((each): [string, string] => ['set-cookie', each]))

  return {
    ...accountsOf(its.database), offers: its.offers, secure,
    async whoIs(headers) {
      const token = signedCookieOf(headers, cookie, its.secret)
      if (!token) return null
      const now = its.clock()
      const [found] = await signedIn(db).execute({ token, now })
      if (!found) return null
      const { usedAt, email, persona, ...rest } = found
      if (persona && !its.offers.personas) return null // the demonstration is over, and so are its people's sessions
      // shown among the person's sessions; once an hour is enough, and nobody waits for it
      if (now.getTime() - usedAt.getTime() > 3_600_000) db.update(session).set({ updatedAt: now }).where(eq(session.id, rest.sessionId)).catch(() => {})
      return { ...rest, email: reachable(email), actsAs: actsAs(its, headers, rest.sessionId) }
    },
    async handle(request) {
      const { pathname } = new URL(request.url)
      if (!open.test(pathname)) return new Response('not found', { status: 404 })
      const auth = pathname.includes('/callback/') ? await identifierOf(request.headers) : await authOf(request.headers)
      if (!auth) return new Response(null, { status: 303, headers: { location: '/sign-in?error=away' } })
      const store: { identified?: Identified } = {}
      const response = await within.run(store, () => auth.handler(request))
      if (store.identified && response.headers.has('location')) await keepIdentified(store.identified)
      return response
    },
    mayMail,
    async newLink(email, from) {
      if (!(await mayMail(email, from))) return null
      const store: { token?: string } = {}
      const headers = new Headers()
      const auth = await authOf(headers)
      await within.run(store, () => auth.api.signInMagicLink({ body: { email }, headers }))
      return store.token ?? null
    },
    async lookAtLink(token) {
      const identifier = createHash('sha256').update(token).digest('base64url')
      const [row] = await db.select({ value: verification.value }).from(verification).where(and(eq(verification.identifier, identifier), gt(verification.expiresAt, sql`now()`)))
      if (!row) return null
      const { email } = JSON.parse(row.value) as { email: string }
      const [known] = await db.select({ name: account.name }).from(account).where(eq(account.email, email.toLowerCase()))
      return { email, known: !!known?.name }
    },
    async enterByLink(token, name, headers) {
      const auth = await authOf(headers)
      const response = await auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true })
      if (response.status !== 200) return null
      const { user } = await response.json() as { user: { id: string } }
      if (name) await db.update(account).set({ name }).where(and(eq(account.id, user.id), eq(account.name, '')))
      return cookiesOf(response)
    },
    async enterAsPersona(accountId, headers) {
      if (!its.offers.personas) return null
      const [its_] = await db.select({ id: account.id }).from(account).where(and(eq(account.id, accountId), account.persona))
      if (!its_) return null
      const auth = await authOf(headers)
      const response = await auth.api.enter({ body: { accountId }, headers, asResponse: true })
      return response.headers.has('set-cookie') ? cookiesOf(response) : null
    },
    async identify(headers, { to, back, link, language }) {
      const auth = await identifierOf(headers)
      if (!auth) return null
      const origin = await originOf(headers)
      const body = { provider: identificationId, callbackURL: origin + to, errorCallbackURL: origin + back, disableRedirect: true, additionalParams: { ui_locales: language } } as const
      const response = link ? await auth.api.linkSocialAccount({ body, headers, asResponse: true }) : await auth.api.signInSocial({ body, headers, asResponse: true })
      if (response.status !== 200) return null
      const { url } = await response.json() as { url?: string }
      return url ? { url, cookies: cookiesOf(response) } : null
    },
    forget: () => `${cookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`,
  }

  /** What the issuer said now of the human whose identification this is: each time, so that a move to another municipality is seen. */
  async function keepIdentified(who: Identified) {
    const key = and(eq(credential.providerId, identificationId), eq(credential.accountId, issuerAndSubject(who.issuer, who.subject)))
    const [mine] = await db.update(credential).set({ issuer: who.issuer, ...(who.assurance ? { updatedAt: its.clock() } : {}) }).where(key).returning({ userId: credential.userId })
    if (mine && who.assurance) await db.update(account).set({ assurance: who.assurance, birthDate: who.birthDate, homeMunicipalityCode: who.homeMunicipalityCode }).where(eq(account.id, mine.userId))
  }
}
