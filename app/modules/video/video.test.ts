import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { everyHolding } from '#core/identity/holdings.ts'
import { notice } from '#core/notices/schema.server.ts'
import { tellThem } from '#core/notices/tell.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { followSubject, followTarget } from '#core/trail/follow.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { proposeIdea } from '#modules/ideas/server'
import { hideThing, reportThing } from '#modules/moderation/server'
import { madeVideo } from '../../../tests/media.ts'
import { type Someone, town } from '../../../tests/town.ts'
import { arrivedOf, beginVideo, cancelVideo } from './begin.server.ts'
import { askSpeech, captionsFromFile, captionsFromText, changeCaptions, copyCaptions, eraseCaptions, keepCaptions } from './captions.server.ts'
import { keys } from './names.ts'
import { eraseUnfinishedVideos, remindOfCaptions, videosOf } from './public.server.ts'
import { editVideo, publishVideo, removeVideo } from './publish.server.ts'
import { receiveVideo, takeVideo } from './receive.server.ts'
import { video } from './schema.server.ts'
import { showVideo } from './show.server.ts'
import { takePiece } from './tus.server.ts'

const its = await town()
const { house, aino, otso, jari, saara, leena, mirja, antti, guest, ry, topics, newPerson } = its
const file = await madeVideo({ bytesAPicture: 2000 })
const idea = await aino.does(proposeIdea, { title: 'Laituri Keijärven rantaan', text: 'Rannalta puuttuu laituri, jolta pääsee veteen.', topicId: topics.sports })
const stream = (bytes: Uint8Array) => new Response(bytes as BodyInit).body
const later = (hours: number) => { house.time = new Date(house.time.getTime() + hours * 3_600_000) }
const subjectRow = async (ctx: Ctx) => { const { subjectOf } = await import('#core/trail/subject.server.ts'); return subjectOf(ctx, idea.id) }
const shownOn = async (who: Someone) => (await who.sees(async (ctx) => videosOf(ctx, await subjectRow(ctx)))).videos.map((each) => each.id)
const taken = async (who: Someone, bytes = file) => { const done = await who.does(takeVideo, { subjectId: idea.id, language: 'fi', bytes }); if ('problems' in done) throw new Error(JSON.stringify(done.problems)); return done.id }
const published = async (who: Someone, title = 'Laiturista minuutissa', live = false) => { const id = await taken(who); await who.does(publishVideo, id, { title, ...(live ? { live: 'on' } : {}) }); return id }
const stored = async () => { const found: string[] = []; for await (const key of house.storage.keys()) found.push(key); return found }
const dots = (personId: string, kind: string) => house.database.owner.$count(notice, and(eq(notice.personId, personId), eq(notice.kind, kind)))
const row = async (id: string) => (await house.database.owner.select().from(video).where(eq(video.id, id)))[0]!

beforeEach(async () => { later(25); await house.database.owner.delete(video) })

