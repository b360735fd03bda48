import { and, eq, sql } from 'drizzle-orm'
import { XMLParser } from 'fast-xml-parser'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { notice } from '#core/notices/schema.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { visitorOf } from '#core/identity/visitor.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { keepReport } from '../keep-report.server.ts'
import { moveReports } from '../move.server.ts'
import { heap, listing, meToo, report } from '../schema.server.ts'
import { changeSubject, subjectOf } from '#core/trail/subject.server.ts'
import { addressOf, queryOf, readFilters } from './filters.ts'
import { foldHeaps } from './heaps.server.ts'
import { alsoNear, knownNear } from './known.server.ts'
import { listReports } from './list.server.ts'
import { levelOf, readBox } from '#core/geo/map-box.ts'
import { reportsOnMap } from './map-points.server.ts'
import { sayMeToo, saidMeToo, withdrawMeToo } from './me-too.server.ts'
import { town } from '../../../../tests/town.ts'
import { web } from '../../../../tests/web.ts'

const t = await web(await town())
const there = await town({ house: t.house, name: 'Naapurila' })
const owner = t.house.database.owner
const here = { longitude: 23.58, latitude: 61.55 }
let minute = 0
const send = async (text: string, more: Partial<Parameters<typeof keepReport>[1]> = {}, who = t.aino) => {
  t.house.time = new Date(Date.parse('2026-11-22T09:00:00Z') + ++minute * 60_000)
  return (await who.does(keepReport, { categoryId: t.categories.road, text, ...here, sender: { personId: who.id, name: 'Aino Koskela' }, channel: 'web', ...more })).id
}
const metres = (north: number, east = 0) => ({ latitude: here.latitude + north / 111_320, longitude: here.longitude + east / (111_320 * Math.cos((here.latitude * Math.PI) / 180)) })

const pothole = await send('Iso kuoppa pysäkin kohdalla. Pyörä hajosi siihen.')
const near = await send('Reuna murtunut jalkakäytävällä.', metres(120))
const far = await send('Halkeama ajoradassa.', metres(400))
const lamp = await send('Katuvalo pimeänä.', { categoryId: t.categories.light, ...metres(30) })
const secret = await send('Lapseni Ville jäi ilman kyytiä.', { categoryId: t.categories.family })
const hidden = await send('Salainen piilotettava juttu tiellä.', metres(10))
await t.mirja.does(changeSubject, hidden, { visibility: 'hidden' })
const shown = await send('Nimeni saa näkyä tässä.', { ...metres(60), sender: { personId: t.aino.id, name: 'Aino Koskela', shown: true } })
const noPoint = await send('Metsätiellä jossain on puu.', { longitude: undefined, latitude: undefined, place: 'Metsätien pää' } as never)
const fixed = await send('Kuoppa joka paikattiin.', metres(80))
await t.jari.does(moveReports, [fixed], { to: 'done', sentence: 'Paikattu.' })
const long = await send('Kuoppa kauan sitten.', metres(90))
await t.jari.does(moveReports, [long], { to: 'done', sentence: 'Paikattu.' })
await owner.execute(sql`update feedback.report set closed_at = closed_at - interval '40 days' where id = ${long}`)
const theirs = (await there.aino.does(keepReport, { categoryId: there.categories.road, text: 'Naapurin oma kuoppa.', ...here, sender: {}, channel: 'web' })).id
const every = { west: 22, south: 60, east: 25, north: 63 }
const ids = async (address = '', who = t.guest) => (await who.sees(async (ctx) => { const filters = readFilters(new URLSearchParams(address)); return listReports(ctx, filters, filters.near ?? null) })).cards.map((card) => card.id)

