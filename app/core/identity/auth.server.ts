import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { passkey as passkeys } from '@better-auth/passkey'
import { betterAuth } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { magicLink } from 'better-auth/plugins/magic-link'
import { z } from 'zod'
import type { Database } from '#core/db/open.server.ts'
import { type Identified, identifiedBy, issuerAndSubject, noAddress } from './identification.server.ts'
import { account, credential, passkey, session, verification } from './schema.server.ts'

export const linkMinutes = 15
const sessionDays = 90
export const cookiePrefix = 'nousu'
/** the last part of the issuer's redirect address: /api/auth/callback/identification */
export const identificationId = 'identification'

/** Where an issuer is. `discovery` may be another way to it than its public name: the program asks its own stand-in over the loopback. */
export type Issuer = { issuer: string; discovery?: string; authorization?: string; clientId: string; clientSecret: string }
export type AuthLog = (level: 'debug' | 'info' | 'success' | 'warn' | 'error', message: string) => void

/** What happens inside one request to better-auth and is needed outside it. */
export const within = new AsyncLocalStorage<{ token?: string; identified?: Identified }>()

/**
 * better-auth over the schema `identity`, for one origin: cookies, passkeys (bound to the host) and redirect addresses are the origin's.
 * Identification has an instance of its own, so that an issuer that does not answer stops nobody else from signing in.
 */
export function makeAuth(its: { database: Database; secret: string; origin: string; log: AuthLog; issuer?: Issuer }) {
  const { issuer } = its
  return betterAuth({
    appName: 'Nousu', baseURL: its.origin, basePath: '/api/auth', secret: its.secret, trustedOrigins: [its.origin],
    database: drizzleAdapter(its.database.owner, { provider: 'pg', schema: { user: account, account: credential, session, verification, passkey }, transaction: true }),
    session: { expiresIn: sessionDays * 86_400, disableSessionRefresh: true, freshAge: 86_400 },
    account: { updateAccountOnSignIn: false, accountLinking: { enabled: true, disableImplicitLinking: true, allowDifferentEmails: true, trustedProviders: [identificationId] } },
    databaseHooks: {
      // tokens of the issuer say more of a human than we need; none is kept
      account: { create: { before: async (made) => ({ data: { ...made, accessToken: null, refreshToken: null, idToken: null, accessTokenExpiresAt: null, refreshTokenExpiresAt: null } }) } },
    },
    advanced: { cookiePrefix, useSecureCookies: its.origin.startsWith('https:'), database: { generateId: 'uuid' }, ipAddress: { disableIpTracking: true } },
    rateLimit: { enabled: false }, telemetry: { enabled: false }, logger: { level: 'warn', log: (level, message) => its.log(level, message) },
    onAPIError: { errorURL: `${its.origin}/sign-in` },
    plugins: [
      magicLink({ storeToken: 'hashed', expiresIn: linkMinutes * 60, sendMagicLink: async ({ token }) => { within.getStore()!.token = token } }),
      passkeys({ rpID: new URL(its.origin).hostname, rpName: 'Nousu', origin: its.origin }),
      enter,
      ...(issuer ? [genericOAuth({ config: [{
        providerId: identificationId, clientId: issuer.clientId, clientSecret: issuer.clientSecret, requireIdTokenVerification: true, pkce: true,
        discoveryUrl: discoveryOf(issuer),
        ...(issuer.authorization ? { authorizationUrl: issuer.authorization } : {}),
        scopes: ['openid', 'profile'], prompt: 'login',
        accountSubject: ({ profile }) => issuerAndSubject(String(profile.iss), String(profile.sub)),
        getUserInfo: async (tokens) => {
          // the library has verified the ID token's signature, issuer, audience and nonce before this is called
          const identified = identifiedBy(await claimsOf(issuer, tokens))
          if (!identified || identified.issuer !== issuer.issuer) return null
          const store = within.getStore()
          if (store) store.identified = identified
          const key = createHash('sha256').update(issuerAndSubject(identified.issuer, identified.subject)).digest('hex').slice(0, 32)
          return { id: identified.subject, sub: identified.subject, iss: identified.issuer, name: identified.name, email: noAddress(key), emailVerified: true }
        },
      }] })] : []),
    ],
  })
}
export type Auth = ReturnType<typeof makeAuth>

/** The claims of a verified ID token, with those of the user info added (OpenID Connect Core 5.3.2: only for the same subject). */
async function claimsOf(issuer: Issuer, tokens: { idToken?: string | undefined; accessToken?: string | undefined }): Promise<Record<string, unknown>> {
  const [, payload] = tokens.idToken?.split('.') ?? []
  if (!payload) return {}
  const verified = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
  const { userinfo_endpoint: address } = await discover(issuer)
  if (!address || !tokens.accessToken) return verified
  const answer = await fetch(address, { headers: { authorization: `Bearer ${tokens.accessToken}` }, signal: AbortSignal.timeout(5000) })
  const more = answer.ok && answer.headers.get('content-type')?.includes('json') ? await answer.json() as Record<string, unknown> : {}
  return more.sub === verified.sub ? { ...more, ...verified } : verified
}

/** Asks the issuer where its addresses are. Throws when it does not answer. */
export async function discover(issuer: Issuer): Promise<{ issuer?: string; userinfo_endpoint?: string }> {
  const answer = await fetch(discoveryOf(issuer), { signal: AbortSignal.timeout(5000) })
  if (!answer.ok) throw new Error(`the issuer answered ${answer.status}`)
  return answer.json() as Promise<{ issuer?: string; userinfo_endpoint?: string }>
}
const discoveryOf = (issuer: Issuer) => issuer.discovery ?? `${issuer.issuer}/.well-known/openid-configuration`

/** Starts a session for an account whose right to it has been proven otherwise. Not reachable over HTTP. */
const enter = {
  id: 'enter',
  endpoints: {
    enter: createAuthEndpoint({ method: 'POST', body: z.object({ accountId: z.string() }), requireHeaders: true }, async (ctx) => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.accountId)
      if (!user) return ctx.json({ entered: false })
      const started = await ctx.context.internalAdapter.createSession(user.id)
      await setSessionCookie(ctx, { session: started, user })
      return ctx.json({ entered: true })
    }),
  },
}
