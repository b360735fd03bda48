import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { runImports } from '../app/modules/directory/imports/job.server.ts'
import { fi as entries } from '../app/modules/directory/entries/texts/fi.ts'
import { fi as t } from '../app/modules/directory/imports/texts/fi.ts'
import { openBrowser, picture, reach } from './browser.ts'
import { look } from './look.ts'
import { mannersOf } from './manners.ts'
import { openSite } from './site.ts'

const { site, url, close, phoneOf: open } = await openSite()
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); close() })
const phoneOf = (who: string, more: object = {}) => open(browser!, who, more)
const { labels } = entries.keep
/** A page as it stands is for everyone. */
async function good(page: Page, name: string) {
  expect({ name, ...await look(page), manners: await mannersOf(page) }).toEqual({ name, violations: [], sideways: '', small: [], manners: [] })
  await picture(page, `import-${name}`)
}
/** The minute's round comes, and the page is looked at again. */
const minute = async (page: Page) => { site.house.time = new Date(site.house.time.getTime() + 60_000); await runImports(site.house); await page.reload() }

type Row = [key: string, name: string, street: string, phone: string, email: string, arrival: string, north: string, east: string]
const csv = (...rows: Row[]) => ['Kohdenro;Kentän nimi;Osoite;Puhelin;Sähköposti;Kulku;N;E', ...rows.map((row) => row.join(';'))].join('\r\n')
const field: Row = ['11', 'Koivulan kenttä', 'Koivutie 1', '03 111 1111', 'kentta@koivula.example', 'Bussi 65 pysähtyy vieressä.', '61,5563', '23,5961']
const track: Row = ['12', 'Harjun kuntorata', 'Harjutie 2', '', '', '', '61,5600', '23,6000']
const lost: Row = ['13', 'Vanha pallokenttä', 'Vanhatie 3', '', '', '', '61,5500', '23,5900']
const first = csv(field, track, lost)
const changed = csv(['11', 'Koivulan kenttä', 'Koivutie 1', '03 222 2222', 'uusi@koivula.example', 'Bussi 80 pysähtyy vieressä.', '61,5563', '23,5961'], track)

async function send(page: Page, content: string, name = 'kentat.csv') {
  await page.locator('input[name=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await page.getByRole('button', { name: t.file.send }).click()
  await page.getByText(t.file.has).waitFor()
}
/** Brings from the source whose page is open, and reads the report: what happened to what. */
async function bring(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: t.start, exact: true }).click()
  await page.getByText(t.startsSoon).waitFor()
  await minute(page)
  return lines(page)
}
const lines = async (page: Page) => (await page.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].slice(0, 2).map((cell) => cell.textContent!.trim()).join(': ')))).sort()
let source = '', own = ''

