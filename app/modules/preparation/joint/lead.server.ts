import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended, problems } from '#core/errors/errors.ts'
import { record } from '#core/trail/record.server.ts'
import { managedMatter, type Matter } from '../matter.server.ts'
import { byUnit } from '../phases.server.ts'
import { joint } from '../schema.server.ts'
import { jointLed } from './events.server.ts'
import { thatMunicipality } from './municipalities.server.ts'

/** Who leads a joint matter, and whom it has asked to lead instead, as far as this municipality may know. */
export async function leadOf(ctx: Ctx, { its }: Matter): Promise<{ leader: number | null; offered: number[] }> {
  if (!its.jointId) return { leader: null, offered: [] }
  const { rows: [row] } = await ctx.db.execute<{ leader: number; offered: number[] }>(sql`select leader, offered from preparation.joint_lead(${its.jointId}::uuid)`)
  return row ?? { leader: null, offered: [] }
}

/**
 * The one who leads asks a part that has come out to lead instead; its officials hear of it by the worker. Asking again
 * changes nothing. Returns `notPart`; throws NotFound, Forbidden, Conflict('jointNotHere').
 */
export async function offerLead(ctx: Ctx, matterId: string, input: z.input<typeof thatMunicipality>): Promise<Mended | undefined> {
  const { jointId, municipalityId, offered } = await toOffer(ctx, matterId, input)
  if (!offered.includes(municipalityId) && !(await changed(ctx, sql`preparation.joint_offer_lead(${jointId}::uuid, ${municipalityId}::int, ${ctx.now}::timestamptz)`))) return problems({ municipalityId: 'notPart' })
}
/** Takes the request back; when it was answered a moment ago, the answer holds. Throws as `offerLead`. */
export async function takeBackLead(ctx: Ctx, matterId: string, input: z.input<typeof thatMunicipality>) {
  const { jointId, municipalityId } = await toOffer(ctx, matterId, input)
  await changed(ctx, sql`preparation.joint_offer_lead(${jointId}::uuid, ${municipalityId}::int, null)`)
}

/**
 * This municipality leads from now on, as it was asked to: it asks others and its document is shown to all; who led stays as a
 * part that may leave. The trails of all tell of it. Throws NotFound, Forbidden, Conflict('jointNotHere' | 'leadNotAsked').
 */
export async function takeLead(ctx: Ctx, matterId: string) {
  const { matter: found } = await managedMatter(ctx, matterId)
  if (!(await changed(ctx, sql`preparation.joint_take_lead(${jointOf(found)}::uuid)`))) throw new Conflict('leadNotAsked')
  await record(ctx, jointLed, { subjectId: matterId, ...byUnit(found) })
}
/** Declines to lead; it goes on as before. Twice changes nothing. Throws NotFound, Forbidden, Conflict('jointNotHere'). */
export async function declineLead(ctx: Ctx, matterId: string) {
  const { matter: found } = await managedMatter(ctx, matterId)
  await ctx.db.update(joint).set({ leadOfferedAt: null }).where(and(eq(joint.municipalityId, ctx.scope.municipalityId), eq(joint.jointId, jointOf(found))))
}

const jointOf = ({ its }: Matter): string => { if (!its.jointId) throw new Conflict('jointNotHere'); return its.jointId }
const changed = async (ctx: Ctx, call: ReturnType<typeof sql>) => (await ctx.db.execute<{ done: boolean }>(sql`select ${call} as done`)).rows[0]?.done ?? false
async function toOffer(ctx: Ctx, matterId: string, input: z.input<typeof thatMunicipality>) {
  const { matter: found } = await managedMatter(ctx, matterId)
  return { jointId: jointOf(found), ...thatMunicipality.parse(input), ...await leadOf(ctx, found) }
}
