import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { can } from '../permissions.ts'
import { place, provider, service } from '../schema.server.ts'

/** An entry that is being changed: its subject and row, locked until the transaction ends. */
export type Held<R> = { subject: Subject; row: R }
type Which = { /** what the asker had read; another now: Conflict('changedMeanwhile') */ version?: number | undefined }

/**
 * Takes a place to be changed: locks it and asks whether the asker keeps it, that is, works in its unit, or acts as the
 * approved provider whose it is. Throws NotFound, SignInNeeded, Forbidden, Conflict('changedMeanwhile' | 'providerEnded').
 */
export const holdPlace = (ctx: Ctx, id: string, which: Which = {}): Promise<Held<typeof place.$inferSelect>> => hold(ctx, place, 'place', id, which)
/** The same of a service. */
export const holdService = (ctx: Ctx, id: string, which: Which = {}): Promise<Held<typeof service.$inferSelect>> => hold(ctx, service, 'service', id, which)

async function hold<T extends typeof place | typeof service>(ctx: Ctx, table: T, kind: 'place' | 'service', id: string, { version }: Which): Promise<Held<T['$inferSelect']>> {
  const subject = await subjectOf(ctx, id, { kind, lock: true })
  const [row] = await ctx.db.select().from(table as typeof place).where(and(eq(table.municipalityId, ctx.scope.municipalityId), eq(table.id, id)))
  allow(ctx, row!.providerId ? can.keepProvided : can.keepOwn, subject)
  if (row!.providerId && ctx.actor.kind === 'person' && !ctx.actor.admin) await mustBeApproved(ctx, row!.providerId)
  if (version !== undefined && version !== row!.version) throw new Conflict('changedMeanwhile')
  return { subject, row: row as T['$inferSelect'] }
}

/** A provider that is not approved keeps nothing: waits so that it is not ended at the same moment. Throws Conflict('providerEnded'). */
async function mustBeApproved(ctx: Ctx, providerId: string) {
  const [its] = await ctx.db.select({ state: provider.state }).from(provider).where(and(eq(provider.municipalityId, ctx.scope.municipalityId), eq(provider.id, providerId))).for('share')
  if (its?.state !== 'approved') throw new Conflict('providerEnded')
}
