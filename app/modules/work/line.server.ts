import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { readCents, readQuantity } from './money.ts'
import { changeOrder, holdOrder } from './hold.server.ts'
import { can } from './permissions.ts'
import { line } from './schema.server.ts'

const lineKinds = ['hours', 'material', 'cost'] as const
/** What the form of a line sends: numbers as people write them ("2,5", "1 200,50"). */
export const newLine = z.object({
  kind: z.enum(lineKinds, 'required'), name: z.string('required').trim().min(1).max(200),
  quantity: z.string().optional().transform((said, ctx) => number(ctx, said?.trim() ? readQuantity(said) : 1)),
  measure: z.string().trim().max(20).default(''),
  /** euros of one, or of an hour */ price: z.string().optional().transform((said, ctx) => (said?.trim() ? number(ctx, readCents(said)) : null)),
})
function number(ctx: z.RefinementCtx, read: number | null): number {
  if (read === null) { ctx.addIssue({ code: 'custom', message: 'notNumber' }); return z.NEVER }
  return read
}

/** Writes down what it took: `quantity` of something, for `cents` each (null: the price is not known). Throws Conflict('changedMeanwhile'). */
export async function addLine(ctx: Ctx, orderId: string, its: { kind: (typeof lineKinds)[number]; name: string; quantity: number; measure?: string; cents: number | null }, options: { version?: number | undefined } = {}): Promise<{ id: string; version: number }> {
  await holdOrder(ctx, orderId, can.carryOut, options.version)
  const id = ctx.newId()
  await ctx.db.insert(line).values({ ...ctx.scope, id, orderId, kind: its.kind, name: its.name, quantity: its.quantity, measure: its.measure ?? '', cents: its.cents, by: ctx.actor.kind === 'person' ? ctx.actor.id : null, at: ctx.now })
  return { id, ...(await changeOrder(ctx, orderId)) }
}

/** Takes a line away. Throws NotFound, Conflict('changedMeanwhile'). */
export async function removeLine(ctx: Ctx, orderId: string, lineId: string, options: { version?: number | undefined } = {}): Promise<{ version: number }> {
  await holdOrder(ctx, orderId, can.carryOut, options.version)
  const gone = isId(lineId) ? await ctx.db.delete(line).where(and(eq(line.municipalityId, ctx.scope.municipalityId), eq(line.id, lineId), eq(line.orderId, orderId))).returning({ id: line.id }) : []
  if (gone.length === 0) throw new NotFound()
  return changeOrder(ctx, orderId)
}
