import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { accountsOf } from '#core/identity/accounts.server.ts'
import { account, credential, municipality, person } from '#core/identity/schema.server.ts'
import type { SignIn } from '#core/identity/sign-in.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { openSubjects } from '#core/trail/open.server.ts'
import { hideableOf } from '#core/trail/hideable.ts'
import { proposeIdea } from '#modules/ideas/server'
import { hideThing } from '#modules/moderation/server'
import { everyHolding } from '#core/identity/holdings.ts'
import { wallClock } from '#core/time/local.ts'
import { type Someone, town } from '../../../tests/town.ts'
import { acceptInvitation, inviteCoAuthor, showInvitation } from './authors.server.ts'
import { acceptInitiative, askFixReview, askReview, handBack } from './checking/check.server.ts'
import { decideInitiative, registerInitiative } from './deciding/decide.server.ts'
import { remindOfInitiatives } from './deciding/remind.server.ts'
import { yearlyReport } from './deciding/report.server.ts'
import { followInitiative } from './follow.server.ts'
import { linkElsewhere, updateElsewhere } from './linking/elsewhere.server.ts'
import { listInitiatives } from './list.server.ts'
import { addPopulation, changeRegistry } from './population.server.ts'
import { publishInitiative } from './publish.server.ts'
import { coAuthor, initiative, signature } from './schema.server.ts'
import { sendInitiative } from './send.server.ts'
import { showInitiative, showSigners } from './show.server.ts'
import { askToSign, confirmSignature, forgetUnconfirmedSignatures, showMailed, withdrawMailed } from './signing/by-mail.server.ts'
import { signInitiative, withdrawSignature } from './signing/sign.server.ts'
import { editInitiative, removeDraft, showNew, startInitiative, type Writing } from './write.server.ts'
import './public.server.ts'

const t = await town()
const db = t.house.database.owner
const { aino, otso, ry, jari, leena, mirja, antti, guest, house, newPerson } = t
t.municipality.code = '980'
t.municipality.rules = { ...t.municipality.rules, sendsPerHour: 1000 }
await db.update(municipality).set({ code: '980' }).where(eq(municipality.id, t.municipality.id))
house.signIn = { ...accountsOf(house.database), mayMail: async () => true } as unknown as SignIn
await antti.does(addPopulation, { day: '2025-12-31', source: 'Tilastokeskus', residents: 401, aged15plus: 101 }) // 2 % is 9, 4 % is 5
await antti.does(changeRegistry, { unitId: t.units.library })

const words: Writing = { title: 'Valot pulkkamäkeen', text: 'Mäki on pimeä jo iltapäivällä. Kaksi valaisinta riittää.' }
const start = async (who: Someone = aino, more: Partial<Writing> = {}) => (await who.does(startInitiative, { ...words, ...more }) as { id: string }).id
const checked = async (who: Someone = aino, more: Partial<Writing> = {}) => { const id = await start(who, more); await who.does(askReview, id); expect(await leena.does(acceptInitiative, id)).toBeUndefined(); return id }
const open = async (who: Someone = aino, more: Partial<Writing> = {}) => { const id = await checked(who, more); expect(await who.does(publishInitiative, id)).toBeUndefined(); return id }
const rowOf = async (id: string) => (await db.select().from(initiative).where(eq(initiative.id, id)))[0]!
const kindsOf = async (id: string) => (await db.select({ kind: event.kind }).from(event).where(eq(event.subjectId, id))).map((row) => row.kind.replace('initiatives.', ''))
const toldOf = async (who: { id: string }, id: string) => (await db.select({ kind: notice.kind }).from(notice).where(and(eq(notice.personId, who.id), eq(notice.subjectId, id)))).map((row) => row.kind.replace('initiatives.', ''))
const emailOf = async (who: { id: string }) => (await db.select({ email: person.email }).from(person).where(eq(person.id, who.id)))[0]!.email!
const lastMail = async (to: string) => (await db.execute<{ subject: string; text: string }>(sql`select subject, text from notices.mail where "to" = ${to} order by created_at desc, id desc limit 1`)).rows[0]
const tokenIn = (text: string) => /\/(?:confirm|join)\/(\S+)/.exec(text)![1]!
const later = (days: number) => { house.time = new Date(house.time.getTime() + days * 86_400_000) }
let count = 0
/** Someone whom the register knows, identified so many minutes ago. */
async function identified(its: { home?: string; birthDate?: string; minutesAgo?: number; key?: string; of?: Someone } = {}): Promise<Someone> {
  const who = its.of ?? await newPerson(`Tunnistettu Asukas${++count}`)
  await db.update(account).set({ assurance: 'high', homeMunicipalityCode: its.home ?? '980', birthDate: its.birthDate ?? '1986-02-14' }).where(eq(account.id, who.id))
  await db.insert(credential).values({ accountId: its.key ?? `issuer ${who.id}`, providerId: 'identification', userId: who.id, updatedAt: new Date(house.time.getTime() - (its.minutesAgo ?? 1) * 60_000) })
  return t.someone({ ...(who.actor as Extract<typeof who.actor, { kind: 'person' }>), identified: true })
}

