import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addComment } from '#modules/discussion/server'
import { addFile, materialsOf } from '../app/modules/preparation/materials.server.ts'
import { publishMatter } from '../app/modules/preparation/publish.server.ts'
import { putMatter } from '../app/modules/preparation/put.server.ts'
import { matter } from '../app/modules/preparation/schema.server.ts'
import { addBody } from '../app/modules/meetings/bodies.server.ts'
import { addFeed, previewFeed, runFeed, sendFile } from '../app/modules/meetings/feeds/feeds.server.ts'
import { item } from '../app/modules/meetings/schema.server.ts'
import { pieces } from '../app/modules/video/cues.ts'
import { addressForLog, errorForLog } from '../server/error-for-log.ts'
import { web } from './web.ts'

const here = await web()
const { aino, jari, antti, house, topics, units, get, post, send } = here
const db = house.database.owner
const published = async () => {
  const { id } = await jari.does(putMatter, { title: 'Kirkonkylän tori', thought: 'Torille voisi tehdä katoksen, jos muutkin pitävät ajatusta hyvänä.', topicId: topics.sports }) as { id: string }
  await jari.does(publishMatter, id)
  return id
}
/** One that takes two places in a text, so that a cut can fall in the middle of it. */
const wide = '😀', odd = `a${wide.repeat(2000)}`

describe('a sign is not cut in two, which PostgreSQL’s JSON and an address refuse', () => {
  test('what is kept while someone signs in', async () => {
    const id = await published()
    const kept = await post(`/fi/matters/${id}`, 'guest', { _do: 'comment', text: odd })
    expect(kept.status, JSON.stringify(here.logged.at(-1))).toBe(303)
    expect(kept.headers.get('location')).toContain('/fi/sign-in?')
    expect((await get(`/fi${new URL(kept.headers.get('location')!, 'http://x').searchParams.get('to')!.replace(/#.*/, '')}`, 'aino')).status).toBe(200)
  })
  test('captions made of running text without a space', () => { for (const piece of pieces(odd)) expect(piece.isWellFormed()).toBe(true) })
  test('names of areas in a GeoJSON file, half signs in it too', async () => {
    const ring = [[23.58, 61.54], [23.6, 61.54], [23.6, 61.56], [23.58, 61.54]]
    const text = JSON.stringify({ type: 'FeatureCollection', features: [`x${wide.repeat(60)}`, '\ud83d puolikas'].map((name) => ({ type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates: [ring] } })) })
    const form = new FormData()
    form.set('_do', 'upload'); form.set('file', new File([text], 'alueet.geojson'))
    const taken = await post('/fi/admin/areas/import', 'antti', form)
    expect(taken.status).toBe(303)
    const done = await post(`${taken.headers.get('location')!}&fi=name`, 'antti', { _do: 'run', coming: '2' })
    expect([done.status, done.headers.get('location')], JSON.stringify(here.logged.at(-1))).toEqual([303, expect.stringContaining('imported=2')])
    expect((await get('/fi/topics')).status).toBe(200)
  })
  test('a feed’s titles, and an address with a zero in it', async () => {
    await antti.does(addBody, { nameFi: 'Kaupunginhallitus', nameSv: '', nameEn: '', unitId: units.sports })
    const { id } = await antti.does(addFeed, { name: 'Kokoukset', format: 'rss', url: '', bodyId: '', language: 'fi' })
    const items = [`${'a'.repeat(249)}${wide}`, `Toinen asia ${wide.repeat(300)}`].map((title, i) => `<item><title>Kaupunginhallitus 7.12.2026 klo 17.00: § ${i + 1} ${title}</title><link>http://a.example/&#0;x${i}</link><guid>${'g'.repeat(199)}${wide}${i}</guid><description>x${wide.repeat(30_000)}</description></item>`)
    const form = new FormData()
    form.set('file', new File([`<rss version="2.0"><channel>${items.join('')}</channel></rss>`], 'a.xml'))
    const sent = await antti.does(sendFile, id, form) as { file: string }
    const { plan } = await antti.sees(previewFeed, id, sent.file)
    expect(plan!.counts.new + plan!.counts.bad).toBe(2)
    await antti.does(runFeed, id, sent.file, JSON.stringify(plan!.counts))
    const rows = await db.select({ url: item.url }).from(item).where(eq(item.feedId, id))
    expect(rows.length).toBe(plan!.counts.new)
    expect(rows.every((row) => row.url === '')).toBe(true)
  })
  test('the name of a file that is saved', async () => {
    const id = await published()
    await jari.does(addFile, id, Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF'), { title: `x${'𝐀'.repeat(70)}`, description: '' })
    const [material] = await jari.sees(materialsOf, id)
    expect((await get(`/fi${material!.href}`)).status, JSON.stringify(here.logged.at(-1))).toBe(200)
  })
})

