import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyHolding } from '#core/identity/holdings.ts'
import { keepPlace, placeFacts } from '#modules/directory/server'
import { town } from '../../../tests/town.ts'
import { countUsual, keepCounters } from './by-clock.server.ts'
import { crowdOf } from './crowd.server.ts'
import { usualDays } from './curve.server.ts'
import { counterForm, makeCounter, pauseCounter, resetCounter } from './keep-counter.server.ts'
import { keepPastLevels } from './keep-history.server.ts'
import { type Count, passages } from './passages.server.ts'
import { showCounter } from './counters.server.ts'
import './holding.server.ts'
import './now-source.server.ts'

const t = await town()
const db = t.house.database.owner
const m = t.municipality.id
let made = 0
const placeOf = async (unit: string = t.units.sports) => (await t.antti.does(keepPlace, placeFacts.parse({ kind: 'swimmingHall', name: { fi: `Uimahalli ${++made}` }, longitude: 23.6, latitude: 61.55 }), { unitId: unit })).id
const counterAt = async (placeId: string, more: Record<string, unknown> = {}) => (await t.jari.does(makeCounter, placeId, counterForm.parse({ nameFi: 'Allas', way: 'gates', capacity: '100', ...more })) as { id: string }).id
const at = (iso: string) => { t.house.time = new Date(iso) }
let n = 0
const one = (iso: string, its: Partial<Count>): Count => ({ clientId: `c${++n}`, at: iso, ...its })
const send = (id: string, ...counts: Count[]) => t.jari.does(passages, id, counts)
const now = async (id: string) => { const { rows: [row] } = await db.execute<{ inside: number; clipped: number; entered: number; day: string; fault: string | null; band: string | null }>(sql`select inside, clipped, entered, day::text, fault, band from occupancy.counter where id = ${id}`); return row! }
const levels = async (id: string) => (await db.execute<{ at: string; inside: number; slot: number; kind: number; sure: boolean }>(sql`select to_char(at at time zone 'UTC', 'HH24:MI') as at, inside, slot, kind, sure from occupancy.level where counter_id = ${id} order by level.at`)).rows
const opens = (placeId: string, from: string, until: string) => db.execute(sql`insert into directory.open_time (municipality_id, owner_id, opens_at, closes_at, state) values (${m}, ${placeId}, ${from}, ${until}, 'open')`)
const tick = () => keepCounters(t.house, (cause) => { throw cause })

