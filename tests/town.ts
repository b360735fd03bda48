import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { command, type House, type Municipality, type Operation, query } from '#core/context/context.server.ts'
import { uuidAt } from '#core/context/ids.server.ts'
import { type Database, openDatabase } from '#core/db/open.server.ts'
import { type Actor, guest as guestActor, type Person } from '#core/identity/actor.ts'
import { account, municipality, official, organisation, person, representative, role, unit } from '#core/identity/schema.server.ts'
import { defaultRules } from '#core/identity/rules.ts'
import { folderStorage } from '#core/ports/storage.server.ts'
import type { Language } from '#core/text/language.ts'
import { category } from '#modules/feedback/server'
import { area, place, topic } from '#core/trail/schema.server.ts'

/** Someone of a test town: reads with `sees`, changes with `does`. */
export type Someone = {
  id: string; actor: Actor
  does<A extends unknown[], R>(operation: Operation<A, R>, ...args: A): Promise<R>
  sees<A extends unknown[], R>(operation: Operation<A, R>, ...args: A): Promise<R>
}

let cloned = 0
/** An empty migrated database of its own, closed after the test file. */
export async function freshDatabase(): Promise<Database> {
  const cluster = inject('cluster')
  const name = `test_${process.pid}_${Date.now().toString(36)}_${cloned++}`
  const client = new pg.Client({ ...cluster, database: 'postgres' })
  await client.connect()
  await client.query(`create database ${name} template template_nousu`)
  await client.end()
  const database = openDatabase({ ...cluster, database: name }, { size: 6 })
  afterAll(async () => {
    await database.close()
    const again = new pg.Client({ ...cluster, database: 'postgres' })
    await again.connect()
    await again.query(`drop database if exists ${name} with (force)`)
    await again.end()
  })
  return database
}

const secret = randomBytes(32).toString('hex')
const sign = (purpose: string, text: string) => createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url')

