import pg from 'pg'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { area, follow, professional, topic } from '#core/trail/schema.server.ts'
import { keepAudience, audienceOf, reachOf, type Target } from '#core/trail/audience.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { event as eventKind } from '#core/trail/event.ts'
import { type FollowTarget, followSubject, followsOf, followTarget, unfollowTarget } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { type Someone, town } from '../../../tests/town.ts'
import { tellThem } from './tell.server.ts'

const say = { fi: () => 'Avattiin', sv: () => 'Öppnades', en: () => 'Opened' }
const opened = eventKind('test.opened', { onTrail: true, tells: 'followers', wide: true, icon: 'moved', words: say })
const moved = eventKind('test.moved', { onTrail: true, tells: 'followers', icon: 'moved', words: say })

const t = await town()
const db = t.house.database.owner
const here = { municipalityId: t.municipality.id }
await db.insert(area).values([{ ...here, key: 'Kirkonkylä', name: { fi: 'Kirkonkylä' } }, { ...here, key: 'Soppeenmäki', name: { fi: 'Soppeenmäki' } }]).onConflictDoNothing()
const newId = () => crypto.randomUUID()
const sub = newId()
await db.insert(topic).values({ ...here, id: sub, key: 'swimming', name: { fi: 'Uinti' }, unitId: t.units.sports, parentId: t.topics.sports })
beforeEach(async () => { await db.execute(sql`delete from notices.notice`); await db.execute(sql`delete from trail.follow`); await db.execute(sql`delete from trail.professional`) })

type Where = { topicId?: string; area?: string; ownerUnitId?: string; longitude?: number; latitude?: number; visibility?: 'public' | 'hidden' | 'waiting' | 'withdrawn' }
const make = async (ctx: Ctx, where: Where = {}) => {
  const id = ctx.newId()
  await keepSubject(ctx, { id, kind: 'idea', language: 'fi', title: { fi: 'Laituri' }, text: 'Laituri', stage: 'idea', visibility: 'public', ...where })
  return id
}
const follows = async (ctx: Ctx, target: FollowTarget | string): Promise<string | void> => (typeof target === 'string' ? followSubject(ctx, ctx.actor as never, target, 'chosen') : followTarget(ctx, ctx.actor as never, target))
const happens = async (subjectId: string, kind = opened, by: Someone = t.jari) => { await by.does((ctx) => record(ctx, kind, { subjectId })); await deliver(t.house, [tellThem], (cause) => { throw cause }) }
const told = async (subjectId: string) => (await db.execute<{ name: string }>(sql`
  select coalesce(p.name, f.email) as name from notices.notice n left join identity.person p on p.municipality_id = n.municipality_id and p.id = n.person_id left join trail.follow f on f.id = n.follow_id where n.subject_id = ${subjectId} order by 1`)).rows.map((row) => row.name)
const byMail = async (email: string, target: Partial<typeof follow.$inferInsert>, confirmed = true) => { await db.insert(follow).values({ ...here, id: newId(), email, language: 'fi', rhythm: 'weekly', why: 'chosen', confirmedAt: confirmed ? t.house.time : null, createdAt: t.house.time, ...target }) }

test('what opens something is heard by who follows its topic, the topic above it, its area, its unit and a place near it; what only moves is not', async () => {
  const [topicFollower, parentFollower, areaFollower, unitFollower, near, far, other] = await Promise.all(['Aihe Seuraaja', 'Yläaihe Seuraaja', 'Alue Seuraaja', 'Yksikkö Seuraaja', 'Lähellä Asuja', 'Kaukana Asuja', 'Muu Seuraaja'].map(t.newPerson))
  await topicFollower!.does(follows, { topicId: sub }); await parentFollower!.does(follows, { topicId: t.topics.sports }); await areaFollower!.does(follows, { area: 'Kirkonkylä' }); await unitFollower!.does(follows, { unitId: t.units.sports })
  await near!.does(follows, { near: { name: 'Koti', longitude: 23.58, latitude: 61.55, metres: 2000 } }); await far!.does(follows, { near: { name: 'Koti', longitude: 23.7, latitude: 61.55, metres: 2000 } })
  await other!.does(follows, { topicId: t.topics.library }); await other!.does(follows, { area: 'Soppeenmäki' })
  const id = await t.aino.does(make, { topicId: sub, area: 'Kirkonkylä', ownerUnitId: t.units.sports, longitude: 23.585, latitude: 61.551 })
  await happens(id, moved)
  expect(await told(id)).toEqual([])
  await happens(id)
  expect(await told(id)).toEqual(['Aihe Seuraaja', 'Alue Seuraaja', 'Lähellä Asuja', 'Yksikkö Seuraaja', 'Yläaihe Seuraaja'])
})

