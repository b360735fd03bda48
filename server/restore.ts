import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { EmbeddedError, startEmbedded } from '#core/db/embedded.server.ts'
import { createDatabase } from '#core/db/migrate.server.ts'
import { restore, RestoreError } from '#core/db/restore.server.ts'
import { folderStorage } from '#core/ports/storage.server.ts'
import { readSettings, SettingsError } from './settings.ts'

// npm run restore FILE [-- --replace]: into the embedded database, or into the server of DATABASE_URL.
try {
  const settings = readSettings(process.env)
  const [file] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  if (!file) throw new RestoreError('Say which archive: npm run restore FILE')
  mkdirSync(settings.DATA_DIR, { recursive: true })
  const embedded = settings.DATABASE_URL ? null : await startEmbedded(settings.DATA_DIR)
  const own = embedded && { host: embedded.host, port: embedded.port, user: embedded.user, database: 'nousu' }
  if (own) await createDatabase(own)
  const connection = own ?? { connectionString: settings.DATABASE_URL! }
  const secret = settings.SECRET ? null : join(settings.DATA_DIR, 'secret')
  try {
    const its = await restore(resolve(file), connection, folderStorage(join(settings.DATA_DIR, 'files')), secret, { replace: process.argv.includes('--replace') })
    console.log(`${its.tables.reduce((sum, table) => sum + table.rows, 0)} rows of ${its.madeAt} are back.`)
  } finally { await embedded?.stop() }
} catch (cause) {
  console.error(cause instanceof SettingsError || cause instanceof EmbeddedError || cause instanceof RestoreError ? `Nothing was restored.\n${cause.message}` : cause)
  process.exit(1)
}
