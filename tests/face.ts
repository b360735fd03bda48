import pino from 'pino'
import type { House } from '#core/context/context.server.ts'
import { municipalities } from '#core/identity/municipalities.server.ts'
import { account } from '#core/identity/schema.server.ts'
import type { SignedIn } from '#core/identity/who.server.ts'
import { eq } from 'drizzle-orm'
import { createApp, type SignIn } from '../server/app.ts'
import type { Installation } from '../server/house.ts'
import { openIdentity } from '../server/identity.ts'
import { readSettings } from '../server/settings.ts'
import type { Someone } from './town.ts'

/**
 * The whole HTTP face over a test house, without a server: `ask('/fi/ideas', { as: aino })`.
 * Who asks is said by a cookie that only this face understands.
 */
export function face(house: House, options: { demo?: boolean } = {}) {
  const whoIs = async (headers: Headers): Promise<SignedIn | null> => {
    const id = /test-person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1]
    if (!id) return null
    const [its] = await house.database.owner.select().from(account).where(eq(account.id, id))
    return its ? { accountId: its.id, name: its.name, email: its.email, sessionId: '', assurance: its.assurance, installationAdmin: its.installationAdmin } as SignedIn : null
  }
  const errors: unknown[] = []
  const shown = process.env.SHOW_ERRORS ? console.error : () => {}
  const log = pino({ level: 'silent' })
  log.error = ((cause: unknown) => { errors.push(cause); shown(cause) }) as typeof log.error
  const installation = { ...house, clock: house.clock, settings: { ...readSettings({ DEMO: options.demo ? 'on' : 'off' }) }, secret: 'x'.repeat(32), log, municipalities: municipalities(house.database), close: async () => {} } as Installation
  installation.signIn = openIdentity(installation).signIn
  const app = createApp(installation, { whoIs, handle: async () => new Response(null, { status: 404 }) } as unknown as SignIn, { script: '/s.js', style: '/s.css' }, { folder: '/nowhere' })
  return {
    app, errors, installation,
    ask: async (path: string, its: RequestInit & { as?: Someone; host?: string } = {}): Promise<Response> => {
      const headers = new Headers(its.headers)
      headers.set('host', its.host ?? 'localhost:3000')
      if (its.as?.id) headers.set('cookie', `test-person=${its.as.id}`)
      return app.request(`http://${its.host ?? 'localhost:3000'}${path}`, { redirect: 'manual', ...its, headers })
    },
  }
}

/** The fields of a page's form as the browser sends them. */
export const sent = (fields: Record<string, string | Blob | string[]>): RequestInit => {
  const files = Object.values(fields).some((value) => value instanceof Blob)
  const body = files ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const each of Array.isArray(value) ? value : [value]) (body as FormData).append(name, each as string)
  return { method: 'POST', body }
}
