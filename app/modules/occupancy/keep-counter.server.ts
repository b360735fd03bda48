import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Translated } from '#core/text/language.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { ways } from './bands.ts'
import { endFault } from './judge.server.ts'
import { lockCounter, passages } from './passages.server.ts'
import { can } from './permissions.ts'
import { counter } from './schema.server.ts'

const words = z.string().default('').transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().max(80, 'tooLong').refine((text) => !text.includes('\0'), 'invalid'))
const whole = (least: number, most: number) => z.coerce.number('invalid').int('invalid').min(least, 'outOfRange').max(most, 'outOfRange')
const maybeId = z.string().default('').transform((text) => text || null).refine((its) => its === null || isId(its), 'invalid')

/** A counter as its form sends it. Edges in percent of the capacity. */
export const counterForm = z.object({
  nameFi: words.refine((text) => text !== '', 'required'), nameSv: words, nameEn: words, roomId: maybeId, deviceId: maybeId, way: z.enum(ways, 'required'), capacity: whole(10, 20_000),
  quietTo: whole(1, 98).default(30), normalTo: whole(2, 99).default(60), busyTo: whole(3, 100).default(90), stayMinutes: z.literal('').transform(() => null).or(whole(10, 480)).default(null), resetHour: whole(0, 23).default(4), driftPercent: whole(5, 50).default(15),
}).superRefine((its, at) => {
  const wrong = (path: string, message: string) => at.addIssue({ code: 'custom', path: [path], message })
  if (its.normalTo <= its.quietTo) wrong('normalTo', 'inOrder')
  else if (its.busyTo <= its.normalTo) wrong('busyTo', 'inOrder')
  if (its.quietTo * its.capacity < 500) wrong('quietTo', 'fewPeople')
  if (its.way === 'tickets' && its.stayMinutes === null) wrong('stayMinutes', 'required')
})
type Form = z.output<typeof counterForm>

const rowOf = (its: Form) => {
  const name: Translated = { fi: its.nameFi, ...(its.nameSv ? { sv: its.nameSv } : {}), ...(its.nameEn ? { en: its.nameEn } : {}) }
  const { capacity, quietTo, normalTo, busyTo, resetHour, driftPercent, way, roomId, deviceId } = its
  return { name, capacity, quietTo, normalTo, busyTo, resetHour, driftPercent, way, roomId, deviceId, stayMinutes: way === 'tickets' ? its.stayMinutes : null }
}
/** Is the room one of the place's, and may the device speak of the place? */
async function wrongParts(ctx: Ctx, placeId: string, { roomId, deviceId }: Form): Promise<Mended | null> {
  const m = ctx.scope.municipalityId
  const { rows: [its] } = await ctx.db.execute<{ room: boolean; device: boolean }>(sql`select
    ${roomId}::uuid is null or exists (select from directory.room where municipality_id = ${m} and place_id = ${placeId}::uuid and id = ${roomId}::uuid) as room,
    ${deviceId}::uuid is null or exists (select from devices.device_place where municipality_id = ${m} and place_id = ${placeId}::uuid and device_id = ${deviceId}::uuid) as device`)
  return its!.room ? (its!.device ? null : problems({ deviceId: 'invalid' })) : problems({ roomId: 'invalid' })
}

/** Makes a counter of a place. Problems by field. Throws NotFound, Forbidden. */
export async function makeCounter(ctx: Ctx, placeId: string, its: Form): Promise<{ id: string } | Mended> {
  allow(ctx, can.keep, await subjectOf(ctx, placeId, { kind: 'place' }))
  const wrong = await wrongParts(ctx, placeId, its)
  if (wrong) return wrong
  const id = ctx.newId()
  await ctx.db.insert(counter).values({ ...ctx.scope, id, placeId, ...rowOf(its), createdAt: ctx.now })
  return { id }
}

/** A counter with its place's subject, for who may do this to it; its row is locked. Throws NotFound, Forbidden. */
async function held(ctx: Ctx, counterId: string, right: (typeof can)['keep'] | (typeof can)['count']) {
  if (!isId(counterId)) throw new NotFound()
  const its = await lockCounter(ctx, counterId)
  const place = await subjectOf(ctx, its.placeId, { kind: 'place' })
  const me = allow(ctx, right, place)
  return { its, place, me }
}
const mine = (ctx: Ctx, id: string) => and(eq(counter.municipalityId, ctx.scope.municipalityId), eq(counter.id, id))

