import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'

/** What a place has inside, in every language: so that search finds a place by its sauna. */
export async function detailWords(ctx: Ctx, placeId: string): Promise<string> {
  const m = ctx.scope.municipalityId
  const { rows } = await ctx.db.execute<{ said: string | null }>(sql`
    select string_agg(v.value, E'\n') as said from (
      select name from directory.equipment where municipality_id = ${m} and place_id = ${placeId}::uuid
      union all select name from directory.room where municipality_id = ${m} and place_id = ${placeId}::uuid) its, jsonb_each_text(its.name) v`)
  return rows[0]?.said ?? ''
}
