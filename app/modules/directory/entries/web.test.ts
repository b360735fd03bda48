import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { keepQuestion, questionForm } from '#modules/satisfaction/server'
import { web } from '../../../../tests/web.ts'
import { keepHours } from '../hours/keep-hours.server.ts'
import { channel, place, room } from '../schema.server.ts'
import { showPlace } from './show-place.server.ts'
import { showService } from './show-service.server.ts'

const site = await web()
const { guest, jari } = site
const db = site.house.database.of(site.municipality.id)
const plain = (html: string) => html.replace(/<script[\s\S]*?<\/script>|<!-- -->/g, '').replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')
const html = async (path: string, who = 'guest') => (await site.get(path, who, who === 'guest' ? { cookie: 'fresh=1' } : {})).text() // a guest's page is kept for a moment otherwise
const text = async (path: string, who = 'guest') => plain(await html(path, who))
const problemsIn = (page: string) => [...page.matchAll(/<li><a href="#[a-z]+-([\w.]+)"/g)].map((each) => each[1])
const jsonLd = async (path: string) => JSON.parse(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/.exec(await html(path))![1]!) as Record<string, unknown>

const form = { _do: 'make', 'name.fi': 'Keijärven uimahalli', 'name.sv': 'Keijärvi simhall', kind: 'swimmingHall', where: 'Uimahallintie 2', where_hit: 'asWritten', longitude: '23.58', latitude: '61.55', address: 'Uimahallintie 2', postalCode: '33470', city: 'Koivula', accessible: 'yes', 'description.fi': 'Kaksi allasta.', phone: '03 123 4567', email: '', url: '', priceKind: 'paid', 'price.fi': 'Aikuinen 6 €', 'audiences[]': ['children', 'older'] }
let placeId = '', serviceId = ''

test('an official makes a place in one form; what does not fit comes back by field with everything kept', async () => {
  const wrong = await site.post('/fi/places/new', 'jari', { ...form, unitId: site.units.sports, 'name.fi': '', 'name.sv': '', kind: '', email: 'ei ole', url: 'javascript:alert(1)' })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  expect(problemsIn(page).sort()).toEqual(['email', 'kind', 'name.fi', 'url'])
  for (const kept of ['Uimahallintie 2', '33470', 'Kaksi allasta.', 'Aikuinen 6 €', 'ei ole', '61.55']) expect(page).toContain(kept)
  expect(page).toMatch(/value="older"[^>]*checked|checked[^>]*value="older"/)
  const made = await site.post('/fi/places/new', 'jari', { ...form, unitId: site.units.sports })
  expect(made.status).toBe(303)
  placeId = made.headers.get('location')!.split('/').at(-1)!
  const shown = await text(`/fi/places/${placeId}`)
  for (const said of ['Keijärven uimahalli', 'Uimahallintie 2, 33470 Koivula', 'Pyörätuolilla pääsee', 'Maksullinen . Aikuinen 6 €', '03 123 4567', 'Lapset, Ikäihmiset', 'Liikuntapalvelut', 'Ilmoita viasta täällä', 'Ehdota korjausta']) expect(shown).toContain(said)
  expect(await text(`/sv/places/${placeId}`)).toContain('Keijärvi simhall')
  expect(await html(`/en/places/${placeId}`)).toContain('<h1 lang="fi">')
  for (const who of ['aino', 'ry', 'mirja']) expect((await site.get('/fi/places/new', who)).status).toBe(403)
  expect((await site.get('/fi/places/new')).status).toBe(303)
})

test('what is wrong leads to a report with the place in it', async () => {
  const page = (await html(`/fi/places/${placeId}`)).replaceAll('&amp;', '&')
  const fault = /href="(\/fi\/feedback\/new\?[^"]*)"/.exec(page)![1]!
  expect(fault).toContain('longitude=23.58')
  expect((await site.get(fault)).status).toBe(200)
  expect(decodeURIComponent(page.replaceAll('+', ' '))).toContain('Sivun tiedoissa on korjattavaa: Keijärven uimahalli')
})

