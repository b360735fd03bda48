import { createHash } from 'node:crypto'
import type { Ctx } from '#core/context/context.server.ts'
import { Moved, Refusal } from '#core/errors/errors.ts'
import { type FormContext, resource, type ResourceDef } from '#core/http/page.ts'
import { readForm, readLimited } from '#core/http/serve.server.ts'
import { asked, type Asked, checkJurisdiction } from './asked.server.ts'
import { discovery } from './discovery.server.ts'
import { contentType, type Format, isFormat, type Value, written } from './formats.ts'
import { errorsOf, Refused, refused } from './refused.ts'
import { listRequests, oneRequest } from './requests.server.ts'
import { requestOfToken, sendRequest } from './send.server.ts'
import { serviceDefinition, serviceList } from './services.server.ts'
import { statistics } from './statistics.server.ts'
import { sendUpdate } from './update.server.ts'
import { listUpdates } from './updates.server.ts'

type Answer = { root: string; value: Value; headers?: Record<string, string>; status?: number }
/** What is asked for: `services` of services.json, and the one of it in services/road.json. */
type Call = { name: string; one: string | null; format: Format }

const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after, link, x-result-count, x-page-count, x-page-size', 'cross-origin-resource-policy': 'cross-origin', 'x-content-type-options': 'nosniff' }

async function read(its: Asked, { name, one }: Call, address: URL): Promise<Answer> {
  const requests = 'service_requests'
  if (one === null) switch (name) {
    case 'services': return { root: 'services', value: await serviceList(its.ctx), headers: kept }
    case 'requests': {
      const { requests: value, page } = await listRequests(its)
      return { root: requests, value, ...(page ? { headers: pageHeaders(page, address) } : {}) }
    }
    case 'servicerequestupdates': return { root: 'service_requests_updates', value: await listUpdates(its) }
  }
  else switch (name) {
    case 'services': return { root: 'service_definition', value: await serviceDefinition(its.ctx, one), headers: kept }
    case 'requests': return { root: requests, value: await oneRequest(its, one) }
    case 'tokens': return { root: requests, value: await requestOfToken(its, one) }
    case 'statistics': { const value = await statistics(its.ctx, one); if (value) return { root: 'statistics', value, headers: { 'cache-control': 'public, max-age=600' } } }
  }
  throw refused(404, 'resource', one === null ? name : `${name}/${one}`)
}
const kept = { 'cache-control': 'public, max-age=60' }

async function write(its: Asked, { name, one }: Call, form: FormData, { request, house }: FormContext): Promise<Answer> {
  if (one === null && name === 'requests') return { root: 'service_requests', value: await sendRequest(house, its, form, request.headers.get('idempotency-key')?.slice(0, 60) || null) }
  if (one === null && name === 'servicerequestupdates') return { root: 'service_requests_updates', value: await sendUpdate(house, its, form) }
  if (one === null ? name === 'services' : ['services', 'requests', 'tokens', 'statistics'].includes(name)) throw refused(400, 'readOnly')
  throw refused(404, 'resource', one === null ? name : `${name}/${one}`)
}

/** Which pages there are, in headers: the body stays the bare list that the specification asks for. */
function pageHeaders({ number, size, total }: { number: number; size: number; total: number }, address: URL): Record<string, string> {
  const pages = Math.ceil(total / size)
  const next = new URL(address)
  next.searchParams.set('page', String(number + 1))
  return { 'x-result-count': String(total), 'x-page-count': String(pages), 'x-page-size': String(size), ...(number < pages ? { link: `<${next.pathname}${next.search}>; rel="next"`, 'x-next-page-url': `${next.pathname}${next.search}` } : {}) }
}

/** `services.json` is services in JSON. Without a known format at its end there is no such resource; that is told in XML, which every program reads. */
function callOf(file: string, folder?: string): Call | null {
  const [, name, end] = /^(.+)\.(\w+)$/s.exec(file) ?? []
  const format = end?.toLowerCase()
  if (!name || !isFormat(format)) return null
  return folder === undefined ? { name, one: null, format } : { name: folder, one: name, format }
}

