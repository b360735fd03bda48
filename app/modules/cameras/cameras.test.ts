import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import sharp from 'sharp'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { keepPlace, placeFacts } from '#modules/directory/server'
import { makeDevice } from '#modules/devices/server'
import { town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'
import { blurred } from './blur.server.ts'
import { fetchCameras } from './fetch.server.ts'
import { cameraForm, changeCamera, makeCamera, switchOff, switchOn } from './keep-camera.server.ts'
import { keepPicture } from './keep-picture.server.ts'
import { isOffAt, widestFor } from './limits.ts'
import { camerasOf } from './show.server.ts'

const here = await town({ primary: true })
const site = await web(Object.assign(here, { neighbour: (await town({ house: here.house, name: 'Naapurila' })).antti }))
const { jari, antti, house, units } = site
const db = house.database.owner
const at = (iso: string) => { house.time = new Date(iso) }
let made = 0
const newPlace = async () => (await antti.does(keepPlace, placeFacts.parse({ kind: 'rink', name: { fi: `Kenttä ${++made}` }, longitude: 23.6, latitude: 61.55 }), { unitId: units.sports })).id
const facts = (more: Record<string, string> = {}) => cameraForm.parse({ nameFi: 'Kioski', showsFi: 'Kenttä kioskin suunnasta', way: 'posted', nearest: '8', fieldOfView: '90', width: '400', signOn: '2026-11-01', purposeFi: 'Näet, onko jää ajettu.', controller: 'Koivulan kunta', privacyUrl: 'https://koivula.example/kamera', ...more })
const cameraAt = async (place: string, more: Record<string, string> = {}) => { const { id } = await jari.does(makeCamera, place, facts(more)) as { id: string }; expect(await jari.does(switchOn, id)).toBeUndefined(); return id }
const keyOf = async (place: string, kind = 'camera') => (await jari.does(makeDevice, { name: 'Kamera', kind: kind as 'camera', unitId: units.sports, expectedMinutes: null, may: [], placeIds: [place] }) as { key: string }).key
const send = (id: string, key: string, body: Uint8Array | string, type = 'image/jpeg', method = 'PUT') => site.send(`/api/v1/cameras/${id}`, 'guest', { method, body: body as BodyInit, headers: { authorization: `Bearer ${key}`, 'content-type': type, accept: 'application/json' } })
const plain = (colour: string, width = 1280, height = 720) => sharp({ create: { width, height, channels: 3, background: colour } }).jpeg().withExif({ IFD0: { Copyright: 'SALAINEN' }, IFD3: { GPSLatitude: '61/1 33/1 0/1' } }).toBuffer()
const stored = async () => { const keys = []; for await (const key of house.storage.keys()) keys.push(key); return keys }
const picture = (id: string) => site.get(`/fi/cameras/${id}.webp`)

describe('nobody can be known', () => {
  test('a face at the nearest distance is under eight pixels in the widest picture that settings allow, whatever the camera', () => {
    fc.assert(fc.property(fc.double({ min: 2, max: 200, noNaN: true }), fc.integer({ min: 20, max: 150 }), (nearest, view) => {
      const width = widestFor(nearest, view)
      expect(width).toBeLessThanOrEqual(640)
      expect((width * 0.16) / (2 * nearest * Math.tan((view * Math.PI) / 360))).toBeLessThanOrEqual(8)
    }))
  })
  test('the features of a face are gone from the picture, and settings below the floor change nothing', async () => {
    // A scene 16 metres wide: a face of 0.16 m is 19 pixels of 1920, its eyes and mouth squares of 4, black and white.
    const scene = Buffer.alloc(1920 * 1080, 128)
    for (let y = 500; y < 519; y++) for (let x = 900; x < 919; x++) scene[y * 1920 + x] = (Math.floor(x / 4) + Math.floor(y / 4)) % 2 ? 255 : 0
    const file = await sharp(scene, { raw: { width: 1920, height: 1080, channels: 1 } }).png().toBuffer()
    const its = await blurred(file, { width: 9999, blur: 0.3, squares: 1, nearest: 8, fieldOfView: 90 })
    if (typeof its === 'string') throw new Error(its)
    expect(its.width).toBe(640)
    const { data, info } = await sharp(its.bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
    const face = [...data].filter((_, i) => { const x = i % info.width, y = Math.floor(i / info.width); return x >= 299 && x < 307 && y >= 166 && y < 174 })
    expect(Math.max(...face) - Math.min(...face)).toBeLessThan(40)
  })
  test('only pixels go through: nothing of the place or the camera', async () => {
    const its = await blurred(await plain('#abc'), { width: 400, blur: 2, squares: 4, nearest: 8, fieldOfView: 90 })
    if (typeof its === 'string') throw new Error(its)
    expect(its.bytes.includes('SALAINEN')).toBe(false)
    const { exif, xmp, format, width } = await sharp(its.bytes).metadata()
    expect([exif, xmp, format, width]).toEqual([undefined, undefined, 'webp', 400])
  })
  test.each([['1', 'outOfRange', 'nearest'], ['2,5', 'facesSeen', 'width']])('a form with people at %s metres and 400 pixels: %s', (nearest, code, field) => {
    const read = cameraForm.safeParse({ ...plainForm, nearest })
    expect(read.error?.issues.map((issue) => [issue.path[0], issue.message])).toContainEqual([field, code])
  })
  test('the database holds the floor too', async () => {
    const id = await cameraAt(await newPlace())
    for (const set of [sql`nearest = 3`, sql`width = 641`, sql`blur = 1`, sql`squares = 1`, sql`sign_on = null`, sql`controller = ''`, sql`purpose = null`, sql`privacy_url = ''`]) await expect(db.execute(sql`update cameras.camera set ${set} where id = ${id}`)).rejects.toMatchObject({ cause: { code: '23514' } })
  })
})
const plainForm = { nameFi: 'K', showsFi: 'K', way: 'posted', fieldOfView: '90', width: '400' }

describe('the checklist', () => {
  test('a camera cannot be switched on before its sign, purpose, controller and privacy text; what is missing is told by field', async () => {
    const { id } = await jari.does(makeCamera, await newPlace(), facts({ signOn: '', purposeFi: '', controller: '', privacyUrl: '' })) as { id: string }
    expect(await jari.does(switchOn, id)).toEqual({ problems: { signOn: 'required', purposeFi: 'required', controller: 'required', privacyUrl: 'required' } })
    expect(await jari.does(changeCamera, id, facts({ signOn: '2027-01-01' }), 1)).toBeUndefined()
    expect(await jari.does(switchOn, id)).toEqual({ problems: { signOn: 'signLater' } })
    await jari.does(changeCamera, id, facts(), 2)
    expect(await jari.does(switchOn, id)).toBeUndefined()
    expect(await jari.does(changeCamera, id, facts({ controller: '' }), 3)).toEqual({ problems: { controller: 'required' } })
    await expect(jari.does(changeCamera, id, facts(), 2)).rejects.toThrow('changedMeanwhile')
  })
})

describe('a device posts', () => {
  test('only the newest is kept: one file however many come, by PUT and by POST; its page shows it with words and links', async () => {
    at('2026-11-22T09:00:00Z')
    const place = await newPlace(), id = await cameraAt(place), key = await keyOf(place)
    const before = (await stored()).length
    for (const [i, colour] of ['#f00', '#0f0', '#00f'].entries()) {
      at(`2026-11-22T09:0${i}:30Z`)
      expect((await send(id, key, await plain(colour), 'image/jpeg', i % 2 ? 'POST' : 'PUT')).status).toBe(204)
      expect((await stored()).length).toBe(before + 1)
    }
    const answer = await picture(id)
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('content-type')]).toEqual([200, 'public, max-age=30', 'image/webp'])
    const { dominant } = await sharp(new Uint8Array(await answer.arrayBuffer())).stats()
    expect(dominant.b).toBeGreaterThan(200)
    const page = await (await site.get(`/fi/places/${place}/camera`)).text()
    for (const said of ['alt="Kenttä kioskin suunnasta"', 'Otettu', 'https://koivula.example/kamera', 'Koivulan kunta', 'Näet, onko jää ajettu.']) expect(page).toContain(said)
    expect(page).not.toContain('Sammuta kamera')
    expect(await (await site.get(`/fi/places/${place}/camera`, 'jari')).text()).toContain('Sammuta kamera')
  })
  test('of two at once the later stays, whichever is ready first', async () => {
    at('2026-11-22T10:00:00Z')
    const id = await cameraAt(await newPlace())
    const bytes = async (colour: string) => await blurred(await plain(colour), { width: 300, blur: 2, squares: 2, nearest: 8, fieldOfView: 90 }) as { bytes: Buffer; width: number; height: number }
    const [old, fresh] = [await bytes('#111'), await bytes('#eee')]
    const results = await Promise.all(Array.from({ length: 8 }, (_, i) => jari.does(keepPicture, id, { ...(i === 5 ? fresh : old), takenAt: new Date(Date.parse('2026-11-22T09:59:00Z') + (i === 5 ? 50_000 : i * 1000)), version: 1 })))
    expect(results[5]).toBe('kept')
    expect(Buffer.compare(Buffer.from(await (await picture(id)).arrayBuffer()), fresh.bytes)).toBe(0)
  })
  test('two requests at the same time: one picture is kept, and neither breaks', async () => {
    at('2026-11-22T10:30:00Z')
    const place = await newPlace(), id = await cameraAt(place), key = await keyOf(place), file = await plain('#654')
    expect((await Promise.all([send(id, key, file), send(id, key, file)])).map((each) => each.status).every((status) => status === 204 || status === 429)).toBe(true)
    expect((await stored()).filter((name) => name.includes(id))).toHaveLength(1)
    expect((await send(id, key, file)).status).toBe(429)
  })
  test('what is no picture, a bomb, too large, or of another type is refused and not kept', async () => {
    at('2026-11-22T11:00:00Z')
    const place = await newPlace(), id = await cameraAt(place), key = await keyOf(place)
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#000' }, limitInputPixels: false }).png({ compressionLevel: 9 }).toBuffer()
    const whole = await plain('#999')
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
    for (const [body, type, status] of [['hello', 'image/jpeg', 415], ['', 'image/jpeg', 415], [whole, 'text/html', 415], [svg, 'image/svg+xml', 415], [svg, 'image/png', 415], [bomb, 'image/png', 413], [new Uint8Array(8_000_001), 'image/jpeg', 413], [whole.subarray(0, whole.length / 2), 'image/jpeg', 415], [await sharp(whole).gif().toBuffer(), 'image/png', 415]] as const) {
      const answer = await send(id, key, body as string, type)
      expect([answer.status, answer.headers.get('content-type')], type).toEqual([status, 'application/problem+json'])
    }
    expect((await stored()).filter((name) => name.includes(id))).toEqual([])
    expect(JSON.stringify(site.logged)).not.toContain('SALAINEN')
  }, 30_000)
  test('its own cameras alone; not one that is off or rests; no picture of another municipality', async () => {
    at('2026-11-22T12:00:00Z')
    const place = await newPlace(), id = await cameraAt(place, { offFrom: '22', offUntil: '6' }), key = await keyOf(place), file = await plain('#333')
    expect((await send(id, `nousu_d_${'x'.repeat(32)}`, file)).status).toBe(401)
    expect((await send(id, await keyOf(await newPlace()), file)).status).toBe(403)
    expect((await send(id, await keyOf(place, 'gate'), file)).status).toBe(403)
    for (const other of ['x', '11111111-1111-7111-8111-111111111111', await cameraAt(place, { way: 'fetched', url: 'https://kamera.fi/kuva.jpg' })]) expect((await send(other, key, file)).status).toBe(403)
    expect((await send(id, key, file)).status).toBe(204)
    expect((await site.get(`/naapurila/fi/cameras/${id}.webp`)).status).toBe(404)
    expect((await site.get(`/naapurila/fi/admin/cameras/${id}`, 'neighbour')).status).toBe(404)
    at('2026-11-22T21:00:00Z')
    expect((await send(id, key, file)).status).toBe(409)
    expect((await picture(id)).status).toBe(404)
    await fetchCameras(house)
    expect((await stored()).filter((name) => name.includes(id))).toEqual([]) // what it last saw is gone while it rests
    expect(await (await site.get(`/fi/places/${place}/camera`)).text()).toContain('Kamera lepää. Se herää klo 6.')
  })
})

