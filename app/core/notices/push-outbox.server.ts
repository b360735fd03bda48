import { sql } from 'drizzle-orm'
import type { House } from '#core/context/context.server.ts'
import type { Pushed, Pusher } from '#core/ports/push.server.ts'

type Row = { municipality_id: number; id: string; to_id: string; payload: Record<string, unknown>; attempts: number; give_up_at: Date | string; endpoint: string; p256dh: string; auth: string }

const inRound = 40
/** 5 s, 10 s, … at most an hour; a push service that says how long to wait is heard. */
const waitAfter = (attempts: number) => Math.min(5_000 * 2 ** (attempts - 1), 3_600_000)
const stillTried = (now: Date) => sql`q.sent_at is null and coalesce(q.give_up_at, q.created_at + interval '1 day') > ${now}`

/**
 * Hands waiting push messages to the push services, one round. Any number of processes may do this at once. A browser that
 * is gone (404, 410) is forgotten with what waited for it. Returns how many were sent, how many failed, how many browsers
 * were gone.
 */
export async function sendPushes(house: House, pusher: Pusher): Promise<{ sent: number; failed: number; gone: number }> {
  return house.database.owner.transaction(async (tx) => {
    const now = house.clock()
    const { rows } = await tx.execute<Row>(sql`
      select q.municipality_id, q.id, q.to_id, q.payload, q.attempts, coalesce(q.give_up_at, q.created_at + interval '1 day') as give_up_at, b.endpoint, b.p256dh, b.auth
      from notices.push q join notices.push_to b on b.municipality_id = q.municipality_id and b.id = q.to_id
      where ${stillTried(now)} and q.try_after <= ${now} order by q.try_after limit ${inRound} for update of q skip locked`)
    const results = await Promise.all(rows.map(async (row): Promise<Pushed> => pusher.send(row, JSON.stringify(row.payload), { life: Math.max(60, Math.round((new Date(row.give_up_at).getTime() - now.getTime()) / 1000)) })))
    const total = { sent: 0, failed: 0, gone: 0 }
    for (const [i, row] of rows.entries()) {
      const result = results[i]!
      const its = sql`municipality_id = ${row.municipality_id} and id = ${row.id}`
      if (result.done) {
        total.sent++
        await tx.execute(sql`update notices.push set sent_at = ${now}, attempts = attempts + 1, last_error = null where ${its}`)
        await tx.execute(sql`update notices.push_to set heard_at = ${now} where municipality_id = ${row.municipality_id} and id = ${row.to_id}`)
      } else if (result.gone) {
        total.gone++
        await tx.execute(sql`delete from notices.push_to where municipality_id = ${row.municipality_id} and id = ${row.to_id}`)
      } else {
        total.failed++
        const wait = result.after !== undefined ? Math.max(result.after * 1000, 1000) : waitAfter(row.attempts + 1)
        const giveUp = result.forGood ? sql`, give_up_at = ${now}` : sql``
        await tx.execute(sql`update notices.push set attempts = attempts + 1, last_error = ${result.error}, try_after = ${new Date(now.getTime() + wait)}${giveUp} where ${its}`)
      }
    }
    return total
  })
}

/** When the next waiting message may be tried, so that the worker need not ask in vain. */
export async function nextPushAt(house: House): Promise<Date | null> {
  const { rows } = await house.database.owner.execute<{ at: Date | string | null }>(sql`select min(q.try_after) as at from notices.push q where ${stillTried(house.clock())}`)
  return rows[0]?.at ? new Date(rows[0].at) : null
}
