import { expect, test } from 'vitest'
import { knowAddress } from '#core/http/asker-address.server.ts'
import { countBrought, mostBrought } from '#core/http/brought.server.ts'
import { picture } from '#core/files/schema.server.ts'
import { mail } from '#core/notices/schema.server.ts'
import { networkOfVisitor, visitorOf } from '#core/identity/visitor.server.ts'
import { takeAnswer } from '../app/modules/feedback/forwarding/hear.server.ts'
import { sayMeToo } from '../app/modules/feedback/map/me-too.server.ts'
import { sendReport } from '../app/modules/feedback/sending/send.server.ts'
import { giveFace } from '../app/modules/satisfaction/answer.server.ts'
import { addressForLog } from '../server/error-for-log.ts'
import { feedbackTown } from './feedback-town.ts'
import { eq } from 'drizzle-orm'

const t = await feedbackTown()
const db = t.house.database.owner, pool = t.house.database.ownerPool
/** A request of a browser somewhere. */
const asks = (address: string, browser: string) => { const request = new Request('http://localhost:3000/', { headers: { 'user-agent': browser } }); knowAddress(request, address); return request }
const count = async (query: string, ...values: unknown[]) => Number((await pool.query<{ n: string }>(`select count(*) as n from ${query}`, values)).rows[0]!.n)

test('a script that calls itself by ever new names is one network: "me too", faces and reports', async () => {
  const me = async (address: string, n: number) => { const who = await t.guest.does(visitorOf, asks(address, `Selain ${n}`), `me too ${t.ids.open}`); await t.guest.does(sayMeToo, t.ids.open, who) }
  await Promise.all(Array.from({ length: 20 }, (_, n) => me('5.6.7.8', n)))
  expect(await count('feedback.me_too where report_id = $1', t.ids.open)).toBe(5)
  await me('5.6.99.8', 1)
  await me('2001:14ba:1:2', 1)
  expect(await count('feedback.me_too where report_id = $1', t.ids.open)).toBe(7)
  const faces = await Promise.allSettled(Array.from({ length: 110 }, (_, n) => t.guest.does(giveFace, t.ids.question, { value: 1, from: 'page' as const }, asks('5.6.7.8', `Selain ${n}`))))
  expect(faces.filter((each) => each.status === 'fulfilled')).toHaveLength(100)
  await t.guest.does(giveFace, t.ids.question, { value: 5, from: 'page' }, asks('5.6.7.8', 'Selain 3')) // whose answer is there may change it
  const most = t.municipality.rules.sendsPerHour * 10
  const send = async (n: number) => t.guest.does(sendReport, { categoryId: t.categories.road, text: `Kuoppa ${n}` }, [], { visitor: await t.guest.does(visitorOf, asks('5.6.7.8', `Selain ${n}`), 'feedback send'), address: '5.6.7.8' })
  for (let n = 0; n < most; n++) await send(n)
  await expect(send(most)).rejects.toThrow('tooOften')
}, 60_000)

test('behind a proxy that nobody told of, people are not one network', async () => {
  for (const address of ['127.0.0.1', '::1', '10.0.0.7', '172.17.0.1', 'unknown']) expect(networkOfVisitor(await t.guest.does(visitorOf, asks(address, 'x'), 'y')), address).toBeNull()
})

test('files of one network without an account have an end in an hour', () => {
  const form = new FormData()
  form.set('photo1', new Blob([new Uint8Array(mostBrought.bytes / 5)]), 'a.jpg')
  const bring = (address: string, now: number) => countBrought(asks(address, 'x'), form, now)
  for (let n = 0; n < 5; n++) { bring('8.8.4.4', 0); bring('127.0.0.1', 0) }
  expect(() => bring('8.8.4.4', 1)).toThrow('tooOften')
  bring('8.8.8.8', 1)
  bring('127.0.0.1', 1)
  bring('8.8.4.4', 3_600_001)
})

test('photos are stored of nobody who may not send them there', async () => {
  const stored = async () => { let n = 0; for await (const _key of t.house.storage.keys(String(t.municipality.id))) n++; return n }
  const before = await stored()
  for (const [path, does, who] of [[`/fi/partner/${t.tokens.own}`, 'answer', 'guest'], [`/fi/feedback/own/${t.tokens.partner}`, 'add', 'guest'], [`/fi/work/${t.ids.order}`, 'photos', 'guest'], [`/fi/work/${t.ids.order}`, 'done', 'otso'], [`/fi/work/${t.ids.order}`, 'photos', 'leena'], [`/fi/feedback/${t.ids.open}/handle`, 'move', 'leena'], [`/fi/feedback/${t.ids.open}`, 'add', 'otso'], [`/fi/feedback/${t.ids.open}/fixed`, 'fixed', 'otso']] as const) {
    const form = new FormData()
    for (const [name, value] of Object.entries({ _do: does, said: 'note', text: 'x', role: 'before', to: 'done', sentence: 'x' })) form.set(name, value)
    for (const name of ['photo1', 'photo2', 'photo']) form.set(name, new Blob([new Uint8Array(t.jpeg)], { type: 'image/jpeg' }), 'a.jpg')
    expect([303, 403, 404], path).toContain((await t.post(path, who, form)).status)
  }
  expect(await stored()).toBe(before)
})

test('the holder of an own link adds so many photos and words, and no more', async () => {
  const id = await t.report(t.guest, 'Täydennettävä kuoppa.'), token = await t.tokenOf(id)
  const add = () => { const form = new FormData(); form.set('_do', 'add'); for (const n of [1, 2, 3, 4]) form.set(`photo${n}`, new Blob([new Uint8Array(t.jpeg)]), 'a.jpg'); return t.post(`/fi/feedback/own/${token}`, 'guest', form) }
  for (let n = 0; n < 5; n++) expect((await add()).status).toBe(303)
  expect((await add()).status).toBe(429)
  expect(await db.$count(picture, eq(picture.subjectId, id))).toBe(20)
})

