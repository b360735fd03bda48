import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { account, credential, municipality } from '#core/identity/schema.server.ts'
import { testPeople } from '#core/ports/identity/people.ts'
import { type Browser, signedWeb } from '../../../tests/signed-web.ts'

const site = await signedWeb()
const db = site.house.database.owner
const [ilona, taisto] = testPeople
const accounts = () => db.select().from(account).innerJoin(credential, eq(credential.userId, account.id))
const ofSubject = async (sub: string) => (await accounts()).filter((row) => row.credential.accountId.endsWith(` ${sub}`))

/** Goes to the stand-in as a browser does and chooses who to be. */
async function identified(browser: Browser, who: string, from = '/fi/sign-in', form: Record<string, string> = { _do: 'identify' }) {
  const { text, url } = await browser.follow(await browser.post(from, form))
  expect(text).toContain('ei oikea tunnistus')
  return browser.follow(await browser.post(`${new URL(url).pathname}/${who === 'cancel' ? 'cancel' : 'login'}`, { who }))
}

describe('identification over OpenID Connect', () => {
  test('the stand-in speaks the protocol: discovery, PKCE asked for, keys', async () => {
    const said = await (await fetch(`${site.url}/identity-stand-in/.well-known/openid-configuration`)).json() as Record<string, unknown>
    expect(said).toMatchObject({ issuer: `${site.url}/identity-stand-in`, code_challenge_methods_supported: ['S256'], response_types_supported: ['code'] })
    const keys = await (await fetch(said.jwks_uri as string)).json() as { keys: Record<string, string>[] }
    expect(keys.keys[0]).not.toHaveProperty('d')
    const browser = site.browser()
    const start = await browser.post('/fi/sign-in', { _do: 'identify' })
    const asked = new URL(start.headers.get('location')!)
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256')
    expect(asked.searchParams.get('nonce')).toBeTruthy()
    expect(asked.searchParams.get('redirect_uri')).toBe(`${site.url}/api/auth/callback/identification`)
    // without PKCE the provider refuses
    asked.searchParams.delete('code_challenge'); asked.searchParams.delete('code_challenge_method')
    const refused = await fetch(asked, { redirect: 'manual' })
    expect(refused.headers.get('location') ?? '').toContain('error=invalid_request')
  })

  test('a person is identified: name, birth date, municipality, assurance; no token and no personal identity code is kept', async () => {
    const browser = site.browser()
    const { url, text } = await identified(browser, ilona!.sub, '/fi/sign-in', { _do: 'identify', to: '/sign-in' })
    expect(new URL(url).pathname).toBe('/fi/sign-in')
    expect(text).toContain('Ilona Esimerkki')
    const [row] = await ofSubject(ilona!.sub)
    expect(row!.account).toMatchObject({ name: 'Ilona Esimerkki', assurance: 'high', birthDate: '1986-02-14', homeMunicipalityCode: '980' })
    expect(row!.credential).toMatchObject({ providerId: 'identification', issuer: `${site.url}/identity-stand-in`, accessToken: null, refreshToken: null, idToken: null })
    const { rows } = await db.execute<{ kept: boolean }>(sql`select (select string_agg(t::text, '') from identity.account t) || (select string_agg(t::text, '') from identity.credential t) || coalesce((select string_agg(t::text, '') from identity.verification t), '') ~ '140286' kept`)
    expect(rows[0]!.kept).toBe(false)
  })

  test('the second time it is the same account, with what the issuer says now', async () => {
    await db.update(account).set({ homeMunicipalityCode: '001', assurance: 'substantial' }).where(eq(account.name, 'Ilona Esimerkki'))
    await identified(site.browser(), ilona!.sub)
    const rows = await ofSubject(ilona!.sub)
    expect(rows).toHaveLength(1)
    expect(rows[0]!.account).toMatchObject({ homeMunicipalityCode: '980', assurance: 'high' })
  })

  test('signed in by mail, a person adds the identification to the same account', async () => {
    const browser = await site.signedIn('taisto@esimerkki.fi', 'Taisto T')
    await identified(browser, taisto!.sub, '/fi/me/sign-in')
    const [row] = await ofSubject(taisto!.sub)
    expect(row!.account).toMatchObject({ email: 'taisto@esimerkki.fi', name: 'Taisto T', assurance: 'substantial', birthDate: '1959-09-03' })
    // and from then on the identification alone leads to that account
    const other = site.browser()
    await identified(other, taisto!.sub)
    expect(await other.text('/fi/sign-in')).toContain('Taisto T')
  })

  test('an identification that is another account’s is not taken over', async () => {
    const browser = await site.signedIn('kaappari@esimerkki.fi', 'Kaappari')
    const { text } = await identified(browser, taisto!.sub, '/fi/me/sign-in')
    expect(text).toContain('kuuluu jo toiselle tilille')
    expect((await ofSubject(taisto!.sub))[0]!.account.email).toBe('taisto@esimerkki.fi')
    expect((await db.select().from(account).where(eq(account.email, 'kaappari@esimerkki.fi')))[0]!.assurance).toBeNull()
  })

  test('who cancels is back at the sign-in, told so, and nobody', async () => {
    const browser = site.browser()
    const { text } = await identified(browser, 'cancel')
    expect(text).toContain('Keskeytit tunnistautumisen')
    expect(await browser.text('/fi/sign-in')).toContain('Lähetä linkki')
  })

  test('an answer that was not asked for in this browser is refused', async () => {
    const browser = site.browser()
    const { url } = await browser.follow(await browser.post('/fi/sign-in', { _do: 'identify' }))
    let answer = await browser.post(`${new URL(url).pathname}/login`, { who: ilona!.sub })
    while (!answer.headers.get('location')!.includes('/api/auth/callback/')) answer = await browser.fetch(new URL(answer.headers.get('location')!, url).href)
    const stranger = site.browser()
    await stranger.follow(await stranger.get(answer.headers.get('location')!))
    expect(await stranger.text('/fi/sign-in')).toContain('Lähetä linkki')
  })

  test('a municipality with a host of its own gets its own way back', async () => {
    const host = `koivula.localhost:${new URL(site.url).port}`
    await db.update(municipality).set({ hosts: [host] }).where(eq(municipality.id, site.municipality.id))
    site.installation.municipalities.forget()
    const start = await site.installation.signIn!.identify(new Headers({ host }), { to: '/fi', back: '/fi/sign-in', link: false, language: 'fi' })
    expect(new URL(start!.url).searchParams.get('redirect_uri')).toBe(`http://${host}/api/auth/callback/identification`)
    const foreign = await site.installation.signIn!.identify(new Headers({ host: 'paha.example' }), { to: '/fi', back: '/fi/sign-in', link: false, language: 'fi' })
    expect(new URL(foreign!.url).searchParams.get('redirect_uri')).toBe(`${site.url}/api/auth/callback/identification`)
    await db.update(municipality).set({ hosts: [] }).where(eq(municipality.id, site.municipality.id))
    site.installation.municipalities.forget()
  })
})
