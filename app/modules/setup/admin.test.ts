import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { account, municipality, official, person, role, unit } from '#core/identity/schema.server.ts'
import { mail } from '#core/notices/schema.server.ts'
import { town } from '../../../tests/town.ts'
import { web } from '../../../tests/web.ts'

const koivula = await town()
const naapurila = await town({ house: koivula.house, name: 'Naapurila' })
const site = await web(koivula)
const { house, units } = koivula
const db = house.database.owner
const own = async () => (await db.select().from(municipality).where(eq(municipality.id, koivula.municipality.id)))[0]!
const rules = { _do: 'rules', replyDays: '7', linksAllowed: '1', sendsPerHour: '30', watchedWords: 'Tyhmä\nhölmö, pöhkö\n\n' }

describe('rules', () => {
  test('are changed by an admin, and only for the own municipality', async () => {
    expect((await site.post('/fi/admin', 'antti', rules)).headers.get('location')).toBe('/fi/admin?saved=1')
    expect((await own()).rules).toEqual({ replyDays: 7, linksAllowed: 1, sendsPerHour: 30, watchedWords: ['tyhmä', 'hölmö', 'pöhkö'] })
    expect((await db.select().from(municipality).where(eq(municipality.id, naapurila.municipality.id)))[0]!.rules.replyDays).toBe(14)
    expect(await (await site.get('/fi/admin', 'antti')).text()).toContain('value="7"')
    await expect(house.database.of(koivula.municipality.id).update(municipality).set({ hue: 1 }).where(eq(municipality.id, naapurila.municipality.id)).returning()).resolves.toEqual([])
    await expect(house.database.of(koivula.municipality.id).update(municipality).set({ primary: true })).rejects.toMatchObject({ cause: { code: '42501' } })
  })
  test.each([['replyDays', '0'], ['replyDays', '91'], ['replyDays', 'kaksi'], ['linksAllowed', '-1'], ['sendsPerHour', '1e9']])('%s %s is told', async (field, value) => {
    const answer = await site.post('/fi/admin', 'antti', { ...rules, [field]: value })
    expect([answer.status, (await answer.text()).includes(`href="#rules-${field}"`)]).toEqual([422, true])
  })
  test('name, colour and place', async () => {
    expect((await site.post('/fi/admin', 'root', { _do: 'look', nameFi: 'Koivula', nameSv: 'Björkby', nameEn: '', hue: '150', latitude: '61,6', longitude: '23,5' })).status).toBe(303)
    expect(await own()).toMatchObject({ name: { fi: 'Koivula', sv: 'Björkby' }, hue: 150, latitude: 61.6, longitude: 23.5 })
  })
  test('nobody else sees or changes them', async () => {
    for (const who of ['aino', 'ry', 'jari', 'mirja']) for (const path of ['/fi/admin', '/fi/admin/units', '/fi/admin/people', '/fi/admin/municipalities']) expect((await site.get(path, who)).status).toBe(403)
    for (const who of ['aino', 'jari', 'mirja']) expect((await site.post('/fi/admin', who, rules)).status).toBe(403)
    expect((await site.get('/fi/admin')).headers.get('location')).toContain('/sign-in')
    expect((await site.get('/fi/admin/municipalities', 'antti')).status).toBe(403)
  })
})

describe('units', () => {
  const add = (form: Record<string, string>) => site.post('/fi/admin/units', 'antti', form)
  test('are added and renamed', async () => {
    expect((await add({ _do: 'addUnit', nameFi: 'Puistot', nameSv: 'Parker', nameEn: '' })).status).toBe(303)
    const [parks] = await db.select().from(unit).where(eq(unit.key, 'puistot'))
    expect((await add({ _do: 'renameUnit', id: parks!.id, nameFi: 'Viheralueet', nameSv: '', nameEn: '' })).status).toBe(303)
    expect((await db.select().from(unit).where(eq(unit.id, parks!.id)))[0]).toMatchObject({ key: 'puistot', name: { fi: 'Viheralueet' } })
  })
  test('one that nothing names can be deleted, others not, nor the last', async () => {
    const [parks] = await db.select().from(unit).where(eq(unit.key, 'puistot'))
    expect((await add({ _do: 'deleteUnit', id: units.sports })).status).toBe(422)
    expect((await add({ _do: 'deleteUnit', id: naapurila.units.sports })).status).toBe(404)
    expect((await add({ _do: 'deleteUnit', id: parks!.id })).status).toBe(303)
    expect(await db.select().from(unit).where(eq(unit.key, 'puistot'))).toEqual([])
  })
  test.each<[string, Record<string, string>, string]>([
    ['a name that is there', { _do: 'addUnit', nameFi: 'kirjasto' }, 'addUnit-nameFi'], ['no name', { _do: 'addUnit', nameFi: '' }, 'addUnit-nameFi'],
    ['a rename to another’s name', { _do: 'renameUnit', id: units.sports, nameFi: 'Kirjasto' }, `renameUnit-${units.sports}-nameFi`],
  ])('%s is told', async (_what, form, field) => {
    const answer = await add(form)
    const page = await answer.text()
    expect([answer.status, page.includes(`href="#${field}"`), page.includes(`id="${field}"`)]).toEqual([422, true, true])
  })
  test('a neighbour’s unit is not found', async () => { expect((await add({ _do: 'renameUnit', id: naapurila.units.sports, nameFi: 'Kaapattu' })).status).toBe(404) })
})

