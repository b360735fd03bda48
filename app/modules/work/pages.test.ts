import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { picturesOf } from '#core/files/pictures.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { keepReport, report } from '#modules/feedback/server'
import { web } from '../../../tests/web.ts'
import { keepCrew } from './crews.server.ts'
import { makeOrder } from './make-order.server.ts'
import { moveOrder } from './move.server.ts'
import { addNote } from './note.server.ts'
import { order, orderReport } from './schema.server.ts'

const site = await web()
const db = site.house.database.of(site.municipality.id)
const send = async (who: typeof site.aino, text: string, more = {}) => (await who.does(keepReport, { categoryId: site.categories.road, text, longitude: 23.58, latitude: 61.55, sender: { personId: who.id }, channel: 'web' as const, ...more })).id
const rowOf = async (id: string) => (await db.select().from(order).where(eq(order.id, id)))[0]!
const text = async (path: string, who = 'guest') => (await site.get(path, who)).text()
const plain = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')
const later = () => { site.house.time = new Date(site.house.time.getTime() + 60_000) }

test('from a report to a planned order: near ones are offered, the chosen come along, and the page says so', async () => {
  const [a, b] = [await send(site.aino, 'Iso monttu suojatien kohdalla.'), await send(site.otso, 'Monttu samassa risteyksessä.', { longitude: 23.5805 })]
  await send(site.otso, 'Monttu toisella puolella kuntaa.', { longitude: 23.70, latitude: 61.60 })
  const form = plain(await text(`/fi/work/new?reports=${a}`, 'jari'))
  expect(form).toContain('Lähellä on yksi samanlainen')
  expect(form).toContain('Monttu samassa risteyksessä')
  expect(form).not.toContain('toisella puolella')
  const missing = await site.post('/fi/work/new', 'jari', { _do: 'make', title: '', unitId: site.units.sports, priority: '1', reports: [a, b], instructions: 'Varo vesijohtoa' })
  expect(missing.status).toBe(422)
  expect(await missing.text()).toContain('Varo vesijohtoa')
  const made = await site.post('/fi/work/new', 'jari', { _do: 'make', title: 'Paikkaa risteys', unitId: site.units.sports, priority: '2', reports: [a, b], plannedFor: '2026-11-25', dueOn: '', crewId: '', checklist: 'Merkit\nMassa', sentence: 'Tulemme keskiviikkona.', instructions: 'Varo vesijohtoa' })
  expect(made.status).toBe(303)
  const path = made.headers.get('location')!.replace(/\?.*/, '')
  const [outside, inside] = [plain(await text(path)), plain(await text(path, 'jari'))]
  expect(outside).toContain('Tällä työllä hoidetaan 2 palautetta')
  for (const secret of ['Varo vesijohtoa', 'Merkit', 'suojatien']) { expect(outside).not.toContain(secret); expect(inside).toContain(secret) }
  expect(inside).toContain('2 lähettäjää kuulee tämän')
  expect(plain(await text('/fi/work', 'jari'))).toContain('Paikkaa risteys')
  expect((await db.select().from(report).where(eq(report.id, b)))[0]!.state).toBe('planned')
})

test('the list: of the asker\'s own unit, narrowed, the late ones first, bad addresses are no errors', async () => {
  await site.jari.does(makeOrder, { title: 'Kaatunut aita', unitId: site.units.sports, dueOn: '2026-11-01', place: 'Keijärvi' })
  await site.jari.does(makeOrder, { title: 'Jäätynyt putki', unitId: site.units.sports, priority: 3 })
  const all = plain(await text('/fi/work', 'jari'))
  expect(all.indexOf('Kaatunut aita')).toBeLessThan(all.indexOf('Jäätynyt putki'))
  expect(plain(await text('/fi/work?show=late', 'jari'))).not.toContain('Jäätynyt putki')
  expect(plain(await text('/fi/work?q=j%C3%A4%C3%A4tynyt', 'jari'))).not.toContain('Kaatunut aita')
  expect(plain(await text('/fi/work?priority=3', 'jari'))).toContain('Jäätynyt putki')
  expect(plain(await text('/fi/work?area=Kirkonkyl%C3%A4', 'jari'))).toContain('Kaatunut aita')
  expect(plain(await text('/fi/work', 'leena'))).not.toContain('Jäätynyt putki')
  expect(plain(await text('/fi/work', 'antti'))).toContain('Jäätynyt putki')
  for (const odd of ['show=x&page=-1', 'unit=1&crew=2&priority=9', 'q=%25%5C_%27', 'page=99999999', 'crew=none']) expect((await site.get(`/fi/work?${odd}`, 'jari')).status, odd).toBe(200)
  expect((await site.get('/fi/work', 'aino')).status).toBe(403)
  expect((await site.get('/fi/work', 'guest')).status).toBe(303)
})