test('two who edit at once: the second sees what was saved meanwhile, loses nothing, and may save again', async () => {
  const open = await html(`/fi/places/${placeId}/edit`, 'jari')
  const version = /name="version" value="(\d+)"/.exec(open)![1]!
  const save = (more: object) => ({ ...form, _do: 'save', version, ...more })
  expect((await site.post(`/fi/places/${placeId}/edit`, 'saara', save({ phone: '03 999 9999' }))).headers.get('location')).toContain('saved=yes')
  const late = await site.post(`/fi/places/${placeId}/edit`, 'jari', save({ 'description.fi': 'Kolme allasta ja sauna.' }))
  expect(late.status).toBe(422)
  const page = await late.text()
  expect(page).toContain('Kolme allasta ja sauna.')
  expect(plain(page)).toMatch(/nyt tallessa toisin:.*Puhelin 03 999 9999/)
  const again = /name="version" value="(\d+)"/.exec(page)![1]!
  expect(again).not.toBe(version)
  expect((await site.post(`/fi/places/${placeId}/edit`, 'jari', { ...save({ 'description.fi': 'Kolme allasta ja sauna.' }), version: again })).status).toBe(303)
  expect((await guest.sees(showPlace, placeId)).description).toBe('Kolme allasta ja sauna.')
  expect((await site.post(`/fi/places/${placeId}/edit`, 'leena', save({}))).status).toBe(403)
  expect((await site.post(`/fi/places/${placeId}/edit`, 'jari', { ...save({}), version: 'x' })).status).toBe(400)
})

test('entrances, sentences, rooms and equipment in rows: wrong rows come back by their place, dropped and empty ones are left out', async () => {
  const version = async () => String((await jari.sees(showPlace, placeId)).version)
  const access = { _do: 'save', 'accessSentences.0.heading.fi': 'Allas', 'accessSentences.0.sentence.fi': 'Altaaseen on hissi.', 'entrances.0.name.fi': 'Pääovi', 'entrances.0.main': 'on', 'entrances.0.accessible': 'yes', 'entrances.0.latitude': '61,5501', 'entrances.0.longitude': '23.5801', 'entrances.1.accessible': 'unknown' }
  const wrong = await site.post(`/fi/places/${placeId}/edit/access`, 'jari', { ...access, version: await version(), 'accessSentences.1.heading.fi': 'Vain otsikko', 'entrances.1.name.fi': 'Sivuovi', 'entrances.1.latitude': 'tuolla' })
  expect(wrong.status).toBe(422)
  expect(problemsIn(await wrong.text()).sort()).toEqual(['accessSentences.1.sentence', 'entrances.1.latitude'])
  expect((await site.post(`/fi/places/${placeId}/edit/access`, 'jari', { ...access, version: await version() })).status).toBe(303)
  expect((await guest.sees(showPlace, placeId)).entrances).toMatchObject([{ name: 'Pääovi', main: true, latitude: 61.5501 }])
  const shown = await text(`/fi/places/${placeId}`)
  expect(shown).toContain('Altaaseen on hissi.')
  expect((await site.post(`/fi/places/${placeId}/edit/inside`, 'jari', { _do: 'save', version: await version(), 'rooms.0.name.fi': 'Iso allas', 'rooms.0.capacity': '80', 'equipment.0.name.fi': 'Sauna', 'equipment.0.count': '2', 'equipment.1.name.fi': 'Poreallas', 'equipment.1.drop': 'on' })).status).toBe(303)
  const [pool] = await db.select().from(room).where(eq(room.placeId, placeId))
  expect((await guest.sees(showPlace, placeId)).equipment).toMatchObject([{ name: 'Sauna', count: 2 }])
  const page = await html(`/fi/places/${placeId}/edit/inside`, 'jari')
  expect(page).toContain(pool!.id)
  expect((await site.post(`/fi/places/${placeId}/edit/inside`, 'jari', { _do: 'save', version: await version(), 'rooms.0.name.fi': 'x'.repeat(300) })).status).toBe(422)
  expect((await site.post(`/fi/places/${placeId}/edit/inside`, 'jari', { _do: 'save', version: await version(), 'rooms.0.id': crypto.randomUUID(), 'rooms.0.name.fi': 'Pieni allas', 'rooms.__proto__.name.fi': 'x', 'rooms.999999.name.fi': 'y' })).status).toBe(303)
})

