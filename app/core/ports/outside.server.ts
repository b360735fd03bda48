import { lookup as resolve } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What an address on the network must not be when somebody outside named it: this machine, its networks, what is not unicast (IANA's special-purpose registries, RFC 6890). */
const inner = new BlockList()
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.31.196.0', 24], ['192.52.193.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['192.175.48.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3]] as const) inner.addSubnet(net, bits, 'ipv4')
// all of IPv6 but global unicast (2000::/3), and what in it stands for something else: documentation, 6to4, Teredo
const global6 = new BlockList(), special6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['2620:4f:8000::', 48], ['3fff::', 20]] as const) special6.addSubnet(net, bits, 'ipv6')

/** Is this number an address of the open internet? */
export function isOutside(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !inner.check(address, 'ipv4')
  return family === 6 && global6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
}

/** Names that are never of the open internet (RFC 6761, RFC 6762, RFC 8375 and what networks call their own). */
const ownNames = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|example|onion|arpa)$/i

/** May a stranger give this address for the house to ask? HTTPS on its own port, a name of the open internet, no user in it. Where the name leads is asked anew at each connection. */
export function mayBeOutside(address: string): boolean {
  if (address.length > 2000 || !URL.canParse(address)) return false
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  return url.protocol === 'https:' && url.port === '' && !url.username && !url.password && (isIP(host) ? isOutside(host) : host.includes('.') && !ownNames.test(host))
}

/**
 * Resolves a name for a connection, and refuses with `code: 'INSIDE'` when any of its addresses is not `reachable`: the
 * connection is made to the very address that was looked at, so what the name meant a moment ago does not matter.
 */
export const checkedLookup = (reachable: (address: string) => boolean): LookupFunction => (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (cause, found) => {
    if (cause) return done(cause, [])
    if (found.length === 0 || !found.every((each) => reachable(each.address))) return done(Object.assign(new Error('the address leads inside'), { code: 'INSIDE' }), [])
    if (options.all) done(null, found); else done(null, found[0]!.address, found[0]!.family)
  })
}

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/**
 * Asks an address that someone outside gave, and nothing inside: no redirects, at most `most` bytes of answer, `timeout`
 * for all of it. `allows` lets through addresses that a test or an installation has set itself.
 */
export async function askOutside(address: string, its: { method?: string; headers?: Record<string, string>; body?: Buffer; most?: number; timeout?: number; allows?: ((url: URL) => boolean) | undefined } = {}): Promise<Answer> {
  const url = new URL(address)
  const trusted = its.allows?.(url) === true
  if (!trusted && !mayBeOutside(address)) throw Object.assign(new Error('the address leads inside'), { code: 'INSIDE' })
  return new Promise((done, failed) => {
    const ask = (url.protocol === 'http:' ? httpRequest : httpsRequest)(url, {
      method: its.method ?? 'GET', headers: { ...its.headers, ...(its.body ? { 'content-length': its.body.length } : {}) }, signal: AbortSignal.timeout(its.timeout ?? 10_000), ...(trusted ? {} : { lookup: checkedLookup(isOutside) }),
    }, (response) => {
      const parts: Buffer[] = []
      let size = 0
      response.on('data', (part: Buffer) => { size += part.length; if (size > (its.most ?? 65_536)) ask.destroy(new Error('the answer is too large')); else parts.push(part) })
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }))
      response.on('error', failed)
    })
    ask.on('error', failed)
    ask.end(its.body)
  })
}
