import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { picturesOf, storePicture } from '#core/files/pictures.server.ts'
import { picture } from '#core/files/schema.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { changeSubject, subjectOf } from '#core/trail/subject.server.ts'
import { linksOf } from '#core/trail/trail.server.ts'
import { keepReport, moveReports, report } from '#modules/feedback/server'
import { town } from '../../../tests/town.ts'
import { announceWorks } from './announce.server.ts'
import { closeCrew, crewsOf, keepCrew } from './crews.server.ts'
import { addLine, newLine, removeLine } from './line.server.ts'
import { makeOrder } from './make-order.server.ts'
import { mergeOrders } from './merge.server.ts'
import { sumsOf } from './money.ts'
import { moveOrder } from './move.server.ts'
import { addNote } from './note.server.ts'
import { passOrder } from './pass.server.ts'
import { addOrderPictures, removeOrderPicture } from './pictures.server.ts'
import { checkItem, line, note, order, orderReport } from './schema.server.ts'
import { splitOrder } from './split.server.ts'
import { releaseReports, takeReports } from './take-reports.server.ts'
import { addItems, removeItem, tickItem } from './tick.server.ts'

const t = await town()
const db = t.house.database.of(t.municipality.id)
const later = () => { t.house.time = new Date(t.house.time.getTime() + 60_000) }
const send = async (who: typeof t.aino, text: string, more = {}) => (await who.does(keepReport, { categoryId: t.categories.road, text, longitude: 23.58, latitude: 61.55, sender: { personId: who.id }, channel: 'web' as const, ...more })).id
const make = async (reports: string[] = [], more = {}) => (await t.jari.does(makeOrder, { title: 'Paikkaa tie', unitId: t.units.sports, reports, ...more })).id
const rowOf = async (id: string) => (await db.select().from(order).where(eq(order.id, id)))[0]!
const stateOf = async (id: string) => (await db.select({ state: report.state }).from(report).where(eq(report.id, id)))[0]!.state
const inOrder = async (id: string) => (await db.select({ id: orderReport.reportId }).from(orderReport).where(eq(orderReport.orderId, id))).map((row) => row.id).sort()
const heard = async (who: typeof t.aino, subjectId: string) => {
  while ((await deliver(t.house, [tellThem])).events > 0) { /* all of them */ }
  return (await db.select({ kind: notice.kind }).from(notice).where(and(eq(notice.personId, who.id), eq(notice.subjectId, subjectId)))).map((row) => row.kind)
}

test('an order is made of reports: it is where they are, as urgent as the most urgent, and each knows of it', async () => {
  const [a, b] = [await send(t.aino, 'Monttu tiessä.', { longitude: 23.58 }), await send(t.otso, 'Toinen monttu.', { longitude: 23.582 })]
  await db.update(report).set({ priority: 3 }).where(eq(report.id, b))
  const { id, reference } = await t.jari.does(makeOrder, { title: 'Paikkaa Keijärventie', instructions: 'Kylmämassa riittää.', unitId: t.units.sports, reports: [a, b, a], checklist: ['Varoitusmerkit', ' ', 'Massa'], dueOn: '2026-12-01' })
  expect(reference).toMatch(/^T-[2-9A-Z]{6}$/)
  expect(await t.guest.sees(subjectOf, id)).toMatchObject({ kind: 'workOrder', visibility: 'public', ownerUnitId: t.units.sports, area: 'Kirkonkylä', longitude: expect.closeTo(23.581, 4), dueAt: new Date('2026-12-01T21:59:59.000Z') })
  expect(await rowOf(id)).toMatchObject({ state: 'new', priority: 3 })
  expect(await inOrder(id)).toEqual([a, b].sort())
  expect((await db.select({ text: checkItem.text }).from(checkItem).where(eq(checkItem.orderId, id)).orderBy(checkItem.position)).map((row) => row.text)).toEqual(['Varoitusmerkit', 'Massa'])
  expect((await t.guest.sees(linksOf, a)).map((each) => each.id)).toEqual([id])
  expect(await stateOf(a)).toBe('received')
})

