import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { keepQuestion, questionForm } from '#modules/satisfaction/server'
import { addKiosk } from '../app/modules/satisfaction/kiosks.server.ts'
import { answer } from '../app/modules/satisfaction/schema.server.ts'
import { freePort } from '../tests/program.ts'
import { town } from '../tests/town.ts'
import { web } from '../tests/web.ts'
import { openBrowser, phone, picture, watchErrors } from './browser.ts'
import { look } from './look.ts'

const folder = join(import.meta.dirname, '../dist/client')
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, { file: string }>
const site = await web(await town({ primary: true }), { assets: { script: `/${manifest['app/client.ts']!.file}`, style: `/${manifest['app/ui/style.css']!.file}` }, folder })
const db = site.house.database.of(site.municipality.id)
const port = await freePort()
const server = serve({ port, fetch: (request: Request, env: unknown) => site.app.fetch(request, env as never) })
const url = `http://localhost:${port}`
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); server.close(); (server as unknown as { closeAllConnections(): void }).closeAllConnections() })

describe.skipIf(!browser)('five faces', () => {
  test('a tablet in a lobby keeps answers without a network, also over a reload, and sends each once when it returns', async () => {
    const { code } = await site.leena.does(keepQuestion, questionForm.parse({ about: 'unit', unitId: site.units.library, nameFi: 'Pääkirjasto Leija', nameSv: 'Huvudbiblioteket', nameEn: 'Main library' }))
    const { secret, id } = await site.leena.does(addKiosk, code, 'Pääovi')
    const context = await browser!.newContext({ ...phone, viewport: { width: 1024, height: 768 } })
    const page = await context.newPage(), errors = watchErrors(page)
    const given = () => db.select({ value: answer.value, words: answer.words }).from(answer).where(eq(answer.kioskId, id)).orderBy(answer.at)
    await page.goto(`${url}/fi/ask/kiosk/${secret}`)
    await page.locator('is-land[data-ready]').waitFor()
    expect(await look(page)).toMatchObject({ violations: [], sideways: '' })
    await page.getByRole('button', { name: 'Tosi hyvin' }).click()
    await page.getByLabel('Haluatko sanoa lisää?').fill('Satutunti pelasti lauantain.')
    await page.getByRole('button', { name: 'Lähetä sana' }).click()
    await expect.poll(given).toEqual([{ value: 5, words: 'Satutunti pelasti lauantain.' }])
    await expect.poll(() => page.evaluate(async () => Boolean(await caches.match(location.pathname)))).toBe(true)
    await picture(page, 'kiosk')

    await context.setOffline(true)
    await page.reload()
    await page.locator('is-land[data-ready]').waitFor()
    for (const face of ['Huonosti', 'Hyvin']) {
      await page.getByRole('button', { name: face, exact: true }).click()
      await page.getByRole('button', { name: 'Ohita' }).click()
      await page.getByRole('button', { name: 'Tosi hyvin' }).waitFor({ timeout: 15_000 }) // the thanks leave by themselves
    }
    await page.getByText('Odottaa verkkoa: 2').waitFor()
    expect(await given()).toHaveLength(1)
    await context.setOffline(false)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect.poll(async () => (await given()).map((each) => each.value)).toEqual([5, 2, 4])
    await page.getByText(/Odottaa verkkoa/).waitFor({ state: 'detached' })
    expect(errors.filter((each) => !/Failed to (fetch|load)|ERR_INTERNET/.test(each))).toEqual([])
    await context.close()
  })

  test('without script a face is a form’s button, on the kiosk and on the page', async () => {
    const { code } = await site.leena.does(keepQuestion, questionForm.parse({ about: 'unit', unitId: site.units.library, nameFi: 'Pääkirjasto Leija' }))
    const { secret, id } = await site.leena.does(addKiosk, code, 'Pääovi')
    const context = await browser!.newContext({ ...phone, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${url}/fi/ask/kiosk/${secret}`)
    await page.getByRole('button', { name: 'Hyvin', exact: true }).click()
    await page.getByText('Kiitos!').waitFor()
    expect(await db.select().from(answer).where(eq(answer.kioskId, id))).toHaveLength(1)
    await page.goto(`${url}/fi/ask/${code}`)
    await page.getByRole('button', { name: 'Tosi huonosti' }).click()
    await page.getByRole('heading', { name: 'Harmi kuulla. Korjataanko se?' }).waitFor()
    await page.getByLabel('Haluatko sanoa lisää?').fill('Ovi oli lukossa.')
    await page.getByRole('button', { name: 'Lähetä sana' }).click()
    await page.getByText('Kiitos, sana on perillä.').waitFor()
    await context.close()
  })
})
