import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { and, eq } from 'drizzle-orm'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { picture as pictures } from '#core/files/schema.server.ts'
import { storePicture, type StoredPicture } from '#core/files/pictures.server.ts'
import { keepReport, report } from '#modules/feedback/server'
import { makeOrder } from '../app/modules/work/make-order.server.ts'
import { moveOrder } from '../app/modules/work/move.server.ts'
import { fromField, note, order } from '../app/modules/work/schema.server.ts'
import { freePort } from '../tests/program.ts'
import { web } from '../tests/web.ts'
import { look } from './look.ts'
import { desktop, openBrowser, phone, picture, reach, watchErrors } from './browser.ts'

const folder = join(import.meta.dirname, '../dist/client')
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, { file: string }>
const site = await web(undefined, { assets: { script: `/${manifest['app/client.ts']!.file}`, style: `/${manifest['app/ui/style.css']!.file}` }, folder })
const db = site.house.database.of(site.municipality.id)
const port = await freePort()
/** What the network does to requests of some addresses: keeps them waiting, or loses the answer on its way back. */
const line: { slow?: RegExp; loses?: RegExp } = {}
const server = serve({ port, fetch: async (request: Request, env: unknown) => {
  const { pathname } = new URL(request.url)
  if (line.slow?.test(pathname)) await new Promise((resolve) => setTimeout(resolve, 9000))
  const answer = await site.app.fetch(request, env as never)
  if (!line.loses?.test(pathname)) return answer
  delete line.loses
  return new Response('the line broke', { status: 502 })
} })
const url = `http://localhost:${port}`
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); server.close(); (server as unknown as { closeAllConnections(): void }).closeAllConnections() })

const photoOf = (width: number, height: number) => sharp({ create: { width, height, channels: 3, noise: { type: 'gaussian', mean: 120, sigma: 40 }, background: '#456' } }).jpeg({ quality: 90 }).toBuffer()
const stored = await site.aino.does(async (ctx) => storePicture(ctx, await photoOf(1200, 900))) as StoredPicture
const places = [['Koulutie 4', 23.58, 61.55], ['Rantatie 12', 23.61, 61.56], ['Soppeentie 1', 23.56, 61.57]] as const

/** A report with a photo, and an order of it for today. */
async function given(n: number, title: string) {
  const [address, longitude, latitude] = places[n % 3]!
  const sent = await site.aino.does(keepReport, { categoryId: site.categories.road, text: `${title}. Pyörä meni jo rikki, ja pimeällä sitä ei näe ollenkaan.`, address, longitude, latitude, sender: { personId: site.aino.id }, channel: 'web', ...(n === 0 ? { pictures: [{ ...stored, description: 'Kuoppa bussipysäkin edessä' }] } : {}) })
  const { id } = await site.jari.does(makeOrder, { title, unitId: site.units.sports, plannedFor: '2026-11-22', instructions: 'Kylmäasfaltti on autossa. Rajaa paikka kartioilla.', checklist: ['Rajaa paikka', 'Paikkaa', 'Siivoa jäljet'], reports: [sent.id] })
  site.house.time = new Date(site.house.time.getTime() + 60_000)
  return { id, report: sent.id, title }
}
async function phoneOf(who: string, more: object = {}): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser!.newContext({ ...phone, ...more })
  context.setDefaultTimeout(20_000)
  await context.addCookies([{ name: 'who', value: who, url }])
  const page = await context.newPage()
  return { context, page, errors: watchErrors(page) }
}
/** Opens the day and waits until it would open without a network too. */
async function openDay(page: Page) {
  await page.goto(`${url}/fi/work/field`)
  await page.locator('is-land[data-ready]').waitFor()
  await expect.poll(() => page.evaluate(async () => !!navigator.serviceWorker.controller && !!(await caches.match('/fi/work/field/offline'))), { timeout: 15_000 }).toBe(true)
}
const waiting = (page: Page) => page.locator('.waits')
const stateOf = async (id: string) => (await db.select({ state: order.state }).from(order).where(eq(order.id, id)))[0]!.state