test('too old: not shown at once, its bytes gone soon, and a silent device is told to its unit once', async () => {
  at('2026-11-23T09:00:00Z')
  const place = await newPlace(), id = await cameraAt(place, { oldAfterMinutes: '30' }), key = await keyOf(place)
  await send(id, key, await plain('#777'))
  at('2026-11-23T09:29:50Z')
  expect((await picture(id)).headers.get('cache-control')).toBe('public, max-age=10')
  at('2026-11-23T09:30:10Z')
  expect((await picture(id)).status).toBe(404)
  expect(await (await site.get(`/fi/places/${place}/camera`)).text()).toContain('Kuva on vanhentunut')
  await fetchCameras(house); await fetchCameras(house)
  expect((await stored()).filter((name) => name.includes(id))).toEqual([])
  const told = async (kind: string) => (await db.execute<{ person_id: string }>(sql`select person_id from notices.notice where subject_id = ${place} and kind = ${kind}`)).rows.map((row) => row.person_id)
  expect(await told('cameras.broke')).toEqual([jari.id])
  expect((await jari.sees(camerasOf, place))[0]!.state).toBe('old')
  await send(id, key, await plain('#888'))
  expect(await told('cameras.works')).toEqual([jari.id])
  expect((await picture(id)).status).toBe(200)
})
test('switched off in one tap: the picture is gone at once; and so it is when settings change', async () => {
  at('2026-11-23T12:00:00Z')
  const place = await newPlace(), id = await cameraAt(place), key = await keyOf(place)
  await send(id, key, await plain('#777'))
  expect((await site.post('/fi/admin/cameras', 'leena', { _do: 'off', camera: id })).status).toBe(403)
  await jari.does(changeCamera, id, facts({ blur: '5' }), 1)
  expect((await stored()).filter((name) => name.includes(id))).toEqual([])
  at('2026-11-23T12:01:00Z')
  await send(id, key, await plain('#777'))
  expect((await site.post('/fi/admin/cameras', 'jari', { _do: 'off', camera: id })).status).toBe(303)
  expect((await stored()).filter((name) => name.includes(id))).toEqual([])
  expect((await picture(id)).status).toBe(404)
  expect((await send(id, key, await plain('#777'))).status).toBe(409)
  await jari.does(switchOff, id) // twice is once
  // A picture that was on its way when it was switched off and on again was made by settings of then: it is not kept.
  const on = await blurred(await plain('#fff'), { width: 300, blur: 2, squares: 2, nearest: 8, fieldOfView: 90 }) as { bytes: Buffer; width: number; height: number }
  await jari.does(switchOn, id)
  expect(await jari.does(keepPicture, id, { ...on, takenAt: house.time, version: 2 })).toBe('off')
})

