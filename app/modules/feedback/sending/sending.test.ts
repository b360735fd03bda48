import { and, eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { picturesOf } from '#core/files/pictures.server.ts'
import { mail } from '#core/notices/schema.server.ts'
import { followOf } from '#core/trail/follow.server.ts'
import { follow, subject } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { town } from '../../../../tests/town.ts'
import { web } from '../../../../tests/web.ts'
import { idOfOwnToken, visibleReport } from '../own.server.ts'
import { asset, category, partner, report, sender } from '../schema.server.ts'
import { sendReport, type ToSend } from './send.server.ts'

const t = await web()
const db = t.house.database.owner
const words = 'Iso kuoppa bussipysäkin kohdalla. Pyörä meinasi kaatua.'
const whole = { _do: 'send', at: 'send', text: words, categoryId: t.categories.road, seen: t.categories.road, place: 'Keijärvi', longitude: '23.58', latitude: '61.55' }
type Sent = { to: string | null; status: number; html: string; problems: string[] }
let keys = 0
const post = async (who: string, its: Record<string, string | string[]>, headers: Record<string, string> = {}): Promise<Sent> => {
  const answer = await t.post('/fi/feedback/new', who, { sendKey: `avain ${keys++}`, ...its }, { 'user-agent': `selain ${keys}`, ...headers })
  const html = await answer.text()
  return { to: answer.headers.get('location'), status: answer.status, html, problems: [...html.matchAll(/href="#send-([\w-]+)"/g)].map((each) => each[1]!) }
}
const idOf = (its: Sent) => { const token = /\/feedback\/thanks\/(.+)$/.exec(its.to ?? '')?.[1]; return token ? t.guest.sees(async (ctx) => idOfOwnToken(ctx, token)).then((id) => id!) : Promise.reject(new Error(`not sent: ${its.status} ${its.problems.join()}`)) }
const valueOf = (html: string, name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1]
const shows = (html: string, step: string) => expect(html).toMatch(new RegExp(`<section class="stack" data-step="${step}">`))
const rowOf = async (id: string) => ({ ...(await db.select().from(report).where(eq(report.id, id)))[0]!, ...(await db.select().from(sender).where(eq(sender.reportId, id)))[0]!, its: await t.guest.sees(subjectOf, id) })
const count = async () => (await db.select({ count: sql<number>`count(*)::int` }).from(report))[0]!.count
const guestSends = (its: Partial<ToSend> = {}) => t.guest.does(sendReport, { categoryId: t.categories.road, text: words, ...its } as ToSend)
const newCategory = async (its: Partial<typeof category.$inferInsert>) => {
  const id = await t.guest.sees(async (ctx: Ctx) => ctx.newId())
  await db.insert(category).values({ municipalityId: t.municipality.id, id, key: `c${keys++}`, name: { fi: `Aihe ${keys}` }, unitId: t.units.sports, position: 50, ...its })
  return id
}
// there from the start: readers are shown categories as they were some seconds ago
const lights = await newCategory({ key: 'lights', assetKind: 'streetLight', name: { fi: 'Katuvalot' } })
await newCategory({ key: 'peril', name: { fi: 'Hätä' }, keywords: ['hengenvaar'], stopper: { kind: 'danger', text: { fi: 'Soita heti.' }, phone: '112' } })

test('three screens of one form, without script: words, place, send; the words choose the category and nothing is lost on the way', async () => {
  const first = await post('guest', { _do: 'send', at: 'what', text: words })
  expect(first.status).toBe(422)
  shows(first.html, 'where')
  expect(first.problems).toEqual([])
  expect(first.html).toContain('Ehdotus sanoistasi')
  expect(valueOf(first.html, 'seen')).toBe(t.categories.road)
  const second = await post('guest', { ...whole, at: 'where' })
  shows(second.html, 'send')
  expect(second.html).toContain(words)
  for (const [name, value] of Object.entries({ longitude: '23.58', latitude: '61.55', place: 'Keijärvi', seen: t.categories.road })) expect(valueOf(second.html, name)).toBe(value)
  const back = await post('guest', { ...whole, at: '', back: 'what', email: 'veera@vieras.example' })
  shows(back.html, 'what')
  expect(back.html).toContain(words)
  expect(valueOf(back.html, 'email') ?? /value="veera@vieras.example"/.test(back.html)).toBeTruthy()
  const id = await idOf(await post('guest', whole))
  const row = await rowOf(id)
  expect(row).toMatchObject({ text: words, categoryId: t.categories.road, channel: 'web', personId: null, email: null, name: null, shown: false, reference: expect.stringMatching(/^[2-9A-HJ-NP-RT-Z]{4}-[2-9A-HJ-NP-RT-Z]{4}$/) })
  expect(row.its).toMatchObject({ visibility: 'public', ownerUnitId: t.units.sports, area: 'Kirkonkylä', longitude: 23.58, dueAt: new Date('2026-12-06T21:59:59.000Z') })
  expect((await t.guest.sees(trailOf, id)).map((each) => each.kind)).toEqual(['feedback.sent'])
})

test('thanks: the reference, the secret link, the promised day; nobody else finds the page', async () => {
  const its = await post('guest', { ...whole, text: 'Kuoppa kirjaston edessä, syvä.' })
  const page = await t.get(its.to!)
  const html = await page.text()
  const row = await rowOf(await idOf(its))
  expect(html).toContain(row.reference)
  expect(html).toContain(`http://localhost:3000/fi/feedback/own/${its.to!.split('/').pop()}`)
  expect(html).toMatch(/Liikuntapalvelut vastaa viimeistään su 6\.12\./)
  expect(html).toContain('name="robots" content="noindex')
  expect(page.headers.get('cache-control')).toContain('no-store')
  expect((await t.get(its.to!.replace(/.$/, (sign) => (sign === 'a' ? 'b' : 'a')))).status).toBe(404)
  const neighbour = await town({ house: t.house, name: 'Naapurila' })
  expect(await neighbour.guest.sees(async (ctx) => idOfOwnToken(ctx, its.to!.split('/').pop()!))).toBeNull()
})

test('every mistake comes back on its own screen, by field, with everything kept', async () => {
  const cases: [Record<string, string>, string, string[]][] = [
    [{ text: '' }, 'what', ['text']], [{ text: 'oj' }, 'what', ['text']], [{ text: 'x'.repeat(5001) }, 'what', ['text']],
    [{ text: 'Jotain ihan muuta', categoryId: '', seen: '' }, 'where', ['categoryId']], [{ categoryId: 'ei ole', text: 'Jotain muuta', seen: '' }, 'where', ['categoryId']],
    [{ place: '', longitude: '', latitude: '' }, 'where', ['where']], [{ longitude: '2.35', latitude: '48.85', place: '' }, 'where', ['where']],
    [{ email: 'ei osoite' }, 'send', ['email']], [{ phone: 'soittakaa' }, 'send', ['phone']], [{ shown: 'on' }, 'send', ['name']], [{ name: '<b>', shown: 'on' }, 'send', ['name']], [{ behalf: 'kyyhky' }, 'send', ['behalf']],
    [{ email: 'a', phone: 'b' }, 'send', ['email', 'phone']],
  ]
  const before = await count()
  for (const [change, screen, problems] of cases) {
    const its = await post('guest', { ...whole, ...change })
    expect(its.status, JSON.stringify(change)).toBe(422)
    shows(its.html, screen)
    expect(its.problems.sort(), JSON.stringify(change)).toEqual(problems)
    if (!('text' in change)) expect(its.html).toContain('Pyörä meinasi kaatua.')
    if ('phone' in change && change.phone === 'soittakaa') expect(its.html).toContain('value="soittakaa"')
  }
  expect(await count()).toBe(before)
})

test('what has no place goes without one when its sender says so', async () => {
  const asked = await post('guest', { ...whole, place: '', longitude: '', latitude: '', at: 'noPlace' })
  shows(asked.html, 'send')
  expect(valueOf(asked.html, 'noPlace')).toBe('1')
  const id = await idOf(await post('guest', { ...whole, place: '', longitude: '', latitude: '', noPlace: '1' }))
  expect((await rowOf(id)).its).toMatchObject({ longitude: null, placeName: null })
})

test('photos are taken in with the first screen, stay through the others and arrive without where they were taken', async () => {
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#557' } }).jpeg().toBuffer()
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...whole, at: 'what', sendKey: 'kuvallinen' })) form.set(name, value)
  form.set('photo1', new File([new Uint8Array(photo)], 'kuoppa.jpg')); form.set('alt1', 'Syvä kuoppa'); form.set('photo2', new File(['ei kuva'], 'x.jpg'))
  const wrong = await t.post('/fi/feedback/new', 'guest', form)
  const html = await wrong.text()
  shows(html, 'what')
  expect(html).toContain('ei ole kuva')
  const kept = valueOf(html, 'kept1')!
  const last = await post('guest', { ...whole, at: 'where', kept1: kept, alt1: 'Syvä kuoppa' })
  expect(last.html).toContain('1 kuva')
  const id = await idOf(await post('guest', { ...whole, kept1: kept, alt1: 'Syvä kuoppa' }))
  expect(await t.guest.sees(picturesOf, id)).toMatchObject([{ width: 640, description: 'Syvä kuoppa' }])
})

