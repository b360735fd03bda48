import { and, eq, gte, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { fewest } from '#core/text/few.ts'
import { addLocalDays, atWallClock, wallClock } from '#core/time/local.ts'
import { can } from './permissions.ts'
import { type Act, decision, type Reason, report } from './schema.server.ts'

const monthsShown = 24

/** A count and, when it is not small, its parts. */
export type Month = { month: string; reports: number; decisions: number; reasons: { reason: Reason; count: number; acts: { act: Act; count: number }[] | null }[] | null; acts: { act: Act; count: number }[] | null }
export type Statistics = { months: Month[]; appeals: { made: number; restored: number; upheld: number; open: number } | { made: number; restored: null; upheld: null; open: null }; medianHours: number | null; since: Date }

const monthOf = (column: typeof decision.at | typeof report.at) => sql<string>`to_char(${column} at time zone 'Europe/Helsinki', 'YYYY-MM')`

/** What moderation has done in the last two years, for everyone to see: by month, reason and act, appeals and how they ended, the median time to a decision. */
export async function moderationStatistics(ctx: Ctx): Promise<Statistics> {
  allowAnyone(ctx, can.seeStatistics)
  const since = firstMonth(ctx.now)
  const mine = and(eq(decision.municipalityId, ctx.scope.municipalityId), gte(decision.at, since))
  const reported = and(eq(report.municipalityId, ctx.scope.municipalityId), gte(report.at, since))
  const [acts, sent, appeals, median] = [
    await ctx.db.select({ month: monthOf(decision.at), reason: decision.reason, act: decision.act, count: sql<number>`count(*)::int` }).from(decision).where(mine).groupBy(sql`1, 2, 3`),
    await ctx.db.select({ month: monthOf(report.at), count: sql<number>`count(*)::int` }).from(report).where(reported).groupBy(sql`1`),
    await ctx.db.select({
      made: sql<number>`(count(*) filter (where ${decision.appealedAt} is not null))::int`, open: sql<number>`(count(*) filter (where ${decision.appealedAt} is not null and ${decision.appealSettledAt} is null))::int`,
      restored: sql<number>`(count(*) filter (where ${decision.appealOf} is not null and ${decision.act} = 'restored'))::int`, upheld: sql<number>`(count(*) filter (where ${decision.appealOf} is not null and ${decision.act} = 'upheld'))::int`,
    }).from(decision).where(mine),
    await ctx.db.select({ hours: sql<number | null>`percentile_cont(0.5) within group (order by extract(epoch from ${report.settledAt} - ${report.at}) / 3600)::float8` }).from(report).where(and(reported, sql`${report.settledAt} is not null`)),
  ]
  const names = [...new Set([...acts, ...sent].map((row) => row.month))].sort().reverse()
  const months = names.map((month): Month => {
    const its = acts.filter((row) => row.month === month)
    const decisions = total(its)
    return {
      month, decisions, reports: total(sent.filter((row) => row.month === month)),
      acts: decisions < fewest ? null : grouped(its, 'act').map(([act, rows]) => ({ act, count: total(rows) })),
      reasons: decisions < fewest ? null : grouped(its, 'reason').map(([reason, rows]) => ({ reason, count: total(rows), acts: total(rows) < fewest ? null : rows.map(({ act, count }) => ({ act, count })) })),
    }
  })
  const { made, open, restored, upheld } = appeals[0]!
  return { months, since, medianHours: median[0]?.hours ?? null, appeals: made < fewest ? { made, restored: null, upheld: null, open: null } : { made, restored, upheld, open } }
}

/** The same as rows of a table: month, reason, act, count; an empty cell is not broken down. */
export async function moderationCsv(ctx: Ctx): Promise<string> {
  const { months } = await moderationStatistics(ctx)
  const lines = ['month,reason,act,count']
  for (const month of months) {
    lines.push(`${month.month},,reported,${month.reports}`, `${month.month},,,${month.decisions}`)
    for (const { reason, count, acts } of month.reasons ?? []) {
      lines.push(`${month.month},${reason},,${count}`, ...(acts ?? []).map((its) => `${month.month},${reason},${its.act},${its.count}`))
    }
  }
  return `${lines.join('\r\n')}\r\n`
}

const total = (rows: { count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0)
function grouped<K extends 'act' | 'reason', R extends Record<K, string> & { count: number }>(rows: R[], by: K): [R[K], R[]][] {
  const found = new Map<R[K], R[]>()
  for (const row of rows) found.set(row[by], [...(found.get(row[by]) ?? []), row])
  return [...found].sort((a, b) => total(b[1]) - total(a[1]))
}
/** The first moment of the month that begins the last two years. */
function firstMonth(now: Date): Date {
  const back = wallClock(addLocalDays(now, -(monthsShown - 1) * 30)).day.slice(0, 7)
  return atWallClock(`${back}-01`, '00:00:00')
}
