import { RegExpRouter } from 'hono/router/reg-exp-router'
import { SmartRouter } from 'hono/router/smart-router'
import { TrieRouter } from 'hono/router/trie-router'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { type Asker, command, type House, type Municipality, query } from '#core/context/context.server.ts'
import { Invalid, isProblems, Moved, type Problems, Refusal, SignInNeeded, TooMuch } from '#core/errors/errors.ts'
import { type Actor, guest } from '#core/identity/actor.ts'
import { isLanguage, type Language } from '#core/text/language.ts'
import { countBrought } from './brought.server.ts'
import type { Done, Failed, FormContext, Head, PageDef, ResourceDef, Route, View } from './page.ts'

/** One request, understood: whose municipality, which language, who asks. */
export type Asked = { municipality: Municipality; language: Language; base: string; path: string; actor: Actor; readsMailbox?: boolean }

/** What the shell around every page is given. */
export type ShellProps = { head: Head; view: View; municipality: Municipality; status: number; children: ReactNode; shell: unknown }

export type Serving = {
  house: House
  routes: Route[]
  /** what the shell needs of the database for a signed-in person, in one query */ readShell(asker: Asker): Promise<unknown>
  document(props: ShellProps): ReactNode
  /** the page of a refusal */ refused(status: number, code: string, view: View): ReactNode
  refusedTitle(status: number, code: string, language: Language): string
}

const bodyLimit = { form: 1_000_000, multipart: 40_000_000 }