describe('from a draft to the open', () => {
  test('a draft is its author’s alone, and is edited or thrown away', async () => {
    const id = await start()
    for (const who of [guest, otso, jari]) await expect(who.sees(showInitiative, id)).rejects.toThrow('notFound')
    expect((await aino.sees(showInitiative, id))).toMatchObject({ may: { edit: true, askReview: true, publish: false } })
    await aino.does(editInitiative, id, { ...words, title: 'Valot kahteen pulkkamäkeen', way: 'alone' })
    expect(await aino.sees(showInitiative, id)).toMatchObject({ title: 'Valot kahteen pulkkamäkeen', row: { collective: false } })
    await expect(otso.does(editInitiative, id, words)).rejects.toThrow('forbidden')
    await aino.does(removeDraft, id)
    await expect(aino.sees(showInitiative, id)).rejects.toThrow('notFound')
  })
  test('the same form sent twice is one initiative', async () => {
    const { sendKey } = await aino.sees(showNew, new URLSearchParams())
    const both = await Promise.all([start(aino, { sendKey }), start(aino, { sendKey })])
    expect(both[0]).toBe(both[1])
    expect(await start(aino, { sendKey, title: 'Aivan toinen asia' })).not.toBe(both[0])
  })
  test('the registry’s officials check it: nobody else may', async () => {
    const id = await start()
    await aino.does(askReview, id)
    expect(await toldOf(leena, id)).toEqual(['reviewAsked'])
    for (const who of [aino, jari, mirja]) await expect(who.does(acceptInitiative, id)).rejects.toThrow('forbidden')
    await expect(aino.does(editInitiative, id, words)).rejects.toThrow('notNow')
    await expect(aino.does(publishInitiative, id)).rejects.toThrow('notNow')
    await leena.does(handBack, id, { why: 'Kerro vielä, mistä mäestä on kyse.' })
    expect(await aino.sees(showInitiative, id)).toMatchObject({ row: { state: 'draft', returnedWhy: 'Kerro vielä, mistä mäestä on kyse.' } })
    expect(await toldOf(aino, id)).toEqual(['handedBack'])
    await aino.does(askReview, id)
    await leena.does(acceptInitiative, id)
    await expect(leena.does(acceptInitiative, id)).rejects.toThrow('notNow')
  })
  test('nobody checks their own, nor decides it', async () => {
    const id = await start(leena, { way: 'alone' })
    await leena.does(askReview, id)
    await expect(leena.does(acceptInitiative, id)).rejects.toThrow('forbidden')
    await antti.does(acceptInitiative, id)
    await leena.does(sendInitiative, id)
    await expect(leena.does(decideInitiative, id, { outcome: 'carriedOut', decision: 'Itse päätin itselleni.' })).rejects.toThrow('forbidden')
    await antti.does(decideInitiative, id, { outcome: 'rejected', decision: 'Tähän ei ole rahaa.' })
  })
  test('a moderator hides one: its words are gone from others, it takes no names, and comes back as it was', async () => {
    const id = await open()
    await mirja.does(hideThing, { subjectId: id, commentId: null }, { reason: 'personalData', explanation: 'Tekstissä on toisen ihmisen tietoja.' })
    const gone = await guest.sees(showInitiative, id)
    expect(gone).toMatchObject({ what: 'gone', explanation: 'Tekstissä on toisen ihmisen tietoja.' })
    expect(JSON.stringify(gone)).not.toContain('pulkkamäkeen')
    await expect(otso.does(signInitiative, id, { name: 'Otso Kangas' })).rejects.toThrow('notNow')
    await expect(aino.does(sendInitiative, id)).rejects.toThrow('notNow')
    expect(await aino.sees(showInitiative, id)).toMatchObject({ what: 'initiative', visibility: 'hidden' })
    await mirja.does((ctx: Ctx) => hideableOf('initiative')!.hide(ctx, { subjectId: id, commentId: null }, false))
    expect(await otso.does(signInitiative, id, { name: 'Otso Kangas' })).toBeUndefined()
  })
  test('published, it keeps the thresholds of that day’s population', async () => {
    const id = await open()
    expect(await rowOf(id)).toMatchObject({ state: 'published', threshold2: 9, threshold4: 5, basisDay: '2025-12-31', basisResidents: 401, basisAged15plus: 101, signers: 1, residents: 1 })
    await antti.does(addPopulation, { day: '2026-06-30', source: 'Tilastokeskus', residents: 1000, aged15plus: 800 })
    expect((await rowOf(id)).threshold2).toBe(9)
    expect(await rowOf(await open(otso))).toMatchObject({ threshold2: 20, threshold4: 32, basisDay: '2026-06-30' })
    await expect(db.update(initiative).set({ threshold2: 1 }).where(eq(initiative.id, id))).rejects.toMatchObject({ cause: { constraint: 'set_once' } })
    await db.execute(sql`update initiatives.population set day = '2024-06-30' where day = '2026-06-30'`)
  })
  test('a figure is of a day that has come, once a day, and given by an admin', async () => {
    const figure = { source: 'Tilastokeskus', residents: 10, aged15plus: 8 }
    expect(await antti.does(addPopulation, { ...figure, day: '2025-12-31' })).toEqual({ problems: { day: 'thereAlready' } })
    expect(await antti.does(addPopulation, { ...figure, day: '2026-11-23' })).toEqual({ problems: { day: 'future' } })
    for (const who of [aino, leena, mirja]) await expect(who.does(addPopulation, { ...figure, day: '2026-01-01' })).rejects.toThrow('forbidden')
  })
  test('handed back in the open it takes no names until the mended words are checked; the old ones stand meanwhile', async () => {
    const id = await open()
    await leena.does(handBack, id, { why: 'Tekstissä on toisen ihmisen nimi.' })
    await expect(otso.does(signInitiative, id, { name: 'Otso Kangas' })).rejects.toThrow('notNow')
    await expect(aino.does(sendInitiative, id)).rejects.toThrow('notNow')
    await aino.does(askFixReview, id, { title: 'Valot mäkeen', text: 'Mäki on pimeä. Kaksi valaisinta riittää hyvin.' })
    expect(await guest.sees(showInitiative, id)).toMatchObject({ title: words.title, text: words.text })
    await leena.does(acceptInitiative, id)
    expect(await guest.sees(showInitiative, id)).toMatchObject({ title: 'Valot mäkeen', text: 'Mäki on pimeä. Kaksi valaisinta riittää hyvin.', may: { join: true } })
    expect(await otso.does(signInitiative, id, { name: 'Otso Kangas' })).toBeUndefined()
    expect((await kindsOf(id)).filter((kind) => ['pausedToFix', 'fixed'].includes(kind)).toSorted()).toEqual(['fixed', 'pausedToFix'])
  })
  test('my idea grows into an initiative with its words; another’s does not lend them', async () => {
    const idea = await aino.does(proposeIdea, { title: 'Uimalaituri Keijärvelle', text: 'Rannalta puuttuu laituri, jolta pääsee veteen.' })
    const query = new URLSearchParams({ about: idea.id })
    expect(await aino.sees(showNew, query)).toMatchObject({ title: 'Uimalaituri Keijärvelle', text: 'Rannalta puuttuu laituri, jolta pääsee veteen.', about: idea.id })
    expect(await otso.sees(showNew, query)).toMatchObject({ title: '', text: '', about: idea.id })
    const id = await open(aino, { about: idea.id })
    expect((await guest.sees(showInitiative, id)).what === 'initiative' && (await guest.sees(showInitiative, id) as { links: unknown[] }).links).toMatchObject([{ id: idea.id, kind: 'grewOutOf', direction: 'to' }])
  })
})

