import { eq } from 'drizzle-orm'
import { contextOf, type Ctx, type House, type Municipality } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { organisation } from '#core/identity/schema.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { recordQuietly } from '#core/trail/record.server.ts'
import { askToProvide, channelFacts, decideProvider, entryAdded, keepChannel, keepDetails, keepHours, keepOpenTimesHere, keepPlace, keepService, placeDetails, placeFacts, serviceFacts } from '#modules/directory/server'
import type { ToldPlace, ToldService } from './directory.ts'
import { tellHappening } from './happening.server.ts'
import { periodsOf } from './hours.ts'
import { tellWeek } from './living-week.server.ts'
import type { Townspeople } from './settle.server.ts'
import type { Told } from './told.ts'
import { momentOf } from './when.ts'

type Known = { units: Record<string, string>; topics: Record<string, string>; people: Townspeople; /** ideas by their keys */ ideas: ReadonlyMap<string, string> }

/** A municipality's services and places with their hours, who else offers some, and a living week of what they are like. */
export async function tellDirectory(house: House, db: Db, told: Told, its: Municipality, known: Known, now: Date) {
  if (!told.directory) return
  const { units, topics, people, ideas } = known
  const as = (name: string, at: Date = now) => contextOf({ ...house, clock: () => at }, { municipality: its, actor: people.actor(name), language: 'fi' }, db)
  const begun = new Date(now.getTime() - 240 * 86_400_000)
  const admin = told.trusted.find((each) => each.role === 'admin')!.name, ctx = as(admin, begun)
  const organisations = new Map((await db.select({ id: organisation.id, name: organisation.name }).from(organisation).where(eq(organisation.municipalityId, its.id))).map((row) => [row.name, row.id]))
  const providers = new Map<string, string>()
  for (const each of told.directory.providers) {
    const at = momentOf(each.at, now)
    const made = await askToProvide(as(each.organisation, at), { offers: each.offers, email: each.email ?? '', phone: '', url: each.url ?? '' })
    if (!('id' in made)) throw new Error(`${each.organisation} could not ask to be a provider`)
    providers.set(each.organisation, made.id)
    if (each.decidedBy) await decideProvider(as(each.decidedBy, new Date(at.getTime() + 15 * 3_600_000)), made.id, { decision: 'approved' })
  }
  const whose = (each: ToldPlace | ToldService) => ({ unitId: each.unit ? units[each.unit]! : null, topicId: each.topic ? topics[each.topic]! : null, ...(each.provider ? { providerId: providers.get(each.provider)!, organisationId: organisations.get(each.provider)! } : {}) })
  const grew = async (each: ToldPlace | ToldService, id: string) => { if (each.grewFrom) await linkSubjects(ctx, id, 'grewOutOf', ideas.get(each.grewFrom)!) }

  const places = new Map<string, string>()
  for (const each of told.directory.places) places.set(each.key, await tellPlace(ctx, each, { ...whose(each), ...(each.partOf ? { partOf: places.get(each.partOf)! } : {}) }, now))
  for (const each of told.directory.places) await grew(each, places.get(each.key)!)
  const services = new Map<string, string>()
  for (const each of told.directory.services) {
    const { id } = await keepService(ctx, serviceFacts.parse({ ...each, priceKind: each.price, price: each.fee, audiences: each.audiences }), whose(each))
    services.set(each.key, id)
    for (const way of each.channels ?? []) {
      const kept = await keepChannel(ctx, channelFacts.parse({ ...way, placeId: way.place ? places.get(way.place) : null }), { serviceIds: [id] })
      if (way.hours) await keepHours(ctx, kept.id, 'channel', periodsOf(way.hours, now), { quiet: true, reckonLater: true })
    }
    await grew(each, id)
  }
  for (const each of told.directory.places) {
    const here = told.directory.services.filter((one) => one.places?.includes(each.key)).map((one) => services.get(one.key)!)
    if (here.length) await keepDetails(ctx, places.get(each.key)!, placeDetails.parse({ services: here }))
  }
  await keepOpenTimesHere(as(admin))
  await recordQuietly(ctx, entryAdded, [...places.values(), ...services.values()].map((subjectId) => ({ subjectId, stage: 'service' as const, at: begun })))
  await tellWeek(as, admin, told.directory.places, { places, units }, now)
  await tellHappening(as, admin, { places, services, units }, now)
}

async function tellPlace(ctx: Ctx, each: ToldPlace, whose: Parameters<typeof keepPlace>[2], now: Date): Promise<string> {
  const { id } = await keepPlace(ctx, placeFacts.parse({
    ...each, city: each.city ?? (each.street ? 'Ylöjärvi' : ''), postalCode: each.postalCode ?? (each.street ? '33470' : ''), street: each.street ? { fi: each.street } : null, longitude: each.at[0], latitude: each.at[1], priceKind: each.price, price: each.fee,
  }), whose)
  const fi = (text: string) => ({ fi: text })
  const details = {
    ...(each.access ? { accessSentences: each.access.map(([heading, sentence]) => ({ heading: fi(heading), sentence: fi(sentence) })) } : {}),
    ...(each.equipment ? { equipment: each.equipment.map(([name, count]) => ({ name: fi(name), count })) } : {}), ...(each.rooms ? { rooms: each.rooms.map(([name, capacity, size]) => ({ name: fi(name), capacity, size })) } : {}),
  }
  if (Object.keys(details).length) await keepDetails(ctx, id, placeDetails.parse(details))
  if (each.hours) await keepHours(ctx, id, 'place', periodsOf(each.hours, now), { quiet: true, reckonLater: true })
  return id
}
