import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { everyHolding } from '#core/identity/holdings.ts'
import { mail, notice } from '#core/notices/schema.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { follow, subject } from '#core/trail/schema.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { linksOf, trailOf } from '#core/trail/trail.server.ts'
import { keepReport, type NewReport, ownToken } from '#modules/feedback/server'
import { eraseUnconfirmed, showIdea } from '#modules/ideas/server'
import { type Someone, town } from '../../../tests/town.ts'
import { bindIdeas } from './born.server.ts'
import { answerQuestion, showQuestion } from './consent.server.ts'
import { askSender, judgeMany, rejectFound, undoReject } from './decide.server.ts'
import { forgetWithReports } from './forget.server.ts'
import './holding.server.ts'
import { relearn, showLearned } from './learned.server.ts'
import { listFound } from './list.server.ts'
import { writeOwnIdea } from './own-idea.server.ts'
import { readReports, readUnread } from './read-report.server.ts'
import { consent, learned, reading } from './schema.server.ts'
import { showFound } from './show.server.ts'
import { mondayOf, sendWeekly } from './weekly.server.ts'

const its = await town()
const { house, aino, otso, jari, saara, leena, antti, guest, categories } = its
const owner = house.database.owner
const words = 'Kuoppa on taas tiessä. Ehdotan, että tähän tehdään hidaste ja penkki vanhuksille.'

const send = async (who: Someone, more: Partial<NewReport> = {}) => {
  const { id } = await who.does(keepReport, { categoryId: categories.road, text: words, sender: who.id ? { personId: who.id } : {}, channel: 'web', longitude: 23.6, latitude: 61.55, ...more } as NewReport)
  await react()
  return id
}
const react = () => deliver(house, [readReports(house), bindIdeas])
const tokenOf = (id: string) => jari.sees(async (ctx) => ownToken(ctx, id))
const readingOf = async (id: string) => (await owner.select().from(reading).where(eq(reading.reportId, id)))[0]!
const consentOf = async (id: string) => (await owner.select().from(consent).where(eq(consent.reportId, id)))[0]
const mailsTo = (to: string) => owner.select().from(mail).where(eq(mail.to, to)).orderBy(mail.createdAt)
const subjectOf = async (id: string) => (await owner.select().from(subject).where(eq(subject.id, id)))[0]!
const answer = async (who: Someone, id: string, form: Record<string, unknown>) => who.does(answerQuestion, await tokenOf(id), { title: 'Hidaste ja penkki Rantatielle', text: 'Tähän sopisi hidaste, ja penkki vanhuksille.', ...form })
const days = (count: number) => { house.time = new Date(house.time.getTime() + count * 86_400_000) }
beforeEach(() => days(1))

describe('reading', () => {
  test('each report is read once, with the sentence that made it so', async () => {
    const id = await send(aino)
    const read = await readingOf(id)
    expect(read).toMatchObject({ likely: true, kind: 'idea', state: 'new', sentence: 'Ehdotan, että tähän tehdään hidaste ja penkki vanhuksille.', model: 'off' })
    await owner.execute(sql`update trail.event set delivered_at = null where subject_id = ${id}`)
    await react()
    expect(await readingOf(id)).toEqual(read)
  })
  test('a fault is kept below the threshold and is not in the list', async () => {
    const id = await send(aino, { text: 'Katuvalo on rikki, korjatkaa.' })
    expect((await readingOf(id)).likely).toBe(false)
    const { lines } = await jari.sees(listFound, new URLSearchParams())
    expect(lines.map((each) => each.id)).not.toContain(id)
    expect((await jari.sees(listFound, new URLSearchParams('score=any'))).lines.map((each) => each.id)).toContain(id)
  })
})

test('what came quietly is read at night, as of its own day, and once', async () => {
  const { id } = await guest.does(keepReport, { categoryId: categories.road, text: words, sender: {}, channel: 'web' })
  const sentAt = house.time
  await owner.execute(sql`update trail.event set delivered_at = now() where subject_id = ${id}`)
  days(3)
  expect(await jari.does(readUnread)).toBe(1)
  expect(await readingOf(id)).toMatchObject({ likely: true, readAt: sentAt })
  expect(await jari.does(readUnread)).toBe(0)
})

