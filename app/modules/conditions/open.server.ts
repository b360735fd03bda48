import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { conditionOf } from './read.server.ts'
import { latest, observation } from './schema.server.ts'
import type { Source } from './vocabulary.ts'

type Row = { id: string; place_id: string; kind: string; property: string; value: string | null; number: number | null; observed_at: Date | string; same_since: Date | string; source: Source }
const publicPlaces = sql`join directory.place p on p.municipality_id = o.municipality_id and p.id = o.place_id join trail.subject s on s.municipality_id = o.municipality_id and s.id = o.place_id and s.visibility = 'public'`

export const conditionColumns = ['id', 'place', 'property', 'known', 'value', 'number', 'quality', 'observed', 'expires', 'since', 'source'] as const
/** What public places are like at `ctx.now`, newest observation of each property, those past their expiry as not known: the next page of an export. */
export async function openConditions(ctx: Ctx, { after, limit }: { after?: string | undefined; limit: number }) {
  const [, place, property] = /^([0-9a-f-]{36}) ([\w-]{1,60})$/.exec(after ?? '') ?? []
  const { rows } = await ctx.db.execute<Row>(sql`select o.observation_id as id, o.place_id, p.kind, o.property, o.value, o.number, o.observed_at, o.same_since, o.source from ${latest} o ${publicPlaces}
    where o.municipality_id = ${ctx.scope.municipalityId} ${place ? sql`and (o.place_id, o.property) > (${place}::uuid, ${property})` : sql``} order by o.place_id, o.property limit ${limit}`)
  return rows.map((row) => {
    const its = conditionOf(row.kind, { property: row.property, value: row.value, number: row.number, observedAt: new Date(row.observed_at), since: new Date(row.same_since), source: row.source }, ctx.now)
    return { id: `${row.place_id} ${row.property}`, place: row.place_id, property: row.property, known: its.known, value: its.value, number: its.number, quality: its.quality, observed: its.observedAt.toISOString(), expires: its.expiresAt?.toISOString() ?? null, since: its.since.toISOString(), source: row.source }
  })
}

export const observationColumns = ['id', 'place', 'property', 'value', 'number', 'observed', 'source'] as const
/** Everything that was observed at public places, as long as it is kept, without who said it: the next page of an export, in the order of ids. */
export async function openObservations(ctx: Ctx, { after, limit }: { after?: string | undefined; limit: number }) {
  const { rows } = await ctx.db.execute<Omit<Row, 'kind' | 'same_since'>>(sql`select o.id, o.place_id, o.property, o.value, o.number, o.observed_at, o.source from ${observation} o ${publicPlaces}
    where o.municipality_id = ${ctx.scope.municipalityId} ${isId(after) ? sql`and o.id > ${after}::uuid` : sql``} order by o.id limit ${limit}`)
  return rows.map((row) => ({ id: row.id, place: row.place_id, property: row.property, value: row.value, number: row.number, observed: new Date(row.observed_at).toISOString(), source: row.source }))
}
