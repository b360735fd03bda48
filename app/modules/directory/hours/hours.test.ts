import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { town } from '../../../../tests/town.ts'
import { placeFacts } from '../facts.ts'
import { keepPlace } from '../keep-place.server.ts'
import { rightNow } from '../right-now.ts'
import { keepWishes } from '../wishes/keep.server.ts'
import './right-now.server.ts'
import { momentOf } from './days.ts'
import { hoursOf } from './hours.server.ts'
import { keepHours } from './keep-hours.server.ts'
import { keepOpenTimes, opensNow } from './open-times.server.ts'
import { openWords, piecesOf } from './open-words.ts'
import { openAt } from './engine.ts'

const t = await town()
const at = (text: string) => momentOf(text.slice(0, 10), text.slice(11))
const place = (ctx: Ctx, name: string, kind = 'library') => keepPlace(ctx, placeFacts.parse({ kind, name: { fi: name }, longitude: 23.6, latitude: 61.55 }), { unitId: t.units.library })
const spans = (start: string, end: string, more: object = {}) => [{ groups: [{ spans: [{ weekdays: null, start, end, state: 'open', ...more }] }] }]
const times = async (id: string) => (await t.house.database.ownerPool.query('select opens_at, closes_at, state from directory.open_time where owner_id = $1 order by opens_at', [id])).rows.map((row) => [row.opens_at.toISOString(), row.closes_at.toISOString(), row.state])
const openTimes = () => keepOpenTimes(t.house, (cause) => { throw cause })
beforeEach(() => { t.house.time = at('2026-11-22 11:00') })

