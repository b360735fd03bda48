import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { missed, synonym } from '#core/trail/schema.server.ts'
import { town } from '../../../../tests/town.ts'
import { web } from '../../../../tests/web.ts'
import { placeFacts, serviceFacts } from '../facts.ts'
import { keepPlace } from '../keep-place.server.ts'
import { keepService } from '../keep-service.server.ts'
import { lifeSituation, lifeStep } from '../schema.server.ts'
import { starterLives } from './starter/life.ts'
import { addStarterLives } from './keep-life.server.ts'

const t = await web(await town())

test('a town that has told of no places offers no ways to narrow them', async () => {
  const shown = async (path: string) => (await t.get(path, 'guest', { cookie: 'fresh=1' })).text()
  expect(await shown('/fi/services')).toContain('data-near=')
  const bare = await shown('/naapurila/fi/services')
  expect(bare).toContain('Paikkoja ei ole vielä lisätty.')
  expect(bare).not.toContain('data-near=')
})
const { house, municipality } = t
const owner = house.database.owner
const there = await town({ house, name: 'Naapurila' })
const kept = () => owner.select().from(synonym).where(eq(synonym.municipalityId, municipality.id))
const lives = () => owner.select().from(lifeSituation).where(eq(lifeSituation.municipalityId, municipality.id)).orderBy(lifeSituation.position)
const serviceId = await t.jari.does(async (ctx) => (await keepService(ctx, serviceFacts.parse({ name: { fi: 'Varhaiskasvatuksen hakeminen' } }), { unitId: t.units.sports })).id)
const placeId = await t.jari.does(async (ctx) => (await keepPlace(ctx, placeFacts.parse({ kind: 'dayCare', name: { fi: 'Mikkolan päiväkoti' }, longitude: 23.6, latitude: 61.55 }), { unitId: t.units.sports })).id)

test('an admin teaches the search words, once each, and takes them away', async () => {
  const add = (said: string, means: string, who = 'antti') => t.post('/fi/admin/synonyms', who, { _do: 'add', said, means })
  expect((await add(' Räntä-sade! ', 'Talvikunnossapito')).status).toBe(303)
  expect((await kept()).map(({ said, means }) => [said, means])).toEqual([['räntä sade', 'talvikunnossapito']])
  for (const [said, means] of [['räntä sade', 'talvikunnossapito'], ['', 'x'], ['x', ''], ['!!', 'x'], ['sama', 'Sama'], ['a'.repeat(200), 'x']]) expect((await add(said!, means!)).status).toBe(422)
  expect(await (await add('räntä sade', 'talvikunnossapito')).text()).toContain('Tämä pari on jo luettelossa.')
  const both = await Promise.all([add('loska', 'talvikunnossapito'), add('loska', 'talvikunnossapito')])
  expect(both.map((each) => each.status).sort()).toEqual([303, 422])
  for (const who of ['aino', 'jari', 'mirja']) expect((await add('a1', 'b1', who)).status).toBe(403)
  const [one] = await kept()
  expect((await t.post('/fi/admin/synonyms', 'antti', { _do: 'remove', id: one!.id })).status).toBe(303)
  expect((await t.post('/fi/admin/synonyms', 'antti', { _do: 'remove', id: 'x' })).status).toBe(422)
  expect(await kept()).toHaveLength(1)
  for (let i = 0; i < 2; i++) expect((await t.post('/fi/admin/synonyms', 'antti', { _do: 'start' })).status).toBe(303)
  expect((await kept()).length).toBeGreaterThan(60)
  expect(await owner.select().from(synonym).where(eq(synonym.municipalityId, there.municipality.id))).toEqual([])
  expect((await t.get('/fi/admin/synonyms', 'guest')).status).toBe(303)
})

test('what was searched in vain can be taught from its row', async () => {
  await owner.insert(missed).values(['18', '19', '20', '21', '22'].map((day) => ({ municipalityId: municipality.id, day: `2026-11-${day}`, words: 'dronelaakso' })))
  const page = await (await t.get('/fi/admin/synonyms', 'antti')).text()
  expect(page).toContain('5 päivänä, 5 kertaa')
  expect(page).toContain('said=dronelaakso')
  expect(await (await t.get('/fi/admin/synonyms?said=dronelaakso', 'antti')).text()).toContain('value="dronelaakso"')
})