describe('the address of a push service that moved', () => {
  const key = { p256dh: 'B'.padEnd(87, 'A'), auth: 'A'.repeat(22) }
  const tell = (body: unknown) => send('/fi/me/push', 'guest', { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: { origin: 'http://localhost:3000', 'content-type': 'application/json' } })
  test.each([['a zero', 'https://push.example.fi/\0'], ['a half sign', 'https://push.example.fi/\ud83d'], ['no address', 'x']])('with %s is not one', async (_what, endpoint) => {
    expect((await tell({ old: { endpoint, auth: key.auth }, new: { endpoint: 'https://push.example.fi/a', ...key } })).status).toBe(404)
    expect((await tell({ old: { endpoint: 'https://push.example.fi/a', auth: key.auth }, new: { endpoint, ...key } })).status).toBe(404)
  })
  test('is not a large thing, nor anything but one', async () => {
    expect((await tell(JSON.stringify({ old: 'x'.repeat(30_000) }))).status).toBe(413)
    for (const junk of ['', '{', 'null', '[]', '"x"', '{"old":{},"new":null}']) expect((await tell(junk)).status).toBeLessThan(500)
  })
})

test('what a matter says is text, wherever it is shown', async () => {
  const bad = '<img src=x onerror=alert(1)>"\'</script><script>alert(2)</script>'
  const { id } = await jari.does(putMatter, { title: `Tori ${bad}`, thought: `Torille katos ${bad}`, law: bad, ask: `Mitä? ${bad}`, choices: `${bad}\nToinen`, contact: bad, topicId: topics.sports }) as { id: string }
  await jari.does(publishMatter, id)
  await db.update(matter).set({ speakers: 'anyone' }).where(eq(matter.id, id))
  await aino.does(addComment, id, { text: `Kommentti ${bad}`, place: 'Keijärvi' }).catch(() => null)
  await aino.does(addComment, id, { text: `Kommentti ${bad}` })
  for (const path of [`/fi/matters/${id}`, '/fi/matters', `/fi/matters/${id}/history`, `/fi/matters/${id}/manage`, `/fi/matters/${id}/manage/comments`, `/fi/search?q=Tori`, `/fi/topics/${topics.sports}`, '/fi', '/fi/participate', `/fi/units/${units.sports}`]) {
    const page = await (await get(path, 'jari')).text()
    expect(page, path).not.toMatch(/<img src=x|<script>alert/)
  }
})

test('a query that fails puts nobody’s words in the log, nor a letter’s link', async () => {
  const said = 'Salainen sana\n    at keksitty (rivi:1:1)'
  const logged: string[] = []
  for (const query of [sql`select ${'aino@salainen.fi'}::text, ${said}::text, nothing from nowhere`, sql`select ${said}::uuid`, sql`insert into identity.account (id, name, email) select id, ${said}, email from identity.account limit 1`]) {
    const cause: unknown = await db.execute(query).then(() => null, (thrown: unknown) => thrown)
    logged.push(JSON.stringify(errorForLog(cause)))
  }
  for (const line of logged) { expect(line).not.toMatch(/salainen|keksitty|koivula\.example/i); expect(line).toMatch(/"code":"(42P01|22P02|23505)"/); expect(line).toContain('Failed query: ') }
  expect(JSON.stringify(errorForLog(new TypeError('its is not a function')))).toMatch(/TypeError.*its is not a function.*attacks\.test/)
  expect(addressForLog(`/fi/initiatives/confirm/11111111-1111-7111-8111-111111111111.${'a'.repeat(43)}`)).toBe('/fi/initiatives/confirm/…')
  expect(addressForLog('/fi/matters/11111111-1111-7111-8111-111111111111/manage')).toContain('11111111')
})
