// npm run dev: the program from its source. A change of a page, an operation or a style is seen at the next request.
import { createServer as createHttp } from 'node:http'
import { createServer } from 'vite'

const server = createHttp()
const reload = {
  name: 'reload-on-server-change',
  hotUpdate: {
    order: 'post',
    handler({ modules, timestamp }) {
      if (this.environment.name !== 'ssr' || modules.length === 0) return
      const seen = new Set()
      for (const module of modules) this.environment.moduleGraph.invalidateModule(module, seen, timestamp, true)
      vite.environments.client.hot.send({ type: 'full-reload' })
      return []
    },
  },
}
const vite = await createServer({ server: { middlewareMode: true, ws: { server }, hmr: { server } }, plugins: [reload], appType: 'custom' })
const { startDevelopment } = await vite.environments.ssr.runner.import('/server/development.ts')
await startDevelopment({
  server,
  first: (request, response, next) => vite.middlewares(request, response, next),
  createApp: async () => (await vite.environments.ssr.runner.import('/server/app.ts')).createApp,
})
