import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/**
 * A Chromium: of CHROMIUM_PATH, of the dependencies (Linux on x64), or of the system. Null when there is none,
 * with a sentence of what to install; under CI that fails instead.
 */
export async function openBrowser(more: string[] = []): Promise<Browser | null> {
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', ...more]
  if (process.env.CHROMIUM_PATH) return chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args })
  if (process.platform === 'linux' && process.arch === 'x64') {
    process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x' // makes the package bring the libraries that a bare machine lacks
    const packed = createRequire(import.meta.url)('@sparticuz/chromium') as { default?: { executablePath(): Promise<string> }; executablePath?: () => Promise<string> }
    const path = await (packed.default ?? (packed as { executablePath(): Promise<string> })).executablePath()
    return chromium.launch({ executablePath: path, args })
  }
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((path) => existsSync(path))
  if (system) return chromium.launch({ executablePath: system, args })
  try { return await chromium.launch({ channel: 'chrome', args }) } catch { /* said below */ }
  const say = 'No browser was found for the journeys. Install Google Chrome or Chromium, or give its path in CHROMIUM_PATH.'
  if (process.env.CI) throw new Error(say)
  console.warn(say)
  return null
}

export const phone = { viewport: { width: 360, height: 760 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: 'fi-FI', timezoneId: 'Europe/Helsinki' } as const
export const desktop = { viewport: { width: 1280, height: 860 }, locale: 'fi-FI', timezoneId: 'Europe/Helsinki' } as const

/** What went wrong on a page while the test was not looking: script errors and blocked content. */
export function watchErrors(page: Page): string[] {
  const found: string[] = []
  page.on('pageerror', (error) => { if (!/Transition was (skipped|aborted)/.test(error.message)) found.push(error.message) }) // a quick tap cuts a view transition short
  page.on('console', (message) => { if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) found.push(message.text()) })
  return found
}

/** Signs in as a person of the demonstration, with one tap. */
export async function signInAs(context: BrowserContext, url: string, name: string): Promise<Page> {
  context.setDefaultTimeout(8000)
  const page = await context.newPage()
  await page.goto(`${url}/fi/personas`)
  await page.getByRole('form', { name: new RegExp(name) }).getByRole('button').click()
  await page.waitForURL((address) => !address.pathname.endsWith('/personas'))
  return page
}
