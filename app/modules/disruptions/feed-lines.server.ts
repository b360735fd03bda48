import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { areaName } from '#core/trail/facets.server.ts'
import type { ListOfKind } from '#core/trail/kind.ts'
import { lineOf, selectLines } from '#core/trail/list.server.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { openDisruptions } from './current.server.ts'
import { disruptionKinds, isDisruptionKind } from './kinds.ts'

const most = 50

/** The feed's lines: what other modules have on or coming, and the newest fifty disruptions, narrowed by `area` and `kind` as the list is. */
export async function disruptionLines(ctx: Ctx, query: URLSearchParams): Promise<ListOfKind> {
  const area = query.get('area')?.slice(0, 100) || undefined, kind = query.get('kind') ?? undefined
  const asked = isDisruptionKind(kind) ? kind : undefined
  const others = (await openDisruptions(ctx)).filter((each) => !each.path.startsWith('/disruptions/') && (!asked || each.kind === asked) && (!area || each.whole || each.areas.includes(area))).map((each) => each.id)
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select d.id from disruptions.disruption d where d.municipality_id = ${ctx.scope.municipalityId} ${asked ? sql`and d.kind = ${asked}` : sql``}
    ${area ? sql`and (d.whole or exists (select from disruptions.in_area a where a.municipality_id = d.municipality_id and a.disruption_id = d.id and a.area = ${area}))` : sql``} order by d.made_at desc, d.id desc limit ${most}`)
  const ids = [...others, ...rows.map((row) => row.id)]
  const lines = ids.length === 0 ? [] : (await selectLines(ctx.db).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), isPublic, inArray(subject.id, ids)))).map((row) => lineOf(ctx, row)).sort((a, b) => b.movedAt.getTime() - a.movedAt.getTime())
  return { lines, next: null, query: { ...(area ? { area } : {}), ...(asked ? { kind: asked } : {}) }, named: [...(area ? [await areaName(ctx, area) ?? area] : []), ...(asked ? [disruptionKinds[asked].name[ctx.language]] : [])] }
}
