import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { notice } from '#core/notices/schema.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { followTarget } from '#core/trail/follow.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { keepReport, moveReports } from '#modules/feedback/server'
import { knownNear } from '../feedback/map/known.server.ts'
import { panelsOf } from '../feedback/panels.ts'
import { currentDisruptions } from '#modules/disruptions/server'
import { web } from '../../../tests/web.ts'
import { announceWorks, changeAnnouncement, endAnnouncement } from './announce.server.ts'
import { makeOrder } from './make-order.server.ts'
import { moveOrder } from './move.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { workSheet } from './sheet.server.ts'
import { addLine } from './line.server.ts'
import { renderToStaticMarkup } from 'react-dom/server'

const t = await web()
const db = t.house.database.of(t.municipality.id)
const at = new Date('2026-11-22T09:00:00Z')
const here = { longitude: 23.58, latitude: 61.55 }
const its = { kind: 'outage' as const, title: 'Vesikatko Keijärvellä', announcement: 'Vesi on poikki putkirikon takia. Säiliöauto seisoo koululla.', startDay: '2026-11-22', startTime: '10:00', endDay: '2026-11-22', endTime: '18:00', metres: 600, answers: ['road'], place: 'Keijärvi' }
const announce = async (more: object = {}) => (await t.jari.does(announceWorks, { ...its, unitId: t.units.sports, ...more })) as { id: string }
const near = (more: object = {}) => t.guest.sees(knownNear, { categoryId: t.categories.road, ...here, ...more }).then((all) => all.filter((each) => each.kind === 'works'))
const send = async (who: typeof t.aino, text: string, more = {}) => (await who.does(keepReport, { categoryId: t.categories.road, text, ...here, sender: { personId: who.id }, channel: 'web' as const, ...more })).id

test('who is about to report the same thing sees the outage first: within its reach, of its kind, while it is on', async () => {
  t.house.time = at
  const { id } = await announce()
  expect(await near()).toMatchObject([{ kind: 'works', path: `/work/${id}`, state: 'announced', text: its.announcement, until: new Date('2026-11-22T16:00:00Z'), canMeToo: false }])
  expect(await near({ categoryId: t.categories.light })).toEqual([])
  expect(await near({ longitude: 23.60 })).toEqual([])
  t.house.time = new Date('2026-11-22T16:00:01Z')
  expect(await near()).toEqual([])
  expect(await t.guest.sees(currentDisruptions)).toEqual([])
  t.house.time = at
})

test('an announcement of no kinds answers them all; what begins next week is listed and not yet in the way', async () => {
  const { id } = await announce({ answers: [], title: 'Puiden kaatoa' })
  expect((await near({ categoryId: t.categories.light })).map((each) => each.id)).toEqual([id])
  const { id: coming } = await announce({ startDay: '2026-11-29', endDay: '2026-11-30', title: 'Päällystys' })
  expect((await t.guest.sees(currentDisruptions)).map((each) => each.id)).toContain(coming)
  expect((await near()).map((each) => each.id)).not.toContain(coming)
  expect((await t.guest.sees(subjectOf, coming)).comesAt).toEqual(new Date('2026-11-29T08:00:00Z'))
  await t.jari.does(endAnnouncement, id)
  await t.jari.does(endAnnouncement, coming)
  const left = (await t.guest.sees(currentDisruptions)).map((each) => each.id)
  expect([left.includes(id), left.includes(coming)]).toEqual([false, false])
})

test('who follows the place hears at once, and again only when the words or the time change', async () => {
  await t.aino.does((ctx) => followTarget(ctx, { id: t.aino.id }, { near: { name: 'Koti', ...here, metres: 500 } }))
  t.house.time = new Date(at.getTime() + 60_000)
  const { id } = await announce()
  const heard = async () => { while ((await deliver(t.house, [tellThem])).events > 0) { /* all of them */ } return (await db.select().from(notice).where(eq(notice.personId, t.aino.id))).filter((row) => row.subjectId === id).length }
  expect(await heard()).toBe(1)
  await t.jari.does(changeAnnouncement, id, { ...its, metres: 900 })
  expect(await heard()).toBe(1)
  await t.jari.does(changeAnnouncement, id, { ...its, endTime: '20:00' })
  expect(await heard()).toBe(2)
  await expect(t.jari.does(changeAnnouncement, id, its, { version: 1 })).rejects.toThrow('changedMeanwhile')
  await t.jari.does(moveOrder, id, { to: 'done', sentence: 'Vesi tulee taas.' })
  expect((await near()).map((each) => each.id)).not.toContain(id)
  t.house.time = at
})