test('a private order is its unit\'s alone: nothing of it is on its page, in its sheet, in search or on the report\'s page', async () => {
  const secret = await send(site.aino, 'Vastaanotossa huudettiin äidilleni.', { categoryId: site.categories.family })
  const { id } = await site.leena.does(makeOrder, { title: 'Selvitä palaute', unitId: site.units.library, reports: [secret] })
  for (const who of ['guest', 'otso', 'jari', 'aino']) for (const path of [`/fi/work/${id}`, `/fi/work/${id}/arrange`, `/fi/work/${id}/sheet.pdf`]) expect([404, 303, 403], `${who} ${path}`).toContain((await site.get(path, who)).status)
  expect((await site.get(`/fi/work/${id}`, 'guest')).status).toBe(404)
  expect(plain(await text('/fi/search?q=selvit%C3%A4', 'otso'))).not.toContain('Selvitä palaute')
  const seen = plain(await text(`/fi/work/${id}`, 'leena'))
  expect(seen).toContain('Työ ')
  expect(seen).not.toContain('huudettiin')
  expect((await site.post(`/fi/work/${id}`, 'leena', { _do: 'show', to: 'all' })).status).toBe(422)
  expect((await site.guest.sees(subjectOf, id)).visibility).toBe('private')
})

test('a report that is made private or taken back while it is in a public order says nothing to others', async () => {
  const [a, b] = [await send(site.aino, 'Naapuri jättää auton aina tielle.'), await send(site.otso, 'Perun tämän pian.')]
  const { id } = await site.jari.does(makeOrder, { title: 'Pysäköinti', unitId: site.units.sports, reports: [a, b] })
  await db.update(subject).set({ visibility: 'withdrawn' }).where(eq(subject.id, b))
  expect(plain(await text(`/fi/work/${id}`))).toContain('Tällä työllä hoidetaan yksi palaute')
  const [mine, theirs] = [plain(await text(`/fi/work/${id}`, 'jari')), plain(await text(`/fi/work/${id}`, 'leena'))]
  expect(mine).toContain('Lähettäjä perui palautteen')
  for (const seen of [mine, theirs]) expect(seen).not.toContain('Perun tämän')
  await db.update(subject).set({ visibility: 'private', title: { fi: 'Kuoppa tai vaurio tiessä' } }).where(eq(subject.id, a))
  for (const who of ['otso', 'leena']) expect((await site.get(`/fi/work/${id}`, who)).status, who).toBe(404) // with it goes the place of its work
  expect(plain(await text(`/fi/work/${id}`, 'jari'))).not.toContain('jättää auton')
  expect((await site.post(`/fi/work/${id}`, 'jari', { _do: 'show', to: 'all' })).status).toBe(422)
  expect(await site.jari.does(moveOrder, id, { to: 'done', sentence: 'Merkki siirretty.' })).toEqual({ reports: 1 })
})

test('done without a word or a picture comes back; with a picture it is proof that every sender gets', async () => {
  const a = await send(site.aino, 'Kaide irti portaissa.')
  const { id } = await site.jari.does(makeOrder, { title: 'Kaide kiinni', unitId: site.units.sports, reports: [a] })
  const refused = await site.post(`/fi/work/${id}`, 'jari', { _do: 'done', sentence: ' ', version: String((await rowOf(id)).version) })
  expect(refused.status).toBe(422)
  expect(plain(await refused.text())).toContain('Kerro lauseella, mitä tehtiin')
  expect((await site.post(`/fi/work/${id}`, 'jari', { _do: 'cannot', sentence: '' })).status).toBe(422)
  const old = await site.post(`/fi/work/${id}`, 'jari', { _do: 'cannot', sentence: 'Portaat puretaan ensi viikolla.', version: '1' })
  expect([old.status, await old.text()]).toEqual([422, expect.stringContaining('Portaat puretaan ensi viikolla.')])
  const form = new FormData()
  for (const [name, value] of Object.entries({ _do: 'done', sentence: '', alt1: 'Kaide paikallaan', version: String((await rowOf(id)).version) })) form.set(name, value)
  form.set('photo1', new File([new Uint8Array(await sharp({ create: { width: 80, height: 60, channels: 3, background: '#963' } }).jpeg().toBuffer())], 'k.jpg', { type: 'image/jpeg' }))
  expect((await site.post(`/fi/work/${id}`, 'jari', form)).headers.get('location')).toContain('done=moved&n=1')
  expect(await site.guest.sees(picturesOf, a)).toMatchObject([{ role: 'after', description: 'Kaide paikallaan' }])
  expect(await text(`/fi/work/${id}`)).toContain('Kaide paikallaan')
})

