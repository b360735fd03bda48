import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { queueOf } from '#core/trail/queue.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { keepSubject, subjectOf } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { town } from '../../../tests/town.ts'
import { addBody, removeBody } from './bodies.server.ts'
import { bringDecision } from './bring-decision.server.ts'
import { caseKeeper, type Decided } from './cases.ts'
import { linkCaseToItems } from './link-matter.server.ts'
import { listMeetings } from './list.server.ts'
import { agendaOf, showItem, showMeeting } from './show.server.ts'
import { followItem } from './follow.server.ts'
import './kind.server.ts'
import { addItem, changeItem, decideItem, moveItem, putBack, takeOff } from './write-item.server.ts'
import { addMeeting, cancelMeeting, changeMeeting, publishMeeting, removeMeeting } from './write-meeting.server.ts'

const its = await town()
const { aino, otso, jari, saara, leena, antti, mirja, guest, house, units } = its
const db = house.database.owner
const id = (done: unknown) => (done as { id: string }).id

// A matter as another module would have it: its official is Saara.
const cases = new Map<string, string>()
const brought: Decided[] = []
caseKeeper('matter', {
  find: async (_ctx, numbers) => new Map(numbers.flatMap((number) => (cases.has(number) ? [[number, cases.get(number)!] as const] : []))),
  days: async () => [],
  officials: async () => [saara.id],
  bring: async (_ctx, _id, decided) => { brought.push(decided) },
  mayBring: async (ctx) => ctx.actor.kind === 'person' && ctx.actor.id === saara.id && brought.length === 0,
})
const aMatter = (title: string, caseNumber: string) => saara.does(async (ctx: Ctx) => {
  const its = ctx.newId()
  await keepSubject(ctx, { id: its, kind: 'matter', language: 'fi', title: { fi: title }, text: title, stage: 'developing', visibility: 'public', ownerUnitId: units.sports, ownerPersonId: saara.id, authorPersonId: saara.id })
  if (caseNumber) cases.set(caseNumber, its)
  return its
})

const board = id(await antti.does(addBody, { nameFi: 'Liikuntalautakunta', nameSv: 'Idrottsnämnden', nameEn: 'Sports committee', unitId: units.sports }))
const council = id(await antti.does(addBody, { nameFi: 'Valtuusto', nameSv: '', nameEn: '', unitId: '' }))
const form = (day: string, more = {}) => ({ bodyId: board, day, time: '17:00', place: 'Kunnantalo', agendaUrl: '', minutesUrl: '', ...more })
const thing = (title: string, more = {}) => ({ title, sign: '', text: 'Esitetään, että näin tehdään.', url: '', caseNumber: '', topicId: '', place: '', matterId: '', ...more })
const kinds = async (of: string) => (await guest.sees(trailOf, of)).map((each) => each.kind.replace('meetings.', ''))
const noticesOf = async (who: { id: string }, of: string) => (await db.select({ kind: notice.kind }).from(notice).where(sql`person_id = ${who.id} and subject_id = ${of}`)).map((each) => each.kind.replace('meetings.', '')).sort()
const published = async (day: string, ...items: ReturnType<typeof thing>[]) => {
  const meetingId = id(await jari.does(addMeeting, form(day)))
  const ids: string[] = []
  for (const each of items) ids.push(id(await jari.does(addItem, meetingId, each)))
  await jari.does(publishMeeting, meetingId)
  return { meetingId, ids }
}
const start = new Date('2026-11-22T09:00:00Z')
beforeEach(() => { house.time = new Date(Math.max(house.time.getTime(), start.getTime()) + 60_000) })

