import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { category, report } from '#modules/feedback/server'
import type { Value } from './formats.ts'
import { can } from './permissions.ts'

type Of = 'services' | 'agencies'
const days = 365
const seconds = sql`extract(epoch from ${report.closedAt} - ${report.sentAt})`
const counts = {
  total: sql<number>`count(*)::int`, closed: sql<number>`count(${report.closedAt})::int`,
  average: sql<number>`coalesce(round(avg(${seconds})), 0)::int`, median: sql<number>`coalesce(round(percentile_cont(0.5) within group (order by ${seconds}))::int, 0)`,
}

/**
 * How long public reports of the last year have taken, by service or by the unit that handles them: seconds from sending to
 * closing, the average and the median, as the six-city reference implementation has them. Most reports first. Null when
 * there are no statistics of that.
 */
export async function statistics(ctx: Ctx, of: string): Promise<Value | null> {
  allowAnyone(ctx, can.read)
  if (of !== 'services' && of !== 'agencies') return null
  const rows = await keptRows(ctx, of)
  return rows.filter((row) => row.code !== null).map(({ code, name, total, closed, average, median }) => ({
    ...(of === 'services' ? { service_code: code, service_name: inLanguage(name, ctx.language) } : { agency_responsible: inLanguage(name, ctx.language) }), total, closed, avg_sec: average, median_sec: median,
  }))
}

/** They go through every report of a year, so a process counts them once in ten minutes, for all who ask. */
const keptFor = 600_000
const kept = new WeakMap<Db, Map<string, { at: number; rows: ReturnType<typeof count> }>>()
function keptRows(ctx: Ctx, of: Of) {
  const mine = kept.get(ctx.db) ?? new Map<string, { at: number; rows: ReturnType<typeof count> }>()
  kept.set(ctx.db, mine)
  const name = `${ctx.scope.municipalityId} ${of}`, found = mine.get(name)
  if (found && Date.now() - found.at < keptFor) return found.rows
  const rows = count(ctx, of)
  mine.set(name, { at: Date.now(), rows })
  rows.catch(() => mine.delete(name))
  return rows
}

async function count(ctx: Ctx, of: Of) {
  const since = new Date(ctx.now.getTime() - days * 86_400_000)
  const [code, name] = of === 'services' ? [category.key, category.name] as const : [unit.key, unit.name] as const
  return ctx.db.select({ code, name, ...counts }).from(report)
    .innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id), eq(subject.visibility, 'public')))
    .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
    .leftJoin(unit, and(eq(unit.municipalityId, report.municipalityId), eq(unit.id, subject.ownerUnitId)))
    .where(and(eq(report.municipalityId, ctx.scope.municipalityId), sql`${report.sentAt} >= ${since}`)).groupBy(code, name).orderBy(sql`count(*) desc`, code)
}
