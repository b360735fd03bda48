import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { picture } from '#core/files/schema.server.ts'
import { mail } from '#core/notices/schema.server.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { asset, category, report } from '#modules/feedback/server'
import { strictly } from '../../../tests/open311-client.ts'
import { type Someone, town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'
import { keyInput, makeKey, newKey } from './keys.server.ts'
import { awaited, sent } from './schema.server.ts'

const koivula = await town()
const naapurila = await town({ house: koivula.house, name: 'Naapurila' })
const site = await web(koivula)
const { house, antti, categories, municipality } = koivula
const db = house.database.owner
let keyCount = 0
const keyFor = async (who: Someone, its: Record<string, unknown> = {}) => {
  const made = await who.does(makeKey, keyInput.parse({ name: `Sovellus ${keyCount++}`, scopes: ['send'], ...its })) as { id: string }
  return (await who.sees(newKey, made.id))!
}
const api_key = await keyFor(antti, { perHour: 10_000 })
type Fields = Record<string, string | string[]>
/** As programs do: no cookie, no Origin. */
const post = (path: string, form: Fields | FormData, headers: Record<string, string> = {}) => {
  const body = form instanceof FormData ? form : new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each])))
  return site.send(`/open311/v2/${path}`, 'guest', { method: 'POST', body, headers: { accept: '*/*', ...headers } })
}
const get = (path: string) => site.get(`/open311/v2/${path}`, 'guest', { accept: '*/*' })
const right = { api_key, service_code: 'road', lat: '61.5563', long: '23.5961', description: 'Kadussa on kuoppa.' }
const both = ['json', 'xml'] as const
const photo = async (colour = '#888') => new Blob([new Uint8Array(await sharp({ create: { width: 60, height: 40, channels: 3, background: colour } }).jpeg().toBuffer())], { type: 'image/jpeg' })
const rowOf = async (reference: string) => (await db.select().from(report).innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id))).where(eq(report.reference, reference)))[0]!
await db.update(category).set({ notice: { fi: 'Korjaamme pian.', en: 'We mend it soon.' } }).where(eq(category.id, categories.light))
await db.insert(asset).values({ municipalityId: municipality.id, id: '00000000-0000-7000-8000-0000000000ab', kind: 'lamp', key: 'V-7', longitude: 23.61, latitude: 61.57 })

describe.each(both)('sending in %s', (format) => {
  test('what was sent is read back as it was', async () => {
    const said = { ...right, description: `Kuoppa & <b>reikä</b> "tiessä" ]]> åäö €\nToinen rivi (${format})`, title: 'Iso kuoppa', address_string: 'Kuruntie 14, 33470 Ylöjärvi', lat: '61.556312345678', long: '23.5961', account_id: 'a-1', device_id: 'd-1', email: 'maija@example.fi', first_name: 'Maija', last_name: 'Meikäläinen', phone: '0401234567' }
    const [made] = await strictly('made', await post(`requests.${format}`, said))
    expect(made).toEqual({ service_request_id: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/), service_notice: null, account_id: 'a-1' })
    const [its] = await strictly('extended', await get(`requests/${made!.service_request_id}.${format}?extensions=true`))
    expect(its).toMatchObject({ status: 'open', service_code: 'road', description: said.description, address: said.address_string, lat: 61.556312345678, long: 23.5961 })
    expect(its!.extended_attributes).toMatchObject({ title: 'Iso kuoppa', geometry: { type: 'Point', coordinates: [23.5961, 61.556312345678] } })
    expect((await strictly('requests', await get(`requests.${format}`))).map((each) => each.service_request_id)).toContain(made!.service_request_id)
    const row = await rowOf(made!.service_request_id)
    expect(row.report.channel).toBe('open311')
    const everything = await (await get(`requests.${format}?extensions=true`)).text()
    for (const personal of ['maija', 'Meikäläinen', '0401234567', 'd-1']) expect(everything).not.toContain(personal)
    await strictly('token', await get(`tokens/${row.report.id}.${format}`))
  })
  test('photos in parts', async () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...right, description: `Kuva ${format}` })) form.append(name, value)
    for (const colour of ['#f00', '#0f0']) form.append('media[]', await photo(colour), 'kuva.jpg')
    const [made] = await strictly('made', await post(`requests.${format}`, form))
    const [its] = await strictly('extended', await get(`requests/${made!.service_request_id}.${format}?extensions=media,citysdk,log,geometry`))
    expect(its!.extended_attributes.media_urls).toHaveLength(2)
    expect(its!.media_url).toBe(its!.extended_attributes.media_urls[0])
    for (const url of its!.extended_attributes.media_urls) expect((await site.get(new URL(url).pathname)).status).toBe(200)
  })
  test('everything that is wrong is told at once', async () => {
    const errors = await strictly('errors', await post(`requests.${format}`, { api_key, description: 'x'.repeat(4001), email: 'x', lat: '61', locale: 'en' }), 400)
    expect(errors.map((each) => each.description).join(' ')).toMatch(/description is too long.*service_code was not provided.*e-mail.*give both/)
    expect((await strictly('errors', await post(`requests.${format}`, { ...right, service_code: 'nothing' }), 404))[0]!.code).toBe(404)
  })
})

