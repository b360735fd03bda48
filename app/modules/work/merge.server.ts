import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { picture } from '#core/files/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { orderMovedTo, reportsTaken } from './events.server.ts'
import { changeOrder, holdInTurn, holdOpenOrder } from './hold.server.ts'
import { can } from './permissions.ts'
import { checkItem, fromField, line, note } from './schema.server.ts'
import { orderRules } from './states.ts'
import { bringForward, holdReports, hook, reportCount, unhook } from './take-reports.server.ts'

/**
 * Two orders of the same work become one: the reports, checklist, notes, lines and pictures of `orderId` go to `into`, and it leads
 * there. A report that was behind the other moves to where it is. Private with open is private. Both are the asker's unit's
 * (pass one first). Throws Conflict('orderClosed' | 'changedMeanwhile' | 'itself'), Forbidden, NotFound.
 */
export async function mergeOrders(ctx: Ctx, orderId: string, into: string, options: { version?: number | undefined; sentence?: string | undefined } = {}): Promise<{ reports: number }> {
  if (orderId === into) throw new Conflict('itself')
  await holdInTurn(ctx, [orderId, into])
  const { its, row } = await holdOpenOrder(ctx, orderId, can.plan, options.version)
  const { its: other, row: stays } = await holdOpenOrder(ctx, into, can.plan)
  const here = ctx.scope.municipalityId
  const last = Math.max(0, ...(await ctx.db.select({ position: checkItem.position }).from(checkItem).where(and(eq(checkItem.municipalityId, here), eq(checkItem.orderId, into)))).map((each) => each.position))
  const items = await ctx.db.select({ id: checkItem.id, position: checkItem.position }).from(checkItem).where(and(eq(checkItem.municipalityId, here), eq(checkItem.orderId, orderId)))
  for (const each of items) await ctx.db.update(checkItem).set({ orderId: into, position: last + each.position }).where(and(eq(checkItem.municipalityId, here), eq(checkItem.id, each.id)))
  for (const table of [note, line, fromField]) await ctx.db.update(table).set({ orderId: into }).where(and(eq(table.municipalityId, here), eq(table.orderId, orderId)))
  await ctx.db.update(picture).set({ subjectId: into }).where(and(eq(picture.municipalityId, here), eq(picture.subjectId, orderId)))
  if (row.instructions.trim() && row.instructions.trim() !== stays.instructions.trim()) await ctx.db.insert(note).values({ ...ctx.scope, id: ctx.newId(), orderId: into, text: row.instructions, by: ctx.actor.kind === 'person' ? ctx.actor.id : null, at: ctx.now })
  const moved = await unhook(ctx, orderId)
  await hook(ctx, into, moved)
  await bringForward(ctx, stays, await holdReports(ctx, moved), { sentence: options.sentence, unitId: other.ownerUnitId, dueAt: other.dueAt })
  await changeOrder(ctx, orderId, { state: 'merged', stateSince: ctx.now, closedAt: ctx.now, mergedInto: into })
  await changeOrder(ctx, into, { priority: Math.max(row.priority, stays.priority) })
  await changeSubject(ctx, orderId, { stage: orderRules.merged.stage, dueAt: null })
  if (its.visibility === 'private' && other.visibility === 'public') await changeSubject(ctx, into, { visibility: 'private' })
  await linkSubjects(ctx, orderId, 'mergedInto', into)
  const by = other.ownerUnitId ? { unitId: other.ownerUnitId } : {}
  await record(ctx, orderMovedTo.merged, { subjectId: orderId, stage: orderRules.merged.stage, data: { toId: into, title: inLanguage(other.title, ctx.language) }, ...by })
  const reports = await reportCount(ctx, into)
  if (moved.length > 0) await record(ctx, reportsTaken, { subjectId: into, data: { count: reports }, ...by })
  return { reports }
}