describe('tasks', () => {
  const appoint = (form: Record<string, string>) => site.post('/fi/admin/people', 'antti', { _do: 'appoint', name: '', unitId: '', ...form })
  test('someone known becomes an official, and hears of it', async () => {
    const [otso] = await db.select().from(person).where(eq(person.id, koivula.otso.id))
    expect((await appoint({ email: otso!.email!.toUpperCase(), what: 'lead', unitId: units.library })).status).toBe(303)
    expect(await db.select({ lead: official.lead }).from(official).where(eq(official.personId, koivula.otso.id))).toEqual([{ lead: true }])
    expect((await db.select().from(mail).where(eq(mail.to, otso!.email!)))[0]).toMatchObject({ subject: 'Sinulle on annettu tehtävä: Koivula' })
    await appoint({ email: otso!.email!, what: 'official', unitId: units.library })
    expect(await db.select({ lead: official.lead }).from(official).where(eq(official.personId, koivula.otso.id))).toEqual([{ lead: false }])
    expect((await site.post('/fi/admin/people', 'antti', { _do: 'end', personId: koivula.otso.id, what: 'official', unitId: units.library })).status).toBe(303)
    expect(await db.$count(official, eq(official.personId, koivula.otso.id))).toBe(0)
  })
  test('someone new needs a name and gets an account that only their mail opens', async () => {
    expect((await appoint({ email: 'uusi@kunta.example', what: 'moderator' })).status).toBe(422)
    expect((await appoint({ email: 'uusi@kunta.example', name: 'Uusi Valvoja', what: 'moderator' })).status).toBe(303)
    const [them] = await db.select().from(account).where(eq(account.email, 'uusi@kunta.example'))
    expect(await db.select({ role: role.role }).from(role).where(eq(role.personId, them!.id))).toEqual([{ role: 'moderator' }])
  })
  test('an account that claims an address unproven gets no task', async () => {
    const [claimer] = await db.insert(account).values({ name: 'Valehtelija', email: 'johtaja@kunta.example', emailVerified: false }).returning()
    expect((await appoint({ email: 'johtaja@kunta.example', name: 'Oikea Johtaja', what: 'admin' })).status).toBe(303)
    expect(await db.$count(role, eq(role.personId, claimer!.id))).toBe(0)
    const [real] = await db.select().from(account).where(eq(account.email, 'johtaja@kunta.example'))
    expect(real!.id).not.toBe(claimer!.id)
    expect((await site.post('/fi/admin/people', 'antti', { _do: 'end', personId: real!.id, what: 'admin' })).status).toBe(303)
  })
  test('the last admin stays', async () => {
    const answer = await site.post('/fi/admin/people', 'antti', { _do: 'end', personId: koivula.antti.id, what: 'admin' })
    expect([answer.status, (await answer.text()).includes('ainakin yksi pääkäyttäjä')]).toEqual([422, true])
  })
  test.each<[string, Record<string, string>, string]>([['no address', { email: '', what: 'admin' }, 'email'], ['an official without a unit', { email: 'x@y.example', name: 'X', what: 'official' }, 'unitId'], ['a neighbour’s unit', { email: 'x@y.example', name: 'X', what: 'lead', unitId: naapurila.units.library }, 'unitId'], ['no such task', { email: 'x@y.example', what: 'king' }, 'what']])('%s is told', async (_what, form, field) => {
    const answer = await appoint(form)
    expect([answer.status, (await answer.text()).includes(`href="#appoint-${field}"`)]).toEqual([422, true])
  })
})

describe('municipalities', () => {
  const form = { _do: 'found', nameFi: 'Lintula', nameSv: '', nameEn: '', languages: ['fi', 'en'], units: 'Kunta', topics: 'Kaikki', longitude: '', latitude: '', code: '' }
  test('the installation’s admin adds one, once by each name', async () => {
    expect((await site.post('/fi/admin/municipalities', 'root', form)).headers.get('location')).toBe('/fi/admin/municipalities?said=added')
    expect((await db.select().from(municipality).where(eq(municipality.slug, 'lintula')))[0]).toMatchObject({ primary: false, languages: ['fi', 'en'] })
    const again = await site.post('/fi/admin/municipalities', 'root', form)
    expect([again.status, (await again.text()).includes('on jo olemassa')]).toEqual([422, true])
    expect((await site.post('/fi/admin/municipalities', 'antti', form)).status).toBe(403)
  })
  test('a host is one municipality’s', async () => {
    const hosts = (id: number, text: string) => site.post('/fi/admin/municipalities', 'root', { _do: 'hosts', id: String(id), hosts: text })
    expect((await hosts(naapurila.municipality.id, 'Naapurila.example\nosallistu.naapurila.example:8080')).status).toBe(303)
    expect((await db.select().from(municipality).where(eq(municipality.id, naapurila.municipality.id)))[0]!.hosts).toEqual(['naapurila.example', 'osallistu.naapurila.example:8080'])
    const [lintula] = await db.select().from(municipality).where(eq(municipality.slug, 'lintula'))
    for (const [text, words] of [['naapurila.example', 'jo toisella kunnalla'], ['https://x.example/', 'Kirjoita vain verkkonimi'], ['-x.example', 'Kirjoita vain verkkonimi']] as const) {
      const answer = await hosts(lintula!.id, text)
      expect([answer.status, (await answer.text()).includes(words)]).toEqual([422, true])
    }
    expect((await hosts(999_999, 'x.example')).status).toBe(404)
  })
})
test('nothing broke on the way', () => { expect(site.logged).toEqual([]) })
