import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import type { Person } from '#core/identity/actor.ts'
import { allow, type Permission } from '#core/permissions/permissions.ts'
import { link } from '#core/trail/schema.server.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'

/** What officials do waits for each other: the idea's row is held until the transaction ends. */
export type Held = { idea: Subject; me: Person }

/**
 * An idea that the asker may act on as an official, held until the transaction ends.
 * Throws NotFound, SignInNeeded, Forbidden, Conflict('ideaWithdrawn' | 'ideaHidden' | 'ideaMerged').
 */
export async function holdIdea(ctx: Ctx, ideaId: string, permission: Permission): Promise<Held> {
  const idea = await subjectOf(ctx, ideaId, { kind: 'idea', lock: true })
  if (idea.visibility === 'waiting') throw new NotFound()
  const me = allow(ctx, permission, idea)
  const closed = await whyClosed(ctx, idea)
  if (closed) throw new Conflict(closed)
  return { idea, me }
}

/** Why officials can do nothing to an idea now, as a code; null when they can. */
export async function whyClosed(ctx: Ctx, idea: Subject): Promise<'ideaWithdrawn' | 'ideaHidden' | 'ideaMerged' | null> {
  if (idea.visibility === 'withdrawn') return 'ideaWithdrawn'
  if (idea.visibility === 'hidden') return 'ideaHidden'
  const [merged] = await ctx.db.select({ to: link.toId }).from(link)
    .where(and(eq(link.municipalityId, ctx.scope.municipalityId), eq(link.fromId, idea.id), eq(link.kind, 'mergedInto'))).limit(1)
  return merged ? 'ideaMerged' : null
}

/** Days from an answer that takes an idea forward to its next step, unless the municipality's rules say otherwise. */
export const nextStepDays = (ctx: Pick<Ctx, 'municipality'>): number => ctx.municipality.rules.nextStepDays ?? 30
