import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { may } from '#core/permissions/permissions.ts'
import { subject } from '#core/trail/schema.server.ts'
import { caseKeeper, caseNumberOf, linkCaseToItems } from '#modules/meetings/server'
import { daysOf } from './clock.server.ts'
import { decideMatter } from './decide.server.ts'
import { can } from './permissions.ts'
import { matter } from './schema.server.ts'

/** What is too short to be told as a decision alone says where it was made too. */
const told = (body: string, decision: string) => (decision.length < 10 ? `${body}: ${decision}`.trim() : decision).slice(0, 4000)

/** How agendas find a matter by its case number, and bring it what was decided. */
caseKeeper('matter', {
  async find(ctx, numbers) {
    const rows = await ctx.db.select({ id: matter.id, number: matter.caseNumber }).from(matter)
      .innerJoin(subject, and(eq(subject.municipalityId, matter.municipalityId), eq(subject.id, matter.id), sql`${subject.visibility} = 'public'`))
      .where(and(eq(matter.municipalityId, ctx.scope.municipalityId), ne(matter.caseNumber, '')))
    return new Map(rows.map((row) => [caseNumberOf(row.number), row.id] as const).filter(([number]) => numbers.includes(number)))
  },
  days: daysOf,
  async bring(ctx, id, its) {
    const done = await decideMatter(ctx, id, { decision: told(its.body, its.decision), decisionUrl: its.url })
    if (isProblems(done)) return done
  },
  async mayBring(ctx, id, url) {
    const [open] = await ctx.db.select({ unitId: subject.ownerUnitId }).from(matter).innerJoin(subject, and(eq(subject.municipalityId, matter.municipalityId), eq(subject.id, matter.id)))
      .where(and(eq(matter.municipalityId, ctx.scope.municipalityId), eq(matter.id, id), or(isNull(matter.decidedAt), ne(matter.decisionUrl, url))))
    return open !== undefined && may(ctx, can.manage, { ownerUnitId: open.unitId })
  },
})

/** A public matter has this number in the register now: the agendas that have it lead here. */
export const joinAgendas = (ctx: Ctx, caseNumber: string): Promise<void> => linkCaseToItems(ctx, caseNumberOf(caseNumber))