describe('names', () => {
  test('a person signs once, an organisation once, each as many times as they press', async () => {
    const id = await open()
    for (let i = 0; i < 2; i++) { await otso.does(signInitiative, id, { name: 'Otso Kangas', shown: 'yes' }); await ry.does(signInitiative, id, { name: 'ohitetaan', shown: 'yes' }) }
    expect(await rowOf(id)).toMatchObject({ signers: 3, residents: 2 }) // the organisation is no resident
    expect((await guest.sees(showSigners, id, new URLSearchParams())).names.map((each) => each.name).sort()).toEqual(['Aino Koskela', 'Luistelijat ry', 'Otso Kangas'])
  })
  test('a hundred signatures at the same moment by ten people are ten, and the threshold is told once', async () => {
    const id = await open()
    const people = await Promise.all(Array.from({ length: 10 }, (_, i) => newPerson(`Nimi Rinnakkain${i}`)))
    await Promise.all(Array.from({ length: 100 }, (_, i) => people[i % 10]!.does(signInitiative, id, { name: 'Nimi Rinnakkain' })))
    expect(await rowOf(id)).toMatchObject({ signers: 11, residents: 11 })
    expect((await db.select().from(subject).where(eq(subject.id, id)))[0]!.supports).toBe(11)
    expect((await kindsOf(id)).filter((kind) => kind === 'reached2')).toHaveLength(1)
    expect((await kindsOf(id)).filter((kind) => kind === 'reached4')).toHaveLength(0) // an ordinary initiative asks for no referendum
    expect((await toldOf(leena, id)).filter((kind) => kind === 'reached2')).toHaveLength(1)
    // crossing it again after someone has gone away is no news
    await people[0]!.does(withdrawSignature, id); await people[1]!.does(withdrawSignature, id); await people[2]!.does(withdrawSignature, id)
    expect((await rowOf(id)).residents).toBe(8)
    await people[0]!.does(signInitiative, id, { name: 'Nimi Rinnakkain' })
    expect((await kindsOf(id)).filter((kind) => kind === 'reached2')).toHaveLength(1)
  })
  test('the last name and the sending come one after the other: what was sent is what was counted', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await open()
      const people = await Promise.all(Array.from({ length: 4 }, (_, i) => newPerson(`Viime Hetki${round}${i}`)))
      const [sending, ...signings] = await Promise.allSettled([aino.does(sendInitiative, id), ...people.map((who) => who.does(signInitiative, id, { name: 'Viime Hetki' }))])
      expect(sending.status).toBe('fulfilled')
      for (const each of signings) if (each.status === 'rejected') expect(String(each.reason)).toContain('notNow')
      const row = await rowOf(id)
      const names = await db.select().from(signature).where(eq(signature.initiativeId, id))
      expect(names).toHaveLength(row.signers)
      expect(row.signers).toBe(1 + signings.filter((each) => each.status === 'fulfilled').length)
      const [said] = await db.select().from(event).where(and(eq(event.subjectId, id), eq(event.kind, 'initiatives.sent')))
      expect(said!.data).toEqual({ signers: String(row.signers) })
    }
  })
  test('nobody signs after sending, not even past the operations; it is sent once', async () => {
    const id = await open()
    await Promise.allSettled([aino.does(sendInitiative, id), aino.does(sendInitiative, id), aino.does(sendInitiative, id)])
    expect((await kindsOf(id)).filter((kind) => kind === 'sent')).toHaveLength(1)
    await expect(otso.does(signInitiative, id, { name: 'Otso Kangas' })).rejects.toThrow('notNow')
    await expect(aino.does(sendInitiative, id)).rejects.toThrow('notNow')
    await expect(db.insert(signature).values({ municipalityId: t.municipality.id, id: crypto.randomUUID(), initiativeId: id, personId: otso.id, language: 'fi', name: 'x', shown: true, membership: 'resident' })).rejects.toMatchObject({ cause: { constraint: 'collecting_is_over' } })
    await expect(db.delete(signature).where(eq(signature.initiativeId, id))).rejects.toMatchObject({ cause: { constraint: 'collecting_is_over' } })
    await expect(db.update(initiative).set({ sentAt: new Date() }).where(eq(initiative.id, id))).rejects.toMatchObject({ cause: { constraint: 'set_once' } })
  })
  test('an initiative by one is not joined', async () => {
    const id = await checked(aino, { way: 'alone' })
    await aino.does(publishInitiative, id)
    await expect(otso.does(signInitiative, id, { name: 'Otso Kangas' })).rejects.toThrow('notNow')
    await expect(db.insert(signature).values({ municipalityId: t.municipality.id, id: crypto.randomUUID(), initiativeId: id, personId: otso.id, language: 'fi', name: 'x', shown: true, membership: 'resident' })).rejects.toMatchObject({ cause: { constraint: 'by_one' } })
  })
  test('a hidden name is nowhere in the open, nor is a hidden author’s', async () => {
    const author = await newPerson('Kaino Salattu')
    const id = await open(author, { shown: 'no' })
    await otso.does(signInitiative, id, { name: 'Otso Kangas', shown: 'no' })
    const seen = JSON.stringify([await guest.sees(showInitiative, id), await guest.sees(showSigners, id, new URLSearchParams()), await guest.sees((ctx: Ctx) => trailOf(ctx, id)), await guest.sees((ctx: Ctx) => openSubjects(ctx, { only: id, limit: 1 })), await guest.sees(listInitiatives, new URLSearchParams())].map((each) => (each && typeof each === 'object' && 'row' in each ? { ...each, row: undefined } : each)))
    for (const name of ['Kaino', 'Salattu']) expect(seen).not.toContain(name)
    expect((await guest.sees(showSigners, id, new URLSearchParams()))).toMatchObject({ signers: 2, shown: 0, names: [] })
    await author.does(sendInitiative, id) // and the author still answers for it
  })
})

