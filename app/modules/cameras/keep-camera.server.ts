import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, type Mended, NotFound, type Problems, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { mayBeOutside } from '#core/ports/outside.server.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { isDay, wallClock } from '#core/time/local.ts'
import { record } from '#core/trail/record.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { cameraOff, cameraOn } from './events.server.ts'
import { type Camera, erasePicture, heldCamera } from './keep-picture.server.ts'
import { floor, narrowest, widestFor } from './limits.ts'
import { can } from './permissions.ts'
import { camera } from './schema.server.ts'

const words = (most: number) => z.string().default('').transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().max(most, 'tooLong').refine((text) => !text.includes('\0'), 'invalid'))
const needed = (most: number) => words(most).refine((text) => text !== '', 'required')
const whole = (least: number, most: number) => z.coerce.number('invalid').int('invalid').min(least, 'outOfRange').max(most, 'outOfRange')
const decimal = (least: number, most: number, usually = '') => z.string().default(usually).transform((text) => Number(text.replace(',', '.'))).pipe(z.number('invalid').min(least, 'outOfRange').max(most, 'outOfRange'))
const hour = z.literal('').transform(() => null).or(whole(0, 23)).default(null)

/** A camera as its form sends it, with the checklist, which may wait until it is switched on. */
export const cameraForm = z.object({
  nameFi: needed(80), nameSv: words(80), nameEn: words(80), showsFi: needed(300), showsSv: words(300), showsEn: words(300),
  way: z.enum(['fetched', 'posted'], 'required'), url: words(2000), deviceId: z.string().default('').transform((text) => text || null).refine((its) => its === null || isId(its), 'invalid'),
  everyMinutes: whole(1, 120).default(10), oldAfterMinutes: whole(1, 1440).default(60), nearest: decimal(floor.nearest, 200), fieldOfView: whole(20, 150).default(90), width: whole(narrowest, 640), blur: decimal(floor.blur, 20, String(floor.blur)), squares: whole(floor.squares, 32).default(floor.squares), offFrom: hour, offUntil: hour,
  signOn: z.string().default('').refine((text) => text === '' || isDay(text), 'invalid').transform((text) => text || null), purposeFi: words(500), purposeSv: words(500), purposeEn: words(500), controller: words(200),
  privacyUrl: words(500).refine((text) => text === '' || (/^https:\/\/[^\s/?#]+\.[^\s]+$/i.test(text) && URL.canParse(text)), 'badUrl'),
}).superRefine((its, at) => {
  const wrong = (path: string, message: string) => at.addIssue({ code: 'custom', path: [path], message })
  if (its.way === 'fetched' && !mayBeOutside(its.url)) wrong('url', its.url ? 'badCameraUrl' : 'required')
  if (its.oldAfterMinutes < its.everyMinutes) wrong('oldAfterMinutes', 'shorterThanTurn')
  if (its.width > widestFor(its.nearest, its.fieldOfView)) wrong('width', 'facesSeen')
  if ((its.offFrom === null) !== (its.offUntil === null) || (its.offFrom !== null && its.offFrom === its.offUntil)) wrong('offUntil', 'bothHours')
})
type Form = z.output<typeof cameraForm>

const translated = (fi: string, sv: string, en: string): Translated => ({ ...(fi ? { fi } : {}), ...(sv ? { sv } : {}), ...(en ? { en } : {}) })
function rowOf(its: Form) {
  const { way, deviceId, everyMinutes, oldAfterMinutes, nearest, fieldOfView, width, blur, squares, offFrom, offUntil, signOn, controller, privacyUrl } = its
  return {
    way, deviceId: way === 'posted' ? deviceId : null, url: way === 'fetched' ? its.url : '', everyMinutes, oldAfterMinutes, nearest, fieldOfView, width, blur, squares, offFrom, offUntil, signOn, controller, privacyUrl,
    name: translated(its.nameFi, its.nameSv, its.nameEn), shows: translated(its.showsFi, its.showsSv, its.showsEn), purpose: its.purposeFi || its.purposeSv || its.purposeEn ? translated(its.purposeFi, its.purposeSv, its.purposeEn) : null,
  }
}
/** What is still to be done before a camera may be on: the sign, why, who answers, what it is done by. Empty: nothing. */
export function missingOf(its: Pick<Camera, 'signOn' | 'purpose' | 'controller' | 'privacyUrl'>, today: string): Problems {
  return { ...(its.signOn ? its.signOn > today ? { signOn: 'signLater' } : {} : { signOn: 'required' }), ...(its.purpose ? {} : { purposeFi: 'required' }), ...(its.controller ? {} : { controller: 'required' }), ...(its.privacyUrl ? {} : { privacyUrl: 'required' }) }
}
async function wrongDevice(ctx: Ctx, placeId: string, deviceId: string | null): Promise<boolean> {
  if (!deviceId) return false
  return (await ctx.db.execute(sql`select from devices.device_place where municipality_id = ${ctx.scope.municipalityId} and place_id = ${placeId}::uuid and device_id = ${deviceId}::uuid`)).rows.length === 0
}
const mine = (ctx: Ctx, id: string) => and(eq(camera.municipalityId, ctx.scope.municipalityId), eq(camera.id, id))

/** Makes a camera of a place, switched off. Problems by field. Throws NotFound, Forbidden. */
export async function makeCamera(ctx: Ctx, placeId: string, its: Form): Promise<{ id: string } | Mended> {
  allow(ctx, can.keep, await subjectOf(ctx, placeId, { kind: 'place' }))
  const row = rowOf(its)
  if (await wrongDevice(ctx, placeId, row.deviceId)) return problems({ deviceId: 'invalid' })
  const id = ctx.newId()
  await ctx.db.insert(camera).values({ ...ctx.scope, id, placeId, ...row, createdAt: ctx.now })
  return { id }
}
/** A camera for who may keep it, its row held. Throws NotFound, Forbidden. */
async function held(ctx: Ctx, id: string): Promise<Camera> {
  const its = isId(id) ? await heldCamera(ctx, id) : null
  if (!its) throw new NotFound()
  allow(ctx, can.keep, await subjectOf(ctx, its.placeId, { kind: 'place' }))
  return its
}
/** Changes a camera as it was when its form was opened. What it shows now was made by the old settings, so it goes. Problems when it is on and its checklist would no longer hold. Throws Conflict('changedMeanwhile'). */
export async function changeCamera(ctx: Ctx, id: string, form: Form, version: number): Promise<Mended | void> {
  const its = await held(ctx, id), row = rowOf(form)
  if (its.version !== version) throw new Conflict('changedMeanwhile')
  if (await wrongDevice(ctx, its.placeId, row.deviceId)) return problems({ deviceId: 'invalid' })
  const missing = its.on ? missingOf(row, wallClock(ctx.now).day) : {}
  if (Object.keys(missing).length > 0) return problems(missing)
  await ctx.db.update(camera).set({ ...row, version: its.version + 1, nextAt: its.on && row.way === 'fetched' ? ctx.now : null }).where(mine(ctx, id))
  await erasePicture(ctx, its)
}
/** Switches a camera on, once its checklist is whole. Problems say what is missing. */
export async function switchOn(ctx: Ctx, id: string): Promise<Mended | void> {
  const its = await held(ctx, id)
  if (its.on) return
  const missing = missingOf(its, wallClock(ctx.now).day)
  if (Object.keys(missing).length > 0) return problems(missing)
  await ctx.db.update(camera).set({ on: true, onSince: ctx.now, nextAt: its.way === 'fetched' ? ctx.now : null, failures: 0, trouble: null, brokenSince: null }).where(mine(ctx, id))
  await record(ctx, cameraOn, { subjectId: its.placeId, data: { name: inLanguage(its.name, 'fi') } })
}
/** Switches a camera off: its picture is gone at once. */
export async function switchOff(ctx: Ctx, id: string): Promise<void> {
  const its = await held(ctx, id)
  if (!its.on) return
  await ctx.db.update(camera).set({ on: false, onSince: null, nextAt: null, version: its.version + 1 }).where(mine(ctx, id))
  await erasePicture(ctx, its)
  await record(ctx, cameraOff, { subjectId: its.placeId, data: { name: inLanguage(its.name, 'fi') } })
}
/** Ends a camera for good. */
export async function endCamera(ctx: Ctx, id: string): Promise<void> {
  await switchOff(ctx, id)
  await ctx.db.update(camera).set({ endedAt: ctx.now, url: sql`case when way = 'fetched' then 'https://ended.invalid/' else '' end` }).where(mine(ctx, id))
}
