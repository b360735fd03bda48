import { and, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { Line } from '#core/trail/list.server.ts'
import { follow, subject } from '#core/trail/schema.server.ts'

const asked = { experiment: 3, idea: 2, developing: 1 } as Record<string, number>

/**
 * The one thing to ask the reader's opinion of: of what `moving` lists and is still open, an experiment first, then an
 * idea nobody has answered, then what has most people behind it. Not one's own, not what one follows already, not what was passed over.
 */
export async function oneQuestion(ctx: Ctx, moving: Line[], passed: string[]): Promise<Line | null> {
  const me = ctx.actor.kind === 'person' ? ctx.actor : null
  const lines = moving.filter((line) => line.kind === 'idea' && line.stage in asked && !passed.includes(line.id))
  if (lines.length === 0) return null
  const known = me ? await ctx.db.select({ id: subject.id }).from(subject)
    .leftJoin(follow, and(eq(follow.municipalityId, subject.municipalityId), eq(follow.subjectId, subject.id), eq(follow.personId, me.id)))
    .where(and(eq(subject.municipalityId, ctx.scope.municipalityId), inArray(subject.id, lines.map((line) => line.id)), or(eq(subject.authorPersonId, me.id), isNotNull(follow.id)))) : []
  const not = new Set(known.map((each) => each.id))
  const weight = (line: Line) => (asked[line.stage]! + (line.answered ? 0 : 1)) * 1000 + Math.min(line.supports + line.comments, 999)
  return lines.filter((line) => !not.has(line.id)).sort((a, b) => weight(b) - weight(a))[0] ?? null
}
