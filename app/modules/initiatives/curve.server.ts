import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { addLocalDays, wallClock } from '#core/time/local.ts'
import { signature } from './schema.server.ts'

export type Day = { day: string; added: number; all: number }

/** Names by the day they were given, by Finland's calendar, with how many there were at its end; every day from the first to the last is there. */
export async function supportCurve(ctx: Ctx, id: string): Promise<Day[]> {
  const day = sql<string>`to_char(${signature.confirmedAt} at time zone 'Europe/Helsinki', 'YYYY-MM-DD')`
  const rows = await ctx.db.select({ day, added: sql<number>`count(*)::int` }).from(signature)
    .where(and(eq(signature.municipalityId, ctx.scope.municipalityId), eq(signature.initiativeId, id), isNotNull(signature.confirmedAt))).groupBy(sql`1`).orderBy(sql`1`)
  if (rows.length === 0) return []
  const added = new Map(rows.map((row) => [row.day, row.added]))
  const days: Day[] = []
  let all = 0
  for (let at = new Date(`${rows[0]!.day}T10:00:00Z`); wallClock(at).day <= rows.at(-1)!.day; at = addLocalDays(at, 1)) {
    const { day: its } = wallClock(at)
    all += added.get(its) ?? 0
    days.push({ day: its, added: added.get(its) ?? 0, all })
  }
  return days
}