test('a sub-topic’s followers do not hear what is of the topic above', async () => {
  await t.otso.does(follows, { topicId: sub })
  const id = await t.aino.does(make, { topicId: t.topics.sports })
  await happens(id)
  expect(await told(id)).toEqual([])
})

test('the audience hears: more topics, more areas, the professionals of a network', async () => {
  const [reader, neighbour, architect] = await Promise.all(['Kirja Lukija', 'Mäki Asuja', 'Arkki Tehti'].map(t.newPerson))
  await reader!.does(follows, { topicId: t.topics.library }); await neighbour!.does(follows, { area: 'Soppeenmäki' })
  await db.insert(professional).values({ ...here, id: newId(), topicId: t.topics.library, personId: architect!.id, skill: 'Arkkitehti', since: t.house.time })
  const id = await t.jari.does(make, { topicId: sub })
  const targets: Target[] = [{ kind: 'topic', topicId: t.topics.library }, { kind: 'area', area: 'Soppeenmäki' }]
  await t.jari.does(keepAudience, id, targets)
  expect(await t.jari.sees(audienceOf, id)).toEqual(targets)
  await happens(id)
  expect(await told(id)).toEqual(['Kirja Lukija', 'Mäki Asuja'])
  await t.jari.does(keepAudience, id, [{ kind: 'professionals', topicId: t.topics.library }])
  await happens(id)
  expect(await told(id)).toEqual(['Arkki Tehti', 'Kirja Lukija', 'Mäki Asuja'])
  await expect(t.jari.does(keepAudience, id, [{ kind: 'topic', topicId: newId() }])).rejects.toThrow('notFound')
})

test('each hears once, by the follow nearest to the thing, and not of what they do themselves', async () => {
  const id = await t.aino.does(make, { topicId: sub, area: 'Kirkonkylä', ownerUnitId: t.units.sports })
  for (const target of [{ topicId: sub }, { topicId: t.topics.sports }, { area: 'Kirkonkylä' }, { unitId: t.units.sports }, id]) { await t.otso.does(follows, target); await t.jari.does(follows, target) }
  await happens(id)
  expect(await told(id)).toEqual(['Otso Kangas'])
  const [notice] = (await db.execute<{ subject: string | null }>(sql`select f.subject_id as subject from notices.notice n join trail.follow f on f.id = n.follow_id where n.subject_id = ${id}`)).rows
  expect(notice!.subject).toBe(id)
})

test('who follows an idea hears what grows out of it, and out of that, five steps on and in no circle', async () => {
  const chain = [await t.aino.does(make)]
  for (let i = 0; i < 6; i++) { const next = await t.jari.does(make); await t.jari.does(linkSubjects, next, 'grewOutOf', chain.at(-1)!); chain.push(next) }
  await t.jari.does(linkSubjects, chain[0]!, 'grewOutOf', chain[6]!) // a mistake of somebody's
  await t.otso.does(follows, chain[1]!)
  await happens(chain[6]!, moved)
  expect(await told(chain[6]!)).toEqual(['Otso Kangas'])
  await db.execute(sql`delete from trail.follow`)
  await t.otso.does(follows, chain[0]!)
  await db.execute(sql`delete from trail.link where from_id = ${chain[0]!}`)
  await happens(chain[5]!, moved); await happens(chain[6]!, moved)
  expect([await told(chain[5]!), (await told(chain[6]!)).length]).toEqual([['Otso Kangas'], 1])
})

