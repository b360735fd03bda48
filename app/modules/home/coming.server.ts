import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { areaName, topicsOf, unitsOf } from '#core/trail/facets.server.ts'
import { type Line, lineOf, selectLines } from '#core/trail/list.server.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'

/** Why something that is coming touches me; null for what is coming in the municipality. `name` is what I follow. */
export type Why = { by: 'mine' | 'follow' | 'grew' | 'topic' | 'area' | 'unit' | 'near'; name: string | null }
/** A thing and the moment it comes up. */
export type Coming = Line & { comesAt: Date; why: Why | null }

const p = sql.placeholder
const most = 60

// A matter whose agenda item is listed on the same moment is told once, by its item. What someone would follow for is asked
// in the order of what says most; the things that are coming are few (an index of them alone), however many things there are.
const ahead = sql`s.municipality_id = ${p('m')} and s.visibility = 'public' and s.comes_at is not null and s.comes_at >= ${p('from')}::timestamptz
  and not exists (select 1 from trail.link l join trail.subject i on i.municipality_id = l.municipality_id and i.id = l.from_id and i.visibility = 'public' and i.comes_at = s.comes_at
    where l.municipality_id = s.municipality_id and l.to_id = s.id and l.kind = 'concerns')`

type Found = { id: string; at: Date | string; by: Why['by']; what: string | null }
const mine = once((db) => db.select({ id: sql<string>`c.id`, at: sql<Date | string>`c.comes_at`, by: sql<Why['by']>`c.why[1]`, what: sql<string | null>`c.why[2]` }).from(sql`(
  with f as materialized (select * from trail.follow where municipality_id = ${p('m')} and person_id = ${p('me')}::uuid and confirmed_at is not null)
  select s.id, s.comes_at, case
    when s.author_person_id = ${p('me')}::uuid or s.owner_person_id = ${p('me')}::uuid then array['mine', null]
    when exists (select 1 from f where f.subject_id = s.id) then array['follow', null]
    else coalesce(
      (select array['grew', f.subject_id::text] from trail.link l join f on f.subject_id = l.to_id where l.municipality_id = s.municipality_id and l.from_id = s.id limit 1),
      (select array['near', f.near_name] from f where f.longitude is not null and s.longitude is not null and trail.metres(f.longitude, f.latitude, s.longitude, s.latitude) <= f.metres order by f.metres limit 1),
      (select array['topic', f.topic_id::text] from f where f.topic_id is not null and (f.topic_id = s.topic_id or f.topic_id = (select t.parent_id from trail.topic t where t.municipality_id = s.municipality_id and t.id = s.topic_id)
        or exists (select 1 from trail.audience a where a.municipality_id = s.municipality_id and a.subject_id = s.id and a.topic_id = f.topic_id and not a.professionals)) limit 1),
      (select array['area', f.area] from f where f.area is not null and (f.area = s.area or exists (select 1 from trail.audience a where a.municipality_id = s.municipality_id and a.subject_id = s.id and a.area = f.area)) limit 1),
      (select array['unit', f.unit_id::text] from f where f.unit_id = s.owner_unit_id limit 1)) end as why
  from trail.subject s where ${ahead}) c`).where(sql`c.why is not null`).orderBy(sql`c.comes_at, c.id`).limit(p('limit')).prepare('home_coming_mine'))

/** Of one meeting two at most: those that have a topic first, so that one long agenda does not fill the page. */
const here = once((db) => db.select({ id: sql<string>`c.id`, at: sql<Date | string>`c.comes_at`, by: sql<Why['by']>`null`, what: sql<string | null>`null` }).from(sql`(
  select s.id, s.comes_at, row_number() over (partition by s.kind, s.comes_at order by s.topic_id is null, s.id) as place from trail.subject s where ${ahead}) c`)
  .where(sql`c.place <= ${p('each')}`).orderBy(sql`c.comes_at, c.place, c.id`).limit(p('limit')).prepare('home_coming_here'))
const shown = once((db) => selectLines(db).where(and(eq(subject.municipalityId, p('m')), isPublic, sql`${subject.id} = any(${p('ids')}::uuid[])`)).prepare('home_coming_lines'))

/** What is coming that touches me, the nearest first: mine, what I follow and what grew out of it, my topics, areas, units and places. Two queries. */
export async function comingToMe(ctx: Ctx, personId: string, count = most): Promise<Coming[]> {
  return told(ctx, await mine(ctx.db).execute({ m: ctx.scope.municipalityId, me: personId, from: ctx.now, limit: count }))
}
/** What is coming in the municipality. Two queries. */
export async function comingHere(ctx: Ctx, count = most, each = 20): Promise<Coming[]> {
  return told(ctx, await here(ctx.db).execute({ m: ctx.scope.municipalityId, from: ctx.now, limit: count, each }))
}

async function told(ctx: Ctx, found: Found[]): Promise<Coming[]> {
  if (found.length === 0) return []
  const rows = await shown(ctx.db).execute({ m: ctx.scope.municipalityId, ids: found.map((each) => each.id) })
  const byId = new Map(rows.map((row) => [row.id, lineOf(ctx, row)]))
  return Promise.all(found.flatMap((each) => {
    const line = byId.get(each.id)
    return line ? [whyOf(ctx, each).then((why) => ({ ...line, comesAt: new Date(each.at), why }))] : []
  }))
}
async function whyOf(ctx: Ctx, { by, what }: Found): Promise<Why | null> {
  if (!by) return null
  if (by === 'topic') return { by, name: (await topicsOf(ctx)).find((each) => each.id === what)?.name ?? null }
  if (by === 'unit') return { by, name: (await unitsOf(ctx)).find((each) => each.id === what)?.name ?? null }
  if (by === 'area') return { by, name: await areaName(ctx, what) }
  return { by, name: by === 'near' ? what : null }
}