describe('a video on its way', () => {
  test('comes in pieces, and goes on from where it broke off', async () => {
    const begun = await aino.does(beginVideo, { subjectId: idea.id, bytes: file.length, language: 'fi' }) as { id: string }
    const half = Math.floor(file.length / 2)
    let sent = 0
    const broken = new ReadableStream<Uint8Array>({ pull(controller) { if (sent < half) { controller.enqueue(file.slice(sent, sent += 700)) } else controller.error(new Error('the tunnel')) } })
    const arrived = await aino.sees(takePiece, begun.id, 0, broken)
    expect(arrived).toBeGreaterThanOrEqual(half)
    expect((await aino.sees(arrivedOf, begun.id)).arrived).toBe(arrived)
    await expect(aino.sees(takePiece, begun.id, 0, stream(file))).rejects.toThrow('uploadOffset')
    expect(await aino.does(receiveVideo, begun.id)).toEqual({ problems: { file: 'notWhole' } })
    expect(await aino.sees(takePiece, begun.id, arrived, stream(file.slice(arrived)))).toBe(file.length)
    expect(await aino.does(receiveVideo, begun.id)).toEqual({ id: begun.id })
    expect(await aino.does(receiveVideo, begun.id), 'once more').toEqual({ id: begun.id })
    expect((await aino.sees(showVideo, begun.id)).video).toMatchObject({ state: 'waiting', durationMs: 2000, width: 320, height: 240 })
    expect(await stored()).not.toContain(keys.arriving({ scope: { municipalityId: its.municipality.id } }, begun.id))
    await aino.does(cancelVideo, begun.id)
  })
  test('is its maker’s alone: nobody else knows of it, brings to it or takes it', async () => {
    const { id } = await aino.does(beginVideo, { subjectId: idea.id, bytes: 10, language: 'fi' }) as { id: string }
    for (const who of [otso, guest, leena]) {
      await expect(who.sees(arrivedOf, id)).rejects.toThrow('notFound')
      await expect(who.sees(takePiece, id, 0, stream(new Uint8Array(3)))).rejects.toThrow(/forbidden|signInNeeded/)
      await expect(who.does(receiveVideo, id)).rejects.toThrow(/forbidden|signInNeeded/)
      await expect(who.does(cancelVideo, id)).rejects.toThrow(/forbidden|signInNeeded/)
      await expect(who.sees(showVideo, id)).rejects.toThrow('notFound')
    }
    await expect(antti.sees(takePiece, id, 0, stream(new Uint8Array(3))), 'an admin may stop it, not write in it').rejects.toThrow('notFound')
    await expect(aino.sees(takePiece, id, 0, stream(new Uint8Array(11))), 'no more than was said').rejects.toThrow('tooLarge')
    await aino.does(cancelVideo, id)
  })
  test('many that arrive at once do not take every connection to the database: some are asked to try again, and lose nothing', async () => {
    const begun: string[] = []
    for (let i = 0; i < 6; i++) { const { id } = await jari.does(beginVideo, { subjectId: idea.id, bytes: file.length, language: 'fi' }) as { id: string }; await jari.sees(takePiece, id, 0, stream(file)); begun.push(id) }
    // the first is read slowly, so that the others come while it goes on
    const { storage } = house, read = storage.read
    let goOn = () => {}
    const slow = new Promise<void>((resolve) => { goOn = resolve })
    storage.read = async (...asked) => { await slow; return read(...asked) }
    const refused: string[] = []
    const all = begun.map((id) => jari.does(receiveVideo, id).catch((cause: Error) => { refused.push(cause.message) }))
    await expect.poll(() => refused).toEqual(['tooOften', 'tooOften', 'tooOften'])
    goOn()
    storage.read = read
    await Promise.all(all)
    expect(refused).toHaveLength(3)
    for (const id of begun) { expect(await jari.does(receiveVideo, id)).toEqual({ id }); await jari.does(cancelVideo, id) }
  })
  test('may be the author’s own or an official’s, and not anyone else’s', async () => {
    for (const who of [otso, ry, mirja]) await expect(who.does(takeVideo, { subjectId: idea.id, language: 'fi', bytes: file })).rejects.toThrow('forbidden')
    await expect(guest.does(takeVideo, { subjectId: idea.id, language: 'fi', bytes: file })).rejects.toThrow('signInNeeded')
    for (const who of [aino, jari, leena, antti]) await who.does(cancelVideo, await taken(who))
  })
  test('what is wrong with it is said, and nothing of it stays', async () => {
    const before = (await stored()).length
    const take = (bytes: Uint8Array) => aino.does(takeVideo, { subjectId: idea.id, language: 'fi', bytes })
    expect(await take(Buffer.from('ei mikään video'))).toEqual({ problems: { file: 'notVideo' } })
    expect(await take(await madeVideo({ seconds: 240, bytesAPicture: 40 }))).toEqual({ problems: { file: 'videoTooLong' } })
    expect(await take(await madeVideo({ codec: 'hevc' }))).toEqual({ problems: { file: 'videoKind' } })
    expect(await aino.does(beginVideo, { subjectId: idea.id, bytes: 250_000_001, language: 'fi' })).toEqual({ problems: { file: 'videoTooLarge' } })
    const { id } = await aino.does(beginVideo, { subjectId: idea.id, bytes: 9, language: 'fi' }) as { id: string }
    await aino.sees(takePiece, id, 0, stream(Buffer.from('ei video!')))
    expect(await aino.does(receiveVideo, id)).toEqual({ refused: 'notVideo', subjectId: idea.id })
    await expect(aino.sees(arrivedOf, id)).rejects.toThrow('notFound')
    expect((await stored()).length).toBe(before)
    expect(await house.database.owner.$count(video, eq(video.state, 'uploading'))).toBe(0)
  })
  test('one person has at most three unfinished, also when they begin at the same moment', async () => {
    const who = await newPerson('Vilma Vilkas')
    const mine = await who.does(proposeIdea, { title: 'Valot ladulle', text: 'Ladulla on pimeää iltaisin.', topicId: topics.sports })
    const all = await Promise.all(Array.from({ length: 9 }, () => who.does(beginVideo, { subjectId: mine.id, bytes: 100, language: 'fi' })))
    expect(all.filter((each) => 'id' in each)).toHaveLength(3)
    expect(all.filter((each) => 'problems' in each && each.problems.file === 'tooManyUnfinished')).toHaveLength(6)
    later(49)
    await antti.does(eraseUnfinishedVideos)
    expect('id' in await who.does(beginVideo, { subjectId: mine.id, bytes: 100, language: 'fi' })).toBe(true)
  })
  test('unfinished, it is erased after two days, and not a moment before', async () => {
    const { id } = await aino.does(beginVideo, { subjectId: idea.id, bytes: 100, language: 'fi' }) as { id: string }
    await aino.sees(takePiece, id, 0, stream(new Uint8Array(40)))
    const waits = await taken(aino)
    later(47.9)
    expect(await antti.does(eraseUnfinishedVideos)).toBe(0)
    later(0.2)
    expect(await antti.does(eraseUnfinishedVideos)).toBe(2)
    expect((await stored()).filter((key) => key.includes(id) || key.includes(waits))).toEqual([])
  })
})