test('every form of an order\'s page does its own thing', async () => {
  const [a, b] = [await send(site.aino, 'Penkki rikki rannassa.'), await send(site.otso, 'Toinenkin penkki on rikki.')]
  const { id } = await site.jari.does(makeOrder, { title: 'Penkit', unitId: site.units.sports, reports: [a], checklist: ['Laudat'] })
  const does = async (form: Record<string, string | string[]>, status = 303) => { const answer = await site.post(`/fi/work/${id}`, 'jari', form); expect(answer.status, JSON.stringify(form)).toBe(status); return answer }
  await does({ _do: 'take', reports: b })
  await does({ _do: 'take' }, 422)
  await does({ _do: 'addItems', items: 'Ruuvit\n\nMaali' })
  await does({ _do: 'note', text: 'Laudat varastossa' })
  await does({ _do: 'line', kind: 'material', name: 'Lauta', quantity: '3', measure: 'm', price: '4,90' })
  await does({ _do: 'line', kind: 'hours', name: 'Työ', quantity: '2,5', price: '' })
  await does({ _do: 'line', kind: 'hours', name: 'Työ', quantity: 'kaksi' }, 422)
  await does({ _do: 'edit', title: 'Rannan penkit', instructions: 'Avain kioskilta', priority: '2' })
  await does({ _do: 'tell', sentence: 'Odotamme lautoja.' })
  await does({ _do: 'tell', sentence: '' }, 422)
  await does({ _do: 'plan', plannedFor: '2026-11-30', dueOn: '', crewId: '', sentence: '' })
  await does({ _do: 'plan', plannedFor: 'ensi viikolla' }, 422)
  await does({ _do: 'begin', sentence: 'Aloitimme.' })
  await does({ _do: 'show', to: 'unit' })
  await does({ _do: 'show', to: 'all' })
  await does({ _do: 'photos', role: 'before' }, 422)
  const seen = plain(await text(`/fi/work/${id}`, 'jari'))
  for (const each of ['Rannan penkit', 'Avain kioskilta', 'Laudat varastossa', '14,70 €', '2,5 h', '0/3 tehty', 'hinta puuttuu', 'Työn alla']) expect(seen).toContain(each)
  await does({ _do: 'release', report: b, sentence: 'Oma työnsä.' })
  expect((await db.select().from(orderReport).where(eq(orderReport.orderId, id))).map((row) => row.reportId)).toEqual([a])
  for (const bad of [{ _do: 'tick', item: 'x', done: 'yes' }, { _do: 'removeLine', line: '1' }, { _do: 'removePhoto', photo: '1' }, { _do: 'release', report: 'x' }]) await does(bad, 404)
  for (const who of ['aino', 'leena', 'mirja']) expect((await site.post(`/fi/work/${id}`, who, { _do: 'note', text: 'Hei' })).status).toBe(403)
})

test('arranging: the wrong unit is one tap, what is not an order is said, another unit\'s order too', async () => {
  const a = await send(site.aino, 'Valo pimeänä polulla.')
  const { id } = await site.jari.does(makeOrder, { title: 'Valo', unitId: site.units.sports, reports: [a] })
  const { id: theirs } = await site.leena.does(makeOrder, { title: 'Kirjaston ovi', unitId: site.units.library })
  expect(plain(await text(`/fi/work/${id}/arrange`, 'jari'))).toContain('Siirrä: Kirjasto')
  for (const [other, said] of [['https://nokia.example/fi/', 'notFound'], [`/fi/work/${theirs}`, 'notYours'], [`/fi/work/${id}`, 'itself']] as const) {
    const answer = await site.post(`/fi/work/${id}/arrange`, 'jari', { _do: 'merge', other })
    expect([answer.status, said]).toEqual([422, said])
  }
  expect((await site.post(`/fi/work/${id}/arrange`, 'jari', { _do: 'split', title: 'Osa' })).status).toBe(422)
  expect((await site.post(`/fi/work/${id}/arrange`, 'saara', { _do: 'pass', unitId: site.units.library, sentence: 'Valaistus on kirjaston.' })).status).toBe(303)
  expect((await site.guest.sees(subjectOf, a)).ownerUnitId).toBe(site.units.library)
  expect((await site.get(`/fi/work/${id}/arrange`, 'aino')).status).toBe(404)
  expect((await site.post(`/fi/work/${id}/arrange`, 'aino', { _do: 'pass', unitId: site.units.sports })).status).toBe(403)
  await site.leena.does(addNote, id, { text: 'Meillä nyt.' })
  const { id: into } = await site.leena.does(makeOrder, { title: 'Polun valot', unitId: site.units.library })
  expect((await site.post(`/fi/work/${id}/arrange`, 'leena', { _do: 'merge', other: `http://localhost:3000/fi/work/${into}` })).headers.get('location')).toContain(`/work/${into}`)
  const led = await site.get(`/fi/work/${id}`)
  expect([led.status, led.headers.get('location')]).toEqual([301, expect.stringContaining(`/work/${into}`)])
})

