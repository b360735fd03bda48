import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { locate } from '#core/geo/locate.server.ts'
import type { Person } from '#core/identity/actor.ts'
import { areasOf } from '#core/trail/facets.server.ts'
import { followTarget } from '#core/trail/follow.server.ts'
import { area, follow, place, subject } from '#core/trail/schema.server.ts'
import { proposeIdea } from '#modules/ideas/server'
import { web } from '../../../../tests/web.ts'
import { type Someone, town } from '../../../../tests/town.ts'
import { showArea } from '../show.server.ts'
import { keepArea, removeArea } from './keep.server.ts'

const koivula = await town()
const { aino, otso, antti, guest, house } = koivula
const naapurila = await town({ house, name: 'Naapurila' })
const site = await web(koivula)
const db = house.database.owner
const here = koivula.municipality.id
let sent = 0
const idea = async (longitude?: number, latitude?: number, place?: string) => {
  house.time = new Date(house.time.getTime() + 5 * 60_000)
  return (await aino.does(proposeIdea, { title: `Idea numero ${++sent}`, text: `Tässä on idean ${sent} sisältö.`, ...(longitude === undefined ? {} : { longitude, latitude }), ...(place ? { place } : {}) })).id
}
const areaOf = async (id: string) => (await db.select({ area: subject.area }).from(subject).where(eq(subject.id, id)))[0]!.area
const form = (nameFi: string, shape = '', more = {}) => ({ nameFi, nameSv: '', nameEn: '', shape, ...more })
const box = (west: number, south: number, east: number, north: number) => `${south} ${west}\n${south} ${east}\n${north} ${east}\n${north} ${west}`
const ring = (west: number, south: number, east: number, north: number) => [[west, south], [east, south], [east, north], [west, north], [west, south]]
const feature = (properties: object, ...rings: unknown[]) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: rings } })
const follows = (who: Someone, key: string) => who.does((ctx: Ctx) => followTarget(ctx, who.actor as Person, { area: key }))
const kept = async (key: string | null, input: ReturnType<typeof form>) => { const its = await antti.does(keepArea, key, input); if ('problems' in its) throw new Error(JSON.stringify(its)); return its }

describe('where a point lies', () => {
  test('without borders the nearest known place tells the area; with them the area that holds it, wherever the places are', async () => {
    const near = await idea(23.6, 61.548) // nearer to Keijärvi (Kirkonkylä) than to Soppeenharju
    expect(await areaOf(near)).toBe('Kirkonkylä')
    expect(await kept('Soppeenmäki', form('Soppeenmäki', box(23.595, 61.5, 23.7, 61.6)))).toEqual({ key: 'Soppeenmäki', subjects: 1, places: 0 })
    expect(await areaOf(near)).toBe('Soppeenmäki')
    expect(await areaOf(await idea(23.6, 61.549))).toBe('Soppeenmäki')
    expect(await areaOf(await idea(23.58, 61.55))).toBe('Kirkonkylä')
  })
  test('a hole is not in the area, of two that lie on each other the smaller one wins, and a name alone still means its place', async () => {
    await kept('Soppeenmäki', form('Soppeenmäki', JSON.stringify({ type: 'Polygon', coordinates: [ring(23.5, 61.5, 23.7, 61.6), ring(23.64, 61.55, 23.66, 61.56)] })))
    await kept(null, form('Keskus', box(23.52, 61.52, 23.54, 61.53)))
    const at = (longitude: number, latitude: number) => aino.sees(locate, { longitude, latitude }).then((its) => (its === 'farAway' ? its : its.area))
    expect([await at(23.53, 61.525), await at(23.6, 61.51)]).toEqual(['Keskus', 'Soppeenmäki'])
    expect(await at(23.65, 61.555)).toBe('Soppeenmäki') // no borders hold it: the nearest place is in Soppeenmäki
    expect(await aino.sees(locate, { name: 'Keijärvellä' })).toMatchObject({ area: 'Soppeenmäki' }) // the place itself lies within the new borders
  })
  test('a place is given the area that holds it, and an imported area without borders is kept', async () => {
    expect((await db.select({ area: place.area }).from(place).where(and(eq(place.municipalityId, here))).orderBy(place.longitude)).map((each) => each.area)).toEqual(['Soppeenmäki', 'Soppeenmäki'])
    const far = await idea(23.9, 61.7)
    await db.update(subject).set({ area: 'Erämaa' }).where(eq(subject.id, far))
    await kept(null, form('Etelä', box(23.5, 61.3, 23.7, 61.4)))
    expect(await areaOf(far)).toBe('Erämaa')
  })
  test('borders that change while an idea is sent are the borders of the idea', async () => {
    for (let round = 0; round < 5; round++) {
      const [west, east] = round % 2 ? [23.35, 23.45] : [23.2, 23.3]
      const [, id] = await Promise.all([kept('Keskus', form('Keskus', box(west!, 61.52, east!, 61.58))), idea(23.4, 61.55)])
      expect(await areaOf(id)).toBe(round % 2 ? 'Keskus' : 'Soppeenmäki')
    }
  })
})

