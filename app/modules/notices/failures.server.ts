import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { triedForDays } from '#core/notices/outbox.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { addLocalDays, atWallClock, wallClock } from '#core/time/local.ts'
import { eventWords } from '#core/trail/event.ts'
import { can } from './permissions.ts'

/** How many went out on a day by a channel, wait, and were given up. */
export type DayCount = { day: string; inApp: number; mail: Sent; push: Sent }
type Sent = { sent: number; waiting: number; failed: number }

/** Something that did not go as it should: a letter, a push message, or a reaction to an event. `again` is when it is tried next; null when nobody tries any more. */
export type Failure = { channel: 'mail' | 'push' | 'reaction'; id: string; to: string; reason: string; attempts: number; at: Date; again: Date | null }

export const retryForm = z.object({ channel: z.enum(['mail', 'push', 'reaction']), id: z.string().max(120).refine((text) => isId(text.slice(0, 36)) && (text.length === 36 || text[36] === ' '), 'invalid') })

const days = 14
const mostShown = 50
const given = { mail: sql`coalesce(t.give_up_at, t.created_at + make_interval(days => ${triedForDays}))`, push: sql`coalesce(t.give_up_at, t.created_at + interval '1 day')` }

/** What has been told by day and channel in the last two weeks, in Finland's days, newest first. */
export async function countsByDay(ctx: Ctx): Promise<DayCount[]> {
  allow(ctx, can.seeDelivery)
  const m = ctx.scope.municipalityId
  const since = atWallClock(wallClock(addLocalDays(ctx.now, 1 - days)).day, '00:00:00')
  const counted = (channel: 'mail' | 'push') => sql`
    select to_char(t.created_at at time zone 'Europe/Helsinki', 'YYYY-MM-DD') as day, ${channel} as channel, count(*) filter (where t.sent_at is not null)::int as sent,
      count(*) filter (where t.sent_at is null and ${given[channel]} > ${ctx.now})::int as waiting, count(*) filter (where t.sent_at is null and ${given[channel]} <= ${ctx.now})::int as failed
    from ${sql.raw(`notices.${channel}`)} t where t.municipality_id = ${m} and t.created_at >= ${since} group by 1`
  const { rows } = await ctx.db.execute<{ day: string; channel: 'inApp' | 'mail' | 'push' } & Sent>(sql`
    select to_char(n.at at time zone 'Europe/Helsinki', 'YYYY-MM-DD') as day, 'inApp' as channel, count(*)::int as sent, 0 as waiting, 0 as failed from notices.notice n where n.municipality_id = ${m} and n.at >= ${since} and n.person_id is not null group by 1
    union all ${counted('mail')} union all ${counted('push')}`)
  const none = { sent: 0, waiting: 0, failed: 0 }
  return [...new Set(rows.map((row) => row.day))].sort().reverse().map((day) => {
    const of = (channel: 'inApp' | 'mail' | 'push'): Sent => { const its = rows.find((row) => row.day === day && row.channel === channel); return its ? { sent: its.sent, waiting: its.waiting, failed: its.failed } : none }
    return { day, inApp: of('inApp').sent, mail: of('mail'), push: of('push') }
  })
}

/** What has failed and is not mended yet, newest first, at most fifty of each, and how many there are in all. Of a receiver only the domain or the push service is told. */
export async function listFailures(ctx: Ctx): Promise<{ all: number; failures: Failure[] }> {
  allow(ctx, can.seeDelivery)
  const m = ctx.scope.municipalityId
  type Row = { id: string; to: string; reason: string; attempts: number; at: Date | string; again: Date | string | null; all: number }
  const [mails, pushes, reactions] = [
    await ctx.db.execute<Row>(sql`
      select t.id, split_part(t."to", '@', 2) as to, t.last_error as reason, t.attempts, t.created_at as at, case when ${given.mail} > ${ctx.now} then t.try_after end as again, count(*) over ()::int as all
      from notices.mail t where t.municipality_id = ${m} and t.sent_at is null and t.last_error is not null order by t.created_at desc limit ${mostShown}`),
    await ctx.db.execute<Row>(sql`
      select t.id, substring(b.endpoint from '^https?://([^/:]+)') as to, t.last_error as reason, t.attempts, t.created_at as at, case when ${given.push} > ${ctx.now} then t.try_after end as again, count(*) over ()::int as all
      from notices.push t join notices.push_to b on b.municipality_id = t.municipality_id and b.id = t.to_id where t.municipality_id = ${m} and t.sent_at is null and t.last_error is not null order by t.created_at desc limit ${mostShown}`),
    await ctx.db.execute<Row & { kind: string; data: Record<string, unknown>; title: Translated }>(sql`
      select t.event_id || ' ' || t.reaction as id, t.reaction as to, t.error as reason, t.attempts, e.at, t.try_after as again, count(*) over ()::int as all, e.kind, e.data, s.title
      from trail.setback t join trail.event e on e.municipality_id = t.municipality_id and e.id = t.event_id join trail.subject s on s.municipality_id = e.municipality_id and s.id = e.subject_id
      where t.municipality_id = ${m} order by e.at desc limit ${mostShown}`),
  ]
  const failure = (channel: Failure['channel'], row: Row, to = row.to): Failure => ({ channel, id: row.id, to, reason: row.reason, attempts: row.attempts, at: new Date(row.at), again: row.again ? new Date(row.again) : null })
  const failures = [
    ...mails.rows.map((row) => failure('mail', row)), ...pushes.rows.map((row) => failure('push', row)),
    ...reactions.rows.map((row) => failure('reaction', row, `${row.to}: ${eventWords(row.kind, ctx.language, row.data)}, ${inLanguage(row.title, ctx.language)}`)),
  ].sort((a, b) => b.at.getTime() - a.at.getTime())
  return { all: [mails, pushes, reactions].reduce((sum, { rows }) => sum + (rows[0]?.all ?? 0), 0), failures }
}

/** Has one failure, or all of them, tried again now, with its waits from the beginning. One that went through meanwhile is left in peace. */
export async function retry(ctx: Ctx, which: z.infer<typeof retryForm> | 'all') {
  allow(ctx, can.retryDelivery)
  const m = ctx.scope.municipalityId
  const one = (channel: Failure['channel']) => which === 'all' || which.channel === channel
  const id = which === 'all' ? null : which.id.slice(0, 36)
  if (one('mail')) await ctx.db.execute(sql`update notices.mail set attempts = 0, try_after = ${ctx.now}, give_up_at = ${ctx.now}::timestamptz + make_interval(days => ${triedForDays})
    where municipality_id = ${m} and sent_at is null and last_error is not null and (${id}::uuid is null or id = ${id}::uuid)`)
  if (one('push')) await ctx.db.execute(sql`update notices.push set attempts = 0, try_after = ${ctx.now}, give_up_at = ${ctx.now}::timestamptz + interval '1 day'
    where municipality_id = ${m} and sent_at is null and last_error is not null and (${id}::uuid is null or id = ${id}::uuid)`)
  if (one('reaction')) await ctx.db.execute(sql`update trail.setback set attempts = 0, try_after = ${ctx.now}
    where municipality_id = ${m} and (${id}::uuid is null or (event_id = ${id}::uuid and reaction = ${which === 'all' ? '' : which.id.slice(37)}))`)
  await ctx.db.execute(sql`select pg_notify('nousu_mail', ''), pg_notify('nousu_push', ''), pg_notify('nousu_events', '')`)
}