test('with a day an order is planned at once, and its senders hear by when', async () => {
  const a = await send(t.aino, 'Kaivon kansi kolisee.')
  later()
  const id = await make([a], { plannedFor: '2026-11-25', sentence: 'Kansi vaihdetaan keskiviikkona.' })
  expect([(await rowOf(id)).state, await stateOf(a), await heard(t.aino, a)]).toEqual(['planned', 'planned', ['feedback.planned']])
})

test('only the unit that does the work makes, changes and splits its orders; any official passes one on', async () => {
  const id = await make([await send(t.aino, 'Aita nurin.')])
  for (const who of [t.aino, t.leena, t.mirja]) {
    await expect(who.does(makeOrder, { title: 'Oma työ', unitId: t.units.sports })).rejects.toThrow('forbidden')
    await expect(who.does(addNote, id, { text: 'Hei' })).rejects.toThrow('forbidden')
    await expect(who.does(takeReports, id, [])).rejects.toThrow('forbidden')
  }
  await expect(t.guest.does(makeOrder, { title: 'Oma työ', unitId: t.units.sports })).rejects.toThrow('signInNeeded')
  await expect(t.aino.does(passOrder, id, { unitId: t.units.library })).rejects.toThrow('forbidden')
  await expect(t.leena.does(passOrder, id, { unitId: t.units.sports })).rejects.toThrow('sameUnit')
  await expect(t.antti.does(makeOrder, { title: 'Ylläpidon työ', unitId: t.units.sports })).resolves.toMatchObject({ id: expect.any(String) })
})

test('a report is in one order at a time, also when two take it at once', async () => {
  const [one, two] = [await make(), await make()]
  for (let round = 0; round < 5; round++) {
    const its = await send(t.aino, `Kuoppa numero ${round}.`)
    const tried = await Promise.allSettled([t.jari.does(takeReports, one, [its]), t.saara.does(takeReports, two, [its])])
    expect(tried.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(tried.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'inAnotherOrder' } })
    expect(await db.select().from(orderReport).where(eq(orderReport.reportId, its))).toHaveLength(1)
  }
})

test('a report taken into work under way is under way; let go, it waits again and its sender hears why', async () => {
  const a = await send(t.aino, 'Silta natisee.')
  const id = await make()
  await t.jari.does(moveOrder, id, { to: 'underWay' })
  later()
  expect(await t.jari.does(takeReports, id, [a], { sentence: 'Korjaamme sen samalla käynnillä.' })).toMatchObject({ reports: 1 })
  expect(await stateOf(a)).toBe('underWay')
  later()
  expect(await t.jari.does(releaseReports, id, [a], { sentence: 'Silta vaatii oman työn.' })).toMatchObject({ reports: 0 })
  expect([await stateOf(a), await heard(t.aino, a)]).toEqual(['received', expect.arrayContaining(['feedback.underWay', 'feedback.reopened'])])
  expect(await t.guest.sees(linksOf, a)).toEqual([])
  await expect(t.jari.does(releaseReports, id, [a])).rejects.toThrow('notFound')
})

test('one private report makes the whole order private, and who may not read it may not take it', async () => {
  const secret = await send(t.aino, 'Naapurin tilanne huolettaa.', { categoryId: t.categories.family })
  const id = await make([await send(t.otso, 'Portti ei sulkeudu.')])
  await expect(t.jari.does(takeReports, id, [secret])).rejects.toThrow('notFound')
  expect((await t.guest.sees(subjectOf, id)).visibility).toBe('public')
  await t.antti.does(takeReports, id, [secret])
  expect((await t.guest.sees(subjectOf, id)).visibility).toBe('private')
  expect(await t.guest.sees(linksOf, secret)).toEqual([])
  await expect(t.leena.does(passOrder, id, { unitId: t.units.library })).rejects.toThrow('forbidden')
})