describe('where it is', () => {
  const where = { api_key, service_code: 'light', description: 'Valo ei pala.' }
  const made = async (form: Fields) => (await strictly('requests', await get(`requests/${(await strictly('made', await post('requests.json', form)))[0]!.service_request_id}.json`)))[0]!
  test('an address alone, the number of a place, a thing of ours, a shape', async () => {
    const address = await made({ ...where, address_string: 'Kuruntie 1' })
    expect([address.address, 'lat' in address]).toEqual(['Kuruntie 1', false])
    expect(await made({ ...where, address_id: 'Keijärvi' })).toMatchObject({ lat: 61.55, long: 23.58, address_id: 'Keijärvi' })
    expect(await made({ ...where, address_id: '#NOTPINPOINTED#' })).toMatchObject({ address_id: '#NOTPINPOINTED#' })
    expect(await made({ ...where, service_object_id: 'V-7', service_object_type: 'lamp' })).toMatchObject({ lat: 61.57, long: 23.61 })
    const [line] = await strictly('extended', await get(`requests/${(await made({ ...where, geometry: '{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[23.58,61.55],[23.6,61.57]]}}' })).service_request_id}.xml?extensions=true`))
    expect([line!.lat, line!.extended_attributes.geometry]).toEqual([61.56, { type: 'LineString', coordinates: [[23.58, 61.55], [23.6, 61.57]] }])
  })
  test('a thing that we do not know is told back as it was said', async () => {
    const { service_request_id } = await made({ ...where, lat: '61.55', long: '23.6', service_object_id: '10844', service_object_type: 'http://www.hel.fi/servicemap/v2' })
    const found = await strictly('extended', await get('requests.json?extensions=true&service_object_id=10844&service_object_type=http://www.hel.fi/servicemap/v2'))
    expect(found.map((each) => [each.service_request_id, each.extended_attributes.service_object_id])).toEqual([[service_request_id, '10844']])
  })
  test.each<[string, Fields]>([
    ['nowhere', {}], ['an empty place', { lat: '', long: '', address_string: ' ' }], ['half a point', { lat: '61.5' }], ['no degrees', { lat: 'a', long: 'b' }], ['off the globe', { lat: '91', long: '23' }], ['another country', { lat: '48.85', long: '2.35' }],
    ['half an object', { lat: '61.5563', long: '23.5961', service_object_id: '1' }], ['no geometry', { geometry: '["oops"]' }], ['no GeoJSON', { geometry: '{"tepe":"palygon"}' }], ['no address of a photo', { lat: '61.5563', long: '23.5961', media_url: 'javascript:alert(1)' }],
  ])('%s is 400', async (_what, form) => { await strictly('errors', await post('requests.xml', { ...where, ...form }), 400) })
})

describe('extra questions', () => {
  const asked = { ...right, service_code: 'asked' }
  test('by their codes, lists and days too; what is missing or wrong is named', async () => {
    await db.insert(category).values({ municipalityId: municipality.id, id: '00000000-0000-7000-8000-00000000000a', key: 'asked', name: { fi: 'Kysely' }, unitId: koivula.units.sports, questions: [
      { key: 'size', type: 'choice', label: { fi: 'Koko' }, required: true, options: [{ key: 's', name: { fi: 'pieni' } }, { key: 'l', name: { fi: 'suuri' } }] }, { key: 'who', type: 'many', label: { fi: 'Kuka' }, required: false, options: [{ key: 'a', name: { fi: 'a' } }, { key: 'b', name: { fi: 'b' } }] },
      { key: 'seen', type: 'date', label: { fi: 'Milloin' }, required: false }, { key: 'deep', type: 'number', label: { fi: 'Syvyys' }, required: false },
    ] })
    await new Promise((done) => setTimeout(done, 5100)) // categories that are read are kept for five seconds
    const [made] = await strictly('made', await post('requests.json', { ...asked, 'attribute[size]': 'l', 'attribute[who][]': ['b', 'a'], 'attribute[seen]': '2026-10-25T01:30:00Z', 'attribute[deep]': '12.5', 'attribute[unknown]': 'x' }))
    expect((await rowOf(made!.service_request_id)).report.answers).toEqual({ size: 'l', who: ['a', 'b'], seen: '2026-10-25T03:30', deep: '12.5' })
    const errors = await strictly('errors', await post('requests.xml', { ...asked, 'attribute[who]': 'z', 'attribute[deep]': 'x', 'attribute[seen]': 'y', locale: 'en' }), 400)
    expect(errors.map((each) => each.description)).toEqual(['attribute[size]: a value is required.', 'attribute[who]: give one of the listed values.', 'attribute[seen]: give a day.', 'attribute[deep]: give a number.'])
  }, 12_000)
})

