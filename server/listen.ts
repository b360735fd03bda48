import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Assets } from '../app/document.tsx'
import { createApp } from './app.ts'
import type { Installation } from './house.ts'
import { openIdentity } from './identity.ts'

/** How development differs: the app is made anew when its source changes, and Vite answers first. */
export type Development = {
  createApp(): Promise<typeof createApp>
  first(request: IncomingMessage, response: ServerResponse, next: () => void): void
  server: Server
}

/** Listens for the installation: its pages and, where there is one, its own identity provider. */
export async function listen(installation: Installation, assets: Assets, client: { folder: string }, development?: Development): Promise<{ server: Server; port: number }> {
  const identity = openIdentity(installation)
  installation.signIn = identity.signIn
  const app = development ? null : createApp(installation, identity.signIn, assets, client)
  let made: { by: typeof createApp; app: ReturnType<typeof createApp> } | undefined
  const pages = getRequestListener(app?.fetch ?? (async (request, env) => {
    const by = await development!.createApp()
    if (made?.by !== by) made = { by, app: by(installation, identity.signIn, assets, client) }
    return made.app.fetch(request, env as object)
  }))
  const answer = (request: IncomingMessage, response: ServerResponse) => { if (!identity.standIn?.handle(request, response)) void pages(request, response) }
  const server = development?.server ?? createServer()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => (development ? development.first(request, response, () => answer(request, response)) : answer(request, response)))
  await new Promise<void>((resolve, reject) => { server.once('error', reject); server.listen(installation.settings.PORT, resolve) })
  const { port } = server.address() as AddressInfo
  identity.listensOn(port)
  return { server, port }
}