test('signed in nothing is asked anew: the report is theirs, followed at once; no name is shown unless they say so', async () => {
  const page = await (await t.post('/fi/feedback/new', 'aino', { ...whole, at: 'where' })).text()
  expect(page).toContain('Lähetät nimellä Aino Koskela')
  expect(page).not.toContain('name="email"')
  const id = await idOf(await post('aino', { ...whole, email: 'toinen@vieras.example' }))
  const row = await rowOf(id)
  expect(row).toMatchObject({ personId: t.aino.id, name: 'Aino Koskela', email: null, shown: false })
  expect(await t.aino.sees(followOf, t.aino.id, id)).toBe('atOnce')
  expect(await t.guest.sees(trailOf, id)).toMatchObject([{ actor: null }].map(() => ({ kind: 'feedback.sent' })))
  expect((await t.guest.sees(trailOf, id))[0]).not.toMatchObject({ actorPersonId: t.aino.id })
  const named = await rowOf(await idOf(await post('ry', { ...whole, text: 'Kuoppa kentän reunalla, iso.', shown: 'on' })))
  expect(named).toMatchObject({ name: 'Luistelijat ry', shown: true })
  expect(named.its.authorOrganisationId).toBe(t.orgs.ry)
})

test('an official writes down what a caller says; nobody else can, and the caller’s name stays inside', async () => {
  const call = { ...whole, behalf: 'phone', name: 'Sirkka Soittaja', phone: '040 123 4567', shown: 'on', email: 'sirkka@vieras.example' }
  const row = await rowOf(await idOf(await post('saara', { ...call, text: 'Soittaja kertoi kuopasta mäen alla.' })))
  expect(row).toMatchObject({ channel: 'phone', personId: null, byOfficial: t.saara.id, name: 'Sirkka Soittaja', phone: '040 123 4567', email: 'sirkka@vieras.example', shown: false })
  expect(row.its.authorPersonId).toBeNull()
  for (const who of ['aino', 'guest']) expect((await rowOf(await idOf(await post(who, { ...call, text: `Kuoppa, sanoi ${who}.` }))))).toMatchObject({ channel: 'web', byOfficial: null })
  await expect(t.aino.does(sendReport, { categoryId: t.categories.road, text: words, behalf: 'phone' })).rejects.toThrow('forbidden')
  await expect(guestSends({ behalf: 'desk' })).rejects.toThrow('signInNeeded')
})

