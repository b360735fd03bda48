import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Translated } from '#core/text/language.ts'
import { seenTitle, type Subject } from '#core/trail/subject.server.ts'
import { can } from './permissions.ts'

/** Something that was sent to me: a letter of one thing, a digest or another letter, or a push message. `of` is the thing by the name that may be seen now, or the device. */
export type Delivery = { channel: 'notice' | 'digest' | 'other' | 'push'; of: string | null; at: Date; state: 'delivered' | 'waiting' | 'failed' }

const shown = 12

/** What was sent to me lately and how it went, newest first. Kept for two weeks. */
export async function myDeliveries(ctx: Ctx): Promise<Delivery[]> {
  const me = allow(ctx, can.readMine)
  const m = ctx.scope.municipalityId
  type Row = { channel: Delivery['channel']; device: string | null; title: Translated | null; visibility: Subject['visibility'] | null; author: string | null; at: Date | string; state: Delivery['state'] }
  const { rows } = await ctx.db.execute<Row>(sql`
    select sent.*, s.title, s.visibility, s.author_person_id as author from (
      (select l.kind as channel, null as device, l.subject_id, l.created_at as at, ${stateOf('l', '5 days')} as state
        from notices.mail l join identity.person p on p.municipality_id = ${m} and p.id = ${me.id} and p.email = l."to" where l.municipality_id = ${m} order by l.created_at desc limit ${shown})
      union all
      (select 'push', b.device, null, q.created_at, ${stateOf('q', '1 day')}
        from notices.push q join notices.push_to b on b.municipality_id = q.municipality_id and b.id = q.to_id where q.municipality_id = ${m} and b.person_id = ${me.id} order by q.created_at desc limit ${shown})
    ) sent left join trail.subject s on s.municipality_id = ${m} and s.id = sent.subject_id order by at desc limit ${shown}`)
  return rows.map((row) => ({ channel: row.channel, state: row.state, at: new Date(row.at), of: row.device || (row.title && seenTitle(ctx, { title: row.title, visibility: row.visibility!, authorPersonId: row.author })) }))

  function stateOf(table: 'l' | 'q', tried: string) {
    const its = sql.raw(table)
    return sql`case when ${its}.sent_at is not null then 'delivered' when coalesce(${its}.give_up_at, ${its}.created_at + ${tried}::interval) <= ${ctx.now} then 'failed' else 'waiting' end`
  }
}
