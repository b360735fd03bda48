import { beforeEach, expect, test } from 'vitest'
import pg from 'pg'
import { and, eq, sql } from 'drizzle-orm'
import { type Ctx, query } from '#core/context/context.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { hideable } from '#core/trail/hideable.ts'
import { changeSubject, keepSubject, subjectOf } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { town } from '../../../tests/town.ts'
import { appealDecision, readAppeal, settleAppeal } from './appeal.server.ts'
import { hideThing, keepThing, restoreThing } from './decide.server.ts'
import { lookAt, mayWrite, whyHidden } from './public.server.ts'
import { listDecisions, listQueue, showThing } from './queue.server.ts'
import { readReported, reportThing } from './report.server.ts'
import { decision } from './schema.server.ts'
import { moderationCsv, moderationStatistics } from './statistics.server.ts'

const { house, municipality, aino, otso, jari, mirja, antti, guest, newPerson } = await town()

// A followable thing of a module that moderation has never heard of.
hideable('note', {
  hide: (ctx, { subjectId }, hidden) => changeSubject(ctx, subjectId, { visibility: hidden ? 'hidden' : 'public' }),
  look: async (ctx, { subjectId }) => {
    const its = await subjectOf(ctx, subjectId)
    return { title: its.title.fi ?? '', text: its.summary, authorPersonId: its.authorPersonId, authorOrganisationId: null, hidden: its.visibility === 'hidden', path: `/notes/${its.id}` }
  },
})
async function write(ctx: Ctx, text: string) {
  const id = ctx.newId()
  await keepSubject(ctx, { id, kind: 'note', language: 'fi', title: { fi: 'Muistio' }, text, stage: 'idea', visibility: 'public', authorPersonId: ctx.actor.kind === 'person' ? ctx.actor.id : null })
  if (await lookAt(ctx, { subjectId: id, text }) === 'waits') await changeSubject(ctx, id, { visibility: 'hidden' })
  return { subjectId: id, commentId: null }
}
const explanation = 'Teksti nimittelee naapuria.'
const hide = { reason: 'insult' as const, explanation }
const dots = (ctx: Ctx, personId: string, kind: string) => ctx.db.$count(notice, and(eq(notice.municipalityId, ctx.scope.municipalityId), eq(notice.personId, personId), eq(notice.kind, kind)))
const visibility = async (id: string) => (await guest.sees(subjectOf, id)).visibility

beforeEach(() => { house.time = new Date(house.time.getTime() + 3 * 60 * 60_000) })

test('anyone may report, and the same person again changes nothing', async () => {
  const thing = await aino.does(write, 'Talvella voisi olla luistinrata.')
  await guest.does(reportThing, thing, { reason: 'spam', words: 'Mainos' })
  await guest.does(reportThing, thing, { reason: 'spam', words: 'Mainos' })
  await Promise.all(Array.from({ length: 8 }, () => otso.does(reportThing, thing, { reason: 'insult' })))
  const { waiting } = await mirja.sees(listQueue)
  expect(waiting.find((each) => each.thing.subjectId === thing.subjectId)).toMatchObject({ count: 2, text: 'Talvella voisi olla luistinrata.', held: false })
  expect(await visibility(thing.subjectId)).toBe('public')
  expect(await mirja.sees(dots, mirja.id, 'moderation.reported')).toBe(1)
})

test('residents and officials do not see the queue, the log or a thing in it', async () => {
  const thing = await aino.does(write, 'Hiihtolatu kirkolta rantaan.')
  for (const who of [otso, jari]) {
    await expect(who.sees(listQueue)).rejects.toThrow('forbidden')
    await expect(who.sees(listDecisions)).rejects.toThrow('forbidden')
    await expect(who.sees(showThing, thing)).rejects.toThrow('forbidden')
    await expect(who.does(hideThing, thing, hide)).rejects.toThrow('forbidden')
    await expect(who.does(keepThing, thing)).rejects.toThrow('forbidden')
    await expect(who.does(restoreThing, thing, { explanation })).rejects.toThrow('forbidden')
  }
  await expect(guest.sees(listQueue)).rejects.toThrow('signInNeeded')
})

