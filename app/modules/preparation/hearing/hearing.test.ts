import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { storePicture } from '#core/files/pictures.server.ts'
import { area, event } from '#core/trail/schema.server.ts'
import { changeSubject, subjectOf } from '#core/trail/subject.server.ts'
import { wallClock } from '#core/time/local.ts'
import { addComment, listComments, readDiscussion, speakingOf } from '#modules/discussion/server'
import sharp from 'sharp'
import { town } from '../../../../tests/town.ts'
import { matterOf } from '../matter.server.ts'
import { movePhase } from '../phases.server.ts'
import { publishMatter } from '../publish.server.ts'
import { putMatter } from '../put.server.ts'
import { matter, phase, section } from '../schema.server.ts'
import '../public.server.ts'
import { closeHearing, closeHearings, seenSummary, writeSummary } from './close.server.ts'
import { previewed, previewPathOf, renewPreview, showPreview } from './preview.server.ts'
import { readHearing } from './read.server.ts'
import { addSection, editSection, moveSection, removeSection, type SectionInput, sectionsOf } from './sections.server.ts'

const here = await town()
const { aino, otso, jari, saara, leena, antti, guest, mirja, ry, house, topics } = here
const db = house.database.owner
const start = house.time
beforeEach(() => { house.time = start })
let count = 0
const words = { sentence: 'Nyt asiasta kuullaan kaikkia, joita se koskee.' }
const draft = async () => (await jari.does(putMatter, { title: `Rantapolku ${++count}`, thought: 'Rannalle voisi tehdä valaistun polun, jota pitkin pääsee kouluun.', topicId: topics.sports }) as { id: string }).id
/** A matter whose hearing goes on until the day. */
async function heard(endsOn: string, speakers: 'anyone' | 'signedIn' = 'signedIn') {
  const id = await draft()
  await jari.does(publishMatter, id)
  await db.update(matter).set({ speakers }).where(eq(matter.id, id))
  const hearing = (await guest.sees(matterOf, id)).phases.find((each) => each.hearing === 'yes')!
  const moved = await jari.does(movePhase, id, { to: hearing.id, endsOn, ...words })
  if ('problems' in moved) throw new Error(JSON.stringify(moved))
  return id
}
const add = async (id: string, more: Partial<SectionInput> = {}) => {
  const done = await jari.does(addSection, id, { title: 'Reitti', text: 'Polku kulkee rannassa. Se valaistaan.', ...more })
  if ('problems' in done) throw new Error(JSON.stringify(done.problems))
  return done.sectionId
}
const open = (id: string, who = otso) => who.sees(async (ctx: Ctx) => speakingOf(ctx, await subjectOf(ctx, id)))
const read = (id: string, query = '', who = guest) => who.sees(async (ctx: Ctx) => readHearing(ctx, await matterOf(ctx, id), new URLSearchParams(query)))
const events = async (id: string, kind: string) => (await db.select().from(event).where(and(eq(event.subjectId, id), eq(event.kind, kind)))).length