describe('the list', () => {
  test('open ones, newest first; nothing private, hidden or of the neighbour', async () => {
    expect(await ids()).toEqual([noPoint, shown, lamp, far, near, pothole])
    expect(await ids('state=all')).toEqual([long, fixed, noPoint, shown, lamp, far, near, pothole])
    for (const who of [t.aino, t.jari, t.antti]) for (const id of [secret, hidden, theirs]) expect(await ids('state=all', who)).not.toContain(id)
  })
  test.each([
    ['category', () => `category=${t.categories.light}`, () => [lamp]], ['closed', () => 'state=closed', () => [long, fixed]], ['area', () => `area=${encodeURIComponent('Soppeenmäki')}`, () => []], ['just fixed', () => 'sort=fixed', () => [fixed, long]],
    ['words', () => 'q=kuopat&state=all', () => [long, fixed, pothole]], ['words that nobody used', () => 'q=helikopteri&state=all', () => []], ['signs that are no words', () => 'q=%26%7C%21%3A*', () => []], ['days', () => 'days=7', () => [noPoint, shown, lamp, far, near, pothole]], ['dates', () => 'from=2026-11-23', () => []], ['until', () => 'to=2026-11-22', () => [noPoint, shown, lamp, far, near, pothole]],
    ['nearest', () => 'near=23.58,61.55', () => [pothole, lamp, shown, near, far]], ['category and words', () => `category=${t.categories.road}&q=reuna`, () => [near]],
  ])('narrowed by %s', async (_name, address, expected) => { expect(await ids(address())).toEqual(expected()) })
  test.each(['newest', 'meToo', 'nearest&near=23.58,61.55', 'fixed'])('every report comes once over the pages: %s', async (sort) => {
    const whole = await ids(`state=all&sort=${sort}`)
    const seen: string[] = []
    for (let after: string | undefined, n = 0; n < 20; n++) {
      const page: Awaited<ReturnType<typeof listReports>> = await t.guest.sees(async (ctx) => { const filters = { ...readFilters(new URLSearchParams(`state=all&sort=${sort}`)), ...(after ? { after } : {}) }; return listReports(ctx, filters, filters.near ?? null, 2) })
      seen.push(...page.cards.map((card) => card.id))
      if (!page.next) break
      after = page.next
    }
    expect(seen).toEqual(whole)
  })
  test('what an address says comes back as the same address', () => {
    const address = addressOf('/feedback', readFilters(new URLSearchParams(`sort=meToo&state=all&category=${lamp}&area=A&days=30&from=2026-01-01&to=2026-02-01&q=kuoppa&where=Kuruntie+1&near=23.5,61.5`)))
    expect(addressOf('/feedback', readFilters(new URL(address, 'http://x').searchParams))).toBe(address)
    expect(queryOf(readFilters(new URLSearchParams('category=x&days=8&from=2026-13-01&near=999,1&sort=best&state=odd')))).toEqual(queryOf(readFilters(new URLSearchParams())))
  })
  test('hiding, making private, withdrawing and merging take a report away everywhere, and back', async () => {
    const id = await send('Tilapäinen kuoppa', metres(20))
    const places = async () => [(await ids()).includes(id), (await t.guest.sees(reportsOnMap, every, 20, readFilters(new URLSearchParams()))).flatMap((each) => each.reports).some((each) => each.id === id), (await t.guest.sees(knownNear, { categoryId: t.categories.road, ...here })).some((each) => each.id === id)]
    for (const visibility of ['hidden', 'private', 'withdrawn', 'waiting'] as const) {
      await t.jari.does(changeSubject, id, { visibility })
      expect(await places()).toEqual([false, false, false])
      await t.jari.does(changeSubject, id, { visibility: 'public' })
      expect((await places())[0]).toBe(true)
    }
    await t.jari.does(moveReports, [id], { to: 'merged', into: pothole })
    expect(await places()).toEqual([false, false, false])
  })
})

