import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { type Assets, makeDocument, type ShellRead } from '../app/document.tsx'
import { refusedPage } from '../app/refused.tsx'
import { demonstrationRoutes, routes } from '../app/routes.ts'
import { askerAddress, asksLocally, knowAddress } from '#core/http/asker-address.server.ts'
import { microCache } from '#core/http/micro-cache.server.ts'
import { problemJson, serve, splitLanguage } from '#core/http/serve.server.ts'
import { guest } from '#core/identity/actor.ts'
import { personOf, type SignedIn } from '#core/identity/who.server.ts'
import { holderOf, robots } from '#modules/opendata/server'
import { firstRun } from '#modules/setup/server'
import { unreadCount } from '#core/notices/unread.server.ts'
import { inLanguage, isLanguage, type Language } from '#core/text/language.ts'
import { municipalityAddress, type Municipality } from '#core/context/context.server.ts'
import { iconSheet } from '#ui/icon-drawings.server.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { addressForLog } from './error-for-log.ts'
import type { Installation } from './house.ts'

/** How the app learns who is signed in; core/identity's sign-in gives it, tests may give their own. */
export type SignIn = { whoIs(headers: Headers): Promise<SignedIn | null>; handle(request: Request): Promise<Response> }

// Turbo writes one <style> for its progress bar; this is the digest of that text in the pinned version.
const turboProgressBar = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='"

