// The network address of who sent a request: for limits against flooding, never stored as it is.
const addresses = new WeakMap<Request, string>()

/** Told once by the HTTP server, which alone sees the connection. */
export const knowAddress = (request: Request, address: string) => { addresses.set(request, address) }
/** The address a request came from; 'unknown' when it did not come over a network. */
export const addressOf = (request: Request): string => addresses.get(request) ?? 'unknown'

/** The asker's address: the connection's, or what the trusted proxy in front says last in X-Forwarded-For. An IPv6 network of one home is one asker. */
export function askerAddress(connection: string | undefined, forwarded: string | null | undefined, trustProxy: boolean): string {
  const said = trustProxy ? forwarded?.split(',').at(-1)?.trim() : undefined
  const address = (said || connection || 'unknown').replace(/^::ffff:/, '')
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address
}
