import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { everyHolding } from '#core/identity/holdings.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { followTarget, followSubject } from '#core/trail/follow.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { linksOf, trailOf } from '#core/trail/trail.server.ts'
import { keepPlace, placeFacts, rightNow } from '#modules/directory/server'
import '#modules/disruptions/server'
import '#modules/work/server'
import { knownNear } from '../feedback/map/known.server.ts'
import { makeOrder } from '../work/make-order.server.ts'
import { town } from '../../../tests/town.ts'
import { endDisruption, keepTime, reopenDisruption, updateDisruption } from './change.server.ts'
import { chooseHowToHear } from './choice.server.ts'
import { currentDisruptions, disruptionsFor, openDisruptions } from './current.server.ts'
import { makeDisruption, type NewDisruption } from './make.server.ts'
import { disruptionsOfMine } from './mine.server.ts'
import { isNight, tellOfDisruptions } from './tell.server.ts'
import type { Where } from './where.server.ts'

const t = await town()
const naapurila = await town({ house: t.house, name: 'Naapurila' })
const { aino, otso, jari, saara, leena, antti, mirja, guest, house } = t
const db = house.database.owner
const nowhere: Where = { whole: false, areas: [], streets: [], places: [], shape: '', drawn: 'polygon', width: 30, name: '' }
/** An L around the lake: its middle, where its mark is, lies outside of it. */
const bend: Where = { ...nowhere, shape: '61.55 23.58\n61.55 23.62\n61.552 23.62\n61.552 23.584\n61.57 23.584\n61.57 23.58', name: 'Keijärven ranta' }
const inBend = { longitude: 23.615, latitude: 61.551 }, middle = { longitude: 23.60, latitude: 61.56 }
const make = async (its: Partial<NewDisruption> = {}, where: Where = bend, who = jari) => (await who.does(makeDisruption, { kind: 'water', unitId: t.units.sports, endsAt: new Date(house.time.getTime() + 4 * 3_600_000), ...its }, where)) as { id: string }
const tell = async () => { while ((await deliver(house, [tellThem, tellOfDisruptions])).events > 0) { /* all */ } }
type Told = { who: string | null; email: string | null; kind: string; rhythm: string; by_mail: boolean; by_push: boolean }
const heard = async (id: string) => (await db.execute<Told>(sql`select n.person_id as who, f.email, n.kind, n.rhythm, n.by_mail, n.by_push from notices.notice n left join trail.follow f on f.municipality_id = n.municipality_id and f.id = n.follow_id where n.subject_id = ${id} order by n.at, n.kind`)).rows
const near = (who: typeof aino, at: { longitude: number; latitude: number }, metres = 500, rhythm: 'atOnce' | 'weekly' = 'atOnce') => who.does((ctx) => followTarget(ctx, { id: who.id }, { near: { name: 'Mökki', ...at, metres } }, { rhythm }))
const withPush = (who: typeof aino) => db.execute(sql`insert into notices.push_to (municipality_id, id, person_id, endpoint, p256dh, auth) values (${t.municipality.id}, gen_random_uuid(), ${who.id}, ${`https://push.test/${who.id}`}, 'x', 'y')`)
const day = new Date('2026-11-24T09:00:00Z'), night = new Date('2026-11-24T21:30:00Z') // 23.30 in Finland

beforeEach(async () => {
  house.time = day
  await tell()
  await db.execute(sql`delete from notices.notice`)
  await db.execute(sql`delete from trail.follow`)
  await db.execute(sql`delete from notices.push_to`)
  await db.execute(sql`delete from disruptions.listener`)
  await db.execute(sql`update disruptions.disruption set ended_at = ${new Date('2026-11-01')}, ended_by = 'hand' where ended_at is null`)
})

describe('whom it concerns', () => {
  test('a saved place within the shape hears, also far from its middle; one near the middle but outside does not', async () => {
    await near(aino, inBend); await near(otso, middle, 5000)
    house.time = new Date(day.getTime() + 60_000)
    const { id } = await make()
    await tell()
    expect((await heard(id)).map((each) => each.who)).toEqual([aino.id])
    await tell()
    expect(await heard(id)).toHaveLength(1)
  })

  test('the buffer counts: thirty metres outside is told, sixty is not', async () => {
    await near(aino, { longitude: 23.60, latitude: 61.55 - 25 / 110_574 }); await near(otso, { longitude: 23.60, latitude: 61.55 - 60 / 110_574 })
    house.time = new Date(day.getTime() + 60_000)
    const { id } = await make()
    await tell()
    expect((await heard(id)).map((each) => each.who)).toEqual([aino.id])
  })

  test('home only when it was chosen; by area, unit and closed place; nobody twice, not the one who told', async () => {
    const placeId = (await jari.does(keepPlace, placeFacts.parse({ kind: 'rink', name: { fi: 'Soppeenmäen kenttä' }, longitude: 23.6, latitude: 61.551 }), { unitId: t.units.sports })).id
    await db.execute(sql`update identity.person set home_longitude = ${inBend.longitude}, home_latitude = ${inBend.latitude} where municipality_id = ${t.municipality.id} and id in (${aino.id}, ${otso.id}, ${jari.id})`)
    await aino.does(chooseHowToHear, { push: false, mail: false, home: true })
    await near(aino, inBend); await aino.does((ctx) => followTarget(ctx, { id: aino.id }, { area: 'Kirkonkylä' }))
    await leena.does((ctx) => followTarget(ctx, { id: leena.id }, { area: 'Kirkonkylä' }))
    await saara.does((ctx) => followTarget(ctx, { id: saara.id }, { unitId: t.units.sports }))
    await mirja.does((ctx) => followSubject(ctx, { id: mirja.id }, placeId, 'chosen'))
    await jari.does(chooseHowToHear, { push: false, mail: true, home: true })
    await antti.does((ctx) => followTarget(ctx, { id: antti.id }, { area: 'Soppeenmäki' }))
    house.time = new Date(day.getTime() + 60_000)
    const { id } = await make({}, { ...bend, places: [placeId] })
    await tell()
    expect((await heard(id)).map((each) => each.who).sort()).toEqual([aino.id, leena.id, saara.id, mirja.id].sort())
  })

  test('the whole municipality, and an area without borders by its places', async () => {
    await near(aino, { longitude: 23.62, latitude: 61.54 }); await near(otso, { longitude: 23.3, latitude: 61.9 })
    house.time = new Date(day.getTime() + 60_000)
    const area = await make({}, { ...nowhere, areas: ['Soppeenmäki'] }), whole = await make({ kind: 'power' }, { ...nowhere, whole: true })
    await tell()
    expect((await heard(area.id)).map((each) => each.who)).toEqual([aino.id])
    expect((await heard(whole.id)).map((each) => each.who).sort()).toEqual([aino.id, otso.id].sort())
    expect((await guest.sees((ctx) => subjectOf(ctx, area.id))).title).toMatchObject({ fi: 'Vesikatko: Soppeenmäki', sv: 'Vattenavbrott: Soppeenmäki' })
  })

  test('who chose at once is told at once over the usual rhythm; by push only with a browser that hears', async () => {
    for (const who of [aino, otso, mirja]) await near(who, inBend, 500, 'weekly')
    await aino.does(chooseHowToHear, { push: true, mail: false, home: false }); await withPush(aino)
    await otso.does(chooseHowToHear, { push: true, mail: false, home: false }) // no browser: the usual way
    await mirja.does(chooseHowToHear, { push: true, mail: true, home: false })
    house.time = new Date(day.getTime() + 60_000)
    const { id } = await make()
    await tell()
    const by = Object.fromEntries((await heard(id)).map(({ who, rhythm, by_mail, by_push }) => [who, [rhythm, by_mail, by_push]]))
    expect(by).toEqual({ [aino.id]: ['atOnce', false, true], [otso.id]: ['weekly', true, false], [mirja.id]: ['atOnce', true, false] })
  })

  test('an address without an account hears, and one that is a person’s own address too only once', async () => {
    const email = (await db.execute<{ email: string }>(sql`select email from identity.account where id = ${aino.id}`)).rows[0]!.email
    for (const its of ['naapuri@esimerkki.test', email]) await db.execute(sql`insert into trail.follow (municipality_id, id, email, language, rhythm, why, confirmed_at, area) values (${t.municipality.id}, gen_random_uuid(), ${its}, 'fi', 'atOnce', 'chosen', ${day}, 'Soppeenmäki')`)
    await near(aino, { longitude: 23.62, latitude: 61.54 })
    house.time = new Date(day.getTime() + 60_000)
    const { id } = await make({}, { ...nowhere, areas: ['Soppeenmäki'] })
    await tell()
    expect((await heard(id)).map((each) => each.who ?? each.email).sort()).toEqual([aino.id, 'naapuri@esimerkki.test'].sort())
  })
})

describe('at night', () => {
  test('Finland’s clock: 22–7, on both days when the clocks change', () => {
    const at = (iso: string) => isNight(new Date(iso))
    expect([at('2026-07-01T18:59:00Z'), at('2026-07-01T19:00:00Z'), at('2026-07-02T03:59:00Z'), at('2026-07-02T04:00:00Z')]).toEqual([false, true, true, false])
    expect([at('2026-03-29T03:59:00Z'), at('2026-03-29T04:00:00Z'), at('2026-10-25T04:59:00Z'), at('2026-10-25T05:00:00Z')]).toEqual([true, false, true, false])
  })
  test('a minor one waits for the morning’s letter, a severe one wakes', async () => {
    await near(aino, inBend)
    house.time = night
    const minor = await make({ kind: 'roadWorks' }), severe = await make({ kind: 'water' })
    await tell()
    expect((await heard(minor.id)).map((each) => each.rhythm)).toEqual(['daily'])
    expect((await heard(severe.id)).map((each) => each.rhythm)).toEqual(['atOnce'])
  })
})

describe('its life', () => {
  test('told, more told, prolonged, over, open again: each on its trail, each heard once', async () => {
    await near(aino, inBend)
    house.time = new Date(day.getTime() + 60_000)
    const { id } = await make({ text: 'Runkojohto on poikki.', endsAt: null, nextWordAt: new Date('2026-11-24T13:00:00Z') })
    await jari.does(updateDisruption, id, { sentence: 'Vika on löytynyt.' })
    await jari.does(updateDisruption, id, { endsAt: new Date('2026-11-24T16:00:00Z'), sentence: 'Korjaus kestää iltaan.' })
    house.time = new Date('2026-11-24T10:00:00Z')
    await jari.does(endDisruption, id, { sentence: 'Vesi virtaa.' })
    expect((await guest.sees(openDisruptions)).map((each) => each.id)).not.toContain(id)
    await jari.does(reopenDisruption, id, { sentence: 'Liitos petti.', endsAt: new Date('2026-11-24T18:00:00Z') })
    expect((await guest.sees((ctx) => trailOf(ctx, id))).map((each) => [each.what, each.sentence]).toReversed()).toEqual([
      ['Häiriöstä kerrottiin', 'Runkojohto on poikki.'], ['Lisätietoa', 'Vika on löytynyt.'], ['Loppuu arviolta ti 24.11. klo 18.00', 'Korjaus kestää iltaan.'], ['Häiriö on ohi', 'Vesi virtaa.'], ['Häiriö jatkuu sittenkin', 'Liitos petti.']])
    await tell()
    expect((await heard(id)).map((each) => each.kind).sort()).toEqual(['disruptions.ended', 'disruptions.prolonged', 'disruptions.reopened', 'disruptions.told', 'disruptions.updated'])
    expect((await db.execute<{ type: string }>(sql`select type from disruptions.message where disruption_id = ${id} order by number`)).rows.map((each) => each.type)).toEqual(['Alert', 'Update', 'Update', 'Cancel', 'Update'])
  })

  test('what is coming begins and ends by the clock, and is said so before the minute’s work too', async () => {
    const startsAt = new Date('2026-11-25T07:00:00Z'), endsAt = new Date('2026-11-25T12:00:00Z')
    const { id } = await make({ kind: 'power', startsAt, endsAt })
    expect(await guest.sees((ctx) => subjectOf(ctx, id))).toMatchObject({ stage: 'idea', comesAt: startsAt })
    const state = async () => (await guest.sees(currentDisruptions)).find((each) => each.id === id)?.state
    expect(await state()).toBe('coming')
    house.time = new Date('2026-11-25T07:00:01Z')
    expect(await state()).toBe('on')
    expect(await jari.does(keepTime)).toMatchObject({ begun: 1, ended: 0 })
    expect(await jari.does(keepTime)).toMatchObject({ begun: 0, ended: 0 })
    expect(await guest.sees((ctx) => subjectOf(ctx, id))).toMatchObject({ stage: 'developing', comesAt: null })
    house.time = new Date('2026-11-25T12:00:00Z')
    expect(await state()).toBe('over')
    expect(await jari.does(keepTime)).toMatchObject({ ended: 1 })
    expect((await guest.sees((ctx) => trailOf(ctx, id)))[0]).toMatchObject({ what: 'Häiriö on ohi', who: 'Liikuntapalvelut' })
    expect((await db.execute<{ by: string }>(sql`select ended_by as by from disruptions.disruption where id = ${id}`)).rows[0]!.by).toBe('clock')
  })

  test('called off before it began says so', async () => {
    const { id } = await make({ startsAt: new Date('2026-11-26T07:00:00Z'), endsAt: null })
    await jari.does(endDisruption, id)
    expect((await guest.sees((ctx) => trailOf(ctx, id)))[0]!.what).toBe('Peruttiin')
  })

  test('two officials at once: one ends, the other is told that it changed; the clock leaves alone what is being prolonged', async () => {
    const { id } = await make()
    const outcomes = await Promise.allSettled([jari.does(endDisruption, id, {}, { version: 1 }), saara.does(updateDisruption, id, { endsAt: new Date('2026-11-24T20:00:00Z') }, { version: 1 })])
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((outcomes.find((each) => each.status === 'rejected') as PromiseRejectedResult).reason.code).toMatch(/changedMeanwhile/)
    expect((await db.execute<{ n: number }>(sql`select count(*)::int as n from disruptions.message where disruption_id = ${id}`)).rows[0]!.n).toBe(2)
    const other = await make({ kind: 'heat', endsAt: new Date('2026-11-24T10:00:00Z') })
    house.time = new Date('2026-11-24T10:00:00Z')
    await Promise.all([jari.does(updateDisruption, other.id, { endsAt: new Date('2026-11-24T12:00:00Z') }).catch((cause: { code: string }) => expect(cause.code).toBe('hasEnded')), saara.does(keepTime), leena.does(keepTime)])
    expect((await db.execute<{ n: number }>(sql`select count(*)::int as n from trail.event where subject_id = ${other.id} and kind = 'disruptions.ended'`)).rows[0]!.n).toBeLessThanOrEqual(1)
  })

  test('the same form sent twice, at once too, is one disruption', async () => {
    const both = await Promise.all([make({ clientId: 'kaksi-napautusta' }), make({ clientId: 'kaksi-napautusta' })])
    expect(both[0]!.id).toBe(both[1]!.id)
  })
})

describe('what is refused', () => {
  test('others than the unit’s officials and admins', async () => {
    for (const who of [aino, leena]) await expect(make({}, bend, who)).rejects.toThrow('forbidden')
    await expect(make({}, bend, guest)).rejects.toThrow('signInNeeded')
    const { id } = await make()
    for (const who of [aino, leena]) for (const act of [updateDisruption, endDisruption, reopenDisruption]) await expect(who.does(act as typeof updateDisruption, id, { sentence: 'x' })).rejects.toThrow('forbidden')
    await antti.does(updateDisruption, id, { sentence: 'Ylläpito kertoo.' })
  })
  test('no place, times that make no sense, another municipality’s area, unit and order', async () => {
    expect(await make({}, nowhere)).toEqual({ problems: { where: 'placeNeeded' } })
    expect(await make({}, { ...nowhere, areas: ['Ei ole'] })).toEqual({ problems: { where: 'placeNeeded' } })
    expect(await make({}, { ...nowhere, areas: Array.from({ length: 31 }, () => 'Soppeenmäki') })).toEqual({ problems: { where: 'tooMany' } })
    expect(await make({ endsAt: new Date('2026-11-24T08:00:00Z') })).toEqual({ problems: { endsAt: 'endsBeforeStart' } })
    expect(await make({ startsAt: new Date('2026-11-20T08:00:00Z'), endsAt: new Date('2026-11-21T08:00:00Z') })).toEqual({ problems: { endsAt: 'past' } })
    expect(await make({ startsAt: new Date('2029-01-01T08:00:00Z'), endsAt: null })).toEqual({ problems: { startsAt: 'tooFarAhead' } })
    expect(await make({ endsAt: null, nextWordAt: new Date('2026-11-23T08:00:00Z') })).toEqual({ problems: { nextWordAt: 'past' } })
    await expect(make({ unitId: naapurila.units.sports }, bend, antti)).rejects.toThrow('notFound')
    await expect(make({ workId: crypto.randomUUID() })).rejects.toThrow('notFound')
    const { id } = await make()
    expect(await jari.does(updateDisruption, id, {})).toEqual({ problems: { sentence: 'required' } })
    await jari.does(endDisruption, id)
    await expect(jari.does(updateDisruption, id, { sentence: 'Vielä' })).rejects.toThrow('hasEnded')
    await expect(jari.does(endDisruption, id)).rejects.toThrow('hasEnded')
  })
  test('a neighbour sees none of it, and its people hear nothing', async () => {
    await naapurila.aino.does((ctx) => followTarget(ctx, { id: naapurila.aino.id }, { near: { name: 'Koti', ...inBend, metres: 500 } }, { rhythm: 'atOnce' }))
    house.time = new Date(day.getTime() + 60_000)
    const { id } = await make()
    await tell()
    expect(await heard(id)).toEqual([])
    expect(await naapurila.guest.sees(currentDisruptions)).toEqual([])
    expect(await naapurila.jari.sees(disruptionsOfMine, { home: inBend })).toEqual({ found: [], others: 0 })
    await expect(naapurila.antti.does(endDisruption, id)).rejects.toThrow('notFound')
  })
})

describe('where it is shown', () => {
  test('on Koti of those it touches, with why; a guest sees what is grave, and what is in the chosen area', async () => {
    await near(aino, inBend); await otso.does((ctx) => followTarget(ctx, { id: otso.id }, { area: 'Soppeenmäki' }))
    const { id } = await make(), minor = await make({ kind: 'roadWorks' }, { ...nowhere, areas: ['Soppeenmäki'] })
    const mine = async (who: typeof aino, area?: string) => (await who.sees(disruptionsOfMine, { home: null, area })).found.map((each) => [each.its.id, each.why])
    expect(await mine(aino)).toEqual([[id, { by: 'near', name: 'Mökki' }]])
    expect(await mine(otso)).toEqual([[minor.id, { by: 'area', name: 'Soppeenmäki' }]])
    expect(await mine(guest)).toEqual([[id, null]])
    expect(await mine(guest, 'Soppeenmäki')).toEqual([[id, null], [minor.id, { by: 'area', name: 'Soppeenmäki' }]])
    expect((await guest.sees(disruptionsOfMine, { home: inBend })).found.map((each) => each.why)).toEqual([{ by: 'home', name: '' }])
  })
  test('a closed place says so, while it is closed', async () => {
    const { id: placeId } = await jari.does(keepPlace, placeFacts.parse({ kind: 'rink', name: { fi: 'Kirkonkylän kenttä' }, longitude: 23.6, latitude: 61.55 }), { unitId: t.units.sports })
    const startsAt = new Date('2026-11-24T10:00:00Z')
    const { id } = await make({ kind: 'closed', startsAt, endsAt: null }, { ...nowhere, places: [placeId] })
    const facts = async () => (await guest.sees(rightNow, [placeId])).get(placeId)!.filter((each) => each.key === 'closed')
    expect(await facts()).toEqual([])
    house.time = startsAt
    expect(await facts()).toMatchObject([{ words: 'Suljettu: Kirkonkylän kenttä', tone: 'off', primary: true, data: { closed: true, disruption: id } }])
    expect((await guest.sees(disruptionsFor, { placeIds: [placeId] })).map((each) => each.id)).toEqual([id])
    await jari.does(endDisruption, id)
    expect(await facts()).toEqual([])
  })
  test('who is about to report the same sees it first, within the shape only', async () => {
    const { id } = await make()
    const known = async (at: typeof middle) => (await guest.sees(knownNear, { categoryId: t.categories.road, ...at })).map((each) => each.id)
    expect([await known(inBend), await known(middle)]).toEqual([[id], []])
  })
  test('the order that mends it and the disruption lead to each other', async () => {
    const { id: workId } = await jari.does(makeOrder, { title: 'Korjaa runkojohto', unitId: t.units.sports, reports: [], priority: 2, longitude: 23.6, latitude: 61.55 } as never)
    const { id } = await make({ workId })
    expect([(await guest.sees((ctx) => linksOf(ctx, workId))).map((each) => each.path), (await guest.sees((ctx) => linksOf(ctx, id))).map((each) => each.path)]).toEqual([[`/disruptions/${id}`], [`/work/${workId}`]])
  })
})

test('who leaves is no longer named with what they told people of; it stays as their unit\'s', async () => {
  const { id } = await make()
  await jari.does(everyHolding().get('disruptions')!.erase, jari.id)
  expect((await db.execute(sql`select made_by from disruptions.disruption where id = ${id}`)).rows).toEqual([{ made_by: null }])
})
