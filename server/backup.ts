import { join, resolve } from 'node:path'
import { backup } from '#core/db/backup.server.ts'
import { EmbeddedError, runningEmbedded, startEmbedded } from '#core/db/embedded.server.ts'
import { folderStorage } from '#core/ports/storage.server.ts'
import { readSettings, SettingsError } from './settings.ts'

// npm run backup [-- FILE]: one archive of everything, while the program runs or not.
try {
  const settings = readSettings(process.env)
  const file = resolve(process.argv[2] ?? `nousu-${new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-')}.tar.gz`)
  const running = settings.DATABASE_URL ? null : runningEmbedded(settings.DATA_DIR)
  const started = settings.DATABASE_URL || running ? null : await startEmbedded(settings.DATA_DIR)
  const connection = settings.DATABASE_URL ? { connectionString: settings.DATABASE_URL } : { ...(running ?? { host: started!.host, port: started!.port, user: started!.user }), database: 'nousu' }
  const made = await backup(connection, folderStorage(join(settings.DATA_DIR, 'files')), join(settings.DATA_DIR, 'secret'), file)
  await started?.stop()
  console.log(`${made.tables.reduce((sum, table) => sum + table.rows, 0)} rows of ${made.tables.length} tables are in ${file}\nThe archive holds the signing key too: keep it as safe as the data.`)
} catch (cause) {
  console.error(cause instanceof SettingsError || cause instanceof EmbeddedError ? `No backup was made.\n${cause.message}` : cause)
  process.exit(1)
}
