import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { changeSubject } from '#core/trail/subject.server.ts'
import { maintained, observe } from '#modules/conditions/server'
import { keepHours, keepPlace, keepService, placeFacts, serviceFacts } from '#modules/directory/server'
import { town } from '../../../../tests/town.ts'
import { web } from '../../../../tests/web.ts'
import { directoryOperations } from './directory.server.ts'
import { named } from './schemas.ts'

const koivula = await town()
const { jari, house, units } = koivula
const { send, logged } = await web(koivula)
const get = async (path: string) => { const answer = await send(path, 'guest'); return { status: answer.status, body: await answer.json() as any } }
const seen = new Set<string>()
/** The answer, held against the shape that the description gives it. */
async function as(name: keyof typeof named, path: string) {
  seen.add(name)
  const { status, body } = await get(path)
  expect(status, path).toBe(200)
  expect((named[name] as z.ZodType).safeParse(body).error?.issues ?? [], path).toEqual([])
  return body
}
afterAll(() => { expect(logged).toEqual([]) })

const { id: rink } = await jari.does(keepPlace, placeFacts.parse({ kind: 'rink', name: { fi: 'Räikän jää', sv: 'Räikkä is' }, description: { fi: 'Valaistu.' }, longitude: 23.6, latitude: 61.55, priceKind: 'free', accessible: 'yes', audiences: ['families'] }), { unitId: units.sports })
const { id: hall } = await jari.does(keepPlace, placeFacts.parse({ kind: 'swimmingHall', name: { fi: 'Uimahalli' }, longitude: 23.61, latitude: 61.551, priceKind: 'paid' }), { unitId: units.sports })
const { id: hidden } = await jari.does(keepPlace, placeFacts.parse({ kind: 'rink', name: { fi: 'Luonnos' } }), { unitId: units.sports, visibility: 'waiting' })
const { id: school } = await jari.does(keepService, serviceFacts.parse({ name: { fi: 'Uimakoulu' }, priceKind: 'paid', audiences: ['children'] }), { unitId: units.sports })
const always = { name: null, from: null, until: null, override: false, state: 'undefined' as const, groups: [{ spans: [{ weekdays: null, start: '06:00', end: '21:00', nextDay: false, fullDay: false, state: 'open' as const, note: null }], rules: [] }] }
await jari.does(keepHours, hall, 'place', [always], {})

test('places are listed as the pages list them, and a draft is in no list', async () => {
  expect((await as('PlacePage', '/api/v1/places')).items.map((each: { name: string }) => each.name)).toEqual(['Räikän jää', 'Uimahalli'])
  expect((await as('PlacePage', '/api/v1/places?kind=rink&free=true&accessible=true')).items).toHaveLength(1)
  expect((await as('PlacePage', '/api/v1/places?open=true')).items.map((each: { id: string }) => each.id)).toEqual([hall])
  expect((await as('PlacePage', '/api/v1/places?near=23.6101,61.551')).items.map((each: { metres: number }) => each.metres < 50)).toEqual([true, false])
  expect((await get(`/api/v1/places/${hidden}`)).status).toBe(404)
})

test('bad questions are told by field', async () => {
  for (const [query, field] of [['near=1', 'near'], ['kind=castle', 'kind'], ['sort=nearest', 'near'], ['open=yes', 'open'], ['colour=red', 'colour'], ['limit=7', 'limit']] as const) {
    const { status, body } = await get(`/api/v1/places?${query}`)
    expect([status, Object.keys(body.problems)], query).toEqual([422, [field]])
  }
  expect((await get(`/api/v1/places/${hall}/hours?start=2026-11-22&end=2026-11-01`)).body.problems).toEqual({ end: 'endsBeforeStart' })
  expect((await get(`/api/v1/places/${hall}/hours?start=2026-01-01&end=2030-01-01`)).status).toBe(422)
})

test('one place tells what it has and what it is like, and its hours come in the shape of hauki', async () => {
  expect(await as('Place', `/api/v1/places/${rink}`)).toMatchObject({ placeKind: 'rink', unit: 'Liikuntapalvelut', accessible: 'yes', description: 'Valaistu.' })
  expect((await (await send(`/api/v1/places/${rink}`, 'guest', { headers: { 'accept-language': 'sv' } })).json() as { name: string }).name).toBe('Räikkä is')
  const hours = await as('Hours', `/api/v1/places/${hall}/hours?start=2026-11-23&end=2026-11-24`)
  expect(hours.opening_hours.map((each: { date: string; times: { start_time: string }[] }) => [each.date, each.times[0]!.start_time])).toEqual([['2026-11-23', '06:00:00'], ['2026-11-24', '06:00:00']])
  expect((await as('Hours', `/api/v1/places/${rink}/hours`)).date_periods).toEqual([])
})

test('a condition is told with its time and source, and is not known from its expiry on, in every answer', async () => {
  await jari.does(observe, { placeId: rink, property: 'ice', value: 'good', number: null, clientId: 'a' })
  await jari.does(maintained, { placeId: rink, what: 'iced', clientId: 'b' })
  const now = await as('Conditions', `/api/v1/places/${rink}/conditions`)
  expect(now).toMatchObject({ conditions: [{ property: 'ice', known: true, value: 'good', quality: 'good', source: 'worker' }], maintained: [{ what: 'iced' }] })
  house.time = new Date(now.conditions[0].expires)
  expect(await as('Conditions', `/api/v1/places/${rink}/conditions`)).toMatchObject({ conditions: [{ property: 'ice', known: false, value: null, quality: 'unknown' }] })
  expect((await as('PlacePage', '/api/v1/places?kind=rink')).items[0].now).toContainEqual(expect.objectContaining({ key: 'ice', tone: 'unknown' }))
  expect((await as('Place', `/api/v1/places/${rink}`)).now).toContainEqual(expect.objectContaining({ key: 'ice', tone: 'unknown' }))
  const file = await (await send('/fi/open-data/conditions.json', 'guest')).json() as { conditions: { property: string; known: boolean; value: string | null }[] }
  expect(file.conditions).toContainEqual(expect.objectContaining({ property: 'ice', known: false, value: null }))
})

test('services are listed and shown; one that left is gone', async () => {
  expect((await as('ServicePage', '/api/v1/services?audience=children')).items).toMatchObject([{ id: school, name: 'Uimakoulu', unit: 'Liikuntapalvelut' }])
  expect(await as('Service', `/api/v1/services/${school}`)).toMatchObject({ priceKind: 'paid', channels: [] })
  await jari.does(changeSubject, school, { visibility: 'withdrawn', stage: 'ended' })
  expect((await get('/api/v1/services')).body.items).toEqual([])
  expect((await get(`/api/v1/services/${school}`)).status).toBe(404)
})

test('the files of open data have every public place once, however their pages are cut, and nothing of who said it', async () => {
  for (const name of ['places', 'services', 'openTimes', 'conditions', 'observations']) {
    const csv = await (await send(`/fi/open-data/${name}.csv`, 'guest')).text()
    expect(csv.split('\r\n')[0], name).toMatch(/^\uFEFF?id,/)
    expect(csv, name).not.toContain(hidden)
    expect(csv, name).not.toContain(jari.id)
  }
  const { places } = await (await send('/fi/open-data/places.json', 'guest')).json() as { places: { id: string; name_sv: string | null }[] }
  expect(places.map((each) => each.id).sort()).toEqual([rink, hall].sort())
})

test('every answer was asked for', () => { expect([...seen].sort()).toEqual(directoryOperations.map((each) => each.answer).sort()) })
