import { eq } from 'drizzle-orm'
import pino from 'pino'
import { describe, expect, test } from 'vitest'
import { municipalities } from '#core/identity/municipalities.server.ts'
import { account, municipality, person, role, unit } from '#core/identity/schema.server.ts'
import { topic } from '#core/trail/schema.server.ts'
import { createApp } from '../../../server/app.ts'
import { openIdentity } from '../../../server/identity.ts'
import { readSettings } from '../../../server/settings.ts'
import type { Installation } from '../../../server/house.ts'
import { freshHouse } from '../../../tests/town.ts'
import { setupCode } from './code.server.ts'
import { firstRunForm, setUp } from './first-run.server.ts'
import { foundingForm, foundingOf, hintsOf } from './founding-input.ts'
import { keysOf, slugOf } from './slug.ts'

/** An installation without a municipality, and its whole face. */
async function empty() {
  const house = await freshHouse()
  const logged: unknown[] = []
  const installation = { ...house, clock: house.clock, settings: readSettings({ DEMO: 'off', DATA_DIR: '/tmp/unused' }), secret: 'x'.repeat(40), municipalities: municipalities(house.database), log: pino({ level: 'error' }, { write: (line: string) => { logged.push(JSON.parse(line)) } }), close: async () => {} } as Installation
  installation.signIn = openIdentity(installation).signIn
  const app = createApp(installation, installation.signIn, { script: '/assets/x.js', style: '/assets/x.css' }, { folder: '/nowhere' })
  const ask = (path: string, init: RequestInit = {}) => app.fetch(new Request(`http://localhost:3000${path}`, { ...init, redirect: 'manual', headers: { accept: 'text/html', host: 'localhost:3000', ...(init.headers as Record<string, string>) } }))
  const post = (form: Record<string, string | string[]>, path = '/setup') => ask(path, { method: 'POST', body: new URLSearchParams(Object.entries(form).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each) => [name, each]))), headers: { origin: 'http://localhost:3000' } })
  return { house, ask, post, code: setupCode(house), db: house.database.owner, logged }
}
const form = {
  _do: 'found', nameFi: 'Uusikylä', nameSv: 'Nyby', nameEn: '', languages: ['fi', 'sv'], units: 'Kirjasto | Bibliotek\nLiikuntapalvelut | Idrottstjänster\n', topics: 'Kirjat ja lukeminen | Böcker > Kirjasto\nLiikunta > idrottstjänster',
  longitude: '23,6', latitude: '61.5', code: '980', adminName: 'Anni Asentaja', adminEmail: 'Anni@Uusikyla.example',
}

test('without a municipality every page leads to the first run, in the reader’s language', async () => {
  const { ask, logged } = await empty()
  for (const path of ['/', '/fi', '/fi/ideas', '/nokia/sv/ideas', '/fi/admin']) { const answer = await ask(path); expect([answer.status, answer.headers.get('location')]).toEqual([303, '/setup']) }
  const page = await (await ask('/setup', { headers: { 'accept-language': 'sv-FI' } })).text()
  expect(page).toContain('<html lang="sv">')
  expect(page).toContain('Ta Nousu i bruk')
  expect(await (await ask('/setup?language=en')).text()).toContain('Set up Nousu')
  expect((await ask('/healthz')).status).toBe(200)
  expect(logged).toEqual([])
})

test('with the code from the console the municipality, its units, topics and admin are made at once, and never a second time', async () => {
  const { post, ask, code, db } = await empty()
  const done = await post({ ...form, setupCode: code.toLowerCase().replaceAll('-', ' ') })
  expect(done.status).toBe(200)
  expect(await done.text()).toContain('/fi/sign-in?to=/admin')
  const [its] = await db.select().from(municipality)
  expect(its).toMatchObject({ slug: 'uusikyla', name: { fi: 'Uusikylä', sv: 'Nyby' }, languages: ['fi', 'sv'], primary: true, longitude: 23.6, latitude: 61.5, code: '980', rules: { replyDays: 14 } })
  expect((await db.select().from(unit).orderBy(unit.key)).map((each) => [each.key, each.name])).toEqual([['kirjasto', { fi: 'Kirjasto', sv: 'Bibliotek' }], ['liikuntapalvelut', { fi: 'Liikuntapalvelut', sv: 'Idrottstjänster' }]])
  const topics = await db.select({ name: topic.name, unit: unit.key, hints: topic.hints }).from(topic).innerJoin(unit, eq(unit.id, topic.unitId)).orderBy(topic.key)
  expect(topics.map((each) => [each.name?.fi, each.unit])).toEqual([['Kirjat ja lukeminen', 'kirjasto'], ['Liikunta', 'liikuntapalvelut']])
  expect(topics[1]!.hints).toContain('liiku')
  const [admin] = await db.select().from(account)
  expect(admin).toMatchObject({ email: 'anni@uusikyla.example', installationAdmin: true })
  expect(await db.select({ id: person.id }).from(person)).toEqual([{ id: admin!.id }])
  expect(await db.select({ role: role.role }).from(role)).toEqual([{ role: 'admin' }])
  expect((await ask('/fi/ideas')).status).toBe(200)
  expect((await ask('/setup')).headers.get('location')).toBe('/')
  expect((await post({ ...form, nameFi: 'Toinen', setupCode: code })).headers.get('location')).toBe('/')
  expect(await db.$count(municipality)).toBe(1)
})

