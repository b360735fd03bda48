import { and, eq, isNull, or } from 'drizzle-orm'
import sharp from 'sharp'
import type { Ctx } from '#core/context/context.server.ts'
import { isId, uuidAt } from '#core/context/ids.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import { bytesOfPicture } from './later.server.ts'
import { eraseBytes, inTurn, keyOf, smallOf } from './pictures.server.ts'
import { picture } from './schema.server.ts'

/** A box over a picture, in thousandths of its width and height from its upper left corner. */
export type Box = { x: number; y: number; width: number; height: number }
/** More boxes than this on one picture hide the picture. */
export const mostBoxes = 60

/** A picture that was painted over and is not shown yet: the bytes it was made of, and its own. */
export type Painted = { stored: string; fresh: string; bytes: number }

/**
 * Paints black boxes over a picture, as new bytes under a new id. Waits for its turn among the pictures that are made, so it is
 * called with no transaction open; bytes that then go to nobody are erased as those of an unsent form. Callers have checked
 * who may. Throws NotFound, Conflict('pictureChanged') when somebody else covered it first.
 */
export async function paintOver(ctx: Ctx, subjectId: string, pictureId: string, boxes: Box[]): Promise<Painted> {
  const its = isId(pictureId) ? await rowOf(ctx, subjectId, pictureId) : null
  if (!its) throw new NotFound('pictureChanged')
  const stored = its.storedAs ?? its.id, old = await bytesOfPicture(ctx, stored)
  if (!old) throw new Conflict('pictureChanged')
  const painted = await inTurn(() => paint(new Uint8Array(old), boxes))
  const fresh = sameMoment(stored)
  await ctx.storage.put(keyOf(ctx, fresh), painted.large)
  await ctx.storage.put(keyOf(ctx, fresh, true), painted.small)
  return { stored, fresh, bytes: painted.large.length }
}

/**
 * Lets what was painted take the place of the old bytes for good, on every subject that shows them; the old ones, large and
 * small, are erased. Each picture keeps its place in the order and gets a new address, so that no browser shows what it kept
 * of the old one. Returns the picture's new id. Throws Conflict('pictureChanged') when somebody else was first.
 */
export async function showPainted(ctx: Ctx, subjectId: string, pictureId: string, { stored, fresh, bytes }: Painted): Promise<string> {
  const here = eq(picture.municipalityId, ctx.scope.municipalityId)
  const rows = await ctx.db.select().from(picture).where(and(here, or(and(eq(picture.id, stored), isNull(picture.storedAs)), eq(picture.storedAs, stored)))).orderBy(picture.id).for('update')
  if (!rows.some((row) => row.id === pictureId && row.subjectId === subjectId)) throw new Conflict('pictureChanged')
  let now = fresh
  for (const row of rows) {
    const id = row.id === stored ? fresh : sameMoment(row.id)
    if (row.id === pictureId) now = id
    await ctx.db.update(picture).set({ id, storedAs: row.id === stored ? null : fresh, bytes }).where(and(here, eq(picture.id, row.id)))
  }
  await eraseBytes(ctx, stored)
  return now
}
async function rowOf(ctx: Ctx, subjectId: string, pictureId: string) {
  const [its] = await ctx.db.select().from(picture).where(and(eq(picture.municipalityId, ctx.scope.municipalityId), eq(picture.id, pictureId), eq(picture.subjectId, subjectId)))
  return its
}

/** Another id of the same moment: pictures are shown in the order of their ids. */
const sameMoment = (id: string): string => uuidAt(new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)))

async function paint(bytes: Uint8Array, boxes: Box[]): Promise<{ large: Buffer; small: Buffer }> {
  const { width = 0, height = 0 } = await sharp(bytes).metadata()
  const black = boxes.slice(0, mostBoxes).flatMap((box) => {
    const left = Math.max(0, Math.floor(box.x * width / 1000)), top = Math.max(0, Math.floor(box.y * height / 1000))
    const right = Math.min(width, Math.ceil((box.x + box.width) * width / 1000)), bottom = Math.min(height, Math.ceil((box.y + box.height) * height / 1000))
    return right > left && bottom > top ? [{ input: { create: { width: right - left, height: bottom - top, channels: 3 as const, background: '#000' } }, left, top }] : []
  })
  const large = await sharp(bytes).composite(black).webp({ quality: 80 }).toBuffer()
  return { large, small: await smallOf(large) }
}
