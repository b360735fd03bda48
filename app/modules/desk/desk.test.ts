import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addLocalDays } from '#core/time/local.ts'
import { daysBetween, endOfWeek } from '#core/trail/queue.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { keepReport } from '#modules/feedback/server'
import { assignIdeas, moveIdea, proposeIdea, saveDraft } from '#modules/ideas/server'
import { freshHouse, town } from '../../../tests/town.ts'
import { readDesk } from './desk.server.ts'

const house = await freshHouse()
const { categories, newPerson, aino, jari, saara, leena, antti, guest, mirja, topics, units } = await town({ house, primary: true })
const neighbour = await town({ house, name: 'Naapurila' })
const db = house.database.owner
const idea = async (title: string, days: number | null, more: Partial<typeof subject.$inferInsert> = {}) => {
  const { id } = await (await newPerson(title)).does(proposeIdea, { title, text: `${title}: tästä olisi iloa monelle.`, topicId: topics.sports })
  await db.update(subject).set({ dueAt: days === null ? null : addLocalDays(house.time, days, { endOfDay: true }), ...more }).where(eq(subject.id, id))
  return id
}
// Sunday 22.11.2026: this week ends today.
const late = await idea('Uimalaituri Keijärvelle', -3)
const today = await idea('Valot pururadalle', 0, { supports: 0 })
const next = await idea('Latukartta puhelimeen', 5)
const unrouted = await idea('Kukkia torille', 3, { ownerUnitId: null })
const library = await idea('Lautapelejä lainaksi', 2, { ownerUnitId: units.library })
await idea('Perutaan tämä', 1, { visibility: 'withdrawn' })
await idea('Valmis jo', null, { stage: 'service' })
await saara.does(saveDraft, next, { outcome: 'forward', reason: 'Kesken' })
await jari.does(assignIdeas, [today], saara.id)
await jari.does(moveIdea, next, { to: 'experiment', sentence: 'Kokeilemme karttaa talven.', toLearn: 'Löytävätkö hiihtäjät kartan?', seenFrom: 'Laskemme kartan avaukset.', endsOn: '2026-12-01' })
await neighbour.aino.does(proposeIdea, { title: 'Naapurin oma asia', text: 'Tätä ei nähdä täällä.', topicId: neighbour.topics.sports })

const desk = (query = '', who = jari) => who.sees(readDesk, new URLSearchParams(query))
const ids = async (query = '', who = jari) => (await desk(query, who)).rows.map((each) => each.id)

test("my unit's queue is by due date, and its parts are counted", async () => {
  const its = await desk()
  expect(its.rows.map((each) => each.id)).toEqual([late, today, next])
  expect(its.counts).toEqual({ all: 3, late: 1, week: 1, unassigned: 2, mine: 0, drafts: 1, experiments: 1, unrouted: 1 })
  expect(its.rows[0]).toMatchObject({ late: true, daysLate: 3, mine: true, owner: null })
  expect(its.rows[1]).toMatchObject({ late: false, owner: 'Saara Lehto' })
  expect(its.rows[2]).toMatchObject({ draftBy: 'Saara Lehto', endsOn: '2026-12-01', stage: 'experiment' })
  expect(its).toMatchObject({ unitName: 'Liikuntapalvelut', leads: true, anyDrafts: true })
})

test.each([['late', [late]], ['week', [today]], ['unassigned', [late, next]], ['mine', []], ['drafts', [next]], ['experiments', [next]], ['unrouted', [unrouted]]] as [string, string[]][])('the part %s', async (show, expected) => {
  expect(await ids(`show=${show}`)).toEqual(expected)
})

test('mine is mine, the library sees its own, an admin sees all and may choose a unit', async () => {
  expect(await ids('show=mine', saara)).toEqual([today])
  expect(await ids('', leena)).toEqual([library])
  expect(await ids(`unit=${units.sports}`, leena)).toEqual([library]) // not hers to choose
  expect(await ids('', antti)).toEqual([late, today, library, next])
  expect(await ids(`unit=${units.library}`, antti)).toEqual([library])
})

test('searching forgives inflection; orders differ, and a lead keeps the late on top', async () => {
  expect(await ids('q=uimalaiturin')).toEqual([late])
  expect(await ids('q=latuk')).toEqual([next])
  expect(await ids("q=%25_'")).toEqual([])
  expect((await ids('sort=newest'))[0]).toBe(late)
  await db.update(subject).set({ supports: 9 }).where(eq(subject.id, today))
  expect(await ids('sort=supports', saara)).toEqual([today, late, next])
  expect(await ids('sort=supports')).toEqual([late, today, next])
  expect(await ids('sort=nonsense&show=nonsense&page=-4&unit=x')).toEqual([late, today, next])
})

test('residents and moderators have no desk', async () => {
  await expect(desk('', aino)).rejects.toThrow('forbidden')
  await expect(desk('', mirja)).rejects.toThrow('forbidden')
  await expect(desk('', guest)).rejects.toThrow('signInNeeded')
})

test("a new module's thing is in the queue by its row alone, and a long queue has pages", async () => {
  await leena.does(async (ctx) => {
    for (let i = 0; i < 60; i++) await keepSubject(ctx, { id: ctx.newId(), kind: 'bench', language: 'fi', title: { fi: `Vika numero ${i}` }, text: 'Lamppu on pimeänä.', stage: 'idea', visibility: 'public', ownerUnitId: units.library, dueAt: addLocalDays(ctx.now, 1 + i) })
  })
  const first = await desk('', leena)
  expect(first).toMatchObject({ total: 61, pages: 2, page: 1, counts: { all: 61 } })
  expect(first.rows[0]).toMatchObject({ kind: 'bench', mine: false })
  const second = await desk('page=2', leena)
  expect(new Set([...first.rows, ...second.rows].map((each) => each.id)).size).toBe(61)
  expect((await desk('page=99', leena)).page).toBe(2)
})

test('a week ends on Sunday night and days are counted by the calendar, over the clock changes too', () => {
  expect(endOfWeek(new Date('2026-03-25T10:00:00Z'))).toEqual(new Date('2026-03-29T20:59:59Z'))
  expect(endOfWeek(new Date('2026-03-29T10:00:00Z'))).toEqual(new Date('2026-03-29T20:59:59Z'))
  expect(endOfWeek(new Date('2026-10-22T10:00:00Z'))).toEqual(new Date('2026-10-25T21:59:59Z'))
  expect(daysBetween(new Date('2026-03-28T21:59:59Z'), new Date('2026-03-29T21:30:00Z'))).toBe(2)
  expect(daysBetween(new Date('2026-10-24T20:59:59Z'), new Date('2026-10-25T21:00:00Z'))).toBe(1)
})

test('map feedback has its own list, and the desk says how much waits there', async () => {
  await jari.does(async (ctx) => { for (let n = 0; n < 3; n++) await keepReport(ctx, { categoryId: categories.road, text: `Kuoppa ${n} tiessä.`, sender: {}, channel: 'web' }) })
  const its = await desk('', jari)
  expect(its.everyday).toEqual({ open: 3, late: 0 })
  expect(its.rows.some((row) => row.kind === 'report')).toBe(false)
  expect((await desk('', leena)).everyday.open).toBe(0)
})
