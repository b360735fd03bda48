import { join } from 'node:path'
import { tellDemonstration } from '../demo/tell.server.ts'
import { projectFolder } from '#core/db/migrate.server.ts'
import { endsWhenTold } from './ending.ts'
import { openInstallation } from './house.ts'
import { type Development, listen } from './listen.ts'
import { readSettings } from './settings.ts'
import { liveOn } from '../demo/live-on.server.ts'
import { startWorker } from './worker.ts'

/** Starts the installation from source: database, sign-in and worker once, the pages anew whenever their source changes. */
export async function startDevelopment(development: Development) {
  const program = endsWhenTold()
  const installation = await program.opens(() => openInstallation(readSettings(process.env), { onDatabaseLost: (message) => console.error(message) }), (its) => its.close())
  installation.development = true
  if (installation.settings.DEMO === 'on' && await tellDemonstration(installation)) installation.municipalities.forget()
  await listen(installation, { script: '/app/client.ts', style: '/app/ui/style.css', extra: '/@vite/client' }, { folder: join(projectFolder(), 'public') }, development)
  await program.opens(() => startWorker(installation, installation.settings.DEMO === 'on' ? [{ name: 'live-on', cron: '*/5 * * * *', does: liveOn }] : []), (worker) => worker.stop())
  console.log(`Nousu in development is at ${installation.settings.BASE_URL}`)
}
