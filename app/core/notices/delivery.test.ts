import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type Ctx } from '#core/context/context.server.ts'
import { openDatabase } from '#core/db/open.server.ts'
import { deliver, type Reaction } from '#core/trail/deliver.server.ts'
import { event as eventKind } from '#core/trail/event.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { town } from '../../../tests/town.ts'
import { tellThem } from './tell.server.ts'
import { unreadCount } from './unread.server.ts'

const say = (words: string) => ({ fi: () => words, sv: () => words, en: () => words })
const moved = eventKind('test.moved', { onTrail: true, tells: 'followers', icon: 'moved', words: say('Liikkui') })
const answered = eventKind('test.answered', { onTrail: true, tells: 'author', icon: 'answered', words: say('Vastattu') })

const make = async (ctx: Ctx) => {
  const me = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const id = ctx.newId()
  await keepSubject(ctx, { id, kind: 'idea', language: 'fi', title: { fi: 'Laituri' }, text: 'Laituri rantaan', stage: 'idea', visibility: 'public', authorPersonId: me })
  return id
}
const happens = (ctx: Ctx, subjectId: string, kind = moved) => record(ctx, kind, { subjectId, sentence: 'Näin kävi.' })
const follows = (ctx: Ctx, subjectId: string) => followSubject(ctx, ctx.actor as never, subjectId, 'chosen', 'inApp')

const t = await town()
const unread = (who: { id: string }, its = t) => unreadCount(its.house.database.owner, its.municipality.id, who.id)

test('followers hear once, the actor does not, under workers that race', async () => {
  const id = await t.aino.does(make)
  await t.otso.does(follows, id); await t.jari.does(follows, id)
  for (let i = 0; i < 20; i++) await t.jari.does(happens, id)
  const second = { ...t.house, database: openDatabase(t.house.database.connection, { size: 3 }) }
  const seen: string[] = []
  const count: Reaction = { name: 'count', on: ['test.moved'], does: async (_ctx, its) => { seen.push(its.id) } }
  const rounds = await Promise.all([t.house, second, t.house, second].map((house) => deliver(house, [tellThem, count])))
  await second.database.close()
  await deliver(t.house, [tellThem, count])
  expect(rounds.reduce((sum, each) => sum + each.events, 0)).toBeGreaterThan(0)
  expect(seen).toHaveLength(20)
  expect(new Set(seen).size).toBe(20)
  expect(await unread(t.otso)).toBe(20)
  expect(await unread(t.jari)).toBe(0)
})

test('an event for the author tells only the author', async () => {
  const author = await t.newPerson('Tekijä Yksi')
  const follower = await t.newPerson('Seuraaja Yksi')
  const id = await author.does(make)
  await follower.does(follows, id)
  await t.jari.does(happens, id, answered)
  await deliver(t.house, [tellThem])
  expect(await unread(author)).toBe(1)
  expect(await unread(follower)).toBe(0)
})

test('a reaction that fails is tried again alone and stands in nobody’s way', async () => {
  const id = await t.aino.does(make)
  const person = await t.newPerson('Seuraaja Kaksi')
  await person.does(follows, id)
  let fails = 2
  const tried: string[] = []
  const flaky: Reaction = { name: 'flaky', on: ['test.moved'], does: async (ctx, its) => { tried.push(its.id); await ctx.db.execute(sql`select 1`); if (fails-- > 0) await ctx.db.execute(sql`select 1/0`) } }
  await t.jari.does(happens, id); await t.jari.does(happens, id); await t.jari.does(happens, id)
  const errors: string[] = []
  expect((await deliver(t.house, [flaky, tellThem], (_cause, name) => errors.push(name))).failed).toBe(2)
  expect(errors).toEqual(['flaky', 'flaky'])
  expect(await unread(person)).toBe(3)
  await deliver(t.house, [flaky, tellThem])
  expect(tried).toHaveLength(3) // not yet: it waits
  t.house.time = new Date(t.house.time.getTime() + 6_000)
  await deliver(t.house, [flaky, tellThem])
  expect(tried).toHaveLength(5)
  expect(await unread(person)).toBe(3)
  expect((await t.house.database.owner.execute(sql`select from trail.setback`)).rows).toHaveLength(0)
})

test('a worker that dies in the middle leaves the event as it was', async () => {
  const id = await t.aino.does(make)
  const person = await t.newPerson('Seuraaja Kolme')
  await person.does(follows, id)
  await t.jari.does(happens, id)
  const doomed = { ...t.house, database: openDatabase(t.house.database.connection, { size: 2 }) }
  const dies: Reaction = { name: 'dies', on: ['test.moved'], does: async (ctx) => {
    const { rows } = await ctx.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await t.house.database.owner.execute(sql`select pg_terminate_backend(${rows[0]!.pid})`)
    await ctx.db.execute(sql`select 1`)
  } }
  await expect(deliver(doomed, [tellThem, dies])).rejects.toThrow()
  await doomed.database.close().catch(() => {})
  expect(await unread(person)).toBe(0)
  await deliver(t.house, [tellThem])
  expect(await unread(person)).toBe(1)
})

test('history that is brought in tells nobody', async () => {
  const id = await t.aino.does(make)
  const person = await t.newPerson('Seuraaja Neljä')
  await person.does(follows, id)
  await t.jari.does((ctx) => record(ctx, moved, { subjectId: id, at: new Date('2016-05-18T10:00:00Z') }))
  await deliver(t.house, [tellThem])
  expect(await unread(person)).toBe(0)
})

test("a neighbouring municipality's followers hear nothing", async () => {
  const neighbour = await town({ house: t.house, name: 'Naapurila' })
  const [here, there] = [await t.aino.does(make), await neighbour.aino.does(make)]
  const person = await neighbour.newPerson('Naapuri Seuraaja')
  await person.does(follows, there)
  await t.jari.does(happens, here)
  await deliver(t.house, [tellThem])
  expect(await unread(person, neighbour)).toBe(0)
  await neighbour.jari.does(happens, there)
  await deliver(t.house, [tellThem])
  expect(await unread(person, neighbour)).toBe(1)
})

test('ten thousand followers hear by one statement', async () => {
  const id = await t.aino.does(make)
  await t.house.database.owner.execute(sql`
    insert into trail.follow (municipality_id, id, subject_id, person_id, language, rhythm, why, confirmed_at)
    select ${t.municipality.id}, gen_random_uuid(), ${id}, gen_random_uuid(), 'fi', 'inApp', 'chosen', ${t.house.time} from generate_series(1, 10000)`)
  await t.jari.does(happens, id)
  const start = Date.now()
  await deliver(t.house, [tellThem])
  const { rows } = await t.house.database.owner.execute<{ n: number }>(sql`select count(*)::int as n from notices.notice where subject_id = ${id}`)
  expect(rows[0]!.n).toBe(10_000)
  expect(Date.now() - start).toBeLessThan(10_000)
})
