import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isProblems } from '#core/errors/errors.ts'
import { everyEvent } from '#core/trail/event.ts'
import { event, link, subject } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { wallClock } from '#core/time/local.ts'
import { town } from '../../../../tests/town.ts'
import { proposeIdea } from '../proposing/propose.server.ts'
import { withdrawIdea } from '../withdraw.server.ts'
import { answer, experiment, type Outcome } from '../schema.server.ts'
import { answerIdea, answerIdeas, publishDrafts, removeDraft, saveDraft } from './answer.server.ts'
import type { AnswerInput } from './answer-rules.server.ts'
import { answersOf, draftsOf, seenOf } from './answers.server.ts'
import { answerManySheet, answerSheet } from './sheet.server.ts'
import { moveIdea } from './move.server.ts'

const { newPerson, aino, otso, jari, saara, leena, antti, guest, mirja, topics, units, house } = await town()
const db = house.database.owner
let sent = 0
const idea = async () => { const made = await (await newPerson(`Asukas ${++sent}`)).does(proposeIdea, { title: `Uimalaituri numero ${sent}`, text: 'Rannalta puuttuu laituri, jolta pääsee veteen.', topicId: topics.sports }) as { id: string }; return made.id }
const reason = 'Kiitos ideasta! Laituri sopii rantaan, ja pyydämme siitä tarjoukset tässä kuussa.'
const full: Record<Outcome, AnswerInput> = {
  forward: { outcome: 'forward', reason }, exists: { outcome: 'exists', reason, url: 'https://www.koivula.example/laiturit' },
  elsewhere: { outcome: 'elsewhere', reason, whose: 'Väylävirasto' }, notNow: { outcome: 'notNow', reason }, no: { outcome: 'no', reason },
}
const row = (id: string) => guest.sees(subjectOf, id)
const seen = async (id: string) => (await jari.sees(seenOf, [id])).get(id)!
/** The trail's newest node of a kind; the test's clock stands still, so order among kinds means nothing. */
const newest = async (id: string, kind = 'ideas.answered') => (await guest.sees(trailOf, id)).find((each) => each.kind === kind)
const eventsOf = (id: string, kind: string) => db.select().from(event).where(and(eq(event.subjectId, id), eq(event.kind, kind)))

test.each([
  ['forward', 'developing', '2026-12-22'], ['exists', 'ended', null], ['elsewhere', 'ended', null], ['notNow', 'ended', null], ['no', 'ended', null],
] as const)('an answer "%s" takes an idea to %s', async (outcome, stage, due) => {
  const id = await idea()
  const done = await jari.does(answerIdea, id, full[outcome])
  expect(isProblems(done)).toBe(false)
  const its = await row(id)
  expect(its).toMatchObject({ stage, answeredAt: house.time })
  expect(its.dueAt && wallClock(its.dueAt)).toEqual(due && { day: due, time: '23:59:59' })
  expect(await guest.sees(answersOf, id)).toMatchObject([{ outcome, reason, unit: 'Liikuntapalvelut', by: 'Jari Niemi' }])
  expect(await newest(id)).toMatchObject({ kind: 'ideas.answered', stage, sentence: reason, who: 'Liikuntapalvelut', data: { outcome, mayReturn: outcome === 'notNow' } })
  expect(everyEvent.get('ideas.answered')!.tells).toBe('followers')
})

test.each([
  [{ ...full.forward, reason: '' }, { reason: 'required' }], [{ ...full.forward, reason: 'Kiitos, tehdään!' }, { reason: 'tooShort' }], [{ ...full.exists, url: '' }, { url: 'linkNeeded' }],
  [{ ...full.exists, url: 'javascript:alert(1)' }, { url: 'badLink' }], [{ ...full.elsewhere, whose: ' ' }, { whose: 'whoseNeeded' }], [{ reason }, { outcome: 'chooseOutcome' }],
])('an unfinished answer %j is returned with what is missing', async (input, problems) => {
  const id = await idea()
  expect(await jari.does(answerIdea, id, input as AnswerInput)).toEqual({ problems })
  expect(await guest.sees(answersOf, id)).toEqual([])
  expect((await row(id)).answeredAt).toBeNull()
})

