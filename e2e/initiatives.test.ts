import { afterAll, describe, expect, test } from 'vitest'
import { removeFolder, startProgram } from '../tests/program.ts'
import { mailTo, openBrowser, phone, picture, signInAs, watchErrors } from './browser.ts'
import { toldFolder } from './told.ts'

const folder = await toldFolder()
const program = await startProgram({ DATA_DIR: folder })
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); await program.stop(); removeFolder(folder) })
const { url } = program
const fresh = async () => { const context = await browser!.newContext(phone); context.setDefaultTimeout(25_000); return context }

describe.skipIf(!browser)('an initiative on a phone', () => {
  test('is written, checked, signed by mail over the threshold, sent, and decided for everyone who signed', async () => {
    const [forAino, forAntti, forGuest] = [await fresh(), await fresh(), await fresh()]
    const antti = await signInAs(forAntti, url, 'Antti Heino')
    await antti.goto(`${url}/fi/admin/population`)
    await antti.getByLabel(/^Päivä/).fill('2026-01-31')
    await antti.getByLabel(/^Asukkaita/).fill('200') // 2 % is 4
    await antti.getByLabel(/^15 vuotta/).fill('100')
    await antti.getByLabel(/^Lähde/).fill('Pieni koeluku')
    await antti.getByRole('button', { name: 'Lisää väkiluku' }).click()
    await antti.getByText('Väkiluku on lisätty').waitFor()

    const aino = await signInAs(forAino, url, 'Aino Koskela')
    const errors = watchErrors(aino)
    await aino.goto(`${url}/fi/initiatives/new`)
    await picture(aino, 'initiative-1-new')
    await aino.getByLabel(/^Mitä esität/).fill('Penkit Elovainion pysäkeille')
    await aino.getByLabel(/^Miksi ja miten/).fill('Bussia odotetaan seisten. Penkki jokaiselle pysäkille auttaa monia.')
    await aino.getByRole('button', { name: 'Tallenna luonnos' }).click()
    await aino.getByRole('button', { name: 'Lähetä tarkastettavaksi' }).click()
    await aino.getByText('Kunta tarkastaa aloitetta').waitFor()
    const path = new URL(aino.url()).pathname

    await antti.goto(`${url}${path}/check`)
    await antti.getByRole('button', { name: 'Hyväksy' }).click()
    await antti.getByText('Tallennettu.').waitFor()
    await aino.goto(`${url}${path}/publish`)
    await aino.getByRole('button', { name: 'Julkaise ja kerää nimiä' }).click()
    await aino.getByText('1/4 – 2 %:n raja').waitFor()
    await picture(aino, 'initiative-2-open')

    const forOtso = await fresh()
    const otso = await signInAs(forOtso, url, 'Otso Kangas')
    await otso.goto(`${url}${path}`)
    await otso.getByRole('link', { name: 'Allekirjoita' }).click()
    await otso.getByRole('button', { name: 'Allekirjoita aloite' }).click()
    await otso.getByText('2/4 – 2 %:n raja').waitFor()

    const guest = await forGuest.newPage()
    for (const [i, email] of ['ensimmainen@esimerkki.fi', 'toinen@esimerkki.fi'].entries()) {
      await guest.goto(`${url}${path}`)
      await guest.getByRole('link', { name: 'Allekirjoita' }).click()
      await guest.getByLabel(/^Nimesi/).fill(i ? 'Toini Toinen' : 'Eka Ensimmäinen')
      if (i) await guest.getByLabel('Nimeni saa näkyä').check()
      await guest.getByLabel(/^Sähköposti/).fill(email)
      if (!i) await picture(guest, 'initiative-3-sign')
      await guest.getByRole('button', { name: 'Lähetä vahvistuslinkki' }).click()
      await guest.getByText('Vahvista vielä sähköpostissa').waitFor()
      await guest.goto(await mailTo(guest, url, email, '/initiatives/confirm/'))
      await guest.getByRole('button', { name: 'Vahvista nimeni' }).click()
      await guest.getByText('Nimesi on mukana').first().waitFor()
    }
    await guest.goto(`${url}${path}`)
    await guest.getByText('4/4 – 2 %:n raja').waitFor()
    await guest.getByText('Kahden prosentin raja täyttyi').waitFor()
    await picture(guest, 'initiative-4-over')
    expect(await guest.content()).toContain('Toini Toinen')
    expect(await guest.content()).not.toContain('Eka Ensimmäinen')

    await aino.goto(`${url}${path}/send`)
    await picture(aino, 'initiative-5-send')
    await aino.getByRole('button', { name: 'Lähetä kunnalle' }).click()
    await aino.getByRole('heading', { name: 'Vireillä kunnassa' }).waitFor()
    await aino.getByText(/Asia on otettava käsittelyyn viimeistään .*\d/).waitFor()
    await picture(aino, 'initiative-6-pending')
    await mailTo(antti, url, 'kirjaamo@ylojarvi.example', '/check')
    await otso.reload()
    await otso.getByText('Vireillä kunnassa').waitFor()
    expect(await otso.getByRole('button', { name: 'Ota nimesi pois' }).count()).toBe(0)

    await antti.goto(`${url}${path}/check`)
    await antti.getByLabel('Aloite toteutetaan', { exact: true }).check()
    await antti.getByLabel(/^Päätös ja perustelut/).fill('Penkit tulevat kaikille Elovainion pysäkeille keväällä.')
    await antti.getByRole('button', { name: 'Julkaise päätös' }).click()
    await antti.getByRole('heading', { name: 'Aloite toteutetaan' }).waitFor()
    await picture(antti, 'initiative-7-decided')
    expect(await mailTo(guest, url, 'toinen@esimerkki.fi', path)).toContain(path)
    expect(errors).toEqual([])
    for (const each of [forAino, forAntti, forOtso, forGuest]) await each.close()
  })
})
