import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tellThem } from '#core/notices/tell.server.ts'
import { openDatabase } from '#core/db/open.server.ts'
import { mailAtOnce } from '#core/notices/rounds.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { followOf } from '#core/trail/follow.server.ts'
import { event } from '#core/trail/event.ts'
import { record } from '#core/trail/record.server.ts'
import { proposeIdea } from '#modules/ideas/server'
import type { Ctx } from '#core/context/context.server.ts'
import { web } from '../../../tests/web.ts'

const moved = event('test.moved', { onTrail: true, tells: 'followers', icon: 'moved', words: { fi: () => 'Kokeilu alkoi', sv: () => 'Försöket började', en: () => 'It began' } })
const its = await web()
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
  await post(`/fi/follow/${id}`, 'otso', { _do: 'rhythm', rhythm: 'inApp' })
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
  await post('/fi/me/follows', 'otso', { _do: 'stop', subject: id })
  expect(await otso.sees((ctx) => followOf(ctx, otso.id, id))).toBeNull()
})

test('a red dot is seen within two seconds, whichever program wrote it', async () => {
  const id = await sent('Kiipeilyseinä')
  await post(`/fi/follow/${id}`, 'otso', { _do: 'rhythm', rhythm: 'inApp' })
  const other = { ...house, database: openDatabase(house.database.connection, { size: 2 }) } // a second program on the same database
  const mine = listener(await get('/fi/live', 'otso'))
  const hers = listener(await get('/sv/live', 'jari'))
  await mine.until('target="bell"'); await hers.until('target="bell"')
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
  await post(`/fi/follow/${id}`, 'otso', { _do: 'rhythm', rhythm: 'atOnce' })
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
