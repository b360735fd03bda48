import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { missed, synonym } from '#core/trail/schema.server.ts'
import { forgetMissed, oftenMissed } from '#core/trail/searched.server.ts'
import { keepPlace, keepService, placeFacts, serviceFacts } from '#modules/directory/server'
import { proposeIdea } from '#modules/ideas/server'
import { town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'
import { find } from './find.server.ts'

const t = await web(await town())
const { guest, jari, aino, topics, units, house } = t
const owner = house.database.owner
const look = (q: string, more: Record<string, string> = {}) => guest.sees(find, new URLSearchParams({ q, ...more }))
const straightTo = async (q: string) => (await look(q)).shortcuts.map(({ kind, path }) => [kind, path])
const titles = async (q: string, more: Record<string, string> = {}) => (await look(q, more)).results.map((each) => each.title)

const put = (name: string, facts: Record<string, unknown>) => jari.does(async (ctx) => (await keepPlace(ctx, placeFacts.parse({ name: { fi: name }, longitude: 23.6, latitude: 61.55, ...facts }), { unitId: units.sports })).id)
const idea = (title: string, text = 'Tästä olisi iloa koko kylälle ja vähän muillekin.') => aino.does(proposeIdea, { title, text, topicId: topics.sports })
await put('Leija', { kind: 'library', priceKind: 'free', longitude: 23.597 })
await put('Soppeenmäen kenttä', { kind: 'rink', longitude: 23.62 })
await put('Kirkonkylän kenttä', { kind: 'rink', longitude: 23.58 })
await jari.does(async (ctx) => keepService(ctx, serviceFacts.parse({ name: { fi: 'Suun terveydenhuolto' }, summary: { fi: 'Tarkastukset ja särky.' } }), { unitId: units.sports }))
await jari.does(async (ctx) => keepService(ctx, serviceFacts.parse({ name: { fi: 'Talvikunnossapito' }, summary: { fi: 'Auraus ja hiekoitus.' } }), { unitId: units.sports }))
await idea('Kirjasto auki sunnuntaisin')
await idea('Luistelukenttä valoihin')
await idea('Palvelutalo keskustaan')

test('the words of a topic, an area and a place lead straight to their pages', async () => {
  expect(await straightTo('kirjastoja')).toContainEqual(['topic', `/topics/${topics.library}`])
  expect(await straightTo('soppeenmäessä')).toContainEqual(['area', '/areas/Soppeenm%C3%A4ki'])
  expect(await straightTo('kirkonkylän')).toContainEqual(['area', '/areas/Kirkonkyl%C3%A4'])
  expect(await straightTo('keijärvelle')).toContainEqual(['place', '/areas/Kirkonkyl%C3%A4'])
})

test.each([['kirjasto', 'Leija'], ['kirjastossa', 'Leija'], ['kirjsto', 'Leija'], ['bibliotek', 'Leija']])('"%s" finds the library first, though its name says nothing of it', async (q, first) => { expect((await titles(q))[0]).toBe(first) })

test('places of the kind come first and then ideas of them; the kind leads to its list', async () => {
  expect((await titles('luistelukentät')).slice(0, 2).sort()).toEqual(['Kirkonkylän kenttä', 'Soppeenmäen kenttä'])
  expect(await titles('luistelukenttä')).toContain('Luistelukenttä valoihin')
  expect(await straightTo('luistelukentille')).toContainEqual(['places', '/places?kind=rink'])
})

test('a word that begins as a kind is a word of its own', async () => {
  expect((await look('palvelutalo keskustaan')).kind).toBeNull()
  expect((await titles('palvelutalo keskustaan'))[0]).toBe('Palvelutalo keskustaan')
  expect((await look('palvelut talvi')).kind).toBe('Palvelu')
})

test('what people say is looked for as what it means, whatever the forms of either, and it is told', async () => {
  expect((await look('räntäsade')).results).toEqual([])
  await owner.insert(synonym).values([{ said: 'räntäsade', means: 'talvikunnossapito' }, { said: 'hammaslääkäri', means: 'suun terveydenhuolto' }, { said: 'lumen luonti', means: 'talvikunnossapito' }].map((each) => ({ ...each, municipalityId: t.municipality.id, id: crypto.randomUUID() })))
  const anew = (q: string) => t.aino.does(find, new URLSearchParams({ q })) // in a transaction, where nothing read before is kept
  for (const q of ['räntäsade', 'räntäsateella', 'räntäsateen', 'lumen luontia']) {
    const its = await anew(q)
    expect(its.results[0]?.title, q).toBe('Talvikunnossapito')
    expect(its.also).toEqual(['talvikunnossapito'])
  }
  expect((await anew('hammaslääkärille')).results[0]!.title).toBe('Suun terveydenhuolto')
  expect((await anew('luonti')).also).toEqual([])
  const there = await town({ house, name: 'Naapurila' })
  expect((await there.guest.sees(find, new URLSearchParams({ q: 'räntäsade' }))).also).toEqual([])
})

test('results are narrowed by kind, by what is free, and come from the nearest', async () => {
  expect(await titles('kirjasto', { kind: 'idea' })).toEqual(['Kirjasto auki sunnuntaisin'])
  expect(await titles('kirjasto', { free: '1' })).toEqual(['Leija'])
  expect(await titles('kirjasto', { open: '1' })).toEqual([])
  expect((await titles('kenttä', { near: '23.58,61.55' }))[0]).toBe('Kirkonkylän kenttä')
  expect((await titles('kenttä', { near: '23.63,61.55' }))[0]).toBe('Soppeenmäen kenttä')
  expect((await titles('kenttä', { where: 'keijärvi' }))[0]).toBe('Kirkonkylän kenttä')
  for (const odd of [{ kind: 'constructor' }, { kind: 'x' }, { near: '999,999' }, { from: '-5' }, { from: 'x' }, { where: '\u0001' }]) expect((await t.get(`/fi/search?${new URLSearchParams({ q: 'kirjasto', ...odd } as Record<string, string>)}`)).status).toBe(200)
})

test('no result is the end: asking, calling, wishing and an idea are always offered', async () => {
  await put('Asiakaspalvelu', { kind: 'servicePoint', phone: '03 5653 0000' })
  const page = await (await t.get('/fi/search?q=zeppeliini')).text()
  for (const way of ['/fi/feedback/new?text=zeppeliini', 'tel:0356530000', '/fi/ideas/new?kind=need', '/fi/ideas/new"']) expect(page).toContain(way)
  expect(await (await t.get('/fi/search?q=kirjasto')).text()).toContain('/fi/feedback/new?text=kirjasto')
})

test('what is searched in vain is told when it was so on five days, without who asked, and forgotten in ninety', async () => {
  const rows = async () => t.antti.sees(oftenMissed)
  const day = (n: number) => { house.time = new Date(Date.parse('2026-11-22T09:00:00Z') + n * 86_400_000) }
  for (const n of [1, 2, 3, 4]) { day(n); await look('dronelaakso 0401234567'); await look('dronelaakso') }
  expect(await rows()).toEqual([])
  day(5)
  await look('dronelaakso')
  expect(await rows()).toEqual([{ words: 'dronelaakso', days: 5, times: 9 }])
  expect(JSON.stringify(await owner.select().from(missed))).not.toMatch(/0401234567/)
  // what was narrowed away is not missing, and neither is what was found
  await look('kirjasto', { kind: 'matter' }); await look('kirjasto')
  expect((await owner.select().from(missed).where(eq(missed.words, 'kirjasto')))).toEqual([])
  day(92)
  expect(await rows()).toEqual([])
  await t.antti.does(forgetMissed)
  expect(await owner.select().from(missed).where(eq(missed.words, 'dronelaakso'))).toHaveLength(3)
  day(100)
  await t.antti.does(forgetMissed)
  expect(await owner.select().from(missed).where(eq(missed.words, 'dronelaakso'))).toEqual([])
  house.time = new Date('2026-11-22T09:00:00Z')
})
