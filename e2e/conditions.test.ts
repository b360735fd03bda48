import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { keepPlace, placeFacts } from '#modules/directory/server'
import { latest, maintainedLatest, maintenance, observation } from '../app/modules/conditions/schema.server.ts'
import { desktop, openBrowser, picture, reach } from './browser.ts'
import { look } from './look.ts'
import { openSite } from './site.ts'

const { site, url, close, phoneOf: open } = await openSite()
const db = site.house.database.of(site.municipality.id)
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); close() })
const phoneOf = (who: string, more: object = {}) => open(browser!, who, more)

let count = 0
async function placed(kind: string, name: string, more: { latitude?: number; street?: string } = {}) {
  const { id } = await site.jari.does(keepPlace, placeFacts.parse({ kind, name: { fi: name, sv: name, en: name }, longitude: 23.6, latitude: more.latitude ?? 61.55 + ++count / 1000, street: { fi: more.street ?? `Kenttätie ${count}` } }), { unitId: site.units.sports })
  return id
}
const rink = await placed('rink', 'Soppeenmäen kenttä', { latitude: 61.55 }), far = await placed('rink', 'Vuorentaustan kenttä', { latitude: 61.58 }), beach = await placed('beach', 'Räikän uimaranta', { latitude: 61.56 }), track = await placed('skiTrack', 'Metsäkylän latu', { latitude: 61.57 })

/** Opens the places and waits until they would open without a network too. */
async function openPlaces(page: Page, query = '') {
  await page.goto(`${url}/fi/field/places${query}`)
  await page.locator('is-land[data-ready]').waitFor()
  await expect.poll(() => page.evaluate(async () => !!navigator.serviceWorker.controller && !!(await caches.match('/fi/field/places/offline'))), { timeout: 15_000 }).toBe(true)
}
/** Time passes on the phone: what waits there was done that much earlier. */
const passed = (page: Page, milliseconds: number) => page.evaluate(async (ms) => {
  const db = await new Promise<IDBDatabase>((resolve) => { const asked = indexedDB.open('nousu-places-queue', 1); asked.onsuccess = () => resolve(asked.result) })
  const store = db.transaction('acts', 'readwrite').objectStore('acts')
  const all = await new Promise<{ at: string }[]>((resolve) => { const asked = store.getAll(); asked.onsuccess = () => resolve(asked.result) })
  for (const each of all) store.put({ ...each, at: new Date(Date.parse(each.at) - ms).toISOString() })
  db.close()
}, milliseconds)
/** Someone else tells of a place meanwhile, from another phone. */
const tell = (who: 'jari', what: string, placeId: string) => site.send('/fi/field/places/sync', who, { method: 'PATCH', headers: { origin: 'http://localhost:3000', accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ say: what, placeId, clientId: `${who}-${what.replaceAll(' ', '-')}`, person: site[who].id }) })
const row = (page: Page, id: string) => page.locator(`[data-place="${id}"]`)
const waiting = (page: Page) => page.locator('.waits')
const iceOf = async (id: string) => (await db.select().from(latest).where(and(eq(latest.placeId, id), eq(latest.property, 'ice'))))[0]
const icedOf = async (id: string) => (await db.select().from(maintainedLatest).where(and(eq(maintainedLatest.placeId, id), eq(maintainedLatest.what, 'iced'))))[0]

