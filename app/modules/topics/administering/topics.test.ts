import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { columnsNaming } from '#core/db/uses.server.ts'
import { keepAudience } from '#core/trail/audience.server.ts'
import { followTarget } from '#core/trail/follow.server.ts'
import { listSubjects } from '#core/trail/list.server.ts'
import { follow, professional, subject, topic } from '#core/trail/schema.server.ts'
import { audienceOf } from '#core/trail/audience.server.ts'
import type { Person } from '#core/identity/actor.ts'
import { proposeIdea } from '#modules/ideas/server'
import { web } from '../../../../tests/web.ts'
import { type Someone, town } from '../../../../tests/town.ts'
import { joinNetwork } from '../network/join.server.ts'
import { showTopic } from '../show.server.ts'
import { mergeTopic, previewMerge } from './merge.server.ts'
import { addTopic, changeTopic, deleteTopic } from './topics.server.ts'

const koivula = await town()
const { aino, otso, saara, antti, guest, house, units } = koivula
const naapurila = await town({ house, name: 'Naapurila' })
const site = await web(koivula)
const db = house.database.owner
let made = 0
const form = (nameFi: string, more: { parentId?: string; hints?: string[] } = {}) => ({ nameFi, nameSv: '', nameEn: '', unitId: units.sports, parentId: undefined, hints: [], ...more })
const newTopic = async (more: { parentId?: string } = {}) => { const one = await antti.does(addTopic, form(`Aihe ${++made}`, more)); if ('problems' in one) throw new Error(JSON.stringify(one)); return one.id }
const idea = async (topicId: string) => { house.time = new Date(house.time.getTime() + 5 * 60_000); return (await aino.does(proposeIdea, { title: `Idea numero ${++made}`, text: `Tässä on idean ${made} sisältö.`, topicId })).id }
const row = async (id: string) => (await db.select().from(topic).where(eq(topic.id, id)))[0]!
const follows = (who: Someone, topicId: string) => who.does((ctx) => followTarget(ctx, who.actor as Person, { topicId }))

describe('topics in order', () => {
  test('are added with the words that suggest them, renamed in three languages, and keep their address and followers', async () => {
    const id = await newTopic()
    await follows(aino, id)
    expect(await antti.does(changeTopic, id, { ...form('Puistot ja leikkipaikat'), nameSv: 'Parker', nameEn: 'Parks' })).toBeUndefined()
    expect(await row(id)).toMatchObject({ name: { fi: 'Puistot ja leikkipaikat', sv: 'Parker', en: 'Parks' }, hints: [] })
    expect(await aino.sees(showTopic, id)).toMatchObject({ name: 'Puistot ja leikkipaikat', mine: { rhythm: expect.any(String) } })
    const parks = await antti.does(addTopic, form('Nurmikentät'))
    expect(await row((parks as { id: string }).id)).toMatchObject({ key: 'nurmikentat', hints: ['nurmiken'] })
  })
  test('have one level of parts: a part has none, and what has parts is not a part', async () => {
    const parent = await newTopic(), part = await newTopic({ parentId: parent })
    expect(await antti.does(addTopic, form('Osan osa', { parentId: part }))).toEqual({ problems: { parentId: 'notATopic' } })
    expect(await antti.does(changeTopic, parent, form('Vanhempi', { parentId: await newTopic() }))).toEqual({ problems: { parentId: 'hasParts' } })
    expect(await antti.does(changeTopic, part, form('Itsensä osa', { parentId: part }))).toEqual({ problems: { parentId: 'notATopic' } })
    await expect(db.update(topic).set({ parentId: part }).where(eq(topic.id, parent))).rejects.toMatchObject({ cause: { constraint: 'one_level' } })
  })
  test('a topic’s list and page hold what is in its parts', async () => {
    const parent = await newTopic(), part = await newTopic({ parentId: parent })
    const [own, its] = [await idea(parent), await idea(part)]
    expect((await aino.does(listSubjects, { topic: parent })).lines.map((line) => line.id).sort()).toEqual([own, its].sort())
    expect((await aino.does(listSubjects, { topic: part })).lines.map((line) => line.id)).toEqual([its])
    expect((await aino.does(showTopic, parent)).groups.flatMap((group) => group.lines).map((line) => line.id).sort()).toEqual([own, its].sort())
  })
  test.each([['a name that is there', () => form('Liikunta ja ulkoilu'), { nameFi: 'nameTaken' }], ['a neighbour’s unit', () => ({ ...form('Uusi'), unitId: naapurila.units.sports }), { unitId: 'required' }], ['a neighbour’s topic above it', () => form('Uusi', { parentId: naapurila.topics.sports }), { parentId: 'notATopic' }]])('%s is told', async (_what, input, problems) => {
    expect(await antti.does(addTopic, input())).toEqual({ problems })
  })
  test('one that nothing names is deleted, others are not', async () => {
    const id = await newTopic(), used = await newTopic(), parent = await newTopic()
    await newTopic({ parentId: parent }); await follows(otso, used)
    expect(await antti.does(deleteTopic, used)).toEqual({ problems: { form: 'inUse' } })
    expect(await antti.does(deleteTopic, parent)).toEqual({ problems: { form: 'inUse' } })
    expect(await antti.does(deleteTopic, id)).toBeUndefined()
    await expect(antti.does(deleteTopic, id)).rejects.toThrow('notFound')
    await expect(antti.does(deleteTopic, naapurila.topics.sports)).rejects.toThrow('notFound')
  })
})

