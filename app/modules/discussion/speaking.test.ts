import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { accountsOf } from '#core/identity/accounts.server.ts'
import { account, municipality } from '#core/identity/schema.server.ts'
import type { SignIn } from '#core/identity/sign-in.server.ts'
import { mail } from '#core/notices/schema.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { town } from '../../../tests/town.ts'
import { addComment, type CommentInput, editComment } from './comment.server.ts'
import { confirmHear, forgetGuests, hearToken, removeAsGuest, showHear, stopHear } from './guests.server.ts'
import { listComments } from './list.server.ts'
import { parts, quotes, sentencesOf } from './parts.server.ts'
import { comment, guestAddress } from './schema.server.ts'
import { speaking, type Speaking } from './speaking.server.ts'
import { keepWritten, readWritten, forgetWritten } from './written.server.ts'

const place = await town()
const { aino, otso, ry, jari, saara, guest, house, units } = place
const db = house.database.owner
house.signIn = { ...accountsOf(house.database), mayMail: async () => true } as unknown as SignIn
await db.update(municipality).set({ code: '980' }).where(eq(municipality.id, place.municipality.id))
const here = { ...place.municipality, code: '980' }
Object.assign(place.municipality, here)

// A hearing as another module would make one: its rule and its document are its own.
let rule: Speaking = { open: true, who: 'signedIn', does: ['comment'] }
const document = [{ id: '01990000-0000-7000-8000-000000000001', title: 'Reitti', removed: false, text: 'Polku kulkee rannassa. Se valaistaan\nkokonaan.' }, { id: '01990000-0000-7000-8000-000000000002', title: 'Vanha', removed: true, text: 'Pois otettu.' }]
speaking('hearing', async () => rule)
parts('hearing', async () => document)
async function hearing(visibility: 'public' | 'hidden' = 'public') {
  return aino.does(async (ctx: Ctx) => {
    const id = ctx.newId()
    await keepSubject(ctx, { id, kind: 'hearing', language: 'fi', title: { fi: 'Rantapolku' }, text: 'Polku', stage: 'developing', visibility, authorPersonId: jari.id, ownerUnitId: units.sports })
    return id
  })
}
const identified = async (id: string, home: string | null, assurance: 'substantial' | 'high' | null = 'high') => { await db.update(account).set({ assurance, homeMunicipalityCode: home }).where(eq(account.id, id)) }
beforeEach(() => { house.time = new Date(house.time.getTime() + 2 * 3_600_000) }) // nobody is held to what they sent in an earlier test
let said = 0
/** What comes of saying something: `said`, the problem's code, or the refusal's. */
async function says(who: typeof aino, it: string, more: Partial<CommentInput> = {}, from?: string): Promise<string> {
  house.time = new Date(house.time.getTime() + 1000)
  try {
    const done = await who.does(addComment, it, { text: `Sanon ${said++}`, ...more }, from)
    return 'problems' in done ? Object.values(done.problems)[0]! : done.waits ? 'waits' : 'said'
  } catch (cause) { return (cause as Error).message }
}
const newest = async (it: string) => (await guest.sees(listComments, it)).comments[0]!


