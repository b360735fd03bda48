import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { followSubject } from '#core/trail/follow.server.ts'
import { allow, permissions, resident } from '#core/permissions/permissions.ts'
import type { Ctx } from '#core/context/context.server.ts'
import { comesTrue, importRecord, keepPlace, placeFacts } from '#modules/directory/server'
import { deviceForm, makeDevice } from '#modules/devices/server'
import { town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'
import { importSource } from '../directory/schema.server.ts'
import { observationForm, observe } from './observe.server.ts'

const site = await web()
const { house, antti, saara, units } = site
const db = house.database.owner, here = { municipalityId: site.municipality.id }
const start = new Date('2026-11-20T07:00:00Z')
const makePlace = async (kind = 'rink') => (await antti.does(keepPlace, placeFacts.parse({ kind, name: { fi: 'Soppeenmäen kenttä' }, longitude: 23.6, latitude: 61.55 }), { unitId: units.sports })).id
const device = async (placeIds: string[], more: Record<string, unknown> = {}) => { const made = await saara.does(makeDevice, { ...deviceForm.parse({ name: 'Mittari', kind: 'sensor', unitId: units.sports, ...more }), placeIds }); if ('problems' in made) throw new Error('no device'); return made }
let count = 0
const next = () => `id-${count++}`
const post = async (key: string, body: unknown, more: Record<string, string> = {}) => {
  const answer = await site.send('/api/v1/observations', 'guest', { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...more } })
  return { status: answer.status, body: await answer.json() as Record<string, unknown>, headers: answer.headers }
}
const kept = async (placeId: string) => Number((await db.execute<{ n: number }>(sql`select count(*)::int as n from conditions.observation where place_id = ${placeId}`)).rows[0]!.n)
let rink: string, beach: string, key: string, id: string
beforeEach(async () => { house.time = start; rink = await makePlace(); beach = await makePlace('beach'); ({ key, id } = await device([rink, beach])) })

