import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { subject } from '#core/trail/schema.server.ts'
import { visibleReport } from '../own.server.ts'
import { can } from '../permissions.ts'
import { category, meToo, report } from '../schema.server.ts'
import { raisedPriority, stateRules } from '../states.ts'

/**
 * Somebody has met the same thing. Counted once a person or once a visitor's day; enough of them raise how urgent it is.
 * @param who a person's id, or `visitorOf(ctx, request, 'me too <report id>')`
 * Throws NotFound, Conflict('alreadyClosed') for a report that waits for nobody any more.
 */
export async function sayMeToo(ctx: Ctx, reportId: string, who: string): Promise<{ meToos: number }> {
  allowAnyone(ctx, can.meToo)
  const its = await visibleReport(ctx, reportId, { lock: true })
  const mine = and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, reportId))
  const [row] = await ctx.db.select({ state: report.state, base: category.priority }).from(report)
    .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId))).where(mine)
  if (its.visibility !== 'public' || !stateRules[row!.state].open) throw new Conflict('alreadyClosed')
  await ctx.db.insert(meToo).values({ ...ctx.scope, reportId, who, at: ctx.now }).onConflictDoNothing()
  const [now] = await ctx.db.select({ meToos: subject.supports }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, reportId)))
  await ctx.db.update(report).set({ priority: sql`greatest(${report.priority}, ${raisedPriority(row!.base, now!.meToos)})` }).where(mine)
  return now!
}
