import { join } from 'node:path'
import { tellDemonstration } from '../demo/tell.server.ts'
import { projectFolder } from '#core/db/migrate.server.ts'
import { openInstallation } from './house.ts'
import { type Development, listen } from './listen.ts'
import { readSettings } from './settings.ts'
import { startWorker } from './worker.ts'

/** Starts the installation from source: database, sign-in and worker once, the pages anew whenever their source changes. */
export async function startDevelopment(development: Development) {
  const installation = await openInstallation(readSettings(process.env), { onDatabaseLost: (message) => console.error(message) })
  installation.development = true
  if (installation.settings.DEMO === 'on' && await tellDemonstration(installation)) installation.municipalities.forget()
  await listen(installation, { script: '/app/client.ts', style: '/app/ui/style.css', extra: '/@vite/client' }, { folder: join(projectFolder(), 'public') }, development)
  const worker = await startWorker(installation)
  console.log(`Nousu in development is at ${installation.settings.BASE_URL}`)
  const stop = async () => { await worker.stop(); await installation.close(); process.exit(0) }
  process.on('SIGTERM', stop); process.on('SIGINT', stop)
}
