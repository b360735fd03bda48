import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe (WCAG 2.2 AA) and the eye of a phone find on a page as it stands: violations, sideways scrolling, controls smaller than a finger. */
export async function look(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
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