describe('a published video', () => {
  test('is seen by all where it belongs, is on the trail, and its followers hear', async () => {
    await otso.does((ctx) => followSubject(ctx, { id: otso.id }, idea.id, 'chosen'))
    const near = await newPerson('Lauri Liikkuja')
    await near.does((ctx) => followTarget(ctx, { id: near.id }, { topicId: topics.sports }))
    const waits = await taken(jari)
    expect(await shownOn(guest)).toEqual([])
    expect(await shownOn(jari)).toEqual([waits])
    expect(await jari.does(publishVideo, waits, { title: 'Laituri tulee keväällä' })).toEqual({ waits: false })
    await jari.does(publishVideo, waits, { title: 'Toinen painallus' })
    await deliver(house, [tellThem])
    expect((await guest.sees(showVideo, waits)).video).toMatchObject({ state: 'published', title: 'Laituri tulee keväällä', by: 'Jari Niemi', unit: 'Liikuntapalvelut', poster: expect.stringContaining('poster.webp') })
    expect((await guest.sees(trailOf, idea.id))[0]).toMatchObject({ kind: 'video.published', what: 'Uusi video', sentence: 'Laituri tulee keväällä' })
    expect(await dots(otso.id, 'video.published')).toBe(1)
    expect(await dots(near.id, 'video.published'), 'who follows its topic').toBe(1)
    expect(await dots(jari.id, 'video.published'), 'not who made it').toBe(0)
    await saara.does(editVideo, waits, { title: 'Laituri tulee toukokuussa' })
    expect((await guest.sees(showVideo, waits)).video.title).toBe('Laituri tulee toukokuussa')
    await expect(leena.does(editVideo, waits, { title: 'Toinen yksikkö' })).rejects.toThrow('forbidden')
    await expect(otso.does(removeVideo, waits)).rejects.toThrow('forbidden')
    await jari.does(removeVideo, waits)
    expect(await shownOn(guest)).toEqual([])
    expect((await stored()).filter((key) => key.includes(waits))).toEqual([])
  })
  test('is hidden by a moderator with its captions, and comes back', async () => {
    const id = await published(aino)
    await otso.does(reportThing, { subjectId: idea.id, commentId: id }, { reason: 'insult' })
    await mirja.does(hideThing, { subjectId: idea.id, commentId: id }, { reason: 'insult', explanation: 'Videolla nimitellään naapuria.' })
    expect(await shownOn(guest)).toEqual([])
    await expect(guest.sees(showVideo, id)).rejects.toThrow('notFound')
    expect((await aino.sees(showVideo, id)).video).toMatchObject({ state: 'hidden', hiddenWhy: { explanation: 'Videolla nimitellään naapuria.' } })
    expect((await mirja.sees(showVideo, id)).video.state).toBe('hidden')
    expect((await guest.sees(trailOf, idea.id))[0]!.what).toBe('Valvoja piilotti videon')
    expect(await aino.does(publishVideo, id, { title: 'Uudelleen' }), 'publishing again does not bring it back').toEqual({ waits: true })
    await aino.does(removeVideo, id)
  })
  test('whose title a rule stops waits for a moderator, and is told of when it is let through', async () => {
    const id = await taken(aino)
    expect(await aino.does(publishVideo, id, { title: 'Vitun hieno laituri' })).toEqual({ waits: true })
    expect(await shownOn(guest)).toEqual([])
    const { keepThing } = await import('../moderation/decide.server.ts')
    await mirja.does(keepThing, { subjectId: idea.id, commentId: id })
    expect(await shownOn(guest)).toEqual([id])
    expect((await guest.sees(trailOf, idea.id)).filter((each) => each.data.videoId === id)).toHaveLength(1)
    await aino.does(removeVideo, id)
  })
  test('of a subject that is hidden is not seen', async () => {
    const id = await published(jari)
    await mirja.does((ctx) => changeSubject(ctx, idea.id, { visibility: 'hidden' }))
    await expect(guest.sees(showVideo, id)).rejects.toThrow('notFound')
    expect((await jari.sees(showVideo, id)).isPublic).toBe(false)
    await mirja.does((ctx) => changeSubject(ctx, idea.id, { visibility: 'public' }))
    await jari.does(removeVideo, id)
  })
  test('shows its maker’s face, so it goes with them; one made for the municipality stays', async () => {
    const [own, official] = [await published(aino), await published(jari)]
    const holding = everyHolding().get('video')!
    expect((await aino.sees(holding.read, aino.id)).videos).toEqual([expect.objectContaining({ title: 'Laiturista minuutissa', state: 'published' })])
    await aino.does(holding.erase, aino.id)
    await jari.does(holding.erase, jari.id)
    expect(await shownOn(guest)).toEqual([official])
    expect((await stored()).filter((key) => key.includes(own))).toEqual([])
    await antti.does(removeVideo, official)
  })
  test('of a neighbour municipality is not there', async () => {
    const there = await town({ house, name: 'Naapurila' })
    const id = await published(jari)
    for (const who of [there.jari, there.antti, there.root, there.guest]) {
      await expect(who.sees(showVideo, id)).rejects.toThrow('notFound')
      await expect(who.does(removeVideo, id)).rejects.toThrow('notFound')
      await expect(who.does(takeVideo, { subjectId: idea.id, language: 'fi', bytes: file })).rejects.toThrow('notFound')
    }
    await jari.does(removeVideo, id)
  })
})

