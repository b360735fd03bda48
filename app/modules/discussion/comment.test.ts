import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isProblems } from '#core/errors/errors.ts'
import { followOf } from '#core/trail/follow.server.ts'
import { hideableOf } from '#core/trail/hideable.ts'
import { event } from '#core/trail/schema.server.ts'
import { keepSubject, subjectOf } from '#core/trail/subject.server.ts'
import type { Ctx } from '#core/context/context.server.ts'
import { town } from '../../../tests/town.ts'
import { addComment, type CommentInput, editComment, removeComment } from './comment.server.ts'
import './hide.server.ts'
import { listComments, threadOf } from './list.server.ts'
import { comment } from './schema.server.ts'
import { wordingsOf } from './wordings.server.ts'

const { aino, otso, ry, jari, saara, guest, mirja, house, units, newPerson } = await town()

/** A subject of a kind that discussion has never heard of. */
async function something(by = aino) {
  const id = await by.does(async (ctx: Ctx) => {
    const made = ctx.newId()
    await keepSubject(ctx, { id: made, kind: 'thing', language: 'fi', title: { fi: 'Jotain' }, text: 'Jotain on.', stage: 'idea', visibility: 'public', authorPersonId: by.id, ownerUnitId: units.sports })
    return made
  })
  return id
}
/** Says it a second later than what was said before. */
async function says(who: typeof aino, subjectId: string, text: string, more: Partial<CommentInput> = {}) {
  house.time = new Date(house.time.getTime() + 1000)
  const done = await who.does(addComment, subjectId, { text, ...more })
  if (isProblems(done)) throw new Error(JSON.stringify(done))
  return done.id
}
const talk = async (who: typeof aino, subjectId: string) => (await who.sees(listComments, subjectId)).comments

test('a comment says who, where they stand and when; the starter and the unit are marked', async () => {
  const it = await something()
  const first = await says(otso, it, 'Hyvä ajatus.', { stance: 'for' })
  await says(aino, it, 'Kiitos!', { parentId: first })
  await says(jari, it, 'Selvitämme tätä.', { unitId: units.sports })
  await says(ry, it, 'Emme kannata.', { stance: 'against' })
  expect((await talk(guest, it)).map(({ author, unit, stance, starter, organisation }) => ({ author, unit, stance, starter, organisation }))).toEqual([
    { author: 'Luistelijat ry', unit: null, stance: 'against', starter: false, organisation: true },
    { author: 'Jari Niemi', unit: 'Liikuntapalvelut', stance: 'neutral', starter: false, organisation: false },
    { author: 'Otso K.', unit: null, stance: 'for', starter: false, organisation: false },
  ])
  const [, , thread] = await talk(guest, it)
  expect(thread!.children.map(({ author, starter, text }) => ({ author, starter, text }))).toEqual([{ author: 'Aino K.', starter: true, text: 'Kiitos!' }])
  expect((await guest.sees(subjectOf, it)).comments).toBe(4)
})

test('an official speaks only with the voice of their own unit, a resident with none, a guest not at all', async () => {
  const it = await something()
  await expect(jari.does(addComment, it, { text: 'Kirjasto kertoo.', unitId: units.library })).rejects.toThrow('forbidden')
  await expect(otso.does(addComment, it, { text: 'Kunta kertoo.', unitId: units.sports })).rejects.toThrow('forbidden')
  await expect(guest.does(addComment, it, { text: 'Hei!' })).rejects.toThrow('signInNeeded')
})

test('threads are two deep: a reply to a reply goes to the same thread, and the database refuses a third level', async () => {
  const it = await something()
  const first = await says(otso, it, 'Ensimmäinen')
  const second = await says(aino, it, 'Toinen', { parentId: first })
  const third = await says(otso, it, 'Kolmas', { parentId: second })
  const [head] = await talk(guest, it)
  expect(head!.children.map((each) => each.id)).toEqual([second, third])
  await expect(aino.does(async (ctx: Ctx) => ctx.db.insert(comment).values({ ...ctx.scope, id: ctx.newId(), subjectId: it, parentId: second, text: 'Liian syvällä', stance: 'neutral' })))
    .rejects.toMatchObject({ cause: { constraint: 'thread_two_deep' } })
})

