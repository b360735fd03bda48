import { createServer } from 'node:http'
import { and, eq } from 'drizzle-orm'
import nodemailer from 'nodemailer'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { attachment, mail } from '#core/notices/schema.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { storePicture } from '#core/files/pictures.server.ts'
import { ownWords, startIncomingMail } from '#core/ports/incoming-mail.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { freshHouse, town } from '../../../../tests/town.ts'
import { web } from '../../../../tests/web.ts'
import { keepReport } from '../keep-report.server.ts'
import { category, forward, forwardReply, partner, report } from '../schema.server.ts'
import { closeForward, forwardByItself, forwarding, forwardReport, retryForward } from './forward.server.ts'
import { knowsReplyAddress, sayOn, takeAnswer } from './hear.server.ts'
import { keyInAddress, replyAddressOf } from './letter.server.ts'
import { failedForwards, keepPartner, partnerForm } from './partners.server.ts'
import { askPartners, sendForwards } from './send.server.ts'

const house = Object.assign(await freshHouse(), { replyAddress: 'palaute@koivula.example' })
const t = await web(await town({ house, primary: true }))
const db = house.database.owner
let sent = 0
const send = (more = {}) => t.aino.does(keepReport, { categoryId: t.categories.road, text: `Monttu numero ${sent++}, soittakaa Ainolle.`, longitude: 23.58, latitude: 61.55, sender: { personId: t.aino.id, name: 'Aino Koskela', email: 'aino@koti.example', phone: '040 123' }, channel: 'web' as const, ...more })
const made = (more: Record<string, unknown> = {}) => t.antti.does(keepPartner, partnerForm.parse({ name: 'Tiehuolto Oy', kind: 'contractor', language: 'fi', email: 'tyot@tiehuolto.example', ...more }))
const its = async (id: string) => (await db.select().from(report).where(eq(report.id, id)))[0]!
const later = (minutes: number) => { house.time = new Date(house.time.getTime() + minutes * 60_000) }
const input = (partnerId: string, more = {}) => forwarding.parse({ partnerId, ...more })

