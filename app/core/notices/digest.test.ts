import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { eq, sql } from 'drizzle-orm'
import PostalMime from 'postal-mime'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { command, type Ctx } from '#core/context/context.server.ts'
import { smtpMailer } from '#core/ports/mail.server.ts'
import { folderMailbox, startMailboxServer } from '#core/ports/mailbox.server.ts'
import { keepAudience } from '#core/trail/audience.server.ts'
import { area, follow, professional } from '#core/trail/schema.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { event as eventKind } from '#core/trail/event.ts'
import { followsOf, followSubject, type FollowTarget, followTarget, type Rhythm } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { type Someone, town } from '../../../tests/town.ts'
import { writeDigests } from './digests.server.ts'
import { writeMail } from './mail.server.ts'
import { forgetMail, sendMail } from './outbox.server.ts'
import { lastWeekly, mailAtOnce, mailDigests } from './rounds.server.ts'
import { showStop, stop } from './stop.server.ts'
import { tellThem } from './tell.server.ts'

const opened = eventKind('test.opened', { onTrail: true, tells: 'followers', wide: true, icon: 'moved', words: { fi: () => 'Avattiin', sv: () => 'Öppnades', en: () => 'Opened' } })
const t = await town()
const db = t.house.database.owner
const here = { municipalityId: t.municipality.id }
await db.insert(area).values({ ...here, key: 'Soppeenmäki', name: { fi: 'Soppeenmäki' } }).onConflictDoNothing()
const point = { longitude: 23.58, latitude: 61.55 }
const sunday = new Date('2026-11-22T09:00:00Z'), monday = new Date('2026-11-23T06:00:00Z')
beforeEach(async () => { await db.execute(sql`delete from notices.notice`); await db.execute(sql`delete from notices.mail`); await db.execute(sql`delete from trail.follow`); t.house.time = sunday })

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const make = async (ctx: Ctx, title: string, more: { mine?: boolean; topicId?: string; area?: string } = {}) => {
  const id = ctx.newId()
  await keepSubject(ctx, { id, kind: 'idea', language: 'fi', title: { fi: title }, text: title, stage: 'idea', visibility: 'public', topicId: more.topicId ?? t.topics.sports, area: more.area ?? 'Soppeenmäki', ownerUnitId: t.units.sports, ...point, ...(more.mine && ctx.actor.kind === 'person' ? { authorPersonId: ctx.actor.id } : {}) })
  return id
}
const follows = (who: Someone, target: FollowTarget | string, rhythm: Rhythm = 'weekly') => who.does(async (ctx) => { if (typeof target === 'string') await followSubject(ctx, who.actor as never, target, 'chosen', rhythm); else await followTarget(ctx, who.actor as never, target, { rhythm }) })
const happens = async (id: string, sentence = '') => { t.house.time = new Date(t.house.time.getTime() + 1000); await t.jari.does((ctx) => record(ctx, opened, { subjectId: id, sentence })) }
const tell = () => deliver(t.house, [tellThem], (cause) => { throw cause })
const mails = async (to: string) => (await db.execute<{ subject: string; text: string; stop_url: string }>(sql`select subject, text, stop_url from notices.mail where "to" = ${to} order by created_at, id`)).rows
const emailOf = async (who: { id: string }) => (await db.execute<{ email: string }>(sql`select email from identity.person where id = ${who.id}`)).rows[0]!.email

