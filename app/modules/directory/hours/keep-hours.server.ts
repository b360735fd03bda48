import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import type { Translated } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { hoursChanged } from '../events.server.ts'
import { hours } from '../schema.server.ts'
import type { HoursOf } from './hours.server.ts'
import { keepOpenTimesOf } from './open-times.server.ts'
import { periodList } from './period-shape.ts'

const lockOf = (ctx: Ctx) => sql`hashtextextended(${`${ctx.scope.municipalityId} exceptions`}, 0)`
/** Who changes exceptions waits for who writes hours, and they for them, so that neither misses what the other wrote. */
export const holdExceptions = (ctx: Ctx) => ctx.db.execute(sql`select pg_advisory_xact_lock(${lockOf(ctx)})`)

/**
 * Writes the hours of a place, a room or a channel: the only place where they change. Periods are given as they are stored or
 * as a form or a source has them; none at all takes the hours away. `version` is what the asker last saw. Asks nobody's
 * permission; followers of the place (of a channel: of its services) hear of it unless it is `quiet`. `reckonLater`: when it is open is
 * written down once for all that is brought (keepOpenTimesHere), or by the clock.
 * Returns whether anything changed. Throws ZodError, Conflict('changedMeanwhile').
 */
export async function keepHours(ctx: Ctx, ownerId: string, of: HoursOf, periods: unknown, its: { note?: Translated | null; quiet?: boolean; reckonLater?: boolean; version?: number } = {}): Promise<{ changed: boolean }> {
  const kept = periodList.parse(periods)
  await ctx.db.execute(sql`select pg_advisory_xact_lock_shared(${lockOf(ctx)})`)
  const here = and(eq(hours.municipalityId, ctx.scope.municipalityId), eq(hours.ownerId, ownerId))
  const held = async () => (await ctx.db.select().from(hours).where(here).for('update'))[0]
  const changedBy = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const noteOf = (before: Translated | null) => (its.note === undefined ? before : its.note && Object.keys(its.note).length > 0 ? its.note : null)
  let before = await held()
  if (!before && its.version) throw new Conflict('changedMeanwhile')
  if (!before) {
    if (kept.length === 0 && !noteOf(null)) return { changed: false }
    const made = await ctx.db.insert(hours).values({ ...ctx.scope, ownerId, of, periods: kept, note: noteOf(null), changedAt: ctx.now, changedBy }).onConflictDoNothing().returning({ version: hours.version })
    if (made.length === 0) before = await held() // another made them at the same moment
  }
  if (before) {
    if (its.version !== undefined && its.version !== before.version) throw new Conflict('changedMeanwhile')
    const note = noteOf(before.note)
    if (canonical(before.periods) === canonical(kept) && canonical(before.note) === canonical(note)) return { changed: false }
    if (kept.length === 0 && !note) await ctx.db.delete(hours).where(here)
    else await ctx.db.update(hours).set({ of, periods: kept, note, version: before.version + 1, changedAt: ctx.now, changedBy }).where(here)
  }
  if (!its.reckonLater) await keepOpenTimesOf(ctx, [ownerId])
  if (!its.quiet) for (const subjectId of await subjectsOf(ctx, ownerId, of)) await record(ctx, hoursChanged, { subjectId })
  return { changed: true }
}
/** The same whatever order the database gives keys in. */
const canonical = (its: unknown): string => JSON.stringify(its, (_, value) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value))

/** Whose trail tells of a change: the place's, the room's place's, the services' of a channel. */
async function subjectsOf(ctx: Ctx, ownerId: string, of: HoursOf): Promise<string[]> {
  if (of === 'place') return [ownerId]
  const found = await ctx.db.execute<{ id: string }>(of === 'room'
    ? sql`select place_id as id from directory.room where municipality_id = ${ctx.scope.municipalityId} and id = ${ownerId}`
    : sql`select service_id as id from directory.service_channel where municipality_id = ${ctx.scope.municipalityId} and channel_id = ${ownerId}`)
  return found.rows.map((row) => row.id)
}
