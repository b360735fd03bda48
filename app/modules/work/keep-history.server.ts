import type { Ctx } from '#core/context/context.server.ts'
import { uuidAt } from '#core/context/ids.server.ts'
import type { Located } from '#core/geo/locate.server.ts'
import { shareAll, type StoredPicture } from '#core/files/pictures.server.ts'
import { addLocalDays } from '#core/time/local.ts'
import { link } from '#core/trail/schema.server.ts'
import { type Recorded, recordQuietly } from '#core/trail/record.server.ts'
import { keepSubjects } from '#core/trail/subject.server.ts'
import { orderMade, orderMovedTo, reportsTaken } from './events.server.ts'
import { orderReference } from './reference.ts'
import { checkItem, order, orderReport } from './schema.server.ts'
import { orderRules } from './states.ts'

type Shared = Pick<StoredPicture, 'id' | 'width' | 'height' | 'bytes'> & { description: string }
/** A work order that was done, or is on its way, with the reports it is done because of. */
export type PastOrder = {
  title: string; located: Located; unitId: string; crewId?: string; priority: number; madeAt: Date; plannedFor?: string; checklist: string[]; reports: string[]
  steps: { state: 'planned' | 'underWay' | 'done'; at: Date; sentence?: string; pictures?: Shared[] }[]
  outage?: { announcement: string; startsAt: Date; endsAt: Date; metres: number; categories: string[] }
}

/**
 * Keeps work orders with their whole past, many at once, as `keepHistory` of feedback does with reports: their trails are
 * whole, and nobody is told. Trusted: for programs of the house, not for requests. Returns their ids in the given order.
 */
export async function keepPastOrders(ctx: Ctx, past: PastOrder[]): Promise<string[]> {
  const made = past.map((its) => {
    const last = its.steps.at(-1), state = last?.state ?? ('new' as const)
    return { ...its, id: uuidAt(its.madeAt), state, last, open: orderRules[state].open }
  })
  await keepSubjects(ctx, made.map((its) => ({
    id: its.id, kind: 'workOrder', language: ctx.language, text: its.outage?.announcement ?? '', title: { [ctx.language]: its.title }, stage: orderRules[its.state].stage, visibility: 'public' as const, ...its.located,
    ownerUnitId: its.unitId, dueAt: its.open ? addLocalDays(its.madeAt, 7, { endOfDay: true }) : null, answeredAt: its.madeAt, createdAt: its.madeAt, movedAt: its.last?.at ?? its.madeAt,
  })))
  for (const its of made) await ctx.db.insert(order).values({
    ...ctx.scope, id: its.id, reference: orderReference(its.id), kind: its.outage ? 'outage' : 'task', state: its.state, stateSince: its.last?.at ?? its.madeAt, crewId: its.crewId ?? null, priority: its.priority, plannedFor: its.plannedFor ?? null,
    startedAt: its.steps.find((step) => step.state === 'underWay')?.at ?? null, closedAt: its.open ? null : its.last!.at, ...(its.outage ? { announcement: its.outage.announcement, startsAt: its.outage.startsAt, endsAt: its.outage.endsAt, metres: its.outage.metres, answers: its.outage.categories } : {}),
  })
  const items = made.flatMap((its) => its.checklist.map((text, position) => ({ ...ctx.scope, id: uuidAt(its.madeAt), orderId: its.id, position, text, doneAt: its.open ? null : its.last!.at })))
  if (items.length) await ctx.db.insert(checkItem).values(items)
  const taken = made.flatMap((its) => its.reports.map((reportId) => ({ ...ctx.scope, reportId, orderId: its.id, at: its.madeAt })))
  if (taken.length) {
    await ctx.db.insert(orderReport).values(taken)
    await ctx.db.insert(link).values(taken.map((each) => ({ ...ctx.scope, fromId: each.orderId, toId: each.reportId, kind: 'answers' as const, at: each.at })))
  }
  const nobody = { ...ctx, actor: { kind: 'guest' as const } }
  await recordQuietly(nobody, orderMade, made.map((its) => ({ subjectId: its.id, stage: 'idea', at: its.madeAt, unitId: its.unitId })))
  await recordQuietly(nobody, reportsTaken, made.filter((its) => its.reports.length).map((its) => ({ subjectId: its.id, at: new Date(its.madeAt.getTime() + 1), unitId: its.unitId, data: { count: String(its.reports.length) } })))
  for (const state of ['planned', 'underWay', 'done'] as const)
    await recordQuietly(nobody, orderMovedTo[state], made.flatMap((its) => its.steps.filter((step) => step.state === state).map((step): Recorded => ({ subjectId: its.id, stage: orderRules[state].stage, at: step.at, unitId: its.unitId, ...(step.sentence ? { sentence: step.sentence } : {}) }))))
  await shareAll(ctx, made.flatMap((its) => its.steps.map((step) => ({ subjectId: its.id, pictures: step.pictures ?? [], role: 'after' as const }))))
  return made.map((its) => its.id)
}
