import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { subject } from '#core/trail/schema.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { town } from '../../../../tests/town.ts'
import { web } from '../../../../tests/web.ts'
import { placeFacts, serviceFacts } from '../facts.ts'
import { keepChannel } from '../keep-channel.server.ts'
import { keepPlace } from '../keep-place.server.ts'
import { keepService } from '../keep-service.server.ts'
import { channelFacts } from '../facts.ts'
import { type NowFact, nowSource } from '../right-now.ts'
import { listing, openTime } from '../schema.server.ts'
import { coarse, placesAddress, readPlaceFilters } from './filters.ts'
import { findPlacesNear, fitting, kindsNamed, nearOf, placesListed, servicesListed } from './listed.server.ts'
import { foldPlaceHeaps, placesOnMap } from './map-points.server.ts'

const t = await web(await town())
const { jari, guest, house } = t
const there = await town({ house, name: 'Naapurila' })
const owner = house.database.owner
const conditions = new Map<string, NowFact['tone']>()
nowSource({ name: 'test conditions', order: 1, read: async (_ctx, ids) => new Map(ids.flatMap((id) => { const tone = conditions.get(id); return tone ? [[id, [{ key: 'ice', words: `Jää ${tone}`, tone, icon: 'rink', at: null, until: null, primary: true, data: {} }]]] : [] })) })

const others = new Map<string, NowFact>()
nowSource({ name: 'test others', order: 2, read: async (_ctx, ids) => new Map(ids.flatMap((id) => { const its = others.get(id); return its ? [[id, [its]]] : [] })) })

const put = (name: string, facts: Record<string, unknown> = {}, keeping: Record<string, unknown> = {}) => jari.does(async (ctx) => (await keepPlace(ctx, placeFacts.parse({ kind: 'rink', name: { fi: name }, longitude: 23.6, latitude: 61.55, ...facts }), { unitId: t.units.sports, ...keeping })).id)
const ids = {
  church: await put('Kirkonkylän kenttä', { accessible: 'yes', priceKind: 'free', audiences: ['youth'] }), sopu: await put('Soppeen kenttä', { longitude: 23.63 }), ahti: await put('Ahtolan kenttä', { longitude: 23.58, accessible: 'partly', priceKind: 'paid' }),
  ostron: await put('Österbyn kenttä', { longitude: 23.55 }), library: await put('Leija', { kind: 'library', longitude: 23.597, latitude: 61.556, accessible: 'yes', priceKind: 'free' }), swing: await put('Keinupuisto', { kind: 'playground' }),
  draft: await put('Luonnos', {}, { visibility: 'waiting' }), nowhere: await put('Kerhohuone', { kind: 'clubhouse', longitude: null, latitude: null }),
}
const nameOf = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
const names = (page: { ids: string[] } | string[]) => ('ids' in page ? page.ids : page).map((id) => nameOf.get(id) ?? id)
const filters = (address: string) => readPlaceFilters(new URLSearchParams(address))
const listedBy = async (address: string) => names(await guest.sees(async (ctx) => { const its = filters(address); return placesListed(ctx, its, await nearOf(ctx, its)) }))

test('places come by their names in the order of the alphabet, å, ä and ö last, drafts not at all', async () => {
  expect(await listedBy('')).toEqual(['ahti', 'swing', 'nowhere', 'church', 'library', 'sopu', 'ostron'])
})

test.each([
  ['kind=rink', ['ahti', 'church', 'sopu', 'ostron']], ['kind=library', ['library']], ['group=children', ['swing']], ['kind=group:culture', ['nowhere', 'library']], ['accessible=1', ['church', 'library']], ['free=1', ['church', 'library']],
  ['audience=youth', ['church']], ['audience=children', ['swing']], ['accessible=1&free=1&kind=rink', ['church']], ['provider=own&kind=library', ['library']], ['kind=gym', []], ['kind=nonsense&group=nonsense&audience=x&provider=1', ['ahti', 'swing', 'nowhere', 'church', 'library', 'sopu', 'ostron']],
])('%s', async (address, expected) => { expect(await listedBy(address)).toEqual(expected) })