describe('a device posts', () => {
  test('one, a list, and a list under its name; each client id once', async () => {
    const one = { placeId: beach, property: 'water', value: 17.25, clientId: next() }
    expect(await post(key, one)).toMatchObject({ status: 200, body: { kept: 1, known: 0 } })
    expect(await post(key, one)).toMatchObject({ status: 200, body: { kept: 0, known: 1 } })
    expect((await post(key, [{ ...one, clientId: next() }, { placeId: rink, property: 'ice', value: 'good', maintained: 'iced', clientId: next() }])).body).toEqual({ kept: 3, known: 0 })
    expect((await post(key, { observations: [{ placeId: rink, property: 'ice', value: null, clientId: next() }, { placeId: rink, maintained: 'ploughed', observedAt: '2026-11-20T08:30:00+02:00', clientId: next() }] })).body).toEqual({ kept: 2, known: 0 })
    const [row] = (await db.execute(sql`select source, device_id, person_id from conditions.observation where place_id = ${beach} limit 1`)).rows
    expect(row).toEqual({ source: 'sensor', device_id: id, person_id: null })
  })
  test('by the key that its register has for the place', async () => {
    const sourceId = '11111111-1111-7111-8111-111111111111'
    await db.insert(importSource).values({ ...here, id: sourceId, name: 'LIPAS', kind: 'lipas', unitId: units.sports })
    await db.insert(importRecord).values({ ...here, sourceId, what: 'place', key: '520123', ownId: rink, facts: {}, hash: 'x' })
    expect(await post(key, { placeKey: '520123', property: 'ice', value: 'good', clientId: next() })).toMatchObject({ status: 200, body: { kept: 1 } })
    expect(await post(key, { placeKey: 'nobody', property: 'ice', value: 'good', clientId: next() })).toMatchObject({ status: 403, body: { problems: { 'observations.0.placeKey': 'notItsPlace' } } })
  })
  test('a heap that is partly wrong is kept not at all, and says which', async () => {
    const answer = await post(key, [
      { placeId: rink, property: 'ice', value: 'good', clientId: next() }, { placeId: rink, property: 'ice', value: 'lovely', clientId: next() }, { placeId: beach, property: 'water', value: 99, clientId: next() },
      { placeId: rink, property: 'ice', value: 'good', observedAt: '2026-11-20T07:05:01Z', clientId: next() }, { placeId: rink, maintained: 'raked', clientId: next() }, { placeId: await makePlace(), property: 'ice', value: 'good', clientId: next() },
    ])
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.body.problems).toEqual({ 'observations.1.value': 'unknownValue', 'observations.2.number': 'outOfRange', 'observations.3.observedAt': 'future', 'observations.4.maintained': 'unknownMaintenance', 'observations.5.placeId': 'notItsPlace' })
    expect(await kept(rink)).toBe(0)
    const [row] = (await db.execute(sql`select refused_why, heard_at from devices.device where id = ${id}`)).rows
    expect(row).toMatchObject({ refused_why: 'observations.1.value: unknownValue', heard_at: expect.anything() })
  })
  test.each<[string, unknown, number, Record<string, string> | null]>([
    ['nothing', '', 400, null], ['no JSON', '{"a":', 400, null], ['bytes that are no text', '\u00ff\ud800', 400, null], ['a word', '"x"', 422, null], ['null', 'null', 422, null], ['an empty list', '[]', 422, { observations: 'required' }],
    ['no client id', { property: 'ice', value: 'good', placeId: '11111111-1111-7111-8111-111111111111' }, 422, { 'observations.0.clientId': 'required' }],
    ['nothing said', { placeId: '11111111-1111-7111-8111-111111111111', clientId: 'x' }, 422, { 'observations.0.property': 'required' }],
    ['a nameless place', { property: 'ice', value: 'good', clientId: 'x' }, 422, { 'observations.0.placeId': 'required' }],
    ['a bad time', { placeId: '11111111-1111-7111-8111-111111111111', property: 'ice', value: 'good', clientId: 'x', observedAt: '2026-02-31T00:00:00Z' }, 422, { 'observations.0.observedAt': 'badTime' }],
    ['a time before time', { placeId: '11111111-1111-7111-8111-111111111111', property: 'ice', value: 'good', clientId: 'x', observedAt: '0001-01-01T00:00:00Z' }, 422, { 'observations.0.observedAt': 'badTime' }],
    ['501', Array.from({ length: 501 }, (_, i) => ({ placeId: '11111111-1111-7111-8111-111111111111', property: 'ice', value: 'good', clientId: String(i) })), 422, { observations: 'tooMany' }],
    ['NUL', { placeId: '11111111-1111-7111-8111-111111111111', property: 'ice', value: 'a\0b', clientId: 'x' }, 422, null],
    ['an object for a value', { placeId: '11111111-1111-7111-8111-111111111111', property: 'ice', value: { $ne: 1 }, clientId: 'x' }, 422, null],
    ['too large', `[${'1,'.repeat(200_000)}1]`, 413, null],
  ])('%s is refused in words', async (_what, body, status, problems) => {
    const answer = await post(key, body)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ status, ...(problems ? { problems } : {}) })
  })
  test('a very old one is history, and changes nothing of now', async () => {
    await post(key, { placeId: rink, property: 'ice', value: 'good', clientId: next() })
    expect(await post(key, { placeId: rink, property: 'ice', value: 'closed', observedAt: '2020-01-01T00:00:00Z', clientId: next() })).toMatchObject({ status: 200, body: { kept: 1 } })
    expect((await (await site.get(`/fi/places/${rink}/conditions.atom`)).text())).toContain('Jää: hyvä')
    expect((await db.execute(sql`select value from conditions.latest where place_id = ${rink}`)).rows).toEqual([{ value: 'good' }])
  })
  test('in one heap, however ordered: closed since it was closed last', async () => {
    const at = (hours: number) => new Date(start.getTime() - hours * 3_600_000).toISOString()
    await post(key, { placeId: rink, property: 'ice', value: 'closed', observedAt: at(90), clientId: next() })
    await post(key, ([['closed', 10], ['good', 40], ['closed', 30], ['fair', 50], ['closed', 60]] as const).map(([value, hours]) => ({ placeId: rink, property: 'ice', value, observedAt: at(hours), clientId: next() })))
    const since = async () => new Date((await db.execute<{ since: string }>(sql`select same_since as since from conditions.latest where place_id = ${rink}`)).rows[0]!.since).toISOString()
    expect(await since()).toBe(at(30))
    await post(key, [{ placeId: rink, property: 'ice', value: 'closed', observedAt: at(2), clientId: next() }, { placeId: rink, property: 'ice', value: 'closed', observedAt: at(3), clientId: next() }])
    expect(await since()).toBe(at(30))
  })
  test('only by a key in use, of its own places, and what it may', async () => {
    const item = { placeId: rink, property: 'ice', value: 'good', clientId: next() }
    for (const wrong of ['nousu_d_unknownunknownunknownunknown', 'nousu_other', key.slice(0, -1)]) expect((await post(wrong, item)).status).toBe(401)
    const other = await device([beach])
    expect(await post(other.key, item)).toMatchObject({ status: 403, body: { problems: { 'observations.0.placeId': 'notItsPlace' } } })
    const narrow = await device([rink], { may: ['lights'] })
    expect(await post(narrow.key, item)).toMatchObject({ status: 403, body: { problems: { 'observations.0.property': 'notItsToSay' } } })
    expect((await post(narrow.key, { ...item, property: 'lights', value: 'on' })).status).toBe(200)
    const gate = await device([rink], { kind: 'gate' })
    expect((await post(gate.key, item)).status).toBe(403)
    const there = await town({ house, name: `Naapurila${count}` })
    const theirs = await there.antti.does(makeDevice, { ...deviceForm.parse({ name: 'Mittari', kind: 'sensor', unitId: there.units.sports }) }) as { key: string }
    expect((await post(theirs.key, item)).status).toBe(401)
    expect(await kept(rink)).toBe(1)
  })
  test('the same twice at once is kept once; twenty at once of one place are all kept', async () => {
    const same = { placeId: rink, property: 'ice', value: 'good', clientId: next() }
    const both = await Promise.all([post(key, same), post(key, same), post(key, same)])
    expect(both.map((each) => each.body.kept).sort()).toEqual([0, 0, 1])
    const many = await Promise.all(Array.from({ length: 20 }, (_, i) => post(key, [{ placeId: i % 2 ? rink : beach, property: i % 2 ? 'ice' : 'water', value: i % 2 ? 'fair' : 17, observedAt: new Date(start.getTime() - i * 1000).toISOString(), clientId: next() }, { placeId: i % 2 ? beach : rink, property: i % 2 ? 'water' : 'ice', value: i % 2 ? 17 : 'fair', observedAt: new Date(start.getTime() - i * 1000).toISOString(), clientId: next() }])))
    expect(many.map((each) => each.status)).toEqual(Array(20).fill(200))
    expect(await kept(rink)).toBe(21)
  })
  test('so much and no more', async () => {
    const heap = () => Array.from({ length: 500 }, () => ({ placeId: beach, property: 'water', value: 17, clientId: next() }))
    for (let i = 0; i < 6; i++) expect((await post(key, heap())).status).toBe(200)
    const refused = await post(key, heap())
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5'])
    house.time = new Date(start.getTime() + 5000)
    expect((await post(key, heap())).status).toBe(200)
  })
})

