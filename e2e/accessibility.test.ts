import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { removeFolder, startProgram } from '../tests/program.ts'
import { desktop, openBrowser, phone, signInAs } from './browser.ts'
import { look, wrongOn } from './look.ts'
import { toldFolder } from './told.ts'

const folder = await toldFolder()
const program = await startProgram({ DATA_DIR: folder })
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); await program.stop(); removeFolder(folder) })

/** The first address on a page that fits, without its language. */
async function firstOn(page: string, pattern: RegExp): Promise<string> {
  return pattern.exec(await (await fetch(`${program.url}/fi${page}`)).text())![1]!
}
const anIdea = /"\/fi(\/ideas\/[0-9a-f-]{36})"/
const [idea, late, experiment, ended] = await Promise.all(['/ideas?sort=supported', '/ideas?late=1', '/ideas?stage=experiment', '/ideas?stage=ended'].map((page) => firstOn(page, anIdea))) as [string, string, string, string]
const about = idea.split('/')[2]!
const inLanguage = (paths: readonly string[], language = 'fi') => paths.map((path) => `${program.url}/${language}${path}`)
const topic = await firstOn('/topics', /"\/fi(\/topics\/[0-9a-f-]{36})">Kadut/)
const unit = await firstOn('/topics', /"\/fi(\/units\/[0-9a-f-]{36})"/)

const forEveryone = ['', '/ideas', '/ideas?stage=experiment&sort=supported', '/ideas?stage=decision', '/ideas?view=map', idea, late, experiment, ended, `${idea}/history`, '/ideas/new', '/participate', '/topics', topic, '/areas/Kirkonkyl%C3%A4', unit, '/services', '/community', '/say', '/search', '/search?q=luistelu', '/sign-in', '/personas', `/report?subject=${about}`, `/follow/${about}`, '/moderation/statistics', '/open-data', '/api', '/mailbox', '/offline', '/nothing-here']
/** Who sees what else; `*` stands for the first idea that the person's list shows. */
const signedIn = {
  'Aino Koskela': { list: '/me', paths: ['', '/me', '/me/notices', '/me/follows', '/me/places', '/me/sign-in', '/me/organisations', '/me/data', '*', '*/edit', `/follow/${about}`, '/sign-out'] },
  'Jari Niemi': { list: '/desk', paths: ['/desk', '*', '*/answer', '*/move', '*/route', '*/merge', '*/split', '/desk/answer', `${topic}/network`] },
  Mirja: { list: '/moderation', paths: ['/moderation', '/moderation?tab=appeals', '/moderation?tab=log'] },
  Antti: { list: '/ideas', paths: ['/admin', '/admin/units', '/admin/topics', `/admin${topic}/merge`, '/admin/areas', '/admin/areas/Kuru', '/admin/areas/import', '/admin/people', '/ideas/import'] },
} as const

/** A person's own pages, with their first idea in the place of `*`. */
async function pathsOf(context: BrowserContext, who: keyof typeof signedIn): Promise<string[]> {
  const page = await signInAs(context, program.url, who)
  const { list, paths } = signedIn[who]
  await page.goto(`${program.url}/fi${list}`)
  const own = anIdea.exec(await page.content())?.[1] ?? idea
  await page.close()
  return paths.map((path) => path.replace('*', own))
}

