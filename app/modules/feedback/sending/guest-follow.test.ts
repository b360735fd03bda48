import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { mail, pushTo } from '#core/notices/schema.server.ts'
import { followOnDevice, forgetIdleDevices, keepDevice, renewDevice, type Subscribed } from '#core/notices/push.server.ts'
import { sendPushes } from '#core/notices/push-outbox.server.ts'
import { mailAtOnce, pushAtOnce } from '#core/notices/rounds.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { vapidFromSecret, webPusher } from '#core/ports/push.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { follow, subject } from '#core/trail/schema.server.ts'
import { reachOf } from '#core/trail/audience.server.ts'
import { pushReceiver } from '../../../../tests/push-receiver.ts'
import { town } from '../../../../tests/town.ts'
import { web } from '../../../../tests/web.ts'
import { keepReport } from '../keep-report.server.ts'
import { moveReports } from '../move.server.ts'
import { idOfOwnToken, ownToken } from '../own.server.ts'
import { askForPush, endPush, followByMail, guestFollows } from './guest-follow.server.ts'

const t = await web()
const db = t.house.database.owner
const service = await pushReceiver()
const pusher = webPusher(vapidFromSecret('salaisuus, jota ei muualla ole, 48 merkkiä pitkä'), 'mailto:nousu@example.fi', (url) => url.origin === service.origin)
beforeEach(async () => { await db.execute(sql`delete from notices.push_to`); await db.execute(sql`delete from notices.notice`); await db.execute(sql`delete from trail.follow`); await db.execute(sql`delete from notices.mail`); t.house.time = new Date('2026-11-22T09:00:00Z') })

const later = (ms: number) => { t.house.time = new Date(t.house.time.getTime() + ms) }
const words = 'Pertti Naapuri kaivoi kuopan tielle'
let made = 0
const make = async (its: { private?: boolean } = {}) => t.guest.does(async (ctx) => { const { id } = await keepReport(ctx, { categoryId: t.categories.road, text: `${words} numero ${made++}.`, sender: {}, channel: 'web', ...its }); return { id, token: ownToken(ctx, id) } })
/** Subscribes as the page does, except that the test's push service is on this machine, which the page's own check refuses. */
const rings = (id: string, its: Subscribed, language: 'fi' | 'sv' = 'fi') => t.someone(t.guest.actor, language).does(followOnDevice, id, its, 'author')
const moves = async (id: string, to: 'planned' | 'underWay' | 'done' = 'planned') => { later(1000); await t.saara.does(moveReports, [id], { to, sentence: 'Paikataan kuoppa huomenna.' }); await tellAll() }
const tellAll = async () => { await deliver(t.house, [tellThem], (cause) => { throw cause }); await mailAtOnce(t.house); await pushAtOnce(t.house); return sendPushes(t.house, pusher) }
const told = (its: Subscribed) => service.of(its).map((each) => JSON.parse(each.text) as { title: string; body: string; path: string; language: string })

test('a browser without an account rings when the report moves: it leads to the sender’s own page, in their language, and carries nothing personal', async () => {
  const { id, token } = await make()
  const [finnish, swedish, others] = [service.subscribe(), service.subscribe(), service.subscribe()]
  await rings(id, finnish); await rings(id, swedish, 'sv'); await rings((await make()).id, others)
  await moves(id)
  expect(told(finnish)).toEqual([{ title: 'Nousu', body: expect.any(String) as string, path: `/fi/feedback/own/${token}`, language: 'fi' }])
  expect(told(swedish)).toMatchObject([{ path: `/sv/feedback/own/${token}`, language: 'sv' }])
  expect(told(others)).toEqual([])
  expect(JSON.stringify(told(finnish))).not.toMatch(/Pertti|kuop|Paikataan/)
  await tellAll(); expect(told(finnish)).toHaveLength(1) // once
  await moves(id, 'underWay'); await moves(id, 'done')
  expect(told(finnish)).toHaveLength(3)
  expect(await db.select().from(mail)).toEqual([])
})

test('a private report rings its sender’s browser too; one that a moderator hides rings nobody', async () => {
  const its = service.subscribe(), hidden = service.subscribe()
  const secret = await make({ private: true }), other = await make()
  await rings(secret.id, its); await rings(other.id, hidden)
  await db.update(subject).set({ visibility: 'hidden' }).where(eq(subject.id, other.id))
  await moves(secret.id); await moves(other.id)
  expect(told(its)).toMatchObject([{ path: `/fi/feedback/own/${secret.token}` }])
  expect(told(hidden)).toEqual([])
})

test.each([404, 410])('a browser that is gone (%i) is forgotten with what it followed', async (status) => {
  const its = service.subscribe()
  const { id } = await make()
  await rings(id, its)
  service.answer(its, { status })
  await moves(id)
  expect(await db.select().from(pushTo)).toEqual([])
  expect(await db.select().from(follow)).toEqual([])
  await moves(id, 'underWay') // nothing left to fail
})

