import { and, asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { keepSubject, subjectOf } from '#core/trail/subject.server.ts'
import type { PlaceDetails } from './details.ts'
import { detailWords } from './detail-words.server.ts'
import { keepChannel } from './keep-channel.server.ts'
import { wordsOf } from './keep-place.server.ts'
import { placeKinds } from './place-kinds.ts'
import { accessSentence, channel, entrance, equipment, place, room } from './schema.server.ts'

/**
 * Replaces the lists that are given: the only place where what is in a place changes. A room keeps its id (its hours hang on
 * it) by the id given, else by its name; a room that is gone takes its hours along. `services` are had at the place by its own
 * channel of kind `place`. Asks and tells nobody, as keepPlace. Throws NotFound.
 */
export async function keepDetails(ctx: Ctx, placeId: string, its: PlaceDetails) {
  const before = await subjectOf(ctx, placeId, { kind: 'place', lock: true })
  const here = { ...ctx.scope, placeId }
  if (its.entrances) {
    const ids = await idsOf(ctx, entrance, placeId)
    await ctx.db.delete(entrance).where(of(ctx, entrance, placeId))
    if (its.entrances.length) await ctx.db.insert(entrance).values(its.entrances.map((each, position) => ({ ...here, ...each, id: ids.take(each), position })))
  }
  if (its.accessSentences) {
    await ctx.db.delete(accessSentence).where(of(ctx, accessSentence, placeId))
    if (its.accessSentences.length) await ctx.db.insert(accessSentence).values(its.accessSentences.map((each, position) => ({ ...here, ...each, id: ctx.newId(), position })))
  }
  if (its.equipment) {
    const ids = await idsOf(ctx, equipment, placeId)
    await ctx.db.delete(equipment).where(of(ctx, equipment, placeId))
    if (its.equipment.length) await ctx.db.insert(equipment).values(its.equipment.map((each, position) => ({ ...here, ...each, id: ids.take(each), position })))
  }
  if (its.rooms) await keepRooms(ctx, placeId, its.rooms)
  if (its.services) await keepServicesAt(ctx, placeId, its.services)
  const [row] = await ctx.db.update(place).set({ changedAt: ctx.now, version: sql`${place.version} + 1` }).where(and(eq(place.municipalityId, ctx.scope.municipalityId), eq(place.id, placeId))).returning()
  const { id, kind, language, title, stage, visibility, authorPersonId, authorOrganisationId, ownerUnitId, ownerPersonId, dueAt, answeredAt, topicId, area, placeName, longitude, latitude } = before
  if (its.equipment || its.rooms) {
    await keepSubject(ctx, { id, kind, language, title, stage, visibility, authorPersonId, authorOrganisationId, ownerUnitId, ownerPersonId, dueAt, answeredAt, topicId, area, placeName, longitude, latitude, labels: placeKinds.get(row!.kind)!.name, text: [wordsOf(row!), await detailWords(ctx, placeId)].join('\n') })
  }
}

type Listed = typeof entrance | typeof equipment | typeof room
const of = (ctx: Ctx, table: Listed | typeof accessSentence, placeId: string) => and(eq(table.municipalityId, ctx.scope.municipalityId), eq(table.placeId, placeId))

/** Ids of what is in a list now, each given out once: by the id that is asked for, else by the same name, else a new one. */
async function idsOf(ctx: Ctx, table: Listed, placeId: string) {
  const free = await ctx.db.select({ id: table.id, name: table.name }).from(table).where(of(ctx, table, placeId)).orderBy(asc(table.position))
  const key = (name: object) => JSON.stringify(Object.entries(name).sort())
  return {
    take(its: { id: string | null; name: object }): string {
      const at = its.id ? free.findIndex((each) => each.id === its.id) : free.findIndex((each) => key(each.name) === key(its.name))
      return at < 0 ? ctx.newId() : free.splice(at, 1)[0]!.id
    },
    /** what nobody took */ left: () => free.map((each) => each.id),
  }
}

async function keepRooms(ctx: Ctx, placeId: string, rooms: NonNullable<PlaceDetails['rooms']>) {
  const ids = await idsOf(ctx, room, placeId)
  await ctx.db.delete(room).where(of(ctx, room, placeId))
  if (rooms.length) await ctx.db.insert(room).values(rooms.map((each, position) => ({ ...ctx.scope, placeId, ...each, id: ids.take(each), position })))
  const gone = sql.param(ids.left())
  for (const table of [sql`directory.hours`, sql`directory.open_time`]) await ctx.db.execute(sql`delete from ${table} where municipality_id = ${ctx.scope.municipalityId} and owner_id = any(${gone}::uuid[])`)
}

async function keepServicesAt(ctx: Ctx, placeId: string, serviceIds: string[]) {
  // a way that another's service uses too, as when a club teaches at the municipality's rink, is not the place's own: who keeps that service may write into it
  const others = sql`exists (select from directory.service_channel l join directory.service v on v.municipality_id = l.municipality_id and v.id = l.service_id join directory.place p on p.municipality_id = l.municipality_id and p.id = ${placeId}::uuid
    where l.municipality_id = ${ctx.scope.municipalityId} and l.channel_id = ${channel.id} and v.provider_id is distinct from p.provider_id)`
  const [own] = await ctx.db.select().from(channel).where(and(eq(channel.municipalityId, ctx.scope.municipalityId), eq(channel.placeId, placeId), eq(channel.kind, 'place'), sql`not ${others}`)).orderBy(asc(channel.id)).limit(1)
  if (!own && serviceIds.length === 0) return
  const { name: title } = (await ctx.db.select({ name: place.name }).from(place).where(and(eq(place.municipalityId, ctx.scope.municipalityId), eq(place.id, placeId))))[0]!
  const facts = own ? { kind: own.kind, name: own.name, description: own.description, url: own.url, phone: own.phone, email: own.email, placeId, charge: own.charge } : { kind: 'place' as const, name: title, description: null, url: '', phone: '', email: '', placeId, charge: null }
  await keepChannel(ctx, facts, { ...(own ? { id: own.id } : {}), serviceIds, vanishedAt: serviceIds.length ? null : ctx.now })
}
