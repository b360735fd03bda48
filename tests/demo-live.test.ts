import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { liveOn } from '../demo/live-on.server.ts'
import { tellDemonstration } from '../demo/tell.server.ts'
import { freshHouse } from './town.ts'

const house = await freshHouse()
await tellDemonstration(house)
const owner = house.database.owner
const count = async (from: string) => (await owner.execute<{ n: number }>(sql.raw(`select count(*)::int n from ${from}`))).rows[0]!.n

test('what is told is a living week: fresh ice, ice that nobody has seen for days, and halls with people in them', async () => {
  const { rows: ice } = await owner.execute<{ name: string; age: number }>(sql`
    select s.title->>'fi' name, extract(epoch from ${house.time}::timestamptz - l.observed_at)::float8 / 3600 as age from conditions.latest l join trail.subject s on s.municipality_id = l.municipality_id and s.id = l.place_id where l.property = 'ice'`)
  expect(ice.find((each) => each.name === 'Räikän jääkenttä')!.age).toBeLessThan(36)
  expect(ice.length).toBeGreaterThan(5)
  const { rows: full } = await owner.execute<{ inside: number }>(sql`select inside from occupancy.counter`)
  expect(full).toHaveLength(4)
  expect(full.some((each) => each.inside > 0)).toBe(true)
})

test('it goes on living: each turn of the clock brings what came since, once, and who wished it hears of the ice', async () => {
  // Aino follows the rink and wants to hear when it is iced (demo/happening.server.ts)
  const { rows: [rink] } = await owner.execute<{ id: string }>(sql`select id from trail.subject where kind = 'place' and title->>'fi' = 'Räikän jääkenttä'`)
  const before = { seen: await count('conditions.observation'), counts: await count('occupancy.passage') }
  const heard = () => count(`notices.notice where subject_id = '${rink!.id}' and kind = 'directory.wishTrue' and data->>'fi' like '%jäädy%'`)
  // a day's turns, one each quarter of an hour
  for (let i = 0; i < 96; i++) { house.time = new Date(house.time.getTime() + 15 * 60_000); await liveOn(house) }
  const after = { seen: await count('conditions.observation'), counts: await count('occupancy.passage') }
  expect(after.seen).toBeGreaterThan(before.seen)
  expect(after.counts).toBeGreaterThan(before.counts)
  expect(await heard()).toBe(1)
  await liveOn(house)
  expect({ seen: await count('conditions.observation'), counts: await count('occupancy.passage') }).toEqual(after)
})