test('the nearest come first, those without a point not at all; a place is enough when a position is not given', async () => {
  expect(await listedBy('near=23.58,61.55&kind=rink')).toEqual(['ahti', 'church', 'ostron', 'sopu'])
  expect((await listedBy('where=keijärvi')).slice(0, 1)).toEqual(['ahti'])
  expect(await listedBy('near=23.58,61.55')).not.toContain('nowhere')
  expect(names(await guest.sees(findPlacesNear, { kind: 'library' }, { longitude: 23.6, latitude: 61.55 }))).toEqual(['library'])
  // nobody's position is in an address more exactly than a hundred metres
  expect(coarse({ longitude: 23.596_123_4, latitude: 61.556_987 })).toEqual({ longitude: 23.596, latitude: 61.557 })
  expect(placesAddress(filters('near=23.596123,61.556987'))).toBe('/places?near=23.596%2C61.557')
})

test('a page goes on where the last one ended, by name and by nearness, and nothing is told twice', async () => {
  for (const base of ['', 'near=23.58,61.55', 'kind=rink']) {
    const seen: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const its = filters(`${base}&after=${encodeURIComponent(after)}`)
      const page: { ids: string[]; next: string | null } = await guest.sees(async (ctx) => placesListed(ctx, its, await nearOf(ctx, its), 2))
      seen.push(...names(page)); after = page.next
    }
    expect(seen).toEqual(await listedBy(base))
  }
  for (const odd of ['x', '~', `~${ids.ahti}`, `1e999~${ids.ahti}`, "'; drop table~x", 'a~b~c']) expect((await t.get(`/fi/places?after=${encodeURIComponent(odd)}`)).status).toBe(200)
})

test('open now is what is open at this moment, whether a few are or very many', async () => {
  const open = (id: string, from: string, to: string, state: 'open' | 'maintenance' = 'open') => owner.insert(openTime).values({ municipalityId: t.municipality.id, ownerId: id, opensAt: new Date(from), closesAt: new Date(to), state })
  await open(ids.library, '2026-11-22T08:00:00Z', '2026-11-22T10:00:00Z')
  await open(ids.church, '2026-11-22T10:00:00Z', '2026-11-22T12:00:00Z')
  await open(ids.sopu, '2026-11-22T08:00:00Z', '2026-11-22T12:00:00Z', 'maintenance')
  expect(await listedBy('open=1')).toEqual(['library'])
  house.time = new Date('2026-11-22T10:00:00Z')
  expect(await listedBy('open=1')).toEqual(['church'])
  house.time = new Date('2026-11-22T09:00:00Z')
  expect([...await guest.sees(fitting, Object.values(ids), { open: true, free: true })]).toEqual([ids.library])
  expect((await guest.sees(fitting, [], { open: true, free: true })).size).toBe(0)
  others.set(ids.library, { key: 'closed', words: 'Suljettu: vesivahinko', tone: 'off', icon: 'closed', at: null, until: null, primary: true, shut: true, data: {} })
  for (const address of ['open=1', 'open=1&sort=condition']) expect(await listedBy(address)).toEqual([])
  expect((await guest.sees(fitting, Object.values(ids), { open: true, free: false })).size).toBe(0)
  others.clear()
  // more than the function weighs one by one: the list is walked instead, with the same answer
  await owner.execute(sql`insert into directory.open_time (municipality_id, owner_id, opens_at, closes_at, state) select ${t.municipality.id}, gen_random_uuid(), '2026-11-22T08:00:00Z', '2026-11-22T10:00:00Z', 'open' from generate_series(1, 3100)`)
  expect(await listedBy('open=1')).toEqual(['library'])
  await owner.delete(openTime).where(eq(openTime.municipalityId, t.municipality.id))
})