describe('by mail', () => {
  test('a contractor gets what it needs, with the photos, and nothing of the sender unless so chosen', async () => {
    const { id: partnerId } = await made()
    const picture = await t.aino.does(storePicture, await sharp({ create: { width: 60, height: 40, channels: 3, background: '#456' } }).jpeg().toBuffer())
    if (typeof picture === 'string') throw new Error(picture)
    const { id, reference } = await send({ pictures: [{ ...picture, description: '' }] })
    await expect(t.leena.does(forwardReport, id, input(partnerId))).rejects.toThrow('forbidden')
    await t.jari.does(forwardReport, id, input(partnerId, { words: 'Tänään, kiitos.' }))
    const [letter] = await db.select().from(mail).where(eq(mail.to, 'tyot@tiehuolto.example'))
    expect(letter!.text).toContain(reference)
    expect(letter!.text).toContain('Tänään, kiitos.')
    expect(letter!.text).toContain('61.550000, 23.580000')
    expect(letter!.text).not.toMatch(/aino@|040 123|Aino Koskela/)
    expect(letter!.replyTo).toMatch(/^palaute\+[0-9a-f]{20}@koivula\.example$/)
    expect((await db.select().from(attachment).where(eq(attachment.mailId, letter!.id))).map((each) => each.type)).toEqual(['image/webp'])
    expect((await its(id)).state).toBe('planned')
    await expect(t.jari.does(forwardReport, id, input(partnerId))).rejects.toThrow('alreadyForwarded')
    const other = await send()
    await t.jari.does(forwardReport, other.id, input(partnerId, { withSender: 'on' }))
    expect((await db.select().from(mail).where(eq(mail.to, 'tyot@tiehuolto.example'))).some((each) => each.text.includes('Aino Koskela, 040 123, aino@koti.example'))).toBe(true)
  })

  test('what belongs to another owner goes elsewhere, and the sender hears whose it is', async () => {
    const { id: partnerId } = await made({ name: 'Pirkanmaan ELY-keskus', kind: 'owner', email: 'tiet@ely.example' })
    const { id } = await send()
    await t.jari.does(forwardReport, id, input(partnerId))
    expect(await its(id)).toMatchObject({ state: 'elsewhere' })
    expect((await t.guest.sees(trailOf, id))[0]).toMatchObject({ kind: 'feedback.elsewhere', sentence: expect.stringContaining('Pirkanmaan ELY-keskus') })
  })

  test('the partner answers on its page: under way, and done with a sentence that the sender sees', async () => {
    const { id: partnerId } = await made({ email: 'sivu@tiehuolto.example' })
    const { id } = await send()
    await t.jari.does(forwardReport, id, input(partnerId))
    const [letter] = await db.select().from(mail).where(eq(mail.to, 'sivu@tiehuolto.example'))
    const path = new URL(/http\S+\/partner\/\S+/.exec(letter!.text)![0]).pathname
    expect((await t.get(path)).headers.get('cache-control')).toMatch(/no-store|private/)
    expect((await t.post(path, 'guest', { _do: 'answer', said: 'done', text: '' })).status).toBe(422)
    expect((await t.post(path, 'guest', { _do: 'answer', said: 'underWay', text: '' })).status).toBe(303)
    expect((await its(id)).state).toBe('underWay')
    expect((await t.post(path, 'guest', { _do: 'answer', said: 'done', text: 'Paikattiin kylmämassalla.' })).status).toBe(303)
    expect((await its(id)).state).toBe('done')
    expect((await t.guest.sees(trailOf, id))[0]).toMatchObject({ kind: 'feedback.done', sentence: 'Paikattiin kylmämassalla.' })
    expect((await t.post(path, 'guest', { _do: 'answer', said: 'note', text: 'Vielä yksi asia.' })).status).toBe(409)
    for (const bad of ['x', `${id}.x`, `${path.split('/').at(-1)}x`]) expect((await t.get(`/fi/partner/${bad}`)).status).toBe(404)
    expect((await db.select().from(notice).where(and(eq(notice.subjectId, id), eq(notice.personId, t.jari.id)))).map((row) => row.kind)).toContain('feedback.partnerSaid')
  })

  test('an answer by mail comes in by SMTP, is the unit’s to read, and reaches the sender only when it is said on', async () => {
    const { id: partnerId } = await made({ email: 'posti@tiehuolto.example' })
    const { id } = await send()
    const { id: forwardId } = await t.jari.does(forwardReport, id, input(partnerId))
    const [row] = await db.select().from(forward).where(eq(forward.id, forwardId))
    const ear = await startIncomingMail({ port: 0, host: '127.0.0.1', knows: (address) => knowsReplyAddress(house, address), take: (letter) => takeAnswer(house, letter), onError: () => {} })
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: ear.port, ignoreTLS: true })
    try {
      const to = replyAddressOf(house.replyAddress, row!.replyKey).toUpperCase()
      const letter = { from: 'Ville <ville@tiehuolto.example>', to, subject: 'Re: Palaute', messageId: '<one@tiehuolto.example>', text: 'Katsotaan huomenna.\nT. Ville 050 999\n\nma 23.11.2026 klo 9.00 Koivula kirjoitti:\n> Monttu' }
      await transport.sendMail(letter); await transport.sendMail(letter)
      await transport.sendMail({ ...letter, messageId: '<auto@x>', text: 'Olen lomalla.', headers: { 'Auto-Submitted': 'auto-replied' } })
      await expect(transport.sendMail({ ...letter, to: replyAddressOf(house.replyAddress, '0'.repeat(20)) })).rejects.toMatchObject({ responseCode: 550 })
      await expect(transport.sendMail({ ...letter, to: 'joku@muualla.example' })).rejects.toMatchObject({ responseCode: 550 })
    } finally { transport.close(); await ear.close() }
    const replies = await db.select().from(forwardReply).where(eq(forwardReply.forwardId, forwardId))
    expect(replies.map((each) => each.text)).toEqual(['Katsotaan huomenna.\nT. Ville 050 999'])
    expect((await t.guest.sees(trailOf, id)).some((each) => each.sentence?.includes('Katsotaan'))).toBe(false)
    await expect(t.leena.does(sayOn, replies[0]!.id, 'Katsotaan huomenna.')).rejects.toThrow('forbidden')
    await t.jari.does(sayOn, replies[0]!.id, 'Katsotaan huomenna.')
    expect((await t.guest.sees(trailOf, id))[0]).toMatchObject({ kind: 'feedback.answered', sentence: 'Katsotaan huomenna.' })
  })

  test('a letter that did not arrive makes the forwarding failed, seen by the admin, and can be tried again', async () => {
    const { id: partnerId } = await made({ name: 'Väärä Oy', email: 'eiole@vaara.example' })
    const { id } = await send()
    const { id: forwardId } = await t.jari.does(forwardReport, id, input(partnerId))
    const [row] = await db.select().from(forward).where(eq(forward.id, forwardId))
    const ear = await startIncomingMail({ port: 0, host: '127.0.0.1', knows: (address) => knowsReplyAddress(house, address), take: (letter) => takeAnswer(house, letter), onError: () => {} })
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: ear.port, ignoreTLS: true })
    const to = replyAddressOf(house.replyAddress, row!.replyKey)
    await transport.sendMail({ envelope: { from: '', to }, raw: ['From: MAILER-DAEMON@vaara.example', `To: ${to}`, 'Subject: Undelivered', 'Message-ID: <b@x>', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '', '--b', 'Content-Type: text/plain', '', 'Sorry.', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; x', '', 'Final-Recipient: rfc822; eiole@vaara.example', 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 User unknown', '', '--b--', ''].join('\r\n') })
    transport.close(); await ear.close()
    expect((await t.antti.sees(failedForwards))[0]).toMatchObject({ partner: 'Väärä Oy', error: '550 5.1.1 User unknown', state: 'failed' })
    await expect(t.jari.sees(failedForwards)).rejects.toThrow('forbidden')
    await t.jari.does(retryForward, forwardId)
    expect(await db.select().from(mail).where(eq(mail.to, 'eiole@vaara.example'))).toHaveLength(2)
    await expect(t.jari.does(retryForward, forwardId)).rejects.toThrow('nothingToRetry')
  })

  test.each([
    ['Selvä.\n\n-----Alkuperäinen viesti-----\nLähettäjä: x', 'Selvä.'], ['Klart!\n\nDen 23 nov. 2026 kl. 09:00 skrev Koivula:\n> x', 'Klart!'], ['Done\n-- \nJohn', 'Done'], ['On Mon, 23 Nov 2026 at 09:00, K <k@x> wrote:\n> q', ''], ['Kaksi riviä\nja toinen', 'Kaksi riviä\nja toinen'],
  ])('an answer’s own words: %j', (text, own) => { expect(ownWords(text)).toBe(own) })
  test('an address is ours only with our name and our domain', () => {
    const key = 'a1'.repeat(10)
    expect(keyInAddress(`palaute+${key}@koivula.example`, house.replyAddress)).toBe(key)
    for (const bad of [`palaute+${key}@muu.example`, `muu+${key}@koivula.example`, 'palaute@koivula.example', `palaute+x@koivula.example`]) expect(keyInAddress(bad, house.replyAddress)).toBeNull()
  })
})