test('what is forgotten of a report is forgotten here', async () => {
  const id = await send(aino, { categoryId: categories.family }), open = await send(aino)
  await leena.does(askSender, id)
  await jari.does(askSender, open)
  await owner.execute(sql`update feedback.report set forgotten_at = now(), text = case when id = ${id} then '' else text end where id in (${id}, ${open})`)
  expect(await jari.does(forgetWithReports)).toBe(3)
  expect(await readingOf(id)).toMatchObject({ sentence: '', suggestion: null, hits: [], likely: false })
  for (const each of [id, open]) expect(await consentOf(each)).toMatchObject({ title: '', text: '', answer: 'no' })
  expect((await readingOf(open)).sentence).toContain('hidaste') // it is public, with nobody's name
  expect(await jari.does(forgetWithReports)).toBe(0)
})

test('who leaves sees first what was asked of them, and takes the words along', async () => {
  const leaver = await its.newPerson('Lassi Lähtijä')
  const id = await send(leaver, { categoryId: categories.family })
  await leena.does(askSender, id)
  const mine = everyHolding().get('found')!
  expect((await leaver.sees(mine.read, leaver.id)).ideasAsked).toMatchObject([{ text: words, answer: null }])
  await leaver.does(mine.erase, leaver.id)
  expect(await consentOf(id)).toMatchObject({ title: '', text: '', answer: 'no' })
  expect((await readingOf(id)).sentence).toBe('')
  await leena.does(everyHolding().get('found')!.erase, leena.id)
  expect(await readingOf(id)).toMatchObject({ state: 'confirmed', decidedBy: null })
})

describe('who may judge', () => {
  test('the unit that handles it, the unit of its topic, an admin; nobody else', async () => {
    const id = await send(aino)
    for (const who of [aino, otso, leena, guest, its.mirja]) await expect(who.does(askSender, id)).rejects.toThrow(/forbidden|signInNeeded/)
    for (const who of [saara, antti]) expect((await who.sees(showFound, id)).id).toBe(id)
    // of a light report without a topic the library answers; of a road report that sports handles, sports
    const light = await send(aino, { categoryId: categories.light })
    await expect(jari.does(rejectFound, light)).rejects.toThrow('forbidden')
    await leena.does(rejectFound, light)
  })
  test('a private report is known to its own unit only', async () => {
    const id = await send(aino, { categoryId: categories.family })
    await expect(jari.sees(showFound, id)).rejects.toThrow('notFound')
    await expect(jari.does(askSender, id)).rejects.toThrow('notFound')
    expect((await jari.sees(listFound, new URLSearchParams())).lines.map((each) => each.id)).not.toContain(id)
    expect((await leena.sees(listFound, new URLSearchParams())).lines.find((each) => each.id === id)).toMatchObject({ isPrivate: true })
    expect((await antti.sees(showFound, id)).text).toBe(words)
  })
})

describe('asking', () => {
  test('who has an account gets a notice that leads to the question', async () => {
    const id = await send(aino)
    expect(await jari.does(askSender, id)).toEqual({ asked: true })
    expect(await jari.does(askSender, id)).toEqual({ asked: false })
    const told = await owner.select().from(notice).where(and(eq(notice.subjectId, id), eq(notice.kind, 'found.asked')))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ personId: aino.id, data: { to: `/found/answer/${await tokenOf(id)}` } })
    expect(await readingOf(id)).toMatchObject({ state: 'confirmed', decidedBy: jari.id })
  })
  test('who left an address gets a letter without a word of what they wrote', async () => {
    const id = await send(guest, { sender: { email: 'kulkija@example.fi' } })
    await jari.does(askSender, id)
    const [letter] = await mailsTo('kulkija@example.fi')
    expect(letter!.text).toContain(`/fi/found/answer/${id}`)
    expect(letter!.text + letter!.subject).not.toMatch(/hidaste|penkki|Ehdotan/i)
  })
  test('who left nothing sees it on their own page', async () => {
    const id = await send(guest)
    await jari.does(askSender, id)
    expect(await guest.sees(showQuestion, await tokenOf(id))).toMatchObject({ state: 'asked', unit: 'Liikuntapalvelut', kind: 'idea', text: words })
  })
  test('without a question there is nothing to answer', async () => {
    const id = await send(aino)
    await expect(aino.sees(showQuestion, await tokenOf(id))).rejects.toThrow('notFound')
    await expect(answer(aino, id, { answer: 'named' })).rejects.toThrow('notFound')
    await expect(guest.sees(showQuestion, `${id}.false`)).rejects.toThrow('notFound')
  })
})

