import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedError } from '#core/db/embedded.server.ts'
import { projectFolder } from '#core/db/migrate.server.ts'
import { openInstallation } from './house.ts'
import { listen } from './listen.ts'
import { missing } from './missing.ts'
import { readSettings, SettingsError } from './settings.ts'
import { startWorker } from './worker.ts'
import { setupCode } from '#modules/setup/server'
import { tellDemonstration } from '../demo/tell.server.ts'
import { whoCanSignIn } from '../demo/personas.server.ts'

try { await start() } catch (cause) {
  console.error(cause instanceof SettingsError || cause instanceof EmbeddedError ? `\nNousu did not start.\n${cause.message}\n` : cause)
  process.exit(1)
}

async function start() {
  const settings = readSettings(process.env)
  const installation = await openInstallation(settings, { onDatabaseLost: (message) => console.error(message) })
  if (settings.DEMO === 'on' && await tellDemonstration(installation)) installation.municipalities.forget()
  const folder = join(projectFolder(), 'dist/client')
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, { file: string; assets?: string[] }>
  const assets = { script: `/${manifest['app/client.ts']!.file}`, style: `/${manifest['app/ui/style.css']!.file}` }
  const { server } = await listen(installation, assets, { folder })
  console.log(`Nousu is at ${settings.BASE_URL}`)
  if ((await installation.municipalities.all()).length === 0) console.log(`It has no municipality yet. Found one at ${settings.BASE_URL}/setup with the setup code ${setupCode(installation)}`)
  for (const line of missing(settings)) console.log(line)
  if (settings.DEMO === 'on') for (const line of await whoCanSignIn(installation)) console.log(line)
  const worker = await startWorker(installation)
  const stop = async () => { server.close(); server.closeAllConnections(); await worker.stop(); await installation.close(); process.exit(0) }
  process.on('SIGTERM', stop); process.on('SIGINT', stop)
}
