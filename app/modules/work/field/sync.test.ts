import { and, eq } from 'drizzle-orm'
import pg from 'pg'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { keepReport, report } from '#modules/feedback/server'
import { web } from '../../../../tests/web.ts'
import { town } from '../../../../tests/town.ts'
import { makeOrder } from '../make-order.server.ts'
import { mergeOrders } from '../merge.server.ts'
import { moveOrder } from '../move.server.ts'
import { passOrder } from '../pass.server.ts'
import { takeReports } from '../take-reports.server.ts'
import { checkItem, fromField, line, note, order } from '../schema.server.ts'
import { removeItem } from '../tick.server.ts'
import type { FieldData, FieldOrder } from './data.ts'
import { forgetFieldActs } from './forget.server.ts'
import { openFromField } from './resolve.server.ts'
import { readField } from './today.server.ts'

const t = await web()
const db = t.house.database.of(t.municipality.id)
const there = await town({ house: t.house, name: 'Naapurila' })
const photo = async () => new Blob([new Uint8Array(await sharp({ create: { width: 64, height: 48, channels: 3, background: '#456' } }).jpeg().toBuffer())], { type: 'image/jpeg' })
const later = (minutes = 1) => { t.house.time = new Date(t.house.time.getTime() + minutes * 60_000) }
let count = 0

/** A report of Aino's and an order of it on today's list, and what Saara's phone knows of it. */
async function given(more: Partial<Parameters<typeof makeOrder>[1]> = {}) {
  count++
  const sent = await t.aino.does(keepReport, { categoryId: t.categories.road, text: `Kuoppa numero ${count}.`, longitude: 23.58, latitude: 61.55, address: `Kuruntie ${count}`, sender: { personId: t.aino.id }, channel: 'web' })
  const { id } = await t.jari.does(makeOrder, { title: `Kuoppa ${count}`, unitId: t.units.sports, plannedFor: '2026-11-22', checklist: ['Rajaa', 'Paikkaa'], reports: [sent.id], ...more })
  later()
  const phone = await phoneOf('saara')
  return { id, report: sent.id, phone, its: phone.orders.find((each) => each.id === id)! }
}
const phoneOf = async (who: string): Promise<FieldData> => { const answer = await t.get('/fi/work/field/data', who, { accept: 'application/json' }); expect(answer.status).toBe(200); return await answer.json() as FieldData }
type Sending = { who?: string; photo?: Blob; clientId?: string; headers?: Record<string, string> } & Record<string, unknown>
async function send(phone: FieldData, its: Pick<FieldOrder, 'id' | 'version' | 'seal'>, what: string, { who = 'saara', photo: file, headers, ...fields }: Sending = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ what, clientId: `phone-${++count}-abcdef`, person: phone.person.id, orderId: its.id, version: its.version, asOf: phone.asOf, seal: its.seal, at: '2026-11-22T09:00:00.000Z', sentAt: '2026-11-22T09:10:00.000Z', ...fields })) form.set(name, String(value))
  if (file) form.set('photo', file, 'kuva.jpg')
  const answer = await t.send('/fi/work/field/sync', who, { method: 'PATCH', body: form, headers: { origin: 'http://localhost:3000', accept: 'application/json', ...headers } })
  return { status: answer.status, body: await answer.json() as { outcome: string; orderId: string; told: { code: string }[]; title?: string; problems?: Record<string, string> } }
}
const stateOf = async (id: string) => (await db.select().from(order).where(eq(order.id, id)))[0]!
const notesOf = async (id: string) => (await db.select().from(note).where(eq(note.orderId, id))).map((row) => row.text)
const heard = async (reportId: string) => { while ((await deliver(t.house, [tellThem])).events > 0) { /* all */ } return db.select({ kind: notice.kind, data: notice.data }).from(notice).where(and(eq(notice.personId, t.aino.id), eq(notice.subjectId, reportId))) }

