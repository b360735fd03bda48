import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { eq } from 'drizzle-orm'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import { SmartRouter } from 'hono/router/smart-router'
import { TrieRouter } from 'hono/router/trie-router'
import { renderToString } from 'react-dom/server'
import { makeDocument } from '../app/document.tsx'
import { routes } from '../app/routes.ts'
import { type House, query } from '#core/context/context.server.ts'
import { runningEmbedded } from '#core/db/embedded.server.ts'
import { openDatabase } from '#core/db/open.server.ts'
import type { PageDef, View } from '#core/http/page.ts'
import { splitLanguage } from '#core/http/serve.server.ts'
import { guest } from '#core/identity/actor.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { folderStorage } from '#core/ports/storage.server.ts'

// The yardstick: the same pages rendered by the same React from data read once and kept in memory. No database, session,
// security or cache per request. `node dist/server/bare.js PORT DATA_DIR`, while the program of that DATA_DIR runs.
const [port, dataDir] = [Number(process.argv[2]), process.argv[3]!]
const database = openDatabase({ ...runningEmbedded(dataDir)!, database: 'nousu' })
const [its] = await database.owner.select().from(municipality).where(eq(municipality.primary, true))
const sign = (purpose: string, text: string) => `${purpose}${text}`
const house = { database, storage: folderStorage(dataDir), clock: () => new Date(), baseUrl: `http://localhost:${port}`, sign, verify: () => false } as House
const document = makeDocument({ script: '/assets/client.js', style: '/assets/style.css' })
const router = new SmartRouter<PageDef>({ routers: [new RegExpRouter(), new TrieRouter()] })
for (const route of routes) if ('view' in route) router.add('GET', route.path, route as PageDef)

const read = new Map<string, { page: PageDef; data: unknown; view: View }>()
async function known(url: URL) {
  const kept = read.get(url.href)
  if (kept) return kept
  const { path } = splitLanguage(url.pathname)
  const [[first], stash] = router.match('GET', path) as unknown as [[[PageDef, Record<string, number | string>]], string[] | undefined]
  const params = Object.fromEntries(Object.entries(first[1]).map(([name, at]) => [name, typeof at === 'number' ? stash![at]! : at]))
  const data = await query(house, { municipality: its!, actor: guest, language: 'fi' }, first[0].read as never, params, url.searchParams)
  const view: View = { language: 'fi', base: '/fi', href: (to) => `/fi${to === '/' ? '' : to}`, me: null, path, query: url.searchParams, now: new Date() }
  const made = { page: first[0], data, view }
  read.set(url.href, made)
  return made
}
createServer(getRequestListener(async (request) => {
  const { page, data, view } = await known(new URL(request.url))
  const html = '<!doctype html>' + renderToString(document({ head: page.head(data, view), view, municipality: its!, status: 200, children: page.view(data, view), shell: { unread: 0, demo: true, others: [{ name: 'Nokia', address: '/nokia/fi' }], baseUrl: house.baseUrl } }))
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
})).listen(port, () => console.log('up'))
