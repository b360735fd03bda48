import type { Page } from 'playwright-core'

/**
 * What a page owes to everyone besides what `look` finds: nothing sideways at 320 px (text made four times larger on a desktop, WCAG 1.4.10),
 * one main heading and the others in order, and a focus that shows on every control. As sentences; none when all is well.
 */
export async function mannersOf(page: Page): Promise<string[]> {
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: size.height })
  const sideways = await page.evaluate(() => {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
    if (over <= 1) return ''
    const widest = [...document.querySelectorAll('main *, header *, footer *')].filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1).at(-1)
    return `${over} px too wide at 320 px: ${widest?.outerHTML.slice(0, 120) ?? ''}`
  })
  await page.setViewportSize(size)
  await page.keyboard.press('Tab') // what is focused from now on is focused by keys
  const found = await page.evaluate(() => {
    const wrong: string[] = []
    const seen = (each: Element) => each.getClientRects().length > 0 && getComputedStyle(each).visibility !== 'hidden'
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(seen).map((each) => ({ level: Number(each.tagName[1]), name: each.textContent!.trim().slice(0, 40) }))
    if (levels.filter(({ level }) => level === 1).length !== 1) wrong.push(`${levels.filter(({ level }) => level === 1).length} main headings`)
    for (const [i, each] of levels.entries()) if (i > 0 && each.level > levels[i - 1]!.level + 1) wrong.push(`heading ${each.level} "${each.name}" after ${levels[i - 1]!.level}`)
    const was = scrollY
    for (const each of document.querySelectorAll<HTMLElement>('a[href], button, summary, select, textarea, input:not([type=hidden])')) {
      if (!seen(each) || each.tabIndex < 0 || each.closest('.maplibregl-map') || (each as HTMLButtonElement).disabled) continue
      each.focus({ preventScroll: true })
      if (document.activeElement !== each) continue
      const shows = (its: Element, part?: string) => { const style = getComputedStyle(its, part); return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) }
      if (!shows(each) && !shows(each, '::after') && !(each.closest('label, .choice, .card, li') && shows(each.closest('label, .choice, .card, li')!)) && !(each.nextElementSibling && shows(each.nextElementSibling))) wrong.push(`no focus on ${each.outerHTML.slice(0, 120)}`)
    }
    ;(document.activeElement as HTMLElement | null)?.blur()
    scrollTo(0, was)
    return wrong
  })
  return [...sideways ? [sideways] : [], ...found.slice(0, 5)]
}
