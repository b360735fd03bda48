import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createServer } from 'node:http'
import { EmbeddedError } from '#core/db/embedded.server.ts'
import { projectFolder } from '#core/db/migrate.server.ts'
import { createApp } from './app.ts'
import { openInstallation } from './house.ts'
import { readSettings, SettingsError } from './settings.ts'

try { await start() } catch (cause) {
  console.error(cause instanceof SettingsError || cause instanceof EmbeddedError ? `\nNousu did not start.\n${cause.message}\n` : cause)
  process.exit(1)
}

async function start() {
  const settings = readSettings(process.env)
  const installation = await openInstallation(settings, { onDatabaseLost: (message) => console.error(message) })
  const folder = join(projectFolder(), 'dist/client')
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, { file: string; assets?: string[] }>
  const assets = { script: `/${manifest['app/client.ts']!.file}`, style: `/${manifest['app/ui/style.css']!.file}` }
  const app = createApp(installation, { whoIs: async () => null, handle: async () => new Response(null, { status: 404 }) }, assets, { folder })
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve, reject) => { server.once('error', reject); server.listen(settings.PORT, resolve) })
  console.log(`Nousu is at ${settings.BASE_URL}`)
  const stop = async () => { server.close(); server.closeAllConnections(); await installation.close(); process.exit(0) }
  process.on('SIGTERM', stop); process.on('SIGINT', stop)
}
