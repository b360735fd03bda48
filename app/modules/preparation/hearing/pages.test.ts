import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { municipality } from '#core/identity/schema.server.ts'
import { testPeople } from '#core/ports/identity/people.ts'
import { type Browser, signedWeb } from '../../../../tests/signed-web.ts'
import { matterOf } from '../matter.server.ts'
import { movePhase } from '../phases.server.ts'
import { publishMatter } from '../publish.server.ts'
import { putMatter } from '../put.server.ts'
import { matter } from '../schema.server.ts'
import { addSection, removeSection } from './sections.server.ts'

const site = await signedWeb()
const { jari, guest, house, topics } = site
const db = house.database.owner
await db.update(municipality).set({ code: '980' }).where(eq(municipality.id, site.municipality.id))
site.installation.municipalities.forget()
const here = testPeople.find((each) => each.municipality_code === '980')!, elsewhere = testPeople.find((each) => each.municipality_code !== '980')!
let count = 0
async function heard(speakers: 'anyone' | 'signedIn' | 'identified') {
  const { id } = await jari.does(putMatter, { title: `Rantapolku ${++count}`, thought: 'Rannalle voisi tehdä valaistun polun, jota pitkin pääsee kouluun.', topicId: topics.sports }) as { id: string }
  const { sectionId } = await jari.does(addSection, id, { title: 'Reitti', text: 'Polku kulkee rannassa. Se valaistaan.' }) as { sectionId: string }
  await jari.does(publishMatter, id)
  await db.update(matter).set({ speakers }).where(eq(matter.id, id))
  const hearing = (await guest.sees(matterOf, id)).phases.find((each) => each.hearing === 'yes')!
  await jari.does(movePhase, id, { to: hearing.id, endsOn: new Date(house.time.getTime() + 20 * 86_400_000).toISOString().slice(0, 10), sentence: 'Nyt asiasta kuullaan kaikkia, joita se koskee.' })
  return { id, sectionId, path: `/fi/matters/${id}` }
}
/** From a form that leads to the issuer, through it as someone, and back. */
async function throughIssuer(browser: Browser, answer: Response, who: string) {
  const { url, text } = await browser.follow(answer)
  expect(text).toContain('ei oikea tunnistus')
  return browser.follow(await browser.post(`${new URL(url).pathname}/${who === 'cancel' ? 'cancel' : 'login'}`, { who }))
}
const sendKeyIn = (text: string) => /name="sendKey" value="([^"]*)"/.exec(text)![1]!
const done = (text: string) => [...text.slice(text.indexOf('<ol class="steps"')).matchAll(/<li class="(done|next|)"/g)].slice(0, 3).map((match) => match[1])

describe('an identified resident is asked at that moment', () => {
  test('a visitor writes, is identified, comes back to the same place with the text, and sends it', async () => {
    const { path, sectionId, id } = await heard('identified')
    const browser = site.browser()
    expect(await browser.text(path)).toContain('Tunnistaudu ja jatka')
    const { url, text } = await throughIssuer(browser, await browser.post(path, { _do: 'comment', partId: sectionId, quote: 'Se valaistaan.', text: 'Valot kyllä kiitos', stance: 'for' }), here.sub)
    expect(new URL(url).pathname).toBe(path)
    expect(new URL(url).searchParams.get('part')).toBe(sectionId)
    expect(text).toMatch(/<textarea[^>]*name="text"[^>]*>Valot kyllä kiitos</)
    expect(text).toMatch(/<option value="Se valaistaan\." selected/)
    expect(done(text)).toEqual(['done', 'done', 'next'])
    const written = /name="written" value="([^"]+)"/.exec(text)![1]!
    const sent = await browser.follow(await browser.post(path, { _do: 'comment', partId: sectionId, quote: 'Se valaistaan.', text: 'Valot kyllä kiitos', stance: 'for', written, sendKey: sendKeyIn(text) }))
    expect(sent.text).toContain('Valot kyllä kiitos')
    expect((await db.execute(`select 1 from discussion.written where subject_id = '${id}'`)).rows).toEqual([])
  })
  test('signed in already, only the identification is left, and it is added to the same account', async () => {
    const { path } = await heard('identified')
    const browser = await site.signedIn('asukas@esimerkki.fi', 'Asukas Esimerkki')
    expect(done(await browser.text(path))).toEqual(['done', 'next', ''])
    const { text } = await throughIssuer(browser, await browser.post(path, { _do: 'comment', text: 'Yleinen sana' }), testPeople.find((each) => each !== here && each.municipality_code === '980')!.sub)
    expect(text).toMatch(/<textarea[^>]*name="text"[^>]*>Yleinen sana</)
    expect(done(text)).toEqual(['done', 'done', 'next'])
  })
  test('who lives elsewhere is told so, before and when they send, and their text is handed back', async () => {
    const { path } = await heard('identified')
    const browser = site.browser()
    const { text } = await throughIssuer(browser, await browser.post(path, { _do: 'comment', text: 'Naapurin sana' }), elsewhere.sub)
    expect(text).toContain('kotikuntasi ei ole Koivula')
    const answer = await browser.post(path, { _do: 'comment', text: 'Naapurin sana' })
    expect(answer.status).toBe(422)
    const again = await answer.text()
    expect(again).toContain('vain kunnan asukkaat')
    expect(again).toMatch(/<textarea[^>]*name="text"[^>]*>Naapurin sana</)
  })
  test('who cancels is back with the text, told what happened', async () => {
    const { path } = await heard('identified')
    const browser = site.browser()
    const { text } = await throughIssuer(browser, await browser.post(path, { _do: 'comment', text: 'Kesken jäänyt' }), 'cancel')
    expect(text).toContain('Keskeytit tunnistautumisen')
    expect(text).toMatch(/<textarea[^>]*name="text"[^>]*>Kesken jäänyt</)
    expect(done(text)).toEqual(['next', '', ''])
  })
})