describe('a hearing ends by its date', () => {
  // Finland is at +2 in winter and +3 in summer; the clock changes on 29 March and 25 October 2026
  test.each([
    ['2026-11-30', '2026-11-30T21:59:59Z', '2026-11-30T22:00:00Z'], ['2026-07-31', '2026-07-31T20:59:59Z', '2026-07-31T21:00:00Z'],
    ['2026-03-28', '2026-03-28T21:59:59Z', '2026-03-28T22:00:00Z'], ['2026-03-29', '2026-03-29T20:59:59Z', '2026-03-29T21:00:00Z'],
    ['2026-10-24', '2026-10-24T20:59:59Z', '2026-10-24T21:00:00Z'], ['2026-10-25', '2026-10-25T21:59:59Z', '2026-10-25T22:00:00Z'],
  ])('on %s at midnight in Finland', async (day, last, after) => {
    house.time = new Date(new Date(last).getTime() - 20 * 86_400_000)
    const id = await heard(day)
    house.time = new Date(last)
    expect((await open(id)).open).toBe(true)
    expect('id' in await otso.does(addComment, id, { text: 'Viime hetkellä' })).toBe(true)
    expect(await jari.does(closeHearing, id)).toBe(false)
    house.time = new Date(after)
    expect(await open(id)).toMatchObject({ open: false, closedWhy: expect.stringContaining('Kuuleminen päättyi') })
    expect(await otso.does(addComment, id, { text: 'Myöhässä' })).toEqual({ problems: { form: 'closed' } })
    expect(await jari.does(closeHearing, id)).toBe(true)
    const { subject, its } = await guest.sees(matterOf, id)
    // the end of the fourteenth day after, whichever clock is used then
    const due = new Date(Date.parse(`${day}T12:00:00Z`) + 14 * 86_400_000).toISOString().slice(0, 10)
    expect(wallClock(its.summaryDueAt!)).toEqual({ day: due, time: '23:59:59' })
    expect(subject.dueAt).toEqual(its.summaryDueAt)
  })
  test('before the job has run the page says when the summary comes; the job says the same, once, however often it runs', async () => {
    const id = await heard('2026-12-01')
    house.time = new Date('2026-12-03T09:00:00Z')
    const before = await read(id)
    await Promise.all([jari.does(closeHearings), saara.does(closeHearings)]); await jari.does(closeHearings)
    const after = await read(id)
    expect(after.summaryDueAt).toEqual(before.summaryDueAt)
    expect(wallClock(after.summaryDueAt!).day).toBe('2026-12-15')
    expect([after.summaryLate, await events(id, 'preparation.hearingEnded')]).toEqual([false, 1])
    house.time = new Date('2026-12-16T09:00:00Z')
    expect((await read(id)).summaryLate).toBe(true)
  })
  test('an official who moves on ends it too; the summary stays owed whatever the next phase owes', async () => {
    const id = await heard('2026-12-20')
    const proposal = (await guest.sees(matterOf, id)).phases.find((each) => each.name?.fi === 'Ehdotus')!
    house.time = new Date('2026-11-25T09:00:00Z')
    await jari.does(movePhase, id, { to: proposal.id, endsOn: '2027-03-01', ...words })
    house.time = new Date('2026-11-25T10:00:00Z')
    await jari.does(closeHearings)
    const { subject, its } = await guest.sees(matterOf, id)
    expect(wallClock(its.summaryDueAt!).day).toBe('2026-12-09')
    expect(subject.dueAt).toEqual(its.summaryDueAt)
    await jari.does(async (ctx: Ctx) => changeSubject(ctx, id, { dueAt: new Date('2026-12-01T10:00:00Z') }))
    await jari.does(closeHearings)
    expect((await guest.sees(matterOf, id)).subject.dueAt).toEqual(new Date('2026-12-01T10:00:00Z'))
    await jari.does(async (ctx: Ctx) => changeSubject(ctx, id, { dueAt: null }))
    await jari.does(closeHearings)
    expect((await guest.sees(matterOf, id)).subject.dueAt).toEqual(its.summaryDueAt)
    expect(await events(id, 'preparation.hearingEnded')).toBe(1)
  })
  test('a hearing that is still ahead, and a draft, owe nothing', async () => {
    const id = await draft()
    expect((await read(id, '', jari)).summaryDueAt).toBeNull()
    await jari.does(publishMatter, id)
    house.time = new Date('2027-06-01T09:00:00Z')
    expect(await jari.does(closeHearing, id)).toBe(false)
    expect((await read(id)).summaryDueAt).toBeNull()
  })
})

