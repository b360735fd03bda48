import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { query } from '#core/context/context.server.ts'
import '../hide.server.ts'
import { hideableOf } from '#core/trail/hideable.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { wallClock } from '#core/time/local.ts'
import { mail } from '#core/notices/schema.server.ts'
import { ids, registerTown, someRegister } from '../../../../tests/register-town.ts'
import { showPlace } from '../entries/show-place.server.ts'
import { hoursOf } from '../hours/hours.server.ts'
import { keepHours } from '../hours/keep-hours.server.ts'
import { keepPlace } from '../keep-place.server.ts'
import { type PlaceFacts, placeFacts } from '../facts.ts'
import { channel, importNote, importRecord, importRun, importSource, place, service, serviceChannel } from '../schema.server.ts'
import { attributionOf } from './attribution.server.ts'
import { conflictsWaiting, openConflicts, settleConflict, settleConflicts } from './conflicts.server.ts'
import { runImports } from './job.server.ts'
import { goOn, leaveUndone, runReport } from './report.server.ts'
import { doRun, endDead } from './run.server.ts'
import { askRun, bringFile, changeSource, endSource, mapColumns, showSource, sourceForm, sourcesOf } from './sources.server.ts'

const all = new URLSearchParams()
type Town = Awaited<ReturnType<typeof registerTown>>
const ownOf = async (its: Town, key: string, what = 'place') => (await its.house.database.owner.select().from(importRecord).where(and(eq(importRecord.key, key), eq(importRecord.what, what as 'place'))))[0]!.ownId
const placeOf = async (its: Town, id: string) => (await its.house.database.owner.select().from(place).where(eq(place.id, id)))[0]!
const runOf = async (its: Town, id: string) => (await its.house.database.owner.select().from(importRun).where(eq(importRun.id, id)))[0]!
const notesOf = async (its: Town, id: string) => (await its.house.database.owner.select().from(importNote).where(eq(importNote.runId, id)).orderBy(importNote.position)).map((note) => [note.what, note.name, note.detail])
/** Edits a place as an official would. */
const edit = async (its: Town, id: string, changes: Partial<PlaceFacts>) => { const row = await placeOf(its, id); const [at] = await its.house.database.owner.select().from(subject).where(eq(subject.id, id)); await its.antti.does(keepPlace, placeFacts.parse({ ...row, longitude: at!.longitude, latitude: at!.latitude, ...changes }), { id }) }
const library = (its: Town) => its.stand.register.channels.find((each) => each.id === ids.library)!
/** A fingerprint of every row that is not the run's own report: any write at all changes it. */
const rowsNow = async (its: Town) => (await its.house.database.owner.execute(sql`select string_agg(t, ' ' order by t) as rows from (
  select 'p' || id || xmin from directory.place union all select 's' || id || xmin from directory.service union all select 'c' || id || xmin from directory.channel union all select 'l' || service_id || channel_id || xmin from directory.service_channel union all select 'h' || owner_id || xmin from directory.hours
  union all select 'o' || owner_id || opens_at || xmin from directory.open_time union all select 'r' || what || key || xmin from directory.import_record union all select 'k' || id || xmin from directory.import_conflict union all select 'e' || id || xmin from trail.event union all select 'u' || id || xmin from trail.subject
  union all select 'a' || id || xmin from directory.access_sentence union all select 'q' || id || xmin from directory.equipment union all select 'n' || id || xmin from directory.entrance) as all_(t)`)).rows[0]

