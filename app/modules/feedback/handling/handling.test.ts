import { and, eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Box } from '#core/files/cover.server.ts'
import { attachPictures, keyOf, picturesOf, sharePictures, storePicture, type StoredPicture } from '#core/files/pictures.server.ts'
import { picture } from '#core/files/schema.server.ts'
import { mail, notice } from '#core/notices/schema.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { follow, subject } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { keepReport } from '../keep-report.server.ts'
import { moveReports } from '../move.server.ts'
import { ownToken } from '../own.server.ts'
import { addition, fixed, report, sender, staffNote } from '../schema.server.ts'
import { followByMail } from '../sending/guest-follow.server.ts'
import { town, type Someone } from '../../../../tests/town.ts'
import { askAgain } from './ask-again.server.ts'
import { doToMany } from './bulk.server.ts'
import { boxesOf, coverReportPicture, paintReportPicture } from './cover.server.ts'
import { answerFixed, fixedShares } from './fixed.server.ts'
import { forgetSenders } from './forget.server.ts'
import { addNote, answerReport, mergeReports, moveReport, setPriority } from './handle.server.ts'
import { readInbox } from './inbox.server.ts'
import { passReport } from './pass.server.ts'
import { readHandling } from './read-handling.server.ts'
import { addToReport, takeBack } from './sender.server.ts'
import { showOwn, showReport } from './show.server.ts'
import { keepTemplate, readTemplates, removeTemplate } from './templates.server.ts'
import { setPrivacy, wishPrivate } from './visibility.server.ts'
import { seenMark } from './who.server.ts'

const t = await town()
const db = t.house.database.of(t.municipality.id)
const later = (minutes: number) => { t.house.time = new Date(t.house.time.getTime() + minutes * 60_000) }
const send = async (who: Someone, text: string, more: object = {}) => (await who.does(keepReport, { categoryId: t.categories.road, text, longitude: 23.58, latitude: 61.55, sender: who.actor.kind === 'person' ? { personId: who.id } : {}, channel: 'web' as const, ...more })).id
/** Somebody without an account, with an address that follows. */
const sendByMail = async (text: string, email: string, more: object = {}) => {
  const id = await send(t.guest, text, { sender: { email, name: 'Veikko Vieras', phone: '040 1234567' }, ...more })
  await t.guest.does(followByMail, id, email)
  return { id, token: await t.guest.sees((ctx) => Promise.resolve(ownToken(ctx, id))) }
}
const rowOf = async (id: string) => (await db.select().from(report).where(eq(report.id, id)))[0]!
const deliverAll = async () => { while ((await deliver(t.house, [tellThem])).events > 0) { /* all of them */ } }
const noticesOf = (who: Someone, id: string) => db.select({ kind: notice.kind, data: notice.data }).from(notice).where(and(eq(notice.personId, who.id), eq(notice.subjectId, id)))
const photo = async (red = 200, order = 0): Promise<StoredPicture & { description: string }> => {
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: { r: red, g: 40, b: 40 } } }).jpeg().toBuffer()
  return { ...await t.guest.does(storePicture, new Uint8Array(bytes), order) as StoredPicture, description: 'Kuoppa' }
}
const nowhere = '11111111-1111-7111-8111-111111111111'

