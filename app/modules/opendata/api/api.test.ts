import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { representative } from '#core/identity/schema.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { proposeIdea } from '#modules/ideas/server'
import { publishMatter, putMatter } from '#modules/preparation/server'
import { type Someone, town } from '../../../../tests/town.ts'
import { web } from '../../../../tests/web.ts'
import { makeKey, myKeys, newKey, revokeKey } from '../keys.server.ts'
import { directoryOperations } from './directory.server.ts'
import { described } from './openapi.server.ts'
import { operations } from './operations.server.ts'

const koivula = await town()
const { aino, otso, ry, house } = koivula
const naapurila = await town({ house, name: 'Naapurila' })
const { send, logged } = await web(koivula)
const ask = (path: string, init?: RequestInit) => send(path, 'guest', init)
type Json = Record<string, unknown>
type Described = { openapi: string; paths: Record<string, Record<string, { operationId: string; responses: Record<string, { content: Record<string, { schema: { $ref: string } }> }> }>>; components: { schemas: Record<string, Json> } }
const openapi = await (await ask('/api/openapi.json')).json() as Described

const keyOf = async (who: Someone) => { const made = await who.does(makeKey, { name: 'testi' }); if ('problems' in made) throw new Error('too many'); return (await who.sees(newKey, made.id))! }
const keys = new Map<Someone, string>()
for (const who of [aino, otso, ry]) keys.set(who, await keyOf(who))
const seen = new Set<string>()

