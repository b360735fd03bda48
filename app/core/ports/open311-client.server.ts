import { XMLParser } from 'fast-xml-parser'
import { askOutside } from './outside.server.ts'

/** Another's Open311 (GeoReport v2) service, as its client needs it. */
export type Open311 = { url: string; jurisdiction?: string | undefined; apiKey?: string | undefined; /** addresses that an installation or a test has set itself */ allows?: ((url: URL) => boolean) | undefined }
export type ToSend = { service: string; longitude?: number | null; latitude?: number | null; address?: string | null; description: string; media?: string | null; email?: string; phone?: string; firstName?: string; lastName?: string }
/** What a service says of a request: its own status word, what it says of it, and when. */
export type Said = { requestId: string; updateId: string; status: string; text: string; at: Date | null }

/** `forGood`: asking again gets the same answer. The message is for an admin: no more of theirs than their own description. */
export class Open311Error extends Error {
  readonly forGood: boolean
  readonly status: number
  constructor(message: string, forGood: boolean, status = 0) { super(message); this.forGood = forGood; this.status = status }
}

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: true, processEntities: true, isArray: (name) => ['request', 'service', 'request_update', 'error'].includes(name) })
const most = 2_000_000

/** Asks one call in XML, which the standard demands of every service (JSON is optional). */
async function call(its: Open311, path: string, query: Record<string, string>, form?: Record<string, string>): Promise<Record<string, unknown>> {
  const url = new URL(`${its.url.replace(/\/*$/, '/')}${path}.xml`)
  for (const [name, value] of Object.entries({ ...(its.jurisdiction ? { jurisdiction_id: its.jurisdiction } : {}), ...query })) if (value) url.searchParams.set(name, value)
  let answer: Awaited<ReturnType<typeof askOutside>>
  try {
    answer = await askOutside(url.href, {
      timeout: 20_000, most, allows: its.allows, headers: { accept: 'text/xml, application/xml', 'user-agent': 'Nousu', ...(form ? { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' } : {}) },
      ...(form ? { method: 'POST', body: Buffer.from(new URLSearchParams(Object.fromEntries(Object.entries(form).filter(([, value]) => value))).toString()) } : {}),
    })
  } catch (cause) {
    const { code, name, message } = cause as { code?: string; name: string; message: string }
    throw new Open311Error(code === 'INSIDE' ? 'the address leads inside' : name === 'TimeoutError' || name === 'AbortError' ? 'no answer in time' : code ?? message, code === 'INSIDE')
  }
  let read: Record<string, unknown> = {}
  try { read = parser.parse(answer.body.toString('utf8')) as Record<string, unknown> } catch { /* told below by its status, or as not understood */ }
  if (answer.status < 200 || answer.status >= 300) {
    const errors = (read.errors as { error?: { description?: unknown }[] } | undefined)?.error ?? []
    const said = errors.map((each) => String(each.description ?? '')).filter(Boolean).join('; ').slice(0, 200)
    throw new Open311Error(`HTTP ${answer.status}${said ? `: ${said}` : ''}`, answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status), answer.status)
  }
  return read
}
const listOf = (read: Record<string, unknown>, root: string, each: string): Record<string, unknown>[] => {
  const inside = read[root]
  if (inside === undefined) throw new Open311Error('the answer is not Open311', true)
  const list = (inside as Record<string, unknown>)?.[each]
  return Array.isArray(list) ? list as Record<string, unknown>[] : []
}
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const moment = (value: unknown): Date | null => { const at = new Date(text(value)); return text(value) && !Number.isNaN(at.getTime()) ? at : null }

/** The services on offer: what their codes are called. Throws Open311Error. */
export async function servicesOf(its: Open311): Promise<{ code: string; name: string }[]> {
  return listOf(await call(its, 'services', {}), 'services', 'service').map((each) => ({ code: text(each.service_code), name: text(each.service_name) })).filter((each) => each.code)
}

/** Sends a request. Answered with its id, or with a token that will become one. Throws Open311Error. */
export async function sendRequest(its: Open311, what: ToSend): Promise<{ id: string } | { token: string }> {
  const read = await call(its, 'requests', {}, {
    api_key: its.apiKey ?? '', service_code: what.service, lat: what.latitude == null ? '' : String(what.latitude), long: what.longitude == null ? '' : String(what.longitude),
    address_string: what.address ?? '', description: what.description.slice(0, 4000), media_url: what.media ?? '', email: what.email ?? '', phone: what.phone ?? '', first_name: what.firstName ?? '', last_name: what.lastName ?? '',
  })
  const [made] = listOf(read, 'service_requests', 'request')
  if (text(made?.service_request_id)) return { id: text(made!.service_request_id) }
  if (text(made?.token)) return { token: text(made!.token) }
  throw new Open311Error('the answer has neither an id nor a token', true)
}
/** The id that a token has become; null while it has not. */
export async function idOfToken(its: Open311, token: string): Promise<string | null> {
  const [made] = listOf(await call(its, `tokens/${encodeURIComponent(token)}`, {}), 'service_requests', 'request')
  return text(made?.service_request_id) || null
}
/** Where requests stand now, each as one saying of its status. */
export async function statusOf(its: Open311, ids: string[]): Promise<Said[]> {
  return listOf(await call(its, 'requests', { service_request_id: ids.join(',') }), 'service_requests', 'request').map((each) => ({
    requestId: text(each.service_request_id), status: text(each.status).toUpperCase(), text: text(each.status_notes), at: moment(each.updated_datetime), updateId: `status ${text(each.status)} ${text(each.updated_datetime)} ${text(each.status_notes)}`.slice(0, 300),
  }))
}
/** What has been said since (service request updates, which not every service has). Throws Open311Error with status 404 where there are none. */
export async function updatesSince(its: Open311, since: Date, until: Date): Promise<Said[]> {
  return listOf(await call(its, 'servicerequestupdates', { start_date: since.toISOString(), end_date: until.toISOString(), ...(its.apiKey ? { api_key: its.apiKey } : {}) }), 'service_requests_updates', 'request_update').map((each) => ({
    requestId: text(each.service_request_id), updateId: text(each.update_id), status: text(each.status).toUpperCase(), text: text(each.description), at: moment(each.updated_datetime),
  })).filter((each) => each.updateId && each.requestId)
}
