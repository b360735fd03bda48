import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Forbidden, SignInNeeded } from '#core/errors/errors.ts'
import type { DeviceKind } from './posts.ts'
import { device, devicePlace } from './schema.server.ts'

/** A device that posts, as its key tells: what it is, the places it may speak of, and what it may say (none: whatever fits its kind). */
export type Device = { id: string; name: string; kind: DeviceKind; unitId: string; may: string[]; placeIds: string[] }

/** Keys begin so, so that one that has got out is known for what it is, and is never taken for a person's. */
const keyBeginning = 'nousu_d_'
/** A key is made of its device and the moment it was made with the installation's secret, so that its page can show it for a while though only its digest is kept. */
export const keyOf = (ctx: Pick<Ctx, 'sign'>, id: string, madeAt: Date) => `${keyBeginning}${ctx.sign('device key', `${id} ${madeAt.toISOString()}`)}`
/** What is kept of a key: it cannot be turned back. */
export const digestOf = (key: string) => createHash('sha256').update(key).digest('base64url')

/**
 * The device of a request, by `Authorization: Bearer nousu_d_…`; of a place, when one is given. Says at most once a minute
 * that it was heard, and waits for nobody to say so. One query. Throws SignInNeeded for a key that is not in use, Forbidden
 * for a place that is not the device's.
 */
export async function deviceOf(ctx: Ctx, request: Request, placeId?: string): Promise<Device> {
  const key = /^bearer\s+(nousu_d_[\w-]{20,100})$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (!key) throw new SignInNeeded()
  const [row] = await ctx.db.select({
    id: device.id, name: device.name, kind: device.kind, unitId: device.unitId, may: device.may, heardAt: device.heardAt,
    placeIds: sql<string[]>`array(select ${devicePlace.placeId} from ${devicePlace} where ${devicePlace.municipalityId} = ${ctx.scope.municipalityId} and ${devicePlace.deviceId} = ${device.id})`,
  }).from(device).where(and(eq(device.municipalityId, ctx.scope.municipalityId), eq(device.digest, digestOf(key)), sql`${device.endedAt} is null`))
  if (!row) throw new SignInNeeded()
  const { heardAt, ...its } = row
  if (placeId !== undefined && !its.placeIds.includes(placeId)) throw new Forbidden('notItsPlace')
  if (!heardAt || ctx.now.getTime() - heardAt.getTime() >= 60_000) {
    // Another of its posts may be saying the same at this moment: that one is enough.
    await ctx.db.execute(sql`
      update ${device} set heard_at = ${ctx.now}, silent_since = null where municipality_id = ${ctx.scope.municipalityId} and id = (
        select d.id from ${device} d where d.municipality_id = ${ctx.scope.municipalityId} and d.id = ${its.id} and (d.heard_at is null or d.heard_at <= ${new Date(ctx.now.getTime() - 60_000)}) for no key update skip locked)`)
  }
  return its
}

/** Writes down that what a device sent was not taken, and why, for who keeps it; at most once a minute. */
export async function refusedOf(ctx: Ctx, its: Pick<Device, 'id'>, why: string): Promise<void> {
  await ctx.db.execute(sql`
    update ${device} set refused_at = ${ctx.now}, refused_why = ${why.slice(0, 200)} where municipality_id = ${ctx.scope.municipalityId} and id = (
      select d.id from ${device} d where d.municipality_id = ${ctx.scope.municipalityId} and d.id = ${its.id} and (d.refused_at is null or d.refused_at <= ${new Date(ctx.now.getTime() - 60_000)}) for no key update skip locked)`)
}
