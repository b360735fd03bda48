import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tellThem } from '#core/notices/tell.server.ts'
import { openDatabase } from '#core/db/open.server.ts'
import { sendMail } from '#core/notices/outbox.server.ts'
import { mailAtOnce } from '#core/notices/rounds.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { area } from '#core/trail/schema.server.ts'
import { followOf, followSubject } from '#core/trail/follow.server.ts'
import { event } from '#core/trail/event.ts'
import { record } from '#core/trail/record.server.ts'
import { proposeIdea } from '#modules/ideas/server'
import type { Ctx } from '#core/context/context.server.ts'
import { pushReceiver } from '../../../tests/push-receiver.ts'
import { town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'
import { myDeliveries } from './deliveries.server.ts'
import { countsByDay } from './failures.server.ts'

const moved = event('test.moved', { onTrail: true, tells: 'followers', icon: 'moved', words: { fi: () => 'Kokeilu alkoi', sv: () => 'Försöket började', en: () => 'It began' } })
const its = await web()
const service = await pushReceiver()
const { aino, otso, jari, house, get, post } = its
const db = house.database.owner
const later = () => { house.time = new Date(house.time.getTime() + 1000) }
const sent = async (title: string) => { const { id } = await aino.does(proposeIdea, { title, text: 'Rannalta puuttuu laituri, jolta pääsee veteen.' }); later(); return id }
const happens = (ctx: Ctx, subjectId: string) => record(ctx, moved, { subjectId, sentence: 'Laituri laskettiin veteen.' })
const mails = async (to: string) => (await db.execute<{ subject: string; text: string; stop_url: string | null }>(sql`select subject, text, stop_url from notices.mail where "to" = ${to} order by created_at, id`)).rows
const linkIn = (text: string, part: string) => new URL(new RegExp(`https?://\\S*${part}\\S*`).exec(text)![0]).pathname

/** Reads a live stream until its text has what is awaited. */
function listener(response: Response) {
  const reader = response.body!.getReader()
  let text = ''
  return {
    async until(what: string, ms = 2000): Promise<string> {
      const end = Date.now() + ms
      while (!text.includes(what)) {
        const left = end - Date.now()
        if (left <= 0) throw new Error(`not heard in ${ms} ms: ${what}; heard: ${text}`)
        const next = await Promise.race([reader.read(), new Promise<null>((resolve) => setTimeout(resolve, left, null))])
        if (next?.done) throw new Error('the stream ended')
        if (next) text += new TextDecoder().decode(next.value)
      }
      return text
    },
    heard: () => text,
    close: () => reader.cancel(),
  }
}

test('follow by mail without an account: ask, confirm, hear, stop with one click', async () => {
  const id = await sent('Laituri Keijärvelle')
  expect((await post(`/fi/follow/${id}`, 'guest', { _do: 'mail', email: 'ei osoite', rhythm: 'atOnce' })).status).toBe(422)
  const asked = await post(`/fi/follow/${id}`, 'guest', { _do: 'mail', email: 'Vieras@Example.FI', rhythm: 'atOnce' })
  expect(asked.status).toBe(303)
  const [letter] = await mails('vieras@example.fi')
  expect(letter!.subject).toContain('Laituri Keijärvelle')
  const confirm = linkIn(letter!.text, '/follow/confirm/')
  expect((await get(confirm)).status).toBe(200)
  await jari.does(happens, id); await deliver(house, [tellThem]); await mailAtOnce(house)
  expect(await mails('vieras@example.fi')).toHaveLength(1) // a look at the link confirms nothing
  expect((await post(confirm, 'guest', { _do: 'confirm' })).status).toBe(303)
  await jari.does(happens, id); await deliver(house, [tellThem]); await mailAtOnce(house)
  const all = await mails('vieras@example.fi')
  expect(all).toHaveLength(2)
  // asking again says the same and sends nothing: nobody learns who follows
  const again = await post(`/fi/follow/${id}`, 'guest', { _do: 'mail', email: 'vieras@example.fi', rhythm: 'daily' })
  expect(again.headers.get('location')).toBe(asked.headers.get('location'))
  expect(await mails('vieras@example.fi')).toHaveLength(2)
  const now = new URL(all[1]!.stop_url!).pathname
  expect((await get(now.replace(/\/now$/, ''))).status).toBe(200)
  const stopped = await its.app.fetch(new Request(`http://localhost:3000${now}`, { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:3000' } }))
  expect(stopped.status).toBe(200)
  await jari.does(happens, id); await deliver(house, [tellThem]); await mailAtOnce(house)
  expect(await mails('vieras@example.fi')).toHaveLength(2)
  expect((await get(confirm)).status).toBe(404)
})

test('one address gets at most five confirming letters a day', async () => {
  for (let i = 0; i < 7; i++) expect((await post(`/fi/follow/${await sent(`Penkki numero ${i}`)}`, 'guest', { _do: 'mail', email: 'uhri@example.fi', rhythm: 'atOnce' })).status).toBe(303)
  expect(await mails('uhri@example.fi')).toHaveLength(5)
})

test('a look at the messages reads nothing; opening one does, and another’s cannot be opened', async () => {
  const id = await sent('Valot kentälle')
  await post(`/fi/follow/${id}`, 'otso', { _do: 'rhythm', rhythm: 'inApp', mail: 'on', push: 'on' })
  expect(await otso.sees((ctx) => followOf(ctx, otso.id, id))).toBe('inApp')
  await jari.does(happens, id); await deliver(house, [tellThem])
  const unread = async () => (await db.execute<{ id: string; read: boolean }>(sql`select id, read_at is not null as read from notices.notice where person_id = ${otso.id} and subject_id = ${id}`)).rows
  const page = await (await get('/fi/me/notices', 'otso')).text()
  expect(page).toContain('Valot kentälle')
  expect(page).toContain('Laituri laskettiin veteen.')
  const [mine] = await unread()
  expect(mine!.read).toBe(false)
  expect((await post('/fi/me/notices', 'aino', { _do: 'open', notice: mine!.id })).status).toBe(404)
  expect((await post('/fi/me/notices', 'otso', { _do: 'open', notice: 'x' })).status).toBe(404)
  const opened = await post('/fi/me/notices', 'otso', { _do: 'open', notice: mine!.id })
  expect(opened.headers.get('location')).toBe(`/fi/ideas/${id}`)
  expect((await unread())[0]!.read).toBe(true)
  expect((await get('/fi/me/notices')).status).toBe(303) // a guest is asked to sign in
  const [followed] = (await db.execute<{ id: string }>(sql`select id from trail.follow where person_id = ${otso.id} and subject_id = ${id}`)).rows
  await post('/fi/me/follows', 'otso', { _do: 'stop', follow: followed!.id })
  expect(await otso.sees((ctx) => followOf(ctx, otso.id, id))).toBeNull()
})

test('a red dot is seen within two seconds, whichever program wrote it', async () => {
  const id = await sent('Kiipeilyseinä')
  await post(`/fi/follow/${id}`, 'otso', { _do: 'rhythm', rhythm: 'inApp', mail: 'on', push: 'on' })
  const other = { ...house, database: openDatabase(house.database.connection, { size: 2 }) } // a second program on the same database
  const mine = listener(await get('/fi/live', 'otso'))
  const hers = listener(await get('/sv/live', 'jari'))
  await mine.until('target="bell"'); await hers.until('target="bell"')
  await new Promise((resolve) => setTimeout(resolve, 300)) // the listening connection opens
  await jari.does(happens, id)
  await deliver(other, [tellThem])
  expect(await mine.until('1 uusi viesti')).toContain('href="/fi/me/notices"')
  await post('/fi/me/notices', 'otso', { _do: 'readAll' })
  await mine.until('aria-label="Viestit"><svg', 2000)
  expect(hers.heard()).not.toContain('1 nytt')
  await mine.close(); await hers.close(); await other.database.close()
})

test('an open page hears that its subject moved; a guest watches only what is public', async () => {
  const id = await sent('Uimakoppi')
  const page = listener(await get(`/fi/live?subject=${id}`))
  await page.until('retry:')
  await new Promise((resolve) => setTimeout(resolve, 300)) // the listening connection opens
  await jari.does(happens, id)
  await page.until('action="refresh"')
  await page.close()
  await db.execute(sql`update trail.subject set visibility = 'hidden' where id = ${id}`)
  expect((await get(`/fi/live?subject=${id}`)).status).toBe(404)
  expect((await get('/fi/live')).status).toBe(404)
})

test('what a moderator has hidden is not read from the messages, follows or stop links of others', async () => {
  const id = await sent('Naapurini on varas')
  await post(`/fi/follow/${id}`, 'otso', { _do: 'rhythm', rhythm: 'atOnce', mail: 'on', push: 'on' })
  later()
  await jari.does(happens, id); await deliver(house, [tellThem]); await mailAtOnce(house)
  const [letter] = (await mails('otso.kangas@koivula.example')).filter((each) => each.subject.includes('varas'))
  const stopLink = new URL(letter!.stop_url!).pathname.replace(/\/now$/, '')
  const pages = ['/fi/me/notices', '/fi/me/follows', stopLink, '/fi/me/data.json']
  for (const path of pages) expect(await (await get(path, 'otso')).text(), path).toContain('Naapurini on varas')
  await db.execute(sql`update trail.subject set visibility = 'hidden' where id = ${id}`)
  for (const path of pages.slice(0, 3)) expect(await (await get(path, 'otso')).text(), path).not.toContain('Naapurini on varas')
  const { follows } = JSON.parse(await (await get('/fi/me/data.json', 'otso')).text()).held as { follows: { title: string | null }[] }
  expect(follows.map((each) => each.title)).not.toContain('Naapurini on varas')
})

test('one network address does not send letters to a hundred others', async () => {
  const id = await sent('Valaistus pururadalle')
  const answers = []
  for (let i = 0; i < 65; i++) answers.push((await post(`/fi/follow/${id}`, 'guest', { _do: 'mail', email: `uhri${i}@example.org`, rhythm: 'daily' })).status)
  expect(answers.filter((status) => status === 303).length).toBeLessThanOrEqual(60)
  expect(answers.at(-1)).toBe(422)
  const idea = await post('/fi/ideas/new', 'guest', { _do: 'send', confirmed: '1', title: 'Voitit palkinnon, lunasta se', text: 'Lunasta palkintosi osoitteessa evil.example.', name: 'Pankki', email: 'uhri100@example.org' })
  expect(idea.status).toBe(422)
  expect(await mails('uhri100@example.org')).toHaveLength(0)
})

test('a guest follows a topic, an area or a unit by mail; each hears what opens there and stops with one click', async () => {
  house.time = new Date(house.time.getTime() + 2 * 86_400_000)
  await db.insert(area).values({ municipalityId: its.municipality.id, key: 'Kirkonkylä', name: { fi: 'Kirkonkylä' } }).onConflictDoNothing()
  for (const [i, path] of [`/follow/topic/${its.topics.sports}`, '/follow/area/Kirkonkyl%C3%A4', `/follow/unit/${its.units.sports}`].entries()) {
    const email = `aiheseuraaja${i}@example.fi`
    expect((await get(`/fi${path}`)).status).toBe(200)
    const asked = await post(`/fi${path}`, 'guest', { _do: 'mail', email, rhythm: 'weekly' })
    expect(asked.headers.get('location')).toBe(`/fi${path}?asked=yes`)
    expect((await post(`/fi${path}`, 'guest', { _do: 'mail', email, rhythm: 'atOnce' })).status).toBe(303) // the last wish before confirming counts
    expect((await post(linkIn((await mails(email))[0]!.text, '/follow/confirm/'), 'guest', { _do: 'confirm' })).status).toBe(303)
    expect((await db.execute(sql`select from trail.follow where email = ${email}`)).rows).toHaveLength(1)
  }
  later()
  const { id } = await aino.does(proposeIdea, { title: 'Uimalaituri', text: 'Kirkonkylän rannalta puuttuu laituri, jolta pääsee veteen.', topicId: its.topics.sports })
  await db.execute(sql`update trail.subject set area = 'Kirkonkylä', owner_unit_id = ${its.units.sports} where id = ${id}`)
  await deliver(house, [tellThem]); await mailAtOnce(house)
  for (const i of [0, 1, 2]) {
    const letters = (await mails(`aiheseuraaja${i}@example.fi`)).filter((each) => each.stop_url)
    expect(letters.map((each) => each.subject)).toEqual(['Idea lähetetty: Uimalaituri'])
    const now = new URL(letters[0]!.stop_url!).pathname
    expect((await its.send(now, 'guest', { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })).status).toBe(200)
    expect((await db.execute(sql`select from trail.follow where email = ${`aiheseuraaja${i}@example.fi`}`)).rows).toHaveLength(0)
  }
  for (const path of ['/fi/follow/topic/x', `/fi/follow/topic/${crypto.randomUUID()}`, '/fi/follow/area/Ei-ole', `/fi/follow/unit/${crypto.randomUUID()}`]) {
    expect((await get(path)).status, path).toBe(404)
    expect((await post(path, 'guest', { _do: 'mail', email: 'vieras@example.fi' })).status, path).toBe(404)
  }
})

test('one person’s follows and devices are not another’s to change or see', async () => {
  const id = await sent('Ulkokuntosali')
  await post(`/fi/follow/topic/${its.topics.sports}`, 'otso', { _do: 'rhythm', rhythm: 'daily', mail: 'on' })
  await post(`/fi/follow/${id}`, 'otso', { _do: 'rhythm', rhythm: 'daily', mail: 'on', push: 'on' })
  const follows = async () => (await db.execute<{ id: string; rhythm: string; by_mail: boolean; by_push: boolean }>(sql`select id, rhythm, by_mail, by_push from trail.follow where person_id = ${otso.id} and (topic_id = ${its.topics.sports} or subject_id = ${id}) order by subject_id is null`)).rows
  const before = await follows()
  expect(before.map(({ rhythm, by_mail, by_push }) => [rhythm, by_mail, by_push])).toEqual([['daily', true, true], ['daily', true, false]])
  for (const { id: follow } of before) {
    expect((await post('/fi/me/follows', 'aino', { _do: 'one', follow, rhythm: 'inApp' })).status).toBe(404)
    await post('/fi/me/follows', 'aino', { _do: 'stop', follow })
  }
  const keys = { p256dh: service.subscribe().p256dh, auth: service.subscribe().auth }
  const endpoint = 'https://push.example.fi/to/otso'
  expect((await post('/fi/me/follows', 'otso', { _do: 'device', endpoint, ...keys, device: 'Mozilla/5.0 (Android 15; Mobile) Firefox/140.0' })).status).toBe(303)
  expect((await post('/fi/me/follows', 'otso', { _do: 'device', endpoint: 'https://10.0.0.1/x', ...keys })).status).toBe(422)
  const [device] = (await db.execute<{ id: string; device: string }>(sql`select id, device from notices.push_to where person_id = ${otso.id}`)).rows
  expect(device!.device).toBe('Firefox, Android')
  await post('/fi/me/follows', 'aino', { _do: 'forget', device: device!.id })
  expect((await post('/fi/me/follows', 'aino', { _do: 'device', endpoint, p256dh: keys.p256dh, auth: service.subscribe().auth })).status).toBe(409)
  expect((await post('/fi/me/follows', 'guest', { _do: 'forget', device: device!.id })).headers.get('location')).toContain('/sign-in')
  const move = (body: unknown) => its.send('/fi/me/push', 'guest', { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' } })
  expect((await move({ old: { endpoint, auth: service.subscribe().auth }, new: { endpoint: `${endpoint}2`, ...keys } })).status).toBe(404)
  expect((await move({ old: { endpoint, auth: keys.auth }, new: { endpoint: 'https://127.0.0.1/x', ...keys } })).status).toBe(422)
  expect((await move('{')).status).toBe(400)
  expect((await move({ old: { endpoint, auth: keys.auth }, new: { endpoint: `${endpoint}2`, ...keys } })).status).toBe(204)
  expect((await db.execute<{ endpoint: string }>(sql`select endpoint from notices.push_to`)).rows).toEqual([{ endpoint: `${endpoint}2` }])
  expect(await follows()).toEqual(before)
  expect(await (await get('/fi/me/follows', 'leena')).text()).not.toContain('Ulkokuntosali')
  const held = JSON.parse(await (await get('/fi/me/data.json', 'otso')).text()).held as { followedTargets: { kind: string; name: string }[]; devices: { device: string }[] }
  expect(held.followedTargets.map((each) => each.name)).toEqual(['Liikunta ja ulkoilu'])
  expect(held.devices.map((each) => each.device)).toEqual(['Firefox, Android'])
  expect(JSON.stringify(held)).not.toContain('push.example.fi')
})

test('my choice for all is heard: rhythm, channels, and what already waits', async () => {
  const id = await sent('Frisbeegolf')
  await post(`/fi/follow/${id}`, 'saara', { _do: 'rhythm', rhythm: 'atOnce', mail: 'on', push: 'on' })
  later(); await jari.does(happens, id); await deliver(house, [tellThem])
  await post('/fi/me/follows', 'saara', { _do: 'all', rhythm: 'weekly', push: 'on' })
  expect((await post('/fi/me/follows', 'saara', { _do: 'all', rhythm: 'joskus' })).status).toBe(422)
  later(); await jari.does(happens, id); await deliver(house, [tellThem]); await mailAtOnce(house)
  const { rows } = await db.execute<{ rhythm: string; by_mail: boolean }>(sql`select rhythm, by_mail from notices.notice where person_id = ${its.saara.id} and subject_id = ${id}`)
  expect(rows).toEqual([{ rhythm: 'weekly', by_mail: false }, { rhythm: 'weekly', by_mail: false }])
})

test('an admin sees what was told by day and what failed, and has it tried again; others do not', async () => {
  const id = await sent('Pumppupyöräilyrata')
  await db.execute(sql`delete from notices.mail`)
  const put = (email: string, more: ReturnType<typeof sql>) => db.execute(sql`insert into notices.mail (municipality_id, id, "to", language, subject, text, html, created_at, try_after, attempts, last_error, give_up_at, sent_at) select ${its.municipality.id}, gen_random_uuid(), ${email}, 'fi', 'Salainen otsikko', 't', 'h', ${house.time}, ${house.time}, ${more}`)
  await put('matti.meikalainen@rikki.example', sql`3, '550 no such user', ${house.time}, null::timestamptz`)
  await put('maija@hidas.example', sql`2, '451 busy', null, null::timestamptz`)
  await put('perille@example.fi', sql`1, null, null, ${house.time}::timestamptz`)
  const breaks = { name: 'rikki', does: async () => { throw new Error('se ei käynyt') } }
  later(); await jari.does(happens, id); await deliver(house, [tellThem, breaks])
  await db.execute(sql`update trail.setback set try_after = null`)
  expect((await get('/fi/admin/notices', 'otso')).status).toBe(403)
  expect((await post('/fi/admin/notices', 'jari', { _do: 'all' })).status).toBe(403)
  const page = await (await get('/fi/admin/notices', 'antti')).text()
  for (const words of ['rikki.example', '550 no such user', '451 busy', 'se ei käynyt', 'Kokeilu alkoi, Pumppupyöräilyrata', 'Ei yritetä enää itsestään', '1 odottaa, 1 ei perille']) expect(page, words).toContain(words)
  for (const words of ['matti.meikalainen', 'Salainen otsikko']) expect(page, words).not.toContain(words)
  const mailId = (await db.execute<{ id: string }>(sql`select id from notices.mail where last_error like '550%'`)).rows[0]!.id
  for (const bad of [{ channel: 'mail', id: '-'.repeat(36) }, { channel: 'x', id: mailId }, { channel: 'mail', id: "x' or 1=1" }]) expect((await post('/fi/admin/notices', 'antti', { _do: 'one', ...bad })).status).toBe(422)
  expect((await post('/fi/admin/notices', 'antti', { _do: 'one', channel: 'mail', id: mailId })).status).toBe(303)
  const tried: string[] = []
  const mailer = { send: async (letter: { to: string }) => { tried.push(letter.to); return { done: true as const } }, close() {} }
  expect(await sendMail(house, mailer)).toEqual({ sent: 2, failed: 0 })
  expect(tried.sort()).toEqual(['maija@hidas.example', 'matti.meikalainen@rikki.example'])
  let mended = 0
  const works = { name: 'rikki', does: async () => { mended++ } }
  await deliver(house, [tellThem, works])
  expect(mended).toBe(0)
  await post('/fi/admin/notices', 'antti', { _do: 'all' })
  await deliver(house, [tellThem, works]); await deliver(house, [tellThem, works])
  expect(mended).toBe(2) // the idea’s own event and its movement, once each
  expect(await (await get('/fi/admin/notices', 'antti')).text()).toContain('Kaikki on mennyt perille.')
  // the neighbour's admin sees nothing of ours
  const neighbour = await town({ house, name: 'Naapurila' })
  expect((await neighbour.antti.sees(countsByDay))).toEqual([])
})

test('I see what was sent to me and how it went, by a name that may be seen, and nobody else’s', async () => {
  await db.execute(sql`delete from notices.mail`)
  const reader = await its.newPerson('Postin Saaja')
  const [one, hidden] = [await sent('Kelkkamäki'), await sent('Naapurini on huijari')]
  for (const id of [one, hidden]) { await reader.does((ctx) => followSubject(ctx, reader.actor as never, id, 'chosen', 'atOnce')); later(); await jari.does(happens, id) }
  await deliver(house, [tellThem]); await mailAtOnce(house)
  await db.execute(sql`update trail.subject set visibility = 'hidden' where id = ${hidden}`)
  const answers = [{ done: true as const }, { done: false as const, forGood: true, error: '550' }]
  await sendMail(house, { send: async (letter) => (letter.to.startsWith('postin') ? answers[letter.subject.includes('Kelkka') ? 0 : 1]! : { done: true }), close() {} })
  expect((await reader.sees(myDeliveries)).map(({ channel, of, state }) => [channel, of, state])).toEqual(expect.arrayContaining([['notice', 'Kelkkamäki', 'delivered'], ['notice', null, 'failed']]))
  expect(await reader.sees(myDeliveries)).toHaveLength(2)
  expect((await its.leena.sees(myDeliveries)).map((each) => each.of)).not.toContain('Kelkkamäki')
})