describe('keeping areas', () => {
  test('a new name leaves the key, and with it addresses, followers and open data', async () => {
    await follows(otso, 'Kirkonkylä')
    await kept('Kirkonkylä', form('Kirkonseutu', box(23.55, 61.55, 23.59, 61.57), { nameSv: 'Kyrkbyn', nameEn: 'Church area' }))
    expect((await antti.does(areasOf)).map(({ key, name }) => [key, name])).toContainEqual(['Kirkonkylä', 'Kirkonseutu'])
    expect(await otso.does(showArea, 'Kirkonkylä')).toMatchObject({ name: 'Kirkonseutu', mine: { rhythm: expect.any(String) }, map: { own: expect.stringMatching(/^M[\d.L -]+Z$/) } })
    expect(await (await site.get('/sv/areas/Kirkonkyl%C3%A4')).text()).toContain('<h1>Kyrkbyn</h1>')
    const listed = await (await site.send('/api/v1/areas', 'guest', { headers: { accept: 'application/json', 'accept-language': 'en' } })).json() as { items: { key: string; name: string; shape: unknown }[] }
    expect(listed.items.find((each) => each.key === 'Kirkonkylä')).toMatchObject({ name: 'Church area', shape: { type: 'MultiPolygon' } })
  })
  test.each<[string, ReturnType<typeof form>, object]>([
    ['a name that is there', form('kirkonseutu'), { nameFi: 'nameTaken' }], ['borders that cannot be read', form('Uusi', 'huu'), { shape: 'badLine' }], ['borders far away', form('Uusi', box(10, 50, 11, 51)), { shape: 'farAway' }],
  ])('%s is told', async (_what, input, problems) => { expect(await antti.does(keepArea, null, input)).toEqual({ problems }) })
  test('a neighbour’s area is not there, and nobody but admins keeps them', async () => {
    await naapurila.antti.does(keepArea, null, form('Naapurin alue', ''))
    await expect(antti.does(keepArea, 'Naapurin alue', form('Meidän'))).rejects.toThrow('notFound')
    await expect(guest.sees(showArea, 'Naapurin alue')).rejects.toThrow('notFound')
    for (const who of [aino, koivula.jari, koivula.mirja]) await expect(who.does(keepArea, null, form('Oma'))).rejects.toThrow('forbidden')
    for (const path of ['/fi/admin/areas', '/fi/admin/areas/import', '/fi/admin/areas/Kirkonkyl%C3%A4']) expect([(await site.get(path, 'aino')).status, (await site.get(path, 'antti')).status]).toEqual([403, 200])
    expect((await site.get('/fi/admin/areas/nowhere', 'antti')).status).toBe(404)
  })
  test('of two who add the same name at once one is told that it is taken', async () => {
    const done = await Promise.all([antti.does(keepArea, null, form('Kaksonen')), antti.does(keepArea, null, form('Kaksonen'))])
    expect(done.filter((each) => 'problems' in each)).toHaveLength(1)
  })
  test('one on which something hangs is removed into another: followers once, places and things with it; an empty one as such', async () => {
    const { key } = await kept(null, form('Poistuva', box(23.8, 61.4, 23.9, 61.45)))
    const pointed = await idea(23.85, 61.42)
    for (const who of [aino, otso]) await follows(who, key)
    await follows(aino, 'Keskus')
    expect(await areaOf(pointed)).toBe('Poistuva')
    expect(await antti.does(removeArea, key, { into: '' })).toEqual({ problems: { into: 'needsInto' } })
    expect(await antti.does(removeArea, key, { into: key })).toEqual({ problems: { into: 'needsInto' } })
    expect(await antti.does(removeArea, key, { into: 'Keskus' })).toEqual({ subjects: 1, places: 0 })
    expect(await db.select().from(area).where(and(eq(area.municipalityId, here), eq(area.key, key)))).toEqual([])
    expect((await db.select({ who: follow.personId }).from(follow).where(and(eq(follow.municipalityId, here), eq(follow.area, 'Keskus')))).map((each) => each.who).sort()).toEqual([aino.id, otso.id].sort())
    expect(await areaOf(pointed)).not.toBe(key)
    const empty = await kept(null, form('Tyhjä'))
    expect(await antti.does(removeArea, empty.key, { into: '' })).toEqual({ subjects: 0, places: 0 })
  })
})

