import type { Page } from 'playwright-core'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, test } from 'vitest'
import { removeFolder, startProgram } from '../tests/program.ts'
import { openBrowser, phone, picture, signInAs, watchErrors } from './browser.ts'
import { comment, publishMatter } from './matter.ts'
import { toldFolder } from './told.ts'

const folder = await toldFolder()
const program = await startProgram({ DATA_DIR: folder })
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); await program.stop(); removeFolder(folder) })
const { url } = program
const fresh = async () => { const context = await browser!.newContext(phone); context.setDefaultTimeout(25_000); return context }

/** Someone of the demonstration with a phone of their own. */
const someone = async (name: string, at = url) => signInAs(await fresh(), at, name)
const leave = (...pages: Page[]) => Promise.all(pages.map((page) => page.context().close()))

/** What a PDF is called and all that it says. */
async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { info } = await pdf.getMetadata() as { info: { Title?: string } }
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, i) => (await (await pdf.getPage(i + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')))
  return { title: info.Title, text: pages.join(' ').replace(/\s+/g, ' ') }
}

describe.skipIf(!browser)('taking part at 360 px', () => {
  test('a hearing: a section, a sentence, the closing, its summary, and the report opened as a PDF', async () => {
    const jari = await someone('Jari Niemi')
    const title = 'Kirkonkylän liikuntapuiston suunnitelma'
    const path = await publishMatter(jari, url, { title, thought: 'Suunnitelma on luonnos. Käydään se läpi kohta kohdalta.' })
    await jari.getByRole('link', { name: 'Täydennä ja vie eteenpäin' }).tap()
    await jari.getByRole('link', { name: 'Asiakirja' }).tap()
    for (const [name, text] of [['Valaistus', 'Reitit valaistaan iltakymmeneen. Valot himmenevät, kun kukaan ei kulje.'], ['Pysäköinti', 'Autopaikkoja on kaksikymmentä. Pyörille tulee katos.']] as const) {
      const form = jari.getByRole('group').filter({ hasText: 'Lisää kohta' }).last()
      if (await form.getAttribute('open') === null) await form.locator('summary').first().tap()
      await jari.locator('#add-title').fill(name)
      await jari.locator('#add-text').fill(text)
      await jari.locator('form').filter({ has: jari.locator('#add-title') }).getByRole('button', { name: 'Lisää kohta' }).tap()
      await jari.getByText('Muutos on tallessa').waitFor()
      await jari.locator('summary').filter({ hasText: name }).waitFor()
    }
    await picture(jari, '4-hearing-1-document')
    await move(jari, path, 'Kuuleminen', 'Ideat on koottu suunnitelmaksi, ja nyt kuulemme siitä.')

    const otso = await someone('Otso Kangas')
    const errors = watchErrors(otso)
    await otso.goto(url + path)
    const lighting = otso.locator('article.heard', { hasText: 'Valaistus' })
    await lighting.locator('p', { hasText: 'Valot himmenevät' }).waitFor()
    await picture(otso, '4-hearing-2-matter')
    await select(otso, 'Valot himmenevät, kun kukaan ei kulje.')
    await otso.locator('.passage-button').getByRole('button', { name: 'Kommentoi tätä kohtaa' }).tap()
    expect(await lighting.getByLabel('Mitä kohtaa kommenttisi koskee?').inputValue()).toBe('Valot himmenevät, kun kukaan ei kulje.')
    await lighting.getByRole('textbox', { name: 'Kommenttisi' }).fill('Himmeä valo on liian vähän talvella, kun lumi puuttuu.')
    await lighting.getByLabel('Vastaan').check()
    await picture(otso, '4-hearing-3-sentence')
    await lighting.getByRole('button', { name: 'Lähetä kommentti' }).tap()
    await lighting.locator('.comment', { hasText: 'Himmeä valo on liian vähän' }).waitFor()
    await picture(otso, '4-hearing-4-said')

    const aino = await someone('Aino Koskela')
    await aino.goto(url + path)
    const parking = aino.locator('article.heard', { hasText: 'Pysäköinti' })
    await parking.locator('summary').filter({ hasText: 'Kommentoi tätä kohtaa' }).tap()
    await parking.getByRole('textbox', { name: 'Kommenttisi' }).fill('Katoksen pitää olla lähempänä ovea kuin autopaikkojen.')
    await parking.getByRole('button', { name: 'Lähetä kommentti' }).tap()
    await parking.locator('.comment', { hasText: 'lähempänä ovea' }).waitFor()

    await jari.goto(`${url}${path}/manage/comments`)
    await jari.locator('summary').filter({ hasText: 'Rajaa' }).tap()
    await jari.getByLabel('Kohta', { exact: true }).selectOption({ label: 'Valaistus' })
    await jari.getByRole('button', { name: 'Rajaa' }).tap()
    await jari.getByLabel(/^Valitse kommentti: Otso/).check()
    await jari.getByLabel('Käytettiin', { exact: true }).check()
    await jari.getByLabel('Koska …').fill('valot pidetään talvella kirkkaina koko illan.')
    await jari.getByLabel(/^Teema \(/).fill('Talvi')
    await jari.getByRole('button', { name: 'Kerro kirjoittajille' }).tap()
    await jari.getByText('Vastasit yhteen kommenttiin').waitFor()
    await move(jari, path, 'Päätös', 'Kuuleminen on päättynyt. Lautakunta päättää suunnitelmasta.')

    await otso.goto(url + path)
    await otso.getByText(/Kuuleminen on päättynyt\. Yhteenveto tulee viimeistään/).waitFor()
    expect(await lighting.locator('details.write').count()).toBe(0)
    await picture(otso, '4-hearing-5-ended')
    await jari.goto(`${url}${path}/manage/summary`)
    await jari.getByLabel('Yhteenveto', { exact: true }).fill('Valaistuksesta ja pysäköinnistä puhuttiin eniten. Talvivalot muuttuvat ehdotukseen, katoksen paikka tutkitaan.')
    await jari.getByRole('button', { name: 'Julkaise yhteenveto' }).tap()
    await jari.getByText('Talvivalot muuttuvat ehdotukseen').first().waitFor()

    await otso.reload()
    await otso.getByRole('heading', { name: 'Kuulemisen yhteenveto' }).waitFor()
    expect(await otso.getByText('Yhteenveto tulee viimeistään').count()).toBe(0)
    await picture(otso, '4-hearing-6-summary')
    await otso.getByRole('link', { name: 'Kuulemisen raportti' }).tap()
    await otso.getByRole('heading', { level: 1, name: 'Kuulemisen raportti' }).waitFor()
    await otso.getByText('Käytettiin, koska valot pidetään talvella kirkkaina koko illan.').waitFor()
    await picture(otso, '4-hearing-7-report')
    const file = await otso.request.get(url + (await otso.getByRole('link', { name: 'Raportti PDF-tiedostona' }).getAttribute('href'))!)
    expect(file.headers()['content-type']).toBe('application/pdf')
    const pdf = await readPdf(await file.body())
    expect(pdf.title).toBe(`Kuulemisen raportti: ${title}`)
    for (const said of ['Himmeä valo on liian vähän talvella', 'Katoksen pitää olla lähempänä ovea', 'Talvivalot muuttuvat ehdotukseen']) expect(pdf.text).toContain(said)
    expect(pdf.text).not.toContain('Kangas')
    expect(errors).toEqual([])
    await leave(jari, otso, aino)
  }, 90_000)

  test('a matter of two municipalities: Ylöjärvi asks, Nokia comes along, and what is said there is read here', async () => {
    const jari = await someone('Jari Niemi')
    const title = 'Yhteinen hiihtoverkko harjulle'
    const path = await publishMatter(jari, url, { title, thought: 'Ladut katkeavat kuntarajaan. Voisiko niitä ajaa yhdellä koneella?' })
    await jari.getByRole('link', { name: 'Valmistele yhdessä' }).tap()
    await jari.getByRole('combobox', { name: 'Kunta' }).selectOption({ label: 'Nokia' })
    await jari.getByLabel(/^Viesti sen viranhaltijoille/).fill('Teillä on kone, meillä kuljettaja. Lähdettekö mukaan?')
    await picture(jari, '5-joint-1-asking')
    await jari.getByRole('button', { name: 'Lähetä kutsu' }).tap()
    await jari.getByText('Kutsu lähti').waitFor()
    await jari.getByText('Kutsuttu').waitFor()

    const ossi = await someone('Ossi Leino', `${url}/nokia`)
    await ossi.goto(`${url}/nokia/fi/joint`)
    await picture(ossi, '5-joint-2-invitations')
    await ossi.getByRole('region', { name: title }).getByRole('link', { name: 'Katso ja vastaa' }).tap()
    await ossi.getByText('Teillä on kone, meillä kuljettaja').waitFor()
    await picture(ossi, '5-joint-3-invitation')
    await ossi.getByLabel(/^Mitä asiasta meillä ajatellaan/).fill('Nokian ladut päättyvät samaan rajaan. Kuulemme ensin hiihtäjiä.')
    await ossi.getByRole('button', { name: 'Tee oma asia' }).tap()
    await ossi.getByRole('link', { name: 'Tarkista ja julkaise' }).tap()
    await ossi.getByRole('button', { name: 'Julkaise nyt' }).tap()
    await ossi.getByRole('heading', { name: /^Yhdessä:/ }).waitFor()
    const there = new URL(ossi.url()).pathname
    expect(there).toMatch(/^\/nokia\/fi\/matters\//)

    const eeva = await someone('Eeva Rautanen', `${url}/nokia`)
    await eeva.goto(url + there)
    await comment(eeva, 'Latu Pinsiöltä harjulle yhdistäisi molemmat verkot.', 'Puolesta')
    await picture(eeva, '5-joint-4-nokia')

    const aino = await someone('Aino Koskela')
    const said = aino.locator('#discussion .comment', { hasText: 'Latu Pinsiöltä harjulle' })
    await expect.poll(async () => { await aino.goto(url + path); return said.count() }, { timeout: 15_000 }).toBe(1)
    expect(await said.locator('.who').innerText()).toContain('Nokia')
    expect(await said.getByRole('link', { name: 'Vastaa siellä: Nokia' }).getAttribute('href')).toContain(there)
    await aino.getByText('Kaikissa yhteensä 1 kommentti').waitFor()
    await picture(aino, '5-joint-5-ylojarvi')
    await leave(jari, ossi, eeva, aino)
  })

  test('a topic is followed weekly, and when it is merged its old address leads on and the following stays', async () => {
    const aino = await someone('Aino Koskela')
    await aino.goto(`${url}/fi/topics`)
    await aino.getByRole('link', { name: 'Talvihoito' }).tap()
    await aino.getByRole('heading', { level: 1, name: 'Talvihoito' }).waitFor()
    const old = aino.url()
    await aino.getByRole('button', { name: 'Seuraa', exact: true }).tap()
    await aino.getByRole('button', { name: 'Seuraat', pressed: true }).waitFor()
    await aino.locator('summary').filter({ hasText: 'Kerran viikossa' }).waitFor()
    await picture(aino, '9-topic-1-followed')
    const antti = await someone('Antti Heino')
    await antti.goto(`${url}/fi/admin/topics`)
    await antti.locator('summary').filter({ hasText: 'Talvihoito' }).tap()
    await antti.locator('details[open]').getByRole('link', { name: 'Yhdistä toiseen' }).tap()
    await antti.getByLabel('Mihin aiheeseen?').selectOption({ label: 'Pyöräily ja kävely' })
    await antti.getByRole('button', { name: 'Näytä, mitä siirtyy' }).tap()
    await antti.getByRole('heading', { name: 'Talvihoito yhdistyy: Pyöräily ja kävely' }).waitFor()
    await picture(antti, '9-topic-2-merging')
    await antti.getByRole('button', { name: 'Yhdistä nyt' }).tap()
    await antti.getByText('Aiheet on yhdistetty').waitFor()
    await aino.goto(old)
    await aino.getByRole('heading', { level: 1, name: 'Pyöräily ja kävely' }).waitFor()
    expect(aino.url()).not.toBe(old)
    await aino.getByRole('button', { name: 'Seuraat', pressed: true }).waitFor()
    await aino.goto(`${url}/fi/me/follows`)
    expect(await aino.locator('#topic').innerText()).toMatch(/Pyöräily ja kävely[\s\S]*Kerran viikossa/)
    await picture(aino, '9-topic-3-follows')
    await leave(aino, antti)
  })
})

/** The official moves a matter to another phase with a public sentence. */
async function move(page: Page, path: string, to: string, sentence: string) {
  await page.goto(`${url}${path}/manage?open=phases`)
  const form = page.getByRole('form', { name: 'Siirry seuraavaan vaiheeseen' })
  await form.getByRole('combobox', { name: 'Vaihe' }).selectOption({ label: to })
  await form.getByLabel(/^Mitä tapahtui ja mitä seuraavaksi/).fill(sentence)
  await form.getByRole('button', { name: 'Siirrä asia' }).click()
  await page.getByText('Tallennettu.').waitFor()
}

/** Selects words of the document as a long press and its handles do. */
const select = (page: Page, words: string) => page.evaluate((wanted) => {
  const walk = document.createTreeWalker(document.querySelector('#document')!, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const at = node.textContent!.indexOf(wanted)
    if (at >= 0) return getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length)
  }
  throw new Error('the words are not there')
}, words)