test('the same send twice, or ten times at once, is one report and one letter', async () => {
  const before = await count()
  const its = { ...whole, text: 'Kuoppa, jonka lähetin kahdesti.', sendKey: 'sama', email: 'kerran@vieras.example' }
  const all = await Promise.all(Array.from({ length: 10 }, () => post('guest', its)))
  expect(new Set(all.map((each) => each.to)).size).toBe(1)
  expect((await post('guest', its)).to).toBe(all[0]!.to)
  expect(await count()).toBe(before + 1)
  expect(await db.select().from(mail).where(eq(mail.to, 'kerran@vieras.example'))).toHaveLength(1)
  expect((await post('guest', { ...its, text: 'Toinen kuoppa samalta sivulta.' })).to).not.toBe(all[0]!.to)
})

test('a watched word waits for a moderator; the sender is told so', async () => {
  const its = await post('guest', { ...whole, text: 'Tämä kuoppa on ihan vittu syvä.' })
  const id = await idOf(its)
  expect((await rowOf(id)).its.visibility).toBe('hidden')
  await expect(t.guest.sees(visibleReport, id)).rejects.toThrow('notFound')
  expect(await (await t.get(its.to!)).text()).toContain('Valvoja lukee sen')
})

test('private by its category or its sender’s wish: the screen says so, and its title says none of its words', async () => {
  const family = { ...whole, text: 'Hoitaja oli tyly, kun kävin kirjastossa.', categoryId: t.categories.family, seen: t.categories.family }
  expect((await post('guest', { ...family, at: 'where' })).html).toContain('ei näytetä julkisesti')
  const byCategory = await rowOf(await idOf(await post('guest', family)))
  expect(byCategory.its).toMatchObject({ visibility: 'private', title: { fi: 'Palaute palvelusta' } })
  const byWish = await rowOf(await idOf(await post('guest', { ...whole, text: 'Kuoppa oman portin edessä, Mäkitie.', private: 'on' })))
  expect(byWish.its).toMatchObject({ visibility: 'private', title: { fi: 'Kuoppa tai vaurio tiessä' } })
  for (const id of [byWish.its.id, byCategory.its.id]) await expect(t.otso.sees(visibleReport, id)).rejects.toThrow('notFound')
})

