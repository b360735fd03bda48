import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'
import { pace, report } from '../schema.server.ts'
import type { Pace } from './pace-words.ts'

/** Fewer than this many done in the year tell nothing of the next one. */
const fewest = 10
const yearDays = 365

const counted = once((db) => db.select({ count: pace.count, medianHours: pace.medianHours, ninetyHours: pace.ninetyHours }).from(pace)
  .where(and(eq(pace.municipalityId, sql.placeholder('m')), eq(pace.categoryId, sql.placeholder('id')))).prepare('feedback_pace'))

/** How long reports of a category have taken in the last year, as it was counted last night; null when fewer than ten were done. */
export async function paceOf(ctx: Ctx, categoryId: string): Promise<Pace | null> {
  allowAnyone(ctx, can.send)
  const [row] = await counted(ctx.db).execute({ m: ctx.scope.municipalityId, id: categoryId })
  return row && row.count >= fewest ? { count: row.count, medianDays: daysOf(row.medianHours), ninetyDays: daysOf(row.ninetyHours) } : null
}
/** Whole days that hold so many hours: a promise is rounded up. An hour is let go, so that the spring and autumn change make no day more. */
const daysOf = (hours: number) => Math.max(1, Math.ceil((hours - 1) / 24))

/**
 * Counts, for every category, how long the reports done in the last 365 days took from sending to done: the median and
 * what nine of ten fitted in (hours that have passed, interpolated between the two nearest). Those that were opened again
 * and those that were merged into another tell of something else and are left out.
 */
export async function countPaces(ctx: Ctx): Promise<void> {
  const m = ctx.scope.municipalityId
  await ctx.db.delete(pace).where(eq(pace.municipalityId, m))
  await ctx.db.execute(sql`
    insert into feedback.pace (municipality_id, category_id, count, median_hours, ninety_hours, at)
    select ${m}, took.category_id, count(*), percentile_cont(0.5) within group (order by took.hours), percentile_cont(0.9) within group (order by took.hours), ${ctx.now.toISOString()}::timestamptz
    from (select r.category_id, extract(epoch from r.closed_at - r.sent_at) / 3600.0 as hours from ${report} r
      where r.municipality_id = ${m} and r.state = 'done' and r.closed_at > ${ctx.now.toISOString()}::timestamptz - make_interval(hours => ${yearDays * 24}) and r.closed_at <= ${ctx.now.toISOString()}::timestamptz and r.closed_at >= r.sent_at
        and not exists (select from trail.event e where e.municipality_id = r.municipality_id and e.subject_id = r.id and e.kind = 'feedback.reopened')) took
    group by took.category_id`)
}
