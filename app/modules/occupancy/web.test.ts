import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { atWallClock } from '#core/time/local.ts'
import { keepPlace, placeFacts, rightNow } from '#modules/directory/server'
import { makeDevice } from '#modules/devices/server'
import { town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'
import { placePanels } from '../directory/right-now.ts'
import { countUsual } from './by-clock.server.ts'
import { counterForm, makeCounter } from './keep-counter.server.ts'
import { keepPastLevels } from './keep-history.server.ts'

const here = await town({ primary: true })
const site = await web(Object.assign(here, { neighbour: (await town({ house: here.house, name: 'Naapurila' })).antti }))
const { jari, antti, leena, house, units } = site
const db = house.database.owner
const newPlace = async (name: string) => (await antti.does(keepPlace, placeFacts.parse({ kind: 'swimmingHall', name: { fi: name }, longitude: 23.6, latitude: 61.55 }), { unitId: units.sports })).id
const place = await newPlace('Uimahalli'), other = await newPlace('Toinen halli')
const counterOf = async (of: string, more: Record<string, unknown> = {}) => (await jari.does(makeCounter, of, counterForm.parse({ nameFi: 'Allas', way: 'gates', capacity: '100', ...more })) as { id: string }).id
const pool = await counterOf(place), foreign = await counterOf(other)
const keyOf = async (kind: string, placeIds: string[], may: string[] = []) => (await jari.does(makeDevice, { name: `Portti ${kind}`, kind: kind as 'gate', unitId: units.sports, expectedMinutes: null, may, placeIds }) as { key: string }).key
const key = await keyOf('gate', [place])
const send = (body: unknown, bearer = key, more: Record<string, string> = {}) => site.send('/api/v1/counts', 'guest', { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', accept: 'application/json', ...more } })
let n = 0
const count = (more: object = {}) => ({ counter: pool, clientId: `w${++n}`, at: '2026-11-22T08:59:00Z', entered: 1, ...more })

describe('gates post their counts', () => {
  test('one, many, the same again; what is too old is said and the rest is taken', async () => {
    const one = count({ entered: 12 })
    const answer = await send(one)
    expect([answer.status, await answer.json()]).toEqual([200, { taken: 1, known: 0, refused: [] }])
    expect(await (await send([one, count(), count({ at: '2026-10-01T08:00:00Z', clientId: 'old' })])).json()).toEqual({ taken: 1, known: 1, refused: [{ clientId: 'old', reason: 'tooOld' }] })
  })
  test.each<[string, unknown]>([
    ['nothing', ''], ['no JSON', '{'], ['a number', 5], ['null', null], ['an empty list', []], ['no id', { ...count(), clientId: undefined }], ['below nobody', count({ entered: -1 })], ['parts of people', count({ entered: 0.5 })], ['more than people', count({ entered: 1e9 })],
    ['both ways of counting', count({ inside: 4 })], ['neither', { ...count(), entered: undefined }], ['a time without a zone', count({ at: '2026-11-22T08:59:00' })], ['no day', count({ at: '2026-02-31T08:59:00Z' })], ['a counter that is no id', count({ counter: 'x' })], ['too many', Array.from({ length: 501 }, () => count())],
    ['a zero byte', count({ clientId: 'a\0b' })],
  ])('%s is refused with its reason', async (_what, body) => {
    const answer = await send(body)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
  })
  test('a body that is too large', async () => { expect((await send(`[${' '.repeat(300_000)}]`)).status).toBe(413) })
  test('without a key, with a wrong one, with a device of another kind, narrowed to something else, another’s counter, one that is not there', async () => {
    expect((await site.send('/api/v1/counts', 'guest', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(401)
    expect((await send(count(), `nousu_d_${'x'.repeat(32)}`)).status).toBe(401)
    expect((await send(count(), await keyOf('sensor', [place]))).status).toBe(403)
    for (const counter of [foreign, '11111111-1111-7111-8111-111111111111']) { const answer = await send(count({ counter })); expect([answer.status, (await answer.json()).title]).toEqual([403, 'notItsCounter']) }
    expect((await send([count(), count({ counter: foreign })])).status).toBe(403)
  })
  test('only the counter’s own device, where one is chosen', async () => {
    const id = await counterOf(place)
    await db.execute(sql`update occupancy.counter set device_id = gen_random_uuid() where id = ${id}`)
    expect((await send(count({ counter: id }))).status).toBe(403)
    await db.execute(sql`update occupancy.counter set ended_at = now() where id = ${id}`)
  })
  test('the key of one municipality opens nothing in another', async () => {
    const answer = await site.send('/naapurila/api/v1/counts', 'guest', { method: 'POST', body: JSON.stringify(count()), headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' } })
    expect(answer.status).toBe(401)
  })
})

test('the place says it in words, on its panel, in lists and for programs; never how many', async () => {
  await send(count({ clientId: 'now', at: '2026-11-22T08:59:30Z', entered: undefined, inside: 67 }))
  const hours = [0, 0, 0, 0, 0, 0, 4, 20, 30, 40, 50, 80, 60, 40, 12, 30, 50, 61, 60, 20, 3, 0, 0, 0]
  for (const day of ['2026-10-11', '2026-10-18', '2026-11-01', '2026-11-08', '2026-11-15']) await jari.does(keepPastLevels, pool, hours.flatMap((inside, hour) => ['00', '15', '30', '45'].map((minute) => ({ at: atWallClock(day, `${String(hour).padStart(2, '0')}:${minute}:00`), inside }))))
  await jari.does(countUsual)
  const facts = (await site.guest.sees(rightNow, [place])).get(place)!
  expect(facts.find((each) => each.key === 'occupancy')).toMatchObject({ words: 'Ruuhkaista', tone: 'fair', primary: true, data: { band: 'busy', share: 60, shareStep: 10, comparedWithUsual: 'less' } })
  const panels = await site.guest.sees(placePanels, { id: place, kind: 'swimmingHall', name: 'Uimahalli', visibility: 'public', ownerUnitId: units.sports, authorOrganisationId: null, longitude: 23.6, latitude: 61.55, area: null, gone: false } as never)
  expect(panels.map((each) => each.name)).toContain('occupancy')
  for (const language of ['fi', 'sv', 'en']) {
    const page = await (await site.get(`/${language}/places/${place}/crowd`)).text()
    expect(page.replace(/<[^>]+>/g, ' ')).not.toMatch(/\b67\b/)
    expect(page).toMatch(/role="img" aria-label="[^"]+"/)
    expect(page).toContain('<th scope="row">')
  }
  const page = await (await site.get(`/fi/places/${place}/crowd`)).text()
  expect(page).toContain('Hiljaisempaa kuin yleensä sunnuntaisin klo 11')
  expect(page).toContain('Yleensä hiljaisinta klo 14–15, vilkkainta klo 11–12.')
  expect(page).toContain('Noin 60–70 % tilasta käytössä')
})
test('a place without a counter says so, one that is not there is not found', async () => {
  expect(await (await site.get(`/fi/places/${await newPlace('Kenttä')}/crowd`)).text()).toContain('Täällä ei lasketa kävijöitä')
  expect((await site.get('/fi/places/11111111-1111-7111-8111-111111111111/crowd')).status).toBe(404)
  await db.execute(sql`update trail.subject set visibility = 'hidden' where id = ${other}`)
  expect((await site.get(`/fi/places/${other}/crowd`)).status).toBe(404)
})

describe('counting by hand', () => {
  test('one tap without script; the same tap twice is once; empty; never below nobody', async () => {
    const id = await counterOf(place, { way: 'manual', nameFi: 'Ovi' })
    const path = `/fi/field/counter/${id}`
    const idsOf = async () => [...(await (await site.get(path, 'jari')).text()).matchAll(/name="what" value="(\w+)"\/><input type="hidden" name="clientId" value="([^"]+)"/g)].reduce<Record<string, string>>((all, match) => ({ ...all, [match[1]!]: match[2]! }), {})
    const inside = async () => Number(/hand-count[^>]*>.*?<b>(\d+)<\/b>/.exec(await (await site.get(path, 'jari')).text())![1])
    expect((await site.post(path, 'jari', { _do: 'tap', what: 'out', clientId: (await idsOf()).out! })).status).toBe(303)
    expect(await inside()).toBe(0)
    const tap = { _do: 'tap', what: 'in', clientId: (await idsOf()).in! }
    await site.post(path, 'jari', tap); await site.post(path, 'jari', tap)
    expect(await inside()).toBe(1)
    const post = (who: string, body: unknown) => site.send(`${path}/taps`, who, { method: 'POST', body: JSON.stringify(body), headers: { origin: 'http://localhost:3000', 'content-type': 'application/json', accept: 'application/json' } })
    const kept = Array.from({ length: 5 }, (_, i) => ({ clientId: crypto.randomUUID(), what: 'in', at: `2026-11-22T08:5${i}:00Z` }))
    // Those five came before the one who left: then there was somebody who could.
    expect(await (await post('saara', kept)).json()).toEqual({ inside: 5 })
    expect(await (await post('saara', kept)).json()).toEqual({ inside: 5 })
    expect((await post('guest', kept)).status).toBe(401)
    expect((await post('leena', kept)).status).toBe(403)
    for (const bad of [null, {}, [], [{ what: 'in' }], [{ clientId: 'x', what: 'in', at: 'nyt' }], [{ ...kept[0], what: 'all' }]]) expect((await post('jari', bad)).status).toBe(422)
    await site.post(path, 'jari', { _do: 'tap', what: 'empty', clientId: (await idsOf()).empty! })
    expect(await inside()).toBe(0)
    expect((await site.get(path, 'leena')).status).toBe(403)
    expect((await site.get(`/fi/field/counter/${pool}`, 'jari')).status).toBe(404)
  })
})

describe('officials keep counters', () => {
  test('made, changed with what was typed kept, paused, reset, ended; by its own unit', async () => {
    expect((await site.get('/fi/admin/counters', 'aino')).status).toBe(403)
    expect(await (await site.get('/fi/admin/counters?q=uimahalli', 'jari')).text()).toContain(`/admin/counters/new?place=${place}`)
    const path = `/fi/admin/counters/new?place=${place}`
    expect((await site.get(path, 'leena')).status).toBe(403)
    const form = { _do: 'make', nameFi: 'Kuntosali', way: 'tickets', capacity: '40', quietTo: '20', normalTo: '60', busyTo: '90', stayMinutes: '60', resetHour: '4', driftPercent: '15' }
    for (const [wrong, said] of [[{ capacity: '9' }, 'Luku ei ole sallituissa rajoissa'], [{ stayMinutes: '' }, 'Täytä tämä kohta'], [{ normalTo: '10' }, 'Rajojen on kasvettava'], [{ capacity: '20' }, 'vähintään viisi ihmistä'], [{ resetHour: '24' }, 'sallituissa rajoissa'], [{ roomId: '11111111-1111-7111-8111-111111111111' }, 'Tarkista tämä kohta']] as const) {
      const answer = await site.post(path, 'jari', { ...form, ...wrong })
      expect(answer.status, said).toBe(422)
      const page = await answer.text()
      expect(page).toContain(said)
      expect(page).toContain('value="Kuntosali"')
    }
    const made = await site.post(path, 'jari', form)
    expect(made.status).toBe(303)
    const one = made.headers.get('location')!
    expect((await site.post(one, 'jari', { ...form, _do: 'change', capacity: '60', version: '1' })).status).toBe(303)
    expect((await site.post(one, 'jari', { ...form, _do: 'change', capacity: '70', version: '1' })).status).toBe(409)
    expect((await site.post(one, 'leena', { _do: 'pause' })).status).toBe(403)
    for (const does of ['pause', 'go', 'reset']) expect((await site.post(one, 'jari', { _do: does })).status, does).toBe(303)
    for (const language of ['fi', 'sv', 'en']) expect((await site.get(one.replace('/fi/', `/${language}/`), 'leena')).status).toBe(200)
    expect((await site.post(one, 'jari', { _do: 'end' })).status).toBe(303)
    expect((await site.get(one, 'jari')).status).toBe(404)
  })
  test('nothing of it in the neighbouring municipality', async () => {
    for (const path of [`/naapurila/fi/admin/counters/${pool}`, `/naapurila/fi/places/${place}/crowd`, `/naapurila/fi/admin/counters/new?place=${place}`]) expect((await site.get(path, 'neighbour')).status).toBe(404)
    await expect(leena.does(makeCounter, place, counterForm.parse({ nameFi: 'x', way: 'gates', capacity: '100' }))).rejects.toThrow('forbidden')
  })
})
