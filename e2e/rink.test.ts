import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { mailAtOnce } from '#core/notices/rounds.server.ts'
import { keepHours, keepPlace, placeFacts } from '#modules/directory/server'
import { counterForm, makeCounter, passages } from '#modules/occupancy/server'
import { openBrowser, picture } from './browser.ts'
import { look } from './look.ts'
import { openSite } from './site.ts'

const { site, url, close, phoneOf: open } = await openSite()
const { house, jari } = site
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); close() })
const phoneOf = (who: string, more: object = {}) => open(browser!, who, more)

// Pages ask the server what the time is, so the town lives now; what is open is open around the clock.
house.time = new Date()
const allDay = (state: 'open' | 'closed') => [{ groups: [{ spans: [{ weekdays: null, fullDay: true, state }] }] }]
/** A rink with hours and someone at its door who counts. */
async function rink(name: string, latitude: number, state: 'open' | 'closed') {
  const { id } = await jari.does(keepPlace, placeFacts.parse({ kind: 'rink', name: { fi: name, sv: name, en: name }, longitude: 23.6, latitude, street: { fi: 'Kenttätie 1' }, priceKind: 'free' }), { unitId: site.units.sports })
  await jari.does(keepHours, id, 'place', allDay(state))
  return { id, counter: (await jari.does(makeCounter, id, counterForm.parse({ nameFi: 'Kenttä', way: 'manual', capacity: '60' })) as { id: string }).id }
}
const home = await rink('Kirkonkylän kenttä', 61.55, 'open'), far = await rink('Vuorentaustan kenttä', 61.58, 'closed')
let taps = 0
/** A field worker's one tap at the home rink. */
const tell = async (what: string) => expect((await site.send('/fi/field/places/sync', 'jari', { method: 'PATCH', headers: { origin: 'http://localhost:3000', accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ say: what, placeId: home.id, clientId: `a-tap-of-jari-${++taps}`, person: jari.id }) })).status).toBe(200)
const morning = house.time