const neighbour = await place.newPerson('Naapuri Nokialta'), unknown = await place.newPerson('Tuntematon Koti'), weak = await place.newPerson('Heikko Tunnistus')
await identified(otso.id, '980'); await identified(ry.id, '980'); await identified(neighbour.id, '536'); await identified(unknown.id, null); await identified(weak.id, '980', null)
describe('who may speak', () => {
  // who asks: [anyone, signedIn, identified]
  const table: [string, typeof aino, Partial<CommentInput>, [string, string, string]][] = [
    ['a guest', guest, {}, ['said', 'signInNeeded', 'signInNeeded']],
    ['signed in, not identified', aino, {}, ['said', 'said', 'identifyFirst']],
    ['identified resident', otso, {}, ['said', 'said', 'said']],
    ['identified, lives elsewhere', neighbour, {}, ['said', 'said', 'residentsOnly']],
    ['identified, home not told', unknown, {}, ['said', 'said', 'residentsOnly']],
    ['home told without assurance', weak, {}, ['said', 'said', 'identifyFirst']],
    ['an association by an identified resident', ry, {}, ['said', 'said', 'said']],
    ['an official in own name', saara, {}, ['said', 'said', 'identifyFirst']],
    ['an official with the voice of their unit', saara, { unitId: units.sports }, ['said', 'said', 'said']],
    ['with the voice of another unit', saara, { unitId: units.library }, ['forbidden', 'forbidden', 'forbidden']],
    ['a resident with a unit’s voice', otso, { unitId: units.sports }, ['forbidden', 'forbidden', 'forbidden']],
  ]
  test.each(table)('%s', async (_who, person, more, [anyone, signedIn, resident]) => {
    const it = await hearing()
    for (const [who, expected] of [['anyone', anyone], ['signedIn', signedIn], ['identified', resident]] as const) {
      rule = { open: true, who, does: ['comment'] }
      expect(await says(person, it, more), who).toBe(expected)
      rule = { open: false, who, does: ['comment'] }
      expect(['closed', expected].includes(await says(person, it, more)), `${who}, closed`).toBe(true)
      expect(await says(person, await hearing('hidden'), more)).toBe('notFound')
    }
  })
  test('closed takes nothing from anyone who could speak, and no edits; without a place to speak in it is closed', async () => {
    rule = { open: true, who: 'signedIn', does: ['comment'] }
    const it = await hearing()
    await says(aino, it)
    const mine = await newest(it)
    rule = { open: false, who: 'signedIn', does: ['comment'] }
    expect(await says(aino, it)).toBe('closed')
    expect(await says(saara, it, { unitId: units.sports })).toBe('closed')
    await expect(aino.does(editComment, it, mine.id, { text: 'Muutan vielä' })).rejects.toThrow('speakingClosed')
    rule = { open: true, who: 'signedIn', does: [] }
    expect(await says(aino, it)).toBe('closed')
  })
  test('a municipality without a code has no identified residents', async () => {
    rule = { open: true, who: 'identified', does: ['comment'] }
    place.municipality.code = null
    expect(await says(otso, await hearing())).toBe('residentsOnly')
    place.municipality.code = '980'
  })
})

describe('what one may do', () => {
  const partId = document[0]!.id
  const kinds: [string, Partial<CommentInput>][] = [['a comment', {}], ['a mark by name', { place: 'Keijärvi' }], ['a mark by point', { longitude: 23.5, latitude: 61.5 }], ['a wording', { partId, quote: 'Polku kulkee rannassa.', proposed: 'Polku kulkee metsässä.' }]]
  test.each([
    [['comment'], ['said', 'notNow', 'notNow', 'notNow']], [['mark'], ['markFirst', 'said', 'said', 'notNow']], [['propose'], ['required', 'notNow', 'notNow', 'said']],
    [['comment', 'mark'], ['said', 'said', 'said', 'notNow']], [['mark', 'propose'], ['markFirst', 'said', 'said', 'said']], [['comment', 'mark', 'propose'], ['said', 'said', 'said', 'said']],
  ] as [Speaking['does'], string[]][])('where it is %j', async (does, expected) => {
    rule = { open: true, who: 'signedIn', does }
    const it = await hearing()
    const came: string[] = []
    for (const [, more] of kinds) came.push(await says(aino, it, more))
    expect(came).toEqual(expected)
  })
  test('a known place has its point, a point its place; one far away is a mistake', async () => {
    rule = { open: true, who: 'signedIn', does: ['mark'] }
    const it = await hearing()
    await says(aino, it, { place: 'Keijärvellä' })
    expect((await newest(it)).mark).toEqual({ longitude: 23.58, latitude: 61.55, place: 'Keijärvellä' })
    await says(aino, it, { place: 'Kotikadun kulma' })
    expect((await newest(it)).mark).toEqual({ longitude: null, latitude: null, place: 'Kotikadun kulma' })
    await says(aino, it, { longitude: 23.5801, latitude: 61.5501 })
    expect((await newest(it)).mark).toEqual({ longitude: 23.5801, latitude: 61.5501, place: 'Keijärvi' })
    expect(await says(aino, it, { longitude: 2.35, latitude: 48.85 })).toBe('farAway')
  })
  test('a reply needs talk to be open', async () => {
    rule = { open: true, who: 'signedIn', does: ['comment'] }
    const it = await hearing()
    await says(aino, it)
    const parentId = (await newest(it)).id
    rule = { open: true, who: 'signedIn', does: ['mark'] }
    expect(await says(otso, it, { parentId, place: 'Ranta' })).toBe('notNow')
  })
})