describe('a name given by mail', () => {
  const guestSigns = (id: string, email: string, more: Record<string, string> = {}) => guest.does(askToSign, id, { name: 'Posti Kävijä', email, ...more } as never)
  test('counts when the address’s owner has said so, once', async () => {
    const id = await open()
    await guestSigns(id, 'kavija@example.fi', { shown: 'yes' })
    expect((await rowOf(id)).signers).toBe(1)
    const token = tokenIn((await lastMail('kavija@example.fi'))!.text)
    expect(await guest.sees(showMailed, token)).toMatchObject({ state: 'waiting', name: 'Posti Kävijä' })
    await Promise.all(Array.from({ length: 5 }, () => guest.does(confirmSignature, token).catch((cause: Error) => { if (cause.message !== 'notNow') throw cause })))
    expect(await rowOf(id)).toMatchObject({ signers: 2, residents: 2 })
    expect((await guest.sees(showSigners, id, new URLSearchParams())).names.map((each) => each.name)).toContain('Posti Kävijä')
    await expect(guest.sees(showMailed, `${token}x`)).rejects.toThrow('notFound')
    await guest.does(withdrawMailed, token)
    expect((await rowOf(id)).signers).toBe(1)
    expect(await guest.sees(showMailed, token)).toEqual({ state: 'gone' })
  })
  test('asking again for an address that has signed changes nothing and tells nothing', async () => {
    const id = await open()
    await guestSigns(id, 'toinen@example.fi')
    await guest.does(confirmSignature, tokenIn((await lastMail('toinen@example.fi'))!.text))
    const before = (await db.execute(sql`select count(*) from notices.mail`)).rows
    expect(await guestSigns(id, 'toinen@example.fi', { name: 'Joku Muu' })).toBeUndefined()
    expect((await db.execute(sql`select count(*) from notices.mail`)).rows).toEqual(before)
    expect((await rowOf(id)).signers).toBe(2)
  })
  test('one address is one name: who has an account with it does not sign twice', async () => {
    const id = await open()
    const email = await emailOf(otso)
    await guestSigns(id, email)
    const token = tokenIn((await lastMail(email))!.text)
    await otso.does(signInitiative, id, { name: 'Otso Kangas' })
    expect(await guest.sees(showMailed, token)).toEqual({ state: 'gone' })
    await guestSigns(id, email)
    expect((await rowOf(id)).signers).toBe(2)
    const other = await open(otso)
    const email2 = await emailOf(aino)
    await guestSigns(other, email2)
    await guest.does(confirmSignature, tokenIn((await lastMail(email2))!.text))
    await aino.does(signInitiative, other, { name: 'Aino Koskela' })
    expect((await rowOf(other)).signers).toBe(2)
  })
  test('a name confirmed after the sending does not count, and its giver is told why', async () => {
    const id = await open()
    await guestSigns(id, 'myohassa@example.fi')
    await aino.does(sendInitiative, id)
    const token = tokenIn((await lastMail('myohassa@example.fi'))!.text)
    await expect(guest.does(confirmSignature, token)).rejects.toThrow('notNow')
    expect(await guest.sees(showMailed, token)).toMatchObject({ state: 'closed' })
    expect((await rowOf(id)).signers).toBe(1)
  })
})