/** Answers a call in its format, whatever becomes of it. An unchanged answer is not sent twice (RFC 9110, 13.1.2). */
async function answer(ctx: Ctx, call: Call | null, { request, house }: FormContext, does: (its: Asked, call: Call) => Promise<Answer>, form?: FormData): Promise<Response> {
  const url = new URL(request.url)
  const its = asked(ctx, call?.format ?? 'xml', house.baseUrl, url.searchParams, form)
  const headers = (more: Record<string, string> = {}) => ({ ...open, 'content-type': contentType(its.format), 'content-language': its.ctx.language, vary: 'accept-language', ...more })
  try {
    if (!call) throw refused(404, 'format', url.pathname.split('/').at(-1) ?? '')
    checkJurisdiction(its)
    const { root, value, headers: more, status } = await does(its, call)
    const body = written(its.format, root, value)
    if (form) return new Response(body, { status: status ?? 200, headers: headers({ 'cache-control': 'no-store', ...more }) })
    const etag = `"${createHash('sha256').update(`${its.ctx.language} ${body}`).digest('base64url').slice(0, 27)}"`
    const same = request.headers.get('if-none-match')?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
    return new Response(same ? null : body, { status: same ? 304 : 200, headers: headers({ 'cache-control': 'no-cache', ...more, etag }) })
  } catch (cause) {
    const known = cause instanceof Refused ? cause : cause instanceof Refusal ? refused(cause.status === 404 ? 404 : cause.status === 403 ? 403 : 400, cause.status === 413 ? 'tooLarge' : 'unreadable') : null
    if (!known) throw cause
    return new Response(written(its.format, 'errors', errorsOf(known.mistakes, its.ctx.language)), { status: known.mistakes[0].code, headers: headers({ 'cache-control': 'no-store', ...known.headers }) })
  }
}

const reads = (ctx: Ctx, call: Call | null, more: FormContext) => answer(ctx, call, more, (its, known) => read(its, known, new URL(more.request.url)))

/** A call's form. Programs send it as a browser would, in parts with photos, or as JSON, whose members are taken for its fields. A form that cannot be read is told of in the call's own format. */
async function writes(ctx: Ctx, call: Call | null, more: FormContext): Promise<Response> {
  try {
    const form = await formOf(more.request)
    return await answer(ctx, call, more, (its, known) => write(its, known, form, more), form)
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    return answer(ctx, call, more, () => { throw cause }, new FormData())
  }
}
async function formOf(request: Request): Promise<FormData> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return readForm(request)
  const form = new FormData()
  let said: unknown
  try { said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readLimited(request, 1_000_000))) } catch (cause) { if (cause instanceof Refusal) throw cause; throw refused400 }
  if (typeof said !== 'object' || said === null || Array.isArray(said)) throw refused400
  for (const [name, value] of Object.entries(said)) for (const each of Array.isArray(value) ? value : [value]) if (each !== null) form.append(name, typeof each === 'object' ? JSON.stringify(each) : String(each))
  return form
}
const refused400 = new Refusal(400, 'notJson')

/** Every address of the interface. None of them needs a language: `locale` says it, else what the program says it accepts. */
export const open311Calls: ResourceDef[] = [
  resource('/open311/:file', { get: async (ctx, { file }, _request, more) => {
    if (file === 'v2') throw new Moved('/open311') // nothing is at the endpoint itself: a person who looks there is told what it is
    const call = callOf(file)
    return answer(ctx, call, more, async (its) => {
      if (call?.name !== 'discovery') throw refused(404, 'resource', file)
      return { root: 'discovery', value: await discovery(its.ctx, more.house.baseUrl), headers: kept }
    })
  } }),
  resource('/open311/v2/:call', { waits: true, get: (ctx, { call }, _request, more) => reads(ctx, callOf(call), more), post: (ctx, { call }, _request, more) => writes(ctx, callOf(call), more) }),
  resource('/open311/v2/:call/:its', { waits: true, get: (ctx, { call, its }, _request, more) => reads(ctx, callOf(its, call), more), post: (ctx, { call, its }, _request, more) => writes(ctx, callOf(its, call), more) }),
]
