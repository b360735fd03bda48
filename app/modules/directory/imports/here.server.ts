import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { accessSentence, channel, entrance, equipment, hours, place, service, serviceChannel } from '../schema.server.ts'
import type { Facts, What } from './brought.ts'

/** A thing as it is here: its facts, and the entry that it is shown with. `gone`: its source no longer had it. */
export type Here = { facts: Facts; subjectId: string | null; gone: boolean; visibility?: string }

/**
 * These things as they are here, each whole. `lock` keeps them as they are until the transaction ends: an official who edits at the same moment waits,
 * and is then asked. One query of each table, however many there are.
 */
export async function thingsHere(ctx: Ctx, what: What, ids: string[], options: { lock?: boolean } = {}): Promise<Map<string, Here>> {
  if (ids.length === 0) return new Map()
  if (what === 'place') return placesHere(ctx, ids, options)
  if (what === 'service') return servicesHere(ctx, ids, options)
  if (what === 'channel') return channelsHere(ctx, ids, options)
  const said = ctx.db.select().from(hours).where(and(eq(hours.municipalityId, ctx.scope.municipalityId), inArray(hours.ownerId, ids))).orderBy(asc(hours.ownerId))
  const rows = await (options.lock ? said.for('update') : said)
  const found = new Map(rows.map((row) => [row.ownerId, row]))
  // hours that nobody has said are hours all the same: empty ones
  return new Map(ids.map((id) => [id, { facts: { of: found.get(id)?.of, periods: found.get(id)?.periods ?? [], note: found.get(id)?.note ?? null }, subjectId: id, gone: false }]))
}

const mine = (ctx: Ctx, ids: string[]) => and(eq(subject.municipalityId, ctx.scope.municipalityId), inArray(subject.id, ids))
async function lockSubjects(ctx: Ctx, ids: string[]) { await ctx.db.select({ id: subject.id }).from(subject).where(mine(ctx, ids)).orderBy(asc(subject.id)).for('update') }

async function placesHere(ctx: Ctx, ids: string[], { lock }: { lock?: boolean }): Promise<Map<string, Here>> {
  if (lock) await lockSubjects(ctx, ids)
  const m = ctx.scope.municipalityId
  const rows = await ctx.db.select({ place, longitude: subject.longitude, latitude: subject.latitude, visibility: subject.visibility }).from(place)
    .innerJoin(subject, and(eq(subject.municipalityId, place.municipalityId), eq(subject.id, place.id))).where(and(eq(place.municipalityId, m), inArray(place.id, ids)))
  const [entrances, sentences, things] = [
    await ctx.db.select().from(entrance).where(and(eq(entrance.municipalityId, m), inArray(entrance.placeId, ids))).orderBy(asc(entrance.placeId), asc(entrance.position)),
    await ctx.db.select().from(accessSentence).where(and(eq(accessSentence.municipalityId, m), inArray(accessSentence.placeId, ids))).orderBy(asc(accessSentence.placeId), asc(accessSentence.position)),
    await ctx.db.select().from(equipment).where(and(eq(equipment.municipalityId, m), inArray(equipment.placeId, ids))).orderBy(asc(equipment.placeId), asc(equipment.position)),
  ]
  return new Map(rows.map(({ place: { municipalityId: _m, id, providerId: _p, partOf: _o, version: _v, vanishedAt, changedAt: _c, ...facts }, longitude, latitude, visibility }) => [id, {
    subjectId: id, gone: vanishedAt !== null, visibility, facts: {
      ...facts, longitude, latitude,
      entrances: entrances.filter((each) => each.placeId === id).map(({ name, main, longitude: x, latitude: y, accessible }) => ({ name, main, longitude: x, latitude: y, ...(accessible === 'unknown' ? {} : { accessible }) })),
      accessSentences: sentences.filter((each) => each.placeId === id).map(({ heading, sentence }) => ({ heading, sentence })), equipment: things.filter((each) => each.placeId === id).map(({ name, count }) => ({ name, count })),
    },
  }]))
}

async function servicesHere(ctx: Ctx, ids: string[], { lock }: { lock?: boolean }): Promise<Map<string, Here>> {
  if (lock) await lockSubjects(ctx, ids)
  const rows = await ctx.db.select({ service, visibility: subject.visibility }).from(service).innerJoin(subject, and(eq(subject.municipalityId, service.municipalityId), eq(subject.id, service.id)))
    .where(and(eq(service.municipalityId, ctx.scope.municipalityId), inArray(service.id, ids)))
  return new Map(rows.map(({ service: { municipalityId: _m, id, providerId: _p, version: _v, vanishedAt, changedAt: _c, ...facts }, visibility }) => [id, { facts, subjectId: id, gone: vanishedAt !== null, visibility }]))
}

async function channelsHere(ctx: Ctx, ids: string[], { lock }: { lock?: boolean }): Promise<Map<string, Here>> {
  const found = ctx.db.select().from(channel).where(and(eq(channel.municipalityId, ctx.scope.municipalityId), inArray(channel.id, ids))).orderBy(asc(channel.id))
  const rows = await (lock ? found.for('update') : found)
  const links = await ctx.db.select({ channelId: serviceChannel.channelId, serviceId: serviceChannel.serviceId }).from(serviceChannel).where(and(eq(serviceChannel.municipalityId, ctx.scope.municipalityId), inArray(serviceChannel.channelId, ids))).orderBy(asc(serviceChannel.serviceId))
  return new Map(rows.map(({ municipalityId: _m, id, vanishedAt, ...facts }) => {
    const serviceIds = links.filter((each) => each.channelId === id).map((each) => each.serviceId).sort()
    return [id, { facts: { ...facts, serviceIds }, subjectId: serviceIds[0] ?? facts.placeId, gone: vanishedAt !== null }]
  }))
}

/** The only place whose name, in any language and whatever its case, is this; null when there is none or there are several. */
export async function placeNamed(ctx: Ctx, name: string): Promise<string | null> {
  const rows = (await ctx.db.execute(sql`select id from trail.subject where municipality_id = ${ctx.scope.municipalityId} and kind = 'place' and visibility = 'public' and lower(${name}) in (lower(title ->> 'fi'), lower(title ->> 'sv'), lower(title ->> 'en')) limit 2`)).rows as { id: string }[]
  return rows.length === 1 ? rows[0]!.id : null
}
