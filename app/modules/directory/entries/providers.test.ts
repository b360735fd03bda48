import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { everyHolding } from '#core/identity/holdings.ts'
import { notice } from '#core/notices/schema.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { hideableOf } from '#core/trail/hideable.ts'
import { queueOf } from '#core/trail/queue.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { town } from '../../../../tests/town.ts'
import { placeFacts, serviceFacts } from '../facts.ts'
import '../hide.server.ts'
import '../holding.server.ts'
import '../kind.server.ts'
import { provider } from '../schema.server.ts'
import { changePlace, changeService } from './change.server.ts'
import { makePlace, makerOf, makeService } from './make.server.ts'
import { askForm, askToProvide, changeProvider, decideProvider, endProvider, providerForm } from './provider.server.ts'
import { showPlace } from './show-place.server.ts'
import { listProviders, showProvider } from './show-provider.server.ts'
import { showService } from './show-service.server.ts'
import { endEntry } from './state.server.ts'

const its = await town()
const { jari, leena, ry, oy, aino, guest, mirja, units } = its
const db = its.house.database.of(its.municipality.id)
const offering = (text = 'Luistelukouluja lapsille ja vuokraluistimet.') => askForm.parse({ offers: { fi: text }, email: 'seura@luistelijat.example', topicId: its.topics.sports })
const idOf = (done: object) => { if (!('id' in done)) throw new Error(JSON.stringify(done)); return done.id as string }
const cafe = (more: object = {}) => placeFacts.parse({ kind: 'clubhouse', name: { fi: 'Seuran kahvio' }, longitude: 23.6, latitude: 61.55, ...more })
let id = ''

test('an organisation asks in one form; its unit owes it a decision by a day, in the queue, and nobody else sees it', async () => {
  await expect(guest.does(askToProvide, offering())).rejects.toMatchObject({ status: 401 })
  await expect(aino.does(askToProvide, offering())).rejects.toMatchObject({ code: 'actAsOrganisation' })
  await expect(ry.sees(makerOf)).rejects.toMatchObject({ code: 'notProvider' })
  id = idOf(await ry.does(askToProvide, offering()))
  const waits = await jari.sees(queueOf, { units: [units.sports] })
  expect(waits.rows).toMatchObject([{ id, kind: 'provider', title: 'Luistelijat ry', unitId: units.sports, answered: false }])
  expect(waits.rows[0]!.dueAt!.getTime()).toBeGreaterThan(its.house.time.getTime())
  expect((await leena.sees(listProviders)).asked).toMatchObject([{ id, name: 'Luistelijat ry', unit: 'Liikuntapalvelut' }])
  for (const other of [guest, aino, oy]) {
    await expect(other.sees(showProvider, id)).rejects.toMatchObject({ status: 404 })
    expect((await other.sees(listProviders)).asked).toEqual([])
  }
  expect(await ry.sees(showProvider, id)).toMatchObject({ state: 'asked', mine: true, may: { decide: false } })
  await expect(ry.does(askToProvide, offering())).rejects.toMatchObject({ code: 'askedAlready' })
  await expect(ry.does(makePlace, cafe())).rejects.toMatchObject({ code: 'providerEnded' })
})

test('of two officials who decide at once one does; who asked hears why, and may ask again', async () => {
  await expect(aino.does(decideProvider, id, { decision: 'approved' })).rejects.toMatchObject({ status: 403 })
  const done = await Promise.allSettled([jari.does(decideProvider, id, { decision: 'refused', reason: 'Kerro ensin, missä toimitte.' }), leena.does(decideProvider, id, { decision: 'refused', reason: 'Kerro ensin, missä toimitte.' })])
  expect(done.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(done.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'decided' } })
  await deliver(its.house, [tellThem])
  expect((await db.select().from(notice).where(eq(notice.subjectId, id))).filter((row) => row.personId === ry.id).map((row) => row.kind)).toContain('directory.providerRefused')
  expect(await ry.sees(showProvider, id)).toMatchObject({ state: 'refused', reason: 'Kerro ensin, missä toimitte.' })
  await expect(guest.sees(showProvider, id)).rejects.toMatchObject({ status: 404 })
  expect((await jari.sees(queueOf, { units: [units.sports] })).rows).toEqual([])
  expect(idOf(await ry.does(askToProvide, offering('Luistelukouluja Soppeenmäen kentällä.')))).toBe(id)
  await jari.does(decideProvider, id, { decision: 'approved' })
  expect(await guest.sees(showProvider, id)).toMatchObject({ state: 'approved', name: 'Luistelijat ry', offers: 'Luistelukouluja Soppeenmäen kentällä.' })
  expect((await guest.sees(trailOf, id)).map((node) => node.kind)).toEqual(['directory.providerApproved', 'directory.providerAsked', 'directory.providerRefused', 'directory.providerAsked'])
})