describe('the summary', () => {
  const text = 'Kuulemisessa toivottiin valoja ja penkkejä. Valot tulevat, penkit myöhemmin.'
  test('is written when the hearing has ended, by its officials, and pays the duty; the trail tells of it', async () => {
    const id = await heard('2026-12-01')
    await expect(jari.does(writeSummary, id, { text })).rejects.toThrow('hearingGoesOn')
    house.time = new Date('2026-12-03T09:00:00Z')
    await jari.does(closeHearings)
    for (const who of [aino, leena, ry, mirja]) await expect(who.does(writeSummary, id, { text })).rejects.toThrow('forbidden')
    await expect(guest.does(writeSummary, id, { text })).rejects.toThrow('signInNeeded')
    await jari.does(writeSummary, id, { text })
    const shown = await read(id)
    expect([shown.summary?.text, shown.summaryDueAt]).toEqual([text, null])
    expect((await guest.sees(matterOf, id)).subject.dueAt!.getTime()).toBeGreaterThan(house.time.getTime())
    expect(await events(id, 'preparation.summaryPublished')).toBe(1)
    await jari.does(closeHearings)
    expect((await guest.sees(matterOf, id)).its.summaryDueAt).toBeNull()
  })
  test('two officials do not write over each other, and a change is told', async () => {
    const id = await heard('2026-12-01')
    house.time = new Date('2026-12-03T09:00:00Z')
    const done = await Promise.all([jari, saara].map((who, i) => who.does(writeSummary, id, { text: `${text} ${i}` })))
    expect(done.filter(Boolean)).toEqual([{ problems: { text: 'writtenMeanwhile' } }])
    const { its } = await guest.sees(matterOf, id)
    house.time = new Date('2026-12-04T09:00:00Z')
    expect(await saara.does(writeSummary, id, { text: `${text} Lopuksi.`, seen: seenSummary(its) })).toBeUndefined()
    expect([await events(id, 'preparation.summaryPublished'), await events(id, 'preparation.summaryEdited')]).toEqual([1, 1])
  })
  test('of a hearing that was moved on may be written the same day, and is not owed again when the day is out', async () => {
    const id = await heard('2026-12-20')
    const decision = (await guest.sees(matterOf, id)).phases.find((each) => each.name?.fi === 'Päätös')!
    house.time = new Date('2026-12-03T09:00:00Z')
    await jari.does(movePhase, id, { to: decision.id, endsOn: '2027-03-01', ...words })
    house.time = new Date('2026-12-03T10:00:00Z')
    await jari.does(writeSummary, id, { text })
    house.time = new Date('2026-12-03T10:30:00Z')
    expect((await read(id)).summaryDueAt).toBeNull()
    house.time = new Date('2026-12-05T10:00:00Z')
    expect(await jari.does(closeHearing, id)).toBe(false)
    expect([(await read(id)).summaryDueAt, await events(id, 'preparation.hearingEnded')]).toEqual([null, 0])
  })
  test('a second hearing owes a summary of its own', async () => {
    const id = await heard('2026-12-01')
    house.time = new Date('2026-12-03T09:00:00Z')
    await jari.does(writeSummary, id, { text })
    const again = (await guest.sees(matterOf, id)).phases.find((each) => each.name?.fi === 'Ehdotus')!
    await db.update(phase).set({ hearing: 'yes' }).where(eq(phase.id, again.id))
    await jari.does(movePhase, id, { to: again.id, endsOn: '2026-12-20', ...words })
    house.time = new Date('2026-12-22T09:00:00Z')
    expect(await jari.does(closeHearing, id)).toBe(true)
    expect(wallClock((await read(id)).summaryDueAt!).day).toBe('2027-01-03')
  })
})

