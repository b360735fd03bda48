import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { storePicture } from '#core/files/pictures.server.ts'
import { guest } from '#core/identity/actor.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { asset, category, keepReport, moveReports, type NewReport } from '#modules/feedback/server'
import sharp from 'sharp'
import { elements, strictly } from '../../../tests/open311-client.ts'
import { town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'
import { noteChanges } from './discovery.server.ts'

const koivula = await town()
const naapurila = await town({ house: koivula.house, name: 'Naapurila' })
const site = await web(koivula)
const { house, categories, units } = koivula
const ask = (path: string, headers: Record<string, string> = {}) => site.get(`/open311/${path}`, 'guest', { accept: '*/*', ...headers })
const both = ['json', 'xml'] as const
const db = house.database.owner
const send = (its: { [name in keyof NewReport]?: NewReport[name] | undefined } = {}, who = koivula) => who.someone(guest).does(keepReport, { categoryId: who.categories.road, text: 'Kadussa on kuoppa.', channel: 'web', sender: {}, longitude: 23.5961, latitude: 61.5563, ...its } as NewReport)
const at = (time: string) => { house.time = new Date(time) }
const references = async (query: string) => (await strictly('requests', await ask(`v2/requests.json${query}`))).map((each) => each.service_request_id)
const made: Record<string, string> = {}

beforeAll(async () => {
  await db.update(category).set({ description: { fi: 'Kuopat & reiät <tiessä>', en: 'Holes' }, group: { fi: 'Kadut', en: 'Streets' }, notice: { fi: 'Korjaamme kahdessa viikossa.' }, questions: [
    { key: 'size', type: 'choice', label: { fi: 'Kuinka iso?', en: 'How big?' }, required: true, options: [{ key: 's', name: { fi: 'pieni' } }, { key: 'l', name: { fi: 'suuri' } }] },
    { key: 'depth', type: 'number', label: { fi: 'Syvyys' }, hint: { fi: 'senttimetreinä' }, required: false }, { key: 'seen', type: 'date', label: { fi: 'Milloin?' }, required: false },
    { key: 'who', type: 'many', label: { fi: 'Ketä haittaa?' }, required: false, options: [{ key: 'car', name: { fi: 'autoja' } }, { key: 'bike', name: { fi: 'pyöriä' } }] }, { key: 'more', type: 'text', label: { fi: 'Muuta' }, required: false },
  ] }).where(eq(category.id, categories.road))
  const base = { municipalityId: koivula.municipality.id, unitId: units.sports }
  await db.insert(category).values([
    { ...base, id: '00000000-0000-7000-8000-000000000001', key: 'fire', name: { fi: 'Tulipalo' }, stopper: { kind: 'danger', text: { fi: 'Soita heti.' }, phone: '112' }, position: 9 },
    { ...base, id: '00000000-0000-7000-8000-000000000002', key: 'old', name: { fi: 'Vanha luokka' }, closedAt: house.time, position: 9 },
  ])
  await db.insert(asset).values({ municipalityId: koivula.municipality.id, id: '00000000-0000-7000-8000-0000000000aa', kind: 'lamp', key: 'V-1042', longitude: 23.6, latitude: 61.55 })
  const photo = await koivula.someone(guest).does(async (ctx) => storePicture(ctx, await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } }).jpeg().toBuffer()))
  at('2026-08-01T09:00:00Z')
  made.old = (await send({ text: 'Kesäinen kuoppa.' })).reference
  at('2026-10-24T22:30:00Z') // Finland's clocks go back on 25 October at 04:00
  made.before = (await send({ text: 'Ennen kellojen siirtoa.', categoryId: categories.light, assetId: '00000000-0000-7000-8000-0000000000aa' })).reference
  at('2026-10-25T02:30:00Z')
  const done = await send({ text: 'Siirron jälkeen.', address: 'Kuruntie 1, 33470 Ylöjärvi', pictures: [{ ...(photo as Exclude<typeof photo, string>), description: '' }], longitude: 23.7, latitude: 61.6 })
  made.done = done.reference
  at('2026-11-02T08:00:00Z')
  await koivula.jari.does(moveReports, [done.id], { to: 'underWay', unitId: units.sports })
  at('2026-11-03T08:00:00Z')
  await koivula.jari.does(moveReports, [done.id], { to: 'done', sentence: 'Paikattu & tasoitettu.', unitId: units.sports })
  at('2026-11-10T08:00:00Z')
  made.odd = (await send({ text: 'Merkit: <b>&amp; ]]> "x" \u0007\u{1F41F} åäö\ntoinen rivi', longitude: undefined, latitude: undefined })).reference
  made.private = (await send({ text: 'Salainen juttu.', categoryId: categories.family })).reference
  const hidden = await send({ text: 'Piilotettu juttu.' })
  made.hidden = hidden.reference
  await koivula.antti.does(changeSubject, hidden.id, { visibility: 'hidden' })
  made.theirs = (await send({ text: 'Naapurin kuoppa.' }, naapurila)).reference
  at('2026-11-22T09:00:00Z')
})

