import type { Ctx } from '#core/context/context.server.ts'

/** What a phone saw: which order, how many changes it had, and when by the house's clock. */
export type Seen = { orderId: string; version: number; asOf: string }
const written = (ctx: Pick<Ctx, 'scope'>, personId: string, its: Seen) => [ctx.scope.municipalityId, personId, its.orderId, its.version, its.asOf].join(' ')

/**
 * The house's word that this person had this order on their list then. What they did without a network is taken by it even when
 * the order has gone to another unit meanwhile: as a note and photos, nothing more.
 */
export const sealOf = (ctx: Pick<Ctx, 'sign' | 'scope'>, personId: string, its: Seen): string => ctx.sign('field', written(ctx, personId, its))

/** Did the house seal this, in the last thirty days? */
export function isSealed(ctx: Pick<Ctx, 'verify' | 'scope' | 'now'>, personId: string, its: Seen & { seal: string }): boolean {
  const age = ctx.now.getTime() - Date.parse(its.asOf)
  return age > -60_000 && age < 30 * 86_400_000 && ctx.verify('field', written(ctx, personId, its), its.seal)
}
