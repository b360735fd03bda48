import { expect, test } from 'vitest'
import { tellThem } from '#core/notices/tell.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { forgetSenders } from '#modules/feedback/server'
import { routes } from '../app/routes.ts'
import { setPrivacy } from '../app/modules/feedback/handling/visibility.server.ts'
import { passOrder } from '../app/modules/work/pass.server.ts'
import { feedbackTown } from './feedback-town.ts'

const t = await feedbackTown()
const pool = t.house.database.ownerPool
const { secret, open, order, partner } = t.ids
const referenceOf = async (id: string) => (await pool.query<{ reference: string }>('select reference from feedback.report where id = $1', [id])).rows[0]!.reference
const settle = async () => { while ((await deliver(t.house, [tellThem])).events > 0) { /* all of them */ } }
const strangers = ['guest', 'otso', 'ry', 'jari', 'mirja'] as const
const paramsOf = (id: string, picture: string): Record<string, string> => ({ id, reportId: id, subjectId: id, orderId: order, picture, file: `${picture}.webp`, code: t.ids.question, secret: 'x', token: 'x', categoryId: t.categories.road, partnerId: partner, assetId: t.ids.asset, kind: 'lamp', key: 'V-1', call: 'requests', its: 'x.json' })
const addressOf = (path: string, params: Record<string, string>) => '/fi' + path.replace(/:(\w+)(\{[^}]*\})?/g, (_all, name: string) => encodeURIComponent(params[name] ?? params.id!))

/** Every address there is, with a report's id in every place, and the searches, feeds and calls that could find it. */
async function everywhere(id: string, picture: string, word: string): Promise<string[]> {
  const reference = await referenceOf(id), q = encodeURIComponent(word)
  return [
    ...routes.filter((route) => route.path !== '/stream' && !String(route.path).includes('live')).map((route) => addressOf(route.path as string, paramsOf(id, picture))),
    `/fi/search?q=${q}`, `/fi/search?q=${reference}`, `/fi/feedback?state=all&q=${q}`, `/fi/feedback?state=all&category=${t.categories.family}`, '/fi/feedback?state=all&sort=nearest&near=23.58,61.55', `/fi/feedback/map-points?bbox=23,61,24,62&zoom=20&state=all`, `/fi/feedback/known?category=${t.categories.family}&longitude=23.58&latitude=61.55`,
    '/fi/feedback.atom', `/fi/feedback.atom?category=${t.categories.family}`, '/fi/feedback/reports.csv?state=all', '/fi/feedback/reports.geojson', `/fi/pictures/${picture}-small.webp`, `/fi/pictures/${picture}.webp?key=1.x&token=x`, `/fi/work/new?reports=${id}`, '/fi/feedback/inbox?state=all', '/fi/found?state=all&score=any', `/fi/feedback/new?asset=${id}`,
    ...['requests.json?extensions=true', `requests/${reference}.json?extensions=true`, `requests.xml?service_request_id=${reference}`, 'requests.json?start_date=2020-01-01T00:00:00Z', `requests.json?service_code=family`, 'requests.json?lat=61.55&long=23.58&radius=500', 'servicerequestupdates.json', `servicerequestupdates.json?service_request_id=${reference}`, `tokens/${id}.json`, 'statistics/services.json'].map((call) => `/open311/v2/${call}`),
    '/sitemap.xml', '/sitemaps/1.xml', '/api/v1/subjects', `/api/v1/subjects/${id}`, '/fi/open-data/reports.json', '/fi/open-data/subjects.csv', '/fi/open-data/events.csv', '/fi/me/notices', '/fi/me/data',
  ]
}
/** The addresses that tell somebody of a report: its words, its reference, its id or its picture. */
async function toldAt(id: string, picture: string, word: string, who: string): Promise<string[]> {
  const reference = await referenceOf(id), found: string[] = []
  for (const path of await everywhere(id, picture, word)) {
    const answer = await t.get(path, who, path.startsWith('/open311') || path.startsWith('/api') ? { accept: '*/*' } : {})
    if (answer.headers.get('content-type')?.startsWith('text/event-stream')) { await answer.body?.cancel(); continue }
    if (answer.status >= 500) found.push(`${path}: ${answer.status} ${JSON.stringify(t.logged.at(-1)).slice(0, 500)}`)
    if (answer.headers.get('content-type')?.startsWith('image')) { found.push(`${path}: its picture`); continue }
    const text = (await answer.text()).replaceAll(decodeURIComponent(path.split('?')[0]!), '').replaceAll(encodeURIComponent(path.replace(/^\/fi/, '')), '')
    const named = path.includes('q=') || path.includes(reference)
    if ((!named && text.includes(word)) || (!path.includes(reference) && text.includes(reference)) || (!path.includes(picture) && text.includes(picture)) || (!path.includes(id) && text.includes(id)) || /aino@koti|040 123/.test(text)) found.push(`${who} ${path}`)
  }
  return found
}

