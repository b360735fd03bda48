import { and, eq, isNotNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { caseKeeper, caseNumberOf } from '#modules/meetings/server'
import { elsewhereOf } from './linking/elsewhere.server.ts'
import { authorsOf, type Its, initiativeOf, officersOf } from './open.server.ts'
import { can } from './permissions.ts'
import { initiative } from './schema.server.ts'

/** One of our own; null for one that runs on the national service. */
const ownOf = async (ctx: Ctx, id: string): Promise<Its | null> => (await elsewhereOf(ctx, id) ? null : initiativeOf(ctx, id))

/**
 * How agendas find an initiative by its case number. The day that it comes up on by itself is the one by which it must be
 * taken up. A decision is brought to the officer's form, filled but for the outcome: every signer is told it and it cannot
 * be taken back, so a person says it.
 */
caseKeeper('initiative', {
  async find(ctx, numbers) {
    const rows = await ctx.db.select({ id: initiative.id, number: initiative.caseNumber }).from(initiative)
      .innerJoin(subject, and(eq(subject.municipalityId, initiative.municipalityId), eq(subject.id, initiative.id), isPublic))
      .where(and(eq(initiative.municipalityId, ctx.scope.municipalityId), isNotNull(initiative.caseNumber)))
    return new Map(rows.map((row) => [caseNumberOf(row.number!), row.id] as const).filter(([number]) => numbers.includes(number)))
  },
  async days(ctx, id) {
    const its = await ownOf(ctx, id)
    if (its?.row.decidedAt) return null
    return its?.row.sentAt && its.subject.dueAt ? [its.subject.dueAt] : []
  },
  async officials(ctx, id) {
    const its = await ownOf(ctx, id)
    return its ? officersOf(ctx, its.subject.ownerUnitId) : []
  },
  bring: async (_ctx, id, { itemId }) => ({ to: `/initiatives/${id}/check?item=${itemId}#decide` }),
  async mayBring(ctx, id) {
    const its = await ownOf(ctx, id)
    return its !== null && ctx.actor.kind === 'person' && its.subject.visibility === 'public' && its.acts.has('decide') && may(ctx, can.answer, its.thing) && !authorsOf(its).includes(ctx.actor.id)
  },
})