test('a report that becomes private hides its order, but not what is announced to everyone', async () => {
  const [a, b] = [await send(t.aino, 'Pihalla huudetaan.'), await send(t.otso, 'Vesi on poikki.')]
  const id = await make([a])
  const { id: outage } = await t.jari.does(announceWorks, { kind: 'outage', title: 'Vesikatko', announcement: 'Vesi on poikki putkirikon takia.', startDay: '2026-11-20', startTime: '10:00', endDay: '2027-11-20', endTime: '18:00', metres: 600, answers: [], unitId: t.units.sports, place: 'Keijärvi' }) as { id: string }
  await t.jari.does(takeReports, outage, [b])
  for (const each of [a, b]) await t.jari.does((ctx) => changeSubject(ctx, each, { visibility: 'private' }))
  expect([(await t.guest.sees(subjectOf, id)).visibility, (await t.guest.sees(subjectOf, outage)).visibility]).toEqual(['private', 'public'])
})

test('what is merged makes no ring, whoever writes it', async () => {
  const [a, b, c] = [await make(), await make(), await make()]
  const lead = (id: string, into: string) => db.update(order).set({ state: 'merged', closedAt: t.house.time, mergedInto: into }).where(eq(order.id, id))
  await lead(a, b)
  await lead(b, c)
  await expect(lead(c, a)).rejects.toMatchObject({ cause: { constraint: 'merged_in_no_ring' } })
  await expect(lead(c, c)).rejects.toMatchObject({ cause: { code: '23514' } })
})

test('closed, withdrawn and unknown reports are not taken; one that was opened again may go to other work', async () => {
  const a = await send(t.aino, 'Roskis täynnä.')
  const first = await make([a])
  later()
  await t.jari.does(moveOrder, first, { to: 'done', sentence: 'Tyhjennetty.' })
  const second = await make()
  await expect(t.jari.does(takeReports, second, [a])).rejects.toThrow('reportClosed')
  await expect(t.jari.does(takeReports, second, ['ei-mikään'])).rejects.toThrow('notFound')
  await expect(t.jari.does(takeReports, second, [second])).rejects.toThrow('notFound')
  await expect(t.jari.does(takeReports, first, [await send(t.aino, 'Toinen roskis.')])).rejects.toThrow('orderClosed')
  await t.jari.does(moveReports, [a], { to: 'received', sentence: 'Se on yhä täynnä.' })
  await t.jari.does(takeReports, second, [a])
  expect([await inOrder(first), await inOrder(second)]).toEqual([[], [a]])
})

test('an order opened again takes along the reports that are open, and all of them when asked', async () => {
  const [a, b] = [await send(t.aino, 'Lamppu pimeä.'), await send(t.otso, 'Lamppu vilkkuu.')]
  const id = await make([a, b])
  await t.jari.does(moveOrder, id, { to: 'done', sentence: 'Vaihdettu.' })
  await t.jari.does(moveReports, [a], { to: 'received' })
  expect(await t.jari.does(moveOrder, id, { to: 'underWay', sentence: 'Palaamme asiaan.' })).toEqual({ reports: 1 })
  expect([await stateOf(a), await stateOf(b)]).toEqual(['underWay', 'done'])
  await t.jari.does(moveOrder, id, { to: 'cannot', sentence: 'Pylväs puretaan.' })
  expect([await stateOf(a), await stateOf(b)]).toEqual(['cannot', 'done'])
  expect(await t.jari.does(moveOrder, id, { to: 'planned', sentence: 'Pylväs jääkin.', reopen: true })).toEqual({ reports: 2 })
  expect([await stateOf(a), await stateOf(b)]).toEqual(['received', 'received'])
})