test('pages stay the same when new comments arrive between them', async () => {
  const it = await something()
  const ids: string[] = []
  for (let i = 0; i < 45; i++) ids.push(await says(i % 2 ? jari : saara, it, `Kommentti ${i}`))
  const newest = [...ids].reverse()
  const first = await guest.sees(listComments, it)
  await says(jari, it, 'Väliin tullut')
  const second = await guest.sees(listComments, it, { after: first.next! })
  const third = await guest.sees(listComments, it, { after: second.next! })
  expect([...first.comments, ...second.comments, ...third.comments].map((each) => each.id)).toEqual(newest)
  expect(third.next).toBeNull()
  const oldest = await guest.sees(listComments, it, { sort: 'oldest' })
  expect(oldest.comments.map((each) => each.id)).toEqual(ids.slice(0, 20))
  expect((await guest.sees(listComments, it, { sort: 'oldest', after: oldest.next! })).comments[0]!.id).toBe(ids[20])
})

test('three replies are shown, a thread opens whole, and a link to a late reply opens it there', async () => {
  const it = await something()
  const head = await says(otso, it, 'Alku')
  const replies: string[] = []
  for (let i = 0; i < 56; i++) replies.push(await says(i % 2 ? jari : saara, it, `Vastaus ${i}`, { parentId: head }))
  const [shown] = await talk(guest, it)
  expect([shown!.children.length, shown!.moreReplies, shown!.replies]).toEqual([3, true, 56])
  const whole = (await guest.sees(threadOf, it, head))!
  expect(whole.comment.children.length).toBe(50)
  expect((await guest.sees(threadOf, it, head, whole.next!))!.comment.children.map((each) => each.id)).toEqual(replies.slice(50))
  expect((await guest.sees(threadOf, it, replies[55]!))!.comment.children[0]!.id).toBe(replies[55])
  expect(await guest.sees(threadOf, await something(), head)).toBeNull()
})

test('sending the same comment twice, even at the same moment, is one comment', async () => {
  const it = await something()
  await Promise.all(Array.from({ length: 8 }, () => otso.does(addComment, it, { text: 'Kerran vain', sendKey: 'sama' })))
  expect((await talk(guest, it)).length).toBe(1)
  await otso.does(addComment, it, { text: 'Uusi sanottava samalta lomakkeelta', sendKey: 'sama' })
  expect((await talk(guest, it)).length).toBe(2)
})

test('an edit keeps the earlier wordings where all can read them; only the writer edits', async () => {
  const it = await something()
  const id = await says(otso, it, 'Eka')
  await otso.does(editComment, it, id, { text: 'Toka' }); await otso.does(editComment, it, id, { text: 'Kolmas' }); await otso.does(editComment, it, id, { text: 'Kolmas' })
  const { comment: now, versions } = await guest.sees(wordingsOf, id)
  expect([now.text, now.edited, versions.map((each) => each.text)]).toEqual(['Kolmas', true, ['Toka', 'Eka']])
  await expect(aino.does(editComment, it, id, { text: 'Muutan toisen sanoja' })).rejects.toThrow('forbidden')
})

test('a removed comment keeps its replies and loses its words; without replies it is gone', async () => {
  const it = await something()
  const id = await says(otso, it, 'Poistan tämän')
  await otso.does(editComment, it, id, { text: 'Poistan tämänkin' })
  await says(aino, it, 'Vastaan ehdin', { parentId: id })
  const lonely = await says(otso, it, 'Ilman vastauksia')
  await expect(aino.does(removeComment, it, id)).rejects.toThrow('forbidden')
  await otso.does(removeComment, it, id); await otso.does(removeComment, it, id); await otso.does(removeComment, it, lonely)
  expect(await talk(otso, it)).toMatchObject([{ id, state: 'removed', text: null, children: [{ text: 'Vastaan ehdin' }] }])
  expect((await guest.sees(subjectOf, it)).comments).toBe(1)
  const kept = await house.database.owner.select({ text: comment.text }).from(comment).where(eq(comment.id, id))
  expect(kept).toEqual([{ text: '' }])
  await expect(guest.sees(wordingsOf, id)).rejects.toThrow('notFound')
  await expect(aino.does(addComment, it, { text: 'Vielä yksi', parentId: id })).rejects.toThrow('commentGone')
})

