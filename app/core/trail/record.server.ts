import type { Ctx } from '#core/context/context.server.ts'
import { uuidAt } from '#core/context/ids.server.ts'
import type { EventKind } from './event.ts'
import { event } from './schema.server.ts'
import type { Stage } from './stages.ts'

export type Recorded = { subjectId: string; sentence?: string; data?: Record<string, unknown>; stage?: Stage; unitId?: string; /** told later: imports and the demonstration */ at?: Date }

/** Writes what happened, by the asker, in this transaction; it is delivered to notices and reactions after the commit. Returns the event's id. */
export async function record(ctx: Ctx, kind: EventKind, what: Recorded): Promise<string> {
  const me = ctx.actor.kind === 'person' ? ctx.actor : undefined
  const at = what.at ?? ctx.now
  const id = what.at ? uuidAt(what.at) : ctx.newId()
  await ctx.db.insert(event).values({
    ...ctx.scope, id, at, kind: kind.kind, onTrail: kind.onTrail, subjectId: what.subjectId,
    actorPersonId: me?.id ?? null, actorOrganisationId: me?.as?.id ?? null, actorUnitId: what.unitId ?? null,
    stage: what.stage ?? null, sentence: what.sentence ?? null, data: what.data ?? {},
  })
  return id
}