describe('merging', () => {
  test('everything that names the topic goes to the other, each follower and professional once; its address leads on', async () => {
    const [from, to] = [await newTopic(), await newTopic()]
    const part = await newTopic({ parentId: from })
    const its = await idea(from)
    await aino.does(keepAudience, its, [{ kind: 'topic', topicId: from }, { kind: 'professionals', topicId: from }, { kind: 'topic', topicId: to }])
    for (const who of [aino, otso]) await follows(who, from)
    await aino.does((ctx) => followTarget(ctx, aino.actor as Person, { topicId: to }, { rhythm: 'atOnce' }))
    await aino.does(joinNetwork, from, { skill: 'Puutarhuri' }); await aino.does(joinNetwork, to, { skill: 'Hortonomi' }); await otso.does(joinNetwork, from, { skill: 'Arkkitehti' })
    await antti.does(changeTopic, from, form(`Yhdistyvä ${from}`, { hints: ['nurmi'] }))
    expect((await antti.sees(previewMerge, from, to)).moves).toEqual({ things: 1, followers: 2, both: 1, professionals: 2, parts: 1 })

    expect(await antti.does(mergeTopic, from, { into: to })).toEqual({ into: to })
    expect((await db.select({ who: follow.personId, rhythm: follow.rhythm }).from(follow).where(eq(follow.topicId, to))).sort((a, b) => (a.who === aino.id ? -1 : 1) - (b.who === aino.id ? -1 : 1))).toEqual([{ who: aino.id, rhythm: 'atOnce' }, { who: otso.id, rhythm: expect.any(String) }])
    expect((await db.select({ skill: professional.skill }).from(professional).where(eq(professional.topicId, to))).map((each) => each.skill).sort()).toEqual(['Arkkitehti', 'Hortonomi'])
    expect((await aino.does(audienceOf, its)).map((each) => JSON.stringify(each)).sort()).toEqual([{ kind: 'professionals', topicId: to }, { kind: 'topic', topicId: to }].map((each) => JSON.stringify(each)))
    expect((await db.select({ topicId: subject.topicId }).from(subject).where(eq(subject.id, its)))[0]).toEqual({ topicId: to })
    expect(await row(part)).toMatchObject({ parentId: to })
    expect((await row(to)).hints).toContain('nurmi')
    const answer = await site.get(`/sv/topics/${from}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/sv/topics/${to}`])
    expect((await aino.does(listSubjects, { topic: from })).lines.map((line) => line.id)).toContain(its) // an old address of a list, or a saved view
    expect((await db.select().from(follow).where(eq(follow.topicId, from))).length + (await db.select().from(professional).where(eq(professional.topicId, from))).length).toBe(0)
  })
  test('every column of the house that names a topic is moved: who adds one thinks here of what is to be once only', async () => {
    expect((await antti.sees(columnsNaming, 'topic')).map((each) => `${each.schema}.${each.table}.${each.column}`)).toEqual(['feedback.category.topic_id', 'topics.question.topic_id', 'trail.audience.topic_id', 'trail.follow.topic_id', 'trail.professional.topic_id', 'trail.subject.topic_id'])
  })
  test('a topic goes into its own part, a part into another topic’s part, and a chain of merges leads to the last', async () => {
    const [parent, other] = [await newTopic(), await newTopic()]
    const [part, sibling, cousin] = [await newTopic({ parentId: parent }), await newTopic({ parentId: parent }), await newTopic({ parentId: other })]
    await antti.does(mergeTopic, parent, { into: part })
    expect([(await row(part)).parentId, (await row(sibling)).parentId]).toEqual([null, part])
    await antti.does(mergeTopic, part, { into: cousin })
    expect([(await row(sibling)).parentId, (await row(parent)).mergedInto, (await row(part)).mergedInto]).toEqual([other, cousin, cousin])
    await expect(guest.does(showTopic, parent)).rejects.toMatchObject({ to: `/topics/${cousin}` })
  })
  test('of two merges that cross each other one happens and the other says so; nothing is lost between them', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await newTopic(), await newTopic()]
      const its = [await idea(a), await idea(b)]
      const done = await Promise.allSettled([antti.does(mergeTopic, a, { into: b }), antti.does(mergeTopic, b, { into: a })])
      const fine = done.filter((each) => each.status === 'fulfilled' && !('problems' in each.value))
      expect(fine).toHaveLength(1)
      const rest = done.find((each) => !fine.includes(each as never))!
      expect(rest.status === 'rejected' ? String(rest.reason) : rest.value).toEqual(rest.status === 'rejected' ? expect.stringContaining('notFound') : { problems: { into: 'gone' } })
      const left = [await row(a), await row(b)].filter((each) => !each.mergedInto)
      expect(left).toHaveLength(1)
      for (const id of its) expect((await db.select({ topicId: subject.topicId }).from(subject).where(eq(subject.id, id)))[0]!.topicId).toBe(left[0]!.id)
    }
  })
  test('what is sent, followed and joined while a topic is merged ends up in the other', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await newTopic(), await newTopic()]
      await follows(saara, b)
      const done = await Promise.allSettled([antti.does(mergeTopic, a, { into: b }), idea(a), follows(otso, a), follows(saara, a), otso.does(joinNetwork, a, { skill: 'Suutari' })])
      expect(done.slice(0, 4).filter((each) => each.status === 'rejected')).toEqual([]) // who joins may be told that the topic is gone
      expect(await db.select({ id: subject.id }).from(subject).where(eq(subject.topicId, a))).toEqual([])
      expect(await db.select({ id: follow.id }).from(follow).where(eq(follow.topicId, a))).toEqual([])
      expect(await db.select({ id: professional.id }).from(professional).where(eq(professional.topicId, a))).toEqual([])
      expect((await db.select({ who: follow.personId }).from(follow).where(eq(follow.topicId, b))).map((each) => each.who).sort()).toEqual([otso.id, saara.id].sort())
    }
  })
  test('a topic does not go into itself, a neighbour’s, or one that went elsewhere', async () => {
    const [a, b, c] = [await newTopic(), await newTopic(), await newTopic()]
    await antti.does(mergeTopic, b, { into: c })
    for (const into of [a, b, naapurila.topics.sports]) expect(await antti.does(mergeTopic, a, { into })).toEqual({ problems: { into: 'gone' } })
    await expect(antti.does(mergeTopic, naapurila.topics.sports, { into: a })).rejects.toThrow('notFound')
    expect(await db.select().from(topic).where(and(eq(topic.id, a), eq(topic.municipalityId, koivula.municipality.id)))).toMatchObject([{ mergedInto: null }])
  })
  test('the page shows what moves before it runs, and never a number of people below five', async () => {
    const [from, to] = [await newTopic(), await newTopic()]
    await follows(aino, from); await idea(from)
    const text = await (await site.get(`/fi/admin/topics/${from}/merge?into=${to}`, 'antti')).text()
    expect(text).toContain('Yksi kohde siirtyy'); expect(text).toContain('Seuraajat siirtyvät: alle viisi')
    for (const who of ['aino', 'jari', 'mirja']) expect((await site.post(`/fi/admin/topics/${from}/merge`, who, { _do: 'merge', into: to })).status).toBe(403)
    expect((await site.post(`/fi/admin/topics/${from}/merge`, 'antti', { _do: 'merge', into: to })).headers.get('location')).toBe('/fi/admin/topics?merged=1')
    expect((await site.get('/fi/admin/topics', 'antti')).status).toBe(200)
  })
})