/** Answers requests within one municipality and language: finds the route, reads or acts, renders. */
export function serve(serving: Serving) {
  // one expression for all addresses when they allow it; a tree when a word and a parameter share a place (/ideas/confirm/:token, /ideas/:ideaId/edit)
  const router = new SmartRouter<Route>({ routers: [new RegExpRouter(), new TrieRouter()] })
  for (const route of serving.routes) router.add('GET', route.path, route)
  const find = (path: string) => {
    const [found, stash] = router.match('GET', path)
    // the most literal one: /ideas/new is not an idea called new
    const first = found.reduce<(typeof found)[number] | undefined>((best, each) => (best && Object.keys(best[1]).length <= Object.keys(each[1]).length ? best : each), undefined)
    if (!first) return null
    const params: Record<string, string> = {}
    for (const [name, index] of Object.entries(first[1] as Record<string, number | string>)) {
      const raw = typeof index === 'number' ? (stash as string[] | undefined)?.[index] : index
      try { params[name] = decodeURIComponent(raw ?? '') } catch { throw new Invalid('badAddress') }
      if (params[name]?.includes('\0')) throw new Invalid('badAddress')
    }
    return { route: first[0], params }
  }

  async function html(asked: Asked, request: Request, status: number, its: { view: View; head: Head; body: ReactNode }, headers = new Headers()) {
    const shell = await serving.readShell(asked)
    const text = '<!doctype html>' + renderToString(serving.document({ head: its.head, view: its.view, municipality: asked.municipality, status, children: its.body, shell }))
    headers.set('content-type', 'text/html; charset=utf-8')
    headers.set('content-language', asked.language)
    headers.set('cache-control', asked.actor.kind === 'guest' && request.method === 'GET' && !its.head.hidden ? 'private, max-age=0, must-revalidate' : 'private, no-store')
    headers.set('vary', 'cookie')
    return new Response(request.method === 'HEAD' ? null : text, { status, headers })
  }

  const viewOf = (asked: Asked, url: URL, failed?: Failed): View => ({
    language: asked.language, base: asked.base, href: (path) => asked.base + (path === '/' ? '' : path) || '/',
    me: asked.actor.kind === 'person' ? asked.actor : null,
    path: asked.path, query: url.searchParams, now: serving.house.clock(), ...(failed ? { failed } : {}),
  })

  async function showPage(asked: Asked, request: Request, page: PageDef, params: Record<string, string>, failed?: Failed, headers?: Headers) {
    const url = new URL(request.url)
    const data = await query(serving.house, asked, page.read as never, params, url.searchParams)
    const view = viewOf(asked, url, failed)
    return html(asked, request, failed ? 422 : 200, { view, head: page.head(data, view), body: page.view(data, view) }, headers)
  }

  async function act(asked: Asked, request: Request, page: PageDef, params: Record<string, string>) {
    const form = await readForm(request)
    const name = form.get('_do')
    const handler = typeof name === 'string' && Object.hasOwn(page.forms ?? {}, name) ? page.forms![name] : undefined
    if (!handler) throw new Invalid('unknownForm')
    if (asked.actor.kind === 'guest') countBrought(request, form, serving.house.clock().getTime())
    const more: FormContext = { request, headers: new Headers(), house: serving.house }
    if (handler.before) more.waited = await query(serving.house, asked, handler.before, params as never, form)
    let done: Done
    try {
      done = await command(serving.house, asked, async (ctx) => {
        const result = await handler(ctx, params as never, form, more)
        if (isProblems(result)) throw new Unfinished(result as never) // nothing half done: the transaction goes back
        return result
      })
    } catch (cause) {
      if (!(cause instanceof Unfinished)) throw cause
      done = cause.result
    }
    if (done && 'problems' in done) {
      const values = Object.fromEntries([...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('_')))
      for (const key of new Set(form.keys())) if (key.endsWith('[]')) values[key] = form.getAll(key).filter((each) => typeof each === 'string').join('\n')
      return showPage(asked, request, page, params, { form: name as string, problems: done.problems, values: { ...values, ...done.values } }, more.headers)
    }
    const url = new URL(request.url)
    const to = done && 'to' in done ? done.to : undefined
    more.headers.set('location', to === undefined ? url.pathname + url.search : /^https?:\/\//.test(to) ? to : asked.base + (to === '/' ? '' : to) || '/')
    return new Response(null, { status: 303, headers: more.headers })
  }

  return async function answer(asked: Asked, request: Request): Promise<Response> {
    const isPost = request.method === 'POST'
    try {
      if (request.url.includes('%00')) throw new Invalid('badAddress') // PostgreSQL's texts cannot hold it
      const found = find(asked.path)
      if (!found) return await refuse(asked, request, 404, 'notFound')
      const { route, params } = found
      if ('view' in route && !['GET', 'HEAD', 'POST'].includes(request.method)) return await refuse(asked, request, 405, 'methodNotAllowed')
      if ('view' in route) return await (isPost ? act(asked, request, route, params) : showPage(asked, request, route, params))
      const its = route as ResourceDef
      const isPut = request.method === 'PUT', changes = isPost || isPut || request.method === 'DELETE'
      const handler = isPost ? its.post : isPut ? its.put : changes ? its.delete : request.method === 'PATCH' ? its.patch : its.get
      if (!handler) return await refuse(asked, request, 405, 'methodNotAllowed')
      const more: FormContext = { request, headers: new Headers(), house: serving.house }
      const response = await (changes && !its.waits ? command : query)(serving.house, asked, async (ctx) => {
        const result = await handler(ctx, params as never, request, more)
        if (isProblems(result)) throw new Unfinished(result)
        return result
      })
      for (const [key, value] of more.headers) response.headers.append(key, value)
      return response
    } catch (cause) {
      if (cause instanceof Unfinished) return problemJson(422, 'problems', { problems: cause.result.problems })
      if (cause instanceof SignInNeeded && !wantsJson(request, asked.path)) {
        const url = new URL(request.url)
        return new Response(null, { status: 303, headers: { location: `${asked.base}/sign-in?${new URLSearchParams({ to: asked.path + url.search })}` } })
      }
      // kept by browsers for an hour: what was merged may be merged again
      if (cause instanceof Moved) return new Response(null, { status: isPost ? 303 : 301, headers: { location: asked.base + cause.to, 'cache-control': 'max-age=3600' } })
      if (cause instanceof Refusal) return refuse(asked, request, cause.status, cause.code)
      throw cause
    } finally { held.delete(request) }
  }

  /** A refusal as the asker can read it: a page, or problem+json (RFC 9457). */
  async function refuse(asked: Asked, request: Request, status: number, code: string) {
    if (wantsJson(request, asked.path)) return problemJson(status, code, {}, status === 401 ? { 'www-authenticate': 'Bearer' } : {})
    const view = viewOf({ ...asked, actor: asked.actor ?? guest }, new URL(request.url))
    return html(asked, request, status, { view, head: { title: serving.refusedTitle(status, code, asked.language), hidden: true }, body: serving.refused(status, code, view) })
  }
}

class Unfinished extends Error {
  readonly result: { problems: Problems; values?: Record<string, string> }
  constructor(result: { problems: Problems; values?: Record<string, string> }) { super('problems'); this.result = result }
}

const wantsJson = (request: Request, path: string) => path.startsWith('/api/') || /^(?!.*text\/html).*json/.test(request.headers.get('accept') ?? '')

export function problemJson(status: number, code: string, more: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  return Response.json({ type: 'about:blank', title: code, status, ...more }, { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers } })
}

