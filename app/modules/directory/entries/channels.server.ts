import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#core/errors/errors.ts'
import { searchSubjects } from '#core/trail/search.server.ts'
import type { ChannelFacts } from '../facts.ts'
import { keepChannel, leaveChannel, orderChannels } from '../keep-channel.server.ts'
import { keepDetails } from '../keep-details.server.ts'
import { channel, service, serviceChannel } from '../schema.server.ts'
import { changed } from './change.server.ts'
import { holdPlace, holdService } from './hold.server.ts'
import { showPlace } from './show-place.server.ts'
import { showService } from './show-service.server.ts'

/** Ways to use one service. */
const mostChannels = 30
const of = (ctx: Ctx, serviceId: string) => and(eq(serviceChannel.municipalityId, ctx.scope.municipalityId), eq(serviceChannel.serviceId, serviceId))
const waysOf = async (ctx: Ctx, serviceId: string) => (await ctx.db.select({ id: serviceChannel.channelId, position: serviceChannel.position }).from(serviceChannel).where(of(ctx, serviceId))).sort((a, b) => a.position - b.position).map((row) => row.id)

/**
 * Adds a way to use a service, or changes one of its own (`channelId`); a way that other services share changes for them too.
 * Throws as holdService, NotFound for a way of another service, Forbidden for one that somebody else's service uses too, Conflict('tooManyChannels'), Invalid('placeUnknown').
 */
export async function addChannel(ctx: Ctx, serviceId: string, facts: ChannelFacts, channelId?: string) {
  const { subject, row } = await holdService(ctx, serviceId)
  const ways = await waysOf(ctx, serviceId)
  if (channelId && !ways.includes(channelId)) throw new NotFound()
  if (!channelId && ways.length >= mostChannels) throw new Conflict('tooManyChannels')
  const [before] = channelId ? await ctx.db.select({ placeId: channel.placeId, shared: sharedBy(ctx, row.providerId) }).from(channel).where(and(eq(channel.municipalityId, ctx.scope.municipalityId), eq(channel.id, channelId))) : []
  if (before?.shared) throw new Forbidden()
  if (facts.placeId && facts.placeId !== before?.placeId) await showPlace(ctx, facts.placeId).catch(() => { throw new Invalid('placeUnknown') }) // a draft's name is its keepers'
  await keepChannel(ctx, facts, channelId ? { id: channelId } : { serviceIds: [serviceId] })
  return changed(ctx, subject, row.providerId, ['channels'], facts)
}

/** Does a service of another keeper use a way too? */
const sharedBy = (ctx: Ctx, providerId: string | null) => sql<boolean>`exists (select from directory.service_channel l join directory.service v on v.municipality_id = l.municipality_id and v.id = l.service_id
  where l.municipality_id = ${ctx.scope.municipalityId} and l.channel_id = directory.channel.id and v.provider_id is distinct from ${providerId}::uuid)`

/** The service is no longer used in this way. Throws as holdService. */
export async function dropChannel(ctx: Ctx, serviceId: string, channelId: string) {
  const { subject } = await holdService(ctx, serviceId)
  if (!isId(channelId)) throw new NotFound()
  await leaveChannel(ctx, serviceId, channelId)
  await changed(ctx, subject, null, ['channels'], null)
}

/** Moves a way one step up or down among the service's. Throws as holdService. */
export async function moveChannel(ctx: Ctx, serviceId: string, channelId: string, step: -1 | 1) {
  await holdService(ctx, serviceId)
  const ways = await waysOf(ctx, serviceId)
  const at = ways.indexOf(channelId), to = at + step
  if (at < 0 || to < 0 || to >= ways.length) return
  ;[ways[at], ways[to]] = [ways[to]!, ways[at]!]
  await orderChannels(ctx, serviceId, ways)
}

/** A service is had at a place from now on. Of the municipality's own services any, of a provider's its own. Throws as holdPlace, NotFound. */
export async function addServiceAt(ctx: Ctx, placeId: string, serviceId: string) {
  const { subject, row } = await holdPlace(ctx, placeId)
  const [its] = isId(serviceId) ? await ctx.db.select({ providerId: service.providerId }).from(service).where(and(eq(service.municipalityId, ctx.scope.municipalityId), eq(service.id, serviceId))) : []
  if (!its || its.providerId !== row.providerId || (await showService(ctx, serviceId)).visibility !== 'public') throw new NotFound()
  // another's services there have ways of their own; own ones that nobody sees just now stay
  const { rows } = await ctx.db.execute<{ id: string }>(sql`select distinct v.id from directory.channel c join directory.service_channel l on l.municipality_id = c.municipality_id and l.channel_id = c.id join directory.service v on v.municipality_id = l.municipality_id and v.id = l.service_id
    where c.municipality_id = ${ctx.scope.municipalityId} and c.place_id = ${placeId}::uuid and c.vanished_at is null and v.provider_id is not distinct from ${row.providerId}::uuid`)
  const now = rows.map((each) => each.id)
  if (!now.includes(serviceId)) await keepDetails(ctx, placeId, { services: [...now, serviceId] })
  return changed(ctx, subject, row.providerId, ['services'], null)
}

/** A service is no longer had at a place: it is no longer used by any way that leads there. Throws as holdPlace. */
export async function removeServiceAt(ctx: Ctx, placeId: string, serviceId: string) {
  const { subject } = await holdPlace(ctx, placeId)
  const its = await showService(ctx, serviceId)
  for (const channel of its.facts.channels) if (channel.placeId === placeId) await leaveChannel(ctx, serviceId, channel.id)
  await changed(ctx, subject, null, ['services'], null)
}

/** Services or places by name, to choose from: of the municipality's own, or of one provider's. At most ten. */
export async function findEntries(ctx: Ctx, kind: 'service' | 'place', text: string): Promise<{ id: string; name: string; detail: string }[]> {
  if (text.trim().length < 2) return []
  const found = await searchSubjects(ctx, text.slice(0, 100), { kinds: [kind] })
  return found.lines.slice(0, 10).map((line) => ({ id: line.id, name: line.title, detail: line.place ?? line.unit ?? line.author }))
}
