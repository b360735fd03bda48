import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { knowAddress } from '#core/http/asker-address.server.ts'
import { dayKey } from '#core/identity/schema.server.ts'
import { forgetDayKeys } from '#core/identity/visitor.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { town } from '../../../tests/town.ts'
import { addWords, forgetVisits, giveFace, takeFromKiosk } from './answer.server.ts'
import { addKiosk, endKiosk, kioskOf } from './kiosks.server.ts'
import { closeQuestion, keepQuestion, listQuestions, openQuestion, questionForm, resultsOf, shownToAll } from './questions.server.ts'
import { answer, count } from './schema.server.ts'
import { reportFromAnswer, wordsOf } from './to-report.server.ts'
import { wilson } from './wilson.ts'

const t = await town()
const db = t.house.database.of(t.municipality.id)
const from = (address: string, agent = 'Mozilla/5.0 (Android)') => { const request = new Request('http://x/', { headers: { 'user-agent': agent } }); knowAddress(request, address); return request }
const ask = (more: Record<string, string> = {}) => t.leena.does(keepQuestion, questionForm.parse({ about: 'service', unitId: t.units.library, nameFi: 'Pääkirjasto', ...more }))
const result = async (code: string) => { const { id } = await t.guest.sees(openQuestion, code); return (await t.guest.sees(resultsOf, [id])).get(id) }

test.each([[81, 263, '0.2553', '0.3662'], [15, 148, '0.0624', '0.1605'], [0, 20, '0.0000', '0.1611'], [1, 29, '0.0061', '0.1718']])('%i of %i: the interval that Newcombe published (Statistics in Medicine 17, 1998, table I, method 3)', (some, all, low, high) => {
  const its = wilson(some, all)!
  expect([its.low.toFixed(4), its.high.toFixed(4)]).toEqual([low, high])
  expect(wilson(0, 0)).toBeNull()
})

test('one answer a visit: a second tap changes the first; another visitor and another day are others', async () => {
  const { code } = await ask()
  await t.guest.does(giveFace, code, { value: 2, from: 'poster' }, from('84.1.2.3'))
  await t.guest.does(giveFace, code, { value: 5, from: 'page' }, from('84.1.2.99')) // the same network and browser: the same visit
  expect((await result(code))!.faces).toEqual([0, 0, 0, 0, 1])
  await Promise.all([1, 2, 3].map((value) => t.guest.does(giveFace, code, { value, from: 'page' }, from('84.7.2.3'))))
  await t.guest.does(giveFace, code, { value: 4, from: 'page' }, from('84.1.2.3', 'Safari'))
  expect((await result(code))!.number).toBe(3)
  t.house.time = new Date(t.house.time.getTime() + 86_400_000)
  await t.guest.does(giveFace, code, { value: 4, from: 'page' }, from('84.1.2.3'))
  expect((await result(code))!.number).toBe(4)
})

test('the night forgets whose answers they were, and the day’s key with them', async () => {
  const { code } = await ask()
  await t.guest.does(giveFace, code, { value: 3, from: 'page' }, from('84.1.2.3'))
  await t.guest.does(forgetVisits); await t.guest.does(forgetDayKeys)
  expect(await db.select().from(answer).where(sql`visit is not null`)).not.toHaveLength(0)
  t.house.time = new Date(t.house.time.getTime() + 86_400_000)
  await t.guest.does(forgetVisits); await t.guest.does(forgetDayKeys)
  expect(await db.select().from(answer).where(sql`visit is not null`)).toHaveLength(0)
  expect(await db.select().from(dayKey)).toHaveLength(0)
})

test('words come after the face, from the same visitor only', async () => {
  const { code } = await ask()
  await t.guest.does(giveFace, code, { value: 1, from: 'page' }, from('84.1.2.3'))
  await t.guest.does(addWords, code, 'Ovi ei aukea pyörätuolilla.', from('84.1.2.3'))
  await expect(t.guest.does(addWords, code, 'Vieras sana.', from('10.9.9.9'))).rejects.toThrow('notFound')
  const { id } = await t.guest.sees(openQuestion, code)
  expect((await t.leena.sees(wordsOf, id)).map((each) => each.words)).toEqual(['Ovi ei aukea pyörätuolilla.'])
})

