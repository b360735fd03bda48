import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { allow, type Permission } from '#core/permissions/permissions.ts'
import { changeSubject, type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { order } from './schema.server.ts'
import { orderRules } from './states.ts'

export type OrderRow = typeof order.$inferSelect

/**
 * An order held until the transaction ends, for who may do `act` to it. `version` is what the asker last saw: when it has changed
 * since, Conflict('changedMeanwhile'). Throws NotFound, SignInNeeded, Forbidden.
 */
export async function holdOrder(ctx: Ctx, orderId: string, act: Permission, version?: number): Promise<{ its: Subject; row: OrderRow }> {
  const its = await subjectOf(ctx, orderId, { lock: true, kind: 'workOrder' })
  allow(ctx, act, its)
  const [row] = await ctx.db.select().from(order).where(and(eq(order.municipalityId, ctx.scope.municipalityId), eq(order.id, orderId))).for('update')
  if (version !== undefined && version !== row!.version) throw new Conflict('changedMeanwhile')
  return { its, row: row! }
}

/** As `holdOrder`, of one that is not done, given up or merged. Throws Conflict('orderClosed') too. */
export async function holdOpenOrder(ctx: Ctx, orderId: string, act: Permission, version?: number) {
  const held = await holdOrder(ctx, orderId, act, version)
  if (!orderRules[held.row.state].open) throw new Conflict('orderClosed')
  return held
}

/** Holds several orders in the order of their ids, so that two who change the same pair wait for each other and not for ever. */
export async function holdInTurn(ctx: Ctx, orderIds: string[]) {
  for (const id of [...new Set(orderIds)].toSorted()) await subjectOf(ctx, id, { lock: true, kind: 'workOrder' })
}

/** Changes what is the order's own, and counts the change. Returns its new version. */
export async function changeOrder(ctx: Ctx, orderId: string, changes: Partial<Omit<OrderRow, 'municipalityId' | 'id' | 'version'>> = {}): Promise<{ version: number }> {
  const [row] = await ctx.db.update(order).set({ ...changes, version: sql`${order.version} + 1` })
    .where(and(eq(order.municipalityId, ctx.scope.municipalityId), eq(order.id, orderId))).returning({ version: order.version })
  await changeSubject(ctx, orderId, {})
  return row!
}
