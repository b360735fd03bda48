import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Invalid, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { digestOf, keyOf } from './device-of.server.ts'
import { can } from './permissions.ts'
import { deviceKinds, postsOf } from './posts.ts'
import { device, devicePlace } from './schema.server.ts'

const expected = z.string().trim().optional().transform((text, at): number | null => {
  if (!text) return null
  const minutes = Number(text)
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 44_640) { at.addIssue({ code: 'custom', message: 'badMinutes' }); return z.NEVER }
  return minutes
})
const facts = {
  name: z.string('required').transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().min(1, 'required').max(80, 'tooLong').refine((text) => !text.includes('\0'), 'invalid')),
  expectedMinutes: expected, may: z.union([z.string(), z.array(z.string())]).optional().transform((its) => (its === undefined || its === '' ? [] : [its].flat())),
}
/** What the form of a new device sends. `expectedMinutes`: it is to be heard of so often; empty: nobody waits for it. */
export const deviceForm = z.object({ ...facts, kind: z.enum(deviceKinds, 'required'), unitId: z.string('required').refine(isId, 'required') })
export const deviceFacts = z.object(facts)
type DeviceFacts = z.output<typeof deviceFacts>

/** A device of the municipality, in use or ended. Throws NotFound. */
export async function oneDevice(ctx: Ctx, id: string) {
  if (!isId(id)) throw new NotFound()
  const [row] = await ctx.db.select().from(device).where(and(eq(device.municipalityId, ctx.scope.municipalityId), eq(device.id, id)))
  if (!row) throw new NotFound()
  const { digest: _digest, ...its } = row
  return its
}

const fitting = (kind: (typeof deviceKinds)[number], its: string[]) => { const choices = new Set(postsOf(kind).flatMap((each) => each.choices.map((choice) => choice.key))); return its.filter((each) => choices.has(each)) }

/**
 * Makes a device of a unit, with the places it may speak of. Returns its key, which is shown for a moment and kept nowhere as it is.
 * Problems: unitId required. Throws SignInNeeded, Forbidden, NotFound for a place that is not here.
 */
export async function makeDevice(ctx: Ctx, its: z.output<typeof deviceForm> & { placeIds?: string[] }): Promise<{ id: string; key: string } | Mended> {
  allow(ctx, can.keep, { ownerUnitId: its.unitId })
  const [its_] = await ctx.db.select({ id: unit.id }).from(unit).where(and(eq(unit.municipalityId, ctx.scope.municipalityId), eq(unit.id, its.unitId)))
  if (!its_) return problems({ unitId: 'required' })
  const id = ctx.newId(), key = keyOf(ctx, id, ctx.now)
  await ctx.db.insert(device).values({ ...ctx.scope, id, name: its.name, kind: its.kind, unitId: its.unitId, digest: digestOf(key), may: fitting(its.kind, its.may), expectedMinutes: its.expectedMinutes, createdAt: ctx.now })
  for (const placeId of its.placeIds ?? []) await givePlace(ctx, id, placeId)
  return { id, key }
}

/** Changes what a device is called, how often it is expected and what it may say. */
export async function changeDevice(ctx: Ctx, id: string, { name, expectedMinutes, may: says }: DeviceFacts): Promise<void> {
  const its = await inUse(ctx, id)
  await ctx.db.update(device).set({ name, expectedMinutes, may: fitting(its.kind, says), silentSince: null }).where(mine(ctx, id))
}
/** Lets a device speak of a place: of one that its unit answers for, or any when an admin does it. Throws NotFound, Invalid('notItsPlace'). */
export async function givePlace(ctx: Ctx, id: string, placeId: string): Promise<void> {
  const its = await inUse(ctx, id)
  const where = await subjectOf(ctx, placeId, { kind: 'place' })
  if (where.ownerUnitId !== its.unitId && !may(ctx, can.keep)) throw new Invalid('notItsPlace')
  await ctx.db.insert(devicePlace).values({ ...ctx.scope, deviceId: id, placeId }).onConflictDoNothing()
}
export async function takePlace(ctx: Ctx, id: string, placeId: string): Promise<void> {
  await inUse(ctx, id)
  if (!isId(placeId)) throw new NotFound()
  await ctx.db.delete(devicePlace).where(and(eq(devicePlace.municipalityId, ctx.scope.municipalityId), eq(devicePlace.deviceId, id), eq(devicePlace.placeId, placeId)))
}
/** A new key in place of the old, which opens nothing from now on. */
export async function rotateKey(ctx: Ctx, id: string): Promise<{ key: string }> {
  await inUse(ctx, id)
  const key = keyOf(ctx, id, ctx.now)
  await ctx.db.update(device).set({ digest: digestOf(key), rotatedAt: ctx.now }).where(mine(ctx, id))
  return { key }
}
/** How long a new key can be read on its page. */
const shownFor = 10 * 60_000
/** The key of a device that was made, or changed, a moment ago, to be stored where it belongs; null later. */
export function newKeyOf(ctx: Ctx, its: { id: string; unitId: string; createdAt: Date; rotatedAt: Date | null; endedAt: Date | null }): string | null {
  const madeAt = its.rotatedAt ?? its.createdAt
  return its.endedAt === null && may(ctx, can.keep, { ownerUnitId: its.unitId }) && ctx.now.getTime() - madeAt.getTime() < shownFor ? keyOf(ctx, its.id, madeAt) : null
}
/** Ends a device for good: its key opens nothing; what it said stays. */
export async function endDevice(ctx: Ctx, id: string): Promise<void> {
  await inUse(ctx, id)
  await ctx.db.update(device).set({ endedAt: ctx.now, silentSince: null }).where(mine(ctx, id))
}

const mine = (ctx: Ctx, id: string) => and(eq(device.municipalityId, ctx.scope.municipalityId), eq(device.id, id), isNull(device.endedAt))
async function inUse(ctx: Ctx, id: string) {
  const its = await oneDevice(ctx, id)
  allow(ctx, can.keep, { ownerUnitId: its.unitId })
  if (its.endedAt) throw new NotFound()
  return its
}
