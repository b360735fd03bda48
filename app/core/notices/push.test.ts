import { sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { isOutside, mayBeOutside } from '#core/ports/outside.server.ts'
import { isVapidKey, vapidFromSecret, vapidOf, webPusher } from '#core/ports/push.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { event as eventKind } from '#core/trail/event.ts'
import { followSubject, type HowToTell } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { pushReceiver } from '../../../tests/push-receiver.ts'
import { type Someone, town } from '../../../tests/town.ts'
import { nextPushAt, sendPushes } from './push-outbox.server.ts'
import { devicesOf, forgetDevice, keepDevice, renewDevice, type Subscribed, subscriptionForm } from './push.server.ts'
import { pushAtOnce, pushDigests } from './rounds.server.ts'
import { stop, stopToken } from './stop.server.ts'
import { tellThem } from './tell.server.ts'

// A name of the open internet that leads to this machine when it is asked.
vi.mock('node:dns', async (original) => {
  const dns = await original<typeof import('node:dns')>()
  return { ...dns, lookup: (name: string, options: never, done: (cause: Error | null, found: unknown) => void) => (name === 'rebinding.example.fi' ? done(null, [{ address: '127.0.0.1', family: 4 }]) : dns.lookup(name, options, done as never)) }
})

const moved = eventKind('test.moved', { onTrail: true, tells: 'followers', icon: 'moved', words: { fi: () => 'Kokeilu alkoi', sv: () => 'Försöket började', en: () => 'It began' } })
const t = await town()
const db = t.house.database.owner
const service = await pushReceiver()
const keys = vapidFromSecret('salaisuus, jota ei muualla ole, 48 merkkiä pitkä')
const pusher = webPusher(keys, 'mailto:nousu@example.fi', (url) => url.origin === service.origin)
beforeEach(async () => { await db.execute(sql`delete from notices.push_to`); await db.execute(sql`delete from notices.notice`); await db.execute(sql`delete from trail.follow`); t.house.time = new Date('2026-11-22T09:00:00Z') })

const later = (ms: number) => { t.house.time = new Date(t.house.time.getTime() + ms) }
const make = async (ctx: Ctx) => { const id = ctx.newId(); await keepSubject(ctx, { id, kind: 'idea', language: 'fi', title: { fi: 'Salainen laituri' }, text: 'Laituri', stage: 'idea', visibility: 'public' }); return id }
const keeps = (who: Someone, its: Subscribed, device = 'Firefox, Android') => who.does((ctx) => keepDevice(ctx, who.actor as never, its, device))
const follows = (who: Someone, id: string, how: HowToTell) => who.does((ctx) => followSubject(ctx, who.actor as never, id, 'chosen', how.rhythm, { byMail: how.byMail, byPush: how.byPush }))
const happens = async (id: string) => { later(1000); await t.jari.does((ctx) => record(ctx, moved, { subjectId: id, sentence: 'Aino Koskela avasi laiturin.' })); await deliver(t.house, [tellThem], (cause) => { throw cause }); await pushAtOnce(t.house) }
const sendAll = async () => { const all = { sent: 0, failed: 0, gone: 0 }; for (;;) { const one = await sendPushes(t.house, pusher); all.sent += one.sent; all.failed += one.failed; all.gone += one.gone; if (one.sent === 0) return all } }
const waiting = async () => (await db.execute<{ n: number }>(sql`select count(*)::int as n from notices.push where sent_at is null`)).rows[0]!.n

test('a push message comes signed and encrypted to each browser, in its language, and says nothing of anyone', async () => {
  const person = await t.newPerson('Pusku Kuulija')
  await db.execute(sql`update identity.person set language = 'sv' where id = ${person.id}`)
  const [phone, desk] = [service.subscribe(), service.subscribe()]
  await keeps(person, phone); await keeps(person, desk, 'Chrome, Windows')
  const id = await t.aino.does(make)
  await follows(person, id, { rhythm: 'atOnce' }); await follows(t.otso, id, { rhythm: 'atOnce' })
  await happens(id); await happens(id)
  await Promise.all([sendPushes(t.house, pusher), sendPushes(t.house, pusher)]); await sendAll()
  expect(service.refused).toEqual([])
  expect([service.of(phone).length, service.of(desk).length]).toEqual([2, 2])
  const [got] = service.of(phone)
  expect(JSON.parse(got!.text)).toEqual({ title: 'Nousu', body: 'Något som du följer har rört sig. Se vad.', path: '/sv/me/notices', language: 'sv' })
  expect(got).toMatchObject({ topic: 'nousu', urgency: 'normal', ttl: 86_399, key: keys.publicKey, jwt: { aud: service.origin, sub: 'mailto:nousu@example.fi' } })
  for (const word of ['Pusku', 'Aino', 'laituri', id, person.id]) expect(got!.text).not.toContain(word)
  expect((await person.sees(devicesOf, person.id)).every((each) => each.heardAt !== null)).toBe(true)
})

test('not by push what is wished only in the app, only by mail, or when the person has turned push off', async () => {
  const people = await Promise.all(['Vain Sovellus', 'Vain Posti', 'Ei Puskua', 'Vain Pusku'].map(t.newPerson))
  const browsers = people.map(() => service.subscribe())
  for (const [i, each] of people.entries()) await keeps(each, browsers[i]!)
  const id = await t.aino.does(make)
  await follows(people[0]!, id, { rhythm: 'inApp' }); await follows(people[1]!, id, { rhythm: 'atOnce', byPush: false }); await follows(people[2]!, id, { rhythm: 'atOnce' }); await follows(people[3]!, id, { rhythm: 'atOnce', byMail: false })
  await db.execute(sql`update identity.person set by_push = false where id = ${people[2]!.id}`)
  await happens(id); await sendAll()
  expect(browsers.map((each) => service.of(each).length)).toEqual([0, 0, 0, 1])
  const { rows } = await db.execute<{ name: string }>(sql`select p.name from notices.notice n join identity.person p on p.id = n.person_id where n.subject_id = ${id} and n.by_mail and n.rhythm <> 'inApp' order by 1`)
  expect(rows.map((row) => row.name)).toEqual(['Ei Puskua', 'Vain Posti'])
})

test('a digest is told of once, in the morning, if it still has something unread', async () => {
  const [reader, keen] = [await t.newPerson('Kooste Lukija'), await t.newPerson('Innokas Lukija')]
  const [its, hers] = [service.subscribe(), service.subscribe()]
  await keeps(reader, its); await keeps(keen, hers)
  const id = await t.aino.does(make)
  await follows(reader, id, { rhythm: 'weekly' }); await follows(keen, id, { rhythm: 'daily' })
  await happens(id); await happens(id)
  await db.execute(sql`update notices.notice set read_at = now() where person_id = ${keen.id}`)
  await pushDigests(t.house); await sendAll()
  expect(service.of(its)).toHaveLength(0) // Sunday
  t.house.time = new Date('2026-11-23T06:00:00Z')
  await Promise.all([pushDigests(t.house), pushDigests(t.house)]); await pushDigests(t.house); await sendAll()
  expect(service.of(its).map((each) => (JSON.parse(each.text) as { body: string }).body)).toEqual(['Kooste on valmis. Katso, mikä on liikkunut.'])
  expect(service.of(hers)).toHaveLength(0)
})

test.each([404, 410])('a browser that is gone (%i) is forgotten with what waited for it', async (status) => {
  const its = service.subscribe(), other = service.subscribe()
  await keeps(t.otso, its); await keeps(t.otso, other)
  const id = await t.aino.does(make)
  await follows(t.otso, id, { rhythm: 'atOnce' })
  service.answer(its, { status })
  await happens(id); await happens(id)
  expect(await sendAll()).toMatchObject({ sent: 2, failed: 0 })
  expect((await t.otso.sees(devicesOf, t.otso.id))).toHaveLength(1)
  expect(await waiting()).toBe(0)
})

test('a push service that is busy says when to come again; one that is broken is tried with growing waits; a refusal stays to be seen', async () => {
  const its = service.subscribe()
  await keeps(t.otso, its)
  const id = await t.aino.does(make)
  await follows(t.otso, id, { rhythm: 'atOnce' })
  service.answer(its, { status: 429, headers: { 'retry-after': '120' } })
  await happens(id)
  expect(await sendAll()).toEqual({ sent: 0, failed: 1, gone: 0 })
  expect((await nextPushAt(t.house))!.getTime() - t.house.time.getTime()).toBe(120_000)
  later(119_000); expect(await sendAll()).toEqual({ sent: 0, failed: 0, gone: 0 })
  service.answer(its, { status: 503 })
  later(1000); expect((await sendAll()).failed).toBe(1)
  expect((await nextPushAt(t.house))!.getTime() - t.house.time.getTime()).toBe(10_000) // the second wait
  service.answer(its)
  later(10_000); expect(await sendAll()).toEqual({ sent: 1, failed: 0, gone: 0 })
  expect(service.of(its)[0]!.ttl).toBe(86_400 - 131 + 1) // less of its day is left
  service.answer(its, { status: 413 })
  await happens(id)
  expect((await sendAll()).failed).toBe(1)
  later(3_600_000); expect(await sendAll()).toEqual({ sent: 0, failed: 0, gone: 0 })
  const { rows } = await db.execute<{ last_error: string }>(sql`select last_error from notices.push where sent_at is null`)
  expect(rows).toEqual([{ last_error: '413 as the test wished' }])
})

test('a message older than a day is not sent any more', async () => {
  const its = service.subscribe()
  await keeps(t.otso, its)
  const id = await t.aino.does(make)
  await follows(t.otso, id, { rhythm: 'atOnce' })
  await happens(id)
  later(86_400_001)
  expect(await sendAll()).toEqual({ sent: 0, failed: 0, gone: 0 })
  expect(await nextPushAt(t.house)).toBeNull()
})

test('an address that leads inside is never asked, whatever its name says', async () => {
  for (const address of ['http://updates.push.example.fi/x', 'https://localhost/x', 'https://127.0.0.1/x', 'https://[::1]/x', 'https://10.1.2.3/x', 'https://169.254.169.254/latest', 'https://[::ffff:127.0.0.1]/x', 'https://[fd00::1]/x', 'https://0x7f000001/x', 'https://2130706433/', 'https://palvelin/x', 'https://nas.local/x', 'https://a:b@push.example.fi/x', 'https://push.example.fi:8443/x', 'ftp://push.example.fi/x', 'x'])
    expect(mayBeOutside(address), address).toBe(false)
  for (const address of ['https://fcm.googleapis.com/fcm/send/x', 'https://updates.push.services.mozilla.com/wpush/v2/x', 'https://web.push.apple.com/x', 'https://8.8.8.8/x']) expect(mayBeOutside(address), address).toBe(true)
  for (const address of ['100.64.0.1', '192.168.1.1', '172.20.0.1', '224.0.0.1', '0.0.0.0', 'fe80::1', '64:ff9b::7f00:1', '2002:7f00:1::', '::', 'ei osoite']) expect(isOutside(address), address).toBe(false)
  const strict = webPusher(keys, 'mailto:nousu@example.fi')
  const before = service.asked()
  const its = service.subscribe()
  expect(await strict.send(its, '{}', { life: 60 })).toMatchObject({ done: false, gone: true })
  expect(await strict.send({ ...its, endpoint: 'https://rebinding.example.fi/x' }, '{}', { life: 60 })).toMatchObject({ done: false, gone: true, error: 'the address leads inside' })
  expect(service.asked()).toBe(before)
})

test('a browser is one person’s: another cannot take it, move it or forget it; the same browser signed in anew goes with it', async () => {
  const its = service.subscribe(), theirs = service.subscribe()
  await keeps(t.otso, its); await keeps(t.otso, its); await keeps(t.aino, theirs)
  const [mine] = await t.otso.sees(devicesOf, t.otso.id)
  await t.aino.does((ctx) => forgetDevice(ctx, t.aino.actor as never, mine!.id))
  await expect(keeps(t.aino, { ...theirs, endpoint: its.endpoint })).rejects.toThrow('invalid')
  await expect(t.guest.does(renewDevice, { endpoint: its.endpoint, auth: theirs.auth }, service.subscribe())).rejects.toThrow('notFound')
  await expect(t.guest.does(renewDevice, { endpoint: service.subscribe().endpoint, auth: its.auth }, theirs)).rejects.toThrow('notFound')
  expect((await t.otso.sees(devicesOf, t.otso.id)).map((each) => each.id)).toEqual([mine!.id])
  // one who knows another's address but not its secret moves nothing there, nor takes it away
  const hers = service.subscribe()
  await keeps(t.aino, hers)
  await expect(t.guest.does(renewDevice, { endpoint: hers.endpoint, auth: hers.auth }, { ...hers, endpoint: its.endpoint })).rejects.toThrow('notFound')
  expect((await t.otso.sees(devicesOf, t.otso.id)).map((each) => each.id)).toEqual([mine!.id])
  expect(subscriptionForm.safeParse({ ...its, endpoint: 'https://push.example.fi/\0' }).success).toBe(false)
  const changed = service.subscribe()
  await t.guest.does(renewDevice, { endpoint: its.endpoint, auth: its.auth }, changed) // pushsubscriptionchange: the service worker, perhaps signed out
  const { rows } = await db.execute<{ endpoint: string; person_id: string }>(sql`select endpoint, person_id from notices.push_to where id = ${mine!.id}`)
  expect(rows).toEqual([{ endpoint: changed.endpoint, person_id: t.otso.id }])
  await keeps(t.saara, changed) // a shared computer
  expect(await t.otso.sees(devicesOf, t.otso.id)).toEqual([])
  expect(await t.saara.sees(devicesOf, t.saara.id)).toHaveLength(1)
  const neighbour = await town({ house: t.house, name: 'Naapurila' })
  expect(await neighbour.someone(t.saara.actor).sees(devicesOf, t.saara.id)).toEqual([])
  for (let i = 0; i < 12; i++) { later(1000); await keeps(t.saara, service.subscribe()) }
  expect(await t.saara.sees(devicesOf, t.saara.id)).toHaveLength(10)
})

test('after a stop link nothing is pushed either', async () => {
  const its = service.subscribe()
  await keeps(t.otso, its)
  const id = await t.aino.does(make)
  await follows(t.otso, id, { rhythm: 'atOnce' })
  const token = await t.otso.sees(async (ctx) => stopToken(ctx, { kind: 'p', personId: t.otso.id }))
  await t.guest.does(stop, token)
  await happens(id); await sendAll()
  expect(service.of(its)).toHaveLength(0)
})

test('what is not a subscription is not taken, and keys are the same wherever the secret is', () => {
  const good = service.subscribe()
  expect(subscriptionForm.safeParse(good).success).toBe(true)
  for (const bad of [{ ...good, endpoint: 'x' }, { ...good, p256dh: good.auth }, { ...good, auth: 'AAAA' }, { ...good, auth: '../..' }, { ...good, endpoint: `https://push.example.fi/${'x'.repeat(2000)}` }]) expect(subscriptionForm.safeParse(bad).success).toBe(false)
  expect(vapidFromSecret('salaisuus, jota ei muualla ole, 48 merkkiä pitkä')).toEqual(keys)
  expect(vapidOf(keys.privateKey)).toEqual(keys)
  expect(vapidFromSecret('toinen')).not.toEqual(keys)
  expect([isVapidKey(keys.privateKey), isVapidKey('x'), isVapidKey(Buffer.alloc(32).toString('base64url'))]).toEqual([true, false, false])
})