describe('an initiative for a referendum', () => {
  test('is published and signed by residents aged 15 who were identified just now', async () => {
    const id = await checked(aino, { way: 'referendum' })
    expect(await aino.does(publishInitiative, id)).toEqual({ problems: { form: 'identifyFirst' } })
    await expect(guest.does(askToSign, id, { name: 'Vieras Kävijä', email: 'v@example.fi' })).rejects.toThrow('notNow')
    const author = await identified({ of: aino })
    expect(await author.does(publishInitiative, id)).toBeUndefined()
    const sign = (who: Someone) => who.does(signInitiative, id, { name: 'Etu Suku' })
    expect(await sign(otso)).toEqual({ problems: { form: 'identifyFirst' } })
    expect(await sign(await identified({ minutesAgo: 61 }))).toEqual({ problems: { form: 'identifyFirst' } })
    expect(await sign(await identified({ home: '837' }))).toEqual({ problems: { form: 'livesElsewhere' } })
    expect(await sign(await identified({ birthDate: '2011-11-23' }))).toEqual({ problems: { form: 'tooYoung' } })
    expect(await sign(await identified({ birthDate: '2011-11-22' }))).toBeUndefined()
    expect(await sign(ry)).toEqual({ problems: { form: 'ownName' } })
    await expect(guest.does(askToSign, id, { name: 'Vieras Kävijä', email: 'v@example.fi' })).rejects.toThrow('forbidden')
    expect(await rowOf(id)).toMatchObject({ signers: 2, residents: 2 })
  })
  test('one human signs once, whatever account they come with; another initiative knows nothing of it', async () => {
    const author = await identified()
    const ids = [await checked(author, { way: 'referendum' }), await checked(author, { way: 'referendum', title: 'Toinen äänestys' })]
    for (const id of ids) expect(await author.does(publishInitiative, id)).toBeUndefined()
    const first = await identified({ key: 'issuer sama-ihminen' })
    await first.does(signInitiative, ids[0]!, { name: 'Sama Ihminen' })
    // the account is gone, and the same human comes with a new one
    await db.delete(credential).where(eq(credential.userId, first.id))
    const again = await identified({ key: 'issuer sama-ihminen' })
    await Promise.all(Array.from({ length: 5 }, () => again.does(signInitiative, ids[0]!, { name: 'Sama Ihminen' })))
    expect((await rowOf(ids[0]!)).signers).toBe(2)
    await again.does(signInitiative, ids[1]!, { name: 'Sama Ihminen' })
    const keys = (await db.select({ key: signature.humanKey }).from(signature)).flatMap((row) => row.key ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.join()).not.toContain('sama-ihminen')
  })
  test('crossing four per cent is told once, to officials and followers, by nobody’s name', async () => {
    const author = await identified()
    const id = await checked(author, { way: 'referendum' })
    await author.does(publishInitiative, id)
    const people = await Promise.all(Array.from({ length: 6 }, () => identified()))
    await Promise.all(people.map((who) => who.does(signInitiative, id, { name: 'Etu Suku' })))
    const crossed = await db.select().from(event).where(and(eq(event.subjectId, id), eq(event.kind, 'initiatives.reached4')))
    expect(crossed).toHaveLength(1)
    expect(crossed[0]).toMatchObject({ actorPersonId: null, data: { threshold: '5' }, onTrail: true })
    expect((await toldOf(leena, id)).filter((kind) => kind === 'reached4')).toHaveLength(1)
    expect((await rowOf(id)).crossed4At).not.toBeNull()
  })
  test('only ordinary ones are sent without being published', async () => {
    const author = await identified()
    await expect(author.does(sendInitiative, await checked(author, { way: 'referendum' }))).rejects.toThrow('notNow')
    expect(await author.does(sendInitiative, await checked(author, { way: 'alone' }))).toBeUndefined()
  })
  test('what the register says beats the ground one gives of an ordinary one', async () => {
    const id = await open()
    expect(await (await identified({ home: '837' })).does(signInitiative, id, { name: 'Etu Suku', membership: 'resident' })).toEqual({ problems: { membership: 'notMember' } })
    expect(await (await identified({ home: '837' })).does(signInitiative, id, { name: 'Etu Suku', membership: 'property' })).toBeUndefined()
    expect(await (await identified({ minutesAgo: 9999 })).does(signInitiative, id, { name: 'Etu Suku', membership: 'service' })).toBeUndefined()
    expect(await rowOf(id)).toMatchObject({ signers: 3, residents: 2 })
  })
})