test('the day of a crew: what is planned for today or before, what is begun, what is urgent and has no day; not others’ and not tomorrow’s', async () => {
  const { phone, id } = await given()
  expect(phone.orders.map((each) => each.id)).toContain(id)
  const tomorrow = await t.jari.does(makeOrder, { title: 'Huominen', unitId: t.units.sports, plannedFor: '2026-11-23' })
  const urgent = await t.jari.does(makeOrder, { title: 'Kiireinen', unitId: t.units.sports, priority: 3 })
  const others = await t.leena.does(makeOrder, { title: 'Kirjaston', unitId: t.units.library, plannedFor: '2026-11-22', priority: 3 })
  const ids = (await phoneOf('saara')).orders.map((each) => each.id)
  expect(ids).toContain(urgent.id)
  expect(ids).not.toContain(tomorrow.id)
  expect(ids).not.toContain(others.id)
  const its = phone.orders.find((each) => each.id === id)!
  expect(its).toMatchObject({ where: expect.stringMatching(/^Kuruntie/), items: [{ text: 'Rajaa', done: false }, { text: 'Paikkaa', done: false }], reports: [{ text: expect.stringMatching(/^Kuoppa/) }] })
})

test('tick, note, photo, line, begin and done arrive, and the sender hears that it is done', async () => {
  const { id, phone, its, report: reportId } = await given()
  expect((await send(phone, its, 'tick', { itemId: its.items[0]!.id, done: 'yes' })).body).toEqual({ outcome: 'taken', orderId: id, told: [] })
  await send(phone, its, 'note', { text: 'Asfaltti loppui kesken.' })
  await send(phone, its, 'line', { kind: 'material', name: 'Kylmäasfaltti', quantity: '2,5', measure: 'säkkiä' })
  await send(phone, its, 'begin')
  expect((await send(phone, its, 'photo', { role: 'before', photo: await photo() })).status).toBe(200)
  expect((await send(phone, its, 'done', { ready: 'Paikattu.', photo: await photo() })).body).toEqual({ outcome: 'taken', orderId: id, told: [] })
  expect(await stateOf(id)).toMatchObject({ state: 'done' })
  expect((await db.select().from(checkItem).where(eq(checkItem.orderId, id))).filter((row) => row.doneAt)).toHaveLength(1)
  expect((await db.select().from(line).where(eq(line.orderId, id)))[0]).toMatchObject({ name: 'Kylmäasfaltti', quantity: 2.5, measure: 'säkkiä' })
  expect(await notesOf(id)).toEqual(['Asfaltti loppui kesken.'])
  expect((await db.select().from(report).where(eq(report.id, reportId)))[0]!.state).toBe('done')
  expect((await heard(reportId)).at(-1)).toMatchObject({ kind: 'feedback.done', data: { sentence: 'Paikattu.' } })
  expect((await (await t.get(`/fi/work/field/data?also=${id}`, 'saara')).json() as FieldData).orders.find((each) => each.id === id)!.pictures.map((each) => each.role)).toEqual(['before', 'after'])
})

test('when it was done is counted from how long ago the phone says, so that a clock years off does no harm', async () => {
  const { id, phone, its } = await given()
  await send(phone, its, 'note', { text: 'Kello on väärässä.', at: '1999-01-01T00:00:00.000Z', sentAt: '1999-01-01T00:45:00.000Z' })
  await send(phone, its, 'note', { text: 'Kello siirtyi taaksepäin.', at: '2030-01-01T00:00:00.000Z', sentAt: '1999-01-01T00:45:00.000Z' })
  const rows = await db.select().from(note).where(eq(note.orderId, id))
  expect(t.house.time.getTime() - rows.find((row) => row.text.includes('väärässä'))!.at.getTime()).toBe(45 * 60_000)
  expect(rows.find((row) => row.text.includes('taaksepäin'))!.at).toEqual(t.house.time)
})

test('the same act twice, also at the same time, is once; and hears the same', async () => {
  const { id, phone, its } = await given()
  const same = { clientId: 'the-same-act-01', text: 'Kerran riittää.' }
  const answers = await Promise.all(Array.from({ length: 6 }, () => send(phone, its, 'note', same)))
  expect(answers.map((each) => each.status)).toEqual(Array(6).fill(200))
  expect(new Set(answers.map((each) => JSON.stringify(each.body))).size).toBe(1)
  const done = await Promise.all(Array.from({ length: 4 }, async () => send(phone, its, 'done', { clientId: 'the-same-act-02', ready: 'Paikattu.', photo: await photo() })))
  expect(done.map((each) => each.body.outcome)).toEqual(Array(4).fill('taken'))
  expect(await notesOf(id)).toEqual(['Kerran riittää.'])
  expect((await db.select().from(fromField).where(eq(fromField.orderId, id)))).toHaveLength(2)
  expect((await send(await phoneOf('jari'), its, 'note', { ...same, who: 'jari' })).status, 'someone else with the same id').toBe(400)
})

