import { expect, test } from 'vitest'
import { eq, sql } from 'drizzle-orm'
import { municipality } from '#core/identity/schema.server.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { tellDemonstration } from '../demo/tell.server.ts'
import { freshHouse } from './town.ts'

const house = await freshHouse()
const started = performance.now()
const told = await tellDemonstration(house)
const took = performance.now() - started
const owner = house.database.owner
const towns = await owner.select().from(municipality).orderBy(municipality.id)
const [ylojarvi, nokia] = towns as [typeof towns[0], typeof towns[0]]

test('the demonstration is told once', async () => {
  expect(told).toBe(true)
  expect(towns.map((town) => town.slug)).toEqual(['ylojarvi', 'nokia'])
  expect(await tellDemonstration(house)).toBe(false)
})

test('every idea has an owner and a trail that begins with its sending', async () => {
  const ideas = await owner.select({ title: subject.title, owner: subject.ownerUnitId, sent: sql<number>`(select count(*)::int from ${event} where ${event.subjectId} = ${subject.id} and ${event.kind} = 'ideas.sent' and ${event.at} = ${subject.createdAt})` }).from(subject).where(eq(subject.kind, 'idea'))
  expect(ideas.length).toBeGreaterThan(0)
  for (const idea of ideas) expect(idea, idea.title?.fi).toMatchObject({ owner: expect.any(String), sent: 1 })
})
console.log(`told in ${Math.round(took)} ms`, ylojarvi?.id, nokia?.id)
