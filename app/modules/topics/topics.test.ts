import pg from 'pg'
import { and, eq, isNotNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { everyHolding } from '#core/identity/holdings.ts'
import type { Person } from '#core/identity/actor.ts'
import { followTarget } from '#core/trail/follow.server.ts'
import { follow } from '#core/trail/schema.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { proposeIdea } from '#modules/ideas/server'
import { town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'
import { followAround, unfollowAround } from './follow.server.ts'
import { forgetPlace, myPlaces, savePlace } from './places.server.ts'
import { listTopics, showArea, showTopic, showUnit } from './show.server.ts'

const koivula = await town()
const { aino, otso, jari, guest, house, topics, units, newPerson } = koivula
const naapurila = await town({ house, name: 'Naapurila' })
const site = await web(koivula)
const db = house.database.owner
let sent = 0
const idea = async (more: { topicId?: string; place?: string } = {}) => { house.time = new Date(house.time.getTime() + 5 * 60_000); return (await aino.does(proposeIdea, { title: `Idea numero ${++sent}`, text: `Tässä on idean ${sent} sisältö.`, ...more })).id }

describe('what is going on', () => {
  test('a topic, its area and its unit show the latest moved first, five of a kind, and the way to the rest', async () => {
    const ids: string[] = []
    for (let n = 0; n < 7; n++) ids.push(await idea({ topicId: topics.sports, place: 'Keijärvi' }))
    await idea({ topicId: topics.library, place: 'Soppeenharju' })
    await jari.does((ctx) => changeSubject(ctx, ids[0]!, { movedAt: new Date(house.time.getTime() + 1000) }))
    const expected = [ids[0], ids[6], ids[5], ids[4], ids[3]]
    for (const its of [await guest.does(showTopic, topics.sports), await guest.does(showArea, 'Kirkonkylä'), await guest.does(showUnit, units.sports)]) expect(its.groups).toMatchObject([{ kind: 'idea', more: true, lines: expected.map((id) => ({ id })) }])
    const text = await (await site.get(`/fi/topics/${topics.sports}`)).text()
    expect(text).toContain(`/fi/ideas?sort=moving&amp;topic=${topics.sports}`)
    expect(text).toContain(`href="/fi/units/${units.sports}"`)
  })
  test('what is hidden is not there', async () => {
    const id = await idea({ topicId: topics.library })
    await aino.does((ctx) => changeSubject(ctx, id, { visibility: 'hidden' }))
    expect((await guest.does(showTopic, topics.library)).groups[0]!.lines.map((line) => line.id)).not.toContain(id)
  })
  test('an empty one says so and offers the first step', async () => {
    expect(await (await site.get('/fi/areas/Soppeenm%C3%A4ki')).text()).toContain('Idea numero 8')
    expect(await (await site.get(`/naapurila/fi/topics/${naapurila.topics.sports}`)).text()).toContain('Täällä ei ole vielä mitään meneillään')
  })
  test('a topic costs the same queries whatever there is', async () => {
    const count = async (id: string) => {
      let asked = 0
      const real = pg.Client.prototype.query
      pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) { asked++; return (real as (...all: unknown[]) => unknown).apply(this, args) } as never
      try { await guest.sees(showTopic, id) } finally { pg.Client.prototype.query = real }
      return asked
    }
    await count(topics.sports)
    expect(await count(topics.sports)).toBeLessThanOrEqual(6)
  })
  test('ids and keys of nobody, of neighbours and of no kind are not found', async () => {
    for (const id of [naapurila.topics.sports, 'x', '11111111-1111-7111-8111-111111111111']) { await expect(guest.sees(showTopic, id)).rejects.toThrow('notFound'); await expect(guest.sees(showUnit, id)).rejects.toThrow('notFound'); await expect(guest.sees(showArea, id)).rejects.toThrow('notFound') }
    expect((await guest.sees(listTopics)).topics.map((each) => each.id).sort()).toEqual([topics.sports, topics.library].sort())
  })
  test('a topic has a feed of everything in it', async () => {
    const text = await (await site.get(`/fi/topics/${topics.sports}.atom`)).text()
    expect(text).toContain('<title>Liikunta ja ulkoilu · Koivula</title>'); expect(text).toContain('Idea numero 7'); expect(text).not.toContain('Idea numero 8')
    expect((await site.get(`/fi/topics/${naapurila.topics.sports}.atom`)).status).toBe(404)
  })
})

describe('following', () => {
  test('a topic, an area and a unit, in a rhythm, changed and stopped; twice is once', async () => {
    for (const [target, read] of [[{ topicId: topics.sports }, () => otso.does(showTopic, topics.sports)], [{ area: 'Kirkonkylä' }, () => otso.does(showArea, 'Kirkonkylä')], [{ unitId: units.sports }, () => otso.does(showUnit, units.sports)]] as const) {
      await Promise.all([otso.does(followAround, target, {}), otso.does(followAround, target, {})])
      expect((await read()).mine).toEqual({ rhythm: 'weekly' })
      await otso.does(followAround, target, { rhythm: 'atOnce' })
      expect((await read()).mine).toEqual({ rhythm: 'atOnce' })
      await otso.does(unfollowAround, target); await otso.does(unfollowAround, target)
      expect((await read()).mine).toBeNull()
    }
    await expect(guest.does(followAround, { topicId: topics.sports }, {})).rejects.toThrow('signInNeeded')
    await expect(otso.does(followAround, { area: 'Ei missään' }, {})).rejects.toThrow('notFound')
    await expect(otso.does(followAround, { topicId: naapurila.topics.sports }, {})).rejects.toThrow('notFound')
  })
  test('how many follow is told from five on, on the page and in the list', async () => {
    for (let n = 1; n <= 5; n++) {
      const who = await newPerson(`Seuraaja ${'ABCDE'[n - 1]}`)
      await who.does((ctx) => followTarget(ctx, who.actor as Person, { topicId: topics.library }))
      const seen = [(await guest.does(showTopic, topics.library)).followers, (await guest.does(listTopics)).topics.find((each) => each.id === topics.library)!.followers]
      expect(seen).toEqual(n < 5 ? [null, null] : [5, 5])
    }
  })
  test('by its form on the page; a guest is led to follow by mail', async () => {
    expect((await site.post(`/fi/topics/${topics.sports}`, 'aino', { _do: 'follow' })).status).toBe(303)
    expect(await (await site.get(`/fi/topics/${topics.sports}`, 'aino')).text()).toContain('Seuraat')
    expect((await site.post(`/fi/topics/${topics.sports}`, 'aino', { _do: 'follow', rhythm: 'often' })).status).toBe(422)
    expect(await (await site.get('/fi/areas/Kirkonkyl%C3%A4')).text()).toContain('href="/fi/follow/area/Kirkonkyl%C3%A4"')
  })
})

describe('my places', () => {
  const place = (more: object) => ({ name: 'Koti', ...more })
  test('a known place by its name, or a point; to about ten metres; two kilometres around unless said', async () => {
    expect(await otso.does(savePlace, place({ place: 'Keijärvi' }))).toHaveProperty('id')
    expect((await otso.does(myPlaces)).places).toMatchObject([{ name: 'Koti', longitude: 23.58, latitude: 61.55, metres: 2000, rhythm: 'weekly' }])
    await otso.does(savePlace, place({ name: 'Mökki', longitude: '23,6123456', latitude: '61.5432199', metres: '500', rhythm: 'atOnce' }))
    expect((await otso.does(myPlaces)).places[1]).toMatchObject({ name: 'Mökki', longitude: 23.6123, latitude: 61.5432, metres: 500, rhythm: 'atOnce' })
  })
  test('the same name is the same place moved; forgetting twice is fine, and another’s is not mine to forget', async () => {
    await otso.does(savePlace, place({ place: 'Soppeenharju', metres: '5000' }))
    const { places } = await otso.does(myPlaces)
    expect(places.map((each) => [each.name, each.metres])).toEqual([['Koti', 5000], ['Mökki', 500]])
    await aino.does(forgetPlace, places[0]!.id)
    expect((await otso.does(myPlaces)).places).toHaveLength(2)
    await otso.does(forgetPlace, places[0]!.id); await otso.does(forgetPlace, places[0]!.id)
    expect((await otso.does(myPlaces)).places.map((each) => each.name)).toEqual(['Mökki'])
  })
  test.each([['no known place and no point', { place: 'Ei missään' }, { place: 'unknownPlace' }], ['a point in another country', { longitude: '10', latitude: '50' }, { place: 'farAway' }]])('%s is told', async (_what, more, problems) => {
    expect(await otso.does(savePlace, place(more))).toEqual({ problems })
  })
  test('what cannot be is told by the form, and what was written stays', async () => {
    for (const [field, value] of [['metres', '1'], ['metres', 'kaukana'], ['longitude', 'x'], ['rhythm', 'often'], ['name', '']] as const) expect((await site.post('/fi/me/places', 'otso', { _do: 'save', name: 'Koti', place: 'Keijärvi', metres: '2000', [field]: value })).status, field).toBe(422)
    expect(await (await site.post('/fi/me/places', 'otso', { _do: 'save', name: 'Isoäidin luona', place: 'Tuntematon' })).text()).toContain('value="Isoäidin luona"')
  })
  test('twenty at most', async () => {
    const who = await newPerson('Monipaikkainen Muuttaja')
    for (let n = 0; n < 20; n++) await who.does(savePlace, place({ name: `Paikka ${n}`, place: 'Keijärvi' }))
    expect(await who.does(savePlace, place({ name: 'Vielä yksi', place: 'Keijärvi' }))).toEqual({ problems: { form: 'tooMany' } })
    expect(await who.does(savePlace, place({ name: 'Paikka 3', place: 'Soppeenharju' }))).toHaveProperty('id')
  })
  test('only their owner sees them, in the page and in their data', async () => {
    expect((await site.get('/fi/me/places')).headers.get('location')).toContain('/sign-in')
    expect(await (await site.get('/fi/me/places', 'aino')).text()).not.toContain('Mökki')
    expect(await otso.does((ctx) => everyHolding().get('topics')!.read(ctx, otso.id))).toMatchObject({ places: [{ name: 'Mökki', metres: 500 }] })
    await otso.does((ctx) => everyHolding().get('people')!.erase(ctx, otso.id))
    expect(await db.select().from(follow).where(and(eq(follow.personId, otso.id), isNotNull(follow.longitude)))).toEqual([])
  })
})
