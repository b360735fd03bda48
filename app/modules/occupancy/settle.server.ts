import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { kindOfDay, later } from './day-kind.ts'

/**
 * Works out a counting day of a counter anew from its passages, in the database: quarter levels from `since` on, and the
 * counter's own numbers when it is the present day. Its row is locked until the transaction ends.
 */
export async function settle(ctx: Ctx, counterId: string, day: string, since: Date | null = null): Promise<void> {
  await ctx.db.execute(sql`select occupancy.settle(${ctx.scope.municipalityId}::int, ${counterId}::uuid, ${day}::date, ${kindOfDay(day)}::int, ${kindOfDay(later(day, 1))}::int, ${since}::timestamptz, ${ctx.now}::timestamptz)`)
}