describe('a GeoJSON file', () => {
  const upload = async (content: string, who = 'antti') => { const data = new FormData(); data.set('_do', 'upload'); data.set('file', new Blob([content]), 'alueet.geojson'); return site.post('/fi/admin/areas/import', who, data) }
  const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
  const two = file(feature({ nimi: 'Keskus', namn: 'Centrum' }, ring(23.0, 61.5, 23.1, 61.6)), feature({ nimi: 'Saaristo' }, ring(23.0, 61.65, 23.02, 61.66)), feature({ nimi: 'Saaristo' }, ring(23.04, 61.65, 23.06, 61.66)), feature({ nimi: ' ' }, ring(23.0, 61.7, 23.1, 61.71)), { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [23, 61.5] } })
  test('is shown before it runs, joins features of one name, meets a known area by its name, and gives things their areas', async () => {
    const [inside, before] = [await idea(23.05, 61.655), await db.select().from(area).where(eq(area.municipalityId, here))]
    const to = (await upload(two)).headers.get('location')!
    const text = await (await site.get(to, 'antti')).text()
    for (const said of ['Uusi alue', 'Saa uudet rajat', 'Ilman nimeä jää pois: 1', 'Muuta kuin alueita jää pois: 1', 'Uuden alueen saa yksi kohde', 'Tuo 2 aluetta']) expect(text).toContain(said)
    expect(await db.select().from(area).where(eq(area.municipalityId, here))).toEqual(before) // looking changes nothing
    expect((await site.post(to, 'antti', { _do: 'run', coming: '3' })).status).toBe(422)
    const done = await site.post(to, 'antti', { _do: 'run', coming: '2' })
    expect(done.headers.get('location')).toBe('/fi/admin/areas?imported=2&subjects=1&places=0')
    expect(await areaOf(inside)).toBe('Saaristo')
    const [islands] = await db.select().from(area).where(and(eq(area.municipalityId, here), eq(area.key, 'Saaristo')))
    expect(islands).toMatchObject({ name: { fi: 'Saaristo' }, west: 23, east: 23.06, shape: { coordinates: [[expect.anything()], [expect.anything()]] } })
    expect((await db.select().from(area).where(and(eq(area.municipalityId, here), eq(area.key, 'Keskus'))))[0]!.name).toEqual({ fi: 'Keskus', sv: 'Centrum' })
    expect((await site.post(to, 'antti', { _do: 'run', coming: '2' })).status).toBe(422) // the file is gone: nothing happens twice
  })
  test.each([['not JSON', 'moi', 'Tämä ei ole GeoJSONia'], ['metres', file(feature({ nimi: 'A' }, ring(320000, 6820000, 330000, 6830000))), 'Koordinaatit eivät ole asteita'], ['an open ring', file(feature({ nimi: 'A' }, ring(23.5, 61.5, 23.6, 61.6)), feature({ nimi: 'B' }, ring(23.5, 61.5, 23.6, 61.6).slice(0, 4))), 'Vika on kohteessa 2'], ['nothing', '', 'Valitse tiedosto'], ['too large', 'x'.repeat(5_000_001), 'liian suuri']])('with %s is told what is wrong', async (_what, content, said) => {
    const answer = await upload(content)
    expect([answer.status, (await answer.text()).includes(said)]).toEqual([422, true])
  })
  test('of another admin, or one that has been replaced, opens nothing', async () => {
    const to = (await upload(two)).headers.get('location')!
    expect(await (await site.get(to, 'root')).text()).toContain('Tiedostoa ei enää ole')
    await upload(file(feature({ nimi: 'Toinen' }, ring(23.0, 61.5, 23.1, 61.6))))
    expect(await (await site.get(to, 'antti')).text()).toContain('Tiedostoa ei enää ole')
    expect((await upload(two, 'aino')).status).toBe(403)
  })
})
test('maps are given the borders, and only of this municipality', async () => {
  const { areas } = await (await site.get('/fi/map-data')).json() as { areas: { key: string; coordinates: number[][][][] }[] }
  expect(areas.find((each) => each.key === 'Soppeenmäki')!.coordinates[0]).toHaveLength(2)
  await naapurila.antti.does(keepArea, null, form('Rajattu', box(23.5, 61.5, 23.6, 61.6)))
  const theirs = await (await site.get('/naapurila/fi/map-data')).json() as { areas: { key: string }[] }
  expect([theirs.areas.map((each) => each.key), areas.some((each) => each.key === 'Rajattu')]).toEqual([['Rajattu'], false])
})
test('ten thousand things are given their areas in a moment', async () => {
  await house.database.ownerPool.query(`insert into trail.subject (municipality_id, id, kind, language, title, stage, visibility, search, longitude, latitude, area)
    select $1, gen_random_uuid(), 'idea', 'fi', '{"fi":"x"}', 'idea', 'public', '', 22.5 + (i % 100) * .002, 61.8 + (i / 100) * .001, null from generate_series(0, 9999) i`, [here])
  const began = performance.now()
  const moved = await kept(null, form('Suuri', box(22.49, 61.79, 22.599, 61.95)))
  expect(moved.subjects).toBe(5000)
  expect(performance.now() - began).toBeLessThan(8000)
})
