import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { subject } from '#core/trail/schema.server.ts'
import { place } from '#modules/directory/server'
import { keepMaintenance, keepObservations } from './keep.server.ts'
import { can } from './permissions.ts'
import { maintenanceOf, propertyOf } from './vocabulary.ts'

export const clientId = z.string('required').min(1, 'required').max(100, 'tooLong').refine((text) => !text.includes('\0'), 'invalid')
/** When something was seen: any moment of this century; whether it may still come is asked with the clock. */
export const seenAt = z.iso.datetime({ offset: true, error: 'badTime' }).transform((text) => new Date(text)).refine((at) => at.getTime() >= Date.UTC(2000, 0, 1), 'badTime')
/** A number as people write it: 18,5 or 18.5, minus with either sign. */
const typedNumber = z.union([z.number(), z.string().trim().regex(/^[-−]?\d{1,4}([.,]\d{1,3})?$/, 'badNumber').transform((text) => Number(text.replace(',', '.').replace('−', '-')))])
const none = z.literal('').transform(() => null)

/** What a worker says of a property: one of its words, a number, or neither (it is not known any more). */
export const observationForm = z.object({ placeId: z.string('required'), property: z.string('required').max(60), value: z.union([none, z.string().max(60)]).nullish().transform((its) => its ?? null), number: z.union([none, typedNumber]).nullish().transform((its) => its ?? null), observedAt: seenAt.optional(), clientId })
export const maintainedForm = z.object({ placeId: z.string('required'), what: z.string('required').max(60), at: seenAt.optional(), clientId })

/** How far ahead of ours a clock may go. */
const ahead = 5 * 60_000
/** The moment of what was seen, by a clock that may be a little ahead; null when it is in the future. */
export const momentOf = (at: Date | undefined, now: Date): Date | null => (at === undefined ? now : at.getTime() > now.getTime() + ahead ? null : at > now ? now : at)

/** What is wrong with an observation of a place of this kind, as field → code, or null. */
export function wrongWith(kind: string, its: { property: string; value: string | null; number: number | null }): Record<string, string> | null {
  const property = propertyOf(kind, its.property)
  if (!property) return { property: 'unknownProperty' }
  if (its.value !== null && its.number !== null) return { value: 'oneOfTwo' }
  if (its.value !== null && !Object.hasOwn(property.values, its.value)) return { value: 'unknownValue' }
  if (its.number === null) return null
  if (!property.measure) return { number: 'notANumber' }
  return its.number < property.measure.min || its.number > property.measure.max ? { number: 'outOfRange' } : null
}

/**
 * A worker says what a place is like: one property, now or at a moment kept on the phone. The same client id twice is once.
 * Problems: property unknownProperty; value unknownValue | oneOfTwo; number notANumber | outOfRange; observedAt future.
 * Throws SignInNeeded, Forbidden, NotFound.
 */
export async function observe(ctx: Ctx, its: z.output<typeof observationForm>): Promise<{ kept: boolean } | Mended> {
  const { me, kind } = await worksAt(ctx, its.placeId)
  const wrong = wrongWith(kind, its), observedAt = momentOf(its.observedAt, ctx.now)
  if (wrong) return problems(wrong)
  if (!observedAt) return problems({ observedAt: 'future' })
  const { kept } = await keepObservations(ctx, [{ placeId: its.placeId, kind, property: its.property, value: its.value, number: its.number, observedAt, source: 'worker', deviceId: null, personId: me.id, clientId: its.clientId }])
  return { kept: kept > 0 }
}

/** A worker says that a place was taken care of: iced, ploughed, cleaned. Problems: what unknownMaintenance; at future. Throws as `observe` does. */
export async function maintained(ctx: Ctx, its: z.output<typeof maintainedForm>): Promise<{ kept: boolean } | Mended> {
  const { me, kind } = await worksAt(ctx, its.placeId)
  const at = momentOf(its.at, ctx.now)
  if (!maintenanceOf(kind).some((each) => each.key === its.what)) return problems({ what: 'unknownMaintenance' })
  if (!at) return problems({ at: 'future' })
  const { kept } = await keepMaintenance(ctx, [{ placeId: its.placeId, kind, what: its.what, at, source: 'worker', deviceId: null, personId: me.id, clientId: its.clientId }])
  return { kept: kept > 0 }
}

/** A place that is in use, by who may say what it is like. Throws SignInNeeded, Forbidden, NotFound. */
export async function worksAt(ctx: Ctx, placeId: string) {
  const thing = isId(placeId) ? (await ctx.db.select({ kind: place.kind, visibility: subject.visibility, ownerUnitId: subject.ownerUnitId, authorPersonId: subject.authorPersonId, authorOrganisationId: subject.authorOrganisationId }).from(place)
    .innerJoin(subject, and(eq(subject.municipalityId, place.municipalityId), eq(subject.id, place.id))).where(and(eq(place.municipalityId, ctx.scope.municipalityId), eq(place.id, placeId))))[0] : undefined
  const me = allow(ctx, can.observe, thing ?? {})
  if (!thing || thing.visibility === 'withdrawn') throw new NotFound()
  return { me, kind: thing.kind }
}