test.each(strangers)('a private report is nowhere for %s', async (who) => { await settle(); expect(await toldAt(secret, t.pictures.secret, 'Salakieli', who)).toEqual([]) }, 60_000)
test('who handles it reads it', async () => { expect((await toldAt(secret, t.pictures.secret, 'Salakieli', 'leena')).length).toBeGreaterThan(5) }, 60_000)

test('one that was public, was taken into work, followed, met and forwarded is nowhere from the moment it is made private; and comes back', async () => {
  const id = await t.report(t.aino, 'Muuttuvainen kuoppa portilla.'), picture = await t.pictured(t.aino, id)
  await t.post(`/fi/feedback/${id}`, 'otso', { _do: 'follow' })
  await t.post(`/fi/feedback/${id}/me-too`, 'otso', { _do: 'meToo' })
  expect((await t.post(`/fi/work/${order}`, 'jari', { _do: 'take', reports: id })).status).toBe(303)
  expect((await t.get(`/fi/work/${order}`)).status).toBe(200)
  await t.jari.does(setPrivacy, id, 'private')
  await settle()
  for (const who of ['guest', 'otso', 'leena', 'mirja']) expect(await toldAt(id, picture, 'Muuttuvainen', who)).toEqual([])
  expect((await t.get(`/fi/work/${order}`)).status).toBe(404)
  await expect(t.leena.does(passOrder, order, { unitId: t.units.library })).rejects.toThrow()
  await t.jari.does(setPrivacy, id, 'public')
  expect(await (await t.get(`/fi/feedback/${id}`)).text()).toContain('Muuttuvainen')
}, 60_000)

/** Everything the database keeps of a report. */
async function kept(id: string): Promise<string> {
  const rows = await Promise.all([
    ...['feedback.sender', 'feedback.fixed', 'feedback.addition', 'feedback.staff_note', 'feedback.forward', 'feedback.me_too', 'work.order_report', 'found.consent', 'found.reading', 'open311.update'].map((table) => pool.query(`select to_jsonb(x) from ${table} x where report_id = $1 order by 1`, [id])),
    pool.query('select to_jsonb(x) from feedback.report x where id = $1', [id]), pool.query('select to_jsonb(x) from trail.subject x where id = $1', [id]), pool.query('select to_jsonb(x) from trail.follow x where subject_id = $1 order by 1', [id]), pool.query('select id from files.picture where subject_id = $1 order by id', [id]), pool.query('select id from trail.event where subject_id = $1 order by id', [id]),
  ])
  return JSON.stringify(rows.map((each) => each.rows))
}
/** What each form might be sent with, so that nothing but the asker is wrong. */
const bodies = async (id: string): Promise<Record<string, string | string[]>> => ({
  sentence: 'Kiitos.', to: 'done', unitId: t.units.sports, into: await referenceOf(open), priority: '3', text: 'Sana', sure: 'on', answer: 'yes', partnerId: partner, square: '1', title: 'Otsikko tälle', kind: 'idea', ids: id, reports: id, act: 'pass', report: id, item: id, role: 'before', shown: 'on', email: 'vieras@x.example', seen: '',
})

test.each(strangers)('no form of any page changes a private report for %s', async (who) => {
  const before = await kept(secret), body = await bodies(secret)
  for (const route of routes) if ('view' in route) for (const name of Object.keys(route.forms ?? {})) {
    if (!/^\/(feedback|found|work|follow)/.test(route.path as string) || String(route.path).endsWith('new')) continue
    for (const to of ['done', 'public', 'all']) {
      const answer = await t.post(addressOf(route.path as string, paramsOf(secret, t.pictures.secret)), who, { ...body, to, _do: name })
      expect(answer.status, `${route.path} ${name}`).toBeLessThan(500)
    }
  }
  expect(await kept(secret)).toBe(before)
}, 60_000)