describe('captions', () => {
  const day = (at: Date | null) => at && new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short', timeStyle: 'medium' }).format(at)
  const line = (text: string, start = '0:00.0', end = '0:01.5') => ({ start, end, text })

  test('of the municipality’s own video are due the day it is published, of a live broadcast’s recording in 14 days, of a resident’s never', async () => {
    house.time = new Date('2027-03-20T10:00:00Z') // the clocks change in between
    const [recorded, live, resident] = [await published(jari), await published(jari, 'Valtuuston kokous', true), await published(aino, 'Minun mielestäni', true)]
    expect([day((await row(recorded)).captionsDueAt), day((await row(live)).captionsDueAt), (await row(resident)).captionsDueAt]).toEqual(['2027-03-20 23:59:59', '2027-04-03 23:59:59', null])
    expect((await guest.sees(showVideo, live)).video.owed).toEqual({ dueAt: expect.any(Date), late: false })
    expect((await row(resident)).live, 'only the municipality’s').toBe(false)
    for (const id of [recorded, live, resident]) await antti.does(removeVideo, id)
  })
  test('that are missing are reminded of: first who published, then the lead too, once each, and no more when they are there', async () => {
    house.time = new Date('2027-05-03T09:00:00Z')
    const id = await published(saara, 'Kokouksen tallenne', true)
    const remind = () => antti.does(remindOfCaptions)
    expect(await remind()).toEqual({ soon: 0, late: 0 })
    house.time = new Date('2027-05-15T05:30:00Z')
    const both = await Promise.all([remind(), remind(), remind()])
    expect(both.map((each) => each.soon).sort()).toEqual([0, 0, 1])
    expect([await dots(saara.id, 'video.captionsDue'), await dots(jari.id, 'video.captionsDue')]).toEqual([1, 0])
    house.time = new Date('2027-05-18T04:00:00Z')
    expect(await remind(), 'before eight in the morning').toEqual({ soon: 0, late: 0 })
    house.time = new Date('2027-05-18T05:30:00Z')
    expect(await remind()).toEqual({ soon: 0, late: 1 })
    expect(await remind()).toEqual({ soon: 0, late: 0 })
    expect([await dots(saara.id, 'video.captionsLate'), await dots(jari.id, 'video.captionsLate')]).toEqual([1, 1])
    expect((await guest.sees(showVideo, id)).video.owed!.late).toBe(true)
    await saara.does(keepCaptions, id, 'sv', [line('Välkommen')], 'ready')
    expect((await guest.sees(showVideo, id)).video.owed, 'another language does not do').not.toBeNull()
    await saara.does(keepCaptions, id, 'fi', [line('Tervetuloa')], 'ready')
    expect((await guest.sees(showVideo, id)).video.owed).toBeNull()
    await saara.does(eraseCaptions, id, 'fi')
    expect((await guest.sees(showVideo, id)).video.owed).not.toBeNull()
    await saara.does(removeVideo, id)
  })
  test('a draft is its makers’ alone; ready, everyone reads it, and it is what was said', async () => {
    const id = await published(jari)
    await jari.does(captionsFromText, id, 'fi', 'Hyvää huomenta. Laituri tulee toukokuussa.\nTervetuloa uimaan!')
    expect((await guest.sees(showVideo, id)).video.tracks).toEqual([])
    const { cues } = (await jari.sees(showVideo, id)).drafts[0]!
    expect(cues.map((cue) => cue.text)).toEqual(['Hyvää huomenta. Laituri tulee toukokuussa.', 'Tervetuloa uimaan!'])
    expect([cues[0]!.start, cues[1]!.end]).toEqual([0, 2000])
    await jari.does(changeCaptions, id, 'fi', cues.map((cue) => line(cue.text, String(cue.start / 1000), String(cue.end / 1000))), { does: 'add', at: 0 })
    await jari.does(keepCaptions, id, 'fi', [line('Hyvää huomenta.'), line('Laituri tulee.', '0:01.5', '0:02.0')], 'ready')
    expect((await guest.sees(showVideo, id)).video.tracks).toEqual([expect.objectContaining({ language: 'fi', text: 'Hyvää huomenta. Laituri tulee.' })])
    await jari.does(copyCaptions, id, 'fi', 'sv')
    expect((await jari.sees(showVideo, id)).drafts[1]).toMatchObject({ language: 'sv', state: 'draft', cues: [{ text: 'Hyvää huomenta.' }, { text: 'Laituri tulee.' }] })
    await jari.does(captionsFromFile, id, 'en', 'WEBVTT\n\n00:00.000 --> 00:01.000\nGood morning')
    expect((await jari.sees(showVideo, id)).drafts[2]).toMatchObject({ language: 'en', state: 'draft', cues: [{ start: 0, end: 1000, text: 'Good morning' }] })
    expect(await jari.does(captionsFromFile, id, 'en', 'WEBVTT\n\n01:00.000 --> 01:01.000\nOf another video')).toEqual({ problems: { file: 'beyond' } })
    expect(await jari.does(captionsFromFile, id, 'en', 'Hello')).toEqual({ problems: { file: 'notCaptions' } })
    expect(await jari.does(captionsFromText, id, 'en', '  \n')).toEqual({ problems: { heard: 'noText' } })
    for (const who of [otso, aino, leena]) await expect(who.does(keepCaptions, id, 'fi', [line('Ei')], 'ready')).rejects.toThrow('forbidden')
    await jari.does(removeVideo, id)
  })
  test('what is wrong with a line is said of that line, and nothing is kept', async () => {
    const id = await taken(aino)
    const keep = (...lines: ReturnType<typeof line>[]) => aino.does(keepCaptions, id, 'fi', lines, 'ready')
    expect(await keep(line('Yksi'), line('Kaksi', 'heti', '0:05'), line('Kolme', '0:01', '0:01'), line('Neljä', '0:30', '0:40'))).toEqual({ problems: { start1: 'time', end2: 'order', end3: 'order' } })
    expect(await keep(line('  '))).toEqual({ problems: { text0: 'noCues' } })
    expect((await aino.sees(showVideo, id)).drafts[0]!.state).toBeNull()
    await aino.does(cancelVideo, id)
  })
  test('of a resident pass moderation like any text', async () => {
    const id = await published(aino)
    await aino.does(keepCaptions, id, 'fi', [line('Saatanan hyvä laituri')], 'ready')
    expect(await shownOn(guest)).toEqual([])
    expect((await row(id)).state).toBe('hidden')
    await aino.does(removeVideo, id)
  })
  test('are asked of no service where there is none', async () => {
    const id = await taken(jari)
    await jari.does(askSpeech, id)
    expect((await row(id)).speech).toBeNull()
    await jari.does(cancelVideo, id)
  })
})
