import pg from 'pg'
import { expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { and, eq } from 'drizzle-orm'
import { isProblems } from '#core/errors/errors.ts'
import { hideableOf } from '#core/trail/hideable.ts'
import { listSubjects } from '#core/trail/list.server.ts'
import { event, follow } from '#core/trail/schema.server.ts'
import { addComment } from '#modules/discussion/server'
import { hideThing } from '#modules/moderation/server'
import { restoreThing } from '../moderation/decide.server.ts'
import { town } from '../../../tests/town.ts'
import { editIdea, historyOf } from './edit.server.ts'
import { followIdea, unfollowIdea } from './follow.server.ts'
import './hide.server.ts'
import { proposeIdea } from './proposing/propose.server.ts'
import { type HiddenIdea, showIdea, type ShownIdea } from './show.server.ts'
import { supportIdea } from './support.server.ts'
import { withdrawIdea } from './withdraw.server.ts'

const { aino, otso, ry, jari, guest, mirja, antti, house, topics } = await town()
let number = 0
const sent = async (title = 'Uimalaituri Keijärvelle') => (await aino.does(proposeIdea, { title, text: `Rannalta ${++number} puuttuu laituri, jolta pääsee veteen.`, topicId: topics.sports })).id
const page = async (who: typeof aino, id: string) => (await who.sees(showIdea, id)) as ShownIdea

test('the page says who owes an answer and by when, and what the reader may do', async () => {
  const id = await sent()
  await otso.does(supportIdea, id)
  const seen = await page(otso, id)
  expect(seen.owed).toMatchObject({ owner: 'Liikuntapalvelut', late: false, answered: false })
  expect([seen.author, seen.supports, seen.mine.supported, seen.mine.follows]).toEqual(['Aino K.', 1, true, true])
  expect(seen.trail.map((each) => each.what)).toEqual(['Idea lähetetty'])
  expect((await page(aino, id)).may).toMatchObject({ support: true, edit: true, answer: false })
  expect((await page(jari, id)).may).toMatchObject({ edit: false, answer: true, move: true, route: true, merge: true })
  expect((await page(guest, id)).may).toMatchObject({ support: true, edit: false, route: false })
  expect((await page(ry, id)).may.support).toBe(false)
})

test('an answer that was not given in time says so to everyone', async () => {
  const id = await sent()
  const before = house.time
  house.time = new Date(before.getTime() + 20 * 24 * 3_600_000)
  expect((await page(guest, id)).owed.late).toBe(true)
  house.time = before
})

test('an edit keeps every earlier wording readable and tells of itself on the trail; only the author edits', async () => {
  const id = await sent()
  await aino.does(editIdea, id, { title: 'Uimalaituri ja portaat Keijärvelle', text: 'Rannalta puuttuu laituri ja portaat.' })
  await aino.does(editIdea, id, { title: 'Uimalaituri ja portaat Keijärvelle', text: 'Rannalta puuttuu laituri ja portaat.' })
  const { wordings } = await guest.sees(historyOf, id)
  expect(wordings.map((each) => [each.number, each.title])).toEqual([[2, 'Uimalaituri ja portaat Keijärvelle'], [1, 'Uimalaituri Keijärvelle']])
  expect((await page(guest, id)).trail.map((each) => each.kind)).toEqual(['ideas.edited', 'ideas.sent'])
  await expect(otso.does(editIdea, id, { title: 'Muutan toisen ideaa', text: 'En saa tehdä tätä.' })).rejects.toThrow('forbidden')
  await expect(guest.does(editIdea, id, { title: 'Muutan toisen ideaa', text: 'En saa tehdä tätä.' })).rejects.toThrow('signInNeeded')
})

test('an edited wording that a rule stops waits for a moderator, out of sight', async () => {
  const id = await sent()
  expect(await aino.does(editIdea, id, { title: 'Uimalaituri Keijärvelle', text: 'Rannalta puuttuu laituri, senkin idiootti.' })).toEqual({ waits: true })
  await expect(guest.sees(showIdea, id)).rejects.toThrow('notFound')
  expect((await page(aino, id)).visibility).toBe('hidden')
})

test('a withdrawn idea leaves the lists, says so on its page, owes nobody an answer, and its supporters are told', async () => {
  const id = await sent()
  await otso.does(supportIdea, id)
  await expect(otso.does(withdrawIdea, id)).rejects.toThrow('forbidden')
  await aino.does(withdrawIdea, id, { why: 'Laituri löytyikin.' }); await aino.does(withdrawIdea, id)
  const seen = await page(guest, id)
  expect(seen).toMatchObject({ visibility: 'withdrawn', stage: 'ended', owed: { dueAt: null, late: false }, may: { support: false, edit: false } })
  expect(seen.trail[0]).toMatchObject({ what: 'Lähettäjä perui ideansa', sentence: 'Laituri löytyikin.' })
  expect((await guest.sees(listSubjects, { kind: 'idea' })).lines.map((line) => line.id)).not.toContain(id)
  expect((await guest.sees(historyOf, id)).wordings[0]!.text).toContain('puuttuu laituri')
  const db = house.database.owner
  expect((await db.select().from(event).where(and(eq(event.subjectId, id), eq(event.kind, 'ideas.withdrawn')))).length).toBe(1)
  expect((await db.select().from(follow).where(and(eq(follow.subjectId, id), eq(follow.personId, otso.id)))).length).toBe(1)
  await expect(otso.does(addComment, id, { text: 'Vielä yksi ajatus.' })).rejects.toThrow('notFound')
})

test('a hidden idea is not seen by others; its author and moderators see it; a withdrawn one comes back withdrawn', async () => {
  const id = await sent('Salattava ehdotus rannalle')
  const hide = (hidden: boolean) => mirja.does(async (ctx: Ctx) => hideableOf('idea')!.hide(ctx, { subjectId: id, commentId: null }, hidden))
  await hide(true)
  await expect(guest.sees(showIdea, id)).rejects.toThrow('notFound')
  await expect(otso.sees(historyOf, id)).rejects.toThrow('notFound')
  await expect(otso.does(followIdea, id)).rejects.toThrow('notFound')
  expect((await page(aino, id)).title).toBe('Salattava ehdotus rannalle')
  expect((await page(mirja, id)).visibility).toBe('hidden')
  await expect(aino.does(withdrawIdea, id)).rejects.toThrow('ideaClosed')
  await hide(false)
  expect((await page(guest, id)).visibility).toBe('public')
  await aino.does(withdrawIdea, id)
  await hide(true)
  await expect(guest.sees(historyOf, id)).rejects.toThrow('notFound')
  await hide(false)
  expect((await page(guest, id)).visibility).toBe('withdrawn')
})

test('what a moderator decided to hide keeps its place and the public reason, and none of its words', async () => {
  const id = await sent('Loukkaava otsikko tässä')
  await mirja.does(hideThing, { subjectId: id, commentId: null }, { reason: 'insult', explanation: 'Teksti loukkaa nimettyä henkilöä.' })
  const seen = (await guest.sees(showIdea, id)) as HiddenIdea
  expect(seen).toMatchObject({ gone: true, explanation: 'Teksti loukkaa nimettyä henkilöä.' })
  expect(JSON.stringify(seen)).not.toContain('otsikko')
})

test('following and not following, each twice, is one change', async () => {
  const id = await sent()
  await otso.does(followIdea, id); await otso.does(followIdea, id)
  expect((await page(otso, id)).mine.follows).toBe(true)
  await otso.does(unfollowIdea, id); await otso.does(unfollowIdea, id)
  expect((await page(otso, id)).mine.follows).toBe(false)
})

test('the page costs at most ten queries, with everything on it', async () => {
  const id = await sent()
  for (let i = 0; i < 3; i++) {
    const done = await jari.does(addComment, id, { text: `Kommentti ${i}` })
    if (!isProblems(done)) await jari.does(addComment, id, { text: `Vastaus ${i}`, parentId: done.id })
  }
  await antti.sees(showIdea, id)
  const asked: string[] = []
  const real = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) { asked.push(String((args[0] as { text?: string }).text ?? args[0]).slice(0, 80)); return (real as (...all: unknown[]) => unknown).apply(this, args) } as never
  try { await antti.sees(showIdea, id) } finally { pg.Client.prototype.query = real }
  expect(asked.length).toBeGreaterThan(3)
  expect(asked.length).toBeLessThanOrEqual(10)
})

test('words that a moderator had hidden are not read in the history after the idea is mended and restored', async () => {
  const { id } = await aino.does(proposeIdea, { title: 'Naapurin pihavalot pois', text: 'Naapurini Matti Meikäläinen, Koivutie 5, pitää valoja yöt päivät.' })
  await mirja.does(hideThing, { subjectId: id, commentId: null }, { reason: 'personalData', explanation: 'Tekstissä on toisen ihmisen nimi ja osoite.' })
  await aino.does(editIdea, id, { title: 'Pihavalot pois yöksi', text: 'Kunta voisi muistuttaa, että pihavalot sammutetaan yöksi.' })
  await mirja.does(restoreThing, { subjectId: id, commentId: null }, { explanation: 'Kirjoittaja poisti toisen tiedot tekstistä.' })
  const read = async (who: typeof aino) => JSON.stringify((await who.sees(historyOf, id)).wordings)
  expect(await read(guest)).not.toContain('Meikäläinen')
  expect(await read(otso)).not.toContain('Meikäläinen')
  expect(await read(mirja)).toContain('Meikäläinen')
})
