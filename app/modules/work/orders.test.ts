import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { keepSubject, subjectOf } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { keepReport, moveReports } from '#modules/feedback/server'
import { fixed, report } from '../feedback/schema.server.ts'
import { town } from '../../../tests/town.ts'
import { moveOrder } from './move.server.ts'
import { order, orderReport } from './schema.server.ts'

const t = await town()
const db = t.house.database.of(t.municipality.id)
const send = async (who: typeof t.aino, text: string, more = {}) => who.does(keepReport, { categoryId: t.categories.road, text, longitude: 23.58, latitude: 61.55, sender: who.actor.kind === 'person' ? { personId: who.id } : {}, channel: 'web' as const, ...more })

test('a report has an owner, a due date, a public state, a reference and a trail that names nobody', async () => {
  const its = await send(t.aino, 'Iso monttu bussipysäkin kohdalla. Pyörä meni jo rikki.')
  expect(its).toMatchObject({ visibility: 'public', reference: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/) })
  expect(await t.guest.sees(subjectOf, its.id)).toMatchObject({ kind: 'report', title: { fi: 'Iso monttu bussipysäkin kohdalla' }, stage: 'idea', ownerUnitId: t.units.sports, area: 'Kirkonkylä', dueAt: new Date('2026-12-06T21:59:59.000Z') })
  expect((await t.guest.sees(trailOf, its.id)).map((each) => [each.kind, each.who])).toEqual([['feedback.sent', null]])
})

test('the title of a private report says nothing that was written', async () => {
  const its = await send(t.aino, 'Lapseni Ville jäi ilman paikkaa.', { categoryId: t.categories.family })
  expect(await t.guest.sees(subjectOf, its.id)).toMatchObject({ visibility: 'private', title: { fi: 'Palaute palvelusta' } })
})

test('ten reports become one work order, and ten senders hear at once of what happens to it', async () => {
  const people: (typeof t.aino)[] = []
  for (let n = 0; n < 10; n++) people.push(await t.newPerson(`Asukas Numero${'abcdefghij'[n]}`))
  const ids: string[] = []
  for (const who of people) ids.push((await send(who, 'Vesi tulvii tielle.')).id)
  const id = await t.jari.does(async (ctx: Ctx) => {
    const made = ctx.newId()
    await keepSubject(ctx, { id: made, kind: 'workOrder', language: 'fi', title: { fi: 'Rumpu auki' }, text: '', stage: 'idea', visibility: 'public', ownerUnitId: t.units.sports })
    await ctx.db.insert(order).values({ ...ctx.scope, id: made, reference: 'T-AAAA' })
    await ctx.db.insert(orderReport).values(ids.map((reportId) => ({ ...ctx.scope, reportId, orderId: made })))
    return made
  })
  t.house.time = new Date(t.house.time.getTime() + 60_000)
  await expect(t.leena.does(moveOrder, id, { to: 'underWay' })).rejects.toThrow('forbidden')
  await expect(t.jari.does(moveOrder, id, { to: 'done' })).rejects.toThrow('proofNeeded')
  await expect(t.jari.does(moveOrder, id, { to: 'cannot', sentence: ' ' })).rejects.toThrow('reasonNeeded')
  expect(await t.jari.does(moveOrder, id, { to: 'done', sentence: 'Rumpu aukaistiin.' })).toEqual({ reports: 10 })
  while ((await deliver(t.house, [tellThem])).events > 0) { /* all of them */ }
  for (const [n, who] of people.entries()) {
    const told = await db.select({ kind: notice.kind, data: notice.data }).from(notice).where(and(eq(notice.personId, who.id), eq(notice.subjectId, ids[n]!)))
    expect(told).toEqual([{ kind: 'feedback.done', data: expect.objectContaining({ sentence: 'Rumpu aukaistiin.' }) }])
  }
  expect((await db.select().from(fixed).where(eq(fixed.reportId, ids[0]!))).map((row) => row.round).sort()).toEqual([1, 2])
})

test('two who move the same report at once: one moves it, the other finds it moved', async () => {
  const { id } = await send(t.otso, 'Kuoppa koulun edessä.')
  const results = await Promise.allSettled([t.jari.does(moveReports, [id], { to: 'done', sentence: 'Paikattu.' }), t.saara.does(moveReports, [id], { to: 'cannot', sentence: 'Ei meidän.' })])
  expect(results.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  const [row] = await db.select().from(report).where(eq(report.id, id))
  expect(['done', 'cannot']).toContain(row!.state)
  expect(row!.closedAt).not.toBeNull()
})

test('reports of the same thing become one, and who sent them hears of it', async () => {
  const first = await send(t.aino, 'Monttu tiessä mäen alla.'), second = await send(t.otso, 'Reikä asvaltissa.')
  await t.jari.does(moveReports, [second.id], { to: 'merged', into: first.id })
  const heard = await db.execute<{ person_id: string }>(`select person_id from trail.hearers('${first.id}', false, now() + interval '1 year')` as never)
  expect(heard.rows.map((row) => row.person_id)).toContain(t.otso.id)
})