describe('how many are inside', () => {
  test('who comes and goes, whatever the order in which the counts come, the same one once', async () => {
    at('2026-11-23T10:00:00Z')
    const [a, b] = [await counterAt(await placeOf()), await counterAt(await placeOf())]
    const counts = [one('2026-11-23T08:00:00Z', { entered: 10 }), one('2026-11-23T08:20:00Z', { left: 4 }), one('2026-11-23T09:05:00+00:00', { entered: 2, left: 1 }), one('2026-11-23T11:40:00+02:00', { entered: 7 })]
    expect(await send(a, ...counts)).toEqual({ taken: 4, known: 0, refused: [] })
    for (const each of counts.toReversed()) await send(b, each)
    expect(await send(b, ...counts)).toEqual({ taken: 0, known: 4, refused: [] })
    expect([(await now(a)).inside, (await now(b)).inside]).toEqual([14, 14])
    expect(await levels(a)).toEqual(await levels(b))
    expect((await levels(a)).filter((each) => ['08:00', '08:15', '08:45', '09:00', '09:30', '10:00'].includes(each.at)).map((each) => each.inside)).toEqual([10, 6, 6, 7, 14, 14])
  })
  test('never below zero: who leaves without having come is counted as clipped, and does not eat those who come next', async () => {
    const id = await counterAt(await placeOf())
    await send(id, one('2026-11-23T08:00:00Z', { entered: 2 }), one('2026-11-23T08:01:00Z', { left: 5 }), one('2026-11-23T08:02:00Z', { entered: 4 }))
    expect(await now(id)).toMatchObject({ inside: 4, clipped: 3, entered: 6 })
  })
  test('any counts in any order: as one by one with a floor', async () => {
    const id = await counterAt(await placeOf(), { capacity: '20000' })
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ minute: fc.integer({ min: 0, max: 300 }), entered: fc.integer({ min: 0, max: 9 }), left: fc.integer({ min: 0, max: 9 }), inside: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 6 }) }), { minLength: 1, maxLength: 25 }), async (all) => {
      await db.execute(sql`delete from occupancy.passage where counter_id = ${id}`)
      const counts = all.map(({ minute, entered, left, inside }) => one(new Date(Date.parse('2026-11-23T04:00:00Z') + minute * 60_000).toISOString(), inside === null ? { entered, left } : { inside }))
      await send(id, ...counts)
      const expected = counts.toSorted((x, y) => x.at.localeCompare(y.at) || (x.clientId < y.clientId ? -1 : 1)).reduce((count, each) => (each.inside !== undefined ? each.inside : Math.max(0, count + each.entered! - each.left!)), 0)
      expect((await now(id)).inside).toBe(expected)
    }), { numRuns: 40 })
  })
  test('an absolute count needs nothing before it, and what came late before it changes nothing after it', async () => {
    const id = await counterAt(await placeOf())
    await send(id, one('2026-11-23T09:00:00Z', { inside: 40 }), one('2026-11-23T09:10:00Z', { left: 5 }))
    await send(id, one('2026-11-23T08:30:00Z', { entered: 30 }))
    expect((await now(id)).inside).toBe(35)
    expect((await levels(id)).find((each) => each.at === '08:30')!.inside).toBe(30)
  })
  test('two hundred at once are all there', async () => {
    const id = await counterAt(await placeOf(), { capacity: '1000' })
    const twice = one('2026-11-23T09:00:00Z', { entered: 1 })
    await Promise.all(Array.from({ length: 40 }, (_, i) => send(id, ...(i % 4 === 0 ? [twice] : Array.from({ length: 5 }, (_each, k) => one(`2026-11-23T0${7 + (i % 2)}:0${k}:00Z`, { entered: 1 }))))))
    expect((await now(id)).inside).toBe(151)
  })
  test('a late batch of another day is worked into that day alone; what is too old or of the future is refused, the rest is taken', async () => {
    const id = await counterAt(await placeOf())
    await send(id, one('2026-11-23T09:00:00Z', { entered: 8 }))
    const its = await send(id, one('2026-11-21T12:00:00Z', { entered: 50 }), one('2026-11-01T12:00:00Z', { entered: 1 }), one('2026-11-23T10:06:00Z', { entered: 1 }))
    expect([its.taken, its.refused.map((each) => each.reason)]).toEqual([1, ['tooOld', 'inFuture']])
    expect((await now(id)).inside).toBe(8)
    expect((await db.execute<{ n: string }>(sql`select count(*) n from occupancy.level where counter_id = ${id} and day = '2026-11-21' and inside = 50`)).rows[0]!.n).toBe('40')
  })
  test('tickets: people leave by the usual stay, half of it all are there, after one and a half nobody', async () => {
    const id = await counterAt(await placeOf(), { way: 'tickets', stayMinutes: '90' })
    expect((await send(id, one('2026-11-23T08:00:00Z', { entered: 40 }), one('2026-11-23T08:00:00Z', { left: 1 }))).refused).toMatchObject([{ reason: 'notCounted' }])
    const its = await levels(id)
    expect(['08:00', '08:30', '08:45', '09:15', '09:45', '10:00'].map((q) => its.find((each) => each.at === q)!.inside)).toEqual([40, 40, 33, 20, 7, 7])
  })
})

