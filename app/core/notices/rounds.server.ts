import { sql } from 'drizzle-orm'
import { command, type House, type Municipality } from '#core/context/context.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { addLocalDays, atWallClock, wallClock } from '#core/time/local.ts'
import { writeAtOnce, writeDigests } from './letters.server.ts'

/** When the daily digest is sent, by Finland's clock. */
const digestTime = '08:00:00'

const withWaiting = (house: House, rhythm: 'atOnce' | 'daily'): Promise<Municipality[]> => house.database.owner.select().from(municipality)
  .where(sql`exists (select from notices.notice n where n.municipality_id = ${municipality.id} and n.rhythm = ${rhythm} and n.mailed_at is null)`)

/** Writes every mail that is wanted at once. */
export async function mailAtOnce(house: House) {
  for (const its of await withWaiting(house, 'atOnce')) while ((await command(house, { municipality: its }, writeAtOnce)) > 0);
}

/**
 * Writes the digests of what was told before the last 08:00. Doing it again changes nothing, so it is also done when the
 * program starts: a morning that was slept through is made up for.
 */
export async function mailDigests(house: House) {
  const until = lastDigest(house.clock())
  for (const its of await withWaiting(house, 'daily')) while ((await command(house, { municipality: its }, writeDigests, until)) > 0);
}

/** The latest 08:00 in Finland that is not in the future. */
export function lastDigest(now: Date): Date {
  const today = atWallClock(wallClock(now).day, digestTime)
  return today <= now ? today : atWallClock(wallClock(addLocalDays(now, -1)).day, digestTime)
}