describe('a meeting is written by the officials of its body\'s unit', () => {
  test('and by nobody else', async () => {
    for (const who of [aino, guest, mirja]) await expect(who.does(addMeeting, form('2026-12-07'))).rejects.toThrow(/forbidden|signInNeeded/)
    expect(await leena.does(addMeeting, form('2026-12-07'))).toEqual({ problems: { bodyId: 'required' } })
    expect(await jari.does(addMeeting, form('2026-12-07', { bodyId: council }))).toEqual({ problems: { bodyId: 'required' } })
    const meetingId = id(await jari.does(addMeeting, form('2026-12-07')))
    for (const who of [leena, aino]) for (const act of [publishMeeting, removeMeeting]) await expect(who.does(act, meetingId)).rejects.toThrow('notFound')
    await jari.does(publishMeeting, meetingId)
    await expect(leena.does(changeMeeting, meetingId, form('2026-12-08'))).rejects.toThrow('forbidden')
    await expect(leena.does(addItem, meetingId, thing('Laituri'))).rejects.toThrow('forbidden')
    await antti.does(addItem, meetingId, thing('Laituri'))
  })
  test('is seen by others only when it is published, with its items', async () => {
    const meetingId = id(await jari.does(addMeeting, form('2026-12-08')))
    const itemId = id(await jari.does(addItem, meetingId, thing('Jäähallin valot')))
    for (const who of [guest, aino, leena]) {
      await expect(who.sees(showMeeting, meetingId)).rejects.toThrow('notFound')
      await expect(who.sees(showItem, itemId)).rejects.toThrow('notFound')
      expect((await who.sees(listMeetings, new URLSearchParams())).coming.map((each) => each.id)).not.toContain(meetingId)
    }
    expect((await jari.sees(listMeetings, new URLSearchParams('body=liikuntalautakunta'))).coming.map((each) => each.id)).toContain(meetingId)
    await jari.does(publishMeeting, meetingId)
    await jari.does(publishMeeting, meetingId)
    expect((await guest.sees(showMeeting, meetingId)).items.map((each) => each.title)).toEqual(['Jäähallin valot'])
    expect(await kinds(itemId)).toEqual(['itemComing'])
    expect(await guest.sees(subjectOf, itemId)).toMatchObject({ visibility: 'public', stage: 'decision', comesAt: new Date('2026-12-08T15:00:00Z'), ownerUnitId: units.sports })
  })
  test('a formality stands on its agenda alone: it is nobody\'s coming, though the meeting moves', async () => {
    const { meetingId, ids: [formality, other] } = await published('2026-12-09', thing('Kokouksen laillisuus ja päätösvaltaisuus'), thing('Uimahallin aukiolo'))
    await jari.does(changeMeeting, meetingId, form('2026-12-11'))
    expect(await guest.sees(subjectOf, formality!)).toMatchObject({ visibility: 'public', comesAt: null })
    expect(await guest.sees(subjectOf, other!)).toMatchObject({ comesAt: new Date('2026-12-11T15:00:00Z') })
  })
  test('an item is not work of the officials\' queue', async () => {
    await published('2026-12-09', thing('Uimahallin aukiolo'))
    expect((await jari.sees(queueOf, { units: [units.sports] })).rows.map((row) => row.kind)).not.toContain('agendaItem')
    expect((await jari.sees(queueOf, { units: [units.sports], part: 'unrouted' })).rows.map((row) => row.kind)).not.toContain('agendaItem')
  })
  test('unpublished ones go without a trace, published ones never', async () => {
    const draft = id(await jari.does(addMeeting, form('2026-12-10')))
    const [one, other] = [id(await jari.does(addItem, draft, thing('Yksi asia'))), id(await jari.does(addItem, draft, thing('Toinen asia')))]
    await jari.does(takeOff, one)
    await expect(jari.sees(subjectOf, one)).rejects.toThrow('notFound')
    await jari.does(removeMeeting, draft)
    await expect(jari.sees(subjectOf, other)).rejects.toThrow('notFound')
    const { meetingId, ids: [item] } = await published('2026-12-10', thing('Kolmas asia'))
    await expect(jari.does(removeMeeting, meetingId)).rejects.toThrow('published')
    await jari.does(takeOff, item!)
    expect(await kinds(item!)).toEqual(['itemGone', 'itemComing'])
    expect(await guest.sees(subjectOf, item!)).toMatchObject({ stage: 'ended', comesAt: null, visibility: 'public' })
    await jari.does(putBack, item!)
    expect(await guest.sees(subjectOf, item!)).toMatchObject({ stage: 'decision', comesAt: new Date('2026-12-10T15:00:00Z') })
  })
  test('the order of an agenda, also when two people order it at once', async () => {
    const { meetingId, ids: [a, b, c] } = await published('2026-12-11', thing('Asia A'), thing('Asia B'), thing('Asia C'))
    const order = async () => (await guest.sees(showMeeting, meetingId)).items.map((each) => each.title.slice(-1)).join('')
    await jari.does(moveItem, c!, -1)
    expect(await order()).toBe('ACB')
    await jari.does(moveItem, a!, -1) // at the edge
    expect(await order()).toBe('ACB')
    await Promise.all([jari.does(moveItem, a!, 1), saara.does(moveItem, b!, -1)])
    expect([...await order()].sort().join('')).toBe('ABC')
    const { rows } = await db.execute<{ position: number }>(sql`select position from meetings.item where meeting_id = ${meetingId} order by position`)
    expect(rows.map((row) => row.position)).toEqual([1, 2, 3])
  })
  test('items added at once stand each in a place of its own', async () => {
    const { meetingId } = await published('2026-12-12')
    await Promise.all([1, 2, 3, 4].map((n) => (n % 2 ? jari : saara).does(addItem, meetingId, thing(`Asia ${n}`))))
    const { rows } = await db.execute<{ position: number }>(sql`select position from meetings.item where meeting_id = ${meetingId} order by position`)
    expect(rows.map((row) => row.position)).toEqual([1, 2, 3, 4])
  })
  test('what an item is about is told by its words: topic, place, area', async () => {
    const { ids: [item] } = await published('2026-12-13', thing('Luistelukentän jäädytys, Keijärvi'))
    expect(await guest.sees(subjectOf, item!)).toMatchObject({ topicId: its.topics.sports, placeName: 'Keijärvi', area: 'Kirkonkylä', longitude: 23.58 })
  })
})