describe('the document', () => {
  test('is made by the matter’s officials and stands in order', async () => {
    const id = await draft()
    const [a, b, c] = [await add(id, { title: 'A' }), await add(id, { title: 'B' }), await add(id, { title: 'C' })]
    await jari.does(moveSection, id, c!, 'up'); await jari.does(moveSection, id, a!, 'up'); await saara.does(moveSection, id, a!, 'down')
    const titles = async () => (await jari.sees(sectionsOf, id)).map((each) => each.title).join('')
    expect(await titles()).toBe('CAB')
    await jari.does(removeSection, id, a!); await jari.does(removeSection, id, a!)
    expect(await titles()).toBe('CB')
    await Promise.all([jari.does(moveSection, id, b!, 'up'), saara.does(addSection, id, { title: 'D', text: 'Uusi' }), antti.does(addSection, id, { title: 'E', text: 'Uusi' })])
    expect((await titles()).slice(0, 2)).toBe('BC')
    expect(new Set((await db.select().from(section).where(eq(section.matterId, id))).filter((row) => !row.removedAt).map((row) => row.position)).size).toBe(4)
    for (const who of [aino, leena]) await expect(who.does(addSection, id, { title: 'X', text: 'x' })).rejects.toThrow('notFound') // of a draft they know nothing
    await jari.does(publishMatter, id)
    for (const who of [aino, leena, mirja]) await expect(who.does(editSection, id, b!, { title: 'X', text: 'x' })).rejects.toThrow('forbidden')
    const there = await town({ house, name: 'Naapurila' })
    await expect(there.jari.does(addSection, id, { title: 'X', text: 'x' })).rejects.toThrow('notFound')
  })
  test('a section has something in it, a picture says what it tells, a map has its words', async () => {
    const id = await draft()
    const says = async (more: Partial<SectionInput>, picture?: Parameters<typeof addSection>[3]) => { const done = await jari.does(addSection, id, { title: 'Otsikko', text: '', ...more }, picture); return 'problems' in done ? Object.values(done.problems)[0] : 'kept' }
    const stored = await jari.does(async (ctx: Ctx) => storePicture(ctx, await sharp({ create: { width: 40, height: 30, channels: 3, background: '#3a7' } }).png().toBuffer()))
    if (typeof stored === 'string') throw new Error(stored)
    expect(await says({})).toBe('required')
    expect(await says({}, stored)).toBe('alternativeNeeded')
    expect(await says({ description: 'Polku rannassa' }, stored)).toBe('kept')
    expect((await jari.sees(sectionsOf, id))[0]!.picture).toMatchObject({ width: 40, height: 30, description: 'Polku rannassa' })
    expect(await says({ mapName: 'Keijärvi' })).toBe('kept')
    expect((await jari.sees(sectionsOf, id))[1]!.map).toEqual({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [23.58, 61.55] }] })
    const polygon = { type: 'Polygon', coordinates: [[[23.5, 61.5], [23.6, 61.5], [23.6, 61.6], [23.5, 61.5]]] }
    expect(await says({ map: JSON.stringify(polygon) })).toBe('mapNameNeeded')
    for (const its of [polygon, { type: 'Feature', properties: { secret: 1 }, geometry: polygon }, { type: 'FeatureCollection', features: [{ type: 'Feature', properties: null, geometry: polygon }] }, { type: 'GeometryCollection', geometries: [polygon] }]) {
      expect(await says({ map: JSON.stringify(its), mapName: 'Alue' })).toBe('kept')
      expect((await jari.sees(sectionsOf, id)).at(-1)!.map).toEqual({ type: 'GeometryCollection', geometries: [polygon] })
    }
    for (const its of ['{', '[]', 'null', '{"type":"Polygon","coordinates":[]}', '{"type":"Point","coordinates":["x",1]}', '{"type":"Point","coordinates":[200,1]}']) expect(await says({ map: its, mapName: 'Alue' })).toBe('notGeoJson')
    expect(await says({ map: JSON.stringify({ type: 'Point', coordinates: [2.35, 48.85] }), mapName: 'Pariisi' })).toBe('farAway')
    expect(await says({ map: JSON.stringify({ type: 'MultiPoint', coordinates: Array.from({ length: 10_001 }, () => [23.5, 61.5]) }), mapName: 'Alue' })).toBe('tooLong')
    await db.insert(area).values({ municipalityId: here.municipality.id, key: 'Ranta', name: { fi: 'Ranta-alue' }, shape: { type: 'MultiPolygon', coordinates: [polygon.coordinates as [number, number][][]] }, west: 23.5, south: 61.5, east: 23.6, north: 61.6 })
    expect(await says({ area: 'Ranta' })).toBe('kept')
    expect((await jari.sees(sectionsOf, id)).at(-1)!.mapName).toBe('Ranta-alue')
    expect((await jari.sees(sectionsOf, id)).at(-1)!.map!.geometries).toEqual([{ type: 'MultiPolygon', coordinates: [polygon.coordinates] }])
  })
  test('two officials do not write over each other; a map and a picture stay when only words change', async () => {
    const id = await draft()
    const its = await add(id, { mapName: 'Keijärvi' })
    const [seen] = await jari.sees(sectionsOf, id)
    const done = await Promise.all([jari, saara].map((who, i) => who.does(editSection, id, its, { title: 'Reitti', text: `Uusi teksti ${i}`, mapName: 'Ranta', seen: seen!.version })))
    expect(done.filter(Boolean)).toEqual([{ problems: { text: 'writtenMeanwhile' } }])
    expect((await jari.sees(sectionsOf, id))[0]).toMatchObject({ map: seen!.map, mapName: 'Ranta' })
    await jari.does(editSection, id, its, { title: 'Reitti', text: 'Ilman karttaa', dropMap: 'on' })
    expect((await jari.sees(sectionsOf, id))[0]!.map).toBeNull()
  })
  test('a published one says on its trail that it was changed, once an hour', async () => {
    const id = await heard('2026-12-01')
    const its = await add(id)
    await jari.does(editSection, id, its, { title: 'Reitti', text: 'Muutettu' })
    expect(await events(id, 'preparation.documentChanged')).toBe(1)
    house.time = new Date(house.time.getTime() + 3_700_000)
    await jari.does(editSection, id, its, { title: 'Reitti', text: 'Muutettu taas' })
    expect(await events(id, 'preparation.documentChanged')).toBe(2)
  })
})