describe.skipIf(!browser)('a crew in the field', () => {
  test('offline: the view opens, a tick, a photo and the closing wait on the phone and arrive when the network is back', async () => {
    const first = await given(0, 'Iso kuoppa bussipysäkin kohdalla'), second = await given(1, 'Liikennemerkki kaatunut')
    const { context, page, errors } = await phoneOf('saara')
    await openDay(page)
    await picture(page, 'field-day')
    await expect.poll(() => page.evaluate(async () => (await (await caches.open('nousu-field-pictures')).keys()).length)).toBe(1)

    await context.setOffline(true)
    await page.reload()
    await page.locator('is-land[data-ready]').waitFor()
    await page.getByText('Ei verkkoa. Kaikki toimii').waitFor()
    expect(await page.locator('.day > li').count()).toBe(2)
    await picture(page, 'field-day-offline')
    await page.getByRole('link', { name: first.title }).click()
    await page.getByRole('heading', { level: 1, name: first.title }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(await page.locator('.photos img').evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBeGreaterThan(100)
    await page.getByRole('button', { name: 'Rajaa paikka' }).click()
    await page.locator('.tick-big[aria-pressed=true]').waitFor()
    await page.locator('input[name=photo]').first().setInputFiles({ name: 'kuva.jpg', mimeType: 'image/jpeg', buffer: await photoOf(4000, 3000) })
    await expect.poll(() => waiting(page).textContent()).toContain('Odottaa verkkoa: 2')
    await picture(page, 'field-order-offline')
    // the browser is shut and opened again: nothing of it is gone
    await page.reload()
    await page.locator('.tick-big[aria-pressed=true]').waitFor()
    await expect.poll(() => waiting(page).textContent()).toContain('Odottaa verkkoa: 2')
    await page.getByRole('button', { name: 'Merkitse valmiiksi' }).click()
    expect(await page.evaluate(() => document.activeElement?.id), 'what is missing is asked for').toBe('done-sentence')
    await page.getByRole('button', { name: 'Paikattu.' }).click()
    await page.getByRole('heading', { level: 1, name: 'Päivän työt' }).waitFor()
    await expect.poll(() => waiting(page).textContent()).toContain('Odottaa verkkoa: 3')
    await picture(page, 'field-closed-offline')
    // a glove's mistake is taken back, and then it is meant
    await page.getByRole('button', { name: 'Peru' }).click()
    await expect.poll(() => waiting(page).textContent()).toContain('Odottaa verkkoa: 2')
    await page.getByRole('link', { name: first.title }).click()
    await page.getByRole('button', { name: 'Paikattu.' }).click()
    await expect.poll(() => waiting(page).textContent()).toContain('Odottaa verkkoa: 3')
    expect(await stateOf(first.id)).toBe('planned')

    await context.setOffline(false)
    await expect.poll(() => stateOf(first.id), { timeout: 20_000 }).toBe('done')
    await waiting(page).waitFor({ state: 'detached' })
    expect((await db.select().from(report).where(eq(report.id, first.report)))[0]).toMatchObject({ state: 'done' })
    const [before] = await db.select().from(pictures).where(and(eq(pictures.subjectId, first.id), eq(pictures.role, 'before')))
    expect([before!.width, before!.height]).toEqual([1600, 1200])
    expect(await page.locator('.day > li').allTextContents()).toEqual([expect.stringContaining(second.title)])
    expect(await db.select().from(fromField).where(eq(fromField.orderId, first.id))).toHaveLength(3)
    expect(errors.filter((each) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(each))).toEqual([])
    await context.close()
  })

  test('a conflict is shown with what happened, and the choice opens the order again', async () => {
    const its = await given(2, 'Vesi tulvii tielle')
    const { context, page } = await phoneOf('saara')
    await openDay(page)
    await context.setOffline(true)
    await page.getByRole('link', { name: its.title }).click()
    await page.getByLabel('Omin sanoin').fill('Rumpu aukaistiin lapiolla.')
    await page.getByRole('button', { name: 'Merkitse valmiiksi' }).click()
    await waiting(page).waitFor()
    await site.jari.does(moveOrder, its.id, { to: 'cannot', sentence: 'Odottaa kaivinkonetta.' })
    site.house.time = new Date(site.house.time.getTime() + 60_000)
    await context.setOffline(false)
    await page.getByRole('heading', { name: 'Tilanne ehti muuttua' }).waitFor()
    await page.getByText('Jari Niemi oli jo kirjannut, ettei tätä tehdä.').waitFor()
    await page.getByText('Sanoit: Rumpu aukaistiin lapiolla.').waitFor()
    await picture(page, 'field-conflict')
    expect((await db.select().from(note).where(eq(note.orderId, its.id))).map((row) => row.text)).toEqual(['Rumpu aukaistiin lapiolla.'])
    await page.getByRole('button', { name: 'Avaa uudelleen ja merkitse tehdyksi' }).click()
    await expect.poll(() => stateOf(its.id)).toBe('done')
    await page.getByRole('heading', { name: 'Tilanne ehti muuttua' }).waitFor({ state: 'detached' })
    await context.close()
  })

  test('the session ends meanwhile: the queue stays and asks to sign in; another person on the phone sees neither list nor work, and sends nothing', async () => {
    const its = await given(1, 'Lamppu pimeänä')
    const { context, page } = await phoneOf('saara')
    await openDay(page)
    await context.setOffline(true)
    await page.getByRole('link', { name: its.title }).click()
    await page.getByRole('textbox', { name: 'Muistiinpano' }).fill('Salaisuus Saaran puhelimessa.')
    await page.getByRole('button', { name: 'Lisää muistiinpano' }).click()
    await waiting(page).waitFor()
    await context.clearCookies()
    await context.setOffline(false)
    await page.getByText('Kirjautuminen on vanhentunut').waitFor()
    await picture(page, 'field-signed-out')
    await context.addCookies([{ name: 'who', value: 'leena', url }])
    await page.goto(`${url}/fi/work/field`)
    await page.getByText('odottaa toisen henkilön tekemää: 1').waitFor()
    expect(await page.locator('main').textContent()).not.toMatch(/Salaisuus|Lamppu/)
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).includes('nousu-field-pictures') ? (await (await caches.open('nousu-field-pictures')).keys()).length : 0)).toBe(0)
    expect(await db.select().from(note).where(eq(note.orderId, its.id))).toEqual([])
    await context.clearCookies()
    await context.addCookies([{ name: 'who', value: 'saara', url }])
    await page.goto(`${url}/fi/work/field`)
    await expect.poll(async () => (await db.select().from(note).where(eq(note.orderId, its.id))).length).toBe(1)
    await context.close()
  })

  test('the answer is lost on its way back: what was taken is sent again and taken once', async () => {
    const its = await given(2, 'Aita kaatunut')
    const { context, page } = await phoneOf('saara')
    await openDay(page)
    line.loses = /\/work\/field\/sync$/
    await page.getByRole('link', { name: its.title }).click()
    await page.getByRole('textbox', { name: 'Muistiinpano' }).fill('Kerran vain.')
    await page.getByRole('button', { name: 'Lisää muistiinpano' }).click()
    await expect.poll(async () => (await db.select().from(note).where(eq(note.orderId, its.id))).length).toBe(1)
    await waiting(page).filter({ hasText: 'Odottaa verkkoa: 1' }).waitFor()
    await page.getByRole('button', { name: 'Yritä uudelleen' }).click()
    await waiting(page).waitFor({ state: 'detached' })
    expect(await db.select().from(note).where(eq(note.orderId, its.id))).toHaveLength(1)
    await context.close()
  })

  test('the view is closed before the network returns: the browser sends what waits by itself', async () => {
    const its = await given(0, 'Roskis täynnä')
    const { context, page } = await phoneOf('saara')
    await openDay(page)
    await context.setOffline(true)
    await page.getByRole('link', { name: its.title }).click()
    await page.locator('input[name=photo]').nth(1).setInputFiles({ name: 'kuva.jpg', mimeType: 'image/jpeg', buffer: await photoOf(2000, 1500) })
    await waiting(page).waitFor()
    expect(await page.locator('.photos img').last().evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)), 'the photo is seen where it waits').toBe(1600)
    await page.goto('about:blank')
    await context.setOffline(false)
    const devtools = await context.newCDPSession(page)
    const registered = new Promise<string>((resolve) => devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => { const its = registrations.find((each) => each.scopeURL.startsWith(url)); if (its) resolve(its.registrationId) }))
    await devtools.send('ServiceWorker.enable')
    await devtools.send('ServiceWorker.dispatchSyncEvent', { origin: url, registrationId: await registered, tag: 'nousu-field', lastChance: false })
    await expect.poll(async () => (await db.select().from(pictures).where(eq(pictures.subjectId, its.id))).length).toBe(1)
    await context.close()
  })

  test('the network hardly answers: the day opens from the phone; signing out takes it from there', async () => {
    const its = await given(1, 'Portti jumissa')
    const { context, page } = await phoneOf('saara')
    await openDay(page)
    line.slow = /\/work\/field(\/data)?$/
    await page.reload()
    await page.getByRole('link', { name: its.title }).waitFor({ timeout: 8500 })
    delete line.slow
    await page.goto(`${url}/fi/sign-out`)
    await page.evaluate(() => { document.addEventListener('submit', (event) => event.preventDefault()) })
    await page.locator('main form button').click()
    await expect.poll(() => page.evaluate(async () => [(await indexedDB.databases()).map((each) => each.name).includes('nousu-field'), (await caches.keys()).includes('nousu-field-pictures'), localStorage.getItem('nousu-field-owner')])).toEqual([false, false, null])
    await context.setOffline(true)
    await page.goto(`${url}/fi/work/field`)
    await page.getByText('Töitä ei ole vielä tässä puhelimessa').waitFor()
    expect(await page.locator('main').textContent()).not.toContain(its.title)
    await context.close()
  })

  test('the order of the day: dragged with a finger, moved by buttons, by route from the phone’s place', async () => {
    await given(0, 'Ensin tehtävä'); await given(1, 'Sitten tämä'); await given(2, 'Viimeiseksi')
    const { context, page } = await phoneOf('jari', { permissions: ['geolocation'], geolocation: { longitude: 23.5605, latitude: 61.5702 } })
    await openDay(page)
    const titles = () => page.locator('.day .go').allTextContents()
    const before = await titles()
    await page.locator('.day > li').first().evaluate((row) => row.scrollIntoView())
    const from = (await page.locator('.day .handle').nth(2).boundingBox())!, to = (await page.locator('.day > li').first().boundingBox())!
    const finger = await context.newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: from.x + 20, y }] })
    await touch('touchStart', from.y + 20)
    for (let y = from.y + 10; y > to.y + 10; y -= 25) await touch('touchMove', y)
    await touch('touchMove', to.y + 10)
    await touch('touchEnd')
    await expect.poll(titles).toEqual([before[2], before[0], before[1], ...before.slice(3)])
    await page.getByRole('button', { name: `Siirrä alas: ${before[2]}` }).click()
    await expect.poll(titles).toEqual([before[0], before[2], before[1], ...before.slice(3)])
    await waiting(page).waitFor({ state: 'detached' })
    await page.reload()
    expect(await titles()).toEqual([before[0], before[2], before[1], ...before.slice(3)])
    await page.getByRole('link', { name: 'Reitti' }).click()
    await page.getByText('Reitti lähtee siitä, missä olet.').waitFor()
    expect(await page.locator('.day > li').first().textContent()).toContain('Soppeentie 1')
    await picture(page, 'field-route')
    await context.close()
  })

  test('without script: ticked, photographed and closed by plain forms', async () => {
    const its = await given(2, 'Penkki rikki')
    const { context, page } = await phoneOf('saara', { javaScriptEnabled: false })
    await page.goto(`${url}/fi/work/field`)
    await picture(page, 'field-no-script')
    await page.getByRole('link', { name: its.title }).click()
    await page.getByRole('button', { name: 'Paikkaa' }).click()
    await page.locator('.tick-big[aria-pressed=true]').waitFor()
    await page.locator('input[name=photo]').nth(1).setInputFiles({ name: 'kuva.jpg', mimeType: 'image/jpeg', buffer: await photoOf(800, 600) })
    await page.getByRole('button', { name: 'Lähetä kuva' }).nth(1).click()
    await page.locator('.photos figure').waitFor()
    await picture(page, 'field-no-script-order')
    await page.getByRole('button', { name: 'Merkitse valmiiksi' }).click()
    await page.getByRole('heading', { level: 1, name: 'Päivän työt' }).waitFor()
    expect(await stateOf(its.id)).toBe('done')
    await context.close()
  })

  test('on a desk too: wide, and by keyboard alone', async () => {
    const its = await given(1, 'Kaide irti')
    const { context, page } = await phoneOf('jari', { ...desktop, isMobile: false, hasTouch: false, deviceScaleFactor: 1 })
    await page.goto(`${url}/fi/work/field/${its.id}`)
    await page.locator('is-land[data-ready]').waitFor()
    await picture(page, 'field-desktop')
    await reach(page, (focused) => focused.text === 'Siivoa jäljet')
    await page.keyboard.press('Enter')
    await page.locator('.tick-big[aria-pressed=true]').waitFor()
    await reach(page, (focused) => focused.text === 'Korjattu.')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Päivän työt' }).waitFor()
    await expect.poll(() => stateOf(its.id), { timeout: 15_000 }).toBe('done')
    await context.close()
  })

  test.each(['light', 'dark'] as const)('at 360 px, %s: nothing small, pale or sideways', async (colorScheme) => {
    const its = await given(0, `Kanto polulla ${colorScheme}`)
    const { context, page, errors } = await phoneOf('saara', { colorScheme })
    for (const [name, path] of [['day', '/fi/work/field'], ['route', '/sv/work/field?sort=route'], ['order', `/fi/work/field/${its.id}`], ['order-en', `/en/work/field/${its.id}`]] as const) {
      await page.goto(url + path)
      await page.locator('is-land[data-ready]').waitFor()
      for (const each of await page.locator('details.fold').all()) await each.evaluate((fold: HTMLDetailsElement) => { fold.open = true })
      await picture(page, `field-${name}-${colorScheme}`)
      expect({ name, ...await look(page) }).toEqual({ name, violations: [], sideways: '', small: [] })
      expect(await page.locator('.outdoors .btn.big:visible, .tick-big').evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 63.5).map((each) => each.textContent))).toEqual([])
    }
    expect(errors).toEqual([])
    await context.close()
  })
})
