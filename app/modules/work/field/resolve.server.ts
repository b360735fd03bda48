import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import { person } from '#core/identity/schema.server.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { moveReports } from '#modules/feedback/server'
import { moveOrder } from '../move.server.ts'
import { can } from '../permissions.ts'
import { reportsOf } from '../reports.server.ts'
import { fromField, order } from '../schema.server.ts'
import { orderRules } from '../states.ts'
import { keptOf } from './kept.ts'
import type { Told } from './told.ts'

/** Something that came from the field and waits for someone to look at it. */
export type FromField = { clientId: string; orderId: string; personId: string; who: string; what: string; at: Date; words: string; pictures: number; told: Told[]; /** the order may be opened again and closed as was meant */ reopens: boolean }

/** What waits to be looked at on an order, the earliest first. For its page. Throws SignInNeeded, Forbidden. */
export async function openFromField(ctx: Ctx, orderId: string): Promise<FromField[]> {
  allow(ctx, can.read)
  return waiting(ctx, { orderId })
}

/** What waits on orders, or of one person's phone. The caller has checked who may. */
export async function waiting(ctx: Ctx, of: { orderId: string } | { personId: string }): Promise<FromField[]> {
  const rows = await ctx.db.select({ clientId: fromField.clientId, orderId: fromField.orderId, personId: fromField.personId, who: person.name, what: fromField.what, at: fromField.at, told: fromField.told, state: order.state }).from(fromField)
    .innerJoin(order, and(eq(order.municipalityId, fromField.municipalityId), eq(order.id, fromField.orderId)))
    .innerJoin(person, and(eq(person.municipalityId, fromField.municipalityId), eq(person.id, fromField.personId)))
    .where(and(eq(fromField.municipalityId, ctx.scope.municipalityId), fromField.open, 'orderId' in of ? eq(fromField.orderId, of.orderId) : eq(fromField.personId, of.personId))).orderBy(asc(fromField.at), asc(fromField.clientId)).limit(100)
  return rows.map(({ told, state, ...row }) => { const kept = keptOf(told); return { ...row, words: kept.words, pictures: kept.pictures, told: kept.told, reopens: reopens(row.what, state) } })
}
const reopens = (what: string, state: keyof typeof orderRules) => (what === 'done' || what === 'cannot') && !orderRules[state].open && state !== what && orderRules[state].to.includes('underWay')

/**
 * Someone has looked: what came stays as a note (`note`), or the order is opened again and closed as the one in the field
 * meant (`reopen`): its senders hear both. Who did it may say so too, for as long as it is theirs. The same twice is once.
 * Throws NotFound, SignInNeeded, Forbidden, Conflict('stateChanged').
 */
export async function resolveConflict(ctx: Ctx, clientId: string, choice: 'note' | 'reopen') {
  const here = ctx.scope.municipalityId
  const [found] = await ctx.db.select().from(fromField).where(and(eq(fromField.municipalityId, here), eq(fromField.clientId, clientId)))
  if (!found) { allow(ctx, can.read); throw new NotFound() }
  const its = await subjectOf(ctx, found.orderId, { lock: true, kind: 'workOrder' })
  const own = ctx.actor.kind === 'person' && ctx.actor.id === found.personId && may(ctx, can.read)
  if (!own || choice === 'reopen') allow(ctx, can.carryOut, its)
  const mine = and(eq(fromField.municipalityId, here), eq(fromField.clientId, clientId))
  const [row] = await ctx.db.select().from(fromField).where(mine).for('update')
  if (!row!.open) return
  if (choice === 'reopen') {
    const [stands] = await ctx.db.select({ state: order.state }).from(order).where(and(eq(order.municipalityId, here), eq(order.id, found.orderId)))
    const { what } = row!, { words } = keptOf(row!.told)
    if (!reopens(what, stands!.state)) throw new Conflict('stateChanged')
    await moveOrder(ctx, found.orderId, { to: 'underWay' })
    // Its reports were closed with it: they come back, and then go where it goes.
    const closed = (await reportsOf(ctx, found.orderId)).filter((each) => each.state === stands!.state)
    await moveReports(ctx, closed.map((each) => each.id), { to: 'received', data: { orderId: found.orderId }, ...(its.ownerUnitId ? { unitId: its.ownerUnitId } : {}) })
    await moveOrder(ctx, found.orderId, { to: what as 'done' | 'cannot', ...(words ? { sentence: words } : {}) })
  }
  await ctx.db.update(fromField).set({ outcome: 'resolved', open: false }).where(mine)
}
