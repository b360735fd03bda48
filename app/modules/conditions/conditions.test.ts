import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { keepPlace, type NowFact, placeFacts, rightNow } from '#modules/directory/server'
import { town } from '../../../tests/town.ts'
import { keepWishes } from '../directory/wishes/keep.server.ts'
import { forgetConditions } from './holding.server.ts'
import './now.server.ts'
import { maintained, maintainedForm, observationForm, observe } from './observe.server.ts'
import { conditionsOf, maintainedOf } from './read.server.ts'
import { keepSeason, noticeForm, sayNotice, seasonForm } from './say.server.ts'

const its = await town()
const { house, saara, jari, leena, aino, guest, antti } = its
const db = house.database.owner
const start = new Date('2026-11-20T07:00:00Z')
const hours = (count: number, more = 0) => new Date(start.getTime() + count * 3_600_000 + more)
const makePlace = async (kind = 'rink', unit = its.units.sports) => (await antti.does(keepPlace, placeFacts.parse({ kind, name: { fi: 'Soppeenmäen kenttä', sv: 'Soppeenmäki plan' }, longitude: 23.6, latitude: 61.55 }), { unitId: unit })).id
let rink: string, count = 0
beforeEach(async () => { house.time = start; rink = await makePlace() })
const say = (property: string, value: string | number | null, more: Record<string, unknown> = {}) => observationForm.parse({ placeId: rink, property, ...(typeof value === 'number' ? { number: value } : { value }), clientId: `c${count++}`, ...more })
const now = async (id = rink) => (await guest.sees(rightNow, [id])).get(id)!
const ice = (facts: NowFact[]) => facts.find((each) => each.key === 'ice')

describe('what a worker says', () => {
  test('is told with its time, until it is too old; some words step down first', async () => {
    await saara.does(observe, say('ice', 'good'))
    expect(ice(await now())).toMatchObject({ words: 'Jää: hyvä', tone: 'good', primary: true, at: start, data: { property: 'ice', value: 'good', quality: 'good', known: true, source: 'worker' } })
    house.time = hours(24, -1)
    expect(ice(await now())!.words).toBe('Jää: hyvä')
    house.time = hours(24)
    expect(ice(await now())).toMatchObject({ words: 'Jää: kohtalainen', tone: 'fair' })
    house.time = hours(72, -1)
    expect(ice(await now())!.words).toBe('Jää: kohtalainen')
    house.time = hours(72)
    expect(ice(await now())).toMatchObject({ words: 'Jää: ei tiedossa (viimeksi pe 20.11.)', tone: 'unknown', until: null, data: { known: false, value: null, quality: 'unknown' } })
    expect((await guest.sees(conditionsOf, [rink])).get(rink)).toMatchObject([{ property: 'ice', known: false, value: null, was: { value: 'good' }, expiresAt: hours(72) }])
  })
  test('hours are hours when the clocks are changed', async () => {
    const before = new Date('2026-10-24T18:00:00Z')
    await saara.does(observe, say('ice', 'soft', { observedAt: before.toISOString() }))
    house.time = new Date(before.getTime() + 24 * 3_600_000 - 1)
    expect(ice(await now())!.tone).toBe('poor')
    house.time = new Date(before.getTime() + 24 * 3_600_000)
    expect(ice(await now())!.tone).toBe('unknown')
    const spring = new Date('2027-03-27T18:00:00Z')
    house.time = spring
    await saara.does(observe, say('ice', 'soft'))
    house.time = new Date(spring.getTime() + 24 * 3_600_000)
    expect(ice(await now())!.words).toBe('Jää: ei tiedossa (viimeksi la 27.3.)')
  })
  test('closed holds long and says since when, also when it is said again', async () => {
    await saara.does(observe, say('ice', 'closed'))
    house.time = hours(48)
    await saara.does(observe, say('ice', 'closed'))
    house.time = hours(24 * 100)
    expect(ice(await now())).toMatchObject({ words: 'Jää: suljettu 20.11.2026 alkaen', tone: 'off' })
  })
  test('that comes out of order changes nothing of now', async () => {
    await saara.does(observe, say('ice', 'bumpy'))
    await saara.does(observe, say('ice', 'good', { observedAt: hours(-3).toISOString() }))
    expect(ice(await now())!.words).toBe('Jää: epätasainen')
    const { rows } = await db.execute(sql`select count(*)::int as n from conditions.observation where place_id = ${rink}`)
    expect(rows[0]).toEqual({ n: 2 })
  })
  test('nothing is known any more when the worker says so', async () => {
    await saara.does(observe, say('ice', 'good'))
    house.time = hours(1)
    await saara.does(observe, say('ice', null))
    expect(ice(await now())).toMatchObject({ words: 'Jää: ei tiedossa', tone: 'unknown' })
  })
  test('a warning of another property stands in lists beside the primary one', async () => {
    const beach = await makePlace('beach')
    await saara.does(observe, { ...say('water', 18.5), placeId: beach })
    await saara.does(observe, { ...say('algae', 'much'), placeId: beach })
    expect((await now(beach)).filter((each) => each.primary).map((each) => each.words)).toEqual(['Vesi: 18,5 °C, sopivaa', 'Sinilevä: runsaasti'])
  })
  test('is refused by what the kind of place has', async () => {
    expect(await saara.does(observe, say('algae', 'much'))).toEqual({ problems: { property: 'unknownProperty' } })
    expect(await saara.does(observe, say('ice', 'constructor'))).toEqual({ problems: { value: 'unknownValue' } })
    expect(await saara.does(observe, say('ice', 5))).toEqual({ problems: { number: 'notANumber' } })
    expect(await saara.does(observe, say('ice', 'good', { observedAt: hours(0, 5 * 60_000 + 1).toISOString() }))).toEqual({ problems: { observedAt: 'future' } })
    const beach = await makePlace('beach')
    expect(await saara.does(observe, { ...say('water', 99), placeId: beach })).toEqual({ problems: { number: 'outOfRange' } })
  })
  test('a clock a little ahead is ours', async () => {
    await saara.does(observe, say('ice', 'good', { observedAt: hours(0, 4 * 60_000).toISOString() }))
    expect(ice(await now())!.at).toEqual(start)
  })
  test('is the unit’s to say, not others’', async () => {
    for (const who of [jari, antti]) await who.does(observe, say('ice', 'good'))
    for (const who of [leena, aino]) await expect(who.does(observe, say('ice', 'good'))).rejects.toThrow('forbidden')
    await expect(guest.does(observe, say('ice', 'good'))).rejects.toThrow('signInNeeded')
    await expect(antti.does(observe, { ...say('ice', 'good'), placeId: '11111111-1111-7111-8111-111111111111' })).rejects.toThrow('notFound')
  })
})

