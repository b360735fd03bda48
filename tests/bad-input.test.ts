import { describe, expect, test } from 'vitest'
import type { PageDef, Route } from '#core/http/page.ts'
import { room } from '#core/http/serve.server.ts'
import { proposeIdea } from '#modules/ideas/server'
import { publishMatter, putMatter } from '#modules/preparation/server'
import { routes } from '../app/routes.ts'
import { web } from './web.ts'

const site = await web()
const idea = await site.aino.does(proposeIdea, { title: 'Uimalaituri Keijärvelle', text: 'Rannalta puuttuu laituri, jolta pääsee veteen.', topicId: site.topics.sports })
const matter = await site.jari.does(putMatter, { title: 'Laituri rantaan', thought: 'Rannalle voisi tehdä esteettömän laiturin.', topicId: site.topics.sports }) as { id: string }
await site.jari.does(publishMatter, matter.id)
const isPage = (route: Route): route is PageDef => 'view' in route
const pages = routes.filter(isPage)
const forms = pages.flatMap((page) => Object.keys(page.forms ?? {}).map((name) => [page.path, name] as const))
const roles = ['guest', 'aino', 'ry', 'jari', 'leena', 'mirja', 'antti', 'root'] as const

/** An address with something in each of its parameters: the idea's or the matter's id, or what they are not. */
const filled = (path: string, value: string) => '/fi' + path.replace(/:(\w+)(\{[^}]*\})?/g, (_all, name: string) => encodeURIComponent(value === idea.id && name === 'matterId' ? matter.id : value))
const junk: [string, Record<string, string | string[]>][] = [
  ['nothing', {}],
  ['empty', { title: '', text: '', email: '', reason: '', name: '', sentence: '', outcome: '' }],
  ['endless', { title: 'ä'.repeat(20_000), text: 'ö'.repeat(100_000), email: `${'a'.repeat(3000)}@b.fi`, reason: 'x'.repeat(50_000), name: 'n'.repeat(20_000), sentence: 's'.repeat(50_000), q: 'q'.repeat(9000) }],
  ['wrong kinds', { title: ['a', 'b'], text: '😀\u202e\u0007', email: 'not an address', topicId: "' or 1=1 --", id: 'x', ids: ['1', '2'], 'ids[]': ['nothing', '\u0001'], 'pictures[]': ['../../etc/passwd'], longitude: 'NaN', latitude: '1e999', endsOn: '2026-02-31', stage: 'nowhere', outcome: 'maybe', unitId: 'null', personId: '0', rhythm: 'often', to: '//evil.example', kind: 'x', subject: 'x', commentId: '-1', parentId: 'x', stance: 'x', language: 'xx', replyDays: '-1', file: 'x', mapping: '{', phaseId: 'x', choiceId: 'x', offerId: '-1', materialId: 'x', 'does[]': ['x'], 'topics[]': ['x'], startsOn: '0000-00-00', meetingOn: '2026-02-31', caseNumber: '\u0007', url: 'javascript:1', decisionUrl: 'x', idea: 'x', day: 'x', time: '99', choices: '\n'.repeat(5000), speakers: 'all', contactPersonId: 'x', templateId: "'", area: '\u0001' }],
]