describe('who follows hears', () => {
  test('that a meeting moved, was cancelled, decided', async () => {
    const { meetingId, ids: [item, other] } = await published('2026-12-14', thing('Ladun valot'), thing('Muu asia'))
    house.time = new Date(house.time.getTime() + 1000)
    await aino.does(followItem, item!)
    house.time = new Date(house.time.getTime() + 1000)
    await jari.does(changeMeeting, meetingId, form('2026-12-15'))
    expect(await guest.sees(subjectOf, item!)).toMatchObject({ comesAt: new Date('2026-12-15T15:00:00Z') })
    await jari.does(changeMeeting, meetingId, form('2026-12-15', { place: 'Etäkokous' })) // the place alone moves nothing
    expect(await kinds(item!)).toEqual(['itemMoved', 'itemComing'])
    await expect(jari.does(decideItem, item!, { decision: 'Hyväksyttiin.', decisionUrl: '' })).rejects.toThrow('notMetYet')
    await deliver(house, [tellThem])
    house.time = new Date('2026-12-15T18:00:00Z')
    await jari.does(decideItem, item!, { decision: 'Valot uusitaan keväällä.', decisionUrl: '' })
    await jari.does(decideItem, item!, { decision: 'Valot uusitaan keväällä 2027.', decisionUrl: 'https://paatokset.example/1' })
    expect(await kinds(item!)).toEqual(['itemChanged', 'itemDecided', 'itemMoved', 'itemComing'])
    expect(await guest.sees(showItem, item!)).toMatchObject({ decision: 'Valot uusitaan keväällä 2027.', stage: 'ended' })
    await expect(jari.does(takeOff, item!)).rejects.toThrow('decided')
    await deliver(house, [tellThem])
    expect(await noticesOf(aino, item!)).toEqual(['itemDecided', 'itemMoved'])
    expect(await kinds(other!)).toEqual(['itemMoved', 'itemComing'])
  })
  test('a cancelled meeting says why on each of its items, and takes no decisions', async () => {
    const { meetingId, ids: [item] } = await published('2026-12-21', thing('Kuntosalin laitteet'))
    await jari.does(cancelMeeting, meetingId, 'Asioita ei ole tarpeeksi.')
    await jari.does(cancelMeeting, meetingId, 'Toistamiseen.')
    const [last] = await guest.sees(trailOf, item!)
    expect(last).toMatchObject({ kind: 'meetings.itemCancelled', sentence: 'Asioita ei ole tarpeeksi.', stage: 'ended', what: 'Kokous peruttiin: Liikuntalautakunta ma 21.12.' })
    house.time = new Date('2026-12-21T18:00:00Z')
    await expect(jari.does(decideItem, item!, { decision: 'Hyväksyttiin.', decisionUrl: '' })).rejects.toThrow('meetingCancelled')
    await expect(jari.does(addItem, meetingId, thing('Lisäasia'))).rejects.toThrow('meetingCancelled')
  })
  test('a meeting that is over is not cancelled any more', async () => {
    const { meetingId } = await published('2026-12-22', thing('Seuratuki'))
    house.time = new Date('2026-12-23T09:00:00Z')
    await expect(jari.does(cancelMeeting, meetingId, 'Myöhässä.')).rejects.toThrow('notComing')
    expect((await guest.sees(showMeeting, meetingId)).state).toBe('held')
  })
})