describe('the map', () => {
  const on = (zoom: number, address = 'state=all', box = every) => t.guest.sees(reportsOnMap, box, zoom, readFilters(new URLSearchParams(address)))
  const total = (heaps: { count: number }[]) => heaps.reduce((sum, each) => sum + each.count, 0)
  test.each([7, 9.4, 11, 13, 15, 16, 17.5, 20, 99, Number.NaN, -5])('at zoom %d all are there, gathered', async (zoom) => {
    const heaps = await on(zoom)
    expect(total(heaps)).toBe(7)
    expect(total(await on(zoom, 'state=open'))).toBe(5)
    expect(total(await on(zoom, `category=${t.categories.light}`))).toBe(1)
    expect(total(await on(zoom, `area=${encodeURIComponent('Kirkonkylä')}&state=all`))).toBe(7)
    expect(total(await on(zoom, 'q=kuoppa&state=all'))).toBe(3)
    expect(total(await on(zoom, 'days=7&state=all'))).toBe(7)
  })
  test('one alone is named, and its point is where it is', async () => {
    const [its] = await on(11, `category=${t.categories.light}`)
    expect(its).toMatchObject({ count: 1, reports: [{ id: lamp, title: 'Katuvalo pimeänä', stage: 'idea' }], latitude: expect.closeTo(metres(30).latitude, 5) as number })
  })
  test('only the box is told of', async () => {
    expect(total(await on(18, 'state=all', { west: 23.5799, east: 23.5801, south: metres(390).latitude, north: metres(410).latitude }))).toBe(1)
    expect(total(await on(12, 'state=all', { west: 10, east: 11, south: 50, north: 51 }))).toBe(0)
  })
  test('boxes: what is none is refused, one over the 180th meridian is read as its two parts', async () => {
    for (const bad of [null, '', '1,2,3', 'a,b,c,d', 'NaN,NaN,NaN,NaN', '1,2,3,4,5', '23,62,24,61', '23,-91,24,95', 'Infinity,0,1,1', '1e400,0,1,1', "23,61,24,62'"]) expect(() => readBox(bad)).toThrow('badBox')
    expect(readBox('170,-10,190,10')).toEqual({ west: 170, south: -10, east: -170, north: 10 })
    expect(readBox('-500,-10,500,10')).toEqual({ west: -180, south: -10, east: 180, north: 10 })
    expect(total(await on(3, 'state=all', { west: 170, south: -80, east: 25, north: 80 }))).toBe(7)
  })
  test('however odd the question, there are at most five hundred squares', () => {
    for (const zoom of [0, 5, 11, 16, 18, 22, 99]) for (const size of [1, 0.1, 1e-3, 1e-4, 1e-6]) {
      const box = { x0: 0.5, y0: 0.2, x1: 0.5 + size / 2, y1: 0.2 + size / 2 }
      const n = 2 ** levelOf(zoom, box)
      if (n > 2 ** 10) expect((Math.floor(box.x1 * n) - Math.floor(box.x0 * n) + 1) * (Math.floor(box.y1 * n) - Math.floor(box.y0 * n) + 1)).toBeLessThanOrEqual(500)
    }
  })
  test('what is counted ahead is what is there: after folding, and made anew', async () => {
    const counts = async () => (await owner.execute<{ what: string }>(sql`select level || ' ' || category_id || ' ' || col || ' ' || "row" || ' ' || open || ' ' || sum(count) as what from feedback.heap where municipality_id = ${t.municipality.id} group by level, category_id, col, "row", open having sum(count) <> 0 order by 1`)).rows.map((row) => row.what)
    const lists = () => owner.select().from(listing).where(eq(listing.municipalityId, t.municipality.id)).orderBy(listing.id)
    const [before, rows] = [await counts(), await lists()]
    await t.guest.does(foldHeaps)
    expect(await counts()).toEqual(before)
    expect((await owner.select().from(heap).where(and(eq(heap.municipalityId, t.municipality.id), sql`slot <> 0`)))).toEqual([])
    await owner.execute(sql`select feedback.relist(${t.municipality.id})`)
    expect(await counts()).toEqual(before)
    expect(await lists()).toEqual(rows)
  })
  test('hiding and moving the same report at once leaves nothing of it', async () => {
    for (let n = 0; n < 5; n++) {
      const id = await send(`Kilpajuoksu ${n}`, metres(500 + n))
      await Promise.allSettled([t.mirja.does(changeSubject, id, { visibility: 'hidden' }), t.jari.does(moveReports, [id], { to: 'planned' }), t.otso.does(sayMeToo, id, t.otso.id)])
      expect(await owner.select().from(listing).where(eq(listing.id, id))).toEqual([])
    }
  })
})

