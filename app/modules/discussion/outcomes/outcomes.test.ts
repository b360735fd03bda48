import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { everyHolding } from '#core/identity/holdings.ts'
import { person } from '#core/identity/schema.server.ts'
import { noticeWords } from '#core/notices/words.server.ts'
import { mail, notice } from '#core/notices/schema.server.ts'
import { hideableOf } from '#core/trail/hideable.ts'
import { keepSubject, subjectOf } from '#core/trail/subject.server.ts'
import { town } from '../../../../tests/town.ts'
import { addComment, removeComment } from '../comment.server.ts'
import { confirmHear, hearToken } from '../guests.server.ts'
import '../hide.server.ts'
import '../holding.server.ts'
import { listComments } from '../list.server.ts'
import { comment, outcome } from '../schema.server.ts'
import { speaking } from '../speaking.server.ts'
import { answeredShare, markOutcome, type Marking } from './mark.server.ts'
import { showWord, wordsOfComment } from './word.server.ts'
import { everyMatching, groupsOf, readNarrowed, readWork } from './work.server.ts'

const place = await town()
const { aino, otso, ry, jari, saara, leena, antti, guest, mirja, house, units } = place
const db = house.database.owner
house.signIn = { mayMail: async () => true } as never
speaking('hearing', async () => ({ open: true, who: 'anyone', does: ['comment'] }))
beforeEach(() => { house.time = new Date(house.time.getTime() + 2 * 3_600_000) })

const hearing = () => aino.does(async (ctx: Ctx) => {
  const id = ctx.newId()
  await keepSubject(ctx, { id, kind: 'hearing', language: 'fi', title: { fi: 'Rantapolku', sv: 'Strandstigen' }, text: 'Polku', stage: 'developing', visibility: 'public', authorPersonId: jari.id, ownerUnitId: units.sports })
  return id
})
let said = 0
async function says(who: typeof aino, it: string, text = `Sanon asian numero ${said++}`, more: object = {}) {
  house.time = new Date(house.time.getTime() + 1000)
  const done = await who.does(addComment, it, { text, ...more }, who === guest ? `10.0.${said}.1` : undefined)
  if ('problems' in done) throw new Error(JSON.stringify(done))
  return done.id
}
const word = (more: Partial<Marking>): Marking => ({ commentIds: [], outcome: 'used', why: 'reitti siirtyy koulun puolelle.', ...more })
async function mark(who: typeof aino, it: string, more: Partial<Marking>) {
  const done = await who.does(markOutcome, it, word(more))
  if ('problems' in done) throw new Error(Object.values(done.problems)[0])
  return done.outcomeId
}
const heard = async (who: typeof aino) => (await db.select().from(notice).where(and(eq(notice.personId, who.id), eq(notice.kind, 'discussion.outcome')))).map((row) => noticeWords({ kind: row.kind, data: row.data }, 'fi').what)