/** The whole HTTP face: security, static files, health, sign-in, API, pages. */
export function createApp(installation: Installation, signIn: SignIn, assets: Assets, client: { folder: string; extra?: (app: Hono) => void }): Hono {
  const app = new Hono()
  const answer = serve({
    house: installation, routes: installation.settings.DEMO === 'on' ? [...routes, ...demonstrationRoutes] : routes, document: makeDocument(assets), ...refusedPage,
    readShell: async (asker): Promise<ShellRead> => {
      const demo = installation.settings.DEMO === 'on'
      const all = await installation.municipalities.all()
      const others = all.filter((each) => each.id !== asker.municipality.id).slice(0, 5).map((each) => ({ name: inLanguage(each.name, asker.language ?? 'fi'), address: otherAddress(asker.municipality, each) + `/${each.languages.includes(asker.language ?? 'fi') ? asker.language : each.languages[0]}` }))
      return { demo, others, baseUrl: installation.baseUrl, unread: asker.actor?.kind === 'person' ? await unreadCount(installation.database.of(asker.municipality.id), asker.municipality.id, asker.actor.id) : 0 }
    },
  })
  /** Another municipality's address: short when both live at the installation's own. */
  const otherAddress = (here: Municipality, other: Municipality) => (here.hosts.length || other.hosts.length ? municipalityAddress(installation.baseUrl, other) : other.primary ? '' : `/${other.slug}`)
  const cached = microCache()

  const headers = (device: 'self'[]) => secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'", turboProgressBar, ...(installation.development ? ["'unsafe-inline'"] : [])], imgSrc: ["'self'", 'data:', 'blob:', ...(installation.settings.MAP_TILES ? [new URL(installation.settings.MAP_TILES.replace(/[{}]/g, '')).origin] : [])], connectSrc: ["'self'", ...(installation.development ? ['ws:'] : []), ...(installation.settings.MAP_TILES ? [new URL(installation.settings.MAP_TILES.replace(/[{}]/g, '')).origin] : [])], fontSrc: ["'self'"], mediaSrc: ["'self'", 'blob:'], workerSrc: ["'self'", 'blob:'], manifestSrc: ["'self'"], formAction: ["'self'", ...(installation.settings.OIDC_ISSUER ? [new URL(installation.settings.OIDC_ISSUER).origin] : [])], baseUri: ["'none'"], frameAncestors: ["'none'"] },
    crossOriginEmbedderPolicy: false, referrerPolicy: 'strict-origin-when-cross-origin', strictTransportSecurity: installation.baseUrl.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: device, microphone: device, geolocation: ['self'] },
  })
  // a video is recorded on its own page; no other may ask for the camera and the microphone
  const everywhere = headers([]), recording = headers(['self'])
  app.use((c, next) => (c.req.path.endsWith('/videos/new') ? recording : everywhere)(c, next))
  app.use(bodyLimit({ maxSize: 45_000_000, onError: () => problemJson(413, 'tooLarge') }))
  // A change is accepted only from our own pages: browsers say where a request comes from, and cookies are SameSite=Lax besides.
  app.use(async (c, next) => {
    // Without a cookie too, so that nobody can be signed in from elsewhere as someone else; programs with a key of their own come from anywhere.
    const program = (!c.req.header('cookie') && c.req.header('authorization') !== undefined) || keyInBody.test(c.req.path)
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) && !program) {
      const site = c.req.header('sec-fetch-site')
      const origin = c.req.header('origin')
      if (site ? !['same-origin', 'none'].includes(site) : origin !== undefined && URL.parse(origin)?.host !== c.req.header('host')) return problemJson(403, 'foreignOrigin')
    }
    knowAddress(c.req.raw, askerAddress(connectionOf(c), c.req.header('x-forwarded-for'), installation.settings.TRUST_PROXY === 'on'))
    return next()
  })
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    try { await installation.database.ownerPool.query('select 1'); return c.text('ready') } catch { return c.text('the database does not answer', 503) }
  })
  app.get('/assets/*', (c) => file(join(client.folder, normalize(c.req.path)), 'public, max-age=31536000, immutable'))
  for (const name of ['icon.svg', 'icon-192.png', 'icon-512.png', 'service-worker.js', 'speculation.json']) app.get(`/${name}`, () => file(join(client.folder, name), 'public, max-age=3600'))
  const icons = iconSheet()
  app.get('/icons.svg', (c) => c.body(icons, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=3600, stale-while-revalidate=604800' }))
  app.get('/theme/:hue{[0-9]{1,3}\\.css}', (c) => c.body(`:root{--hue-lake:${Number.parseInt(c.req.param('hue')) % 360}}`, 200, { 'content-type': 'text/css', 'cache-control': 'public, max-age=31536000, immutable' }))
  app.get('/robots.txt', async (c) => {
    const all = await installation.municipalities.all()
    const host = (c.req.header('host') ?? '').toLowerCase()
    return c.text(robots(installation.baseUrl, all.some((its) => its.hosts.includes(host)) ? all.filter((its) => its.hosts.includes(host)) : all.filter((its) => its.hosts.length === 0)))
  })
  app.all('/api/auth/*', (c) => signIn.handle(c.req.raw))
  const setup = firstRun(installation, assets)
  app.all('/setup', (c) => setup(c.req.raw))
  client.extra?.(app)

  app.all('*', async (c) => {
    const request = c.req.raw
    const host = (c.req.header('host') ?? '').toLowerCase()
    const at = await installation.municipalities.at(host, c.req.path)
    if (!at) return (await installation.municipalities.all()).length ? problemJson(404, 'notFound') : c.redirect('/setup', 303)
    const { language: said, path } = splitLanguage(plainly(at.rest))
    const forProgram = programPath.test(path)
    if (!['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'].includes(request.method) && !(forProgram && ['OPTIONS', 'PUT'].includes(request.method))) return problemJson(405, 'methodNotAllowed')
    const to = chooseLanguage(c.req.header('accept-language'), at.municipality.languages)
    const language = forProgram ? said ?? to : said
    if (!language || !at.municipality.languages.includes(language)) {
      if (at.rest !== '/' && !said && !looksLikePage(at.rest)) return problemJson(404, 'notFound')
      const url = new URL(request.url)
      return c.redirect(`${at.prefix}/${to}${(said ? path : at.rest).replace(/\/$/, '')}${url.search}`, 302)
    }
    const base = `${at.prefix}/${language}`
    if (forProgram && request.method === 'OPTIONS') return new Response(null, { status: 204, headers: preflight })
    const response = await cached(request, async () => {
      // over Open311 nobody is signed in: the key is in what is sent
      if (keyInBody.test(c.req.path)) return answer({ municipality: at.municipality, language, base, path, actor: guest }, request)
      const key = forProgram ? /^bearer\s+(?!nousu_d_)(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] : undefined
      const signedIn = key ? await holderOf(installation, at.municipality, key) : request.headers.has('cookie') ? await signIn.whoIs(request.headers) : null
      if (key && !signedIn) return problemJson(401, 'unknownKey', {}, { 'www-authenticate': 'Bearer error="invalid_token"' })
      const actor = signedIn ? await personOf(installation.database, at.municipality, signedIn, language) : guest
      // a key made for an organisation does not go on in the person's own name when they no longer represent it
      if (key && signedIn?.actsAs && !(actor.kind === 'person' && actor.as)) return problemJson(401, 'unknownKey', {}, { 'www-authenticate': 'Bearer error="invalid_token"' })
      return answer({ municipality: at.municipality, language, base, path, actor, readsMailbox: installation.settings.DEMO === 'on' || asksLocally(connectionOf(c), request.headers) }, request)
    })
    if (forProgram) response.headers.set('access-control-allow-origin', '*')
    return response
  })
  app.onError((cause, c) => {
    installation.log.error(cause, `${c.req.method} ${addressForLog(c.req.path)}`)
    const language = splitLanguage(c.req.path).language ?? 'fi'
    const [title, text] = uiWords(language).refused[500]!
    if (!c.req.header('accept')?.includes('html')) return problemJson(500, 'serverError')
    return c.html(`<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="stylesheet" href="${assets.style}"><main class="shell"><h1>${title}</h1><p>${text}</p><p><a href="/">${uiWords(language).toHome}</a></p></main></html>`, 500)
  })
  return app
}

/** The other end of the connection, which is a proxy's where there is one. */
const connectionOf = (c: Context): string | undefined => (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress

/** Addresses that programs ask for, which need no language in them. */
const programPath = /^\/(api\/(v\d+\/|openapi\.json$)|sitemap\.xml$|sitemaps\/|open311\/.)/
/** Where programs write with a key that is among the fields; no cookie is looked at. */
const keyInBody = /^(\/[\w-]+){0,2}\/open311\/v2\//
/** Programs join addresses with one slash too many, or end them with one. */
const plainly = (path: string) => (path.startsWith('/open311/') ? path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1') : path)
/** Any page may use the API with a key; cookies are never asked for from elsewhere. */
const preflight = { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, POST, DELETE', 'access-control-allow-headers': 'authorization, content-type, idempotency-key, accept-language', 'access-control-max-age': '86400' }

const looksLikePage = (path: string) => !/\.\w{1,5}$/.test(path)

function chooseLanguage(accepted: string | undefined, spoken: Language[]): Language {
  for (const part of (accepted ?? '').split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase()
    if (isLanguage(code) && spoken.includes(code)) return code
  }
  return spoken[0] ?? 'fi'
}

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', png: 'image/png', woff2: 'font/woff2', json: 'application/json', txt: 'text/plain; charset=utf-8', map: 'application/json' }
const held = new Map<string, Promise<Buffer>>()
async function file(path: string, cacheControl: string): Promise<Response> {
  try {
    let bytes = held.get(path)
    if (!bytes) { bytes = readFile(path); held.set(path, bytes); bytes.catch(() => held.delete(path)) }
    const extension = path.slice(path.lastIndexOf('.') + 1)
    const type = path.endsWith('speculation.json') ? 'application/speculationrules+json' : types[extension] ?? 'application/octet-stream'
    return new Response(new Uint8Array(await bytes), { headers: { 'content-type': type, 'cache-control': cacheControl } })
  } catch { return new Response('not found', { status: 404 }) }
}