test('words that may speak of danger bring the number to call, though the report is of something else', async () => {
  const suggested = async (text: string) => (await t.post('/fi/feedback/suggest', 'guest', { text, categoryId: t.categories.road, chosen: '1' })).text()
  const peril = await suggested('Iso kuoppa tiessä, pyöräilijä hengenvaarassa')
  expect(peril).toContain('href="tel:112"')
  expect(valueOf(peril, 'seen')).toBe(t.categories.road)
  expect(await suggested('Iso kuoppa tiessä')).not.toContain('tel:112')
})

test('what stops a report stops it whatever is posted; what can be forwarded may be sent', async () => {
  const danger = await newCategory({ stopper: { kind: 'danger', text: { fi: 'Hengenvaara: soita heti.' }, phone: '112' } })
  const owner = await t.guest.sees(async (ctx: Ctx) => ctx.newId())
  await db.insert(partner).values({ municipalityId: t.municipality.id, id: owner, name: 'Valtion tiet', kind: 'owner', email: 'tiet@vieras.example' })
  const state = await newCategory({ stopper: { kind: 'notOurs', text: { fi: 'Valtatie on valtion.' }, partnerId: owner } })
  const water = await newCategory({ stopper: { kind: 'notOurs', text: { fi: 'Vesiyhtiö hoitaa.' }, url: 'https://vesi.example.fi/vika' } })
  const told = await post('guest', { ...whole, at: 'what', categoryId: danger, seen: '' })
  expect(told.html).toContain('href="tel:112"')
  for (const id of [danger, water]) {
    const forced = await post('guest', { ...whole, categoryId: id, seen: id })
    expect([forced.status, forced.problems]).toEqual([422, ['categoryId']])
    await expect(guestSends({ categoryId: id })).rejects.toThrow('stopped')
  }
  expect((await post('guest', { ...whole, text: 'Valtatien kuoppa risteyksessä.', categoryId: state, seen: '' })).to).toBeNull() // told before it goes
  expect((await rowOf(await idOf(await post('guest', { ...whole, text: 'Valtatien kuoppa risteyksessä.', categoryId: state, seen: state })))).categoryId).toBe(state)
  const closed = await newCategory({ closedAt: new Date('2026-01-01T00:00:00Z') })
  await expect(guestSends({ categoryId: closed })).rejects.toThrow('categoryUnknown')
  await expect(guestSends({ categoryId: 'x' })).rejects.toThrow('notFound')
})

