import { desc, eq } from 'drizzle-orm'
import pino from 'pino'
import { afterAll } from 'vitest'
import { municipalities } from '#core/identity/municipalities.server.ts'
import { mail } from '#core/notices/schema.server.ts'
import type { Installation } from '../server/house.ts'
import { listen } from '../server/listen.ts'
import { readSettings } from '../server/settings.ts'
import { freePort } from './program.ts'
import { town } from './town.ts'

/** A browser of a test: keeps cookies, does not follow redirects by itself, sends forms as a page would. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly base: string
  constructor(base: string) { this.base = base }
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.base)
    const headers = new Headers({ accept: 'text/html', ...Object.fromEntries(new Headers(init.headers)) })
    if (this.cookies.size) headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie) || value === '') this.cookies.delete(name!)
      else this.cookies.set(name!, value!)
    }
    return response
  }
  get = (path: string) => this.fetch(path)
  text = async (path: string) => (await this.fetch(path)).text()
  /** Sends a form of a page. */
  post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) => this.fetch(path, { method: 'POST', body: new URLSearchParams(form), headers: { origin: this.base, ...headers } })
  /** Follows redirects from a response until a page. */
  async follow(response: Response): Promise<{ response: Response; url: string; text: string }> {
    let url = response.url
    for (let hops = 0; hops < 12; hops++) {
      const to = response.headers.get('location')
      if (!to) return { response, url, text: await response.text() }
      await response.body?.cancel()
      url = new URL(to, url).href
      response = await this.fetch(url)
    }
    throw new Error('too many redirects')
  }
}

/** The whole program but its worker, listening on a port, around a test town: real sign-in and the real stand-in of an identity provider. */
export async function signedWeb(its?: Awaited<ReturnType<typeof town>>, environment: Record<string, string> = {}) {
  const people = its ?? await town()
  const { house } = people
  house.time = new Date()
  const port = await freePort()
  const settings = readSettings({ DATA_DIR: '/tmp/unused', PORT: String(port), DEMO: 'on', ...environment })
  const logged: unknown[] = []
  const installation: Installation = {
    ...house, clock: house.clock, baseUrl: settings.BASE_URL, settings, secret: 'x'.repeat(40), municipalities: municipalities(house.database),
    log: pino({ level: 'error' }, { write: (line: string) => { logged.push(JSON.parse(line)) } }), close: async () => {},
  }
  const { server } = await listen(installation, { script: '/assets/x.js', style: '/assets/x.css' }, { folder: '/nowhere' })
  afterAll(() => { server.closeAllConnections(); server.close() })
  const url = `http://localhost:${port}`
  const newestMail = async (to: string) => (await house.database.owner.select().from(mail).where(eq(mail.to, to)).orderBy(desc(mail.createdAt), desc(mail.id)).limit(1))[0]
  const linkIn = (text: string) => /https?:\/\/\S+/.exec(text)![0]
  return {
    ...people, installation, url, logged, newestMail, linkIn,
    browser: () => new Browser(url),
    /** Signs in by a mailed link; a new person is given the name. */
    async signedIn(email: string, name = 'Testi Henkilö', prefix = '/fi'): Promise<Browser> {
      const browser = new Browser(url)
      await browser.post(`${prefix}/sign-in`, { _do: 'mail', email })
      await browser.post(new URL(linkIn((await newestMail(email))!.text)).pathname, { _do: 'enter', name })
      return browser
    },
  }
}