describe('what is taken care of', () => {
  test('is a fact of its own beside the condition, with its time', async () => {
    await saara.does(observe, say('ice', 'bumpy'))
    await saara.does(maintained, maintainedForm.parse({ placeId: rink, what: 'iced', clientId: 'm1' }))
    house.time = hours(3)
    expect((await now()).map((each) => each.words)).toEqual(['Jää: epätasainen', 'Jäädytetty klo 9.00'])
    house.time = hours(30)
    expect((await now()).map((each) => each.words)).toContain('Jäädytetty pe 20.11. klo 9.00')
    house.time = hours(48)
    expect((await now()).map((each) => each.words)).toEqual(['Jää: epätasainen'])
    expect((await guest.sees(maintainedOf, [rink])).get(rink)).toEqual([{ what: 'iced', at: start, source: 'worker' }])
  })
  test('only what its kind has', async () => {
    expect(await saara.does(maintained, maintainedForm.parse({ placeId: rink, what: 'raked', clientId: 'm2' }))).toEqual({ problems: { what: 'unknownMaintenance' } })
  })
})

describe('who waits for good conditions', () => {
  const told = async (id: string) => (await db.execute<{ n: number }>(sql`select count(*)::int as n from notices.notice where subject_id = ${id} and kind = 'directory.wishTrue'`)).rows[0]!.n
  const waiting = async () => { const id = await makePlace('beach'); await aino.does(keepWishes, id, ['good']); return id }
  test('hears of it when it turns good, and not while something is to be watched out for', async () => {
    const beach = await waiting()
    await saara.does(observe, say('algae', 'much', { placeId: beach }))
    await saara.does(observe, say('water', 19, { placeId: beach }))
    expect(await told(beach)).toBe(0)
    const clear = await waiting()
    await saara.does(observe, say('algae', 'none', { placeId: clear }))
    await saara.does(observe, say('water', 19, { placeId: clear }))
    expect(await told(clear)).toBe(1)
  })
  test('and not out of season, when a sensor in the water says what it says', async () => {
    const beach = await waiting()
    await saara.does(keepSeason, seasonForm.parse({ placeId: beach, on: 'off' }))
    await saara.does(observe, say('water', 19, { placeId: beach }))
    expect(await told(beach)).toBe(0)
  })
})

