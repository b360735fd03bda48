import { afterAll, describe, expect, test } from 'vitest'
import { removeFolder, startProgram } from '../tests/program.ts'
import { openBrowser, phone, signInAs } from './browser.ts'
import { toldFolder } from './told.ts'

const folder = await toldFolder()
const program = await startProgram({ DATA_DIR: folder })
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); await program.stop(); removeFolder(folder) })
const url = program.url

describe.skipIf(!browser)('what the phone itself does', () => {
  test('a passkey is added in Minä and signs in; removed, it does not', async () => {
    const context = await browser!.newContext(phone)
    const page = await signInAs(context, url, 'Aino Koskela')
    const devtools = await context.newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
    await page.goto(`${url}/fi/me/sign-in`)
    await page.locator('[data-passkey=add] button').click()
    await page.locator('form[aria-label^="Poista"] button').waitFor()
    const signOut = async () => { await page.goto(`${url}/fi/me`); await page.getByRole('button', { name: 'Kirjaudu ulos' }).click(); await page.getByRole('link', { name: 'Kirjaudu' }).first().waitFor() }
    await signOut()
    await page.goto(`${url}/fi/sign-in?to=%2Fme`)
    await page.locator('[data-passkey=sign-in] button').click()
    await page.waitForURL(`${url}/fi/me`)
    expect(await page.locator('h1').textContent()).toContain('Aino Koskela')
    await page.goto(`${url}/fi/me/sign-in`)
    await page.locator('form[aria-label^="Poista"] button').click()
    await page.waitForURL(/done=removed/)
    await signOut()
    await page.goto(`${url}/fi/sign-in`)
    await page.locator('[data-passkey=sign-in] button').click()
    await page.locator('[data-passkey=sign-in] [role=alert]').filter({ hasText: /\S/ }).waitFor()
    await context.close()
  })

  test('an idea sent without a connection waits on the phone, and goes when the connection is back', async () => {
    const context = await browser!.newContext(phone)
    const page = await signInAs(context, url, 'Otso Kangas')
    await page.goto(`${url}/fi/ideas/new`)
    await page.getByLabel(/^Otsikko/).fill('Siltavalot Räikälle kevääksi')
    await page.getByLabel(/^Kerro lisää/).fill('Bussi ajoi katveeseen juuri, kun lähetin tämän.')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Lähetä idea' }).click()
    await page.locator('[data-draft-queued]').filter({ visible: true }).waitFor()
    expect(page.url()).toBe(`${url}/fi/ideas/new`)
    await context.setOffline(false)
    await page.waitForURL(/\/ideas\/[0-9a-f-]{36}/)
    expect(await page.locator('h1').textContent()).toBe('Siltavalot Räikälle kevääksi')
    await context.close()
  })
})
