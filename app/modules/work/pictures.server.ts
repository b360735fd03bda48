import { and, asc, eq, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { attachPictures, erasePicture, type StoredPicture } from '#core/files/pictures.server.ts'
import { picture } from '#core/files/schema.server.ts'
import { changeOrder, holdOrder } from './hold.server.ts'
import { can } from './permissions.ts'

/** Gives stored pictures to an order: what it looked like before, or after the work. The same ones twice are there once. Throws Conflict('changedMeanwhile'). */
export async function addOrderPictures(ctx: Ctx, orderId: string, pictures: (StoredPicture & { description: string })[], role: 'before' | 'after', options: { version?: number | undefined } = {}): Promise<{ version: number }> {
  const { row } = await holdOrder(ctx, orderId, can.carryOut, options.version)
  if (pictures.length === 0) return { version: row.version }
  await attachPictures(ctx, orderId, pictures, role)
  return changeOrder(ctx, orderId)
}

/** Takes a picture off an order; one that senders already have stays with their reports. Throws NotFound. */
export async function removeOrderPicture(ctx: Ctx, orderId: string, pictureId: string, options: { version?: number | undefined } = {}): Promise<{ version: number }> {
  await holdOrder(ctx, orderId, can.carryOut, options.version)
  const [its] = isId(pictureId) ? await ctx.db.select({ id: picture.id }).from(picture).where(and(eq(picture.municipalityId, ctx.scope.municipalityId), eq(picture.id, pictureId), eq(picture.subjectId, orderId))) : []
  if (!its) throw new NotFound()
  await erasePicture(ctx, its.id)
  return changeOrder(ctx, orderId)
}

/** An order's pictures of the finished work that no report shows yet: the proof that goes to its senders. */
export async function unsharedProof(ctx: Ctx, orderId: string) {
  const shown = alias(picture, 'shown')
  return ctx.db.select({ id: sql<string>`coalesce(${picture.storedAs}, ${picture.id})`, width: picture.width, height: picture.height, bytes: picture.bytes, description: picture.description }).from(picture)
    .where(and(eq(picture.municipalityId, ctx.scope.municipalityId), eq(picture.subjectId, orderId), eq(picture.role, 'after'), eq(picture.hidden, false),
      notExists(ctx.db.select({ one: sql`1` }).from(shown).where(and(eq(shown.municipalityId, picture.municipalityId), eq(shown.storedAs, sql`coalesce(${picture.storedAs}, ${picture.id})`), sql`${shown.subjectId} <> ${orderId}`))))).orderBy(asc(picture.id))
}
