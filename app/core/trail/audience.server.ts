import { and, asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { sqlState } from '#core/db/open.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { fewest } from '#core/text/few.ts'
import { audience } from './schema.server.ts'

/** Whom something concerns: who follows a topic (with its parent), who follows an area, the professionals of a topic's network. */
export type Target = { kind: 'topic'; topicId: string } | { kind: 'area'; area: string } | { kind: 'professionals'; topicId: string }

/** Keeps whom a subject concerns besides its own topic, area, unit and point: these, and no longer others. Throws NotFound for a topic or an area that is not there. */
export async function keepAudience(ctx: Ctx, subjectId: string, targets: Target[]) {
  await ctx.db.delete(audience).where(and(eq(audience.municipalityId, ctx.scope.municipalityId), eq(audience.subjectId, subjectId)))
  if (targets.length === 0) return
  if (targets.some((each) => each.kind !== 'area' && !isId(each.topicId))) throw new NotFound()
  try {
    await ctx.db.insert(audience).values(targets.map((each) => ({ ...ctx.scope, id: ctx.newId(), subjectId, ...(each.kind === 'area' ? { area: each.area } : { topicId: each.topicId, professionals: each.kind === 'professionals' }) }))).onConflictDoNothing()
  } catch (cause) { if (sqlState(cause).code === '23503') throw new NotFound(); throw cause }
}

/** Whom a subject concerns, as it was kept. */
export async function audienceOf(ctx: Ctx, subjectId: string): Promise<Target[]> {
  const rows = await ctx.db.select().from(audience).where(and(eq(audience.municipalityId, ctx.scope.municipalityId), eq(audience.subjectId, subjectId))).orderBy(asc(audience.id))
  return rows.map((row) => (row.area !== null ? { kind: 'area', area: row.area } : { kind: row.professionals ? 'professionals' : 'topic', topicId: row.topicId! }))
}

/** What else reaches people, before a subject is there: what it grows out of, the unit that answers for it, where it is. */
export type AndAlso = { subjectIds?: string[]; unitId?: string | null; point?: { longitude: number; latitude: number } | null }

/**
 * At least how many different people would hear: who follows, with an account, by mail or on a browser, and professionals; the asker is not
 * counted. By the same rule as delivery (`trail.reached_by`), rounded down to fives, and null when fewer. What alone reaches
 * fewer than five is not counted: else the difference of two numbers would tell whether someone, such as the only follower
 * of an idea, also follows a topic, or how near a point somebody's saved place is.
 */
export async function reachOf(ctx: Ctx, targets: Target[], also: AndAlso = {}): Promise<number | null> {
  const topics = (kind: 'topic' | 'professionals') => targets.flatMap((each) => (each.kind === kind && isId(each.topicId) ? [each.topicId] : []))
  const alone: Reaching[] = [
    ...(also.subjectIds ?? []).filter(isId).map((id) => ({ subjects: [id] })), ...topics('topic').map((id) => ({ topics: [id] })), ...topics('professionals').map((id) => ({ networks: [id] })),
    ...targets.flatMap((each) => (each.kind === 'area' ? [{ areas: [each.area] }] : [])), ...(also.unitId && isId(also.unitId) ? [{ units: [also.unitId] }] : []), ...(also.point ? [{ point: also.point }] : []),
  ]
  const many: Reaching[] = []
  for (const each of alone) if (await peopleOf(ctx, each) >= fewest) many.push(each)
  const all = (name: 'subjects' | 'topics' | 'areas' | 'units' | 'networks') => many.flatMap((each) => each[name] ?? [])
  const count = await peopleOf(ctx, { subjects: all('subjects'), topics: all('topics'), areas: all('areas'), units: all('units'), networks: all('networks'), point: many.find((each) => each.point)?.point })
  return count < fewest ? null : Math.floor(count / fewest) * fewest
}

type Reaching = { subjects?: string[]; topics?: string[]; areas?: string[]; units?: string[]; networks?: string[]; point?: AndAlso['point'] }
/** How many different people are reached, exactly: never shown. */
async function peopleOf(ctx: Ctx, its: Reaching): Promise<number> {
  const list = (type: string, values: string[] = []) => sql`${sql.param(values)}::${sql.raw(type)}[]`
  const me = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const { rows } = await ctx.db.execute<{ count: number }>(sql`
    select count(distinct coalesce(r.person_id::text, r.same_as::text, r.email, r.device_id::text))::int as count
    from trail.reached_by(${list('uuid', its.subjects)}, ${list('uuid', its.topics)}, ${list('text', its.areas)}, ${list('uuid', its.units)}, ${list('uuid', its.networks)}, ${its.point?.longitude ?? null}::float8, ${its.point?.latitude ?? null}::float8, 'infinity') r
    where coalesce(r.same_as, r.person_id) is distinct from ${me}::uuid`)
  return rows[0]?.count ?? 0
}