describe.skipIf(!browser)('every page is for everyone', () => {
  const people = Object.keys(signedIn) as (keyof typeof signedIn)[]
  test.each(['light', 'dark'] as const)('on a phone, %s', async (colorScheme) => {
    expect(await wrongOn(await browser!.newContext({ ...phone, colorScheme }), inLanguage(forEveryone), colorScheme === 'dark' ? 'colours' : 'all')).toEqual([])
  })
  test.each(people)('on a phone, signed in as %s', async (who) => {
    const context = await browser!.newContext({ ...phone, colorScheme: who === 'Jari Niemi' ? 'dark' : 'light' })
    expect(await wrongOn(context, inLanguage(await pathsOf(context, who)))).toEqual([])
  })
  test.each(['sv', 'en'])('in %s', async (language) => {
    expect(await wrongOn(await browser!.newContext(phone), inLanguage(['', '/ideas', idea, late, '/ideas/new', '/participate', '/topics', topic, '/say', '/search', '/sign-in', '/open-data', '/moderation/statistics'], language), 'words')).toEqual([])
  })
  test('on a desktop', async () => {
    const context = await browser!.newContext(desktop)
    expect(await wrongOn(context, inLanguage(['', '/ideas', late, '/participate', ...await pathsOf(context, 'Jari Niemi')]), 'words')).toEqual([])
  })

  test('a form that was sent empty says what is wrong and takes the reader there', async () => {
    const context = await browser!.newContext(phone)
    const page = await context.newPage()
    await page.goto(`${program.url}/fi/ideas/new`)
    await page.locator('main form button[type=submit]').last().click()
    const summary = page.locator('.summary[role=alert]')
    await summary.waitFor()
    expect(await summary.evaluate((its) => its === document.activeElement)).toBe(true)
    expect(await look(page)).toEqual({ violations: [], sideways: '', small: [] })
    await summary.getByRole('link').first().press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('title')
    await context.close()
  })

  test('by keyboard alone: to the content, the language, the narrowing and a reply', async () => {
    const context = await browser!.newContext(desktop)
    const page = await signInAs(context, program.url, 'Aino Koskela')
    await page.goto(`${program.url}/fi${late}`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.locator('.tools summary').first().focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await page.goto(`${program.url}/fi/ideas`)
    await page.locator('details.narrow > summary').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter-stage')
    await page.locator('.lang > summary').focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.lang a').first().isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.locator('.lang a').first().isVisible()).toBe(false)
    await context.close()
  })

  test('what is being written stays when something else on the page moves', async () => {
    const [writing, another] = [await browser!.newContext(phone), await browser!.newContext(phone)]
    const [page, other] = [await signInAs(writing, program.url, 'Aino Koskela'), await signInAs(another, program.url, 'Otso Kangas')]
    await page.goto(`${program.url}/fi${late}`, { waitUntil: 'load' })
    await page.locator('.tools summary').first().click()
    await page.locator('.tools details[open] textarea').fill('Kesken oleva vastaus')
    const send = async (by: Page, text: string) => {
      await by.locator('details.write summary').click()
      await by.locator('details.write textarea').fill(text)
      await by.locator('details.write form').getByRole('button', { name: 'Lähetä kommentti' }).click()
      await by.locator('.prose', { hasText: text }).waitFor()
    }
    await other.goto(`${program.url}/fi${late}`)
    await send(other, 'Tämä tuli toiselta kesken kaiken.')
    await page.locator('.prose', { hasText: 'Tämä tuli toiselta' }).waitFor()
    expect(await page.locator('.tools details[open] textarea').inputValue()).toBe('Kesken oleva vastaus')
    await send(page, 'Oma kommentti samalla sivulla.')
    expect(await page.locator('details.write').getAttribute('open')).toBe(null)
    expect(await page.locator('details.write textarea').inputValue()).toBe('')
    expect(await page.locator('.tools details[open] textarea').inputValue()).toBe('Kesken oleva vastaus')
    await writing.close()
    await another.close()
  })

  test('without script every form is there and answers', async () => {
    const context = await browser!.newContext({ ...phone, javaScriptEnabled: false })
    const page = await signInAs(context, program.url, 'Aino Koskela')
    await page.goto(`${program.url}/fi/ideas/new`)
    await page.locator('main form button[type=submit]').last().click()
    expect(await page.locator('.summary[role=alert] a').count()).toBeGreaterThan(0)
    await page.goto(`${program.url}/fi${late}`)
    const follow = page.locator('form:has(input[value=follow]), form:has(input[value=unfollow])').getByRole('button').first()
    const before = await follow.textContent()
    await follow.click()
    expect(await page.locator('form:has(input[value=follow]), form:has(input[value=unfollow])').getByRole('button').first().textContent()).not.toBe(before)
    await context.close()
  })
})
