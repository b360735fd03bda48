import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { town } from '../../../../tests/town.ts'
import { web } from '../../../../tests/web.ts'
import { keepReport } from '../keep-report.server.ts'
import { moveReports } from '../move.server.ts'
import { asset } from '../schema.server.ts'
import { keepAssets } from './import.server.ts'
import { assetOf, assetsNear, readAsset } from './near.server.ts'
import { readPoints } from './read-points.ts'

const t = await web()
const db = t.house.database.owner
const centre = { longitude: 23.5961, latitude: 61.5563 }
type Feature = { type: string; geometry: unknown; properties: Record<string, unknown> | null }
const lamp = (key: string, east = 0, more: Record<string, unknown> = {}): Feature => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [23.58 + east, 61.55] }, properties: { tunnus: key, nimi: 'Kuruntie', lamppu: 'LED', ...more } })
const file = (features: unknown[], more = {}) => JSON.stringify({ type: 'FeatureCollection', features, ...more })
/** Asks past what is kept for guests for a moment. */
const fresh = { cookie: 'fresh=1' }
const rows = () => db.select().from(asset).where(eq(asset.municipalityId, t.municipality.id)).orderBy(asset.key)
async function upload(text: string, who = 'antti') {
  const form = new FormData()
  form.set('_do', 'upload'); form.set('file', new File([text], 'valaisimet.geojson'))
  return t.post('/fi/admin/assets/import', who, form)
}
/** Sends a file and accepts what the preview says, as a browser does; the address it leads to. */
async function bring(features: unknown[], query = '&kind=streetLight') {
  const sent = await upload(file(features))
  expect(sent.status).toBe(303)
  const at = `${sent.headers.get('location')!}${query}`
  const page = await (await t.get(at, 'antti')).text()
  const numbers = Object.fromEntries(['added', 'changed', 'gone', 'total'].map((name) => [name, new RegExp(`name="${name}" value="(\\d+)"`).exec(page)?.[1] ?? '']))
  if (!numbers.total) return { at, page, numbers, to: null }
  const run = await t.post(at, 'antti', { _do: 'run', ...numbers })
  return { at, page, numbers, to: run.headers.get('location') }
}