describe('answering', () => {
  test('in my name: my idea, both trails, both ways, followed', async () => {
    const id = await send(aino)
    await jari.does(askSender, id)
    expect(await answer(aino, id, { answer: 'named' })).toEqual({ state: 'named' })
    const { ideaId, bornAt } = (await consentOf(id))!
    expect(bornAt).toBeTruthy()
    expect(await subjectOf(ideaId!)).toMatchObject({ kind: 'idea', visibility: 'public', authorPersonId: aino.id, title: { fi: 'Hidaste ja penkki Rantatielle' }, longitude: 23.6 })
    expect((await otso.sees(linksOf, id)).map((each) => each.id)).toEqual([ideaId])
    expect((await otso.sees(linksOf, ideaId!)).map((each) => [each.id, each.kind, each.direction])).toEqual([[id, 'grewOutOf', 'to']])
    expect((await otso.sees(trailOf, id)).map((each) => each.what)).toContain('Palautteesta syntyi idea')
    expect((await otso.sees(trailOf, ideaId!)).map((each) => each.what)).toContain('Idea syntyi palautteesta')
    expect(await owner.select().from(follow).where(and(eq(follow.subjectId, ideaId!), eq(follow.personId, aino.id)))).toHaveLength(1)
    expect((await subjectOf(id)).stage).toBe('idea') // the report goes on as a report
    const [told] = await owner.select().from(notice).where(and(eq(notice.subjectId, id), eq(notice.kind, 'found.answered')))
    expect(told).toMatchObject({ personId: jari.id })
  })
  test('without my name: the unit\'s, and nothing tells whose it was', async () => {
    const id = await send(aino)
    await jari.does(askSender, id)
    expect(await answer(aino, id, { answer: 'nameless' })).toEqual({ state: 'nameless' })
    const ideaId = (await consentOf(id))!.ideaId!
    expect(await subjectOf(ideaId)).toMatchObject({ authorPersonId: null, authorOrganisationId: null, ownerUnitId: its.units.sports })
    const shown = await otso.sees(showIdea, ideaId)
    expect(JSON.stringify(shown)).not.toMatch(/Aino|Koskela/)
    expect((await otso.sees(trailOf, ideaId)).map((each) => each.who)).toEqual([null, 'Liikuntapalvelut'])
    expect((await otso.sees(trailOf, id)).every((each) => each.who !== 'Aino K.')).toBe(true)
    expect(await owner.select().from(follow).where(and(eq(follow.subjectId, ideaId), eq(follow.personId, aino.id)))).toHaveLength(1)
  })
  test('no is no, for good', async () => {
    const id = await send(aino)
    await jari.does(askSender, id)
    expect(await answer(aino, id, { answer: 'no' })).toEqual({ state: 'no' })
    expect(await answer(aino, id, { answer: 'named' })).toEqual({ state: 'no' })
    days(20)
    await expect(jari.does(writeOwnIdea, id, { title: 'Omin sanoin', text: 'Vauhti koulun edessä laskisi.', kind: 'idea' })).rejects.toThrow('notNow')
    expect((await consentOf(id))!.ideaId).toBeNull()
  })
  test('mistakes come back by field and nothing happens', async () => {
    const id = await send(guest)
    await jari.does(askSender, id)
    expect(await answer(guest, id, {})).toEqual({ problems: { answer: 'chooseAnswer' } })
    expect(await answer(guest, id, { answer: 'maybe' })).toEqual({ problems: { answer: 'chooseAnswer' } })
    expect(await answer(guest, id, { answer: 'named', title: '', name: '', email: 'ei osoite' })).toEqual({ problems: { title: 'required', name: 'required', email: 'notEmail' } })
    expect(await answer(guest, id, { answer: 'nameless', text: 'lyhyt' })).toEqual({ problems: { text: 'tooShort' } })
    expect((await consentOf(id))!.answer).toBeNull()
  })
  test('answered at once in two windows, one idea is made', async () => {
    const id = await send(aino)
    await jari.does(askSender, id)
    const both = await Promise.all([answer(aino, id, { answer: 'nameless' }), answer(aino, id, { answer: 'named', title: 'Toisin sanottu otsikko' })])
    expect(new Set(both.map((each) => JSON.stringify(each))).size).toBe(1)
    const grown = await owner.execute(sql`select 1 from trail.link where to_id = ${id} and kind = 'grewOutOf'`)
    expect(grown.rows).toHaveLength(1)
  })
  test('asked by two officials at once, it is asked once', async () => {
    const id = await send(aino)
    const both = await Promise.all([jari.does(askSender, id), saara.does(askSender, id)])
    expect(both.map((each) => each.asked).sort()).toEqual([false, true])
    expect(await owner.select().from(notice).where(and(eq(notice.subjectId, id), eq(notice.kind, 'found.asked')))).toHaveLength(1)
  })
  test('a visitor in their own name proves the address first; unproven, the question comes back', async () => {
    const id = await send(guest, { sender: { email: 'vieras@example.fi' } })
    await jari.does(askSender, id)
    expect(await answer(guest, id, { answer: 'named', name: 'Vieno Vieras', email: 'vieras@example.fi' })).toEqual({ state: 'waits' })
    const first = (await consentOf(id))!
    expect(first).toMatchObject({ answer: 'named', bornAt: null })
    expect((await subjectOf(first.ideaId!)).visibility).toBe('waiting')
    expect(await guest.sees(linksOf, id)).toEqual([])
    expect(await guest.sees(showQuestion, await tokenOf(id))).toMatchObject({ state: 'waits', idea: null })
    days(9)
    await guest.does(eraseUnconfirmed)
    expect(await guest.sees(showQuestion, await tokenOf(id))).toMatchObject({ state: 'asked' })
    expect(await answer(guest, id, { answer: 'nameless' })).toEqual({ state: 'nameless' })
  })
  test('of a private report nothing public leads back, and its place stays', async () => {
    const id = await send(aino, { categoryId: categories.family, text: 'Vauvan kanssa ei ole mitään paikkaa mihin mennä. Olen aivan yksin.' })
    await leena.does(askSender, id)
    await answer(aino, id, { answer: 'nameless', title: 'Vauvaperheiden kohtaamispaikka', text: 'Vauvan kanssa tarvittaisiin paikka tavata muita.' })
    const ideaId = (await consentOf(id))!.ideaId!
    expect(await subjectOf(ideaId)).toMatchObject({ visibility: 'public', longitude: null, placeName: null })
    expect((await owner.execute(sql`select 1 from trail.link where to_id = ${id} or from_id = ${id}`)).rows).toEqual([])
    expect(JSON.stringify(await otso.sees(trailOf, ideaId))).not.toContain(id)
    expect((await aino.sees(trailOf, id)).map((each) => each.what)).toContain('Palautteesta syntyi idea')
  })
  test('what its sender took back becomes nothing', async () => {
    const id = await send(aino)
    await jari.does(askSender, id)
    await aino.does(changeSubject, id, { visibility: 'withdrawn' })
    await expect(answer(aino, id, { answer: 'named' })).rejects.toThrow('reportClosed')
    const other = await send(aino)
    await aino.does(changeSubject, other, { visibility: 'withdrawn' })
    await expect(jari.does(askSender, other)).rejects.toThrow('reportClosed')
    expect((await jari.sees(listFound, new URLSearchParams('state=all&score=any'))).lines.filter((each) => [id, other].includes(each.id))).toEqual([])
  })
})

