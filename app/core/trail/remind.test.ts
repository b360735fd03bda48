import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { command } from '#core/context/context.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { event, reminder, subject } from '#core/trail/schema.server.ts'
import { keepSubject, subjectOf } from '#core/trail/subject.server.ts'
import { wallClock } from '#core/time/local.ts'
import { town } from '../../../tests/town.ts'
import { dueAfter, isLate } from './due.server.ts'
import { remindFrom, remindOwners, tellLateFrom } from './remind.server.ts'
import { trailOf } from './trail.server.ts'

const { jari, saara, leena, antti, guest, units, house, municipality } = await town()
const db = house.database.owner
const round = () => command(house, { municipality }, remindOwners)
const at = (time: string) => { house.time = new Date(time) }
const told = async (id: string) => (await db.select({ who: notice.personId, kind: notice.kind }).from(notice).where(eq(notice.subjectId, id))).map((each) => `${each.kind} ${each.who}`).sort()

async function owed(its: { on: string; days?: number; unitId?: string | null; personId?: string }): Promise<string> {
  at(its.on)
  const id = crypto.randomUUID()
  await leena.does((ctx) => keepSubject(ctx, { id, kind: 'idea', language: 'fi', title: { fi: 'Luvattu asia' }, text: 'Tästä luvattiin vastaus.', stage: 'idea', visibility: 'public', ownerUnitId: its.unitId === undefined ? units.sports : its.unitId, ownerPersonId: its.personId ?? null, dueAt: dueAfter(ctx, its.days ?? 14) }))
  return id
}

// Clocks go forward at 3.00 on 29.3.2026 and back at 4.00 on 25.10.2026.
test.each([
  ['a plain fortnight', '2026-06-01T09:00:00Z', '2026-06-15', '2026-06-13T05:00:00Z', '2026-06-15T20:59:59Z', '2026-06-16T05:00:00Z'],
  ['over the spring change', '2026-03-20T10:00:00Z', '2026-04-03', '2026-04-01T05:00:00Z', '2026-04-03T20:59:59Z', '2026-04-04T05:00:00Z'],
  ['due on the spring change', '2026-03-15T10:00:00Z', '2026-03-29', '2026-03-27T06:00:00Z', '2026-03-29T20:59:59Z', '2026-03-30T05:00:00Z'],
  ['reminded on the spring change', '2026-03-17T10:00:00Z', '2026-03-31', '2026-03-29T05:00:00Z', '2026-03-31T20:59:59Z', '2026-04-01T05:00:00Z'],
  ['due on the autumn change', '2026-10-11T09:00:00Z', '2026-10-25', '2026-10-23T05:00:00Z', '2026-10-25T21:59:59Z', '2026-10-26T06:00:00Z'],
  ['reminded on the autumn change', '2026-10-13T09:00:00Z', '2026-10-27', '2026-10-25T06:00:00Z', '2026-10-27T21:59:59Z', '2026-10-28T06:00:00Z'],
])('%s: reminded two mornings before, late the morning after, once each', async (_name, on, day, soonFrom, dueAt, lateFrom) => {
  const id = await owed({ on, personId: saara.id })
  const its = await guest.sees(subjectOf, id)
  expect([wallClock(its.dueAt!), its.dueAt]).toEqual([{ day, time: '23:59:59' }, new Date(dueAt)])
  expect([remindFrom(its.dueAt!, 2), tellLateFrom(its.dueAt!)]).toEqual([new Date(soonFrom), new Date(lateFrom)])

  house.time = new Date(Date.parse(soonFrom) - 1); await round()
  expect(await told(id)).toEqual([])
  at(soonFrom); await round(); await Promise.all([round(), round()])
  at(dueAt); await round()
  expect(await told(id)).toEqual([`trail.dueSoon ${saara.id}`])
  expect(isLate(its, house.time)).toBe(false)

  house.time = new Date(Date.parse(lateFrom) - 1); await round()
  expect(await told(id)).toEqual([`trail.dueSoon ${saara.id}`])
  expect(isLate(its, house.time)).toBe(true)
  at(lateFrom); await Promise.all([round(), round(), round()]); await round()
  expect(await told(id)).toEqual([`trail.dueSoon ${saara.id}`, `trail.late ${jari.id}`])
  expect((await guest.sees(trailOf, id)).map((each) => each.what)).toEqual(['Luvattu päivä meni ohi'])
  await db.update(subject).set({ dueAt: null }).where(eq(subject.id, id))
})

test('a new due date is reminded of anew', async () => {
  const id = await owed({ on: '2026-06-01T09:00:00Z', days: 1, personId: saara.id })
  await round(); await round()
  expect(await told(id)).toHaveLength(1)
  await db.update(subject).set({ dueAt: new Date('2026-06-20T20:59:59Z') }).where(eq(subject.id, id))
  await round()
  expect(await told(id)).toHaveLength(1)
  at('2026-06-18T06:00:00Z'); await round(); await round()
  expect(await told(id)).toHaveLength(2)
  expect(await db.select().from(reminder).where(eq(reminder.subjectId, id))).toHaveLength(2)
  await db.update(subject).set({ dueAt: null }).where(eq(subject.id, id))
})

test('without an owner person all of the unit are reminded; without a unit the admins', async () => {
  const [ours, nobodys] = [await owed({ on: '2026-06-01T09:00:00Z', days: 1 }), await owed({ on: '2026-06-01T09:00:00Z', days: 1, unitId: null })]
  await round()
  expect(await told(ours)).toEqual([`trail.dueSoon ${jari.id}`, `trail.dueSoon ${saara.id}`].sort())
  expect(await told(nobodys)).toEqual([`trail.dueSoon ${antti.id}`])
  at('2026-06-03T06:00:00Z'); await round()
  expect(await told(ours)).toContain(`trail.late ${jari.id}`)
  expect(await told(nobodys)).toContain(`trail.late ${antti.id}`)
  expect(await db.select().from(event).where(and(eq(event.subjectId, ours), eq(event.onTrail, true)))).toHaveLength(1)
})

test('after a long stop only the lateness is told, and a hidden or withdrawn thing is nobody’s debt', async () => {
  const id = await owed({ on: '2026-06-01T09:00:00Z', days: 3, personId: saara.id })
  const gone = await owed({ on: '2026-06-01T09:00:00Z', days: 3, personId: saara.id })
  await db.update(subject).set({ visibility: 'withdrawn' }).where(eq(subject.id, gone))
  at('2026-06-20T06:00:00Z')
  await round()
  expect(await told(id)).toEqual([`trail.late ${jari.id}`])
  expect(await told(gone)).toEqual([])
})
