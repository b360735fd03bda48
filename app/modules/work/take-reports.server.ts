import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import { may } from '#core/permissions/permissions.ts'
import { subject } from '#core/trail/schema.server.ts'
import { record } from '#core/trail/record.server.ts'
import { linkSubjects, unlinkSubjects } from '#core/trail/trail.server.ts'
import { moveReports, report } from '#modules/feedback/server'
import type { ReportState } from '#modules/feedback/ui'
import { reportsTaken } from './events.server.ts'
import { changeOrder, holdOpenOrder, holdOrder, type OrderRow } from './hold.server.ts'
import { passReports } from './pass-reports.server.ts'
import { can } from './permissions.ts'
import { order, orderReport } from './schema.server.ts'
import { orderRules } from './states.ts'

/** How far along an open report is: taking it into an order brings it forward, never back. */
const far: Partial<Record<ReportState, number>> = { received: 0, elsewhere: 0, planned: 1, underWay: 2 }

/**
 * Takes reports into an order; those that are in it already stay. A report is in one order at a time. One that another unit
 * had comes to the order's unit, and one that is behind the order moves to where the order is: its sender hears. With a private
 * report the whole order becomes private (a trigger, 0050); its priority is at least that of its reports. Returns how many it has now.
 * Throws NotFound (not there, or private and not the asker's), Conflict('orderClosed' | 'changedMeanwhile' | 'inAnotherOrder' | 'reportClosed').
 */
export async function takeReports(ctx: Ctx, orderId: string, ids: string[], options: { version?: number | undefined; /** told to senders whose report moves */ sentence?: string | undefined; /** the order is being made of them: its trail begins with that */ fresh?: boolean } = {}): Promise<{ reports: number; version: number }> {
  const { its, row } = await holdOpenOrder(ctx, orderId, can.plan, options.version)
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return { reports: await reportCount(ctx, orderId), version: row.version }
  const found = await holdReports(ctx, wanted)
  if (found.length < wanted.length || found.some((each) => each.visibility === 'private' && !may(ctx, can.plan, each))) throw new NotFound()
  if (found.some((each) => far[each.state] === undefined || (each.visibility !== 'public' && each.visibility !== 'private'))) throw new Conflict('reportClosed')
  // One that was opened again ("closed but not fixed") may be done with other work than the first time.
  const closed = ctx.db.select({ id: order.id }).from(order).where(and(eq(order.municipalityId, ctx.scope.municipalityId), inArray(order.state, ['done', 'cannot'])))
  await ctx.db.delete(orderReport).where(and(eq(orderReport.municipalityId, ctx.scope.municipalityId), inArray(orderReport.reportId, wanted), inArray(orderReport.orderId, closed)))
  await ctx.db.insert(orderReport).values(wanted.map((reportId) => ({ ...ctx.scope, reportId, orderId, at: ctx.now }))).onConflictDoNothing()
  const inIt = await ctx.db.select({ id: orderReport.reportId }).from(orderReport).where(and(eq(orderReport.municipalityId, ctx.scope.municipalityId), eq(orderReport.orderId, orderId), inArray(orderReport.reportId, wanted)))
  if (inIt.length < wanted.length) throw new Conflict('inAnotherOrder')
  for (const id of wanted) await linkSubjects(ctx, orderId, 'answers', id)
  const passing = found.filter((each) => each.ownerUnitId !== its.ownerUnitId)
  if (passing.length > 0) await passReports(ctx, passing.map((each) => each.id), its.ownerUnitId!)
  await bringForward(ctx, row, found, { sentence: options.sentence, unitId: its.ownerUnitId, dueAt: its.dueAt })
  const changed = await changeOrder(ctx, orderId, { priority: Math.max(row.priority, ...found.map((each) => each.priority)) })
  const reports = await reportCount(ctx, orderId)
  if (!options.fresh) await record(ctx, reportsTaken, { subjectId: orderId, data: { count: reports }, ...(its.ownerUnitId ? { unitId: its.ownerUnitId } : {}) })
  return { reports, ...changed }
}

