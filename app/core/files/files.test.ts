import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Input, BufferSource, MP4, QTFF, WEBM } from 'mediabunny'
import { afterAll, describe, expect, test } from 'vitest'
import { folderStorage } from '#core/ports/storage.server.ts'
import { filmedAt, type Made, madeVideo } from '../../../tests/media.ts'
import { cleanVideo, soundOf, videoLimits } from './media.server.ts'
import { rangeOf } from './range.ts'
import { sendStored } from './send.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'nousu-files-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const storage = folderStorage(folder)
const clean = async (file: Uint8Array) => { await storage.put('1/in.upload', file); return cleanVideo(storage, '1/in.upload', '1/out.video') }
const out = async () => (await storage.get('1/out.video'))!
const found = async (bytes: Uint8Array) => { const input = new Input({ source: new BufferSource(bytes), formats: [MP4, QTFF, WEBM] }); const tracks = await input.getTracks(); return { format: (await input.getFormat()).name, tracks: tracks.map((track) => track.type).sort(), tags: await input.getMetadataTags(), seconds: await input.computeDuration() } }
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

describe('a part of a file', () => {
  test('any header asks for a part that is there, the whole, or nothing', () => {
    fc.assert(fc.property(fc.nat(1000), fc.nat(1500), fc.option(fc.nat(1500), { nil: null }), (size, from, to) => {
      const range = rangeOf(`bytes=${from}-${to ?? ''}`, size)
      expect(range).toEqual(to !== null && to < from ? null : from >= size ? 'none' : { start: from, end: to === null ? size - 1 : Math.min(to, size - 1) })
    }))
    fc.assert(fc.property(fc.nat(1000), fc.nat(1500), (size, last) => {
      expect(rangeOf(`bytes=-${last}`, size)).toEqual(size === 0 || last === 0 ? 'none' : { start: Math.max(0, size - last), end: size - 1 })
    }))
    fc.assert(fc.property(fc.string(), fc.nat(1000), (header, size) => {
      const range = rangeOf(header, size)
      if (range !== null && range !== 'none') expect(range.start >= 0 && range.start <= range.end && range.end < size).toBe(true)
    }))
    for (const header of [null, undefined, '', 'bytes=', 'bytes=-', 'bytes=a-b', 'items=0-5', 'bytes=5-2', 'bytes=0-1,3-4', 'bytes=--5']) expect(rangeOf(header, 10), String(header)).toBeNull()
  })
  test('every part of a stored file is sent as it is', async () => {
    const bytes = new Uint8Array(2000).map((_, i) => i % 256)
    await storage.put('1/file.video', bytes)
    const ask = (headers: Record<string, string>, method = 'GET') => sendStored(storage, '1/file.video', new Request('http://x/', { headers, method }), { type: 'video/mp4', etag: '"one"', public: true }) as Promise<Response>
    await fc.assert(fc.asyncProperty(fc.nat(1999), fc.nat(2500), async (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      const answer = await ask({ range: `bytes=${from}-${to}` })
      expect(answer.status).toBe(206)
      const part = new Uint8Array(await answer.arrayBuffer())
      expect(part).toEqual(bytes.slice(from, to + 1))
      expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${Math.min(to, 1999)}/2000`)
      expect(answer.headers.get('content-length')).toBe(String(part.length))
    }), { numRuns: 60 })
    const whole = await ask({})
    expect([whole.status, whole.headers.get('accept-ranges'), whole.headers.get('etag'), (await whole.arrayBuffer()).byteLength]).toEqual([200, 'bytes', '"one"', 2000])
    const none = await ask({ range: 'bytes=2000-' })
    expect([none.status, none.headers.get('content-range')]).toEqual([416, 'bytes */2000'])
    expect((await ask({ range: 'bytes=0-9', 'if-range': '"one"' })).status).toBe(206)
    for (const other of ['"two"', 'W/"one"', 'Sun, 22 Nov 2026 09:00:00 GMT']) expect((await ask({ range: 'bytes=0-9', 'if-range': other })).status, other).toBe(200)
    expect((await ask({ 'if-none-match': '"two", W/"one"' })).status).toBe(304)
    const head = await ask({ range: 'bytes=0-9' }, 'HEAD')
    expect([head.status, head.headers.get('content-length'), (await head.arrayBuffer()).byteLength]).toEqual([200, '2000', 0])
    expect(await sendStored(storage, '1/nothing.video', new Request('http://x/'), { type: 'video/mp4', etag: '"x"', public: true })).toBeNull()
  })
})

describe('a video that arrives', () => {
  test.each<[string, Made, string]>([
    ['an MP4', {}, 'video/mp4'], ['an MP4 with its tables first', { tablesFirst: true }, 'video/mp4'], ['what an iPhone films, as compatible as it can', { format: 'mov' }, 'video/mp4'],
    ['a WebM', { format: 'webm' }, 'video/webm'], ['one without sound', { sound: false }, 'video/mp4'], ['one filmed upright', { rotation: 90 }, 'video/mp4'],
  ])('%s is made clean: same pictures, tables first, nothing of where it was filmed', async (_what, its, type) => {
    const file = await madeVideo({ ...its, tags: true })
    expect(Buffer.from(file).includes(filmedAt)).toBe(true)
    expect(await clean(file)).toEqual({ type, durationMs: 2000, width: its.rotation ? 240 : 320, height: its.rotation ? 320 : 240, bytes: (await out()).length, sound: its.sound ?? true })
    const made = await out()
    expect(made.includes('+61.5563')).toBe(false)
    expect(made.includes('Kotipihalla')).toBe(false)
    const seen = await found(made)
    expect(seen).toMatchObject({ tracks: its.sound === false ? ['video'] : ['audio', 'video'], tags: {} })
    expect(Math.abs(seen.seconds - 2), 'a WebM does not tell how long its last picture is').toBeLessThan(0.15)
    if (type === 'video/mp4') expect(made.indexOf('moov')).toBeLessThan(made.indexOf('mdat'))
    else expect(made.includes(Buffer.from([0x1c, 0x53, 0xbb, 0x6b])), 'cues').toBe(true)
  })
  test('what is hidden before, after and between its boxes stays behind', async () => {
    const html = Buffer.from('<script>alert(1)</script>'), zip = Buffer.from('PK\u0003\u0004secret.txt')
    const box = Buffer.concat([Buffer.from([0, 0, 0, 8 + html.length]), Buffer.from('free'), html])
    const file = await madeVideo()
    const at = Buffer.from(file).readUInt32BE(0) // after ftyp
    expect(await clean(joined(file.slice(0, at), box, file.slice(at), zip))).toMatchObject({ type: 'video/mp4', durationMs: 2000 })
    const made = await out()
    expect(made.includes('<script>') || made.includes('secret.txt')).toBe(false)
  })
  test('three minutes are enough, four are too long, whatever its head says', async () => {
    expect(await clean(await madeVideo({ seconds: 181, bytesAPicture: 60 }))).toMatchObject({ durationMs: 181_000 })
    expect(await clean(await madeVideo({ seconds: 240, bytesAPicture: 60 }))).toBe('videoTooLong')
    expect(await clean(await madeVideo({ seconds: 240, bytesAPicture: 60, format: 'webm' }))).toBe('videoTooLong')
    const lying = Buffer.from(await madeVideo({ seconds: 240, bytesAPicture: 60, tablesFirst: true }))
    const mvhd = lying.indexOf('mvhd')
    lying.writeUInt32BE(57_600, mvhd + 4 + 4 + 12)
    expect(await clean(new Uint8Array(lying))).toBe('videoTooLong')
    expect(await storage.size('1/out.video')).toBeNull()
  })
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['nothing', () => new Uint8Array(0), 'notVideo'], ['a text', () => Buffer.from('kissa '.repeat(500)), 'notVideo'],
    ['a page that calls itself a video', () => Buffer.from('\0\0\0\u0018ftypmp42<html><script>alert(1)</script>'), 'notVideo'],
    ['sound alone', async () => (await soundAlone()), 'notVideo'], ['two pictures at once', () => madeVideo({ tracks: 2 }), 'notVideo'],
    ['a kind that not all browsers show', () => madeVideo({ codec: 'hevc' }), 'videoKind'],
    ['tables as large as the memory', () => { const head = Buffer.alloc(32); head.writeUInt32BE(16, 0); head.write('ftypisom', 4); head.writeUInt32BE(200_000_000, 16); head.write('moov', 20); return head }, 'notVideo'],
  ])('%s is not taken', async (_what, make, problem) => {
    expect(await clean(await make())).toBe(problem)
    expect(await storage.size('1/out.video')).toBeNull()
  })
  test('a file cut anywhere, or with any of its bytes changed, never breaks the program', async () => {
    const [mp4, webm] = [await madeVideo({ seconds: 1, bytesAPicture: 40 }), await madeVideo({ seconds: 1, bytesAPicture: 40, format: 'webm' })]
    await fc.assert(fc.asyncProperty(fc.constantFrom(mp4, webm), fc.double({ min: 0, max: 1, noNaN: true }), fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { maxLength: 8 }), async (file, cut, changes) => {
      const bytes = file.slice(0, Math.max(1, Math.floor(file.length * Math.max(cut, 0.3))))
      for (const [where, value] of changes) bytes[Math.floor(where * bytes.length)] = value
      const seen = await clean(bytes)
      if (typeof seen === 'object') expect(seen.durationMs).toBeLessThanOrEqual(videoLimits.durationMs + videoLimits.slackMs)
    }), { numRuns: 150 })
  }, 120_000)
  test('its sound alone is given to those who write down what is heard', async () => {
    for (const [format, type] of [['mp4', 'audio/mp4'], ['webm', 'audio/webm']] as const) {
      await clean(await madeVideo({ format, bytesAPicture: 5000 }))
      const sound = await soundOf(storage, '1/out.video')
      expect(sound).toMatchObject({ type })
      expect((await found(sound!.bytes)).tracks).toEqual(['audio'])
      expect(sound!.bytes.length).toBeLessThan(10_000)
    }
    await clean(await madeVideo({ sound: false }))
    expect(await soundOf(storage, '1/out.video')).toBeNull()
  })
})

async function soundAlone() { await clean(await madeVideo({})); return (await soundOf(storage, '1/out.video'))!.bytes }

test('a file that comes in pieces is whole whatever the pieces, also when one comes twice', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 500 }), fc.array(fc.nat(499), { maxLength: 6 }), async (bytes, cuts) => {
    await storage.remove('1/pieces.upload')
    const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
    for (let i = 1; i < places.length; i++) for (let times = 0; times < 2; times++) await storage.write('1/pieces.upload', places[i - 1]!, bytes.slice(places[i - 1], places[i]))
    expect(new Uint8Array((await storage.get('1/pieces.upload'))!)).toEqual(new Uint8Array(bytes))
  }), { numRuns: 30 })
})
