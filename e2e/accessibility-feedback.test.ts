import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { removeFolder, startProgram } from '../tests/program.ts'
import { desktop, openBrowser, phone, signInAs } from './browser.ts'
import { wrongOn } from './look.ts'
import { sendTo } from './reports.ts'
import { toldFolder } from './told.ts'

const folder = await toldFolder()
const program = await startProgram({ DATA_DIR: folder })
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); await program.stop(); removeFolder(folder) })
const { url } = program

const id = '[0-9a-f-]{36}'
const firstIn = (html: string, pattern: string, page: string): string => {
  const found = new RegExp(`"/fi(${pattern})[?#"]`).exec(html)?.[1]
  if (!found) throw new Error(`nothing like ${pattern} on ${page}`)
  return found
}
/** The first address of a kind on a page, without its language; as a guest sees it, or as who stands on a page. */
const firstOn = async (page: string, pattern: string, by?: Page) => firstIn(by ? (await by.goto(`${url}/fi${page}`), await by.content()) : await (await fetch(`${url}/fi${page}`)).text(), pattern, page)

/** A public report in each state that its senders meet. */
const { features } = (await (await fetch(`${url}/fi/feedback/reports.geojson`)).json()) as { features: { properties: { id: string; state: string } }[] }
const [received, planned, underWay, done, cannot] = ['received', 'planned', 'underWay', 'done', 'cannot'].map((state) => `/feedback/${features.find((each) => each.properties.state === state)!.properties.id}`) as [string, string, string, string, string]
/** The public page of an order that a report is in. */
const order = (await Promise.all(features.filter((each) => ['planned', 'underWay'].includes(each.properties.state)).map(async (each) => new RegExp(`"/fi(/work/${id})"`).exec(await (await fetch(`${url}/fi/feedback/${each.properties.id}`)).text())?.[1]))).find((each) => each !== undefined)!
const ask = await firstOn('/ask', '/ask/[^/?#"]{4,}')
/** A guest's own report, in which an idea may be. */
const { token: mine, id: mineId } = await sendTo(url)('Kuoppa tiessä. Toivoisin pyörätielle valoja.', { longitude: 23.5961, latitude: 61.5563 }, { email: 'lukija@esimerkki.fi' })
const { assets } = (await (await fetch(`${url}/fi/feedback/assets/near?kind=streetLight&longitude=23.5961&latitude=61.5563`)).json()) as { assets: { id: string }[] }
const asset = `/feedback/assets/${assets[0]!.id}`

const forEveryone = [
  '/feedback', '/feedback?view=map', '/feedback?state=all&sort=nearest&near=23.5961,61.5563', '/feedback/new', received, planned, underWay, done, cannot, `${received}/me-too`, '/feedback/data', asset, `/feedback/thanks/${mine}`, `/feedback/own/${mine}`, `/feedback/own/${mine}/fixed`,
  '/disruptions', order, '/ask', ask, '/open311',
]
const inLanguages = ['/feedback', '/feedback/new', received, done, `/feedback/thanks/${mine}`, `/feedback/own/${mine}`, '/disruptions', order, ask]
/** Who sees what else; each is led to from a list of their own. */
const signedIn = {
  'Aino Koskela': async () => ['/feedback/new', received, done, ask],
  'Pekka Hakala': async (page: Page) => {
    const own = `/feedback/${mineId}`, its = await firstOn('/work', `/work/${id}`, page)
    return ['/feedback/inbox', '/feedback/inbox/templates', '/feedback/inbox/fixed', `${own}/handle`, `${own}/forward`, `/work/new?reports=${mineId}`, '/work', its, `${its}/arrange`, '/work/new', '/work/crews', '/work/announce', '/work/field', '/found', `/found/report/${mineId}`, '/ask', '/ask/new']
  },
  'Antti Heino': async (page: Page) => [
    '/admin/feedback', '/admin/feedback/new', await firstOn('/admin/feedback', `/admin/feedback/${id}`, page), '/admin/assets', '/admin/assets/import', '/admin/addresses', '/admin/partners', '/admin/partners/new', '/admin/open311', '/found/learned', `${ask}/keep`, '/work', '/feedback/inbox',
  ],
} as const
const at = (paths: readonly string[], language = 'fi') => paths.map((path) => `${url}/${language}${path}`)
async function pathsOf(context: BrowserContext, who: keyof typeof signedIn): Promise<string[]> {
  const page = await signInAs(context, url, who)
  const paths = await signedIn[who](page)
  await page.close()
  return paths
}

describe.skipIf(!browser)('every page of feedback and work is for everyone', () => {
  test.each(['light', 'dark'] as const)('on a phone, %s', async (colorScheme) => {
    expect(await wrongOn(await browser!.newContext({ ...phone, colorScheme }), at(forEveryone), colorScheme === 'dark' ? 'colours' : 'all')).toEqual([])
  })
  test.each(Object.keys(signedIn) as (keyof typeof signedIn)[])('on a phone, signed in as %s', async (who) => {
    const context = await browser!.newContext({ ...phone, colorScheme: who === 'Pekka Hakala' ? 'dark' : 'light' })
    expect(await wrongOn(context, at(await pathsOf(context, who)))).toEqual([])
  })
  test.each(['sv', 'en'])('in %s', async (language) => {
    expect(await wrongOn(await browser!.newContext(phone), at(inLanguages, language), 'words')).toEqual([])
  })
  test('the pages of officials, in Swedish and on a desktop', async () => {
    const context = await browser!.newContext(desktop)
    const paths = await pathsOf(context, 'Pekka Hakala')
    expect(await wrongOn(context, [...at(['/feedback', '/feedback?view=map', done, ...paths]), ...at(paths.slice(0, 9), 'sv')], 'words')).toEqual([])
  })
})
