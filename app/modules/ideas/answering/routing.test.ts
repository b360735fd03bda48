import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { notice } from '#core/notices/schema.server.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { town } from '../../../../tests/town.ts'
import { proposeIdea } from '../proposing/propose.server.ts'
import { moveIdea } from './move.server.ts'
import { assignIdeas, routeIdea } from './route.server.ts'
import { removeView, savedViews, saveView } from './views.server.ts'

const { newPerson, aino, jari, saara, leena, antti, guest, mirja, topics, units, house } = await town()
const db = house.database.owner
let sent = 0
const idea = async () => (await (await newPerson(`Asukas ${++sent}`)).does(proposeIdea, { title: `Kirjahylly numero ${sent}`, text: 'Rannalle sopisi hylly, josta saa lainata kirjan.', topicId: topics.sports }) as { id: string }).id
const row = (id: string) => guest.sees(subjectOf, id)
const newest = async (id: string) => (await guest.sees(trailOf, id)).find((each) => each.kind === 'ideas.routed')
const sentence = 'Kirjasto hoitaa hyllyt, joten se lupaa vastauksen.'

test('an official of any unit routes an idea; the due date stays and the owner person goes', async () => {
  const id = await idea()
  const { dueAt } = await row(id)
  await jari.does(assignIdeas, [id], saara.id)
  expect(await leena.does(routeIdea, id, { unitId: units.library, sentence })).toEqual({ unitId: units.library })
  expect(await row(id)).toMatchObject({ ownerUnitId: units.library, ownerPersonId: null, dueAt })
  expect(await newest(id)).toMatchObject({ kind: 'ideas.routed', what: 'Siirtyi yksikölle Kirjasto', sentence, who: 'Liikuntapalvelut' })
  await expect(jari.does(moveIdea, id, { to: 'developing', sentence })).rejects.toThrow('forbidden')
})

test('a late idea comes to its new unit with a week, and the trail says that it came late', async () => {
  const id = await idea()
  await db.update(subject).set({ dueAt: new Date('2026-11-20T21:59:59Z') }).where(eq(subject.id, id))
  await jari.does(routeIdea, id, { unitId: units.library, sentence })
  expect((await row(id)).dueAt).toEqual(dueAfter({ now: house.time }, 7))
  expect(await newest(id)).toMatchObject({ what: 'Siirtyi myöhässä yksikölle Kirjasto' })
})

test('routing asks for another unit and a public sentence, and an open idea', async () => {
  const id = await idea()
  expect(await jari.does(routeIdea, id, {})).toEqual({ problems: { unitId: 'chooseUnit', sentence: 'required' } })
  expect(await jari.does(routeIdea, id, { unitId: units.sports, sentence: 'Tänne' })).toEqual({ problems: { unitId: 'sameUnit', sentence: 'sentenceShort' } })
  for (const who of [aino, mirja]) await expect(who.does(routeIdea, id, { unitId: units.library, sentence })).rejects.toThrow('forbidden')
  await jari.does(moveIdea, id, { to: 'ended', sentence })
  await expect(jari.does(routeIdea, id, { unitId: units.library, sentence })).rejects.toThrow('ideaClosed')
})

test('the same routing sent twice is one', async () => {
  const id = await idea()
  const both = await Promise.all([jari.does(routeIdea, id, { unitId: units.library, sentence }), jari.does(routeIdea, id, { unitId: units.library, sentence })])
  expect(both).toEqual([{ unitId: units.library }, { unitId: units.library }])
  expect(await db.select().from(event).where(and(eq(event.subjectId, id), eq(event.kind, 'ideas.routed')))).toHaveLength(1)
})

test('of two officials who route at once the second is told that the idea is there already', async () => {
  const id = await idea()
  const both = await Promise.all([jari.does(routeIdea, id, { unitId: units.library, sentence }), saara.does(routeIdea, id, { unitId: units.library, sentence })])
  expect(both).toContainEqual({ unitId: units.library }); expect(both).toContainEqual({ problems: { unitId: 'sameUnit' } })
})

test('ideas are given to an official of their unit, who hears of it once', async () => {
  const ids = [await idea(), await idea()]
  expect(await jari.does(assignIdeas, ids, saara.id)).toEqual({ assigned: 2 })
  expect(await jari.does(assignIdeas, ids, saara.id)).toEqual({ assigned: 2 })
  for (const id of ids) {
    expect((await row(id)).ownerPersonId).toBe(saara.id)
    expect(await db.select().from(notice).where(and(eq(notice.subjectId, id), eq(notice.personId, saara.id)))).toHaveLength(1)
    expect((await guest.sees(trailOf, id)).map((each) => each.kind)).not.toContain('ideas.assigned')
  }
  expect(await jari.does(assignIdeas, [ids[0]!], leena.id)).toEqual({ problems: { personId: 'notInUnit' } })
  expect(await jari.does(assignIdeas, ids, aino.id)).toEqual({ problems: Object.fromEntries(ids.map((id) => [`idea.${id}`, 'notInUnit'])) })
  await expect(leena.does(assignIdeas, ids, leena.id)).rejects.toThrow('forbidden')
  expect(await antti.does(assignIdeas, ids, null)).toEqual({ assigned: 2 })
  expect((await row(ids[0]!)).ownerPersonId).toBeNull()
  expect(await jari.does(assignIdeas, [], null)).toEqual({ problems: { ideas: 'noneChosen' } })
  expect(await db.select().from(event).where(and(eq(event.subjectId, ids[0]!), eq(event.kind, 'ideas.assigned')))).toHaveLength(2)
})

test('my saved views are mine, named once, and at most twelve', async () => {
  await jari.does(saveView, { name: ' Kiireiset ', query: 'show=week' }); await jari.does(saveView, { name: 'Kiireiset', query: 'show=late' })
  expect(await jari.sees(savedViews)).toEqual([{ name: 'Kiireiset', query: 'show=late' }])
  expect(await saara.sees(savedViews)).toEqual([])
  expect(await jari.does(saveView, { name: ' ', query: '' })).toEqual({ problems: { name: 'required' } })
  for (let i = 1; i < 12; i++) await jari.does(saveView, { name: `Näkymä ${i}`, query: '' })
  expect(await jari.does(saveView, { name: 'Yksi liikaa', query: '' })).toEqual({ problems: { name: 'tooManyViews' } })
  await jari.does(removeView, 'Kiireiset'); await jari.does(removeView, 'Kiireiset')
  expect(await jari.sees(savedViews)).toHaveLength(11)
  await expect(aino.sees(savedViews)).rejects.toThrow('forbidden')
})
