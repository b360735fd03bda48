import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { mail } from '#core/notices/schema.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { keepReport, type NewReport, ownToken } from '#modules/feedback/server'
import { web } from '../../../tests/web.ts'
import { bindIdeas } from './born.server.ts'
import { askSender } from './decide.server.ts'
import { readReports } from './read-report.server.ts'
import { consent, reading } from './schema.server.ts'

const site = await web()
const { house, aino, jari, guest, categories } = site
const owner = house.database.owner
let sent = 0
/** Never the same twice: the third same text in a day waits for a moderator. */
const words = () => `Kuoppa ${sent++} on taas tiessä. Ehdotan, että tähän tehdään <b>hidaste</b> ja penkki vanhuksille.`
const send = async (more: Partial<NewReport> = {}) => {
  const { id } = await guest.does(keepReport, { categoryId: categories.road, text: words(), sender: {}, channel: 'web', ...more } as NewReport)
  await deliver(house, [readReports(house)])
  return id
}
const tokenOf = (id: string) => jari.sees(async (ctx) => ownToken(ctx, id))
const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll('&#x27;', '\'')

describe('the officials\' list', () => {
  test('shows the sentence, why, and what to do; strangers are led to sign in', async () => {
    await send()
    const page = await text(site.get('/fi/found', 'jari'))
    expect(page).toContain('Ehdotan, että tähän tehdään &lt;b&gt;hidaste&lt;/b&gt; ja penkki vanhuksille.')
    expect(page).toContain('ehdottaa')
    expect((await site.get('/fi/found', 'guest')).headers.get('location')).toContain('/sign-in')
    expect((await site.get('/fi/found', 'aino')).status).toBe(403)
    for (const language of ['sv', 'en']) expect((await site.get(`/${language}/found`, 'antti')).status).toBe(200)
  })
  test('the chosen are asked or rejected together, without script; nothing chosen is said', async () => {
    const [one, two] = [await send(), await send()]
    expect((await site.post('/fi/found', 'jari', { _do: 'ask' })).status).toBe(422)
    const done = await site.post('/fi/found?state=new', 'jari', { _do: 'ask', ids: [one, two] })
    expect(done.status).toBe(303)
    expect(done.headers.get('location')).toContain('done=asked&n=2')
    expect(await text(site.get('/fi/found?done=asked&n=2&left=0', 'jari'))).toContain('2 lähettäjältä kysyttiin lupa.')
    const rejected = await site.post('/fi/found', 'jari', { _do: 'reject', ids: [await send()] })
    expect(rejected.headers.get('location')).toContain('done=rejected&n=1')
    for (const ids of [['x'], ['00000000-0000-0000-0000-000000000000'], ["' or 1=1"]]) expect((await site.post('/fi/found', 'jari', { _do: 'ask', ids })).status).toBe(303)
  })
})

describe('on the pages of a report', () => {
  test('an official sees what is probably an idea, with its sentence; of a fault, quietly whether there is one; others see nothing', async () => {
    const id = await send(), fault = await send({ text: 'Katuvalo on rikki, korjatkaa.' })
    expect(await text(site.get(`/fi/feedback/${id}/handle`, 'jari'))).toMatch(/Todennäköisesti idea[^]*<blockquote>Ehdotan, että tähän tehdään/)
    const quiet = await text(site.get(`/fi/feedback/${fault}/handle`, 'jari'))
    expect(quiet).toContain('Onko tässä idea?')
    expect(quiet).not.toContain('Todennäköisesti idea')
    for (const who of ['guest', 'aino']) expect(await text(site.get(`/fi/feedback/${id}`, who))).not.toMatch(/Todennäköisesti|Saako palautteestasi/)
  })
  test('the sender is asked on their own page, and signed in on the report\'s; nobody else is', async () => {
    const { id } = await aino.does(keepReport, { categoryId: categories.road, text: words(), sender: { personId: aino.id }, channel: 'web' })
    await deliver(house, [readReports(house)])
    await jari.does(askSender, id)
    for (const [path, who] of [[`/fi/feedback/own/${await tokenOf(id)}`, 'guest'], [`/fi/feedback/${id}`, 'aino']] as const) expect(await text(site.get(path, who)), who).toContain('Saako palautteestasi tehdä idean?')
    for (const who of ['guest', 'otso']) expect(await text(site.get(`/fi/feedback/${id}`, who))).not.toContain('/found/answer/')
  })
})

