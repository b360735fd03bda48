import type { Page } from 'playwright-core'

/** An official writes a matter and publishes it, as its page says. Gives its address without the host. */
export async function publishMatter(page: Page, url: string, its: { title: string; thought: string; topic?: string; area?: string; place?: string; ask?: string; choices?: string[] }): Promise<string> {
  await page.goto(`${url}/fi/matters/new`)
  await page.getByLabel(/^Otsikko/).fill(its.title)
  await page.getByLabel(/^Mitä ajattelet tehdä/).fill(its.thought)
  if (its.topic) await page.getByRole('combobox', { name: /^Aihe/ }).selectOption({ label: its.topic })
  if (its.area) await page.getByRole('combobox', { name: /^Alue/ }).selectOption({ label: its.area })
  if (its.ask) {
    await page.locator('summary').filter({ hasText: 'Kysymys' }).click()
    await page.getByLabel(/^Mitä kysyt ihmisiltä/).fill(its.ask)
    await page.getByLabel(/^Pikavaihtoehdot/).fill((its.choices ?? []).join('\n'))
  }
  if (its.place) {
    await page.locator('summary').filter({ hasText: 'Paikka, yhteystieto ja vaiheet' }).click()
    await page.getByRole('combobox', { name: /^Paikka/ }).fill(its.place)
  }
  await page.getByRole('button', { name: 'Tarkista ja julkaise' }).click()
  await page.getByRole('button', { name: 'Julkaise nyt' }).click()
  await page.waitForURL(/\/matters\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

/** Writes a comment in the discussion of the page that is open. */
export async function comment(page: Page, text: string, stance: 'Puolesta' | 'Vastaan' | 'Kantaa ottamatta' = 'Kantaa ottamatta') {
  const form = page.locator('#discussion details.write')
  if (await form.getAttribute('open') === null) await form.locator('summary').first().click()
  await form.getByLabel('Kommenttisi').fill(text)
  await form.getByLabel(stance).check()
  await form.getByRole('button', { name: 'Lähetä kommentti' }).click()
  await page.locator('#discussion .comment', { hasText: text }).waitFor()
}
