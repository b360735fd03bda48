import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { dueAfter, isLate } from '#core/trail/due.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { orderPassed } from './events.server.ts'
import { changeOrder, holdOpenOrder } from './hold.server.ts'
import { passReports, unitNamed } from './pass-reports.server.ts'
import { can } from './permissions.ts'
import { reportsOf } from './reports.server.ts'
import { orderRules } from './states.ts'

/** A unit that gets what is late already has a week. */
const lateGets = 7

/**
 * Gives an order to another unit with everything it has: every open report goes along, and each sender hears once. Its crew and
 * day are the new unit's to say; what was planned waits to be planned there. Throws Forbidden, Conflict('orderClosed' | 'changedMeanwhile' | 'sameUnit'), NotFound.
 */
export async function passOrder(ctx: Ctx, orderId: string, to: { unitId: string; sentence?: string | undefined }, options: { version?: number | undefined } = {}): Promise<{ version: number }> {
  const { its, row } = await holdOpenOrder(ctx, orderId, can.pass, options.version)
  if (its.visibility !== 'public') allow(ctx, can.plan, its) // who may not see it cannot send it anywhere
  const unit = await unitNamed(ctx, to.unitId)
  if (unit.id === its.ownerUnitId) throw new Conflict('sameUnit')
  const state = row.state === 'planned' ? 'new' as const : row.state
  await changeSubject(ctx, orderId, { ownerUnitId: unit.id, ownerPersonId: null, stage: orderRules[state].stage, ...(isLate(its, ctx.now) ? { dueAt: dueAfter(ctx, lateGets) } : {}) })
  await record(ctx, orderPassed, { subjectId: orderId, stage: orderRules[state].stage, data: { unit: unit.name }, unitId: unit.id, ...(to.sentence ? { sentence: to.sentence } : {}) })
  const going = (await reportsOf(ctx, orderId)).filter((each) => each.open)
  if (going.some((each) => each.visibility !== 'public')) allow(ctx, can.plan, its) // one may have become private or hidden after it was taken
  await passReports(ctx, going.map((each) => each.id), unit.id, to.sentence)
  return changeOrder(ctx, orderId, { crewId: null, plannedFor: null, position: 0, ...(state === row.state ? {} : { state, stateSince: ctx.now }) })
}
