import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { event } from '#core/trail/event.ts'
import { followSubject, followTarget } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { proposeIdea } from '#modules/ideas/server'
import { keepReport } from '#modules/feedback/server'
import { publishMatter, putMatter } from '#modules/preparation/server'
import { web } from '../../../tests/web.ts'
import { movedHere } from './moved.server.ts'
import { nearMe } from './near.server.ts'
import { showHome } from './pages/home.tsx'
import { stageCounts } from './portfolio.server.ts'

const moved = event('test.moved', { onTrail: true, tells: 'followers', icon: 'moved', words: { fi: () => 'Kokeilu alkoi', sv: () => 'Försöket började', en: () => 'It began' } })
const its = await web()
const { aino, otso, ry, jari, guest, house, topics, get, post } = its
const db = house.database.owner
const see = (query = '') => (ctx: Ctx) => showHome(ctx, new URLSearchParams(query))
const place = (id: string, longitude: number, latitude: number) => db.execute(sql`update trail.subject set longitude = ${longitude}, latitude = ${latitude} where id = ${id}`)
let pier = '', rink = '', book = ''

beforeAll(async () => {
  const send = async (title: string, topicId?: string) => (await aino.does(proposeIdea, { title, text: 'Tätä täällä on kaivattu jo pitkään.', ...(topicId ? { topicId } : {}) })).id
  pier = await send('Uimalaituri Keijärvelle', topics.sports); rink = await send('Luistelurata torille'); book = await send('Kirjahylly uimahalliin')
  await place(pier, 23.58, 61.55); await place(rink, 23.597, 61.5565)
  house.time = new Date(house.time.getTime() + 60_000)
})

test('a guest sees what is near the centre, what moves, and one question', async () => {
  const home = await guest.sees(see())
  expect(home.greeted).toBeNull()
  expect(home.near.lines.map((line) => line.id)).toEqual([rink, pier])
  expect(home.near.fromHome).toBe(false)
  expect(home.moved.map((line) => line.id)).toHaveLength(3)
  expect(home.moved[0]!.last?.what).toBeTruthy()
  const first = home.question!.id
  const second = (await guest.sees(see(`skip=${first}`))).question!.id
  expect(second).not.toBe(first)
  expect((await guest.sees(see([pier, rink, book].map((id) => `skip=${id}`).join('&')))).question).toBeNull()
})

test('mine and now: my red dots, my follows, near my home; my own idea is not asked of me', async () => {
  await db.execute(sql`update identity.person set home_longitude = 23.5801, home_latitude = 61.5501 where id = ${otso.id}`)
  await otso.does((ctx) => followSubject(ctx, ctx.actor as never, rink, 'chosen', 'inApp'))
  await jari.does((ctx) => record(ctx, moved, { subjectId: rink, sentence: 'Jää on jäädytetty.' }))
  await deliver(house, [tellThem])
  const home = await otso.sees(see())
  expect(home.greeted).toEqual({ name: 'Otso', hour: 11 })
  expect(home.waiting.notices.map((each) => each.subjectId)).toEqual([rink])
  expect(home.near).toMatchObject({ fromHome: true, lines: [{ id: pier }, { id: rink }] })
  expect(home.moved.map((line) => [line.id, line.last?.sentence])).toEqual([[rink, 'Jää on jäädytetty.']])
  expect(home.question!.id).not.toBe(rink)
  expect((await aino.sees(see())).question).toBeNull()
})

