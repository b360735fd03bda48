/** What a browser gives of itself to be rung; `device` is what it says it is. */
export type Subscription = { endpoint: string; p256dh: string; auth: string; device: string }

/** Can this browser be rung at all? */
export const canRing = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

const bytesOf = (base64url: string) => Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))
const same = (a: ArrayBuffer | null, b: Uint8Array) => a !== null && a.byteLength === b.length && new Uint8Array(a).every((byte, i) => byte === b[i])

/** The subscription that this browser has, and the digest of its push service's address, by which a page's list knows it. Null when it has none. */
export async function subscribed(): Promise<{ endpoint: string; auth: string; mark: string } | null> {
  const its = (await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription())?.toJSON()
  if (!its?.endpoint) return null
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(its.endpoint)))
  return { endpoint: its.endpoint, auth: its.keys?.auth ?? '', mark: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') }
}

/**
 * Asks for leave and subscribes this browser with the installation's key. Null when leave was not given; throws when it cannot be done.
 * @param base `/fi` or `/nokia/fi`, where the service worker tells of a changed subscription
 */
export async function subscribe(vapid: string, base: string): Promise<Subscription | null> {
  if (await Notification.requestPermission() !== 'granted') return null
  const { pushManager } = await navigator.serviceWorker.ready
  const key = bytesOf(vapid)
  let its = await pushManager.getSubscription()
  if (its && !same(its.options.applicationServerKey, key)) { await its.unsubscribe(); its = null } // of another key: its messages would be refused
  its ??= await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  const { endpoint, keys } = its.toJSON()
  const given = { endpoint: endpoint!, p256dh: keys!.p256dh!, auth: keys!.auth!, device: navigator.userAgent }
  // what the service worker proves itself with when the push service changes the subscription
  await (await caches.open('nousu-push-1')).put('/push', new Response(JSON.stringify({ endpoint, auth: given.auth, vapid, base })))
  return given
}