test('two phones of a crew close it at once: one closes, the words and photo of the other are kept and both hear', async () => {
  const { id, phone, its, report: reportId } = await given()
  const his = await phoneOf('jari')
  const [one, other] = await Promise.all([send(phone, its, 'done', { ready: 'Paikattu.' }), send(his, his.orders.find((each) => each.id === id)!, 'done', { who: 'jari', sentence: 'Paikkasin toisenkin.', photo: await photo() })])
  expect([one.body.outcome, other.body.outcome]).toEqual(['taken', 'taken'])
  expect([one, other].flatMap((each) => each.body.told.map((its) => its.code))).toEqual(['already'])
  const said = [...await notesOf(id), ...(await heard(reportId)).map((each) => (each.data as { sentence?: string }).sentence)]
  expect(said).toEqual(expect.arrayContaining(['Paikattu.', 'Paikkasin toisenkin.']))
})

test('something was added meanwhile and it still makes sense: taken, and told', async () => {
  const { id, phone, its } = await given()
  const two = await Promise.all(['Sama kuoppa.', 'Iso monttu.'].map((text) => t.otso.does(keepReport, { categoryId: t.categories.road, text, sender: { personId: t.otso.id }, channel: 'web' })))
  await t.jari.does(takeReports, id, two.map((each) => each.id))
  later()
  const { body } = await send(phone, its, 'done', { ready: 'Paikattu.' })
  expect(body).toMatchObject({ outcome: 'taken', told: [{ code: 'moreReports', count: 2, who: 'Jari Niemi' }] })
  expect(await stateOf(id)).toMatchObject({ state: 'done' })
})

test('closed otherwise meanwhile: a conflict that keeps words and photo, shown to the worker and the unit, and can be opened again', async () => {
  const { id, phone, its, report: reportId } = await given()
  await t.jari.does(moveOrder, id, { to: 'cannot', sentence: 'Ei asfalttia.' })
  later()
  const { body } = await send(phone, its, 'done', { clientId: 'conflict-0001', photo: await photo(), sentence: 'Paikattu murskeella.' })
  expect(body).toMatchObject({ outcome: 'conflict', told: [{ code: 'closed', state: 'cannot', who: 'Jari Niemi' }] })
  expect(await stateOf(id)).toMatchObject({ state: 'cannot' })
  expect(await notesOf(id)).toEqual(['Paikattu murskeella.'])
  expect(await t.jari.sees(openFromField, id)).toMatchObject([{ clientId: 'conflict-0001', who: 'Saara Lehto', what: 'done', words: 'Paikattu murskeella.', pictures: 1, reopens: true }])
  expect(await (await t.get(`/fi/work/field/${id}`, 'jari')).text(), 'the unit sees it on the order').toContain('Saara Lehto: Valmis. Sitä ei voitu ottaa sellaisenaan')
  const now = await phoneOf('saara')
  expect(now.conflicts).toMatchObject([{ clientId: 'conflict-0001', orderId: id, reopens: true, words: 'Paikattu murskeella.' }])
  later()
  expect((await send(now, { id, version: 0, seal: '' }, 'resolve', { conflict: 'conflict-0001', choice: 'reopen' })).status).toBe(200)
  expect(await stateOf(id)).toMatchObject({ state: 'done' })
  expect(await t.jari.sees(openFromField, id)).toEqual([])
  expect((await heard(reportId)).map((each) => each.kind)).toEqual(expect.arrayContaining(['feedback.cannot', 'feedback.reopened', 'feedback.done']))
  expect((await (await t.get(`/fi/work/field/data?also=${id}`, 'saara')).json() as FieldData).orders.find((each) => each.id === id)!.pictures).toHaveLength(1)
  expect((await send(now, { id, version: 0, seal: '' }, 'resolve', { conflict: 'conflict-0001', choice: 'note' })).status, 'looked at already').toBe(200)
})

