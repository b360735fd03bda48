import pino from 'pino'
import { eq } from 'drizzle-orm'
import { municipalities } from '#core/identity/municipalities.server.ts'
import { account } from '#core/identity/schema.server.ts'
import { createApp } from '../server/app.ts'
import { openIdentity } from '../server/identity.ts'
import { readSettings } from '../server/settings.ts'
import type { Installation } from '../server/house.ts'
import { town } from './town.ts'

/** The whole HTTP app around a test town, without a port: `get('/fi/ideas', 'aino')`, `post('/fi/ideas/new', 'aino', { _do: 'propose', … })`. `built`: the scripts that a real browser would run. */
export async function web(its?: Awaited<ReturnType<typeof town>>, built = { assets: { script: '/assets/x.js', style: '/assets/x.css' }, folder: '/nowhere' }) {
  const people = its ?? await town()
  const { house } = people
  const logged: unknown[] = []
  const installation: Installation = {
    ...house, clock: house.clock, settings: readSettings({ DATA_DIR: '/tmp/unused' }), secret: 'x'.repeat(40), municipalities: municipalities(house.database),
    log: pino({ level: 'error' }, { write: (line: string) => { logged.push(JSON.parse(line)) } }), close: async () => {},
  }
  installation.signIn = openIdentity(installation).signIn
  const app = createApp(installation, {
    async whoIs(headers) {
      const name = /who=(\w+)/.exec(headers.get('cookie') ?? '')?.[1]
      const who = name && (people as unknown as Record<string, { id: string }>)[name]
      if (!who) return null
      const [row] = await house.database.owner.select().from(account).where(eq(account.id, who.id))
      return { accountId: who.id, name: row!.name, email: row!.email, sessionId: '00000000-0000-0000-0000-000000000000', assurance: null, installationAdmin: row!.installationAdmin, actsAs: name === 'ry' ? people.orgs.ry : name === 'oy' ? people.orgs.oy : undefined }
    },
    handle: async () => new Response(null, { status: 404 }),
  }, built.assets, { folder: built.folder })
  const send = async (path: string, who: string, init: RequestInit = {}) => app.fetch(new Request(`http://localhost:3000${path}`, { ...init, redirect: 'manual', headers: { accept: 'text/html', host: 'localhost:3000', ...(who === 'guest' ? {} : { cookie: `who=${who}` }), ...(init.headers as Record<string, string>) } }))
  return {
    ...people, app, logged,
    get: (path: string, who = 'guest', headers: Record<string, string> = {}) => send(path, who, { headers }),
    post: (path: string, who: string, form: Record<string, string | string[]> | FormData, headers: Record<string, string> = {}) => {
      const body = form instanceof FormData ? form : new URLSearchParams(Object.entries(form).flatMap(([name, value]) => (Array.isArray(value) ? value.map((each) => [name, each]) : [[name, value]])))
      return send(path, who, { method: 'POST', body, headers: { origin: 'http://localhost:3000', ...headers } })
    },
    send,
  }
}