test('hidden for a public reason, appealed once, looked at by another, and back', async () => {
  const thing = await aino.does(write, 'Naapuri on hölmö.')
  await otso.does(reportThing, thing, { reason: 'insult' })
  const { decisionId } = await mirja.does(hideThing, thing, hide)
  expect(await visibility(thing.subjectId)).toBe('hidden')
  await expect(guest.sees(readReported, thing)).rejects.toThrow('notFound')
  expect((await guest.sees(whyHidden, thing.subjectId)).get(thing.subjectId)).toMatchObject({ reason: 'insult', explanation })
  const [said] = await guest.sees(trailOf, thing.subjectId)
  expect(said).toMatchObject({ what: 'Valvoja piilotti tekstin', sentence: explanation, who: null })
  expect(await aino.sees(dots, aino.id, 'moderation.hidden')).toBe(1)
  await expect(mirja.does(hideThing, thing, hide)).rejects.toThrow('alreadyHidden')

  await expect(otso.sees(readAppeal, decisionId)).rejects.toThrow('forbidden')
  expect((await aino.sees(readAppeal, decisionId)).mayAppeal).toBe(true)
  await aino.does(appealDecision, decisionId, { words: 'Puhuin omasta koirastani.' })
  await expect(aino.does(appealDecision, decisionId, { words: 'Ja vielä kerran samaa.' })).rejects.toThrow('alreadyAppealed')
  expect((await antti.sees(listDecisions, { appeals: true })).decisions.map((each) => each.id)).toEqual([decisionId])
  await expect(mirja.does(settleAppeal, decisionId, { outcome: 'upheld', explanation })).rejects.toThrow('anotherDecides')
  await antti.does(settleAppeal, decisionId, { outcome: 'restored', explanation: 'Kirjoitus koskee koiraa.' })
  await expect(antti.does(settleAppeal, decisionId, { outcome: 'restored', explanation })).rejects.toThrow('appealSettled')
  expect(await visibility(thing.subjectId)).toBe('public')
  expect((await aino.sees(readAppeal, decisionId)).end).toMatchObject({ act: 'restored', explanation: 'Kirjoitus koskee koiraa.' })
  expect((await guest.sees(whyHidden, thing.subjectId)).size).toBe(0)
  expect((await mirja.sees(listDecisions, { q: 'koiraa' })).decisions).toHaveLength(1)
})

test('an appeal that is not accepted leaves the text hidden, with its first reason', async () => {
  const thing = await aino.does(write, 'Taas naapurista.')
  const { decisionId } = await mirja.does(hideThing, thing, hide)
  await aino.does(appealDecision, decisionId, { words: 'Tämä on vain mielipide.' })
  await antti.does(settleAppeal, decisionId, { outcome: 'upheld', explanation: 'Nimittely ei ole mielipide.' })
  expect(await visibility(thing.subjectId)).toBe('hidden')
  expect((await aino.sees(readAppeal, decisionId)).mayAppeal).toBe(false)
  expect((await guest.sees(whyHidden, thing.subjectId)).get(thing.subjectId)?.decisionId).toBe(decisionId)
  await mirja.does(restoreThing, thing, { explanation: 'Ajattelin asiaa uudelleen.' })
  expect(await visibility(thing.subjectId)).toBe('public')
})

test('what a rule held is published when a moderator lets it be', async () => {
  const thing = await aino.does(write, 'Vitun hieno ajatus.')
  expect(await visibility(thing.subjectId)).toBe('hidden')
  expect((await mirja.sees(showThing, thing))).toMatchObject({ held: true, mayKeep: true, mayHide: true, mayRestore: false })
  await mirja.does(keepThing, thing)
  expect(await visibility(thing.subjectId)).toBe('public')
  await expect(mirja.does(keepThing, thing)).rejects.toThrow('nothingOpen')
})