describe('those beside the author', () => {
  test('a co-author whose name is hidden is named nowhere when they publish and send', async () => {
    const id = await checked()
    await aino.does(inviteCoAuthor, id, { name: 'Otso Kangas', email: 'hiljainen@example.fi' })
    await otso.does(acceptInvitation, tokenIn((await lastMail('hiljainen@example.fi'))!.text), { shown: 'no' })
    await otso.does(publishInitiative, id)
    await otso.does(sendInitiative, id)
    expect(JSON.stringify(await guest.sees(showInitiative, id))).not.toMatch(/Otso|Kangas/)
    expect(await guest.sees(showInitiative, id)).toMatchObject({ author: { name: 'Aino K.' } })
  })
  test('the links in letters tell nothing of what a moderator hides', async () => {
    const id = await open()
    await aino.does(inviteCoAuthor, id, { name: 'Otso Kangas', email: 'kutsuttu@example.fi' })
    await guest.does(askToSign, id, { name: 'Oili Ohikulkija', email: 'oili@example.fi', membership: 'resident', shown: 'no' }, '10.9.9.9')
    await mirja.does(hideThing, { subjectId: id, commentId: null }, { reason: 'personalData', explanation: 'Tekstissä on toisen ihmisen tietoja.' })
    for (const shown of [await guest.sees(showInvitation, tokenIn((await lastMail('kutsuttu@example.fi'))!.text)), await guest.sees(showMailed, tokenIn((await lastMail('oili@example.fi'))!.text))])
      expect(JSON.stringify(shown)).not.toMatch(/pulkkamäkeen|valaisinta/)
  })
  test('one address is not filled with invitations, and nobody is kept on the list of the asked after sending', async () => {
    const id = await checked()
    const before = house.signIn
    house.signIn = { ...before, mayMail: async () => false } as unknown as SignIn
    expect(await aino.does(inviteCoAuthor, id, { name: 'Uhri Postilaatikko', email: 'uhri@example.fi' })).toEqual({ problems: { email: 'tooOften' } })
    house.signIn = before!
    await aino.does(inviteCoAuthor, id, { name: 'Uhri Postilaatikko', email: 'uhri@example.fi' })
    await aino.does(sendInitiative, id)
    await guest.does(forgetUnconfirmedSignatures)
    expect(await db.select().from(coAuthor).where(eq(coAuthor.initiativeId, id))).toEqual([])
  })
  test('are invited by mail once it is checked, say yes once, and can then send it', async () => {
    const id = await start()
    await expect(aino.does(inviteCoAuthor, id, { name: 'Otso Kangas', email: 'otso@example.fi' })).rejects.toThrow('notNow')
    await aino.does(askReview, id); await leena.does(acceptInitiative, id)
    await aino.does(inviteCoAuthor, id, { name: 'Otso Kangas', email: 'otso@example.fi' })
    const token = tokenIn((await lastMail('otso@example.fi'))!.text)
    await expect(guest.does(acceptInvitation, token, { shown: 'yes' })).rejects.toThrow('signInNeeded')
    await expect(otso.sees(showInitiative, id)).rejects.toThrow('notFound')
    await otso.does(acceptInvitation, token, { shown: 'yes' })
    await expect(jari.does(acceptInvitation, token, { shown: 'yes' })).rejects.toThrow('notNow')
    await otso.does(publishInitiative, id)
    expect(await guest.sees(showInitiative, id)).toMatchObject({ coAuthors: [{ name: 'Otso Kangas' }], author: { name: 'Aino K.' }, row: { signers: 1 } })
    await otso.does(sendInitiative, id)
  })
})

