import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { openTime } from '../schema.server.ts'

export const openTimeColumns = ['id', 'place', 'opens', 'closes', 'hoursState'] as const
/** When public places are open in the coming two weeks, in the order of place and time: the next page of an export. */
export async function openOpenTimes(ctx: Ctx, { after, limit }: { after?: string | undefined; limit: number }) {
  const [, place, opens] = /^([0-9a-f-]{36}) (\d{4}-\d\d-\d\dT[\d:.]+Z)$/.exec(after ?? '') ?? []
  const { rows } = await ctx.db.execute<{ owner_id: string; opens_at: Date | string; closes_at: Date | string; state: string }>(sql`
    select o.owner_id, o.opens_at, o.closes_at, o.state from ${openTime} o join trail.subject s on s.municipality_id = o.municipality_id and s.id = o.owner_id and s.kind = 'place' and s.visibility = 'public'
    where o.municipality_id = ${ctx.scope.municipalityId} and o.closes_at > ${ctx.now} ${place ? sql`and (o.owner_id, o.opens_at) > (${place}::uuid, ${opens}::timestamptz)` : sql``} order by o.owner_id, o.opens_at limit ${limit}`)
  return rows.map((row) => { const opensAt = new Date(row.opens_at).toISOString(); return { id: `${row.owner_id} ${opensAt}`, place: row.owner_id, opens: opensAt, closes: new Date(row.closes_at).toISOString(), hoursState: row.state } })
}