test('split: reports and lines of the checklist go to an order of their own, none is lost, and nobody is told', async () => {
  const ids = [await send(t.aino, 'Yksi.'), await send(t.otso, 'Kaksi.'), await send(t.aino, 'Kolme.')]
  const id = await make(ids, { checklist: ['Vanha', 'Uusi'], plannedFor: '2026-11-26' })
  const items = await db.select().from(checkItem).where(eq(checkItem.orderId, id)).orderBy(checkItem.position)
  await expect(t.jari.does(splitOrder, id, { title: 'Tyhjä', reports: [] })).rejects.toThrow('nothingChosen')
  await expect(t.jari.does(splitOrder, id, { title: 'Vieras', reports: [await send(t.aino, 'Muu.')] })).rejects.toThrow('notFound')
  later()
  const before = (await heard(t.otso, ids[1]!)).length
  const half = await t.jari.does(splitOrder, id, { title: 'Toinen puoli', reports: [ids[1]!, ids[2]!], items: [items[1]!.id] })
  expect([await inOrder(id), await inOrder(half.id)]).toEqual([[ids[0]], [ids[1], ids[2]].sort()])
  expect(await rowOf(half.id)).toMatchObject({ state: 'planned', plannedFor: '2026-11-26' })
  expect((await db.select().from(checkItem).where(eq(checkItem.orderId, half.id))).map((row) => row.text)).toEqual(['Uusi'])
  expect(await heard(t.otso, ids[1]!)).toHaveLength(before)
})

test('merged: everything goes to the one that stays, and the other leads there', async () => {
  const [a, b] = [await send(t.aino, 'Valo pimeä.'), await send(t.otso, 'Valo rikki.')]
  const [from, into] = [await make([a], { checklist: ['Yksi'], instructions: 'Avain portilla.' }), await make([b], { checklist: ['Toinen'] })]
  await t.saara.does(addNote, from, { text: 'Kävin katsomassa.' })
  await t.saara.does(addLine, from, { kind: 'hours', name: 'Katselmus', quantity: 1, cents: 4500 })
  await t.jari.does(moveOrder, into, { to: 'underWay' })
  expect(await t.jari.does(mergeOrders, from, into, { sentence: 'Työ on sama.' })).toEqual({ reports: 2 })
  expect(await rowOf(from)).toMatchObject({ state: 'merged', mergedInto: into })
  expect([await inOrder(from), await inOrder(into), await stateOf(a)]).toEqual([[], [a, b].sort(), 'underWay'])
  expect((await db.select().from(checkItem).where(eq(checkItem.orderId, into)).orderBy(checkItem.position)).map((row) => row.text)).toEqual(['Toinen', 'Yksi'])
  expect((await db.select().from(note).where(eq(note.orderId, into))).map((row) => row.text).sort()).toEqual(['Avain portilla.', 'Kävin katsomassa.'])
  expect(await db.select().from(line).where(eq(line.orderId, into))).toHaveLength(1)
  await expect(t.jari.does(mergeOrders, into, into)).rejects.toThrow('itself')
  await expect(t.jari.does(mergeOrders, into, from)).rejects.toThrow('orderClosed')
})

