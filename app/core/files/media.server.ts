import {
  type AudioCodec, BufferTarget, CustomSource, EncodedAudioPacketSource, type EncodedPacket, EncodedPacketSink, EncodedVideoPacketSource, Input, type InputAudioTrack, type InputVideoTrack, MP4, Mp4OutputFormat,
  Output, QTFF, StreamTarget, type StreamTargetChunk, type VideoCodec, WEBM, WebMOutputFormat,
} from 'mediabunny'
import type { Storage } from '#core/ports/storage.server.ts'

/** What a video may be, told before it is made. Lengths in milliseconds, sizes in bytes. */
export const videoLimits = { durationMs: 180_000, /** phones stop a little late */ slackMs: 2_500, bytes: 250_000_000 }

/** A video as it was found to be, by its packets and not by what its head says. */
export type Media = { type: 'video/mp4' | 'video/webm'; durationMs: number; width: number; height: number; bytes: number; sound: boolean }
/** What a person can mend: not a video at all, longer than three minutes, more bytes than allowed, pictures that not all browsers can show. */
export type MediaProblem = 'notVideo' | 'videoTooLong' | 'videoTooLarge' | 'videoKind'

/** What every browser plays. What newer iPhones film by themselves (HEVC) is not among them. */
const shows: VideoCodec[] = ['avc', 'vp8', 'vp9', 'av1']
const sounds: AudioCodec[] = ['aac', 'opus', 'mp3', 'vorbis']
/** 240 pictures and 400 pieces of sound a second for three minutes; a file that has more is not from a camera. */
const mostPackets = 80_000
/** The tables of three minutes are some hundred kilobytes; larger ones are made to fill the memory. */
const largestTables = 8_000_000

/**
 * Makes of the file under `from` a clean one under `to`: one picture track and at most one sound track, as they were
 * encoded, in a new container of the same kind (MP4 of MP4 and QuickTime, WebM of WebM). So where and with what it was
 * filmed, other tracks, and whatever stood before, between or after, stay behind. The new file begins to play while it
 * comes (MP4 with its tables first) and can be sought in (WebM with cues). Nothing is held whole in memory.
 */
export function cleanVideo(storage: Storage, from: string, to: string): Promise<Media | MediaProblem> {
  return inTurn(async () => {
    await storage.remove(to)
    const made = await reading(storage, from, async (input, size) => {
      const mp4 = await isMp4(input)
      const { picture, sound } = await tracksOf(input)
      const format = mp4 ? new Mp4OutputFormat({ fastStart: 'reserve' }) : new WebMOutputFormat()
      let bytes = 0
      const target = new StreamTarget(new WritableStream<StreamTargetChunk>({ async write({ data, position }) { bytes = Math.max(bytes, position + data.length); await own(storage.write(to, position, data)) } }), { chunked: true, chunkSize: 4_000_000 })
      const durationMs = await copy(new Output({ format, target }), picture, sound, size)
      return { type: mp4 ? 'video/mp4' as const : 'video/webm' as const, durationMs, width: await picture.getDisplayWidth(), height: await picture.getDisplayHeight(), bytes, sound: sound !== null }
    })
    if (typeof made === 'string') await storage.remove(to)
    return made
  })
}

/** The sound of a video alone, for those who write down what is heard; null when it has none. */
export async function soundOf(storage: Storage, key: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string; extension: string } | null> {
  const made = await inTurn(() => reading(storage, key, async (input, size) => {
    const mp4 = await isMp4(input)
    const { sound } = await tracksOf(input)
    if (!sound) return null
    const target = new BufferTarget()
    await copy(new Output({ format: mp4 ? new Mp4OutputFormat() : new WebMOutputFormat(), target }), null, sound, size)
    return { bytes: new Uint8Array(target.buffer!), type: mp4 ? 'audio/mp4' : 'audio/webm', extension: mp4 ? 'm4a' : 'webm' }
  }))
  return typeof made === 'string' ? null : made
}

class Refused extends Error { readonly problem: MediaProblem; constructor(problem: MediaProblem) { super(problem); this.problem = problem } }
/** A failure of our own disk, which is nobody's mistake to mend. */
class OwnFailure extends Error {}
const own = async <T>(work: Promise<T>): Promise<T> => { try { return await work } catch (cause) { throw new OwnFailure('storage', { cause }) } }

