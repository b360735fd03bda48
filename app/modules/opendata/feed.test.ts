import { expect, test } from 'vitest'
import { changeSubject } from '#core/trail/subject.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { proposeIdea } from '#modules/ideas/server'
import { town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'
import { nameUuid } from './feed.server.ts'
import { xml } from '#core/text/xml.ts'

const koivula = await town()
const { aino, house } = koivula
const naapurila = await town({ house, name: 'Naapurila' })
const { send } = await web(koivula)
const ask = (path: string, init?: RequestInit) => send(path, 'guest', init)
const propose = (title: string) => aino.does(proposeIdea, { title, text: 'Rannalta puuttuu laituri, jolta pääsee veteen.', topicId: koivula.topics.sports })
const tags = (text: string, name: string) => [...text.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map((match) => match[1])

test('the feed is the list of ideas: titles escaped, ids of its own, newest first', async () => {
  const pier = await propose('Laituri & <valot>')
  house.time = new Date('2026-11-22T10:00:00Z')
  const lights = await propose('Valot ladulle')
  const answer = await ask('/fi/ideas.atom')
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const text = await answer.text()
  expect(text).toContain('<title>Laituri &amp; &lt;valot&gt;</title>')
  const [feedId, ...entries] = tags(text, 'id')
  expect(entries).toEqual([`urn:uuid:${lights.id}`, `urn:uuid:${pier.id}`])
  expect(feedId).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/)
  expect(tags(text, 'updated')[0]).toBe('2026-11-22T10:00:00.000Z')
  // RFC 4287 4.1.1: one of each, and an author
  for (const name of ['id', 'title', 'updated']) expect(text.match(new RegExp(`<${name}[ >]`, 'g'))).toHaveLength(3)
  expect(text).toContain(`href="http://localhost:3000/fi/ideas/${pier.id}"`)
  expect(tags(text, 'name')).toContain('Aino K.')
})

test('the filters of the list narrow the feed, and the filtered feed is another feed', async () => {
  const [all, library, sports] = await Promise.all(['', `?topic=${koivula.topics.library}`, `?topic=${koivula.topics.sports}&sort=newest`].map(async (query) => (await ask(`/fi/ideas.atom${query}`)).text()))
  expect(tags(library!, 'id')).toHaveLength(1)
  expect(tags(sports!, 'id').length).toBe(3)
  expect(new Set([all, library, sports].map((text) => tags(text!, 'id')[0])).size).toBe(3)
})

test('a reader who has it already is told that nothing has changed', async () => {
  const first = await ask('/sv/ideas.atom')
  const again = await ask('/sv/ideas.atom', { headers: { 'if-none-match': first.headers.get('etag')! } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('what is hidden is in no feed, sitemap or neighbour', async () => {
  const idea = await propose('Piilotettava idea')
  expect(await (await ask('/fi/ideas.atom')).text()).toContain(idea.id)
  expect(await (await ask('/naapurila/fi/ideas.atom')).text()).not.toContain(idea.id)
  await aino.does((ctx) => changeSubject(ctx, idea.id, { visibility: 'hidden' }))
  expect(await (await ask('/fi/ideas.atom')).text()).not.toContain(idea.id)
  expect(await (await ask('/sitemaps/first')).text()).not.toContain(idea.id)
})

test('the sitemap lists every public page in every language, at the base of each municipality', async () => {
  const index = await (await ask('/sitemap.xml')).text()
  expect(tags(index, 'loc')).toEqual(['http://localhost:3000/sitemaps/pages', 'http://localhost:3000/sitemaps/first'])
  expect(tags(await (await ask('/naapurila/sitemap.xml')).text(), 'loc')[0]).toBe('http://localhost:3000/naapurila/sitemaps/pages')
  const part = await (await ask('/sitemaps/first')).text()
  const places = tags(part, 'loc')
  expect(places).toHaveLength(6)
  expect(places.filter((each) => each!.includes('/sv/ideas/'))).toHaveLength(2)
  expect(part.match(/<xhtml:link rel="alternate" hreflang="en"/g)).toHaveLength(6)
  expect((await ask('/sitemaps/elsewhere')).status).toBe(404)
})

test('a large municipality has parts of ten thousand that together hold each thing once', async () => {
  const { owner } = house.database
  const { municipalityId } = naapurila.aino.actor.kind === 'person' ? { municipalityId: naapurila.municipality.id } : { municipalityId: 0 }
  const rows = Array.from({ length: 20_500 }, (_, i) => ({ municipalityId, id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`, kind: 'idea', language: 'fi' as const, title: { fi: 'x' }, stage: 'idea' as const, visibility: 'public' as const, search: '' }))
  for (let i = 0; i < rows.length; i += 2000) await owner.insert(subject).values(rows.slice(i, i + 2000))
  const parts = tags(await (await ask('/naapurila/sitemap.xml')).text(), 'loc').slice(1)
  expect(parts).toHaveLength(3)
  const found = (await Promise.all(parts.map(async (part) => tags(await (await ask(new URL(part!).pathname)).text(), 'loc').filter((each) => each!.includes('/fi/ideas/'))))).map((each) => each)
  expect(found.map((each) => each.length)).toEqual([10_000, 10_000, 500])
  expect(new Set(found.flat()).size).toBe(20_500)
})

test('robots are told of the sitemaps', async () => {
  const text = await (await ask('/robots.txt')).text()
  expect(text).toContain('Sitemap: http://localhost:3000/sitemap.xml\nSitemap: http://localhost:3000/naapurila/sitemap.xml')
  expect(text).toContain('Disallow: /*/desk')
})

test('signs that XML cannot hold are left out, whatever is written', () => {
  expect(xml('a\u0000b\u000Bc\uD800d\uFFFE<&"\'>😀')).toBe('abcd&lt;&amp;&quot;&#39;&gt;😀')
  // RFC 9562, the URL namespace: the example value of other makers
  expect(nameUuid('http://www.example.com/')).toBe('fcde3c85-2270-590f-9e7c-ee003d65e0e2')
})