describe('known already', () => {
  test('the same category within its radius, nearest first; open or done within thirty days', async () => {
    const found = await t.guest.sees(knownNear, { categoryId: t.categories.road, ...here })
    expect(found.map((each) => each.id)).toEqual([pothole, shown, fixed, near])
    expect(found[0]).toMatchObject({ kind: 'report', path: `/feedback/${pothole}`, title: 'Iso kuoppa pysäkin kohdalla', state: 'received', canMeToo: true, picture: null })
    expect(found[2]).toMatchObject({ state: 'done', canMeToo: false, metres: expect.closeTo(80, -1) as number })
    expect(await t.guest.sees(knownNear, { categoryId: t.categories.family, ...here })).toEqual([])
    expect(await t.guest.sees(knownNear, { categoryId: 'x', ...here })).toEqual([])
    expect(await there.guest.sees(knownNear, { categoryId: t.categories.road, ...here })).toEqual([])
  })
  test('the radius is the category\'s, and none looks for nothing', async () => {
    const radius = (metresNow: number) => owner.execute(sql`update feedback.category set duplicate_metres = ${metresNow} where id = ${t.categories.road}`)
    await radius(500)
    expect((await t.guest.sees(knownNear, { categoryId: t.categories.road, ...here })).map((each) => each.id)).toContain(far)
    await radius(0)
    expect(await t.guest.sees(knownNear, { categoryId: t.categories.road, ...here })).toEqual([])
    await radius(250)
  })
  test('other modules tell what they know', async () => {
    alsoNear({ name: 'test', find: async (_ctx, asked) => (asked.categoryId === t.categories.light ? [{ kind: 'works', id: 'w', path: '/work/w', title: 'Valot vaihdetaan', text: '', state: 'announced', metres: 5, at: new Date(), meToos: 0, picture: null, canMeToo: false }] : []) })
    expect((await t.guest.sees(knownNear, { categoryId: t.categories.light, ...here })).map((each) => each.id)).toEqual(['w', lamp])
  })
  test('as a piece of a page, as JSON, and empty for what cannot be', async () => {
    const page = await (await t.get(`/fi/feedback/known?category=${t.categories.road}&longitude=23.58&latitude=61.55&form=mine`)).text()
    expect(page).toContain('data-found="4"')
    expect(page).toMatch(new RegExp(`formaction="/fi/feedback/${pothole}/me-too"`, 'i'))
    const json = await (await t.get(`/fi/feedback/known?category=${t.categories.road}&place=Keijärvi`, 'guest', { accept: 'application/json' })).json() as { known: { id: string }[] }
    expect(json.known[0]!.id).toBe(pothole)
    for (const bad of ['', 'category=x&longitude=NaN&latitude=1', 'category=&longitude=999&latitude=61', 'longitude=23']) expect(await (await t.get(`/fi/feedback/known?${bad}`)).text()).toContain('data-found="0"')
  })
})