test('two moderators at the same moment: one decision', async () => {
  const thing = await aino.does(write, 'Kahden valvojan teksti.')
  const done = await Promise.allSettled([mirja.does(hideThing, thing, hide), antti.does(hideThing, thing, hide)])
  expect(done.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('links, repetition and identity codes wait; the municipality’s own people are not looked at', async () => {
  const held = async (who: typeof aino, text: string) => await visibility((await who.does(write, text)).subjectId) === 'hidden'
  expect(await held(aino, 'https://a.example https://b.example')).toBe(false)
  expect(await held(aino, 'https://a.example https://b.example https://c.example')).toBe(true)
  expect(await held(aino, 'Hänen tunnuksensa on 131052-308T.')).toBe(true)
  expect(await held(jari, 'https://a.example https://b.example https://c.example')).toBe(false)
  const same = 'Ostakaa nyt heti halpoja talvirenkaita minulta!'
  expect([await held(aino, same), await held(otso, same), await held(aino, same.toUpperCase()), await held(otso, 'Kannatan tätä!'), await held(aino, 'Kannatan tätä!'), await held(jari, 'Kannatan tätä!')])
    .toEqual([false, false, true, false, false, false])
})

test('an hour allows so many sends, however many arrive at once and from however many programs', async () => {
  const limit = municipality.rules.sendsPerHour
  const who = await newPerson('Vilma Vilkas')
  const all = await Promise.all(Array.from({ length: limit + 15 }, () => who.does(mayWrite)))
  expect(all.filter(Boolean)).toHaveLength(limit)
  const guests = await Promise.all(Array.from({ length: limit + 5 }, () => guest.does(mayWrite, 'joku@esimerkki.fi')))
  expect(guests.filter(Boolean)).toHaveLength(limit)
  expect(await guest.does(mayWrite, 'toinen@esimerkki.fi')).toBe(true)
  house.time = new Date(house.time.getTime() + 61 * 60_000)
  expect(await who.does(mayWrite)).toBe(true)
})

test('what was taken back is not counted', async () => {
  const who = await newPerson('Peruva Pena')
  const undone = async (ctx: Ctx) => { await mayWrite(ctx); throw new Error('undone') }
  for (let i = 0; i < 30; i++) await who.does(undone).catch(() => {})
  expect(await who.does(mayWrite)).toBe(true)
})

test('the log cannot be changed or erased by the web role, and an appeal is written once', async () => {
  const thing = await aino.does(write, 'Lokin teksti.')
  const { decisionId } = await mirja.does(hideThing, thing, hide)
  await aino.does(appealDecision, decisionId, { words: 'Olen eri mieltä tästä.' })
  const connection = 'connectionString' in house.database.connection ? { connectionString: house.database.connection.connectionString } : house.database.connection
  const client = new pg.Client({ ...connection, options: `-c role=nousu_web -c app.municipality=${municipality.id}` })
  await client.connect()
  try {
    for (const statement of [`update moderation.decision set explanation = 'x'`, `update moderation.decision set by_person_id = null`, 'delete from moderation.decision', 'truncate moderation.decision']) {
      await expect(client.query(statement)).rejects.toThrow('permission denied')
    }
    await expect(client.query(`update moderation.decision set appeal = 'muutettu' where id = '${decisionId}'`)).rejects.toThrow('is not changed')
  } finally { await client.end() }
  await expect(house.database.owner.execute(sql`update moderation.decision set act = 'kept' where id = ${decisionId}`)).rejects.toThrow()
})

test('the queue is oldest first, is searched and has pages', async () => {
  const { municipality: other, aino: ilmo, otso: toinen, mirja: valvoja } = await town({ house, name: 'Jonola' })
  const things = []
  for (let i = 0; i < 23; i++) {
    house.time = new Date(house.time.getTime() + 60_000)
    const thing = await ilmo.does(write, `Teksti numero ${i}${i === 7 ? ' pyörätiestä' : ''}`)
    things.push(thing.subjectId)
    await toinen.does(reportThing, thing, { reason: i % 2 ? 'spam' : 'offTopic' }).catch(() => {})
    if (i === 18) house.time = new Date(house.time.getTime() + 61 * 60_000)
  }
  const first = await valvoja.sees(listQueue)
  expect(first.waiting.map((each) => each.thing.subjectId)).toEqual(things.slice(0, 20))
  const second = await valvoja.sees(listQueue, { after: first.next! })
  expect(second.waiting.map((each) => each.thing.subjectId)).toEqual(things.slice(20))
  expect(second.next).toBeNull()
  expect((await valvoja.sees(listQueue, { q: 'PYÖRÄTIE' })).waiting).toHaveLength(1)
  expect((await valvoja.sees(listQueue, { reason: 'spam' })).waiting).toHaveLength(11)
  expect((await mirja.sees(listQueue, { q: 'numero' })).waiting).toHaveLength(0)
  expect(await query(house, { municipality: other }, (ctx: Ctx) => ctx.db.$count(decision))).toBe(0)
})

test('statistics are public and small groups are not broken down', async () => {
  const { aino: writer, otso: reporter, mirja: decides } = await town({ house, name: 'Tilastola' })
  const one = async (reason: 'insult' | 'spam') => {
    const thing = await writer.does(write, `Jokin teksti ${Math.random()}`)
    await reporter.does(reportThing, thing, { reason })
    house.time = new Date(house.time.getTime() + 2 * 60 * 60_000)
    await decides.does(hideThing, thing, { reason, explanation })
  }
  for (let i = 0; i < 4; i++) await one('insult')
  expect((await decides.sees(moderationStatistics)).months[0]).toMatchObject({ decisions: 4, acts: null, reasons: null })
  for (let i = 0; i < 2; i++) await one('insult')
  await one('spam')
  const its = await writer.sees(moderationStatistics)
  expect(its.months[0]).toMatchObject({ decisions: 7, reports: 7, acts: [{ act: 'hidden', count: 7 }] })
  expect(its.months[0]!.reasons).toEqual([{ reason: 'insult', count: 6, acts: [{ act: 'hidden', count: 6 }] }, { reason: 'spam', count: 1, acts: null }])
  expect(Math.round(its.medianHours!)).toBe(2)
  expect(await writer.sees(moderationCsv)).toContain('2026-11,insult,hidden,6')
})
