import { describe, expect, test } from 'vitest'
import { web } from '../../../tests/web.ts'
import { endDisruption } from './change.server.ts'
import { currentDisruptions } from './current.server.ts'

const t = await web()
const { get, post } = t
const shape = '61.55 23.58\n61.55 23.60\n61.56 23.60\n61.56 23.58'
const hidden = (html: string) => Object.fromEntries([...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
const form = { _do: 'make', kind: 'water', area: 'Soppeenmäki', ends: '4', unitId: t.units.sports }

test('three screens without script: what, where by picking, when; then people are told', async () => {
  const what = await (await get('/fi/disruptions/new', 'jari')).text()
  expect(what).toContain('/fi/disruptions/new?kind=water')
  const where = await (await get('/fi/disruptions/new?kind=water', 'jari')).text()
  expect(where).toContain('name="area" value="Soppeenmäki"')
  const missing = await (await get('/fi/disruptions/new?kind=water&step=when', 'jari')).text()
  expect(missing).toContain('Valitse tai piirrä, missä se on.')
  const when = await (await get(`/fi/disruptions/new?${new URLSearchParams({ kind: 'water', area: 'Soppeenmäki', step: 'when' })}`, 'jari')).text()
  expect(when).toContain('Vesikatko: Soppeenmäki')
  const sent = await post('/fi/disruptions/new', 'jari', { ...hidden(when), _do: 'make', ends: '4', text: 'Putki on rikki.', insteadName: 'Keijärvi' })
  expect(sent.status).toBe(303)
  const page = await (await get(sent.headers.get('location')!, 'otso')).text()
  for (const words of ['Vesikatko: Soppeenmäki', 'Putki on rikki.', 'Hanasta ei nyt tule vettä', 'loppuu arviolta', 'Häiriöstä kerrottiin', 'Reitti sinne']) expect(page).toContain(words)
  expect(page).not.toContain('Hoida häiriötä')
})

test('what is wrong is told by field with everything kept; a drawn shape that crosses itself leads back to where', async () => {
  const wrong = await post('/fi/disruptions/new', 'jari', { ...form, ends: 'at', endTime: '25.00', text: 'Kirjoitin tämän.' })
  expect(wrong.status).toBe(422)
  const late = await post(`/fi/disruptions/new?${new URLSearchParams({ kind: 'water', area: 'Soppeenmäki', step: 'when' })}`, 'jari', { ...form, ends: 'at', endDay: '2020-01-01', endTime: '12.00', text: 'Kirjoitin tämän.' })
  expect(late.status).toBe(422)
  const html = await late.text()
  expect(html).toContain('Loppu on ennen alkua.')
  expect(html).toContain('Kirjoitin tämän.')
  const crossed = '61.55 23.58\n61.56 23.60\n61.55 23.60\n61.56 23.58'
  expect((await post('/fi/disruptions/new', 'jari', { ...form, shape: crossed })).status).toBe(422)
  expect(await (await get(`/fi/disruptions/new?${new URLSearchParams({ kind: 'water', shape: crossed, step: 'when' })}`, 'jari')).text()).toContain('Alueen reuna kulkee itsensä yli')
})

describe('odd requests are answered with 4xx, never 500', () => {
  const odd: Record<string, string>[] = [
    { ...form, kind: 'constructor' }, { ...form, ends: '-4' }, { ...form, ends: '' }, { ...form, unitId: 'x' }, { ...form, unitId: crypto.randomUUID() }, { ...form, area: '', street: 'x', place: '\u0000' }, { ...form, shape: '9e9 9e9' }, { ...form, shape: '1'.repeat(30_000) }, { ...form, severity: 'terrible' },
    { ...form, startDay: '2026-02-31' }, { ...form, title: 'x'.repeat(200) }, { ...form, workId: 'x' }, { ...form, clientId: 'x'.repeat(100) }, { ...form, endDay: '99999-01-01', ends: 'at' }, {},
  ]
  test.each(odd.map((each, i) => [i, each] as const))('%i', async (_i, each) => {
    const { status } = await post('/fi/disruptions/new', 'jari', { _do: 'make', ...each })
    expect(status).toBeGreaterThanOrEqual(400); expect(status).toBeLessThan(500)
  })
  test.each(['/disruptions/x', `/disruptions/${crypto.randomUUID()}`, '/disruptions/cap.xml'])('%s', async (path) => { expect((await get(`/fi${path}`)).status).toBe(404) })
  test.each(['/disruptions?kind=constructor&area=%22', '/disruptions?area=' + 'x'.repeat(300), '/disruptions.json?state=x', '/disruptions.atom?after=x', '/?area=%27'])('%s is narrowed by nothing it knows', async (path) => { expect((await get(`/fi${path}`)).status).toBe(200) })
  test('others are sent to sign in or refused', async () => {
    expect((await get('/fi/disruptions/new')).status).toBe(303)
    expect((await get('/fi/disruptions/new', 'aino')).status).toBe(403)
    expect((await post('/fi/disruptions/new', 'aino', form)).status).toBe(403)
    expect((await post('/fi/disruptions', 'guest', { _do: 'hear', push: 'on' })).status).toBe(303)
  })
})

test('an official tells more, ends and opens again on its page; who was second keeps what they wrote', async () => {
  const { status, headers } = await post('/fi/disruptions/new', 'jari', { ...form, area: '', shape })
  expect(status).toBe(303)
  const path = headers.get('location')!.split('?')[0]!
  const see = async (who = 'jari') => (await get(path, who)).text()
  expect((await post(path, 'jari', { _do: 'tell', ends: 'kept', sentence: 'Vika löytyi.', version: '1' })).status).toBe(303)
  const second = await post(path, 'saara', { _do: 'end', sentence: 'Vesi virtaa jo.', version: '1' })
  expect(second.status).toBe(422)
  const html = await second.text()
  expect(html).toContain('Joku muu ehti muuttaa tätä')
  expect(html).toContain('Vesi virtaa jo.')
  expect((await post(path, 'saara', { _do: 'tell', ends: 'unknown', nextTime: '15.00', sentence: '', version: '2' })).status).toBe(303)
  expect(await see('otso')).toContain('seuraava tieto su 22.11. klo 15.00')
  expect((await post(path, 'saara', { _do: 'end', sentence: '', version: '3' })).status).toBe(303)
  expect(await see()).toContain('Avaa uudelleen')
  expect((await post(path, 'jari', { _do: 'reopen', ends: '2', sentence: 'Liitos petti.', version: '4' })).status).toBe(303)
  expect(await see('otso')).toContain('Liitos petti.')
  expect((await post(path, 'leena', { _do: 'end', sentence: '', version: '5' })).status).toBe(403)
})

test('the list, the place of every page in three languages, and the choice of hearing at once', async () => {
  const open = (await t.guest.sees(currentDisruptions)).find((each) => each.state === 'on')!
  for (const language of ['fi', 'sv', 'en']) for (const path of ['/disruptions', '/disruptions?area=Soppeenm%C3%A4ki', open.path, '', '?area=Soppeenm%C3%A4ki']) for (const who of ['guest', 'otso', 'jari']) expect((await get(`/${language}${path}`, who)).status, `${language}${path}`).toBe(200)
  for (const language of ['fi', 'sv', 'en']) for (const query of ['', '?kind=bus', '?kind=bus&whole=on&step=when']) expect((await get(`/${language}/disruptions/new${query}`, 'jari')).status).toBe(200)
  expect(await (await get('/fi')).text()).toContain('Kaikki häiriöt')
  expect((await post('/fi/disruptions', 'otso', { _do: 'hear', mail: 'on', home: 'on' })).status).toBe(303)
  expect(await (await get('/fi/disruptions', 'otso')).text()).toMatch(/name="mail"[^>]*checked/)
  expect((await post('/fi/disruptions', 'otso', { _do: 'hear' })).status).toBe(303)
  expect(await (await get('/fi/disruptions', 'otso')).text()).not.toMatch(/name="mail"[^>]*checked/)
  await t.jari.does(endDisruption, open.id)
  expect(await (await get('/fi/disruptions', 'otso')).text()).toContain('Päättyneet viikon ajalta')
})
