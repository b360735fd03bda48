import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { planned } from '#core/db/planned.server.ts'
import type { Translated } from '#core/text/language.ts'
import type { FaultKind, Way } from './bands.ts'
import { counter, passage, typical } from './schema.server.ts'

/** A counter with its newest numbers and what is usual at this hour, as the database has them. Moments are milliseconds. */
export type CrowdRow = {
  id: string; place_id: string; room_id: string | null; name: Translated; way: Way; capacity: number; quiet_to: number; normal_to: number; busy_to: number; usual_gap_minutes: number | null; fault: FaultKind | null; paused: boolean
  inside: number; counted: number | null; began: number; opened: number | null; closes: number | null; hours_known: boolean; low: number | null; middle: number | null; high: number | null
}
/** What of the calendar a reading needs to know. */
export type Hour = { kind: number; slot: number }

/** The counters of places, the whole place's before those of its rooms. One query. */
export async function crowdRows(ctx: Ctx, placeIds: string[], { kind, slot }: Hour): Promise<CrowdRow[]> {
  const m = ctx.scope.municipalityId, now = sql`${ctx.now}::timestamptz`
  const { rows } = await planned<CrowdRow>(ctx.db, sql`
    select c.id, c.place_id, c.room_id, c.name, c.way, c.capacity, c.quiet_to, c.normal_to, c.busy_to, c.usual_gap_minutes, c.fault, c.paused_at is not null as paused,
      case when c.day is distinct from d.day then 0 when c.way = 'tickets' then (
        select coalesce(round(sum(p.entered * occupancy.still_inside(extract(epoch from ${now} - p.at) / 60, c.stay_minutes))), 0)::int from ${passage} p
        where p.municipality_id = ${m} and p.counter_id = c.id and p.day = d.day and p.at > ${now} - make_interval(mins => c.stay_minutes * 3 / 2)) else c.inside end as inside,
      (extract(epoch from c.counted_at) * 1000)::float8 as counted, (extract(epoch from occupancy.day_begins(d.day, c.reset_hour)) * 1000)::float8 as began,
      (extract(epoch from o.opened) * 1000)::float8 as opened, (extract(epoch from o.closes) * 1000)::float8 as closes, o.known as hours_known, t.low, t.middle, t.high
    from ${counter} c
    cross join lateral (select occupancy.day_of(${now}, c.reset_hour) as day) d
    cross join lateral (select count(*) > 0 as known, max(h.opens_at) filter (where h.opens_at <= ${now} and h.closes_at > ${now}) as opened,
        max(h.closes_at) filter (where h.opens_at <= ${now} and h.closes_at > ${now}) as closes
      from directory.open_time h where h.municipality_id = ${m} and h.owner_id = c.place_id) o
    left join ${typical} t on t.municipality_id = ${m} and t.counter_id = c.id and t.kind = ${kind} and t.slot = ${slot} and t.days >= 4
    where c.municipality_id = ${m} and c.place_id = any(${sql.param(placeIds)}::uuid[]) and c.ended_at is null
    order by c.place_id, c.room_id is not null, c.created_at, c.id`)
  return rows
}