describe.each(both)('every call in %s', (format) => {
  test('discovery', async () => {
    const its = await strictly('discovery', await ask(`discovery.${format}`))
    expect(its.endpoints).toEqual([expect.objectContaining({ url: 'http://localhost:3000/open311/v2/', formats: ['text/xml', 'application/json'] })])
  })
  test('the services: open categories that can be sent, private ones too', async () => {
    const services = await strictly('services', await ask(`v2/services.${format}`))
    expect(services.map((each) => each.service_code)).toEqual(['road', 'light', 'family'])
    expect(services[0]).toEqual({ service_code: 'road', service_name: 'Kuoppa tai vaurio tiessä', description: 'Kuopat & reiät <tiessä>', metadata: true, type: 'realtime', keywords: 'kuop,monttu,pothole,grop', group: 'Kadut' })
    expect(services[1]!.metadata).toBe(false)
  })
  test('in the language that locale names', async () => {
    const name = async (locale: string) => (await strictly('services', await ask(`v2/services.${format}?locale=${locale}`)))[0]!.service_name
    expect([await name('en_GB'), await name('sv'), await name('fi'), await name('xx'), await name('')]).toEqual(['Pothole or damage in the road', 'Grop eller skada i vägen', 'Kuoppa tai vaurio tiessä', 'Kuoppa tai vaurio tiessä', 'Kuoppa tai vaurio tiessä'])
  })
  test('a definition: the questions in order, lists with their values', async () => {
    const its = await strictly('service_definition', await ask(`v2/services/road.${format}`))
    expect(its.attributes.map((each) => [each.code, each.datatype, each.required, each.order, each.values.length])).toEqual([['size', 'singlevaluelist', true, 1, 2], ['depth', 'number', false, 2, 0], ['seen', 'datetime', false, 3, 0], ['who', 'multivaluelist', false, 4, 2], ['more', 'string', false, 5, 0]])
    expect(its.attributes[1]!.datatype_description).toBe('senttimetreinä')
    expect((await strictly('service_definition', await ask(`v2/services/light.${format}`))).attributes).toEqual([])
  })
  test('requests: public ones of the last ninety days, newest first, with exactly the fields of GeoReport', async () => {
    const its = await strictly('requests', await ask(`v2/requests.${format}`))
    expect(its.map((each) => each.service_request_id)).toEqual([made.odd, made.done, made.before])
    expect(its[1]).toMatchObject({
      status: 'closed', status_notes: 'Paikattu & tasoitettu.', service_name: 'Kuoppa tai vaurio tiessä', service_code: 'road', agency_responsible: 'Liikuntapalvelut', service_notice: 'Korjaamme kahdessa viikossa.',
      requested_datetime: '2026-10-25T04:30:00+02:00', updated_datetime: '2026-11-03T10:00:00+02:00', address: 'Kuruntie 1, 33470 Ylöjärvi', zipcode: '33470', lat: 61.6, long: 23.7,
    })
    expect(its[2]!.requested_datetime).toBe('2026-10-25T01:30:00+03:00')
    expect(its[0]).not.toHaveProperty('lat')
    expect(its[0]!.description).toBe('Merkit: <b>&amp; ]]> "x" \u{1F41F} åäö\ntoinen rivi')
  })
  test('with extensions: title, photos, object, geometry, handler and log', async () => {
    const [its] = await strictly('extended', await ask(`v2/requests/${made.done}.${format}?extensions=true`))
    expect(its!.extended_attributes).toMatchObject({ title: 'Siirron jälkeen', detailed_status: 'PROCESSED', geometry: { type: 'Point', coordinates: [23.7, 61.6] }, handler: 'Liikuntapalvelut', service_object_id: null })
    expect(its!.extended_attributes.media_urls).toHaveLength(1)
    expect(its!.extended_attributes.log).toEqual([
      { time: '2026-10-25T04:30:00+02:00', status: 'allocated', note: 'Palaute saapui', handler: 'Liikuntapalvelut' },
      { time: '2026-11-02T10:00:00+02:00', status: 'handling', note: 'Työ on aloitettu', handler: 'Liikuntapalvelut' }, { time: '2026-11-03T10:00:00+02:00', status: 'done', note: 'Paikattu & tasoitettu.', handler: 'Liikuntapalvelut' },
    ])
    expect((await site.get(new URL(its!.media_url!).pathname)).headers.get('content-type')).toBe('image/webp')
    const [some] = await strictly('requests', await ask(`v2/requests/${made.done}.${format}?extensions=false`))
    expect(some).not.toHaveProperty('extended_attributes')
    const [object] = await strictly('flat', await ask(`v2/requests/${made.before}.${format}?extensions=flat`))
    expect(object).toMatchObject({ service_object_type: 'lamp', service_object_id: 'V-1042' })
  })
  test('updates: what was done, oldest first', async () => {
    const its = await strictly('updates', await ask(`v2/servicerequestupdates.${format}?start_date=2026-11-02T00:00:00Z&end_date=2026-11-04T00:00:00Z&jurisdiction_id=koivula&api_key=`))
    expect(its.map((each) => [each.service_request_id, each.status, each.description, each.updated_datetime])).toEqual([[made.done, 'IN_PROGRESS', 'Työ on aloitettu', '2026-11-02T10:00:00+02:00'], [made.done, 'FIXED', 'Paikattu & tasoitettu.', '2026-11-03T10:00:00+02:00']])
    expect(await strictly('updates', await ask(`v2/servicerequestupdates.${format}?start_date=2026-11-04T00:00:00Z&end_date=2026-11-05T00:00:00Z`))).toEqual([])
  })
  test('an empty list is a list', async () => {
    expect(await strictly('requests', await ask(`v2/requests.${format}?service_code=nothing`))).toEqual([])
  })
  test('statistics: seconds by service and by unit', async () => {
    const [road] = await strictly('statistics', await ask(`v2/statistics/services.${format}`))
    const seconds = (Date.parse('2026-11-03T08:00:00Z') - Date.parse('2026-10-25T02:30:00Z')) / 1000
    expect(road).toEqual({ service_code: 'road', service_name: 'Kuoppa tai vaurio tiessä', total: 3, closed: 1, avg_sec: seconds, median_sec: seconds })
    expect((await strictly('statistics', await ask(`v2/statistics/agencies.${format}`))).map((each) => [each.agency_responsible, each.total])).toEqual([['Liikuntapalvelut', 3], ['Kirjasto', 1]])
  })
})