describe('a first bringing', () => {
  test('places, services, ways and hours are there for people, with their unit, and the report says so', async () => {
    const its = await registerTown({ pageSize: 2 })
    const source = await its.source('ptv11')
    const { id, state } = await its.bring(source)
    expect(state).toBe('done')
    expect((await runOf(its, id)).counts).toMatchObject({ added: 8, changed: 0, conflict: 0, refused: 0, vanished: 0 })
    const own = await ownOf(its, ids.library)
    const shown = await its.guest.sees(showPlace, own)
    expect(shown.name).toBe('Kirjasto Leija')
    expect((await its.house.database.owner.select().from(subject).where(eq(subject.id, own)))[0]).toMatchObject({ visibility: 'public', stage: 'service', ownerUnitId: its.units.library, longitude: 23.596 })
    const hours = (await its.guest.sees(hoursOf, [own])).get(own)!
    expect(hours.periods.map((each) => [each.override, each.state, each.groups.length])).toEqual([[false, 'open', 1], [true, 'closed', 0]])
    const ways = await its.house.database.owner.select({ kind: channel.kind, placeId: channel.placeId }).from(serviceChannel).innerJoin(channel, eq(channel.id, serviceChannel.channelId)).where(eq(serviceChannel.serviceId, await ownOf(its, ids.libraryService, 'service'))).orderBy(channel.kind)
    expect(ways.map((each) => each.kind)).toEqual(['form', 'form', 'phone', 'place'])
    expect(ways.find((each) => each.kind === 'place')!.placeId).toBe(own)
    expect((await notesOf(its, id)).map(([what, name]) => `${what} ${name}`).slice(0, 3)).toEqual(['added Kirjasto Leija', 'added Ylöjärven uimahalli', 'added Nuorisotila Yökerho'])
  })
  test('everything twice writes nothing at all', async () => {
    const its = await registerTown({ register: { ...someRegister(), sites: [{ 'lipas-id': 7, name: 'Kaukalo', 'type-code': 1530, geometry: { type: 'Point', coordinates: [23.62, 61.54] }, properties: { 'ligthing?': true } }] } })
    const sources = [await its.source('ptv11'), await its.source('lipas')]
    for (const source of sources) await its.bring(source)
    const before = await rowsNow(its)
    its.house.time = new Date('2026-11-23T09:00:00Z')
    for (const source of sources) { const { id } = await its.bring(source); expect((await runOf(its, id)).counts).toMatchObject({ added: 0, changed: 0, conflict: 0, vanished: 0, refused: 0 }); expect(await notesOf(its, id)).toEqual([]) }
    expect(await rowsNow(its)).toEqual(before)
  })
  test('v11 and then v12 of the same organisation, as one source or as two, is the same places', async () => {
    const its = await registerTown()
    const source = await its.source('ptv11')
    await its.bring(source)
    const before = await its.house.database.owner.select({ id: place.id, version: place.version, name: place.name, city: place.city }).from(place).orderBy(place.id)
    expect(await its.antti.does(changeSource, source, sourceForm.parse({ name: 'PTV', kind: 'ptv12', unitId: its.units.library, organisation: its.stand.register.organisation, municipality: '980', apiKey: its.stand.key }))).toBeNull()
    await its.house.database.owner.update(importSource).set({ url: `${its.stand.url}/api/v12` }).where(eq(importSource.id, source))
    const { id, state } = await its.bring(source)
    expect([state, await notesOf(its, id)]).toEqual(['done', []])
    expect(await its.house.database.owner.select({ id: place.id, version: place.version, name: place.name, city: place.city }).from(place).orderBy(place.id)).toEqual(before)

    const beside = await its.source('ptv11', { name: 'PTV vanha' })
    await its.bring(beside)
    expect((await its.house.database.owner.select().from(place)).length).toBe(before.length)
    // what one of two no longer has, the other still has
    its.stand.register.channels = its.stand.register.channels.filter((each) => each.id !== ids.bar)
    await its.bring(beside)
    const bar = before.find((each) => each.name.fi === 'Nuorisotila Yökerho')!.id
    expect((await placeOf(its, bar)).vanishedAt).toBeNull()
    await its.bring(source)
    expect((await placeOf(its, bar)).vanishedAt).not.toBeNull()
  })
})