/** Changes a counter as it was when its form was opened. Throws Conflict('changedMeanwhile'). */
export async function changeCounter(ctx: Ctx, counterId: string, form: Form, version: number): Promise<Mended | void> {
  const { its } = await held(ctx, counterId, can.keep)
  if (its.version !== version) throw new Conflict('changedMeanwhile')
  const wrong = await wrongParts(ctx, its.placeId, form)
  if (wrong) return wrong
  await ctx.db.update(counter).set({ ...rowOf(form), version: its.version + 1 }).where(mine(ctx, its.id))
}
/** Pauses a counter, or lets it go on: meanwhile nothing is known, and nobody is told of faults. */
export async function pauseCounter(ctx: Ctx, counterId: string, paused: boolean): Promise<void> {
  const { its } = await held(ctx, counterId, can.keep)
  await ctx.db.update(counter).set({ pausedAt: paused ? its.pausedAt ?? ctx.now : null, band: null }).where(mine(ctx, its.id))
}
/** Says that a counter is right again, with so many inside now; its fault ends. Tickets need no number. */
export async function resetCounter(ctx: Ctx, counterId: string, inside: number): Promise<void> {
  const { its, place, me } = await held(ctx, counterId, can.keep)
  await endFault(ctx, its.id, { place_id: its.placeId, name: its.name, unit: place.ownerUnitId }, me.id)
  if (its.way !== 'tickets') await passages(ctx, its.id, [{ clientId: `reset ${ctx.newId()}`, at: ctx.now.toISOString(), inside }])
}
/** Ends a counter for good; what it counted is forgotten by and by. */
export async function endCounter(ctx: Ctx, counterId: string): Promise<void> {
  const { its } = await held(ctx, counterId, can.keep)
  await ctx.db.update(counter).set({ endedAt: ctx.now }).where(mine(ctx, its.id))
}

/** What a tap at the door says: one more, one fewer, nobody left. With the tap's own id, so that the same twice is once. */
export const tapShape = z.object({ clientId: z.uuid('invalid'), what: z.enum(['in', 'out', 'empty'], 'invalid'), at: z.iso.datetime({ offset: true, error: 'invalid' }).optional() })
/** Counts by hand, those too that waited for a network. Returns how many are inside. Throws Conflict for a counter that is not counted by hand. */
export async function tap(ctx: Ctx, counterId: string, taps: z.output<typeof tapShape>[]): Promise<{ inside: number }> {
  const { its } = await held(ctx, counterId, can.count)
  if (its.way !== 'manual') throw new Conflict('notByHand')
  await passages(ctx, its.id, taps.map(({ clientId, what, at }) => ({ clientId, at: at && Date.parse(at) <= ctx.now.getTime() ? at : ctx.now.toISOString(), ...(what === 'empty' ? { inside: 0 } : { [what === 'in' ? 'entered' : 'left']: 1 }) })))
  const [now] = await ctx.db.select({ inside: counter.inside }).from(counter).where(mine(ctx, its.id))
  return { inside: now!.inside }
}
/** A counter for counting by hand: how many are inside on this counting day. Throws NotFound, Forbidden. */
export async function byHand(ctx: Ctx, counterId: string) {
  if (!isId(counterId)) throw new NotFound()
  const { rows: [its] } = await ctx.db.execute<{ id: string; place_id: string; name: Translated; capacity: number; inside: number; way: string }>(sql`
    select id, place_id, name, capacity, way, case when day = occupancy.day_of(${ctx.now}::timestamptz, reset_hour) then inside else 0 end as inside from ${counter} where municipality_id = ${ctx.scope.municipalityId} and id = ${counterId}::uuid and ended_at is null`)
  if (!its || its.way !== 'manual') throw new NotFound()
  const place = await subjectOf(ctx, its.place_id, { kind: 'place' })
  allow(ctx, can.count, place)
  return { id: its.id, placeId: its.place_id, name: its.name, place: place.title, capacity: its.capacity, inside: its.inside }
}
