import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { credential, municipality } from '#core/identity/schema.server.ts'
import { testPeople } from '#core/ports/identity/people.ts'
import { type Browser, signedWeb } from '../../../tests/signed-web.ts'
import { town } from '../../../tests/town.ts'
import { initiative, population, signature } from './schema.server.ts'

// The whole way of a signer over real HTTP and real OpenID Connect (the local stand-in), as a browser without scripts goes it.
const people = await town()
const db = people.house.database.owner
await db.update(municipality).set({ code: '980' }).where(eq(municipality.id, people.municipality.id))
const site = await signedWeb(people)
await db.insert(population).values({ municipalityId: people.municipality.id, id: crypto.randomUUID(), day: '2025-12-31', source: 'Tilastokeskus', residents: 150, aged15plus: 50 }) // 2 % is 3, 4 % is 2
const [ilona, taisto, minea, eino] = testPeople

/** Presses the step's button, chooses who to be at the stand-in, and comes back. */
async function identified(browser: Browser, path: string, who: string) {
  const { text, url } = await browser.follow(await browser.post(path, { _do: 'identify' }))
  expect(text).toContain('ei oikea tunnistus')
  return browser.follow(await browser.post(`${new URL(url).pathname}/${who === 'cancel' ? 'cancel' : 'login'}`, { who }))
}
const rowOf = async (id: string) => (await db.select().from(initiative).where(eq(initiative.id, id)))[0]!
/** What the ticked list says of each step. */
const steps = (text: string) => [...text.slice(text.indexOf('<ol class="steps"')).matchAll(/<li class="(done|next|)"/g)].slice(0, 3).map((match) => match[1])
const said = async (answer: Response) => { expect(answer.status).toBe(303); await answer.body?.cancel(); return answer.headers.get('location')! }

const author = await site.signedIn('ilona@esimerkki.fi', 'Ilona Esimerkki')
const officer = await site.signedIn('leena.salo@koivula.example', 'Leena Salo')
const written = { _do: 'write', title: 'Kansanäänestys torin paikasta', text: 'Asukkaat päättäköön, mihin tori rakennetaan.', way: 'referendum', membership: 'resident', shown: 'yes' }
const path = await said(await author.post('/fi/initiatives/new', written))
const id = path.split('/').at(-1)!
await said(await author.post(path, { _do: 'askReview' }))
await said(await officer.post(`${path}/check`, { _do: 'accept' }))

describe('an initiative for a referendum, step by step', () => {
  test('is published by its author after identification, asked at that moment and coming back to the same place', async () => {
    const before = await author.text(`${path}/publish`)
    expect(steps(before)).toEqual(['done', 'next', ''])
    expect(before).not.toContain('value="publish"')
    expect((await (await author.post(`${path}/publish`, { _do: 'publish' })).text())).toContain('Tunnistaudu')
    expect((await rowOf(id)).state).toBe('accepted')
    const { url, text } = await identified(author, `${path}/publish`, ilona!.sub)
    expect(new URL(url).pathname).toBe(`${path}/publish`)
    expect(steps(text)).toEqual(['done', 'done', 'next'])
    expect(text).toContain('Kansanäänestys torin paikasta')
    await said(await author.post(`${path}/publish`, { _do: 'publish' }))
    expect(await rowOf(id)).toMatchObject({ state: 'published', signers: 1, residents: 1, threshold2: 3, threshold4: 2 })
  })

  test('who is not signed in is identified and signs in the same go, and crosses the threshold', async () => {
    const browser = site.browser()
    const before = await browser.text(`${path}/sign`)
    expect(steps(before)).toEqual(['done', 'next', ''])
    expect(before).not.toContain('name="name"')
    const { url, text } = await identified(browser, `${path}/sign`, taisto!.sub)
    expect(new URL(url).pathname).toBe(`${path}/sign`)
    expect(steps(text)).toEqual(['done', 'done', 'next'])
    expect(text).toContain('value="Taisto Koehenkilö"')
    await said(await browser.post(`${path}/sign`, { _do: 'sign', name: 'Taisto Koehenkilö', shown: 'yes' }))
    const page = await browser.text(path)
    expect(page).toContain('2/2 – 4 %:n raja')
    expect(page).toContain('Allekirjoitit tämän')
    const [row] = await db.select().from(signature).where(and(eq(signature.initiativeId, id), eq(signature.name, 'Taisto Koehenkilö')))
    expect(row).toMatchObject({ identified: true, home: '980', membership: 'resident', email: null })
    expect(JSON.stringify(row)).not.toContain('test-person')
  })

  test('signed in by mail, the identification is added to the account and the signature is its own', async () => {
    const browser = await site.signedIn('eino@esimerkki.fi', 'Eino Nuorimmainen')
    await identified(browser, `${path}/sign`, eino!.sub) // born on 17 July 2010: fifteen now
    await said(await browser.post(`${path}/sign`, { _do: 'sign', name: 'Eino Nuorimmainen', shown: 'no' }))
    expect((await rowOf(id)).signers).toBe(3)
    expect(await site.browser().text(`${path}/signers`)).not.toContain('Nuorimmainen')
  })

  test('who lives elsewhere is told so, with what was written kept', async () => {
    const browser = site.browser()
    await identified(browser, `${path}/sign`, minea!.sub)
    const answer = await browser.post(`${path}/sign`, { _do: 'sign', name: 'Minea Harjoitus', shown: 'yes' })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('kotikuntasi on muualla')
    expect(text).toContain('value="Minea Harjoitus"')
    expect((await rowOf(id)).signers).toBe(3)
  })

  test('who cancels is back at the step, told so; an identification an hour old is asked again', async () => {
    const browser = site.browser()
    const { text, url } = await identified(browser, `${path}/sign`, 'cancel')
    expect(new URL(url).pathname).toBe(`${path}/sign`)
    expect(text).toContain('Tunnistautuminen jäi kesken')
    const returning = site.browser()
    await identified(returning, '/fi/sign-in', minea!.sub)
    await db.update(credential).set({ updatedAt: new Date(site.house.time.getTime() - 61 * 60_000) })
    expect(steps(await returning.text(`${path}/sign`))).toEqual(['done', 'next', ''])
  })
})

test('an ordinary initiative asks for no identification', async () => {
  const ordinary = await said(await author.post('/fi/initiatives/new', { ...written, way: 'together', title: 'Penkit torille' }))
  await said(await author.post(ordinary, { _do: 'askReview' }))
  await said(await officer.post(`${ordinary}/check`, { _do: 'accept' }))
  await said(await author.post(`${ordinary}/publish`, { _do: 'publish' }))
  const browser = site.browser()
  const page = await browser.text(`${ordinary}/sign`)
  expect(page).not.toContain('Tunnistaudu')
  expect(await said(await browser.post(`${ordinary}/sign`, { _do: 'mail', name: 'Posti Kävijä', email: 'kavija@example.fi', membership: 'resident', shown: 'yes' }))).toBe(`${ordinary}/sign?asked=1`)
  const link = new URL(site.linkIn((await site.newestMail('kavija@example.fi'))!.text)).pathname
  const count = async () => (await rowOf(ordinary.split('/').at(-1)!)).signers
  expect(await browser.text(link)).toContain('Vahvista nimeni')
  expect(await count()).toBe(1) // mail programs look at links too
  await browser.post(link, { _do: 'confirm' })
  expect(await browser.text(link)).toContain('Nimesi on mukana')
  expect(await count()).toBe(2)
  expect(await browser.text(ordinary)).toContain('Posti Kävijä')
})