describe('what was edited here', () => {
  test('is not overwritten: changed there alone it is taken, here alone it stays, both it is asked, once', async () => {
    const its = await registerTown()
    const source = await its.source('ptv11')
    await its.bring(source)
    const own = await ownOf(its, ids.library)
    await edit(its, own, { phone: '+358 40 999', description: { fi: 'Oma kuvaus.', sv: 'Egen beskrivning.' } })
    Object.assign(library(its), { phone: '409999999', email: 'uusi@ylojarvi.example', url: 'https://www.ylojarvi.example/leija' })
    const second = await its.bring(source)
    expect(await notesOf(its, second.id)).toEqual([['changed', 'Kirjasto Leija', 'email url'], ['conflict', 'Kirjasto Leija', 'phone']])
    expect(await placeOf(its, own)).toMatchObject({ phone: '+358 40 999', email: 'uusi@ylojarvi.example', description: { fi: 'Oma kuvaus.', sv: 'Egen beskrivning.' } })

    const [asked] = await its.leena.sees(openConflicts, own)
    expect(asked).toMatchObject({ field: 'phone', there: '+358409999999', here: '+358 40 999', source: 'Lähde ptv11', entry: { id: own, kind: 'place' } })
    expect(await its.aino.sees(openConflicts, own)).toEqual([])
    expect(await its.saara.sees(openConflicts, own)).toEqual([])

    // the next night it waits still, and is not asked a second time
    expect(await notesOf(its, (await its.bring(source)).id)).toEqual([])
    expect((await its.antti.sees(conflictsWaiting, all)).total).toBe(1)
    await its.leena.does(settleConflict, asked!.id, 'here')
    expect(await notesOf(its, (await its.bring(source)).id)).toEqual([])
    expect((await its.antti.sees(conflictsWaiting, all)).total).toBe(0)
    expect((await placeOf(its, own)).phone).toBe('+358 40 999')

    // it changes there again: then it is asked again, and taken when that is chosen
    library(its).phone = '408888888'
    await its.bring(source)
    const [again] = await its.leena.sees(openConflicts, own)
    expect(again).toMatchObject({ field: 'phone', there: '+358408888888' })
    await its.leena.does(settleConflict, again!.id, 'there')
    await its.leena.does(settleConflict, again!.id, 'there')
    await expect(its.leena.does(settleConflict, again!.id, 'here')).rejects.toThrow('settled')
    expect((await placeOf(its, own)).phone).toBe('+358408888888')
    expect(await notesOf(its, (await its.bring(source)).id)).toEqual([])
  })
  test('a Swedish text of our own stays when only the Finnish one changes there; changed alike is nothing', async () => {
    const its = await registerTown()
    const source = await its.source('ptv11')
    await its.bring(source)
    const own = await ownOf(its, ids.library)
    await edit(its, own, { description: { fi: 'Kirjasto keskustassa.', sv: 'Ett bibliotek.' }, email: 'yhteinen@ylojarvi.example' })
    Object.assign(library(its), { description: { fi: 'Uusi kuvaus.' }, email: 'yhteinen@ylojarvi.example' })
    expect(await notesOf(its, (await its.bring(source)).id)).toEqual([['changed', 'Kirjasto Leija', 'description.fi']])
    expect((await placeOf(its, own)).description).toEqual({ fi: 'Uusi kuvaus.', sv: 'Ett bibliotek.' })
  })
  test('hours that were edited here are asked of too, and taken back whole', async () => {
    const its = await registerTown()
    const source = await its.source('ptv11')
    await its.bring(source)
    const own = await ownOf(its, ids.library)
    const closed = [{ name: null, from: null, until: null, override: false, state: 'closed', groups: [] }]
    await its.leena.does(keepHours, own, 'place', closed)
    library(its).hours = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00' }]
    const { id } = await its.bring(source)
    expect(await notesOf(its, id)).toEqual([['conflict', 'Kirjasto Leija', 'periods']])
    const [asked] = await its.leena.sees(openConflicts, own)
    expect(asked!.here).toEqual(closed)
    await its.leena.does(settleConflict, asked!.id, 'there')
    expect((await its.guest.sees(hoursOf, [own])).get(own)!.periods[0]!.groups[0]!.spans[0]).toMatchObject({ start: '08:00', end: '20:00' })
  })
  test('all of an entry at once; whoever else\'s is not touched', async () => {
    const its = await registerTown()
    const source = await its.source('ptv11')
    await its.bring(source)
    const own = await ownOf(its, ids.library), hall = await ownOf(its, ids.hall)
    await its.house.database.owner.update(subject).set({ ownerUnitId: its.units.sports }).where(eq(subject.id, hall))
    await edit(its, own, { phone: '040 1', email: 'oma@a.example' }); await edit(its, hall, { phone: '040 2' })
    Object.assign(library(its), { phone: '401111111', email: 'lahde@a.example' }); its.stand.register.channels[1]!.phone = '402222222'
    const { id } = await its.bring(source)
    expect((await its.saara.sees(conflictsWaiting, all)).conflicts.map((each) => each.field)).toEqual(['phone'])
    expect((await its.antti.sees(conflictsWaiting, new URLSearchParams({ run: id }))).total).toBe(3)
    expect(await its.leena.does(settleConflicts, { entryId: hall }, 'there')).toBe(0)
    expect(await its.leena.does(settleConflicts, {}, 'there')).toBe(2)
    expect(await placeOf(its, own)).toMatchObject({ phone: '+358401111111', email: 'lahde@a.example' })
    expect((await placeOf(its, hall)).phone).toBe('040 2')
    const [left] = await its.saara.sees(openConflicts, hall)
    await expect(its.leena.does(settleConflict, left!.id, 'there')).rejects.toThrow('forbidden')
    await expect(its.aino.does(settleConflict, left!.id, 'there')).rejects.toThrow('forbidden')
    await expect(its.leena.does(settleConflict, its.units.sports, 'there')).rejects.toThrow('notFound')
  })
  test('two answer the same question at once: one of them counts', async () => {
    const its = await registerTown()
    const source = await its.source('ptv11')
    await its.bring(source)
    const own = await ownOf(its, ids.library)
    await edit(its, own, { phone: '040 1' }); library(its).phone = '401111111'
    await its.bring(source)
    const [asked] = await its.leena.sees(openConflicts, own)
    const answers = await Promise.allSettled([its.leena.does(settleConflict, asked!.id, 'here'), its.antti.does(settleConflict, asked!.id, 'there')])
    expect(answers.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('what vanishes there', () => {
  test('is withdrawn and told, not deleted; it comes back; what was made here is never touched', async () => {
    const its = await registerTown()
    const source = await its.source('ptv11')
    await its.bring(source)
    const own = await ownOf(its, ids.hall)
    const mine = await its.leena.does(keepPlace, placeFacts.parse({ kind: 'rink', name: { fi: 'Soppeenmäen kenttä' }, longitude: 23.6, latitude: 61.55 }), { unitId: its.units.library })
    const kept = its.stand.register.channels
    its.stand.register.channels = kept.filter((each) => each.id !== ids.hall && each.id !== ids.phone)
    const { id } = await its.bring(source)
    expect((await notesOf(its, id)).map(([what, name]) => `${what} ${name}`)).toEqual(['vanished Kirjaston puhelinneuvonta', 'vanished Ylöjärven uimahalli'])
    const row = async (which: string) => (await its.house.database.owner.select().from(subject).where(eq(subject.id, which)))[0]!
    expect(await row(own)).toMatchObject({ visibility: 'withdrawn', stage: 'ended' })
    expect((await its.guest.sees(showPlace, own)).gone).toBe('vanished')
    expect(await row(mine.id)).toMatchObject({ visibility: 'public' })
    expect((await its.house.database.owner.select().from(channel).where(eq(channel.id, await ownOf(its, ids.phone, 'channel'))))[0]!.vanishedAt).not.toBeNull()
    expect(await notesOf(its, (await its.bring(source)).id)).toEqual([])

    its.stand.register.channels = kept.map((each) => (each.id === ids.hall ? { ...each, email: 'halli@ylojarvi.example' } : each))
    expect(await notesOf(its, (await its.bring(source)).id)).toEqual([['returned', 'Ylöjärven uimahalli', ''], ['changed', 'Ylöjärven uimahalli', 'email'], ['returned', 'Kirjaston puhelinneuvonta', '']])
    expect(await row(own)).toMatchObject({ visibility: 'public', stage: 'service' })
    const told = (await its.house.database.owner.select({ kind: event.kind }).from(event).where(eq(event.subjectId, own)).orderBy(event.at, event.id)).map((each) => each.kind)
    expect(told).toHaveLength(4)
    expect(new Set(told)).toEqual(new Set(['directory.imported', 'directory.vanished', 'directory.returned', 'directory.changed']))
  })
  test('what somebody hid here stays hidden when it comes back', async () => {
    const its = await registerTown()
    const source = await its.source('ptv11')
    await its.bring(source)
    const own = await ownOf(its, ids.hall)
    await its.house.database.owner.update(subject).set({ visibility: 'hidden' }).where(eq(subject.id, own))
    const kept = its.stand.register.channels
    its.stand.register.channels = kept.filter((each) => each.id !== ids.hall)
    await its.bring(source)
    const now = async () => (await its.house.database.owner.select().from(subject).where(eq(subject.id, own)))[0]!.visibility
    // shown again by a moderator it is not in use, for its source no longer has it
    await its.mirja.does(hideableOf('place')!.hide, { subjectId: own, commentId: null }, false)
    expect(await now()).toBe('withdrawn')
    await its.mirja.does(hideableOf('place')!.hide, { subjectId: own, commentId: null }, true)
    its.stand.register.channels = kept
    await its.bring(source)
    expect(await now()).toBe('hidden')
    await its.mirja.does(hideableOf('place')!.hide, { subjectId: own, commentId: null }, false)
    expect(await now()).toBe('public')
  })
  test('so much of it that something must be wrong waits for an admin, and nothing of it is done before', async () => {
    const many = Array.from({ length: 20 }, (_, i) => ({ 'lipas-id': i + 1, name: `Kenttä ${i + 1}`, 'type-code': 1340, geometry: { type: 'Point', coordinates: [23.6 + i / 1000, 61.55] } }))
    const its = await registerTown({ register: { ...someRegister(), sites: many } })
    const source = await its.source('lipas')
    await its.bring(source)
    its.stand.register.sites = [{ ...many[0]!, name: 'Uusi nimi' }, ...many.slice(1, 13)]
    const held = await its.bring(source)
    expect(held.state).toBe('held')
    expect(await runOf(its, held.id)).toMatchObject({ why: 'tooMany 7 20', counts: { vanished: 7, changed: 1 } })
    const listed = async () => (await its.house.database.owner.select().from(subject).where(and(eq(subject.kind, 'place'), eq(subject.visibility, 'public')))).map((each) => each.title.fi)
    expect(await listed()).toHaveLength(20)
    expect(await listed()).not.toContain('Uusi nimi')
    expect((await its.house.database.owner.select().from(mail)).map((each) => each.subject)).toEqual(['Tuonti odottaa sinua: Lähde lipas'])
    await expect(its.leena.does(goOn, held.id)).rejects.toThrow('forbidden')
    // the source has its records again before the admin says yes to what was seen
    its.stand.register.sites = many
    await its.antti.does(goOn, held.id)
    await expect(its.antti.does(goOn, held.id)).rejects.toThrow('notWaiting')
    expect(await doRun(its.house, its.municipality, held.id, its.stand.manners)).toBe('done')
    expect(await listed()).toHaveLength(13)
    // nothing at all is held however few there are
    its.stand.register.sites = []
    const none = await its.bring(source)
    expect(none.state).toBe('held')
    await its.antti.does(leaveUndone, none.id)
    await expect(its.antti.does(goOn, none.id)).rejects.toThrow('notWaiting')
    expect(await listed()).toHaveLength(13)
  })
})

describe('a run', () => {
  test('looked at first it changes nothing, and then does what was seen', async () => {
    const its = await registerTown()
    const source = await its.source('ptv11')
    const before = await rowsNow(its)
    const { id, state } = await its.bring(source, { dry: true })
    expect(state).toBe('held')
    expect(await rowsNow(its)).toEqual(before)
    expect((await its.antti.sees(runReport, id, all)).notes.map((note) => note.what)).toEqual(Array.from({ length: 8 }, () => 'added'))
    await its.antti.does(goOn, id)
    expect(await doRun(its.house, its.municipality, id, its.stand.manners)).toBe('done')
    expect((await runOf(its, id)).counts).toMatchObject({ added: 8 })
    expect((await its.antti.sees(runReport, id, new URLSearchParams({ only: 'added' }))).notes).toHaveLength(8)
  })
  test('one at a time of a source: asked twice at once it is one, and two processes do it once', async () => {
    const its = await registerTown()
    const source = await its.source('ptv11')
    const asked = await Promise.all(Array.from({ length: 6 }, () => its.antti.does(askRun, source)))
    expect(new Set(asked.map((each) => each.id)).size).toBe(1)
    const done = await Promise.all(Array.from({ length: 3 }, () => doRun(its.house, its.municipality, asked[0]!.id, its.stand.manners)))
    expect(done.sort()).toEqual(['done', null, null])
    expect(await its.house.database.owner.select().from(place)).toHaveLength(3)
  })
  describe('stopped in the middle', () => {
    const many = Array.from({ length: 250 }, (_, i) => ({ 'lipas-id': i + 1, name: `Kenttä ${i + 1}`, 'type-code': 1340, geometry: { type: 'Point', coordinates: [23.6, 61.55] } }))
    const begun = async () => { const its = await registerTown({ register: { ...someRegister(), sites: many } }); const source = await its.source('lipas'); return { its, source, owner: its.house.database.owner, run: (await its.antti.does(askRun, source)).id } }
    /** A house in which something happens when the clock is asked for the so manieth time: each transaction asks it once. */
    const when = (its: Town, nth: number, what: () => void) => { let asked = 0; return { ...its.house, clock: () => { if (++asked === nth) what(); return its.house.time } } as Town['house'] }

    test('by the end of the program: asked for again, and then whole', async () => {
      const { its, owner, run } = await begun()
      const stopping = new AbortController()
      expect(await doRun(when(its, 4, () => stopping.abort()), its.municipality, run, { ...its.stand.manners, stopping: stopping.signal })).toBe('asked')
      expect([(await owner.select().from(place)).length, (await owner.select().from(importRecord)).length, (await runOf(its, run)).counts.added]).toEqual([200, 200, 200])
      await runImports(its.house, its.stand.manners)
      expect((await runOf(its, run)).counts).toMatchObject({ read: 250, added: 50, same: 200 })
      expect(await owner.select().from(place)).toHaveLength(250)
    })
    test('by a mistake of ours in the middle of a batch: nothing of that batch is there, and the next run does the rest', async () => {
      const { its, source, owner, run } = await begun()
      let broken = false
      const house = when(its, 4, () => { broken = true })
      const database = { ...its.house.database, of: (m: number) => { const db = its.house.database.of(m); return new Proxy(db, { get: (target, name) => (name === 'transaction' && broken ? (does: (tx: unknown) => Promise<unknown>) => target.transaction(async (tx) => { broken = false; await does(tx); throw new Error('rikki') }) : Reflect.get(target, name) as unknown) }) } }
      await expect(doRun({ ...house, database }, its.municipality, run, its.stand.manners)).rejects.toThrow('rikki')
      expect(await runOf(its, run)).toMatchObject({ state: 'failed', why: 'broken' })
      const written = (await owner.select().from(place)).length
      expect(written).toBe((await owner.select().from(importRecord)).length)
      expect([100, 200]).toContain(written)
      await its.bring(source)
      expect(await owner.select().from(place)).toHaveLength(250)
    })
    test('by another process that thinks this one is dead: this one writes no more', async () => {
      const { its, owner, run } = await begun()
      its.stand.trouble = () => { void owner.update(importRun).set({ state: 'failed', why: 'stopped', endedAt: its.house.time }).where(eq(importRun.id, run)).execute(); return undefined }
      expect(await doRun(its.house, its.municipality, run, its.stand.manners)).toBeNull()
      expect(await owner.select().from(place)).toEqual([])
    })
  })
  test('whose process died is said to have failed, and the next one does it all', async () => {
    const its = await registerTown()
    const source = await its.source('ptv11')
    const { id } = await its.antti.does(askRun, source)
    await its.house.database.owner.update(importRun).set({ state: 'running', heardAt: its.house.time }).where(eq(importRun.id, id))
    its.house.time = new Date('2026-11-22T09:11:00Z')
    await its.antti.does(endDead)
    expect(await runOf(its, id)).toMatchObject({ state: 'failed', why: 'stopped' })
    expect((await its.bring(source)).state).toBe('done')
  })
  test('of a broken source fails, tells the admins once, is tried after 1, 2, 4 … hours by the clock, and heals', async () => {
    const its = await registerTown()
    const source = await its.source('ptv11', { nightly: 'on' })
    await its.house.database.owner.update(importSource).set({ nextAt: its.house.time }).where(eq(importSource.id, source))
    its.stand.trouble = () => ({ status: 503 })
    const hours: number[] = []
    for (let i = 0; i < 3; i++) {
      await runImports(its.house, its.stand.manners)
      const [row] = await its.house.database.owner.select().from(importSource).where(eq(importSource.id, source))
      hours.push((row!.nextAt!.getTime() - its.house.time.getTime()) / 3_600_000)
      expect(row!.failures).toBe(i + 1)
      its.house.time = row!.nextAt!
    }
    expect(hours).toEqual([1, 2, 4])
    expect((await its.house.database.owner.select().from(mail)).map((each) => each.subject)).toEqual(['Tuonti ei onnistunut: Lähde ptv11'])
    const { sources } = await its.antti.sees(sourcesOf)
    expect(sources[0]).toMatchObject({ failures: 3, last: { state: 'failed', why: 'down 503' } })
    its.stand.trouble = () => undefined
    await runImports(its.house, its.stand.manners)
    expect((await its.antti.sees(sourcesOf)).sources[0]).toMatchObject({ failures: 0, last: { state: 'done' } })
    // in the small hours of the next night
    expect(['01', '02', '03', '04']).toContain(wallClock((await its.antti.sees(sourcesOf)).sources[0]!.nextAt!).time.slice(0, 2))
  })
  test('a page that breaks in the middle leaves everything as it was', async () => {
    const its = await registerTown({ pageSize: 2 })
    const source = await its.source('ptv11')
    await its.bring(source)
    const before = await rowsNow(its)
    library(its).phone = '400000000'
    its.stand.trouble = (path) => (path.includes('ServiceChannel') && path.endsWith('page=3') ? { body: '{"itemList":[{' } : undefined)
    expect((await its.bring(source)).state).toBe('failed')
    expect(await rowsNow(its)).toEqual(before)
  })
})

describe('files', () => {
  const csv = 'Tunniste;Nimi;Laji;Osoite;Leveysaste;Pituusaste;Puhelin;Maksuton\r\nmp1;Keijärven matonpesupaikka;Matonpesupaikka;Rantatie 1;61,5512;23,5801;040 123;kyllä\r\nmp2;Soppeen matonpesupaikka;matonpesupaikka;;6826000;321000;ks. kotisivut;ei\r\nmp3;;Matonpesupaikka;;;;;\r\nmp4;Outo;Avaruusasema;;;;;\r\nmp5;Kaukana;Puisto;;10,5;10,5;;\r\n'
  const sent = (text: string, name = 'paikat.csv') => { const form = new FormData(); form.set('file', new File([text], name)); return form }
  test('a Finnish table with semicolons and decimal commas is looked at, mapped and brought', async () => {
    const its = await registerTown()
    const source = await its.source('csv')
    expect(await its.antti.does(bringFile, source, sent(csv))).toBeNull()
    const { table } = await its.antti.sees(showSource, source)
    expect(table).toMatchObject({ rows: 5, mapping: { key: 'Tunniste', name: 'Nimi', kind: 'Laji', street: 'Osoite', latitude: 'Leveysaste', longitude: 'Pituusaste', phone: 'Puhelin', priceKind: 'Maksuton' }, first: [{ name: 'Keijärven matonpesupaikka', kind: 'carpetWash', point: '61.5512, 23.5801' }, { kind: 'carpetWash' }, { refused: 'noName' }, { refused: 'kindUnknown' }, {}] })
    const { id, state } = await its.bring(source)
    expect(state).toBe('done')
    expect(await notesOf(its, id)).toEqual([['added', 'Keijärven matonpesupaikka', ''], ['added', 'Soppeen matonpesupaikka', '-phone'], ['added', 'Kaukana', '-farAway'], ['refused', 'mp3', 'noName'], ['refused', 'Outo', 'kindUnknown']])
    expect(await placeOf(its, await ownOf(its, 'mp1'))).toMatchObject({ kind: 'carpetWash', phone: '040123', priceKind: 'free', street: { fi: 'Rantatie 1' } })
    await its.antti.does(mapColumns, source, { phone: '' })
    expect(await notesOf(its, (await its.bring(source)).id)).toEqual([['refused', 'mp3', 'noName'], ['refused', 'Outo', 'kindUnknown']])
    expect((await placeOf(its, await ownOf(its, 'mp1'))).phone).toBe('040123')
  })
  test('GeoJSON, keyed by what is chosen', async () => {
    const its = await registerTown()
    const source = await its.source('geojson', { placeKind: 'dogPark' })
    const feature = (id: number, nimi: string, coordinates: number[]) => ({ type: 'Feature', id, properties: { nimi, numero: id }, geometry: { type: 'Point', coordinates } })
    await its.antti.does(bringFile, source, sent(JSON.stringify({ type: 'FeatureCollection', features: [feature(1, 'Koirapuisto Hauva', [23.6, 61.55]), feature(1, 'Sama tunniste', [23.6, 61.55])] }), 'a.geojson'))
    await its.antti.does(mapColumns, source, { key: 'numero', name: 'nimi' })
    expect(await notesOf(its, (await its.bring(source)).id)).toEqual([['added', 'Koirapuisto Hauva', '']])
  })
  test.each([['<html>', 'notTable'], ['yksi sarake\nvain\n', 'notTable'], ['', 'required'], ['{"type":"FeatureCollection"}', 'notTable']])('what is no table is told: %j', async (text, problem) => {
    const its = await registerTown()
    expect(await its.antti.does(bringFile, await its.source('csv'), sent(text))).toEqual({ problems: { file: problem } })
  })
})

describe('hours of hauki', () => {
  test('are written to the place that its origins or its name mean', async () => {
    const its = await registerTown()
    await its.bring(await its.source('ptv11'))
    const span = (from: string, until: string) => ({ time_spans: [{ start_time: from, end_time: until, weekdays: [7], resource_state: 'self_service' }], rules: [] })
    const period = { name: { fi: 'Sunnuntait' }, start_date: '2026-09-01', end_date: null, override: false, resource_state: 'undefined', time_span_groups: [span('10:00:00', '22:00:00')] }
    its.stand.register.resources = [{ id: 9, name: { fi: 'ylöjärven UIMAHALLI' }, origins: [['tprek', '8215']], periods: [period] }, { id: 10, name: { fi: 'Jokin muu' }, origins: [['ptv', ids.bar]], periods: [period] }, { id: 11, name: { fi: 'Tuntematon' }, origins: [], periods: [period] }]
    const source = await its.source('hauki')
    const { id } = await its.bring(source)
    expect((await notesOf(its, id)).sort()).toEqual([['changed', 'ylöjärven UIMAHALLI', 'periods'], ['conflict', 'Jokin muu', 'periods'], ['refused', 'Tuntematon', 'noPlace']])
    const own = await ownOf(its, ids.hall)
    expect((await its.guest.sees(hoursOf, [own])).get(own)!.periods[0]!.groups[0]!.spans[0]).toMatchObject({ start: '10:00', state: 'self_service', weekdays: [7] })
    expect(await notesOf(its, (await its.bring(source)).id)).toEqual([['refused', 'Tuntematon', 'noPlace']])
  })
})

describe('who may', () => {
  test('only an admin brings; a key is never shown; an ended source brings no more and what it brought stays', async () => {
    const its = await registerTown()
    const source = await its.source('ptv12')
    await its.bring(source)
    for (const who of [its.leena, its.aino, its.mirja]) { await expect(who.sees(sourcesOf)).rejects.toThrow('forbidden'); await expect(who.does(askRun, source)).rejects.toThrow('forbidden') }
    await expect(its.guest.sees(sourcesOf)).rejects.toThrow('signInNeeded')
    expect(JSON.stringify([await its.antti.sees(sourcesOf), await its.antti.sees(showSource, source)])).not.toContain(its.stand.key)
    expect((await its.antti.sees(showSource, source)).source.hasKey).toBe(true)
    const own = await ownOf(its, ids.library)
    expect(await its.guest.sees(attributionOf, own)).toMatchObject([{ name: 'Lähde ptv12', licence: { name: 'CC BY 4.0' } }])
    await its.antti.does(endSource, source)
    await expect(its.antti.does(askRun, source)).rejects.toThrow('sourceEnded')
    expect((await placeOf(its, own)).vanishedAt).toBeNull()
  })
  test('a neighbour\'s source is not found', async () => {
    const its = await registerTown()
    const source = await its.source('ptv11')
    const { town } = await import('../../../../tests/town.ts')
    const there = await town({ house: its.house, name: 'Naapurila' })
    await expect(there.antti.does(askRun, source)).rejects.toThrow('notFound')
    const { id } = await its.bring(source)
    await expect(there.antti.sees(runReport, id, all)).rejects.toThrow('notFound')
    expect(await query(its.house, { municipality: there.municipality }, async (ctx) => ctx.db.select().from(service))).toEqual([])
  })
})