describe('at the same time', () => {
  test('the same client id twice is once', async () => {
    const same = say('ice', 'good')
    const both = await Promise.all([saara.does(observe, same), jari.does(observe, same), saara.does(observe, same)])
    expect(both.filter((each) => 'kept' in each && each.kept)).toHaveLength(1)
  })
  test('twenty of one place: all are kept, and the newest is what is known', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => saara.does(observe, say('ice', i === 13 ? 'snowy' : 'fair', { observedAt: hours(-1, i === 13 ? 60_000 : i * 1000).toISOString() }))))
    expect(ice(await now())!.words).toBe('Jää: lumen peitossa')
    expect((await db.execute(sql`select count(*)::int as n from conditions.observation where place_id = ${rink}`)).rows[0]).toEqual({ n: 20 })
  })
  test('a word on a place by two is one', async () => {
    const word = (text: string) => saara.does(sayNotice, noticeForm.parse({ placeId: rink, wordsFi: text, until: '2026-11-25', clientId: text }))
    await Promise.all([word('Pukukoppi on kiinni.'), word('Maalit puuttuvat.')])
    expect((await now()).filter((each) => each.key === 'notice')).toHaveLength(1)
  })
})

test('a word on a place is true until its day is over', async () => {
  await saara.does(sayNotice, noticeForm.parse({ placeId: rink, wordsFi: 'Itäpää on köysitetty.', wordsEn: 'The eastern end is roped off.', until: '2026-11-22', clientId: 'w1' }))
  house.time = new Date('2026-11-22T21:59:58Z')
  expect((await now()).map((each) => each.words)).toEqual(['Itäpää on köysitetty.'])
  house.time = new Date('2026-11-22T22:00:00Z')
  expect(await now()).toEqual([])
  expect(noticeForm.safeParse({ placeId: rink, until: '2026-02-31', clientId: 'w2', wordsFi: 'x' }).success).toBe(false)
  expect(await saara.does(sayNotice, noticeForm.parse({ placeId: rink, wordsFi: 'x', until: '2026-11-20', clientId: 'w3' }))).toEqual({ problems: { until: 'past' } })
})
test('out of season a place says only that', async () => {
  await saara.does(observe, say('ice', 'good'))
  await saara.does(keepSeason, seasonForm.parse({ placeId: rink, on: 'off' }))
  expect((await now()).map((each) => each.words)).toEqual(['Kausi on päättynyt'])
  expect((await guest.sees(conditionsOf, [rink])).get(rink)).toEqual([])
  expect(await saara.does(keepSeason, seasonForm.parse({ placeId: rink, on: 'on', at: hours(-2).toISOString() }))).toEqual({ changed: false })
  house.time = hours(1)
  await saara.does(keepSeason, seasonForm.parse({ placeId: rink, on: 'on' }))
  expect(ice(await now())!.words).toBe('Jää: hyvä')
  const gym = await makePlace('gym')
  expect(await saara.does(keepSeason, seasonForm.parse({ placeId: gym, on: 'off' }))).toEqual({ problems: { on: 'noSeason' } })
})

describe('the database', () => {
  test('lets nobody change or take away what was seen', async () => {
    await saara.does(observe, say('ice', 'good'))
    for (const who of [db, house.database.of(its.municipality.id)]) {
      await expect(who.execute(sql`update conditions.observation set value = 'closed' where place_id = ${rink}`)).rejects.toMatchObject({ cause: { code: '23001' } })
      await expect(who.execute(sql`delete from conditions.observation where place_id = ${rink}`)).rejects.toMatchObject({ cause: { code: '23001' } })
      await expect(who.execute(sql`update conditions.observation set person_id = null, observed_at = now() where place_id = ${rink}`)).rejects.toMatchObject({ cause: { code: '23001' } })
    }
  })
  test('forgets who said it after 90 days, and what was seen after 400', async () => {
    await saara.does(observe, say('ice', 'good'))
    await saara.does(maintained, maintainedForm.parse({ placeId: rink, what: 'iced', clientId: `f${count++}` }))
    const rows = async () => (await db.execute<{ person: boolean }>(sql`select person_id is not null as person from conditions.observation where place_id = ${rink} union all select person_id is not null from conditions.maintained where place_id = ${rink}`)).rows
    house.time = hours(24 * 89)
    await antti.does(forgetConditions)
    expect(await rows()).toEqual([{ person: true }, { person: true }])
    house.time = hours(24 * 91)
    await antti.does(forgetConditions)
    expect(await rows()).toEqual([{ person: false }, { person: false }])
    house.time = hours(24 * 401)
    await antti.does(forgetConditions)
    expect(await rows()).toEqual([])
    expect(await now()).toEqual([])
  })
  test('another municipality sees nothing of it', async () => {
    const there = await town({ house, name: 'Naapurila' })
    await saara.does(observe, say('ice', 'good'))
    expect(await there.guest.sees(conditionsOf, [rink])).toEqual(new Map())
    await expect(there.antti.does(observe, say('ice', 'good'))).rejects.toThrow('notFound')
  })
})