describe('pictures are fetched', () => {
  let answer: { status: number; type: string; body: Buffer } = { status: 200, type: 'image/jpeg', body: Buffer.alloc(0) }, asked = 0
  const server = createServer((_request, response) => { asked++; response.writeHead(answer.status, { 'content-type': answer.type }); response.end(answer.body) })
  afterAll(() => { server.close() })
  const listening = new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const reach = { allows: (url: URL) => url.hostname === '127.0.0.1', timeout: 2000 }
  test('by turns, with what goes wrong told after the third time, and the key in the address in no log or page', async () => {
    await listening
    at('2026-11-24T09:00:00Z')
    const place = await newPlace(), id = await cameraAt(place, { way: 'fetched', url: 'https://kamera.example.fi/kuva.jpg?avain=HYVINSALAINEN', everyMinutes: '5' })
    await db.execute(sql`alter table cameras.camera drop constraint camera_way`)
    await db.execute(sql`update cameras.camera set url = ${`http://127.0.0.1:${(server.address() as AddressInfo).port}/kuva.jpg?avain=HYVINSALAINEN`} where id = ${id}`)
    answer = { status: 200, type: 'image/jpeg', body: await plain('#0a0') }
    await Promise.all([fetchCameras(house, reach), fetchCameras(house, reach)])
    expect(asked).toBe(1)
    expect((await picture(id)).status).toBe(200)
    await fetchCameras(house, reach)
    expect(asked).toBe(1) // its turn has not come
    const failing: [typeof answer, string][] = [[{ status: 500, type: 'image/jpeg', body: answer.body }, 'refused'], [{ status: 200, type: 'text/html', body: answer.body }, 'notPicture'], [{ status: 200, type: 'image/jpeg', body: Buffer.from('<html>') }, 'notPicture'], [{ status: 302, type: 'image/jpeg', body: answer.body }, 'refused'], [{ status: 200, type: 'image/jpeg', body: Buffer.alloc(9_000_000) }, 'tooLarge']]
    for (const [i, [its, trouble]] of failing.entries()) {
      answer = its
      house.time = new Date(Date.parse('2026-11-24T09:06:00Z') + i * 6 * 60_000)
      await fetchCameras(house, reach)
      expect((await db.execute<{ trouble: string }>(sql`select trouble from cameras.camera where id = ${id}`)).rows[0]!.trouble).toBe(trouble)
    }
    expect((await db.execute(sql`select 1 from notices.notice where subject_id = ${place} and kind = 'cameras.broke'`)).rows).toHaveLength(1)
    expect((await picture(id)).status).toBe(200) // the last good one, while it is not old
    answer = { status: 200, type: 'image/jpeg', body: await plain('#a00') }
    at('2026-11-24T10:00:00Z')
    await fetchCameras(house, reach)
    expect((await db.execute<{ b: unknown }>(sql`select broken_since b from cameras.camera where id = ${id}`)).rows[0]!.b).toBeNull()
    for (const who of ['guest', 'jari']) expect(await (await site.get(`/fi/places/${place}/camera`, who)).text()).not.toContain('HYVINSALAINEN')
    expect(await (await site.get('/fi/admin/cameras', 'leena')).text()).not.toContain('HYVINSALAINEN')
    expect((await site.get(`/fi/admin/cameras/${id}`, 'leena')).status).toBe(403)
    expect(JSON.stringify(site.logged)).not.toContain('HYVINSALAINEN')
  })
  test.each([['http://kamera.fi/k.jpg'], ['https://127.0.0.1/k.jpg'], ['https://kamera.local/k.jpg'], ['https://u:p@kamera.fi/k.jpg'], ['https://kamera.fi:8443/k.jpg'], ['']])('an address that leads inside or is not safe is not taken: %s', (url) => {
    expect(cameraForm.safeParse({ ...plainForm, nearest: '8', way: 'fetched', url }).success).toBe(false)
  })
})

test.each([[23, 22, 6, true], [5, 22, 6, true], [6, 22, 6, false], [12, 22, 6, false], [12, 10, 14, true], [14, 10, 14, false], [3, null, null, false]] as const)('at %i, resting from %s until %s: %s', (hour, from, until, rests) => { expect(isOffAt(hour, from, until)).toBe(rests) })

test('officials keep cameras: found by place, mistakes by field with what was typed kept, changed, ended', async () => {
  at('2026-11-24T12:00:00Z')
  const place = await newPlace()
  for (const language of ['fi', 'sv', 'en']) expect((await site.get(`/${language}/admin/cameras`, 'jari')).status).toBe(200)
  expect((await site.get('/fi/admin/cameras', 'aino')).status).toBe(403)
  const path = `/fi/admin/cameras/new?place=${place}`
  expect((await site.get(path, 'leena')).status).toBe(403)
  const form = { _do: 'make', nameFi: 'Kioski', showsFi: 'Kenttä', way: 'posted', nearest: '8', fieldOfView: '90', width: '400', everyMinutes: '10', oldAfterMinutes: '60', blur: '1,5', squares: '2' }
  for (const [wrong, said] of [[{ nearest: '3' }, 'Pienennä leveyttä'], [{ blur: '1' }, 'sallituissa rajoissa'], [{ squares: '1' }, 'sallituissa rajoissa'], [{ oldAfterMinutes: '5' }, 'kuvausväli'], [{ offFrom: '22' }, 'molemmat'], [{ way: 'fetched', url: 'http://x.fi/k.jpg' }, 'https://'], [{ privacyUrl: 'javascript:1' }, 'https://'], [{ signOn: '2026-02-31' }, 'Tarkista']] as const) {
    const answer = await site.post(path, 'jari', { ...form, ...wrong })
    expect(answer.status, said).toBe(422)
    const page = await answer.text()
    expect(page).toContain(said)
    expect(page).toContain('value="Kioski"')
  }
  const one = (await site.post(path, 'jari', form)).headers.get('location')!.replace('?saved', '')
  expect(await (await site.get(one, 'jari')).text()).toContain('Ennen käynnistystä puuttuu vielä')
  expect((await site.post(one, 'jari', { _do: 'on' })).status).toBe(422)
  expect((await site.post(one, 'jari', { ...form, _do: 'change', version: '1', signOn: '2026-11-01', purposeFi: 'Jää', controller: 'Kunta', privacyUrl: 'https://kunta.fi/t' })).status).toBe(303)
  expect((await site.post(one, 'jari', { _do: 'on' })).status).toBe(303)
  expect((await site.post(one, 'jari', { _do: 'end' })).status).toBe(303)
  expect((await site.get(one, 'jari')).status).toBe(404)
  expect(await (await site.get(`/fi/places/${place}/camera`)).text()).toContain('Täällä ei ole kameraa')
})