describe('filters', () => {
  test.each<[string, string[]]>([
    ['?status=open', ['odd', 'before']], ['?status=closed', ['done']], ['?status=open,closed', ['odd', 'done', 'before']], ['?status=', ['odd', 'done', 'before']], ['?status=open&status=closed', ['odd', 'done', 'before']],
    ['?service_code=light', ['before']], ['?service_code=light,road', ['odd', 'done', 'before']], ['?service_code=family', []],
    ['?start_date=2026-10-25T00:00:00%2B03:00&end_date=2026-10-25T03:59:59%2B03:00', ['before']], ['?start_date=2026-10-25&end_date=2026-10-25', ['done', 'before']], ['?start_date=2026-10-25T04:00:00+02:00', ['odd', 'done']],
    ['?end_date=2026-08-30T00:00:00Z', ['old']], ['?start_date=2026-07-20T00:00:00Z', ['old']], ['?start_date=2026-08-25T00:00:00Z&end_date=2026-11-22T23:00:00Z', ['odd', 'done', 'before']],
    ['?updated_after=2026-11-03T08:00:00Z', ['odd', 'done']], ['?updated_before=2026-11-01T00:00:00Z', ['before', 'old']], ['?updated_after=2026-07-01T00:00:00Z&updated_before=2026-08-02T00:00:00Z', ['old']],
    ['?bbox=23.69,61.59,23.71,61.61', ['done']], ['?bbox=23.71;61.61;23.69;61.59', ['done']], ['?lat=61.5563&long=23.5961&radius=100', ['before']], ['?lat=61.5573&long=23.5961&radius=100', []], ['?lat=61.5573&long=23.5961&radius=120', ['before']], ['?lat=61.556&long=23.596&radius=5000&status=open', ['before']], ['?bbox=23.69,61.59,23.71,61.61&lat=61.5563&long=23.5961&radius=10', []],
    ['?service_object_id=V-1042&service_object_type=lamp', ['before']], ['?service_object_id=x&service_object_type=lamp', []], ['?handler=Kirjasto', ['before']], ['?handler=sports', ['odd', 'done']], ['?handler=nobody', []],
    ['?limit=1', ['odd']], ['?limit=1&page=2', ['done']], ['?page_size=2&page=2', ['before']], ['?page=9', []],
  ])('%s', async (query, expected) => { expect(await references(query)).toEqual(expected.map((name) => made[name])) })
  test('named requests are answered whatever else is asked; what is not public is not there', async () => {
    const all = Object.values(made).join(',')
    expect(await references(`?service_request_id=${all},XXXX-XXXX&status=closed&start_date=2020-01-01T00:00:00Z`)).toEqual([made.odd, made.done, made.before, made.old])
  })
  test('ninety days by the calendar may be an hour more when the clocks change; ninety-one are too many', async () => {
    expect((await ask('v2/requests.json?start_date=2026-08-10T00:00:00%2B03:00&end_date=2026-11-08T00:00:00%2B02:00')).status).toBe(200)
    await strictly('errors', await ask('v2/requests.json?start_date=2026-08-10T00:00:00Z&end_date=2026-11-09T00:00:00Z'), 400)
  })
  test('pages are counted in headers, and the list stays bare', async () => {
    const answer = await ask('v2/requests.json?limit=2')
    expect([answer.headers.get('x-result-count'), answer.headers.get('x-page-count'), answer.headers.get('link')]).toEqual(['3', '2', '</open311/v2/requests.json?limit=2&page=2>; rel="next"'])
  })
})