/**
 * Lets reports go from an order. What was planned or under way because of it waits again, and its sender hears why.
 * Throws Conflict('changedMeanwhile'), NotFound when none of them is in the order.
 */
export async function releaseReports(ctx: Ctx, orderId: string, ids: string[], options: { version?: number | undefined; sentence?: string | undefined } = {}): Promise<{ reports: number; version: number }> {
  const { its } = await holdOrder(ctx, orderId, can.plan, options.version)
  const gone = await unhook(ctx, orderId, ids)
  if (gone.length === 0) throw new NotFound()
  const waiting = (await holdReports(ctx, gone)).filter((each) => each.state === 'planned' || each.state === 'underWay')
  await moveReports(ctx, waiting.map((each) => each.id), { to: 'received', ...(options.sentence ? { sentence: options.sentence } : {}), ...(its.ownerUnitId ? { unitId: its.ownerUnitId } : {}) })
  const changed = await changeOrder(ctx, orderId)
  const reports = await reportCount(ctx, orderId)
  await record(ctx, reportsTaken, { subjectId: orderId, data: { count: reports } })
  return { reports, ...changed }
}

/** How many reports an order has. */
export async function reportCount(ctx: Ctx, orderId: string): Promise<number> {
  const [row] = await ctx.db.select({ count: count() }).from(orderReport).where(and(eq(orderReport.municipalityId, ctx.scope.municipalityId), eq(orderReport.orderId, orderId)))
  return row!.count
}

/** Reports with what an order must know of them, held in the order of their ids as moveReports holds them. */
export async function holdReports(ctx: Ctx, ids: string[]) {
  const known = ids.filter(isId)
  return known.length === 0 ? [] : ctx.db.select({ id: report.id, state: report.state, priority: report.priority, visibility: subject.visibility, ownerUnitId: subject.ownerUnitId, longitude: subject.longitude, latitude: subject.latitude, placeName: subject.placeName, area: subject.area, title: subject.title })
    .from(report).innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id)))
    .where(and(eq(report.municipalityId, ctx.scope.municipalityId), inArray(report.id, known))).orderBy(asc(report.id)).for('update')
}

/** Reports that are behind an order move to where it is. The caller has checked who may. */
export async function bringForward(ctx: Ctx, row: Pick<OrderRow, 'id' | 'state'>, reports: { id: string; state: ReportState; visibility: string }[], told: { sentence?: string | undefined; unitId: string | null; dueAt?: Date | null }) {
  const to = orderRules[row.state].report
  if (!to || far[to] === undefined) return
  const behind = reports.filter((each) => far[each.state] !== undefined && far[each.state]! < far[to]!)
  await moveReports(ctx, behind.map((each) => each.id), { to, data: { orderId: row.id }, ...(told.sentence ? { sentence: told.sentence } : {}), ...(told.unitId ? { unitId: told.unitId } : {}), ...(told.dueAt ? { dueAt: told.dueAt } : {}) })
}

/** Takes reports off an order without a word to anyone; `undefined`: all of them. Returns those that were on it. */
export async function unhook(ctx: Ctx, orderId: string, ids?: string[]): Promise<string[]> {
  const these = ids?.filter(isId)
  if (these?.length === 0) return []
  const gone = await ctx.db.delete(orderReport).where(and(eq(orderReport.municipalityId, ctx.scope.municipalityId), eq(orderReport.orderId, orderId), these ? inArray(orderReport.reportId, these) : sql`true`)).returning({ id: orderReport.reportId })
  for (const each of gone) await unlinkSubjects(ctx, orderId, 'answers', each.id)
  return gone.map((each) => each.id)
}

/** Puts reports that no order has on an order, without a word to anyone. */
export async function hook(ctx: Ctx, orderId: string, ids: string[]) {
  if (ids.length > 0) await ctx.db.insert(orderReport).values(ids.map((reportId) => ({ ...ctx.scope, reportId, orderId, at: ctx.now })))
  for (const id of ids) await linkSubjects(ctx, orderId, 'answers', id)
}