test('a service and its ways: by telephone, at a place that is found by its name', async () => {
  expect(problemsIn(await (await site.post('/fi/services/new', 'jari', { _do: 'make', unitId: site.units.sports, 'name.fi': '', priceKind: 'free' })).text())).toEqual(['name.fi'])
  const made = await site.post('/fi/services/new', 'jari', { _do: 'make', unitId: site.units.sports, 'name.fi': 'Vesijumppa', 'summary.fi': 'Liikettä veteen.', priceKind: 'free', 'promise.fi': 'Ryhmiin mahtuu.' })
  const channels = made.headers.get('location')!
  serviceId = channels.split('/')[3]!
  expect((await site.get(`${channels}?add=phone`, 'jari')).status).toBe(200)
  const wrong = await site.post(channels, 'jari', { _do: 'save', kind: 'phone', 'name.fi': 'Kassa', phone: 'soita', url: '' })
  expect(wrong.status).toBe(422)
  expect((await site.post(channels, 'jari', { _do: 'save', kind: 'phone', 'name.fi': 'Kassa', phone: '03 123' })).status).toBe(303)
  expect((await site.post(channels, 'jari', { _do: 'save', kind: 'place', placeName: 'Keijärven uimahalli' })).status).toBe(303)
  const missing = await site.post(`${channels}?add=place`, 'jari', { _do: 'save', kind: 'place', placeName: 'Xyzzy' })
  expect(plain(await missing.text())).toContain('Tällä nimellä ei löytynyt')
  expect((await guest.sees(showService, serviceId)).channels).toMatchObject([{ kind: 'phone', phone: '03 123' }, { kind: 'place', name: 'Keijärven uimahalli', place: { id: placeId } }])
  const shown = await text(`/fi/services/${serviceId}`)
  for (const said of ['Vesijumppa', 'Liikettä veteen.', 'Maksuton', 'Keijärven uimahalli', 'Tämän lupaamme', 'Ryhmiin mahtuu.']) expect(shown).toContain(said)
  expect(await text(`/fi/places/${placeId}`)).toContain('Vesijumppa')
  const [own] = await db.select().from(channel).where(eq(channel.kind, 'phone'))
  expect((await site.post(channels, 'jari', { _do: 'down', channel: own!.id })).status).toBe(303)
  expect((await guest.sees(showService, serviceId)).channels[0]!.kind).toBe('place')
  expect((await site.post(channels, 'jari', { _do: 'drop', channel: 'x' })).status).toBe(404)
  const found = await text(`/fi/places/${placeId}/edit/services?q=vesijum`, 'jari')
  expect(found).toContain('ei löytynyt') // it is there already
})

test('what search engines are told: kinds of their own, address, hours day by day, no price that is not there', async () => {
  await jari.does(keepHours, placeId, 'place', [{ name: null, from: null, until: null, override: false, state: 'open', groups: [{ spans: [{ weekdays: [1, 2, 3, 4, 5], start: '06:00', end: '21:00', nextDay: false, fullDay: false, state: 'open', note: null }], rules: [] }] }], { quiet: true })
  const its = await jsonLd(`/fi/places/${placeId}`)
  expect(its).toMatchObject({ '@type': 'PublicSwimmingPool', name: 'Keijärven uimahalli', telephone: '03 123 4567', address: { streetAddress: 'Uimahallintie 2', addressCountry: 'FI' }, geo: { latitude: 61.55 }, isAccessibleForFree: false })
  expect(its.openingHoursSpecification).toContainEqual(expect.objectContaining({ opens: '06:00', closes: '21:00', validFrom: '2026-11-23' }))
  expect(its).not.toHaveProperty('email')
  expect(await jsonLd(`/fi/services/${serviceId}`)).toMatchObject({ '@type': 'GovernmentService', provider: { name: 'Liikuntapalvelut' }, offers: { price: 0 } })
  expect(await text(`/fi/places/${placeId}`)).toContain('Aukioloajat')
})

test('pictures with what is in them: added without script, described anew, taken away; another unit may not', async () => {
  const photo = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#357' } }).png().toBuffer()
  const send = new FormData()
  send.set('_do', 'add'); send.set('photo1', new File([new Uint8Array(await photo())], 'a.png', { type: 'image/png' })); send.set('alt1', 'Iso allas päivänvalossa')
  const address = `/fi/places/${placeId}/edit/pictures`
  expect((await site.post(address, 'leena', send)).status).toBe(403)
  expect((await site.post(address, 'jari', send)).status).toBe(303)
  const [picture] = (await guest.sees(showPlace, placeId)).pictures
  expect(picture!.description).toBe('Iso allas päivänvalossa')
  expect((await site.post(address, 'jari', { _do: 'describe', picture: picture!.id, description: 'Iso allas' })).status).toBe(303)
  expect(await html(`/fi/places/${placeId}`)).toContain('alt="Iso allas"')
  expect((await site.post(`/fi/services/${serviceId}/edit/pictures`, 'jari', { _do: 'remove', picture: picture!.id })).status).toBe(404)
  expect((await site.post(address, 'jari', { _do: 'remove', picture: picture!.id })).status).toBe(303)
  expect((await guest.sees(showPlace, placeId)).pictures).toEqual([])
})