async function reading<T>(storage: Storage, key: string, work: (input: Input, size: number) => Promise<T>): Promise<T | MediaProblem> {
  const size = await storage.size(key)
  if (!size) return 'notVideo'
  if (size > videoLimits.bytes) return 'videoTooLarge'
  let failure: OwnFailure | undefined
  const read = async (start: number, end: number) => { try { return (await own(storage.read(key, { start, end: end - 1 })))! } catch (cause) { failure = cause as OwnFailure; throw cause } }
  const bytesAt = async (start: number, length: number) => Buffer.from(await new Response(await read(start, Math.min(size, start + length))).arrayBuffer())
  const input = new Input({ source: new CustomSource({ getSize: () => size, read, prefetchProfile: 'network', maxCacheSize: 16_000_000, handleUnhandledError: () => {} }), formats: [MP4, QTFF, WEBM] })
  try {
    if (await tablesOf(bytesAt, size) > largestTables) return 'notVideo'
    if (!await input.canRead()) return 'notVideo'
    return await work(input, size)
  } catch (cause) {
    if (failure ?? (cause instanceof OwnFailure)) throw failure ?? cause
    return cause instanceof Refused ? cause.problem : 'notVideo'
  } finally { input.dispose() }
}
const isMp4 = async (input: Input) => (await input.getFormat()) !== WEBM

/** The size of an MP4's tables (the box `moov`); 0 when it has none. */
async function tablesOf(bytesAt: (start: number, length: number) => Promise<Buffer>, size: number): Promise<number> {
  for (let at = 0, boxes = 0; at + 16 <= size && boxes < 2000; boxes++) {
    const head = await bytesAt(at, 16)
    const short = head.readUInt32BE(0)
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short
    if (head.toString('latin1', 4, 8) === 'moov') return length
    if (length < 8) return 0
    at += length
  }
  return 0
}

async function tracksOf(input: Input): Promise<{ picture: InputVideoTrack; sound: InputAudioTrack | null }> {
  const pictures = await input.getVideoTracks(), heard = await input.getAudioTracks()
  if (pictures.length !== 1 || heard.length > 1) throw new Refused('notVideo')
  const picture = pictures[0]!, sound = heard[0] ?? null
  const show = await picture.getCodec(), hear = sound && await sound.getCodec()
  if (!show || !shows.includes(show) || (sound && (!hear || !sounds.includes(hear)))) throw new Refused('videoKind')
  const [width, height] = [await picture.getDisplayWidth(), await picture.getDisplayHeight()]
  if (!(width >= 16 && height >= 16 && width <= 4096 && height <= 4096)) throw new Refused('notVideo')
  return { picture, sound }
}

/** Copies the packets of the tracks in the order of their time. Returns how long it became, in milliseconds. */
async function copy(output: Output, picture: InputVideoTrack | null, sound: InputAudioTrack | null, size: number): Promise<number> {
  const beginning = Math.min(...await Promise.all([picture, sound].flatMap((track) => (track ? [track.getFirstTimestamp()] : []))))
  const lanes: { next: AsyncGenerator<EncodedPacket>; add(packet: EncodedPacket): Promise<void>; packet: EncodedPacket | null }[] = []
  const packetsOf = async (track: InputVideoTrack | InputAudioTrack) => {
    const { packetCount } = await track.computePacketStats(mostPackets + 1)
    if (packetCount === 0 || packetCount > mostPackets) throw new Refused('notVideo')
    return packetCount
  }
  if (picture) {
    const source = new EncodedVideoPacketSource((await picture.getCodec())!)
    output.addVideoTrack(source, { rotation: await picture.getRotation(), maximumPacketCount: await packetsOf(picture) })
    const decoderConfig = (await picture.getDecoderConfig()) ?? undefined
    lanes.push({ next: new EncodedPacketSink(picture).packets(), packet: null, add: (packet) => source.add(packet, decoderConfig ? { decoderConfig } : undefined) })
  }
  if (sound) {
    const source = new EncodedAudioPacketSource((await sound.getCodec())!)
    output.addAudioTrack(source, { maximumPacketCount: await packetsOf(sound) })
    const decoderConfig = (await sound.getDecoderConfig()) ?? undefined
    lanes.push({ next: new EncodedPacketSink(sound).packets(), packet: null, add: (packet) => source.add(packet, decoderConfig ? { decoderConfig } : undefined) })
  }
  await output.start()
  let until = 0, bytes = 0
  try {
    const step = async (lane: (typeof lanes)[number]) => { const { value, done } = await lane.next.next(); lane.packet = done ? null : value }
    for (const lane of lanes) await step(lane)
    for (;;) {
      const lane = lanes.filter((each) => each.packet).sort((a, b) => a.packet!.timestamp - b.packet!.timestamp)[0]
      if (!lane) break
      const packet = lane.packet!
      const timestamp = Math.max(0, packet.timestamp - beginning)
      until = Math.max(until, timestamp + packet.duration)
      bytes += packet.data.length
      if (until * 1000 > videoLimits.durationMs + videoLimits.slackMs) throw new Refused('videoTooLong')
      if (bytes > size) throw new Refused('notVideo') // tables that name the same bytes again and again
      await lane.add(packet.clone({ timestamp }))
      await step(lane)
    }
    if (until <= 0) throw new Refused('notVideo')
    await output.finalize()
  } catch (cause) { await output.cancel().catch(() => {}); throw cause }
  return Math.round(until * 1000)
}

// One at a time in a process: each keeps a core busy and some tens of megabytes.
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine.catch(() => {})
  return mine
}