test('a category’s own questions are asked before it goes; an answer that misses comes back with the rest', async () => {
  const id = await newCategory({ questions: [{ key: 'syvyys', type: 'number', label: { fi: 'Kuinka syvä?' }, required: true }] })
  const its = { ...whole, text: 'Kuoppa, josta kysytään lisää.', categoryId: id, seen: id }
  expect((await post('guest', { ...its, at: 'what', seen: '' })).problems).toEqual([]) // seen for the first time
  expect((await post('guest', { ...its, at: 'what' })).problems).toEqual(['q_syvyys'])
  const wrong = await post('guest', { ...its, q_syvyys: 'paljon' })
  shows(wrong.html, 'where')
  expect(wrong.html).toContain('value="paljon"')
  expect((await rowOf(await idOf(await post('guest', { ...its, q_syvyys: '12,5' })))).answers).toEqual({ syvyys: '12.5' })
})

test('too much from one visitor comes back friendly with everything kept; another visitor sends', async () => {
  const many = (n: number, agent: string) => post('guest', { ...whole, text: `Kuoppa numero ${n} tällä tiellä.` }, { 'user-agent': agent })
  for (let n = 0; n < 20; n++) expect((await many(n, 'ahkera')).to).not.toBeNull()
  const stopped = await many(20, 'ahkera')
  expect(stopped.status).toBe(422)
  shows(stopped.html, 'send')
  expect(stopped.html).toContain('Kaikki on tallessa tällä sivulla')
  expect(stopped.html).toContain('Kuoppa numero 20')
  expect((await many(21, 'toinen')).to).not.toBeNull()
  // letters to one address, from whichever browser
  for (let n = 0; n < 5; n++) expect((await post('guest', { ...whole, text: `Kuoppa kirjeineen ${n}.`, email: 'kirjeet@vieras.example' })).to).not.toBeNull()
  expect((await post('guest', { ...whole, text: 'Kuoppa kirjeineen viimein.', email: 'kirjeet@vieras.example' })).problems).toEqual(['email'])
})

test('the receipt has the reference, the topic, the area and the own link, and none of the sender’s words; its stop ends the letters', async () => {
  const id = await idOf(await post('guest', { ...whole, text: 'Naapurin Pertti kaivoi kuopan.', place: 'Pertin portti', name: 'Veera Vieras', email: 'Veera@Vieras.example' }))
  const [letter] = await db.select().from(mail).where(eq(mail.to, 'veera@vieras.example'))
  const row = await rowOf(id)
  expect(letter!.text).toContain(row.reference)
  expect(letter!.text).toContain('Kuoppa tai vaurio tiessä')
  expect(letter!.text).toContain('Alue: Kirkonkylä')
  expect(letter!.text).toContain('/fi/feedback/own/')
  expect(letter!.subject + letter!.text + letter!.html).not.toMatch(/Pertti|Pertin|Veera|kaivoi/)
  const [mine] = await db.select().from(follow).where(and(eq(follow.subjectId, id), eq(follow.email, 'veera@vieras.example')))
  expect(mine).toMatchObject({ why: 'author', rhythm: 'atOnce', personId: null })
  const answer = await t.post(new URL(letter!.stopUrl!).pathname, 'guest', {})
  expect(answer.status).toBe(200)
  expect(await db.select().from(follow).where(eq(follow.subjectId, id))).toEqual([])
})

test('the words alone are asked for a suggestion, in the reader’s language, and nothing is kept', async () => {
  const ask = async (its: Record<string, string>, prefix = '/fi') => (await t.post(`${prefix}/feedback/suggest`, 'guest', its)).text()
  expect(await ask({ text: 'Monttu keskellä tietä' })).toMatch(/data-said="Ehdotettu luokka: Kuoppa tai vaurio tiessä"/)
  expect(await ask({ text: 'Gropen i vägen' }, '/sv')).toContain('Grop eller skada i vägen')
  expect(await ask({ text: 'Monttu', categoryId: t.categories.light })).toContain(`name="seen" value="${t.categories.road}"`)
  expect(await ask({ text: 'Monttu', categoryId: t.categories.light, chosen: '1' })).toContain(`name="seen" value="${t.categories.light}"`)
  expect(await ask({})).toContain('data-said=""')
  expect((await db.select({ count: sql<number>`count(*)::int` }).from(subject).where(eq(subject.kind, 'idea')))[0]!.count).toBe(0)
})

