import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { event, subject } from '#core/trail/schema.server.ts'
import { linkSubjects, trailOf } from '#core/trail/trail.server.ts'
import { searchSubjects } from '#core/trail/search.server.ts'
import { proposeIdea } from '#modules/ideas/server'
import { town } from '../../../../tests/town.ts'
import { placeDetails } from '../details.ts'
import { channelFacts, placeFacts, serviceFacts } from '../facts.ts'
import { keepChannel } from '../keep-channel.server.ts'
import { keepDetails } from '../keep-details.server.ts'
import { keepHours } from '../hours/keep-hours.server.ts'
import { channel, hours } from '../schema.server.ts'
import { addChannel, addServiceAt, dropChannel, moveChannel, removeServiceAt } from './channels.server.ts'
import { changeDetails, changePlace, changeService } from './change.server.ts'
import { makePlace, makeService } from './make.server.ts'
import { placePage } from './page-data.server.ts'
import { showPlace } from './show-place.server.ts'
import { showService } from './show-service.server.ts'
import { endEntry, handEntry, publishEntry, returnEntry } from './state.server.ts'

const its = await town()
const { jari, saara, leena, aino, antti, guest, mirja, units } = its
const db = its.house.database.of(its.municipality.id)
const facts = (more: object = {}) => placeFacts.parse({ kind: 'rink', name: { fi: 'Soppeenmäen kenttä', en: 'Soppeenmäki rink' }, street: { fi: 'Kuruntie 14' }, longitude: 23.6, latitude: 61.55, priceKind: 'free', accessible: 'partly', ...more })
const made = async (done: Promise<object>) => { const its = await done; if (!('id' in its)) throw new Error(JSON.stringify(its)); return its.id as string }
const rink = (more: object = {}, draft = false) => made(jari.does(makePlace, facts(more), { unitId: units.sports, draft }))
const later = () => { its.house.time = new Date(its.house.time.getTime() + 60_000) }

test('a unit makes a place for everyone to see; another unit may not change it', async () => {
  const id = await rink()
  const seen = await guest.sees(showPlace, id)
  expect(seen).toMatchObject({ name: 'Soppeenmäen kenttä', street: 'Kuruntie 14', kindName: 'Luistelukenttä', accessible: 'partly', unit: { name: 'Liikuntapalvelut' }, gone: null, may: { keep: false } })
  expect((await saara.sees(showPlace, id)).may.keep).toBe(true)
  await expect(leena.does(changePlace, id, facts({ priceKind: 'paid' }))).rejects.toMatchObject({ status: 403 })
  await expect(aino.does(makePlace, facts(), { unitId: units.sports })).rejects.toMatchObject({ status: 403 })
  await expect(guest.does(makePlace, facts(), { unitId: units.sports })).rejects.toMatchObject({ status: 401 })
  expect(await jari.does(makePlace, facts(), { unitId: units.library })).toEqual({ problems: { unitId: 'required' } })
  await expect(jari.does(makePlace, facts({ longitude: 10, latitude: 50 }), { unitId: units.sports })).rejects.toMatchObject({ code: 'farAway' })
})

test('a draft is its keepers\' until it is published; only then do others hear', async () => {
  const id = await rink({}, true)
  await expect(guest.sees(showPlace, id)).rejects.toMatchObject({ status: 404 })
  await expect(leena.sees(showPlace, id)).rejects.toMatchObject({ status: 404 })
  expect((await saara.sees(showPlace, id)).visibility).toBe('waiting')
  await saara.does(publishEntry, 'place', id)
  expect((await guest.sees(showPlace, id)).visibility).toBe('public')
  expect((await guest.sees(trailOf, id)).map((node) => node.kind)).toEqual(['directory.added'])
  await expect(saara.does(publishEntry, 'place', id)).rejects.toMatchObject({ code: 'notDraft' })
})

test('of two who change the same facts the second is told; changes within an hour are one line of the trail', async () => {
  const id = await rink()
  const { version } = await jari.sees(showPlace, id)
  const done = await Promise.allSettled([jari.does(changePlace, id, facts({ phone: '03 123 4567' }), { version }), saara.does(changePlace, id, facts({ phone: '03 765 4321' }), { version })])
  expect(done.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(done.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'changedMeanwhile' } })
  for (const price of ['paid', 'varies', 'free']) { later(); await antti.does(changePlace, id, facts({ priceKind: price })) }
  expect((await guest.sees(trailOf, id)).filter((node) => node.kind === 'directory.changed')).toHaveLength(2)
  const before = await guest.sees(showPlace, id)
  await antti.does(changePlace, id, facts({ priceKind: 'free' }))
  expect((await guest.sees(showPlace, id)).version).toBe(before.version)
})