describe('two weeks of silence', () => {
  const own = { title: 'Turvallisempi koulumatka', text: 'Autojen vauhtia koulun edessä voisi rauhoittaa.', kind: 'idea' as const }
  test('the unit may tell it in own words, not before, and not in the sender\'s', async () => {
    const id = await send(aino)
    await jari.does(askSender, id)
    days(13)
    await expect(jari.does(writeOwnIdea, id, own)).rejects.toThrow('notNow')
    days(2)
    expect(await jari.does(writeOwnIdea, id, { ...own, text: 'Asukas kirjoitti: ehdotan, että tähän tehdään hidaste ja penkki.' })).toEqual({ problems: { text: 'sendersWords' } })
    await expect(leena.does(writeOwnIdea, id, own)).rejects.toThrow('forbidden')
    const { ideaId } = await jari.does(writeOwnIdea, id, own) as { ideaId: string }
    expect(await subjectOf(ideaId)).toMatchObject({ authorPersonId: null, visibility: 'public' })
    expect((await otso.sees(trailOf, ideaId)).at(-1)!.who).toBe('Liikuntapalvelut')
    await expect(jari.does(writeOwnIdea, id, own)).rejects.toThrow('notNow')
    expect(await aino.sees(showQuestion, await tokenOf(id))).toMatchObject({ state: 'ownWords', idea: { path: `/ideas/${ideaId}` } })
    expect(await answer(aino, id, { answer: 'named' })).toEqual({ state: 'ownWords' })
  })
})