test('a weekly digest comes on Monday at eight: mine first, then what I follow, then what is new on my topics and areas', async () => {
  const person = await t.newPerson('Viikko Lukija')
  const own = await person.does(make, 'Oma idea', { mine: true, topicId: t.topics.library }), followed = await t.aino.does(make, 'Seurattu', { topicId: t.topics.library }), fresh = await t.aino.does(make, 'Aiheen uusi')
  await follows(person, { topicId: t.topics.sports }); await follows(person, followed); await follows(person, own)
  await happens(own); await happens(followed, 'Ensin.'); await happens(followed, 'Sitten.'); await happens(fresh)
  await tell(); await mailAtOnce(t.house); await mailDigests(t.house)
  expect(await mails(await emailOf(person))).toEqual([])
  t.house.time = new Date(monday.getTime() - 1); await mailDigests(t.house)
  expect(await mails(await emailOf(person))).toEqual([])
  t.house.time = monday
  await Promise.all([mailDigests(t.house), mailDigests(t.house)]); await mailDigests(t.house)
  const letters = await mails(await emailOf(person))
  expect(letters).toHaveLength(1)
  const { text } = letters[0]!
  const places = ['Hei Viikko,', 'SINUN', 'Oma idea', 'SEURAAMASI', 'Seurattu', '”Sitten.”', 'Sitä ennen yksi muu muutos.', 'UUTTA AIHEISTASI JA ALUEILTASI', 'Aiheen uusi', 'Lopeta seuraaminen (Liikunta ja ulkoilu): '].map((words) => text.indexOf(words))
  expect(places.every((at) => at >= 0)).toBe(true)
  expect([...places].sort((a, b) => a - b)).toEqual(places)
  expect(text).not.toContain('Ensin.')
})

// Clocks go forward at 3.00 on Sunday 29.3.2026 and back at 4.00 on Sunday 25.10.2026.
test.each([
  ['a winter Monday', '2026-11-23T05:59:59Z', '2026-11-16T06:00:00Z'], ['that morning', '2026-11-23T06:00:00Z', '2026-11-23T06:00:00Z'], ['a Sunday night', '2026-11-29T21:59:59Z', '2026-11-23T06:00:00Z'],
  ['the Sunday of the spring change', '2026-03-29T12:00:00Z', '2026-03-23T06:00:00Z'], ['the Monday after it, early', '2026-03-30T04:59:59Z', '2026-03-23T06:00:00Z'], ['the Monday after it', '2026-03-30T05:00:00Z', '2026-03-30T05:00:00Z'],
  ['the Sunday of the autumn change', '2026-10-25T12:00:00Z', '2026-10-19T05:00:00Z'], ['the Monday after it, early', '2026-10-26T05:59:59Z', '2026-10-19T05:00:00Z'], ['the Monday after it', '2026-10-26T06:00:00Z', '2026-10-26T06:00:00Z'],
])('Monday’s eight is Finland’s: %s', (_name, now, monday) => { expect(lastWeekly(new Date(now))).toEqual(new Date(monday)) })

test('a new person gets a weekly digest unless they choose otherwise', async () => {
  const person = await t.newPerson('Uusi Ihminen')
  const id = await t.aino.does(make, 'Laituri')
  await person.does((ctx) => followSubject(ctx, person.actor as never, id, 'chosen'))
  expect((await person.sees(followsOf, person.id)).map((each) => each.rhythm)).toEqual(['weekly'])
})

test.each(['subject', 'topic', 'area', 'unit', 'near'] as const)('mail of a follow of a %s ends with one click, without sign-in, and only it does; for a person and for an address', async (kind) => {
  const person = await t.newPerson(`Lopettaja ${kind}`)
  const id = await t.aino.does(make, 'Laituri')
  const target = kind === 'subject' ? id : kind === 'topic' ? { topicId: t.topics.sports } : kind === 'area' ? { area: 'Soppeenmäki' } : kind === 'unit' ? { unitId: t.units.sports } : { near: { name: 'Koti', ...point, metres: 500 } }
  await follows(person, target, 'atOnce')
  await follows(person, await t.aino.does(make, 'Muu'), 'atOnce')
  const columns = kind === 'subject' ? { subjectId: id } : kind === 'topic' ? { topicId: t.topics.sports } : kind === 'area' ? { area: 'Soppeenmäki' } : kind === 'unit' ? { unitId: t.units.sports } : { nearName: 'Koti', ...point, metres: 500 }
  await db.insert(follow).values({ ...here, id: crypto.randomUUID(), ...columns, email: 'vieras@example.fi', language: 'en', rhythm: 'atOnce', why: 'chosen', confirmedAt: sunday, createdAt: sunday })
  await happens(id); await tell(); await mailAtOnce(t.house)
  const letters = [...await mails(await emailOf(person)), ...await mails('vieras@example.fi')]
  expect(letters).toHaveLength(2)
  expect(letters[1]!.text).toContain('Stop following')
  for (const letter of letters) {
    const token = /\/stop\/(.*)\/now$/.exec(letter.stop_url)![1]!
    expect(token).toMatch(/^f\./)
    expect((await t.guest.sees(showStop, token)).title).toBe({ subject: 'Laituri', topic: 'Liikunta ja ulkoilu', area: 'Soppeenmäki', unit: 'Liikuntapalvelut', near: 'Koti' }[kind])
    await t.guest.does(stop, token); await t.guest.does(stop, token)
    expect((await t.guest.sees(showStop, token)).stopped).toBe(true)
  }
  expect((await person.sees(followsOf, person.id)).map((each) => each.target.name)).toEqual(['Muu'])
  await happens(id); await tell(); await mailAtOnce(t.house)
  expect([...await mails(await emailOf(person)), ...await mails('vieras@example.fi')]).toHaveLength(2)
})