describe('what becomes of it', () => {
  test('a private service: sent, told that it is not public, and read by nobody here', async () => {
    const [made] = await strictly('made', await post('requests.json', { ...right, service_code: 'family', locale: 'en' }))
    expect(made!.service_notice).toBe('This report is not shown publicly.')
    expect((await rowOf(made!.service_request_id)).subject.visibility).toBe('private')
    await strictly('errors', await get(`requests/${made!.service_request_id}.json`), 404)
  })
  test('the notice of the service, in the asked language', async () => {
    expect((await strictly('made', await post('requests.xml', { ...right, service_code: 'light', locale: 'en' })))[0]!.service_notice).toBe('We mend it soon.')
  })
  test('a rule of moderation keeps it out of answers until somebody has looked', async () => {
    const [made] = await strictly('made', await post('requests.json', { ...right, description: 'Tunnus 131052-308T tässä.' }))
    await strictly('errors', await get(`requests/${made!.service_request_id}.json`), 404)
  })
  test('a photo that does not come does not lose the report: it waits, unless it leads inside', async () => {
    const [made] = await strictly('made', await post('requests.json', { ...right, description: 'Kuva tulee.', media_url: ['https://127.0.0.1/a.jpg', 'http://localhost:1/b.jpg', 'https://0123.nousu.invalid/c.jpg'] }))
    const { report: row } = await rowOf(made!.service_request_id)
    expect((await db.select().from(awaited).where(eq(awaited.reportId, row.id))).map((each) => each.url)).toEqual([])
    expect((await strictly('requests', await get(`requests/${made!.service_request_id}.json`)))[0]!.media_url).toBeNull()
  })
  test('a file that is not a picture refuses the call while its sender is there, and keeps nothing', async () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...right, description: 'Ei synny lainkaan.' })) form.append(name, value)
    form.append('media[]', new Blob(['not a picture']), 'x.jpg')
    expect((await strictly('errors', await post('requests.json', form), 400))[0]!.description).toContain('x.jpg')
    expect(await db.select().from(report).where(eq(report.text, 'Ei synny lainkaan.'))).toEqual([])
  })
  test('control signs and bad halves are taken out, so both formats say the same', async () => {
    const [made] = await strictly('made', await post('requests.json', { ...right, description: 'a\u0001b\r\nc\u{1F41F} ]]>&#0;' }))
    const said = await Promise.all(both.map(async (format) => (await strictly('requests', await get(`requests/${made!.service_request_id}.${format}`)))[0]!.description))
    expect(said).toEqual(['ab\nc\u{1F41F} ]]>&#0;', 'ab\nc\u{1F41F} ]]>&#0;'])
  })
  test('JSON is taken for a form, as the six cities’ examples send it', async () => {
    const answer = await site.send(`/open311/v2/requests.json?api_key=${api_key}`, 'guest', { method: 'POST', body: JSON.stringify({ service_code: 'road', lat: 61.5563, long: 23.5961, description: 'JSONina.' }), headers: { 'content-type': 'application/json' } })
    await strictly('made', answer)
  })
  test('the same sending twice is one report', async () => {
    const once = { 'idempotency-key': 'k-1' }
    const ids = await Promise.all([1, 2, 3].map(async () => (await strictly('made', await post('requests.json', { ...right, description: 'Vain kerran.' }, once)))[0]!.service_request_id))
    expect(new Set(ids).size).toBe(1)
    expect(await db.select().from(report).where(eq(report.text, 'Vain kerran.'))).toHaveLength(1)
  })
  test('a key for letters has the sender written to, without a word of theirs; another key does not', async () => {
    const letters = async (key: string, to: string) => {
      await strictly('made', await post('requests.json', { ...right, api_key: key, description: `Salasana ${to}.`, email: to }))
      return db.select({ text: mail.text }).from(mail).where(eq(mail.to, to))
    }
    expect(await letters(api_key, 'hiljaa@example.fi')).toEqual([])
    const [letter] = await letters(await keyFor(antti, { scopes: ['send', 'letters'] }), 'kirje@example.fi')
    expect(letter!.text).toMatch(/feedback\/own\//)
    expect(letter!.text).not.toContain('Salasana')
  })
  test('it is on the trail as any report, in nobody’s name', async () => {
    const [made] = await strictly('made', await post('requests.json', { ...right, first_name: 'Maija', description: 'Polulla puu.' }))
    const { report: row } = await rowOf(made!.service_request_id)
    expect(await db.select({ kind: event.kind, who: event.actorPersonId }).from(event).where(eq(event.subjectId, row.id))).toEqual([{ kind: 'feedback.sent', who: null }])
    expect(await db.select().from(sent).where(eq(sent.reportId, row.id))).toHaveLength(1)
    expect(await db.select().from(picture).where(eq(picture.subjectId, row.id))).toEqual([])
  })
})