describe('mistakes, in the asked format and language', () => {
  test.each<[string, number]>([
    ['v2/requests.FORMAT?jurisdiction_id=turku.fi', 404], ['v2/services.FORMAT?jurisdiction_id=naapurila', 404], ['v2/services/nothing.FORMAT', 404], ['v2/services/fire.FORMAT', 404], ['v2/services/old.FORMAT', 404], ['v2/requests/XXXX-XXXX.FORMAT', 404],
    ['v2/tokens/x.FORMAT', 404], ['v2/nothing.FORMAT', 404], ['v2/services/road/x.FORMAT', 404], ['nothing.FORMAT', 404], ['v2/statistics/x.FORMAT', 404],
    ['v2/requests.FORMAT?start_date=2026-11-01T00:00:00', 400], ['v2/requests.FORMAT?start_date=yesterday', 400], ['v2/requests.FORMAT?end_date=2026-02-30', 400], ['v2/requests.FORMAT?start_date=2026-11-02T00:00:00Z&end_date=2026-11-01T00:00:00Z', 400], ['v2/requests.FORMAT?updated_after=x', 400],
    ['v2/requests.FORMAT?status=done', 400], ['v2/requests.FORMAT?bbox=1,2,3', 400], ['v2/requests.FORMAT?bbox=1,95,3,4', 400], ['v2/requests.FORMAT?radius=100', 400], ['v2/requests.FORMAT?lat=61&long=23&radius=-1', 400], ['v2/requests.FORMAT?service_object_id=1', 400], ['v2/requests.FORMAT?limit=0', 400], ['v2/requests.FORMAT?limit=1001', 400], ['v2/requests.FORMAT?page=x', 400],
    ['v2/servicerequestupdates.FORMAT?start_date=x&end_date=y', 400],
  ])('%s is %i', async (path, status) => {
    if (path.includes('road/x')) { expect((await ask(path.replace('FORMAT', 'json'))).status).toBe(status); return }
    for (const format of both) for (const locale of ['fi', 'sv', 'en']) expect((await strictly('errors', await ask(path.replace('FORMAT', format) + (path.includes('?') ? '&' : '?') + `locale=${locale}`), status))[0]!.code).toBe(status)
  })
  test('several at once', async () => {
    const errors = await strictly('errors', await ask('v2/requests.xml?start_date=x&status=y&bbox=z&locale=en'), 400)
    expect(errors.map((each) => each.description)).toEqual([expect.stringContaining('start_date'), expect.stringContaining('status'), expect.stringContaining('bbox')])
  })
  test('what stops a category says who to call', async () => { expect((await strictly('errors', await ask('v2/services/fire.json'), 404))[0]!.description).toBe('Soita heti. 112') })
  test('an unknown format, or none, is told in XML', async () => {
    for (const path of ['v2/requests.yaml', 'v2/requests', 'v2/services/road', 'discovery.html']) await strictly('errors', await ask(path), 404)
  })
})

