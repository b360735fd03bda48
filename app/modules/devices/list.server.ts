import { and, asc, eq, ilike, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { newKeyOf, oneDevice } from './keep-device.server.ts'
import { can } from './permissions.ts'
import { type DeviceKind, postsOf } from './posts.ts'
import { device, devicePlace } from './schema.server.ts'

export type Listed = { id: string; name: string; kind: DeviceKind; unitId: string; unit: string; places: number; heardAt: Date | null; expectedMinutes: number | null; silent: boolean; refusedAt: Date | null; mine: boolean }

/** Has a device been silent for longer than it is expected to? */
const isSilent = (its: { expectedMinutes: number | null; heardAt: Date | null; createdAt: Date }, now: Date): boolean =>
  its.expectedMinutes !== null && now.getTime() - (its.heardAt ?? its.createdAt).getTime() > its.expectedMinutes * 60_000

/** The devices in use, the silent first, and who may be given one. */
export async function listDevices(ctx: Ctx): Promise<{ devices: Listed[]; units: { id: string; name: string }[] }> {
  const me = allow(ctx, can.read), here = ctx.scope.municipalityId
  const rows = await ctx.db.select({
    id: device.id, name: device.name, kind: device.kind, unitId: device.unitId, unitName: unit.name, heardAt: device.heardAt, createdAt: device.createdAt, expectedMinutes: device.expectedMinutes, refusedAt: device.refusedAt,
    places: sql<number>`(select count(*)::int from ${devicePlace} where ${devicePlace.municipalityId} = ${here} and ${devicePlace.deviceId} = ${device.id})`,
  }).from(device).innerJoin(unit, and(eq(unit.municipalityId, device.municipalityId), eq(unit.id, device.unitId))).where(and(eq(device.municipalityId, here), isNull(device.endedAt))).orderBy(asc(device.name)).limit(500)
  const units = await ctx.db.select({ id: unit.id, name: unit.name }).from(unit).where(eq(unit.municipalityId, here))
  const all = rows.map(({ unitName, createdAt, ...row }) => ({ ...row, unit: inLanguage(unitName, ctx.language), silent: isSilent({ ...row, createdAt }, ctx.now), mine: may(ctx, can.keep, { ownerUnitId: row.unitId }) }))
  return {
    devices: all.sort((a, b) => Number(b.silent) - Number(a.silent)),
    units: units.filter((each) => may(ctx, can.keep, { ownerUnitId: each.id }) || me.units.some((its) => its.id === each.id)).map((each) => ({ id: each.id, name: inLanguage(each.name, ctx.language) })).sort((a, b) => a.name.localeCompare(b.name, ctx.language)),
  }
}

/** A device with its places, what it posts and where, and the places whose name has the words of `find` and that it could be given. Throws NotFound. */
export async function showDevice(ctx: Ctx, id: string, find: string) {
  const its = await oneDevice(ctx, id)
  allow(ctx, can.keep, { ownerUnitId: its.unitId })
  const here = ctx.scope.municipalityId, named = { id: subject.id, title: subject.title, area: subject.area }
  const [ofUnit] = await ctx.db.select({ name: unit.name }).from(unit).where(and(eq(unit.municipalityId, here), eq(unit.id, its.unitId)))
  const places = await ctx.db.select(named).from(devicePlace).innerJoin(subject, and(eq(subject.municipalityId, devicePlace.municipalityId), eq(subject.id, devicePlace.placeId))).where(and(eq(devicePlace.municipalityId, here), eq(devicePlace.deviceId, id))).limit(500)
  const words = find.trim().slice(0, 80)
  // of the unit's own places, which an index gives; an admin's too: a device of a unit is seldom of another's
  const like = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const found = words.length < 2 ? [] : await ctx.db.select(named).from(subject)
    .where(and(eq(subject.municipalityId, here), eq(subject.ownerUnitId, its.unitId), eq(subject.kind, 'place'), inArray(subject.visibility, ['public', 'waiting']), or(ilike(sql`${subject.title}->>'fi'`, like), ilike(sql`${subject.title}->>'sv'`, like), ilike(sql`${subject.title}->>'en'`, like))))
    .orderBy(sql`${subject.title}->>'fi'`).limit(20)
  const name = (row: { id: string; title: typeof subject.$inferSelect['title']; area: string | null }) => ({ id: row.id, name: inLanguage(row.title, ctx.language), area: row.area })
  const has = new Set(places.map((row) => row.id))
  return {
    its, unit: inLanguage(ofUnit?.name ?? {}, ctx.language), silent: isSilent(its, ctx.now), key: newKeyOf(ctx, its), find: words,
    places: places.map(name).sort((a, b) => a.name.localeCompare(b.name, ctx.language)), found: found.filter((row) => !has.has(row.id)).map(name),
    posts: postsOf(its.kind).map((each) => ({ path: ctx.address(each.path).replace(/\/(fi|sv|en)(?=\/api\/)/, ''), name: each.name[ctx.language], example: each.example ? JSON.stringify(each.example(places[0]?.id ?? '…'), null, 1) : '', choices: each.choices.map((choice) => ({ key: choice.key, name: choice.name[ctx.language] })) })),
  }
}
