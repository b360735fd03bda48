import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Invalid, NotFound } from '#core/errors/errors.ts'
import type { ChannelFacts } from './facts.ts'
import { channel, place } from './schema.server.ts'

/**
 * Writes a way to use services: the only place where one is made or changed. `serviceIds`: exactly these are used by it; a
 * service it is new to has it last. `vanishedAt`: from when its source no longer has it; null brings it back. Asks and tells
 * nobody, as keepPlace. Throws Invalid('placeUnknown'), NotFound.
 */
export async function keepChannel(ctx: Ctx, facts: ChannelFacts, its: { id?: string; serviceIds?: string[]; vanishedAt?: Date | null } = {}): Promise<{ id: string; made: boolean }> {
  if (facts.placeId && !(await isPlace(ctx, facts.placeId))) throw new Invalid('placeUnknown')
  const id = its.id ?? ctx.newId()
  const values = { ...facts, ...(its.vanishedAt === undefined ? {} : { vanishedAt: its.vanishedAt }) }
  if (!its.id) await ctx.db.insert(channel).values({ ...ctx.scope, id, ...values })
  else {
    const rows = await ctx.db.update(channel).set(values).where(and(eq(channel.municipalityId, ctx.scope.municipalityId), eq(channel.id, id))).returning({ id: channel.id })
    if (rows.length === 0) throw new NotFound()
  }
  if (its.serviceIds) await leadTo(ctx, id, its.serviceIds)
  return { id, made: !its.id }
}

async function isPlace(ctx: Ctx, id: string): Promise<boolean> {
  if (!isId(id)) return false
  return (await ctx.db.select({ id: place.id }).from(place).where(and(eq(place.municipalityId, ctx.scope.municipalityId), eq(place.id, id)))).length > 0
}

async function leadTo(ctx: Ctx, id: string, serviceIds: string[]) {
  const m = ctx.scope.municipalityId, all = sql.param(serviceIds)
  await ctx.db.execute(sql`delete from directory.service_channel where municipality_id = ${m} and channel_id = ${id}::uuid and service_id <> all(${all}::uuid[])`)
  await ctx.db.execute(sql`
    insert into directory.service_channel (municipality_id, service_id, channel_id, position)
    select s.municipality_id, s.id, ${id}::uuid, coalesce((select max(o.position) + 1 from directory.service_channel o where o.municipality_id = s.municipality_id and o.service_id = s.id), 0)
    from directory.service s where s.municipality_id = ${m} and s.id = any(${all}::uuid[]) on conflict do nothing`)
}

/** Puts a service's ways into this order; those not named stay behind them. */
export async function orderChannels(ctx: Ctx, serviceId: string, channelIds: string[]) {
  await ctx.db.execute(sql`
    update directory.service_channel c set position = n.position from (
      select channel_id, row_number() over (order by array_position(${sql.param(channelIds)}::uuid[], channel_id) nulls last, position)::int - 1 as position
      from directory.service_channel where municipality_id = ${ctx.scope.municipalityId} and service_id = ${serviceId}::uuid) n
    where c.municipality_id = ${ctx.scope.municipalityId} and c.service_id = ${serviceId}::uuid and c.channel_id = n.channel_id and c.position <> n.position`)
}

/** A service is no longer used this way; a way that leads to nothing any more is kept, marked as gone. */
export async function leaveChannel(ctx: Ctx, serviceId: string, channelId: string) {
  const m = ctx.scope.municipalityId
  await ctx.db.execute(sql`delete from directory.service_channel where municipality_id = ${m} and service_id = ${serviceId}::uuid and channel_id = ${channelId}::uuid`)
  await ctx.db.execute(sql`update directory.channel set vanished_at = ${ctx.now} where municipality_id = ${m} and id = ${channelId}::uuid and vanished_at is null
    and not exists (select 1 from directory.service_channel l where l.municipality_id = ${m} and l.channel_id = ${channelId}::uuid)`)
}
