import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { askToProvide, decideProvider, keepPlace, placeFacts } from '#modules/directory/server'
import { town } from '../../../../tests/town.ts'
import { web } from '../../../../tests/web.ts'
import { latest, maintainedLatest, maintenance, notice, observation, season } from '../schema.server.ts'
import type { PlacesData } from './data.ts'

const t = await web()
const db = t.house.database.of(t.municipality.id)
let count = 0
const later = (minutes: number) => { t.house.time = new Date(t.house.time.getTime() + minutes * 60_000) }
async function placed(kind = 'rink', more: Parameters<typeof keepPlace>[2] = { unitId: t.units.sports }) {
  count++
  return (await t.jari.does(keepPlace, placeFacts.parse({ kind, name: { fi: `Kenttä ${count}` }, longitude: 23.6, latitude: 61.55 }), more)).id
}
const dataOf = async (who: string, query = ''): Promise<PlacesData> => { const answer = await t.get(`/fi/field/places/data${query}`, who, { accept: 'application/json' }); expect(answer.status).toBe(200); return await answer.json() as PlacesData }
type Sending = { who?: string; headers?: Record<string, string> } & Record<string, unknown>
async function send(placeId: string, say: string, { who = 'saara', headers, ...fields }: Sending = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ say, placeId, clientId: `phone-${++count}-abcdef`, person: t.saara.id, at: '2026-11-22T09:00:00.000Z', sentAt: '2026-11-22T09:00:00.000Z', ...fields })) form.set(name, String(value))
  const answer = await t.send('/fi/field/places/sync', who, { method: 'PATCH', body: form, headers: { origin: 'http://localhost:3000', accept: 'application/json', ...headers } })
  return { status: answer.status, body: await answer.json() as { outcome: string; placeId: string; newer: { say: object; at: string } | null; title?: string; problems?: Record<string, string> } }
}
const nowOf = async (placeId: string, property: string) => (await db.select().from(latest).where(and(eq(latest.placeId, placeId), eq(latest.property, property))))[0]
const observed = (placeId: string) => db.select().from(observation).where(eq(observation.placeId, placeId))

test('the list has the places of one’s units that have conditions, with what is known; not others’, not those out of use', async () => {
  const rink = await placed(), school = await placed('school'), library = await placed('library', { unitId: t.units.library }), draft = await placed('rink', { unitId: t.units.sports, visibility: 'waiting' })
  await send(rink, 'saw ice good')
  await send(rink, 'did iced')
  const its = await dataOf('saara'), ids = its.places.map((each) => each.id)
  expect(ids).toContain(rink)
  for (const each of [school, library, draft]) expect(ids).not.toContain(each)
  expect(its.places.find((each) => each.id === rink)).toMatchObject({ kind: 'rink', kindName: 'Luistelukenttä', seen: [{ property: 'ice', value: 'good' }], cared: [{ what: 'iced' }], notice: null, season: null })
  expect((await dataOf('saara', `?also=${library}`)).others).toEqual({ id: library, name: expect.stringMatching(/^Kenttä/) })
  expect((await dataOf('saara', `?only=${rink}`)).places).toHaveLength(1)
  expect((await dataOf('aino')).places).toEqual([])
  expect((await dataOf('antti', `?also=${rink}`)).places.map((each) => each.id), 'who administers the municipality may, when asked for').toEqual([rink])
  expect((await dataOf('saara', '?also=x&only=1')).places).toEqual([])
  expect((await t.get('/fi/field/places/data', 'guest', { accept: 'application/json' })).status).toBe(401)
})

test('a provider’s own places are in its list, and it tells of them itself', async () => {
  const asked = await t.ry.does(askToProvide, { offers: { fi: 'Luistelukouluja.' }, phone: '', email: '', url: '', topicId: undefined }) as { id: string }
  await t.jari.does(decideProvider, asked.id, { decision: 'approved' })
  const theirs = await placed('rink', { providerId: asked.id, organisationId: t.orgs.ry, unitId: null })
  expect((await dataOf('ry')).places.map((each) => each.id)).toEqual([theirs])
  expect((await send(theirs, 'did iced', { who: 'ry', person: t.ry.id })).body.outcome).toBe('taken')
  expect((await send(theirs, 'did iced')).status, 'no other’s').toBe(403)
})

