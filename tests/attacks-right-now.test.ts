import { XMLValidator } from 'fast-xml-parser'
import sharp from 'sharp'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { blurred } from '#modules/cameras/server'
import { makeDevice } from '#modules/devices/server'
import { decideProvider, keepHours, keepPlace, placeFacts, rightNow } from '#modules/directory/server'
import { endDisruption, makeDisruption, updateDisruption } from '#modules/disruptions/server'
import { counter, passages } from '#modules/occupancy/server'
import { tap, tapShape } from '../app/modules/occupancy/keep-counter.server.ts'
import { doRun } from '../app/modules/directory/imports/run.server.ts'
import { addSource, askRun, bringFile, sourceForm } from '../app/modules/directory/imports/sources.server.ts'
import { importRun, importSource, place } from '../app/modules/directory/schema.server.ts'
import { directoryTown } from './directory-town.ts'

const t = await directoryTown()
const why = () => JSON.stringify(t.logged.at(-1) ?? '').slice(0, 900)
const { ids, devices, counters, cameras } = t
const send = (path: string, key: string, body: BodyInit, type = 'application/json') => t.send(path, 'guest', { method: 'POST', body, headers: { authorization: `Bearer ${key}`, 'content-type': type, accept: 'application/json' } })
const settled = async (all: Promise<unknown>[]) => (await Promise.allSettled(all)).map((each) => (each.status === 'fulfilled' ? 'done' : String((each.reason as Error).message)))

