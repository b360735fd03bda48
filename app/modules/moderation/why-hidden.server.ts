import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { decision, type Reason } from './schema.server.ts'

/** Why something is not shown: said publicly where it stood. */
export type WhyHidden = { reason: Reason; explanation: string; at: Date; decisionId: string }

/**
 * The standing reasons of what moderators have hidden of a subject: of the subject itself under its own id, of its comments
 * under theirs. What is only held by a rule is not there: nobody has decided on it yet.
 */
export async function whyHidden(ctx: Ctx, subjectId: string): Promise<Map<string, WhyHidden>> {
  const rows = await ctx.db.select().from(decision)
    .where(and(eq(decision.municipalityId, ctx.scope.municipalityId), eq(decision.subjectId, subjectId), inArray(decision.act, ['hidden', 'restored', 'upheld'])))
    .orderBy(desc(decision.at), desc(decision.id))
  const latest = new Map<string, (typeof rows)[number]>()
  for (const row of rows) if (!latest.has(row.commentId ?? subjectId)) latest.set(row.commentId ?? subjectId, row)
  return new Map([...latest].filter(([, row]) => row.act !== 'restored')
    .map(([id, row]) => [id, { reason: row.reason, explanation: row.explanation, at: row.at, decisionId: row.appealOf ?? row.id }]))
}
