import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { planned } from '#core/db/planned.server.ts'
import type { Point } from '#core/geo/geo.ts'
import { areasOf, unitsOf } from '#core/trail/facets.server.ts'
import { type Disruption, isFor, openDisruptions } from './current.server.ts'
import { isGrave } from './kinds.ts'

/** Why a disruption stands on somebody's Koti; null: it is grave, and everyone's. */
export type WhyMine = { by: 'home' | 'near' | 'area' | 'unit' | 'place' | 'follow'; name: string } | null
export type MyDisruption = { its: Disruption; why: WhyMine }

type Follow = { subject_id: string | null; area: string | null; unit_id: string | null; near_name: string | null; longitude: number | null; latitude: number | null; title: string | null }

/**
 * What is on or coming that touches the reader: their home or a saved place within it, an area, a unit or a closed place that
 * they follow, or the thing itself. Who has told of none of these, and a guest, get what is grave, and what touches the `area`
 * that they chose. Two queries and each source's; one when nothing is on.
 */
export async function disruptionsOfMine(ctx: Ctx, { home, area }: { home: Point | null; area?: string | undefined }): Promise<{ found: MyDisruption[]; /** how many more there are in the municipality */ others: number }> {
  const open = await openDisruptions(ctx)
  if (open.length === 0) return { found: [], others: 0 }
  const me = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const follows = me ? await followsOf(ctx, me, open) : []
  const names = { areas: await areasOf(ctx), units: follows.some((each) => each.unit_id) ? await unitsOf(ctx) : [] }
  const nobody = !home && follows.length === 0
  const found = open.flatMap((its): MyDisruption[] => {
    const why = whyOf(its, follows, home, names) ?? (area && (its.whole || its.areas.includes(area)) ? { by: 'area' as const, name: names.areas.find((each) => each.key === area)?.name ?? area } : null)
    return why || its.whole || (nobody && isGrave(its.severity)) ? [{ its, why }] : []
  })
  return { found, others: open.length - found.length }
}

function whyOf(its: Disruption, follows: Follow[], home: Point | null, names: { areas: { key: string; name: string }[]; units: { id: string; name: string }[] }): WhyMine {
  if (home && isFor({ ...its, whole: false }, { points: [home] })) return { by: 'home', name: '' }
  for (const each of follows) {
    if (each.subject_id === its.id) return { by: 'follow', name: '' }
    if (each.subject_id && its.closes.includes(each.subject_id)) return { by: 'place', name: each.title ?? '' }
    if (each.longitude !== null && isFor({ ...its, whole: false }, { points: [{ longitude: each.longitude, latitude: each.latitude! }] })) return { by: 'near', name: each.near_name ?? '' }
    if (each.area && its.areas.includes(each.area)) return { by: 'area', name: names.areas.find((one) => one.key === each.area)?.name ?? each.area }
    if (each.unit_id && each.unit_id === its.unitId) return { by: 'unit', name: names.units.find((one) => one.id === each.unit_id)?.name ?? '' }
  }
  return null
}

/** Of the reader's follows those that a disruption can touch: their places, areas and units, and the closed places among what is on. */
async function followsOf(ctx: Ctx, me: string, open: Disruption[]): Promise<Follow[]> {
  const things = open.flatMap((each) => [each.id, ...each.closes])
  const { rows } = await planned<Follow>(ctx.db, sql`
    select f.subject_id, f.area, f.unit_id, f.near_name, f.longitude, f.latitude, coalesce(s.title ->> ${ctx.language}, s.title ->> 'fi') as title
    from trail.follow f left join trail.subject s on s.municipality_id = f.municipality_id and s.id = f.subject_id
    where f.municipality_id = ${ctx.scope.municipalityId} and f.person_id = ${me} and f.confirmed_at is not null and (f.longitude is not null or f.area is not null or f.unit_id is not null or f.subject_id = any(${sql.param(things)}::uuid[]))
    order by f.longitude is null, f.metres limit 200`)
  return rows
}