test('only the owner unit and the admin answer', async () => {
  const id = await idea()
  for (const who of [leena, aino, mirja]) {
    await expect(who.does(answerIdea, id, full.forward)).rejects.toThrow('forbidden')
    await expect(who.does(saveDraft, id, full.forward)).rejects.toThrow('forbidden')
    await expect(who.does(moveIdea, id, { to: 'developing', sentence: 'Aloitamme suunnittelun.' })).rejects.toThrow('forbidden')
    await expect(who.does(removeDraft, id)).rejects.toThrow('forbidden')
    await expect(who.does(publishDrafts, [{ ideaId: id, seen: '' }])).rejects.toThrow('forbidden')
    await expect(who.sees(answerSheet, id)).rejects.toThrow('forbidden')
  }
  await expect(guest.does(answerIdea, id, full.forward)).rejects.toThrow('signInNeeded')
  expect(await antti.does(answerIdea, id, full.forward)).toEqual({ answered: 1 })
})

test('a draft is read and edited by colleagues, and residents never see it', async () => {
  const id = await idea()
  await saara.does(saveDraft, id, { outcome: 'notNow', reason: 'Kesken' })
  for (const who of [jari, saara, leena, antti]) expect(await who.sees(draftsOf, [id])).toMatchObject([{ reason: 'Kesken', by: 'Saara Lehto' }])
  for (const who of [aino, otso, mirja]) await expect(who.sees(draftsOf, [id])).rejects.toThrow('forbidden')
  await expect(guest.sees(draftsOf, [id])).rejects.toThrow('signInNeeded')
  expect(await guest.sees(answersOf, id)).toEqual([])
  expect(await row(id)).toMatchObject({ stage: 'idea', answeredAt: null })
  await expect(jari.does(saveDraft, id, full.forward)).rejects.toThrow('draftChanged') // did not see Saara's
  await jari.does(saveDraft, id, { ...full.forward, seen: await seen(id) })
  expect(await saara.sees(draftsOf, [id])).toMatchObject([{ outcome: 'forward', reason, by: 'Jari Niemi' }])
  await saara.does(removeDraft, id); await saara.does(removeDraft, id)
  expect(await saara.sees(draftsOf, [id])).toEqual([])
})

test('the database keeps one draft an idea, and every published answer', async () => {
  const id = await idea()
  await jari.does(answerIdea, id, full.forward)
  await jari.does(saveDraft, id, { ...full.no, seen: await seen(id) })
  const [published] = await db.select().from(answer).where(eq(answer.ideaId, id))
  await expect(db.insert(answer).values({ ...published!, id: crypto.randomUUID(), publishedAt: null })).rejects.toMatchObject({ cause: { constraint: 'one_draft' } })
  await expect(db.delete(answer).where(eq(answer.id, published!.id))).rejects.toMatchObject({ cause: { constraint: 'answer_kept' } })
  await expect(db.update(answer).set({ reason: 'Jotain muuta' }).where(eq(answer.id, published!.id))).rejects.toMatchObject({ cause: { constraint: 'answer_kept' } })
})

