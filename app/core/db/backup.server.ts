import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack } from 'tar-stream'
import { passing, type Storage } from '#core/ports/storage.server.ts'
import { projectFolder } from './migrate.server.ts'
import type { Connection } from './open.server.ts'
import { quoted, type Table, tablesInOrder } from './tables.server.ts'

/** First entry of an archive: what is in it and which schema it was made with. */
export type Manifest = { nousu: 1; madeAt: string; migrations: number; tables: (Table & { rows: number })[] }

/**
 * Writes everything (rows, files, the signing key) into one gzipped tar, consistent at one moment while the program runs:
 * all tables are read in one repeatable-read transaction; files never change once written.
 * Rows are PostgreSQL's own COPY text, which every version from 15 on reads.
 */
export async function backup(connection: Connection, storage: Storage, secretFile: string, archive: string): Promise<Manifest> {
  const client = new pg.Client(connection)
  await client.connect()
  const folder = await mkdtemp(join(tmpdir(), 'nousu-backup-'))
  try {
    await client.query('begin isolation level repeatable read read only')
    const migrations = Number((await client.query(`select count(*) n from drizzle.__drizzle_migrations`)).rows[0].n)
    const tables = await tablesInOrder(client)
    const manifest: Manifest = { nousu: 1, madeAt: new Date().toISOString(), migrations, tables: [] }
    for (const table of tables) {
      const out = client.query(copyTo(`copy ${quoted(table)} (${table.columns.map((c) => `"${c}"`).join(', ')}) to stdout`))
      await pipeline(out, createWriteStream(join(folder, `${table.schema}.${table.name}`)))
      manifest.tables.push({ ...table, rows: out.rowCount ?? 0 })
    }
    await client.query('commit')
    const tar = pack()
    const written = pipeline(tar, createGzip({ level: 6 }), createWriteStream(`${archive}.part`, { mode: 0o600 }))
    const add = (name: string, bytes: Buffer | string) => new Promise<void>((resolve, reject) => { tar.entry({ name }, bytes, (cause) => (cause ? reject(cause) : resolve())) })
    await add('manifest.json', JSON.stringify(manifest, null, 1))
    for (const table of manifest.tables) {
      const file = join(folder, `${table.schema}.${table.name}`)
      await pipeline(createReadStream(file), tar.entry({ name: `tables/${table.schema}.${table.name}`, size: (await stat(file)).size }))
    }
    if (existsSync(secretFile)) await add('secret', readFileSync(secretFile))
    for await (const key of storage.keys()) {
      if (key.startsWith(`${passing}/`)) continue
      // files that come in pieces may grow meanwhile: what there is of one now is kept
      const size = await storage.size(key)
      const bytes = size ? await storage.read(key, { start: 0, end: size - 1 }) : null
      if (size && bytes) await pipeline(bytes, tar.entry({ name: `files/${key}`, size }))
    }
    tar.finalize()
    await written
    await rename(`${archive}.part`, archive)
    return manifest
  } finally {
    await client.end()
    await rm(folder, { recursive: true, force: true })
    await rm(`${archive}.part`, { force: true })
  }
}

/** The migrations up to a number, as a folder of their own: an old archive is loaded into the schema it was made with. */
export async function migrationsUpTo(count: number): Promise<string> {
  const from = join(projectFolder(), 'migrations')
  const journal = JSON.parse(readFileSync(join(from, 'meta/_journal.json'), 'utf8')) as { entries: { tag: string }[] }
  if (count > journal.entries.length) throw new Error(`The archive was made by a newer Nousu (schema ${count}, this program has ${journal.entries.length}). Update the program first.`)
  const folder = await mkdtemp(join(tmpdir(), 'nousu-migrations-'))
  await mkdir(join(folder, 'meta'))
  journal.entries = journal.entries.slice(0, count)
  await writeFile(join(folder, 'meta/_journal.json'), JSON.stringify(journal))
  for (const { tag } of journal.entries) await copyFile(join(from, `${tag}.sql`), join(folder, `${tag}.sql`))
  return folder
}
