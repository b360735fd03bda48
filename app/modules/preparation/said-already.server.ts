import { and, desc, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { Person } from '#core/identity/actor.ts'
import type { EventKind } from '#core/trail/event.ts'
import { event } from '#core/trail/schema.server.ts'

/** Did this official just say exactly this? A form sent twice is then said once and counts as done, while a colleague's words are a conflict. */
export async function saidAlready(ctx: Ctx, me: Person, matterId: string, kind: EventKind, sentence: string): Promise<boolean> {
  const [last] = await ctx.db.select({ by: event.actorPersonId, sentence: event.sentence, at: event.at }).from(event)
    .where(and(eq(event.municipalityId, ctx.scope.municipalityId), eq(event.subjectId, matterId), eq(event.kind, kind.kind))).orderBy(desc(event.at)).limit(1)
  return last?.by === me.id && last.sentence === sentence && ctx.now.getTime() - last.at.getTime() < 10 * 60_000
}
