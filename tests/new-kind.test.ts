import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { unreadCount } from '#core/notices/unread.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { event } from '#core/trail/event.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { subjectKind } from '#core/trail/kind.ts'
import { record } from '#core/trail/record.server.ts'
import { remindOwners } from '#core/trail/remind.server.ts'
import { similarSubjects } from '#core/trail/similar.server.ts'
import { changeSubject, keepSubject } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { web } from './web.ts'

/**
 * A module of tomorrow: benches that residents wish for. It knows core/trail and nothing else of the house, and nothing in
 * the house knows of it. What stands below is all that it says to be found, followed, waited for and told of everywhere.
 */
subjectKind('bench', {
  path: (id) => `/benches/${id}`, name: { fi: 'Penkki', sv: 'Bänk', en: 'Bench' }, alias: ['penk', 'bänk', 'bench'],
  list: { path: '/benches', name: { fi: 'Kaikki penkit', sv: 'Alla bänkar', en: 'All benches' }, feed: { fi: 'Penkit', sv: 'Bänkar', en: 'Benches' } },
})
const words = (text: string) => ({ fi: () => text, sv: () => text, en: () => text })
const benchWished = event('benches.wished', { onTrail: true, tells: 'followers', icon: 'sent', words: words('Penkkiä toivottiin') })
const benchPlaced = event('benches.placed', { onTrail: true, tells: 'followers', icon: 'moved', words: words('Penkki on paikallaan') })

const its = await web()
const { aino, otso, jari, house, units, get, post } = its
const me = (ctx: Ctx) => { if (ctx.actor.kind !== 'person') throw new Error('a guest'); return ctx.actor }
async function wishBench(ctx: Ctx, title: string) {
  const id = ctx.newId()
  await keepSubject(ctx, {
    id, kind: 'bench', language: 'fi', title: { fi: title }, text: 'Matkalla kauppaan täytyy saada levätä.', stage: 'idea', visibility: 'public',
    authorPersonId: me(ctx).id, ownerUnitId: units.sports, dueAt: dueAfter(ctx, 14), placeName: 'Keijärvi', area: 'Kirkonkylä', longitude: 23.58, latitude: 61.55,
  })
  await record(ctx, benchWished, { subjectId: id, stage: 'idea' })
  await followSubject(ctx, me(ctx), id, 'author')
  return id
}
async function placeBench(ctx: Ctx, id: string) {
  await changeSubject(ctx, id, { stage: 'service', dueAt: null, answeredAt: ctx.now })
  await record(ctx, benchPlaced, { subjectId: id, stage: 'service', sentence: 'Istu ja lepää.' })
}

let bench = ''
const later = (hours: number) => { house.time = new Date(house.time.getTime() + hours * 3_600_000) }
const text = async (path: string, who = 'guest') => { const answer = await get(path, who); expect(answer.status, path).toBe(200); return answer.text() }
beforeAll(async () => {
  bench = await aino.does(wishBench, 'Levähdyspaikka rantatielle')
  await otso.does((ctx) => followSubject(ctx, me(ctx), bench, 'chosen', 'atOnce'))
  await deliver(house, [tellThem])
})

describe('a kind that no other module knows', () => {
  test('is found by search in its inflections, and narrowed to by its name', async () => {
    expect(await text('/fi/search?q=lev%C3%A4hdyspaikan')).toContain(`/fi/benches/${bench}`)
    const named = await text('/fi/search?q=penkki+rantatiell%C3%A4')
    expect(named).toContain(`/fi/benches/${bench}`)
    expect(named).toContain('href="/fi/benches"')
  })
  test('is like another of its kind that is being written, and like no idea', async () => {
    const draft = { title: 'Levähdyspaikka rantatien varteen' }
    expect((await aino.sees(similarSubjects, draft, { kind: 'bench' })).map((each) => each.id)).toEqual([bench])
    expect(await aino.sees(similarSubjects, draft, { kind: 'idea' })).toEqual([])
  })
  test('is on the first page: near, and among what moves', async () => {
    expect((await text('/fi')).split(`/fi/benches/${bench}`).length - 1).toBeGreaterThanOrEqual(2)
  })
  test('has a feed of its list with the filters of every list', async () => {
    const feed = await text('/fi/benches.atom')
    expect(feed).toContain(`urn:uuid:${bench}`)
    expect(feed).toContain('<title>Penkit · Koivula</title>')
    expect(await text('/fi/benches.atom?stage=ended')).not.toContain(bench)
    expect(await text('/fi/ideas.atom')).not.toContain(bench)
    expect((await get('/fi/tables.atom')).status).toBe(404)
  })
  test('is in the sitemap, itself and its list', async () => {
    expect(await text('/sitemaps/first')).toContain(`/sv/benches/${bench}`)
    expect(await text('/sitemaps/pages')).toContain('/sv/benches<')
  })
  test('is open data with its trail', async () => {
    const { subjects } = JSON.parse(await text('/fi/open-data/subjects.json')) as { subjects: object[] }
    expect(subjects).toEqual([expect.objectContaining({ id: bench, kind: 'bench', stage: 'idea', unit: 'Liikuntapalvelut', author: 'Aino K.', url: `http://localhost:3000/fi/benches/${bench}` })])
    expect(await text('/fi/open-data/trail.csv')).toContain('Penkkiä toivottiin')
  })
  test('waits in the queue of its unit, and leads to its own page', async () => {
    expect(await text('/fi/desk', 'jari')).toContain(`href="/fi/benches/${bench}"`)
    expect(await text('/fi/desk', 'leena')).not.toContain(bench)
  })
  test('is among my matters and what I follow', async () => {
    expect(await text('/fi/me', 'aino')).toContain(`/fi/benches/${bench}`)
    expect(await text('/fi/me/follows', 'otso')).toContain(`/fi/benches/${bench}`)
    expect((await text(`/fi/follow/${bench}`))).toContain('Levähdyspaikka')
  })
  test('is reminded of when its day comes near, and late for all to see', async () => {
    later(24 * 15)
    await jari.does(remindOwners)
    expect((await jari.sees((ctx) => trailOf(ctx, bench)))[0]!.kind).toMatch(/late/i)
    expect(await text('/fi/desk?show=late', 'jari')).toContain(bench)
  })
  test('tells its followers when it moves', async () => {
    later(1)
    const unread = () => unreadCount(house.database.owner, its.municipality.id, otso.id)
    const before = await unread()
    await jari.does(placeBench, bench)
    await deliver(house, [tellThem])
    expect(await unread()).toBeGreaterThan(before)
    const notices = await text('/fi/me/notices', 'otso')
    expect(notices).toContain('Penkki on paikallaan')
    expect(notices).toContain('Istu ja lepää.')
    const opened = await post('/fi/me/notices', 'otso', { _do: 'open', notice: /value="([\w-]{36})" name="notice"/.exec(notices)![1]! })
    expect(opened.headers.get('location')).toBe(`/fi/benches/${bench}`)
  })
})
