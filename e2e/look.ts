import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { watchErrors } from './browser.ts'

const standard = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }, resultTypes: ['violations'] }
// A page that has been looked at whole is not looked at whole again for what does not change: in the dark only its colours do, in another language or width all but them.
const rules = {
  all: standard,
  colours: { ...standard, runOnly: { type: 'rule', values: ['color-contrast'] } },
  words: { ...standard, rules: { 'color-contrast': { enabled: false } } },
}
type What = keyof typeof rules

/** What axe (WCAG 2.2 AA) and the eye of a phone find on a page as it stands: violations, sideways scrolling, controls smaller than a finger. */
export async function look(page: Page, what: What = 'all') {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(rules[what] as never).analyze() // pages have no frames, so one run in the page is enough, and twice as quick
  const { sideways, small } = await page.evaluate(() => ({
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    // A control is as tall as a finger; links within a sentence, the map's own and what lies in a label are measured by their surroundings.
    small: innerWidth > 700 ? [] : [...document.querySelectorAll('a, button:not([aria-hidden=true]), summary, select, textarea, input:not([type=hidden])')].filter((each) => {
      const { width, height } = each.getBoundingClientRect()
      const covers = getComputedStyle(each, '::after').position === 'absolute' && getComputedStyle(each, '::after').inset === '0px'
      return width > 0 && height < 43.5 && !covers && !each.closest('label, .skip, .prose, .map') && !(each.matches('p a, small a, .said a, .summary a, .due a') && each.parentElement!.textContent!.trim() !== each.textContent!.trim())
    }).map((each) => each.outerHTML.slice(0, 120)),
  }))
  return { violations: violations.map((each) => `${each.id}: ${each.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`), sideways: sideways > 1 ? `${sideways} px too wide` : '', small }
}

/** Goes through pages, two at a time, and says what is wrong on which: what `look` finds, script errors, blocked content. `also`: what else is asked of each. */
export async function wrongOn(context: BrowserContext, addresses: readonly string[], what: What = 'all', also: (page: Page) => Promise<string[]> = async () => []) {
  const wrong: unknown[] = []
  const left = [...addresses]
  const walk = async () => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      const page = await context.newPage()
      const errors = watchErrors(page)
      await page.goto(address, { waitUntil: 'load' })
      const found = { address, ...await look(page, what), more: await also(page), errors }
      if (found.violations.length + found.errors.length + found.small.length + found.more.length || found.sideways) wrong.push(found)
      await page.close()
    }
  }
  await Promise.all([walk(), walk()])
  await context.close()
  return wrong
}