test('of two at the same time one wins, and the other leaves nothing', async () => {
  const { house, code, db } = await empty()
  const input = (name: string, email: string) => firstRunForm.parse({ ...form, nameFi: name, adminEmail: email, setupCode: code })
  const done = await Promise.allSettled([setUp(house, input('Ensikylä', 'a@x.example')), setUp(house, input('Tokakylä', 'b@x.example')), setUp(house, input('Ensikylä', 'c@x.example'))])
  expect(done.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  for (const each of done) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'setUpAlready' })
  expect([await db.$count(municipality), await db.$count(account), await db.$count(person)]).toEqual([1, 1, 1])
})

describe('a wrong code', () => {
  test('opens nothing, keeps what was written, and cannot be guessed at length', async () => {
    const { post, db, code } = await empty()
    const answer = await post({ ...form, setupCode: 'AAAA-BBBB-CCCC' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Koodi ei täsmää')
    expect(page).toContain('value="Uusikylä"')
    expect(page).not.toContain(code)
    for (let i = 0; i < 9; i++) await post({ ...form, setupCode: `WRONG${i}` })
    expect((await post({ ...form, setupCode: code })).status).toBe(429)
    expect(await db.$count(municipality)).toBe(0)
  })
  test('is another in another installation', async () => {
    const house = await freshHouse()
    expect(setupCode(house)).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    expect(setupCode({ sign: (...parts) => `${house.sign(...parts)}x`.slice(1) })).not.toBe(setupCode(house))
  })
})

test.each<[string, Record<string, string | string[]>, string, string]>([
  ['no name', { nameFi: ' ' }, 'nameFi', 'Täytä tämä kohta'], ['a name without letters', { nameFi: '!!!' }, 'nameFi', 'ei saa osoitetta'], ['a name that is an address of ours', { nameFi: 'API' }, 'nameFi', 'ei saa osoitetta'],
  ['no language', { languages: [] }, 'languages', 'Valitse ainakin yksi kieli'], ['no units', { units: ' \n ' }, 'units', 'Täytä tämä kohta'], ['a topic without its unit', { topics: 'Liikunta' }, 'topics', 'Kirjoita aiheen perään'],
  ['a topic of an unknown unit', { topics: 'Liikunta > Metsäosasto' }, 'topics', 'ei ole yksiköissä'], ['half a place', { longitude: '' }, 'longitude', 'Täytä tämä kohta'], ['a place off the globe', { latitude: '95' }, 'latitude', 'Tarkista'],
  ['a wrong number', { code: '98' }, 'code', 'kolme numeroa'], ['no admin', { adminName: '' }, 'adminName', 'Täytä tämä kohta'], ['no e-mail', { adminEmail: 'anni' }, 'adminEmail', 'sähköpostiosoite'],
])('%s is told by field', async (_what, wrong, field, words) => {
  const { post, code, db } = await empty()
  const answer = await post({ ...form, setupCode: code, ...wrong })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain(`href="#found-${field}"`)
  expect(page).toContain(words)
  expect(await db.$count(municipality)).toBe(0)
})

test('a body that is no form, and one that is too large', async () => {
  const { ask, post } = await empty()
  expect((await ask('/setup', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' } })).status).toBe(400)
  expect((await post({ ...form, units: 'x'.repeat(300_000) })).status).toBe(413)
})

test('names become keys and words become hints', () => {
  expect([slugOf('Ylöjärven kirjasto'), slugOf('Ääniä & Åbo'), slugOf('***')]).toEqual(['ylojarven-kirjasto', 'aania-abo', ''])
  expect(keysOf(['Kirjasto', 'kirjasto!', 'Kirjasto'])).toEqual(['kirjasto', 'kirjasto-2', 'kirjasto-3'])
  expect(hintsOf({ fi: 'Liikunta ja ulkoilu', sv: 'Motion' })).toEqual(['liiku', 'ulkoi', 'motio'])
  const one = foundingOf(foundingForm.parse({ nameFi: 'Pikkukylä', languages: 'fi', units: 'Kunta', topics: 'Kaikki asiat' }))
  expect(one).toMatchObject({ topics: [{ unitKey: 'kunta' }] })
})