test('the best condition comes first; good ones are looked for until a page is full', async () => {
  conditions.set(ids.ahti, 'poor'); conditions.set(ids.sopu, 'good'); conditions.set(ids.church, 'off')
  expect(await listedBy('kind=rink&sort=condition')).toEqual(['sopu', 'ahti', 'ostron', 'church'])
  expect(await listedBy('good=1')).toEqual(['sopu'])
  expect(await listedBy('kind=rink&sort=condition&good=1')).toEqual(['sopu'])
  conditions.set(ids.ahti, 'good')
  const its = filters('good=1')
  const first = await guest.sees(placesListed, its, null, 1)
  expect(names(first)).toEqual(['ahti'])
  expect(names(await guest.sees(placesListed, { ...its, after: first.next! }, null, 5))).toEqual(['sopu'])
  // what is to be watched out for, or shuts the place, is stronger than the rest; that somebody took care of it is no condition
  others.set(ids.ahti, { key: 'algae', words: 'Sinilevä: runsaasti', tone: 'poor', icon: 'water', at: null, until: null, primary: true, data: {} })
  others.set(ids.sopu, { key: 'closed', words: 'Suljettu', tone: 'off', icon: 'closed', at: null, until: null, primary: true, data: {} })
  others.set(ids.church, { key: 'iced', words: 'Jäädytetty klo 9.00', tone: 'good', icon: 'rink', at: null, until: null, data: {} })
  conditions.delete(ids.church)
  expect(await listedBy('good=1')).toEqual([])
  expect(await listedBy('kind=rink&sort=condition')).toEqual(['ahti', 'church', 'ostron', 'sopu'])
  conditions.clear(); others.clear()
  expect(await listedBy('good=1')).toEqual([])
})

test('the map gathers places by its zoom, and tells of a single one what it is like', async () => {
  conditions.set(ids.library, 'good')
  const whole = { west: 23, south: 61, east: 24, north: 62 }
  const count = (heaps: { count: number }[]) => heaps.reduce((sum, heap) => sum + heap.count, 0)
  for (const zoom of [7, 11, 14, 18]) expect(count(await guest.sees(placesOnMap, whole, zoom, filters('')))).toBe(6)
  expect(count(await guest.sees(placesOnMap, whole, 11, filters('kind=rink&accessible=1')))).toBe(1)
  const [one] = await guest.sees(placesOnMap, { west: 23.596, south: 61.5555, east: 23.598, north: 61.5565 }, 17, filters(''))
  expect(one!.places).toEqual([{ id: ids.library, title: 'Leija', kind: 'Kirjasto', now: 'Jää good', tone: 'good' }])
  conditions.clear()
  for (const box of ['', 'x', '1,2,3', '23,62,24,61', '23,-91,24,61']) expect((await t.get(`/fi/places/map-points?bbox=${box}`)).status).toBe(400)
  const answer = await t.get('/fi/places/map-points?bbox=23,61,24,62&zoom=11&kind=library')
  expect(await answer.json()).toMatchObject({ type: 'FeatureCollection', features: [{ properties: { count: 1 } }] })
})

test('wide views are counted as places come, move and go, folded or not, the same as row by row', async () => {
  const box = { west: 22, south: 60.5, east: 25, north: 62.5 }
  const counts = async (address = '') => (await guest.sees(placesOnMap, box, 7, filters(address))).reduce((sum, heap) => sum + heap.count, 0)
  const before = await counts()
  const made: string[] = []
  for (let i = 0; i < 64; i++) made.push(await put(`Puisto ${i}`, { kind: 'dogPark', longitude: 23.5 + i / 500, latitude: 61.5 + (i % 8) / 100 }))
  expect(await counts()).toBe(before + 64)
  expect(await counts('kind=dogPark')).toBe(64)
  expect(await counts('kind=dogPark&provider=own')).toBe(64)
  await t.antti.does(foldPlaceHeaps)
  expect(await counts('kind=dogPark')).toBe(64)
  await put('Siirtynyt', { kind: 'park', longitude: 23.7, latitude: 61.6 }, { id: made[0] })
  await jari.does(async (ctx) => changeSubject(ctx, made[1]!, { visibility: 'hidden' }))
  expect(await counts('kind=dogPark')).toBe(62)
  expect(await counts('group=nature')).toBe(63)
  const single = (await guest.sees(placesOnMap, box, 13, filters('group=nature'))).filter((heap) => heap.count === 1)
  for (const heap of single) expect(heap.places).toHaveLength(1)
  for (const id of made) await jari.does(async (ctx) => changeSubject(ctx, id, { visibility: 'withdrawn' }))
  await t.antti.does(foldPlaceHeaps)
  expect(await counts()).toBe(before)
})

