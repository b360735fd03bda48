// The installed app's helper. It keeps the look (hashed files, which never change) and the offline page of each
// municipality and language. Pages are always asked from the network and never kept: they are personal. It shows push
// messages, which say only that there is something new, and tells when the push service changes the subscription.
// The views of the field open without a network: the shell of each, fetched as nobody, is kept with the files it needs, draws
// what the view itself has kept for its person, and what was done meanwhile is sent when the network returns
// (client/field-names.ts; modules/work/field, modules/conditions/field).
const look = 'nousu-look-1'
const offline = 'nousu-offline-1'
const pushed = 'nousu-push-1'
const views = [
  { path: '/work/field', pages: /^\/work\/field(\/[0-9a-f-]{36})?\/?$/, shell: 'nousu-field-shell-1', queue: 'nousu-field-queue', sync: 'nousu-field' },
  { path: '/field/places', pages: /^\/field\/places\/?$/, shell: 'nousu-places-shell-1', queue: 'nousu-places-queue', sync: 'nousu-places' },
]
const fieldPictures = 'nousu-field-pictures'
const kiosk = 'nousu-kiosk-1'
const kept = [look, offline, pushed, fieldPictures, kiosk, ...views.map((view) => view.shell)]
// a bad network may answer in a minute; the day's work is on the phone already
const fieldPatience = 5000
const keepShellFor = 60 * 60 * 1000
const keepOfflineFor = 24 * 60 * 60 * 1000
const mostFiles = 80

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith('nousu-') && !kept.includes(name)) await caches.delete(name)
    await self.clients.claim()
    for (const client of await self.clients.matchAll({ type: 'window' })) await keepOffline(baseOf(new URL(client.url)))
  })())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(viewOf(url) ? fieldPage(event, url) : isKiosk(url) ? kioskPage(event, url) : page(event, url))
  else if (/\/pictures\/[\w-]+-small\.webp$/.test(url.pathname)) event.respondWith(fetch(request).catch(async (cause) => { const its = await caches.match(request, { cacheName: fieldPictures }); if (!its) throw cause; return its }))
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
  let kept
  for (const cacheName of [look, ...views.map((view) => view.shell), kiosk]) kept ??= await caches.match(request, { cacheName })
  // the names of icons stay when their drawings change: what is kept is shown, and asked anew for the next time
  const lasting = !new URL(request.url).pathname.startsWith('/icon')
  if (kept && lasting) return kept
  const asked = freshFile(request)
  if (!kept) return asked
  asked.catch(() => {})
  return kept
}

