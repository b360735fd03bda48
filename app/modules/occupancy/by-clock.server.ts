import { sql } from 'drizzle-orm'
import { command, type Ctx, type House, query } from '#core/context/context.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { wallClock } from '#core/time/local.ts'
import { judgeCounter } from './judge.server.ts'
import { keptDays, lockCounter } from './passages.server.ts'
import { counter, level, passage } from './schema.server.ts'
import { settle } from './settle.server.ts'

type Due = { id: string; day: string; today: string; fresh: boolean }
/** Quarter levels are kept so many days: a year, and a month over it. */
const keptLevels = 400

/** Counters whose levels go on: those that have counted, today or at a place whose hours say that it is in use. */
const dueOf = async (ctx: Ctx): Promise<Due[]> => (await ctx.db.execute<Due>(sql`
  select c.id, c.day::text, occupancy.day_of(${ctx.now}::timestamptz, c.reset_hour)::text as today, c.counted_at >= occupancy.day_begins(occupancy.day_of(${ctx.now}::timestamptz, c.reset_hour), c.reset_hour) as fresh from ${counter} c
  where c.municipality_id = ${ctx.scope.municipalityId} and c.ended_at is null and c.paused_at is null and c.day is not null and (c.counted_at >= ${ctx.now}::timestamptz - interval '36 hours'
    or exists (select from directory.open_time h where h.municipality_id = ${ctx.scope.municipalityId} and h.owner_id = c.place_id))`)).rows

async function lookAt(ctx: Ctx, its: Due) {
  await lockCounter(ctx, its.id)
  if (its.day < its.today) await settle(ctx, its.id, its.day) // the day that ended has its last quarters too
  await settle(ctx, its.id, its.today, its.fresh ? new Date(ctx.now.getTime() - 3_600_000) : null)
  await judgeCounter(ctx, its.id)
}

/** By the clock, every five minutes: levels go on where nothing is said, the night begins a new day, silence is noticed. Each counter in its own transaction. */
export async function keepCounters(house: House, onError: (cause: unknown, which: string) => void, stopping?: AbortSignal): Promise<void> {
  for (const its of await house.database.owner.select().from(municipality)) {
    for (const each of await query(house, { municipality: its }, dueOf)) {
      if (stopping?.aborted) return
      try { await command(house, { municipality: its }, lookAt, each) } catch (cause) { onError(cause, its.slug) }
    }
  }
}

/** Every night: what is usual is counted anew, old counts and levels are forgotten. */
export async function countUsual(ctx: Ctx): Promise<void> {
  const today = wallClock(ctx.now).day, m = ctx.scope.municipalityId
  await ctx.db.execute(sql`delete from ${passage} where municipality_id = ${m} and day < ${today}::date - ${keptDays}::int`)
  await ctx.db.execute(sql`delete from ${level} where municipality_id = ${m} and day < ${today}::date - ${keptLevels}::int`)
  await ctx.db.execute(sql`select occupancy.count_typical(${m}::int, ${today}::date)`)
}
