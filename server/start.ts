import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedError } from '#core/db/embedded.server.ts'
import { projectFolder } from '#core/db/migrate.server.ts'
import { endsWhenTold } from './ending.ts'
import { openInstallation } from './house.ts'
import { missing } from './missing.ts'
import { readSettings, SettingsError } from './settings.ts'

const program = endsWhenTold()
try { await start() } catch (cause) {
  // what was being done when the program was told to end fails, and says nothing of how it starts
  if (!program.told()) console.error(cause instanceof SettingsError || cause instanceof EmbeddedError ? `\nNousu did not start.\n${cause.message}\n` : cause)
  await program.end(1)
}

async function start() {
  const settings = readSettings(process.env)
  const opening = program.opens(() => openInstallation(settings, { onDatabaseLost: (message) => console.error(message) }), (its) => its.close())
  opening.catch(() => {}) // said below
  await new Promise((resolve) => setImmediate(resolve)) // the database is being made or started by now: pages are read from the disk meanwhile
  const { liveOn, listen, setupCode, startWorker, tellDemonstration, whoCanSignIn } = await import('./parts.ts')
  const installation = await opening
  if (settings.DEMO === 'on' && await tellDemonstration(installation)) installation.municipalities.forget()
  const folder = join(projectFolder(), 'dist/client')
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, { file: string; assets?: string[] }>
  const assets = { script: `/${manifest['app/client.ts']!.file}`, style: `/${manifest['app/ui/style.css']!.file}` }
  await program.opens(() => listen(installation, assets, { folder }), ({ server }) => { server.close(); server.closeAllConnections() })
  console.log(`Nousu is at ${settings.BASE_URL}`)
  if ((await installation.municipalities.all()).length === 0) console.log(`It has no municipality yet. Found one at ${settings.BASE_URL}/setup with the setup code ${setupCode(installation)}`)
  for (const line of missing(settings)) console.log(line)
  if (settings.DEMO === 'on') for (const line of await whoCanSignIn(installation)) console.log(line)
  await program.opens(() => startWorker(installation, settings.DEMO === 'on' ? [{ name: 'live-on', cron: '*/5 * * * *', does: liveOn }] : []), (worker) => worker.stop())
}
