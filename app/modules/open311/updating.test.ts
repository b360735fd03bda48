import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { picture } from '#core/files/schema.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { category, forward, moveReports, partner, report } from '#modules/feedback/server'
import { elements, statuses, strictly } from '../../../tests/open311-client.ts'
import { town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'
import { keyInput, makeKey, newKey } from './keys.server.ts'
import { fetchAwaited } from './media.server.ts'
import { awaited, update } from './schema.server.ts'

const koivula = await town()
const site = await web(koivula)
const { house, antti, jari, guest, categories, municipality, units } = koivula
const db = house.database.owner
let keyCount = 0
const keyFor = async (its: Record<string, unknown>) => {
  const made = await antti.does(makeKey, keyInput.parse({ name: `Urakoitsija ${keyCount++}`, perHour: 10_000, ...its })) as { id: string }
  return (await antti.sees(newKey, made.id))!
}
const partnerId = '00000000-0000-7000-8000-0000000000bb'
await db.insert(partner).values({ municipalityId: municipality.id, id: partnerId, name: 'Tieyhtiö', kind: 'contractor', email: 'tie@example.fi' })
await db.update(category).set({ partnerId }).where(eq(category.id, categories.light))
const keys = { send: await keyFor({ scopes: ['send', 'updates'] }), work: await keyFor({ scopes: ['status'] }), partner: await keyFor({ scopes: ['status'], partnerId }) }
const post = (path: string, form: Record<string, string> | FormData) => site.send(`/open311/v2/${path}`, 'guest', { method: 'POST', body: form instanceof FormData ? form : new URLSearchParams(form), headers: { accept: '*/*' } })
const get = (path: string) => site.get(`/open311/v2/${path}`, 'guest', { accept: '*/*' })
const later = (seconds: number) => { house.time = new Date(house.time.getTime() + seconds * 1000) }
let count = 0
const send = async (service_code = 'road', more: Record<string, string> = {}) => (await strictly('made', await post('requests.json', { api_key: keys.send, service_code, lat: '61.5563', long: '23.5961', description: `Kuoppa numero ${count++}.`, ...more })))[0]!.service_request_id
const stateOf = async (reference: string) => (await db.select().from(report).where(eq(report.reference, reference)))[0]!
const says = async (key: string, id: string, its: Record<string, string>) => (await strictly('updated', await post('servicerequestupdates.json', { api_key: key, service_request_id: id, ...its })))[0]!.update_id

describe('those who do the work say how it stands', () => {
  test.each(statuses.map((each) => [each]))('%s', async (status) => {
    const id = await send()
    later(60)
    await says(keys.work, id, { status, description: 'Näin on.' })
    const expected = { OPEN: 'received', REOPEN: 'received', FOR_TRIAGE: 'received', INVESTIGATING: 'received', INTERNAL_REFERRAL: 'received', NOT_COUNCILS_RESPONSIBILITY: 'received', ACTION_SCHEDULED: 'planned', IN_PROGRESS: 'underWay', FIXED: 'done', CLOSED: 'done', DUPLICATE: 'cannot', NO_FURTHER_ACTION: 'cannot', CANCELLED: 'cannot' }[status]
    const row = await stateOf(id)
    expect(row.state).toBe(expected)
    // whatever becomes of it, the words are on the trail for its sender
    expect((await guest.sees(trailOf, row.id))[0]).toMatchObject({ sentence: 'Näin on.', who: 'Liikuntapalvelut' })
  })
  test.each(['xml', 'json'])('in %s: the id of the answer is the one in the list of updates', async (format) => {
    const id = await send()
    later(60)
    const [made] = await strictly('updated', await post(`servicerequestupdates.${format}`, { api_key: keys.work, service_request_id: id, status: 'IN_PROGRESS', update_id: `w-${format}`, updated_datetime: '2026-11-22T09:00:00+02:00', description: 'Työssä & käynnissä <nyt> ]]>' }))
    const listed = await strictly('updates', await get(`servicerequestupdates.${format}?service_request_id=${id}`))
    expect(listed).toEqual([expect.objectContaining({ update_id: made!.update_id, status: 'IN_PROGRESS', description: 'Työssä & käynnissä <nyt> ]]>' })])
  })
  test('the same twice is one, also at once', async () => {
    const id = await send()
    later(60)
    const ids = await Promise.all([1, 2, 3, 4].map(() => says(keys.work, id, { status: 'FIXED', description: 'Valmis.', update_id: 'u-1' })))
    expect(new Set([...ids, await says(keys.work, id, { status: 'FIXED', description: 'Valmis.', update_id: 'u-1' })]).size).toBe(1)
    expect((await guest.sees(trailOf, (await stateOf(id)).id)).filter((each) => each.kind === 'feedback.done')).toHaveLength(1)
  })
  test('done without words is said by us; a refusal without words is not taken', async () => {
    const id = await send()
    later(60)
    await strictly('errors', await post('servicerequestupdates.xml', { api_key: keys.work, service_request_id: id, status: 'NO_FURTHER_ACTION', update_id: 'n-1' }), 400)
    expect((await stateOf(id)).state).toBe('received')
    await says(keys.work, id, { status: 'FIXED', update_id: 'n-1' }) // the number is free: nothing was kept of what was refused
    expect((await strictly('requests', await get(`requests/${id}.json`)))[0]).toMatchObject({ status: 'closed', status_notes: 'Työn tekijä ilmoitti, että työ on valmis.' })
  })
  test('what was closed comes back, and goes on', async () => {
    const id = await send()
    for (const status of ['FIXED', 'IN_PROGRESS', 'FIXED', 'REOPEN'] as const) { later(60); await says(keys.work, id, { status, description: `Nyt ${status}.` }) }
    expect((await stateOf(id)).state).toBe('received')
    expect((await strictly('updates', await get(`servicerequestupdates.json?service_request_id=${id}`))).map((each) => each.status)).toEqual(['FIXED', 'OPEN', 'IN_PROGRESS', 'FIXED', 'OPEN'])
    const [its] = await strictly('extended', await get(`requests/${id}.xml?extensions=true`))
    expect(its!.extended_attributes.log.map((each) => each.status)).toEqual(['allocated', 'done', 'allocated', 'handling', 'done', 'allocated'])
  })
  test('a photo of the work is its proof', async () => {
    const id = await send()
    later(60)
    const form = new FormData()
    for (const [name, value] of Object.entries({ api_key: keys.work, service_request_id: id, status: 'FIXED' })) form.append(name, value)
    form.append('photo1', new Blob([new Uint8Array(await sharp({ create: { width: 50, height: 50, channels: 3, background: '#0a0' } }).png().toBuffer())]), 'a.png')
    await strictly('updated', await post('servicerequestupdates.xml', form))
    const [its] = await strictly('extended', await get(`requests/${id}.json?extensions=true`))
    expect(its!.extended_attributes.log.at(-1)).toMatchObject({ status: 'done', attachment_url: its!.extended_attributes.media_urls[0] })
    expect((await strictly('updates', await get(`servicerequestupdates.xml?service_request_id=${id}`)))[0]!.media_url).toBe(its!.extended_attributes.media_urls[0])
  })
  test('a partner’s key moves what is the partner’s and nothing else', async () => {
    const [theirs, ours] = [await send('light'), await send('road')]
    later(60)
    await says(keys.partner, theirs, { status: 'IN_PROGRESS' })
    expect((await stateOf(theirs)).state).toBe('underWay')
    await strictly('errors', await post('servicerequestupdates.json', { api_key: keys.partner, service_request_id: ours, status: 'FIXED', description: 'Valmis.' }), 403)
    expect((await stateOf(ours)).state).toBe('received')
    await db.insert(forward).values({ municipalityId: municipality.id, id: crypto.randomUUID(), reportId: (await stateOf(ours)).id, partnerId, by: 'mail', state: 'sent', replyKey: 'k' })
    await says(keys.partner, ours, { status: 'FIXED', description: 'Valmis.' })
    expect((await stateOf(ours)).state).toBe('done')
  })
  test('a private report hears its own workers, and is shown to nobody', async () => {
    const id = await send('family')
    later(60)
    await says(keys.work, id, { status: 'IN_PROGRESS', description: 'Hoidossa.' })
    expect((await stateOf(id)).state).toBe('underWay')
    expect(await (await get('servicerequestupdates.json')).text()).not.toContain(id)
    const stranger = await keyFor({ scopes: ['updates'] })
    await strictly('errors', await post('servicerequestupdates.json', { api_key: stranger, service_request_id: id, description: 'Hei.' }), 404)
    await says(keys.send, id, { description: 'Lisään tämän.' }) // it was sent with this key
  })
  test('words that a rule of moderation stops are not taken from workers', async () => {
    const id = await send()
    await strictly('errors', await post('servicerequestupdates.json', { api_key: keys.work, service_request_id: id, status: 'FIXED', description: 'Asukas 131052-308T.' }), 400)
    expect((await stateOf(id)).state).toBe('received')
  })
})

describe('comments', () => {
  test('are on the trail; a status that comes with one moves nothing; they are no updates of ours', async () => {
    const id = await send()
    later(60)
    const made = await says(keys.send, id, { status: 'CLOSED', description: 'Kuoppa on jo isompi.', update_id: '77', email: 'x@example.fi', first_name: 'Maija' })
    const row = await stateOf(id)
    expect(row.state).toBe('received')
    expect((await guest.sees(trailOf, row.id))[0]).toMatchObject({ id: made, kind: 'open311.commented', sentence: 'Kuoppa on jo isompi.' })
    expect(await strictly('updates', await get(`servicerequestupdates.json?service_request_id=${id}`))).toEqual([])
    expect(await db.select({ status: update.status, text: update.text }).from(update).where(eq(update.reportId, row.id))).toEqual([{ status: 'CLOSED', text: 'Kuoppa on jo isompi.' }])
  })
  test('what a rule of moderation stops is read only by who handles the report', async () => {
    const id = await send()
    later(60)
    await says(keys.send, id, { description: 'Soittakaa, 131052-308T' })
    const row = await stateOf(id)
    expect(JSON.stringify(await guest.sees(trailOf, row.id))).not.toContain('131052')
    expect((await db.select({ text: update.text }).from(update).where(eq(update.reportId, row.id)))[0]!.text).toContain('131052')
  })
  test.each<[string, Record<string, string>, number]>([
    ['no request', { description: 'x' }, 400], ['an unknown request', { service_request_id: 'XXXX-XXXX', description: 'x' }, 404], ['an unknown status', { service_request_id: 'XXXX-XXXX', status: 'BURNING' }, 400], ['nothing said', { service_request_id: 'XXXX-XXXX' }, 400],
    ['a wrong day', { service_request_id: 'XXXX-XXXX', description: 'x', updated_datetime: 'yesterday' }, 400], ['too long', { service_request_id: 'XXXX-XXXX', description: 'x'.repeat(4001) }, 400], ['no key', { api_key: '', service_request_id: 'XXXX-XXXX', description: 'x' }, 403],
  ])('%s is refused', async (_what, form, status) => {
    for (const format of ['xml', 'json']) await strictly('errors', await post(`servicerequestupdates.${format}`, { api_key: keys.send, ...form }), status)
  })
})

test('FixMyStreet’s day: services, definition, send, token or id, then updates of each stretch of time', async () => {
  const endpoint = elements(await (await site.get('/open311/discovery.xml')).text()).children.find((each) => each.name === 'endpoints')!.children[0]!.children.find((each) => each.name === 'url')!.text
  const path = (file: string) => new URL(endpoint + file).pathname.replace('/open311/v2/', '')
  const services = await strictly('services', await get(path('services.xml') + '?jurisdiction_id=koivula'))
  for (const each of services.filter(({ metadata }) => metadata)) await strictly('service_definition', await get(path(`services/${each.service_code}.xml`)))
  const answer = await post(path('requests.xml'), { jurisdiction_id: 'koivula', api_key: keys.send, service_code: 'road', lat: '61.5563', long: '23.5961', description: 'title: Iso kuoppa\r\n\r\ndetail: Tiessä.\r\n\r\nurl: http://example.com/report/1\r\n\r\nSubmitted via FixMyStreet\r\n', email: 'maija@example.fi', first_name: 'Maija', last_name: 'M', phone: '040', 'attribute[easting]': '1' })
  const id = (await strictly('made', answer))[0]!.service_request_id
  const row = await stateOf(id)
  expect((await strictly('token', await get(`tokens/${row.id}.xml`)))[0]!.service_request_id).toBe(id)
  const poll = async (since: Date, until: Date) => (await strictly('updates', await get(`servicerequestupdates.xml?${new URLSearchParams({ jurisdiction_id: 'koivula', api_key: keys.send, start_date: since.toISOString().slice(0, 19) + 'Z', end_date: until.toISOString().slice(0, 19) + 'Z' })}`))).filter((each) => each.service_request_id === id)
  const began = house.time
  later(3600)
  await jari.does(moveReports, [row.id], { to: 'planned', sentence: 'Huomenna.', unitId: units.sports })
  const middle = house.time
  later(3600)
  await jari.does(moveReports, [row.id], { to: 'done', sentence: 'Paikattu.', unitId: units.sports })
  expect((await poll(began, new Date(middle.getTime() + 1000))).map((each) => each.description)).toEqual(['Huomenna.'])
  expect((await poll(new Date(middle.getTime() + 1000), house.time)).map((each) => [each.status, each.description])).toEqual([['FIXED', 'Paikattu.']])
  // its own words on both sides of a second's border: every update is in one stretch at least
  expect(await poll(new Date(house.time.getTime() + 1000), new Date(house.time.getTime() + 2000))).toEqual([])
})

test('photos that did not come are tried again, put on the report once, and given up after a day', async () => {
  const photo = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#00f' } }).webp().toBuffer()
  let asked = 0
  const server = createServer((request, response) => { asked++; if (request.url === '/ok' && asked > 1) response.end(photo); else { response.statusCode = 404; response.end() } }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  afterAll(() => { server.close() })
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { id: reportId } = await stateOf(await send())
  const wait = (url: string) => db.insert(awaited).values({ municipalityId: municipality.id, id: crypto.randomUUID(), reportId, url, tryAt: house.time })
  await wait(`${here}/ok`)
  const reach = { allows: (url: URL) => url.origin === here }
  const shown = () => db.select({ id: picture.id }).from(picture).where(and(eq(picture.subjectId, reportId), eq(picture.role, '')))
  await fetchAwaited(house, reach)
  await fetchAwaited(house, reach) // not yet its time
  expect([asked, (await shown()).length]).toEqual([1, 0])
  later(6 * 60)
  await Promise.all([fetchAwaited(house, reach), fetchAwaited(house, reach)])
  expect([(await shown()).length, (await db.select().from(awaited)).length]).toEqual([1, 0])
  await wait(`${here}/never`)
  for (let tries = 0; tries < 6; tries++) { await fetchAwaited(house, reach); later(86_400) }
  expect([(await shown()).length, (await db.select().from(awaited)).length]).toEqual([1, 0])
})