describe('me too', () => {
  test('once a person, once a visitor\'s day, however often at once', async () => {
    const id = await send('Kuoppa kilpailee', metres(700))
    const visitor = await t.guest.does((ctx) => visitorOf(ctx, new Request('http://x', { headers: { 'user-agent': 'a' } }), `me too ${id}`))
    await Promise.all([...Array.from({ length: 6 }, () => t.aino.does(sayMeToo, id, t.aino.id)), ...Array.from({ length: 6 }, () => t.guest.does(sayMeToo, id, visitor)), t.otso.does(sayMeToo, id, t.otso.id)])
    expect((await t.guest.sees(subjectOf, id)).supports).toBe(3)
    expect(await owner.select().from(meToo).where(eq(meToo.reportId, id))).toHaveLength(3)
  })
  test('enough people raise it and its unit hears, once; nobody by name', async () => {
    const id = await send('Kuoppa kasvaa', metres(710))
    t.house.time = new Date(t.house.time.getTime() + 1000)
    for (const n of [1, 2, 3, 4]) await t.guest.does(sayMeToo, id, `visitor ${n}`)
    expect((await owner.select({ priority: report.priority }).from(report).where(eq(report.id, id)))[0]).toEqual({ priority: 2 })
    while ((await deliver(t.house, [tellThem])).events > 0) { /* all of them */ }
    const told = await owner.select({ personId: notice.personId, data: notice.data }).from(notice).where(and(eq(notice.subjectId, id), eq(notice.kind, 'feedback.manyMet')))
    expect(told.map((each) => each.personId).sort()).toEqual([t.aino.id, t.jari.id, t.saara.id].sort())
    expect(told[0]!.data).toEqual({ people: 3 })
    for (let n = 5; n <= 10; n++) await t.guest.does(sayMeToo, id, `visitor ${n}`)
    expect((await owner.select({ priority: report.priority }).from(report).where(eq(report.id, id)))[0]).toEqual({ priority: 3 })
  })
  test('what an official has set higher stays; taking back counts down', async () => {
    const id = await send('Kuoppa perutaan', metres(720))
    await owner.execute(sql`update feedback.report set priority = 3 where id = ${id}`)
    expect(await t.otso.does(sayMeToo, id, t.otso.id)).toEqual({ meToos: 1 })
    expect(await t.otso.sees(saidMeToo, id, t.otso.id)).toBe(true)
    await t.otso.does(withdrawMeToo, id)
    await t.otso.does(withdrawMeToo, id)
    expect((await t.guest.sees(subjectOf, id)).supports).toBe(0)
    expect((await owner.select({ priority: report.priority }).from(report).where(eq(report.id, id)))[0]).toEqual({ priority: 3 })
  })
  test('not of what is closed, private, hidden or elsewhere', async () => {
    await expect(t.guest.does(sayMeToo, fixed, 'v')).rejects.toThrow('alreadyClosed')
    for (const id of [secret, hidden, theirs]) await expect(t.guest.does(sayMeToo, id, 'v')).rejects.toThrow('notFound')
    await expect(t.jari.does(sayMeToo, hidden, 'v')).rejects.toThrow('alreadyClosed')
    await expect(t.guest.does(withdrawMeToo, pothole)).rejects.toThrow('signInNeeded')
  })
  test('the page: a visitor says it, is thanked, and may follow; a person takes it back', async () => {
    const id = await send('Kuoppa sivulla', metres(730))
    const path = `/fi/feedback/${id}/me-too`
    expect(await (await t.get(path)).text()).toContain('name="_do" value="meToo"')
    expect((await t.post(path, 'guest', { _do: 'meToo' }, { 'user-agent': 'x' })).headers.get('location')).toBe(`${path}?said=1`)
    await t.post(path, 'guest', { _do: 'meToo' }, { 'user-agent': 'x' })
    expect(await (await t.get(`${path}?said=1`)).text()).toContain('Olet ensimmäinen')
    await t.post(path, 'otso', { _do: 'meToo' })
    await t.post(path, 'otso', { _do: 'follow' })
    expect(await (await t.get(path, 'otso')).text()).toContain('value="unfollow"')
    await t.post(path, 'otso', { _do: 'withdraw' })
    expect((await t.guest.sees(subjectOf, id)).supports).toBe(1)
    expect((await t.get(`/fi/feedback/${secret}/me-too`, 'jari')).status).toBe(404)
    expect((await t.get('/fi/feedback/x/me-too')).status).toBe(404)
    expect((await t.post(`/fi/feedback/${fixed}/me-too`, 'guest', { _do: 'meToo' })).status).toBe(409)
  })
})

