import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { forgetExpired } from '#core/identity/forget-expired.server.ts'
import { account, credential, person, representative, session } from '#core/identity/schema.server.ts'
import { follow, place as placeTable } from '#core/trail/schema.server.ts'
import { mail, notice } from '#core/notices/schema.server.ts'
import { proposeIdea, supportIdea } from '#modules/ideas/server'
import { type Browser, signedWeb } from '../../../tests/signed-web.ts'
import { town } from '../../../tests/town.ts'
import { businessIdOf } from './business-id.ts'
import { deviceName } from './device.ts'

const here = await town()
const there = await town({ house: here.house, name: 'Naapurila' })
const site = await signedWeb(here)
const db = site.house.database.owner
const pathOf = (address: string) => { const { pathname, search } = new URL(address); return pathname + search }
const idOf = async (email: string) => (await db.select().from(account).where(eq(account.email, email)))[0]!.id

describe('sessions', () => {
  test('I see my devices and end another; it is signed out at once', async () => {
    const phone = await site.signedIn('laite@esimerkki.fi', 'Laite Nen')
    const laptop = await site.signedIn('laite@esimerkki.fi')
    const page = await phone.text('/fi/me/sign-in')
    expect(page).toContain('Tämä laite')
    const other = /<button[^>]*name="id"[^>]*>/.exec(page)![0].match(/[0-9a-f-]{36}/)![0]
    // nobody else can end it
    const stranger = await site.signedIn('vieras@esimerkki.fi', 'Vie Ras')
    await stranger.post('/fi/me/sign-in', { _do: 'end', id: other! })
    expect((await laptop.get('/fi/me')).status).toBe(200)
    await phone.post('/fi/me/sign-in', { _do: 'end', id: other! })
    expect((await laptop.get('/fi/me')).headers.get('location')).toContain('/fi/sign-in?to=%2Fme')
    expect((await phone.get('/fi/me')).status).toBe(200)
  })
  test('all others at once, never someone else’s', async () => {
    const [first, second, third] = [await site.signedIn('monta@esimerkki.fi', 'Monta Nen'), await site.signedIn('monta@esimerkki.fi'), await site.signedIn('monta@esimerkki.fi')]
    const stranger = await site.signedIn('sivullinen@esimerkki.fi', 'Sivu Llinen')
    await first.post('/fi/me/sign-in', { _do: 'endOthers' })
    for (const each of [second, third]) expect((await each.get('/fi/me')).status).toBe(303)
    for (const each of [first, stranger]) expect((await each.get('/fi/me')).status).toBe(200)
  })
  test('an expired session is nobody', async () => {
    const browser = await site.signedIn('vanha@esimerkki.fi', 'Van Ha')
    await db.update(session).set({ expiresAt: new Date(Date.now() - 3_600_000) }).where(eq(session.userId, await idOf('vanha@esimerkki.fi')))
    expect((await browser.get('/fi/me')).status).toBe(303)
  })
  test('what has expired is erased, what lives stays', async () => {
    const living = await site.signedIn('elossa@esimerkki.fi', 'Elo Ssa')
    await site.signedIn('mennyt@esimerkki.fi', 'Men Nyt')
    await db.update(session).set({ expiresAt: new Date(Date.now() - 3_600_000) }).where(eq(session.userId, await idOf('mennyt@esimerkki.fi')))
    await site.browser().post('/fi/sign-in', { _do: 'mail', email: 'odottaa@esimerkki.fi' })
    await forgetExpired(site.house)
    expect(await db.select().from(session).where(eq(session.userId, await idOf('mennyt@esimerkki.fi')))).toHaveLength(0)
    expect((await living.get('/fi/me')).status).toBe(200)
    expect(await site.browser().text(pathOf(site.linkIn((await site.newestMail('odottaa@esimerkki.fi'))!.text)))).toContain('odottaa@esimerkki.fi')
  })
  test('devices are named as people call them', () => {
    expect(deviceName('Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36')).toBe('Chrome, Android')
    expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1')).toBe('Safari, iPhone')
    expect(deviceName('curl/8')).toBeNull()
  })
})