test('a professional’s letter leads out of that network; what waits for an address whose follow is gone is not sent', async () => {
  const person = await t.newPerson('Arkki Tehti')
  await db.insert(professional).values({ ...here, id: crypto.randomUUID(), topicId: t.topics.library, personId: person.id, skill: 'Arkkitehti', since: sunday })
  await db.execute(sql`update identity.person set rhythm = 'atOnce' where id = ${person.id}`)
  const id = await t.aino.does(make, 'Lukusali')
  await t.jari.does((ctx) => keepAudience(ctx, id, [{ kind: 'professionals', topicId: t.topics.library }]))
  await db.insert(follow).values({ ...here, id: crypto.randomUUID(), subjectId: id, email: 'poistuva@example.fi', language: 'fi', rhythm: 'weekly', why: 'chosen', confirmedAt: sunday, createdAt: sunday })
  await happens(id); await tell(); await mailAtOnce(t.house)
  const [letter] = await mails(await emailOf(person))
  expect(letter!.stop_url).toMatch(/\/fi\/network\/leave\/[^/]+\/now$/) // what it does: modules/topics
  await db.delete(professional).where(eq(professional.personId, person.id))
  await db.execute(sql`delete from trail.follow where email = 'poistuva@example.fi'`)
  t.house.time = monday
  await happens(id); await tell(); await mailAtOnce(t.house); await mailDigests(t.house)
  expect(await mails(await emailOf(person))).toHaveLength(1)
  expect(await mails('poistuva@example.fi')).toHaveLength(0)
})

test('a letter is as long as a person reads, however much has happened', async () => {
  const person = await t.newPerson('Ahkera Seuraaja')
  await follows(person, { topicId: t.topics.sports }, 'daily')
  for (let i = 0; i < 80; i++) await happens(await t.aino.does(make, `Asia ${String(i).padStart(2, '0')}`))
  await tell(); await tell()
  t.house.time = monday; await mailDigests(t.house)
  const [letter, ...more] = await mails(await emailOf(person))
  expect(more).toEqual([])
  expect(letter!.text.match(/^Asia \d\d$/gm)).toHaveLength(25)
  expect(letter!.text).toContain('Asia 79')
  expect(letter!.text).toContain('Muutakin on liikkunut. Kaikki: http://localhost:3000/fi/me/notices')
  expect((await db.execute(sql`select from notices.notice where person_id = ${person.id} and mailed_at is null`)).rows).toHaveLength(0)
})