describe('not an idea', () => {
  test('said, undone, and said of one already asked: the question goes', async () => {
    const id = await send(aino)
    await jari.does(rejectFound, id)
    expect((await readingOf(id)).state).toBe('rejected')
    await jari.does(undoReject, id)
    expect(await readingOf(id)).toMatchObject({ state: 'new', decidedAt: null })
    await jari.does(askSender, id)
    await jari.does(rejectFound, id)
    expect(await consentOf(id)).toBeUndefined()
    expect((await readingOf(id)).state).toBe('rejected')
  })
  test('what became an idea is one', async () => {
    const id = await send(aino)
    await jari.does(askSender, id)
    await answer(aino, id, { answer: 'named' })
    await expect(jari.does(rejectFound, id)).rejects.toThrow('alreadyIdea')
  })
  test('many at once: what may not be judged is left as it was', async () => {
    const mine = await send(aino), other = await send(aino, { categoryId: categories.light }), gone = await send(aino)
    await aino.does(changeSubject, gone, { visibility: 'withdrawn' })
    expect(await jari.does(judgeMany, [mine, other, gone, mine, 'ei-tunnus'], 'ask')).toEqual({ done: 1, left: 3 })
    expect((await readingOf(other)).state).toBe('new')
    await expect(aino.does(judgeMany, [mine], 'reject')).rejects.toThrow('forbidden')
  })
})

describe('the list', () => {
  test('is narrowed by state, score, kind, topic and area', async () => {
    const need = await send(aino, { text: 'Ei ole mitään nuorille täällä.', longitude: 23.58, latitude: 61.55 })
    const of = async (query: string) => (await jari.sees(listFound, new URLSearchParams(query))).lines.map((each) => each.id)
    expect(await of('kind=need')).toContain(need)
    expect(await of('kind=idea')).not.toContain(need)
    expect(await of(`topic=${its.topics.sports}&area=${encodeURIComponent('Kirkonkylä')}`)).toContain(need)
    expect(await of('area=Soppeenm%C3%A4ki')).not.toContain(need)
    expect(await of(`topic=${its.topics.library}`)).toEqual([])
    expect(await of('state=asked')).not.toContain(need)
    await jari.does(askSender, need)
    expect(await of('state=asked')).toContain(need)
    expect(await of('state=new')).not.toContain(need)
    for (const nonsense of ['page=-3', 'page=1e99', 'topic=%00', 'score=x&state=y', 'area=%27%3B']) await of(nonsense)
  })
})

