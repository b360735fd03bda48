import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { allow, allowAnyone, may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { kindName } from '#core/trail/kind.ts'
import { subject } from '#core/trail/schema.server.ts'
import { searchSubjects } from '#core/trail/search.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { type Camera, restsAt } from './keep-picture.server.ts'
import { can } from './permissions.ts'
import { camera } from './schema.server.ts'

/** A camera as everyone sees it. */
export type Shown = {
  id: string; name: string; shows: string; /** shown; nothing yet; too old to be shown; it rests until an hour */ state: 'shown' | 'none' | 'old' | 'rests'
  takenAt: Date | null; width: number; height: number; /** of its picture, within the municipality */ path: string; restsUntil: number | null; purpose: string; controller: string; privacyUrl: string
}

const isOld = (its: Camera, now: Date) => its.takenAt !== null && now.getTime() - its.takenAt.getTime() > its.oldAfterMinutes * 60_000
/** May this camera's picture be shown at this moment? */
const stateOf = (its: Camera, now: Date): Shown['state'] => (restsAt(its, now) ? 'rests' : isOld(its, now) || (its.takenAt === null && its.failures > 0) ? 'old' : its.takenAt === null ? 'none' : 'shown')

/** The cameras of a place that are on. One query. */
export async function camerasOf(ctx: Ctx, placeId: string): Promise<Shown[]> {
  allowAnyone(ctx, can.see)
  const rows = await ctx.db.select().from(camera).where(and(eq(camera.municipalityId, ctx.scope.municipalityId), eq(camera.placeId, placeId), eq(camera.on, true), isNull(camera.endedAt))).orderBy(asc(camera.createdAt))
  return rows.map((its) => ({
    id: its.id, name: inLanguage(its.name, ctx.language), shows: inLanguage(its.shows, ctx.language), state: stateOf(its, ctx.now), takenAt: its.takenAt, width: its.shownWidth ?? 0, height: its.shownHeight ?? 0,
    path: `/cameras/${its.id}.webp?at=${its.takenAt?.getTime() ?? 0}`, restsUntil: its.offUntil, purpose: inLanguage(its.purpose, ctx.language), controller: its.controller, privacyUrl: its.privacyUrl,
  }))
}

/** The camera whose picture may be shown to everyone now, and for how many seconds. Throws NotFound: off, resting, old, or of a place that not everyone sees. */
export async function pictureNow(ctx: Ctx, id: string): Promise<{ its: Camera; seconds: number }> {
  allowAnyone(ctx, can.see)
  const [row] = isId(id) ? await ctx.db.select({ its: camera, visibility: subject.visibility }).from(camera).innerJoin(subject, and(eq(subject.municipalityId, camera.municipalityId), eq(subject.id, camera.placeId)))
    .where(and(eq(camera.municipalityId, ctx.scope.municipalityId), eq(camera.id, id), eq(camera.on, true), isNull(camera.endedAt))) : []
  if (!row || row.visibility !== 'public' || stateOf(row.its, ctx.now) !== 'shown') throw new NotFound()
  const left = row.its.oldAfterMinutes * 60 - (ctx.now.getTime() - row.its.takenAt!.getTime()) / 1000
  return { its: row.its, seconds: Math.max(0, Math.min(30, Math.floor(left))) }
}

/** Every camera in use with how it does, those that do not work first. For officials. */
export async function listCameras(ctx: Ctx) {
  allow(ctx, can.list)
  const rows = await ctx.db.select({ id: camera.id, name: camera.name, place: subject.title, ownerUnitId: subject.ownerUnitId, on: camera.on, takenAt: camera.takenAt, brokenSince: camera.brokenSince, trouble: camera.trouble }).from(camera)
    .innerJoin(subject, and(eq(subject.municipalityId, camera.municipalityId), eq(subject.id, camera.placeId)))
    .where(and(eq(camera.municipalityId, ctx.scope.municipalityId), isNull(camera.endedAt))).orderBy(asc(sql`${camera.brokenSince} is null`), asc(sql`${subject.title}->>'fi'`), asc(camera.createdAt)).limit(500)
  return rows.map((row) => ({ ...row, name: inLanguage(row.name, ctx.language), place: inLanguage(row.place, ctx.language), mayKeep: may(ctx, can.keep, row) }))
}
/** A camera with its settings, for who keeps it. Throws NotFound, Forbidden. */
export async function showCamera(ctx: Ctx, id: string) {
  allow(ctx, can.list)
  const [its] = isId(id) ? await ctx.db.select().from(camera).where(and(eq(camera.municipalityId, ctx.scope.municipalityId), eq(camera.id, id), isNull(camera.endedAt))) : []
  if (!its) throw new NotFound()
  const place = await subjectOf(ctx, its.placeId, { kind: 'place' })
  allow(ctx, can.keep, place)
  return { its, state: stateOf(its, ctx.now), placeName: inLanguage(place.title, ctx.language), devices: await devicesOf(ctx, its.placeId) }
}
/** A place to make a camera for. Throws NotFound, Forbidden. */
export async function placeForCamera(ctx: Ctx, placeId: string) {
  const its = await subjectOf(ctx, placeId, { kind: 'place' })
  allow(ctx, can.keep, its)
  return { id: its.id, name: inLanguage(its.title, ctx.language), devices: await devicesOf(ctx, its.id) }
}
async function devicesOf(ctx: Ctx, placeId: string) {
  const { rows } = await ctx.db.execute<{ value: string; label: string }>(sql`
    select d.id as value, d.name as label from devices.device_place p join devices.device d on d.municipality_id = p.municipality_id and d.id = p.device_id where p.municipality_id = ${ctx.scope.municipalityId} and p.place_id = ${placeId}::uuid and d.ended_at is null and d.kind = 'camera' order by d.name`)
  return rows
}
/** Places found by words, one of which may get a camera. For officials. */
export async function placesFound(ctx: Ctx, text: string) {
  allow(ctx, can.list)
  return (await searchSubjects(ctx, `${kindName('place', ctx.language)} ${text}`)).lines.filter((line) => line.kind === 'place').map((line) => ({ id: line.id, name: line.title }))
}