describe('the night', () => {
  test('all begin at nobody at the counter’s hour', async () => {
    at('2026-11-23T20:00:00Z')
    const id = await counterAt(await placeOf(), { resetHour: '4' })
    await send(id, one('2026-11-23T19:00:00Z', { entered: 9 }))
    at('2026-11-24T01:59:00Z'); await tick()
    expect(await now(id)).toMatchObject({ inside: 9, day: '2026-11-23' })
    at('2026-11-24T02:01:00Z'); await tick()
    expect(await now(id)).toMatchObject({ inside: 0, day: '2026-11-24', entered: 0 })
    const its = await levels(id)
    expect(its.find((each) => each.at === '01:45')).toMatchObject({ inside: 9, slot: 15, kind: 2 })
    expect(its.at(-1)).toMatchObject({ at: '02:00', inside: 0 })
  })
  test.each([['spring', '2026-03-28', '2026-03-29', '2026-03-30'], ['autumn', '2026-10-24', '2026-10-25', '2026-10-26']])('both clock changes (%s), any hour: each day begins once, and every moment is of the latest day that has begun', async (which, ...days) => {
    for (let hour = 0; hour < 24; hour++) {
      const { rows } = await db.execute<{ day: string; bad: boolean; quarters: number }>(sql`
        select d::text as day, bool_or(occupancy.day_of(q, ${hour}) <> d) as bad, count(*)::int as quarters from unnest(${sql.param(days.slice(0, 2))}::date[]) d
        cross join lateral generate_series(occupancy.day_begins(d, ${hour}), occupancy.day_begins(d + 1, ${hour}) - interval '1 microsecond', interval '15 minutes') q group by d order by d`)
      expect(rows.map((row) => row.bad)).toEqual([false, false])
      const begins = (await db.execute<{ hour: number }>(sql`select extract(hour from occupancy.day_begins(d, ${hour}) at time zone 'Europe/Helsinki')::int as hour from unnest(${sql.param(days)}::date[]) d order by d`)).rows.map((row) => row.hour)
      expect(begins.filter((each) => each !== hour)).toEqual(which === 'spring' && hour === 3 ? [4] : [])
      expect(rows.reduce((sum, row) => sum + row.quarters, 0)).toBe((which === 'spring' ? 47 : 49) * 4)
    }
  })
  test.each([['2026-03-29T06:00:00Z', 23], ['2026-10-25T07:00:00Z', 25]])('levels of the day of a clock change follow each other without a gap: %s', async (time, hours) => {
    at(time)
    const id = await counterAt(await placeOf(), { resetHour: '0' })
    await send(id, one(new Date(Date.parse(time) - 60_000).toISOString(), { entered: 3 }))
    const its = await db.execute<{ gaps: string; n: string; slots: string }>(sql`select count(*) filter (where at - before > interval '15 minutes') gaps, count(*) n, count(distinct slot) slots from (select at, slot, lag(at) over (order by at) before from occupancy.level where counter_id = ${id}) l`)
    expect(its.rows[0]!.gaps).toBe('0')
    expect(Number(its.rows[0]!.n) - Number(its.rows[0]!.slots)).toBe(hours === 25 ? 4 : 0)
  })
})

