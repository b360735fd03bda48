import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { person } from '#core/identity/schema.server.ts'
import { kindName } from '#core/trail/kind.ts'
import { subject } from '#core/trail/schema.server.ts'
import { searchSubjects } from '#core/trail/search.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { can } from './permissions.ts'
import { counter, fault } from './schema.server.ts'

/** Every counter in use with how it does, those that are not believed first. For officials. */
export async function listCounters(ctx: Ctx) {
  allow(ctx, can.see)
  const rows = await ctx.db.select({ id: counter.id, name: counter.name, place: subject.title, way: counter.way, capacity: counter.capacity, fault: counter.fault, pausedAt: counter.pausedAt, countedAt: counter.countedAt, since: fault.since }).from(counter)
    .innerJoin(subject, and(eq(subject.municipalityId, counter.municipalityId), eq(subject.id, counter.placeId)))
    .leftJoin(fault, and(eq(fault.municipalityId, counter.municipalityId), eq(fault.counterId, counter.id), isNull(fault.until)))
    .where(and(eq(counter.municipalityId, ctx.scope.municipalityId), isNull(counter.endedAt))).orderBy(asc(sql`${counter.fault} is null`), asc(sql`${subject.title}->>'fi'`), asc(counter.createdAt)).limit(500)
  return rows.map((row) => ({ ...row, name: inLanguage(row.name, ctx.language), place: inLanguage(row.place, ctx.language) }))
}

/** A counter with its numbers, for officials, and the log of its faults. Throws NotFound. */
export async function showCounter(ctx: Ctx, counterId: string) {
  allow(ctx, can.see)
  if (!isId(counterId)) throw new NotFound()
  const here = ctx.scope.municipalityId
  const [row] = await ctx.db.select({ its: counter, present: sql<boolean>`${counter.day} = occupancy.day_of(${ctx.now}::timestamptz, ${counter.resetHour})` }).from(counter).where(and(eq(counter.municipalityId, here), eq(counter.id, counterId), isNull(counter.endedAt)))
  if (!row) throw new NotFound()
  const place = await subjectOf(ctx, row.its.placeId, { kind: 'place' })
  const log = await ctx.db.select({ id: fault.id, what: fault.what, since: fault.since, noticedAt: fault.noticedAt, until: fault.until, shown: fault.shown, endedBy: person.name }).from(fault)
    .leftJoin(person, and(eq(person.municipalityId, fault.municipalityId), eq(person.id, fault.endedBy)))
    .where(and(eq(fault.municipalityId, here), eq(fault.counterId, counterId))).orderBy(desc(fault.since)).limit(50)
  const today = row.present ? { inside: row.its.inside, entered: row.its.entered, left: row.its.left, clipped: row.its.clipped } : null
  return { ...row.its, today, placeName: inLanguage(place.title, ctx.language), mayKeep: may(ctx, can.keep, place), log, ...await partsOf(ctx, row.its.placeId) }
}

/** What a counter of a place may be of: its rooms, and the devices that may speak of it. */
export async function partsOf(ctx: Ctx, placeId: string) {
  const m = ctx.scope.municipalityId
  const { rows } = await ctx.db.execute<{ what: 'room' | 'device'; id: string; name: Translated | string }>(sql`
    select 'room' as what, id, name from directory.room where municipality_id = ${m} and place_id = ${placeId}::uuid
    union all select 'device', d.id, to_jsonb(d.name) from devices.device_place p join devices.device d on d.municipality_id = p.municipality_id and d.id = p.device_id where p.municipality_id = ${m} and p.place_id = ${placeId}::uuid and d.ended_at is null and d.kind in ('gate', 'access')`)
  const named = (what: string) => rows.filter((row) => row.what === what).map((row) => ({ value: row.id, label: typeof row.name === 'string' ? row.name : inLanguage(row.name, ctx.language) }))
  return { rooms: named('room'), devices: named('device') }
}

/** A place to make a counter for, with what its counter may be of. Throws NotFound, Forbidden. */
export async function placeForCounter(ctx: Ctx, placeId: string) {
  const its = await subjectOf(ctx, placeId, { kind: 'place' })
  allow(ctx, can.keep, its)
  return { id: its.id, name: inLanguage(its.title, ctx.language), ...await partsOf(ctx, its.id) }
}

/** Places found by words, one of which may get a counter. For officials. */
export async function placesFound(ctx: Ctx, text: string) {
  allow(ctx, can.see)
  const kind = kindName('place', ctx.language)
  return (await searchSubjects(ctx, `${kind} ${text}`)).lines.filter((line) => line.kind === 'place').map((line) => ({ id: line.id, name: line.title }))
}
