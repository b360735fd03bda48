import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { BufferSource, Input, MP4, WEBM } from 'mediabunny'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { speechService } from '#core/ports/speech.server.ts'
import { ffmpeg } from '#core/ports/transcoder.server.ts'
import { proposeIdea } from '#modules/ideas/server'
import { madeVideo } from '../../../tests/media.ts'
import { town } from '../../../tests/town.ts'
import { askSpeech, keepCaptions } from './captions.server.ts'
import { workOnVideos } from './public.server.ts'
import { publishVideo, removeVideo } from './publish.server.ts'
import { takeVideo } from './receive.server.ts'
import { rendition, video } from './schema.server.ts'
import { showVideo } from './show.server.ts'

const its = await town()
const { house, jari, guest, topics } = its
const idea = await jari.does(proposeIdea, { title: 'Laituri Keijärven rantaan', text: 'Rannalta puuttuu laituri, jolta pääsee veteen.', topicId: topics.sports })
const folder = mkdtempSync(join(tmpdir(), 'nousu-work-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const later = (minutes: number) => { house.time = new Date(house.time.getTime() + minutes * 60_000) }
const taken = async (its: Parameters<typeof madeVideo>[0] = {}) => { const done = await jari.does(takeVideo, { subjectId: idea.id, language: 'fi', bytes: await madeVideo(its) }); if ('problems' in done) throw new Error(JSON.stringify(done)); return done.id }
const row = async (id: string) => (await house.database.owner.select().from(video).where(eq(video.id, id)))[0]!
beforeEach(async () => { later(60 * 25); await house.database.owner.delete(video) })

// A speech-to-text service that speaks the real interface: multipart in, verbose JSON out.
type Asked = { fields: Record<string, string>; type: string; tracks: string[]; key: string | undefined }
const heard: Asked[] = []
let answers: { status: number; body: unknown }[] = []
const service = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => { chunks.push(chunk) })
  request.on('end', async () => {
    const form = await new Response(Buffer.concat(chunks), { headers: { 'content-type': request.headers['content-type']! } }).formData()
    const file = form.get('file') as File
    const input = new Input({ source: new BufferSource(await file.arrayBuffer()), formats: [MP4, WEBM] })
    heard.push({ fields: Object.fromEntries([...form].filter(([, value]) => typeof value === 'string') as [string, string][]), type: file.type, tracks: (await input.getTracks()).map((track) => track.type), key: request.headers.authorization })
    const { status, body } = answers.shift() ?? { status: 200, body: { task: 'transcribe', duration: 2, text: 'Hyvää huomenta. Laituri tulee.', segments: [{ id: 0, start: 0, end: 0.9, text: ' Hyvää huomenta.' }, { id: 1, start: 0.9, end: 2.4, text: ' Laituri tulee.' }] } }
    response.writeHead(request.url === '/v1/audio/transcriptions' ? status : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
})
await new Promise<void>((resolve) => { service.listen(0, '127.0.0.1', resolve) })
afterAll(() => { service.closeAllConnections(); service.close() })
const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/v1`

describe('a speech-to-text service', () => {
  beforeEach(() => { house.speech = speechService(url, { key: 'salainen', model: 'whisper-1' }); delete house.transcoder; answers = []; heard.length = 0 })

  test('hears the sound alone and drafts captions, which a person makes public', async () => {
    const id = await taken({ format: 'webm' })
    expect(await workOnVideos(house)).toEqual({ heard: 1, made: 0, failed: 0 })
    expect(heard).toEqual([{ fields: { model: 'whisper-1', language: 'fi', response_format: 'verbose_json' }, type: 'audio/webm', tracks: ['audio'], key: 'Bearer salainen' }])
    const [draft] = (await jari.sees(showVideo, id)).drafts
    expect(draft).toEqual({ language: 'fi', state: 'draft', heard: true, cues: [{ start: 0, end: 900, text: 'Hyvää huomenta.' }, { start: 900, end: 2000, text: 'Laituri tulee.' }] })
    await jari.does(publishVideo, id, { title: 'Laiturista' })
    expect((await guest.sees(showVideo, id)).video).toMatchObject({ tracks: [], owed: { late: false } })
    await jari.does(keepCaptions, id, 'fi', [{ start: '0:00', end: '0:02', text: 'Hyvää huomenta. Laituri tulee.' }], 'ready')
    expect((await guest.sees(showVideo, id)).video).toMatchObject({ tracks: [{ language: 'fi' }], owed: null })
    expect(await workOnVideos(house), 'once').toEqual({ heard: 0, made: 0, failed: 0 })
  })
  test('that fails is asked again, later and later, and at last the failure stands to be seen', async () => {
    answers = Array.from({ length: 5 }, () => ({ status: 503, body: {} }))
    const id = await taken()
    expect((await workOnVideos(house)).failed).toBe(1)
    expect((await workOnVideos(house)).failed, 'not at once').toBe(0)
    for (const minutes of [1, 4, 16, 64]) { later(minutes - 0.5); expect((await workOnVideos(house)).failed).toBe(0); later(1); expect((await workOnVideos(house)).failed, `after ${minutes} min`).toBe(1) }
    expect(await row(id)).toMatchObject({ speech: 'failed', speechError: 'HTTP 503', speechAfter: null })
    later(10_000)
    expect((await workOnVideos(house)).heard).toBe(0)
    await jari.does(askSpeech, id)
    expect((await workOnVideos(house)).heard).toBe(1)
  })
  test('that refuses for good, answers nonsense or is not there, is told in words', async () => {
    answers = [{ status: 401, body: {} }]
    const refused = await taken()
    await workOnVideos(house)
    answers = [{ status: 200, body: { text: 'ei rivejä' } }]
    const nonsense = await taken()
    await workOnVideos(house)
    house.speech = speechService('http://127.0.0.1:9', { model: 'x' })
    const nobody = await taken()
    await workOnVideos(house)
    expect([await row(refused), await row(nonsense), await row(nobody)].map((each) => [each.speech, each.speechError])).toEqual([['failed', 'HTTP 401'], ['failed', 'the answer has no segments'], ['asked', 'no connection']])
  })
  test('does not write over what a person has written meanwhile, and hears nothing in a silent video', async () => {
    const id = await taken()
    await jari.does(keepCaptions, id, 'fi', [{ start: '0', end: '1', text: 'Oma teksti' }], 'draft')
    await workOnVideos(house)
    expect((await jari.sees(showVideo, id)).drafts[0]!.cues).toEqual([{ start: 0, end: 1000, text: 'Oma teksti' }])
    expect((await row(await taken({ sound: false }))).speech).toBeNull()
  })
  test('is asked once for one video, however many programs work', async () => {
    for (let n = 0; n < 4; n++) await taken()
    const done = await Promise.all([workOnVideos(house), workOnVideos(house), workOnVideos(house)])
    expect(done.reduce((sum, each) => sum + each.heard, 0)).toBe(4)
    expect(heard).toHaveLength(4)
  })
})

describe('a transcoder', () => {
  // takes FFmpeg's arguments and gives back what it is given, as a smaller one would come: tables last, with a note in it
  const standIn = (name: string, script: string) => { const path = join(folder, name); writeFileSync(path, `#!${process.execPath}\nconst { copyFileSync, writeFileSync, appendFileSync } = require('node:fs')\nconst args = process.argv.slice(2), from = args[args.indexOf('-i') + 1], to = args.at(-1)\nappendFileSync(${JSON.stringify(join(folder, 'asked'))}, args.join(' ') + '\\n')\n${script}`); chmodSync(path, 0o755); return ffmpeg(path) }
  beforeEach(() => { delete house.speech })

  test('makes the smaller sizes of a published video, and windows choose among them', async () => {
    house.transcoder = standIn('copies', 'copyFileSync(from, to)')
    const id = await taken({ width: 1280, height: 800 })
    expect((await workOnVideos(house)).made, 'not before it is published').toBe(0)
    await jari.does(publishVideo, id, { title: 'Laiturista' })
    expect((await guest.sees(showVideo, id)).video.sources).toHaveLength(1)
    expect(await workOnVideos(house)).toEqual({ heard: 0, made: 2, failed: 0 })
    expect((await guest.sees(showVideo, id)).video.sources.map((each) => [each.path.split('/').at(-1), each.upTo])).toEqual([['360.mp4', '30rem'], ['720.mp4', '80rem'], ['video.mp4', null]])
    expect(await house.storage.size(`${its.municipality.id}/${id}-360.video`)).toBeGreaterThan(1000)
    await jari.does(removeVideo, id)
    expect(await house.storage.size(`${its.municipality.id}/${id}-360.video`)).toBeNull()
    const small = await taken({ width: 640, height: 300 })
    await jari.does(publishVideo, small, { title: 'Pieni' })
    expect((await workOnVideos(house)).made, 'nothing is made larger').toBe(0)
  })
  test.each([['ends with a mistake', 'console.error("Invalid data found"); process.exit(1)', /Invalid data found/], ['makes what is no video', 'writeFileSync(to, "kissa")', /not a video/]])('that %s leaves the video as it was filmed, and is tried again', async (_what, script, error) => {
    house.transcoder = standIn('fails', script)
    const id = await taken({ width: 640, height: 480 })
    await jari.does(publishVideo, id, { title: 'Laiturista' })
    expect(await workOnVideos(house)).toEqual({ heard: 0, made: 0, failed: 1 })
    expect((await guest.sees(showVideo, id)).video.sources).toHaveLength(1)
    const [its] = await house.database.owner.select().from(rendition).where(eq(rendition.videoId, id))
    expect(its).toMatchObject({ state: 'asked', tries: 1, error: expect.stringMatching(error) })
    house.transcoder = standIn('works', 'copyFileSync(from, to)')
    later(2)
    expect((await workOnVideos(house)).made).toBe(1)
  })
  test('that is not on the machine is said so', async () => {
    house.transcoder = ffmpeg(join(folder, 'no-such-program'))
    await jari.does(publishVideo, await taken({ width: 640, height: 480 }), { title: 'Laiturista' })
    const said: unknown[] = []
    await workOnVideos(house, (cause) => said.push(cause))
    expect(String(said[0])).toContain('did not start')
  })
})
