import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { yearOfReports } from '../demo/reports.ts'
import { tellDemonstration } from '../demo/tell.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { freshHouse } from './town.ts'

const house = await freshHouse()
await tellDemonstration(house)
const rows = async <T extends object>(text: string) => (await house.database.ownerPool.query<T>(text)).rows

test('the demonstration has a year of reports, its work orders and crews, and every state is whole', async () => {
  const [counted] = await rows<{ reports: number; orders: number; open: number; private: number; late: number }>(`select (select count(*) from feedback.report)::int reports, (select count(*) from work.work_order)::int orders,
    (select count(*) from feedback.report where closed_at is null)::int open, (select count(*) from trail.subject where kind = 'report' and visibility = 'private')::int private, (select count(*) from feedback.report where sent_at > now())::int late`)
  expect(counted!.reports).toBeGreaterThan(400)
  expect(counted!.orders).toBeGreaterThan(15)
  expect(counted!.open).toBeGreaterThan(10)
  expect(counted!.private).toBeGreaterThan(5)
  expect(counted!.late).toBe(0)
  expect(await rows(`select r.id from feedback.report r join trail.subject s using (municipality_id, id) where s.stage <> case r.state when 'received' then 'idea' when 'planned' then 'developing' when 'underWay' then 'experiment' when 'elsewhere' then 'decision' when 'done' then 'service' else 'ended' end`)).toEqual([])
  expect(await rows(`select e.id from trail.event e join trail.subject s using (municipality_id) where s.id = e.subject_id and s.kind in ('report', 'workOrder') and e.at > now() + interval '1 minute'`)).toEqual([])
})
test('the water main broke once, and everyone who told of it heard the same', async () => {
  const found = await rows<{ n: number; sentences: number }>(`select count(distinct e.subject_id)::int n, count(distinct e.sentence)::int sentences from trail.event e where e.kind = 'feedback.done' and e.sentence like 'Runkojohto korjattiin%'`)
  expect(found).toEqual([{ n: 17, sentences: 1 }])
})
test('the year has its seasons, and is the same every time', () => {
  const spots = Array.from({ length: 40 }, (_, i) => ({ longitude: 23.5 + i / 500, latitude: 61.5 + i / 900, area: ['Kirkonkylä', 'Soppeenmäki', 'Keijärvi', 'Siivikkala'][i % 4]!, address: `Kuruntie ${i + 1}` }))
  const now = new Date('2026-11-22T10:00:00Z')
  const one = yearOfReports(spots, ['Aino Koskela'], now), two = yearOfReports(spots, ['Aino Koskela'], now)
  expect(one).toEqual(two)
  const of = (category: string, months: number[]) => one.reports.filter((its) => its.category === category && months.includes(its.sentAt.getUTCMonth() + 1)).length
  expect(of('winter', [6, 7, 8])).toBe(0)
  expect(of('beach', [6, 7, 8])).toBeGreaterThan(of('beach', [1, 2, 3, 11, 12]))
  expect(of('pothole', [4, 5])).toBeGreaterThan(of('pothole', [9, 10, 11]))
  expect(one.reports.every((its) => its.steps.every((step) => step.at >= its.sentAt && step.at < now))).toBe(true)
})
test('what is told is public, named after what was said', async () => {
  const some = await house.database.owner.select({ title: subject.title }).from(subject).where(eq(subject.kind, 'report')).orderBy(sql`id`).limit(40)
  expect(some.every((row) => (row.title.fi ?? '').length > 3)).toBe(true)
})