test('files go with a letter over SMTP, whole and by name, and are erased with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nousu-mailbox-'))
  const kept: Buffer[] = []
  const server = await startMailboxServer({ ...folderMailbox(folder), keep: async (message) => { kept.push(message) } })
  const mailer = smtpMailer(server.url, 'Nousu <nousu@localhost>')
  afterAll(async () => { mailer.close(); await server.close(); rmSync(folder, { recursive: true, force: true }) })
  const bytes = Buffer.from([...Array(70_000).keys()].map((i) => i % 256))
  await t.jari.does((ctx) => writeMail(ctx, { to: 'kirjaamo@example.fi', subject: 'Aloite', text: 'Liitteenä aloite.', attachments: [{ name: '../aloite:1.pdf', type: 'application/pdf', bytes }, { name: 'tiedot.json', type: 'application/json', bytes: Buffer.from('{"a":1}') }] }))
  await expect(t.jari.does((ctx) => writeMail(ctx, { to: 'kirjaamo@example.fi', subject: 'Aloite', text: 'Liian suuri.', attachments: [{ name: 'a', type: 'b/c', bytes: Buffer.alloc(10_000_001) }] }))).rejects.toThrow('too much')
  expect(await sendMail(t.house, mailer)).toEqual({ sent: 1, failed: 0 })
  const its = await PostalMime.parse(kept[0]!)
  expect(its.attachments.map((each) => [each.filename, each.mimeType])).toEqual([['..-aloite-1.pdf', 'application/pdf'], ['tiedot.json', 'application/json']])
  expect(Buffer.from(its.attachments[0]!.content as ArrayBuffer).equals(bytes)).toBe(true)
  t.house.time = new Date(t.house.time.getTime() + 15 * 86_400_000)
  await forgetMail(t.house)
  expect((await db.execute(sql`select from notices.attachment`)).rows).toHaveLength(0)
})

test('the digest of ten thousand followers is written in little memory', async () => {
  await db.execute(sql`insert into identity.person (municipality_id, id, name, email, language) select ${t.municipality.id}, gen_random_uuid(), 'Seuraaja ' || i, 'seuraaja' || i || '@example.fi', 'fi' from generate_series(1, 10000) i`)
  const id = await t.aino.does(make, 'Suosittu laituri')
  await db.execute(sql`insert into trail.follow (municipality_id, id, subject_id, person_id, language, rhythm, why, confirmed_at) select municipality_id, gen_random_uuid(), ${id}, id, 'fi', 'weekly', 'chosen', ${sunday} from identity.person where email like 'seuraaja%'`)
  await happens(id, 'Laituri '.repeat(60)); await happens(id, 'Sitten.'); await tell()
  t.house.time = monday
  const held: number[] = []
  let most = 0, all = 0
  for (let rounds = 0; ; rounds++) {
    const readers = await command(t.house, { municipality: t.municipality }, writeDigests, 'weekly', monday)
    if (readers === 0) break
    most = Math.max(most, readers); all += readers
    if (rounds % 20 === 10) { collect(); held.push(process.memoryUsage().heapUsed / 1e6) }
  }
  expect([all, most]).toEqual([10_000, 100])
  expect(Math.max(...held) - Math.min(...held)).toBeLessThan(10) // MB: the fifth thousand leaves nothing that the first did not
  expect((await db.execute<{ n: number }>(sql`select count(*)::int as n from notices.mail where subject = 'Liikkui: Suosittu laituri'`)).rows[0]!.n).toBe(10_000)
}, 60_000)

test('a program that stops ends its digest between two rounds, and the next start sends the rest', async () => {
  const id = await t.aino.does(make, 'Kesken jäävä')
  await db.execute(sql`insert into trail.follow (municipality_id, id, topic_id, email, language, rhythm, why, confirmed_at, created_at)
    select ${t.municipality.id}::int, gen_random_uuid(), ${t.topics.sports}::uuid, 'lukija' || n || '@kesken.example', 'fi', 'weekly', 'chosen', ${sunday}::timestamptz, ${sunday}::timestamptz from generate_series(1, 250) n`)
  await happens(id); await tell()
  t.house.time = monday
  const count = async () => (await db.execute<{ n: number }>(sql`select count(*)::int as n from notices.mail where "to" like '%@kesken.example'`)).rows[0]!.n
  const stopping = new AbortController()
  let asked = 0
  const clock = () => { if (asked++ > 1) stopping.abort(); return t.house.clock() } // the third time by its first round: told to stop in the middle of it
  await mailDigests({ ...t.house, clock }, stopping.signal)
  expect(await count()).toBe(100)
  await mailDigests(t.house, stopping.signal)
  expect(await count()).toBe(100)
  await mailDigests(t.house)
  expect(await count()).toBe(250)
})
