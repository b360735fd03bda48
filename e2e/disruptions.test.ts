import { afterAll, describe, expect, test } from 'vitest'
import { fi } from '../app/modules/disruptions/texts/fi.ts'
import { removeFolder, startProgram } from '../tests/program.ts'
import { desktop, openBrowser, phone, picture, reach, signInAs, watchErrors } from './browser.ts'
import { look, wrongOn } from './look.ts'
import { toldFolder } from './told.ts'

const folder = await toldFolder()
const program = await startProgram({ DATA_DIR: folder })
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); await program.stop(); removeFolder(folder) })
const { url } = program
const fine = { violations: [], sideways: '', small: [] }
/** Where the demonstration has nothing, so that what is heard is of this journey. */
const corners = ['61.6400 23.5200', '61.6400 23.5300', '61.6440 23.5300', '61.6440 23.5200'].join('\n')

describe.skipIf(!browser)('a disruption at 360 px', () => {
  test('a water cut is told in three screens, and reaches who it concerns and nobody else', async () => {
    // Aino has a place within it, Otso one beside it; both hear at once.
    const people = await Promise.all([['Aino Koskela', 61.642, 23.525], ['Otso Kangas', 61.6465, 23.525]].map(async ([name, latitude, longitude]) => {
      const context = await browser!.newContext({ ...phone })
      const page = await signInAs(context, url, name as string)
      const kept = await page.evaluate(async ([at, along]) => (await fetch('/fi/me/places', { method: 'POST', body: new URLSearchParams({ _do: 'save', name: 'Mökki', latitude: String(at), longitude: String(along), rhythm: 'inApp' }) })).status, [latitude, longitude])
      expect(kept).toBeLessThan(400)
      return { context, page }
    }))
    const official = await browser!.newContext({ ...phone })
    const page = await signInAs(official, url, 'Jari Niemi')
    const errors = watchErrors(page)
    let taps = 0
    await page.goto(`${url}/fi/disruptions/new`)
    expect(await look(page)).toEqual(fine)
    await picture(page, 'disruption-1-what')
    taps++; await page.getByRole('link', { name: 'Vesikatko' }).click()
    await page.getByRole('heading', { level: 1, name: fi.make.where }).waitFor()
    taps++; await page.locator('summary', { hasText: fi.make.draw }).click()
    await page.getByLabel(fi.make.shape).fill(corners)
    expect(await look(page)).toEqual(fine)
    await picture(page, 'disruption-2-where')
    taps++; await page.getByRole('button', { name: fi.make.next }).click()
    await page.getByRole('heading', { level: 1, name: fi.make.when }).waitFor()
    await page.getByLabel(fi.make.name).or(page.getByLabel(fi.make.text)).first().fill('Putki on rikki, korjaamme yön aikana.')
    expect(await look(page)).toEqual(fine)
    await picture(page, 'disruption-3-when')
    taps++; await page.getByRole('button', { name: fi.make.submit }).click()
    await page.getByText(fi.done.told).waitFor()
    expect(taps, 'from the kind to told').toBeLessThanOrEqual(6)
    expect(await look(page)).toEqual(fine)
    await picture(page, 'disruption-4-told')
    const title = (await page.getByRole('heading', { level: 1 }).textContent())!

    const [aino, otso] = people as [typeof people[0], typeof people[0]]
    await expect.poll(async () => { await aino.page.goto(`${url}/fi/me/notices`); return (await aino.page.locator('main').textContent())!.includes(title) }, { timeout: 20_000 }).toBe(true)
    await otso.page.goto(`${url}/fi/me/notices`)
    expect(await otso.page.locator('main').textContent()).not.toContain('Putki on rikki')
    await aino.page.goto(`${url}/fi`)
    await aino.page.locator('#disruptions').getByText(fi.why.near('Mökki')).waitFor()
    await picture(aino.page, 'disruption-5-koti')
    await otso.page.goto(`${url}/fi`)
    expect(await otso.page.locator('main').textContent()).not.toContain(fi.why.near('Mökki'))

    await page.locator('summary', { hasText: fi.keep.end }).click()
    await page.getByRole('button', { name: fi.keep.end }).click()
    await page.getByText(fi.done.ended).waitFor()
    expect(errors).toEqual([])
    await Promise.all([official.close(), ...people.map((each) => each.context.close())])
  })

  test('an area is drawn by keyboard alone', async () => {
    const context = await browser!.newContext({ ...phone })
    const page = await signInAs(context, url, 'Jari Niemi')
    await page.goto(`${url}/fi/disruptions/new?kind=power`)
    await reach(page, ({ tag, text }) => tag === 'SUMMARY' && text.includes(fi.make.draw))
    await page.keyboard.press('Enter')
    await reach(page, ({ text }) => text === fi.make.map.open)
    await page.keyboard.press('Enter')
    const here = page.getByRole('button', { name: fi.make.map.here })
    await here.waitFor()
    const moves = [[], Array<string>(12).fill('ArrowRight'), Array<string>(12).fill('ArrowDown')]
    for (const [i, keys] of moves.entries()) {
      await here.focus()
      await expect.poll(async () => { await page.keyboard.press('Enter'); return page.locator('.map-corner').count() }, { timeout: 15_000 }).toBe(i + 1)
      for (const key of keys) await page.keyboard.press(key)
    }
    expect((await page.getByLabel(fi.make.shape).inputValue()).split('\n')).toHaveLength(3)
    await page.getByRole('button', { name: fi.make.next }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: fi.make.when }).waitFor()
    await context.close()
  })

  test('without script an area is picked, and everyone reads the same', async () => {
    const context = await browser!.newContext({ ...phone, javaScriptEnabled: false })
    const page = await signInAs(context, url, 'Jari Niemi')
    await page.goto(`${url}/fi/disruptions/new?kind=heat`)
    await page.getByRole('checkbox', { name: 'Kirkonkylä' }).check()
    await page.getByRole('button', { name: fi.make.next }).click()
    await page.getByRole('button', { name: fi.make.submit }).click()
    await page.getByRole('heading', { level: 1, name: 'Lämpökatko: Kirkonkylä' }).waitFor()
    await page.goto(`${url}/fi/disruptions`)
    await page.getByRole('link', { name: 'Lämpökatko: Kirkonkylä' }).waitFor()
    await context.close()
  })

  test('the pages are for everyone: phone and desktop, light and dark, three languages', async () => {
    const { disruptions } = await (await fetch(`${url}/fi/disruptions.json`)).json() as { disruptions: { url: string }[] }
    const of = (language: string) => ['/disruptions', new URL(disruptions[0]!.url).pathname.slice(3), ''].map((path) => `${url}/${language}${path}`)
    for (const [more, addresses, what] of [[phone, of('fi'), 'all'], [{ ...desktop, colorScheme: 'dark' }, of('sv'), 'colours'], [{ ...phone, colorScheme: 'dark' }, of('en'), 'colours'], [desktop, of('en'), 'words']] as const) {
      const context = await browser!.newContext({ ...more })
      expect(await wrongOn(context, addresses, what)).toEqual([])
      await context.close()
    }
  })
})