test('a question about a place is asked on its page', async () => {
  expect(await html(`/fi/ask/new?about=${placeId}`, 'jari')).toMatch(new RegExp(`<option value="${placeId}" selected=""`))
  expect((await site.post('/fi/ask/new', 'jari', { _do: 'make', about: 'place', unitId: site.units.sports, subjectId: placeId, nameFi: 'Keijärven uimahalli' })).status).toBe(303)
  expect(await text(`/fi/places/${placeId}`)).toContain('Miten meni?')
  expect(await text(`/fi/services/${serviceId}`)).not.toContain('Miten meni?')
  await expect(site.leena.does(keepQuestion, questionForm.parse({ about: 'place', unitId: site.units.library, subjectId: placeId, nameFi: 'Muiden' }))).rejects.toMatchObject({ code: 'subjectUnknown' })
})

test('a club keeps its own: asks, is let in with one tap, adds its place, and its name is on it', async () => {
  expect(await text('/fi/providers/new', 'aino')).toContain('toimit yhdistyksen tai yrityksen nimissä')
  expect(problemsIn(await (await site.post('/fi/providers/new', 'ry', { _do: 'ask', 'offers.fi': '', email: 'x' })).text()).sort()).toEqual(['email', 'offers.fi'])
  const asked = await site.post('/fi/providers/new', 'ry', { _do: 'ask', 'offers.fi': 'Luistelukouluja lapsille.', email: 'seura@luistelijat.example', topicId: '' })
  const own = asked.headers.get('location')!
  expect(await text(own, 'ry')).toContain('Pyyntö on lähetetty')
  expect((await site.get(own)).status).toBe(404)
  const waiting = await text('/fi/providers', 'leena')
  expect(waiting).toMatch(/Luistelijat ry Luistelukouluja lapsille\..*Päätä viimeistään/)
  expect(await text('/fi/desk', 'jari')).toContain('Luistelijat ry')
  expect(problemsIn(await (await site.post(own, 'jari', { _do: 'decide', decision: 'refused', reason: '' })).text())).toEqual(['reason'])
  expect((await site.post('/fi/providers', 'jari', { _do: 'approve', provider: own.split('/').at(-1)! })).status).toBe(303)
  expect((await site.post('/fi/providers', 'jari', { _do: 'approve', provider: own.split('/').at(-1)! })).status).toBe(409)
  expect((await site.post('/fi/providers', 'jari', { _do: 'approve', provider: 'x' })).status).toBe(404)
  const made = await site.post('/fi/places/new', 'ry', { ...form, 'name.fi': 'Luistelijoiden koppi', kind: 'clubhouse' })
  expect(made.status).toBe(303)
  const page = await text(made.headers.get('location')!)
  expect(page).toContain('Luistelijoiden koppi')
  expect(page).toContain('Luistelijat ry')
  expect(await text(own)).toContain('Luistelijoiden koppi')
  expect((await db.select().from(place).where(eq(place.providerId, own.split('/').at(-1)!)))).toHaveLength(1)
  expect(await jsonLd(own)).toMatchObject({ '@type': 'NGO', name: 'Luistelijat ry', email: 'seura@luistelijat.example' })
  expect((await site.post(own, 'aino', { _do: 'end', reason: '' })).status).toBe(403)
})

test('ended on its own page it says so; handed over the new unit keeps it; addresses that mean nothing are not errors', async () => {
  expect((await site.post(`/fi/services/${serviceId}/edit/state`, 'jari', { _do: 'hand', unitId: '' })).status).toBe(422)
  expect((await site.post(`/fi/services/${serviceId}/edit/state`, 'jari', { _do: 'hand', unitId: site.units.library })).status).toBe(303)
  expect((await site.post(`/fi/services/${serviceId}/edit/state`, 'leena', { _do: 'end', why: 'Ryhmät loppuivat.' })).status).toBe(303)
  const shown = await text(`/fi/services/${serviceId}`)
  expect(shown).toContain('Tämä ei ole enää käytössä.')
  expect(shown).toContain('Ryhmät loppuivat.')
  for (const path of ['/fi/places/x', '/fi/services/x', '/fi/providers/x', `/fi/places/${serviceId}`, `/fi/services/${placeId}`, `/fi/providers/${placeId}`, `/fi/places/${crypto.randomUUID()}`]) expect((await site.get(path)).status, path).toBe(404)
  for (const path of [`/fi/places/${placeId}/edit`, `/fi/places/${placeId}/edit/access`, `/fi/services/${serviceId}/edit/channels`]) {
    expect((await site.get(path, 'aino')).status, path).toBe(403)
    expect((await site.get(path)).status, path).toBe(303)
  }
})
