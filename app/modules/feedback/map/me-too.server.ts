import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { officialsOf } from '#core/identity/officials.server.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { networkOfVisitor } from '#core/identity/visitor.server.ts'
import { event } from '#core/trail/event.ts'
import { allow, allowAnyone } from '#core/permissions/permissions.ts'
import { record } from '#core/trail/record.server.ts'
import { visibleReport } from '../own.server.ts'
import { can } from '../permissions.ts'
import { category, meToo, report } from '../schema.server.ts'
import { raisedPriority, raises, stateRules } from '../states.ts'

const say = (people: string) => (data: Record<string, string>) => people.replace('#', String(data.people))
/** data: `{ people }`. Its unit sees it on the trail, and hears of it as who follows the report. */
export const manyMet = event('feedback.manyMet', { onTrail: true, tells: 'followers', icon: 'support', words: { fi: say('Saman on huomannut jo # ihmistä: asia nousi kiireellisemmäksi'), sv: say('Redan # personer har märkt samma sak: ärendet blev mer brådskande'), en: say('# people have noticed the same thing: it became more urgent') } })

/** Visitors of one network who count for one report in a day: a household's, not a script's. */
const mostOfNetwork = 5
const rowOf = (ctx: Ctx, id: string) => and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, id))

/**
 * Somebody has met the same thing. Counted once a person or once a visitor's day, of one network a few a day; when enough of them have, the report
 * becomes more urgent than its category makes it, and those who handle and follow it are told.
 * @param who a person's id, or `visitorOf(ctx, request, 'me too <report id>')`
 * Throws NotFound, Conflict('alreadyClosed') for a report that waits for nobody any more.
 */
export async function sayMeToo(ctx: Ctx, reportId: string, who: string): Promise<{ meToos: number }> {
  allowAnyone(ctx, can.meToo)
  const its = await visibleReport(ctx, reportId, { lock: true })
  const [row] = await ctx.db.select({ state: report.state, priority: report.priority, base: category.priority }).from(report)
    .innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId))).where(rowOf(ctx, reportId))
  if (its.visibility !== 'public' || !stateRules[row!.state].open) throw new Conflict('alreadyClosed')
  const network = networkOfVisitor(who)
  if (network && await ctx.db.$count(meToo, and(eq(meToo.municipalityId, ctx.scope.municipalityId), eq(meToo.reportId, reportId), sql`starts_with(${meToo.who}, ${`${network}.`})`)) >= mostOfNetwork) return { meToos: its.supports }
  const counted = await ctx.db.insert(meToo).values({ ...ctx.scope, reportId, who, at: ctx.now }).onConflictDoNothing().returning({ who: meToo.who })
  const meToos = its.supports + counted.length
  const priority = raisedPriority(row!.base, meToos)
  if (priority > row!.priority) await ctx.db.update(report).set({ priority }).where(and(rowOf(ctx, reportId), sql`${report.priority} < ${priority}`))
  // Told once, by the one who crossed it; nobody's name goes with it.
  if (counted.length > 0 && raises.some((each) => each.people === meToos)) await tellMany(ctx, its, meToos)
  return { meToos }
}

async function tellMany(ctx: Ctx, its: { id: string; ownerUnitId: string | null }, people: number) {
  const data = { people }
  const eventId = await record({ ...ctx, actor: { kind: 'guest' } }, manyMet, { subjectId: its.id, data })
  const officials = its.ownerUnitId ? await officialsOf(ctx, [its.ownerUnitId]) : []
  await noticeToMany(ctx, officials.map((each) => each.id), { subjectId: its.id, eventId, kind: manyMet.kind, data })
}

/** A signed-in person takes their "me too" back; doing it twice changes nothing. What it raised stays raised: an official may have acted on it. */
export async function withdrawMeToo(ctx: Ctx, reportId: string): Promise<void> {
  const me = allow(ctx, can.follow)
  await visibleReport(ctx, reportId, { lock: true })
  await ctx.db.delete(meToo).where(and(eq(meToo.municipalityId, ctx.scope.municipalityId), eq(meToo.reportId, reportId), eq(meToo.who, me.id)))
}

/** Has this one said it? */
export async function saidMeToo(ctx: Ctx, reportId: string, who: string): Promise<boolean> {
  const [mine] = await ctx.db.select({ at: meToo.at }).from(meToo).where(and(eq(meToo.municipalityId, ctx.scope.municipalityId), eq(meToo.reportId, reportId), eq(meToo.who, who)))
  return mine !== undefined
}