test('a photo alone is proof, also when it first met a conflict', async () => {
  const { id, phone, its } = await given()
  await t.jari.does(moveOrder, id, { to: 'cannot', sentence: 'Ei onnistu.' })
  later()
  await send(phone, its, 'done', { clientId: 'conflict-0002', photo: await photo() })
  later()
  expect((await send(await phoneOf('saara'), its, 'resolve', { conflict: 'conflict-0002', choice: 'reopen' })).status).toBe(200)
  expect(await stateOf(id)).toMatchObject({ state: 'done' })
})

test('given to another unit meanwhile: words and photos go along as a note, and the one who had it may leave it so', async () => {
  const { id, phone, its } = await given()
  await t.jari.does(passOrder, id, { unitId: t.units.library })
  later()
  const { body } = await send(phone, its, 'cannot', { clientId: 'conflict-0003', ready: 'Paikkaa ei löytynyt.' })
  expect(body).toMatchObject({ outcome: 'conflict', told: [{ code: 'passed', unit: 'Kirjasto', who: 'Jari Niemi' }] })
  expect((await send(phone, its, 'note', { text: 'Vielä tämä.' })).body).toMatchObject({ outcome: 'taken', told: [{ code: 'passed' }] })
  expect((await send(phone, its, 'photo', { role: 'after', photo: await photo() })).status).toBe(200)
  expect((await send(phone, its, 'tick', { itemId: its.items[1]!.id, done: 'yes' })).status).toBe(200)
  expect((await send(phone, its, 'line', { kind: 'hours', name: 'Työ', quantity: '1' })).status).toBe(200)
  expect(await notesOf(id)).toEqual(expect.arrayContaining(['Paikkaa ei löytynyt.', 'Vielä tämä.']))
  expect((await t.leena.sees(openFromField, id)).map((each) => each.reopens)).toEqual([false])
  expect((await send(phone, { id, version: 0, seal: '' }, 'resolve', { conflict: 'conflict-0003', choice: 'reopen' })).status, 'not theirs to open').toBe(403)
  expect((await send(phone, { id, version: 0, seal: '' }, 'resolve', { conflict: 'conflict-0003', choice: 'note' })).status).toBe(200)
  expect(await t.leena.sees(openFromField, id)).toEqual([])
})

test('merged meanwhile: what was done goes to the one it is part of', async () => {
  const { id, phone, its } = await given()
  const other = await given()
  await t.jari.does(mergeOrders, id, other.id)
  later()
  expect((await send(phone, its, 'tick', { itemId: its.items[0]!.id, done: 'yes' })).body).toMatchObject({ outcome: 'taken', orderId: other.id, told: [{ code: 'merged' }] })
  expect((await send(phone, its, 'done', { ready: 'Paikattu.' })).body).toMatchObject({ outcome: 'taken', orderId: other.id })
  expect(await stateOf(other.id)).toMatchObject({ state: 'done' })
  const moved = await t.get(`/fi/work/field/${id}`, 'saara')
  expect([moved.status, moved.headers.get('location')]).toEqual([301, `/fi/work/field/${other.id}`])
})

test('a line that was taken off, a beginning of what is done: told, and no harm', async () => {
  const { id, phone, its } = await given()
  await t.jari.does(removeItem, id, its.items[0]!.id)
  expect((await send(phone, its, 'tick', { itemId: its.items[0]!.id, done: 'yes' })).body.told).toEqual([{ code: 'itemGone' }])
  await t.jari.does(moveOrder, id, { to: 'done', sentence: 'Tehty.' })
  later()
  expect((await send(phone, its, 'begin')).body.told).toEqual([{ code: 'closed', state: 'done', who: 'Jari Niemi' }])
  expect(await stateOf(id)).toMatchObject({ state: 'done' })
})

test('wrong unit: one tap to the right one, or off the list for the unit to choose', async () => {
  const { id, phone, its } = await given()
  expect((await send(phone, its, 'wrongUnit', { unitId: t.units.library })).body.outcome).toBe('taken')
  expect((await phoneOf('saara')).orders.map((each) => each.id)).not.toContain(id)
  const other = await given()
  expect((await send(other.phone, other.its, 'wrongUnit', {})).body).toMatchObject({ outcome: 'conflict', told: [{ code: 'wrongUnit' }] })
  expect(await stateOf(other.id)).toMatchObject({ state: 'new', plannedFor: null, crewId: null })
  expect(await t.jari.sees(openFromField, other.id)).toHaveLength(1)
})