describe('after sending', () => {
  test('it is pending, owned by the registry’s unit and due in six months; the registry records it, and the decision reaches everyone who signed', async () => {
    house.time = new Date('2026-11-22T09:00:00Z')
    const id = await open()
    await otso.does(signInitiative, id, { name: 'Otso Kangas' })
    await guest.does(askToSign, id, { name: 'Posti Kuulija', email: 'kuulija@example.fi' })
    await guest.does(confirmSignature, tokenIn((await lastMail('kuulija@example.fi'))!.text))
    await jari.does(followInitiative, id)
    await aino.does(sendInitiative, id)
    const [row] = await db.select().from(subject).where(eq(subject.id, id))
    expect(row).toMatchObject({ stage: 'decision', ownerUnitId: t.units.library })
    expect(wallClock(row!.dueAt!)).toEqual({ day: '2027-05-22', time: '23:59:59' })
    expect(await toldOf(leena, id)).toContain('sent')
    await expect(jari.does(registerInitiative, id, { caseNumber: 'x' })).rejects.toThrow('forbidden')
    await leena.does(registerInitiative, id, { caseNumber: 'YLÖ/123/2026', ofCouncil: 'yes' })
    const said = { outcome: 'partly' as const, decision: 'Mäkeen tulee yksi valaisin talveksi.', measures: 'Valaisin tilattu.' }
    await expect(aino.does(decideInitiative, id, said)).rejects.toThrow('forbidden')
    await leena.does(decideInitiative, id, said, [{ name: 'päätös.pdf', bytes: Buffer.from('%PDF-1.7 x') }])
    await expect(leena.does(decideInitiative, id, said)).rejects.toThrow('notNow')
    for (const who of [aino, otso]) expect((await toldOf(who, id)).filter((kind) => kind === 'decided')).toHaveLength(1)
    expect((await lastMail('kuulija@example.fi'))!.subject).toBe(`Päätös aloitteesta: ${words.title}`)
    expect((await db.select({ email: signature.email }).from(signature).where(eq(signature.initiativeId, id))).every((each) => each.email === null)).toBe(true)
    expect(await guest.sees(showInitiative, id)).toMatchObject({ stage: 'ended', row: { outcome: 'partly', caseNumber: 'YLÖ/123/2026' }, files: [{ name: 'päätös.pdf' }], owed: { dueAt: null } })
    await expect(otso.does(followInitiative, id)).rejects.toThrow('notNow')
    await expect(db.update(initiative).set({ decision: 'muu' }).where(eq(initiative.id, id))).rejects.toMatchObject({ cause: { constraint: 'set_once' } })
  })
  test('the author is reminded of publishing after fourteen days, the registry of deciding at six months and then every three', async () => {
    house.time = new Date('2026-08-31T10:00:00Z')
    await antti.does(changeRegistry, { unitId: t.units.library, email: 'kirjaamo@example.fi' })
    const [waits, pending] = [await checked(otso, { way: 'alone' }), await open()]
    await aino.does(sendInitiative, pending)
    await guest.does(remindOfInitiatives)
    const unpublished = async () => (await toldOf(otso, waits)).filter((kind) => kind === 'waitsToBePublished').length
    const owed = async () => (await toldOf(leena, pending)).filter((kind) => kind === 'decisionOwed').length
    expect([await unpublished(), await owed()]).toEqual([0, 0])
    house.time = new Date('2026-09-14T10:00:01Z')
    await Promise.all([guest.does(remindOfInitiatives), guest.does(remindOfInitiatives)])
    expect([await unpublished(), await owed()]).toEqual([1, 0])
    house.time = new Date('2027-02-28T10:59:59Z') // the last of February stands for the 31st; the same time of day, by winter's clock
    await guest.does(remindOfInitiatives)
    expect(await owed()).toBe(0)
    house.time = new Date('2027-02-28T11:00:00Z')
    await guest.does(remindOfInitiatives)
    expect(await owed()).toBe(1)
    expect((await lastMail('kirjaamo@example.fi'))!.subject).toBe(`Päätös puuttuu yhä: ${words.title}`)
    house.time = new Date('2027-05-31T10:01:00Z')
    await Promise.all([guest.does(remindOfInitiatives), guest.does(remindOfInitiatives), guest.does(remindOfInitiatives)])
    await guest.does(remindOfInitiatives)
    expect([await unpublished(), await owed()]).toEqual([1, 2])
    await leena.does(decideInitiative, pending, { outcome: 'rejected', decision: 'Valoja ei nyt lisätä.' })
    house.time = new Date('2028-05-31T10:01:00Z')
    await guest.does(remindOfInitiatives)
    expect(await owed()).toBe(2)
    house.time = new Date('2026-11-22T09:00:00Z')
  })
  test('the yearly report has what was pending in the year, with measures and without names', async () => {
    house.time = new Date('2027-12-31T20:00:00Z') // 22.00 of New Year's Eve in Finland
    const [old, late] = [await open(aino, { title: 'Vanhan vuoden aloite' }), await open(aino, { title: 'Yön yli aloite' })]
    await aino.does(sendInitiative, old)
    await leena.does(registerInitiative, old, { ofCouncil: 'no' })
    house.time = new Date('2027-12-31T22:30:00Z') // already next year there
    await aino.does(sendInitiative, late)
    const titles = (lines: { title: string }[]) => lines.map((each) => each.title)
    const [y2027, y2028] = [await guest.sees(yearlyReport, '2027'), await guest.sees(yearlyReport, '2028')]
    expect(titles(y2027.others)).toEqual(['Vanhan vuoden aloite'])
    expect(titles(y2027.council)).not.toContain('Yön yli aloite')
    expect(titles(y2028.council)).toContain('Yön yli aloite')
    expect(titles(y2028.others)).toEqual(['Vanhan vuoden aloite'])
    await leena.does(decideInitiative, late, { outcome: 'carriedOut', decision: 'Tehdään heti keväällä.', measures: 'Tilattu.' })
    expect((await guest.sees(yearlyReport, '2028')).council.find((each) => each.title === 'Yön yli aloite')).toMatchObject({ outcome: 'carriedOut', measures: 'Tilattu.', signers: 1, late: false })
    later(400)
    expect((await guest.sees(yearlyReport, '2028')).others[0]).toMatchObject({ late: true })
    expect(titles((await guest.sees(yearlyReport, '2029')).council)).not.toContain('Yön yli aloite')
    expect(JSON.stringify(await guest.sees(yearlyReport, '2028'))).not.toMatch(/Aino|Koskela/)
    for (const year of ['2030', '1995', 'x', '20277']) await expect(guest.sees(yearlyReport, year)).rejects.toThrow('notFound')
    house.time = new Date('2026-11-22T09:00:00Z')
  })
})

