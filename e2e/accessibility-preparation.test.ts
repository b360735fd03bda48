import type { BrowserContext } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { removeFolder, startProgram } from '../tests/program.ts'
import { desktop, openBrowser, phone, signInAs } from './browser.ts'
import { wrongOn } from './look.ts'
import { toldFolder } from './told.ts'

const folder = await toldFolder()
const program = await startProgram({ DATA_DIR: folder })
const browser = await openBrowser()
afterAll(async () => { await browser?.close(); await program.stop(); removeFolder(folder) })

/** Every address on a page of the kind that is wanted, without its language, each once and in order. */
async function allOn(page: string, pattern: RegExp): Promise<string[]> {
  const found = [...(await (await fetch(`${program.url}/fi${page}`)).text()).matchAll(pattern)].map((each) => each[1]!)
  if (found.length === 0) throw new Error(`nothing like ${pattern} on ${page}`)
  return [...new Set(found)]
}
const id = '[0-9a-f-]{36}'
const called = async (page: string, kind: string, title: string) => (await allOn(page, new RegExp(`"/fi(/${kind}/${id})"[^>]*>${title}`, 'g')))[0]!
// The demonstration's matters are in every state: ideas, drafting, hearing, decided, and one of two municipalities.
const matters = await allOn('/matters', new RegExp(`"/fi(/matters/${id})"`, 'g'))
const hearing = await called('/matters', 'matters', 'Koulujen tilat iltakäyttöön')
const park = await called('/matters', 'matters', 'Soppeenmäen puiston uudistus')
const joint = await called('/matters', 'matters', 'Pyöräreitti Ylöjärveltä Nokialle')
const decided = await called('/matters', 'matters', 'Uimahallin aamuvuorot')
const part = (await allOn(hearing, new RegExp(`"/fi(${hearing}\\?part=${id})#`, 'g')))[0]!
const meetings = await allOn('/meetings', new RegExp(`"/fi(/meetings/${id})"`, 'g'))
const [coming, held] = await Promise.all([meetings[0]!, meetings.at(-1)!].map(async (meeting) => (await allOn(meeting, new RegExp(`"/fi(/meetings/items/${id})"`, 'g')))[0]!)) as [string, string]
const initiatives = await allOn('/initiatives', new RegExp(`"/fi(/initiatives/${id})"`, 'g'))
const collecting = (await allOn('/initiatives?state=collecting', new RegExp(`"/fi(/initiatives/${id})"`, 'g')))[0]!
const topic = (await allOn('/topics', new RegExp(`"/fi(/topics/${id})"`, 'g')))[0]!
const draft = await draftOf('Jari Niemi')

const forEveryone = [
  '/matters', ...matters, part, `${decided}/report`, `${park}/history`, `/follow${topic.replace('topics', 'topic')}`, '/coming-to-me', '/meetings', meetings[0]!, meetings.at(-1)!, coming, held,
  '/initiatives', '/initiatives/how', ...initiatives, `${collecting}/sign`, `${collecting}/signers`, '/initiatives/report/2026',
]
const inLanguages = ['/matters', hearing, joint, '/meetings', meetings[0]!, coming, '/initiatives', collecting, `${decided}/report`]
const signedIn = {
  'Aino Koskela': [park, hearing, '/coming-to-me', '/initiatives/new', collecting, ...['send', 'authors', 'edit'].map((page) => `${collecting}/${page}`)],
  'Jari Niemi': ['/matters/new', `/matters/new?draft=${draft.split('/')[2]}`, draft, `${draft}/publish`, `${draft}/manage/preview`, '/joint', '/meetings/new'],
  'Antti Heino': [
    ...['manage', 'manage/document', 'manage/comments', 'manage/comments?show=told', 'manage/summary', 'report', 'joint'].map((page) => `${hearing}/${page}`), `${joint}/joint`, `${decided}/manage`,
    '/admin/templates', '/admin/meetings', '/admin/population', '/admin/initiatives', '/admin/notices', '/initiatives/link', `${initiatives[1]}/check`, `${meetings[0]}/edit`, `${meetings[0]}/items/new`, `${coming}/edit`, `${coming}/decide`,
  ],
} as const
const at = (paths: readonly string[], language = 'fi') => paths.map((path) => `${program.url}/${language}${path}`)
const signed = async (context: BrowserContext, who: string) => { await (await signInAs(context, program.url, who)).close(); return context }
/** The draft of an official that the list shows them. */
async function draftOf(who: string): Promise<string> {
  if (!browser) return ''
  const context = await browser.newContext(phone)
  const page = await signInAs(context, program.url, who)
  await page.goto(`${program.url}/fi/matters`)
  const href = await page.getByRole('region', { name: 'Luonnokset ja ajastetut' }).getByRole('link').first().getAttribute('href')
  await context.close()
  return href!.replace(/^\/fi/, '')
}

describe.skipIf(!browser)('every page of preparation is for everyone', () => {
  test.each(['light', 'dark'] as const)('on a phone, %s', async (colorScheme) => {
    expect(await wrongOn(await browser!.newContext({ ...phone, colorScheme }), at(forEveryone), colorScheme === 'dark' ? 'colours' : 'all')).toEqual([])
  })
  test.each(Object.entries(signedIn))('on a phone, signed in as %s', async (who, paths) => {
    expect(await wrongOn(await signed(await browser!.newContext({ ...phone, colorScheme: who === 'Jari Niemi' ? 'dark' : 'light' }), who), at(paths))).toEqual([])
  })
  test.each(['sv', 'en'])('in %s', async (language) => {
    expect(await wrongOn(await browser!.newContext(phone), at(inLanguages, language), 'words')).toEqual([])
  })
  test('on a desktop', async () => {
    expect(await wrongOn(await signed(await browser!.newContext(desktop), 'Antti Heino'), at(['/matters', hearing, joint, `${hearing}/manage`, `${hearing}/manage/comments`, meetings[0]!, coming, collecting, `${decided}/report`, '/admin/notices']), 'words')).toEqual([])
  })
})
