import { cookieOf } from './cookies.server.ts'

type Keyed = { sign(purpose: string, text: string): string; verify(purpose: string, text: string, signature: string): boolean }
const name = 'nousu.acts_as'

/** The cookie that says as which organisation this session acts; bound to the session, so that it ends with it. Null stops acting. */
export function actingCookie(keyed: Keyed, sessionId: string, organisationId: string | null, secure: boolean): string {
  const value = organisationId ? `${organisationId}.${keyed.sign('acts as', `${sessionId} ${organisationId}`)}` : ''
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${organisationId ? 60 * 60 * 24 : 0}${secure ? '; Secure' : ''}`
}

/** The organisation that a session acts as, or undefined. Whether it still may is asked of the database by personOf. */
export function actsAs(keyed: Keyed, headers: Headers, sessionId: string): string | undefined {
  const [organisationId, signature] = cookieOf(headers, name)?.split('.') ?? []
  return organisationId && signature && keyed.verify('acts as', `${sessionId} ${organisationId}`, signature) ? organisationId : undefined
}