test('two representatives who ask at once make one provider', async () => {
  const done = await Promise.allSettled([oy.does(askToProvide, askForm.parse({ offers: { fi: 'Leipiä ja kirjaston kahvila.' } })), oy.does(askToProvide, askForm.parse({ offers: { fi: 'Leipiä ja kirjaston kahvila.' } }))])
  expect(done.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  const rows = await db.select().from(provider).where(eq(provider.organisationId, its.orgs.oy))
  expect(rows).toHaveLength(1)
  expect((await leena.sees(queueOf, { units: [units.library] })).rows.map((row) => row.id)).toEqual([rows[0]!.id]) // "kirja" tells the topic
})

test('an approved provider keeps its own at once, in its own name; others\' and the municipality\'s it does not', async () => {
  const place = idOf(await ry.does(makePlace, cafe()))
  expect(await guest.sees(showPlace, place)).toMatchObject({ name: 'Seuran kahvio', provider: { id, name: 'Luistelijat ry' }, unit: null, visibility: 'public' })
  await ry.does(changePlace, place, cafe({ phone: '040 123 4567' }))
  for (const other of [oy, jari, leena, aino]) await expect(other.does(changePlace, place, cafe())).rejects.toMatchObject({ status: 403 })
  const rink = idOf(await jari.does(makePlace, placeFacts.parse({ kind: 'rink', name: { fi: 'Kenttä' } }), { unitId: units.sports }))
  await expect(ry.does(changePlace, rink, cafe())).rejects.toMatchObject({ status: 403 })
  expect((await guest.sees(showProvider, id)).places).toMatchObject([{ id: place, name: 'Seuran kahvio' }])
})

test('what a rule stops waits for a moderator, who reads all of it; hidden and restored it is as it was', async () => {
  const service = serviceFacts.parse({ name: { fi: 'Luistelukoulu' }, description: { fi: 'Soita Liisalle, 131052-308T, ja tule.' } })
  const made = idOf(await ry.does(makeService, service))
  await expect(guest.sees(showService, made)).rejects.toMatchObject({ status: 404 })
  expect(await ry.sees(showService, made)).toMatchObject({ visibility: 'hidden' })
  expect((await mirja.sees(hideableOf('service')!.look, { subjectId: made, commentId: null }))).toMatchObject({ hidden: true, text: expect.stringContaining('131052-308T'), authorOrganisationId: its.orgs.ry })
  await mirja.does(hideableOf('service')!.hide, { subjectId: made, commentId: null }, false)
  expect(await guest.sees(showService, made)).toMatchObject({ visibility: 'public' })
  expect(await ry.does(changeService, made, { ...service, promise: { fi: 'Tule 131052-308T' } })).toEqual({ waits: true })
  await mirja.does(hideableOf('service')!.hide, { subjectId: made, commentId: null }, false)
})

test('an ended provider\'s entries leave lists, and come back with it; what it had ended stays ended; hiding changes none of that', async () => {
  const ended = idOf(await ry.does(makePlace, cafe({ name: { fi: 'Vanha koppi' } })))
  await ry.does(endEntry, 'place', ended, '')
  const [kept] = (await guest.sees(showProvider, id)).places
  await expect(aino.does(endProvider, id, '')).rejects.toMatchObject({ status: 403 })
  await jari.does(endProvider, id, 'Seura lopetti toimintansa.')
  expect(await guest.sees(showPlace, kept!.id)).toMatchObject({ visibility: 'withdrawn', gone: 'provider' })
  await expect(ry.does(changePlace, kept!.id, cafe())).rejects.toMatchObject({ code: 'providerEnded' })
  await expect(ry.does(changeProvider, id, providerForm.parse({ offers: { fi: 'Uusi' } }))).rejects.toMatchObject({ code: 'providerEnded' })
  const thing = { subjectId: kept!.id, commentId: null }
  await mirja.does(hideableOf('place')!.hide, thing, true)
  await mirja.does(hideableOf('place')!.hide, thing, false)
  expect(await guest.sees(showPlace, kept!.id)).toMatchObject({ visibility: 'withdrawn' })
  await ry.does(askToProvide, offering())
  await jari.does(decideProvider, id, { decision: 'approved' })
  expect(await guest.sees(showPlace, kept!.id)).toMatchObject({ visibility: 'public', gone: null })
  expect(await guest.sees(showPlace, ended)).toMatchObject({ visibility: 'withdrawn', gone: 'ended' })
})

test('an entry that is being made while its provider ends is not left in the lists', async () => {
  await Promise.allSettled([ry.does(makePlace, cafe({ name: { fi: 'Viime hetken koppi' } })), jari.does(endProvider, id, '')])
  expect((await guest.sees(showProvider, id)).places).toEqual([])
})

test('my data tells for whom I asked, and leaving takes my name off it', async () => {
  const its2 = everyHolding().get('directory')!
  expect((await ry.sees(its2.read, ry.id)).providers).toMatchObject([{ organisation: 'Luistelijat ry', as: 'asked' }])
  await ry.does(its2.erase, ry.id)
  expect((await ry.sees(its2.read, ry.id)).providers).toEqual([])
})