test('messages end on the page that began them, and the browser is forgotten when nothing else is followed on it', async () => {
  const its = service.subscribe()
  const [one, two] = [await make(), await make()]
  await rings(one.id, its); await rings(one.id, its); await rings(two.id, its)
  expect(await db.select().from(follow)).toHaveLength(2)
  expect((await t.guest.sees(guestFollows, one.token)).devices).toHaveLength(1)
  await t.guest.does(endPush, one.token, { endpoint: its.endpoint, auth: service.subscribe().auth }) // without its secret nothing ends
  expect(await db.select().from(follow)).toHaveLength(2)
  await t.guest.does(endPush, one.token, its)
  expect((await t.guest.sees(guestFollows, one.token)).devices).toEqual([])
  expect(await db.select().from(pushTo)).toHaveLength(1)
  await t.guest.does(endPush, two.token, its); await t.guest.does(endPush, two.token, its)
  expect(await db.select().from(pushTo)).toEqual([])
  await moves(two.id)
  expect(told(its)).toEqual([])
})

test('a browser stays its owner’s, a changed subscription goes on ringing, and another’s cannot be taken', async () => {
  const its = service.subscribe()
  const { id } = await make()
  await t.otso.does((ctx) => keepDevice(ctx, { id: t.otso.id }, its, 'Firefox'))
  await rings(id, its)
  expect((await db.select().from(pushTo))[0]).toMatchObject({ personId: t.otso.id })
  await expect(rings(id, { ...service.subscribe(), endpoint: its.endpoint })).rejects.toThrow('invalid')
  const changed = service.subscribe()
  await t.guest.does(renewDevice, its, changed)
  await moves(id)
  expect(told(changed)).toHaveLength(1)
  await t.guest.does(async (ctx) => forgetIdleDevices(ctx))
  expect(await db.select().from(pushTo)).toHaveLength(1)
})

test('at most ten browsers follow one report without an account; they count among whom an officer reaches', async () => {
  const { id } = await make()
  for (let n = 0; n < 10; n++) await rings(id, service.subscribe())
  await expect(rings(id, service.subscribe())).rejects.toThrow('tooManyDevices')
  expect(await t.jari.sees(reachOf, [], { subjectIds: [id] })).toBe(10)
})

test('only the own link subscribes, only to an address of the open internet, and only in its own municipality', async () => {
  const { token, id } = await make()
  const inside = service.subscribe()
  expect(await t.guest.does(askForPush, token, inside)).toEqual({ problems: { endpoint: 'invalid' } })
  const outside = { ...inside, endpoint: 'https://push.example.fi/x' }
  await expect(t.guest.does(askForPush, token.replace(/.{4}$/, 'AAAA'), outside)).rejects.toThrow('notFound')
  const neighbour = await town({ house: t.house, name: 'Naapurila' })
  await expect(neighbour.guest.does(askForPush, token, outside)).rejects.toThrow('notFound')
  expect(await db.select().from(follow)).toEqual([])
  const posted = await t.post(`/fi/feedback/thanks/${token}`, 'guest', { _do: 'device', ...outside })
  expect(posted.status).toBe(303)
  expect((await db.select().from(follow))[0]).toMatchObject({ subjectId: id, personId: null, email: null, byMail: false, why: 'author', rhythm: 'atOnce' })
  for (const bad of [{ endpoint: 'x' }, { auth: '' }, { p256dh: 'x' }]) expect((await t.post(`/fi/feedback/thanks/${token}`, 'guest', { _do: 'device', ...outside, ...bad })).status).toBe(422)
})

test('letters to a sender without an account lead to their own page and have none of their words; private ones too', async () => {
  for (const its of [await make(), await make({ private: true })]) {
    await t.guest.does(followByMail, its.id, 'veera@vieras.example')
    await db.execute(sql`delete from notices.mail`)
    await moves(its.id)
    const [letter, more] = await db.select().from(mail)
    expect(more).toBeUndefined()
    expect(letter!.to).toBe('veera@vieras.example')
    expect(letter!.text).toContain(`/fi/feedback/own/${its.token}`)
    expect(letter!.text).toContain('Paikataan kuoppa huomenna.')
    expect(letter!.subject + letter!.text + letter!.html).not.toMatch(/Pertti|Naapuri/)
    expect((await t.post(new URL(letter!.stopUrl!).pathname, 'guest', {})).status).toBe(200)
    await db.execute(sql`delete from notices.mail`)
    await moves(its.id, 'underWay')
    expect(await db.select().from(mail)).toEqual([])
  }
})

test('an address asked for afterwards gets the receipt once; a second address is not taken', async () => {
  const { token, id } = await make()
  const ask = (email: string) => t.post(`/fi/feedback/thanks/${token}`, 'guest', { _do: 'mail', email })
  expect((await ask('ei osoite')).status).toBe(422)
  for (const email of ['Veera@vieras.example', 'veera@vieras.example', 'toinen@vieras.example']) expect((await ask(email)).status).toBe(303)
  expect((await db.select().from(mail)).map((each) => each.to)).toEqual(['veera@vieras.example'])
  expect(await (await t.get(`/fi/feedback/thanks/${token}`)).text()).toContain('Kirjoitamme sähköpostiisi')
  await db.update(subject).set({ visibility: 'withdrawn' }).where(eq(subject.id, id))
  expect((await ask('kolmas@vieras.example')).status).toBe(404)
  expect(await t.guest.sees(async (ctx) => idOfOwnToken(ctx, token))).toBe(id)
})
