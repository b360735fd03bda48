import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { dataFolder, removeFolder, startProgram } from '../tests/program.ts'
import { desktop, openBrowser, phone, signInAs, watchErrors } from './browser.ts'

const folder = dataFolder()
const program = await startProgram({ DATA_DIR: folder })
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); await program.stop(); removeFolder(folder) })

const idea = /\/fi(\/ideas\/[0-9a-f-]{36})"/.exec(await (await fetch(`${program.url}/fi/ideas?sort=supported`)).text())![1]!
const forEveryone = ['', '/ideas', '/ideas?stage=experiment&sort=supported', '/ideas?view=map', idea, '/ideas/new', '/participate', '/services', '/community', '/say', '/search?q=luistelu', '/sign-in', '/personas', '/report?subject=' + idea.split('/')[2], '/follow/' + idea.split('/')[2], '/moderation/statistics', '/open-data', '/mailbox', '/offline', '/nothing-here']
const forResident = ['/me', '/me/notices', '/me/follows', '/me/sign-in', '/me/organisations', '/me/data']
const forOfficial = ['/desk']
const forModerator = ['/moderation']
const forAdmin = ['/admin', '/ideas/import']

/** Opens a page and gives what axe (WCAG 2.2 AA) and the eye of a phone find: violations, sideways scrolling, errors. */
async function inspect(context: BrowserContext, path: string) {
  const page = await context.newPage()
  const errors = watchErrors(page)
  await page.goto(program.url + path, { waitUntil: 'load' })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await page.close()
  return { violations: violations.map((each) => `${each.id}: ${each.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`), sideways: sideways > 1 ? `${sideways} px too wide` : '', errors }
}
const clean = { violations: [], sideways: '', errors: [] }
const schemes = ['light', 'dark'] as const

describe.skipIf(!browser)('every page is for everyone', () => {
  describe.each(schemes)('on a phone, %s', (colorScheme) => {
    test.each(forEveryone)('/fi%s', async (path) => {
      const context = await browser!.newContext({ ...phone, colorScheme })
      expect(await inspect(context, `/fi${path}`)).toEqual(clean)
      await context.close()
    })
    test.each([['Aino Koskela', forResident], ['Jari Niemi', [...forOfficial, `${idea}/answer`]], ['Mirja', forModerator], ['Antti', forAdmin]] as const)('signed in as %s', async (who, paths) => {
      const context = await browser!.newContext({ ...phone, colorScheme })
      await signInAs(context, program.url, who)
      for (const path of paths) expect({ path, ...(await inspect(context, `/fi${path}`)) }).toEqual({ path, ...clean })
      await context.close()
    })
  })
  test.each(['sv', 'en'])('in %s', async (language) => {
    const context = await browser!.newContext(phone)
    for (const path of forEveryone) expect({ path, ...(await inspect(context, `/${language}${path}`)) }).toEqual({ path, ...clean })
    await context.close()
  })
  test('on a desktop', async () => {
    const context = await browser!.newContext(desktop)
    await signInAs(context, program.url, 'Jari Niemi')
    for (const path of [...forEveryone, ...forResident, ...forOfficial]) expect({ path, ...(await inspect(context, `/fi${path}`)) }).toEqual({ path, ...clean })
    await context.close()
  })
})