test('an official’s quick question is asked of whom it concerns, until they have answered or passed it over', async () => {
  const made = async (title: string, more = {}) => {
    const { id } = await jari.does(putMatter, { title, thought: 'Rannalle voisi tehdä esteettömän laiturin.', topicId: topics.library, ask: 'Milloin uit?', choices: 'Aamulla\nIllalla', ...more } as never) as { id: string }
    await jari.does(publishMatter, id)
    return id
  }
  const asked = async (who = otso, query = '') => (await who.sees(see(query))).asked
  const matter = await made('Uimarannan aukiolo')
  expect(await asked()).toBeNull() // it does not concern Otso
  await otso.does((ctx) => followTarget(ctx, ctx.actor as never, { topicId: topics.library }, { rhythm: 'inApp' }))
  expect(await asked()).toMatchObject({ id: matter, ask: 'Milloin uit?', choices: [{ text: 'Aamulla' }, { text: 'Illalla' }] })
  expect((await otso.sees(see())).question).toBeNull() // one question at a time
  expect(await asked(otso, `skip=${matter}`)).toBeNull()
  for (const who of [guest, aino, ry, jari]) expect(await asked(who)).toBeNull()
  const page = await (await get('/fi', 'otso')).text()
  expect(page).toContain('Milloin uit?')
  const choiceId = /<button[^>]*value="([0-9a-f-]{36})"[^>]*>Aamulla/.exec(page)![1]!
  expect((await post(`/fi/matters/${matter}`, 'otso', { _do: 'choose', choiceId })).status).toBe(303)
  expect(await asked()).toBeNull()
  const [read, identified] = [await made('Vain luettavaksi'), await made('Tunnistautuneille')]
  await db.execute(sql`update preparation.phase set does = '{}' where matter_id = ${read} and state = 'open'`)
  await db.execute(sql`update preparation.matter set speakers = 'identified' where id = ${identified}`)
  expect(await asked()).toBeNull()
})

test("an official sees what the unit owes this week, and what is late", async () => {
  expect((await jari.sees(see())).waiting.owed).toBeNull()
  await db.execute(sql`update trail.subject set due_at = ${new Date(house.time.getTime() + 3 * 86_400_000)} where id = ${pier}`)
  expect((await jari.sees(see())).waiting.owed).toEqual({ soon: 1, late: 0 })
  await db.execute(sql`update trail.subject set due_at = ${new Date(house.time.getTime() - 86_400_000)} where id = ${pier}`)
  expect((await jari.sees(see())).waiting.owed).toEqual({ soon: 0, late: 1 })
  expect((await otso.sees(see())).waiting.owed).toBeNull()
})

test('what is hidden is nowhere', async () => {
  await db.execute(sql`update trail.subject set visibility = 'hidden' where id = ${book}`)
  expect((await guest.sees(stageCounts)).find((each) => each.stage === 'idea')!.count).toBe(2)
  expect((await guest.sees(see())).moved.map((line) => line.id)).not.toContain(book)
  await db.execute(sql`update trail.subject set visibility = 'public' where id = ${book}`)
})

test('every page of the house answers in three languages, to a guest and to a person', async () => {
  for (const language of ['fi', 'sv', 'en']) for (const path of ['', '/services', '/community', '/participate', '/say', '/offline']) for (const who of ['guest', 'otso', 'ry'])
    expect((await get(`/${language}${path}`, who)).status).toBe(200)
  const manifest = await get('/sv/manifest.webmanifest')
  expect(manifest.headers.get('content-type')).toContain('application/manifest+json')
  expect(await manifest.json()).toMatchObject({ lang: 'sv', start_url: '/sv', name: 'Koivula' })
})

test('no idea drowns among the potholes: of what there is much, a mixed list shows one', async () => {
  const { id } = await aino.does(proposeIdea, { title: 'Valot pururadalle', text: 'Iltaisin on pimeää juosta.', longitude: 23.58, latitude: 61.55 })
  for (let n = 0; n < 30; n++) await otso.does(keepReport, { categoryId: its.categories.road, text: `Kuoppa numero ${n} tiessä.`, longitude: 23.58, latitude: 61.55 + n / 100_000, sender: {}, channel: 'web' })
  const moved = await guest.sees(movedHere, 4), near = (await guest.sees(nearMe, null, 12)).lines
  for (const lines of [moved, near]) {
    expect(lines.filter((line) => line.kind === 'report')).toHaveLength(1)
    expect(lines.map((line) => line.id)).toContain(id)
  }
})
