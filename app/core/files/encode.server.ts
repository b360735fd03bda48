import sharp from 'sharp'
import type { Ctx } from '#core/context/context.server.ts'

/** What a person can mend: not a picture at all, too large in pixels or bytes. */
export type PictureProblem = 'notPicture' | 'pictureTooLarge'

const largest = 1600
const thumbnail = 480
/** The cameras of phones make up to 50 million pixels; a small file that unfolds to more is not from a camera. */
const pixelLimit = 64_000_000
export const byteLimit = 15_000_000
/** Formats that cannot carry script or fetch anything (an SVG can). */
const formats = ['jpeg', 'png', 'webp', 'gif', 'heif', 'avif']
sharp.concurrency(1)
sharp.cache(false)

const open = (file: Uint8Array) => sharp(file, { limitInputPixels: pixelLimit, failOn: 'error', animated: false, pages: 1 })
const problemOf = (cause: unknown): PictureProblem => (/pixel limit/i.test(String(cause)) ? 'pictureTooLarge' : 'notPicture')

/** A picture upright, at most 1600 pixels wide and high, as WebP, and a small one. Only pixels go through. */
export async function encode(file: Uint8Array) {
  const size = await sizeOf(file)
  if (typeof size === 'string') return size
  try {
    const large = await open(file).autoOrient().resize(largest, largest, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 80 }).toBuffer({ resolveWithObject: true })
    return { large, small: await smallOf(large.data) }
  } catch (cause) { return problemOf(cause) }
}

/** What a picture will be, by its head alone: its width and height in pixels when it is upright and made to fit. */
export async function sizeOf(file: Uint8Array): Promise<{ width: number; height: number } | PictureProblem> {
  try {
    const { format, width, height, autoOrient } = await open(file).metadata()
    if (!format || !formats.includes(format)) return 'notPicture'
    if (width * height > pixelLimit) return 'pictureTooLarge'
    const fit = Math.min(1, largest / Math.max(width, height))
    return { width: Math.round(autoOrient.width * fit), height: Math.round(autoOrient.height * fit) }
  } catch (cause) { return problemOf(cause) }
}

/** The small one that lists show, of a large one. */
export const smallOf = (large: Uint8Array): Promise<Buffer> => sharp(large).resize(thumbnail, thumbnail, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 74 }).toBuffer()

// One picture at a time in a process: four phones' photos decoded at once would be a gigabyte.
let last: Promise<unknown> = Promise.resolve()
let inLine = 0
/** Works on pictures one after another. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  inLine++
  const mine = last.then(work, work)
  last = mine.catch(() => {}).then(() => { inLine-- })
  return mine
}
/** How many pictures wait for their turn or have it. */
export const lineNow = (): number => inLine

export const keyOf = (ctx: Pick<Ctx, 'scope'>, id: string, small = false) => `${ctx.scope.municipalityId}/${id}${small ? '-small' : ''}.webp`
