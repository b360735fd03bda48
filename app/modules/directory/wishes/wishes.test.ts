import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { deliver } from '#core/trail/deliver.server.ts'
import { follow } from '#core/trail/schema.server.ts'
import { person } from '#core/identity/schema.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { myNotices } from '#modules/notices/server'
import { town } from '../../../../tests/town.ts'
import { placeFacts } from '../facts.ts'
import { keepPlace } from '../keep-place.server.ts'
import { nowSource, rightNow } from '../right-now.ts'
import { comesTrue } from './comes-true.server.ts'
import { endWishes, keepWishes, wishByMail } from './keep.server.ts'
import { showWishes } from './offered.server.ts'
import { wishKind } from './registry.ts'
import { wish } from '../schema.server.ts'

wishKind({ key: 'testIced', order: 90, fits: ({ kind }) => kind === 'rink', name: { fi: 'on jäädytetty', sv: 'det är spolat', en: 'it is iced' }, said: { fi: (place) => `${place} on jäädytetty`, sv: (place) => `${place} är spolad`, en: (place) => `${place} is iced` }, quietHours: 12 })
wishKind({ key: 'testQuiet', order: 91, fits: ({ facts }) => facts.includes('testOccupancy'), name: { fi: 'on hiljaista', sv: 'det är lugnt', en: 'it is quiet' }, said: { fi: () => 'Hiljaista', sv: () => 'Lugnt', en: () => 'Quiet' }, quietHours: 12 })

const shut = new Set<string>()
const fact = { words: '', tone: 'off' as const, icon: 'closed', at: null, until: null, data: {} }
nowSource({ name: 'test shut', order: 1, read: async (_ctx, ids) => new Map(ids.map((id) => [id, [{ ...fact, key: 'open' }, ...(shut.has(id) ? [{ ...fact, key: 'testShut', shut: true as const }] : [])]])) })

const t = await town()
const rinkFacts = placeFacts.parse({ kind: 'rink', name: { fi: 'Soppeenmäen kenttä' }, longitude: 23.6, latitude: 61.55 })
let rink = ''
beforeAll(async () => { rink = (await t.jari.does(keepPlace, rinkFacts, { unitId: t.units.sports })).id })
const heard = async (who: typeof t.aino) => (await who.sees(myNotices)).flatMap((group) => group.notices.map((each) => each.what))

test('only what fits the place is offered, and what I chose is shown chosen', async () => {
  expect((await t.aino.sees(showWishes, rink)).offered.map((each) => each.key)).toContain('testIced')
  expect((await t.aino.sees(showWishes, rink)).offered.map((each) => each.key)).not.toContain('testQuiet')
  await t.aino.does(keepWishes, rink, ['testIced'])
  expect(await t.aino.sees(showWishes, rink)).toMatchObject({ following: true, offered: expect.arrayContaining([expect.objectContaining({ key: 'testIced', chosen: true })]) })
})

test('who wished it hears once, also when it comes true twice at the same moment, and again only after the quiet hours', async () => {
  const hears = await t.newPerson('Kuulija Yksi')
  await hears.does(keepWishes, rink, ['testIced'])
  await Promise.all([t.jari.does(comesTrue, rink, 'testIced'), t.jari.does(comesTrue, rink, 'testIced')])
  expect(await heard(hears)).toEqual(['Soppeenmäen kenttä on jäädytetty'])
  expect(await heard(t.otso)).toEqual([])
  t.house.time = new Date(t.house.time.getTime() + 13 * 3_600_000)
  await t.jari.does(comesTrue, rink, 'testIced')
  await deliver(t.house, [tellThem])
  expect(await heard(hears)).toHaveLength(2)
})

test('who wants no mail at all gets none of a wish either', async () => {
  const quiet = await t.newPerson('Hiljainen Harri')
  await quiet.does(keepWishes, rink, ['testIced'])
  await t.house.database.owner.update(person).set({ byMail: false }).where(eq(person.id, quiet.id))
  t.house.time = new Date(t.house.time.getTime() + 13 * 3_600_000)
  await t.jari.does(comesTrue, rink, 'testIced')
  expect(await t.house.database.owner.select({ byMail: notice.byMail, rhythm: notice.rhythm }).from(notice).where(eq(notice.personId, quiet.id))).toEqual([{ byMail: false, rhythm: 'atOnce' }])
})

test('of a place that is shut nothing is told and it is not said to be open; the wish waits until it is not shut any more', async () => {
  const waits = await t.newPerson('Odottaja Outi')
  await waits.does(keepWishes, rink, ['testIced'])
  t.house.time = new Date(t.house.time.getTime() + 13 * 3_600_000)
  shut.add(rink)
  expect((await t.guest.sees(rightNow, [rink])).get(rink)!.map((each) => each.key)).toEqual(['testShut'])
  expect(await t.jari.does(comesTrue, rink, 'testIced')).toBe(0)
  shut.delete(rink)
  expect((await t.guest.sees(rightNow, [rink])).get(rink)!.map((each) => each.key)).toEqual(['open'])
  await t.jari.does(comesTrue, rink, 'testIced')
  expect(await heard(waits)).toHaveLength(1)
})

test('what I no longer wish is not told, and a wish ends with the follow', async () => {
  const fickle = await t.newPerson('Empijä')
  await fickle.does(keepWishes, rink, ['testIced'])
  await fickle.does(keepWishes, rink, [])
  expect((await fickle.sees(showWishes, rink)).following).toBe(true)
  await fickle.does(keepWishes, rink, ['testIced'])
  await fickle.does(endWishes, rink)
  t.house.time = new Date(t.house.time.getTime() + 13 * 3_600_000)
  await t.jari.does(comesTrue, rink, 'testIced')
  expect(await heard(fickle)).toEqual([])
})

test('of an address that follows already nobody else changes the wishes', async () => {
  const email = 'kuulija@example.fi'
  await t.guest.does((ctx) => ctx.db.insert(follow).values({ ...ctx.scope, id: ctx.newId(), subjectId: rink, email, language: 'fi', rhythm: 'weekly', why: 'chosen', createdAt: ctx.now, confirmedAt: ctx.now }))
  await t.guest.does(wishByMail, rink, { email, when: ['testIced'] }, '192.0.2.1')
  const rows = await t.guest.sees((ctx) => ctx.db.select({ what: wish.what }).from(wish).innerJoin(follow, and(eq(follow.municipalityId, wish.municipalityId), eq(follow.id, wish.followId))).where(and(eq(wish.municipalityId, ctx.scope.municipalityId), eq(follow.email, email))))
  expect(rows).toEqual([])
})

test('a wish of an address that nobody has confirmed is not told', async () => {
  const email = 'odottaja@example.fi'
  await t.guest.does(async (ctx) => {
    const followId = ctx.newId()
    await ctx.db.insert(follow).values({ ...ctx.scope, id: followId, subjectId: rink, email, language: 'fi', rhythm: 'weekly', why: 'chosen', createdAt: ctx.now })
    await ctx.db.insert(wish).values({ ...ctx.scope, id: ctx.newId(), followId, placeId: rink, what: 'testQuiet', createdAt: ctx.now })
  })
  expect(await t.jari.does(comesTrue, rink, 'testQuiet')).toBe(0)
})
