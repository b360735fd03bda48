import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

type Said = { title: string; options: { body: string; lang: string; tag: string; data: { path?: string } } }

/** The service worker's own file with a browser around it that writes down what it is asked. */
function worker(its: { kept?: unknown; windows?: string[]; answers?: number } = {}) {
  const handlers = new Map<string, (event: unknown) => void>()
  const shown: Said[] = [], opened: string[] = [], focused: string[] = [], asked: { url: string; body: unknown }[] = []
  const cache = new Map<string, string>(its.kept ? [['/push', JSON.stringify(its.kept)]] : [])
  const fresh = { toJSON: () => ({ endpoint: 'https://push.example.fi/new', keys: { p256dh: 'P', auth: 'A' } }) }
  const self = {
    addEventListener: (name: string, does: (event: unknown) => void) => { handlers.set(name, does) },
    registration: { showNotification: async (title: string, options: Said['options']) => { shown.push({ title, options }) }, pushManager: { subscribe: async () => fresh } },
    clients: { matchAll: async () => (its.windows ?? []).map((url) => ({ url, focus: async () => { focused.push(url) } })), openWindow: async (url: string) => { opened.push(url) } },
  }
  runInNewContext(readFileSync(join(import.meta.dirname, '../../../public/service-worker.js'), 'utf8'), {
    self, URL, Response, Uint8Array, atob, location: { origin: 'https://nousu.example.fi' },
    caches: { open: async () => ({ match: async (key: string) => (cache.has(key) ? new Response(cache.get(key)) : undefined), put: async (key: string, answer: Response) => { cache.set(key, await answer.text()) } }) },
    fetch: async (url: string, init: { body: string }) => { asked.push({ url, body: JSON.parse(init.body) }); return new Response(null, { status: its.answers ?? 204 }) },
  })
  const dispatch = async (name: string, event: object) => { let work: Promise<unknown> = Promise.resolve(); handlers.get(name)!({ ...event, waitUntil: (promise: Promise<unknown>) => { work = promise } }); await work }
  return { dispatch, shown, opened, focused, asked, kept: () => JSON.parse(cache.get('/push') ?? 'null') as unknown }
}

test('a push message is shown in its language, one at a time; one that cannot be read is shown all the same', async () => {
  const it = worker()
  await it.dispatch('push', { data: { json: () => ({ title: 'Nousu', body: 'Något har rört sig.', path: '/sv/me/notices', language: 'sv' }) } })
  await it.dispatch('push', { data: { json: () => { throw new Error('not ours') } } })
  await it.dispatch('push', { data: null })
  expect(it.shown.map(({ title, options }) => [title, options.body, options.lang, options.tag, options.data.path])).toEqual([['Nousu', 'Något har rört sig.', 'sv', 'nousu', '/sv/me/notices'], ['Nousu', '', 'fi', 'nousu', undefined], ['Nousu', '', 'fi', 'nousu', undefined]])
})

test.each([
  ['/sv/me/notices', 'https://nousu.example.fi/sv/me/notices'], ['//evil.example/', 'https://nousu.example.fi/'], ['https://evil.example/', 'https://nousu.example.fi/'], [undefined, 'https://nousu.example.fi/'],
])('a tap on a message that leads to %s opens %s', async (path, to) => {
  const it = worker()
  await it.dispatch('notificationclick', { notification: { data: { path }, close: () => {} } })
  expect(it.opened).toEqual([to])
})

test('a tap goes to the window that is already there', async () => {
  const it = worker({ windows: ['https://nousu.example.fi/fi', 'https://nousu.example.fi/fi/me/notices'] })
  await it.dispatch('notificationclick', { notification: { data: { path: '/fi/me/notices' }, close: () => {} } })
  expect([it.opened, it.focused]).toEqual([[], ['https://nousu.example.fi/fi/me/notices']])
})

const kept = { endpoint: 'https://push.example.fi/old', auth: 'OLD', vapid: 'BAAA', base: '/nokia/fi' }
test('a changed subscription is told with the secret of the old one, and kept for the next time', async () => {
  const it = worker({ kept })
  await it.dispatch('pushsubscriptionchange', { newSubscription: null })
  expect(it.asked).toEqual([{ url: '/nokia/fi/me/push', body: { old: { endpoint: kept.endpoint, auth: 'OLD' }, new: { endpoint: 'https://push.example.fi/new', p256dh: 'P', auth: 'A' } } }])
  expect(it.kept()).toEqual({ ...kept, endpoint: 'https://push.example.fi/new', auth: 'A' })
})
test('one that was not taken, or was never turned on here, is left as it was', async () => {
  const refused = worker({ kept, answers: 404 })
  await refused.dispatch('pushsubscriptionchange', { newSubscription: null })
  expect(refused.kept()).toEqual(kept)
  const never = worker()
  await never.dispatch('pushsubscriptionchange', { newSubscription: null })
  expect(never.asked).toEqual([])
})
