import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import type { Translated } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { hoursChanged } from '../events.server.ts'
import { exception, hours } from '../schema.server.ts'
import { addDays, dayAt } from './days.ts'
import type { SharedException } from './engine.ts'
import { keepOpenTimesOf } from './open-times.server.ts'
import { periodList } from './period-shape.ts'
import type { Period } from './periods.ts'

/** Whose hours they are: a place's, a room's in it, or a channel's (a telephone, a desk). */
export type HoursOf = 'place' | 'room' | 'channel'
/** Hours of one owner, with the exceptions over many places that concern it. */
export type Hours = { ownerId: string; of: HoursOf; periods: Period[]; exceptions: SharedException[]; note: Translated | null; version: number; changedAt: Date }
type OwnerRow = Omit<Hours, 'ownerId' | 'exceptions' | 'changedAt'> & { owner_id: string; changed_at: Date; place_id: string | null; kind: string | null; provided: boolean; units: string[] }
export type ExceptionRow = typeof exception.$inferSelect

/** So many days back an exception is still read, for those who ask of days that were. */
const past = 62
/** The exceptions of the coming days, the later made first. */
export async function exceptionsOf(ctx: Ctx): Promise<ExceptionRow[]> {
  return ctx.db.select().from(exception).where(and(eq(exception.municipalityId, ctx.scope.municipalityId), sql`${exception.until} >= ${addDays(dayAt(ctx.now), -past)}::date`)).orderBy(sql`${exception.madeAt} desc, ${exception.id} desc`)
}

/** Hours by owner, of those that have them. Two queries, however many are asked; `exceptions` when they are at hand already. */
export async function hoursOf(ctx: Ctx, ownerIds: string[], exceptions?: ExceptionRow[]): Promise<Map<string, Hours>> {
  if (ownerIds.length === 0) return new Map()
  const [{ rows }, all] = await Promise.all([ctx.db.execute<OwnerRow>(sql`
    select h.owner_id, h."of", h.periods, h.note, h.version, h.changed_at, p.id as place_id, p.kind, coalesce(p.provider_id is not null, its.provided, false) as provided,
      case when p.id is null then coalesce(its.units, '{}') else array_remove(array[s.owner_unit_id], null) end as units
    from directory.hours h
    left join directory.room r on h."of" = 'room' and r.municipality_id = h.municipality_id and r.id = h.owner_id
    left join directory.channel c on h."of" = 'channel' and c.municipality_id = h.municipality_id and c.id = h.owner_id
    left join directory.place p on p.municipality_id = h.municipality_id and p.id = case h."of" when 'place' then h.owner_id when 'room' then r.place_id else c.place_id end
    left join trail.subject s on s.municipality_id = p.municipality_id and s.id = p.id
    left join lateral (
      select bool_and(v.provider_id is not null) as provided, array_agg(distinct vs.owner_unit_id) filter (where vs.owner_unit_id is not null) as units
      from directory.service_channel sc join directory.service v on v.municipality_id = sc.municipality_id and v.id = sc.service_id join trail.subject vs on vs.municipality_id = v.municipality_id and vs.id = v.id
      where h."of" = 'channel' and sc.municipality_id = h.municipality_id and sc.channel_id = h.owner_id) its on true
    where h.municipality_id = ${ctx.scope.municipalityId} and h.owner_id = any(${sql.param(ownerIds)}::uuid[])`), exceptions ?? exceptionsOf(ctx)])
  return new Map(rows.map((row) => [row.owner_id, {
    ownerId: row.owner_id, of: row.of, periods: row.periods, note: row.note, version: row.version, changedAt: new Date(row.changed_at),
    exceptions: all.flatMap((each) => { const by = concerns(each, row); return by ? [{ id: each.id, name: each.name, from: each.from, until: each.until, state: each.state, spans: each.spans, by }] : [] }),
  }]))
}
/** Why an exception concerns an owner; null when it does not. What is for everybody is for the municipality's own, not for a provider's. */
function concerns(its: ExceptionRow, row: Pick<OwnerRow, 'place_id' | 'kind' | 'provided' | 'units'>): SharedException['by'] | null {
  if (its.placeIds) return row.place_id && its.placeIds.includes(row.place_id) ? 'place' : null
  if (row.provided) return null
  if (its.kinds) return row.kind && its.kinds.includes(row.kind) ? 'kind' : null
  if (its.unitId) return row.units.includes(its.unitId) ? 'unit' : null
  return 'all'
}

const lockOf = (ctx: Ctx) => sql`hashtextextended(${`${ctx.scope.municipalityId} exceptions`}, 0)`
/** Who changes exceptions waits for who writes hours, and they for them, so that neither misses what the other wrote. */
export const holdExceptions = (ctx: Ctx) => ctx.db.execute(sql`select pg_advisory_xact_lock(${lockOf(ctx)})`)

/**
 * Writes the hours of a place, a room or a channel: the only place where they change. Periods are given as they are stored or
 * as a form or a source has them; none at all takes the hours away. `version` is what the asker last saw. Asks nobody's
 * permission; followers of the place (of a channel: of its services) hear of it unless it is `quiet`.
 * Returns whether anything changed. Throws ZodError, Conflict('changedMeanwhile').
 */
export async function keepHours(ctx: Ctx, ownerId: string, of: HoursOf, periods: unknown, its: { note?: Translated | null; quiet?: boolean; version?: number } = {}): Promise<{ changed: boolean }> {
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
  await keepOpenTimesOf(ctx, [ownerId])
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