describe('a part and a passage', () => {
  const [route, old] = document as [typeof document[0], typeof document[0]]
  test('a comment is of a part that is there, and of a passage that is in it, over its lines', async () => {
    rule = { open: true, who: 'signedIn', does: ['comment', 'propose'] }
    const it = await hearing()
    expect(await says(aino, it, { partId: route.id })).toBe('said')
    expect(await says(aino, it, { partId: route.id, quote: 'Se valaistaan kokonaan.' })).toBe('said')
    expect(await newest(it)).toMatchObject({ part: route.id, quote: 'Se valaistaan kokonaan.' })
    expect(await says(aino, it, { partId: route.id, quote: 'Se valaistaan osin.' })).toBe('notThere')
    expect(await says(aino, it, { quote: 'Polku' })).toBe('notThere')
    expect(await says(aino, it, { partId: old.id })).toBe('partGone')
    expect(await says(aino, it, { partId: aino.id })).toBe('partGone')
  })
  test('a proposed wording keeps what it would replace, and is not the same', async () => {
    rule = { open: true, who: 'signedIn', does: ['comment', 'propose'] }
    const it = await hearing()
    expect(await says(aino, it, { text: '', partId: route.id, proposed: 'Polku kulkee metsässä.' })).toBe('said')
    expect(await newest(it)).toMatchObject({ text: '', proposed: 'Polku kulkee metsässä.', quote: route.text })
    expect(await says(aino, it, { text: '', partId: route.id, quote: 'Polku kulkee rannassa.', proposed: ' Polku  kulkee rannassa. ' })).toBe('sameText')
    expect(await says(aino, it, { text: 'Jätin ehdotuksen sikseen', partId: route.id, proposed: route.text })).toBe('said')
    expect(await newest(it)).toMatchObject({ text: 'Jätin ehdotuksen sikseen', proposed: null, quote: null })
    expect(await says(aino, it, { proposed: 'Ilman kohtaa' })).toBe('notThere')
    const short = route.text
    route.text = 'Pitkä lause tästä. '.repeat(200)
    expect(await says(aino, it, { partId: route.id, proposed: 'Lyhyt' })).toBe('chooseSentence')
    route.text = short
  })
  test('what people propose is moderated as what they say', async () => {
    rule = { open: true, who: 'anyone', does: ['comment', 'propose', 'mark'] }
    const it = await hearing()
    expect(await says(aino, it, { text: 'Hyvä', partId: route.id, proposed: 'Idiootti polku.' })).toBe('waits')
    expect(await says(guest, it, { name: 'Idiootti' })).toBe('waits')
    expect(await says(aino, it, { place: 'Idiootti' })).toBe('waits')
  })
  test('sentences can be picked from any text, and each is found in it', () => {
    const text = 'Polku on 2,5 km pitkä. Onko se valaistu? On!\n\nKts. liite 3.\n- Penkkejä'
    const all = sentencesOf(text)
    expect(all.length).toBeGreaterThanOrEqual(4)
    expect(all.every((each) => quotes(text, each))).toBe(true)
    expect(sentencesOf('')).toEqual([])
    expect(quotes('Teksti', ' ')).toBe(false)
  })
})

