import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#core/errors/errors.ts'
import type { StoredPicture } from '#core/files/pictures.server.ts'
import { happenedAt } from '#core/http/sent-later.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { record } from '#core/trail/record.server.ts'
import { fieldConflict } from '../events.server.ts'
import { can } from '../permissions.ts'
import { fromField, order } from '../schema.server.ts'
import type { FieldAct } from './act.server.ts'
import { carryOut } from './carry-out.server.ts'
import { type Kept, keptOf } from './kept.ts'
import { isSealed } from './seal.server.ts'
import type { Told } from './told.ts'

/** What became of an act. `conflict`: its words and photos are kept on the order, and someone chooses what of it. */
export type Taken = { outcome: 'taken' | 'conflict' | 'resolved'; /** where it went, when the order had been merged into another */ orderId: string; told: Told[] }

/**
 * Takes one act of a phone, with or without a network then. The same `clientId` twice is once, also when both come at the
 * same time; the second hears what the first heard. An order that was merged leads to the one it is part of now.
 * Throws SignInNeeded, Forbidden (never had it), NotFound, Conflict('otherPerson'), Invalid.
 */
export async function takeAct(ctx: Ctx, act: FieldAct, photos: StoredPicture[] = []): Promise<Taken> {
  const me = allow(ctx, can.read)
  if (act.person !== me.id) throw new Conflict('otherPerson')
  const { its, row, merged } = await holdWhereItIs(ctx, act.orderId)
  const mine = may(ctx, can.carryOut, its)
  const checksItself = act.what === 'resolve' || act.what === 'arrange'
  if (!mine && !checksItself && !isSealed(ctx, me.id, act)) throw new Forbidden()
  // Held by now, so that two of the same wait here one after the other.
  const [first] = await ctx.db.insert(fromField).values({ ...ctx.scope, clientId: act.clientId, orderId: row.id, personId: me.id, at: ctx.now, what: act.what, outcome: 'taken' }).onConflictDoNothing().returning({ clientId: fromField.clientId })
  if (!first) return earlier(ctx, act.clientId, me.id)
  const happened = happenedAt(act, ctx.now)
  const { outcome, told, words } = await carryOut(ctx, { act, its, row, mine, photos, happened, meId: me.id })
  const all: Told[] = [...(merged ? [{ code: 'merged' as const, into: row.reference }] : []), ...told]
  const kept: Kept = { told: all, words, pictures: photos.length, happened: happened.toISOString() }
  await ctx.db.update(fromField).set({ outcome, told: JSON.stringify(kept), open: outcome === 'conflict' }).where(and(eq(fromField.municipalityId, ctx.scope.municipalityId), eq(fromField.clientId, act.clientId)))
  if (outcome === 'conflict') await record(ctx, fieldConflict, { subjectId: row.id })
  return { outcome, orderId: row.id, told: all }
}

/** The order of an id, or the one it was merged into, however many times; held until the transaction ends. */
async function holdWhereItIs(ctx: Ctx, orderId: string) {
  for (let id = orderId, hops = 0; hops < 20; hops++) {
    const its = await subjectOf(ctx, id, { lock: true, kind: 'workOrder' })
    const [row] = await ctx.db.select().from(order).where(and(eq(order.municipalityId, ctx.scope.municipalityId), eq(order.id, id))).for('update')
    if (!row!.mergedInto) return { its, row: row!, merged: hops > 0 }
    id = row!.mergedInto
  }
  throw new NotFound()
}

/** What was answered to the same act before. Someone else's id is nobody's. */
async function earlier(ctx: Ctx, clientId: string, personId: string): Promise<Taken> {
  const found = await takenBefore(ctx, clientId, personId)
  if (!found) throw new Invalid('clientIdTaken')
  return found
}
/** The answer that an act of this person's phone got, or null when it has not come yet. Throws SignInNeeded, Forbidden. */
export async function takenBefore(ctx: Ctx, clientId: string, personId: string): Promise<Taken | null> {
  allow(ctx, can.read)
  const [row] = await ctx.db.select().from(fromField).where(and(eq(fromField.municipalityId, ctx.scope.municipalityId), eq(fromField.clientId, clientId), eq(fromField.personId, personId)))
  return row ? { outcome: row.outcome, orderId: row.orderId, told: keptOf(row.told).told } : null
}

/** What an act that just came by a plain form was told; `came` is its id out of an address, and may be anything. */
export async function toldTo(ctx: Ctx, came: string | null): Promise<Told[]> {
  const me = allow(ctx, can.read)
  return came && /^[\w.-]{8,80}$/.test(came) ? (await takenBefore(ctx, came, me.id))?.told ?? [] : []
}
