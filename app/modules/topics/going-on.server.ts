import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { kinds } from '#core/trail/kind.ts'
import { type Line, lineOf, selectLines } from '#core/trail/list.server.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'

/** What is followed on a page: a topic with its sub-topics, an area or a unit. */
export type Around = { by: 'topic'; ids: string[] } | { by: 'area'; ids: [string] } | { by: 'unit'; ids: [string] }
/** The public things of one kind, the latest moved first; `more` when there are others. */
export type Group = { kind: string; lines: Line[]; more: boolean }

const column = { topic: subject.topicId, area: subject.area, unit: subject.ownerUnitId }
const shown = 5

/**
 * What is going on around a topic, an area or a unit: of each kind of thing the five that moved last. Two queries,
 * whatever there is: each kind is read from the end of an index.
 */
export async function goingOn(ctx: Ctx, { by, ids }: Around): Promise<Group[]> {
  const of = [...kinds().keys()]
  const type = sql.raw(by === 'area' ? 'text' : 'uuid')
  const found = await ctx.db.execute<{ id: string }>(sql`
    select each.id from unnest(${sql.param(of)}::text[]) as k(kind) cross join unnest(${sql.param(ids)}::${type}[]) as t(its) cross join lateral (
      select ${subject.id} from ${subject} where ${subject.municipalityId} = ${ctx.scope.municipalityId} and ${column[by]} = t.its and ${subject.kind} = k.kind and ${isPublic}
      order by ${subject.movedAt} desc limit ${shown + 1}) each`)
  if (found.rows.length === 0) return []
  const rows = await selectLines(ctx.db).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), isPublic, sql`${subject.id} = any(${sql.param(found.rows.map((row) => row.id))}::uuid[])`))
  const lines = rows.map((row) => lineOf(ctx, row)).sort((a, b) => b.movedAt.getTime() - a.movedAt.getTime())
  return of.flatMap((kind) => {
    const its = lines.filter((line) => line.kind === kind)
    return its.length ? [{ kind, lines: its.slice(0, shown), more: its.length > shown }] : []
  }).sort((a, b) => b.lines[0]!.movedAt.getTime() - a.lines[0]!.movedAt.getTime())
}