test('a word is given to a group: each who spoke hears it once, in these words, and it stands under each comment', async () => {
  const it = await hearing()
  const mine = [await says(aino, it), await says(aino, it)], theirs = await says(otso, it)
  const id = await mark(jari, it, { commentIds: [...mine, theirs], theme: 'Reitti' })
  expect(await heard(aino)).toEqual(['Käytettiin, koska reitti siirtyy koulun puolelle.'])
  expect(await heard(otso)).toEqual(['Käytettiin, koska reitti siirtyy koulun puolelle.'])
  expect((await guest.sees(listComments, it)).comments.map((each) => each.outcome)).toEqual(Array(3).fill({ id, outcome: 'used', why: 'reitti siirtyy koulun puolelle.' }))
  expect(await guest.sees(answeredShare, it)).toEqual({ answered: 3, total: 3 })
  const shown = await aino.sees(showWord, id)
  expect([shown.word.unit, shown.count, shown.comments.map((each) => each.mine)]).toEqual(['Liikuntapalvelut', 3, [true, true, false]])
})
test('who answers: the unit that owns the subject and admins; nobody else, and not the neighbour', async () => {
  const it = await hearing()
  const id = await says(aino, it)
  for (const who of [aino, otso, ry, leena, mirja]) await expect(who.does(markOutcome, it, word({ commentIds: [id] }))).rejects.toThrow('forbidden')
  await expect(guest.does(markOutcome, it, word({ commentIds: [id] }))).rejects.toThrow('signInNeeded')
  const there = await town({ house, name: 'Naapurila' })
  for (const who of [there.jari, there.antti]) await expect(who.does(markOutcome, it, word({ commentIds: [id] }))).rejects.toThrow('notFound')
  await mark(antti, it, { commentIds: [id] })
  await mark(saara, it, { commentIds: [id], outcome: 'not', why: 'ranta on suojeltu.' })
  await expect(there.guest.sees(showWord, (await db.select().from(comment).where(eq(comment.id, id)))[0]!.outcomeId!)).rejects.toThrow('notFound')
})
test('a word needs its reason, and comments', async () => {
  const it = await hearing()
  const id = await says(aino, it)
  await expect(jari.does(markOutcome, it, word({ commentIds: [id], why: '  ' }))).rejects.toThrow()
  expect(await jari.does(markOutcome, it, word({ commentIds: [] }))).toEqual({ problems: { ids: 'chooseComments' } })
  expect(await jari.does(markOutcome, it, word({ commentIds: ['x', aino.id] }))).toEqual({ problems: { ids: 'commentGone' } })
  await expect(db.insert(outcome).values({ municipalityId: place.municipality.id, id: crypto.randomUUID(), subjectId: it, outcome: 'used', why: ' ', byPersonId: jari.id })).rejects.toMatchObject({ cause: { constraint: 'outcome_says_why' } })
})
test('a later word is heard too, and the earlier one stays to be read', async () => {
  const it = await hearing()
  const id = await says(otso, it)
  const first = await mark(jari, it, { commentIds: [id] })
  const second = await mark(saara, it, { commentIds: [id], outcome: 'partly', why: 'raha riittää puoleen.' })
  expect((await guest.sees(wordsOfComment, id)).map((each) => [each.id, each.outcome])).toEqual([[second, 'partly'], [first, 'used']])
  expect(await heard(otso)).toContain('Käytettiin osittain, koska raha riittää puoleen.')
  const old = await guest.sees(showWord, first)
  expect(old.comments).toMatchObject([{ id, current: false }])
  expect(await guest.sees(answeredShare, it)).toEqual({ answered: 1, total: 1 })
  await expect(house.database.of(place.municipality.id).update(outcome).set({ why: 'toinen syy' })).rejects.toMatchObject({ cause: { code: '42501' } })
})
test('groups are merged by joining one and split by giving some another word; who stays hears nothing anew', async () => {
  const it = await hearing()
  const [a, b, c] = [await says(aino, it), await says(otso, it), await says(ry, it)]
  const light = await mark(jari, it, { commentIds: [a!], theme: 'Valot' }), route = await mark(jari, it, { commentIds: [b!, c!], theme: 'Reitti', outcome: 'not', why: 'maa ei ole kunnan.' })
  const before = (await heard(aino)).length
  await mark(jari, it, { commentIds: [b!, c!], into: light, outcome: undefined, why: '' })
  expect((await jari.sees(groupsOf, it)).map((each) => [each.id, each.count])).toEqual([[light, 3]])
  expect((await heard(aino)).length).toBe(before)
  const third = await mark(jari, it, { commentIds: [c!], theme: 'Penkit' })
  expect((await jari.sees(groupsOf, it)).map((each) => [each.theme, each.count])).toEqual([['Penkit', 1], ['Valot', 2]])
  expect((await guest.sees(wordsOfComment, c!)).map((each) => each.id)).toEqual([third, light, route])
  await mark(jari, it, { commentIds: [c!], into: route, outcome: undefined, why: '' })
  expect((await guest.sees(wordsOfComment, c!))[0]!.id).toBe(route)
  await expect(jari.does(markOutcome, await hearing(), word({ commentIds: [a!], into: light }))).resolves.toEqual({ problems: { ids: 'commentGone' } })
})
describe('two officials at once', () => {
  test('the second is told of the first, and nothing of theirs is half done', async () => {
    const it = await hearing()
    const [a, b] = [await says(aino, it), await says(otso, it)]
    const seen = { [a!]: '', [b!]: '' }
    const done = await Promise.all([jari, saara, antti].map((who, i) => who.does(markOutcome, it, word({ commentIds: i === 1 ? [b!, a!] : [a!, b!], seen, why: `syy ${i}` }))))
    expect(done.filter((each) => 'problems' in each)).toEqual([{ problems: { form: 'markedMeanwhile' } }, { problems: { form: 'markedMeanwhile' } }])
    const rows = await db.select({ outcomeId: comment.outcomeId }).from(comment).where(eq(comment.subjectId, it))
    expect(new Set(rows.map((row) => row.outcomeId)).size).toBe(1)
    expect((await db.select().from(outcome).where(eq(outcome.subjectId, it))).length).toBe(1)
  })
  test('with what stands now in sight the word can be changed', async () => {
    const it = await hearing()
    const id = await says(aino, it)
    const first = await mark(jari, it, { commentIds: [id], seen: { [id]: '' } })
    await mark(saara, it, { commentIds: [id], seen: { [id]: first }, outcome: 'not', why: 'ei onnistu.' })
    expect((await guest.sees(wordsOfComment, id)).length).toBe(2)
  })
})
test('what is hidden, removed, waits or was said by a unit is not answered nor counted', async () => {
  const it = await hearing()
  const [a, b] = [await says(aino, it), await says(otso, it)]
  await says(saara, it, 'Yksikkö kertoo', { unitId: units.sports })
  const waits = await says(otso, it, 'Olet idiootti')
  await mirja.does(async (ctx: Ctx) => hideableOf('comment')!.hide(ctx, { subjectId: it, commentId: a! }, true))
  await otso.does(removeComment, it, b!)
  expect(await guest.sees(answeredShare, it)).toEqual({ answered: 0, total: 0 })
  expect((await jari.sees(async (ctx: Ctx) => readWork(ctx, await subjectOf(ctx, it), new URLSearchParams('show=all')))).comments).toEqual([])
  expect(await jari.does(markOutcome, it, word({ commentIds: [a!, b!, waits] }))).toEqual({ problems: { ids: 'commentGone' } })
})
test('a guest with a confirmed address hears by mail, once; one without a yes does not; a late yes hears what was said', async () => {
  const it = await hearing()
  const confirmed = await says(guest, it, undefined, { email: 'kuulen@example.com' }), again = await says(guest, it, undefined, { email: 'kuulen@example.com' }), later = await says(guest, it, undefined, { email: 'myohemmin@example.com' })
  const token = (id: string) => guest.sees(async (ctx: Ctx) => hearToken(ctx, id))
  await guest.does(confirmHear, await token(confirmed)); await guest.does(confirmHear, await token(again))
  const id = await mark(jari, it, { commentIds: [confirmed, again, later] })
  const letters = async (to: string) => (await db.select().from(mail).where(eq(mail.to, to))).filter((each) => each.text.includes('/outcomes/'))
  expect((await letters('kuulen@example.com')).map((each) => each.text)).toEqual([expect.stringMatching(new RegExp(`Käytettiin, koska reitti siirtyy koulun puolelle.[^]*/fi/outcomes/${id}[^]*/fi/comments/hear/`))])
  expect((await letters('kuulen@example.com'))[0]!.stopUrl).toMatch(/\/comments\/hear\/.+\/stop$/)
  expect(await letters('myohemmin@example.com')).toEqual([])
  await guest.does(confirmHear, await token(later))
  expect((await letters('myohemmin@example.com')).length).toBe(1)
})
test('the list is narrowed by what waits, part, stance, theme, words; all of a narrowing are answered up to what was seen', async () => {
  const it = await hearing()
  const lights = [await says(aino, it, 'Lisää valoja 100 %', { stance: 'for' }), await says(otso, it, 'Valot pois', { stance: 'against' })]
  await says(ry, it, 'Penkkejä rantaan')
  const read = (query: string) => jari.sees(async (ctx: Ctx) => readWork(ctx, await subjectOf(ctx, it), new URLSearchParams(query)))
  expect((await read('q=valo')).comments.map((each) => each.id)).toEqual(lights)
  expect((await read('q=100 %')).comments.map((each) => each.id)).toEqual([lights[0]])
  expect((await read('q=%')).comments.map((each) => each.id)).toEqual([lights[0]])
  expect((await read('stance=against')).comments.map((each) => each.id)).toEqual([lights[1]])
  const { until, narrowed } = await read('q=valo')
  await says(otso, it, 'Valo vielä yksi')
  const every = await jari.sees(everyMatching, it, narrowed, until)
  expect(every.map((each) => each.id)).toEqual(lights)
  await mark(jari, it, { commentIds: every.map((each) => each.id), theme: 'Valot' })
  expect((await read('show=told&theme=Valot')).comments.map((each) => each.id)).toEqual(lights)
  expect((await read('')).comments.map((each) => each.text)).toEqual(['Penkkejä rantaan', 'Valo vielä yksi'])
  expect(readNarrowed(new URLSearchParams('show=x&part=x&stance=x&group=x&after=x'))).toEqual({ show: 'waiting', part: '', stance: '', theme: '', group: '', q: '', after: '' })
  await expect(leena.sees(async (ctx: Ctx) => readWork(ctx, await subjectOf(ctx, it), new URLSearchParams()))).rejects.toThrow('forbidden')
})
test('two thousand comments are given a word in one go', async () => {
  const it = await hearing()
  const ids = Array.from({ length: 2000 }, () => crypto.randomUUID())
  await db.insert(comment).values(ids.map((id, i) => ({ municipalityId: place.municipality.id, id, subjectId: it, authorPersonId: i % 2 ? aino.id : otso.id, stance: 'neutral' as const, text: `Asia ${i}`, at: house.time })))
  await mark(jari, it, { commentIds: ids })
  expect(await guest.sees(answeredShare, it)).toEqual({ answered: 2000, total: 2000 })
})
test('my data tells what became of what I said, the words I gave, and what I sent as a guest from my address; leaving erases the address', async () => {
  const it = await hearing()
  await db.update(person).set({ email: 'oma@example.com' }).where(eq(person.id, otso.id))
  const id = await says(otso, it, 'Oma sanani'), asGuest = await says(guest, it, 'Vieraana sanoin', { email: 'oma@example.com' })
  await mark(jari, it, { commentIds: [id, asGuest], theme: 'Teema' })
  const its = everyHolding().get('discussion')!
  const held = await otso.sees(async (ctx: Ctx) => its.read(ctx, otso.id))
  expect(held.comments![0]).toMatchObject({ text: 'Oma sanani', outcome: 'used' })
  expect(held.guestComments).toMatchObject([{ text: 'Vieraana sanoin', email: 'oma@example.com' }])
  expect((await jari.sees(async (ctx: Ctx) => its.read(ctx, jari.id))).outcomes![0]).toMatchObject({ theme: 'Teema' })
  await otso.does(async (ctx: Ctx) => its.erase(ctx, otso.id))
  expect((await otso.sees(async (ctx: Ctx) => its.read(ctx, otso.id))).guestComments).toEqual([])
})
