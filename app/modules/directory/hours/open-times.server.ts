import { sql } from 'drizzle-orm'
import { command, type Ctx, type House } from '#core/context/context.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { comesTrue } from '../wishes/comes-true.server.ts'
import { addDays, dayAt } from './days.ts'
import { isOpenState, stretches } from './engine.ts'
import { type ExceptionRow, hoursOf } from './hours.server.ts'

/** So many days ahead it is written down when something is open, and so many owners at a time. */
const ahead = 14
const batch = 500

/** Writes down anew when these are open, from yesterday to two weeks ahead; of one without hours nothing is left. Rows that are right already are not touched. */
export async function keepOpenTimesOf(ctx: Ctx, ownerIds: string[], exceptions?: ExceptionRow[]) {
  if (ownerIds.length === 0) return
  const today = dayAt(ctx.now)
  const its = await hoursOf(ctx, ownerIds, exceptions)
  const rows = [...its.values()].flatMap((each) => stretches(each.periods, each.exceptions, addDays(today, -1), addDays(today, ahead)).filter((one) => isOpenState(one.state)).map((one) => [each.ownerId, one.from.toISOString(), one.until.toISOString(), one.state] as const))
  await ctx.db.execute(sql`
    with given as (select * from unnest(${sql.param(rows.map((row) => row[0]))}::uuid[], ${sql.param(rows.map((row) => row[1]))}::timestamptz[], ${sql.param(rows.map((row) => row[2]))}::timestamptz[], ${sql.param(rows.map((row) => row[3]))}::text[]) as g(owner_id, opens_at, closes_at, state)),
    gone as (delete from directory.open_time t where t.municipality_id = ${ctx.scope.municipalityId} and t.owner_id = any(${sql.param(ownerIds)}::uuid[]) and not exists (select from given g where g.owner_id = t.owner_id and g.opens_at = t.opens_at))
    insert into directory.open_time as t (municipality_id, owner_id, opens_at, closes_at, state) select ${ctx.scope.municipalityId}::int, g.owner_id, g.opens_at, g.closes_at, g.state from given g
    on conflict (municipality_id, owner_id, opens_at) do update set closes_at = excluded.closes_at, state = excluded.state where (t.closes_at, t.state) <> (excluded.closes_at, excluded.state)`)
  await ctx.db.execute(sql`update directory.hours set reckoned_for = ${today}::date where municipality_id = ${ctx.scope.municipalityId} and owner_id = any(${sql.param(ownerIds)}::uuid[])`)
}

/** Some of those whose days ahead are not written down for today, each held so that a change of hours at the same time waits. Returns how many they were. */
async function keepSome(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.execute<{ owner_id: string }>(sql`
    select owner_id from directory.hours where municipality_id = ${ctx.scope.municipalityId} and reckoned_for < ${dayAt(ctx.now)}::date order by reckoned_for, owner_id limit ${batch} for update skip locked`)
  await keepOpenTimesOf(ctx, rows.map((row) => row.owner_id))
  return rows.length
}

/** Writes down when everything of this municipality is open whose days ahead are not written down yet: what was brought with `reckonLater`. */
export async function keepOpenTimesHere(ctx: Ctx): Promise<void> {
  while (await keepSome(ctx) === batch);
}

/**
 * Writes down when everything is open in the coming two weeks, in every municipality: what a new day or an exception has
 * made out of date, some hundreds in a transaction. One that fails does not stop the others, and is tried again the next time.
 */
export async function keepOpenTimes(house: House, onError: (cause: unknown, slug: string) => void, stopping?: AbortSignal) {
  for (const its of await house.database.owner.select().from(municipality)) {
    try { while (!stopping?.aborted && await command(house, { municipality: its }, keepSome) === batch); } catch (cause) { onError(cause, its.slug) }
  }
}

/** An opening older than this is no news. */
const newsMinutes = 15
/**
 * Tells those who wished it of places that have just opened: each opening once, for it tells only a wish that has not been
 * told since; after a pause of the program what is older than a quarter of an hour is left untold. What only changes from
 * one way of being open to another has not opened.
 */
export async function opensNow(ctx: Ctx): Promise<number> {
  const m = ctx.scope.municipalityId
  const { rows } = await ctx.db.execute<{ place_id: string }>(sql`
    select distinct w.place_id from directory.wish w
    join directory.open_time t on t.municipality_id = w.municipality_id and t.owner_id = w.place_id and t.opens_at > ${new Date(ctx.now.getTime() - newsMinutes * 60_000)} and t.opens_at <= ${ctx.now}
    where w.municipality_id = ${m} and w.what = 'opens' and w.created_at <= t.opens_at and (w.told_at is null or w.told_at < t.opens_at)
      and not exists (select from directory.open_time before where before.municipality_id = t.municipality_id and before.owner_id = t.owner_id and before.opens_at < t.opens_at and before.closes_at >= t.opens_at)`)
  let told = 0
  for (const row of rows) told += await comesTrue(ctx, row.place_id, 'opens')
  return told
}