describe('addresses', () => {
  const words = [`?q=kuoppa&state=all`, `?category=${t.categories.road}`, '?sort=nearest&near=23.58,61.55', '?where=Keijärvi', '?where=eikukaantiedä', '?view=map', '?after=x~y', '?after=2026-11-22T09:00:00+00:00~x', `?sort=meToo&after=x~${pothole}`, `?sort=nearest&near=23.58,61.55&after=NaN~${pothole}`, `?after=9999-99-99T00:00:00+00:00~${pothole}`, '?from=2026-02-30&to=0000-00-00', '?area=%F0%9F%98%80', `?q=${'ö'.repeat(500)}`, '?near=NaN,NaN', '?sort=fixed', '?days=1e9']
  test.each(words)('/feedback%s answers', async (query) => {
    for (const language of ['fi', 'sv', 'en']) expect((await t.get(`/${language}/feedback${query}`)).status).toBe(200)
  })
  test('nobody reads there who sent what, nor what is private or hidden, in any form', async () => {
    for (const path of ['/fi/feedback?state=all', '/fi/feedback.atom', '/fi/feedback/reports.csv', '/fi/feedback/reports.geojson', '/fi/open-data/reports.json', '/fi/open-data/subjects.csv', '/fi/search?q=kuoppa', '/fi/feedback/map-points?bbox=23,61,24,62&zoom=20&state=all', `/fi/feedback/known?category=${t.categories.road}&longitude=23.58&latitude=61.55`]) {
      const text = await (await t.get(path, 'otso')).text()
      expect([path, text.includes('Ville'), text.includes('Salainen'), text.includes('Naapurin'), text.includes(secret), text.includes(hidden)]).toEqual([path, false, false, false, false, false])
      const without = text.replaceAll('Nimeni saa näkyä', '')
      expect([path, without.match(/Aino|Koskela/g)?.length ?? 0]).toEqual([path, /reports/.test(path) ? 2 : 0])
    }
  })
  test('the feed is narrowed by category and area, says both, and is well-formed', async () => {
    const text = await (await t.get(`/fi/feedback.atom?category=${t.categories.light}&area=${encodeURIComponent('Kirkonkylä')}`)).text()
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(text) as { feed: { title: string; entry: { title: string; category: { '@_label': string }[] } } }
    expect(feed.title).toContain('Katuvalo · Kirkonkylä')
    expect(feed.entry).toMatchObject({ title: 'Katuvalo pimeänä' })
    expect(feed.entry.category[0]!['@_label']).toBe('Vastaanotettu')
    expect(await (await t.get(`/fi/feedback.atom?category=${t.categories.family}`)).text()).not.toContain('<entry>')
    expect(await (await t.get('/fi/feedback.atom')).text()).toContain(`urn:uuid:${fixed}`)
  })
  test('CSV: the columns of the dictionary, in parts that join to the whole', async () => {
    const read = (text: string) => Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data
    const whole = await (await t.get('/fi/feedback/reports.csv')).text()
    const rows = read(whole)
    expect(rows.map((row) => row.id)).toEqual(rows.map((row) => row.id).sort())
    expect(rows.find((row) => row.id === shown)).toMatchObject({ author: 'Aino Koskela', category: 'road', state: 'received', open: 'true', areaName: 'Kirkonkylä' })
    expect(rows.find((row) => row.id === pothole)!.author).toBe('')
    let joined = '', after = '', n = 0
    for (; n < 50; n++) {
      const part: Response = await t.get(`/fi/feedback/reports.csv?limit=3${after}`)
      joined += await part.text()
      const next = /<([^>]*)>; rel="next"/.exec(part.headers.get('link') ?? '')?.[1]
      if (!next) break
      after = `&after=${new URL(next).searchParams.get('after')}`
    }
    expect(joined).toBe(whole)
    expect(n).toBeGreaterThan(3)
    const dictionary = await (await t.get('/en/feedback/data')).text()
    for (const column of Object.keys(rows[0]!)) expect(dictionary).toContain(`<code>${column}</code>`)
  })
  test('GeoJSON is RFC 7946, narrowed as the list is', async () => {
    const its = await (await t.get(`/sv/feedback/reports.geojson?category=${t.categories.light}`)).json() as { type: string; features: { id: string; geometry: { type: string; coordinates: number[] } | null; properties: Record<string, unknown> }[] }
    expect(its).toMatchObject({ type: 'FeatureCollection', features: [{ type: 'Feature', id: lamp, geometry: { type: 'Point', coordinates: [expect.closeTo(23.58, 4), expect.closeTo(61.55, 2)] }, properties: { pictures: [], categoryName: 'Gatubelysning' } }] })
    expect(its.features[0]!.properties).not.toHaveProperty('longitude')
    const all = await (await t.get('/fi/feedback/reports.geojson?state=all')).json() as typeof its
    expect(all.features.find((each) => each.id === noPoint)!.geometry).toBeNull()
  })
  test.each(['/feedback/map-points', '/feedback/map-points?bbox=NaN,1,2,3&zoom=1', '/feedback/map-points?bbox=1,2,3', '/feedback/where?longitude=x&latitude=1', '/feedback/where', '/feedback/reports.csv?after=x', '/feedback/reports.csv?limit=0', '/feedback/reports.geojson?limit=1e9'])('%s is refused with 400', async (path) => {
    expect((await t.get(`/fi${path}`)).status).toBe(400)
  })
  test('where: hits for words, words for a point', async () => {
    expect(await (await t.get('/fi/feedback/where?q=keijärvellä')).json()).toMatchObject({ found: [{ name: 'Keijärvi', kind: 'place' }] })
    expect(await (await t.get('/sv/feedback/where?longitude=23.58&latitude=61.551')).json()).toEqual({ words: '110 m från platsen Keijärvi, Kyrkbyn', address: null, far: false })
    expect(await (await t.get('/fi/feedback/where?longitude=10&latitude=50')).json()).toMatchObject({ far: true })
  })
})
