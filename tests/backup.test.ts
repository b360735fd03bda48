import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { backup } from '#core/db/backup.server.ts'
import { restore } from '#core/db/restore.server.ts'
import { quoted, tablesInOrder } from '#core/db/tables.server.ts'
import { folderStorage } from '#core/ports/storage.server.ts'
import { proposeIdea, supportIdea } from '#modules/ideas/server'
import { freshDatabase, freshHouse, town } from './town.ts'

const folder = mkdtempSync(join(tmpdir(), 'nousu-backup-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const house = await freshHouse()
const { aino, otso } = await town({ house, primary: true })
const empty = await freshDatabase()

async function contents(connection: pg.ClientConfig) {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const found: Record<string, string> = {}
    for (const table of await tablesInOrder(client)) found[`${table.schema}.${table.name}`] = (await client.query(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') h from ${quoted(table)} t`)).rows[0].h
    return found
  } finally { await client.end() }
}

test('everything comes back the same, while the program goes on writing, and into a server whose user is no superuser', async () => {
  const idea = await aino.does(proposeIdea, { title: 'Laituri', text: 'Åäö "lainaus", \\t ja rivin\nvaihto: uimalaituri puuttuu.' })
  await house.storage.put('1/kuva.webp', Buffer.from([0, 1, 2, 255]))
  const secretFile = join(folder, 'secret')
  writeFileSync(secretFile, 'avain')
  const archive = join(folder, 'a.tar.gz')
  const before = await contents(house.database.connection as pg.ClientConfig)
  const manifest = await backup(house.database.connection, house.storage, secretFile, archive)
  await otso.does(supportIdea, idea.id)
  expect(manifest.tables.find((table) => table.name === 'idea')?.rows).toBe(1)

  const cluster = inject('cluster')
  const admin = new pg.Client({ ...cluster, database: 'postgres' })
  await admin.connect()
  await admin.query(`drop role if exists plain_owner; create role plain_owner login createrole; grant nousu_web to plain_owner`)
  await admin.query('create database plain_target owner plain_owner')
  const target = { host: cluster.host, port: cluster.port, user: 'plain_owner', database: 'plain_target' }
  try {
    const storage = folderStorage(join(folder, 'files'))
    await restore(archive, target, storage, join(folder, 'secret2'))
    expect(await contents(target)).toEqual(before)
    expect(await storage.get('1/kuva.webp')).toEqual(Buffer.from([0, 1, 2, 255]))
    expect(readFileSync(join(folder, 'secret2'), 'utf8')).toBe('avain')
    await expect(restore(archive, target, storage, null)).rejects.toThrow(/already holds 1/)
    await restore(archive, target, storage, null, { replace: true })
    expect(await contents(target)).toEqual(before)
  } finally { await admin.query('drop database plain_target with (force)'); await admin.end() }
})

test('what is not a backup changes nothing', async () => {
  const wrong = join(folder, 'wrong.tar.gz')
  writeFileSync(wrong, 'not an archive')
  await expect(restore(wrong, empty.connection, folderStorage(folder), null)).rejects.toThrow(/not a backup/)
  await expect(restore(join(folder, 'none'), empty.connection, folderStorage(folder), null)).rejects.toThrow(/no file/)
})
