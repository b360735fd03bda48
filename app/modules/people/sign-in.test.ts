import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { account, person, session, verification } from '#core/identity/schema.server.ts'
import { signedWeb } from '../../../tests/signed-web.ts'
import { town } from '../../../tests/town.ts'

const here = await town()
const there = await town({ house: here.house, name: 'Naapurila' })
const site = await signedWeb(here)
const db = site.house.database.owner
const accountOf = async (email: string) => (await db.select().from(account).where(eq(account.email, email)))[0]
const pathOf = (address: string) => { const { pathname, search } = new URL(address); return pathname + search }

test('a mailed link signs a new person in, once, and asks the name the first time', async () => {
  const browser = site.browser()
  const sent = await browser.post('/fi/sign-in', { _do: 'mail', email: 'Uusi@Esimerkki.fi', to: '/ideas?sort=newest' })
  expect(sent.status).toBe(303)
  expect(sent.headers.get('location')).toContain('/fi/sign-in?sent=1')
  const letter = (await site.newestMail('uusi@esimerkki.fi'))!
  expect(letter.subject).toContain('Koivula')
  const link = pathOf(site.linkIn(letter.text))
  // looking changes nothing, as often as a mail program may look
  for (let i = 0; i < 3; i++) expect(await browser.text(link)).toContain('uusi@esimerkki.fi')
  expect(await accountOf('uusi@esimerkki.fi')).toBeUndefined()
  expect((await browser.post(link, { _do: 'enter', name: '' })).status).toBe(422)
  const entered = await browser.post(link, { _do: 'enter', name: '  Uusi   Asukas ', to: '/ideas?sort=newest' })
  expect(entered.status).toBe(303)
  expect(entered.headers.get('location')).toBe('/fi/ideas?sort=newest')
  expect(await browser.text('/fi/sign-in')).toContain('Uusi Asukas')
  expect((await accountOf('uusi@esimerkki.fi'))).toMatchObject({ name: 'Uusi Asukas', emailVerified: true, assurance: null })
  // used once: nobody else gets in with it
  const other = site.browser()
  expect(await other.text(link)).toContain('Linkki ei enää toimi')
  await other.post(link, { _do: 'enter', name: 'Varas' })
  expect(other.cookies.size).toBe(0)
})

test('two taps at the same moment are one session', async () => {
  const browser = site.browser()
  await browser.post('/fi/sign-in', { _do: 'mail', email: 'kaksi@esimerkki.fi' })
  const link = pathOf(site.linkIn((await site.newestMail('kaksi@esimerkki.fi'))!.text))
  await Promise.all(Array.from({ length: 6 }, () => site.browser().post(link, { _do: 'enter', name: 'Kaksi Kertaa' })))
  const its = (await accountOf('kaksi@esimerkki.fi'))!
  expect(await db.select().from(session).where(eq(session.userId, its.id))).toHaveLength(1)
})