test('a register is brought in, and again: what is new, changed, gone and back is told before it happens', async () => {
  const first = await bring([lamp('V-1'), lamp('V-2', 0.001), lamp('V-3', 0.002)])
  expect(first.numbers).toEqual({ added: '3', changed: '0', gone: '0', total: '3' })
  expect(first.to).toBe('/fi/admin/assets?imported=streetLight&added=3&changed=0&gone=0&same=0')
  expect((await rows()).map(({ key, name, kind, properties }) => ({ key, name, kind, properties }))[0]).toEqual({ key: 'V-1', name: 'Kuruntie', kind: 'streetLight', properties: { lamppu: 'LED' } })
  const before = await rows()

  const again = await bring([lamp('V-3', 0.002), lamp('V-1'), lamp('V-2', 0.001)])
  expect(again.to).toBeNull()
  expect(again.page).toContain('Kaikki on jo ennallaan')
  expect(await rows()).toEqual(before)

  t.house.time = new Date('2026-11-23T09:00:00Z')
  const second = await bring([lamp('V-1', 0, { lamppu: 'natrium' }), lamp('V-3', 0.002), lamp('V-4', 0.003)])
  expect(second.numbers).toEqual({ added: '1', changed: '1', gone: '1', total: '3' })
  const after = await rows()
  expect(after.map(({ key, goneAt }) => [key, goneAt])).toEqual([['V-1', null], ['V-2', t.house.time], ['V-3', null], ['V-4', null]])
  expect(after[0]).toMatchObject({ id: before[0]!.id, properties: { lamppu: 'natrium' } })
  const back = await bring([lamp('V-1', 0, { lamppu: 'natrium' }), lamp('V-2', 0.001), lamp('V-3', 0.002), lamp('V-4', 0.003)])
  expect(back.numbers).toMatchObject({ changed: '1', gone: '0' })
  expect((await rows())[1]).toMatchObject({ id: before[1]!.id, goneAt: null })
})
test('another kind leaves the first alone', async () => {
  await bring([lamp('V-1'), lamp('R-1')], '&newKind=pysäkki')
  expect((await rows()).map((row) => `${row.kind} ${row.key} ${row.goneAt ? 'gone' : ''}`)).toEqual(expect.arrayContaining(['pysäkki R-1 ', 'pysäkki V-1 ', 'streetLight V-1 ', 'streetLight V-4 ']))
})
test('features without a number or with the same one are named, and nothing can be brought in', async () => {
  const before = await rows()
  const made = await bring([lamp('V-1'), lamp(''), lamp('V-9'), lamp('V-9', 0.001)])
  expect(made.to).toBeNull()
  expect(made.page).toContain('tiedoston kohde 2')
  expect(made.page).toContain('Numero V-9 on monella: tiedoston kohteet 3, 4')
  expect((await t.post(made.at, 'antti', { _do: 'run', added: '1', changed: '0', gone: '0', total: '4' })).status).toBe(422)
  expect(await rows()).toEqual(before)
})
test('what has changed since the preview happens to nobody', async () => {
  const sent = await upload(file([lamp('V-1'), lamp('V-50')]))
  const at = `${sent.headers.get('location')!}&kind=streetLight`
  expect((await t.post(at, 'antti', { _do: 'run', added: '9', changed: '0', gone: '0', total: '2' })).status).toBe(422)
  expect((await t.post(at.replace('&kind=streetLight', ''), 'antti', { _do: 'run', added: '2', changed: '0', gone: '0', total: '2' })).status).toBe(422)
  await upload(file([lamp('V-99')]))
  expect(await (await t.get(at, 'antti')).text()).toContain('Tiedostoa ei enää ole')
  expect((await t.post(at, 'antti', { _do: 'run', added: '1', changed: '0', gone: '0', total: '2' })).status).toBe(422)
})
test.each([
  ['notJson', '{"type":"FeatureCollection", features:', undefined], ['notGeoJson', '[]', undefined], ['notGeoJson', '{"type":"Feature"}', undefined], ['notGeoJson', '{"type":"FeatureCollection","features":{}}', undefined], ['noPoints', file([]), undefined],
  ['otherSystem', file([lamp('V-1')], { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3067' } } }), undefined], ['otherSystem', file([lamp('V-1')], { crs: { type: 'link' } }), undefined],
  ['notPoint', file([lamp('V-1'), { ...lamp('V-2'), geometry: { type: 'LineString', coordinates: [[23.5, 61.5], [23.6, 61.6]] } }]), 2], ['notPoint', file([{ ...lamp('V-1'), geometry: null }]), 1], ['notPoint', file([{ ...lamp('V-1'), geometry: { type: 'Point', coordinates: ['23.5', '61.5'] } }]), 1], ['notPoint', file([{ ...lamp('V-1'), geometry: { type: 'Point', coordinates: [] } }]), 1],
  ['notDegrees', file([lamp('V-1'), lamp('V-2'), { ...lamp('V-3'), geometry: { type: 'Point', coordinates: [327000, 6827000] } }]), 3], ['farAway', file([{ ...lamp('V-1'), geometry: { type: 'Point', coordinates: [61.55, 23.58] } }]), 1], ['notGeoJson', file([null]), 1], ['tooMany', file(Array.from({ length: 50_001 }, () => 1)), undefined],
])('a bad file is refused with what and where: %s %#', async (problem, text, feature) => {
  expect(readPoints(text, centre)).toEqual({ problem, ...(feature ? { feature } : {}) })
  const before = await rows()
  const response = await upload(text)
  expect(response.status).toBe(422)
  if (feature) expect(await response.text()).toContain(`Vika on tiedoston kohteessa ${feature}`)
  expect(await rows()).toEqual(before)
})
test('odd but good files are read: a mark in front, heights, WGS 84 by name, nested and long properties', () => {
  const read = readPoints(`\uFEFF${file([{ type: 'Feature', geometry: { type: 'Point', coordinates: [23.58, 61.55, 120.5] }, properties: { id: 7, deep: { x: 1 }, list: [1], long: 'x'.repeat(500), nul: 'a\0b', on: true } }], { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } })}`, centre)
  expect(read).toEqual({ points: [{ longitude: 23.58, latitude: 61.55, feature: 1, properties: new Map([['id', '7'], ['long', 'x'.repeat(200)], ['nul', 'ab'], ['on', 'true']]) }] })
  expect(readPoints(file([{ ...lamp('V-1'), properties: null }]), centre)).toMatchObject({ points: [{ feature: 1 }] })
})
test('only an admin brings things in, and no file at all is told of', async () => {
  for (const path of ['/fi/admin/assets', '/fi/admin/assets/import']) {
    for (const who of ['aino', 'jari', 'mirja']) expect((await t.get(path, who)).status).toBe(403)
    expect((await t.get(path)).status).toBe(303)
    expect((await t.get(path, 'antti')).status).toBe(200)
  }
  expect((await upload(file([lamp('V-1')]), 'aino')).status).toBe(403)
  expect((await t.post('/fi/admin/assets/import', 'antti', { _do: 'upload' })).status).toBe(422)
  await expect(t.jari.does(keepAssets, 'rink', [])).rejects.toThrow('forbidden')
})

test('ten thousand come in quickly, and the nearest of them are found quickly by their index', async () => {
  const big = await town({ house: t.house, name: 'Suurila' })
  const things = Array.from({ length: 10_000 }, (_, i) => ({ key: `V-${i}`, name: '', longitude: 23.4 + (i % 100) * 0.004, latitude: 61.5 + Math.floor(i / 100) * 0.002, properties: {} }))
  let began = performance.now()
  await big.antti.does(keepAssets, 'streetLight', things)
  expect(performance.now() - began).toBeLessThan(5000)
  began = performance.now()
  for (let i = 0; i < 20; i++) expect((await big.guest.sees(assetsNear, 'streetLight', { longitude: 23.4 + i * 0.004, latitude: 61.5 }, 300))[0]).toMatchObject({ key: `V-${i}` })
  expect((performance.now() - began) / 20).toBeLessThan(50)
  expect(await t.guest.sees(assetsNear, 'streetLight', { longitude: 23.44, latitude: 61.52 }, 5000)).not.toContainEqual(expect.objectContaining({ key: 'V-1010' }))
})
test('near: by distance, of the kind, not the gone, never the neighbour’s, and nothing for what is no point', async () => {
  await bring([lamp('V-1'), lamp('V-2', 0.001), lamp('V-3', 0.002)])
  const near = await t.guest.sees(assetsNear, 'streetLight', { longitude: 23.5803, latitude: 61.55 }, 80)
  expect(near.map((each) => each.key)).toEqual(['V-1', 'V-2'])
  expect(near[0]!.metres).toBeGreaterThan(15)
  expect(near[0]!.metres).toBeLessThan(17)
  expect(await t.guest.sees(assetsNear, 'rink', { longitude: 23.58, latitude: 61.55 }, 500)).toEqual([])
  for (const point of [{ longitude: NaN, latitude: 61 }, { longitude: 200, latitude: 61 }]) expect(await t.guest.sees(assetsNear, 'streetLight', point, 500)).toEqual([])
  const answer = await t.get('/fi/feedback/assets/near?kind=streetLight&longitude=23.58&latitude=61.55')
  expect(((await answer.json()) as { assets: { key: string }[] }).assets.map((each) => each.key)).toEqual(['V-1', 'V-2', 'V-3'])
  for (const query of ['', '?kind=x', '?kind=streetLight&longitude=a&latitude=b', "?kind='&longitude=23&latitude=999"]) expect(await (await t.get(`/fi/feedback/assets/near${query}`)).json(), query).toEqual({ assets: [] })
})
test('a form picks only what is there, of the kind, and of this municipality', async () => {
  const there = await town({ house: t.house, name: 'Naapurila' })
  await there.antti.does(keepAssets, 'streetLight', [{ key: 'N-1', name: '', longitude: 23.58, latitude: 61.55, properties: {} }])
  const [theirs] = await db.select().from(asset).where(eq(asset.municipalityId, there.municipality.id))
  const mine = (await rows()).find((row) => row.kind === 'streetLight' && !row.goneAt)!, gone = (await rows()).find((row) => row.goneAt)!
  const read = (kind: string | null, id: string) => { const form = new FormData(); form.set('assetId', id); return t.guest.sees(readAsset, kind, form) }
  expect(await read('streetLight', mine.id)).toMatchObject({ asset: { id: mine.id } })
  for (const [kind, id] of [['rink', mine.id], ['streetLight', gone.id], ['streetLight', theirs!.id], ['streetLight', 'x']] as const) expect(await read(kind, id)).toEqual({ problems: { assetId: 'gone' } })
  expect(await read(null, mine.id)).toEqual({})
  expect(await read('streetLight', '')).toEqual({})
  await expect(t.guest.sees(assetOf, theirs!.id)).rejects.toThrow('notFound')
  expect((await t.get(`/fi/feedback/assets/${theirs!.id}`)).status).toBe(404)
})
test('a thing’s page tells its public history; private and hidden reports and the register are not in it', async () => {
  const its = (await rows()).find((row) => row.kind === 'streetLight' && row.key === 'V-1')!
  const tell = async (text: string, more: { private?: boolean; categoryId?: string } = {}) => t.aino.does(keepReport, { categoryId: t.categories.light, text, sender: { personId: t.aino.id }, channel: 'web' as const, assetId: its.id, longitude: its.longitude, latitude: its.latitude, ...more })
  const mended = await tell('Valo on pimeänä.')
  await tell('Salainen asia lampusta.', { private: true })
  await t.leena.does(moveReports, [mended.id], { to: 'done', sentence: 'Lamppu on vaihdettu.' })
  const page = await (await t.get(`/fi/feedback/assets/${its.id}`, 'guest', fresh)).text()
  expect(page).toContain('Valo on pimeänä')
  expect(page).toContain('Lamppu on vaihdettu.')
  expect(page).not.toContain('Salainen')
  expect(page).not.toContain('natrium')
  expect(page).not.toContain('Palaute palvelusta')
  await db.update(asset).set({ goneAt: t.house.time }).where(eq(asset.id, its.id))
  const gone = await (await t.get(`/fi/feedback/assets/${its.id}`, 'guest', fresh)).text()
  expect(gone).toContain('Ei enää käytössä')
  expect(gone).toContain('Lamppu on vaihdettu.')
  expect(gone).not.toContain('Kerro viasta')
})
test('a short address leads to the thing, whatever is in its number', async () => {
  await t.antti.does(keepAssets, 'bin', [{ key: 'R 1/2 ä', name: '', longitude: 23.58, latitude: 61.55, properties: {} }])
  const its = (await rows()).find((row) => row.kind === 'bin')!
  const answer = await t.get(`/fi/feedback/assets/bin/${encodeURIComponent('R 1/2 ä')}`)
  expect([answer.status, answer.headers.get('location')]).toEqual([301, `/fi/feedback/assets/${its.id}`])
  expect((await t.get('/fi/feedback/assets/bin/R-404')).status).toBe(404)
})
