import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { town } from '../../../../tests/town.ts'
import { keepReport } from '../keep-report.server.ts'
import { moveReports } from '../move.server.ts'
import { pace } from '../schema.server.ts'
import { countPaces, paceOf } from './pace.server.ts'
import { paceWords } from './pace-words.ts'

const hour = 3_600_000
const t = await town()
let made = 0
/** A report sent at a moment and done so many hours later; its id. */
async function done(at: Date, hours: number, categoryId = t.categories.road, more: { reopen?: boolean; merged?: string } = {}) {
  t.house.time = at
  const { id } = await t.aino.does(keepReport, { categoryId, text: `Kuoppa numero ${made++}.`, sender: {}, channel: 'web' })
  t.house.time = new Date(at.getTime() + hours * hour)
  if (more.merged) await t.saara.does(moveReports, [id], { to: 'merged', into: more.merged })
  else await t.saara.does(moveReports, [id], { to: 'done', sentence: 'Kuoppa on paikattu.' })
  if (more.reopen) { await t.saara.does(moveReports, [id], { to: 'received' }); await t.saara.does(moveReports, [id], { to: 'done', sentence: 'Nyt se on.' }) }
  return id
}
const night = new Date('2026-11-22T01:30:00Z')
const count = async (at = night) => { t.house.time = at; await t.someone({ kind: 'guest' }).does(countPaces) }
const row = async (categoryId = t.categories.road) => (await t.house.database.owner.select().from(pace).where(and(eq(pace.municipalityId, t.municipality.id), eq(pace.categoryId, categoryId))))[0]

test('half and nine of ten, as counted by hand', async () => {
  // sorted: 2 10 20 30 48 50 72 96 120 240; the median is between the 5th and 6th: 49. Nine of ten: place 0.9·9 = 8.1 from nought: 120 + 0.1·120 = 132.
  const hours = [50, 2, 240, 10, 96, 20, 48, 30, 120, 72]
  for (const [i, each] of hours.entries()) {
    await count()
    if (i < 9) expect(await t.guest.sees(paceOf, t.categories.road), `${i} done`).toBeNull()
    await done(new Date(Date.UTC(2026, 8, 1 + i, 6)), each)
  }
  await count()
  expect(await row()).toMatchObject({ count: 10, medianHours: 49, ninetyHours: expect.closeTo(132, 6) as number })
  expect(await t.guest.sees(paceOf, t.categories.road)).toEqual({ count: 10, medianDays: 2, ninetyDays: 6 })
})
test('what was opened again, merged, still open or done over a year ago tells nothing of the next one', async () => {
  const kept = await done(new Date('2026-09-20T06:00:00Z'), 1, t.categories.light)
  await done(new Date('2026-09-20T06:00:00Z'), 5000, t.categories.road, { reopen: true })
  await done(new Date('2026-09-20T06:00:00Z'), 1, t.categories.road, { merged: kept })
  await done(new Date('2025-11-20T06:00:00Z'), 1)
  t.house.time = new Date('2026-10-01T06:00:00Z')
  await t.aino.does(keepReport, { categoryId: t.categories.road, text: 'Yhä auki.', sender: {}, channel: 'web' })
  await count()
  expect(await row()).toMatchObject({ count: 10, medianHours: 49, ninetyHours: expect.closeTo(132, 6) as number })
  expect(await row(t.categories.light)).toMatchObject({ count: 1 })
})
test('done just inside the year counts, counting twice changes nothing, and what has fallen out is gone', async () => {
  await done(new Date(night.getTime() - 365 * 24 * hour - hour), 2, t.categories.family)
  await count(); await count()
  expect(await row(t.categories.family)).toMatchObject({ count: 1, medianHours: 2 })
  await count(new Date(night.getTime() + 2 * hour))
  expect(await row(t.categories.family)).toBeUndefined()
})
test('the clocks going back or forward make no day more or less', async () => {
  // noon to noon: over the autumn change (25.10.2026) 25 hours, over the spring change (29.3.2026) 23
  const other = await town({ house: t.house, name: 'Kellola' })
  for (let i = 0; i < 10; i++) {
    t.house.time = new Date('2026-10-24T09:00:00Z')
    const { id } = await other.aino.does(keepReport, { categoryId: other.categories.road, text: `Yön yli ${i}.`, sender: {}, channel: 'web' })
    t.house.time = new Date('2026-10-25T10:00:00Z')
    await other.saara.does(moveReports, [id], { to: 'done', sentence: 'Valmis.' })
  }
  t.house.time = night
  await other.guest.does(countPaces)
  expect(await other.guest.sees(paceOf, other.categories.road)).toEqual({ count: 10, medianDays: 1, ninetyDays: 1 })
  expect(await row()).toMatchObject({ count: 10, medianHours: 49 }) // the neighbour's counting is its own
})
test('said in plain words', () => {
  expect(paceWords({ count: 40, medianDays: 3, ninetyDays: 12 }, 'fi')).toBe('Puolet hoidetaan 3 päivässä, yhdeksän kymmenestä 12 päivässä.')
  expect(paceWords({ count: 40, medianDays: 1, ninetyDays: 2 }, 'fi')).toBe('Puolet hoidetaan päivässä, yhdeksän kymmenestä 2 päivässä.')
  expect(paceWords({ count: 40, medianDays: 1, ninetyDays: 1 }, 'en')).toBe('Nine in ten are dealt with in a day.')
  expect(paceWords({ count: 40, medianDays: 3, ninetyDays: 12 }, 'sv')).toBe('Hälften åtgärdas på 3 dagar, nio av tio på 12 dagar.')
})