describe.skipIf(!browser)('is the rink iced and crowded, before I leave', () => {
  test('three taps from Koti: iced, good, quiet; heard at once when it is iced; nothing that is too old to be true', async () => {
    await jari.does(passages, home.counter, [{ clientId: 'twelve-are-here', at: house.time.toISOString(), inside: 12 }])
    await tell('saw ice good')
    const { context, page, errors } = await phoneOf('aino')
    await page.goto(`${url}/fi`)
    await page.getByRole('navigation').getByRole('link', { name: 'Palvelut' }).first().click()
    await page.getByRole('link', { name: 'Luistelukenttä' }).click()
    const listed = page.locator('article', { has: page.getByRole('link', { name: 'Kirkonkylän kenttä' }) })
    expect(await listed.textContent()).toMatch(/Jää: hyvä/)
    expect(await listed.textContent()).toMatch(/Hiljaista/)
    await picture(page, 'rink-list')
    await page.getByRole('link', { name: 'Auki nyt' }).click()
    await page.getByRole('link', { name: 'Vuorentaustan kenttä' }).waitFor({ state: 'detached' })
    expect(await listed.textContent()).toMatch(/Avoinna/)
    await page.goBack()
    await page.getByRole('link', { name: 'Kirkonkylän kenttä' }).click() // the third tap
    await page.getByRole('heading', { level: 1, name: 'Kirkonkylän kenttä' }).waitFor()
    const crowd = page.locator('#crowd').locator('xpath=ancestor-or-self::section[1]')
    expect(await crowd.textContent()).toMatch(/Hiljaista.*Noin 20–30 % tilasta käytössä.*Laskettu klo/s)
    expect(await crowd.textContent(), 'a small count is never exact').not.toMatch(/\b12\b/)
    expect(await crowd.locator('.crowd-bar .used').count()).toBe(2)
    await page.getByLabel('jää on jäädytetty').check()
    await page.getByRole('button', { name: 'Seuraa', exact: true }).click()
    await page.getByText(/Seuraat|seuraat/).first().waitFor()
    await tell('did iced')
    await page.goto(`${url}/fi/places/${home.id}`)
    await page.getByText(/Jäädytetty klo/).first().waitFor()
    expect(await look(page)).toEqual({ sideways: '', violations: [], small: [] })
    await picture(page, 'rink-page')
    await page.goto(`${url}/fi/me/notices`)
    await page.getByText(/Kirkonkylän kenttä: jää on jäädytetty/).first().waitFor()
    await picture(page, 'rink-notice')
    house.time = new Date(morning.getTime() + 4 * 86_400_000)
    await page.goto(`${url}/fi/places?kind=rink`)
    expect(await listed.textContent(), 'four days later nobody knows').not.toMatch(/Jää: hyvä|Hiljaista|Jäädytetty/)
    house.time = morning
    expect(errors).toEqual([])
    await context.close()
  })

  test('many at the rink: the words and the bar grow', async () => {
    const { context, page } = await phoneOf('otso')
    for (const [inside, word, parts] of [[30, 'Tavallista', 5], [45, 'Ruuhkaista', 7], [60, 'Täynnä', 10]] as const) {
      house.time = new Date(house.time.getTime() + 300_000)
      await jari.does(passages, home.counter, [{ clientId: `there-are-${inside}`, at: house.time.toISOString(), inside }])
      await page.goto(`${url}/fi/places/${home.id}`)
      expect(await page.locator('.crowd-word').textContent()).toContain(word)
      expect(await page.locator('.crowd-bar .used').count()).toBe(parts)
    }
    await picture(page, 'rink-full')
    house.time = morning
    await context.close()
  })

  test('without an account and without a script: the wish by e-mail is confirmed, and the letter comes when the ice is new', async () => {
    const email = 'luistelija@koti.example'
    const letters = async () => (await house.database.owner.execute<{ subject: string; text: string }>(sql`select subject, text from notices.mail where "to" = ${email} order by created_at, id`)).rows
    const { context, page } = await phoneOf('guest', { javaScriptEnabled: false })
    await page.goto(`${url}/fi/places/${home.id}`)
    const form = page.getByRole('form', { name: 'Seuraa paikkaa' })
    await form.getByLabel('jää on jäädytetty').check()
    await form.getByLabel('Sähköpostiosoite').fill('ei osoite')
    await form.getByRole('button', { name: 'Seuraa sähköpostilla' }).click()
    await page.locator('.summary[role=alert] a').first().waitFor()
    expect(await page.getByLabel('jää on jäädytetty').isChecked(), 'nothing that was chosen is lost').toBe(true)
    await page.getByLabel('Sähköpostiosoite').fill(email)
    await page.getByRole('button', { name: 'Seuraa sähköpostilla' }).click()
    await page.getByText('Katso sähköpostisi.').waitFor()
    await picture(page, 'rink-wish-asked')
    await tell('did iced')
    await mailAtOnce(house)
    const [asks, ...none] = await letters()
    expect(none, 'nothing before the address is confirmed').toEqual([])
    await page.goto(url + new URL(/https?:\/\/\S*\/follow\/confirm\/\S*/.exec(asks!.text)![0]).pathname)
    await page.getByRole('button', { name: 'Kyllä, seuraan' }).click()
    await page.getByText('Seuraat nyt tätä.').waitFor()
    house.time = new Date(morning.getTime() + 6 * 3_600_000)
    await tell('did iced')
    await mailAtOnce(house)
    expect((await letters()).map((each) => each.subject)).toEqual([asks!.subject, expect.stringContaining('Kirkonkylän kenttä')])
    expect((await letters())[1]!.text).toContain('jää on jäädytetty')
    house.time = morning
    await context.close()
  })
})

describe.skipIf(!browser)('who counts at the door', () => {
  test('taps wait on the phone without a network, and each is counted once when it is back', async () => {
    const { context, page } = await phoneOf('saara')
    await page.goto(`${url}/fi/field/counter/${far.counter}`)
    await page.locator('is-land[data-ready]').waitFor()
    await context.setOffline(true)
    for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Tuli sisään' }).click()
    await page.getByRole('button', { name: 'Lähti' }).click()
    await page.getByText('Odottaa verkkoa: 4').waitFor()
    await expect.poll(() => page.locator('.hand-count b').textContent()).toBe('2')
    await picture(page, 'counter-offline')
    house.time = new Date(house.time.getTime() + 60_000)
    await context.setOffline(false)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.getByText('Odottaa verkkoa').waitFor({ state: 'detached' })
    expect(await page.locator('.hand-count b').textContent()).toBe('2')
    await page.reload()
    expect(await page.locator('.hand-count b').textContent(), 'the house has the same').toBe('2')
    await context.close()
  })
})