/**
 * The form that a request carries, of at most so many bytes and a thousand fields: a megabyte could hold two hundred
 * thousand, and reading each by its name would keep the process busy for minutes.
 */
export async function readForm(request: Request, most: { form: number; multipart: number } = bodyLimit): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  const multipart = type.startsWith('multipart/form-data')
  if (!multipart && !type.startsWith('application/x-www-form-urlencoded')) throw new Invalid('notAForm')
  const limit = multipart ? most.multipart : most.form
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new TooMuch('tooLarge')
  const bytes = await readLimited(request, limit)
  if (moreThan(bytes, multipart ? part : ampersand, mostFields)) throw new TooMuch('tooLarge')
  let form: FormData
  try { form = await new Response(bytes as BodyInit, { headers: { 'content-type': type } }).formData() } catch { throw new Invalid('notAForm') }
  if ([...form.keys()].length > mostFields + 1) throw new TooMuch('tooLarge')
  for (const value of form.values()) if (typeof value === 'string' && value.includes('\0')) throw new Invalid('badText')
  return form
}
const mostFields = 1000
const ampersand = Buffer.from('&'), part = Buffer.from('form-data; name=')
/** Is a mark there more often than so many times? Asked before the body is taken apart. */
function moreThan(bytes: Uint8Array, mark: Buffer, most: number): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = all.indexOf(mark), count = 0; at >= 0; at = all.indexOf(mark, at + mark.length)) if (++count > most) return true
  return false
}

const small = 1_000_000
/** How many bytes of large bodies a process holds at once: beyond it they are refused, rather than the process ending for want of memory. */
export const room = { bytes: 200_000_000 }
const held = new Map<Request, number>()
function hold(request: Request, size: number) {
  held.set(request, size)
  if ([...held.values()].reduce((sum, each) => sum + each, 0) > room.bytes) throw new TooMuch('tooOften')
}

const bodies = new WeakMap<Request, Uint8Array>()
/** A body of at most `limit` bytes, whatever its headers promise; the same again when a transaction that collided is run anew. */
export async function readLimited(request: Request, limit: number): Promise<Uint8Array> {
  const before = bodies.get(request)
  if (before) return before
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) throw new TooMuch('tooLarge')
    if (size > small) hold(request, size)
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  bodies.set(request, body)
  return body
}

/** The language of a path's first part, and what is left: `/fi/ideas` is `{ language: 'fi', path: '/ideas' }`. */
export function splitLanguage(path: string): { language: Language | null; path: string } {
  const [, first, rest] = /^\/([^/]*)(\/.*)?$/.exec(path) ?? []
  return isLanguage(first) ? { language: first, path: (rest ?? '/').replace(/(.)\/+$/, '$1') } : { language: null, path }
}