describe('what is learned', () => {
  test('comes of confirmations alone, counts from twenty on, and a changed mind changes it', async () => {
    await owner.execute(sql`update found.reading set state = 'new', decided_at = null, decided_by = null where state <> 'new'`)
    const ids: string[] = []
    for (let n = 0; n < 20; n++) ids.push(await send(guest, { text: `Hanhet voisivat mennä pois rannasta, kerta ${n}.` }))
    for (const id of ids.slice(1)) await jari.does(rejectFound, id)
    await jari.does(relearn)
    expect(await owner.select().from(learned)).toEqual([])
    expect(await antti.sees(showLearned)).toMatchObject({ rejected: 19, lacking: 1 })
    await jari.does(rejectFound, ids[0]!)
    await jari.does(relearn)
    const first = await owner.select().from(learned).orderBy(learned.feature)
    expect(first.find((each) => each.feature === 'could')!.weight).toBeLessThan(0)
    await jari.does(relearn)
    expect(await owner.select().from(learned).orderBy(learned.feature)).toEqual(first)
    const after = await send(guest, { text: 'Hanhet voisivat mennä muualle.' })
    expect((await readingOf(after)).likely).toBe(false)
    for (const id of ids) await jari.does(undoReject, id)
    await jari.does(relearn)
    expect(await owner.select().from(learned)).toEqual([])
  })
  test('is for admins to see', async () => { for (const who of [aino, jari, guest]) await expect(who.sees(showLearned)).rejects.toThrow(/forbidden|signInNeeded/) })
})

describe('Monday\'s letter', () => {
  test('goes once to who leads, with counts and no words; nothing new, no letter', async () => {
    house.time = new Date('2027-03-01T06:00:00Z') // a Monday, 8.00
    await owner.execute(sql`update found.reading set state = 'rejected', decided_at = now() where state = 'new'`)
    expect(await jari.does(sendWeekly)).toBe(0)
    house.time = new Date('2027-03-04T09:00:00Z')
    await send(guest)
    await send(guest)
    await send(guest, { categoryId: categories.family })
    house.time = new Date('2027-03-08T06:00:00Z')
    const written = await Promise.all([jari.does(sendWeekly), jari.does(sendWeekly)])
    expect(written[0] + written[1]).toBe(2)
    const [letter] = (await mailsTo('jari.niemi@koivula.example')).slice(-1)
    expect(letter).toMatchObject({ subject: 'Palautteista löytyi 2 ideaa' })
    expect(letter!.text).toContain('Liikunta ja ulkoilu: 2')
    expect(letter!.text).not.toMatch(/hidaste|Ehdotan/)
    expect(await mailsTo('saara.lehto@koivula.example')).toEqual([])
    expect((await mailsTo('leena.salo@koivula.example')).slice(-1)[0]!.subject).toBe('Palautteista löytyi yksi idea')
    house.time = new Date('2027-03-15T06:00:00Z')
    expect(await jari.does(sendWeekly)).toBe(0)
  })
  test('a week begins on Monday by Finland\'s clock', () => {
    expect(['2026-11-22T21:59:00Z', '2026-11-22T22:01:00Z', '2026-11-29T12:00:00Z', '2027-03-28T12:00:00Z'].map((at) => mondayOf(new Date(at)))).toEqual(['2026-11-16', '2026-11-23', '2026-11-23', '2027-03-22'])
  })
})

test('a neighbour town knows nothing of it', async () => {
  const id = await send(aino)
  await jari.does(askSender, id)
  const there = await town({ house, name: 'Naapurila' })
  await expect(there.antti.sees(showFound, id)).rejects.toThrow('notFound')
  await expect(there.antti.does(askSender, id)).rejects.toThrow('notFound')
  await expect(there.guest.sees(showQuestion, await tokenOf(id))).rejects.toThrow('notFound')
  expect((await there.antti.sees(listFound, new URLSearchParams('state=all'))).lines).toEqual([])
})