describe('one report', () => {
  test('one tap makes it an idea, another says it is none, and back', async () => {
    const id = await send()
    const page = `/fi/found/report/${id}`
    expect((await site.post(page, 'aino', { _do: 'ask' })).status).toBe(403)
    const rejected = await site.post(page, 'jari', { _do: 'reject' })
    expect(rejected.headers.get('location')).toBe(`/fi/feedback/${id}/handle`)
    expect(await text(site.get(page, 'jari'))).toContain('Tämä ei ole idea.')
    await site.post(page, 'jari', { _do: 'undo' })
    await site.post(page, 'jari', { _do: 'ask' })
    expect(await text(site.get(page, 'jari'))).toContain('Lähettäjältä kysyttiin lupa.')
    expect(await owner.select().from(consent).where(eq(consent.reportId, id))).toHaveLength(1)
  })
  test('what is asked can be written better first; mistakes keep what was written', async () => {
    const id = await send()
    const page = `/fi/found/report/${id}`
    const failed = await site.post(page, 'jari', { _do: 'askWith', title: 'Hei', text: 'Tämä teksti pysyy tallessa.', kind: 'idea' })
    expect(failed.status).toBe(422)
    expect(await text(failed)).toContain('Tämä teksti pysyy tallessa.')
    expect((await site.post(page, 'jari', { _do: 'askWith', title: 'Hidaste koulun eteen', text: 'Vauhti laskisi koulun edessä.', kind: 'need' })).status).toBe(303)
    expect(await text(site.get(`/fi/found/answer/${await tokenOf(id)}`))).toContain('Hidaste koulun eteen')
  })
  test('a language model\'s suggestion is marked as one', async () => {
    const id = await send()
    await owner.update(reading).set({ model: 'done', suggestion: { kind: 'idea', sentence: '', title: 'Koneen otsikko <script>', text: 'Koneen teksti.' } }).where(eq(reading.reportId, id))
    const page = await text(site.get(`/fi/found/report/${id}`, 'jari'))
    expect(page).toContain('Kielimallin ehdotus')
    expect(page).toContain('Koneen otsikko &lt;script&gt;')
    expect(page).toContain('Lue se ennen kuin käytät.')
  })
  test('what is not there is not found', async () => { for (const id of ['x', '00000000-0000-0000-0000-000000000000']) expect((await site.get(`/fi/found/report/${id}`, 'jari')).status, id).toBe(404) })
})

describe('the sender\'s answer', () => {
  test('a visitor answers in their own name, proves the address, and the idea grows out of the report', async () => {
    const id = await send({ sender: { email: 'vieno@example.fi' } })
    await jari.does(askSender, id)
    const page = `/fi/found/answer/${await tokenOf(id)}`
    const failed = await site.post(page, 'guest', { _do: 'answer', answer: 'named', title: 'Hidaste Rantatielle', text: 'Minun muokkaamani teksti.', name: '', email: '' })
    expect(failed.status).toBe(422)
    expect(await text(failed)).toContain('Minun muokkaamani teksti.')
    expect((await site.post(page, 'guest', { _do: 'answer', answer: 'named', title: 'Hidaste Rantatielle', text: 'Minun muokkaamani teksti.', name: 'Vieno V', email: 'vieno@example.fi' })).status).toBe(303)
    expect(await text(site.get(page))).toContain('Lähetimme sähköpostiisi linkin.')
    const [letter] = (await owner.select().from(mail).where(eq(mail.to, 'vieno@example.fi')).orderBy(mail.createdAt)).filter((each) => each.text.includes('/ideas/confirm/'))
    const confirm = /\/fi\/ideas\/confirm\/\S+/.exec(letter!.text)![0]
    const idea = (await site.post(confirm, 'guest', { _do: 'confirm' })).headers.get('location')!
    await deliver(house, [bindIdeas])
    await deliver(house, [bindIdeas])
    expect(await text(site.get(idea))).toContain('Idea syntyi palautteesta')
    expect(await text(site.get(idea))).toContain(`/fi/feedback/${id}`)
    expect(await text(site.get(page))).toContain('Kiitos! Ideasi on julkaistu')
  })
  test('someone signed in is told in whose name, and the page leads to the idea', async () => {
    const { id } = await aino.does(keepReport, { categoryId: categories.road, text: words(), sender: { personId: aino.id }, channel: 'web' })
    await deliver(house, [readReports(house)])
    await jari.does(askSender, id)
    const page = `/fi/found/answer/${await tokenOf(id)}`
    expect(await text(site.get(page, 'aino'))).toContain('Olet kirjautunut: idean kirjoittaja on Aino Koskela.')
    await site.post(page, 'aino', { _do: 'answer', answer: 'named', title: 'Hidaste Rantatielle', text: 'Vauhti laskisi ja mummo pääsisi yli.' })
    expect(await text(site.get(page, 'aino'))).toContain('Katso ideaa')
  })
  test('false links, other towns\' links and garbage are not found', async () => {
    const id = await send()
    for (const token of ['x', id, `${id}.`, `${id}.vaara`, 'a.b.c']) expect((await site.get(`/fi/found/answer/${token}`)).status, token).toBe(404)
    expect((await site.get(`/fi/found/answer/${await tokenOf(id)}`)).status).toBe(404) // nothing is asked
  })
})

test('what has been learned is for admins, and shows every signal', async () => {
  expect((await site.get('/fi/found/learned', 'jari')).status).toBe(403)
  const page = await text(site.get('/fi/found/learned', 'antti'))
  expect(page).toContain('Oppiminen alkaa, kun ratkaisuja on 20.')
  expect(page).toContain('kysyy ”miksei”')
})