describe('hours are kept', () => {
  test('once, with what is open in the coming two weeks and an event that followers hear of; the same again changes nothing', async () => {
    const { id } = await t.leena.does(place, 'Leija')
    expect(await t.leena.does(keepHours, id, 'place', spans('08:00', '20:00'))).toEqual({ changed: true })
    expect(await t.leena.does(keepHours, id, 'place', spans('08:00', '20:00'))).toEqual({ changed: false })
    const written = await times(id)
    expect(written).toHaveLength(16)
    expect(written[0]).toEqual(['2026-11-21T06:00:00.000Z', '2026-11-21T18:00:00.000Z', 'open'])
    expect((await t.house.database.ownerPool.query(`select count(*)::int as n from trail.event where subject_id = $1 and kind = 'directory.hours'`, [id])).rows[0].n).toBe(1)
    expect((await t.leena.sees(hoursOf, [id])).get(id)).toMatchObject({ version: 1, of: 'place', exceptions: [] })
    await t.leena.does(keepHours, id, 'place', spans('08:00', '18:00'), { version: 1, quiet: true })
    expect((await times(id))[0]![1]).toBe('2026-11-21T16:00:00.000Z')
    await t.leena.does(keepHours, id, 'place', [])
    expect([await times(id), (await t.leena.sees(hoursOf, [id])).size]).toEqual([[], 0])
  })
  test('what somebody else has changed meanwhile is not written over; of two at the same moment one is', async () => {
    const { id } = await t.leena.does(place, 'Kilpa')
    const both = await Promise.allSettled(['10:00', '11:00'].map((start) => t.leena.does(keepHours, id, 'place', spans(start, '20:00'), { version: 0 })))
    expect(both.map((its) => its.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((both.find((its) => its.status === 'rejected') as PromiseRejectedResult).reason).toBeInstanceOf(Conflict)
    await expect(t.leena.does(keepHours, id, 'place', spans('12:00', '20:00'), { version: 7 })).rejects.toBeInstanceOf(Conflict)
    const again = await Promise.allSettled(['12:00', '13:00'].map((start) => t.leena.does(keepHours, id, 'place', spans(start, '20:00'), { version: 1 })))
    expect(again.map((its) => its.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  test.each<[string, unknown]>([['no list', 'hello'], ['an end before its start', spans('20:00', '08:00')], ['no time', spans('8', '20:00')], ['no day', [{ from: '2026-13-01' }]], ['days in the wrong order', [{ from: '2026-12-24', until: '2026-12-01' }]], ['a rule over a period without a beginning', [{ groups: [{ spans: [{ start: '08:00', end: '10:00' }], rules: [{ context: 'period', subject: 'week', start: 1 }] }] }]]])('%s is refused', async (_, periods) => {
    const { id } = await t.leena.does(place, 'Väärä')
    await expect(t.leena.does(keepHours, id, 'place', periods)).rejects.toThrow()
    expect(await times(id)).toEqual([])
  })
})

describe('what is written down ahead', () => {
  test('a new day is written by the job, in batches, and what is right already is not touched', async () => {
    const { id } = await t.leena.does(place, 'Yö')
    await t.leena.does(keepHours, id, 'place', spans('18:00', '02:00', { nextDay: true }))
    t.house.time = at('2026-11-25 00:01')
    await openTimes()
    const written = await times(id)
    expect([written[0]![0], written.at(-1)![0]]).toEqual(['2026-11-23T16:00:00.000Z', '2026-12-09T16:00:00.000Z'])
    const stamps = () => t.house.database.ownerPool.query('select xmin::text from directory.open_time where owner_id = $1 order by opens_at', [id])
    const before = (await stamps()).rows
    await openTimes()
    await t.leena.does(async (ctx) => { await ctx.db.execute(sql`update directory.hours set reckoned_for = '2000-01-01' where owner_id = ${id}`) })
    await openTimes()
    expect((await stamps()).rows).toEqual(before)
  })
  test('another municipality has its own', async () => {
    const other = await town({ house: t.house, name: 'Naapurila' })
    const { id } = await t.leena.does(place, 'Meidän')
    await t.leena.does(keepHours, id, 'place', spans('08:00', '20:00'))
    expect((await other.leena.sees(hoursOf, [id])).size).toBe(0)
    expect(await other.leena.sees(async (ctx) => (await ctx.db.execute(sql`select 1 from directory.open_time where owner_id = ${id}`)).rows)).toEqual([])
  })
})

describe('when it opens', () => {
  const wish = async (id: string, since: string) => {
    t.house.time = at(since)
    await t.aino.does(keepWishes, id, ['opens'])
    await t.house.database.ownerPool.query('update directory.wish set created_at = $2 where place_id = $1', [id, at(since)])
  }
  const told = (id: string) => t.house.database.ownerPool.query(`select at from notices.notice where subject_id = $1 and kind = 'directory.wishTrue'`, [id]).then((its) => its.rows.length)
  test('it is told once, in the quarter of an hour that it is news, and the next day again', async () => {
    const { id } = await t.leena.does(place, 'Uimahalli', 'swimmingHall')
    await t.leena.does(keepHours, id, 'place', [{ groups: [{ spans: [{ start: '12:00', end: '16:00', state: 'self_service' }, { start: '16:00', end: '20:00', state: 'open' }] }] }])
    await wish(id, '2026-11-22 10:00')
    const seen: number[] = []
    for (const when of ['2026-11-22 11:59', '2026-11-22 12:00', '2026-11-22 12:01', '2026-11-22 12:14', '2026-11-22 16:00', '2026-11-22 16:10', '2026-11-23 12:20', '2026-11-24 12:14']) { t.house.time = at(when); await t.guest.does(opensNow); seen.push(await told(id)) }
    // from self-service to staffed is no opening; what was missed while the program was away is no news
    expect(seen).toEqual([0, 1, 1, 1, 1, 1, 1, 2])
  })
  test('two processes tell once, and a wish made after the opening waits for the next', async () => {
    const { id } = await t.leena.does(place, 'Jäähalli', 'iceHall')
    await t.leena.does(keepHours, id, 'place', spans('12:00', '20:00'))
    await wish(id, '2026-11-22 10:00')
    t.house.time = at('2026-11-22 12:00')
    await Promise.all([t.guest.does(opensNow), t.guest.does(opensNow)])
    expect(await told(id)).toBe(1)
    const { id: late } = await t.leena.does(place, 'Kuntosali', 'gym')
    await t.leena.does(keepHours, late, 'place', spans('12:00', '20:00'))
    await wish(late, '2026-11-22 12:03')
    t.house.time = at('2026-11-22 12:04')
    await t.guest.does(opensNow)
    expect(await told(late)).toBe(0)
  })
})

describe('in words', () => {
  const words = (periods: never[] | object[], now: string, language: 'fi' | 'sv' | 'en' = 'fi') => openWords(openAt(periods as never, [], at(now)), at(now), language).words
  const group = (...all: object[]) => [{ name: null, from: null, until: null, override: false, state: 'undefined', groups: [{ rules: [], spans: all.map((its) => ({ weekdays: null, nextDay: false, fullDay: false, note: null, state: 'open', ...its })) }] }]
  const week = group({ weekdays: [1, 2, 3, 4, 5], start: '08:00', end: '20:00' })
  test.each<[string, object[], string, string]>([
    ['open', week, '2026-11-23 12:00', 'Avoinna klo 20 asti'], ['before it opens', week, '2026-11-23 07:00', 'Suljettu, avautuu klo 8'], ['in the evening', week, '2026-11-23 21:00', 'Suljettu, avautuu huomenna klo 8'], ['over the weekend', week, '2026-11-27 21:00', 'Suljettu, avautuu maanantaina klo 8'],
    ['past midnight', group({ start: '18:00', end: '02:30', nextDay: true }), '2026-11-23 20:00', 'Avoinna klo 2.30 asti yöllä'], ['until midnight', group({ start: '18:00', end: '00:00', nextDay: true }), '2026-11-23 20:00', 'Avoinna klo 24 asti'],
    ['into the morning', group({ start: '18:00', end: '10:00', nextDay: true }), '2026-11-23 20:00', 'Avoinna huomiseen klo 10 asti'], ['over the weekend without a break', group({ weekdays: [6, 7], fullDay: true, start: null, end: null }), '2026-11-28 12:00', 'Avoinna huomiseen klo 24 asti'],
    ['self-service after staff', group({ start: '10:00', end: '18:00' }, { start: '18:00', end: '22:00', state: 'self_service' }), '2026-11-23 12:00', 'Avoinna klo 18 asti, sitten omatoimisesti klo 22 asti'], ['around the clock', group({ fullDay: true, start: null, end: null }), '2026-11-23 12:00', 'Avoinna ympäri vuorokauden'],
    ['an end that nobody has said', group({ start: '10:00', end: null }), '2026-11-23 12:00', 'Avoinna, sulkemisaikaa ei ole kerrottu'], ['by appointment', group({ start: '10:00', end: '15:00', state: 'by_appointment' }), '2026-11-23 12:00', 'Avoinna ajan varanneille klo 15 asti'], ['nothing known', [], '2026-11-23 12:00', 'Aukiolo ei ole tiedossa'],
  ])('%s', (_, periods, now, said) => expect(words(periods, now)).toBe(said))
  test('in Swedish and English', () => {
    const night = group({ start: '18:00', end: '10:00', nextDay: true })
    expect([words(night, '2026-11-23 20:00', 'sv'), words(night, '2026-11-23 20:00', 'en')]).toEqual(['Öppet till i morgon kl. 10', 'Open until 10:00 tomorrow'])
    expect([words(week, '2026-11-23 12:00', 'sv'), words(week, '2026-11-27 21:00', 'sv'), words(week, '2026-11-23 12:00', 'en'), words(week, '2026-11-27 21:00', 'en')]).toEqual(['Öppet till kl. 20', 'Stängt, öppnar på måndag kl. 8', 'Open until 20:00', 'Closed, opens on Monday at 08:00'])
  })
  test('an old page goes on with what is so then: each piece is what the server would say at that moment', () => {
    const now = at('2026-11-23 12:00')
    const pieces = piecesOf({ periods: week as never, exceptions: [] }, now, 'fi', 2)
    expect(pieces.map((its) => [new Date(its.from).toISOString(), its.words])).toEqual([
      ['2026-11-23T10:00:00.000Z', 'Avoinna klo 20 asti'], ['2026-11-23T18:00:00.000Z', 'Suljettu, avautuu huomenna klo 8'], ['2026-11-23T22:00:00.000Z', 'Suljettu, avautuu klo 8'],
      ['2026-11-24T06:00:00.000Z', 'Avoinna klo 20 asti'], ['2026-11-24T18:00:00.000Z', 'Suljettu, avautuu huomenna klo 8'], ['2026-11-24T22:00:00.000Z', 'Suljettu, avautuu klo 8'], ['2026-11-25T06:00:00.000Z', 'Avoinna klo 20 asti'], ['2026-11-25T18:00:00.000Z', 'Suljettu, avautuu huomenna klo 8'],
    ])
  })
  test('it is among what a place is like right now', async () => {
    const { id } = await t.leena.does(place, 'Nyt')
    const { id: without } = await t.leena.does(place, 'Puisto', 'park')
    await t.leena.does(keepHours, id, 'place', spans('08:00', '20:00'))
    const now = await t.guest.sees(rightNow, [id, without])
    expect(now.get(id)).toContainEqual(expect.objectContaining({ key: 'open', words: 'Avoinna klo 20 asti', tone: 'good', data: { state: 'open', open: true, until: '2026-11-22T18:00:00.000Z', next: '2026-11-23T06:00:00.000Z' } }))
    expect(now.get(without)!.filter((its) => its.key === 'open')).toEqual([])
  })
})