test('what is in a place: lists are replaced, a room keeps its id and its hours, a gone one takes them along, and search finds a place by its sauna', async () => {
  const id = await rink()
  await jari.does(changeDetails, id, placeDetails.parse({ rooms: [{ name: { fi: 'Lämpökoppi' }, capacity: 12 }, { name: { fi: 'Varasto' } }], equipment: [{ name: { fi: 'Saunatupa' }, count: 1 }], entrances: [{ name: { fi: 'Portti' }, main: true, accessible: 'yes' }, { name: { fi: 'Takaportti' } }], accessSentences: [{ heading: { fi: 'Kulku' }, sentence: { fi: 'Polku on tasainen.' } }, { heading: { fi: 'Kulku' }, sentence: { fi: 'Portti on 120 cm leveä.' } }] }))
  const first = await guest.sees(showPlace, id)
  expect(first.rooms.map((each) => each.name)).toEqual(['Lämpökoppi', 'Varasto'])
  expect(first.access).toEqual([{ heading: 'Kulku', lang: undefined, sentences: ['Polku on tasainen.', 'Portti on 120 cm leveä.'] }])
  expect(first.entrances[0]).toMatchObject({ main: true, accessible: 'yes' })
  expect((await db.select({ id: subject.id }).from(subject).where(sql`${subject.search} @@ plainto_tsquery('finnish', 'saunatupa')`)).map((row) => row.id)).toContain(id)
  const period = { name: null, from: null, until: null, override: false, state: 'open', groups: [{ spans: [{ weekdays: null, start: '08:00', end: '20:00', nextDay: false, fullDay: false, state: 'open', note: null }], rules: [] }] }
  for (const room of first.rooms) await jari.does(keepHours, room.id, 'room', [period], { quiet: true })
  await jari.does(changeDetails, id, placeDetails.parse({ rooms: [{ name: { fi: 'Lämpökoppi' }, capacity: 14 }, { name: { fi: 'Kahvio' } }] }))
  const second = await guest.sees(showPlace, id)
  expect(second.rooms[0]).toMatchObject({ id: first.rooms[0]!.id, capacity: 14 })
  expect(second.equipment).toHaveLength(1)
  const left = await db.select().from(hours)
  expect(left.map((row) => row.ownerId)).toContain(first.rooms[0]!.id)
  expect(left.map((row) => row.ownerId)).not.toContain(first.rooms[1]!.id)
  expect(() => placeDetails.parse({ entrances: [{ name: { fi: 'A' }, main: true }, { name: { fi: 'B' }, main: true }] })).toThrow()
})

test('a service and the ways to use it: in its own order, at a place, no longer in use', async () => {
  const id = await made(jari.does(makeService, serviceFacts.parse({ name: { fi: 'Luisteluopetus' }, summary: { fi: 'Opi luistelemaan.' } }), { unitId: units.sports }))
  const place = await rink()
  await jari.does(addChannel, id, channelFacts.parse({ kind: 'phone', name: { fi: 'Neuvonta' }, phone: '03 123' }))
  await jari.does(addChannel, id, channelFacts.parse({ kind: 'place', name: { fi: 'Kentällä' }, placeId: place }))
  const [phone, at] = (await guest.sees(showService, id)).channels
  expect(at!.place).toMatchObject({ id: place, name: 'Soppeenmäen kenttä' })
  await jari.does(moveChannel, id, at!.id, -1)
  expect((await guest.sees(showService, id)).channels.map((each) => each.id)).toEqual([at!.id, phone!.id])
  await jari.does(moveChannel, id, at!.id, -1)
  expect((await guest.sees(showPlace, place)).services).toEqual([{ id, name: 'Luisteluopetus', summary: 'Opi luistelemaan.' }])
  await jari.does(dropChannel, id, phone!.id)
  expect((await guest.sees(showService, id)).channels).toHaveLength(1)
  expect((await db.select().from(channel).where(eq(channel.id, phone!.id)))[0]!.vanishedAt).toEqual(its.house.time)
  await jari.does(removeServiceAt, place, id)
  expect((await guest.sees(showPlace, place)).services).toEqual([])
  await jari.does(addServiceAt, place, id)
  expect((await guest.sees(showPlace, place)).services).toHaveLength(1)
  await expect(jari.does(addServiceAt, place, 'x')).rejects.toMatchObject({ status: 404 })
  await expect(leena.does(addChannel, id, channelFacts.parse({ kind: 'desk', name: { fi: 'Tiski' } }))).rejects.toMatchObject({ status: 403 })
  await expect(jari.does(keepChannel, channelFacts.parse({ kind: 'place', name: { fi: 'Muualla' }, placeId: id }))).rejects.toMatchObject({ code: 'placeUnknown' })
  await expect(jari.does(dropChannel, id, "' or 1=1")).rejects.toMatchObject({ status: 404 })
})