describe('what cannot be read', () => {
  test.each<[string, string, RequestInit]>([
    ['no form', 'requests.json', { body: 'x', headers: { 'content-type': 'text/plain' } }], ['broken JSON', 'requests.xml', { body: '{', headers: { 'content-type': 'application/json' } }], ['a list', 'requests.json', { body: '[]', headers: { 'content-type': 'application/json' } }],
    ['broken parts', 'requests.xml', { body: 'xx', headers: { 'content-type': 'multipart/form-data; boundary=zz' } }], ['too much', 'requests.json', { body: `a=${'x'.repeat(1_100_000)}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['the end of texts', 'requests.json', { body: 'description=%00', headers: { 'content-type': 'application/x-www-form-urlencoded' } }], ['a list of services', 'services.json', { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ])('%s is told in the asked format', async (_what, path, init) => { await strictly('errors', await site.send(`/open311/v2/${path}`, 'guest', { method: 'POST', ...init }), 400) })
  test('a browser’s page elsewhere gains nothing by cookies: the key is needed, and nobody is signed in', async () => {
    await strictly('errors', await site.post('/open311/v2/requests.json', 'antti', { service_code: 'road' }, { origin: 'https://evil.example' }), 403)
  })
})

describe('keys', () => {
  const tried = (key: string, more: Fields = {}) => post('requests.json', { ...right, api_key: key, ...more })
  test('missing, unknown, a neighbour’s: 403, told in the asked format', async () => {
    for (const format of both) for (const key of ['', 'open311_x', await keyFor(naapurila.antti)]) expect((await strictly('errors', await post(`requests.${format}`, { ...right, api_key: key }), 403))[0]!.code).toBe(403)
  })
  test('made for something else, ended, revoked', async () => {
    const { revokeKey, keysOf } = await import('./keys.server.ts')
    await strictly('errors', await tried(await keyFor(antti, { scopes: ['updates'] })), 403)
    const short = await keyFor(antti, { endsOn: '2026-11-22' })
    await strictly('made', await tried(short))
    house.time = new Date('2026-11-22T22:00:00Z') // midnight in Finland
    await strictly('errors', await tried(short), 403)
    house.time = new Date('2026-11-22T09:00:00Z')
    const gone = await keyFor(antti, { name: 'Suljettava' })
    await strictly('made', await tried(gone))
    const its = (await antti.sees(keysOf)).find((each) => each.name === 'Suljettava')!
    expect(its.lastUsedAt).toEqual(house.time)
    await antti.does(revokeKey, its.id)
    await strictly('errors', await tried(gone), 403)
  })
  test('so many an hour and no more, however many at once; then Retry-After, and the next hour is new', async () => {
    const five = await keyFor(antti, { perHour: 5 })
    const said = await Promise.all(Array.from({ length: 12 }, (_, index) => tried(five, { description: `Monta ${index}` })))
    expect(said.map((each) => each.status).sort()).toEqual([...Array(5).fill(200), ...Array(7).fill(429)])
    const full = said.find((each) => each.status === 429)!
    expect(full.headers.get('retry-after')).toBe('3600')
    await strictly('errors', full, 429)
    house.time = new Date('2026-11-22T10:00:00Z')
    await strictly('made', await tried(five, { description: 'Uusi tunti.' }))
    house.time = new Date('2026-11-22T09:00:00Z')
  })
  test('a refused call counts too', async () => {
    const two = await keyFor(antti, { perHour: 1 })
    await strictly('errors', await tried(two, { service_code: 'nothing' }), 404)
    await strictly('errors', await tried(two), 429)
  })
})
