import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

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

/** Signs in as a person of the demonstration, with one tap. `url` is of the municipality: a neighbour's has its path. */
export async function signInAs(context: BrowserContext, url: string, name: string): Promise<Page> {
  context.setDefaultTimeout(25_000)
  const page = await context.newPage()
  await page.goto(`${url}/fi/personas`)
  await page.getByRole('form', { name: new RegExp(name) }).getByRole('button').click()
  await page.waitForURL((address) => !address.pathname.endsWith('/personas'))
  return page
}

/** The newest mail to an address in the local mailbox, waited for, that has a link with the words; that link. */
export async function mailTo(page: Page, url: string, address: string, part: string): Promise<string> {
  let found: string | undefined
  await expect.poll(async () => {
    await page.goto(`${url}/fi/mailbox`)
    const letters = page.locator('main section').filter({ hasText: address })
    const links = await letters.locator('a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
    found = links.find((link) => link.startsWith(url) && link.includes(part))
    return found
  }, { timeout: 15_000, message: `mail to ${address} with ${part}` }).toBeTruthy()
  return found!
}

/** Goes on by Tab to what matches, and sees that the focus shows there. */
export async function reach(page: Page, matches: (focused: { tag: string; text: string; label: string }) => boolean) {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => { const e = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> }; return { tag: e.tagName, text: e.innerText ?? '', label: e.labels?.[0]?.innerText ?? '' } })
    if (!matches(focused)) continue
    const outlined = await page.evaluate(() => { const s = getComputedStyle(document.activeElement!); return s.outlineStyle !== 'none' && Number.parseFloat(s.outlineWidth) >= 2 })
    expect(outlined, `${focused.tag} ${focused.text || focused.label} shows where the focus is`).toBe(true)
    return
  }
  throw new Error('not reachable by Tab')
}

/** Keeps a picture of the page in a folder, when one is asked for: `PICTURES=folder npm test -- e2e`. */
export async function picture(page: Page, name: string) {
  if (!process.env.PICTURES) return
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((each) => (each.effect as KeyframeEffect).pseudoElement?.startsWith('::view-transition')).map((each) => each.finished)))
  await page.screenshot({ path: join(process.env.PICTURES, `${name}.png`), fullPage: true, timeout: 30_000 })
}