describe.skipIf(!browser)('import twice with a conflict', () => {
  test('a table is looked at, its columns are named, and its places come; nothing before it has been seen what would happen', async () => {
    const { context, page, errors } = await phoneOf('antti')
    await page.goto(`${url}/fi/admin/imports`)
    await page.getByLabel(t.kinds.csv).check()
    await page.getByRole('textbox', { name: t.labels.name! }).fill('Kentät')
    await page.getByLabel(t.labels.unitId!).selectOption({ label: 'Liikuntapalvelut' })
    await page.getByLabel(t.labels.placeKind!).selectOption({ label: 'Kenttä' })
    await good(page, '1-source')
    await page.getByRole('button', { name: t.add }).click()
    await send(page, first)
    source = new URL(page.url()).pathname
    const columns = page.getByRole('form', { name: t.file.columns })
    expect(await columns.getByLabel(t.columns.street).inputValue(), 'known by its own name').toBe('Osoite')
    await columns.getByLabel(t.columns.key).selectOption('Kohdenro')
    await columns.getByLabel(t.columns.name, { exact: true }).selectOption('Kentän nimi')
    await columns.getByLabel(t.columns.arrival).selectOption('Kulku')
    await page.getByRole('button', { name: t.file.kept }).click()
    await page.getByText(t.saved).waitFor()
    expect(await page.getByRole('region', { name: t.file.first }).textContent()).toMatch(/Koivulan kenttä.*Kenttä.*Koivutie 1.*Harjun kuntorata/s)
    await good(page, '2-columns')
    await page.getByRole('button', { name: t.dry }).click()
    await page.getByText(t.startsSoon).waitFor()
    await minute(page)
    await page.getByText(t.held.dry).waitFor()
    expect(await lines(page)).toEqual(['Harjun kuntorata', 'Koivulan kenttä', 'Vanha pallokenttä'].map((name) => `${t.would.added}: ${name}`))
    expect(await (await site.get('/fi/places')).text(), 'only looked at').not.toContain('Koivulan kenttä')
    await good(page, '3-would')
    await page.getByRole('button', { name: t.held.goOn }).click()
    await page.getByText(t.startsSoon).waitFor()
    await minute(page)
    expect(await lines(page)).toEqual(['Harjun kuntorata', 'Koivulan kenttä', 'Vanha pallokenttä'].map((name) => `${t.did.added}: ${name}`))
    await good(page, '4-report')
    own = (await page.getByRole('link', { name: 'Koivulan kenttä' }).getAttribute('href'))!
    expect(errors).toEqual([])
    await context.close()
  })

  test('what an official has edited is not overwritten unasked: side by side, one tap each; the rest is taken, what vanished is said to be gone', async () => {
    const [official, admin] = [await phoneOf('jari'), await phoneOf('antti')]
    await official.page.goto(`${url}${own}/edit`)
    await official.page.getByLabel(labels.phone!).fill('03 999 9999')
    await official.page.getByLabel(labels.email!).fill('oma@koivula.example')
    await official.page.getByRole('button', { name: entries.keep.save, exact: true }).first().click()
    await official.page.getByText(entries.keep.saved).waitFor()

    await admin.page.goto(url + source)
    await send(admin.page, changed)
    expect(await bring(admin.page)).toEqual([`${t.did.changed}: Koivulan kenttä`, `${t.did.conflict}: Koivulan kenttä`, `${t.did.vanished}: Vanha pallokenttä`].sort())
    const report = (await admin.page.locator('main').textContent())!
    expect(report).toContain(t.fields.phone!)
    expect(report).toContain(t.counts.vanished(1))
    await good(admin.page, '5-report')

    await official.page.goto(url + own)
    const facts = (await official.page.locator('main').textContent())!
    expect(facts, 'one’s own stands meanwhile').toMatch(/03 999 9999/)
    expect(facts, 'what was not edited here is taken').toContain('Bussi 80')
    await official.page.goto(`${url}${own}/edit`)
    await official.page.getByRole('link', { name: entries.keep.settle(2) }).click()
    await official.page.getByRole('heading', { level: 1, name: t.conflicts.title }).waitFor()
    const question = (name: string) => official.page.locator('.twoways', { has: official.page.getByRole('heading', { name }) })
    expect(await question(t.fields.phone!).textContent()).toMatch(/03 999 9999.*032222222/s)
    await good(official.page, '6-conflicts')
    await official.page.setViewportSize({ width: 1000, height: 760 })
    const [here, there] = await question(t.fields.phone!).locator('.sides > div').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top))
    expect(here, 'side by side where there is room, one under the other on a phone').toBe(there)
    await official.page.setViewportSize({ width: 360, height: 760 })
    await official.page.getByRole('form', { name: t.conflicts.keepOf(t.fields.phone!) }).getByRole('button').click()
    await official.page.getByText(t.conflicts.settled(1)).waitFor()
    await reach(official.page, ({ text }) => text.trim() === t.conflicts.take) // the other by keyboard
    await official.page.keyboard.press('Enter')
    await official.page.getByText(t.conflicts.none).waitFor()
    await official.page.goto(url + own)
    const after = (await official.page.locator('main').textContent())!
    expect(after).toMatch(/03 999 9999/)
    expect(after).toMatch(/uusi@koivula\.example/)

    const gone = (await admin.page.getByRole('link', { name: 'Vanha pallokenttä' }).getAttribute('href'))!
    await admin.page.goto(url + gone)
    await admin.page.getByText(entries.gone.vanished).waitFor()
    await good(admin.page, '7-gone')
    expect(await (await site.get('/fi/places')).text()).not.toContain('Vanha pallokenttä')

    await admin.page.goto(url + source)
    expect(await bring(admin.page), 'the third time nothing is asked again').toEqual([])
    await admin.page.getByText(t.report.noLines).waitFor()
    await picture(admin.page, 'import-8-third')
    await official.page.goto(`${url}/fi/admin/imports/conflicts`)
    await official.page.getByText(t.conflicts.none).waitFor()
    expect([...official.errors, ...admin.errors]).toEqual([])
    await Promise.all([official.context.close(), admin.context.close()])
  })

  test('without script: a file of a map is brought, and one that is none is told of', async () => {
    const { context, page } = await phoneOf('antti', { javaScriptEnabled: false })
    await page.goto(`${url}/fi/admin/imports`)
    await page.locator('summary', { hasText: t.add }).click()
    await page.getByLabel(t.kinds.geojson).check()
    await page.getByRole('button', { name: t.add }).click()
    await page.locator('.summary[role=alert] a').first().waitFor()
    await page.getByRole('textbox', { name: t.labels.name! }).fill('Laavut')
    await page.getByLabel(t.labels.unitId!).selectOption({ label: 'Liikuntapalvelut' })
    await page.getByRole('button', { name: t.add }).click()
    await page.locator('input[name=file]').setInputFiles({ name: 'laavut.geojson', mimeType: 'application/geo+json', buffer: Buffer.from('<html>') })
    await page.getByRole('button', { name: t.file.send }).click()
    await page.locator('.summary[role=alert]').waitFor()
    await picture(page, 'import-9-bad-file')
    await send(page, JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [23.6, 61.56] }, properties: { id: 'l1', nimi: 'Keijärven laavu', laji: 'laavu', kuvaus: 'Polttopuut kunnalta.' } }] }), 'laavut.geojson')
    expect(await bring(page)).toEqual([`${t.did.added}: Keijärven laavu`])
    await page.getByRole('link', { name: 'Keijärven laavu' }).click()
    await page.getByText('Polttopuut kunnalta.').waitFor()
    await context.close()
  })
})