test('the crew’s own order is kept for all of it; others’ orders are not arranged', async () => {
  const [a, b, c] = [await given(), await given(), await given()]
  const foreign = await t.leena.does(makeOrder, { title: 'Kirjaston oma', unitId: t.units.library, plannedFor: '2026-11-22' })
  expect((await send(c.phone, c.its, 'arrange', { ids: [c.id, foreign.id, a.id, b.id].join(' ') })).status).toBe(200)
  const ids = (await phoneOf('jari')).orders.filter((each) => each.position > 0).map((each) => each.id)
  expect(ids).toEqual([c.id, a.id, b.id])
  expect(await stateOf(foreign.id)).toMatchObject({ position: 0 })
})

test('nobody else: residents, officials who never had it, a forged seal, another person’s phone, the neighbour town', async () => {
  const { id, phone, its } = await given()
  const act = { text: 'En saisi.' }
  expect((await send(phone, its, 'note', { ...act, who: 'guest' })).status).toBe(401)
  const hers = { ...phone, person: { id: t.leena.id, name: '' } }
  expect((await send(hers, { ...its, seal: '' }, 'note', { ...act, who: 'leena' })).status).toBe(403)
  expect((await send(hers, its, 'note', { ...act, who: 'leena' })).status, 'Saara’s seal in Leena’s hands').toBe(403)
  expect((await send({ ...phone, person: { id: t.otso.id, name: '' } }, its, 'note', { ...act, who: 'otso' })).status).toBe(403)
  expect((await send(phone, its, 'note', { ...act, who: 'jari' }))).toMatchObject({ status: 409, body: { title: 'otherPerson' } })
  const theirs = await there.jari.does(makeOrder, { title: 'Naapurin', unitId: there.units.sports, plannedFor: '2026-11-22' })
  expect((await send(phone, { ...its, id: theirs.id }, 'note', act)).status).toBe(404)
  expect(await notesOf(id)).toEqual([])
  for (const who of ['otso', 'mirja']) expect((await t.get('/fi/work/field/data', who, { accept: 'application/json' })).status).toBe(403)
  expect((await t.get(`/fi/work/field/${id}`, 'leena')).status).toBe(403)
  expect((await send(phone, its, 'note', { ...act, headers: { 'sec-fetch-site': 'cross-site' } })).status, 'from another site').toBe(403)
})

test('what a private report says is read only by its own handlers', async () => {
  const sent = await t.aino.does(keepReport, { categoryId: t.categories.family, text: 'Ville jäi ilman paikkaa.', sender: { personId: t.aino.id }, channel: 'web' })
  const { id } = await t.leena.does(makeOrder, { title: 'Selvitä paikka', unitId: t.units.library, plannedFor: '2026-11-22', reports: [sent.id] })
  expect((await phoneOf('leena')).orders.find((each) => each.id === id)!.reports[0]!.text).toBe('Ville jäi ilman paikkaa.')
  expect(JSON.stringify(await phoneOf('saara'))).not.toContain('Ville')
})

test('bad input is told, never a break, and nothing of it stays', async () => {
  const { id, phone, its } = await given()
  const bad: [string, Sending][] = [['note', { text: '  ' }], ['note', {}], ['line', { kind: 'material', name: 'X', quantity: 'monta' }], ['line', { kind: 'gold', name: 'X' }], ['cannot', {}], ['done', {}], ['photo', { role: 'after' }], ['photo', { role: 'after', photo: new Blob(['ei kuva']) }], ['tick', { itemId: 'x', done: 'yes' }], ['arrange', { ids: 'x y' }], ['nothing', {}], ['note', { text: 'ok', clientId: 'a b' }], ['note', { text: 'ok', asOf: 'eilen' }], ['note', { text: 'ok', version: '9e99' }], ['done', { sentence: 'x'.repeat(2000) }], ['wrongUnit', { unitId: 'x' }], ['resolve', { conflict: 'not-there-1', choice: 'note' }]]
  for (const [what, fields] of bad) { const { status } = await send(phone, its, what, fields); expect([what, status], JSON.stringify(fields)).toEqual([what, what === 'resolve' ? 404 : 422]) }
  expect((await send(phone, its, 'photo', { role: 'after', photo: new Blob([new Uint8Array(16_500_000)]) })).status).toBe(413)
  expect((await t.send('/fi/work/field/sync', 'saara', { method: 'PATCH', body: '{}', headers: { origin: 'http://localhost:3000', 'content-type': 'application/json', accept: 'application/json' } })).status).toBe(400)
  expect(await db.select().from(fromField).where(eq(fromField.orderId, id))).toEqual([])
  expect(await stateOf(id)).toMatchObject({ state: 'planned' })
})

