import { eq, getTableName, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import { tablesInOrder } from '#core/db/tables.server.ts'
import { account } from '#core/identity/schema.server.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { proposeIdea, supportIdea } from '#modules/ideas/server'
import { town } from './town.ts'

const here = await town()
const there = await town({ house: here.house, name: 'Naapurila' })
const idea = await here.aino.does(proposeIdea, { title: 'Laituri rantaan', text: 'Uimarannalta puuttuu laituri.' })
const theirs = await there.aino.does(proposeIdea, { title: 'Valot ladulle', text: 'Ladulla on pimeää iltaisin.' })
const { database } = here.house
const db = database.of(here.municipality.id)
const client = new pg.Client(database.connection as pg.ClientConfig)
await client.connect()
afterAll(() => client.end())
const tables = await tablesInOrder(client)

/** Tables of the whole installation, which the role of operations may not read (but for the list of municipalities). */
const ofInstallation = ['identity.account', 'identity.credential', 'identity.municipality', 'identity.passkey', 'identity.session', 'identity.verification']

test('every table belongs to a municipality or is listed here', () => {
  expect(tables.filter((table) => !table.owned).map((table) => `${table.schema}.${table.name}`).sort()).toEqual(ofInstallation)
})
test.each(tables.filter((table) => table.owned).map((table) => [`${table.schema}.${table.name}`, table]))('%s: isolated in the database, municipality first in its primary key', async (name) => {
  const { rows: [row] } = await client.query(`select relrowsecurity on_, relforcerowsecurity forced from pg_class where oid = $1::regclass`, [name])
  expect(row).toEqual({ on_: true, forced: true })
  const { rows } = await client.query(`select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where i.indrelid = $1::regclass and i.indisprimary`, [name])
  expect(rows[0]?.attname).toBe('municipality_id')
})

describe('a forgotten where', () => {
  test('reads only our own rows', async () => {
    expect((await db.select().from(subject)).map((row) => row.id)).toEqual([idea.id])
    expect(await db.select().from(subject).where(eq(subject.id, theirs.id))).toEqual([])
  })
  test('changes only our own rows', async () => {
    await db.update(subject).set({ summary: 'muutettu' })
    await db.delete(subject).where(eq(subject.id, theirs.id))
    const rows = await database.owner.select().from(subject).where(eq(subject.id, theirs.id))
    expect(rows[0]?.summary).toBe('Ladulla on pimeää iltaisin.')
  })
  test('writes no row of another', async () => {
    await expect(db.execute(sql`insert into trail.place (municipality_id, id, name, area, longitude, latitude) values (${there.municipality.id}, gen_random_uuid(), '{}', 'x', 0, 0)`)).rejects.toMatchObject({ cause: { code: '42501' } })
  })
  test('an id from the neighbour is not found, whoever asks', async () => {
    for (const who of [here.aino, here.jari, here.antti, here.root]) await expect(who.does(supportIdea, theirs.id)).rejects.toThrow('notFound')
  })
})
test('the role of operations sees no accounts, and no past is rewritten', async () => {
  await expect(db.select().from(account)).rejects.toMatchObject({ cause: { code: '42501' } })
  await expect(db.update(event).set({ kind: 'other' })).rejects.toMatchObject({ cause: { code: '42501' } })
  await expect(db.delete(event)).rejects.toMatchObject({ cause: { code: '42501' } })
})
test('a connection without a municipality sees nothing', async () => {
  await client.query('set role nousu_web')
  for (const table of tables.filter((each) => each.owned)) expect((await client.query(`select 1 from "${table.schema}"."${table.name}" limit 1`)).rowCount, getTableName(subject)).toBe(0)
  await client.query('reset role')
})
