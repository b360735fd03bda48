import type { Ctx } from '#core/context/context.server.ts'
import { uuidAt } from '#core/context/ids.server.ts'
import { keyOf } from '#core/files/pictures.server.ts'

// Drawn, not photographed: 960 × 720, inside the build as the letters of papers are.
const files = import.meta.glob<string>('./pictures/*.webp', { query: '?inline', import: 'default', eager: true })
const pictureSize = { width: 960, height: 720 }
const descriptions: Record<string, string> = {
  pothole: 'Kuoppa asfaltissa, vettä pohjalla', 'pothole-after': 'Kuoppa on paikattu', dark: 'Kaksi pimeää katuvaloa illalla', 'dark-after': 'Molemmat katuvalot palavat', ice: 'Jäinen mäki', 'ice-after': 'Mäki on hiekoitettu',
  tree: 'Puu poikittain polulla', 'tree-after': 'Puu on pätkitty polun viereen', litter: 'Roska-astia pursuaa', 'litter-after': 'Astia on tyhjä ja ympäristö siisti', water: 'Vettä alikulussa', 'water-after': 'Alikulku on kuiva',
}

export type DrawnPicture = { id: string; width: number; height: number; bytes: number; description: string }
/** Puts the drawn pictures into the storage once for a municipality; rows that show them share their bytes. */
export async function storeDrawn(ctx: Ctx, at: Date): Promise<Record<string, DrawnPicture>> {
  const stored: Record<string, DrawnPicture> = {}
  for (const [path, data] of Object.entries(files)) {
    const name = /([\w-]+)\.webp$/.exec(path)![1]!, bytes = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'), id = uuidAt(at)
    await ctx.storage.put(keyOf(ctx, id), bytes)
    await ctx.storage.put(keyOf(ctx, id, true), bytes)
    stored[name] = { id, ...pictureSize, bytes: bytes.length, description: descriptions[name] ?? '' }
  }
  return stored
}