test('what has ended leaves lists and search, its page says so, and it comes back', async () => {
  const id = await rink({ name: { fi: 'Lopetettava luistinrata' } })
  await jari.does(endEntry, 'place', id, 'Tilalle tulee koulu.')
  expect(await guest.sees(showPlace, id)).toMatchObject({ visibility: 'withdrawn', gone: 'ended' })
  expect((await guest.sees(searchSubjects, 'lopetettava')).lines).toEqual([])
  expect((await guest.sees(trailOf, id))[0]).toMatchObject({ kind: 'directory.ended', sentence: 'Tilalle tulee koulu.' })
  await expect(jari.does(endEntry, 'place', id, '')).rejects.toMatchObject({ code: 'ended' })
  await jari.does(returnEntry, 'place', id)
  expect(await guest.sees(showPlace, id)).toMatchObject({ visibility: 'public', gone: null })
  await expect(jari.does(returnEntry, 'place', id)).rejects.toMatchObject({ code: 'notEnded' })
})

test('handed to another unit it is that unit\'s', async () => {
  const id = await rink()
  expect(await jari.does(handEntry, 'place', id, units.sports)).toEqual({ problems: { unitId: 'required' } })
  await jari.does(handEntry, 'place', id, units.library)
  await expect(jari.does(changePlace, id, facts({ priceKind: 'paid' }))).rejects.toMatchObject({ status: 403 })
  await leena.does(changePlace, id, facts({ priceKind: 'paid' }))
  expect((await guest.sees(trailOf, id)).find((node) => node.kind === 'directory.handed')).toMatchObject({ who: 'Kirjasto' })
})

test('the page tells of which idea a place grew, and what a moderator hid', async () => {
  const id = await rink()
  const idea = await aino.does(proposeIdea, { title: 'Luistinrata Soppeenmäkeen', text: 'Lapsille puuttuu lähijää talveksi.' })
  await jari.does(linkSubjects, id, 'grewOutOf' as const, idea.id)
  expect(await guest.sees(placePage, id)).toMatchObject({ links: [{ id: idea.id, kind: 'grewOutOf', direction: 'to' }] })
  await its.house.database.owner.update(subject).set({ visibility: 'hidden' }).where(eq(subject.id, id))
  await expect(guest.sees(placePage, id)).rejects.toMatchObject({ status: 404 })
  expect(await mirja.sees(placePage, id)).toMatchObject({ place: { visibility: 'hidden' } })
})

test('a service changed says which fields; the same again changes nothing; another municipality sees none of it', async () => {
  const service = serviceFacts.parse({ name: { fi: 'Uimakoulu' }, priceKind: 'paid' })
  const id = await made(jari.does(makeService, service, { unitId: units.sports }))
  await jari.does(changeService, id, { ...service, price: { fi: '20 €' } }, { topicId: its.topics.sports })
  const [told] = await db.select().from(event).where(eq(event.subjectId, id)).orderBy(event.at).then((rows) => rows.filter((row) => row.kind === 'directory.changed'))
  expect(told!.data).toEqual({ fields: ['price', 'topicId'] })
  const other = await town({ house: its.house, name: 'Naapurila' })
  await expect(other.guest.sees(showService, id)).rejects.toMatchObject({ status: 404 })
  await expect(other.antti.does(changeService, id, service)).rejects.toMatchObject({ status: 404 })
  await expect(other.antti.does(keepDetails, id, { equipment: [] })).rejects.toMatchObject({ status: 404 })
})
