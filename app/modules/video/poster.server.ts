import sharp from 'sharp'
import { takePoster } from '#core/files/pictures.server.ts'
import type { Ctx } from '#core/context/context.server.ts'
import { keys } from './names.ts'

/** Keeps a picture as a video's poster: at most 1280 pixels, nothing of where it was taken. Returns what is wrong with it, or null. */
export async function keepPoster(ctx: Ctx, id: string, file: Uint8Array): Promise<'notPicture' | 'pictureTooLarge' | null> {
  const made = await takePoster(file)
  if (typeof made === 'string') return made
  await ctx.storage.put(keys.poster(ctx, id), made)
  return null
}

/** A calm poster for a video that has none: waves in the municipality's colour, no words, the same for the same video. */
export async function drawPoster(ctx: Ctx, id: string, size: { width: number; height: number }) {
  const scale = Math.min(1, 1280 / Math.max(size.width, size.height))
  const width = Math.max(16, Math.round(size.width * scale)), height = Math.max(16, Math.round(size.height * scale))
  const hue = (ctx.municipality.hue + 326) % 360 // the municipality's is OKLCH's, a drawing's is HSL's: about this far apart
  const from = Number.parseInt(id.slice(-6), 16) / 0xff_ffff
  const waves = [0, 1, 2].map((i) => {
    const top = height * (0.5 + i * 0.15), swing = height * 0.07, shift = (from + i * 0.37) * width
    const points = Array.from({ length: 25 }, (_, x) => `${Math.round((x / 24) * width)},${Math.round(top + Math.sin(((x / 24) * width + shift) / (width / 5)) * swing)}`)
    return `<polygon fill="hsl(${hue} 38% ${24 - i * 5}%)" points="0,${height} ${points.join(' ')} ${width},${height}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 34% 31%)"/><circle cx="${Math.round(width * (0.2 + from * 0.6))}" cy="${Math.round(height * 0.26)}" r="${Math.round(Math.min(width, height) * 0.1)}" fill="hsl(${hue} 30% 42%)"/>${waves.join('')}</svg>`
  await ctx.storage.put(keys.poster(ctx, id), await sharp(Buffer.from(svg)).webp({ quality: 80 }).toBuffer())
}
