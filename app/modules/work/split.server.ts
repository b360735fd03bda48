import { and, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import { record } from '#core/trail/record.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { orderMade, orderSplit } from './events.server.ts'
import { changeOrder, holdOpenOrder } from './hold.server.ts'
import { can } from './permissions.ts'
import { orderReference } from './reference.ts'
import { checkItem, order } from './schema.server.ts'
import { orderRules } from './states.ts'
import { holdReports, hook, unhook } from './take-reports.server.ts'

/**
 * A part of an order becomes an order of its own, in the same unit and state: these reports and lines of the checklist go
 * there. Nobody is told: for the senders nothing changes. Returns the new one. Throws NotFound for a report or line that is
 * not the order's, Conflict('orderClosed' | 'changedMeanwhile' | 'nothingChosen').
 */
export async function splitOrder(ctx: Ctx, orderId: string, part: { title: string; reports: string[]; items?: string[] }, options: { version?: number | undefined } = {}): Promise<{ id: string; reference: string }> {
  const { its, row } = await holdOpenOrder(ctx, orderId, can.plan, options.version)
  const items = (part.items ?? []).filter(isId)
  if (part.reports.length + items.length === 0) throw new Conflict('nothingChosen')
  const going = await unhook(ctx, orderId, part.reports)
  if (going.length < new Set(part.reports).size) throw new NotFound()
  const reports = await holdReports(ctx, going)
  const id = ctx.newId(), reference = orderReference(id)
  const place = reports.find((each) => each.longitude !== null) ?? its
  await keepSubject(ctx, {
    id, kind: 'workOrder', language: ctx.language, title: { [ctx.language]: part.title.trim() }, text: '', stage: orderRules[row.state].stage, ownerUnitId: its.ownerUnitId, dueAt: its.dueAt, answeredAt: ctx.now,
    longitude: place.longitude, latitude: place.latitude, area: place.area, placeName: place.placeName, visibility: its.visibility,
  })
  await ctx.db.insert(order).values({ ...ctx.scope, id, reference, state: row.state, stateSince: ctx.now, startedAt: row.startedAt, priority: row.priority, crewId: row.crewId, plannedFor: row.plannedFor, instructions: row.instructions })
  await linkSubjects(ctx, id, 'splitFrom', orderId)
  await hook(ctx, id, going)
  if (items.length > 0) {
    const moved = await ctx.db.update(checkItem).set({ orderId: id }).where(and(eq(checkItem.municipalityId, ctx.scope.municipalityId), eq(checkItem.orderId, orderId), inArray(checkItem.id, items))).returning({ id: checkItem.id })
    if (moved.length < new Set(items).size) throw new NotFound()
  }
  const by = its.ownerUnitId ? { unitId: its.ownerUnitId } : {}
  await record(ctx, orderMade, { subjectId: id, stage: orderRules[row.state].stage, ...by })
  await record(ctx, orderSplit, { subjectId: orderId, data: { toId: id }, ...by })
  await changeOrder(ctx, orderId)
  return { id, reference }
}