test.each(['hidden', 'waiting', 'withdrawn'] as const)('of what is %s nobody hears widely', async (visibility) => {
  await t.otso.does(follows, { topicId: sub })
  const id = await t.aino.does(make, { topicId: sub, visibility })
  await t.saara.does(follows, id)
  await happens(id)
  expect(await told(id)).toEqual(visibility === 'withdrawn' ? ['Saara Lehto'] : [])
})

test('an address hears when it is confirmed; its owner who hears as a person is not mailed twice', async () => {
  const id = await t.aino.does(make, { topicId: sub })
  await byMail('vieras@example.fi', { topicId: sub }); await byMail('vieras@example.fi', { subjectId: id }); await byMail('ei.vahvistettu@example.fi', { topicId: sub }, false)
  const [{ email }] = (await db.execute<{ email: string }>(sql`select email from identity.person where id = ${t.otso.id}`)).rows as [{ email: string }]
  await byMail(email, { topicId: sub })
  await t.otso.does(follows, { topicId: sub })
  await happens(id)
  expect(await told(id)).toEqual(['Otso Kangas', 'vieras@example.fi'])
  await t.otso.does((ctx) => followTarget(ctx, t.otso.actor as never, { topicId: sub }, { rhythm: 'inApp' }))
  await happens(id) // now the address is the only way to their mail
  expect((await told(id)).filter((name) => name === email)).toHaveLength(1)
})

test('the number shown before sending is of different people, and never below five', async () => {
  const targets: Target[] = [{ kind: 'topic', topicId: sub }, { kind: 'area', area: 'Kirkonkylä' }]
  const people = await Promise.all(['Yksi A', 'Kaksi B', 'Kolme C'].map(t.newPerson))
  for (const each of people) { await each.does(follows, { topicId: sub }); await each.does(follows, { area: 'Kirkonkylä' }) }
  await byMail('yksi@example.fi', { topicId: sub })
  await t.jari.does(follows, { topicId: sub })
  expect(await t.jari.sees(reachOf, targets)).toBeNull() // four, and the asker is not told to himself
  for (const each of ['kaksi', 'kolme', 'nelja', 'viisi', 'kuusi']) await byMail(`${each}@example.fi`, { area: 'Kirkonkylä' })
  await byMail('kaksi@example.fi', { topicId: sub })
  expect(await t.jari.sees(reachOf, targets)).toBe(5) // nine, rounded down to fives
  const [{ email }] = (await db.execute<{ email: string }>(sql`select email from identity.person where id = ${people[0]!.id}`)).rows as [{ email: string }]
  await byMail(email, { topicId: sub }) // the same human
  expect(await t.jari.sees(reachOf, targets)).toBe(5)
  await byMail('seitseman@example.fi', { topicId: sub })
  expect(await t.jari.sees(reachOf, targets)).toBe(10)
  expect(await t.jari.sees(reachOf, [])).toBeNull()
})

test('two numbers do not tell whether the one follower of something follows something else too', async () => {
  for (let i = 0; i < 9; i++) await byMail(`seuraaja${i}@example.fi`, { topicId: sub })
  const topic: Target[] = [{ kind: 'topic', topicId: sub }]
  const id = await t.aino.does(make, { topicId: t.topics.library })
  await byMail('ainoa@example.fi', { subjectId: id })
  const near = { longitude: 23.6, latitude: 61.5 }
  await t.otso.does((ctx) => followTarget(ctx, t.otso.actor as never, { near: { name: 'Koti', ...near, metres: 500 } }))
  await db.insert(professional).values({ ...here, id: newId(), topicId: t.topics.library, personId: t.aino.id, skill: 'Arkkitehti', since: t.house.time })
  const alone = await t.jari.sees(reachOf, topic)
  expect(alone).toBe(5) // nine: one more would be ten
  expect(await t.jari.sees(reachOf, topic, { subjectIds: [id] })).toBe(alone)
  expect(await t.jari.sees(reachOf, topic, { point: near })).toBe(alone)
  expect(await t.jari.sees(reachOf, [...topic, { kind: 'professionals', topicId: t.topics.library }])).toBe(alone)
  for (const each of ['a', 'b', 'c', 'd']) await byMail(`${each}@example.fi`, { subjectId: id })
  expect(await t.jari.sees(reachOf, topic, { subjectIds: [id] })).toBe(10)
})

