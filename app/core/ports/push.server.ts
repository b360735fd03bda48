import { createECDH, hkdfSync } from 'node:crypto'
import webPush from 'web-push'
import { askOutside } from './outside.server.ts'

/** A browser's subscription: where its push service takes messages, and the keys that only it can read them with. */
export type Subscription = { endpoint: string; p256dh: string; auth: string }

/** What became of a message: taken; the browser is gone; refused for good; or to be tried again, perhaps after so many seconds. */
export type Pushed = { done: true } | { done: false; gone: boolean; forGood: boolean; after?: number; error: string }

/** Who carries push messages away. */
export type Pusher = { send(to: Subscription, payload: string, its: { /** seconds for which the message is worth anything */ life: number }): Promise<Pushed> }

/** The pair of keys by which push services know this installation (RFC 8292). Browsers subscribe to the public one. */
export type VapidKeys = { publicKey: string; privateKey: string }

// the order of the curve P-256
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** Keys from the installation's secret: the same in every process that has it, and after a move. Drawn evenly from the curve (FIPS 186-5, A.2.1). */
export function vapidFromSecret(secret: string): VapidKeys {
  const drawn = BigInt(`0x${Buffer.from(hkdfSync('sha256', secret, '', 'nousu vapid', 40)).toString('hex')}`)
  return vapidOf(Buffer.from((drawn % (order - 1n) + 1n).toString(16).padStart(64, '0'), 'hex').toString('base64url'))
}
/** The pair of a private key in base64url, as `VAPID_KEY` gives it. Throws for what is not one. */
export function vapidOf(privateKey: string): VapidKeys {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(Buffer.from(privateKey, 'base64url'))
  return { privateKey, publicKey: pair.getPublicKey('base64url') }
}

export const isVapidKey = (text: string): boolean => { try { vapidOf(text); return /^[\w-]{43}$/.test(text) } catch { return false } }

/**
 * Web Push by the standard: RFC 8030 with a TTL, the sender named by VAPID (RFC 8292), the message readable to the browser
 * alone (RFC 8291, aes128gcm). An address comes from a browser, so it may lead nowhere inside.
 * @param contact whom a push service writes to about our messages: an https or mailto address
 * @param allows addresses that a test or an installation has set itself
 */
export function webPusher(keys: VapidKeys, contact: string, allows?: (url: URL) => boolean): Pusher {
  return {
    async send(to, payload, { life }) {
      let made: ReturnType<typeof webPush.generateRequestDetails>
      try {
        // one waiting message says as much as ten: a newer one takes the place of it (RFC 8030 5.4)
        made = webPush.generateRequestDetails({ endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } }, payload, { vapidDetails: { subject: contact, ...keys }, TTL: life, topic: 'nousu', urgency: 'normal', contentEncoding: 'aes128gcm' })
      } catch { return { done: false, gone: true, forGood: true, error: 'the keys of the browser are not keys' } }
      try {
        const answer = await askOutside(to.endpoint, { method: 'POST', headers: made.headers as Record<string, string>, body: made.body as Buffer, most: 16_384, allows })
        if (answer.status >= 200 && answer.status < 300) return { done: true }
        const gone = answer.status === 404 || answer.status === 410
        // 408, 429 and 5xx pass; another answer to the same message will not change
        const passes = answer.status === 408 || answer.status === 429 || answer.status >= 500
        const after = passes ? secondsOf(answer.headers['retry-after']) : undefined
        return { done: false, gone, forGood: !passes, ...(after === undefined ? {} : { after }), error: `${answer.status} ${answer.body.toString('utf8').replace(/\s+/g, ' ').slice(0, 120)}`.trim() }
      } catch (cause) {
        const { code, message } = cause as { code?: string; message: string }
        return { done: false, gone: code === 'INSIDE', forGood: code === 'INSIDE', error: message.slice(0, 200) }
      }
    },
  }
}

/** Retry-After as seconds from now: a number, or a date (RFC 9110 10.2.3). */
function secondsOf(header: string | string[] | undefined): number | undefined {
  const text = Array.isArray(header) ? header[0] : header
  if (!text) return undefined
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 86_400) : undefined
}
