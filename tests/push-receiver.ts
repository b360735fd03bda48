import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

/** A message as the receiver got it: what its sender proved, what it said of itself, and what the browser reads in it. */
export type Received = { path: string; ttl: number; topic: string | undefined; urgency: string | undefined; jwt: { aud: string; exp: number; sub: string }; key: string; text: string }
type Browser = { endpoint: string; p256dh: string; auth: string }

/**
 * A push service and its browsers for tests: takes messages by RFC 8030, checks the sender by RFC 8292, and reads them as
 * the browser would by RFC 8291 and RFC 8188. What does not fit is answered with 400 and stays in `refused`.
 */
export async function pushReceiver() {
  const browsers = new Map<string, { private: ReturnType<typeof createECDH>; auth: Buffer }>()
  const answers = new Map<string, { status: number; headers?: Record<string, string> }>()
  const received: Received[] = [], refused: string[] = []
  let asked = 0
  const server = createServer(async (request, response) => {
    asked++
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const path = request.url!
    const wanted = answers.get(path)
    if (wanted) { response.writeHead(wanted.status, wanted.headers).end('as the test wished'); return }
    try {
      const its = browsers.get(path)
      if (!its || request.method !== 'POST') { response.writeHead(404).end(); return }
      received.push({ path, ...sender(request, origin), text: decrypt(Buffer.concat(parts), its.private, its.auth) })
      response.writeHead(201, { location: `${origin}/message` }).end()
    } catch (cause) { refused.push(String(cause)); response.writeHead(400).end() }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  afterAll(() => { server.closeAllConnections(); server.close() })
  return {
    origin, received, refused, asked: () => asked,
    /** A new browser's subscription, as it would give it to a page. */
    subscribe(): Browser {
      const pair = createECDH('prime256v1')
      const auth = randomBytes(16)
      const path = `/to/${randomBytes(12).toString('base64url')}`
      browsers.set(path, { private: pair, auth })
      return { endpoint: origin + path, p256dh: pair.generateKeys('base64url'), auth: auth.toString('base64url') }
    },
    of: (browser: Browser) => received.filter((each) => origin + each.path === browser.endpoint),
    /** What it answers from now on to messages for a browser; as usual when nothing is given. */
    answer(browser: Browser, its?: { status: number; headers?: Record<string, string> }) { const { pathname } = new URL(browser.endpoint); if (its) answers.set(pathname, its); else answers.delete(pathname) },
  }
}

function sender(request: IncomingMessage, origin: string): Omit<Received, 'path' | 'text'> {
  const [, token, key] = /^vapid t=([\w-]+\.[\w-]+\.[\w-]+), ?k=([\w-]+)$/.exec(request.headers.authorization ?? '') ?? []
  if (!token || !key) throw new Error('no VAPID')
  const point = Buffer.from(key, 'base64url')
  if (point.length !== 65 || point[0] !== 4) throw new Error('not a point')
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }, format: 'jwk' })
  const [head, body, signature] = token.split('.') as [string, string, string]
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string }
  const jwt = JSON.parse(Buffer.from(body, 'base64url').toString()) as Received['jwt']
  if (header.alg !== 'ES256' || !verify('sha256', Buffer.from(`${head}.${body}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))) throw new Error('not signed')
  const left = jwt.exp - Date.now() / 1000
  if (jwt.aud !== origin || left <= 0 || left > 86_400 || !/^(mailto:|https:)/.test(jwt.sub)) throw new Error('not for us')
  if (request.headers['content-encoding'] !== 'aes128gcm' || request.headers.ttl === undefined) throw new Error('no encoding or no TTL')
  return { jwt, key, ttl: Number(request.headers.ttl), topic: request.headers.topic as string | undefined, urgency: request.headers.urgency as string | undefined }
}

/** RFC 8188 with the keys of RFC 8291, one record. */
function decrypt(body: Buffer, mine: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16), idLength = body[20]!
  const theirs = body.subarray(21, 21 + idLength)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), mine.getPublicKey(), theirs])
  const keyMaterial = Buffer.from(hkdfSync('sha256', mine.computeSecret(theirs), auth, info, 32))
  const key = Buffer.from(hkdfSync('sha256', keyMaterial, salt, 'Content-Encoding: aes128gcm\0', 16)), nonce = Buffer.from(hkdfSync('sha256', keyMaterial, salt, 'Content-Encoding: nonce\0', 12))
  const record = body.subarray(21 + idLength)
  if (record.length > body.readUInt32BE(16)) throw new Error('more than one record')
  const open = createDecipheriv('aes-128-gcm', key, nonce)
  open.setAuthTag(record.subarray(-16))
  const padded = Buffer.concat([open.update(record.subarray(0, -16)), open.final()])
  const end = padded.findLastIndex((byte) => byte !== 0)
  if (padded[end] !== 2) throw new Error('not the last record')
  return padded.subarray(0, end).toString('utf8')
}
