// The installed app's helper. It keeps the look (hashed files, which never change) and the offline page of each
// municipality and language. Pages are always asked from the network and never kept: they are personal. It shows push
// messages, which say only that there is something new, and tells when the push service changes the subscription.
const look = 'nousu-look-1'
const offline = 'nousu-offline-1'
const pushed = 'nousu-push-1'
const keepOfflineFor = 24 * 60 * 60 * 1000
const mostFiles = 80

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith('nousu-') && name !== look && name !== offline && name !== pushed) await caches.delete(name)
    await self.clients.claim()
    for (const client of await self.clients.matchAll({ type: 'window' })) await keepOffline(baseOf(new URL(client.url)))
  })())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(event, url))
  else if (/^\/assets\/|^\/icon|^\/theme\//.test(url.pathname)) event.respondWith(file(request))
})

async function page(event, url) {
  const base = baseOf(url)
  try {
    const answer = await fetch(event.request)
    event.waitUntil(keepOffline(base))
    return answer
  } catch (cause) {
    const kept = base && await caches.match(`${base}/offline`, { cacheName: offline })
    if (!kept) throw cause
    return new Response(kept.body, { status: 503, statusText: 'offline', headers: kept.headers })
  }
}

async function file(request) {
  const kept = await caches.match(request, { cacheName: look })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    const cache = await caches.open(look)
    await cache.put(request, answer.clone())
    const all = await cache.keys()
    await Promise.all(all.slice(0, Math.max(0, all.length - mostFiles)).map((old) => cache.delete(old)))
  }
  return answer
}

self.addEventListener('push', (event) => {
  let told = {}
  try { told = event.data?.json() ?? {} } catch { /* not of ours: a message must be shown all the same */ }
  event.waitUntil(self.registration.showNotification(told.title ?? 'Nousu', { body: told.body ?? '', lang: told.language ?? 'fi', icon: '/icon-192.png', tag: 'nousu', renotify: true, data: { path: told.path } }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { path } = event.notification.data ?? {}
  const to = new URL(typeof path === 'string' && /^\/(?!\/)/.test(path) ? path : '/', location.origin).href
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: 'window' })
    const here = open.find((client) => client.url === to)
    if (here) return here.focus()
    return self.clients.openWindow(to)
  })())
})

// The push service changed the subscription: the new one is told with the secret of the old one, which nobody else knows.
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(pushed)
    const kept = await (await cache.match('/push'))?.json()
    if (!kept) return
    const key = Uint8Array.from(atob(kept.vapid.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))
    const its = (event.newSubscription ?? await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON()
    const answer = await fetch(`${kept.base}/me/push`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ old: { endpoint: kept.endpoint, auth: kept.auth }, new: { endpoint: its.endpoint, ...its.keys } }) })
    if (answer.ok) await cache.put('/push', new Response(JSON.stringify({ ...kept, endpoint: its.endpoint, auth: its.keys.auth })))
  })())
})

/** `/fi` or `/nokia/sv`: the beginning of a page's address; null for an address without a language. */
function baseOf(url) {
  return /^(?:\/[\w-]+)?\/(?:fi|sv|en)(?=\/|$)/.exec(url.pathname)?.[0] ?? null
}

/** Fetches the offline page as nobody (no cookies), with the files that it needs. Once a day for each base. */
async function keepOffline(base) {
  if (!base) return
  const address = `${base}/offline`
  const cache = await caches.open(offline)
  const kept = await cache.match(address)
  if (kept && Date.now() - Date.parse(kept.headers.get('x-kept') ?? '') < keepOfflineFor) return
  try {
    const answer = await fetch(address, { credentials: 'omit', redirect: 'error' })
    if (!answer.ok) return
    const html = await answer.text()
    const files = [...html.matchAll(/(?:href|src)="(\/(?:assets\/|theme\/|icon)[^"]+)"/g)].map((found) => found[1].split('#')[0]).filter((each, i, all) => all.indexOf(each) === i)
    await Promise.all(files.map((each) => file(new Request(each)).catch(() => {})))
    const style = files.find((each) => each.endsWith('.css') && each.startsWith('/assets/'))
    if (style) await Promise.all([...(await (await file(new Request(style))).text()).matchAll(/url\(["']?(\/assets\/[^"')]+latin-wght[^"')]*)/g)].map((found) => file(new Request(found[1])).catch(() => {})))
    await cache.put(address, new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': answer.headers.get('content-security-policy') ?? '', 'x-kept': new Date().toISOString() } }))
  } catch { /* no network now: next time */ }
}
