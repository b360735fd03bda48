import { and, eq, isNull } from 'drizzle-orm'
import { command, type Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, Forbidden, Refusal, TooMuch } from '#core/errors/errors.ts'
import { type FormContext, resource } from '#core/http/page.ts'
import { readLimited } from '#core/http/serve.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { devicePost, deviceOf, refusedOf } from '#modules/devices/server'
import { blurred, mostBytes } from './blur.server.ts'
import { keepPicture, restsAt } from './keep-picture.server.ts'
import { can } from './permissions.ts'
import { camera } from './schema.server.ts'

devicePost({ key: 'cameras', order: 30, path: '/api/v1/cameras/:cameraId', kinds: ['camera'], name: { fi: 'Kameran kuva', sv: 'Kamerabild', en: 'A camera’s picture' }, choices: [{ key: 'picture', name: { fi: 'Kuva', sv: 'Bild', en: 'A picture' } }] })

const types = /^image\/(jpeg|png|webp)\s*(;|$)/i
/** A camera sends no more often than this, in seconds. */
const soonest = 20

/**
 * Takes the picture that a device sends as the body, at most 8 MB of JPEG, PNG or WebP; it is made unrecognisable before it is kept.
 * Answers 204, also when a newer one came meanwhile; problem+json: 401, 403 another's camera, 409 it is off or rests, 413,
 * 415 no picture, 429 sooner than twenty seconds after the last one.
 */
async function take(ctx: Ctx, { cameraId }: { cameraId: string }, request: Request, { house }: FormContext): Promise<Response> {
  allowAnyone(ctx, can.see)
  const device = await deviceOf(ctx, request)
  if (device.kind !== 'camera' || (device.may.length > 0 && !device.may.includes('picture'))) throw new Forbidden('notItsKind')
  const [its] = isId(cameraId) ? await ctx.db.select().from(camera).where(and(eq(camera.municipalityId, ctx.scope.municipalityId), eq(camera.id, cameraId), isNull(camera.endedAt))) : []
  // One that is another's and one that is not there are told apart to nobody.
  if (!its || its.way !== 'posted' || !device.placeIds.includes(its.placeId) || (its.deviceId !== null && its.deviceId !== device.id)) throw new Forbidden('notItsCamera')
  if (!its.on || restsAt(its, ctx.now)) throw new Conflict('cameraOff')
  if (its.takenAt && ctx.now.getTime() - its.takenAt.getTime() < soonest * 1000) throw new TooMuch('tooOften')
  if (!types.test(request.headers.get('content-type') ?? '')) throw await refused('notPicture')
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw await refused('tooLarge')
  const made = await blurred(await readLimited(request, mostBytes), its)
  if (typeof made === 'string') throw await refused(made)
  if (await command(house, { municipality: ctx.municipality }, keepPicture, its.id, { ...made, takenAt: ctx.now, version: its.version }) === 'off') throw new Conflict('cameraOff')
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })

  async function refused(why: 'notPicture' | 'tooLarge'): Promise<Refusal> {
    await refusedOf(ctx, device, why)
    return why === 'tooLarge' ? new TooMuch('tooLarge') : new Refusal(415, 'notPicture')
  }
}
/** Where a device puts its picture; some cameras only know PUT, some only POST. */
export const takesPicture = resource('/api/v1/cameras/:cameraId', { waits: true, post: take, put: take })
