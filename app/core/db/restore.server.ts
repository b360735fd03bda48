import { createReadStream, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { extract } from 'tar-stream'
import type { Storage } from '#core/ports/storage.server.ts'
import { type Manifest, migrationsUpTo } from './backup.server.ts'
import { migrate } from './migrate.server.ts'
import type { Connection } from './open.server.ts'
import { quoted, tablesInOrder } from './tables.server.ts'

/** What refuses a restore, in a sentence. */
export class RestoreError extends Error {}

/**
 * Loads an archive of `backup` into a database that holds no municipality yet (or any, with `replace`), all or nothing,
 * and then brings it to this program's schema. The database may be embedded or any PostgreSQL from 15 on; its user needs no superuser right.
 */
export async function restore(archive: string, connection: Connection, storage: Storage, secretFile: string | null, options: { replace?: boolean } = {}): Promise<Manifest> {
  const client = new pg.Client(connection)
  await client.connect()
  const its: { manifest?: Manifest; folder?: string } = {}
  try {
    await eachEntry(archive, async (name, entry) => {
      if (name === 'manifest.json') {
        its.manifest = JSON.parse((await buffer(entry)).toString()) as Manifest
        its.folder = await migrationsUpTo(its.manifest.migrations)
        await refuseFull(client, options.replace ?? false)
        await migrate(connection, { folder: its.folder })
        await client.query('begin')
        const present = await tablesInOrder(client)
        await client.query(`truncate ${present.map(quoted).join(', ')}`)
        for (const table of present) await client.query(`alter table ${quoted(table)} no force row level security; alter table ${quoted(table)} disable trigger user`)
      } else if (!its.manifest) throw new RestoreError(`${archive} is not a backup of Nousu.`)
      else if (name.startsWith('tables/')) {
        const table = its.manifest.tables.find((each) => name === `tables/${each.schema}.${each.name}`)
        if (!table) throw new RestoreError(`The archive names no table ${name}.`)
        await pipeline(entry, client.query(copyFrom(`copy ${quoted(table)} (${table.columns.map((c) => `"${c}"`).join(', ')}) from stdin`)))
      } else if (name === 'secret') { const bytes = await buffer(entry); if (secretFile) writeFileSync(secretFile, bytes, { mode: 0o600 }) }
      else if (name.startsWith('files/')) {
        const key = name.slice('files/'.length)
        await storage.remove(key)
        let at = 0
        for await (const chunk of entry as AsyncIterable<Buffer>) { await storage.write(key, at, chunk); at += chunk.length }
      }
    })
    if (!its.manifest) throw new RestoreError(`${archive} is not a backup of Nousu.`)
    for (const table of await tablesInOrder(client)) await client.query(`alter table ${quoted(table)} enable trigger user`)
    await client.query(`select setval(pg_get_serial_sequence('identity.municipality', 'id'), greatest(1, (select coalesce(max(id), 1) from identity.municipality)))`)
    await client.query('commit')
    await client.query('analyze')
    await migrate(connection)
    return its.manifest
  } catch (cause) {
    await client.query('rollback').catch(() => {})
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw new RestoreError(`There is no file ${archive}.`)
    if (/unexpected end|incorrect header|invalid|premature/i.test((cause as Error).message) && !its.manifest) throw new RestoreError(`${archive} is not a backup of Nousu.`)
    throw cause
  } finally {
    await client.end()
    if (its.folder) await rm(its.folder, { recursive: true, force: true })
  }
}

/** Walks an archive entry by entry; the next one is read when `take` is done with this one. */
function eachEntry(archive: string, take: (name: string, entry: Readable) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const entries = extract()
    const file = createReadStream(archive)
    const unzipped = createGunzip()
    const fail = (cause: unknown) => { file.destroy(); unzipped.destroy(); reject(cause) }
    entries.on('entry', (header, entry, next) => { take(header.name, entry as unknown as Readable).then(() => { entry.resume(); next() }, fail) })
    entries.on('finish', resolve)
    entries.on('error', fail)
    file.on('error', fail)
    unzipped.on('error', fail)
    file.pipe(unzipped).pipe(entries)
  })
}

async function refuseFull(client: pg.Client, replace: boolean) {
  const there = await client.query(`select to_regclass('identity.municipality') t`)
  if (!there.rows[0].t || replace) return
  const { rows } = await client.query(`select count(*)::int n from identity.municipality`)
  if (rows[0].n > 0) throw new RestoreError(`The database already holds ${rows[0].n} municipalities. Give an empty one, or add --replace to erase them first.`)
}