test('what cannot be is said by field, and only the unit\'s own people announce', async () => {
  for (const [more, problem] of [[{ endTime: '09:00' }, { endDay: 'endsBeforeStart' }], [{ startDay: '2026-11-20', endDay: '2026-11-21' }, { endDay: 'past' }], [{ place: '' }, { where: 'placeNeeded' }], [{ place: undefined, longitude: 10, latitude: 10 }, { where: 'farAway' }]] as const) {
    expect(await announce(more)).toEqual({ problems: problem })
  }
  await expect(t.leena.does(announceWorks, { ...its, unitId: t.units.sports })).rejects.toThrow('forbidden')
  await expect(t.guest.does(announceWorks, { ...its, unitId: t.units.sports })).rejects.toThrow('signInNeeded')
  const form = { _do: 'announce', kind: 'outage', title: 'Vesikatko', announcement: 'Vesi on poikki iltaan asti.', startDay: '2026-11-22', startTime: '8.00', endDay: '2026-11-22', endTime: '18.30', metres: '300', unitId: t.units.sports, where: 'Keijärvi', place: 'Keijärvi', longitude: '23.58', latitude: '61.55', answers: ['road', 'eiole'] }
  for (const bad of [{ startTime: '25.00' }, { endDay: '2026-02-31' }, { metres: '99999' }, { title: '' }, { announcement: 'Ei' }, { kind: 'juhla' }]) {
    const answer = await t.post('/fi/work/announce', 'jari', { ...form, ...bad })
    expect([answer.status, Object.keys(bad)[0]]).toEqual([422, Object.keys(bad)[0]])
  }
  const made = await t.post('/fi/work/announce', 'jari', form)
  expect(made.status).toBe(303)
  expect(await (await t.get('/fi/disruptions')).text()).toContain('Vesi on poikki iltaan asti.')
  const path = made.headers.get('location')!.replace(/\?.*/, '')
  expect(await (await t.get(path)).text()).toContain('Käynnissä')
  expect((await t.get(`${path}/announcement`, 'jari')).status).toBe(200)
  expect((await t.get(`${path}/announcement`, 'aino')).status).toBe(404)
  expect((await t.post(path, 'jari', { _do: 'endAnnouncement' })).status).toBe(303)
})

const panel = async (who: typeof t.aino, id: string, on: 'page' | 'own' | 'handle') => {
  const view = { language: 'fi' as const, base: '/fi', href: (path: string) => `/fi${path}`, me: null, path: '', query: new URLSearchParams(), now: t.house.time }
  const found = (await who.sees(async (ctx) => panelsOf(ctx, await subjectOf(ctx, id), on))).find((each) => each.name === 'work')
  return found ? renderToStaticMarkup(found.draw(view)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') : null
}
test('on a report\'s pages: what can be made of it, which order it is in, and to everyone only a public one', async () => {
  const [a, b, c] = [await send(t.aino, 'Kuoppa portin edessä.'), await send(t.otso, 'Kuoppa portin takana.'), await send(t.aino, 'Kuoppa sivussa.')]
  expect(await panel(t.jari, a, 'handle')).toContain('Lähellä on 2 samanlaista')
  expect([await panel(t.leena, a, 'handle'), await panel(t.guest, a, 'page')]).toEqual([null, null])
  const { id, reference } = await t.jari.does(makeOrder, { title: 'Portin kuopat', unitId: t.units.sports, reports: [a, b] })
  expect(await panel(t.guest, a, 'page')).toContain('Samalla työllä hoidetaan tämä ja yksi muu palaute')
  expect(await panel(t.jari, a, 'handle')).toContain('Portin kuopat')
  expect(await panel(t.jari, c, 'handle')).toContain(`Lisää työhön ${reference}`)
  await t.jari.does(moveOrder, id, { to: 'done', sentence: 'Paikattu.' })
  await t.jari.does(moveReports, [a], { to: 'received', sentence: 'Ei ollut.' })
  expect(await panel(t.jari, a, 'handle')).toContain('Palaute on taas auki')
  const secret = await send(t.aino, 'Yksityinen asia.', { categoryId: t.categories.family })
  await t.leena.does(makeOrder, { title: 'Salainen', unitId: t.units.library, reports: [secret] })
  expect(await panel(t.guest, secret, 'page')).toBeNull()
})

test('the sheet is a real PDF with the work in it and no sender', async () => {
  const a = await send(t.aino, 'Rumpu tukossa ojan kohdalla.')
  const { id, reference } = await t.jari.does(makeOrder, { title: 'Avaa rumpu', unitId: t.units.sports, reports: [a], checklist: ['Lapio', 'Hiekka'], instructions: 'Soita portilta.' })
  await t.jari.does(addLine, id, { kind: 'material', name: 'Putki', quantity: 2, measure: 'm', cents: 1250 })
  const paper = JSON.stringify(await t.jari.sees(workSheet, id))
  for (const each of [reference, 'Rumpu tukossa', 'Lapio', 'Soita portilta.', '25,00']) expect(paper).toContain(each)
  expect(paper).not.toContain('Aino')
  const file = await t.get(`/fi/work/${id}/sheet.pdf`, 'jari')
  const bytes = new Uint8Array(await file.arrayBuffer())
  expect([file.status, file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'private, no-store'])
  expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-')
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise
  const words = (await Promise.all(Array.from({ length: document.numPages }, async (_, n) => (await (await document.getPage(n + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')))).join(' ')
  for (const each of ['Avaa rumpu', 'Hiekka', 'Rumpu tukossa ojan kohdalla.']) expect(words.replace(/\s+/g, ' ')).toContain(each)
  for (const who of ['guest', 'aino']) expect((await t.get(`/fi/work/${id}/sheet.pdf`, who)).status).toBe(404)
})