describe('what devices post', () => {
  const nasty: unknown[] = ['\u0000', '\ud83d', 'x'.repeat(20_000), '__proto__', 'constructor', '-1', 'NaN', '0000-00-00T00:00:00Z', '9999-12-31T23:59:59Z', '-000001-01-01T00:00:00Z', '2026-11-22T00:00:00+99:99', "';--", { a: 1 }, [1], true, null, -1, 1e308, 1.5, Number.MAX_SAFE_INTEGER, ids.hidden, devices.gate.id]
  test.each([
    ['/api/v1/observations', devices.sensor.key, { placeId: ids.rink, property: 'ice', value: 'good', number: null, maintained: 'iced', observedAt: '2026-11-22T08:00:00Z', placeKey: undefined, clientId: 'a' }],
    ['/api/v1/counts', devices.gate.key, { counter: counters.gate, clientId: 'a', at: '2026-11-22T08:00:00Z', entered: 1, left: 1, inside: undefined }],
  ])('%s is no failure of the house whatever it is', async (path, key, good) => {
    const failed: string[] = []
    for (const name of Object.keys(good)) for (const value of nasty) {
      const answer = await send(path, key, JSON.stringify([{ ...good, [name]: value }]))
      if (answer.status >= 500) failed.push(`${name}=${JSON.stringify(value).slice(0, 50)}: ${why()}`)
    }
    for (const body of ['', 'null', '[]', '[null]', '"x"', '{"__proto__":{"a":1}}', '['.repeat(60_000), '['.repeat(30_000) + ']'.repeat(30_000), '{"a":'.repeat(30_000) + '1' + '}'.repeat(30_000), `{"observations":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, '\ufeff{}', new Uint8Array([0xff, 0xfe, 0x00]), JSON.stringify(Array.from({ length: 600 }, (_, i) => ({ ...good, clientId: `${i}` })))]) {
      const answer = await send(path, key, body)
      if (answer.status >= 500) failed.push(`${body.slice(0, 20)}: ${why()}`)
    }
    expect(failed.slice(0, 4)).toEqual([])
  })
  test('only by its own kind, of its own places, in its own municipality', async () => {
    const beside = await t.beside.jari.does(makeDevice, { name: 'Naapurin', kind: 'sensor', unitId: t.beside.units.sports, expectedMinutes: null, may: [], placeIds: [] }) as { key: string }
    const other = (await t.device('gate', [ids.rink])).key
    const posts = [['/api/v1/observations', JSON.stringify({ placeId: ids.rink, property: 'ice', value: 'good', clientId: 'z' }), devices.sensor.key], ['/api/v1/counts', JSON.stringify({ counter: counters.gate, clientId: 'z', at: '2026-11-22T08:30:00Z', entered: 1 }), devices.gate.key], [`/api/v1/cameras/${cameras.rink}`, t.jpeg, devices.camera.key]] as const
    for (const [path, body, own] of posts) for (const key of [devices.sensor.key, devices.gate.key, devices.camera.key, other, beside.key, 'nousu_d_' + 'x'.repeat(40), "nousu_d_'; --"]) {
      const answer = await send(path, key, body as BodyInit, path.includes('cameras') ? 'image/jpeg' : 'application/json')
      if (key === own) expect(answer.status, `${path} ${why()}`).toBeLessThan(300)
      else expect([401, 403]).toContain(answer.status)
    }
    for (const key of [devices.sensor.key, beside.key]) for (const path of ['/api/v1/me', '/fi/admin/devices', `/fi/places/${ids.draft}`]) expect((await t.get(path, 'guest', { authorization: `Bearer ${key}` })).status).not.toBe(200)
  })
})

describe('secrets', () => {
  test('of devices, cameras and registers are on no page of those who do not keep them, and in no log', async () => {
    const { id: source } = await t.antti.does(addSource, sourceForm.parse({ name: 'PTV', kind: 'ptv12', unitId: t.units.library, organisation: '0f6e3c1a-5b1d-4e0b-9a61-2d4f5b6c7d80', apiKey: 'salainen-avain-1' })) as { id: string }
    await t.db.execute(sql`update cameras.camera set way = 'fetched', url = 'https://kamera.example/kuva.jpg?avain=salainen-avain-2' where id = ${cameras.hidden}`)
    t.house.time = new Date(t.house.time.getTime() + 11 * 60_000)
    const found: string[] = []
    for (const who of ['guest', 'aino', 'leena', 'antti', 'ry', 'mirja', 'neighbour']) for (const path of ['/admin/imports', `/admin/imports/${source}`, '/admin/devices', `/admin/devices/${devices.sensor.id}`, '/admin/cameras', `/admin/cameras/${cameras.hidden}`, `/places/${ids.hidden}/camera`, `/places/${ids.rink}`]) {
      const text = await (await t.get(`/fi${path}`, who)).text()
      for (const secret of ['salainen-avain-1', 'salainen-avain-2', devices.sensor.key]) if (text.includes(secret) && !(who === 'antti' && path.startsWith('/admin/cameras/'))) found.push(`${who} ${path} ${secret}`)
    }
    expect(found).toEqual([])
    expect(JSON.stringify(t.logged)).not.toMatch(/salainen-avain|nousu_d_/)
    t.house.time = new Date(t.house.time.getTime() - 11 * 60_000)
    await t.db.execute(sql`update cameras.camera set way = 'posted', url = '' where id = ${cameras.hidden}`)
    await t.db.update(importSource).set({ endedAt: t.house.time, nightly: false }).where(eq(importSource.id, source))
  })
  test('a view of who is signed in is kept for nobody else, and where somebody is makes another page', async () => {
    const path = `/fi/places/${ids.rink}`
    const mine = await t.get(path, 'jari')
    expect(mine.headers.get('cache-control')).toContain('no-store')
    expect(await mine.text()).toContain('/edit')
    expect(await (await t.get(path)).text()).not.toContain(`/places/${ids.rink}/edit`)
    const near = async (at: string) => (await t.get(`/fi/places?near=${at}`)).text()
    expect(await near('23.600,61.550')).not.toBe(await near('23.900,61.700'))
  })
  test('a count is told to nobody: not in a page, a list, a feed or what programs read', async () => {
    await t.db.transaction(async () => { await t.jari.does(passages, counters.gate, [{ clientId: 'six', at: new Date(t.house.time.getTime() - 60_000).toISOString(), inside: 7 }]) })
    const its = (await t.guest.sees(rightNow, [ids.hall])).get(ids.hall)!.filter((each) => each.key === 'occupancy')
    expect(its.length).toBeGreaterThan(0)
    for (const each of its) expect(JSON.stringify({ ...each, at: null, until: null })).not.toMatch(/[^\d]7[^\d]/)
    for (const path of ['/admin/counters', `/admin/counters/${counters.gate}`, `/field/counter/${counters.hand}`]) for (const who of ['aino', 'ry', 'neighbour']) expect((await t.get(`/fi${path}`, who)).status).toBeGreaterThanOrEqual(303)
  })
})

test('a camera that was put up on its side shows no larger faces, whatever its picture says of itself', async () => {
  for (const [width, height, orientation] of [[1600, 900, 6], [900, 1600, 1], [900, 1600, 8], [200, 4000, 1]] as const) {
    const file = await sharp({ create: { width, height, channels: 3, background: '#678' } }).jpeg().withMetadata({ orientation }).toBuffer()
    const made = await blurred(file, { width: 400, blur: 0, squares: 0, nearest: 8, fieldOfView: 90 })
    if (typeof made === 'string') throw new Error(made)
    expect(Math.max(made.width, made.height)).toBeLessThanOrEqual(400)
  }
})

describe('at the same moment', () => {
  test('two who decide on one provider: one does, and the other hears it', async () => {
    const came = await settled([t.jari.does(decideProvider, ids.waiting, { decision: 'approved' }), t.leena.does(decideProvider, ids.waiting, { decision: 'refused', reason: 'Emme tunne teitä.' })])
    expect(came.sort()).toEqual(['decided', 'done'])
  })
  test('one ends a disruption, another prolongs it: both as it was when they saw it, and one is first', async () => {
    const { id } = await t.jari.does(makeDisruption, { kind: 'water', unitId: t.units.sports, title: 'Katko' }, { whole: true, areas: [], streets: [], places: [], shape: '', drawn: 'polygon', width: 30, name: '' }) as { id: string }
    const came = await settled([t.jari.does(endDisruption, id, {}, { version: 1 }), t.saara.does(updateDisruption, id, { endsAt: new Date(t.house.time.getTime() + 3_600_000) }, { version: 1 }), t.saara.does(endDisruption, id, {}, { version: 1 })])
    expect(came.filter((each) => each === 'done')).toHaveLength(1)
    expect((await t.db.execute<{ numbers: number[] }>(sql`select array_agg(number order by number) as numbers from disruptions.message where disruption_id = ${id}`)).rows[0]!.numbers).toEqual([1, 2])
  })
  test('twenty who keep the hours of one place as they were: one does', async () => {
    const version = (await t.db.execute<{ version: number }>(sql`select version from directory.hours where owner_id = ${ids.rink}`)).rows[0]!.version
    const came = await settled(Array.from({ length: 20 }, (_, i) => t.jari.does(keepHours, ids.rink, 'place', [{ name: {}, groups: [{ spans: [{ start: '06:00', end: `${10 + (i % 10)}:${i < 10 ? '00' : '30'}` }] }] }], { version })))
    expect(came.filter((each) => each === 'done')).toHaveLength(1)
    expect(new Set(came)).toEqual(new Set(['done', 'changedMeanwhile']))
  })
  test('two at one door: each tap counts once, the same one sent twice too', async () => {
    const taps = Array.from({ length: 10 }, () => tapShape.parse({ clientId: crypto.randomUUID(), what: 'in' }))
    await Promise.all([...taps, ...taps].map((each, i) => (i % 2 ? t.jari : t.saara).does(tap, counters.hand, [each])))
    expect((await t.db.select({ inside: counter.inside }).from(counter).where(eq(counter.id, counters.hand)))[0]!.inside).toBe(10)
  })
  test('two devices with the same client id of their own: both are kept, each once', async () => {
    const another = await t.device('sensor', [ids.rink])
    const body = JSON.stringify({ placeId: ids.rink, property: 'ice', value: 'good', observedAt: '2026-11-22T08:50:00Z', clientId: 'same for both' })
    await Promise.all([devices.sensor.key, another.key, devices.sensor.key, another.key].map((key) => send('/api/v1/observations', key, body)))
    expect((await t.db.execute(sql`select 1 from conditions.observation where client_id = 'same for both'`)).rows).toHaveLength(2)
  })
})

describe('words that would be more than words', () => {
  const bad = '</script><script>alert(1)</script>]]>&<x y="\u0007'
  test('of a place and a disruption stay words in pages, search engines\' data, feeds, tables and messages', async () => {
    const id = await t.placeOf(bad), formula = await t.placeOf('=HYPERLINK("https://paha.example")')
    const disruption = (await t.jari.does(makeDisruption, { kind: 'other', unitId: t.units.sports, title: bad, text: bad, instead: bad }, { whole: false, areas: [], streets: [], places: [id], shape: '', drawn: 'polygon', width: 30, name: bad }) as { id: string }).id
    for (const path of [`/places/${id}`, '/places', `/places/${id}/hours`, `/places/${id}/conditions`, '/disruptions', `/disruptions/${disruption}`, '', '/search?q=script']) expect(await (await t.get(`/fi${path}`, 'guest', { cookie: 'fresh=1' })).text(), path).not.toContain('<script>alert(1)')
    for (const path of ['/places.atom', `/places/${id}/conditions.atom`, `/disruptions/${disruption}/cap.xml`, '/disruptions/cap.atom']) {
      const text = await (await t.get(`/fi${path}`, 'guest', { cookie: 'fresh=1' })).text()
      expect(XMLValidator.validate(text), path).toBe(true)
      expect(text).not.toContain('\u0007')
    }
    const table = await (await t.get('/fi/open-data/places.csv')).text()
    expect(table).toContain('HYPERLINK')
    expect(table).not.toMatch(/(^|[,;"\n])=HYPERLINK/)
    expect(formula).toBeTruthy()
  })
  test('of a register: what no database holds, HTML, formulas and names of prototypes stop no run', async () => {
    const { id: source } = await t.antti.does(addSource, sourceForm.parse({ name: 'Outo', kind: 'geojson', unitId: t.units.sports, placeKind: 'rink' })) as { id: string }
    const feature = (n: number, properties: object, coordinates: unknown = [23.58, 61.55]) => ({ type: 'Feature', properties: { id: `k${n}`, name: `Kenttä ${n}`, ...properties }, geometry: { type: 'Point', coordinates } })
    const odd = ['\u0000', '\ud83d', 'x'.repeat(300) + '😀', `${'a'.repeat(199)}😀${'b'.repeat(50)}`, '<img src=x onerror=alert(1)>', '__proto__', '=1+1', 'javascript:alert(1)', '\u202e']
    const json = JSON.stringify({ type: 'FeatureCollection', features: [...odd.flatMap((text, i) => ['id', 'name', 'description', 'street', 'url', 'phone', 'email', 'city', 'price'].map((field, j) => feature(i * 10 + j, { [field]: `${text}${field === 'id' ? i : ''}` }))), feature(900, {}, [1e308, '\u0000']), feature(901, {}, [[[[23, 61]]]]), { type: 'Feature' }, null, feature(902, { name: 'Ehjä' })] }).replace('"id":"k81"', '"__proto__":{"id":"x"},"id":"k81"')
    const form = new FormData()
    form.set('file', new File([json], 'a.geojson'))
    expect(await t.antti.does(bringFile, source, form)).toBeNull()
    const page = await t.get(`/fi/admin/imports/${source}`, 'antti')
    expect(page.status, why()).toBe(200)
    const { id: run } = await t.antti.does(askRun, source)
    expect(await doRun(t.house, t.municipality, run, {})).toBe('done')
    expect((await t.db.select({ counts: importRun.counts }).from(importRun).where(eq(importRun.id, run)))[0]!.counts.added).toBeGreaterThan(40)
    expect((await t.db.select({ url: place.url, name: place.name }).from(place)).filter((row) => row.url.startsWith('javascript:') || JSON.stringify(row.name).includes('onerror'))).toEqual([])
    expect(({} as Record<string, unknown>).id).toBeUndefined()
  })
})

test('who writes a stranger\'s address under many places sends a few letters, and no more', async () => {
  for (let i = 0; i < 30; i++) {
    const { id } = await t.antti.does(keepPlace, placeFacts.parse({ kind: 'rink', name: { fi: `Seurattava ${i}` }, longitude: 23.6, latitude: 61.55 }), { unitId: t.units.sports })
    expect([303, 422]).toContain((await t.post(`/fi/places/${id}/follow`, 'guest', { _do: 'mail', email: 'uhri@koti.example', when: 'opens' })).status)
  }
  expect((await t.db.execute(sql`select 1 from notices.mail where "to" = 'uhri@koti.example'`)).rows.length).toBeLessThanOrEqual(10)
}, 20_000)
