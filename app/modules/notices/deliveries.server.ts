import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from './permissions.ts'

/** Something that was sent to me: a letter about what I follow or another one, or a push message to a device. A letter's own words are in the letter: what it names may be hidden since. */
export type Delivery = { channel: 'notice' | 'other' | 'push'; device: string; at: Date; state: 'delivered' | 'waiting' | 'failed' }

const shown = 12

/** What was sent to me lately and how it went, newest first. Kept for two weeks. */
export async function myDeliveries(ctx: Ctx): Promise<Delivery[]> {
  const me = allow(ctx, can.readMine)
  const m = ctx.scope.municipalityId
  const { rows } = await ctx.db.execute<{ channel: Delivery['channel']; device: string; at: Date | string; state: Delivery['state'] }>(sql`
    select * from (
      (select case when l.stop_url is null then 'other' else 'notice' end as channel, '' as device, l.created_at as at, ${stateOf('l', '5 days')} as state
        from notices.mail l join identity.person p on p.municipality_id = ${m} and p.id = ${me.id} and p.email = l."to" where l.municipality_id = ${m} order by l.created_at desc limit ${shown})
      union all
      (select 'push', b.device, q.created_at, ${stateOf('q', '1 day')}
        from notices.push q join notices.push_to b on b.municipality_id = q.municipality_id and b.id = q.to_id where q.municipality_id = ${m} and b.person_id = ${me.id} order by q.created_at desc limit ${shown})
    ) sent order by at desc limit ${shown}`)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))

  function stateOf(table: 'l' | 'q', tried: string) {
    const its = sql.raw(table)
    return sql`case when ${its}.sent_at is not null then 'delivered' when coalesce(${its}.give_up_at, ${its}.created_at + ${tried}::interval) <= ${ctx.now} then 'failed' else 'waiting' end`
  }
}
