import type { Ctx } from '#core/context/context.server.ts'
import { uuidAt } from '#core/context/ids.server.ts'
import { insertMany } from '#core/db/insert-many.server.ts'
import type { EventKind } from './event.ts'
import { event } from './schema.server.ts'
import type { Stage } from './stages.ts'

export type Recorded = { subjectId: string; sentence?: string; data?: Record<string, unknown>; stage?: Stage; unitId?: string; /** told later: imports and the demonstration */ at?: Date }

/** Writes what happened, by the asker, in this transaction; it is delivered to notices and reactions after the commit. Returns the event's id. */
export async function record(ctx: Ctx, kind: EventKind, what: Recorded): Promise<string> {
  const row = rowOf(ctx, kind, what)
  await ctx.db.insert(event).values(row)
  return row.id
}

/** Writes many events that nobody is told of, for imports: they are on the trails, and count as delivered. */
export async function recordQuietly(ctx: Ctx, kind: EventKind, many: Recorded[]) {
  for (let i = 0; i < many.length; i += 5000) await insertMany(ctx.db, event, many.slice(i, i + 5000).map((what) => ({ ...rowOf(ctx, kind, what), deliveredAt: ctx.now })))
}

function rowOf(ctx: Ctx, kind: EventKind, what: Recorded) {
  const me = ctx.actor.kind === 'person' ? ctx.actor : undefined
  const at = what.at ?? ctx.now
  return {
    ...ctx.scope, id: what.at ? uuidAt(what.at) : ctx.newId(), at, kind: kind.kind, onTrail: kind.onTrail, subjectId: what.subjectId,
    actorPersonId: me?.id ?? null, actorOrganisationId: me?.as?.id ?? null, actorUnitId: what.unitId ?? null,
    stage: what.stage ?? null, sentence: what.sentence ?? null, data: what.data ?? {},
  }
}
