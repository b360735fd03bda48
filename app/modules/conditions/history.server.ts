import { and, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { allowAnyone, may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { addLocalDays, wallClock } from '#core/time/local.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { can } from './permissions.ts'
import { placesNow } from './read.server.ts'
import { maintenance, observation } from './schema.server.ts'
import { maintenanceOf, propertiesOf, type Source } from './vocabulary.ts'

export const historyDays = 14
const most = 200

export type Seen = { id: string; property: string; value: string | null; number: number | null; observedAt: Date; source: Source }
/** A number by the hour, as the mean of the hour's, and by the day. */
export type Curve = { property: string; hours: { at: Date; mean: number }[]; days: { day: string; low: number; high: number; last: number }[] }

/** A place whose conditions this asker may see: what is not public only by who may say what it is like. Throws NotFound. */
async function conditionsPlace(ctx: Ctx, placeId: string) {
  const its = await subjectOf(ctx, placeId, { kind: 'place' })
  allowAnyone(ctx, can.read, its)
  if (its.visibility !== 'public' && its.visibility !== 'withdrawn' && !may(ctx, can.observe, its)) throw new NotFound()
  return { id: its.id, name: inLanguage(its.title, ctx.language), movedAt: its.movedAt, mayObserve: may(ctx, can.observe, its) && its.visibility !== 'withdrawn' }
}

/**
 * What was seen and done at a place in the last fourteen days, newest first: words each by itself (the newest two hundred),
 * numbers by the hour and the day, for a sensor may say twenty thousand. Four queries.
 */
export async function historyOf(ctx: Ctx, placeId: string) {
  const place = await conditionsPlace(ctx, placeId)
  const from = addLocalDays(ctx.now, -historyDays), here = ctx.scope.municipalityId
  const now = (await placesNow(ctx, [placeId])).get(placeId) ?? null
  // a place that nobody has said anything of in a year has no history either
  if (!now) return { place, kind: '', now, seen: [], more: null, curves: [], done: [], from }
  const { kind } = now
  // each property by the index of its own: a sensor of a year has half a million rows
  const ofWords = inArray(observation.property, propertiesOf(kind).map((each) => each.key)), measured = propertiesOf(kind).filter((each) => each.measure).map((each) => each.key)
  const seen: Seen[] = (await ctx.db.select({ id: observation.id, property: observation.property, value: observation.value, number: observation.number, observedAt: observation.observedAt, source: observation.source }).from(observation)
    .where(and(eq(observation.municipalityId, here), eq(observation.placeId, placeId), ofWords, gte(observation.observedAt, from), isNull(observation.number))).orderBy(desc(observation.observedAt), desc(observation.id)).limit(most + 1))
  const { rows: numbers } = measured.length === 0 ? { rows: [] } : await ctx.db.execute<{ property: string; at: Date | string; mean: number; low: number; high: number; last: number }>(sql`
    select o.property, date_trunc('hour', o.observed_at) as at, avg(o.number) as mean, min(o.number) as low, max(o.number) as high, (array_agg(o.number order by o.observed_at desc))[1] as last
    from ${observation} o where o.municipality_id = ${here} and o.place_id = ${placeId} and o.property = any(${sql.param(measured)}::text[]) and o.observed_at >= ${from} and o.number is not null group by 1, 2 order by 1, 2`)
  const done = (await ctx.db.select({ id: maintenance.id, what: maintenance.what, at: maintenance.at, source: maintenance.source }).from(maintenance)
    .where(and(eq(maintenance.municipalityId, here), eq(maintenance.placeId, placeId), gte(maintenance.at, from))).orderBy(desc(maintenance.at), desc(maintenance.id)).limit(most)).filter((row) => maintenanceOf(kind).some((each) => each.key === row.what))
  const curves: Curve[] = [...Map.groupBy(numbers, (row) => row.property)].map(([property, rows]) => ({
    property, hours: rows.map((row) => ({ at: new Date(row.at), mean: Number(row.mean) })),
    days: [...Map.groupBy(rows, (row) => wallClock(new Date(row.at)).day)].map(([day, its]) => ({ day, low: Math.min(...its.map((row) => row.low)), high: Math.max(...its.map((row) => row.high)), last: its.at(-1)!.last })).reverse(),
  }))
  return { place, kind, now, seen: seen.slice(0, most), more: seen.length > most ? most : null, curves, done, from }
}
