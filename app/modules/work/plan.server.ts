import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, Invalid } from '#core/errors/errors.ts'
import { endOf } from '#core/time/local.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject, keepSubject } from '#core/trail/subject.server.ts'
import { reportAnswered } from '#modules/feedback/server'
import { crewOf } from './crews.server.ts'
import { changeOrder, holdOpenOrder, holdOrder } from './hold.server.ts'
import { formDay, orderTitle } from './make-order.server.ts'
import { moveOrder } from './move.server.ts'
import { can } from './permissions.ts'
import { reportsOf } from './reports.server.ts'

type Seen = { version?: number | undefined }
export const planForm = z.object({ plannedFor: formDay, dueOn: formDay, crewId: z.string().max(40).optional(), sentence: z.string().trim().max(1000).default('') })
export const editForm = z.object({ title: orderTitle, instructions: z.string().trim().max(4000).default(''), priority: z.coerce.number('required').int().min(0).max(3) })

/**
 * Says when, by whom and by which day an order is done. One that was new is planned now, and its senders hear; one that was
 * already planned or begun changes its day, and senders hear when there is a sentence. Throws Conflict('orderClosed' | 'changedMeanwhile'), Invalid('otherUnit'), NotFound.
 */
export async function planOrder(ctx: Ctx, orderId: string, its: z.infer<typeof planForm>, seen: Seen = {}) {
  const { its: subject, row } = await holdOpenOrder(ctx, orderId, can.plan, seen.version)
  if (its.crewId && (await crewOf(ctx, its.crewId)).unitId !== subject.ownerUnitId) throw new Invalid('otherUnit')
  const dueAt = its.dueOn ? endOf(its.dueOn) : its.plannedFor ? endOf(its.plannedFor) : null
  await changeOrder(ctx, orderId, { crewId: its.crewId || null, plannedFor: its.plannedFor ?? null, ...(its.plannedFor === row.plannedFor ? {} : { position: 0 }) })
  if (row.state === 'new') { await moveOrder(ctx, orderId, { to: 'planned', ...(its.sentence ? { sentence: its.sentence } : {}), ...(dueAt ? { dueAt } : {}) }); return }
  if (dueAt) await changeSubject(ctx, orderId, { dueAt })
  const waiting = (await reportsOf(ctx, orderId)).filter((each) => each.open)
  if (dueAt) for (const each of waiting) await changeSubject(ctx, each.id, { dueAt })
  if (its.sentence) await say(ctx, waiting.map((each) => each.id), its.sentence, subject.ownerUnitId)
}

/** Tells every sender whose report is still open the same sentence, in the unit's name; nothing moves. Returns how many reports it went to. Throws Invalid('required'). */
export async function tellSenders(ctx: Ctx, orderId: string, sentence: string): Promise<{ reports: number }> {
  const { its } = await holdOrder(ctx, orderId, can.plan)
  if (!sentence.trim()) throw new Invalid('required')
  const waiting = (await reportsOf(ctx, orderId)).filter((each) => each.open)
  await say(ctx, waiting.map((each) => each.id), sentence.trim(), its.ownerUnitId)
  return { reports: waiting.length }
}
async function say(ctx: Ctx, reportIds: string[], sentence: string, unitId: string | null) {
  for (const id of reportIds) {
    await changeSubject(ctx, id, { answeredAt: ctx.now })
    await record(ctx, reportAnswered, { subjectId: id, sentence, ...(unitId ? { unitId } : {}) })
  }
}

/** Names an order anew, and says what is to be done and how urgent it is. Throws Conflict('changedMeanwhile'). */
export async function editOrder(ctx: Ctx, orderId: string, its: z.infer<typeof editForm>, seen: Seen = {}) {
  const { its: subject, row } = await holdOrder(ctx, orderId, can.plan, seen.version)
  await keepSubject(ctx, { id: orderId, kind: 'workOrder', language: subject.language, title: { ...subject.title, [ctx.language]: its.title }, text: row.announcement ?? '', stage: subject.stage, visibility: subject.visibility })
  await changeOrder(ctx, orderId, { instructions: its.instructions, priority: its.priority })
}

/** Shows an order to everyone, or to its unit alone. Throws Conflict('privateReports') for showing one that has a private report. */
export async function showToAll(ctx: Ctx, orderId: string, toAll: boolean, seen: Seen = {}) {
  await holdOrder(ctx, orderId, can.plan, seen.version)
  if (toAll && (await reportsOf(ctx, orderId)).some((each) => each.visibility !== 'public')) throw new Conflict('privateReports')
  await changeSubject(ctx, orderId, { visibility: toAll ? 'public' : 'private' })
  await changeOrder(ctx, orderId)
}