describe('who waits hears', () => {
  const can = permissions('conditionsTest', { follow: [resident()] })
  const wish = async (what: string) => {
    await site.aino.does(async (ctx: Ctx) => followSubject(ctx, allow(ctx, can.follow), rink, 'chosen'))
    await db.execute(sql`insert into directory.wish (municipality_id, id, follow_id, place_id, what) select municipality_id, gen_random_uuid(), id, ${rink}, ${what} from trail.follow where subject_id = ${rink}`)
  }
  const told = async () => (await db.execute<{ fi: string }>(sql`select data->>'fi' as fi from notices.notice where subject_id = ${rink} and kind = 'directory.wishTrue'`)).rows.map((row) => row.fi)
  test('that it has been iced, once, and not of the day before', async () => {
    await wish('iced')
    await post(key, { placeId: rink, maintained: 'iced', observedAt: '2026-11-19T18:00:00Z', clientId: next() })
    expect(await told()).toEqual([])
    const same = { placeId: rink, maintained: 'iced', clientId: next() }
    await Promise.all([post(key, same), post(key, same), post(key, { ...same, clientId: next() })])
    expect(await told()).toEqual(['Soppeenmäen kenttä: jää on jäädytetty'])
  })
  test('that it has become good, not each time that it is said', async () => {
    await wish('good')
    await saara.does(observe, observationForm.parse({ placeId: rink, property: 'ice', value: 'snowy', clientId: next() }))
    await saara.does(observe, observationForm.parse({ placeId: rink, property: 'lights', value: 'on', clientId: next() }))
    expect(await told()).toEqual([])
    house.time = new Date(start.getTime() + 1000)
    await saara.does(observe, observationForm.parse({ placeId: rink, property: 'ice', value: 'good', clientId: next() }))
    expect(await told()).toEqual(['Soppeenmäen kenttä: paikka on hyvässä kunnossa'])
    house.time = new Date(start.getTime() + 13 * 3_600_000)
    await saara.does(observe, observationForm.parse({ placeId: rink, property: 'ice', value: 'good', clientId: next() }))
    expect(await told()).toHaveLength(1)
    house.time = new Date(start.getTime() + 40 * 3_600_000)
    await saara.does(observe, observationForm.parse({ placeId: rink, property: 'ice', value: 'good', clientId: next() }))
    expect(await told()).toHaveLength(2)
    expect(await antti.does(comesTrue, rink, 'iced')).toBe(0)
  })
})

