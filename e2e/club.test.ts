import sharp from 'sharp'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { fi as hours } from '../app/modules/directory/hours/texts/fi.ts'
import { fi as words } from '../app/modules/directory/entries/texts/fi.ts'
import { openBrowser, picture, reach } from './browser.ts'
import { look } from './look.ts'
import { mannersOf } from './manners.ts'
import { openSite } from './site.ts'

const { site, url, close, phoneOf: open } = await openSite()
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); close() })
const phoneOf = (who: string, more: object = {}) => open(browser!, who, more)
const fine = { violations: [], sideways: '', small: [] }
const { provider: p, keep: k } = words
/** A page as it stands is for everyone. */
async function good(page: Page, name: string) {
  expect({ name, ...await look(page) }).toEqual({ name, ...fine })
  expect({ name, manners: await mannersOf(page) }).toEqual({ name, manners: [] })
  await picture(page, `club-${name}`)
}
const noticed = async (page: Page, text: RegExp | string) => { await page.goto(`${url}/fi/me/notices`); await page.getByText(text).first().waitFor() }
const ownPage = async (page: Page) => { await page.goto(`${url}/fi/providers`); await page.getByRole('link', { name: p.ownPage }).click(); await page.getByRole('heading', { level: 1 }).waitFor() }

describe.skipIf(!browser)('a club keeps its own entry', () => {
  test('it asks, an official lets it in, it makes a service and a place with hours and a picture, and a resident finds it in other words', async () => {
    const [club, official] = [await phoneOf('ry'), await phoneOf('jari')]
    const { page } = club
    await page.goto(`${url}/fi/services`)
    await page.getByRole('link', { name: /Yhdistysten ja yritysten palvelut/ }).click()
    await page.getByRole('link', { name: p.ask }).click()
    await page.getByRole('textbox', { name: k.labels.offers! }).fill('Opetamme luistelua kaikenikäisille ja lainaamme luistimia.')
    await page.getByLabel(k.labels.email!).fill('luistelijat@koivula.example')
    await good(page, '1-ask')
    await page.getByRole('button', { name: p.send }).click()
    await page.getByText(p.states.asked).waitFor()
    await picture(page, 'club-2-asked')

    await official.page.goto(`${url}/fi/desk`)
    await picture(official.page, 'club-3-desk')
    await official.page.locator('#queue').getByRole('link', { name: 'Luistelijat ry' }).click()
    await official.page.getByRole('button', { name: p.approve, exact: true }).waitFor()
    await good(official.page, '4-decide')
    await official.page.getByRole('button', { name: p.approve, exact: true }).click() // the one tap
    await official.page.getByRole('button', { name: p.approve, exact: true }).waitFor({ state: 'detached' })

    await noticed(page, 'Luistelijat ry')
    await ownPage(page)
    await page.getByRole('link', { name: p.addService }).click()
    await page.getByRole('textbox', { name: k.labels.name!, exact: true }).fill('Luistelukoulu aikuisille')
    await page.getByLabel(k.labels.summary!).first().fill('Ensimmäiset potkut aikuisena, kaatumaan opetetaan ensin.')
    await page.getByLabel('Maksullinen').check()
    await good(page, '5-service')
    await page.getByRole('button', { name: k.publish }).click()
    await page.getByRole('heading', { level: 1, name: k.channels }).waitFor()
    await page.getByRole('link', { name: words.channelKinds.phone! }).click()
    await page.getByRole('textbox', { name: k.labels.name!, exact: true }).fill('Ilmoittaudu soittamalla')
    await page.getByLabel(k.labels.phone!).fill('040 123 4567')
    await good(page, '6-channel')
    await page.getByRole('button', { name: k.save, exact: true }).click()
    await page.getByText('Ilmoittaudu soittamalla').waitFor()

    await ownPage(page)
    await page.getByRole('link', { name: p.addPlace }).click()
    await page.getByRole('textbox', { name: k.labels.name!, exact: true }).fill('Luistelijoiden harjoitusjää')
    await page.getByLabel(k.labels.kind!).selectOption({ label: 'Luistelukenttä' })
    await page.locator('input[name=where]').fill('Keijärvi')
    await page.getByRole('button', { name: k.publish }).click()
    await page.getByRole('heading', { level: 1, name: 'Luistelijoiden harjoitusjää' }).waitFor()
    const place = new URL(page.url()).pathname
    await page.getByRole('navigation', { name: k.nav }).getByRole('link', { name: k.pictures }).click()
    await page.locator('input[type=file]').first().setInputFiles({ name: 'kentta.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: '#8fb8d0' } }).jpeg().toBuffer() })
    await page.getByLabel('Mitä kuvassa on?').first().fill('Lammen jäälle aurattu kaukalo.')
    await page.getByRole('button', { name: k.save, exact: true }).click()
    await page.locator('img.keptpicture').waitFor()
    await good(page, '7-pictures')
    await page.getByRole('navigation', { name: k.nav }).getByRole('link', { name: k.hours }).click()
    await page.getByRole('link', { name: hours.page.change, exact: true }).click()
    await page.getByRole('link', { name: hours.keep.addWeek }).click()
    await page.getByRole('group', { name: 'Maanantai' }).getByLabel(hours.keep.start).first().fill('16:00')
    await page.getByRole('group', { name: 'Maanantai' }).getByLabel(hours.keep.end).first().fill('20:30')
    await page.getByRole('button', { name: hours.keep.copy }).click()
    await expect.poll(() => page.getByRole('group', { name: 'Perjantai' }).getByLabel(hours.keep.end).first().inputValue()).toBe('20:30')
    await page.getByRole('button', { name: hours.keep.look }).click()
    await page.locator('#reads').waitFor()
    await good(page, '8-hours')
    await page.getByRole('button', { name: hours.keep.save, exact: true }).first().click()
    await page.getByText(hours.keep.saved).waitFor()
    await page.goto(url + place)
    await page.getByText('Lammen jäälle').or(page.getByAltText('Lammen jäälle aurattu kaukalo.')).first().waitFor()
    await good(page, '9-place')

    const resident = await phoneOf('aino')
    await resident.page.goto(`${url}/fi/search`)
    await resident.page.getByLabel('Mitä etsit?').fill('luistelukoulussa aikuisten')
    await resident.page.getByRole('button', { name: 'Hae', exact: true }).click()
    const hit = resident.page.locator('#results').locator('xpath=ancestor-or-self::section[1]').locator('li', { hasText: 'Luistelukoulu aikuisille' })
    expect(await hit.textContent()).toContain('Luistelijat ry')
    await good(resident.page, '10-search')
    await hit.getByRole('link').first().click()
    await resident.page.getByRole('heading', { level: 1, name: 'Luistelukoulu aikuisille' }).waitFor()
    await resident.page.getByRole('link', { name: 'Luistelijat ry' }).first().waitFor()
    expect(await resident.page.getByRole('link', { name: /040 123 4567|Soita/ }).first().getAttribute('href')).toMatch(/^tel:/)
    await good(resident.page, '11-service')
    await resident.page.goto(`${url}/fi/places?kind=rink`)
    expect(await resident.page.locator('article', { hasText: 'Luistelijoiden harjoitusjää' }).textContent()).toMatch(/Luistelijat ry/)
    expect((await site.send(`${place}/edit`, 'aino')).status, 'only who keeps it may change it').toBe(403)
    expect([...club.errors, ...official.errors, ...resident.errors]).toEqual([])
    await Promise.all([club, official, resident].map(({ context }) => context.close()))
  })

  test('without script: a no with its reason, asked again, let in from the list; a place is found by its name', async () => {
    const [company, official] = [await phoneOf('oy', { javaScriptEnabled: false }), await phoneOf('jari', { javaScriptEnabled: false })]
    const { page } = company
    const ask = async (offers: string) => {
      await page.goto(`${url}/fi/providers/new`)
      await page.getByRole('textbox', { name: k.labels.offers! }).fill(offers)
      await page.getByLabel(k.labels.email!).fill('ei osoite')
      await page.getByRole('button', { name: p.send }).click()
      await page.locator('.summary[role=alert] a').first().waitFor()
      expect(await page.getByRole('textbox', { name: k.labels.offers! }).inputValue()).toBe(offers)
      await page.getByLabel(k.labels.email!).fill('leipomo@koivula.example')
      await page.getByLabel(k.labels.topicId!).selectOption({ index: 1 })
      await page.getByRole('button', { name: p.send }).click()
      await page.getByText(p.states.asked).waitFor()
    }
    await ask('Leivomme.')
    await official.page.goto(`${url}/fi/providers`)
    await official.page.locator('#waiting').locator('xpath=ancestor-or-self::section[1]').getByRole('link', { name: p.refuse }).click()
    await official.page.locator('summary', { hasText: p.refuse }).click()
    await official.page.getByRole('textbox', { name: k.labels.reason! }).fill('Kertoisitteko tarkemmin, mitä kuntalaiset teiltä saavat?')
    await official.page.getByRole('button', { name: p.refuseButton }).click()
    await page.reload()
    await page.getByText('Kertoisitteko tarkemmin').first().waitFor()
    await picture(page, 'club-no')
    await ask('Kahvila, jossa voi myös varata kokoustilan ilmaiseksi.')
    await official.page.goto(`${url}/fi/providers`)
    await picture(official.page, 'club-waiting')
    await official.page.getByRole('form', { name: 'Leipomo Oy' }).getByRole('button', { name: p.approve }).click()
    await official.page.getByRole('link', { name: 'Leipomo Oy' }).waitFor()

    await page.goto(`${url}/fi/places/new`)
    await page.getByRole('button', { name: k.publish }).click()
    await page.locator('.summary[role=alert] a').first().waitFor()
    await page.getByRole('textbox', { name: k.labels.name!, exact: true }).fill('Leipomon kahvila')
    await page.getByLabel(k.labels.kind!).selectOption({ index: 1 })
    await page.locator('input[name=where]').fill('Keijärvi')
    await page.locator('[data-plain-where]').click()
    await page.locator('input[name=where_hit]').first().check()
    await picture(page, 'club-where-no-script')
    await page.getByRole('button', { name: k.publish }).click()
    await page.getByRole('heading', { level: 1, name: 'Leipomon kahvila' }).waitFor()
    await page.getByRole('navigation', { name: k.nav }).getByRole('link', { name: k.hours }).click()
    await page.getByRole('link', { name: hours.page.change, exact: true }).click()
    await page.getByRole('link', { name: hours.keep.addException }).click()
    await page.getByLabel(hours.keep.firstDay, { exact: true }).fill('2026-12-24')
    await page.getByLabel(hours.keep.whole).selectOption({ label: 'Suljettu' })
    await page.getByRole('button', { name: hours.keep.save, exact: true }).click()
    await page.getByText(hours.keep.saved).waitFor()
    await Promise.all([company, official].map(({ context }) => context.close()))
  })

  test('by keyboard alone: a service and how to reach it', async () => {
    const { context, page, errors } = await phoneOf('oy')
    await ownPage(page)
    const press = async (matches: Parameters<typeof reach>[1]) => { await reach(page, matches); await page.keyboard.press('Enter') }
    await press(({ tag, text }) => tag === 'A' && text === p.addService)
    await page.getByRole('heading', { level: 1, name: k.newService }).waitFor()
    await reach(page, ({ label }) => label.startsWith(k.labels.name!))
    await page.keyboard.type('Kokoustila yhdistyksille')
    await press(({ tag, text }) => tag === 'BUTTON' && text === k.publish)
    await page.getByRole('heading', { level: 1, name: k.channels }).waitFor()
    await press(({ tag, text }) => tag === 'A' && text.trim() === words.channelKinds.email)
    await page.locator('input[name=email]').waitFor()
    await reach(page, ({ label }) => label.startsWith(k.labels.name!))
    await page.keyboard.type('Varaa kirjoittamalla')
    await reach(page, ({ label }) => label.startsWith(k.labels.email!))
    await page.keyboard.type('leipomo@koivula.example')
    await page.keyboard.press('Enter')
    await page.getByText(k.saved).waitFor()
    await page.getByText('Varaa kirjoittamalla').waitFor()
    expect(errors).toEqual([])
    await context.close()
  })
})