test('a kiosk’s answers are taken once each, whatever happens on the way; a word after its face too', async () => {
  const { code } = await ask()
  const { id, secret } = await t.leena.does(addKiosk, code, 'Pääovi')
  const kiosk = await t.guest.sees(kioskOf, secret)
  const one = { id: crypto.randomUUID(), value: 5, words: '', at: t.house.time.toISOString() }, two = { ...one, id: crypto.randomUUID(), value: 1, at: '2031-01-01T00:00:00Z' }
  await Promise.all([t.guest.does(takeFromKiosk, kiosk, { answers: [one, two] }), t.guest.does(takeFromKiosk, kiosk, { answers: [one, two] })])
  await t.guest.does(takeFromKiosk, kiosk, { answers: [{ ...one, words: 'Kiitos Leena!' }] })
  await t.guest.does(takeFromKiosk, kiosk, { answers: [{ ...one, value: 2, words: 'Toinen yritys' }] })
  expect((await result(code))!.faces).toEqual([1, 0, 0, 0, 1])
  const rows = await db.select().from(answer).where(eq(answer.kioskId, id))
  expect(rows.map((row) => row.words).sort()).toEqual(['', 'Kiitos Leena!'])
  expect(rows.every((row) => row.at.getTime() <= t.house.time.getTime())).toBe(true) // the clock of the tablet was wrong
  await t.leena.does(endKiosk, code, id)
  await expect(t.guest.sees(kioskOf, secret)).rejects.toThrow('notFound')
  await expect(t.guest.sees(kioskOf, 'x'.repeat(32))).rejects.toThrow('notFound')
})

test('the counts are what the answers are', async () => {
  const rows = await db.execute<{ wrong: number }>(sql`select count(*)::int as wrong from (select question_id, day, value, count(*)::int as n from satisfaction.answer group by 1, 2, 3) a
    full join (select * from satisfaction.count where number > 0) c on c.question_id = a.question_id and c.day = a.day and c.value = a.value where a.n is distinct from c.number`)
  expect(rows.rows[0]!.wrong).toBe(0)
  expect(await db.select().from(count)).not.toHaveLength(0)
})

test('fewer than five answers are shown to nobody but who keeps the question', async () => {
  const { code } = await ask()
  for (let n = 0; n < 4; n++) await t.guest.does(giveFace, code, { value: 4, from: 'page' }, from(`84.1.${n}.3`))
  expect(shownToAll((await result(code))!)).toBeNull()
  const of = async (who: typeof t.guest) => (await who.sees(listQuestions)).find((each) => each.code === code)!
  expect((await of(t.guest)).result).toBeNull()
  expect((await of(t.jari)).result).toBeNull()
  expect((await of(t.leena)).result!.number).toBe(4)
  await t.guest.does(giveFace, code, { value: 2, from: 'page' }, from('84.1.9.3'))
  expect((await of(t.guest)).result!.happy).toMatchObject({ share: 0.8 })
})

test('only the unit itself makes, changes and closes its question; a closed one takes no answers', async () => {
  await expect(t.jari.does(keepQuestion, questionForm.parse({ about: 'unit', unitId: t.units.library, nameFi: 'X' }))).rejects.toThrow('forbidden')
  await expect(t.aino.does(keepQuestion, questionForm.parse({ about: 'unit', unitId: t.units.library, nameFi: 'X' }))).rejects.toThrow('forbidden')
  const { code } = await ask()
  await expect(t.jari.does(keepQuestion, questionForm.parse({ about: 'unit', unitId: t.units.sports, nameFi: 'Kaapattu' }), code)).rejects.toThrow('forbidden')
  await expect(t.jari.does(addKiosk, code, 'Ovi')).rejects.toThrow('forbidden')
  await t.leena.does(closeQuestion, code, true)
  await expect(t.guest.does(giveFace, code, { value: 3, from: 'page' }, from('84.1.2.3'))).rejects.toThrow('closed')
  expect((await t.guest.sees(listQuestions)).some((each) => each.code === code)).toBe(false)
  expect(questionForm.safeParse({ about: 'place', unitId: t.units.library, nameFi: 'Y' }).success).toBe(false)
  for (const bad of ['', 'x', 'OOOOO', "A'--1", 'AAAAAA']) await expect(t.guest.sees(openQuestion, bad)).rejects.toThrow('notFound')
})

test('words become a private report of the question’s category once, by the unit', async () => {
  const { code } = await ask({ categoryId: t.categories.light })
  await t.guest.does(giveFace, code, { value: 1, from: 'page' }, from('84.1.2.3'))
  await t.guest.does(addWords, code, 'Pihan valot ovat pimeänä.', from('84.1.2.3'))
  const { id } = await t.guest.sees(openQuestion, code)
  const [row] = await t.leena.sees(wordsOf, id)
  await expect(t.jari.does(reportFromAnswer, code, row!.id)).rejects.toThrow('forbidden')
  const [one, two] = await Promise.all([t.leena.does(reportFromAnswer, code, row!.id), t.leena.does(reportFromAnswer, code, row!.id)])
  expect(one.id).toBe(two.id)
  expect(await t.leena.sees(subjectOf, one.id)).toMatchObject({ kind: 'report', visibility: 'private', title: { fi: 'Katuvalo' }, ownerUnitId: t.units.library })
})

test('a question of one municipality is nothing in another', async () => {
  const { code } = await ask()
  const { secret } = await t.leena.does(addKiosk, code, 'Ovi')
  const there = await town({ house: t.house, name: 'Naapurila' })
  await expect(there.guest.sees(openQuestion, code)).rejects.toThrow('notFound')
  await expect(there.guest.sees(kioskOf, secret)).rejects.toThrow('notFound')
})
