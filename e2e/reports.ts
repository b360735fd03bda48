import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { fi as work } from '../app/modules/work/texts/fi.ts'

export const photo = (name: string) => join(import.meta.dirname, '../demo/pictures', name)
export const pothole = 'Kuoppa tai vaurio tiessä'

/** The own link's token and the id in an address of the sender's. */
export const tokenIn = (address: string) => ({ token: /(?:thanks|own)\/([^/?#]+)/.exec(address)![1]!, id: /(?:thanks|own)\/([0-9a-f-]{36})/.exec(address)![1]! })

let senders = 0
/** Sends reports as others than who is looked at: the whole form at once, as without script, each from a browser of its own. */
export const sendTo = (url: string) => async (text: string, spot: { longitude: number; latitude: number }, more: Record<string, string> = {}) => {
  const form = await (await fetch(`${url}/fi/feedback/new`)).text()
  const categoryId = new RegExp(`<option value="([0-9a-f-]{36})">${pothole}`).exec(form)![1]!
  const answer = await fetch(`${url}/fi/feedback/new`, {
    method: 'POST', redirect: 'manual', headers: { origin: url, 'user-agent': `puhelin ${senders++}` },
    body: new URLSearchParams({ _do: 'send', at: 'send', text, categoryId, seen: categoryId, longitude: String(spot.longitude), latitude: String(spot.latitude), ...more }),
  })
  return tokenIn(answer.headers.get('location') ?? `${answer.status}`)
}

type Letter = { text: string; links: string[] }
/** Every letter to an address in the local mailbox, the newest first. */
async function lettersTo(page: Page, url: string, address: string): Promise<Letter[]> {
  await page.goto(`${url}/fi/mailbox`)
  const all = await page.locator('main section, main article').evaluateAll((each) => each.map((its) => ({ text: its.textContent ?? '', links: [...its.querySelectorAll('a')].map((a) => a.href) })))
  return all.filter((each) => each.text.includes(address))
}
/** The newest letter to an address with some words, waited for. */
export async function letter(page: Page, url: string, address: string, words: string): Promise<Letter> {
  let found: Letter | undefined
  await expect.poll(async () => { found = (await lettersTo(page, url, address)).find((each) => each.text.includes(words)); return found }, { timeout: 20_000, message: `a letter to ${address}: ${words}` }).toBeTruthy()
  return found!
}

/** An official makes a work order of what is chosen and stands on its page. */
export async function orderOf(page: Page, title: string) {
  await page.getByLabel('Mitä tehdään?').fill(title)
  await page.getByRole('button', { name: work.make.submit }).click()
  await page.waitForURL(/\/work\/[0-9a-f-]{36}/)
}
/** It is done: a sentence and, when there is one, a photo. */
export async function close(page: Page, sentence: string, proof?: string) {
  await page.locator('#done > summary').click()
  const form = page.getByRole('form', { name: 'Työ on valmis' })
  await form.getByLabel(/^Lähettäjille/).fill(sentence)
  if (proof) await form.locator('input[name=photo1]').setInputFiles(photo(proof))
  await form.getByRole('button', { name: 'Merkitse valmiiksi' }).click()
  await page.getByText(/saa viestin/).waitFor()
}
/** What is said aloud on the page now. */
export const status = (page: Page) => page.locator('[role=status]:visible').allTextContents().then((all) => all.join(' '))
