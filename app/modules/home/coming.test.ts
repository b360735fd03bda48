import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { followSubject, followTarget, type FollowTarget } from '#core/trail/follow.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { area, topic } from '#core/trail/schema.server.ts'
import { town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'
import { comingHere, comingToMe } from './coming.server.ts'
import { showHome } from './pages/home.tsx'

const its = await web()
const { aino, otso, jari, saara, guest, house, topics, units, municipality, newPerson } = its
const there = await town({ house, name: 'Naapurila' })
const db = house.database.owner
const here = { municipalityId: municipality.id }
const day = 86_400_000
const ids: Record<string, string> = {}

type More = { kind?: string; inDays?: number | null; topicId?: string; area?: string; unitId?: string; near?: boolean; author?: string; visibility?: 'public' | 'hidden' }
/** A thing that comes up in so many days. */
const thing = (title: string, { kind = 'matter', inDays = 3, topicId, area: part, unitId, near, author, visibility = 'public' }: More) => jari.does(async (ctx: Ctx) => {
  const id = ids[title] = ctx.newId()
  await keepSubject(ctx, {
    id, kind, language: 'fi', title: { fi: title }, text: title, stage: 'decision', visibility, topicId: topicId ?? null, area: part ?? null, ownerUnitId: unitId ?? null, authorPersonId: author ?? null,
    comesAt: inDays === null ? null : new Date(ctx.now.getTime() + inDays * day), ...(near ? { longitude: 23.58, latitude: 61.55 } : {}),
  })
})
const follows = (who: typeof aino, target: FollowTarget) => who.does((ctx) => followTarget(ctx, ctx.actor as never, target))
const seen = async (who: typeof aino) => (await who.sees(comingToMe, who.id)).map((each) => `${each.title}: ${each.why!.by}${each.why!.name ? ` ${each.why!.name}` : ''}`)
const child = '01a20000-0000-7000-8000-000000000001'

beforeAll(async () => {
  await db.insert(topic).values({ ...here, id: child, key: 'skating', name: { fi: 'Luistelu' }, unitId: units.sports, hints: [], parentId: topics.sports })
  await db.insert(area).values({ ...here, key: 'Kirkonkylä', name: { fi: 'Kirkonkylä' } }).onConflictDoNothing()
  await thing('Latu', { topicId: topics.sports, inDays: 2 })
  await thing('Jää', { topicId: child, inDays: 1 })
  await thing('Tori', { area: 'Kirkonkylä', inDays: 4 })
  await thing('Halli', { unitId: units.sports, inDays: 5 })
  await thing('Ranta', { near: true, inDays: 6 })
  await thing('Eilinen', { topicId: topics.sports, inDays: -1 })
  await thing('Päivätön', { topicId: topics.sports, inDays: null })
  await thing('Piilossa', { topicId: topics.sports, visibility: 'hidden' })
  await there.jari.does(async (ctx: Ctx) => { await keepSubject(ctx, { id: ctx.newId(), kind: 'matter', language: 'fi', title: { fi: 'Naapurin' }, text: '', stage: 'decision', visibility: 'public', comesAt: new Date(ctx.now.getTime() + day) }) })
})

describe('what is coming touches me', () => {
  test('by nothing, when I follow nothing: then the municipality is told', async () => {
    expect(await seen(otso)).toEqual([])
    expect((await guest.sees(comingHere)).map((each) => each.title)).toEqual(['Jää', 'Latu', 'Tori', 'Halli', 'Ranta'])
    expect((await otso.sees((ctx) => showHome(ctx, new URLSearchParams()))).touches).toBe(false)
  })
  test('by a topic with its sub-topics, an area, a unit, a place of mine; the nearest day first', async () => {
    await follows(otso, { topicId: topics.sports })
    expect(await seen(otso)).toEqual(['Jää: topic Liikunta ja ulkoilu', 'Latu: topic Liikunta ja ulkoilu'])
    await follows(otso, { area: 'Kirkonkylä' })
    await follows(otso, { unitId: units.sports })
    await follows(otso, { near: { name: 'Mökki', longitude: 23.581, latitude: 61.5505, metres: 500 } })
    expect(await seen(otso)).toEqual(['Jää: topic Liikunta ja ulkoilu', 'Latu: topic Liikunta ja ulkoilu', 'Tori: area Kirkonkylä', 'Halli: unit Liikuntapalvelut', 'Ranta: near Mökki'])
    expect((await otso.sees((ctx) => showHome(ctx, new URLSearchParams()))).coming.map((each) => each.title)).toEqual(['Jää', 'Latu', 'Tori', 'Halli'])
  })
  test('not by a place that is too far, nor by a sub-topic when only another is followed', async () => {
    const veera = await newPerson('Veera Virta')
    await follows(veera, { topicId: child })
    await follows(veera, { near: { name: 'Koti', longitude: 23.7, latitude: 61.5505, metres: 500 } })
    expect(await seen(veera)).toEqual(['Jää: topic Luistelu'])
  })
  test('by what it was told to concern besides its own topic and area', async () => {
    const kaisa = await newPerson('Kaisa Kivi')
    await follows(kaisa, { topicId: topics.library })
    expect(await seen(kaisa)).toEqual([])
    await db.execute(sql`insert into trail.audience (municipality_id, id, subject_id, topic_id) values (${municipality.id}, gen_random_uuid(), ${ids.Tori}, ${topics.library})`)
    expect(await seen(kaisa)).toEqual(['Tori: topic Kirjasto ja kulttuuri'])
    await db.execute(sql`update trail.audience set professionals = true where subject_id = ${ids.Tori}`)
    expect(await seen(kaisa)).toEqual([]) // the network of professionals is another's business
  })
  test('because it is mine, because I follow it, because it belongs to what I follow', async () => {
    await thing('Oma', { inDays: 7, author: aino.id })
    await aino.does((ctx) => followSubject(ctx, ctx.actor as never, ids.Latu!, 'chosen'))
    await thing('Kohta', { kind: 'agendaItem', inDays: 8 })
    await thing('Seurattu', { inDays: null })
    await aino.does((ctx) => followSubject(ctx, ctx.actor as never, ids.Seurattu!, 'chosen'))
    await jari.does(linkSubjects, ids.Kohta!, 'concerns', ids.Seurattu!)
    expect(await seen(aino)).toEqual(['Latu: follow', 'Oma: mine', 'Kohta: grew'])
  })
  test('a matter and its agenda item of the same moment are told once', async () => {
    await thing('Asia', { inDays: 9, topicId: topics.sports })
    await thing('Asia listalla', { kind: 'agendaItem', inDays: 9, topicId: topics.sports })
    await jari.does(linkSubjects, ids['Asia listalla']!, 'concerns', ids.Asia!)
    expect((await seen(otso)).filter((each) => each.startsWith('Asia'))).toEqual(['Asia listalla: topic Liikunta ja ulkoilu'])
  })
})

test('one long agenda does not fill the first page, and what has a topic goes before formalities', async () => {
  for (const n of [1, 2, 3, 4]) await thing(`Muodollisuus ${n}`, { kind: 'agendaItem', inDays: 0.5 })
  await thing('Sisältö', { kind: 'agendaItem', inDays: 0.5, topicId: topics.library })
  expect((await saara.sees((ctx) => showHome(ctx, new URLSearchParams()))).coming.map((each) => each.title)).toEqual(['Sisältö', 'Muodollisuus 1', 'Jää', 'Latu'])
})
test('what stands on an agenda is told by its day, not as what moved', async () => {
  const moved = (await guest.sees((ctx) => showHome(ctx, new URLSearchParams()))).moved.map((each) => each.kind)
  expect(moved).not.toContain('agendaItem')
  expect(moved).toContain('matter')
})
test('Koti asks at most a dozen times', async () => {
  let asked = 0
  await otso.sees(async (ctx) => {
    const counting = new Proxy(house.database.of(municipality.id), {})
    const pool = (counting as unknown as { $client: { query: (...args: unknown[]) => unknown } }).$client
    const query = pool.query
    pool.query = function (...args: unknown[]) { asked++; return query.apply(pool, args) }
    try { await showHome(ctx, new URLSearchParams()) } finally { pool.query = query }
  })
  expect(asked).toBeGreaterThan(4)
  expect(asked).toBeLessThanOrEqual(12)
})
test('the page of what is coming answers everyone in three languages', async () => {
  for (const language of ['fi', 'sv', 'en']) for (const who of ['guest', 'otso', 'saara', 'ry']) expect((await its.get(`/${language}/coming-to-me`, who)).status).toBe(200)
  expect(await (await its.get('/fi/coming-to-me', 'otso')).text()).toContain('Seuraat aluetta Kirkonkylä')
})