describe('an initiative on the national service', () => {
  const its = { url: 'https://www.kuntalaisaloite.fi/fi/aloite/12345', title: 'Pyörätie Nokialle', text: 'Kerätään nimiä pyörätien puolesta.', kind: 'ordinary' as const, state: 'collecting' as const, signers: 120 }
  test('is linked by the registry’s officials, followed here, and its count is news when it changes', async () => {
    await expect(aino.does(linkElsewhere, its)).rejects.toThrow('forbidden')
    const { id } = await leena.does(linkElsewhere, its) as { id: string }
    expect(await leena.does(linkElsewhere, its)).toEqual({ problems: { url: 'thereAlready' } })
    await otso.does(followInitiative, id)
    expect(await guest.sees(showInitiative, id)).toMatchObject({ what: 'elsewhere', at: { signers: 120 }, stage: 'idea' })
    await leena.does(updateElsewhere, id, { state: 'collecting', signers: 120 })
    await leena.does(updateElsewhere, id, { state: 'collecting', signers: 131 })
    await leena.does(updateElsewhere, id, { state: 'pending', signers: 140 })
    expect((await kindsOf(id)).toSorted()).toEqual(['linkedHere', 'movedElsewhere', 'sent'])
    expect(await guest.sees(showInitiative, id)).toMatchObject({ stage: 'decision' })
    await expect(otso.does(signInitiative, id, { name: 'Otso Kangas' })).rejects.toThrow('notFound')
  })
})

describe('one’s own data', () => {
  test('is told whole; leaving takes a name from what collects and the name from what was sent, whose count stays', async () => {
    const signer = await newPerson('Lähtevä Ihminen')
    const [collects, sent] = [await open(), await open()]
    for (const id of [collects, sent]) await signer.does(signInitiative, id, { name: 'Lähtevä Ihminen', shown: 'yes' })
    // without signing in, from an address that is theirs, and someone asked them to be a co-author
    const byMail = await open(), email = await emailOf(signer)
    await guest.does(askToSign, byMail, { name: 'Lähtevä Ihminen', email, membership: 'resident', shown: 'no' }, '10.9.9.8')
    await guest.does(confirmSignature, tokenIn((await lastMail(email))!.text))
    await aino.does(inviteCoAuthor, collects, { name: 'Lähtevä Ihminen', email })
    await aino.does(sendInitiative, sent)
    const { read, erase } = everyHolding().get('initiatives')!
    expect((await signer.sees(read, signer.id)).signatures).toHaveLength(3)
    expect((await signer.sees(read, signer.id)).coAuthor).toHaveLength(1)
    await signer.does(erase, signer.id)
    expect([(await rowOf(collects)).signers, (await rowOf(sent)).signers, (await rowOf(byMail)).signers]).toEqual([1, 2, 1])
    expect(await signer.sees(read, signer.id)).toEqual({ initiatives: [], signatures: [], coAuthor: [] })
    const { rows } = await db.execute<{ kept: boolean }>(sql`select coalesce(string_agg(s::text, ''), '') ~ 'Lähtevä' kept from initiatives.signature s`)
    expect(rows[0]!.kept).toBe(false)
  })
})

test('a neighbour municipality sees none of it', async () => {
  const there = await town({ house, name: 'Naapurila' })
  const id = await open()
  for (const who of [there.aino, there.leena, there.antti]) {
    await expect(who.sees(showInitiative, id)).rejects.toThrow('notFound')
    await expect(who.does(signInitiative, id, { name: 'Naapuri Asukas' })).rejects.toThrow('notFound')
    await expect(who.does(decideInitiative, id, { outcome: 'rejected', decision: 'Ei kuulu meille.' })).rejects.toThrow('notFound')
  }
})