test('what is hidden, ended or renamed is so in the list at once, also when both happen at the same time', async () => {
  const its = await put('Väliaikainen kenttä', { kind: 'iceHall' })
  expect((await guest.sees(placesListed, filters('kind=iceHall'), null)).ids).toEqual([its])
  await Promise.all([jari.does(async (ctx) => changeSubject(ctx, its, { visibility: 'withdrawn' })), jari.does(async (ctx) => { await keepPlace(ctx, placeFacts.parse({ kind: 'iceHall', name: { fi: 'Halli' }, longitude: 23.6, latitude: 61.55 }), { id: its }) })])
  expect((await guest.sees(placesListed, filters('kind=iceHall'), null)).ids).toEqual([])
  await jari.does(async (ctx) => changeSubject(ctx, its, { visibility: 'public' }))
  const [row] = await owner.select().from(listing).where(and(eq(listing.municipalityId, t.municipality.id), eq(listing.id, its)))
  expect(row!.fi).toBe('halli')
  await jari.does(async (ctx) => changeSubject(ctx, its, { stage: 'ended' }))
  expect((await guest.sees(placesListed, filters('kind=iceHall'), null)).ids).toEqual([])
})

test('services come by name, narrowed by who they are for, who answers and how they are used', async () => {
  const serve = (name: string, facts: Record<string, unknown> = {}, unitId = t.units.sports) => jari.does(async (ctx) => (await keepService(ctx, serviceFacts.parse({ name: { fi: name }, ...facts }), { unitId })).id)
  const teeth = await serve('Suun terveydenhuolto', { audiences: ['adults'], priceKind: 'paid' }), day = await serve('Esiopetus', { audiences: ['children'], priceKind: 'free' }, t.units.library)
  await jari.does(async (ctx) => { await keepChannel(ctx, channelFacts.parse({ kind: 'phone', name: { fi: 'Ajanvaraus' }, phone: '03 123 456' }), { serviceIds: [teeth] }) })
  expect((await guest.sees(servicesListed, {})).ids).toEqual([day, teeth])
  expect((await guest.sees(servicesListed, { audience: 'children' })).ids).toEqual([day])
  expect((await guest.sees(servicesListed, { free: true })).ids).toEqual([day])
  expect((await guest.sees(servicesListed, { channel: 'phone' })).ids).toEqual([teeth])
  expect((await guest.sees(servicesListed, { unit: t.units.library })).ids).toEqual([day])
  const page = await (await t.get('/fi/services/all?channel=phone')).text()
  expect(page).toContain('Suun terveydenhuolto')
  expect(page).not.toContain('Esiopetus')
  expect(page).toContain('Puhelimella')
})

test('another municipality sees none of it', async () => {
  expect((await there.guest.sees(placesListed, filters(''), null)).ids).toEqual([])
  expect((await there.guest.sees(servicesListed, {})).ids).toEqual([])
  expect(await there.guest.sees(placesOnMap, { west: 20, south: 60, east: 28, north: 68 }, 11, filters(''))).toEqual([])
  expect((await there.guest.sees(fitting, Object.values(ids), { open: false, free: false })).size).toBe(0)
})

test('the words of a kind name it in any of their forms', () => {
  expect(kindsNamed(['luistelukentällä'], 'fi').map((each) => each.kind)).toEqual(['rink'])
  expect(kindsNamed(['kirjastot'], 'sv')).toEqual([{ kind: 'library', name: 'Bibliotek' }])
  expect(kindsNamed(['kirja', 'ihme'], 'fi')).toEqual([])
})

test('the pages of finding say what there is, in three languages, and offer a way on when there is nothing', async () => {
  for (const [language, word] of [['fi', 'Leija'], ['sv', 'Bibliotek'], ['en', 'Library']] as const) {
    for (const path of ['/services', '/places', '/places?view=map&kind=library', '/services/all', '/places?sort=condition', '/places?sort=nearest']) expect((await t.get(`/${language}${path}`)).status).toBe(200)
    expect(await (await t.get(`/${language}/places?kind=library`)).text()).toContain(word)
  }
  const none = await (await t.get('/fi/places?kind=gym')).text()
  expect(none).toContain('/fi/ideas/new')
  expect(none).toContain('/fi/feedback/new')
  const feed = await (await t.get('/fi/places.atom?kind=library')).text()
  expect(feed).toContain('Leija')
  expect(feed).not.toContain('Kirkonkylän kenttä')
  expect(await (await t.get('/fi/services/all.atom?audience=children')).text()).toContain('Esiopetus')
  const [row] = await owner.select({ n: sql<number>`count(*)::int` }).from(subject).where(eq(subject.kind, 'place'))
  expect(row!.n).toBeGreaterThan(8)
})
