import { and, desc, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import type { Person } from '#core/identity/actor.ts'
import { allow, type Permission } from '#core/permissions/permissions.ts'
import type { EventKind } from '#core/trail/event.ts'
import { event, link } from '#core/trail/schema.server.ts'
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

/**
 * Did this official just say exactly this? A form sent twice (a double tap, a page sent again) is then said once and
 * counts as done, while a colleague's words are a Conflict.
 */
export async function saidAlready(ctx: Ctx, me: Person, ideaId: string, kind: EventKind, sentence: string): Promise<boolean> {
  const [last] = await ctx.db.select({ by: event.actorPersonId, sentence: event.sentence, at: event.at }).from(event)
    .where(and(eq(event.municipalityId, ctx.scope.municipalityId), eq(event.subjectId, ideaId), eq(event.kind, kind.kind))).orderBy(desc(event.at)).limit(1)
  return last?.by === me.id && last.sentence === sentence && ctx.now.getTime() - last.at.getTime() < 10 * 60_000
}
