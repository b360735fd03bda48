import { and, eq, inArray } from 'drizzle-orm'
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
  const ids = lines.map((line) => line.id)
  const [known, own] = me ? await Promise.all([
    ctx.db.select({ id: follow.subjectId }).from(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.personId, me.id), inArray(follow.subjectId, ids))),
    ctx.db.select({ id: subject.id }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.authorPersonId, me.id), inArray(subject.id, ids))),
  ]) : [[], []]
  const not = new Set([...known, ...own].map((each) => each.id))
  const weight = (line: Line) => (asked[line.stage]! + (line.answered ? 0 : 1)) * 1000 + Math.min(line.supports + line.comments, 999)
  return lines.filter((line) => !not.has(line.id)).sort((a, b) => weight(b) - weight(a))[0] ?? null
}
