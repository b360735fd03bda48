import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { leadsOf, officialsOf } from '#core/identity/officials.server.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { passing } from '#core/ports/storage.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { wallClock } from '#core/time/local.ts'
import type { EventKind } from '#core/trail/event.ts'
import { record } from '#core/trail/record.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import type { Blurred } from './blur.server.ts'
import { cameraBroke, cameraWorks } from './events.server.ts'
import { isOffAt, type Trouble } from './limits.ts'
import { camera } from './schema.server.ts'

export type Camera = typeof camera.$inferSelect

/** Where a camera's one picture is: each is written over the one before, so there is never an older one. Backups leave it out. */
export const keyOfCamera = (its: Pick<Camera, 'municipalityId' | 'id'>) => `${passing}/camera.${its.municipalityId}.${its.id}.webp`
/** So many failures in a row are no chance. */
const patience = 3

const mine = (ctx: Ctx, id: string) => and(eq(camera.municipalityId, ctx.scope.municipalityId), eq(camera.id, id))
/** A camera in use, its row held until the transaction ends; null when there is none. */
export async function heldCamera(ctx: Ctx, id: string): Promise<Camera | null> {
  const [its] = await ctx.db.select().from(camera).where(and(mine(ctx, id), isNull(camera.endedAt))).for('update')
  return its ?? null
}
/** Does it rest at this moment, by Finland's clock? */
export const restsAt = (its: Pick<Camera, 'offFrom' | 'offUntil'>, at: Date): boolean => isOffAt(Number(wallClock(at).time.slice(0, 2)), its.offFrom, its.offUntil)

/**
 * Keeps a blurred picture as the camera's only one. Of two at once the later taken stays, whichever is ready first. One of a
 * camera that has meanwhile been switched off, set anew (`version`) or rests is not kept.
 */
export async function keepPicture(ctx: Ctx, id: string, its: Blurred & { takenAt: Date; version: number }): Promise<'kept' | 'older' | 'off'> {
  const row = await heldCamera(ctx, id)
  if (!row?.on || row.version !== its.version || restsAt(row, ctx.now)) return 'off'
  if (row.takenAt && row.takenAt >= its.takenAt) return 'older'
  await ctx.storage.put(keyOfCamera(row), its.bytes)
  await ctx.db.update(camera).set({ takenAt: its.takenAt, bytes: its.bytes.length, shownWidth: its.width, shownHeight: its.height, failures: 0, trouble: null, brokenSince: null }).where(mine(ctx, id))
  if (row.brokenSince) await tellUnit(ctx, cameraWorks, row)
  return 'kept'
}

/** Writes down that a picture could not be had; the third time in a row, or when a device has gone silent, the unit is told, once. */
export async function noteTrouble(ctx: Ctx, id: string, trouble: Trouble): Promise<void> {
  const row = await heldCamera(ctx, id)
  if (!row?.on) return
  const failures = Math.min(row.failures + 1, 10_000), breaks = row.brokenSince === null && (failures >= patience || trouble === 'silent')
  await ctx.db.update(camera).set({ failures, trouble, ...(breaks ? { brokenSince: ctx.now } : {}) }).where(mine(ctx, id))
  if (breaks) await tellUnit(ctx, cameraBroke, row)
}

/** Takes a camera's picture away: its bytes and what was known of it. */
export async function erasePicture(ctx: Ctx, row: Camera): Promise<void> {
  await ctx.storage.remove(keyOfCamera(row))
  await ctx.db.update(camera).set({ takenAt: null, bytes: null, shownWidth: null, shownHeight: null }).where(mine(ctx, row.id))
}

async function tellUnit(ctx: Ctx, kind: EventKind, row: Camera) {
  const data = { name: inLanguage(row.name, 'fi') }
  const eventId = await record(ctx, kind, { subjectId: row.placeId, data })
  const place = await subjectOf(ctx, row.placeId)
  const hear = place.ownerUnitId ? leadsOf(await officialsOf(ctx, [place.ownerUnitId])) : []
  await noticeToMany(ctx, hear.map((each) => each.id), { subjectId: row.placeId, eventId, kind: kind.kind, data, rhythm: 'atOnce' })
}