describe('nothing that was written is lost', () => {
  test('a session that ended while one wrote: the text is there after signing in again', async () => {
    const { path } = await heard('signedIn')
    const answer = await site.browser().post(path, { _do: 'comment', text: 'Kirjoitin kauan' })
    const to = new URL(answer.headers.get('location')!, site.url).searchParams.get('to')!
    const browser = await site.signedIn('palaaja@esimerkki.fi', 'Palaaja Esimerkki')
    expect(await browser.text(`/fi${to}`)).toMatch(/<textarea[^>]*name="text"[^>]*>Kirjoitin kauan</)
    expect(await browser.text(`${path}?written=keksitty.nimi`)).not.toContain('Kirjoitin kauan')
  })
  test('a hearing that ended, and a section that was taken out, while one wrote: the text is handed back', async () => {
    const { path, id, sectionId } = await heard('anyone')
    await jari.does(removeSection, id, sectionId)
    const gone = await site.browser().post(path, { _do: 'comment', partId: sectionId, text: 'Kohdasta sanoin' })
    expect([gone.status, (await gone.text()).includes('Kohdasta sanoin')]).toEqual([422, true])
    const now = house.time
    house.time = new Date(now.getTime() + 30 * 86_400_000)
    const closed = await site.browser().post(path, { _do: 'comment', text: 'Myöhästynyt sana' })
    const text = await closed.text()
    house.time = now
    expect(closed.status).toBe(422)
    expect(text).toContain('Myöhästynyt sana')
    expect(text).toContain('Yhteenveto tulee viimeistään')
  })
})

test('a guest speaks without script or account, sees it at once, and hears by a link in the mail', async () => {
  const { path } = await heard('anyone')
  const browser = site.browser()
  const form = await browser.text(path)
  expect(form).toContain('Voit kirjoittaa ilman tiliä')
  const sent = await browser.follow(await browser.post(path, { _do: 'comment', text: 'Ohikulkijan sana', name: 'Kulkija', email: 'ohi@esimerkki.fi', sendKey: sendKeyIn(form) }))
  expect(sent.text).toContain('Ohikulkijan sana')
  expect(sent.text).toContain('Vahvista osoitteesi')
  expect(sent.text).not.toContain('ohi@esimerkki.fi')
  const link = new URL(site.linkIn((await site.newestMail('ohi@esimerkki.fi'))!.text)).pathname
  expect(await browser.text(link)).toContain('Kyllä, kerro minulle')
  await browser.post(link, { _do: 'hear' })
  expect(await browser.text(link)).toContain('Osoite on vahvistettu')
  expect((await fetch(`${site.url}${link}/stop`, { method: 'POST', body: 'List-Unsubscribe=One-Click' })).status).toBe(200)
  expect(await browser.text(link)).toContain('Osoitetta ei enää ole tallessa')
  await browser.post(link, { _do: 'remove' })
  expect(await browser.text(`${path}?x=1`)).not.toContain('Ohikulkijan sana')
})
test('a preview is not indexed and not kept on the way, and nothing can be done on it', async () => {
  const { id } = await jari.does(putMatter, { title: 'Luonnos', thought: 'Tätä ei ole vielä julkaistu missään.', topicId: topics.sports }) as { id: string }
  const { previewPathOf } = await import('./preview.server.ts')
  const path = `/fi${await jari.sees(async (ctx) => previewPathOf(ctx, await matterOf(ctx, id)))}`
  const answer = await site.browser().get(path)
  const text = await answer.text()
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect(text).toMatch(/<meta name="robots" content="noindex/)
  expect(text).toContain('Tämä on esikatselu')
  expect(text).not.toMatch(/name="_do" value="(comment|follow)"/)
  expect((await site.browser().get(`/fi/matters/${id}`)).status).toBe(404)
  expect((await site.browser().get(`${path.slice(0, -1)}x`)).status).toBe(404)
})