describe('profile', () => {
  test('my ideas, what I follow and what is new are counted as mine', async () => {
    const browser = await site.signedIn('laskuri@esimerkki.fi', 'Lasku Ri')
    await browser.get('/fi/me')
    const me = { kind: 'person', id: await idOf('laskuri@esimerkki.fi'), name: 'Lasku Ri', represents: [], units: [], moderator: false, admin: false, installationAdmin: false, identified: false } as const
    const mine = here.someone({ ...me, represents: [], units: [] })
    const one = await mine.does(proposeIdea, { title: 'Suojatie koululle', text: 'Koulun edestä puuttuu suojatie.' })
    const two = await here.otso.does(proposeIdea, { title: 'Kirjastoon sohva', text: 'Kirjastossa olisi mukava istua.' })
    await mine.does(supportIdea, two.id)
    await db.insert(notice).values({ municipalityId: site.municipality.id, id: crypto.randomUUID(), personId: me.id, subjectId: one.id, eventId: crypto.randomUUID(), kind: 'ideas.sent', rhythm: 'inApp' })
    const page = await browser.text('/fi/me')
    expect(page).toContain('Suojatie koululle')
    expect(page).not.toContain('Kirjastoon sohva')
    expect(page).toContain('2 seurattavaa')
    expect(page).toContain('1 uusi viesti')
  })
  test('name, language and rhythm are changed; a bad name is told and kept', async () => {
    const browser = await site.signedIn('nimi@esimerkki.fi', 'Väärä Nimi')
    expect((await browser.post('/fi/me', { _do: 'profile', name: 'http://mainos.example', language: 'sv', rhythm: 'inApp' })).status).toBe(422)
    expect((await browser.post('/fi/me', { _do: 'profile', name: 'Oikea Nimi-Karhu', language: 'sv', rhythm: 'inApp' })).status).toBe(303)
    const [row] = await db.select().from(person).where(eq(person.id, await idOf('nimi@esimerkki.fi')))
    expect(row).toMatchObject({ name: 'Oikea Nimi-Karhu', language: 'sv', rhythm: 'inApp' })
    expect(await browser.text('/naapurila/fi/me')).toContain('Oikea Nimi-Karhu')
  })
  test('a known place near my home moves "near me" there, and is taken back', async () => {
    const browser = await site.signedIn('koti@esimerkki.fi', 'Koti Nen')
    const keep = { _do: 'profile', name: 'Koti Nen', language: 'fi', rhythm: 'inApp' }
    const place = /<option value="([\w-]{36})">Keijärvi/.exec(await browser.text('/fi/me'))![1]!
    expect((await browser.post('/fi/me', { ...keep, home: place })).status).toBe(303)
    expect(await browser.text('/fi/me')).toMatch(new RegExp(`<option value="${place}" selected`))
    expect((await db.select().from(person).where(eq(person.id, await idOf('koti@esimerkki.fi'))))[0]).toMatchObject({ homeLongitude: 23.58, homeLatitude: 61.55 })
    expect(await browser.text('/fi/me/data')).toContain('61.55, 23.58')
    const [neighbours] = await db.select().from(placeTable).where(eq(placeTable.municipalityId, there.municipality.id))
    expect((await browser.post('/fi/me', { ...keep, home: neighbours!.id })).status).toBe(422)
    await browser.post('/fi/me', { ...keep, home: '' })
    expect((await db.select().from(person).where(eq(person.id, await idOf('koti@esimerkki.fi'))))[0]!.homeLongitude).toBeNull()
  })
  test('an address changes only when its owner has opened the link, and the old address is told', async () => {
    const browser = await site.signedIn('ennen@esimerkki.fi', 'Vaihtaja')
    await browser.post('/fi/me', { _do: 'email', email: 'jalkeen@esimerkki.fi' })
    const link = pathOf(site.linkIn((await site.newestMail('jalkeen@esimerkki.fi'))!.text))
    const stranger = await site.signedIn('utelias@esimerkki.fi', 'Ute Lias')
    expect((await stranger.post(link, { _do: 'confirm' })).status).toBe(404)
    expect(await browser.text(link)).toContain('jalkeen@esimerkki.fi')
    expect(await browser.text('/fi/me')).toContain('ennen@esimerkki.fi')
    await browser.post(link, { _do: 'confirm' })
    expect(await browser.text('/fi/me')).toContain('jalkeen@esimerkki.fi')
    expect((await site.newestMail('ennen@esimerkki.fi'))!.subject).toContain('vaihdettu')
    // an address that is someone's is not taken
    await stranger.post('/fi/me', { _do: 'email', email: 'jalkeen@esimerkki.fi' })
    expect((await stranger.post(pathOf(site.linkIn((await site.newestMail('jalkeen@esimerkki.fi'))!.text)), { _do: 'confirm' })).status).toBe(422)
  })
})