describe('who sees a report', () => {
  test('a public one is everyone’s, without who sent it or how they are reached', async () => {
    const { id } = await sendByMail('Monttu tiessä.', 'veikko@koivula.example')
    const seen = await t.guest.sees(showReport, id)
    expect(seen).toMatchObject({ gone: null, text: 'Monttu tiessä.', category: { name: 'Kuoppa tai vaurio tiessä' }, name: null, mine: { sent: false, email: null, mail: null } })
    expect(JSON.stringify(seen)).not.toMatch(/veikko@|Vieras|1234567/)
    await expect(t.guest.sees(readHandling, id, new URLSearchParams())).rejects.toThrow('signInNeeded')
    await expect(t.otso.sees(readHandling, id, new URLSearchParams())).rejects.toThrow('forbidden')
    expect((await t.leena.sees(readHandling, id, new URLSearchParams())).whole).toBeNull()
    expect((await t.jari.sees(readHandling, id, new URLSearchParams())).whole!.sender).toMatchObject({ name: 'Veikko Vieras', email: 'veikko@koivula.example', phone: '040 1234567' })
  })
  test('a private one is its sender’s and its unit’s, by the own link too, and nobody else’s', async () => {
    const id = await send(t.aino, 'Lapseni jäi ilman paikkaa.', { categoryId: t.categories.family })
    for (const who of [t.guest, t.otso, t.jari, t.mirja]) await expect(who.sees(showReport, id)).rejects.toThrow('notFound')
    for (const who of [t.otso, t.guest]) await expect(who.sees(readHandling, id, new URLSearchParams())).rejects.toThrow()
    await expect(t.jari.sees(readHandling, id, new URLSearchParams())).rejects.toThrow('notFound')
    await expect(t.jari.does(passReport, id, { unitId: t.units.sports })).rejects.toThrow('notFound')
    for (const who of [t.aino, t.leena, t.antti]) expect(await who.sees(showReport, id)).toMatchObject({ gone: null, text: 'Lapseni jäi ilman paikkaa.' })
    const token = await t.guest.sees((ctx) => Promise.resolve(ownToken(ctx, id)))
    expect(await t.guest.sees(showOwn, token)).toMatchObject({ text: 'Lapseni jäi ilman paikkaa.', mine: { sent: true } })
    await expect(t.guest.sees(showOwn, `${id}.vale`)).rejects.toThrow('notFound')
  })
  test('what was taken back leaves for others only that it was, a private one too', async () => {
    const open = await send(t.aino, 'Reikä asvaltissa.'), closed = await send(t.aino, 'Salainen murhe.', { categoryId: t.categories.family })
    for (const id of [open, closed]) {
      await t.aino.does(takeBack, { id })
      await t.aino.does(takeBack, { id })
      const seen = await t.guest.sees(showReport, id)
      expect(seen).toEqual({ gone: 'withdrawn', id, at: expect.any(Date), explanation: '' })
      expect(await t.aino.sees(showReport, id)).toMatchObject({ gone: null, visibility: 'withdrawn' })
      await expect(t.aino.does(addToReport, { id }, { text: 'Vielä tämä.' })).rejects.toThrow('reportClosed')
    }
    await expect(t.jari.does(moveReport, open, { to: 'done', sentence: 'Tehty.' })).rejects.toThrow('reportClosed')
  })
  test('one made private leaves its followers who neither sent nor handle it, and its title says nothing', async () => {
    const { id, token } = await sendByMail('Naapurin Pekka kaatoi puun tielle.', 'p@koivula.example')
    await t.otso.does((ctx) => import('./sender.server.ts').then((m) => m.followReport(ctx, id)))
    await t.guest.does(wishPrivate, { token })
    expect(await t.guest.sees(subjectOf, id)).toMatchObject({ visibility: 'private', title: { fi: 'Kuoppa tai vaurio tiessä' } })
    const left = await db.select({ email: follow.email, personId: follow.personId }).from(follow).where(eq(follow.subjectId, id))
    expect(left).toEqual([{ email: 'p@koivula.example', personId: null }])
    await expect(t.otso.sees(showReport, id)).rejects.toThrow('notFound')
    await expect(t.otso.does(setPrivacy, id, 'public')).rejects.toThrow('forbidden')
    await t.jari.does(setPrivacy, id, 'public')
    expect(await t.guest.sees(showReport, id)).toMatchObject({ title: 'Naapurin Pekka kaatoi puun tielle' })
  })
  test('words that a rule stops wait for a moderator when an official makes them public', async () => {
    const id = await send(t.aino, 'Hetu on 131052-308T.', { categoryId: t.categories.family })
    await t.leena.does(setPrivacy, id, 'public')
    expect(await t.guest.sees(subjectOf, id)).toMatchObject({ visibility: 'hidden' })
    await expect(t.otso.sees(showReport, id)).rejects.toThrow('notFound')
  })
})

