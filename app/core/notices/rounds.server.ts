import { type SQL, sql } from 'drizzle-orm'
import { command, type House, type Municipality } from '#core/context/context.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { addLocalDays, atWallClock, wallClock } from '#core/time/local.ts'
import { writeDigests } from './digests.server.ts'
import { writeAtOnce } from './letters.server.ts'
import { writePushes } from './push.server.ts'

/** When digests are sent, by Finland's clock. */
const digestTime = '08:00:00'

const withWaiting = (house: House, rhythm: 'atOnce' | 'daily' | 'weekly', which: SQL): Promise<Municipality[]> => house.database.owner.select().from(municipality)
  .where(sql`exists (select from notices.notice n where n.municipality_id = ${municipality.id} and n.rhythm = ${rhythm} and ${which})`)
const unmailed = sql`n.mailed_at is null and n.by_mail`, unpushed = sql`n.pushed_at is null and n.by_push`
const untilOf = (house: House) => [['daily', lastDigest(house.clock())], ['weekly', lastWeekly(house.clock())]] as const

/** Writes every mail that is wanted at once; a program that is `stopping` leaves the rest to its next start, as all here do. */
export async function mailAtOnce(house: House, stopping?: AbortSignal) {
  for (const its of await withWaiting(house, 'atOnce', unmailed)) while (!stopping?.aborted && (await command(house, { municipality: its }, writeAtOnce)) > 0);
}

/**
 * Writes the digests of what was told before the last 8.00, and before the last Monday's 8.00 for who wants it weekly.
 * Doing it again changes nothing, so it is also done when the program starts: a morning that was slept through is made up for.
 */
export async function mailDigests(house: House, stopping?: AbortSignal) {
  for (const [rhythm, until] of untilOf(house)) for (const its of await withWaiting(house, rhythm, unmailed)) while (!stopping?.aborted && (await command(house, { municipality: its }, writeDigests, rhythm, until)) > 0);
}

/** Writes every push message that is wanted at once. */
export async function pushAtOnce(house: House) {
  for (const its of await withWaiting(house, 'atOnce', unpushed)) await command(house, { municipality: its }, writePushes, 'atOnce', house.clock())
}
/** Writes the push messages that say a digest is there, in the same rhythm as its mail. */
export async function pushDigests(house: House, stopping?: AbortSignal) {
  for (const [rhythm, until] of untilOf(house)) for (const its of await withWaiting(house, rhythm, unpushed)) if (!stopping?.aborted) await command(house, { municipality: its }, writePushes, rhythm, until)
}

/** The latest 8.00 in Finland that is not in the future. */
export function lastDigest(now: Date): Date {
  const today = atWallClock(wallClock(now).day, digestTime)
  return today <= now ? today : atWallClock(wallClock(addLocalDays(now, -1)).day, digestTime)
}

/** The latest Monday's 8.00 in Finland that is not in the future. */
export function lastWeekly(now: Date): Date {
  const latest = lastDigest(now)
  const sinceMonday = (new Date(`${wallClock(latest).day}T12:00:00Z`).getUTCDay() + 6) % 7
  return atWallClock(wallClock(addLocalDays(latest, -sinceMonday)).day, digestTime)
}