test('a report that was opened again is on its closed order, which offers both ways on', async () => {
  const a = await send(site.aino, 'Ovi narisee.')
  const { id } = await site.jari.does(makeOrder, { title: 'Ovi', unitId: site.units.sports, reports: [a] })
  await site.jari.does(moveOrder, id, { to: 'done', sentence: 'Öljytty.' })
  const { moveReports } = await import('#modules/feedback/server')
  await site.jari.does(moveReports, [a], { to: 'received', sentence: 'Narisee yhä.' })
  const seen = await text(`/fi/work/${id}`, 'jari')
  expect(plain(seen)).toContain('Yksi lähettäjä sanoo, ettei tämä ole kunnossa')
  expect(seen).toContain(`/work/new?reports=${a}`)
  expect(plain(await text(`/fi/work/${id}`))).not.toContain('ettei tämä ole kunnossa')
  expect((await site.post(`/fi/work/${id}`, 'jari', { _do: 'reopen', sentence: 'Palaamme.' })).status).toBe(303)
  expect(await rowOf(id)).toMatchObject({ state: 'underWay' })
})

test('crews are kept on their page, by the unit\'s own people', async () => {
  expect((await site.post('/fi/work/crews', 'jari', { _do: 'keep', unitId: site.units.sports, name: 'Talviryhmä', members: [site.jari.id, site.saara.id] })).status).toBe(303)
  const taken = await site.post('/fi/work/crews', 'jari', { _do: 'keep', unitId: site.units.sports, name: 'Talviryhmä', members: [] })
  expect([taken.status, plain(await taken.text())]).toEqual([422, expect.stringContaining('Tällä nimellä on jo ryhmä')])
  expect(plain(await text('/fi/work/crews', 'saara'))).toContain('Jari Niemi, Saara Lehto')
  expect((await site.post('/fi/work/crews', 'leena', { _do: 'keep', unitId: site.units.sports, name: 'Vieras', members: [] })).status).toBe(403)
  expect((await site.get('/fi/work/crews', 'aino')).status).toBe(403)
  const { id } = await site.jari.does(keepCrew, { unitId: site.units.sports, name: 'Kesä', members: [] }) as { id: string }
  expect((await site.post('/fi/work/crews', 'jari', { _do: 'close', id })).status).toBe(303)
  expect(plain(await text('/fi/work/crews', 'jari'))).not.toContain('Kesä')
})

test('ten senders hear of the plan by the sentence that was previewed', async () => {
  const people = [site.aino, site.otso]
  const ids = [await send(people[0]!, 'Reikä verkossa.'), await send(people[1]!, 'Verkko repeytynyt.')]
  const { id } = await site.jari.does(makeOrder, { title: 'Verkko', unitId: site.units.sports, reports: ids })
  later()
  const chosen = plain(await text(`/fi/work/${id}?say=plan.1`, 'jari'))
  expect(chosen).toContain('Työ on suunniteltu. Kerromme, kun se on valmis.')
  await site.post(`/fi/work/${id}`, 'jari', { _do: 'plan', plannedFor: '2026-11-26', sentence: 'Verkko vaihdetaan torstaina.' })
  while ((await deliver(site.house, [tellThem])).events > 0) { /* all of them */ }
  for (const [n, who] of people.entries()) expect((await db.select().from(notice).where(eq(notice.personId, who.id))).filter((row) => row.subjectId === ids[n]).map((row) => (row.data as { sentence?: string }).sentence)).toContain('Verkko vaihdetaan torstaina.')
})