describe.skipIf(!browser)('a worker tells what places are like', () => {
  test('without a network: one tap is done on the phone, stays over a reload, is taken back, and arrives at its own time when the network is back', async () => {
    const { context, page, errors } = await phoneOf('saara')
    await openPlaces(page)
    await picture(page, 'places-field')
    expect(await row(page, rink).textContent()).toContain('Jää: ei tiedossa')

    await context.setOffline(true)
    await page.reload()
    await page.locator('is-land[data-ready]').waitFor()
    await page.getByText('Ei verkkoa. Kaikki toimii').waitFor()
    await row(page, rink).getByRole('button', { name: 'Jäädytetty nyt' }).click()
    await row(page, rink).getByText('Tallessa puhelimessa. Lähtee, kun verkko palaa.').waitFor()
    await row(page, rink).getByRole('button', { name: 'Hyvä' }).click()
    await row(page, rink).locator('button[aria-pressed=true]', { hasText: 'Hyvä' }).waitFor()
    await row(page, far).getByRole('button', { name: 'Aurattu nyt' }).click()
    await expect.poll(() => waiting(page).textContent()).toContain('Odottaa verkkoa: 3')
    await picture(page, 'places-field-offline')
    // the browser is shut and opened again: nothing of it is gone
    await page.reload()
    await expect.poll(() => waiting(page).textContent()).toContain('Odottaa verkkoa: 3')
    expect(await row(page, rink).locator('.seen-now').textContent()).toMatch(/Jää: hyvä.*Jäädytetty klo/)
    // a glove's mistake
    await row(page, far).getByRole('button', { name: 'Peru' }).click()
    await expect.poll(() => waiting(page).textContent()).toContain('Odottaa verkkoa: 2')
    // an hour passes before there is a network; the phone's own clock goes on
    site.house.time = new Date(site.house.time.getTime() + 3_600_000)
    await passed(page, 3_600_000)
    await context.setOffline(false)
    await expect.poll(async () => (await iceOf(rink))?.value, { timeout: 20_000 }).toBe('good')
    await expect.poll(async () => Math.round((site.house.time.getTime() - (await icedOf(rink))!.at.getTime()) / 60_000)).toBe(60)
    await waiting(page).waitFor({ state: 'detached' })
    expect(await db.select().from(maintenance).where(eq(maintenance.placeId, far))).toEqual([])
    expect(errors.filter((each) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(each))).toEqual([])
    await context.close()
  })

  test('online a tap waits a moment to be taken back, then everyone knows; an earlier time, a reading and a word go the same way', async () => {
    const { context, page } = await phoneOf('saara')
    await openPlaces(page, `?place=${beach}`)
    expect(await page.locator('[data-place]').first().getAttribute('data-place'), 'the one of the poster is first').toBe(beach)
    await row(page, far).getByRole('button', { name: 'Jäädytetty nyt' }).click()
    await row(page, far).getByText('Merkitty. Lähtee hetken päästä.').waitFor()
    expect(await icedOf(far)).toBeUndefined()
    await expect.poll(() => icedOf(far), { timeout: 15_000 }).toBeTruthy()
    await row(page, far).getByLabel('Milloin').selectOption({ index: 6 })
    await row(page, far).getByRole('button', { name: /^Aurattu klo/ }).click()
    expect(await row(page, far).getByLabel('Milloin').inputValue(), 'an earlier time is of one tap').toBe('')
    await row(page, beach).getByLabel('Vesi (°C)').fill('99')
    await row(page, beach).getByRole('button', { name: 'Merkitse' }).click()
    expect(await row(page, beach).getByLabel('Vesi (°C)').evaluate((input: HTMLInputElement) => input.validationMessage)).toContain('Lukema ei voi olla oikein')
    await row(page, beach).getByLabel('Vesi (°C)').fill('17,5')
    await row(page, beach).getByRole('button', { name: 'Merkitse' }).click()
    await row(page, beach).getByText('Sana kävijöille').first().click()
    await row(page, beach).getByRole('textbox', { name: 'Sana kävijöille' }).fill('Laituri on korjattavana.')
    await row(page, beach).getByRole('button', { name: 'Julkaise' }).click()
    await row(page, beach).locator('.seen-now', { hasText: 'Laituri on korjattavana.' }).waitFor()
    await picture(page, 'places-field-beach')
    await waiting(page).waitFor({ state: 'detached' })
    expect((await db.select().from(latest).where(eq(latest.placeId, beach)))[0]).toMatchObject({ property: 'water', number: 17.5 })
    const [ploughed] = await db.select().from(maintenance).where(and(eq(maintenance.placeId, far), eq(maintenance.what, 'ploughed')))
    const minutes = (site.house.time.getTime() - ploughed!.at.getTime()) / 60_000
    expect(minutes).toBeGreaterThan(40)
    expect(minutes).toBeLessThan(75)
    await context.close()
  })

  test('something newer is known when the network returns: it stands, and the worker sees that; what is refused is shown with its reason', async () => {
    const { context, page } = await phoneOf('saara')
    const gone = await placed('rink', 'Siirtyvä kenttä')
    await openPlaces(page)
    await context.setOffline(true)
    await page.reload()
    await page.locator('is-land[data-ready]').waitFor()
    await row(page, track).getByRole('button', { name: 'Hyvä', exact: true }).first().click()
    await row(page, gone).getByRole('button', { name: 'Jäädytetty nyt' }).click()
    site.house.time = new Date(site.house.time.getTime() + 60_000)
    await tell('jari', 'saw classic poor', track)
    await site.jari.does(keepPlace, placeFacts.parse({ kind: 'rink', name: { fi: 'Siirtyvä kenttä' }, longitude: 23.6, latitude: 61.55 }), { id: gone, unitId: site.units.library })
    site.house.time = new Date(site.house.time.getTime() + 60_000)
    await passed(page, 600_000)
    await context.setOffline(false)
    await page.getByText(/Perinteinen: hyvä tuli perille, mutta siitä on jo tuoreempi tieto: Perinteinen: huono klo/).waitFor()
    await page.getByText('Paikka ei ole enää sinun hoidossasi.').waitFor()
    await picture(page, 'places-field-told')
    expect((await db.select().from(latest).where(and(eq(latest.placeId, track), eq(latest.property, 'classic'))))[0]).toMatchObject({ value: 'poor' })
    await page.getByRole('button', { name: 'Poista', exact: true }).click()
    await page.getByText('Paikka ei ole enää sinun hoidossasi.').waitFor({ state: 'detached' })
    await context.close()
  })

  test('the session ends: what was done waits for its owner; another person on the phone sees a number and sends nothing', async () => {
    const before = (await db.select().from(observation).where(eq(observation.placeId, far))).length
    const { context, page } = await phoneOf('saara')
    await openPlaces(page)
    await context.setOffline(true)
    await row(page, far).getByRole('button', { name: 'Kohtalainen' }).click()
    await waiting(page).waitFor()
    await context.clearCookies()
    await context.setOffline(false)
    await page.getByText('Kirjautuminen on vanhentunut').waitFor()
    await context.addCookies([{ name: 'who', value: 'jari', url }])
    await page.goto(`${url}/fi/field/places`)
    await page.getByText('odottaa toisen henkilön merkintöjä: 1').waitFor()
    expect(await db.select().from(observation).where(eq(observation.placeId, far))).toHaveLength(before)
    await page.goto(`${url}/fi/sign-out`)
    await page.evaluate(() => { document.addEventListener('submit', (event) => event.preventDefault()) })
    await page.locator('main form button').click()
    await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).map((each) => each.name).filter((name) => name === 'nousu-places' || name === 'nousu-places-queue'))).toEqual(['nousu-places-queue'])
    await context.clearCookies()
    await context.addCookies([{ name: 'who', value: 'saara', url }])
    await page.goto(`${url}/fi/field/places`)
    await expect.poll(async () => (await iceOf(far))?.value).toBe('fair')
    await context.close()
  })

  test('the view is closed before the network returns: the browser sends what waits by itself', async () => {
    const { context, page } = await phoneOf('saara')
    await openPlaces(page)
    await context.setOffline(true)
    await row(page, rink).getByRole('button', { name: 'Epätasainen' }).click()
    await waiting(page).waitFor()
    await page.goto('about:blank')
    await context.setOffline(false)
    const devtools = await context.newCDPSession(page)
    const registered = new Promise<string>((resolve) => devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => { const its = registrations.find((each) => each.scopeURL.startsWith(url)); if (its) resolve(its.registrationId) }))
    await devtools.send('ServiceWorker.enable')
    await devtools.send('ServiceWorker.dispatchSyncEvent', { origin: url, registrationId: await registered, tag: 'nousu-places', lastChance: false })
    await expect.poll(async () => (await iceOf(rink))?.value).toBe('bumpy')
    await context.close()
  })

  test('on the page of the place who keeps it has the same buttons, and others do not', async () => {
    const { context, page, errors } = await phoneOf('saara')
    await page.goto(`${url}/fi/places/${rink}`)
    await row(page, rink).scrollIntoViewIfNeeded()
    await page.locator('is-land[data-ready] [data-place]').waitFor()
    await picture(page, 'places-field-panel')
    expect(await look(page)).toEqual({ violations: [], sideways: '', small: [] })
    await row(page, rink).getByRole('button', { name: 'Siivottu nyt' }).or(row(page, rink).getByRole('button', { name: 'Aurattu nyt' })).first().click()
    await expect.poll(async () => (await db.select().from(maintenance).where(and(eq(maintenance.placeId, rink), eq(maintenance.what, 'ploughed')))).length, { timeout: 15_000 }).toBe(1)
    await row(page, rink).locator('.seen-now', { hasText: 'Aurattu klo' }).waitFor()
    expect(errors).toEqual([])
    await context.close()
    const resident = await phoneOf('aino')
    await resident.page.goto(`${url}/fi/places/${rink}`)
    await resident.page.getByText(/Aurattu klo/).first().waitFor()
    expect(await resident.page.locator('[data-place]').count()).toBe(0)
    await resident.context.close()
  })

  test('nearest first when the phone says where it is; one’s own stay first on this phone', async () => {
    const { context, page } = await phoneOf('saara', { permissions: ['geolocation'], geolocation: { longitude: 23.6, latitude: 61.5802 } })
    await openPlaces(page)
    await page.getByText('Lähin ensin.').waitFor()
    expect(await page.locator('[data-place]').first().getAttribute('data-place')).toBe(far)
    await row(page, beach).getByRole('button', { name: 'Lisää omiin' }).click()
    await expect.poll(() => page.locator('[data-place]').first().getAttribute('data-place')).toBe(beach)
    await page.reload()
    await expect.poll(() => page.locator('[data-place]').first().getAttribute('data-place')).toBe(beach)
    await page.getByRole('link', { name: 'Latu', exact: true }).click()
    expect(await page.locator('[data-place]').count()).toBe(1)
    await context.close()
  })

  test('without script one button is one post; by keyboard alone too', async () => {
    const { context, page } = await phoneOf('saara', { javaScriptEnabled: false })
    await page.goto(`${url}/fi/field/places?place=${track}`)
    await picture(page, 'places-field-no-script')
    await row(page, track).getByRole('button', { name: 'Latu ajettu nyt' }).click()
    await page.getByText('Merkintä on perillä.').waitFor()
    expect(await row(page, track).textContent()).toMatch(/Latu ajettu klo/)
    await context.close()
    const keyed = await phoneOf('saara')
    await openPlaces(keyed.page, `?place=${track}`)
    await reach(keyed.page, (focused) => focused.text === 'Tyydyttävä')
    await keyed.page.keyboard.press('Enter')
    await row(keyed.page, track).locator('button[aria-pressed=true]', { hasText: 'Tyydyttävä' }).waitFor()
    await keyed.context.close()
    const desk = await phoneOf('saara', { ...desktop, isMobile: false, hasTouch: false, deviceScaleFactor: 1 })
    await desk.page.goto(`${url}/fi/field/places?place=${track}`)
    await desk.page.locator('is-land[data-ready]').waitFor()
    await picture(desk.page, 'places-field-desktop')
    expect(await look(desk.page)).toMatchObject({ violations: [], sideways: '' })
    await desk.context.close()
  })

  test.each(['light', 'dark'] as const)('at 360 px, %s: nothing small, pale or sideways', async (colorScheme) => {
    const { context, page, errors } = await phoneOf('saara', { colorScheme })
    for (const [name, path] of [['list', '/fi/field/places'], ['beach', `/sv/field/places?place=${beach}`], ['track', `/en/field/places?kind=skiTrack`]] as const) {
      await page.goto(url + path)
      await page.locator('is-land[data-ready]').waitFor()
      for (const each of await page.locator('details.fold').all()) await each.evaluate((fold: HTMLDetailsElement) => { fold.open = true })
      await picture(page, `places-field-${name}-${colorScheme}`)
      expect({ name, ...await look(page) }).toEqual({ name, violations: [], sideways: '', small: [] })
      expect(await page.locator('.outdoors .btn.big:visible').evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 55.5).map((each) => each.textContent))).toEqual([])
    }
    expect(errors).toEqual([])
    await context.close()
  })
})
