// The network address of who sent a request: for limits against flooding, never stored as it is.
import { isIP } from 'node:net'

const addresses = new WeakMap<Request, string>()

/** Told once by the HTTP server, which alone sees the connection. */
export const knowAddress = (request: Request, address: string) => { addresses.set(request, address) }
/** The address a request came from; 'unknown' when it did not come over a network. */
export const addressOf = (request: Request): string => addresses.get(request) ?? 'unknown'

/** The asker's address: the connection's, or what the trusted proxy in front says last in X-Forwarded-For. An IPv6 network of one home is one asker. */
export function askerAddress(connection: string | undefined, forwarded: string | null | undefined, trustProxy: boolean): string {
  const said = trustProxy ? forwarded?.split(',').at(-1)?.trim() : undefined
  const address = (said || connection || 'unknown').replace(/^::ffff:/, '')
  return isIP(address) === 6 ? networkOf(address) : address.slice(0, 64)
}
/** The first half of an IPv6 address, however it is shortened. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const parts = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const all = tail === undefined ? parts : [...parts, ...Array<string>(Math.max(0, 8 - parts.length - after.length)).fill('0'), ...after]
  return all.slice(0, 4).map((part) => part.toLowerCase().replace(/^0+(?=.)/, '')).join(':')
}

/**
 * Does someone ask at the machine itself? From the loopback, under its own name (another page's name would be a browser led
 * astray), and brought by no proxy.
 */
export function asksLocally(connection: string | undefined, headers: Headers): boolean {
  const proxied = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via', 'cf-connecting-ip', 'true-client-ip'].some((name) => headers.has(name))
  return !proxied && /^(127\.|::1$|::ffff:127\.)/.test(connection ?? '') && isLocalHost(headers.get('host') ?? '')
}
/** Is this the name of the machine itself? With or without a port. */
export const isLocalHost = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)