describe('no form takes what it should not, and none breaks', () => {
  test.each(forms)('%s: %s', async (path, name) => {
    for (const [what, fields] of junk) for (const who of roles) for (const id of [idea.id, '11111111-1111-7111-8111-111111111111', 'x%00']) {
      if (id !== idea.id && what !== 'wrong kinds') continue
      const answer = await site.post(filled(path, id), who, { _do: name, ...fields })
      expect(answer.status, `${what} by ${who} to ${filled(path, id)}: ${JSON.stringify(site.logged.at(-1) ?? '').slice(0, 600)}`).toBeLessThan(500)
    }
  })
  test('an unknown form, a wrong content type, a body that is not a form', async () => {
    const path = `/fi/ideas/${idea.id}`
    expect((await site.post(path, 'aino', { _do: 'constructor' })).status).toBe(400)
    expect((await site.post(path, 'aino', {})).status).toBe(400)
    expect((await site.send(path, 'aino', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(400)
    expect((await site.send(path, 'aino', { method: 'POST', body: 'xx', headers: { 'content-type': 'multipart/form-data; boundary=zz' } })).status).toBe(400)
    expect((await site.post(path, 'aino', { _do: 'support', x: 'y'.repeat(1_100_000) })).status).toBe(413)
    expect((await site.send(path, 'aino', { method: 'PUT' })).status).toBe(405)
  })
  test('two hundred thousand fields do not keep the process busy', async () => {
    const names = Array.from({ length: 190_000 }, (_, i) => i.toString(36))
    const began = performance.now()
    const send = (body: string, type: string) => site.send('/fi/sign-in', 'guest', { method: 'POST', body, headers: { origin: 'http://localhost:3000', 'content-type': type } })
    expect((await send(`_do=mail&${names.join('&')}`, 'application/x-www-form-urlencoded')).status).toBe(413)
    expect((await send(names.map((name) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n\r\n`).join('') + '--x--\r\n', 'multipart/form-data; boundary=x')).status).toBe(413)
    expect(performance.now() - began).toBeLessThan(2000)
  }, 20_000)
  test('a form from another site is refused', async () => {
    expect((await site.post(`/fi/ideas/${idea.id}`, 'aino', { _do: 'support' }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await site.post(`/fi/ideas/${idea.id}`, 'aino', { _do: 'support' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })
})

describe('no address breaks', () => {
  const odd = ['x', '%00', '%E0%A4%A', '../../etc/passwd', "'; drop table trail.subject; --", '11111111-1111-7111-8111-111111111111', '0'.repeat(3000)]
  test.each(routes.map((route) => [route.path as string]))('GET %s', async (path) => {
    for (const value of odd) for (const who of ['guest', 'aino', 'antti'] as const) {
      const url = '/fi' + path.replace(/:\w+(\{[^}]*\})?/g, value) + `?sort=${value}&stage=x&topic=${value}&after=${value}&q=${value}&page=-1&subject=${value}&comment=x&ids=${value}`
      const answer = await site.get(url, who).catch((cause: unknown) => ({ status: String(cause).includes('Invalid URL') ? 400 : 599 }))
      expect(answer.status, `${url} by ${who}: ${JSON.stringify(site.logged.at(-1) ?? '').slice(0, 600)}`).toBeLessThan(500)
    }
  })
  test('many large bodies at once do not fill the memory, and afterwards there is room again', async () => {
    const before = room.bytes
    room.bytes = 12_000_000
    const send = () => { const form = new FormData(); form.set('_do', 'mail'); form.set('x', new Blob([new Uint8Array(5_000_000)]), 'x.bin'); return site.post('/fi/sign-in', 'guest', form) }
    try {
      const answers = (await Promise.all(Array.from({ length: 6 }, send))).map((each) => each.status)
      expect(answers).toContain(429)
      for (let i = 0; i < 4; i++) expect((await send()).status).toBe(422)
    } finally { room.bytes = before }
  })
  test('a page of one order does not go on as another', async () => {
    for (const sort of ['newest', 'moving', 'supported', 'unanswered']) for (const at of ['5', '999999999', '2026-01-01T00:00:00.000Z', '0000-01-01T00:00:00.000Z', '2026-1-1', '12-12']) for (const path of ['/fi/ideas', '/fi/ideas.atom', '/api/v1/ideas']) {
      const answer = await site.get(`${path}?sort=${sort}&after=${at}~${idea.id}`)
      expect(answer.status, `${path} ${sort} ${at}: ${JSON.stringify(site.logged.at(-1) ?? '').slice(0, 400)}`).toBeLessThan(500)
    }
  })
})