/** A house around a fresh database whose clock the test can set: `house.time = new Date(…)`. */
export async function freshHouse(database?: Database): Promise<House & { time: Date }> {
  const folder = mkdtempSync(join(tmpdir(), 'nousu-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const house = {
    time: new Date('2026-11-22T09:00:00Z'), database: database ?? await freshDatabase(), storage: folderStorage(folder), baseUrl: 'http://localhost:3000',
    clock: () => house.time, sign, verify: (purpose: string, text: string, signature: string) => { const a = Buffer.from(sign(purpose, text)), b = Buffer.from(signature); return a.length === b.length && timingSafeEqual(a, b) },
  }
  return house
}

/**
 * A small municipality: units Liikunta (sports) and Kirjasto (library), a topic of each, two places, report categories road
 * (sports), light (library) and family (library, private), and its people:
 * aino and otso (residents), ry (an association's representative acting as it), oy (a company's), jari (leads sports),
 * saara (sports official), leena (library official), mirja (moderator), antti (admin), root (installation admin), guest.
 */
export async function town(options: { house?: House & { time: Date }; name?: string; primary?: boolean } = {}) {
  const house = options.house ?? await freshHouse()
  const db = house.database.owner
  const name = options.name ?? 'Koivula'
  const newId = () => uuidAt(house.clock())
  const [its] = await db.insert(municipality).values({ slug: name.toLowerCase(), name: { fi: name, sv: name, en: name }, languages: ['fi', 'sv', 'en'], createdAt: house.clock(), primary: options.primary ?? !options.house, longitude: 23.5961, latitude: 61.5563, rules: defaultRules }).returning()
  const here = { municipalityId: its!.id }
  const units = { sports: newId(), library: newId() }
  await db.insert(unit).values([{ ...here, id: units.sports, key: 'sports', name: { fi: 'Liikuntapalvelut', sv: 'Idrottstjänster', en: 'Sports' } }, { ...here, id: units.library, key: 'library', name: { fi: 'Kirjasto', sv: 'Bibliotek', en: 'Library' } }])
  const topics = { sports: newId(), library: newId() }
  await db.insert(topic).values([{ ...here, id: topics.sports, key: 'sports', name: { fi: 'Liikunta ja ulkoilu', sv: 'Motion', en: 'Sports' }, unitId: units.sports, hints: ['uima', 'kenttä', 'latu', 'luistel'] }, { ...here, id: topics.library, key: 'library', name: { fi: 'Kirjasto ja kulttuuri', sv: 'Bibliotek', en: 'Library' }, unitId: units.library, hints: ['kirja', 'lukusali'] }])
  await db.insert(area).values([{ ...here, key: 'Kirkonkylä', name: { fi: 'Kirkonkylä', sv: 'Kyrkbyn', en: 'Church village' } }, { ...here, key: 'Soppeenmäki', name: { fi: 'Soppeenmäki' } }])
  await db.insert(place).values([{ ...here, id: newId(), name: { fi: 'Keijärvi' }, area: 'Kirkonkylä', longitude: 23.58, latitude: 61.55 }, { ...here, id: newId(), name: { fi: 'Soppeenharju' }, area: 'Soppeenmäki', longitude: 23.62, latitude: 61.54 }])

  const categories = { road: newId(), light: newId(), family: newId() }
  await db.insert(category).values([
    { ...here, id: categories.road, key: 'road', name: { fi: 'Kuoppa tai vaurio tiessä', sv: 'Grop eller skada i vägen', en: 'Pothole or damage in the road' }, unitId: units.sports, topicId: topics.sports, keywords: ['kuop', 'monttu', 'pothole', 'grop'], position: 1 },
    { ...here, id: categories.light, key: 'light', name: { fi: 'Katuvalo', sv: 'Gatubelysning', en: 'Street light' }, unitId: units.library, keywords: ['valo', 'lamp', 'belysning'], position: 2 },
    { ...here, id: categories.family, key: 'family', name: { fi: 'Palaute palvelusta', sv: 'Respons om service', en: 'Feedback on a service' }, unitId: units.library, private: true, position: 3 },
  ])
  const someone = (actor: Actor, language: Language = 'fi'): Someone => {
    const asker = { municipality: its as Municipality, actor, language }
    return { id: actor.kind === 'person' ? actor.id : '', actor, does: (operation, ...args) => command(house, asker, operation, ...args), sees: (operation, ...args) => query(house, asker, operation, ...args) }
  }
  const make = async (full: string, more: Partial<Person> = {}): Promise<Person> => {
    const id = newId()
    const email = `${full.toLowerCase().replace(/\W+/g, '.')}@${its!.slug}.example`
    await db.insert(account).values({ id, name: full, email, emailVerified: true, installationAdmin: more.installationAdmin ?? false })
    await db.insert(person).values({ ...here, id, name: full, email, language: 'fi' })
    return { kind: 'person', id, name: full, represents: [], units: [], moderator: false, admin: false, installationAdmin: false, identified: false, ...more }
  }
  const unitOf = (key: keyof typeof units, lead = false) => ({ id: units[key], name: { fi: key === 'sports' ? 'Liikuntapalvelut' : 'Kirjasto' }, lead })
  const jari = await make('Jari Niemi', { units: [unitOf('sports', true)] }), saara = await make('Saara Lehto', { units: [unitOf('sports')] }), leena = await make('Leena Salo', { units: [unitOf('library', true)] })
  await db.insert(official).values([{ ...here, personId: jari.id, unitId: units.sports, lead: true }, { ...here, personId: saara.id, unitId: units.sports }, { ...here, personId: leena.id, unitId: units.library, lead: true }])
  const mirja = await make('Mirja Valvoja', { moderator: true }), antti = await make('Antti Pääkäyttäjä', { admin: true }), root = await make('Riitta Asentaja', { installationAdmin: true })
  await db.insert(role).values([{ ...here, personId: mirja.id, role: 'moderator' }, { ...here, personId: antti.id, role: 'admin' }])
  const orgs = { ry: newId(), oy: newId() }
  await db.insert(organisation).values([{ ...here, id: orgs.ry, kind: 'association', name: 'Luistelijat ry' }, { ...here, id: orgs.oy, kind: 'company', name: 'Leipomo Oy', businessId: '1234567-1' }])
  const ry = await make('Helmi Virta', { represents: [{ id: orgs.ry, name: 'Luistelijat ry', kind: 'association' }], as: { id: orgs.ry, name: 'Luistelijat ry' } })
  const oy = await make('Kalle Leipuri', { represents: [{ id: orgs.oy, name: 'Leipomo Oy', kind: 'company' }], as: { id: orgs.oy, name: 'Leipomo Oy' } })
  await db.insert(representative).values([{ ...here, id: newId(), organisationId: orgs.ry, personId: ry.id }, { ...here, id: newId(), organisationId: orgs.oy, personId: oy.id }])
  const [aino, otso] = [await make('Aino Koskela'), await make('Otso Kangas')]
  return {
    house, municipality: its as Municipality, units, topics, categories, orgs, someone, newPerson: async (full: string) => someone(await make(full)),
    aino: someone(aino), otso: someone(otso), ry: someone(ry), oy: someone(oy), jari: someone(jari), saara: someone(saara), leena: someone(leena),
    mirja: someone(mirja), antti: someone(antti), root: someone(root), guest: someone(guestActor),
  }
}