test('a category’s partner gets its reports by itself, once', async () => {
  const { id: partnerId } = await made({ name: 'Valot Oy', email: 'valot@x.example' })
  await db.update(category).set({ partnerId }).where(eq(category.id, t.categories.light))
  const { id } = await send({ categoryId: t.categories.light })
  const reaction = { name: 'forward', on: ['feedback.sent'], does: forwardByItself }
  while ((await deliver(house, [reaction])).events > 0) { /* all */ }
  const [event] = (await house.database.ownerPool.query(`select id, subject_id as "subjectId", kind, at, data from trail.event where subject_id = $1 and kind = 'feedback.sent'`, [id])).rows
  await t.guest.does(forwardByItself, event)
  expect(await db.select().from(forward).where(eq(forward.reportId, id))).toHaveLength(1)
  expect((await its(id)).state).toBe('planned')
})

describe('by Open311', () => {
  const got: { path: string; body: URLSearchParams; query: URLSearchParams }[] = []
  type Answer = { status: number; body: string }
  let answer: (path: string) => Answer | Promise<Answer> = () => ({ status: 500, body: '' })
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => { body += part })
    request.on('end', async () => {
      const url = new URL(request.url!, 'http://x')
      got.push({ path: url.pathname, body: new URLSearchParams(body), query: url.searchParams })
      const its = await answer(url.pathname)
      response.writeHead(its.status, { 'content-type': 'text/xml; charset=utf-8' }); response.end(its.body)
    })
  })
  const listening = new Promise<string>((resolve) => { server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as { port: number }).port}/open311/v2/`)) })
  afterAll(() => { server.close() })
  const manners = { allows: () => true }
  const theirs = async (more = {}) => { const { id } = await made({ name: 'Naapuri', kind: 'owner', open311Url: 'https://naapuri.fi/open311/v2/', apiKey: 'avain', jurisdiction: 'naapuri.fi', services: 'road = 171\n* = 180', ...more }); await db.update(partner).set({ open311Url: await listening }).where(eq(partner.id, id)); return id }

  test('a report goes with its code, key, place and picture; its closing comes back to the sender', async () => {
    const partnerId = await theirs()
    const { id, reference } = await send()
    const { id: forwardId } = await t.jari.does(forwardReport, id, input(partnerId))
    answer = () => ({ status: 200, body: '<?xml version="1.0" encoding="utf-8"?><service_requests><request><service_request_id>0042</service_request_id></request></service_requests>' })
    expect(await sendForwards(house, manners)).toEqual({ sent: 1, failed: 0 })
    const { body, query: asked } = got.at(-1)!
    expect(Object.fromEntries(body)).toMatchObject({ api_key: 'avain', service_code: '171', lat: '61.55', long: '23.58' })
    expect(body.get('description')).toContain(reference)
    expect(body.has('email')).toBe(false)
    expect(asked.get('jurisdiction_id')).toBe('naapuri.fi')
    expect((await db.select().from(forward).where(eq(forward.id, forwardId)))[0]).toMatchObject({ state: 'sent', externalId: '0042' })
    expect(await sendForwards(house, manners)).toEqual({ sent: 0, failed: 0 })
    later(16)
    answer = (path) => path.includes('updates') ? { status: 200, body: '<service_requests_updates><request_update><update_id>9</update_id><service_request_id>0042</service_request_id><status>FIXED</status><description>Reikä paikattu &amp; jyrätty.</description><updated_datetime>2026-11-22T11:00:00+02:00</updated_datetime></request_update></service_requests_updates>' } : { status: 200, body: '<service_requests><request><service_request_id>0042</service_request_id><status>closed</status><status_notes/></request></service_requests>' }
    expect(await askPartners(house, manners)).toBe(1)
    expect((await its(id)).state).toBe('done')
    expect((await t.guest.sees(trailOf, id))[0]).toMatchObject({ sentence: 'Reikä paikattu & jyrätty.' })
    later(16)
    expect(await askPartners(house, manners)).toBe(0)
  })

  test('one that a person closes while it is being sent stays closed', async () => {
    const { id } = await send()
    const { id: forwardId } = await t.jari.does(forwardReport, id, input(await theirs({ name: 'Hidas' })))
    answer = async () => { await t.jari.does(closeForward, forwardId); return { status: 200, body: '<service_requests><request><service_request_id>0043</service_request_id></request></service_requests>' } }
    await sendForwards(house, manners)
    expect((await db.select().from(forward).where(eq(forward.id, forwardId)))[0]).toMatchObject({ state: 'closed', tryAfter: null, externalId: null })
  })

  test('a service without updates is asked for the status; a token is waited for', async () => {
    const partnerId = await theirs()
    const { id } = await send({ categoryId: t.categories.light })
    await db.update(category).set({ partnerId: null }).where(eq(category.id, t.categories.light))
    await t.leena.does(forwardReport, id, input(partnerId))
    answer = (path) => path.includes('tokens') ? { status: 200, body: '<service_requests><request><token>abc</token></request></service_requests>' } : { status: 200, body: '<service_requests><request><token>abc</token></request></service_requests>' }
    expect(await sendForwards(house, manners)).toEqual({ sent: 0, failed: 0 })
    expect(got.findLast((each) => each.path.endsWith('requests.xml'))!.body.get('service_code')).toBe('180')
    later(10)
    answer = () => ({ status: 200, body: '<service_requests><request><service_request_id>77</service_request_id><token>abc</token></request></service_requests>' })
    expect(await sendForwards(house, manners)).toEqual({ sent: 1, failed: 0 })
    expect(got.at(-1)!.path).toContain('tokens/abc.xml')
    later(16)
    answer = (path) => path.includes('updates') ? { status: 404, body: '' } : { status: 200, body: '<service_requests><request><service_request_id>77</service_request_id><status>closed</status><status_notes>Valmis</status_notes></request></service_requests>' }
    expect(await askPartners(house, manners)).toBe(1)
    expect((await its(id)).state).toBe('done')
  })

  test('a failure is told, tried again, given up when it is for good, and sent anew by a person', async () => {
    const partnerId = await theirs({ name: 'Horjuva' })
    const { id } = await send()
    const { id: forwardId } = await t.jari.does(forwardReport, id, input(partnerId))
    const row = async () => (await db.select().from(forward).where(eq(forward.id, forwardId)))[0]!
    answer = () => ({ status: 503, body: 'huolto' })
    expect(await sendForwards(house, manners)).toEqual({ sent: 0, failed: 1 })
    expect(await row()).toMatchObject({ state: 'waiting', lastError: 'HTTP 503', attempts: 1 })
    expect(await sendForwards(house, manners)).toEqual({ sent: 0, failed: 0 }) // not yet
    later(3)
    answer = () => ({ status: 200, body: '<html>ei tämä</html>' })
    await sendForwards(house, manners)
    expect(await row()).toMatchObject({ state: 'failed', lastError: 'the answer is not Open311' })
    await t.jari.does(retryForward, forwardId)
    answer = () => ({ status: 400, body: '<errors><error><code>400</code><description>service_code puuttuu</description></error></errors>' })
    await sendForwards(house, manners)
    expect(await row()).toMatchObject({ state: 'failed', lastError: 'HTTP 400: service_code puuttuu' })
    expect((await t.antti.sees(failedForwards)).some((each) => each.partner === 'Horjuva')).toBe(true)
    await t.jari.does(retryForward, forwardId)
    answer = () => ({ status: 201, body: '<service_requests><request><service_request_id>5</service_request_id></request></service_requests>' })
    const rounds = await Promise.all([sendForwards(house, manners), sendForwards(house, manners)])
    expect(rounds.reduce((sum, each) => sum + each.sent, 0)).toBe(1)
  })

  test('"not ours" brings it back to the unit, which hears of it', async () => {
    const partnerId = await theirs({ name: 'Toinen' })
    const { id } = await send()
    await t.jari.does(forwardReport, id, input(partnerId))
    answer = () => ({ status: 200, body: '<service_requests><request><service_request_id>900</service_request_id></request></service_requests>' })
    await sendForwards(house, manners)
    later(16)
    answer = (path) => path.includes('updates') ? { status: 200, body: '<service_requests_updates><request_update><update_id>1</update_id><service_request_id>900</service_request_id><status>NOT_COUNCILS_RESPONSIBILITY</status><description></description></request_update></service_requests_updates>' } : { status: 200, body: '<service_requests/>' }
    await askPartners(house, manners)
    expect((await its(id)).state).toBe('received')
    expect((await t.guest.sees(subjectOf, id)).ownerUnitId).toBe(t.units.sports)
  })

  test('an address inside is never asked, and no form takes one', async () => {
    for (const bad of ['http://naapuri.fi/', 'https://127.0.0.1/', 'https://palvelin/', 'https://sisä.local/', 'https://a:b@naapuri.fi/']) expect(partnerForm.safeParse({ name: 'X', kind: 'owner', language: 'fi', open311Url: bad, services: '* = 1' }).success, bad).toBe(false)
    const partnerId = await theirs({ name: 'Sisäinen' })
    const { id } = await send()
    const { id: forwardId } = await t.jari.does(forwardReport, id, input(partnerId))
    await sendForwards(house)
    expect((await db.select().from(forward).where(eq(forward.id, forwardId)))[0]).toMatchObject({ state: 'failed', lastError: 'the address leads inside' })
  })
})

test('partners are kept by an admin; the key is never shown; another municipality has none', async () => {
  const { id } = await made({ open311Url: 'https://naapuri.fi/open311/v2/', apiKey: 'salainen-avain', services: '* = 1' })
  expect((await t.get(`/fi/admin/partners/${id}`, 'jari')).status).toBe(403)
  const page = await (await t.get(`/fi/admin/partners/${id}`, 'antti')).text()
  expect(page).not.toContain('salainen-avain')
  expect((await t.post(`/fi/admin/partners/${id}`, 'antti', { _do: 'change', name: 'Uusi nimi', kind: 'owner', language: 'sv', email: '', open311Url: 'https://naapuri.fi/open311/v2/', jurisdiction: '', apiKey: '', services: '* = 2' })).status).toBe(303)
  expect((await db.select().from(partner).where(eq(partner.id, id)))[0]).toMatchObject({ name: 'Uusi nimi', apiKey: 'salainen-avain', services: { '*': '2' } })
  for (const bad of [{ email: '', open311Url: '' }, { services: 'road 171' }, { name: '' }]) expect(partnerForm.safeParse({ name: 'X', kind: 'owner', language: 'fi', email: 'a@b.fi', ...bad }).success).toBe(false)
  for (const path of ['/fi/admin/partners', '/sv/admin/partners', '/en/admin/partners/new']) expect((await t.get(path, 'antti')).status).toBe(200)
  const there = await town({ house, name: 'Naapurila' })
  await expect(there.antti.does(keepPartner, partnerForm.parse({ name: 'Y', kind: 'owner', language: 'fi', email: 'a@b.fi' }), id)).rejects.toThrow('notFound')
})
