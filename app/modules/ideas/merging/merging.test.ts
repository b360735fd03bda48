import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { linksOf, trailOf } from '#core/trail/trail.server.ts'
import { hideThing } from '#modules/moderation/server'
import { town } from '../../../../tests/town.ts'
import { proposeIdea, supportIdea } from '../public.server.ts'
import { withdrawIdea } from '../withdraw.server.ts'
import { mergeQuestion } from '../schema.server.ts'
import { mergeIdeas } from './merge.server.ts'
import { answerMergeQuestion, readQuestion } from './question.server.ts'
import { readMergeSheet } from './sheet.server.ts'
import { splitIdea } from './split.server.ts'

const { house, aino, otso, ry, jari, leena, mirja, antti, guest, topics, newPerson } = await town()
let numbered = 0
const idea = async (title = 'Uimalaituri Keijärvelle', topicId = topics.sports) => (await aino.does(proposeIdea, { title: `${title} ${++numbered}`, text: `Rannalta puuttuu laituri, jolta pääsee veteen. ${numbered}`, topicId })).id
const both = async () => [await idea(), await idea('Laituri Keijärven rantaan')] as const
const supports = async (id: string) => (await guest.sees(subjectOf, id)).supports
const stage = async (id: string) => (await guest.sees(subjectOf, id)).stage
const noticesOf = (ctx: Ctx, personId: string, subjectId: string) => ctx.db.select({ kind: notice.kind, data: notice.data }).from(notice)
  .where(and(eq(notice.municipalityId, ctx.scope.municipalityId), eq(notice.personId, personId), eq(notice.subjectId, subjectId)))

test('merging moves no support; each supporter is asked once and answers with one tap', async () => {
  house.time = new Date(house.time.getTime() + 60 * 60_000)
  const [from, to] = await both()
  await deliver(house, [tellThem])
  const [kerttu, lauri] = [await newPerson('Kerttu Kyllä'), await newPerson('Lauri Lienee')]
  for (const who of [otso, kerttu, lauri]) await who.does(supportIdea, from)
  await kerttu.does(supportIdea, to)
  await jari.does(mergeIdeas, from, { other: to, sentence: 'Molemmat haluavat saman laiturin.' })
  expect([await supports(from), await supports(to), await stage(from)]).toEqual([3, 1, 'ended'])
  expect((await guest.sees(trailOf, from))[0]).toMatchObject({ sentence: 'Molemmat haluavat saman laiturin.', who: 'Liikuntapalvelut', stage: 'ended' })
  expect((await guest.sees(linksOf, from))[0]).toMatchObject({ id: to, kind: 'mergedInto', direction: 'to' })
  expect((await guest.sees(trailOf, to))[0]!.what).toContain('Tähän yhdistettiin idea')

  // the question is the supporter's only notice of it, however the event is delivered
  await deliver(house, [tellThem]); await deliver(house, [tellThem])
  expect(await otso.sees(noticesOf, otso.id, from)).toEqual([{ kind: 'ideas.mergeAsked', data: { title: expect.stringContaining('Laituri'), to: `/ideas/${from}/merged` } }])
  expect((await aino.sees(noticesOf, aino.id, from)).map((each) => each.kind)).toEqual(['ideas.merged'])

  expect(await otso.sees(readQuestion, from)).toMatchObject({ mayAnswer: true, supportedHere: true, target: { id: to } })
  await Promise.all(Array.from({ length: 6 }, () => otso.does(answerMergeQuestion, from, true)))
  await kerttu.does(answerMergeQuestion, from, true)
  await lauri.does(answerMergeQuestion, from, false)
  await lauri.does(answerMergeQuestion, from, true) // asked once
  expect([await supports(from), await supports(to)]).toEqual([1, 2])
  expect(await otso.sees(readQuestion, from)).toMatchObject({ mayAnswer: false, asked: { answered: true, moved: true }, supportedHere: false })
  await expect(aino.does(answerMergeQuestion, from, true)).rejects.toThrow('notFound')
  await expect(ry.does(answerMergeQuestion, from, true)).rejects.toThrow('forbidden')
  await expect(guest.does(answerMergeQuestion, from, true)).rejects.toThrow('signInNeeded')
})