test('what is followed is told by name; the same twice is one; a neighbour’s topic is not there', async () => {
  const neighbour = await town({ house: t.house, name: 'Naapurila' })
  const near = { name: 'Mummola', longitude: 23.6, latitude: 61.5, metres: 1500 }
  const first = await t.otso.does(follows, { topicId: sub })
  expect((await Promise.all([1, 2, 3].map(() => t.otso.does(follows, { topicId: sub })))).every((id) => id === first)).toBe(true)
  await t.otso.does(follows, { area: 'Kirkonkylä' }); await t.otso.does(follows, { unitId: t.units.library }); await t.otso.does(follows, { near }); await t.otso.does(follows, { near: { ...near, metres: 3000 } })
  expect((await t.otso.sees(followsOf, t.otso.id)).map(({ target, rhythm }) => [target.kind, target.name, rhythm])).toEqual([['topic', 'Uinti', 'weekly'], ['area', 'Kirkonkylä', 'weekly'], ['unit', 'Kirjasto', 'weekly'], ['near', 'Mummola', 'weekly']])
  await expect(t.otso.does(follows, { topicId: neighbour.topics.sports })).rejects.toThrow('notFound')
  await expect(t.otso.does(follows, { near: { ...near, name: 'x', metres: 50 } })).rejects.toThrow('notFound')
  // another's follow is not ended by its id
  await t.aino.does((ctx) => unfollowTarget(ctx, t.aino.actor as never, { followId: first as string }))
  expect(await t.otso.sees(followsOf, t.otso.id)).toHaveLength(4)
  await t.otso.does((ctx) => unfollowTarget(ctx, t.otso.actor as never, { followId: first as string })); await t.otso.does((ctx) => unfollowTarget(ctx, t.otso.actor as never, { area: 'Kirkonkylä' }))
  expect((await t.otso.sees(followsOf, t.otso.id)).map(({ target }) => target.kind)).toEqual(['unit', 'near'])
  // the neighbour's people, at the same point, hear nothing of ours
  await neighbour.aino.does(follows, { near })
  const id = await t.jari.does(make, { longitude: 23.6, latitude: 61.5 })
  await happens(id)
  expect(await told(id)).toEqual(['Otso Kangas'])
})

test('ten thousand followers of a topic are found by indexes', async () => {
  await db.execute(sql`insert into trail.follow (municipality_id, id, topic_id, person_id, language, rhythm, why, confirmed_at) select ${t.municipality.id}, gen_random_uuid(), ${sub}, gen_random_uuid(), 'fi', 'weekly', 'chosen', ${t.house.time} from generate_series(1, 10000)`)
  // a municipality has far more follows than those of one thing
  await db.execute(sql`insert into trail.follow (municipality_id, id, longitude, latitude, metres, near_name, person_id, language, rhythm, why, confirmed_at) select ${t.municipality.id}, gen_random_uuid(), 20 + random() * 8, 60 + random() * 8, 2000, 'Koti', gen_random_uuid(), 'fi', 'weekly', 'chosen', ${t.house.time} from generate_series(1, 40000)`)
  await db.execute(sql`analyze trail.follow`)
  const id = await t.jari.does(make, { topicId: sub, longitude: 23.6, latitude: 61.5 })
  const client = new pg.Client(t.house.database.connection)
  await client.connect()
  let plan = ''
  client.on('notice', (notice) => { plan += `${notice.message}\n` })
  await client.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set client_min_messages = log; set app.municipality = ${t.municipality.id}`)
  const { rows } = await client.query(`select count(*)::int as count from trail.hearers('${id}', true, now() + interval '10 years')`)
  await client.end()
  expect(rows[0].count).toBeGreaterThanOrEqual(10_000)
  expect(plan).toContain('follow_near')
  expect(plan).toContain('follow_topic')
  expect(plan).not.toMatch(/Seq Scan on (follow|event|subject|link)/)
  await happens(id)
  expect((await db.execute<{ n: number }>(sql`select count(*)::int as n from notices.notice where subject_id = ${id}`)).rows[0]!.n).toBe(rows[0].count)
})
