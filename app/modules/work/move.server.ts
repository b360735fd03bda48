import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, Invalid } from '#core/errors/errors.ts'
import { attachPictures, type StoredPicture } from '#core/files/pictures.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject, subjectOf } from '#core/trail/subject.server.ts'
import { moveReports } from '#modules/feedback/server'
import { stateRules } from '#modules/feedback/ui'
import { orderMovedTo } from './events.server.ts'
import { can } from './permissions.ts'
import { unsharedProof } from './pictures.server.ts'
import { reportsOf } from './reports.server.ts'
import { order } from './schema.server.ts'
import { type OrderState, orderRules } from './states.ts'

export type OrderMove = {
  to: OrderState
  /** said to every sender in plain words; the required reason of `cannot`; the proof of `done` unless there is a picture */ sentence?: string
  pictures?: (StoredPicture & { description: string })[]
  dueAt?: Date
  /** what the asker last saw: when it has changed since, Conflict('changedMeanwhile') */ version?: number
  /** of one that is opened again: its closed reports open too, and their senders hear; left out: only those already open go along */ reopen?: boolean
}

/**
 * Moves a work order, and with it every report it is done because of: each sender hears at once, in the same words. Returns
 * how many reports moved. Throws SignInNeeded, Forbidden, Conflict('stateChanged' | 'changedMeanwhile'), Invalid('reasonNeeded' | 'proofNeeded').
 */
export async function moveOrder(ctx: Ctx, orderId: string, move: OrderMove): Promise<{ reports: number }> {
  const its = await subjectOf(ctx, orderId, { lock: true, kind: 'workOrder' })
  allow(ctx, can.carryOut, its)
  const mine = and(eq(order.municipalityId, ctx.scope.municipalityId), eq(order.id, orderId))
  const [row] = await ctx.db.select().from(order).where(mine).for('update')
  const { to } = move, rule = orderRules[to], sentence = move.sentence?.trim() ?? ''
  if (move.version !== undefined && move.version !== row!.version) throw new Conflict('changedMeanwhile')
  if (row!.state === to) return { reports: 0 }
  if (!orderRules[row!.state].to.includes(to) || to === 'merged') throw new Conflict('stateChanged')
  if (to === 'cannot' && !sentence) throw new Invalid('reasonNeeded')
  const proof = to === 'done' ? [...(move.pictures ?? []), ...await unsharedProof(ctx, orderId)] : []
  if (to === 'done' && !sentence && proof.length === 0) throw new Invalid('proofNeeded')
  await ctx.db.update(order).set({
    state: to, stateSince: ctx.now, reason: to === 'cannot' ? sentence : row!.reason, startedAt: to === 'underWay' ? row!.startedAt ?? ctx.now : row!.startedAt,
    closedAt: rule.open ? null : ctx.now, version: sql`${order.version} + 1`,
  }).where(mine)
  await changeSubject(ctx, orderId, { stage: rule.stage, ...(rule.open ? move.dueAt ? { dueAt: move.dueAt } : {} : { dueAt: null }) })
  if (move.pictures?.length) await attachPictures(ctx, orderId, move.pictures, to === 'done' ? 'after' : 'before')
  const said = { ...(sentence ? { sentence } : {}), ...(its.ownerUnitId ? { unitId: its.ownerUnitId } : {}) }
  await record(ctx, orderMovedTo[to], { subjectId: orderId, stage: rule.stage, ...said })
  const next = rule.report
  if (!next) return { reports: 0 }
  // One that was closed or taken elsewhere by itself stays as it is, and does not hold the others: the order's page shows it.
  const reports = await reportsOf(ctx, orderId)
  const again = move.reopen && rule.open ? reports.filter((each) => each.state === 'done' || each.state === 'cannot') : []
  const opened = await moveReports(ctx, again.map((each) => each.id), { to: 'received', ...said, data: { orderId } })
  const going = reports.filter((each) => stateRules[each.state].to.includes(next))
  const moved = await moveReports(ctx, going.map((each) => each.id), { to: next, ...said, ...(move.dueAt ? { dueAt: move.dueAt } : {}), ...(proof.length > 0 ? { pictures: proof } : {}), data: { orderId } })
  return { reports: moved.length + opened.length }
}
