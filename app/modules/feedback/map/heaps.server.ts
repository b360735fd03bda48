import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'

/** Adds up what each connection has counted for the map (feedback.heap), so that its wide views stay quick; by the clock, every hour. */
export async function foldHeaps(ctx: Ctx) {
  await ctx.db.execute(sql`select feedback.fold_heaps(${ctx.scope.municipalityId})`)
}