test('each tap is kept as what it says, at the moment it was made, counted by how long ago the phone says', async () => {
  const rink = await placed(), beach = await placed('beach')
  const asked = t.house.time.getTime()
  expect((await send(rink, 'saw ice good', { at: '2031-01-01T08:00:00.000Z', sentAt: '2031-01-01T10:00:00.000Z' })).body, 'a phone in another year').toEqual({ outcome: 'taken', placeId: rink, newer: null })
  expect(await nowOf(rink, 'ice')).toMatchObject({ value: 'good', observedAt: new Date(asked - 2 * 3_600_000), source: 'worker' })
  await send(beach, 'measured water', { number: '17,5' })
  expect(await nowOf(beach, 'water')).toMatchObject({ number: 17.5, observedAt: new Date(asked) })
  await send(rink, 'did iced', { at: '2026-11-22T08:40:00.000Z' })
  expect((await db.select().from(maintainedLatest).where(eq(maintainedLatest.placeId, rink)))[0]).toMatchObject({ what: 'iced', at: new Date(asked - 20 * 60_000) })
  await send(rink, 'words', { text: '  Itäpää on   köysitetty. ', until: 'days' })
  expect((await dataOf('saara')).places.find((each) => each.id === rink)!.notice).toEqual({ words: 'Itäpää on köysitetty.', until: '2026-11-25T21:59:59.000Z' })
  await send(rink, 'wordsEnd')
  expect((await dataOf('saara')).places.find((each) => each.id === rink)!.notice).toBeNull()
  await send(rink, 'season off')
  expect((await db.select().from(season).where(eq(season.placeId, rink)))[0]).toMatchObject({ on: false })
  await send(rink, 'season on')
  expect((await db.select().from(season).where(eq(season.placeId, rink)))[0]).toMatchObject({ on: true })
})

test('the same act twice is once, also when both come at the same time, and hears the same', async () => {
  const rink = await placed(), same = { clientId: 'the-same-act-01' }
  const all = await Promise.all(Array.from({ length: 5 }, () => send(rink, 'saw ice good', same)))
  expect(all.map((each) => each.body.outcome)).toEqual(Array(5).fill('taken'))
  expect(await observed(rink)).toHaveLength(1)
  const iced = await Promise.all(Array.from({ length: 3 }, () => send(rink, 'did iced', { clientId: 'the-same-act-02' })))
  expect(iced.map((each) => each.status)).toEqual([200, 200, 200])
  expect(await db.select().from(maintenance).where(eq(maintenance.placeId, rink))).toHaveLength(1)
  const words = { clientId: 'the-same-act-03', text: 'Kerran.' }
  expect([(await send(rink, 'words', words)).body.outcome, (await send(rink, 'words', words)).body.outcome]).toEqual(['taken', 'taken'])
  expect(await db.select().from(notice).where(eq(notice.placeId, rink))).toHaveLength(1)
})

test('what comes out of order stands by when it was true, and who sent the older one hears what stands', async () => {
  const rink = await placed()
  await send(rink, 'saw ice soft', { at: '2026-11-22T08:50:00.000Z' })
  await send(rink, 'did iced', { at: '2026-11-22T08:50:00.000Z' })
  const ice = await send(rink, 'saw ice good', { at: '2026-11-22T08:00:00.000Z' }), iced = await send(rink, 'did iced', { at: '2026-11-22T08:00:00.000Z' })
  expect(ice.body).toEqual({ outcome: 'older', placeId: rink, newer: { say: { what: 'saw', property: 'ice', value: 'soft' }, number: null, at: new Date(t.house.time.getTime() - 600_000).toISOString() } })
  expect(iced.body).toMatchObject({ outcome: 'older', newer: { say: { what: 'did', care: 'iced' } } })
  expect(await nowOf(rink, 'ice')).toMatchObject({ value: 'soft' })
  expect(await observed(rink), 'kept all the same').toHaveLength(2)
  await send(rink, 'season off', { at: '2026-11-22T08:50:00.000Z' })
  expect((await send(rink, 'season on', { at: '2026-11-22T08:00:00.000Z' })).body).toMatchObject({ outcome: 'older', newer: { say: { what: 'season', on: false } } })
  await send(rink, 'words', { text: 'Uusi sana.' })
  later(1)
  expect((await send(rink, 'words', { text: 'Vanha sana.', at: '2026-11-22T08:00:00.000Z' })).body).toMatchObject({ outcome: 'older', newer: null })
  expect((await send(rink, 'wordsEnd', { at: '2026-11-22T08:00:00.000Z' })).body.outcome).toBe('older')
  expect((await dataOf('saara')).places.find((each) => each.id === rink)!.notice?.words).toBe('Uusi sana.')
})
test('a word whose day is over when the network returns is not put up', async () => {
  const rink = await placed()
  expect((await send(rink, 'words', { text: 'Tänään avoinna.', at: '2026-11-20T08:00:00.000Z' })).body).toMatchObject({ outcome: 'older' })
  expect(await db.select().from(notice).where(eq(notice.placeId, rink))).toEqual([])
})