describe('one thing in several meetings', () => {
  test('an item finds its matter by the case number, however it is written', async () => {
    const matter = await aMatter('Keijärven laituri', 'YLÖ/123/2026')
    const { meetingId, ids: [item] } = await published('2027-01-11', thing('Keijärven laituri', { sign: '3', caseNumber: 'YLÖ/123/2026' }))
    expect(await guest.sees(agendaOf, matter)).toMatchObject([{ itemId: item, body: 'Liikuntalautakunta', sign: '3', state: 'coming', decided: false }])
    expect((await guest.sees(showItem, item!)).matter).toMatchObject({ title: 'Keijärven laituri' })
    expect((await guest.sees(showMeeting, meetingId)).items[0]!.matter).toMatchObject({ title: 'Keijärven laituri' })
    expect(await kinds(matter)).toEqual(['matterComes'])
    expect(await guest.sees(subjectOf, matter)).toMatchObject({ comesAt: new Date('2027-01-11T15:00:00Z') })
    const again = await published('2027-01-25', thing('Keijärven laituri, jatko', { caseNumber: 'YLÖ/123/2026' }))
    expect((await guest.sees(agendaOf, matter)).map((each) => each.itemId)).toEqual([item, again.ids[0]])
    expect(await guest.sees(subjectOf, matter)).toMatchObject({ comesAt: new Date('2027-01-11T15:00:00Z') }) // the nearest
  })
  test('a matter that gets its number later finds the items that have it', async () => {
    const matter = await aMatter('Kaukalon laidat', '')
    const { ids: [item] } = await published('2027-01-12', thing('Kaukalon laidat', { caseNumber: 'YLÖ/124/2026' }))
    expect(await guest.sees(agendaOf, matter)).toEqual([])
    cases.set('YLÖ/124/2026', matter)
    await saara.does(linkCaseToItems, 'YLÖ/124/2026')
    await saara.does(linkCaseToItems, 'YLÖ/124/2026')
    expect((await guest.sees(agendaOf, matter)).map((each) => each.itemId)).toEqual([item])
    expect(await kinds(matter)).toEqual(['matterComes'])
  })
  test('by hand it is linked, linked otherwise, and let go', async () => {
    const [one, other] = [await aMatter('Yksi asia', ''), await aMatter('Toinen asia', '')]
    const { ids: [item] } = await published('2027-01-13', thing('Asia', { matterId: one }))
    expect(await guest.sees(subjectOf, one)).toMatchObject({ comesAt: new Date('2027-01-13T15:00:00Z') })
    await jari.does(changeItem, item!, thing('Asia', { matterId: other }))
    expect(await guest.sees(agendaOf, one)).toEqual([])
    expect(await guest.sees(subjectOf, one)).toMatchObject({ comesAt: null })
    expect(await guest.sees(agendaOf, other)).toHaveLength(1)
    await jari.does(changeItem, item!, thing('Asia'))
    expect(await guest.sees(agendaOf, other)).toEqual([])
    await expect(jari.does(changeItem, item!, thing('Asia', { matterId: item! }))).rejects.toThrow('matterUnknown')
  })
  test('a decision is told to the matter, its official gets a notice and brings it in one tap', async () => {
    const matter = await aMatter('Seuran vuorot', 'YLÖ/125/2026')
    await otso.does((ctx) => followSubject(ctx, ctx.actor as never, matter, 'chosen'))
    const { ids: [item] } = await published('2027-01-14', thing('Seuran vuorot', { caseNumber: 'YLÖ/125/2026' }))
    await expect(saara.does(bringDecision, item!)).rejects.toThrow('notDecided')
    await deliver(house, [tellThem])
    house.time = new Date('2027-01-14T19:00:00Z')
    await jari.does(decideItem, item!, { decision: 'Vuorot jaetaan puoliksi.', decisionUrl: '' })
    await deliver(house, [tellThem])
    expect(await noticesOf(saara, matter)).toContain('matterDecided')
    expect(await noticesOf(otso, matter)).toEqual(['matterComes', 'matterDecided'])
    expect((await guest.sees(trailOf, matter))[0]).toMatchObject({ kind: 'meetings.matterDecided', sentence: 'Vuorot jaetaan puoliksi.' })
    expect((await jari.sees(showItem, item!)).may.bring).toBe(false)
    expect((await saara.sees(showItem, item!)).may.bring).toBe(true)
    for (const who of [guest, aino]) await expect(who.does(bringDecision, item!)).rejects.toThrow(/signInNeeded|forbidden/)
    await saara.does(bringDecision, item!)
    expect(brought).toEqual([{ itemId: item, body: 'Liikuntalautakunta', decision: 'Vuorot jaetaan puoliksi.', url: `http://localhost:3000/fi/meetings/items/${item}`, at: house.time }])
    expect((await saara.sees(showItem, item!)).may.bring).toBe(false)
  })
})

test('what a moderator hides is nowhere but with those who must see it', async () => {
  const { meetingId, ids: [item] } = await published('2027-02-01', thing('Henkilöasia'))
  await db.update(subject).set({ visibility: 'hidden' }).where(eq(subject.id, item!))
  await expect(guest.sees(showItem, item!)).rejects.toThrow('notFound')
  expect((await guest.sees(showMeeting, meetingId)).items).toEqual([])
  expect((await mirja.sees(showItem, item!)).visibility).toBe('hidden')
})
test('a body that has met is not taken away', async () => {
  expect(await antti.does(removeBody, board)).toEqual({ problems: { form: 'inUse' } })
  await expect(jari.does(removeBody, council)).rejects.toThrow('forbidden')
  expect(await antti.does(addBody, { nameFi: 'Valtuusto', nameSv: '', nameEn: '', unitId: '' })).toEqual({ problems: { nameFi: 'nameTaken' } })
  await antti.does(removeBody, council)
})