test('two orders merged into each other at once: one stays, and no report is lost', async () => {
  for (let round = 0; round < 4; round++) {
    const ids = [await send(t.aino, `Ojan pää ${round}.`), await send(t.otso, `Ojan toinen pää ${round}.`)]
    const [one, two] = [await make([ids[0]!]), await make([ids[1]!])]
    const tried = await Promise.allSettled([t.jari.does(mergeOrders, one, two), t.saara.does(mergeOrders, two, one)])
    expect(tried.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect([...await inOrder(one), ...await inOrder(two)].sort()).toEqual(ids.sort())
  }
})

test('split, pass and take at once: each report is in exactly one order after it', async () => {
  const ids = [await send(t.aino, 'A tie.'), await send(t.aino, 'B tie.'), await send(t.aino, 'C tie.')]
  const [one, two] = [await make(ids), await make()]
  await Promise.allSettled([
    t.jari.does(splitOrder, one, { title: 'Osa', reports: [ids[0]!] }), t.saara.does(splitOrder, one, { title: 'Sama osa', reports: [ids[0]!, ids[1]!] }),
    t.leena.does(passOrder, one, { unitId: t.units.library }), t.jari.does(mergeOrders, one, two),
  ])
  for (const id of ids) expect(await db.select().from(orderReport).where(eq(orderReport.reportId, id))).toHaveLength(1)
})

test('passed to another unit: the reports go along, each sender hears once, the crew is the new unit\'s to say', async () => {
  const [a, b] = [await send(t.aino, 'Kyltti vinossa.'), await send(t.otso, 'Kyltti puuttuu.')]
  const { id: crewId } = await t.jari.does(keepCrew, { unitId: t.units.sports, name: 'Kyltit', members: [t.saara.id] }) as { id: string }
  const id = await make([a, b], { crewId, plannedFor: '2026-11-27' })
  await t.jari.does(moveReports, [b], { to: 'done', sentence: 'Pystyssä.' })
  later()
  const before = [(await heard(t.aino, a)).length, (await heard(t.otso, b)).length]
  await t.leena.does(passOrder, id, { unitId: t.units.library, sentence: 'Kyltit hoitaa kirjasto.' })
  expect(await rowOf(id)).toMatchObject({ state: 'new', crewId: null, plannedFor: null })
  for (const [each, unit] of [[id, t.units.library], [a, t.units.library], [b, t.units.sports]] as const) expect((await t.guest.sees(subjectOf, each)).ownerUnitId).toBe(unit)
  expect([(await heard(t.aino, a)).slice(before[0]), (await heard(t.otso, b)).slice(before[1])]).toEqual([['feedback.passed'], []])
  await expect(t.jari.does(addNote, id, { text: 'Vielä yksi' })).rejects.toThrow('forbidden')
  await expect(t.leena.does(makeOrder, { title: 'Vieras porukka', unitId: t.units.library, crewId })).rejects.toThrow('otherUnit')
})

test('what changed meanwhile is told, and a device that sends the same twice makes one', async () => {
  const id = await make([], { checklist: ['Yksi'] })
  const [item] = await db.select().from(checkItem).where(eq(checkItem.orderId, id))
  const { version } = await rowOf(id)
  const ticked = await t.saara.does(tickItem, id, item!.id, true, { version })
  expect(ticked.version).toBe(version + 1)
  expect(await t.jari.does(tickItem, id, item!.id, true)).toEqual(ticked)
  for (const does of [
    () => t.jari.does(tickItem, id, item!.id, false, { version }), () => t.jari.does(addNote, id, { text: 'Hei' }, { version }), () => t.jari.does(takeReports, id, [], { version }),
    () => t.jari.does(passOrder, id, { unitId: t.units.library }, { version }), () => t.jari.does(splitOrder, id, { title: 'Osa', reports: [] }, { version }), () => t.jari.does(addItems, id, ['x'], { version }),
    () => t.jari.does(moveOrder, id, { to: 'underWay', version }), () => t.jari.does(addLine, id, { kind: 'cost', name: 'x', quantity: 1, cents: 1 }, { version }),
  ]) await expect(does()).rejects.toThrow('changedMeanwhile')
  const clientId = 'laite-1'
  const [first, again] = [await t.saara.does(addNote, id, { text: 'Maastosta', clientId }), await t.saara.does(addNote, id, { text: 'Maastosta', clientId })]
  expect(again).toEqual({ id: first.id, version: first.version })
  await t.jari.does(removeItem, id, item!.id)
  await expect(t.jari.does(tickItem, id, item!.id, true)).rejects.toThrow('notFound')
  await expect(t.jari.does(addNote, id, { text: '  ' })).rejects.toThrow('required')
})

test('sums are cents: each line rounded, and a line without a price is said', async () => {
  expect(sumsOf([{ kind: 'hours', quantity: 2.5, cents: 4550 }, { kind: 'material', quantity: 0.333, cents: 1000 }, { kind: 'material', quantity: 3, cents: 10 }, { kind: 'cost', quantity: 1, cents: null }]))
    .toEqual({ hours: 2.5, hoursCents: 11375, materialCents: 363, costCents: 0, cents: 11738, unpriced: true })
  expect(sumsOf([{ kind: 'hours', quantity: 0.1, cents: 5 }, { kind: 'hours', quantity: 0.2, cents: null }])).toMatchObject({ hours: 0.3, hoursCents: 1 })
  expect(newLine.parse({ kind: 'material', name: 'Hiekka', quantity: '1 200,5', measure: 'kg', price: '0,45 €' })).toMatchObject({ quantity: 1200.5, price: 45 })
  expect(newLine.parse({ kind: 'hours', name: 'Työ', quantity: '', price: '' })).toMatchObject({ quantity: 1, price: null })
  for (const bad of [{ quantity: '-1' }, { quantity: '1,2345' }, { price: 'kymppi' }, { price: '99999999' }, { name: '' }, { kind: 'muu' }]) expect(newLine.safeParse({ kind: 'cost', name: 'x', quantity: '1', price: '1', ...bad }).success).toBe(false)
  const id = await make()
  const { id: lineId } = await t.saara.does(addLine, id, { kind: 'material', name: 'Hiekka', quantity: 1.5, measure: 'm³', cents: 3999 })
  expect(await db.select().from(line).where(eq(line.orderId, id))).toMatchObject([{ quantity: 1.5, cents: 3999, measure: 'm³' }])
  await t.saara.does(removeLine, id, lineId)
  await expect(t.saara.does(removeLine, id, lineId)).rejects.toThrow('notFound')
})

test('a picture of the finished work is proof enough, and goes to every sender', async () => {
  const a = await send(t.aino, 'Reikä aidassa.')
  const id = await make([a])
  const stored = await t.saara.does(async (ctx: Ctx) => storePicture(ctx, await sharp({ create: { width: 60, height: 40, channels: 3, background: '#476' } }).png().toBuffer()))
  if (typeof stored === 'string') throw new Error(stored)
  await t.saara.does(addOrderPictures, id, [{ ...stored, description: 'Ehjä aita' }], 'after')
  await t.jari.does(moveOrder, id, { to: 'done' })
  expect(await t.guest.sees(picturesOf, a)).toMatchObject([{ role: 'after', description: 'Ehjä aita' }])
  await t.jari.does(moveOrder, id, { to: 'underWay', reopen: true })
  await expect(t.jari.does(moveOrder, id, { to: 'done' })).rejects.toThrow('proofNeeded')
  const [its] = await db.select().from(picture).where(eq(picture.subjectId, id))
  await t.saara.does(removeOrderPicture, id, its!.id)
  expect(await t.guest.sees(picturesOf, a)).toHaveLength(1)
})

test('crews: made by their unit, of its own people, one of a name; a closed one comes back by it', async () => {
  await expect(t.leena.does(keepCrew, { unitId: t.units.sports, name: 'Vieras', members: [] })).rejects.toThrow('forbidden')
  expect(await t.jari.does(keepCrew, { unitId: t.units.sports, name: 'Talvi', members: [t.leena.id] })).toEqual({ problems: { members: 'notInUnit' } })
  const made = await t.jari.does(keepCrew, { unitId: t.units.sports, name: 'Talvi', members: [t.jari.id, t.saara.id] }) as { id: string }
  expect(await t.jari.does(keepCrew, { unitId: t.units.sports, name: 'Talvi', members: [] })).toEqual({ problems: { name: 'taken' } })
  expect((await t.leena.sees(crewsOf, [t.units.sports])).find((each) => each.id === made.id)?.members.map((each) => each.name)).toEqual(['Jari Niemi', 'Saara Lehto'])
  await t.jari.does(closeCrew, made.id)
  expect((await t.jari.sees(crewsOf, [t.units.sports])).some((each) => each.id === made.id)).toBe(false)
  expect(await t.jari.does(keepCrew, { unitId: t.units.sports, name: 'Talvi', members: [] })).toEqual(made)
})