test('without script: the same by plain forms, once each, and what happened meanwhile is said', async () => {
  const { id, its } = await given()
  const page = await (await t.get(`/fi/work/field/${id}`, 'saara')).text()
  const asOf = /name="asOf" value="([^"]+)"/.exec(page)![1]!, seal = /name="seal" value="([^"]+)"/.exec(page)![1]!
  const post = (what: string, fields: Record<string, string>) => t.post(`/fi/work/field/${id}`, 'saara', { _do: what, version: String(its.version), asOf, seal, ...fields })
  expect((await post('tick', { itemId: its.items[0]!.id, done: 'yes' })).status).toBe(303)
  expect((await post('note', { text: 'Ilman skriptiä.' })).status).toBe(303)
  expect((await post('note', { text: 'Ilman skriptiä.' })).status).toBe(303)
  expect(await notesOf(id)).toEqual(['Ilman skriptiä.'])
  const none = await post('cannot', { sentence: '' })
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Syy puuttuu.')])
  await t.jari.does(moveOrder, id, { to: 'done', sentence: 'Ehdin ensin.' })
  later()
  const done = await post('done', { ready: 'Paikattu.' })
  expect(done.headers.get('location')).toMatch(/^\/fi\/work\/field\?came=form-/)
  expect(await (await t.get(done.headers.get('location')!, 'saara')).text()).toContain('Jari Niemi oli jo merkinnyt tämän valmiiksi.')
  const [first, second] = (await t.saara.sees(readField)).orders
  await t.post('/fi/work/field', 'saara', { _do: 'arrange', ids: `${first!.id} ${second!.id}`, move: `down ${first!.id}` })
  const ids = (await t.saara.sees((ctx: Ctx) => readField(ctx))).orders.map((each) => each.id)
  expect(ids.indexOf(second!.id)).toBeLessThan(ids.indexOf(first!.id))
})

test('who sent what is forgotten after a quarter of a year; what waits to be looked at is not', async () => {
  const { id, phone, its } = await given()
  await send(phone, its, 'note', { text: 'Vanha.' })
  const other = await given()
  await send(other.phone, other.its, 'wrongUnit', {})
  const now = t.house.time
  await t.jari.does((ctx: Ctx) => forgetFieldActs({ ...ctx, now: new Date(now.getTime() + 89 * 86_400_000) }))
  expect(await db.select().from(fromField).where(eq(fromField.orderId, id))).toHaveLength(1)
  await t.jari.does((ctx: Ctx) => forgetFieldActs({ ...ctx, now: new Date(now.getTime() + 91 * 86_400_000) }))
  expect(await db.select().from(fromField).where(eq(fromField.orderId, id))).toEqual([])
  expect(await notesOf(id)).toEqual(['Vanha.'])
  expect(await t.jari.sees(openFromField, other.id)).toHaveLength(1)
})

test('the shell that phones keep names nobody', async () => {
  const shell = await (await t.get('/fi/work/field/offline', 'saara')).text()
  expect((await t.get('/fi/work/field/offline')).status).toBe(200)
  expect(await (await t.get('/fi/work/field/offline', 'guest')).text()).not.toMatch(/Saara|data-me=|Kuoppa/)
  expect(shell).toContain('is-land')
})

test('the day and an order ask the database few times, however many there are', async () => {
  const { id } = await given()
  const asked = async (path: string) => {
    let count = 0
    const real = pg.Client.prototype.query
    pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) { count++; return (real as (...all: unknown[]) => unknown).apply(this, args) } as never
    try { expect((await t.get(path, 'saara')).status).toBe(200) } finally { pg.Client.prototype.query = real }
    return count
  }
  await asked('/fi/work/field')
  expect(await asked('/fi/work/field')).toBeLessThanOrEqual(13)
  expect(await asked(`/fi/work/field/${id}`)).toBeLessThanOrEqual(16)
})