describe('guests', () => {
  const open = (): Speaking => ({ open: true, who: 'anyone', does: ['comment'] })
  test('a guest speaks with or without a name and is never shown as an account', async () => {
    rule = open()
    const it = await hearing()
    await says(guest, it, { name: '  Ohi   Kulkija ' }, '10.0.0.1')
    expect(await newest(it)).toMatchObject({ author: 'Ohi Kulkija', guest: true, organisation: false, mine: false })
    await says(guest, it, {}, '10.0.0.1')
    expect(await newest(it)).toMatchObject({ author: '', guest: true })
    expect(await newest(it)).not.toHaveProperty('email')
    await says(aino, it, { name: 'Joku Muu' })
    expect(await newest(it)).toMatchObject({ author: 'Aino K.', guest: false })
  })
  test('one network is stopped at its limit whatever addresses it gives; another still speaks', async () => {
    rule = open()
    const it = await hearing()
    const came: string[] = []
    for (let i = 0; i < 22; i++) came.push(await says(guest, it, { text: `Oma asiani numero ${i} on tämä`, email: `a${i}@example.com` }, '10.9.9.9'))
    expect(came.filter((each) => each === 'said').length).toBe(20)
    expect(came.at(-1)).toBe('tooOften')
    expect(await says(guest, it, { text: 'Toisesta verkosta' }, '10.9.9.8')).toBe('said')
  })
  test('the same send twice is one comment, and two guests with one form’s key are two', async () => {
    rule = open()
    const it = await hearing()
    const send = (from: string) => guest.does(addComment, it, { text: 'Sama', sendKey: 'avain' }, from)
    await Promise.all([send('10.1.1.1'), send('10.1.1.1'), send('10.1.1.1'), send('10.1.1.2')])
    expect((await db.select().from(comment).where(eq(comment.subjectId, it))).length).toBe(2)
  })
  test('an address hears after its owner’s yes; it can be stopped, and is forgotten without one', async () => {
    rule = open()
    const it = await hearing()
    expect(await says(guest, it, { email: ' Ohi@Example.com ' }, '10.2.2.2')).toBe('said')
    const { id } = await newest(it)
    const [letter] = await db.select().from(mail).where(eq(mail.to, 'ohi@example.com'))
    const token = /hear\/(\S+)/.exec(letter!.text)![1]!
    expect(token).toBe(await guest.sees(async (ctx: Ctx) => hearToken(ctx, id)))
    expect((await guest.sees(showHear, token)).state).toBe('waits')
    expect((await guest.sees(showHear, token)).state).toBe('waits') // looking changes nothing
    await expect(guest.does(confirmHear, `${id}.väärä`)).rejects.toThrow('notFound')
    await guest.does(confirmHear, token); await guest.does(confirmHear, token)
    expect((await guest.sees(showHear, token)).state).toBe('hears')
    await guest.does(stopHear, token); await guest.does(stopHear, token)
    expect((await guest.sees(showHear, token)).state).toBe('gone')
    await says(guest, it, { email: 'unohdettu@example.com' }, '10.2.2.3')
    house.time = new Date(house.time.getTime() + 8 * 86_400_000)
    const late = (await newest(it)).id
    expect((await guest.sees(showHear, await guest.sees(async (ctx: Ctx) => hearToken(ctx, late)))).state).toBe('gone')
    await jari.does(forgetGuests)
    expect(await db.select().from(guestAddress)).not.toContainEqual(expect.objectContaining({ email: 'unohdettu@example.com' }))
  })
  test('by their own link a guest removes what they said, and its name and address with it', async () => {
    rule = open()
    const it = await hearing()
    await says(guest, it, { name: 'Poistuva', email: 'pois@example.com' }, '10.3.3.3')
    const { id } = await newest(it)
    const token = await guest.sees(async (ctx: Ctx) => hearToken(ctx, id))
    await guest.does(removeAsGuest, token); await guest.does(removeAsGuest, token)
    expect((await db.select().from(comment).where(eq(comment.id, id)))[0]).toMatchObject({ text: '', authorName: null })
    expect(await db.select().from(guestAddress).where(eq(guestAddress.commentId, id))).toEqual([])
    await says(aino, it)
    const others = (await newest(it)).id
    await expect(guest.does(removeAsGuest, await guest.sees(async (ctx: Ctx) => hearToken(ctx, others)))).rejects.toThrow('notFound')
  })
})

test('what was written before a sign-in comes back to who holds its name, for a day, on its own subject', async () => {
  const it = await hearing(), other = await hearing()
  const form = new FormData()
  form.set('text', 'Pitkään mietitty'); form.set('partId', document[0]!.id); form.set('email', 'ei@tallenneta.fi')
  const name = await guest.does(keepWritten, it, form)
  expect(await aino.sees(readWritten, it, name)).toEqual({ text: 'Pitkään mietitty', partId: document[0]!.id })
  expect(await aino.sees(readWritten, other, name)).toBeNull()
  expect(await aino.sees(readWritten, it, `${name.split('.')[0]}.x`)).toBeNull()
  house.time = new Date(house.time.getTime() + 25 * 3_600_000)
  expect(await aino.sees(readWritten, it, name)).toBeNull()
  await jari.does(forgetWritten)
  expect((await db.execute('select 1 from discussion.written')).rows).toEqual([])
})
test('a neighbour municipality sees and takes nothing of ours', async () => {
  const there = await town({ house, name: 'Naapurila' })
  rule = { open: true, who: 'anyone', does: ['comment'] }
  const it = await hearing()
  await expect(there.aino.does(addComment, it, { text: 'Naapurista' })).rejects.toThrow('notFound')
  await says(guest, it, { email: 'x@example.com' }, '10.4.4.4')
  const token = await guest.sees(async (ctx: Ctx) => hearToken(ctx, (await listComments(ctx, it)).comments[0]!.id))
  await expect(there.guest.does(confirmHear, token)).rejects.toThrow('notFound')
})