test('the ready-made situations are whole in three languages and come once, also when taken twice at a time', async () => {
  for (const each of starterLives) for (const words of [each.name, each.lead, ...each.steps.flatMap((step) => [step.name, step.text])]) expect(Object.keys(words).sort(), JSON.stringify(words)).toEqual(['en', 'fi', 'sv'])
  for (const url of starterLives.flatMap((each) => each.steps.flatMap((step) => step.url ?? []))) expect(url).toMatch(/^(\/[a-z]|https:\/\/)/)
  await Promise.all([t.antti.does(addStarterLives), t.antti.does(addStarterLives)])
  expect((await lives()).map((each) => each.key)).toEqual(starterLives.map((each) => each.key))
  for (const { key, name } of starterLives) for (const language of ['fi', 'sv', 'en'] as const) {
    const page = await t.get(`/${language}/life/${key}`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(name[language])
  }
  expect((await t.get('/fi/life/nothing')).status).toBe(404)
  expect(await (await t.get('/fi/services')).text()).toContain('/fi/life/dayCare')
  // every way of theirs within the house is there
  for (const url of new Set(starterLives.flatMap((each) => each.steps.flatMap((step) => (step.url?.startsWith('/') ? [step.url] : []))))) expect((await t.get(`/fi${url}`)).status, url).toBeLessThan(400)
})

test('an admin writes a situation; what does not fit comes back with everything kept', async () => {
  const write = (form: Record<string, string>, id = 'new', who = 'antti') => t.post(`/fi/admin/life/${id}`, who, { _do: 'situation', 'name.fi': 'Remontti', 'lead.fi': 'Luvista laskuun.', key: 'remontti', icon: 'home', shown: 'on', ...form })
  const made = await write({})
  expect(made.status).toBe(303)
  const id = /life\/([0-9a-f-]{36})/.exec(made.headers.get('location')!)![1]!
  const again = await write({ 'name.fi': 'Toinen', 'lead.fi': 'Tämä on tallessa.' })
  expect(again.status).toBe(422)
  expect(await again.text()).toMatch(/Tämä osoite on jo käytössä[\s\S]*Tämä on tallessa/)
  for (const bad of [{ key: 'ÄÖ' }, { key: '' }, { key: '../x' }, { 'name.fi': '' }, { 'name.fi': 'x'.repeat(121) }]) expect((await write({ key: 'toinen', ...bad })).status).toBe(422)
  for (const who of ['aino', 'jari']) expect((await write({ key: 'kolmas' }, 'new', who)).status).toBe(403)
  expect((await write({}, 'x')).status).toBe(404)
  const two = await Promise.all([write({ key: 'sama' }), write({ key: 'sama' })])
  expect(two.map((each) => each.status).sort()).toEqual([303, 422])
  expect((await write({ shown: '' }, id)).status).toBe(303)
  expect((await t.get('/fi/life/remontti')).status).toBe(404)
  expect(await (await t.get('/fi/life/remontti', 'antti')).text()).toContain('Vain ylläpito näkee tämän')
  expect((await t.post('/fi/admin/life', 'antti', { _do: 'move', id, way: 'up' })).status).toBe(303)
  expect((await t.post('/fi/admin/life', 'antti', { _do: 'move', id, way: 'sideways' })).status).toBe(422)
})

test('a step leads to a service, a place or an address; a name that means several asks which', async () => {
  const [its] = (await lives()).filter((each) => each.key === 'remontti')
  const step = (form: Record<string, string>) => t.post(`/fi/admin/life/${its!.id}`, 'antti', { _do: 'step', id: '', 'name.fi': 'Tee jotain', 'text.fi': 'Näin.', to: '', ...form })
  const steps = () => owner.select().from(lifeStep).where(eq(lifeStep.situationId, its!.id)).orderBy(lifeStep.position)
  for (const to of ['Varhaiskasvatuksen hakeminen', `/places/${placeId}`, `https://kunta.example/fi/services/${serviceId}`, '/ideas/new', 'https://www.kela.fi', '']) expect((await step({ to })).status, to).toBe(303)
  expect((await steps()).map((each) => each.subjectId ?? each.url)).toEqual([serviceId, placeId, serviceId, '/ideas/new', 'https://www.kela.fi', ''])
  for (const to of ['//evil.example', '/\\evil.example', 'http://plain.example', 'https://', 'jotain jota ei ole missään zzz']) expect((await step({ to })).status, to).toBe(422)
  expect((await step({ 'name.fi': '' })).status).toBe(422)
  const asked = await step({ to: 'päiväkoti' })
  expect(asked.status).toBe(422)
  expect(await asked.text()).toContain(`value="${placeId}"`)
  expect((await step({ to: 'päiväkoti', hit: placeId })).status).toBe(303)
  const all = await steps()
  expect((await t.post(`/fi/admin/life/${its!.id}`, 'antti', { _do: 'moveStep', id: all[1]!.id, way: 'up' })).status).toBe(303)
  expect((await steps())[0]!.id).toBe(all[1]!.id)
  expect((await step({ id: all[0]!.id, 'name.fi': 'Muutettu', to: '' })).status).toBe(303)
  expect((await step({ id: crypto.randomUUID(), 'name.fi': 'Muutettu' })).status).toBe(404)
  expect((await t.post(`/fi/admin/life/${its!.id}`, 'antti', { _do: 'removeStep', id: all[2]!.id })).status).toBe(303)
  expect(await steps()).toHaveLength(6)
  expect(await (await t.get('/fi/life/remontti', 'antti')).text()).toContain(`/fi/places/${placeId}`)
  expect((await t.post(`/fi/admin/life/${its!.id}`, 'antti', { _do: 'remove' })).status).toBe(303)
  expect(await steps()).toEqual([])
})