test('an address brings words, a category and a thing with its place; the thing is what the report is of', async () => {
  const lamp = await t.guest.sees(async (ctx: Ctx) => ctx.newId())
  await db.insert(asset).values({ municipalityId: t.municipality.id, id: lamp, kind: 'streetLight', key: 'V-1042', name: 'Rantatie', longitude: 23.581, latitude: 61.551 })
  const opened = await (await t.get(`/fi/feedback/new?category=lights&asset=${lamp}&text=Lamppu%20vilkkuu`)).text()
  expect(opened).toContain('Lamppu vilkkuu')
  expect(Object.fromEntries(['assetId', 'longitude', 'latitude', 'seen'].map((name) => [name, valueOf(opened, name)]))).toEqual({ assetId: lamp, longitude: '23.581', latitude: '61.551', seen: lights })
  const its = { ...whole, text: 'Lamppu vilkkuu koko ajan.', categoryId: lights, seen: lights, assetId: lamp, place: '', longitude: '', latitude: '' }
  const row = await rowOf(await idOf(await post('guest', its)))
  expect(row).toMatchObject({ assetId: lamp, its: { longitude: 23.581, latitude: 61.551 } })
  await db.update(asset).set({ goneAt: new Date() }).where(eq(asset.id, lamp))
  expect((await post('guest', { ...its, text: 'Lamppu vilkkuu taas, sama.', longitude: '23.58', latitude: '61.55' })).problems).toEqual(['assetId'])
  expect((await t.get(`/fi/feedback/new?asset=${lamp.replace(/^./, 'x')}&category=ei&longitude=abc`)).status).toBe(200)
})

test('what is known at the place is shown before sending, to be joined instead', async () => {
  const earlier = await idOf(await post('guest', { ...whole, text: 'Routakuoppa sillan kupeessa.', longitude: '23.6', latitude: '61.56', place: '' }))
  const near = await post('guest', { ...whole, at: 'where', text: 'Sillalla on kuoppa.', longitude: '23.6003', latitude: '61.5601', place: '' })
  expect(near.html).toContain('Onko tämä jo tiedossa?')
  expect(near.html).toContain('Routakuoppa sillan kupeessa')
  expect(near.html).toContain(`formAction="/fi/feedback/${earlier}/me-too"`)
  const far = await post('guest', { ...whole, at: 'where', text: 'Kuoppa kaukana sillasta.', longitude: '23.5', latitude: '61.5', place: '' })
  expect(far.html).not.toContain('Onko tämä jo tiedossa?')
  const hidden = await post('guest', { ...whole, text: 'Salainen kuoppa saaressa.', private: 'on', longitude: '23.7', latitude: '61.6', place: '' })
  expect(hidden.to).not.toBeNull()
  expect((await post('guest', { ...whole, at: 'where', text: 'Kuoppa saaressa.', longitude: '23.7', latitude: '61.6', place: '' })).html).not.toContain('Salainen')
})

test('what makes no sense is refused, never with a broken page', async () => {
  for (const bad of [{ at: 'kuu' }, { at: 'what', back: 'kuu' }, { categoryId: '\u2028', otherId: 'x'.repeat(900) }, { longitude: 'NaN', latitude: '1e9' }, { kept1: 'väärä~1~2~3~4' }, { near: 'x', where_hit: '|||' }, { assetId: '../..' }, { screen: '{"step":"send"' }, { noPlace: '7' }])
    expect((await post('guest', { ...whole, text: `Kuoppa ${JSON.stringify(bad).length} outo.`, ...bad })).status, JSON.stringify(bad)).toBeOneOf([303, 422])
  expect((await t.post('/fi/feedback/new', 'guest', { _do: 'muu' })).status).toBe(400)
  expect((await t.post('/fi/feedback/suggest', 'guest', { text: 'x'.repeat(9000), chosen: '1', categoryId: 'x' })).status).toBe(200)
  for (const token of ['x', 'x.y', `${t.categories.road}.abc`, '%00']) expect((await t.get(`/fi/feedback/thanks/${token}`)).status).toBeOneOf([400, 404])
})
