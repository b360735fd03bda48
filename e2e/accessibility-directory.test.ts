import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { removeFolder, startProgram } from '../tests/program.ts'
import { desktop, openBrowser, phone, signInAs } from './browser.ts'
import { wrongOn } from './look.ts'
import { mannersOf } from './manners.ts'
import { toldFolder } from './told.ts'

const folder = await toldFolder()
const program = await startProgram({ DATA_DIR: folder })
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); await program.stop(); removeFolder(folder) })
const { url } = program

const id = '[0-9a-f-]{36}'
/** The first address of a kind on a page, without its language; as a guest sees it, or as who stands on a page. */
async function firstOn(page: string, pattern: string, by?: Page): Promise<string> {
  const html = by ? (await by.goto(`${url}/fi${page}`), await by.content()) : await (await fetch(`${url}/fi${page}`)).text()
  const found = new RegExp(`"/fi(${pattern})[?#"]`).exec(html)?.[1]
  if (!found) throw new Error(`nothing like ${pattern} on ${page}`)
  return found
}
const kinds = ['rink', 'swimmingHall', 'library', 'carpetWash', 'beach', 'skiTrack', 'school'] as const
const [rink, hall, library, carpets, ...others] = await Promise.all(kinds.map((kind) => firstOn(`/places?kind=${kind}`, `/places/${id}`))) as [string, string, string, string, ...string[]]
/** A rink of which most is known: whose visitors are counted. */
const known = await firstOn('/places?kind=rink&accessible=1', `/places/${id}`)
const [service, provider, disruption, life] = await Promise.all([firstOn('/services/all', `/services/${id}`), firstOn('/providers', `/providers/${id}`), firstOn('/disruptions', `/disruptions/${id}`), firstOn('/services', '/life/[a-zA-Z0-9]+')]) as [string, string, string, string]
const bare = (place: string) => place.split('/')[2]!

const forEveryone = [
  '/services', '/services/all', '/services/all?audience=children&channel=phone', '/places', '/places?view=map', '/places?kind=rink&open=1&good=1', '/places?sort=nearest&where=Leija', rink, hall, library, carpets, ...others, known,
  `${library}/hours`, `${hall}/crowd`, `${known}/crowd`, `${known}/conditions`, `${carpets}/camera`, `${known}/follow`, service, provider, '/providers', life, '/search?q=kirjastossa', '/search?q=uimahalli&kind=place&open=1', '/search?q=xyzzy', '/disruptions', disruption,
]
const inOtherLight = ['/services', '/places', known, hall, library, `${library}/hours`, `${hall}/crowd`, `${carpets}/camera`, service, life, '/search?q=kirjastossa', disruption]
const inLanguages = ['/services', '/services/all', '/places', known, library, `${library}/hours`, `${hall}/crowd`, `${known}/conditions`, service, provider, life, '/search?q=kirjasto', '/disruptions', disruption]
/** Who sees what else; each is led to from a list of their own. */
const signedIn = {
  'Aino Koskela': async () => ['/me/follows', known, `${known}/follow`, '/providers', '/providers/new'],
  'Jari Niemi': async (page: Page) => {
    const [counter, camera, device] = [await firstOn('/admin/counters', `/admin/counters/${id}`, page), await firstOn('/admin/cameras', `/admin/cameras/${id}`, page), await firstOn('/admin/devices', `/admin/devices/${id}`, page)]
    return [
      '/field/places', `/field/places?place=${bare(known)}`, counter.replace('/admin/', '/field/').replace('counters', 'counter'), hall, ...['', '/access', '/inside', '/services', '/pictures', '/state'].map((part) => `${hall}/edit${part}`),
      ...['', '/week', '/season?full=1', '/exception'].map((part) => `/hours/${bare(hall)}${part}`), '/places/new', '/services/new', '/disruptions/new', '/disruptions/new?kind=water', disruption,
      '/admin/exceptions', '/admin/counters', counter, `/admin/counters/new?place=${bare(rink)}`, '/admin/cameras', camera, `/admin/cameras/new?place=${bare(rink)}`, '/admin/devices', device, '/admin/imports/conflicts', '/providers',
    ]
  },
  'Antti Heino': async (page: Page) => ['/admin', '/admin/imports', '/admin/synonyms', '/admin/life', '/admin/life/new', await firstOn('/admin/life', `/admin/life/${id}`, page), `${service}/edit`, `${service}/edit/channels?add=phone`, `${service}/edit/channels?add=place`, `${service}/edit/pictures`, `${service}/edit/state`],
} as const

/** Pages of one language, and what is wrong on them; pages of different addresses must have titles of their own. */
async function wrong(context: BrowserContext, paths: readonly string[], language = 'fi') {
  const titles = new Map<string, string>()
  const found = await wrongOn(context, paths.map((path) => `${url}/${language}${path}`), language === 'fi' ? 'all' : 'words', async (page) => {
    const { pathname } = new URL(page.url()), title = await page.title(), same = titles.get(title)
    titles.set(title, pathname)
    return [...same !== undefined && same !== pathname ? [`called as ${same}: ${title}`] : [], ...await mannersOf(page)]
  })
  return found
}

describe.skipIf(!browser)('every page of services and places is for everyone', () => {
  test('on a phone, and at 320 px', async () => {
    expect(await wrong(await browser!.newContext({ ...phone }), forEveryone)).toEqual([])
  })
  test('on a phone in the dark', async () => {
    expect(await wrongOn(await browser!.newContext({ ...phone, colorScheme: 'dark' }), inOtherLight.map((path) => `${url}/fi${path}`), 'colours')).toEqual([])
  })
  test.each(Object.keys(signedIn) as (keyof typeof signedIn)[])('on a phone, signed in as %s', async (who) => {
    const context = await browser!.newContext({ ...phone, colorScheme: who === 'Jari Niemi' ? 'dark' : 'light' })
    const page = await signInAs(context, url, who)
    const paths = await signedIn[who](page)
    await page.close()
    expect(await wrong(context, paths)).toEqual([])
  })
  test('in Swedish on a phone, in English on a desktop', async () => {
    expect(await wrong(await browser!.newContext({ ...phone, locale: 'sv-FI' }), inLanguages, 'sv')).toEqual([])
    expect(await wrong(await browser!.newContext({ ...desktop, locale: 'en-GB' }), inLanguages, 'en')).toEqual([])
  })
})