describe('what everyone is told', () => {
  test('a band and a share in steps, never how many; not known when the counter is silent, and known again', async () => {
    at('2026-11-23T10:00:00Z')
    const place = await placeOf(), id = await counterAt(place)
    await opens(place, '2026-11-23T05:00:00Z', '2026-11-23T19:00:00Z')
    expect((await t.guest.sees(crowdOf, [place]))[0]).toMatchObject({ state: 'unknown', why: 'never', band: null })
    await send(id, one('2026-11-23T09:58:00Z', { entered: 64 }))
    const told = (await t.guest.sees(crowdOf, [place]))[0]!
    expect(told).toMatchObject({ state: 'known', band: 'busy', share: 60, step: 10, against: null })
    expect(JSON.stringify(told)).not.toContain('64')
    at('2026-11-23T11:29:00Z')
    expect((await t.guest.sees(crowdOf, [place]))[0]!.state).toBe('unknown')
    await tick()
    expect(await now(id)).toMatchObject({ fault: 'silent', band: null })
    expect((await levels(id)).filter((each) => !each.sure).map((each) => each.at)).toContain('11:15')
    const notices = await db.execute<{ kind: string; person_id: string }>(sql`select kind, person_id from notices.notice where kind like 'occupancy.%' and subject_id = ${place}`)
    expect(notices.rows).toEqual([{ kind: 'occupancy.broke', person_id: t.jari.id }])
    await tick() // told once
    await send(id, one('2026-11-23T11:29:00Z', { entered: 1 }))
    expect((await now(id)).fault).toBe('silent') // nobody knows who went meanwhile
    await send(id, ...Array.from({ length: 6 }, (_, i) => one(new Date(Date.parse('2026-11-23T10:10:00Z') + i * 12 * 60_000).toISOString(), { left: 4 })))
    expect(await now(id)).toMatchObject({ fault: null, inside: 41, band: 'normal' })
    expect((await db.execute(sql`select 1 from notices.notice where kind like 'occupancy.%' and subject_id = ${place}`)).rows).toHaveLength(2)
  })
  test('closed: nothing is told', async () => {
    at('2026-11-23T20:00:00Z')
    const place = await placeOf(), id = await counterAt(place)
    await opens(place, '2026-11-23T05:00:00Z', '2026-11-23T19:00:00Z')
    await send(id, one('2026-11-23T18:58:00Z', { inside: 2 }))
    expect((await t.guest.sees(crowdOf, [place]))[0]).toMatchObject({ state: 'closed', band: null, share: null })
  })
  test('exits without entries are noticed; an official says how many are inside, and it is believed again', async () => {
    at('2026-11-23T12:00:00Z')
    const place = await placeOf(), id = await counterAt(place)
    await send(id, one('2026-11-23T11:00:00Z', { entered: 30 }), one('2026-11-23T11:30:00Z', { left: 60 }))
    expect(await now(id)).toMatchObject({ inside: 0, clipped: 30, fault: 'negative' })
    expect((await t.guest.sees(crowdOf, [place]))[0]).toMatchObject({ state: 'unknown', why: 'negative' })
    await expect(t.leena.does(resetCounter, id, 12)).rejects.toThrow('forbidden')
    await t.jari.does(resetCounter, id, 12)
    expect(await now(id)).toMatchObject({ inside: 12, clipped: 0, fault: null })
    expect((await t.jari.sees(showCounter, id)).log).toMatchObject([{ what: 'negative', endedBy: 'Jari Niemi', shown: { clipped: 30, entered: 30 } }])
  })
  test('more than fits by a fifth, and a pause: not known, and nobody is told during the pause', async () => {
    const place = await placeOf(), id = await counterAt(place)
    await send(id, one('2026-11-23T11:00:00Z', { inside: 121 }))
    expect((await now(id)).fault).toBe('above')
    await send(id, one('2026-11-23T11:10:00Z', { inside: 95 }))
    expect(await now(id)).toMatchObject({ fault: null, band: 'full' })
    await t.jari.does(pauseCounter, id, true)
    expect((await t.guest.sees(crowdOf, [place]))[0]).toMatchObject({ state: 'unknown', why: 'paused' })
    await send(id, one('2026-11-23T11:20:00Z', { inside: 150 }))
    expect((await now(id)).fault).toBeNull()
  })
  test('two that notice the same fault at once: it is one, and told once', async () => {
    const place = await placeOf(), id = await counterAt(place)
    await Promise.all(Array.from({ length: 8 }, (_, i) => send(id, one(`2026-11-23T11:0${i}:00Z`, { inside: 130 + i }))))
    expect((await t.jari.sees(showCounter, id)).log).toHaveLength(1)
    expect((await db.execute(sql`select 1 from notices.notice where kind = 'occupancy.broke' and subject_id = ${place}`)).rows).toHaveLength(1)
  })
})