describe('what its sender may', () => {
  test('adds words and photos without a name on the trail; what a rule stops is seen by no other', async () => {
    const id = await send(t.aino, 'Kuoppa mutkassa.')
    expect(await t.aino.does(addToReport, { id }, { text: 'Nyt se on jo suurempi.', pictures: [await photo()] })).toEqual({ waits: false })
    expect(await t.aino.does(addToReport, { id }, { text: 'Soita 131052-308T.' })).toEqual({ waits: true })
    await expect(t.otso.does(addToReport, { id }, { text: 'Minäkin.' })).rejects.toThrow('forbidden')
    await expect(t.guest.does(addToReport, { id }, { text: 'Minäkin.' })).rejects.toThrow('signInNeeded')
    const others = await t.otso.sees(showReport, id), own = await t.aino.sees(showReport, id)
    expect(others).toMatchObject({ additions: [{ text: 'Nyt se on jo suurempi.' }], before: [expect.objectContaining({ description: 'Kuoppa' })] })
    expect(own).toMatchObject({ additions: [{ hidden: false }, { hidden: true }] })
    expect((await t.guest.sees(trailOf, id)).filter((each) => each.kind === 'feedback.added').map((each) => [each.who, each.sentence])).toEqual([[null, null], [null, null]])
  })
})

describe('was it fixed?', () => {
  test('no opens it again, one step more urgent and promised anew, and the unit hears; said twice it is said once', async () => {
    const { id, token } = await sendByMail('Lamppu roikkuu.', 'lamppu@koivula.example')
    await expect(t.guest.does(answerFixed, { token }, { answer: 'yes' })).rejects.toThrow('notAsked')
    later(1)
    await t.jari.does(moveReport, id, { to: 'done', sentence: 'Kiinnitetty.' })
    expect(await t.guest.sees(showOwn, token)).toMatchObject({ question: { waits: 1 } })
    expect(await t.otso.sees(showReport, id)).toMatchObject({ question: null })
    later(1)
    expect(await t.guest.does(answerFixed, { token }, { answer: 'no', words: 'Roikkuu yhä.' })).toEqual({ reopened: true })
    await expect(t.guest.does(answerFixed, { token }, { answer: 'no' })).rejects.toThrow('notAsked')
    expect(await rowOf(id)).toMatchObject({ state: 'received', priority: 2, closedAt: null })
    expect(await t.guest.sees(subjectOf, id)).toMatchObject({ stage: 'idea', dueAt: new Date('2026-12-06T21:59:59.000Z') })
    await deliverAll()
    expect(await noticesOf(t.jari, id)).toContainEqual({ kind: 'feedback.stillNotFixed', data: { to: `/feedback/${id}/handle` } })
    expect(await noticesOf(t.leena, id)).toEqual([])
    const queue = await t.jari.sees(readInbox, new URLSearchParams({ priority: '2' }))
    expect(queue.rows.map((row) => row.id)).toContain(id)
    // its words are for those who handle it, on no trail and in no letter
    expect(JSON.stringify(await t.guest.sees(trailOf, id))).not.toContain('Roikkuu yhä')
    expect((await t.jari.sees(readHandling, id, new URLSearchParams())).whole!.answers).toEqual([expect.objectContaining({ answer: 'no', words: 'Roikkuu yhä.' })])
  })
  test('asked again after four weeks by the calendar, over the clock change too, once, with a letter that answers nothing by itself', async () => {
    t.house.time = new Date('2027-03-10T06:30:00Z') // 8.30 in Finland, before the clocks go forward on 28 March
    const { id, token } = await sendByMail('Portti jumissa.', 'portti@koivula.example')
    const mine = await send(t.aino, 'Toinen portti jumissa.')
    await t.jari.does(moveReport, id, { to: 'done', sentence: 'Öljytty.' })
    await t.jari.does(moveReport, mine, { to: 'done', sentence: 'Öljytty.' })
    await t.guest.does(answerFixed, { token }, { answer: 'yes' })
    t.house.time = new Date('2027-04-07T05:29:00Z') // 8.29 in Finland, four weeks later
    expect(await t.guest.does(askAgain)).toBe(0)
    t.house.time = new Date('2027-04-07T05:31:00Z')
    expect(await t.guest.does(askAgain)).toBe(2)
    expect(await t.guest.does(askAgain)).toBe(0)
    const [letter] = await db.select().from(mail).where(and(eq(mail.to, 'portti@koivula.example'), sql`${mail.text} like '%/fixed?answer=%'`))
    expect(letter).toMatchObject({ subject: expect.stringMatching(/Onko se yhä kunnossa/), stopUrl: expect.stringMatching(/\/stop\/.*\/now$/) })
    expect(letter!.text).not.toContain('Portti')
    expect(letter!.text).toContain(`/fi/feedback/own/${token}/fixed?answer=no`)
    expect((await noticesOf(t.aino, mine)).map((each) => each.kind)).toContain('feedback.askedAgain')
    expect(await t.guest.sees(showOwn, token)).toMatchObject({ question: { waits: 2, last: 'yes' } })
    expect(await t.guest.does(answerFixed, { token }, { answer: 'dontKnow' })).toEqual({ reopened: false })
    expect((await t.guest.sees(trailOf, id)).filter((each) => each.kind === 'feedback.saidFixed').map((each) => each.data)).toEqual([{ answer: 'dontKnow', round: 2 }, { answer: 'yes', round: 1 }])
  })
  test('nobody is asked again of what was taken back, opened again, or who stopped the letters', async () => {
    const back = await sendByMail('A: kaivo auki.', 'a@koivula.example'), again = await sendByMail('B: kaivo auki.', 'b@koivula.example'), stopped = await sendByMail('C: kaivo auki.', 'c@koivula.example')
    for (const each of [back, again, stopped]) await t.jari.does(moveReport, each.id, { to: 'done', sentence: 'Kansi paikoillaan.' })
    await t.guest.does(takeBack, { token: back.token })
    await t.guest.does(answerFixed, { token: again.token }, { answer: 'no' })
    await t.guest.does((ctx) => import('./sender.server.ts').then((m) => m.stopLetters(ctx, { token: stopped.token })))
    later(29 * 24 * 60)
    expect(await t.guest.does(askAgain)).toBe(0)
    expect(await db.select().from(fixed).where(and(eq(fixed.reportId, again.id), eq(fixed.round, 2)))).toEqual([])
  })
  test('the share of yes is counted by category, for officials', async () => {
    await expect(t.aino.sees(fixedShares)).rejects.toThrow('forbidden')
    const [road] = await t.saara.sees(fixedShares)
    expect(road).toMatchObject({ name: 'Kuoppa tai vaurio tiessä', yes: 1, no: 2, dontKnow: 1, share: 33 })
  })
})