test('of two officials who publish at once one wins, and nothing is said twice', async () => {
  const id = await idea()
  const both = await Promise.allSettled([jari.does(answerIdea, id, full.forward), saara.does(answerIdea, id, full.no)])
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((both.find((each) => each.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ status: 409, code: 'answeredMeanwhile' })
  expect(await guest.sees(answersOf, id)).toHaveLength(1)
  expect(await eventsOf(id, 'ideas.answered')).toHaveLength(1)
})

test('of two officials who publish the same draft at once one wins', async () => {
  const id = await idea()
  await saara.does(saveDraft, id, full.forward)
  const chosen = [{ ideaId: id, seen: await seen(id) }]
  const both = await Promise.all([jari.does(publishDrafts, chosen), saara.does(publishDrafts, chosen)])
  expect(both.filter((each) => !isProblems(each))).toEqual([{ published: 1 }])
  expect(both.find(isProblems)).toEqual({ problems: { [`idea.${id}`]: 'noDraft' } })
  expect(await eventsOf(id, 'ideas.answered')).toHaveLength(1)
})

test('a later answer follows the earlier one, by someone who has seen it', async () => {
  const id = await idea()
  await jari.does(answerIdea, id, full.no)
  const first = (await row(id)).answeredAt
  house.time = new Date('2026-11-25T09:00:00Z')
  await expect(saara.does(answerIdea, id, full.forward)).rejects.toThrow('answeredMeanwhile')
  await saara.does(answerIdea, id, { ...full.forward, seen: await seen(id) })
  expect((await guest.sees(answersOf, id)).map((each) => each.outcome)).toEqual(['forward', 'no'])
  expect(await row(id)).toMatchObject({ stage: 'developing', answeredAt: first })
  house.time = new Date('2026-11-22T09:00:00Z')
})

test('a withdrawn, hidden or merged idea is not answered, and a waiting one is not there', async () => {
  for (const [visibility, code] of [['withdrawn', 'ideaWithdrawn'], ['hidden', 'ideaHidden'], ['waiting', 'notFound']] as const) {
    const id = await idea()
    await saara.does(saveDraft, id, full.forward)
    await db.update(subject).set({ visibility }).where(eq(subject.id, id))
    await expect(jari.does(answerIdea, id, { ...full.forward, seen: await seen(id) })).rejects.toThrow(code)
  }
  const [id, other] = [await idea(), await idea()]
  await db.insert(link).values({ municipalityId: jari.actor.kind === 'person' ? (await row(id)).municipalityId : 0, fromId: id, toId: other, kind: 'mergedInto' })
  await expect(jari.does(answerIdea, id, full.forward)).rejects.toThrow('ideaMerged')
  expect(await jari.does(answerIdea, other, full.forward)).toEqual({ answered: 1 })
})

test('publishing while the author withdraws: one of them is first, and the trail tells the truth', async () => {
  for (let i = 0; i < 5; i++) {
    const author = await newPerson(`Peruja ${i}`)
    const { id } = await author.does(proposeIdea, { title: `Aita tontin reunaan ${i}`, text: 'Aita pitäisi lumen poissa polulta koko talven.', topicId: topics.sports })
    const [published, withdrawn] = await Promise.allSettled([jari.does(answerIdea, id, i % 2 ? full.no : full.forward), author.does(withdrawIdea, id)])
    const answers = await guest.sees(answersOf, id)
    expect(answers).toHaveLength(published.status === 'fulfilled' ? 1 : 0)
    expect(await eventsOf(id, 'ideas.answered')).toHaveLength(answers.length)
    if (published.status === 'rejected') expect(published.reason).toMatchObject({ status: 409, code: 'ideaWithdrawn' })
    else if (i % 2) expect(withdrawn).toMatchObject({ status: 'rejected', reason: { code: 'ideaClosed' } })
  }
})

test('three ideas get the same answer at once, each with its own event', async () => {
  const ids = [await idea(), await idea(), await idea()]
  await saara.does(saveDraft, ids[1]!, { outcome: 'no', reason: 'Kesken' })
  const rows = await jari.sees(answerManySheet, ids)
  expect(rows.map((each) => each.draft?.by ?? null).sort()).toEqual(['Saara Lehto', null, null])
  expect(await jari.does(answerIdeas, rows.map((each) => ({ ideaId: each.id, seen: each.seen })), full.exists)).toEqual({ answered: 3 })
  for (const id of ids) {
    expect(await row(id)).toMatchObject({ stage: 'ended', dueAt: null })
    expect(await guest.sees(answersOf, id)).toMatchObject([{ outcome: 'exists', reason }])
    expect(await eventsOf(id, 'ideas.answered')).toHaveLength(1)
    expect(await jari.sees(draftsOf, [id])).toEqual([])
  }
})

test('of many answers all are published or none, and each obstacle is named', async () => {
  const [good, answered, gone] = [await idea(), await idea(), await idea()]
  await saara.does(answerIdea, answered, full.no)
  await db.update(subject).set({ visibility: 'withdrawn' }).where(eq(subject.id, gone))
  const chosen = [good, answered, gone].map((ideaId) => ({ ideaId, seen: '' }))
  expect(await jari.does(answerIdeas, chosen, { outcome: 'elsewhere', reason: 'lyhyt' })).toEqual({ problems: { [`idea.${answered}`]: 'answeredMeanwhile', [`idea.${gone}`]: 'ideaWithdrawn', reason: 'tooShort', whose: 'whoseNeeded' } })
  expect(await guest.sees(answersOf, good)).toEqual([])
  expect(await leena.does(answerIdeas, chosen.slice(0, 2), full.no)).toEqual({ problems: { [`idea.${good}`]: 'notYours', [`idea.${answered}`]: 'notYours' } })
  expect(await jari.does(answerIdeas, [], full.no)).toEqual({ problems: { ideas: 'noneChosen' } })
})

test('several drafts are published at once; an unfinished one stops all', async () => {
  const [one, two] = [await idea(), await idea()]
  await saara.does(saveDraft, one, full.forward); await saara.does(saveDraft, two, { outcome: 'no', reason: 'Kesken' })
  const chosen = async () => [{ ideaId: two, seen: await seen(two) }, { ideaId: one, seen: await seen(one) }]
  expect(await jari.does(publishDrafts, await chosen())).toEqual({ problems: { [`idea.${two}`]: 'tooShort' } })
  expect(await guest.sees(answersOf, one)).toEqual([])
  await saara.does(saveDraft, two, { ...full.no, seen: await seen(two) })
  expect(await jari.does(publishDrafts, await chosen())).toEqual({ published: 2 })
  expect(await guest.sees(answersOf, one)).toMatchObject([{ outcome: 'forward', by: 'Saara Lehto' }])
  expect(await row(two)).toMatchObject({ stage: 'ended' })
})

test('a running experiment is ended by telling what was learned, not by an answer', async () => {
  const id = await idea()
  await jari.does(moveIdea, id, { to: 'experiment', sentence: 'Kokeilemme laituria kesän.', toLearn: 'Käyvätkö ihmiset laiturilla?', seenFrom: 'Laskemme kävijät viikon ajan.', endsOn: '2026-12-31' })
  expect(await jari.does(answerIdea, id, full.no)).toEqual({ problems: { outcome: 'experimentRunning' } })
  expect(await jari.does(answerIdeas, [{ ideaId: id, seen: '' }], full.no)).toEqual({ problems: { [`idea.${id}`]: 'experimentRunning' } })
  const { dueAt } = await row(id)
  await jari.does(answerIdea, id, full.forward)
  expect(await row(id)).toMatchObject({ stage: 'experiment', dueAt })
  expect(await db.select().from(experiment).where(eq(experiment.ideaId, id))).toMatchObject([{ endedAt: null }])
})

test('an idea without a unit is routed before it is answered', async () => {
  const id = await idea()
  await db.update(subject).set({ ownerUnitId: null }).where(eq(subject.id, id))
  await expect(jari.does(answerIdea, id, full.forward)).rejects.toThrow('forbidden')
  await expect(antti.does(answerIdea, id, full.forward)).rejects.toThrow('noOwnerUnit')
  expect(units.sports).toBeTruthy()
})

test('the same form sent twice is one answer', async () => {
  const [id, other] = [await idea(), await idea()]
  expect(await Promise.all([jari.does(answerIdea, id, full.no), jari.does(answerIdea, id, full.no)])).toEqual([{ answered: 1 }, { answered: 1 }])
  const chosen = [id, other].map((ideaId) => ({ ideaId, seen: '' }))
  expect(await Promise.all([jari.does(answerIdeas, chosen, full.no), jari.does(answerIdeas, chosen, full.no)])).toEqual([{ answered: 2 }, { answered: 2 }])
  for (const each of [id, other]) expect(await eventsOf(each, 'ideas.answered')).toHaveLength(1)
})