test('a link is too old after fifteen minutes', async () => {
  const browser = site.browser()
  await browser.post('/fi/sign-in', { _do: 'mail', email: 'hidas@esimerkki.fi' })
  const [row] = await db.select().from(verification).where(sql`${verification.value} like '%hidas@%'`)
  expect(row!.expiresAt.getTime() - Date.now()).toBeGreaterThan(14 * 60_000)
  expect(row!.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(15 * 60_000)
  await db.update(verification).set({ expiresAt: new Date(Date.now() - 1000) }).where(eq(verification.id, row!.id))
  const link = pathOf(site.linkIn((await site.newestMail('hidas@esimerkki.fi'))!.text))
  expect(link).not.toContain(row!.identifier)
  await browser.post(link, { _do: 'enter', name: 'Hidas Henkilö' })
  expect(browser.cookies.size).toBe(0)
  expect(await accountOf('hidas@esimerkki.fi')).toBeUndefined()
})

test('five links an address in fifteen minutes; the sixth is refused in words, and others still get theirs', async () => {
  const browser = site.browser()
  for (let i = 0; i < 5; i++) expect((await browser.post('/fi/sign-in', { _do: 'mail', email: 'ahkera@esimerkki.fi' })).status).toBe(303)
  const sixth = await browser.post('/fi/sign-in', { _do: 'mail', email: 'ahkera@esimerkki.fi' })
  expect(sixth.status).toBe(422)
  expect(await sixth.text()).toContain('Yritä hetken päästä')
  expect((await browser.post('/fi/sign-in', { _do: 'mail', email: 'toinen@esimerkki.fi' })).status).toBe(303)
})

test('a wrong address is told, and kept in the field', async () => {
  const answer = await site.browser().post('/fi/sign-in', { _do: 'mail', email: 'ei osoite' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('ei osoite')
})

test('after signing in nobody is led out of the municipality', async () => {
  for (const to of ['https://paha.example/', '//paha.example/', '/\\paha.example', 'javascript:alert(1)']) {
    const browser = site.browser()
    const email = `ulos${to.length}@esimerkki.fi`
    await browser.post('/fi/sign-in', { _do: 'mail', email, to })
    const link = pathOf(site.linkIn((await site.newestMail(email))!.text))
    expect((await browser.post(link, { _do: 'enter', name: 'Ulos Menijä', to })).headers.get('location')).toBe('/fi')
  }
})

test('one account is one person in two municipalities', async () => {
  const browser = await site.signedIn('rajalla@esimerkki.fi', 'Rajan Asukas')
  await browser.get('/fi/me')
  await browser.get('/naapurila/fi/me')
  const its = (await accountOf('rajalla@esimerkki.fi'))!
  const rows = await db.select().from(person).where(eq(person.id, its.id))
  expect(rows.map((row) => row.municipalityId).sort()).toEqual([here.municipality.id, there.municipality.id].sort())
})

test('signing out ends the session, not only the cookie', async () => {
  const browser = await site.signedIn('lahtija@esimerkki.fi', 'Lähtijä')
  const kept = new Map(browser.cookies)
  expect(await browser.text('/fi/sign-in')).toContain('Lähtijä')
  await browser.post('/fi/sign-out', { _do: 'out' })
  expect(browser.cookies.size).toBe(0)
  for (const [name, value] of kept) browser.cookies.set(name, value)
  expect(await browser.text('/fi/sign-in')).not.toContain('Lähtijä')
})

test('a cookie that was touched is nobody', async () => {
  const browser = await site.signedIn('keksi@esimerkki.fi', 'Keksi Nen')
  for (const [name, value] of browser.cookies) browser.cookies.set(name, value.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')))
  expect(await browser.text('/fi/sign-in')).not.toContain('Keksi Nen')
})

test('a form of a foreign page is refused, with a cookie and without', async () => {
  const browser = await site.signedIn('koti@esimerkki.fi', 'Koti Nen')
  for (const headers of [{ origin: 'https://paha.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }] as Record<string, string>[]) {
    expect((await browser.post('/fi/sign-out', { _do: 'out' }, headers)).status).toBe(403)
    expect((await site.browser().post('/fi/sign-in', { _do: 'mail', email: 'uhri@esimerkki.fi' }, headers)).status).toBe(403)
  }
  expect(await site.newestMail('uhri@esimerkki.fi')).toBeUndefined()
  expect((await browser.fetch('/api/auth/passkey/verify-authentication', { method: 'POST', body: '{}', headers: { origin: 'https://paha.example', 'content-type': 'application/json' } })).status).toBe(403)
})

test('only the few addresses that browsers need are open under /api/auth', async () => {
  const browser = await site.signedIn('kokeilija@esimerkki.fi', 'Koe Ilija')
  for (const path of ['get-session', 'list-sessions', 'sign-up/email', 'update-user', 'delete-user', 'sign-in/magic-link', 'enter', 'magic-link/verify?token=x']) {
    expect((await browser.fetch(`/api/auth/${path}`, { method: 'POST', body: '{}', headers: { origin: site.url, 'content-type': 'application/json' } })).status).toBe(404)
    expect((await browser.get(`/api/auth/${path}`)).status).toBe(404)
  }
})