/** Asks the API and holds every answer against the description: its status, its type, its shape. */
async function api(method: string, path: string, its: { by?: Someone; key?: string; body?: unknown; headers?: Record<string, string>; raw?: string } = {}): Promise<{ status: number; body: any; headers: Headers }> {
  const key = its.key ?? (its.by && keys.get(its.by))
  const body = its.raw ?? (its.body === undefined ? null : JSON.stringify(its.body))
  const answer = await ask(path, { method, body, headers: { ...(body === null ? {} : { 'content-type': 'application/json' }), ...(key ? { authorization: `Bearer ${key}` } : {}), ...its.headers } })
  const pattern = Object.keys(openapi.paths).find((each) => new RegExp(`^(/naapurila)?(/(fi|sv|en))?${each.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0]!))!
  const described = openapi.paths[pattern]![method.toLowerCase()]!
  const response = described.responses[answer.status]
  expect(response, `${method} ${path} answered ${answer.status}, which is not described`).toBeDefined()
  const [type, { schema }] = Object.entries(response!.content)[0]!
  expect(answer.headers.get('content-type')).toContain(type)
  const said = await answer.json()
  const name = schema.$ref.split('/').at(-1)!
  const fits = z.fromJSONSchema(openapi.components.schemas[name] as Parameters<typeof z.fromJSONSchema>[0]).safeParse(said)
  expect(fits.error?.issues ?? [], `${method} ${path}: ${name}`).toEqual([])
  seen.add(described.operationId)
  return { status: answer.status, body: said, headers: answer.headers }
}
const words = { title: 'Uimalaituri Keijärvelle', text: 'Rannalta puuttuu laituri, jolta pääsee veteen.' }
let sends = 0
// Each with words of its own: the same words again and again wait for a moderator.
const sentBy = async (who: Someone, more: object = {}) => (await api('POST', '/api/v1/ideas', { by: who, body: { ...words, text: `${words.text} Toive numero ${++sends}.`, ...more } })).body.id as string
afterAll(() => { expect(logged).toEqual([]) })

test('the description is OpenAPI 3.1 and tells of every operation', () => {
  expect(openapi.openapi).toMatch(/^3\.1\./)
  expect(Object.values(openapi.paths).flatMap((each) => Object.values(each).map((one) => one.operationId)).sort()).toEqual(described.map((each) => each.id).sort())
  const refs = [...JSON.stringify(openapi).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]!)
  for (const name of refs) expect(openapi.components.schemas[name], name).toBeDefined()
  expect(openapi.components.schemas.NewIdea).toMatchObject({ required: ['title', 'text'], additionalProperties: false, properties: { title: { minLength: 5, maxLength: 150 } } })
})

test('an idea goes in and comes out, with where it is', async () => {
  const made = await api('POST', '/api/v1/ideas', { by: aino, body: { ...words, topic: koivula.topics.sports } })
  expect(made).toMatchObject({ status: 201, body: { waits: false } })
  expect(made.headers.get('location')).toBe(`http://localhost:3000/fi/ideas/${made.body.id}`)
  const { body } = await api('GET', `/api/v1/ideas/${made.body.id}`)
  expect(body).toMatchObject({ ...words, author: 'Aino K.', topic: 'Liikunta ja ulkoilu', unit: 'Liikuntapalvelut', stage: 'idea' })
})

test('the language is asked for in a header, or by the address', async () => {
  const id = await sentBy(aino, { topic: koivula.topics.sports })
  expect((await api('GET', `/api/v1/ideas/${id}`, { headers: { 'accept-language': 'sv-FI,sv;q=0.9' } })).body).toMatchObject({ topic: 'Motion', url: `http://localhost:3000/sv/ideas/${id}` })
  expect((await api('GET', `/en/api/v1/ideas/${id}`)).body.topic).toBe('Sports')
})

test('the same send with the same Idempotency-Key is one idea', async () => {
  const once = () => api('POST', '/api/v1/ideas', { by: aino, body: words, headers: { 'idempotency-key': 'lomake-17' } })
  const answers = await Promise.all([once(), once(), once()])
  expect(new Set(answers.map((each) => each.body.id)).size).toBe(1)
})

test('pages follow each other to the end, each thing once', async () => {
  for (let i = 0; i < 22; i++) { house.time = new Date(house.time.getTime() + 4_000_000); await sentBy(otso, { title: `Valot ladulle ${i}` }) }
  const found: string[] = []
  let next: string | null = '/api/v1/ideas?limit=10&sort=newest'
  while (next) {
    const { body, headers }: Awaited<ReturnType<typeof api>> = await api('GET', next)
    expect(headers.get('link')).toBe(body.next ? `<${body.next}>; rel="next"` : null)
    found.push(...body.items.map((each: { id: string }) => each.id))
    next = body.next && body.next.replace('http://localhost:3000', '')
  }
  expect(new Set(found).size).toBe(found.length)
  expect(found.length).toBeGreaterThanOrEqual(23)
})

describe('what does not fit is told by field', () => {
  test.each<[string, unknown, Record<string, string>]>([
    ['too short', { title: 'Laituri', text: 'Lyhyt' }, { text: 'tooShort' }],
    ['missing', { title: 'Laituri rantaan' }, { text: 'required' }],
    ['only spaces', { title: '          ', text: words.text }, { title: 'required' }],
    ['unknown field', { ...words, autor: 'x' }, { autor: 'unknownField' }],
    ['not an object', [1, 2], { body: 'invalid' }],
    ['half a place', { ...words, longitude: 23 }, { place: 'invalid' }],
    ['out of the globe', { ...words, longitude: 23, latitude: 91 }, { latitude: 'invalid' }],
    ['not an id', { ...words, topic: 'liikunta' }, { topic: 'invalid' }],
  ])('%s', async (_what, body, problems) => {
    expect(await api('POST', '/api/v1/ideas', { by: aino, body })).toMatchObject({ status: 422, body: { title: 'problems', status: 422, problems } })
  })
  test.each([['?limit=0', 'limit'], ['?limit=11', 'limit'], ['?stage=waiting', 'stage'], ['?sort=best', 'sort'], ['?topic=x', 'topic'], ['?after=zzz', 'after'], ['?stag=idea', 'stag']])('a list asked with %s', async (query, field) => {
    const { status, body } = await api('GET', `/api/v1/ideas${query}`)
    expect([status, Object.keys(body.problems)]).toEqual([422, [field]])
  })
  test.each<[string, { raw: string; headers?: Record<string, string> }, number]>([
    ['broken JSON', { raw: '{"title": ' }, 400], ['no JSON at all', { raw: 'title=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 400], ['too much', { raw: JSON.stringify({ ...words, text: 'x'.repeat(120_000) }) }, 413],
  ])('%s', async (_what, its, status) => { expect((await api('POST', '/api/v1/ideas', { by: aino, ...its })).status).toBe(status) })
})

describe('who may do what', () => {
  test('without a key everyone reads and nobody writes', async () => {
    const id = await sentBy(aino)
    for (const [method, path, body] of [['POST', '/api/v1/ideas', words], ['POST', `/api/v1/ideas/${id}/comments`, { text: 'Hyvä' }], ['POST', `/api/v1/ideas/${id}/supports`, undefined], ['DELETE', `/api/v1/ideas/${id}/supports`, undefined]] as const) {
      expect(await api(method, path, { body })).toMatchObject({ status: 401, body: { title: 'signInNeeded' } })
    }
    for (const path of ['topics', 'units', 'areas', 'place-names', 'ideas']) expect((await api('GET', `/api/v1/${path}`)).status).toBe(200)
  })
  test('a support is one, and is taken back', async () => {
    const id = await sentBy(aino)
    for (const supports of [1, 1]) expect((await api('POST', `/api/v1/ideas/${id}/supports`, { by: otso })).body).toEqual({ supports })
    expect((await api('DELETE', `/api/v1/ideas/${id}/supports`, { by: otso })).body).toEqual({ supports: 0 })
  })
  test('an organisation speaks in its name and does not support', async () => {
    const id = await sentBy(ry)
    expect((await api('GET', `/api/v1/ideas/${id}`)).body.author).toBe('Luistelijat ry')
    expect(await api('POST', `/api/v1/ideas/${id}/supports`, { by: ry })).toMatchObject({ status: 403, body: { title: 'forbidden' } })
  })
  test('comments are added and listed', async () => {
    const id = await sentBy(aino)
    const first = await api('POST', `/api/v1/ideas/${id}/comments`, { by: otso, body: { text: 'Kannatan.', stance: 'for' } })
    await api('POST', `/api/v1/ideas/${id}/comments`, { by: aino, body: { text: 'Kiitos!', parent: first.body.id } })
    for (let i = 1; i < 10; i++) await api('POST', `/api/v1/ideas/${id}/comments`, { by: aino, body: { text: `Lisäys numero ${i}` } })
    const { body } = await api('GET', `/api/v1/ideas/${id}/comments?limit=10`)
    expect(body.items.slice(0, 2)).toMatchObject([{ text: 'Kannatan.', stance: 'for', author: 'Otso K.' }, { text: 'Kiitos!', parent: first.body.id }])
    expect((await api('GET', body.next.replace('http://localhost:3000', ''))).body).toMatchObject({ items: [{ text: 'Lisäys numero 9' }], next: null })
    expect((await api('POST', `/api/v1/ideas/${id}/comments`, { by: otso, body: { text: '  ' } })).body.problems).toEqual({ text: 'required' })
  })
  test('what is hidden or a neighbour’s is not found', async () => {
    const hidden = await sentBy(aino)
    await aino.does((ctx) => changeSubject(ctx, hidden, { visibility: 'hidden' }))
    const theirs = await naapurila.aino.does(proposeIdea, words)
    for (const id of [hidden, theirs.id, 'x', '00000000-0000-7000-8000-000000000000']) {
      expect((await api('GET', `/api/v1/ideas/${id}`)).status).toBe(404)
      expect((await api('POST', `/api/v1/ideas/${id}/comments`, { by: aino, body: { text: 'Hei' } })).status).toBe(404)
      expect((await api('POST', `/api/v1/ideas/${id}/supports`, { by: aino })).status).toBe(404)
    }
    expect((await api('GET', `/naapurila/api/v1/ideas/${theirs.id}`)).body.url).toBe(`http://localhost:3000/naapurila/fi/ideas/${theirs.id}`)
  })
})

describe('keys', () => {
  test('a key works only where it was made, only in the API, and not after it has ended', async () => {
    const key = await keyOf(otso)
    expect((await api('POST', '/api/v1/ideas', { key, body: { ...words, title: 'Avaimella lähetetty' } })).status).toBe(201)
    expect(await api('POST', '/naapurila/api/v1/ideas', { key, body: words })).toMatchObject({ status: 401, body: { title: 'unknownKey' } })
    expect((await ask('/fi/me/tokens', { headers: { authorization: `Bearer ${key}` } })).status).toBe(303)
    const mine = (await otso.sees(myKeys))[0]!
    expect(mine.lastUsedAt).toEqual(house.time)
    await expect(aino.does(revokeKey, mine.id)).rejects.toThrow('notFound')
    await otso.does(revokeKey, mine.id)
    expect((await api('POST', '/api/v1/ideas', { key, body: words })).status).toBe(401)
  })
  test('a key made for an organisation ends when its maker no longer represents it, and does not go on in their own name', async () => {
    const key = await keyOf(ry)
    expect((await api('POST', '/api/v1/ideas', { key, body: { ...words, title: 'Yhdistyksen nimissä' } })).status).toBe(201)
    const ends = (until: Date | null) => house.database.owner.update(representative).set({ until }).where(eq(representative.personId, ry.id))
    await ends(house.time)
    expect(await api('POST', '/api/v1/ideas', { key, body: { ...words, title: 'Omissa nimissä' } })).toMatchObject({ status: 401, body: { title: 'unknownKey' } })
    await ends(null)
  })
  test('a new key can be seen for ten minutes by its maker, and an eleventh is refused', async () => {
    const made = await naapurila.otso.does(makeKey, { name: 'yksi' }) as { id: string }
    expect(await naapurila.otso.sees(newKey, made.id)).toMatch(/^nousu_[\w-]{43}$/)
    expect(await naapurila.aino.sees(newKey, made.id)).toBe(null)
    house.time = new Date(house.time.getTime() + 11 * 60_000)
    expect(await naapurila.otso.sees(newKey, made.id)).toBe(null)
    for (let i = 0; i < 9; i++) await naapurila.otso.does(makeKey, { name: `avain ${i}` })
    expect(await naapurila.otso.does(makeKey, { name: 'liikaa' })).toEqual({ problems: { name: 'tooMany' } })
  })
})

test('other sites may read with a browser, and ask before they write', async () => {
  const answer = await ask('/api/v1/ideas', { method: 'OPTIONS', headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' } })
  expect([answer.status, answer.headers.get('access-control-allow-headers')]).toEqual([204, expect.stringContaining('authorization')])
  expect((await ask('/api/v1/ideas')).headers.get('access-control-allow-origin')).toBe('*')
  expect((await ask('/api/v1/ideas/x')).headers.get('access-control-allow-origin')).toBe('*')
  expect((await ask('/api/v1/ideas', { method: 'PUT' })).status).toBe(405)
})

test('matters come out with their open phase, and a draft does not', async () => {
  const { jari } = koivula
  const put = async (title: string) => (await jari.does(putMatter, { title, thought: 'Rannalle voisi tehdä esteettömän laiturin.', law: 'Vesilaki', topicId: koivula.topics.sports }) as { id: string }).id
  const [shown, draft] = [await put('Julkinen laituri'), await put('Luonnos laiturista')]
  await jari.does(publishMatter, shown)
  const { body } = await api('GET', '/api/v1/matters?limit=10')
  expect(body.items).toMatchObject([{ id: shown, title: 'Julkinen laituri', law: 'Vesilaki', phase: 'Ideointi', stage: 'idea', unit: 'Liikuntapalvelut', url: `http://localhost:3000/fi/matters/${shown}` }])
  for (const path of ['/fi/open-data/matters.json', '/fi/open-data/matters.csv', '/fi/open-data/subjects.json', '/fi/open-data/trail.json', '/fi/matters.atom']) {
    const text = await (await ask(path)).text()
    expect(text, path).toContain(shown)
    expect(text, path).not.toContain(draft)
  }
  expect((await api('GET', '/api/v1/matters?limit=7')).status).toBe(422)
})

test('every operation was asked in these tests, or in those of services and places', () => { expect([...seen].sort()).toEqual(operations.filter((each) => !directoryOperations.includes(each)).map((each) => each.id).sort()) })
test('the page lists every operation', async () => {
  for (const language of ['fi', 'sv', 'en']) {
    const text = await (await ask(`/${language}/api`)).text()
    for (const each of described) expect(text).toContain(`id="${each.id}"`)
  }
  expect((await ask('/api')).headers.get('location')).toBe('/fi/api')
})