describe('who asks, and how', () => {
  test.each(['koivula', 'KOIVULA', 'localhost:3000', 'localhost', ''])('the municipality is known as %s', async (id) => { await strictly('services', await ask(`v2/services.json?jurisdiction_id=${id}`)) })
  test('by its code too', async () => {
    await db.update(municipality).set({ code: '980' }).where(eq(municipality.id, koivula.municipality.id))
    site.house.clock()
    await new Promise((done) => setTimeout(done, 5100)) // the list of municipalities is read at most every five seconds
    await strictly('services', await ask('v2/services.json?jurisdiction_id=980'))
  }, 10_000)
  test('a slash too many, a slash at the end, a language in the address: the same', async () => {
    for (const path of ['/open311/v2//services.json', '/open311/v2/services.json/', '/en/open311/v2/services.json', '/open311//v2/services.json']) await strictly('services', await site.get(path))
    for (const path of ['/open311/v2/', '/open311/v2', '/fi/open311/v2']) expect((await site.get(path)).headers.get('location')).toBe('/fi/open311')
  })
  test('pages of other sites may read; nothing depends on who is signed in', async () => {
    const answer = await site.get(`/open311/v2/requests.json?service_request_id=${made.private},${made.hidden}`, 'antti')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(await answer.json()).toEqual([])
  })
  test('an unchanged answer is not sent again', async () => {
    const first = await ask('v2/services.xml')
    const again = await ask('v2/services.xml', { 'if-none-match': first.headers.get('etag')! })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await ask('v2/services.xml?locale=en', { 'if-none-match': first.headers.get('etag')! })).status).toBe(200)
  })
  test('private and hidden reports, and the neighbour’s, are nowhere', async () => {
    for (const path of ['v2/requests.json?limit=1000&extensions=true', 'v2/servicerequestupdates.json', `v2/requests.xml?service_request_id=${made.private},${made.hidden},${made.theirs}`]) {
      const body = await (await ask(path)).text()
      for (const secret of [made.private!, made.hidden!, made.theirs!, 'Salainen', 'Piilotettu', 'Naapurin']) expect(body, path).not.toContain(secret)
    }
    for (const name of ['private', 'hidden', 'theirs']) await strictly('errors', await ask(`v2/requests/${made[name]}.json`), 404)
    const theirs = await strictly('requests', await site.get('/naapurila/open311/v2/requests.json'))
    expect(theirs.map((each) => each.description)).toEqual(['Naapurin kuoppa.'])
    expect((await strictly('discovery', await site.get('/naapurila/open311/discovery.json'))).endpoints[0]!.url).toBe('http://localhost:3000/naapurila/open311/v2/')
  })
  test('the changeset moves when the services do', async () => {
    const said = async () => (await strictly('discovery', await ask('discovery.json'))).changeset
    await koivula.antti.does(noteChanges)
    const before = await said()
    house.time = new Date('2026-11-23T09:00:00Z')
    await koivula.antti.does(noteChanges)
    expect(await said()).toBe(before)
    await db.update(category).set({ position: 3 }).where(eq(category.id, categories.road))
    await koivula.antti.does(noteChanges)
    expect(await said()).toBe('2026-11-23 11:00')
    expect(elements(await (await ask('discovery.xml')).text()).children.map((each) => each.name)).toEqual(['changeset', 'contact', 'key_service', 'endpoints'])
  })
})
