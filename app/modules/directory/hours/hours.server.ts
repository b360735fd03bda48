import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { planned } from '#core/db/planned.server.ts'
import { perRequest } from '#core/db/per-request.ts'
import type { Translated } from '#core/text/language.ts'
import { exception } from '../schema.server.ts'
import { addDays, dayAt } from './days.ts'
import type { SharedException } from './engine.ts'
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
function exceptionsOf(ctx: Ctx): Promise<ExceptionRow[]> {
  return perRequest(ctx, 'exceptions', async () => ctx.db.select().from(exception).where(and(eq(exception.municipalityId, ctx.scope.municipalityId), sql`${exception.until} >= ${addDays(dayAt(ctx.now), -past)}::date`)).orderBy(sql`${exception.madeAt} desc, ${exception.id} desc`))
}

/** Hours by owner, of those that have them. Two queries, however many are asked; `exceptions` when they are at hand already. */
export async function hoursOf(ctx: Ctx, ownerIds: string[], exceptions?: ExceptionRow[]): Promise<Map<string, Hours>> {
  if (ownerIds.length === 0) return new Map()
  const [{ rows }, all] = await Promise.all([planned<OwnerRow>(ctx.db, sql`
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