describe('comments of a section', () => {
  test('are counted and shown with it, a page at a time', async () => {
    const id = await heard('2026-12-20')
    const [route, other] = [await add(id), await add(id, { title: 'Valot', text: 'Valaisimet ovat matalia.' })]
    for (let i = 0; i < 22; i++) { house.time = new Date(house.time.getTime() + 1000); await (i % 2 ? aino : otso).does(addComment, id, { text: `Reitistä ${i}`, partId: route! }) }
    await saara.does(addComment, id, { text: 'Yleisesti' }); await saara.does(addComment, id, { text: 'Valoista', partId: other! })
    const shown = await read(id, `part=${route}`)
    expect(shown.sections.map((each) => each.comments)).toEqual([22, 1])
    expect([shown.talk!.comments.length, shown.talk!.next !== null]).toEqual([20, true])
    const rest = await read(id, `part=${route}&partFrom=${shown.talk!.next}`)
    expect(rest.talk!.comments.map((each) => each.text)).toEqual(['Reitistä 1', 'Reitistä 0'])
    expect((await read(id, 'part=x')).talk).toBeNull()
    expect((await guest.sees(listComments, id)).comments.length).toBe(20)
  })
  test('a quote stays readable when the text changes, and says that it did; a removed section keeps its comments', async () => {
    const id = await heard('2026-12-20')
    const its = await add(id)
    await otso.does(addComment, id, { text: 'Hyvä lause', partId: its, quote: 'Se valaistaan.' })
    const about = async () => { const talk = await guest.sees(async (ctx: Ctx) => readDiscussion(ctx, await subjectOf(ctx, id), new URLSearchParams())); return [talk.comments[0]!.quote, talk.about[talk.comments[0]!.id]] }
    expect(await about()).toEqual(['Se valaistaan.', { title: 'Reitti', removed: false, changed: false }])
    await jari.does(editSection, id, its, { title: 'Reitti', text: 'Polku kulkee rannassa. Sitä ei valaista.' })
    expect(await about()).toEqual(['Se valaistaan.', { title: 'Reitti', removed: false, changed: true }])
    expect(await otso.does(addComment, id, { text: 'Vanha lause', partId: its, quote: 'Se valaistaan.' })).toEqual({ problems: { quote: 'notThere' } })
    await jari.does(removeSection, id, its)
    expect(await about()).toEqual(['Se valaistaan.', { title: 'Reitti', removed: true, changed: true }])
    expect(await otso.does(addComment, id, { text: 'Poistetusta', partId: its })).toEqual({ problems: { form: 'partGone' } })
  })
})

describe('a preview by a secret link', () => {
  const token = async (id: string) => (await jari.sees(async (ctx: Ctx) => previewPathOf(ctx, await matterOf(ctx, id)))).split('/').at(-1)!
  test('shows a draft to anyone who has it and to nobody else, until it is made anew', async () => {
    const id = await draft(), other = await draft()
    await add(id)
    const link = await token(id)
    expect(await guest.sees(showPreview, id, link)).toMatchObject({ published: false, sections: [{ title: 'Reitti' }] })
    for (const wrong of [`${link}x`, link.slice(1), 'x', '', await token(other), '../../etc']) await expect(guest.sees(showPreview, id, wrong)).rejects.toThrow('notFound')
    await expect(guest.sees(showPreview, other, link)).rejects.toThrow('notFound')
    for (const who of [aino, leena]) await expect(who.does(renewPreview, id)).rejects.toThrow('notFound')
    await saara.does(renewPreview, id)
    await expect(guest.sees(previewed, id, link)).rejects.toThrow('notFound')
    expect(await guest.sees(showPreview, id, await token(id))).toBeTruthy()
    const there = await town({ house, name: 'Naapuristo' })
    await expect(there.guest.sees(previewed, id, await token(id))).rejects.toThrow('notFound')
  })
  test('tells that the matter is out when it is, and nothing of one that is hidden or withdrawn', async () => {
    const id = await heard('2026-12-20')
    const link = await token(id)
    expect((await guest.sees(showPreview, id, link)).published).toBe(true)
    for (const visibility of ['hidden', 'withdrawn'] as const) {
      await jari.does(async (ctx: Ctx) => changeSubject(ctx, id, { visibility }))
      await expect(guest.sees(previewed, id, link)).rejects.toThrow('notFound')
    }
  })
})
