import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { wallClock } from '#core/time/local.ts'
import { missed } from './schema.server.ts'

/** What nobody finds is told when it was looked for on so many days: what one person looked for stays theirs. */
const daysBeforeShown = 5
const daysKept = 90
/** So many different words of a day at most, so that a program that asks for nonsense fills nothing. */
const mostOfDay = 500

/**
 * Counts words that found nothing: the words alone and the day, nothing of who asked. Numbers are left out, so that no telephone
 * or identity number is kept. The only thing that a search writes; it may be lost, and is no part of what the page says.
 */
export async function searchedInVain(ctx: Ctx, words: string[]) {
  const its = [...words].filter((word) => !/\d/.test(word) && word.length <= 30).sort().slice(0, 4).join(' ')
  if (its.length < 3) return
  const m = ctx.scope.municipalityId, day = wallClock(ctx.now).day
  await ctx.db.execute(sql`insert into ${missed} (municipality_id, day, words) select ${m}::int, ${day}::date, ${its}::text
    where (select count(*) from (select from ${missed} where municipality_id = ${m} and day = ${day} limit ${mostOfDay}) its) < ${mostOfDay}
    on conflict (municipality_id, day, words) do update set times = ${missed}.times + 1`)
}

/** What was looked for and not found on at least five days, the most often first. */
export async function oftenMissed(ctx: Ctx): Promise<{ words: string; days: number; times: number }[]> {
  const { rows } = await ctx.db.execute<{ words: string; days: number; times: number }>(sql`select words, count(*)::int as days, sum(times)::int as times from ${missed}
    where municipality_id = ${ctx.scope.municipalityId} and day > ${oldest(ctx)} group by words having count(*) >= ${daysBeforeShown} order by 2 desc, 3 desc, 1 limit 50`)
  return rows
}

/** By the clock: what is older than 90 days is gone. */
export async function forgetMissed(ctx: Ctx) {
  await ctx.db.execute(sql`delete from ${missed} where municipality_id = ${ctx.scope.municipalityId} and day <= ${oldest(ctx)}`)
}
const oldest = (ctx: Ctx) => sql`(${wallClock(ctx.now).day}::date - ${daysKept}::int)`
