import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { importRecord, place } from '#modules/directory/server'
import type { Device } from '#modules/devices/server'
import { type Kept, keepMaintenance, keepObservations, type NewMaintenance, type NewObservation } from './keep.server.ts'
import { clientId, momentOf, seenAt, wrongWith } from './observe.server.ts'
import { maintenanceOf } from './vocabulary.ts'

const word = z.string().min(1, 'required').max(100, 'tooLong').refine((text) => !text.includes('\0'), 'invalid')
/** One thing that a device says: a property's word or number, or null when it is not known any more; that the place was taken care of; or both, of one moment. */
const item = z.strictObject({
  placeId: z.uuid('invalid').optional(), /** the place's key in the register that it was brought from */ placeKey: word.optional(),
  property: word.optional(), value: z.union([word, z.number()]).nullish(), number: z.number().nullish(), maintained: word.optional(), observedAt: seenAt.optional(), clientId,
}).refine((its) => its.placeId !== undefined || its.placeKey !== undefined, { path: ['placeId'], message: 'required' })
  .refine((its) => its.property !== undefined || its.maintained !== undefined, { path: ['property'], message: 'required' })
  .refine((its) => its.property === undefined || its.value !== undefined || its.number !== undefined, { path: ['value'], message: 'required' })
const many = z.array(item).min(1, 'required').max(500, 'tooMany')
/** What is posted, as a list: at most 500. */
export const posted = z.object({ observations: many })
type Posted = z.output<typeof many>

/** What is wrong with which of them, as `observations.3.value` → code. `forbidden`: places or properties that are not the device's to speak of. */
export type Wrong = { problems: Record<string, string>; forbidden: boolean }

/**
 * Takes what a device says, all or nothing. A moment more than five minutes ahead is refused; however old a one is kept as
 * history, and changes nothing of now. What was sent before (by client id) counts as known. Three queries and two for news.
 */
export async function takeFromDevice(ctx: Ctx, device: Device, items: Posted): Promise<Kept | Wrong> {
  const keys = [...new Set(items.flatMap((its) => (its.placeId === undefined ? [its.placeKey!] : [])))]
  const byKey = keys.length === 0 || device.placeIds.length === 0 ? new Map<string, string>() : new Map((await ctx.db.select({ key: importRecord.key, id: importRecord.ownId }).from(importRecord)
    .where(and(eq(importRecord.municipalityId, ctx.scope.municipalityId), eq(importRecord.what, 'place'), inArray(importRecord.ownId, device.placeIds), inArray(importRecord.key, keys)))).map((row) => [row.key, row.id]))
  const mine = new Set(device.placeIds)
  const ids = [...new Set(items.flatMap((its) => { const id = (its.placeId ?? byKey.get(its.placeKey!))?.toLowerCase(); return id && mine.has(id) && isId(id) ? [id] : [] }))]
  const kinds = new Map(ids.length === 0 ? [] : (await ctx.db.select({ id: place.id, kind: place.kind }).from(place).innerJoin(subject, and(eq(subject.municipalityId, place.municipalityId), eq(subject.id, place.id)))
    .where(and(eq(place.municipalityId, ctx.scope.municipalityId), inArray(place.id, ids)))).map((row) => [row.id, row.kind]))
  const wrong: Record<string, string> = {}
  let forbidden = false
  const observations: NewObservation[] = [], maintained: NewMaintenance[] = []
  const source = device.kind === 'access' ? 'access' as const : 'sensor' as const
  const says = (key: string) => device.may.length === 0 || device.may.includes(key)
  for (const [index, its] of items.entries()) {
    const at = (field: string, code: string) => { wrong[`observations.${index}.${field}`] = code }
    const placeId = (its.placeId ?? byKey.get(its.placeKey!))?.toLowerCase(), kind = placeId === undefined ? undefined : kinds.get(placeId)
    if (placeId === undefined || kind === undefined) { at(its.placeId === undefined ? 'placeKey' : 'placeId', 'notItsPlace'); forbidden = true; continue }
    const observedAt = momentOf(its.observedAt, ctx.now)
    if (!observedAt) { at('observedAt', 'future'); continue }
    const said = { placeId, kind, source, deviceId: device.id, personId: null, clientId: its.clientId }
    if (its.property !== undefined) {
      const number = typeof its.value === 'number' ? its.value : its.number ?? null, value = typeof its.value === 'string' ? its.value : null
      const found = wrongWith(kind, { property: its.property, value, number })
      if (found) for (const [field, code] of Object.entries(found)) at(field, code)
      else if (!says(its.property)) { at('property', 'notItsToSay'); forbidden = true }
      else observations.push({ ...said, property: its.property, value, number, observedAt })
    }
    if (its.maintained !== undefined) {
      if (!maintenanceOf(kind).some((each) => each.key === its.maintained)) at('maintained', 'unknownMaintenance')
      else if (!says(its.maintained)) { at('maintained', 'notItsToSay'); forbidden = true }
      else maintained.push({ ...said, what: its.maintained, at: observedAt })
    }
  }
  if (Object.keys(wrong).length > 0) return { problems: wrong, forbidden: forbidden && Object.values(wrong).every((code) => code.startsWith('notIts')) }
  const seen = await keepObservations(ctx, observations), cared = await keepMaintenance(ctx, maintained)
  return { kept: seen.kept + cared.kept, known: seen.known + cared.known }
}
