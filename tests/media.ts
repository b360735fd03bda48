import { BufferTarget, EncodedAudioPacketSource, EncodedPacket, EncodedVideoPacketSource, MovOutputFormat, Mp4OutputFormat, Output, WebMOutputFormat } from 'mediabunny'

/** Small real video files for tests: true containers with true codec heads; the pictures in them are noise that nobody decodes. */
export type Made = { format?: 'mp4' | 'mov' | 'webm'; seconds?: number; sound?: boolean; codec?: 'avc' | 'hevc' | 'vp8'; width?: number; height?: number; rotation?: 0 | 90; tags?: boolean; tracks?: number; bytesAPicture?: number; tablesFirst?: boolean }

// the parameter sets of a 320 × 240 H.264 baseline picture
const avcC = new Uint8Array([1, 0x42, 0xc0, 0x1e, 0xff, 0xe1, 0, 0x0b, 0x67, 0x42, 0xc0, 0x1e, 0xda, 0x05, 0x07, 0xe8, 0x40, 0, 0, 1, 0, 4, 0x68, 0xce, 0x3c, 0x80])
const heads = {
  avc: { codec: 'avc1.42c01e', description: avcC }, vp8: { codec: 'vp8' },
  hevc: { codec: 'hvc1.1.6.L93.B0', description: new Uint8Array([1, 1, 0x60, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 0x5d, 0xf0, 0, 0xfc, 0xfd, 0xf8, 0xf8, 0, 0, 0x0f, 0]) },
}
/** The place where a phone says it filmed; no cleaned file may hold it. */
export const filmedAt = '+61.5563+023.5961+120.000/'

export async function madeVideo(its: Made = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { format = 'mp4', seconds = 2, sound = true, width = 320, height = 240, tracks = 1, bytesAPicture = 400 } = its
  const codec = its.codec ?? (format === 'webm' ? 'vp8' : 'avc')
  const target = new BufferTarget()
  const fastStart = its.tablesFirst ? 'in-memory' as const : false as const
  const output = new Output({ format: format === 'webm' ? new WebMOutputFormat() : format === 'mov' ? new MovOutputFormat({ fastStart }) : new Mp4OutputFormat({ fastStart }), target })
  const pictures = Array.from({ length: tracks }, () => { const source = new EncodedVideoPacketSource(codec); output.addVideoTrack(source, { rotation: its.rotation ?? 0, frameRate: 10 }); return source })
  const heard = sound ? new EncodedAudioPacketSource(format === 'webm' ? 'opus' : 'aac') : null
  if (heard) output.addAudioTrack(heard)
  if (its.tags) output.setMetadataTags({ title: 'Kotipihalla', comment: filmedAt, raw: {} })
  await output.start()
  const noise = new Uint8Array(bytesAPicture).map((_, i) => (i * 37) % 251)
  // a picture of H.264 begins with the length of its unit and what kind it is
  const picture = (key: boolean) => { const bytes = noise.slice(); if (codec !== 'vp8') { new DataView(bytes.buffer).setUint32(0, bytes.length - 4); bytes[4] = key ? 0x65 : 0x41 } else bytes[0] = key ? 0x10 : 0x11; return bytes }
  for (let n = 0; n < seconds * 10; n++) {
    const decoderConfig = { ...heads[codec], codedWidth: width, codedHeight: height }
    for (const source of pictures) await source.add(new EncodedPacket(picture(n % 10 === 0), n % 10 === 0 ? 'key' : 'delta', n / 10, 0.1), { decoderConfig } as never)
    await heard?.add(new EncodedPacket(noise.slice(0, 60), 'key', n / 10, 0.1), { decoderConfig: { codec: format === 'webm' ? 'opus' : 'mp4a.40.2', sampleRate: 48_000, numberOfChannels: 1, ...(format === 'webm' ? {} : { description: new Uint8Array([0x11, 0x88]) }) } })
  }
  await output.finalize()
  return new Uint8Array(target.buffer!)
}