describe('covering faces and plates', () => {
  const cover = async (who: typeof t.aino, key: { id: string }, pictureId: string, boxes: Box[]) => who.does(coverReportPicture, key, pictureId, await who.sees(paintReportPicture, key, pictureId, boxes))
  test('the old bytes are gone for good from every report that showed them, large and small, and the place is black', async () => {
    const [one, two] = [await send(t.aino, 'Kuoppa yksi.'), await send(t.otso, 'Kuoppa kaksi.')]
    const its = await photo(), other = await photo(100, 1)
    await t.aino.does(attachPictures, one, [its, other])
    await t.jari.does(sharePictures, [two], [its])
    await expect(cover(t.otso, { id: one }, its.id, [{ x: 0, y: 0, width: 500, height: 500 }])).rejects.toThrow('forbidden')
    await expect(cover(t.leena, { id: one }, its.id, [{ x: 0, y: 0, width: 500, height: 500 }])).rejects.toThrow('forbidden')
    await cover(t.aino, { id: one }, its.id, [{ x: 0, y: 0, width: 500, height: 500 }])
    for (const small of [false, true]) expect(await t.house.storage.get(keyOf({ scope: { municipalityId: t.municipality.id } }, its.id, small))).toBeNull()
    expect(await db.select().from(picture).where(sql`${picture.id} = ${its.id} or ${picture.storedAs} = ${its.id}`)).toEqual([])
    const mine = await t.guest.sees(picturesOf, one), theirs = await t.guest.sees(picturesOf, two)
    expect(mine).toHaveLength(2)
    expect(theirs).toHaveLength(1)
    for (const [list, n] of [[mine, 0], [theirs, 0]] as const) {
      const [row] = await db.select().from(picture).where(eq(picture.id, list[n]!.id))
      const bytes = await t.house.storage.get(keyOf({ scope: { municipalityId: t.municipality.id } }, row!.storedAs ?? row!.id))
      const { data, info } = await sharp(new Uint8Array(bytes!)).raw().toBuffer({ resolveWithObject: true })
      const at = (x: number, y: number) => data[(y * info.width + x) * info.channels]!
      expect(at(50, 50)).toBeLessThan(12)
      expect(at(350, 250)).toBeGreaterThan(150)
    }
  })
  test('two who cover the same picture at once: one does, the other is told that it has changed', async () => {
    const id = await send(t.aino, 'Auto tukkii tien.')
    const its = await photo()
    await t.aino.does(attachPictures, id, [its])
    const box = [{ x: 100, y: 100, width: 100, height: 100 }]
    const done = await Promise.allSettled([cover(t.aino, { id }, its.id, box), cover(t.jari, { id }, its.id, box)])
    expect(done.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await t.guest.sees(picturesOf, id)).toHaveLength(1)
  })
  test('the proof of work is not its sender’s to cover, but is of who handles the report', async () => {
    const id = await send(t.aino, 'Kuoppa kolme.')
    await t.jari.does(moveReport, id, { to: 'done', pictures: [await photo()] })
    const [proof] = await t.guest.sees(picturesOf, id)
    const box = [{ x: 0, y: 0, width: 100, height: 100 }]
    await expect(cover(t.aino, { id }, proof!.id, box)).rejects.toThrow('pictureChanged')
    await expect(t.guest.sees((ctx) => paintReportPicture(ctx, { token: ownToken(ctx, id) }, proof!.id, box))).rejects.toThrow('pictureChanged')
    await cover(t.jari, { id }, proof!.id, box)
    expect((await t.guest.sees(picturesOf, id)).map((each) => each.id)).not.toContain(proof!.id)
  })
  test('boxes that make no sense are left out', () => {
    const form = new FormData()
    form.set('boxes', JSON.stringify([{ x: 1, y: 2, width: 3, height: 4 }, { x: -1, y: 0, width: 5, height: 5 }, { x: 0, y: 0, width: 1e9, height: 2 }, null, 'x']))
    form.append('square', '0'); form.append('square', '34'); form.append('square', '35'); form.append('square', 'x')
    expect(boxesOf(form)).toEqual([{ x: 1, y: 2, width: 3, height: 4 }, { x: 0, y: 0, width: 1000 / 7, height: 200 }, { x: 6000 / 7, y: 800, width: 1000 / 7, height: 200 }])
    form.set('boxes', '{')
    expect(boxesOf(form)).toHaveLength(2)
  })
})