describe('organisations', () => {
  const mine = async (browser: Browser) => /name="organisation" value="([0-9a-f-]{36})"/.exec(await browser.text('/fi/me/organisations'))![1]!
  test('created, acted as, logged, handed over to another person', async () => {
    const helmi = await site.signedIn('helmi@esimerkki.fi', 'Helmi Edustaja')
    expect((await helmi.post('/fi/me/organisations', { _do: 'create', kind: 'company', name: 'Uusi Oy', businessId: '1234567-8' })).status).toBe(422)
    expect((await helmi.post('/fi/me/organisations', { _do: 'create', kind: 'association', name: 'Kylän Väki ry' })).status).toBe(303)
    const id = await mine(helmi)
    await helmi.post('/fi/me/organisations', { _do: 'act', organisation: id })
    expect(await helmi.text('/fi/me')).toContain('Toimit nimellä Kylän Väki ry')
    // in the neighbouring municipality I am myself
    expect(await helmi.text('/naapurila/fi/me')).not.toContain('Toimit nimellä')
    // nobody acts as an organisation that is not theirs, with a cookie of someone else's neither
    const stranger = await site.signedIn('muu@esimerkki.fi', 'Muu Ihminen')
    expect((await stranger.post('/fi/me/organisations', { _do: 'act', organisation: id })).status).toBe(403)
    stranger.cookies.set('nousu.acts_as', helmi.cookies.get('nousu.acts_as')!)
    expect(await stranger.text('/fi/me')).not.toContain('Toimit nimellä')
    expect((await stranger.post('/fi/me/organisations', { _do: 'invite', organisation: id, email: 'muu@esimerkki.fi' })).status).toBe(403)

    // the log: what is done in its name, by whom
    const helmiId = await idOf('helmi@esimerkki.fi')
    await site.someone({ kind: 'person', id: helmiId, name: 'Helmi Edustaja', represents: [{ id, name: 'Kylän Väki ry', kind: 'association' }], as: { id, name: 'Kylän Väki ry' }, units: [], moderator: false, admin: false, installationAdmin: false, identified: false })
      .does(proposeIdea, { title: 'Talkoot kylätalolle', text: 'Maalataan kylätalo yhdessä keväällä.' })
    const log = await helmi.text('/fi/me/organisations')
    expect(log).toContain('Talkoot kylätalolle')

    // handed over: the other accepts with the invited address, and Helmi no longer may
    await helmi.post('/fi/me/organisations', { _do: 'invite', organisation: id, email: 'seuraaja@esimerkki.fi', handOver: 'on' })
    const link = pathOf(site.linkIn((await site.newestMail('seuraaja@esimerkki.fi'))!.text))
    expect((await site.browser().get(link)).headers.get('location')).toContain('/fi/sign-in?to=')
    expect(await stranger.text(link)).toContain('seuraaja@esimerkki.fi')
    expect((await stranger.post(link, { _do: 'accept' })).status).toBe(404)
    const next = await site.signedIn('seuraaja@esimerkki.fi', 'Seuraava Edustaja')
    expect(await next.text(link)).toContain('luopuu edustuksestaan')
    await Promise.all([next.post(link, { _do: 'accept' }), next.post(link, { _do: 'accept' })])
    expect(await mine(next)).toBe(id)
    expect(await helmi.text('/fi/me')).not.toContain('Toimit nimellä')
    expect(await helmi.text('/fi/me/organisations')).not.toContain('Kylän Väki ry')
    const rows = await db.select().from(representative).where(eq(representative.organisationId, id))
    expect(rows.filter((row) => !row.until)).toHaveLength(1)
    expect(rows.find((row) => !row.until)!.handedBy).toBe(helmiId)
    expect(await next.text('/fi/me/organisations')).toContain('Talkoot kylätalolle')
    // who handed over can no longer let anyone in with an older link
    expect(await site.signedIn('helmi@esimerkki.fi').then((again) => again.text(link))).toContain('Kutsu ei ole voimassa')
  })
  test('the last representative does not leave; an old invitation does not bring back who left', async () => {
    const one = await site.signedIn('yksi@esimerkki.fi', 'Yksi Edustaja')
    await one.post('/fi/me/organisations', { _do: 'create', kind: 'company', name: 'Kahden Oy', businessId: '0737546-2' })
    const id = await mine(one)
    expect((await one.post('/fi/me/organisations', { _do: 'leave', organisation: id })).status).toBe(422)
    await one.post('/fi/me/organisations', { _do: 'invite', organisation: id, email: 'toinen@esimerkki.fi' })
    const link = pathOf(site.linkIn((await site.newestMail('toinen@esimerkki.fi'))!.text))
    const two = await site.signedIn('toinen@esimerkki.fi', 'Toinen Edustaja')
    await two.post(link, { _do: 'accept' })
    await new Promise((resolve) => setTimeout(resolve, 5))
    site.house.time = new Date()
    expect((await two.post('/fi/me/organisations', { _do: 'leave', organisation: id })).status).toBe(303)
    expect((await two.post(link, { _do: 'accept' })).status).toBe(404)
    // the Business ID is one company's
    const late = await two.post('/fi/me/organisations', { _do: 'create', kind: 'company', name: 'Sama Oy', businessId: '737546-2' })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('jo yritys täällä')
  })
  test('Business IDs are checked by their last digit', () => {
    expect(businessIdOf('0737546-2')).toBe('0737546-2')
    expect(businessIdOf(' 737546-2 ')).toBe('0737546-2')
    expect(businessIdOf('FI07375462')).toBe('0737546-2')
    for (const wrong of ['0737546-3', '1234567-8', '12345-6', 'abc', '']) expect(businessIdOf(wrong)).toBeNull()
  })
})

