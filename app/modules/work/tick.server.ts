import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { changeOrder, holdOrder } from './hold.server.ts'
import { can } from './permissions.ts'
import { checkItem } from './schema.server.ts'

/** Ticks a line of the checklist, or takes the tick away. The same twice changes nothing and counts as nothing. Throws NotFound, Conflict('changedMeanwhile'). */
export async function tickItem(ctx: Ctx, orderId: string, itemId: string, done: boolean, options: { version?: number | undefined } = {}): Promise<{ version: number }> {
  const { row } = await holdOrder(ctx, orderId, can.carryOut, options.version)
  if (!isId(itemId)) throw new NotFound()
  const its = and(eq(checkItem.municipalityId, ctx.scope.municipalityId), eq(checkItem.id, itemId), eq(checkItem.orderId, orderId))
  const [item] = await ctx.db.select({ doneAt: checkItem.doneAt }).from(checkItem).where(its)
  if (!item) throw new NotFound()
  if ((item.doneAt !== null) === done) return { version: row.version }
  await ctx.db.update(checkItem).set(done ? { doneAt: ctx.now, doneBy: ctx.actor.kind === 'person' ? ctx.actor.id : null } : { doneAt: null, doneBy: null }).where(its)
  return changeOrder(ctx, orderId)
}

/** Adds lines to the end of the checklist, as they were written; empty ones are left out. */
export async function addItems(ctx: Ctx, orderId: string, texts: string[], options: { version?: number | undefined } = {}): Promise<{ version: number }> {
  const { row } = await holdOrder(ctx, orderId, can.plan, options.version)
  return (await keepItems(ctx, orderId, texts)) ? changeOrder(ctx, orderId) : { version: row.version }
}

/** Takes a line off the checklist. Throws NotFound. */
export async function removeItem(ctx: Ctx, orderId: string, itemId: string, options: { version?: number | undefined } = {}): Promise<{ version: number }> {
  await holdOrder(ctx, orderId, can.plan, options.version)
  const gone = isId(itemId) ? await ctx.db.delete(checkItem).where(and(eq(checkItem.municipalityId, ctx.scope.municipalityId), eq(checkItem.id, itemId), eq(checkItem.orderId, orderId))).returning({ id: checkItem.id }) : []
  if (gone.length === 0) throw new NotFound()
  return changeOrder(ctx, orderId)
}

/** Writes new lines after those that are there. Returns how many. The caller has checked who may. */
export async function keepItems(ctx: Ctx, orderId: string, texts: string[]): Promise<number> {
  const lines = texts.map((each) => each.trim().slice(0, 300)).filter(Boolean).slice(0, 100)
  if (lines.length === 0) return 0
  const last = Math.max(0, ...(await ctx.db.select({ position: checkItem.position }).from(checkItem).where(and(eq(checkItem.municipalityId, ctx.scope.municipalityId), eq(checkItem.orderId, orderId)))).map((row) => row.position))
  await ctx.db.insert(checkItem).values(lines.map((text, at) => ({ ...ctx.scope, id: ctx.newId(), orderId, position: last + at + 1, text })))
  return lines.length
}