test('a hidden comment is a place without words for others; its writer and moderators read it; bringing it back brings it all back', async () => {
  const it = await something()
  const id = await says(otso, it, 'Piilotettava')
  const part = hideableOf('comment')!
  const hide = (hidden: boolean) => mirja.does(async (ctx: Ctx) => part.hide(ctx, { subjectId: it, commentId: id }, hidden))
  await hide(true); await hide(true)
  expect((await talk(aino, it))[0]).toMatchObject({ state: 'hidden', text: null })
  expect((await talk(otso, it))[0]).toMatchObject({ state: 'hidden', text: 'Piilotettava' })
  expect((await talk(mirja, it))[0]).toMatchObject({ state: 'hidden', text: 'Piilotettava' })
  expect((await guest.sees(subjectOf, it)).comments).toBe(0)
  expect(await mirja.sees(async (ctx: Ctx) => part.look(ctx, { subjectId: it, commentId: id }))).toMatchObject({ text: 'Piilotettava', hidden: true, authorPersonId: otso.id })
  await hide(false)
  expect((await talk(guest, it))[0]).toMatchObject({ state: 'shown', text: 'Piilotettava' })
  expect((await guest.sees(subjectOf, it)).comments).toBe(1)
})

test('what a rule stops waits out of sight: nobody hears of it before a moderator has looked, then followers do', async () => {
  const it = await something()
  const done = await otso.does(addComment, it, { text: 'Olet idiootti.' })
  expect(done).toMatchObject({ waits: true })
  const id = (done as { id: string }).id
  expect(await talk(aino, it)).toEqual([])
  expect((await talk(otso, it))[0]).toMatchObject({ state: 'waits', text: 'Olet idiootti.' })
  expect((await talk(mirja, it))[0]).toMatchObject({ state: 'waits' })
  const told = () => house.database.owner.select({ id: event.id }).from(event).where(and(eq(event.subjectId, it), eq(event.kind, 'discussion.commented')))
  expect((await told()).length).toBe(0)
  await mirja.does(async (ctx: Ctx) => hideableOf('comment')!.hide(ctx, { subjectId: it, commentId: id }, false))
  expect((await talk(aino, it))[0]).toMatchObject({ state: 'shown' })
  expect((await told()).length).toBe(1)
})

test('who comments may follow, and need not', async () => {
  const it = await something()
  await says(otso, it, 'Seuraan tätä', { follow: 'on' }); await says(saara, it, 'En seuraa')
  expect(await otso.sees(followOf, otso.id, it)).toBe('weekly')
  expect(await saara.sees(followOf, saara.id, it)).toBeNull()
})

test('a subject that is not public takes no comments; too many in an hour are handed back', async () => {
  const it = await something()
  await aino.does(async (ctx: Ctx) => keepSubject(ctx, { id: it, kind: 'thing', language: 'fi', title: { fi: 'Jotain' }, text: 'Jotain on.', stage: 'idea', visibility: 'hidden', authorPersonId: aino.id }))
  await expect(otso.does(addComment, it, { text: 'Hei' })).rejects.toThrow('notFound')
  const eager = await newPerson('Into Pinkeä')
  const open = await something()
  for (let i = 0; i < 20; i++) await says(eager, open, `Asiaa ${i}`)
  expect(await eager.does(addComment, open, { text: 'Vielä yksi' })).toEqual({ problems: { text: 'tooOften' } })
})