test('a kiosk’s secret gives no more in a day than fingers can, whatever moments it tells', async () => {
  const give = (n: number, days: number) => t.send(`/fi/ask/kiosk/${t.tokens.kiosk}/answers`, 'guest', { method: 'POST', headers: { origin: 'http://localhost:3000', 'content-type': 'application/json' }, body: JSON.stringify({ answers: Array.from({ length: n }, () => ({ id: crypto.randomUUID(), value: 1, at: new Date(t.house.time.getTime() - days * 86_400_000).toISOString() })) }) })
  expect((await give(100, 3)).status).toBe(200)
  const asked = (await pool.query<{ id: string; kiosk: string }>('select question_id as id, id as kiosk from satisfaction.kiosk')).rows[0]!
  await pool.query(`insert into satisfaction.answer (municipality_id, id, question_id, at, day, value, language, "from", kiosk_id) select $1, (substr($2::text, 1, 13) || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $3, now(), '2026-11-15', 1, 'fi', 'kiosk', $4 from generate_series(1, 19900) n`, [t.municipality.id, t.ids.open, asked.id, asked.kiosk])
  expect((await give(1, 3)).status).toBe(429)
  expect((await give(1, 0)).status).toBe(429)
  expect((await t.send(`/fi/ask/kiosk/${t.tokens.kiosk}/answers`, 'guest', { method: 'POST', headers: { origin: 'http://localhost:3000' }, body: 'x'.repeat(1_100_000) })).status).toBe(413)
  expect((await t.send(`/fi/ask/kiosk/${t.tokens.kiosk}/answers`, 'guest', { method: 'POST', headers: { origin: 'https://evil.example' }, body: '{}' })).status).toBe(403)
})

test('a partner’s link says nothing more of what was taken back, nothing of its sender once all is done, and takes no more', async () => {
  const page = async () => (await t.get(`/fi/partner/${t.tokens.partner}`)).text()
  await pool.query("update feedback.sender set name = 'Näkyvä Nimi', phone = '044 555' where report_id = $1", [t.ids.sentOn])
  expect(await page()).toMatch(/Näkyvä Nimi/)
  expect((await t.post(`/fi/partner/${t.tokens.partner}`, 'guest', { _do: 'answer', said: 'note', text: 'Tulemme huomenna.' })).status).toBe(303)
  await t.post(`/fi/feedback/own/${await t.tokenOf(t.ids.sentOn)}`, 'guest', { _do: 'takeBack', sure: 'on' })
  expect(await page()).not.toMatch(/Näkyvä Nimi|044 555|Liikennemerkki|61\.55/)
  for (const said of ['done', 'note', 'notOurs']) expect((await t.post(`/fi/partner/${t.tokens.partner}`, 'guest', { _do: 'answer', said, text: 'Tehty.' })).status).toBe(409)
  await t.post(`/fi/feedback/${t.ids.sentOn}/forward`, 'jari', { _do: 'close', forward: t.ids.forward })
  expect((await t.post(`/fi/feedback/${t.ids.sentOn}/forward`, 'jari', { _do: 'forward', partnerId: t.ids.partner })).status).toBe(409)
})

test('letters to one forwarding have an end, whoever writes them', async () => {
  const id = await t.report(t.guest, 'Kirjeiden tulva.')
  await t.post(`/fi/feedback/${id}/forward`, 'jari', { _do: 'forward', partnerId: t.ids.partner })
  const to = (await db.select({ to: mail.replyTo }).from(mail)).at(-1)!.to!
  for (let n = 0; n < 205; n++) await takeAnswer(t.house, { to: [to], from: 'x@y.example', messageId: `<${n}@y>`, subject: 's', text: `Vastaus ${n}`, automatic: false, undelivered: null })
  expect(await count('feedback.forward_reply r join feedback.forward f on f.id = r.forward_id where f.report_id = $1', id)).toBe(200)
}, 30_000)

test('the log tells no link and no kiosk’s secret', () => {
  for (const path of [`/fi/ask/kiosk/${t.tokens.kiosk}/answers`, `/fi/feedback/own/${t.tokens.own}/fixed`, `/fi/feedback/thanks/${t.tokens.own}`, `/fi/partner/${t.tokens.partner}`, `/fi/found/answer/${t.tokens.own}`]) expect(addressForLog(path)).toMatch(/\/…/)
  for (const path of [`/fi/ask/kiosk/${t.tokens.kiosk}/answers`, `/fi/partner/${t.tokens.partner}`]) expect(addressForLog(path)).not.toContain(path.split('/').find((each) => each.length > 30)!)
  expect(addressForLog(`/fi/work/${t.ids.order}/sheet.pdf`)).toContain(t.ids.order)
})

test('an address that somebody else wrote is not buried in letters', async () => {
  const sends = (n: number) => t.post('/fi/feedback/new', 'guest', { _do: 'send', at: 'send', text: `Kiusa ${n}`, categoryId: t.categories.road, seen: t.categories.road, noPlace: '1', email: 'uhri@koti.example' }, { 'user-agent': `Selain ${n}` })
  for (let n = 0; n < 20; n++) { expect((await sends(n)).status).toBe(303); t.house.time = new Date(t.house.time.getTime() + 16 * 60_000) }
  expect((await sends(20)).status).toBe(422)
  expect(await count("notices.mail where \"to\" = 'uhri@koti.example'")).toBe(20)
  expect(await count("feedback.report where text = 'Kiusa 20'")).toBe(0)
})