test.each(['guest', 'otso', 'leena', 'mirja'])('of a public report and its order %s may only say "me too", follow, pass on or take over what landed wrong', async (who) => {
  const id = await t.report(t.aino, `Yleinen kuoppa ${who}.`), picture = await t.pictured(t.aino, id), body = await bodies(id)
  const its = (await t.post('/fi/work/new', 'jari', { _do: 'make', title: 'Oma työ', unitId: t.units.sports, priority: '1', reports: id })).headers.get('location')!.split('/').at(-1)!.split('?')[0]!
  const [before, orders] = [await kept(id), (await pool.query('select to_jsonb(x) from work.work_order x where id = $1', [its])).rows]
  const harmless = new Set(['meToo', 'follow', 'unfollow', 'withdraw', 'pass', 'many'])
  for (const route of routes) if ('view' in route) for (const name of Object.keys(route.forms ?? {})) {
    if (!/^\/(feedback|found|work)\//.test(route.path as string) || String(route.path).endsWith('new') || harmless.has(name)) continue
    const answer = await t.post(addressOf(route.path as string, { ...paramsOf(id, picture), orderId: its }), who, { ...body, _do: name })
    expect(answer.status, `${route.path} ${name}`).toBeLessThan(500)
  }
  expect(await kept(id)).toBe(before)
  expect((await pool.query('select to_jsonb(x) from work.work_order x where id = $1', [its])).rows).toEqual(orders)
}, 60_000)

test('the neighbour municipality sees and changes nothing, whatever ids and links it has', async () => {
  const before = [await kept(open), await kept(secret)]
  for (const path of [`/feedback/${open}`, `/feedback/${open}/handle`, `/feedback/own/${t.tokens.own}`, `/feedback/thanks/${t.tokens.own}`, `/partner/${t.tokens.partner}`, `/found/answer/${t.tokens.own}`, `/found/report/${open}`, `/work/${order}`, `/work/field/${order}`, `/ask/kiosk/${t.tokens.kiosk}`, `/ask/${t.ids.question}`, `/admin/partners/${partner}`, `/admin/feedback/${t.categories.road}`, `/feedback/assets/${t.ids.asset}`, `/pictures/${t.pictures.open}.webp`]) {
    expect((await t.get(`/naapurila/fi${path}`, 'neighbour')).status, path).toBe(404)
    for (const name of ['answer', 'move', 'add', 'takeBack', 'face', 'change', 'done', 'letters', 'ask', 'close', 'mail']) expect((await t.post(`/naapurila/fi${path}`, 'neighbour', { ...await bodies(open), _do: name })).status, `${path} ${name}`).toBeGreaterThanOrEqual(400)
  }
  expect([await kept(open), await kept(secret)]).toEqual(before)
})

test('a link opens what it was made for and nothing else, and not a sign longer', async () => {
  const { own, partner: theirs, kiosk } = t.tokens
  for (const [path, good] of [['/feedback/own/', own], ['/feedback/thanks/', own], ['/partner/', theirs], ['/ask/kiosk/', kiosk]] as const) {
    const right = await t.get(`/fi${path}${good}`)
    expect([right.status, right.headers.get('cache-control')], path).toEqual([200, 'private, no-store'])
    for (const bad of [good === own ? theirs : own, good === kiosk ? theirs : kiosk, `${good}x`, good.slice(0, -1), `${good}.x`.replace(/\.x$/, '.'), open, `${secret}.${good.split('.')[1] ?? 'x'}`]) if (bad !== good && !bad.startsWith(`${good}.`)) expect((await t.get(`/fi${path}${bad}`)).status, `${path}${bad}`).toBe(404)
  }
})

test('what is forgotten is forgotten: nothing of the sender is left in any table', async () => {
  const id = await t.report(t.guest, 'Unohdettava asia jossakin.', { categoryId: t.categories.family, sender: { name: 'Unohdettu Unto', email: 'unto@unohdettu.example', phone: '050 777' } })
  const token = await t.tokenOf(id)
  await t.post(`/fi/feedback/own/${token}`, 'guest', { _do: 'add', text: 'Olen Unohdettu Unto.' })
  await t.post(`/fi/feedback/own/${token}`, 'guest', { _do: 'letters', email: 'unto@unohdettu.example' })
  await t.post(`/fi/feedback/${id}/handle`, 'leena', { _do: 'note', text: 'Soitin, Unohdettu ei vastannut.' })
  await t.post(`/fi/feedback/${id}/forward`, 'leena', { _do: 'forward', partnerId: partner, words: 'Soita: Unohdettu.', withSender: 'on' })
  await t.post(`/fi/feedback/${id}/handle`, 'leena', { _do: 'move', to: 'done', sentence: 'Hoidettu.' })
  await t.post(`/fi/feedback/own/${token}`, 'guest', { _do: 'fixed', answer: 'yes', words: 'Unohdettu kiittää.' })
  await pool.query("update feedback.report set closed_at = closed_at - interval '10 years' where id = $1", [id])
  await pool.query("update notices.mail set sent_at = now()")
  await t.antti.does(forgetSenders)
  await pool.query("delete from notices.mail where \"to\" = 'tyot@tiehuolto.example'") // as forgetMail does in two weeks
  const tables = (await pool.query<{ name: string }>("select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('feedback', 'trail', 'found', 'open311', 'notices', 'work', 'files', 'moderation')")).rows
  const left: string[] = []
  for (const { name } of tables) for (const row of (await pool.query<{ its: string }>(`select x::text as its from ${name} x where x::text ~* 'unohdettu|unohdettava|050 777' limit 1`)).rows) left.push(`${name}: ${row.its}`)
  expect(left).toEqual([])
  const again = await t.post(`/fi/feedback/own/${token}`, 'guest', { _do: 'letters', email: 'unto@unohdettu.example' })
  expect(again.status).toBe(404)
  expect((await t.post(`/fi/feedback/own/${token}`, 'guest', { _do: 'add', text: 'Vielä yksi.' })).status).toBe(409)
})

test('no letter, notice or message on a device says what was written, nor the log who wrote it', async () => {
  await settle()
  for (const table of ['notices.mail', 'notices.notice', 'notices.push']) expect((await pool.query(`select x::text from ${table} x where x::text ~ 'Salakieli|Muuttuvainen'`)).rows, table).toEqual([])
  expect(JSON.stringify(t.logged)).not.toMatch(/Salakieli|Muuttuvainen|aino@koti|040 123|Koskela/)
})