describe('officials', () => {
  test('each state asks for what its sender needs to know', async () => {
    const id = await send(t.aino, 'Penkki rikki.')
    later(1)
    const problem = async (input: Parameters<typeof moveReport>[2]) => (await t.jari.does(moveReport, id, input))?.problems
    expect(await problem({ to: 'planned', sentence: 'Korjataan.' })).toEqual({ day: 'dayNeeded' })
    expect(await problem({ to: 'planned', day: '2020-01-01' })).toEqual({ day: 'badDay' })
    expect(await problem({ to: 'cannot' })).toEqual({ sentence: 'reasonNeeded' })
    expect(await problem({ to: 'elsewhere' })).toEqual({ sentence: 'whoseNeeded' })
    expect(await problem({ to: 'done' })).toEqual({ sentence: 'proofNeeded' })
    await expect(t.leena.does(moveReport, id, { to: 'underWay' })).rejects.toThrow('forbidden')
    await expect(t.aino.does(moveReport, id, { to: 'underWay' })).rejects.toThrow('forbidden')
    const day = new Date(t.house.time.getTime() + 5 * 86_400_000).toISOString().slice(0, 10)
    expect(await problem({ to: 'planned', day })).toBeUndefined()
    expect(await problem({ to: 'done', pictures: [await photo()] })).toBeUndefined()
    expect(await t.guest.sees(showReport, id)).toMatchObject({ state: 'done', after: [expect.anything()] })
    later(1)
    await deliverAll()
    expect((await noticesOf(t.aino, id)).map((each) => each.kind)).toEqual(expect.arrayContaining(['feedback.planned', 'feedback.done']))
  })
  test('two who act at once: one does, the other hears what happened and keeps what was written', async () => {
    const id = await send(t.aino, 'Aita kaatunut.')
    const { seen } = await t.jari.sees(readHandling, id, new URLSearchParams())
    const said = await Promise.all([t.jari.does(moveReport, id, { to: 'done', sentence: 'Pystyssä.', seen }), t.saara.does(moveReport, id, { to: 'cannot', sentence: 'Ei meidän.', seen })])
    expect(said.filter((each) => each === undefined)).toHaveLength(1)
    expect(said.filter((each) => each !== undefined)).toEqual([{ problems: { seen: 'changedMeanwhile' } }])
    expect(await t.jari.does(answerReport, id, { sentence: 'Myöhässä.', seen })).toEqual({ problems: { seen: 'changedMeanwhile' } })
    expect((await t.saara.sees(readHandling, id, new URLSearchParams())).latest).toMatchObject({ who: expect.stringMatching(/Jari|Saara/) })
  })
  test('wrong unit is one step: unit, promise and questions change, the sender hears, and nothing answered is lost', async () => {
    const id = await send(t.aino, 'Katuvalo vilkkuu.')
    later(1)
    const likely = (await t.jari.sees(readHandling, id, new URLSearchParams())).likely
    expect(likely[0]).toMatchObject({ id: t.categories.light, unit: 'Kirjasto' })
    await expect(t.aino.does(passReport, id, { categoryId: t.categories.light })).rejects.toThrow('forbidden')
    expect(await t.jari.does(passReport, id, {})).toEqual({ problems: { unitId: 'chooseWhere' } })
    expect(await t.jari.does(passReport, id, { unitId: t.units.sports })).toEqual({ problems: { unitId: 'alreadyThere' } })
    await expect(t.jari.does(passReport, id, { unitId: nowhere })).rejects.toThrow('notFound')
    expect(await t.jari.does(passReport, id, { categoryId: t.categories.light, note: 'Tämä on teidän.' })).toBeUndefined()
    expect(await t.guest.sees(subjectOf, id)).toMatchObject({ ownerUnitId: t.units.library, ownerPersonId: null })
    expect(await rowOf(id)).toMatchObject({ categoryId: t.categories.light, state: 'received' })
    expect(await db.select({ text: staffNote.text }).from(staffNote).where(eq(staffNote.reportId, id))).toEqual([{ text: 'Tämä on teidän.' }])
    await deliverAll()
    expect((await noticesOf(t.aino, id)).map((each) => each.kind)).toContain('feedback.passed')
    await expect(t.jari.does(answerReport, id, { sentence: 'Hei.' })).rejects.toThrow('forbidden')
    // back by an official of neither: what landed wrong is not stuck
    expect(await t.saara.does(passReport, id, { categoryId: t.categories.road })).toBeUndefined()
  })
  test('a category that is private takes the report out of sight when it is passed there', async () => {
    const id = await send(t.aino, 'Hakemukseni hukkui.')
    await t.jari.does(passReport, id, { categoryId: t.categories.family })
    expect(await t.guest.sees(subjectOf, id)).toMatchObject({ visibility: 'private', ownerUnitId: t.units.library, title: { fi: 'Palaute palvelusta' } })
    await expect(t.jari.sees(showReport, id)).rejects.toThrow('notFound')
  })
  test('merged ones follow what they were merged into, count as people, and their page leads there', async () => {
    const main = await send(t.aino, 'Iso kuoppa.'), [b, c] = [await send(t.otso, 'Kuoppa.'), (await sendByMail('Monttu.', 'm@koivula.example')).id]
    await expect(t.jari.does(mergeReports, [main], main)).rejects.toThrow('cannotMerge')
    expect(await t.jari.does(mergeReports, [b, c], main)).toEqual({ merged: 2 })
    await expect(t.guest.sees(showReport, b)).rejects.toMatchObject({ to: `/feedback/${main}` })
    expect(await t.otso.sees(showReport, b)).toMatchObject({ merged: { path: `/feedback/${main}` } })
    expect((await t.guest.sees(subjectOf, main)).supports).toBe(2)
    later(1)
    await t.jari.does(moveReport, main, { to: 'done', sentence: 'Paikattu.' })
    await deliverAll()
    expect((await noticesOf(t.otso, main)).map((each) => each.kind)).toContain('feedback.done')
    await expect(t.jari.does(mergeReports, [main], b)).rejects.toThrow('cannotMerge')
  })
  test('two who merge crosswise: one way wins', async () => {
    const [a, b] = [await send(t.aino, 'Ruoho pitkää.'), await send(t.otso, 'Ruohoa ei ole leikattu.')]
    const done = await Promise.allSettled([t.jari.does(mergeReports, [a], b), t.saara.does(mergeReports, [b], a)])
    expect(done.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect([(await rowOf(a)).state, (await rowOf(b)).state].sort()).toEqual(['merged', 'received'])
  })
  test('a private one is not made known by merging a public one into it', async () => {
    const open = await send(t.aino, 'Kuoppa.'), closed = await send(t.otso, 'Salainen.', { private: true })
    await expect(t.jari.does(mergeReports, [open], closed)).rejects.toThrow('cannotMerge')
    await t.jari.does(mergeReports, [closed], open)
    const seen = await t.guest.sees(showReport, open)
    expect(seen).toMatchObject({ links: [] })
  })
  test('several at once: all or none, each permission asked', async () => {
    const mine = [await send(t.aino, 'Yksi.'), await send(t.otso, 'Kaksi.')], theirs = await send(t.aino, 'Lamppu.', { categoryId: t.categories.light })
    expect(await t.jari.does(doToMany, { act: 'answer', ids: [] })).toEqual({ problems: { ids: 'noneChosen' } })
    expect(await t.jari.does(doToMany, { act: 'answer', ids: mine })).toEqual({ problems: { sentence: 'required' } })
    await expect(t.jari.does(doToMany, { act: 'answer', ids: [...mine, theirs], sentence: 'Kiitos.' })).rejects.toThrow('forbidden')
    expect((await t.guest.sees(trailOf, mine[0]!)).map((each) => each.kind)).not.toContain('feedback.answered')
    expect(await t.jari.does(doToMany, { act: 'move', ids: mine, to: 'underWay', sentence: 'Olemme matkalla.' })).toEqual({ done: 2 })
    expect(await t.jari.does(doToMany, { act: 'merge', ids: mine, into: 'ZZZZ-ZZZZ' })).toEqual({ problems: { into: 'noSuchReport' } })
    expect(await t.jari.does(doToMany, { act: 'merge', ids: mine, into: (await rowOf(mine[0]!)).reference })).toEqual({ done: 1 })
    await expect(t.aino.does(doToMany, { act: 'answer', ids: mine, sentence: 'x' })).rejects.toThrow('forbidden')
  })
  test('the list is of the asker’s units, narrowed by what the address says', async () => {
    const id = await send(t.aino, 'Roskis täynnä leikkipuistossa.', { address: 'Kuruntie 5' })
    await t.jari.does(setPriority, id, 3)
    const asked = async (who: Someone, query: string) => (await who.sees(readInbox, new URLSearchParams(query))).rows.map((row) => row.id)
    expect(await asked(t.jari, '')).toContain(id)
    expect(await asked(t.leena, '')).not.toContain(id)
    expect(await asked(t.jari, `priority=3&category=${t.categories.road}&area=Kirkonkyl%C3%A4&q=kuruntie`)).toEqual([id])
    expect(await asked(t.jari, 'q=roskis')).toEqual([id])
    expect(await asked(t.jari, `q=${(await rowOf(id)).reference.toLowerCase()}`)).toEqual([id])
    expect(await asked(t.jari, 'late=1&q=roskis')).toEqual([])
    expect(await asked(t.jari, 'state=done&q=roskis')).toEqual([])
    expect(await asked(t.antti, 'q=roskis')).toEqual([id])
    const other = await send(t.aino, 'Hiekoitus puuttuu.')
    for (const each of [other, id]) {
      later(1)
      await t.jari.does(moveReport, each, { to: 'done', sentence: 'Valmista.' })
    }
    expect((await asked(t.jari, 'state=done')).filter((each) => each === id || each === other)).toEqual([id, other]) // what is closed owes no day: the latest first
    await expect(t.aino.sees(readInbox, new URLSearchParams())).rejects.toThrow('forbidden')
  })
  test('ready answers are the unit’s own', async () => {
    await expect(t.leena.does(keepTemplate, { unitId: t.units.sports, of: 'answer', name: 'Kiitos', text: 'Kiitos, käymme katsomassa.' })).rejects.toThrow('forbidden')
    await t.saara.does(keepTemplate, { unitId: t.units.sports, of: 'answer', name: 'Kiitos', text: 'Kiitos, käymme katsomassa.' })
    await t.saara.does(keepTemplate, { unitId: t.units.sports, of: 'done', name: 'Kiitos', text: 'Korjattu.' })
    const { templates } = await t.jari.sees(readTemplates)
    expect(templates).toMatchObject([{ of: 'done', name: 'Kiitos', text: 'Korjattu.' }])
    await expect(t.leena.does(removeTemplate, templates[0]!.id)).rejects.toThrow('forbidden')
    await t.jari.does(removeTemplate, templates[0]!.id)
    expect((await t.jari.sees(readTemplates)).templates).toEqual([])
  })
})

describe('retention', () => {
  test('who sent it is forgotten when the category’s months are full; a private one’s words and photos too', async () => {
    const open = await sendByMail('Kuoppa kadulla.', 'o@koivula.example')
    const closed = await sendByMail('Hoito oli huonoa, Ville.', 's@koivula.example', { categoryId: t.categories.family })
    const own = await send(t.aino, 'Oma kuoppani.'), taken = await sendByMail('Perun tämän.', 't@koivula.example'), still = await sendByMail('Yhä auki.', 'y@koivula.example')
    const its = await photo()
    await t.guest.does(addToReport, { token: closed.token }, { text: 'Ville itki.', pictures: [its] })
    await t.leena.does(addNote, closed.id, 'Soitin Villen äidille.')
    await t.leena.does(moveReport, closed.id, { to: 'done', sentence: 'Pahoittelut.' })
    for (const id of [open.id, own]) await t.jari.does(moveReport, id, { to: 'done', sentence: 'Paikattu.' })
    await t.guest.does(takeBack, { token: taken.token })
    later(23 * 30 * 24 * 60)
    await t.guest.does(forgetSenders) // those of the tests above
    for (const id of [open.id, closed.id, own, taken.id]) expect((await rowOf(id)).forgottenAt).toBeNull()
    later(45 * 24 * 60)
    expect(await t.guest.does(forgetSenders)).toBeGreaterThanOrEqual(4)
    expect(await t.guest.does(forgetSenders)).toBe(0)
    for (const id of [open.id, closed.id, own, taken.id]) {
      expect((await db.select().from(sender).where(eq(sender.reportId, id)))[0]).toMatchObject({ personId: null, name: null, email: null, phone: null })
      expect((await rowOf(id)).forgottenAt).not.toBeNull()
      expect(await db.select().from(follow).where(eq(follow.subjectId, id))).toEqual([])
      expect((await db.select().from(subject).where(eq(subject.id, id)))[0]!.authorPersonId).toBeNull()
    }
    expect((await rowOf(open.id)).text).toBe('Kuoppa kadulla.')
    expect(await rowOf(closed.id)).toMatchObject({ text: '', answers: {} })
    expect(await db.select().from(addition).where(eq(addition.reportId, closed.id))).toEqual([])
    expect(await db.select().from(staffNote).where(eq(staffNote.reportId, closed.id))).toEqual([])
    expect(await t.house.storage.get(keyOf({ scope: { municipalityId: t.municipality.id } }, its.id))).toBeNull()
    expect((await db.select().from(subject).where(eq(subject.id, closed.id)))[0]).toMatchObject({ summary: '', longitude: null })
    expect((await db.select().from(sender).where(eq(sender.reportId, still.id)))[0]).toMatchObject({ email: 'y@koivula.example' })
  })
})

test('a mark tells what was seen', async () => {
  const id = await send(t.aino, 'Merkki.')
  const its = { ...await t.guest.sees(subjectOf, id), ...await rowOf(id) }
  expect(seenMark(its)).not.toBe(seenMark({ ...its, state: 'done' }))
  await t.jari.does(moveReports, [id], { to: 'underWay' })
})