describe('the pages', () => {
  test('the place says what is known, and at its expiry that it is not: on the place, in the feed, in the list', async () => {
    await post(key, [{ placeId: rink, property: 'ice', value: 'snowy', clientId: next() }, { placeId: rink, maintained: 'iced', clientId: next() }])
    const page = async () => { const answer = await site.get(`/fi/places/${rink}`, 'aino'); expect(answer.status).toBe(200); return (await answer.text()).replaceAll('<!-- -->', '') }
    expect(await page()).toContain('Jää: lumen peitossa')
    expect(await page()).toContain('anturi')
    house.time = new Date(start.getTime() + 24 * 3_600_000 - 1)
    expect(await page()).toContain('Jää: lumen peitossa')
    house.time = new Date(start.getTime() + 24 * 3_600_000)
    expect(await page()).toContain('Jää: ei tiedossa (viimeksi pe 20.11.)')
    const feed = await (await site.get(`/fi/places/${rink}/conditions.atom`)).text()
    expect(feed).toContain('<title>Jää: ei tiedossa (viimeksi pe 20.11.)</title>')
    expect(feed).toContain('<title>Jää: lumen peitossa</title>')
    for (const [language, words] of [['sv', 'Isen: inte känt (senast fre 20.11.)'], ['en', 'Ice: not known (last Fri']] as const) expect(await (await site.get(`/${language}/places/${rink}`)).text()).toContain(words)
  })
  test('an old observation is told more carefully, and what was seen is not put in anybody’s mouth', async () => {
    const seen = async () => (await (await site.get(`/fi/places/${rink}`, 'aino')).text()).replaceAll('<!-- -->', '')
    await saara.does(observe, observationForm.parse({ placeId: rink, property: 'ice', value: 'good', clientId: next() }))
    expect(await seen()).not.toContain('silloin: hyvä')
    house.time = new Date(start.getTime() + 25 * 3_600_000)
    expect(await seen()).toMatch(/Jää: kohtalainen.*silloin: hyvä/s)
  })
  test('at the very millisecond of its expiry nobody knows, wherever one looks', async () => {
    const hill = await makePlace('sledHill')
    await saara.does(observe, observationForm.parse({ placeId: hill, property: 'slope', value: 'icy', clientId: next() }))
    const looks = [`/fi/places/${hill}`, '/fi/places?kind=sledHill', '/fi/places/map-points?bbox=23.5,61.5,23.7,61.6&zoom=14&kind=sledHill', `/api/v1/places/${hill}`, '/api/v1/places?kind=sledHill']
    for (const [after, said, unsaid] of [[48 * 3_600_000 - 1, 'Mäki: jäinen ja nopea', 'ei tiedossa (viimeksi'], [48 * 3_600_000, 'Mäki: ei tiedossa (viimeksi pe 20.11.)', 'jäinen ja nopea']] as const) {
      house.time = new Date(start.getTime() + after)
      for (const path of looks) {
        const text = (await (await site.get(path, 'aino', path.startsWith('/api') ? { accept: 'application/json', 'accept-language': 'fi' } : {})).text()).replace(/Viimeisin havainto: [^<]*/, '')
        expect(text, path).toContain(said)
        expect(text, path).not.toContain(unsaid)
      }
      const { conditions } = await (await site.get(`/api/v1/places/${hill}/conditions`, 'guest', { accept: 'application/json' })).json() as { conditions: { known: boolean; value: string | null }[] }
      expect(conditions).toMatchObject([said.includes('tiedossa') ? { known: false, value: null } : { known: true, value: 'icy' }])
      expect((await (await site.get(`/fi/places/${hill}/conditions.atom`)).text()).includes('<title>Mäki: ei tiedossa')).toBe(said.includes('tiedossa'))
    }
  })
  test('two weeks of it, numbers as a curve with its table', async () => {
    await post(key, Array.from({ length: 48 }, (_, i) => ({ placeId: beach, property: 'water', value: 15 + (i % 24) / 10, observedAt: new Date(start.getTime() - i * 3_600_000).toISOString(), clientId: next() })))
    await saara.does(observe, observationForm.parse({ placeId: beach, property: 'algae', value: 'little', clientId: next() }))
    const text = await (await site.get(`/fi/places/${beach}/conditions`)).text()
    for (const said of ['Sinilevä', 'hieman', 'työntekijä', '17,3 °C', '<svg viewBox', 'Luvut taulukkona']) expect(text).toContain(said)
    expect(text).not.toContain('Saara')
    const empty = await site.get(`/fi/places/${await makePlace()}/conditions`)
    expect([empty.status, (await empty.text()).includes('Kahteen viikkoon ei ole tehty havaintoja.')]).toEqual([200, true])
  })
  test('of a place that is not public, only who keeps it', async () => {
    const hidden = (await antti.does(keepPlace, placeFacts.parse({ kind: 'rink', name: { fi: 'Salainen' } }), { unitId: units.sports, visibility: 'waiting' })).id
    for (const path of [`/fi/places/${hidden}/conditions`, `/fi/places/${hidden}/conditions.atom`]) {
      expect((await site.get(path)).status).toBe(404)
      expect((await site.get(path, 'aino')).status).toBe(404)
      expect((await site.get(path, 'saara')).status).toBe(200)
    }
    expect((await site.get('/fi/places/x/conditions')).status).toBe(404)
  })
})
