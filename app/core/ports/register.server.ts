import { type Answer, askOutside } from './outside.server.ts'

/** Why a register gave nothing: a code for the admin, never the words of whoever answered. `status` is HTTP's, 0 when there was none. */
export type RegisterTrouble = 'inside' | 'unreachable' | 'tooSlow' | 'tooLarge' | 'refused' | 'notAllowed' | 'tooOften' | 'down' | 'notJson' | 'notThat' | 'endless'
export class RegisterError extends Error {
  readonly code: RegisterTrouble
  readonly status: number
  constructor(code: RegisterTrouble, status = 0) { super(status ? `${code} (HTTP ${status})` : code); this.code = code; this.status = status }
}

/** How a register is asked: what may be reached besides the open internet, how long is waited between tries, when to stop. */
export type Manners = { allows?: ((url: URL) => boolean) | undefined; wait?: (milliseconds: number) => Promise<void>; stopping?: AbortSignal; timeout?: number }

const tries = 4
/** One answer at most, in bytes: a page of a hundred records is far below it. */
const mostBytes = 30_000_000
/** Longest that is waited because a register asks to (Retry-After), in milliseconds; who wants more is asked the next time. */
const longest = 60_000
const sleep = (milliseconds: number) => new Promise<void>((resolve) => { setTimeout(resolve, milliseconds).unref() })

/**
 * Asks a register for bytes, patiently: what may pass (429, 5xx, a lost connection) is asked again after what Retry-After
 * says, else after 1, 2 and 4 seconds. Throws RegisterError.
 */
export async function askRegister(address: string, its: Manners & { headers?: Record<string, string>; accept?: string } = {}): Promise<Buffer> {
  for (let attempt = 1; ; attempt++) {
    its.stopping?.throwIfAborted()
    const got = await once(address, its)
    if (Buffer.isBuffer(got)) return got
    const passes = got.error.code === 'tooOften' || got.error.code === 'down' || got.error.code === 'unreachable' || got.error.code === 'tooSlow'
    if (!passes || attempt === tries) throw got.error
    const wait = got.after ?? 1000 * 2 ** (attempt - 1)
    if (wait > longest) throw got.error
    await (its.wait ?? sleep)(wait)
  }
}

async function once(address: string, its: Manners & { headers?: Record<string, string>; accept?: string }): Promise<Buffer | { error: RegisterError; after?: number }> {
  let answer: Answer
  try {
    answer = await askOutside(address, { headers: { accept: its.accept ?? 'application/json', 'accept-encoding': 'identity', 'user-agent': 'Nousu', ...its.headers }, most: mostBytes, timeout: its.timeout ?? 60_000, allows: its.allows })
  } catch (cause) {
    const { code, name, message } = cause as { code?: string; name: string; message: string }
    return { error: new RegisterError(code === 'INSIDE' ? 'inside' : name === 'TimeoutError' || name === 'AbortError' ? 'tooSlow' : message === 'the answer is too large' ? 'tooLarge' : 'unreachable') }
  }
  const { status } = answer
  if (status === 200) return answer.body
  if (status === 429) return { error: new RegisterError('tooOften', status), ...after(answer) }
  if (status >= 500) return { error: new RegisterError('down', status), ...after(answer) }
  return { error: new RegisterError(status === 401 || status === 403 ? 'notAllowed' : 'refused', status) }
}
/** Retry-After in seconds or as a date (RFC 9110, 10.2.3). */
function after({ headers }: Answer): { after?: number } {
  const said = String(headers['retry-after'] ?? '').trim()
  if (/^\d{1,6}$/.test(said)) return { after: Number(said) * 1000 }
  const at = Date.parse(said)
  return Number.isNaN(at) ? {} : { after: Math.max(0, at - Date.now()) }
}

/** The same as JSON. Throws RegisterError('notJson') too. */
export async function askJson(address: string, its: Manners & { headers?: Record<string, string> } = {}): Promise<unknown> {
  const body = await askRegister(address, its)
  try { return JSON.parse(body.toString('utf8')) } catch { throw new RegisterError('notJson') }
}

/** More pages than this is no register of one municipality's. */
const mostPages = 2000
/**
 * Walks pages until there are no more: `ask` gives a page's records and how many pages there are said to be, or whether there is
 * another. A register that gives the same page again and again is seen by its records' keys. Throws RegisterError('endless').
 */
export async function* pagesOf<T>(ask: (page: number) => Promise<{ items: T[]; pages?: number | null; more?: boolean }>, keyOf: (item: T) => string): AsyncGenerator<T[]> {
  const seen = new Set<string>()
  let idle = 0
  for (let page = 1; ; page++) {
    if (page > mostPages) throw new RegisterError('endless')
    const { items, pages, more } = await ask(page)
    const fresh = items.filter((item) => { const key = keyOf(item); if (seen.has(key)) return false; seen.add(key); return true })
    if (fresh.length > 0) { idle = 0; yield fresh } else if (items.length > 0 && ++idle >= 3) throw new RegisterError('endless')
    if (items.length === 0 || !(more ?? page < (pages ?? 1))) return
  }
}
