import sharp from 'sharp'
import { inTurn } from '#core/files/pictures.server.ts'
import { floor, widestFor } from './limits.ts'

/** How a picture is made unrecognisable: at most so wide, blurred by so many pixels, in squares of so many. */
export type Blurring = { width: number; blur: number; squares: number; nearest: number; fieldOfView: number }
export type Blurred = { bytes: Buffer; width: number; height: number }

/** Bytes that a camera's picture may have, and pixels that it may unfold to. */
export const mostBytes = 8_000_000
const mostPixels = 24_000_000
const formats = ['jpeg', 'png', 'webp']

/**
 * Makes people in a picture unrecognisable: smaller, then blurred, then in squares, as WebP without anything but pixels. What
 * the settings say can only be more than the floor, whatever a row says. The original stays in memory and is gone with the call.
 */
export function blurred(file: Uint8Array, its: Blurring): Promise<Blurred | 'notPicture' | 'tooLarge'> {
  if (file.length > mostBytes) return Promise.resolve('tooLarge')
  const width = Math.min(its.width, widestFor(its.nearest, its.fieldOfView)), blur = Math.max(its.blur, floor.blur), squares = Math.max(its.squares, floor.squares)
  return inTurn(async () => {
    try {
      const from = () => sharp(file, { limitInputPixels: mostPixels, failOn: 'error', animated: false, pages: 1 })
      const { format, width: wide, height: high } = await from().metadata()
      if (!format || !formats.includes(format)) return 'notPicture'
      if (wide * high > mostPixels) return 'tooLarge'
      // a camera on its side has its width upwards: neither side is longer than the width may be
      const small = await from().autoOrient().flatten().toColourspace('srgb').removeAlpha().resize({ width, height: width, fit: 'inside', withoutEnlargement: true }).blur(blur).raw().toBuffer({ resolveWithObject: true })
      const raw = ({ info }: typeof small) => ({ raw: { width: info.width, height: info.height, channels: info.channels } })
      const coarse = await sharp(small.data, raw(small)).resize({ width: Math.max(1, Math.round(small.info.width / squares)), height: Math.max(1, Math.round(small.info.height / squares)), fit: 'fill', kernel: 'linear' }).raw().toBuffer({ resolveWithObject: true })
      const bytes = await sharp(coarse.data, raw(coarse)).resize({ width: small.info.width, height: small.info.height, fit: 'fill', kernel: 'nearest' }).webp({ quality: 60 }).toBuffer()
      return { bytes, width: small.info.width, height: small.info.height }
    } catch (cause) { return /pixel limit/i.test(String(cause)) ? 'tooLarge' : 'notPicture' }
  })
}
