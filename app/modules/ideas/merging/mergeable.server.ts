import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { link } from '#core/trail/schema.server.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { support } from '../schema.server.ts'

/** Throws for an idea that cannot end by merging or dividing: Conflict('ideaClosed' | 'experimentRunning'). */
export function mustBeOpen(idea: Subject) {
  if (!isOpen(idea.stage)) throw new Conflict('ideaClosed')
  // an experiment ends by saying what was learned, which only a move asks
  if (idea.stage === 'experiment') throw new Conflict('experimentRunning')
}

/** Who supports an idea. */
export async function supportersOf(ctx: Ctx, ideaId: string): Promise<string[]> {
  const rows = await ctx.db.select({ id: support.personId }).from(support).where(and(eq(support.municipalityId, ctx.scope.municipalityId), eq(support.ideaId, ideaId)))
  return rows.map((each) => each.id)
}

/** The idea that a merged one now lives in: from one merging to the next until one that was not merged further. */
export async function whereMerged(ctx: Ctx, ideaId: string): Promise<Subject> {
  let id = ideaId
  for (let hops = 0; hops < 50; hops++) {
    const [next] = await ctx.db.select({ id: link.toId }).from(link)
      .where(and(eq(link.municipalityId, ctx.scope.municipalityId), eq(link.fromId, id), eq(link.kind, 'mergedInto'))).limit(1)
    if (!next) break
    id = next.id
  }
  return subjectOf(ctx, id, { kind: 'idea' })
}
