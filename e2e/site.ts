import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { freePort } from '../tests/program.ts'
import { web } from '../tests/web.ts'
import { phone, watchErrors } from './browser.ts'

/** A test town behind a real port with the scripts that a real browser runs: its clock is the test's, its operations are at hand, and who asks is a cookie. */
export async function openSite() {
  const folder = join(import.meta.dirname, '../dist/client')
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, { file: string }>
  const site = await web(undefined, { assets: { script: `/${manifest['app/client.ts']!.file}`, style: `/${manifest['app/ui/style.css']!.file}` }, folder })
  const port = await freePort()
  const server = serve({ port, fetch: (request: Request, env: unknown) => site.app.fetch(request, env as never) })
  const url = `http://localhost:${port}`
  return {
    site, url,
    close() { server.close(); (server as unknown as { closeAllConnections(): void }).closeAllConnections() },
    /** A phone in the hand of someone of the town (`aino`, `jari` …), or of a guest. */
    async phoneOf(browser: Browser, who: string, more: object = {}): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
      const context = await browser.newContext({ ...phone, ...more })
      context.setDefaultTimeout(20_000)
      if (who !== 'guest') await context.addCookies([{ name: 'who', value: who, url }])
      const page = await context.newPage()
      return { context, page, errors: watchErrors(page) }
    },
  }
}
