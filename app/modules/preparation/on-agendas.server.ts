import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { may } from '#core/permissions/permissions.ts'
import { subject } from '#core/trail/schema.server.ts'
import { caseKeeper, caseNumberOf, decisionWords, linkCaseToItems } from '#modules/meetings/server'
import { daysOf } from './clock.server.ts'
import { decideMatter } from './decide.server.ts'
import { matterOf } from './matter.server.ts'
import { can } from './permissions.ts'
import { matter } from './schema.server.ts'

/** How agendas find a matter by its case number, and bring it what was decided. */
caseKeeper('matter', {
  async find(ctx, numbers) {
    const rows = await ctx.db.select({ id: matter.id, number: matter.caseNumber }).from(matter)
      .innerJoin(subject, and(eq(subject.municipalityId, matter.municipalityId), eq(subject.id, matter.id), sql`${subject.visibility} = 'public'`))
      .where(and(eq(matter.municipalityId, ctx.scope.municipalityId), ne(matter.caseNumber, '')))
    return new Map(rows.map((row) => [caseNumberOf(row.number), row.id] as const).filter(([number]) => numbers.includes(number)))
  },
  days: daysOf,
  async officials(ctx, id) {
    const { subject: its } = await matterOf(ctx, id)
    return [its.ownerPersonId ?? its.authorPersonId].filter((each) => each !== null)
  },
  async bring(ctx, id, its) {
    const done = await decideMatter(ctx, id, { decision: decisionWords(its).slice(0, 4000), decisionUrl: its.url })
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
