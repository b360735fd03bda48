import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { type Line, lineOf, selectLines } from '#core/trail/list.server.ts'
import { publicStages, type Stage } from '#core/trail/stages.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'

const p = sql.placeholder
const counts = once((db) => db.select({ stage: subject.stage, count: sql<number>`count(*)::int` }).from(subject)
  .where(and(eq(subject.municipalityId, p('m')), eq(subject.kind, 'idea'), isPublic)).groupBy(subject.stage).prepare('home_stages'))

/** How many ideas stand on each step from idea to service. */
export async function stageCounts(ctx: Ctx): Promise<{ stage: Stage; count: number }[]> {
  const found = new Map((await counts(ctx.db).execute({ m: ctx.scope.municipalityId })).map((row) => [row.stage, row.count]))
  return publicStages.map((stage) => ({ stage, count: found.get(stage) ?? 0 }))
}

// An answer moves its idea, so what was answered last is among what moved last: no index of its own is needed.
const moving = once((db) => selectLines(db)
  .where(and(eq(subject.municipalityId, p('m')), eq(subject.kind, 'idea'), isPublic, isNotNull(subject.answeredAt)))
  .orderBy(desc(subject.movedAt), desc(subject.id)).limit(50).prepare('home_answered'))

/** The ideas answered last. */
export async function answeredLately(ctx: Ctx, count: number): Promise<(Line & { answeredAt: Date })[]> {
  const rows = await moving(ctx.db).execute({ m: ctx.scope.municipalityId })
  return rows.map((row) => ({ ...lineOf(ctx, row), answeredAt: row.answeredAt! })).sort((a, b) => b.answeredAt.getTime() - a.answeredAt.getTime()).slice(0, count)
}
