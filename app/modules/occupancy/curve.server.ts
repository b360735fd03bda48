import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { type Band, bandOf, type Edges, shareOf } from './bands.ts'
import { can } from './permissions.ts'
import { counter, typical } from './schema.server.ts'

/** An hour as it usually is: its band, and its share of the capacity in the same steps as what is told of now. */
export type UsualHour = { hour: number; band: Band; share: number }
/** A kind of day as it usually is, from the first to the last hour in which people are there; `quietest` hours of those between the edges. */
export type UsualDay = { kind: number; hours: UsualHour[]; quietest: number | null; busiest: number | null }

/** So many days of a kind before anything is called usual. */
const leastDays = 4

type Row = { counter_id: string; kind: number; hour: number; middle: number; high: number; capacity: number; quiet_to: number; normal_to: number; busy_to: number }

/** What is usual for counters by the kind of day; `kind` narrows to one. A kind is missing while there are fewer than four days of it. One query. */
export async function usualDays(ctx: Ctx, counterIds: string[], kind: number | null = null): Promise<Map<string, UsualDay[]>> {
  allowAnyone(ctx, can.read)
  const found = new Map<string, UsualDay[]>()
  if (counterIds.length === 0) return found
  const { rows } = await ctx.db.execute<Row>(sql`
    select t.counter_id, t.kind, t.slot / 4 as hour, avg(t.middle)::float8 as middle, max(t.high)::float8 as high, c.capacity, c.quiet_to, c.normal_to, c.busy_to
    from ${typical} t join ${counter} c on c.municipality_id = t.municipality_id and c.id = t.counter_id
    where t.municipality_id = ${ctx.scope.municipalityId} and t.counter_id = any(${sql.param(counterIds)}::uuid[]) and t.days >= ${leastDays} ${kind === null ? sql`` : sql`and t.kind = ${kind}`}
    group by t.counter_id, t.kind, t.slot / 4, c.capacity, c.quiet_to, c.normal_to, c.busy_to order by t.counter_id, t.kind, hour`)
  const byDay = Map.groupBy(rows, (row) => `${row.counter_id} ${row.kind}`)
  for (const its of byDay.values()) {
    const { counter_id, kind: kindOf } = its[0]!
    found.set(counter_id, [...found.get(counter_id) ?? [], usualDay(kindOf, its)])
  }
  return found
}

/** The hours between the first and the last in which anybody is usually there, and the quietest and busiest of them. */
export function usualDay(kind: number, rows: Pick<Row, 'hour' | 'middle' | 'high' | 'capacity' | 'quiet_to' | 'normal_to' | 'busy_to'>[]): UsualDay {
  // Cleaners before the doors open are not yet a busy day.
  const used = rows.filter((row) => row.middle >= Math.max(1, row.capacity * 0.03))
  const between = rows.filter((row) => used.length > 0 && row.hour >= used[0]!.hour && row.hour <= used.at(-1)!.hour)
  // The first and the last hour are quiet at every place: that helps nobody.
  const inner = between.length > 4 ? between.slice(1, -1) : between
  const edges = (row: (typeof rows)[number]): Edges => ({ capacity: row.capacity, quietTo: row.quiet_to, normalTo: row.normal_to, busyTo: row.busy_to })
  const by = (sign: number) => inner.toSorted((a, b) => sign * (a.middle - b.middle) || a.hour - b.hour)[0]?.hour ?? null
  return { kind, hours: between.map((row) => ({ hour: row.hour, band: bandOf(edges(row), row.middle), share: shareOf(row.capacity, row.middle) })), quietest: by(1), busiest: by(-1) }
}