test('the answer goes to where the idea lives now, when that was merged further', async () => {
  const [first, second] = await both()
  const third = await idea('Uimapaikka ja laituri')
  await otso.does(supportIdea, first)
  await jari.does(mergeIdeas, first, { other: second })
  await jari.does(mergeIdeas, second, { other: third })
  await otso.does(answerMergeQuestion, first, true)
  expect([await supports(first), await supports(second), await supports(third)]).toEqual([0, 0, 1])
})

test('what cannot be merged is said clearly', async () => {
  house.time = new Date(house.time.getTime() + 2 * 60 * 60_000)
  const [from, to] = await both()
  expect(await jari.does(mergeIdeas, from, {})).toEqual({ problems: { other: 'required' } })
  expect(await jari.does(mergeIdeas, from, { other: from })).toEqual({ problems: { other: 'itself' } })
  expect(await jari.does(mergeIdeas, from, { other: '00000000-0000-7000-8000-000000000000' })).toEqual({ problems: { other: 'notFound' } })
  const hidden = await idea()
  await mirja.does(hideThing, { subjectId: hidden, commentId: null }, { reason: 'insult', explanation: 'Teksti nimittelee naapuria.' })
  expect(await jari.does(mergeIdeas, from, { other: hidden })).toEqual({ problems: { other: 'notFound' } })
  await expect(jari.does(mergeIdeas, hidden, { other: to })).rejects.toThrow('ideaHidden')
  const withdrawn = await idea()
  await aino.does(withdrawIdea, withdrawn)
  expect(await jari.does(mergeIdeas, from, { other: withdrawn })).toEqual({ problems: { other: 'notFound' } })
  await expect(jari.does(mergeIdeas, withdrawn, { other: to })).rejects.toThrow('ideaWithdrawn')
  await jari.does(mergeIdeas, from, { other: `https://kunta.example/fi/ideas/${to}` }) // an address does as well
  await expect(jari.does(mergeIdeas, from, { other: to })).rejects.toThrow('ideaMerged')
  expect(await jari.does(mergeIdeas, to, { other: from })).toEqual({ problems: { other: 'notOpen' } })
})

test('only an official of the unit whose idea ends may end it', async () => {
  const [sports, library] = [await idea(), await idea('Lukusali auki iltaisin', topics.library)]
  for (const who of [aino, otso, leena, mirja]) await expect(who.does(mergeIdeas, sports, { other: library })).rejects.toThrow('forbidden')
  await expect(leena.sees(readMergeSheet, sports, new URLSearchParams())).rejects.toThrow('forbidden')
  expect(await jari.does(mergeIdeas, sports, { other: library, stays: 'this' })).toEqual({ problems: { stays: 'notYours' } })
  expect(await antti.does(mergeIdeas, sports, { other: library, stays: 'this' })).toEqual({ from: library, to: sports })
  expect([await stage(library), await stage(sports)]).toEqual(['ended', 'idea'])
})

test('A into B and B into A at the same moment: one wins, nothing is lost', async () => {
  for (let round = 0; round < 6; round++) {
    house.time = new Date(house.time.getTime() + 61 * 60_000)
    const [a, b] = await both()
    await otso.does(supportIdea, a); await otso.does(supportIdea, b)
    const done = await Promise.allSettled([jari.does(mergeIdeas, a, { other: b }), antti.does(mergeIdeas, b, { other: a })])
    const won = done.filter((each) => each.status === 'fulfilled' && 'to' in each.value)
    expect(won).toHaveLength(1)
    expect([await stage(a), await stage(b)].sort()).toEqual(['ended', 'idea'])
    expect((await guest.sees(linksOf, a)).filter((each) => each.kind === 'mergedInto')).toHaveLength(1)
    expect([await supports(a), await supports(b)]).toEqual([1, 1])
  }
})