async function freshFile(request) {
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

/** The view of the field that an address is of, when it is of one. */
function viewOf(url) {
  const base = baseOf(url)
  return base ? views.find((view) => view.pages.test(url.pathname.slice(base.length))) : undefined
}

/** A view of the field from the network, or its kept shell when there is none or it is too slow. */
async function fieldPage(event, url) {
  const view = viewOf(url)
  const shell = await caches.match(`${baseOf(url)}${view.path}/offline`, { cacheName: view.shell })
  if (!shell) return page(event, url)
  const answer = page(event, url)
  answer.catch(() => {})
  let timer
  const slow = new Promise((resolve) => { timer = setTimeout(resolve, fieldPatience, null) })
  const first = await Promise.race([answer.catch(() => null), slow])
  clearTimeout(timer)
  return first && first.status !== 503 ? first : shell
}

// A view says which files it is made of; they are kept together with its shell, so that both are of the same build.
self.addEventListener('message', (event) => {
  const { base, path, files } = event.data?.field ?? {}
  const view = views.find((each) => each.path === path)
  if (view && typeof base === 'string' && Array.isArray(files) && baseOf(new URL(base, location.origin)) === base) event.waitUntil(keepField(view, base, files.filter((each) => /^\/(assets|theme)\/|^\/icon/.test(each))))
})

async function keepField(view, base, files) {
  const address = `${base}${view.path}/offline`
  const cache = await caches.open(view.shell)
  const old = await cache.match(address)
  const there = new Set((await cache.keys()).map((each) => new URL(each.url).pathname))
  if (old && files.every((each) => there.has(each)) && Date.now() - Date.parse(old.headers.get('x-kept') ?? '') < keepShellFor) return
  try {
    const answer = await fetch(address, { credentials: 'omit', redirect: 'error' })
    if (!answer.ok) return
    const html = await answer.text()
    const named = [...html.matchAll(/(?:href|src)="(\/(?:assets\/|theme\/|icon)[^"]+)"/g)].map((found) => found[1].split('#')[0])
    const wanted = [...new Set([...files, ...named, '/icons.svg'])]
    for (const each of wanted) if (!there.has(each)) { const its = await caches.match(each, { cacheName: look }) ?? await fetch(each); if (its.ok) await cache.put(each, its) }
    await cache.put(address, new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': answer.headers.get('content-security-policy') ?? '', 'permissions-policy': answer.headers.get('permissions-policy') ?? '', 'x-kept': new Date().toISOString() } }))
    for (const each of there) if (!wanted.includes(each) && each.startsWith('/assets/')) await cache.delete(each)
  } catch { /* no network now: next time */ }
}

/** A tablet in a lobby (modules/satisfaction): its page is nobody's, and opens without a network as it was the last time. */
const isKiosk = (url) => /\/ask\/kiosk\/[\w-]{32}$/.test(url.pathname)
async function kioskPage(event, url) {
  try {
    const answer = await fetch(event.request)
    if (answer.status < 500) return answer
  } catch { /* shown as it was */ }
  return await caches.match(url.pathname, { cacheName: kiosk }) ?? page(event, url)
}
self.addEventListener('message', (event) => {
  const { path, files } = event.data?.kiosk ?? {}
  if (typeof path === 'string' && Array.isArray(files) && isKiosk(new URL(path, location.origin))) event.waitUntil(keepKiosk(path, files.filter((each) => /^\/(assets|theme)\/|^\/icon/.test(each))))
})
async function keepKiosk(path, files) {
  try {
    const answer = await fetch(path, { credentials: 'omit', redirect: 'error' })
    const cache = await caches.open(kiosk)
    if (answer.status === 404) await cache.delete(path)
    if (!answer.ok) return
    const html = await answer.text()
    const named = [...html.matchAll(/(?:href|src)="(\/(?:assets\/|theme\/|icon)[^"]+)"/g)].map((found) => found[1].split('#')[0])
    for (const each of new Set([...files, ...named, '/icons.svg'])) { const its = await caches.match(each) ?? await fetch(each); if (its.ok) await cache.put(each, its.clone()) }
    await cache.put(path, new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': answer.headers.get('content-security-policy') ?? '' } }))
  } catch { /* no network now: next time */ }
}

// The queue of a view of the field, sent when the network returns and the view is closed. An open one sends it itself.
self.addEventListener('sync', (event) => { const view = views.find((each) => each.sync === event.tag); if (view) event.waitUntil(sendField(view)) })

async function sendField(view) {
  const open = await self.clients.matchAll({ type: 'window' })
  if (open.some((client) => viewOf(new URL(client.url)) === view)) await new Promise((resolve) => { setTimeout(resolve, 15_000) }) // it sends by itself; what is left then was left behind
  await navigator.locks.request(`${view.sync}-send`, async () => {
    const db = await new Promise((resolve, reject) => { const asked = indexedDB.open(view.queue, 1); asked.onupgradeneeded = () => asked.result.createObjectStore('acts', { keyPath: 'n', autoIncrement: true }); asked.onsuccess = () => resolve(asked.result); asked.onerror = () => reject(asked.error) })
    const within = (mode, work) => new Promise((resolve, reject) => { const transaction = db.transaction('acts', mode); const asked = work(transaction.objectStore('acts')); transaction.oncomplete = () => resolve(asked.result); transaction.onerror = () => reject(transaction.error) })
    try {
      for (const act of await within('readonly', (store) => store.getAll())) {
        if (act.problem || !act.base) continue
        const { n, fields, photo, base, ...its } = act
        const form = new FormData()
        for (const [name, value] of Object.entries({ ...fields, ...its, sentAt: new Date().toISOString() })) form.set(name, String(value))
        if (photo) form.set('photo', photo, 'photo.jpg')
        const answer = await fetch(`${base}${view.path}/sync`, { method: 'PATCH', body: form, headers: { accept: 'application/json' } })
        if (answer.status >= 500 || answer.status === 429) throw new Error('later')
        if (answer.status === 401) return
        if (!answer.ok) continue // another person's, or someone has to look at it: the view shows what and why
        await answer.json()
        await within('readwrite', (store) => store.delete(n))
      }
    } finally { db.close() }
  })
}