test('another person’s is refused without being spent; an ended session and a changed unit too', async () => {
  const rink = await placed()
  expect(await send(rink, 'saw ice good', { who: 'jari' })).toMatchObject({ status: 409, body: { title: 'otherPerson' } })
  expect(await send(rink, 'saw ice good', { who: 'leena' }), 'whoever it is, and whatever they may').toMatchObject({ status: 409 })
  expect((await send(rink, 'saw ice good', { who: 'guest' })).status).toBe(401)
  expect(await observed(rink)).toEqual([])
  const moved = await placed('rink', { unitId: t.units.library })
  expect((await send(moved, 'saw ice good')).status).toBe(403)
  expect((await send(crypto.randomUUID(), 'saw ice good')).status).toBe(403)
  expect((await send(rink, 'saw ice good', { who: 'aino', person: t.aino.id })).status).toBe(403)
  expect((await send(rink, 'saw ice good')).body.outcome, 'and then by its own').toBe('taken')
})

test('what makes no sense is told by field, and is never an error of ours', async () => {
  const rink = await placed()
  const wrong = [['saw ice excellent', {}], ['saw weather good', {}], ['did painted', {}], ['measured ice', { number: '5' }], ['nonsense', {}], ['saw constructor __proto__', {}], ['words', { text: '   ' }], ['words', { text: 'x'.repeat(301) }], ['words', { text: 'a\0b' }], ['measured water', {}], ['measured water', { number: 'paljon' }], ['saw ice good', { clientId: 'x' }], ['saw ice good', { at: 'eilen' }], ['saw ice good', { until: 'ever' }], ['saw ice good', { clock: '25:00' }]] as const
  for (const [say, more] of wrong) { const sent = await send(rink, say, more); expect([422, 400], `${say} ${JSON.stringify(more)}: ${sent.status}`).toContain(sent.status) }
  const beach = await placed('beach')
  expect(await send(beach, 'measured water', { number: '99' })).toMatchObject({ status: 422, body: { problems: { number: 'outOfRange' } } })
  expect((await send(await placed('library'), 'season off')).body.problems).toEqual({ on: 'noSeason' })
  expect((await send('not an id', 'saw ice good')).status).toBe(403)
  const form = new FormData()
  form.set('say', 'x'.repeat(30_000))
  expect((await t.send('/fi/field/places/sync', 'saara', { method: 'PATCH', body: form, headers: { origin: 'http://localhost:3000', accept: 'application/json' } })).status).toBe(413)
  expect(await observed(rink)).toEqual([])
})

test('another municipality’s place is not there', async () => {
  const there = await town({ house: t.house, name: 'Naapurila' })
  const theirs = (await there.jari.does(keepPlace, placeFacts.parse({ kind: 'rink', name: { fi: 'Naapurin kenttä' }, longitude: 23.6, latitude: 61.55 }), { unitId: there.units.sports })).id
  expect((await send(theirs, 'saw ice good')).status).toBe(403)
  expect((await dataOf('saara', `?also=${theirs}`)).others).toBeNull()
})

test('without script one button is one post; an earlier time is chosen; the same form twice is one; what is wrong is said', async () => {
  const rink = await placed(), beach = await placed('beach'), drawn = { _do: 'say', placeId: rink, asOf: t.house.time.toISOString() }
  const html = await (await t.get(`/fi/field/places?place=${rink}`, 'saara')).text()
  expect(html).toContain('value="did iced"')
  expect(html).toContain('value="saw ice good"')
  const sent = await t.post('/fi/field/places', 'saara', { ...drawn, say: 'did iced', clock: '09:30' })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/fi/field/places?place=${rink}&came=taken`])
  await t.post('/fi/field/places', 'saara', { ...drawn, say: 'did iced', clock: '09:30' })
  const kept = await db.select().from(maintenance).where(eq(maintenance.placeId, rink))
  expect(kept.map((each) => each.at.toISOString())).toEqual(['2026-11-22T07:30:00.000Z'])
  expect((await t.post('/fi/field/places', 'saara', { ...drawn, say: 'saw ice good', back: 'place' })).headers.get('location')).toBe(`/fi/places/${rink}`)
  const wrong = await t.post('/fi/field/places', 'saara', { ...drawn, placeId: beach, say: 'measured water', number: '99' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Lukema ei voi olla oikein. Tarkista se.')
  expect((await t.post('/fi/field/places', 'aino', { ...drawn, say: 'did iced' })).status).toBe(403)
})

test('the poster of a place is for who keeps it', async () => {
  const rink = await placed()
  const poster = await t.get(`/fi/field/places/poster?place=${rink}`, 'saara')
  expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await t.get(`/fi/field/places/poster?place=${rink}`, 'aino')).status).toBe(404)
  expect((await t.get('/fi/field/places/poster', 'saara')).status).toBe(404)
})

test('the shell that a phone keeps is nobody’s, and a guest is led to sign in', async () => {
  const shell = await (await t.get('/fi/field/places/offline', 'guest')).text()
  expect(shell).not.toMatch(/Kenttä \d|Saara/)
  const rink = await placed(), open = await t.get(`/fi/field/places?place=${rink}`, 'guest')
  expect([open.status, decodeURIComponent(open.headers.get('location') ?? '')], 'and back to the place of the poster').toEqual([303, expect.stringContaining(`/field/places?place=${rink}`)])
})