test('supports and answers that arrive while ideas are merged stay consistent', async () => {
  house.time = new Date(house.time.getTime() + 61 * 60_000)
  const [from, to] = await both()
  const people = await Promise.all(Array.from({ length: 8 }, (_, i) => newPerson(`Kannattaja ${i}`)))
  for (const who of people) await who.does(supportIdea, from)
  await jari.does(mergeIdeas, from, { other: to })
  await Promise.all(people.flatMap((who, i) => [who.does(answerMergeQuestion, from, i % 2 === 0), who.does(supportIdea, to)]))
  expect(await supports(to)).toBe(8)
  expect(await supports(from)).toBe(4)
  expect(await guest.sees((ctx: Ctx) => ctx.db.$count(mergeQuestion, eq(mergeQuestion.fromId, from)))).toBe(8)
})

test('an idea is divided into parts that keep its author, owner and due date; supporters choose themselves', async () => {
  house.time = new Date(house.time.getTime() + 61 * 60_000)
  const whole = await idea('Laituri, kioski ja pukukopit')
  await deliver(house, [tellThem])
  await otso.does(supportIdea, whole)
  const part = (n: number) => ({ [`title${n}`]: `Osan ${n} otsikko`, [`text${n}`]: 'Tämä on yksi niistä asioista.' })
  expect(await jari.does(splitIdea, whole, { ...part(1), title2: 'Kop', sentence: 'Siksi.' })).toEqual({ problems: { title2: 'tooShort', text2: 'required', sentence: 'tooShort' } })
  await expect(leena.does(splitIdea, whole, { sentence: 'Asiat ratkaistaan erikseen.' })).rejects.toThrow('forbidden')
  const before = await guest.sees(subjectOf, whole)
  house.time = new Date(house.time.getTime() + 5 * 24 * 60 * 60_000)
  const done = await jari.does(splitIdea, whole, { ...part(1), ...part(2), ...part(4), sentence: 'Asiat ratkaistaan erikseen.' })
  if (!('parts' in done)) throw new Error('not divided')
  expect(done.parts).toHaveLength(3)
  for (const id of done.parts) {
    expect(await guest.sees(subjectOf, id)).toMatchObject({ authorPersonId: aino.id, ownerUnitId: before.ownerUnitId, dueAt: before.dueAt, stage: 'idea', visibility: 'public', supports: 0 })
    expect((await guest.sees(trailOf, id))[0]!.what).toContain('Viranhaltija erotti tämän')
  }
  expect([await stage(whole), await supports(whole)]).toEqual(['ended', 1])
  await deliver(house, [tellThem])
  expect((await otso.sees(noticesOf, otso.id, whole)).map((each) => each.kind)).toEqual(['ideas.splitAsked'])
  const asked = await otso.sees(readQuestion, whole)
  expect(asked.parts.map((each) => each.supported)).toEqual([false, false, false])
  await otso.does(supportIdea, done.parts[1]!)
  expect((await otso.sees(readQuestion, whole)).parts.filter((each) => each.supported).map((each) => each.id)).toEqual([done.parts[1]])
  await expect(jari.does(splitIdea, whole, { ...part(1), ...part(2), sentence: 'Asiat ratkaistaan erikseen.' })).rejects.toThrow('ideaClosed')
})

test('similar ideas are suggested, and any is found by its words or its address', async () => {
  house.time = new Date(house.time.getTime() + 61 * 60_000)
  const one = (await otso.does(proposeIdea, { title: 'Frisbeegolfrata Metsäkylään', text: 'Metsäkylän kentän viereen mahtuisi rata.', topicId: topics.sports })).id
  const two = (await otso.does(proposeIdea, { title: 'Frisbeegolfia Metsäkylän metsään', text: 'Rata toisi nuorille tekemistä.', topicId: topics.sports })).id
  const sheet = (q?: string) => jari.sees(readMergeSheet, one, new URLSearchParams(q ? { q } : {}))
  expect((await sheet()).candidates[0]?.id).toBe(two)
  expect((await sheet('metsään frisbeegolf')).candidates.map((each) => each.id)).toEqual([two])
  expect((await sheet(`http://localhost:3000/fi/ideas/${two}`)).candidates.map((each) => each.id)).toEqual([two])
  expect((await sheet("'; & | drop")).candidates).toEqual([])
})
