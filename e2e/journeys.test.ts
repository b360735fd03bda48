import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { dataFolder, removeFolder, startProgram } from '../tests/program.ts'
import { openBrowser, phone, signInAs, watchErrors } from './browser.ts'

const folder = dataFolder()
const program = await startProgram({ DATA_DIR: folder })
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); await program.stop(); removeFolder(folder) })
const url = program.url

/** The newest mail to an address in the local mailbox, waited for; its links. */
async function mailTo(page: Page, address: string): Promise<string[]> {
  for (let waited = 0; waited < 15_000; waited += 300) {
    await page.goto(`${url}/fi/mailbox`)
    const letter = page.locator('main section').filter({ hasText: address }).first()
    if (await letter.count()) {
      const links = await letter.locator('a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
      if (links.some((link) => link.startsWith(url))) return links.filter((link) => link.startsWith(url))
    }
    await page.waitForTimeout(300)
  }
  throw new Error(`no mail to ${address}`)
}
/** When similar ideas stop the first send, sends all the same. */
async function sendAnyway(page: Page) {
  const anyway = page.getByRole('button', { name: 'Lähetä silti' })
  await Promise.race([page.waitForURL(/\/ideas\/[0-9a-f-]{36}/), page.getByText('Vielä yksi askel').waitFor(), anyway.waitFor()])
  if (await anyway.count()) await anyway.click()
}
async function ideaOf(context: BrowserContext, title: string, text: string): Promise<string> {
  const page = (await context.cookies()).some((each) => each.name.includes('session')) ? await context.newPage() : await signInAs(context, url, 'Otso Kangas')
  await page.goto(`${url}/fi/ideas/new`)
  await page.getByLabel(/^Otsikko/).fill(title)
  await page.getByLabel(/^Kerro lisää/).fill(text)
  await page.getByRole('button', { name: 'Lähetä idea' }).click()
  await sendAnyway(page)
  await page.waitForURL(/\/ideas\/[0-9a-f-]{36}/)
  const path = new URL(page.url()).pathname
  await page.close()
  return path
}
const fresh = async () => { const context = await browser!.newContext(phone); context.setDefaultTimeout(8000); return context }

describe.skipIf(!browser)('journeys at 360 px', () => {
  test('a visitor at a bus stop sends an idea and confirms it by the link in the mail', async () => {
    const context = await fresh()
    const page = await context.newPage()
    const errors = watchErrors(page)
    await page.goto(`${url}/fi`)
    await page.getByRole('link', { name: 'Sano tai tee' }).click()
    await page.getByRole('link', { name: /Idea/ }).first().click()
    await page.getByLabel(/^Otsikko/).fill('Katos Vuorentaustan pysäkille')
    await page.getByLabel(/^Kerro lisää/).fill('Sateella odottajat kastuvat, koska pysäkillä ei ole katosta.')
    await page.getByLabel(/^Nimesi/).fill('Veikko Vierailija')
    await page.getByLabel(/^Sähköposti/).fill('veikko@esimerkki.fi')
    await page.getByRole('button', { name: 'Lähetä idea' }).click()
    await sendAnyway(page)
    await page.getByText('Vielä yksi askel').waitFor()
    const [link] = (await mailTo(page, 'veikko@esimerkki.fi')).filter((each) => each.includes('/confirm/'))
    expect(await (await fetch(`${url}/fi/ideas`)).text()).not.toContain('Katos Vuorentaustan pysäkille')
    await page.goto(link!)
    await page.getByRole('button', { name: 'Vahvista ja julkaise' }).click()
    await page.waitForLoadState()
    await expect.poll(async () => (await (await fetch(`${url}/fi/ideas?x=${Date.now()}`)).text()).includes('Katos Vuorentaustan pysäkille')).toBe(true)
    expect(errors).toEqual([])
    await context.close()
  })

  test('similar ideas appear while writing, and one is supported instead', async () => {
    const context = await fresh()
    const page = await signInAs(context, url, 'Aino Koskela')
    await page.goto(`${url}/fi/ideas/new`)
    await page.getByLabel(/^Otsikko/).pressSequentially('Uimahallin käyttöasteen näkeminen verkosta', { delay: 10 })
    await page.getByLabel(/^Kerro lisää/).fill('Olisi hyvä nähdä, kuinka täynnä uimahalli on.')
    const similar = page.getByRole('link', { name: 'Uimahallin käyttöaste verkkoon' })
    await similar.waitFor()
    await page.getByRole('button', { name: /Kannata tätä.*Uimahallin käyttöaste verkkoon/ }).click()
    await page.waitForURL(/\/ideas\/[0-9a-f-]{36}/)
    await page.getByRole('button', { name: /Kannatat · \d+/ }).waitFor()
    await context.close()
  })

  test('an idea is followed by e-mail without an account, and stopped with one tap', async () => {
    const context = await fresh()
    const path = await ideaOf(context, 'Skeittipuisto Kirkonkylään nuorille', 'Nuoret toivovat betonista skeittipuistoa urheilukentän viereen.')
    await context.clearCookies()
    const page = await context.newPage()
    await page.goto(url + path)
    await page.getByRole('link', { name: /Seuraa/ }).first().click()
    await page.getByRole('textbox', { name: 'Sähköposti' }).fill('seuraaja@esimerkki.fi')
    await page.getByLabel(/^Heti/).check()
    await page.getByRole('button', { name: 'Seuraa' }).click()
    await page.getByText('Katso vielä sähköpostisi').waitFor()
    const [confirm] = (await mailTo(page, 'seuraaja@esimerkki.fi')).filter((link) => link.includes('/follow/confirm/'))
    await page.goto(confirm!)
    await page.getByRole('button', { name: 'Kyllä, seuraan' }).click()
    await page.getByText('Seuraat nyt tätä').waitFor()

    const official = await fresh()
    const desk = await signInAs(official, url, 'Jari Niemi')
    await desk.goto(`${url}${path}/route`)
    if (await desk.getByRole('combobox', { name: 'Yksikkö' }).count()) {
      await desk.getByRole('combobox', { name: 'Yksikkö' }).selectOption({ label: 'Vapaa-aikapalvelut' })
      await desk.getByLabel('Kerro asukkaille miksi').fill('Nuorten paikoista vastaa vapaa-aika, joten siirsimme idean sinne.')
      await desk.getByRole('button', { name: 'Ohjaa idea' }).click()
      await desk.waitForLoadState()
    }
    await expect.poll(async () => { await page.goto(`${url}/fi/mailbox`); return (await page.locator('main').innerText()).includes('joten siirsimme idean sinne') }, { timeout: 15_000 }).toBe(true)
    const stop = (await mailTo(page, 'seuraaja@esimerkki.fi')).find((link) => link.includes('/stop/'))
    await page.goto(stop!)
    await page.getByRole('button', { name: 'Lopeta viestit' }).click()
    await page.getByText('Viestit on lopetettu').waitFor()
    await context.close(); await official.close()
  })

  test('an official answers three at once from the desk, and followers hear', async () => {
    const context = await fresh()
    const titles = ['Hiihtoladun valot iltaan', 'Frisbeegolfrata harjulle', 'Ulkokuntosali Kuruun rantaan']
    for (const title of titles) await ideaOf(context, `${title} ${Date.now() % 1000}`, 'Liikunta kuuluu kaikille, ja luistelukentän tapaan tämäkin olisi lähellä.')
    const official = await browser!.newContext({ ...phone, viewport: { width: 1280, height: 900 }, isMobile: false })
    const desk = await signInAs(official, url, 'Jari Niemi')
    await desk.goto(`${url}/fi/desk?sort=newest`)
    for (const title of titles) await desk.getByLabel(new RegExp(`Valitse: ${title}`)).check()
    await desk.getByRole('button', { name: /Vastaa valittuihin/ }).click()
    await desk.getByRole('heading', { name: 'Vastaa 3 ideaan' }).waitFor()
    await desk.getByLabel(/Viemme eteenpäin/).check()
    await desk.getByLabel('Perustelu').fill('Kiitos ideasta! Teemme tästä suunnitelman ja kerromme kuukauden päästä, miten se etenee.')
    await desk.getByRole('button', { name: 'Julkaise 3 vastausta' }).click()
    await desk.getByText('3 vastausta on julkaistu').waitFor()
    const page = await context.newPage()
    await expect.poll(async () => { await page.goto(`${url}/fi/me/notices`); const said = await page.locator('main').innerText(); return titles.every((title) => said.includes(title)) }, { timeout: 15_000 }).toBe(true)
    await context.close(); await official.close()
  })

  test('two ideas are merged, and a supporter is asked before the support moves', async () => {
    const writer = await fresh()
    const kept = await ideaOf(writer, 'Pulkkamäen valaistus Siivikkalassa', 'Pulkkamäessä on pimeää jo kello kolme, ja lapset törmäilevät.')
    const merged = await ideaOf(writer, 'Valot Siivikkalan pulkkamäkeen', 'Pulkkamäkeen tarvitaan valot, jotta siellä voi laskea koulun jälkeen.')
    const supporter = await fresh()
    const aino = await signInAs(supporter, url, 'Aino Koskela')
    await aino.goto(url + merged)
    await aino.getByRole('button', { name: /^Kannata ·/ }).click()
    await aino.getByRole('button', { name: /^Kannatat ·/ }).waitFor()

    const official = await fresh()
    const admin = await signInAs(official, url, 'Antti Heino')
    await admin.goto(`${url}${merged}/merge?q=${encodeURIComponent('Pulkkamäen valaistus')}`)
    await admin.getByLabel(/Pulkkamäen valaistus Siivikkalassa/).check()
    const sentence = admin.getByLabel(/Mitä kerrot kaikille/)
    if (await sentence.count()) await sentence.fill('Molemmissa toivotaan valoja samaan mäkeen, joten jatkamme yhdessä.')
    await admin.getByRole('button', { name: 'Yhdistä ideat' }).click()
    await admin.waitForURL((address) => !address.pathname.endsWith('/merge'))

    await aino.goto(`${url}${merged}/merged`)
    await aino.getByRole('button', { name: 'Kyllä, siirrä kannatukseni' }).click()
    await aino.getByText('Kannatuksesi on nyt ideassa').waitFor()
    await aino.goto(url + kept)
    await aino.getByRole('button', { name: 'Kannatat · 1' }).waitFor()
    for (const each of [writer, supporter, official]) await each.close()
  })

  test('a CSV with bad rows is mapped, checked and imported without them', async () => {
    const context = await fresh()
    const admin = await signInAs(context, url, 'Antti Heino')
    await admin.goto(`${url}/fi/ideas/import`)
    const csv = 'title;text;date;author\nPenkki Asemantielle;Asemantiellä ei ole yhtään penkkiä levähtää.;2025-03-01;Maija\n;Otsikko puuttuu tästä rivistä.;2025-03-02;Matti\nLiian myöhäinen;Päivämäärä on mahdoton tällä rivillä.;2025-13-45;Meri\n'
    await admin.locator('input[type=file]').setInputFiles({ name: 'ideat.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await admin.getByRole('button', { name: 'Lähetä ja tarkista' }).click()
    await admin.getByText('2 riviä ei kelpaa').waitFor()
    expect(await admin.locator('main').innerText()).toMatch(/Ei ole päivämäärä/)
    await admin.getByRole('button', { name: 'Tuo vain 1 kunnossa oleva rivi' }).click()
    await admin.getByText('Tuotiin 1.').waitFor()
    await expect.poll(async () => (await (await fetch(`${url}/fi/search?q=Penkki+Asemantielle&x=${Date.now()}`)).text()).includes('Penkki Asemantielle')).toBe(true)
    await context.close()
  })

  test('everything basic works without JavaScript', async () => {
    const context = await browser!.newContext({ ...phone, javaScriptEnabled: false })
    const page = await signInAs(context, url, 'Otso Kangas')
    await page.goto(`${url}/fi/ideas`)
    await page.getByRole('link', { name: 'Kannatetuimmat' }).click()
    await page.goto(`${url}/fi/search`)
    await page.getByRole('searchbox').or(page.locator('main input[name=q]')).first().fill('luistelukentän valot')
    await page.locator('main form button').first().click()
    await page.locator('main a[href*="/ideas/"]').first().click()
    await page.waitForURL(/\/ideas\/[0-9a-f-]{36}/)
    const idea = page.url()
    const support = page.getByRole('button', { name: /^Kanna(ta|tat) ·/ })
    const before = await support.innerText()
    await support.click()
    await page.waitForLoadState()
    expect(await page.getByRole('button', { name: /^Kanna(ta|tat) ·/ }).innerText()).not.toBe(before)
    const text = page.getByLabel(/^Kommenttisi/)
    if (!await text.isVisible()) await page.locator('summary').filter({ hasText: 'Kirjoita kommentti' }).click()
    await text.fill('Hyvä ajatus, ja helppo kokeilla heti ilman skriptejäkin.')
    await page.getByLabel('Puolesta').first().check()
    await page.getByRole('button', { name: 'Lähetä kommentti' }).click()
    await page.getByText('helppo kokeilla heti ilman skriptejäkin').first().waitFor()
    expect(page.url().startsWith(idea)).toBe(true)
    await page.goto(`${url}/fi/ideas/new`)
    await page.getByLabel(/^Otsikko/).fill('Lyh')
    await page.getByRole('button', { name: 'Lähetä idea' }).click()
    expect(await page.getByLabel(/^Otsikko/).inputValue()).toBe('Lyh')
    expect(await page.getByRole('alert').innerText()).toMatch(/Korjaa/)
    await context.close()
  })

  test('the idea journey by keyboard alone', async () => {
    const context = await fresh()
    const page = await signInAs(context, url, 'Otso Kangas')
    await page.goto(`${url}/fi/ideas/new`)
    const reach = async (matches: (focused: { tag: string; text: string; label: string }) => boolean) => {
      for (let i = 0; i < 80; i++) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(() => { const e = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> }; return { tag: e.tagName, text: e.innerText ?? '', label: e.labels?.[0]?.innerText ?? '' } })
        if (matches(focused)) {
          const outlined = await page.evaluate(() => { const s = getComputedStyle(document.activeElement!); return s.outlineStyle !== 'none' && Number.parseFloat(s.outlineWidth) >= 2 })
          expect(outlined, `${focused.tag} ${focused.text || focused.label} shows where the focus is`).toBe(true)
          return
        }
      }
      throw new Error('not reachable by Tab')
    }
    await reach((f) => f.label.startsWith('Otsikko'))
    await page.keyboard.type('Keinut Kurun rantapuistoon näppäimistöllä')
    await reach((f) => f.label.startsWith('Kerro lisää'))
    await page.keyboard.type('Rantapuistossa on hiekkalaatikko mutta ei keinuja.')
    await reach((f) => f.tag === 'BUTTON' && f.text.startsWith('Lähetä idea'))
    await page.keyboard.press('Enter')
    await page.waitForLoadState()
    await page.waitForTimeout(500)
    if (await page.getByRole('button', { name: 'Lähetä silti' }).count()) { await reach((f) => f.text.startsWith('Lähetä silti')); await page.keyboard.press('Enter') }
    await page.waitForURL(/\/ideas\/[0-9a-f-]{36}/)
    await reach((f) => f.tag === 'BUTTON' && f.text.startsWith('Kannata ·'))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Kannatat · 1' }).waitFor()
    await context.close()
  })

  test('an open page hears: the bell gets its dot without a reload', async () => {
    const context = await fresh()
    const path = await ideaOf(context, 'Kelluva sauna Näsijärven rantaan', 'Sauna toisi elämää rantaan myös talvella, ja avanto on jo valmiina.')
    const page = await context.newPage()
    await page.goto(`${url}/fi/community`)
    const before = await page.locator('#bell').getAttribute('aria-label')
    const other = await fresh()
    const aino = await signInAs(other, url, 'Aino Koskela')
    await aino.goto(url + path)
    const text = aino.getByLabel(/^Kommenttisi/)
    if (!await text.isVisible()) await aino.locator('summary').filter({ hasText: 'Kirjoita kommentti' }).click()
    await text.fill('Kannatan lämpimästi, kirjaimellisesti.')
    await aino.getByRole('button', { name: 'Lähetä kommentti' }).click()
    await expect.poll(() => page.locator('#bell').getAttribute('aria-label'), { timeout: 10_000 }).not.toBe(before)
    await context.close(); await other.close()
  })

  test('a draft survives a closed page', async () => {
    const context = await fresh()
    const page = await context.newPage()
    await page.goto(`${url}/fi/ideas/new`)
    await page.getByLabel(/^Otsikko/).fill('Keskeneräinen ajatus')
    await page.getByLabel(/^Kerro lisää/).fill('Bussi tuli kesken kirjoittamisen.')
    await page.waitForTimeout(800)
    await page.goto(`${url}/fi`)
    await page.goto(`${url}/fi/ideas/new`)
    await expect.poll(() => page.getByLabel(/^Otsikko/).inputValue()).toBe('Keskeneräinen ajatus')
    await context.close()
  })
})
