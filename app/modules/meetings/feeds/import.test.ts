import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { town } from '../../../../tests/town.ts'
import { addBody } from '../bodies.server.ts'
import { listMeetings } from '../list.server.ts'
import { item } from '../schema.server.ts'
import { showMeeting } from '../show.server.ts'
import { changeItem } from '../write-item.server.ts'
import { addMeeting, publishMeeting } from '../write-meeting.server.ts'
import { addFeed, askFeed, changeFeed, feedOf, keepAsked, mapColumns, previewFeed, removeFeed, runFeed, sendFile, setActive } from './feeds.server.ts'
import { fetchFeeds } from './round.server.ts'

const its = await town()
const there = await town({ house: its.house, name: 'Naapurila' })
const { aino, jari, antti, guest, house, units } = its
const db = house.database.owner
const id = (done: unknown) => (done as { id: string }).id
const board = id(await antti.does(addBody, { nameFi: 'Kaupunginhallitus', nameSv: 'Stadsstyrelsen', nameEn: 'Town board', unitId: units.sports }))
await antti.does(addBody, { nameFi: 'Valtuusto', nameSv: '', nameEn: '', unitId: '' })

// A case system as a municipality has one: its answer is what a test says.
let says: { status?: number; text?: string; bytes?: Buffer; etag?: string } = {}
let asked = 0
const server = createServer((request, response) => {
  asked++
  if (says.etag && request.headers['if-none-match'] === says.etag) { response.writeHead(304).end(); return }
  response.writeHead(says.status ?? 200, says.etag ? { etag: says.etag } : {}).end(says.bytes ?? says.text ?? '')
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => { server.closeAllConnections(); server.close() })
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/kokoukset`
const manners = { reachable: (address: string) => address === '127.0.0.1', milliseconds: 3000 }

const head = 'Tunniste;Toimielin;Kokouspäivä;Klo;Paikka;Pykälä;Otsikko;Diaarinumero;Esittely;Päätös\n'
const line = (key: string, day: string, sign: string, title: string, more: { body?: string; time?: string; text?: string; decision?: string } = {}) =>
  `${key};${more.body ?? 'Kaupunginhallitus'};${day};${more.time ?? '17.00'};Kaupungintalo;${sign};${title};;${more.text ?? 'Esitetään.'};${more.decision ?? ''}\n`
const feed = async (more: Partial<{ name: string; format: string; url: string; bodyId: string; language: string }> = {}) => id(await antti.does(addFeed, { name: 'Kokousjärjestelmä', format: 'csv', url: '', bodyId: '', language: 'fi', ...more } as never))
const sent = async (feedId: string, text: string | Uint8Array) => {
  const form = new FormData()
  form.set('file', new File([text as BlobPart], 'kokoukset.csv'))
  const done = await antti.does(sendFile, feedId, form)
  if ('problems' in done) throw new Error(JSON.stringify(done.problems))
  return done.file
}
const brings = async (feedId: string, text: string) => {
  const file = await sent(feedId, text)
  const { plan, problem } = await antti.sees(previewFeed, feedId, file)
  if (!plan) throw new Error(problem!)
  const done = await antti.does(runFeed, feedId, file, JSON.stringify(plan.counts))
  if ('problems' in done) throw new Error(JSON.stringify(done))
  return done
}
const tried = async (feedId: string) => antti.does(keepAsked, feedId, await antti.sees(askFeed, feedId, manners))
const itemOfFeed = async (feedId: string, sourceId: string) => (await db.select().from(item).where(sql`feed_id = ${feedId} and source_id = ${sourceId}`))[0]!
const kinds = async (of: string) => (await guest.sees(trailOf, of)).map((each) => each.kind.replace('meetings.', ''))
beforeEach(() => { house.time = new Date(house.time.getTime() + 60_000) })

describe('a file', () => {
  test('is shown before it runs, and what was shown is what runs', async () => {
    const its = await feed()
    const file = await sent(its, head + line('a', '7.12.2026', '1', 'Laituri') + line('b', '7.12.2026', '2', 'Kaukalo') + line('c', 'ensi viikolla', '3', 'Latu') + line('d', '7.12.2026', '4', 'Halli', { body: 'Tuntematon lautakunta' }) + line('a', '7.12.2026', '5', 'Sama tunniste'))
    const { plan } = await antti.sees(previewFeed, its, file)
    expect(plan!.counts).toEqual({ meetings: 1, new: 2, changed: 0, decided: 0, gone: 0, same: 0, bad: 3 })
    expect(plan!.bad.map((each) => [each.row, each.reason])).toEqual([[4, 'noDate'], [5, 'unknownBody'], [6, 'sameId']])
    expect((await guest.sees(listMeetings, new URLSearchParams())).coming).toEqual([])
    expect(await antti.does(runFeed, its, file, '{}')).toEqual({ problems: { form: 'changed' } })
    expect(await antti.does(runFeed, its, 'another', JSON.stringify(plan!.counts))).toEqual({ problems: { form: 'gone' } })
    expect((await guest.sees(listMeetings, new URLSearchParams())).coming).toEqual([])
    await antti.does(runFeed, its, file, JSON.stringify(plan!.counts))
    const [meeting] = (await guest.sees(listMeetings, new URLSearchParams())).coming
    expect(meeting).toMatchObject({ body: 'Kaupunginhallitus', startsAt: new Date('2026-12-07T15:00:00Z'), place: 'Kaupungintalo', items: 2, published: true })
    expect((await guest.sees(showMeeting, meeting!.id)).items.map((each) => `${each.sign} ${each.title}`)).toEqual(['1 Laituri', '2 Kaukalo'])
    expect(await antti.does(runFeed, its, file, JSON.stringify(plan!.counts))).toEqual({ problems: { form: 'gone' } }) // it has been used
  })
  test('again changes nothing; a changed row is told, one that is no more is marked, one that comes back is back', async () => {
    const its = await feed()
    const first = head + line('a', '8.12.2026', '1', 'Laituri') + line('b', '8.12.2026', '2', 'Kaukalo')
    await brings(its, first)
    expect(await brings(its, first)).toEqual({ meetings: 0, new: 0, changed: 0, decided: 0, gone: 0, same: 2, bad: 0 })
    const pier = await itemOfFeed(its, 'a'), rink = await itemOfFeed(its, 'b')
    expect(await brings(its, head + line('a', '8.12.2026', '1', 'Laituri ja portaat'))).toMatchObject({ changed: 1, gone: 1, same: 0 })
    expect(await guest.sees(subjectOf, pier.id)).toMatchObject({ title: { fi: 'Laituri ja portaat' } })
    expect(await kinds(pier.id)).toEqual(['itemChanged', 'itemComing'])
    expect(await kinds(rink.id)).toEqual(['itemGone', 'itemComing'])
    expect(await guest.sees(subjectOf, rink.id)).toMatchObject({ visibility: 'public', stage: 'ended', comesAt: null })
    expect(await brings(its, first)).toMatchObject({ changed: 2, gone: 0 })
    expect(await kinds(rink.id)).toEqual(['itemBack', 'itemGone', 'itemComing'])
  })
  test('with a row that cannot be read takes nothing off the agenda: it may be that row', async () => {
    const its = await feed()
    await brings(its, head + line('a', '9.12.2026', '1', 'Laituri') + line('b', '9.12.2026', '2', 'Kaukalo'))
    expect(await brings(its, head + line('a', '9.12.2026', '1', 'Laituri') + line('', 'x', '2', 'Kaukalo'))).toMatchObject({ gone: 0, bad: 1 })
  })
  test('that tells of other meetings takes nothing off this one', async () => {
    const its = await feed()
    await brings(its, head + line('a', '10.12.2026', '1', 'Laituri'))
    expect(await brings(its, head + line('b', '17.12.2026', '1', 'Kaukalo'))).toMatchObject({ gone: 0, new: 1 })
  })
  test('without ids: the meeting and the paragraph name an item', async () => {
    const its = await feed()
    const said = (title: string) => head + line('', '11.12.2026', '12 §', title)
    await brings(its, said('Talousarvio'))
    expect(await brings(its, said('Talousarvio 2027'))).toMatchObject({ new: 0, changed: 1 })
  })
  test('brings decisions when the meeting has been, and history without telling anyone', async () => {
    const its = await feed()
    await brings(its, head + line('a', '23.11.2026', '1', 'Laituri', { decision: 'Liian aikaisin sanottu.' }))
    const pier = await itemOfFeed(its, 'a')
    expect(pier.decidedAt).toBeNull()
    house.time = new Date(house.time.getTime() + 1000)
    await aino.does((ctx: Ctx) => followSubject(ctx, ctx.actor as never, pier.id, 'chosen'))
    house.time = new Date('2026-11-23T18:00:00Z')
    expect(await brings(its, head + line('a', '23.11.2026', '1', 'Laituri', { decision: 'Laituri rakennetaan.' }) + line('old', '7.9.2026', '9', 'Vanha asia', { decision: 'Päätettiin silloin.' }))).toMatchObject({ decided: 1, new: 1 })
    expect(await kinds(pier.id)).toEqual(['itemDecided', 'itemComing'])
    const old = await itemOfFeed(its, 'old')
    expect(await kinds(old.id)).toEqual(['itemDecided', 'itemImported'])
    expect(await guest.sees(subjectOf, old.id)).toMatchObject({ stage: 'ended', createdAt: new Date('2026-09-07T14:00:00Z'), movedAt: new Date('2026-09-07T14:00:00Z'), comesAt: null })
    await deliver(house, [tellThem])
    expect((await db.select({ kind: notice.kind }).from(notice).where(sql`person_id = ${aino.id}`)).map((each) => each.kind)).toEqual(['meetings.itemDecided'])
  })
  test('an item that moves to another day keeps its page', async () => {
    const its = await feed()
    await brings(its, head + line('a', '14.12.2026', '1', 'Laituri'))
    const before = await itemOfFeed(its, 'a')
    await brings(its, head + line('a', '21.12.2026', '1', 'Laituri'))
    const after = await itemOfFeed(its, 'a')
    expect(after.id).toBe(before.id)
    expect(after.meetingId).not.toBe(before.meetingId)
    expect(await kinds(after.id)).toEqual(['itemMoved', 'itemComing'])
    await brings(its, head + line('a', '21.12.2026', '1', 'Laituri', { time: '18.30' }))
    expect(await guest.sees(subjectOf, after.id)).toMatchObject({ comesAt: new Date('2026-12-21T16:30:00Z') })
  })
  test('meets a meeting that an official was writing, and what an official mends stays until the feed says otherwise', async () => {
    const drafted = id(await jari.does(addMeeting, { bodyId: board, day: '2027-01-04', time: '17:00', place: 'Valtuustosali', agendaUrl: '', minutesUrl: '' }))
    await jari.does(publishMeeting, drafted)
    const its = await feed()
    const said = (title: string) => head + line('a', '4.1.2027', '1', title)
    expect(await brings(its, said('LAITURI'))).toMatchObject({ meetings: 0, new: 1 })
    const pier = await itemOfFeed(its, 'a')
    expect(pier.meetingId).toBe(drafted)
    await jari.does(changeItem, pier.id, { title: 'Laituri rantaan', sign: '1', text: 'Esitetään.', url: '', caseNumber: '', topicId: '', place: '', matterId: '' })
    await brings(its, said('LAITURI'))
    expect(await guest.sees(subjectOf, pier.id)).toMatchObject({ title: { fi: 'Laituri rantaan' } })
    await brings(its, said('LAITURI JA UIMAKOPPI'))
    expect(await guest.sees(subjectOf, pier.id)).toMatchObject({ title: { fi: 'LAITURI JA UIMAKOPPI' } })
  })
  test('sent by two admins at once comes in once', async () => {
    const its = await feed()
    const file = await sent(its, head + line('a', '11.1.2027', '1', 'Laituri') + line('b', '11.1.2027', '2', 'Kaukalo'))
    const counts = JSON.stringify((await antti.sees(previewFeed, its, file)).plan!.counts)
    const done = await Promise.all([antti.does(runFeed, its, file, counts), antti.does(runFeed, its, file, counts)].map((each) => each.catch((cause: unknown) => String(cause))))
    expect(done.filter((each) => typeof each === 'object' && 'new' in each).length).toBeGreaterThanOrEqual(1)
    const { rows } = await db.execute(sql`select 1 from meetings.item where feed_id = ${its}`)
    expect(rows).toHaveLength(2)
    expect((await db.execute(sql`select 1 from meetings.meeting where starts_at = '2027-01-11T15:00:00Z'`)).rows).toHaveLength(1)
  })
  test('in Windows-1252, with columns that an admin names', async () => {
    const its = await feed()
    const file = await sent(its, Buffer.from('Mitä käsitellään;Milloin\nKeijärven ranta;18.1.2027 klo 17\n', 'latin1'))
    expect(await antti.sees(previewFeed, its, file)).toMatchObject({ problem: 'noColumns', headers: ['Mitä käsitellään', 'Milloin'] })
    await antti.does(mapColumns, its, { title: 'Mitä käsitellään', date: 'Milloin' })
    expect((await antti.sees(previewFeed, its, file)).plan).toMatchObject({ bad: [{ reason: 'noBody' }] })
    await antti.does(changeFeed, its, { name: 'Lautakunta', format: 'csv', url: '', bodyId: board, language: 'fi' })
    expect((await antti.sees(previewFeed, its, file)).plan!.items[0]).toMatchObject({ title: 'Keijärven ranta', startsAt: new Date('2027-01-18T15:00:00Z') })
  })
})

describe('an address', () => {
  const rss = (...titles: string[]) => `<rss version="2.0"><channel>${titles.map((title, i) => `<item><title>${title}</title><guid>g${i}</guid><description>Esitetään &lt;b&gt;näin&lt;/b&gt;.</description></item>`).join('')}</channel></rss>`
  test('is fetched by the clock only after an admin has seen what it brings', async () => {
    const its = await feed({ format: 'rss', url: url() })
    says = { text: rss('Kaupunginhallitus 25.1.2027 klo 17.00: § 1 Laituri'), etag: '"1"' }
    await expect(antti.does(setActive, its, true)).rejects.toThrow('notSeen')
    expect(await antti.does(keepAsked, its, await antti.sees(askFeed, its))).toEqual({ problems: { url: 'notPublic' } }) // as this machine is for everyone but this test
    const seen = await tried(its) as { file: string }
    const { plan } = await antti.sees(previewFeed, its, seen.file)
    expect(plan!.counts).toMatchObject({ new: 1, meetings: 1 })
    asked = 0
    await fetchFeeds(house, manners)
    expect(asked).toBe(0)
    await antti.does(runFeed, its, seen.file, JSON.stringify(plan!.counts))
    await antti.does(setActive, its, true)
    expect(await fetchFeeds(house, manners)).toEqual({ fetched: 1, failed: 0 })
    expect(await fetchFeeds(house, manners)).toEqual({ fetched: 0, failed: 0 }) // an hour has not gone
    house.time = new Date(house.time.getTime() + 3_600_000)
    expect(await fetchFeeds(house, manners)).toEqual({ fetched: 1, failed: 0 })
    expect(await antti.sees(feedOf, its)).toMatchObject({ etag: '"1"', error: '', brought: { same: 1 } })
    says = { text: rss('Kaupunginhallitus 25.1.2027 klo 17.00: § 1 Laituri', 'Kaupunginhallitus 25.1.2027 klo 17.00: § 2 Kaukalo'), etag: '"2"' }
    house.time = new Date(house.time.getTime() + 3_600_000)
    await Promise.all([fetchFeeds(house, manners), fetchFeeds(house, manners)]) // two processes
    expect(await antti.sees(feedOf, its)).toMatchObject({ etag: '"2"', brought: { new: 1, same: 1 } })
    await antti.does(removeFeed, its)
    await expect(antti.sees(feedOf, its)).rejects.toThrow('notFound')
    expect((await guest.sees(listMeetings, new URLSearchParams())).coming.find((each) => each.startsAt.toJSON() === '2027-01-25T15:00:00.000Z')).toMatchObject({ items: 2 })
  })
  test('that fails is tried again with growing waits, and the admin sees why', async () => {
    const its = await feed({ format: 'rss', url: url() })
    says = { text: rss('Kaupunginhallitus 1.2.2027 klo 17.00: § 1 Laituri') }
    const seen = await tried(its) as { file: string }
    await antti.does(runFeed, its, seen.file, JSON.stringify((await antti.sees(previewFeed, its, seen.file)).plan!.counts))
    await antti.does(setActive, its, true)
    const waits: number[] = []
    for (const [answer, error] of [[{ status: 500 }, 'refused'], [{ text: '<html>Kirjaudu</html>' }, 'notXml'], [{ text: '<rss><channel/></rss>' }, 'empty']] as const) {
      says = answer
      expect(await fetchFeeds(house, manners)).toEqual({ fetched: 0, failed: 1 })
      const now = await antti.sees(feedOf, its)
      expect(now.error).toBe(error)
      waits.push((now.nextAt!.getTime() - house.time.getTime()) / 3_600_000)
      house.time = now.nextAt!
    }
    expect(waits).toEqual([1, 2, 4])
    says = { text: rss('Kaupunginhallitus 1.2.2027 klo 17.00: § 1 Laituri') }
    await fetchFeeds(house, manners)
    expect(await antti.sees(feedOf, its)).toMatchObject({ error: '', failures: 0 })
    expect((await itemOfFeed(its, 'g0')).goneAt).toBeNull() // an empty answer took nothing off
  })
  test('another address is looked at again before the clock fetches it', async () => {
    const its = await feed({ format: 'rss', url: url() })
    await db.execute(sql`update meetings.feed set worked_at = now(), active = true, next_at = now() where id = ${its}`)
    await antti.does(changeFeed, its, { name: 'Sama', format: 'rss', url: `${url()}/toinen`, bodyId: '', language: 'fi' })
    expect(await antti.sees(feedOf, its)).toMatchObject({ active: false, etag: '' })
  })
})

test('a feed is its municipality\'s own and its admin\'s', async () => {
  const its = await feed()
  for (const who of [guest, aino, jari]) await expect(who.sees(feedOf, its)).rejects.toThrow(/signInNeeded|forbidden/)
  await expect(there.antti.sees(feedOf, its)).rejects.toThrow('notFound')
  await expect(there.antti.does(removeFeed, its)).rejects.toThrow('notFound')
  expect((await there.guest.sees(listMeetings, new URLSearchParams())).past).toEqual([])
  expect(await db.select({ id: item.id }).from(item).where(eq(item.municipalityId, there.municipality.id))).toEqual([])
})
