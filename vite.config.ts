import { defineConfig, type Plugin } from 'vite'

/** Keeps the server out of the browser: the build stops and names who asked for it. */
const serverStaysOnServer: Plugin = {
  name: 'server-stays-on-server',
  enforce: 'pre',
  applyToEnvironment: (environment) => environment.name === 'client',
  resolveId: {
    filter: { id: /\.server(\.tsx?)?$|^#modules\/\w+\/server$|^node:/ },
    handler(id, from) { this.error(`The browser cannot have ${id}, asked for by ${from}.`) },
  },
}

export default defineConfig({
  plugins: [serverStaysOnServer],
  appType: 'custom',
  builder: {},
  publicDir: 'public',
  environments: {
    client: {
      // The map is large and comes only where there is one.
      build: { outDir: 'dist/client', manifest: true, chunkSizeWarningLimit: 1500, rolldownOptions: { input: ['app/client.ts', 'app/ui/style.css'] } },
    },
    ssr: {
      build: {
        outDir: 'dist/server', target: 'node26', copyPublicDir: false,
        rolldownOptions: { input: { main: 'server/main.ts', backup: 'server/backup.ts', restore: 'server/restore.ts', bare: 'bench/bare.tsx' } },
      },
    },
  },
})