describe('my data', () => {
  test('a guest sees nothing, another person sees only their own', async () => {
    const aino = await site.signedIn('salaisuus@esimerkki.fi', 'Sala Isuus')
    await aino.get('/fi/me/data')
    for (const path of ['/fi/me', '/fi/me/data', '/fi/me/data.json', '/fi/me/sign-in', '/fi/me/organisations']) {
      expect((await site.browser().get(path)).status, path).toBe(303)
      const answer = await (await site.signedIn('muualta@esimerkki.fi', 'Muu Alta')).get(path)
      expect(answer.headers.get('cache-control'), path).toContain('no-store')
      expect(await answer.text(), path).not.toContain('salaisuus@esimerkki.fi')
    }
    const mine = await (await aino.get('/fi/me/data.json')).json() as Record<string, { email: string }>
    expect(mine.account!.email).toBe('salaisuus@esimerkki.fi')
  })

  test('an account is deleted: texts stay nameless, everything else goes, in every municipality', async () => {
    const browser = await site.signedIn('lahteva@esimerkki.fi', 'Lähtevä Asukas')
    await browser.get('/fi/me'); await browser.get('/naapurila/fi/me')
    const id = await idOf('lahteva@esimerkki.fi')
    const me = { kind: 'person', id, name: 'Lähtevä Asukas', represents: [], units: [], moderator: false, admin: false, installationAdmin: false, identified: false } as const
    const idea = await here.someone({ ...me, represents: [], units: [] }).does(proposeIdea, { title: 'Penkkejä rantaan', text: 'Rannalla on mukava istua, jos on penkki.' })
    const theirs = await there.aino.does(proposeIdea, { title: 'Valot ladulle', text: 'Ladulla on pimeää iltaisin.' })
    await there.someone({ ...me, represents: [], units: [] }).does(supportIdea, theirs.id)
    const json = await (await browser.get('/fi/me/data.json')).json() as { held: Record<string, { title: string }[]> }
    expect(json.held.ideas![0]!.title).toBe('Penkkejä rantaan')
    expect(json.held.follows).toHaveLength(1)

    expect((await browser.post('/fi/me/data', { _do: 'remove' })).status).toBe(422)
    expect((await browser.get('/fi/me')).status).toBe(200)
    const done = await browser.post('/fi/me/data', { _do: 'remove', sure: 'on' })
    expect(done.status).toBe(303)
    expect(browser.cookies.size).toBe(0)
    expect(await browser.text('/fi/sign-in?left=1')).toContain('Tilisi on poistettu')

    for (const table of [session, credential]) expect(await db.select().from(table).where(eq(table.userId, id))).toHaveLength(0)
    expect(await db.select().from(account).where(eq(account.id, id))).toHaveLength(0)
    for (const its of [here, there]) {
      const [row] = await db.select().from(person).where(and(eq(person.municipalityId, its.municipality.id), eq(person.id, id)))
      expect(row).toMatchObject({ name: 'Poistunut asukas', email: null })
      expect(row!.leftAt).not.toBeNull()
    }
    expect(await db.select().from(follow).where(eq(follow.personId, id))).toHaveLength(0)
    expect(await db.select().from(notice).where(eq(notice.personId, id))).toHaveLength(0)
    expect(await db.select().from(mail).where(eq(mail.to, 'lahteva@esimerkki.fi'))).toHaveLength(0)
    const page = await site.browser().text(`/fi/ideas/${idea.id}`)
    expect(page).toContain('Penkkejä rantaan')
    expect(page).toContain('Poistunut asukas')
    expect(page).not.toContain('Lähtevä')
    // the same address starts anew, as someone else
    await site.signedIn('lahteva@esimerkki.fi', 'Uusi Alku')
    expect(await idOf('lahteva@esimerkki.fi')).not.toBe(id)
  })
})