describe('what is usual', () => {
  test('the median of the same weekday from four weeks on; holidays apart; nothing that was not trusted', async () => {
    at('2026-11-23T16:20:00Z')
    const place = await placeOf(), id = await counterAt(place)
    const past = (weeks: number, inside: number) => ({ at: new Date(Date.parse('2026-11-23T16:15:00Z') - weeks * 7 * 86_400_000), inside })
    await t.jari.does(keepPastLevels, id, [past(1, 40), past(2, 44), past(3, 48)])
    await t.jari.does(countUsual)
    await send(id, one('2026-11-23T16:10:00Z', { inside: 10 }))
    expect((await t.guest.sees(crowdOf, [place]))[0]!.against).toBeNull()
    expect(await t.guest.sees(usualDays, [id])).toEqual(new Map())
    await t.jari.does(keepPastLevels, id, [past(4, 52), past(9, 1)])
    await t.jari.does(countUsual)
    expect((await t.guest.sees(crowdOf, [place]))[0]).toMatchObject({ against: 'less', kind: 1, hour: 18 })
    expect((await t.guest.sees(usualDays, [id])).get(id)).toEqual([{ kind: 1, hours: [{ hour: 18, band: 'normal', share: 40 }], quietest: 18, busiest: 18 }])
    await db.execute(sql`update occupancy.level set sure = false where counter_id = ${id} and inside = 52`)
    await t.jari.does(countUsual)
    expect((await t.guest.sees(usualDays, [id])).size).toBe(0)
  })
  test('old counts and levels are forgotten, others stay', async () => {
    at('2026-11-23T12:00:00Z')
    const id = await counterAt(await placeOf())
    await send(id, one('2026-11-10T12:00:00Z', { entered: 5 }), one('2026-11-23T11:00:00Z', { entered: 5 }))
    await t.jari.does(keepPastLevels, id, [{ at: new Date('2025-10-01T12:00:00Z'), inside: 3 }, { at: new Date('2025-11-01T12:00:00Z'), inside: 3 }])
    at('2026-11-25T12:00:00Z')
    await t.jari.does(countUsual)
    expect((await db.execute<{ at: string }>(sql`select day::text as at from occupancy.passage where counter_id = ${id}`)).rows).toEqual([{ at: '2026-11-23' }])
    expect((await db.execute<{ n: string }>(sql`select count(*) n from occupancy.level where counter_id = ${id} and day < '2026-01-01'`)).rows[0]!.n).toBe('1')
  })
  test('a counter’s own longest silence is counted of its gaps', async () => {
    const id = await counterAt(await placeOf())
    await send(id, ...Array.from({ length: 80 }, (_, i) => one(new Date(Date.parse('2026-11-25T05:00:00Z') + i * 5 * 60_000).toISOString(), { entered: 1 })))
    await t.jari.does(countUsual)
    expect((await db.execute<{ g: number }>(sql`select usual_gap_minutes g from occupancy.counter where id = ${id}`)).rows[0]!.g).toBe(5)
  })
})

test('falling quiet while open tells those who wished it, once; at closing time nobody', async () => {
  at('2026-11-25T12:00:00Z')
  const place = await placeOf(), id = await counterAt(place)
  await opens(place, '2026-11-25T05:00:00Z', '2026-11-25T19:00:00Z')
  await db.execute(sql`insert into trail.follow (municipality_id, id, person_id, subject_id, why, language, rhythm, by_mail, by_push, confirmed_at) values (${m}, ${place}, ${t.aino.id}, ${place}, 'self', 'fi', 'atOnce', true, true, now())`)
  await db.execute(sql`insert into directory.wish (municipality_id, id, follow_id, place_id, what) values (${m}, gen_random_uuid(), ${place}, ${place}, 'quiet')`)
  const told = async () => (await db.execute(sql`select 1 from notices.notice where person_id = ${t.aino.id} and subject_id = ${place} and kind = 'directory.wishTrue'`)).rows.length
  await send(id, one('2026-11-25T11:00:00Z', { inside: 10 }))
  expect(await told()).toBe(0) // it was quiet all along
  await send(id, one('2026-11-25T11:10:00Z', { inside: 70 }))
  await send(id, one('2026-11-25T11:20:00Z', { inside: 12 }))
  expect(await told()).toBe(1)
  at('2026-11-25T19:05:00Z')
  await send(id, one('2026-11-25T18:50:00Z', { inside: 65 }))
  await send(id, one('2026-11-25T19:02:00Z', { inside: 0 }))
  expect(await told()).toBe(1)
})

test('who set a counter right is told that in their data, and is named no more when they leave', async () => {
  at('2026-11-23T10:00:00Z')
  const id = await counterAt(await placeOf())
  await send(id, one('2026-11-23T09:00:00Z', { inside: 400 }))
  await t.jari.does(resetCounter, id, 20)
  const its = everyHolding().get('occupancy')!
  expect((await t.jari.sees(its.read, t.jari.id)).setRight).toContainEqual(expect.objectContaining({ fault: 'above' }))
  await t.jari.does(its.erase, t.jari.id)
  expect((await t.jari.sees(its.read, t.jari.id)).setRight).toEqual([])
})
